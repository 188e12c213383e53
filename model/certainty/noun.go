// This file reads nouns under a cue ("a potential thaw", "no serious
// injuries", "what it called a violation") and gathers the words near each
// predicate.

package certainty

import "doubletake/model/text"

// longestPhrase bounds the words between a cue and its noun.
const longestPhrase = 4

// head is the last noun of the phrase that begins at token i; false where no
// phrase stands there.
func (f *finder) head(i int) (last int, ok bool) {
	last = -1
	for j := i; j < len(f.tokens) && j < i+longestPhrase; j++ {
		t := f.tokens[j]
		if t.Text == "-" && t.Glued {
			continue
		}
		c, _ := f.cue(j)
		v := f.verb(j)
		verbal := v.class == 'v' && v.form > base && f.nounSenses(t.Norm) == nil
		if t.Kind != text.Word || c.class != open || last >= 0 && verbal {
			break
		}
		last = j
	}
	return last, last >= 0
}

// hedgedNoun reads a noun under a hedging adjective at token i. As the object
// of the verb just before it, it weakens that verb.
func (f *finder) hedgedNoun(i int, s Strength) (next int, ok bool) {
	h, ok := f.head(i + 1)
	if !ok && f.tokens[i].Norm != "likely" && i+1 < len(f.tokens) && f.tokens[i+1].Kind == text.Number && f.norm(i-1) == "a" {
		f.wait(waiting{at: i, from: i - 1, until: i + reach, class: hedge, strength: s}) // "a reported 29 people died"
		return i + 1, true
	}
	if before := f.norm(i - 1); !ok || f.sets[counts][f.norm(i+1)] && f.norm(i+2) != "-" || before == "all" || before == "every" || before == "any" || before == "best" {
		return 0, false
	}
	start := i
	if c, _ := f.cue(i - 1); c.class == determiner {
		start--
	}
	if last := len(f.out) - 1; last >= 0 && f.out[last].Verb == start-1 && !f.out[last].Noun && !f.sets[speech][f.out[last].Lemma] {
		p := &f.out[last]
		p.Strength, p.Cue, p.Span.End = max(p.Strength, s), joined(p.Cue, f.tokens[i].Text), f.tokens[h].Span.End
		return h + 1, true
	}
	f.addNoun(start, h, Predicate{Strength: s, Cue: f.tokens[i].Text})
	return h + 1, true
}

// named reads "what it called a violation" at token i.
func (f *finder) named(i int) (next int, ok bool) {
	if f.norm(i) != "what" {
		return 0, false
	}
	for j := i + 1; j < i+5 && !f.mark(j); j++ {
		if !f.sets[naming][f.verb(j).lemma] {
			continue
		}
		at := j + 1
		if f.norm(at) == "as" {
			at++
		}
		if c, _ := f.cue(at); c.class == determiner {
			at++
		}
		h, ok := f.head(at)
		if !ok {
			return 0, false
		}
		p := Predicate{Strength: Hedged}
		for k := i; k <= j; k++ {
			p.Cue = joined(p.Cue, f.tokens[k].Text)
		}
		f.addNoun(i, h, p)
		return h + 1, true
	}
	return 0, false
}

