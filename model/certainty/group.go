// This file reads one verb group: auxiliaries, adverbs, negations, verbs that
// raise ("appears to have", "is expected to", "failed to") and the main verb.

package certainty

import (
	"strings"

	"doubletake/model"
	"doubletake/model/text"
)

// reading is a verb group as far as it has been read.
type reading struct {
	p     Predicate
	cues  []int // token indexes of hedging and negating words
	last  class // the auxiliary that the next verb must agree with; open for none
	aux   int   // token index of the last auxiliary
	have  bool  // a form of have stands in the group
	first int
	final bool // a finite auxiliary or verb opened the group
}

// group reads the verb group that begins at token i. Without an auxiliary the
// verb must look finite from its neighbours.
func (f *finder) group(i int) (p Predicate, next int, ok bool) {
	r := reading{first: i, aux: -1}
	j := i
	for j < len(f.tokens) {
		c, negated := f.cue(j)
		switch {
		case negated:
			r.negate(f, j)
			if !r.auxiliary(c, j) {
				return p, i + 1, false
			}
		case c.class == negation:
			r.negate(f, j)
		case c.class == hedge:
			r.weaken(c.strength)
			r.cues = append(r.cues, j)
		case c.class == nothing && f.norm(j+1) == "longer":
			r.negate(f, j)
			j++
		case c.class == adverb, c.class == open && r.aux >= 0 && f.manner(j):
		case c.class == to:
			if !r.infinitive(f, j) {
				return f.settle(r, j)
			}
		case c.class >= formBe && c.class <= modal:
			if !r.auxiliary(c, j) {
				return f.settle(r, j)
			}
		default:
			return f.main(r, j)
		}
		j++
	}
	return f.settle(r, j)
}

// auxiliary takes in an auxiliary; false where it cannot follow what stands
// before it ("has" after "has").
func (r *reading) auxiliary(c cue, at int) bool {
	if c.finite && r.last != open && c.class != formBe {
		if c.class != formHave || r.last == formHave {
			return c.class == formHave && r.last == modal
		}
	}
	switch c.class {
	case modal:
		r.weaken(c.strength)
		if c.strength != Asserted {
			r.cues = append(r.cues, at)
		}
	case formHave:
		r.have = true
	}
	r.final = r.final || c.finite
	r.last, r.aux = c.class, at
	return true
}

func (r *reading) negate(f *finder, at int) {
	r.p.Negated = !r.p.Negated
	r.p.not = f.tokens[at].Text
	r.cues = append(r.cues, at)
}

// weaken sets the strength unless a weaker one is set.
func (r *reading) weaken(s Strength) { r.p.Strength = max(r.p.Strength, s) }

// infinitive takes in "to" after a form of be or have: "is to open", "has yet
// to name", "have to leave".
func (r *reading) infinitive(f *finder, at int) bool {
	switch {
	case r.last == open && r.aux < 0 && at == r.first: // a bare infinitive
		r.weaken(Hoped)
	case f.norm(at-1) == "yet" && (r.last == formBe || r.last == formHave):
		r.negate(f, at-1)
	case r.last == formBe:
		r.weaken(Planned)
		r.cues = append(r.cues, r.aux, at)
	case r.last == formHave:
	default:
		return false
	}
	r.last, r.aux = to, at
	return true
}

// manner reports whether the token is an adverb in -ly and no verb.
func (f *finder) manner(i int) bool {
	n := f.norm(i)
	return len(n) > 4 && strings.HasSuffix(n, "ly") && f.verbs[n].form == notVerb
}

// main reads the main verb at token j, and through a raising verb the one after
// it.
func (f *finder) main(r reading, j int) (p Predicate, next int, ok bool) {
	v := f.verbs[f.norm(j)]
	raise, raises := f.raises(r, j, v)
	if raises {
		if k, ok := f.toVerb(j + 1); ok {
			r.weaken(raise.strength)
			if raise.negates {
				r.negate(f, j)
			} else if raise.strength != Asserted {
				r.cues = append(r.cues, j)
			}
			r.last, r.aux, r.have = to, k, false
			q := r
			p, next, ok := f.rest(q, k+1)
			if ok {
				return p, next, true
			}
		}
	}
	if f.agrees(r, v, j) {
		return f.finish(r, j, v.lemma, r.last == formBe && v.form != ing, j+1)
	}
	return f.settle(r, j)
}

// rest goes on with the group after "to".
func (f *finder) rest(r reading, j int) (Predicate, int, bool) {
	for ; j < len(f.tokens); j++ {
		c, negated := f.cue(j)
		switch {
		case negated, c.finite && c.class != formBe && c.class != formHave && c.class != formDo:
			return Predicate{}, j, false
		case c.class == negation:
			r.negate(f, j)
		case c.class == hedge:
			r.weaken(c.strength)
			r.cues = append(r.cues, j)
		case c.class == adverb:
		case c.class >= formBe && c.class <= formDo:
			r.last, r.aux = c.class, j
			r.have = r.have || c.class == formHave
		case c.class == open && f.verbs[f.norm(j)].form == notVerb && f.manner(j):
		default:
			return f.main(r, j)
		}
	}
	return f.settle(r, j)
}

