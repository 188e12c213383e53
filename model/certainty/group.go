// This file reads one verb group: auxiliaries, adverbs, negations, words that
// raise ("appears to have", "is expected to", "failed to") and the main verb.

package certainty

import (
	"slices"
	"strings"

	"doubletake/model/text"
)

// reading is a verb group as far as it has been read.
type reading struct {
	first    int   // token index where it begins
	cues     []int // token indexes of hedging and negating words
	last     class // the auxiliary that the next verb must agree with; open for none
	aux      int   // token index of that auxiliary; -1 for none
	strength Strength
	negated  bool
	raised   bool // past a raising word: a finite auxiliary would be another verb's
}

// weaken sets the strength unless a weaker one is set, and keeps the cue.
func (r *reading) weaken(s Strength, at ...int) {
	r.strength = max(r.strength, s)
	if s != Asserted {
		r.cues = append(r.cues, at...)
	}
}

func (r *reading) negate(at int) {
	r.negated = !r.negated
	r.cues = append(r.cues, at)
}

// group reads the verb group that begins at token i. Without an auxiliary the
// verb must look finite from its neighbours.
func (f *finder) group(i int) (p Predicate, next int, ok bool) {
	return f.rest(reading{first: i, aux: -1}, i)
}

// longestGroup bounds the tokens of a verb group, so that no run of adverbs is
// read over and over.
const longestGroup = 24

// rest goes on with the group r at token j.
func (f *finder) rest(r reading, j int) (p Predicate, next int, ok bool) {
	for ; j < len(f.tokens) && j < r.first+longestGroup; j++ {
		c, negated := f.cue(j)
		if negated {
			r.negate(j)
		}
		switch {
		case c.class == negation && f.sets[merely][f.norm(j+1)]: // "not only"
		case c.class == negation, r.aux >= 0 && f.norm(j) == "neither":
			r.negate(j)
		case c.class == nothing && f.norm(j) == "no" && f.norm(j+1) == "longer":
			r.negate(j)
			j++
		case c.class == hedge && !(r.last == formBe && f.follows(j+1)):
			r.weaken(c.strength, j)
		case c.class == adverb, f.norm(j) == "far" && f.norm(j-1) == "so", r.aux >= 0 && c.class == open && f.manner(f.norm(j)):
		case c.class == to:
			if !f.infinitive(&r, j) {
				return f.copula(r, j)
			}
		case c.class >= formBe && c.class <= modal:
			if !r.auxiliary(c, j) {
				return f.copula(r, j)
			}
		default:
			return f.main(r, j)
		}
	}
	return f.copula(r, j)
}

// auxiliary takes in an auxiliary; false where it cannot follow what stands
// before it ("has" after "has").
func (r *reading) auxiliary(c cue, at int) bool {
	switch {
	case r.last == open && r.aux < 0:
	case c.class == modal, c.class == formDo && r.last != modal && r.last != to:
		return false
	case c.class == formHave && r.last != modal && r.last != to:
		return false
	case c.class == formBe && c.finite:
		return false
	}
	if c.class == modal {
		r.weaken(c.strength, at)
	}
	r.last, r.aux = c.class, at
	return true
}

// infinitive takes in "to" after a form of be or have: "is to open", "has yet
// to name", "have to leave".
func (f *finder) infinitive(r *reading, at int) bool {
	switch yet := f.norm(at-1) == "yet"; {
	case yet && (r.last == formBe || r.last == formHave):
		r.negate(at - 1)
	case r.last == formBe && r.aux == at-1:
		r.weaken(Planned, r.aux, at)
	case r.last == formHave && r.aux == at-1:
	default:
		return false
	}
	r.last, r.aux = to, at
	return true
}

