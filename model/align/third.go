// This file looks at the candidates a last time. A sum of weighted features cannot say
// that a shared name tells much between short claims and little between long ones, or
// that a weak likeness is enough where nothing else comes near; small trees can.

package align

import (
	"math"
	"slices"

	"doubletake/model/forest"
	"doubletake/model/parallel"
)

// Sight is all that the first two looks know of a candidate, the same whichever article
// comes first: the features of the first look, those of the second, and the log odds it
// came to. What is known of the left claim and of the right one (RowBest and ColBest,
// RowRival and ColRival, RowWeight and ColWeight) stands there as the less and the more.
type Sight [int(Features) + int(Seconds) + 1]float64

// odds are the log odds of the second look.
func (s *Sight) odds() float64 { return s[len(s)-1] }

// See puts together what is known of a candidate; odds are those of the second look.
func See(c Candidate, l Look, odds float64) (s Sight) {
	copy(s[:], c.X[:])
	copy(s[Features:], l.X[:])
	s[len(s)-1] = odds
	for _, side := range [...][2]int{{int(RowBest), int(ColBest)}, {int(Features) + int(RowRival), int(Features) + int(ColRival)},
		{int(Features) + int(RowWeight), int(Features) + int(ColWeight)}} {
		s[side[0]], s[side[1]] = min(s[side[0]], s[side[1]]), max(s[side[0]], s[side[1]])
	}
	for f, x := range s {
		s[f] = settled(x)
	}
	return s
}

// Unlikely is the log odds of the second look below which a pair is not looked at again:
// of such pairs of the annotated articles two in a thousand are links.
const Unlikely = -5

// score is the confidence after all three looks, from 0 to 1.
func (s *Sight) score() float64 {
	odds := s.odds()
	if odds >= Unlikely {
		odds += forest.Odds(trees, s[:])
	}
	return settled(1 / (1 + math.Exp(-odds)))
}

// threshold is the confidence from which a candidate is a link. F1 lies within .003 of
// its best (.867) from .36 to .54 when each tenth of the annotated pairs is scored by what
// was learned from the others; rather high within that, for a wrong link costs a reader
// more than a missed one.
const threshold = 0.48

// faintest is the confidence from which a pair that is no link is worth a second
// look by somebody who knows more of it.
const faintest = 0.05

// choose keeps the candidates the model is sure enough of, and those it is not sure
// to be none.
func choose(candidates []Candidate) (links, faint []Link) {
	first := make([]float64, len(candidates))
	parallel.Ranges(len(candidates), func(from, to int) {
		for k := from; k < to; k++ {
			first[k] = candidates[k].Score()
		}
	})
	looks := Refine(candidates, first)
	scores := make([]float64, len(candidates))
	parallel.Ranges(len(candidates), func(from, to int) {
		for k := from; k < to; k++ {
			sight := See(candidates[k], looks[k], looks[k].odds())
			scores[k] = sight.score()
		}
	})
	for k, s := range scores {
		l := Link{candidates[k].Left, candidates[k].Right, math.Round(s*100) / 100}
		switch {
		case s >= threshold:
			links = append(links, l)
		case s >= faintest:
			faint = append(faint, l)
		}
	}
	slices.SortFunc(links, compareLinks)
	slices.SortFunc(faint, compareLinks)
	return links, faint
}
