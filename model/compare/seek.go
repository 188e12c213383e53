// This file lets figures bring two claims together that their words alone do not.

package compare

import (
	"cmp"
	"math"
	"slices"

	"doubletake/model"
	"doubletake/model/align"
	"doubletake/model/quantity"
)

// How strong a pair of figures has to be to bring two claims together: where the two
// exclude each other, and where they agree. Strength is explained at strength.
const (
	seekClash = 0.50
	seekAgree = 0.25
)

// strength is what speaks for two figures of two claims counting one thing: how sure
// the claims are to tell one thing, and half of how like what stands about them and
// what they count are. Halves, as each alone is half the matter.
func (p *pairing) strength(score float64, x, y quantity.Mention) float64 {
	s := score + p.alike(x, y)/2 + quantity.Comparable(x, y).Score/2
	return math.Round(s*1e9) / 1e9 // the order of a sum must not tell
}

// sought is a pair of figures of two claims that are not linked.
type sought struct {
	faint       align.Link
	left, right int
	evidence    quantity.Evidence
	strength    float64
}

// seek looks in pairs of claims that are nearly links for figures without a
// counterpart that count one thing, each the other's best, and links their claims.
func (f *figures) seek(faint []align.Link) {
	var all []sought
	bestL, bestR := make(map[int][2]float64), make(map[int][2]float64)
	for _, l := range faint {
		is, js := free(f.left.quantitiesOf[l.Left], f.usedL), free(f.right.quantitiesOf[l.Right], f.usedR)
		if len(is) == 0 || len(js) == 0 {
			continue
		}
		for _, m := range quantity.Match(mentions(&f.left, is), mentions(&f.right, js)) {
			s := sought{faint: l, left: is[m.Left], right: js[m.Right], evidence: m.Evidence}
			s.strength = f.strength(l.Score, f.left.Quantities[s.left], f.right.Quantities[s.right])
			bestL[s.left], bestR[s.right] = topTwo(bestL[s.left], s.strength), topTwo(bestR[s.right], s.strength)
			all = append(all, s)
		}
	}
	for _, s := range all {
		if lone(bestL[s.left], s.strength) && lone(bestR[s.right], s.strength) && f.convinces(s) {
			f.bring(s)
		}
	}
	f.order()
}

// topTwo keeps the two best.
func topTwo(t [2]float64, x float64) [2]float64 {
	switch {
	case x > t[0]:
		return [2]float64{x, t[0]}
	case x > t[1]:
		t[1] = x
	}
	return t
}

// lone reports whether a strength is the best and has no equal.
func lone(t [2]float64, x float64) bool { return x == t[0] && x > t[1] }

// free are the figures of a claim that stand in no pair.
func free(of []int, used map[int]bool) []int {
	return slices.DeleteFunc(slices.Clone(of), func(i int) bool { return used[i] })
}

// convinces reports whether two figures are enough to link their claims.
func (f *figures) convinces(s sought) bool {
	x, y := f.left.Quantities[s.left], f.right.Quantities[s.right]
	if s.evidence.Outcome == quantity.Incompatible {
		tied := x.Counted != "" && y.Counted != "" || f.alike(x, y) > 0
		return s.strength >= seekClash && oneSort(x, y) && tied && (s.evidence.Likeness.Firm || x.States|y.States == 0)
	}
	return s.strength >= seekAgree && particular(x) && particular(y)
}

// fewCounted is up to how many of a thing two sentences count by chance.
const fewCounted = 20

// particular reports whether a figure is such that two sentences of one event seldom
// give it of two things.
func particular(q quantity.Mention) bool {
	switch q.Dimension {
	case quantity.Count, quantity.Ordinal:
		return q.Low >= fewCounted
	case quantity.Rank, quantity.Times:
		return false
	}
	return true
}

// bring links two claims by a pair of figures.
func (f *figures) bring(s sought) {
	at := slices.IndexFunc(f.links, func(l model.Link) bool { return l.Left == s.faint.Left && l.Right == s.faint.Right })
	if at < 0 {
		at = len(f.links)
		f.links = append(f.links, model.Link{Left: s.faint.Left, Right: s.faint.Right, Score: max(clashScore, min(math.Round(s.strength*100)/100, 1))})
	}
	f.add(figure{at, s.left, s.right, s.evidence})
}

// order puts the links, and the pairs that point at them, in the order of the text.
func (f *figures) order() {
	by := make([]int, len(f.links))
	for k := range by {
		by[k] = k
	}
	slices.SortFunc(by, func(a, b int) int {
		return cmp.Or(cmp.Compare(f.links[a].Left, f.links[b].Left), cmp.Compare(f.links[a].Right, f.links[b].Right))
	})
	links, now := make([]model.Link, len(f.links)), make([]int, len(f.links))
	for to, from := range by {
		links[to], now[from] = f.links[from], to
	}
	f.links = links
	for k := range f.pairs {
		f.pairs[k].link = now[f.pairs[k].link]
	}
}