// main reads the main verb at token j, and through a raising word the verb
// after its "to".
func (f *finder) main(r reading, j int) (Predicate, int, bool) {
	v := f.verb(j)
	if at, x, ok := f.raises(r, j, v); ok {
		if k, ok := f.toVerb(at + 1); ok {
			q := r
			q.cues = append([]int(nil), r.cues...)
			q.weaken(x.strength, at)
			if x.negates {
				q.negate(at)
			}
			q.last, q.aux, q.raised = to, k, true
			if p, next, ok := f.rest(q, k+1); ok {
				return p, next, true
			}
		}
	}
	if s, ok := f.settled[f.norm(j)]; ok && r.last == formBe {
		r.weaken(s, j)
		return f.finish(r, j, v.lemma, true, j+1)
	}
	if k, ok := f.compound(r, j); ok {
		return f.finish(r, k, f.verb(k).lemma, true, k+1)
	}
	if k := j + 2; v.lemma == "rule" && f.norm(j+1) == "out" && f.verb(k).form == ing && f.agrees(r, v, j) {
		return f.ruledOut(r, j, k)
	}
	if p, next, ok := f.weighed(r, v, j); ok {
		return p, next, true
	}
	if f.agrees(r, v, j) {
		passive := r.last == formBe && v.form != ing || r.aux < 0 && v.form == past && f.norm(j+1) == "by"
		return f.finish(r, j, v.lemma, passive, j+1)
	}
	return f.copula(r, j)
}

// ruledOut reads "ruled out closing" as a closing that is denied, and "refused to
// rule out closing" as one that is possible.
func (f *finder) ruledOut(r reading, at, gerund int) (Predicate, int, bool) {
	left := r.negated
	r.negated = !left
	if left {
		r.strength = max(r.strength, Possible)
	} else {
		r.strength = max(r.strength, Planned)
	}
	r.cues = append(r.cues, at, at+1)
	p, next, ok := f.finish(r, gerund, f.verb(gerund).lemma, false, gerund+1)
	p.left, p.reduced, p.ruling = left, false, 1
	if left {
		p.ruling = -1
	}
	return p, next, ok
}

// weighed reads "is considering closing" and "is close to closing" as a closing that is
// possible.
func (f *finder) weighed(r reading, v inflection, j int) (Predicate, int, bool) {
	at := j + 1
	switch {
	case f.sets[weighs][v.lemma] && f.agrees(r, v, j):
	case r.last == formBe && (f.norm(j) == "close" || f.norm(j) == "near") && f.norm(at) == "to":
		at++
	default:
		return Predicate{}, 0, false
	}
	if f.verb(at).form != ing {
		return Predicate{}, 0, false
	}
	r.weaken(Possible, j)
	return f.finish(r, at, f.verb(at).lemma, false, at+1)
}

// compound finds the participle of a compound after a form of be: "was human-caused" is
// "was caused".
func (f *finder) compound(r reading, j int) (int, bool) {
	if r.last != formBe || j+2 >= len(f.tokens) || f.tokens[j+1].Text != "-" || !f.tokens[j+1].Glued || !f.tokens[j+2].Glued {
		return 0, false
	}
	return j + 2, f.verb(j+2).form == past
}

// raises looks for a raising word at token j, or, after a form of be, in the
// short phrase that begins there: "in talks to".
func (f *finder) raises(r reading, j int, v inflection) (at int, x raiser, ok bool) {
	n := f.norm(j)
	if x, ok := f.raisers[n]; ok && x.kind == raisingParticiple {
		return j, x, r.last == formBe || r.aux < 0 && v.form == past
	}
	if x, ok := f.raisers[v.lemma]; ok && x.kind == raisingVerb && v.form != notVerb && f.agrees(r, v, j) {
		return j, x, r.last != formBe || v.form == ing
	}
	if x, ok := f.raisers[f.norm(j+1)]; ok && x.kind == raisingNoun && r.last == formBe && n == "in" {
		return j + 1, x, true
	}
	return 0, raiser{}, false
}

// follows reports whether "to" with an infinitive stands at token j.
func (f *finder) follows(j int) bool {
	_, ok := f.toVerb(j)
	return ok
}