// negative reads "no", "neither", "none" at token i: before the verb of its
// clause it negates that verb, as its object the verb before it, and after
// "there is" it stands for itself.
func (f *finder) negative(i int) int {
	n := f.norm(i)
	if n == "no" && f.sets[moments][f.norm(i+1)] { // "at no point was there a fire"
		f.wait(waiting{at: i, from: i, until: i + reach, negates: true})
		return i + 2
	}
	if p, next, ok := f.planless(i); ok {
		f.add(p)
		return next
	}
	if !f.spoken || f.opensClause(i) {
		if h, ok := f.head(i + 1); ok && n == "no" && f.norm(i+1) != "one" {
			f.none, f.nobody = f.singular(f.norm(h)), false
		} else {
			f.nobody = n != "neither"
		}
		f.wait(waiting{at: i, from: i, until: i + reach, negates: true})
		return i + 1
	}
	last := len(f.out) - 1
	if last < 0 || f.out[last].Noun || n == "neither" || i-f.out[last].Verb > 2 {
		return i + 1
	}
	h, ok := i, true
	if n == "no" {
		h, ok = f.head(i + 1)
	}
	if !ok {
		return i + 1
	}
	f.noSign(i, h)
	p := &f.out[last]
	if p.Lemma == "be" {
		f.addNoun(i, h, Predicate{Strength: p.Strength, Negated: true, Cue: f.tokens[i].Text})
		return h + 1
	}
	if n == "no" {
		p.none = f.singular(f.norm(h))
	}
	if f.aloof(i, h) {
		p.Lemma, p.none = takePart, ""
		if n == "nothing" {
			h = i + 3
		}
	}
	p.Negated = !p.Negated
	p.Cue = joined(p.Cue, f.tokens[i].Text)
	p.Span.End = f.tokens[h].Span.End
	return i + 1
}

// noSign lets "no sign that", "no evidence that", of which the "no" stands at token i and
// the noun at h, deny the clause behind it: not flatly, for what nobody sees may be so.
func (f *finder) noSign(i, h int) {
	if f.sets[signs][f.norm(h)] && f.norm(h+1) == "that" {
		f.wait(waiting{at: i, from: i, until: h + 1 + reach, strength: Hedged, negates: true})
	}
}

// takePart is the lemma of what nobody did who played no part in a thing.
const takePart = "take_part"

// aloof reports whether the "no" or "nothing" at token i, whose phrase ends at token h, tells
// after its verb that somebody was not in a thing: "played no part in", "had nothing to do with".
func (f *finder) aloof(i, h int) bool {
	if f.norm(i) == "nothing" {
		return f.norm(i+1) == "to" && f.norm(i+2) == "do" && f.norm(i+3) == "with"
	}
	verb := f.out[len(f.out)-1].Lemma
	return f.sets[parts][f.norm(h)] && (verb == "play" || f.norm(h+1) == "in" && f.sets[light][verb])
}

// planless reads "no plans to close" at token i: a closing that is not to come.
func (f *finder) planless(i int) (p Predicate, next int, ok bool) {
	if x, plan := f.raisers[f.norm(i+1)]; f.norm(i) != "no" || !plan || x.kind != raisingNoun || f.norm(i+2) != "to" {
		return p, 0, false
	}
	return f.rest(reading{first: i, last: to, aux: i + 2, strength: Planned, negated: true, cues: []int{i, i + 1}, raised: true}, i+3)
}

// opensClause reports whether the "no" at token i opens what somebody said, and is no
// object: "said no shots were fired", and not "gave no reason".
func (f *finder) opensClause(i int) bool {
	last := len(f.out) - 1
	if last < 0 || f.out[last].Verb != i-1 || f.out[last].Noun || !f.sets[reporting][f.out[last].Lemma] {
		return false
	}
	h, ok := f.head(i + 1)
	if !ok {
		h = i
	}
	for k := h + 1; k < h+6 && !f.mark(k); k++ {
		if c, _ := f.cue(k); c.finite || c.class == formBe {
			return true
		}
	}
	return f.verb(h+1).form == past
}

// addNoun keeps a noun predicate that covers tokens start to head.
func (f *finder) addNoun(start, head int, p Predicate) {
	n := f.tokens[head].Norm
	p.Noun, p.Verb, p.Lemma = true, head, f.singular(n)
	p.Span, p.sentence = f.spanOf(start, head), f.sentence
	f.out = append(f.out, p)
}

const (
	nearest = 10  // content words kept on either side of a predicate
	lookout = 40  // tokens looked through on either side
	beyond  = 0.4 // what a word beyond another predicate counts
	fading  = .08 // by how much each word counts less than the one nearer the verb
)

