// This file looks at all candidates together: a story goes on, so a pair whose
// neighbours are linked is the likelier link, and one far off the line that the
// sure links draw the less likely.

package align

import (
	"cmp"
	"math"
	"slices"

	"doubletake/model"
	"doubletake/model/parallel"
)

// Second numbers what is known of a candidate once every candidate has a first
// score.
type Second int

// The features of the second look.
const (
	Constant  Second = iota
	First            // log odds of the first look
	Along            // first scores of the pairs right before and behind this one
	Next             // best first score of a pair with a neighbour of one claim
	RowRival         // best other first score of the left claim
	ColRival         // best other first score of the right claim
	RowWeight        // share of the left claim's first scores that is this pair's
	ColWeight        // share of the right claim's
	Line             // distance from the line that the sure links around draw
	Quiet            // nothing else speaks for a link of either claim
	Kinship          // how much the two articles have in common: the mean best first score of a claim
	Seconds
)

var secondNames = [Seconds]string{"Constant", "First", "Along", "Next", "RowRival", "ColRival", "RowWeight", "ColWeight", "Line", "Quiet", "Kinship"}

// String is the feature's name in this package.
func (s Second) String() string { return secondNames[s] }

// sure is the first score from which a candidate draws the line.
const sure = 0.6

// Look is a candidate at the second look.
type Look struct {
	Left, Right model.ClaimIndex
	X           [Seconds]float64
}

// odds are the log odds of a link after the second look.
func (l Look) odds() (s float64) {
	for f, x := range l.X {
		s += secondWeights[f] * x
	}
	return s
}

// Refine describes candidates, by left claim, then right claim, by each other; first
// holds their first scores.
func Refine(candidates []Candidate, first []float64) []Look {
	row, col := lists(candidates, first)
	get := func(i, j model.ClaimIndex) float64 { return row.score(i, j) }
	line := newLine(candidates, first)
	kinship := meanBest(row) * meanBest(col)
	out := make([]Look, len(candidates))
	describe := func(k int) {
		i, j, p := candidates[k].Left, candidates[k].Right, first[k]
		l := Look{Left: i, Right: j}
		l.X[Constant] = 1
		l.X[First] = math.Log((p + 1e-6) / (1 - p + 1e-6))
		l.X[Along] = get(i-1, j-1) + get(i+1, j+1)
		l.X[Next] = max(get(i-1, j), get(i+1, j), get(i, j-1), get(i, j+1))
		rowOther, rowSum := others(row[i], p)
		colOther, colSum := others(col[j], p)
		l.X[RowRival], l.X[ColRival] = rowOther, colOther
		l.X[RowWeight], l.X[ColWeight] = p/rowSum, p/colSum
		l.X[Line] = line.distance(i, j)
		l.X[Quiet] = (1 - rowOther) * (1 - colOther)
		l.X[Kinship] = math.Sqrt(kinship)
		out[k] = l
	}
	parallel.Ranges(len(candidates), func(from, to int) {
		for k := from; k < to; k++ {
			describe(k)
		}
	})
	return out
}

// list holds the first scores of each claim of one side, in the order of the other.
type list [][]scored

// scored is a candidate as one of its claims sees it.
type scored struct {
	other model.ClaimIndex
	first float64
}

// lists are the first scores by left and by right claim.
func lists(candidates []Candidate, first []float64) (row, col list) {
	n, m := 0, 0
	for k := range candidates {
		n, m = max(n, int(candidates[k].Left)+1), max(m, int(candidates[k].Right)+1)
	}
	row, col = make(list, n), make(list, m)
	for k := range candidates {
		i, j := candidates[k].Left, candidates[k].Right
		row[i] = append(row[i], scored{j, first[k]})
		col[j] = append(col[j], scored{i, first[k]})
	}
	return row, col
}

// score is the first score of a claim and one of the other side, 0 for no candidate.
func (l list) score(i, j model.ClaimIndex) float64 {
	if i < 0 || int(i) >= len(l) {
		return 0
	}
	k, ok := slices.BinarySearchFunc(l[i], j, func(s scored, j model.ClaimIndex) int { return cmp.Compare(s.other, j) })
	if !ok {
		return 0
	}
	return l[i][k].first
}

// meanBest is the mean over the claims with candidates of their best first score,
// summed in order so that it comes out the same each time.
func meanBest(scores list) float64 {
	best := make([]float64, 0, len(scores))
	for _, all := range scores {
		if len(all) == 0 {
			continue
		}
		most := all[0].first
		for _, s := range all {
			most = max(most, s.first)
		}
		best = append(best, most)
	}
	slices.Sort(best)
	sum := 0.0
	for _, b := range best {
		sum += b
	}
	return sum / float64(max(1, len(best)))
}

// others is the best of the scores but one that equals own, and the sum of all.
func others(scores []scored, own float64) (best, sum float64) {
	skipped := false
	for _, s := range scores {
		sum += s.first
		if s.first == own && !skipped {
			skipped = true
			continue
		}
		best = max(best, s.first)
	}
	return best, sum
}

// line is the sure links, in the order of either side's claims.
type line struct {
	byLeft, byRight []anchor
}

// anchor is a sure link.
type anchor struct{ left, right model.ClaimIndex }

func newLine(candidates []Candidate, first []float64) line {
	var l line
	for k := range candidates {
		if first[k] >= sure {
			l.byLeft = append(l.byLeft, anchor{candidates[k].Left, candidates[k].Right})
		}
	}
	l.byRight = slices.Clone(l.byLeft)
	slices.SortFunc(l.byLeft, func(a, b anchor) int {
		return cmp.Or(cmp.Compare(a.left, b.left), cmp.Compare(a.right, b.right))
	})
	slices.SortFunc(l.byRight, func(a, b anchor) int {
		return cmp.Or(cmp.Compare(a.right, b.right), cmp.Compare(a.left, b.left))
	})
	return l
}

// distance is how far a pair lies from the nearest sure links other than itself,
// as seen from either text: 0 for right beside one, towards 1 with distance.
func (l line) distance(i, j model.ClaimIndex) float64 {
	left, _ := slices.BinarySearchFunc(l.byLeft, i, func(a anchor, i model.ClaimIndex) int { return cmp.Compare(a.left, i) })
	right, _ := slices.BinarySearchFunc(l.byRight, j, func(a anchor, j model.ClaimIndex) int { return cmp.Compare(a.right, j) })
	return min(nearest(l.byLeft, left, i, j), nearest(l.byRight, right, i, j))
}

// nearest is the distance to the nearest of the anchors about one place in their list.
func nearest(anchors []anchor, at int, i, j model.ClaimIndex) float64 {
	const looked = 12 // anchors on either side
	best := 1.0
	for _, a := range anchors[max(0, at-looked):min(len(anchors), at+looked)] {
		if a.left == i && a.right == j {
			continue
		}
		d := math.Abs(float64(a.left-i)) + math.Abs(float64(a.right-j))
		best = min(best, d/(d+4))
	}
	return best
}