// toVerb finds "to" at token j, past an adverb, with an infinitive after it.
func (f *finder) toVerb(j int) (int, bool) {
	for k := j; k < j+3 && k < len(f.tokens); k++ {
		c, _ := f.cue(k)
		if c.class == to {
			next, _ := f.cue(k + 1)
			v := f.verb(k + 1)
			return k, next.class == formBe || next.class == formHave || next.class == formDo || next.class == negation || next.class == adverb ||
				next.class == hedge || next.class == open && (v.form == base || f.sets[uninflected][f.norm(k+1)] || f.manner(f.norm(k+1)))
		}
		if c.class != adverb && c.class != negation && !f.manner(f.norm(k)) {
			return 0, false
		}
	}
	return 0, false
}

// agrees reports whether the verb form can stand after the group read so far.
func (f *finder) agrees(r reading, v inflection, j int) bool {
	same := f.sets[uninflected][f.norm(j)]
	switch r.last {
	case modal, formDo:
		c, _ := f.cue(j)
		unlisted := v.form == notVerb && f.tokens[j].Kind == text.Word && !f.tokens[j].Upper() && c.class == open && !f.sets[friendly][f.norm(j)]
		return v.form == base || same || unlisted
	case to:
		return v.form == base || same
	case formBe:
		return v.form == past || same || v.form == ing && v.class != 'n'
	case formHave:
		return v.form == past || same
	}
	return f.finite(v, j, len(r.cues) > 0)
}

// finite reports whether a verb form without an auxiliary is likely the verb of
// its clause, by the words on both sides of it; cued: a hedge or "never" stands
// before it.
func (f *finder) finite(v inflection, j int, cued bool) bool {
	switch {
	case v.form == notVerb:
		return false
	case cued:
		return v.form != base || v.class == 'v'
	}
	before, _ := f.cue(j - 1)
	if back, _ := f.cue(j - 2); before.class == adverb && back.class == pronoun {
		before = back // "he now works"
	}
	after, _ := f.cue(j + 1)
	start := f.mark(j - 1)
	hyphen := f.norm(j+1) == "-" || f.norm(j-1) == "-"
	if hyphen || f.norm(j) == "according" || f.tokens[j].Upper() && (!start || f.norm(j-1) == ",") || before.class == determiner || before.class == preposition || j > 0 && f.tokens[j-1].Possessive() {
		return false
	}
	closes := f.closes(j + 1)
	comma := start && f.norm(j-1) == ","
	subject := before.class == pronoun || before.class == relative || before.class == joint || comma
	noun := before.class == open && !start
	if (f.sets[counts][f.norm(j-1)] || j > 0 && f.tokens[j-1].Kind == text.Number) && v.form == third || f.sets[counts][f.norm(j-1)] && v.form != past { // "three suspects", "71 lives"
		return false
	}
	if f.sets[rumour][f.norm(j)] && f.norm(j+1) == "that" && v.form == third && f.verb(j-1).form == past { // "rejected claims that"
		return false
	}
	switch v.form {
	case past:
		irregular := v.class == 'v' && !strings.HasSuffix(f.norm(j), "ed")
		return irregular || closes || v.class != 'n' && (subject || noun || before.class == adverb) || subject && !comma
	case ing:
		gerund := noun && f.nounSenses(f.norm(j)) != nil // "a three-way meeting"
		return v.class != 'n' && !gerund && (start || closes || before.class == joint)
	case third:
		plain := v.class == 'v' && (noun || subject)
		timed := noun && after.class == preposition && f.sets[edges][v.lemma] // "the ban ends on June 30"
		return plain || timed || v.class == 'b' && closes && (subject || noun && after.class != preposition && !f.mark(j+1))
	}
	if f.sets[uninflected][f.norm(j)] && v.class == 'v' && (noun || subject && !comma) && f.sets[particles][f.norm(j+1)] {
		return true // "firefighters put out the blaze"
	}
	if noun && v.class != 'n' && f.sets[hints][v.lemma] && strings.HasSuffix(f.norm(j-1), "s") {
		return true // "doctors suspect pneumonia"
	}
	plural := noun && (f.clausal[v.lemma] != Asserted || strings.HasSuffix(f.norm(j-1), "s"))
	return v.class != 'n' && (closes || after.class == formBe || after.class == modal) && (subject && !comma || plural)
}

