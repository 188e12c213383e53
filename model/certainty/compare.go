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
	var out []Finding
	for _, p := range pair(left, right) {
		l, r := left[p.left], right[p.right]
		if rel, why, ok := judge(l, r, p); ok {
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
func pair(left, right []Predicate) []match {
	var all []match
	for i, l := range left {
		for j, r := range right {
			m := compare(l, r)
			m.left, m.right = i, j
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

// compare scores two predicates by their verbs and the words near them.
func compare(l, r Predicate) match {
	var m match
	m.verb = alike(l, r)
	shared, total := 0.0, 0.0
	sumL, sumR := 0.0, 0.0
	for _, t := range l.Near {
		sumL += t.Weight
		for _, u := range r.Near {
			if t.Stem == u.Stem {
				shared += min(t.Weight, u.Weight)
				m.shared++
				break
			}
			if nounsAlike(t.lemma, u.lemma) {
				shared += .7 * min(t.Weight, u.Weight)
				m.shared++
				break
			}
		}
	}
	for _, u := range r.Near {
		sumR += u.Weight
	}
	total = min(sumL, sumR)
	m.words = shared / (total + .7)
	m.score = .5*m.verb + .5*min(1, 1.3*m.words)
	return m
}

// alike is how close the verbs, or a verb and a noun, are.
func alike(l, r Predicate) float64 {
	switch {
	case l.lemma == "be" && r.lemma == "be":
		return .3
	case l.Stem == r.Stem:
		return 1
	case l.Noun && r.Noun:
		if nounsAlike(l.lemma, r.lemma) {
			return .8
		}
		return 0
	case l.Noun:
		if derived(l.lemma, r.lemma) {
			return .8
		}
		return 0
	case r.Noun:
		return alike(r, l)
	}
	return verbsAlike(l.lemma, r.lemma)
}

// judge says what a pair comes to.
func judge(l, r Predicate, m match) (model.Relation, string, bool) {
	if l.Negated != r.Negated && l.Strength != Possible && r.Strength != Possible {
		if m.verb >= .8 && m.words > .2 {
			return model.Conflict, fmt.Sprintf("%s in one, not in the other", l.Stem), true
		}
		return 0, "", false
	}
	switch {
	case l.Strength == r.Strength && l.Strength != Asserted:
		return model.Same, "both " + l.Strength.String(), true
	case l.Strength.Doubtful() != r.Strength.Doubtful():
		return model.Differs, fmt.Sprintf("%s in one ('%s'), %s in the other", l.Strength, l.Cue, r.Strength), true
	}
	return 0, "", false
}
