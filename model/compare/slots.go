// This file pairs the figures that stand in the same place of two sentences,
// where the words they count do not tie them together.

package compare

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"doubletake/model"
	"doubletake/model/quantity"
	"doubletake/model/text"
)

// Bounds for figures that only their surroundings tie together: how sure the link
// and how alike the surroundings have to be, near words counted.
const (
	slotLink  = 0.5
	slotSame  = 0.3
	slotClash = 0.45
	slotSure  = 0.9 // a link from which equal figures need nothing else
	slotLarge = 10  // a number from which equal figures are no chance
)

// slot is a pair of figures that stand by kindred words.
type slot struct {
	link        int
	left, right int
	near        float64
}

// slots pairs the figures that nothing has been found for, by what stands around them.
func (f *figures) slots() {
	var all []slot
	for k, l := range f.links {
		if l.Score < slotLink {
			continue
		}
		for _, i := range f.left.quantitiesOf[l.Left] {
			for _, j := range f.right.quantitiesOf[l.Right] {
				if f.usedL[i] || f.usedR[j] {
					continue
				}
				x, y := f.left.Quantities[i], f.right.Quantities[j]
				near := f.alike(x, y)
				if x.States != 0 && x.States == y.States {
					near = max(near, slotClash) // the same thing happened to both
				}
				if o, _ := quantity.Arithmetic(x, y); o == quantity.Equal && x.Dimension == quantity.Money && x.Unit != y.Unit {
					near++ // one number of dollars, of which one article says whose, goes before all else
				}
				sure := l.Score >= slotSure
				if sure && rounds(x, y) {
					near = max(near, slotSame) // one is the other, rounded
				}
				if near >= slotSame || x.Low == y.Low && x.High == y.High && (sure || x.Low > slotLarge) {
					all = append(all, slot{k, i, j, near})
				}
			}
		}
	}
	slices.SortStableFunc(all, func(a, b slot) int {
		return cmp.Or(cmp.Compare(b.near, a.near), cmp.Compare(a.left+a.right, b.left+b.right))
	})
	for _, s := range all {
		if f.usedL[s.left] || f.usedR[s.right] {
			continue
		}
		x, y := f.left.Quantities[s.left], f.right.Quantities[s.right]
		out, why := quantity.Arithmetic(x, y)
		if out != quantity.Equal && s.near >= slotSame && twoCurrencies(x, y) {
			out, why = quantity.Rounded, "two currencies, not converted: "+x.Words+" / "+y.Words
		}
		if out == quantity.Incompatible && f.twoScales(x, y) {
			out, why = quantity.Equal, "one number in degrees Celsius, the other in Fahrenheit"
		}
		if out == quantity.Rounded && (s.near < slotSame || s.near < slotClash && (loose(x) || loose(y)) || !quantity.OneOrder(x, y)) {
			continue
		}
		if out == quantity.Rounded && x.Part != y.Part && (loose(x) || loose(y)) {
			continue // "one of them" and how many there were
		}
		if out == quantity.Incompatible && (s.near < f.bar(x, y) || !oneSort(x, y) || f.agreesL[s.left] || f.agreesR[s.right]) {
			continue
		}
		f.add(figure{s.link, s.left, s.right, quantity.Evidence{Outcome: out, Why: why}})
	}
}

// alike is how alike the surroundings of two figures are.
func (p *pairing) alike(x, y quantity.Mention) float64 {
	return p.kinship(p.left.around(x.Claim, x.Span), p.right.around(y.Claim, y.Span))
}

// oneSort reports whether two figures may be two answers to one question: both say how
// many there are in all, or both how many more, neither tells of a rise where the other
// tells of a fall, neither is far from the other, and not two things happened to the counted.
func oneSort(x, y quantity.Mention) bool {
	if x.States != 0 && y.States != 0 && x.States&y.States == 0 {
		return false // twelve hurt, three killed
	}
	return none(x) == none(y) && x.More == y.More && x.Trend*y.Trend >= 0 && quantity.OneOrder(x, y)
}

// twoScales reports whether two numbers without a unit are one temperature in Celsius and
// in Fahrenheit, in articles that both give temperatures: "past 35", "past 95".
func (f *figures) twoScales(x, y quantity.Mention) bool {
	bare := func(q quantity.Mention) bool {
		return q.Dimension == quantity.Count && q.Counted == "" && q.States == 0
	}
	if !bare(x) || !bare(y) || !f.left.thermal() || !f.right.thermal() {
		return false
	}
	c, fahrenheit := min(x.Low, y.Low), max(x.Low, y.Low)
	return math.Abs(c*9/5+32-fahrenheit) <= 0.5
}