// closes reports whether token j can begin what follows a verb: an object, a
// preposition, a clause, a name, a number, a mark; anything but a plain noun.
func (f *finder) closes(j int) bool {
	if f.mark(j) || f.tokens[j].Upper() || f.tokens[j].Kind == text.Number {
		return true
	}
	switch c, _ := f.cue(j); c.class {
	case open, formBe, formHave, formDo, modal, negation:
		return false
	}
	return true
}

// copula ends a group whose main verb is its last auxiliary: "was in custody",
// "has a text", "could be".
func (f *finder) copula(r reading, j int) (Predicate, int, bool) {
	if r.last != formBe && r.last != formHave {
		return Predicate{}, r.first + 1, false
	}
	if r.last == formHave {
		return f.finish(r, r.aux, "have", false, j)
	}
	if r.negated && f.sets[official][f.norm(j)] {
		r.weaken(Unconfirmed, j)
		r.negated = false
		return f.finish(r, j, "confirm", false, j+1)
	}
	if f.norm(j) == "under" && f.sets[undecided][f.norm(j+1)] && !r.negated { // "a recording is under discussion"
		r.weaken(Possible, j, j+1)
		return f.finish(r, r.aux, "be", false, j+2)
	}
	if f.norm(j) == "under" && f.norm(j+1) == "investigation" && f.ofCause(r.first) && !r.negated {
		r.weaken(Unconfirmed, j, j+1)
		p, next, ok := f.finish(r, r.aux, "be", false, j+2)
		p.open = true
		return p, next, ok
	}
	if verb := f.under[f.norm(j+1)]; f.norm(j) == "under" && verb != "" && r.negated { // "the cause is under investigation" tells no doing
		return f.finish(r, j+1, verb, true, j+2)
	}
	return f.finish(r, r.aux, "be", false, j)
}

// ofCause reports whether the subject before token i is the cause of something: what "the cause of
// the leak" is stays open while it is under investigation.
func (f *finder) ofCause(i int) bool {
	for k := i - 1; k >= i-5 && !f.mark(k); k-- {
		if n := f.norm(k); n == "cause" || n == "causes" || n == "origin" {
			return true
		}
	}
	return false
}