// near gathers the content words around each predicate: after it, then before
// it, within the sentence.
func (f *finder) near() {
	room := make([]nearby, 0, len(f.out)*nearest)
	for n := range f.out {
		p := &f.out[n]
		before, after := -1, len(f.tokens)
		if n > 0 {
			before = f.out[n-1].Verb
		}
		if n+1 < len(f.out) {
			after = f.out[n+1].Verb
		}
		p.words = f.vocabulary
		p.speech, p.light = f.sets[speech][p.Lemma] && p.ruling == 0 && !f.known(*p) && !f.atLaw(*p), f.sets[light][p.Lemma]
		p.opposes, p.stateFaces = len(f.opposite[p.Lemma]) > 0, len(f.opposite[p.state])+len(f.standing[p.state]) > 0
		start := len(room)
		room, p.object = f.gather(room, p.Verb+1, after, 1)
		p.after = len(room) - start
		from, to := f.resumed(p.Verb)
		room, _ = f.gather(room, from, before, -1)
		if from < to {
			room = f.inserted(room, from+1, to, nearest-(len(room)-start-p.after))
		}
		p.near = room[start:len(room):len(room)]
	}
}

// known reports whether a predicate tells that something is known, and not what as.
func (f *finder) known(p Predicate) bool {
	return p.Passive && p.Lemma == "know" && (f.mark(p.Verb+1) || f.norm(p.Verb+1) == "yet")
}

// atLaw reports whether an appeal is one to a court: "would appeal", "will be no appeal", and not
// "appealed for calm".
func (f *finder) atLaw(p Predicate) bool {
	next := f.norm(p.Verb + 1)
	return p.Lemma == "appeal" && next != "for" && next != "to"
}

// longestInsertion is how many tokens may stand between a subject and its verb for the verb
// to be told of it still.
const longestInsertion = 25

// resumed is the token before a verb group, and the one before what is inserted between it
// and its subject, if something is: "the driver, who was seized with him, was let go".
func (f *finder) resumed(verb int) (subject, before int) {
	before = verb - 1
	for c, _ := f.cue(before); c.class >= formBe && c.class <= adverb; c, _ = f.cue(before) {
		before--
	}
	if f.norm(before) != "," {
		return verb - 1, verb - 1
	}
	for i := before - 1; i > before-longestInsertion && i >= 0 && !f.ends(i); i-- {
		if c, _ := f.cue(i); c.class == relative || f.norm(i) == "," {
			return i - 1, before
		}
	}
	return verb - 1, verb - 1
}

// inserted appends the content words of tokens from to to, most at most, which count little.
func (f *finder) inserted(out []nearby, from, to, most int) []nearby {
	for i, n := to, 0; i >= from && n < most; i-- {
		if k := &f.vocabulary[f.ids[i]]; k.stem != "" {
			out = append(out, nearby{f.ids[i], float32(k.weight * beyond / (1 + fading*float64(n))), k.mask})
			n++
		}
	}
	return out
}

// gather appends the content words from token i on, in steps of step, and says
// how many stand before the next predicate at token other.
func (f *finder) gather(out []nearby, i, other, step int) ([]nearby, int) {
	direct, factor := 0, 1.0
	for n, seen := 0, 0; i >= 0 && i < len(f.tokens) && n < nearest && seen < lookout; i, seen = i+step, seen+1 {
		if f.tokens[i].Kind == text.Mark && f.ends(i) {
			break
		}
		if i == other {
			factor = beyond
		}
		k := &f.vocabulary[f.ids[i]]
		if k.stem == "" {
			continue
		}
		out = append(out, nearby{f.ids[i], float32(k.weight * factor / (1 + fading*float64(n))), k.mask})
		n++
		if factor == 1 {
			direct = n
		}
	}
	return out, direct
}