// raises looks the token up among the raising words.
func (f *finder) raises(r reading, j int, v inflection) (raiser, bool) {
	if x, ok := f.raisers[f.norm(j)]; ok && x.after == formBe {
		return x, r.last == formBe
	}
	x, ok := f.raisers[v.lemma]
	return x, ok && v.form != notVerb && x.after == open && (r.last != formBe || v.form == ing)
}

// toVerb finds "to" at token j, past an adverb, with an infinitive after it.
func (f *finder) toVerb(j int) (int, bool) {
	for k := j; k < j+3 && k < len(f.tokens); k++ {
		c, _ := f.cue(k)
		if c.class == to {
			next, _ := f.cue(k + 1)
			return k, next.class >= formBe && next.class <= formDo || next.class == negation || next.class == adverb ||
				next.class == hedge || f.verbs[f.norm(k+1)].form == base || f.manner(k+1)
		}
		if c.class != adverb && c.class != negation && !f.manner(k) {
			return 0, false
		}
	}
	return 0, false
}

// agrees reports whether the verb form can stand after the group read so far.
func (f *finder) agrees(r reading, v inflection, j int) bool {
	switch r.last {
	case modal, formDo, to:
		return v.form == base || v.form == past && v.lemma == f.norm(j)
	case formBe:
		return v.form == past || v.form == ing && v.class != 'n' || v.form == base && f.participle(j) || f.regular(j)
	case formHave:
		return v.form == past || v.form == base && f.participle(j) || f.regular(j)
	}
	return f.finite(v, j, len(r.cues) > 0)
}

// regular reports whether an unlisted word looks like a participle in -ed.
func (f *finder) regular(j int) bool {
	n := f.norm(j)
	return f.verbs[n].form == notVerb && len(n) > 5 && strings.HasSuffix(n, "ed")
}

// participle holds for verbs whose participle is the lemma.
func (f *finder) participle(j int) bool {
	return strings.Contains(" become come run put beat broadcast cast thrust rid bid forecast set cut hit hurt let shut cost spread split shed read bet quit ", " "+f.norm(j)+" ")
}

// finite reports whether a verb form without an auxiliary is likely the verb of
// its clause, by the words on both sides of it. After a hedge or "never" it
// always is.
func (f *finder) finite(v inflection, j int, cued bool) bool {
	if v.form == notVerb {
		return false
	}
	if cued {
		return v.form != base || v.class == 'v'
	}
	before, _ := f.cue(j - 1)
	after, _ := f.cue(j + 1)
	start := j == 0 || f.tokens[j-1].Kind == text.Mark
	if f.tokens[j].Upper() && !start || before.class == determiner || j > 0 && f.tokens[j-1].Possessive() {
		return false
	}
	closes := after.class == determiner || after.class == proposal || after.class == pronoun || after.class == relative ||
		after.class == to || after.class == nothing || after.class == adverb || after.class == joint || after.class == question || j+1 < len(f.tokens) && (f.tokens[j+1].Kind == text.Mark || f.tokens[j+1].Upper() || f.tokens[j+1].Kind == text.Number)
	glued := j+1 < len(f.tokens) && f.tokens[j+1].Text == "-" || j > 0 && f.tokens[j-1].Text == "-"
	switch v.form {
	case past:
		return !glued && v.class != 'n' && (closes || before.class == pronoun || before.class == relative || before.class == adverb || before.class == open && !start) && before.class != proposal
	case ing:
		return !glued && v.class != 'n' && before.class != proposal
	case third:
		return !glued && !start && before.class != proposal && (v.class == 'v' || v.class == 'b' && closes && (before.class == relative || before.class == pronoun || before.class == open && after.class != proposal))
	default:
		plural := strings.HasSuffix(f.norm(j-1), "s") && before.class == open || before.class == pronoun || before.class == relative
		return !glued && plural && v.class != 'n' && closes
	}
}

// settle ends a group whose main verb is its last auxiliary: "was in custody",
// "has a text", "could be". A group without a finite auxiliary is none.
func (f *finder) settle(r reading, j int) (Predicate, int, bool) {
	if r.aux < 0 || r.last == to || r.last == modal || r.last == formDo {
		return Predicate{}, r.first + 1, false
	}
	lemma := "be"
	if r.last == formHave {
		lemma = "have"
	}
	return f.finish(r, r.aux, lemma, false, j)
}

// finish makes the predicate: its span ends with the main verb, or with the
// adverbs after a copula.
func (f *finder) finish(r reading, verb int, lemma string, passive bool, next int) (Predicate, int, bool) {
	p := r.p
	p.Verb, p.Passive = verb, passive
	if lemma == "" {
		lemma = f.norm(verb)
	}
	p.lemma = lemma
	p.Stem = text.Stem(f.norm(verb))
	if lemma == "be" || lemma == "have" {
		p.Stem = lemma
	}
	p.Span = model.Span{Start: f.tokens[r.first].Span.Start, End: f.tokens[max(verb, next-1)].Span.End}
	if p.Strength == Asserted && lemma == "confirm" && !p.Negated {
		p.Strength = Confirmed
	}
	p.Cue = f.words(r.cues)
	return p, max(next, verb+1), true
}

// words joins the cue tokens: as one stretch of text where they stand together,
// else with spaces.
func (f *finder) words(at []int) string {
	var b strings.Builder
	for n, i := range at {
		if n > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(f.tokens[i].Text)
	}
	return b.String()
}