// finish makes the predicate; its span ends with the main verb or with the
// adverbs after a copula.
func (f *finder) finish(r reading, verb int, lemma string, passive bool, next int) (Predicate, int, bool) {
	if lemma == "" {
		lemma = text.Stem(f.norm(verb))
	}
	p := Predicate{
		Verb: verb, Strength: r.strength, Negated: r.negated, Passive: passive,
		Lemma: lemma, unreal: f.perfect(r) && f.cued(r, "would", "could"),
	}
	end := max(verb, next-1)
	after := f.norm(verb + 1)
	c, _ := f.cue(verb + 1)
	p.idle, p.capped = f.idle(verb+1), f.capped(verb+1)
	p.done = r.strength == Asserted && (f.cues[f.norm(r.aux)].class == formHave || f.norm(r.aux) == "was" || f.norm(r.aux) == "were" || r.aux < 0 && f.verb(verb).form == past)
	p.upTo, p.last = f.upTo(verb+1), f.norm(verb-1) == "last" || f.norm(verb+1) == "last"
	for k := r.first; k < verb; k++ {
		p.yet = p.yet || f.norm(k) == "yet"
	}
	p.reduced = r.aux < 0 && lemma != "be" && (f.verb(verb).form == ing || passive)
	p.it = c.class == pronoun || after == "them" || after == "him" || after == "her" && f.mark(verb+2) || f.anyone(verb+1)
	switch {
	case after == "not" && f.sets[linking][lemma]: // "pleaded not guilty"
		p.Negated = !p.Negated
		r.cues = append(r.cues, verb+1)
		next, end = verb+2, verb+1
	}
	post := f.holdsOn(lemma, verb+1)
	switch {
	case r.negated && f.sets[weighs][lemma] && r.last == formBe && (f.verb(verb).form == ing || f.norm(verb-1) == "being"):
		p.ruling = 1 // "limits were not being considered"
	case post > 0:
		p.Lemma, next, end = keepPost, max(next, post+1), max(end, post)
	case lemma == "rule" && after == "out":
		p.ruling, end = 1, max(end, verb+1)
		if p.Negated {
			p.ruling = -1
		}
	case lemma == "be":
		p.state, p.stateEnd = f.state(next)
	case f.sets[linking][lemma]:
		if p.state, p.stateEnd = f.verdict(next); p.state == "" && (lemma == "remain" || lemma == "stay") {
			p.state, p.stateEnd = f.state(next) // "remains in custody"
		}
		if f.verb(next).form == past && lemma != "find" && f.singular(f.norm(next)) == p.state {
			next++ // "stood unattended" tells one thing
		}
	case idioms[lemma+" "+after] != "":
		p.Lemma = idioms[lemma+" "+after]
		next, end = max(next, verb+2), max(end, verb+1)
	case f.sets[particles][after] && f.verbSenses(lemma+"_"+after) != nil && !f.mark(verb+1):
		p.Lemma += "_" + after
		p.idle = f.idle(verb + 2)
		next = max(next, verb+2)
		end = max(end, verb+1)
	}
	if at := f.parted(lemma, verb+1); at > 0 && p.Lemma == lemma {
		p.Lemma += "_" + f.norm(at)
		end = max(end, at)
	}
	p.Span = f.spanOf(r.first, end)
	if at := f.forestalled(r.first); at >= 0 && p.Strength == Possible && !p.Negated && f.cued(r, "could") && !f.perfect(r) {
		p.Strength, p.Negated, r.cues = Asserted, true, append([]int{at}, r.cues...)
		p.Span = f.spanOf(at, end)
	}
	could := p.Strength == Possible && (p.Negated && !f.perfect(r) || f.sets[perceives][lemma])
	switch {
	case could && f.cued(r, "could"):
		p.Strength = Asserted // "could not" and "could see" tell what was the case
	case p.Strength == Asserted && lemma == "confirm" && !p.Negated:
		p.Strength = Confirmed
	}
	for _, at := range r.cues {
		p.Cue = joined(p.Cue, f.tokens[at].Text)
	}
	return p, max(next, verb+1), true
}

// subjectReach is how many tokens the subject takes at most between "before" and its verb.
const subjectReach = 6

// forestalled is the token of the "before" whose clause the verb group at token first belongs
// to, -1 for none: what was ended "before it could reach the port" did not reach it.
func (f *finder) forestalled(first int) int {
	for k := first - 1; k >= max(0, first-subjectReach) && !f.mark(k); k-- {
		if f.norm(k) == "before" {
			return k
		}
		if c, _ := f.cue(k); c.class == modal || c.class == formBe || c.class == formHave || c.class == joint {
			return -1
		}
	}
	return -1
}

// keepPost is the lemma of what somebody does who remains in office.
const keepPost = "keep_post"

// holdsOn is the token of the noun for an office that a verb and what stands from token i on
// tell somebody to remain in, "kept his post", "stays in office"; 0 for none.
func (f *finder) holdsOn(lemma string, i int) int {
	switch lemma {
	case "keep", "retain":
	case "remain", "stay":
		if f.norm(i) != "in" {
			return 0
		}
		i++
	default:
		return 0
	}
	if c, _ := f.cue(i); c.class == determiner {
		i++
	}
	if !f.sets[posts][f.norm(i)] {
		return 0
	}
	return i
}