// thermal reports whether an article gives a temperature.
func (s *side) thermal() bool {
	return slices.ContainsFunc(s.Quantities, func(q quantity.Mention) bool { return q.Dimension == quantity.Temperature })
}

// rounding is how far, as a part of the larger, two figures of claims that surely tell
// one thing may lie apart to be one figure, whatever nouns stand behind them.
const rounding = 0.1

// rounds reports whether one figure may be the other, rounded: "43 writers", "more than
// forty colleagues".
func rounds(x, y quantity.Mention) bool {
	if loose(x) || loose(y) || x.Dimension != y.Dimension || x.Dimension == quantity.Ordinal || x.Dimension == quantity.Rank ||
		x.Dimension == quantity.Count && min(x.Low, y.Low) < fewCounted || x.Part != y.Part || x.More != y.More {
		return false
	}
	out, _ := quantity.Arithmetic(x, y)
	return out == quantity.Rounded && math.Abs(x.Low-y.Low) <= rounding*max(x.Low, y.Low)
}

// loose reports a number that goes with nearly any other: "dozens", "one of them".
func loose(q quantity.Mention) bool {
	return q.Dimension == quantity.Count && (q.Bound == quantity.Vague || q.Low == 1 && q.High == 1)
}

// none reports "no plans", which counts nothing of another sort.
func none(q quantity.Mention) bool { return q.Low == 0 && q.High == 0 && q.Dimension == quantity.Count }

// bar is how alike the surroundings of two figures have to be that exclude each
// other: less where time sets them apart, for that is no contradiction.
func (p *pairing) bar(x, y quantity.Mention) float64 {
	if _, moved := p.moved(x, y); moved {
		return slotSame
	}
	return slotClash
}

// twoCurrencies reports whether two sums are told in two known currencies. What one
// is worth in the other, on which day, is for the reader to look up.
func twoCurrencies(x, y quantity.Mention) bool {
	return x.Dimension == quantity.Money && y.Dimension == quantity.Money && x.Unit != y.Unit && x.Unit != "" && y.Unit != "" &&
		x.Per == y.Per && !x.Gloss && !y.Gloss
}

// kinship is the share of the lighter surroundings that the other has too, near
// words counted by how near they are; the mean of both ways round.
func (p *pairing) kinship(a, b []term) float64 {
	sumA, sumB, there, back := 0.0, 0.0, 0.0, 0.0
	best := make([]float64, len(b))
	for _, x := range a {
		sumA += x.weight
		most := 0.0
		for j, y := range b {
			if n := p.nearness(x.stem, y.stem); n > 0 {
				w := n * min(x.weight, y.weight)
				most, best[j] = max(most, w), max(best[j], w)
			}
		}
		there += most
	}
	for j, y := range b {
		sumB += y.weight
		back += best[j]
	}
	if there == 0 {
		return 0
	}
	return min(1, (there+back)/2/(min(sumA, sumB)+0.5))
}

// ordinals are those that are nothing else: "first" opens sentences, "second" is a
// unit of time.
var ordinals = map[string]float64{"third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
	"tenth": 10, "eleventh": 11, "twelfth": 12}

// bare are the numbers of an article that stand in no quantity and no date, as
// counts of nothing named: "trails by 14". Only their place in the sentence says
// what they count.
func (s *side) bare() {
	var covered []model.Span
	for _, q := range s.Quantities {
		covered = append(covered, q.Told())
	}
	for _, d := range s.Dates {
		covered = append(covered, d.Span)
	}
	taken := newCover(covered)
	for c, tokens := range s.Tokens {
		for k, t := range tokens {
			if taken.overlaps(t.Span) {
				continue
			}
			q := quantity.Mention{Claim: model.ClaimIndex(c), Span: t.Span, Figure: t.Span, Words: t.Text, Place: 1}
			switch n, ordinal := ordinals[t.Norm]; {
			case ordinal:
				q.Dimension, q.Low = quantity.Ordinal, n
			case t.Kind == text.Number && !named(tokens, k):
				v, err := strconv.ParseFloat(strings.ReplaceAll(t.Text, ",", ""), 64)
				if err != nil || v >= 1500 && v < 2100 {
					continue
				}
				q.Dimension, q.Low = quantity.Count, v
			default:
				continue
			}
			q.High = q.Low
			note(s.quantitiesOf, model.ClaimIndex(c), len(s.Quantities))
			s.Quantities = append(s.Quantities, q)
		}
	}
}

// named reports whether a number is part of a name: "Fox 8", "F-16", "No. 48".
func named(t []text.Token, k int) bool {
	if k == 0 {
		return false
	}
	b := t[k-1]
	return b.Upper() && k > 1 || b.Text == "." || t[k].Glued || k+1 < len(t) && t[k+1].Glued && t[k+1].Kind == text.Word
}
