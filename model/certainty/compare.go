// This file lays the predicates of two claims that report the same thing beside
// each other and says where they differ in certainty or contradict.

package certainty

import (
	"cmp"
	"fmt"
	"slices"

	"doubletake/model"
)

// Finding is one pair of predicates that tell the same thing: Same where both
// are hedged alike, Differs where one is surer, Conflict where one denies what
// the other says.
type Finding struct {
	Left, Right model.Span
	Relation    model.Relation
	Why         string
	Score       float64 // how well the two predicates match, 0 to 1
}

// Compare pairs the predicates of a left and a right claim, each with at most
// one of the other side, and lists what the pairs come to in left order. It
// assumes that the claims report the same thing.
func Compare(left, right []Predicate) []Finding {
	x := words()
	var out []Finding
	for _, p := range x.pair(left, right) {
		l, r := left[p.left], right[p.right]
		if rel, why, ok := x.judge(l, r, p); ok {
			out = append(out, Finding{Left: l.Span, Right: r.Span, Relation: rel, Why: why, Score: p.score})
		}
	}
	return out
}

// match is how well two predicates fit each other.
type match struct {
	left, right        int
	verb, words, score float64
	shared             int // content words in common
}

// fit is the least score at which two predicates are paired.
const fit = 0.35

// pair aligns predicates best first.
func (x *lexicon) pair(left, right []Predicate) []match {
	var all []match
	alone := x.substance(left) == 1 || x.substance(right) == 1
	for i, l := range left {
		for j, r := range right {
			m := x.compare(l, r)
			m.left, m.right = i, j
			if alone && !x.sets[speech][l.lemma] && !x.sets[speech][r.lemma] {
				m.score += .1
			}
			if m.score >= fit {
				all = append(all, m)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b match) int { return cmp.Compare(b.score, a.score) })
	usedL, usedR := make([]bool, len(left)), make([]bool, len(right))
	kept := all[:0]
	for _, m := range all {
		if !usedL[m.left] && !usedR[m.right] {
			usedL[m.left], usedR[m.right] = true, true
			kept = append(kept, m)
		}
	}
	slices.SortFunc(kept, func(a, b match) int { return cmp.Compare(a.left, b.left) })
	return kept
}

// substance counts the predicates that tell more than that somebody spoke.
func (x *lexicon) substance(ps []Predicate) (n int) {
	for _, p := range ps {
		if !x.sets[speech][p.lemma] {
			n++
		}
	}
	return n
}

// compare scores two predicates by their verbs and the words near them.
func (x *lexicon) compare(l, r Predicate) match {
	var m match
	m.verb = x.alike(l, r)
	var shared, sumL, sumR float64
	for _, t := range l.Near {
		sumL += t.Weight
		best := 0.0
		for _, u := range r.Near {
			switch {
			case t.Stem == u.Stem:
				best = max(best, min(t.Weight, u.Weight))
			case best == 0 && x.nounsAlike(t.lemma, u.lemma):
				best = .7 * min(t.Weight, u.Weight)
			}
		}
		if best > 0 {
			m.shared++
			shared += best
		}
	}
	for _, u := range r.Near {
		sumR += u.Weight
	}
	m.words = shared / (min(sumL, sumR) + .7)
	m.score = .4*m.verb + .6*min(1, 1.3*m.words)
	if l.Passive && r.Passive {
		m.score += .03
	}
	return m
}

// alike is how close the verbs, or a verb and a noun, are.
func (x *lexicon) alike(l, r Predicate) float64 {
	switch {
	case l.lemma == "be" && r.lemma == "be":
		return .3
	case l.Stem == r.Stem:
		return 1
	case r.Noun && !l.Noun:
		return x.alike(r, l)
	case l.Noun && r.Noun:
		if x.nounsAlike(l.lemma, r.lemma) {
			return .8
		}
		return 0
	case l.Noun:
		if x.derived(l.lemma, r.lemma) {
			return .8
		}
		for _, t := range r.Near[:min(r.object, 4)] {
			if t.Stem == l.Stem || x.nounsAlike(t.lemma, l.lemma) {
				return .7
			}
		}
		return 0
	}
	return x.verbsAlike(l.lemma, r.lemma)
}

// judge says what a pair comes to.
func (x *lexicon) judge(l, r Predicate, m match) (model.Relation, string, bool) {
	if x.sets[speech][l.lemma] || x.sets[speech][r.lemma] {
		return 0, "", false
	}
	if l.Negated != r.Negated {
		if m.verb >= .7 && m.words > .2 && !l.Strength.Doubtful() && !r.Strength.Doubtful() {
			return model.Conflict, fmt.Sprintf("%s in one, not in the other", l.Stem), true
		}
		return 0, "", false
	}
	a, b := l.Strength, r.Strength
	if a > b {
		a, b = b, a
	}
	switch {
	case a == b && a != Asserted:
		return model.Same, "both " + a.String(), true
	case !a.Doubtful() && b.Doubtful() && a != Conditional,
		a == Planned && b == Hoped, a == Planned && b == Conditional,
		a <= Confirmed && b == Hoped,
		b == Conditional && a <= Planned && l.iffy != r.iffy:
		return model.Differs, fmt.Sprintf("%s in one%s, %s in the other%s", l.Strength, quoted(l.Cue), r.Strength, quoted(r.Cue)), true
	}
	return 0, "", false
}

func quoted(cue string) string {
	if cue == "" {
		return ""
	}
	return " (‘" + cue + "’)"
}