// idioms are two words that mean what one verb does.
var idioms = map[string]string{"let go": "release", "set free": "release", "go free": "release", "walk free": "release", "stay away": "skip"}

// parted finds the particle that stands behind the object of a verb: "set the avalanche
// off"; 0 for none.
func (f *finder) parted(lemma string, i int) int {
	const longestObject = 4
	for k := i; k < i+longestObject && !f.mark(k); k++ {
		c, _ := f.cue(k)
		if k > i && f.sets[particles][f.norm(k)] && f.verbSenses(lemma+"_"+f.norm(k)) != nil {
			if next, _ := f.cue(k + 1); f.mark(k+1) || next.class == preposition || next.class == joint {
				return k
			}
			return 0
		}
		if c.class != open && c.class != determiner && c.class != pronoun {
			return 0
		}
	}
	return 0
}

// idle reports whether no object stands at token i, behind a verb.
func (f *finder) idle(i int) bool {
	c, _ := f.cue(i)
	return f.mark(i) || c.class == joint || c.class == preposition || c.class == adverb
}

// upTo reports whether the phrase from token i on ends at a time, and what is told with it:
// "until Friday", "before seven".
func (f *finder) upTo(i int) bool {
	for k := i; k < i+8 && !f.mark(k); k++ {
		switch f.norm(k) {
		case "until", "till", "before":
			return true
		}
	}
	return false
}

// capped reports whether the phrase from token i on has a limit in it: "no more than".
func (f *finder) capped(i int) bool {
	for k := i; k < i+6 && !f.mark(k); k++ {
		if f.norm(k) == "no" {
			switch f.norm(k + 1) {
			case "more", "less", "fewer", "later", "longer", "further":
				return true
			}
		}
	}
	return false
}

// anyone reports whether what stands at token i points at somebody or something without
// a name: "these people", "anyone".
func (f *finder) anyone(i int) bool {
	switch f.norm(i) {
	case "anyone", "anybody", "anything", "everyone", "everybody", "somebody", "someone":
		return true
	case "these", "those", "such":
		n := f.norm(i + 1)
		return n == "people" || n == "men" || n == "women" || n == "things"
	}
	return false
}

// perfect reports whether the group has "have" after its modal: "could not have
// known".
func (f *finder) perfect(r reading) bool {
	for i := r.first; i <= r.aux; i++ {
		if f.norm(i) == "have" {
			return true
		}
	}
	return false
}

// cued reports whether one of the cues is one of the given words, contracted or
// not.
func (f *finder) cued(r reading, words ...string) bool {
	for _, at := range r.cues {
		if slices.Contains(words, strings.TrimSuffix(f.norm(at), "n't")) {
			return true
		}
	}
	return false
}

// verdict is what a subject or an object is found to be, at the end of the phrase that begins
// at token j, and where that ends: "unlawful" in "ruled the raid unlawful".
func (f *finder) verdict(j int) (state string, end int) {
	for k := j; k < j+5 && !f.mark(k); k++ {
		switch c, _ := f.cue(k); c.class {
		case open:
			state, end = f.singular(f.norm(k)), f.tokens[k].Span.End
		case determiner, adverb:
		default:
			return state, end
		}
	}
	return state, end
}

// state is the noun or adjective that tells what a subject is, and where it ends, within a
// few tokens from token j: "custody" in "still in custody".
func (f *finder) state(j int) (state string, end int) {
	for k := j; k < j+2; k++ {
		if f.norm(k) == "at" && f.norm(k+1) == "large" {
			return "at_large", f.tokens[k+1].Span.End
		}
	}
	for k := j; k < j+3 && !f.mark(k); k++ {
		if c, _ := f.cue(k); c.class == open {
			return f.singular(f.norm(k)), f.tokens[k].Span.End
		}
	}
	return "", 0
}
