// This file lets figures and dates bring two claims together that their words alone
// do not.

package compare

import (
	"cmp"
	"math"
	"slices"

	"doubletake/model"
	"doubletake/model/align"
	"doubletake/model/date"
	"doubletake/model/quantity"
)

// How strong a pair of figures or dates has to be to bring two claims together: where the two
// exclude each other, and where they agree. Strength is explained at strength. On the
// annotated pairs these bring some thirty links, one of them wrong.
const (
	seekClash = 0.53 // of figures, which meet by chance up to 0.50
	weakClash = 0.58 // of figures that stand in a weak link as well, where few are each other's only choice
	seekApart = 0.5  // of dates, which meet by chance up to 0.43
	seekAgree = 0.2  // of both, which agree by chance up to 0.18
)

// oneStory is how many links, each counted by how sure it is, a claim of the shorter article
// has to have on average for the two to tell of one event at all: without that, figures meet
// by chance. Of 86 annotated pairs the least has .50; of 900 pairs of articles on two events
// one in a hundred has more than .23, and none more than .34.
const oneStory = 0.3

// related reports whether the articles tell of one event.
func (p *pairing) related() bool {
	for ; p.summed < len(p.links); p.summed++ {
		p.linkSum += p.links[p.summed].Score
	}
	return steady(p.linkSum) >= oneStory*float64(min(len(p.left.Claims), len(p.right.Claims)))
}

// clashFrom is how sure a link has to be for what stands in it to clash: nearly
// certain where little else speaks for one event.
func (p *pairing) clashFrom() float64 {
	const nearlyCertain = 0.9
	if p.related() {
		return clashScore
	}
	return nearlyCertain
}

// strength is what speaks for two figures of two claims counting one thing: how sure
// the claims are to tell one thing, and half of how like what stands about them and
// what they count are. Halves, as each alone is half the matter.
func (p *pairing) strength(score float64, x, y quantity.Mention) float64 {
	return strengthOf(score, p.alike(x, y), quantity.Comparable(x, y).Score)
}

// strengthOf is strength where both likenesses are known.
func strengthOf(score, near, like float64) float64 { return steady(score + near/2 + like/2) }

// steady drops the digits that hang on the order of a sum.
func steady(x float64) float64 { return math.Round(x*1e9) / 1e9 }

// sought is a pair of figures, or of dates, of two claims that are not linked.
type sought struct {
	faint       align.Link
	left, right int
	strength    float64
	evidence    quantity.Evidence // of figures
	relation    date.Relation     // of dates
}

// contest finds the pairs that are each side's best.
type contest struct {
	all         []sought
	left, right map[int][2]float64 // the two best strengths
}

func newContest() contest {
	return contest{left: make(map[int][2]float64), right: make(map[int][2]float64)}
}

func (c *contest) enter(s sought) {
	c.all = append(c.all, s)
	c.left[s.left], c.right[s.right] = topTwo(c.left[s.left], s.strength), topTwo(c.right[s.right], s.strength)
}

// winners are the pairs that beat every other of both sides.
func (c *contest) winners() []sought {
	return slices.DeleteFunc(c.all, func(s sought) bool { return !lone(c.left[s.left], s.strength) || !lone(c.right[s.right], s.strength) })
}

// seek looks in pairs of claims that are nearly links for figures without a
// counterpart that count one thing, each the other's best, and links their claims.
func (f *figures) seek(faint []align.Link) {
	c := newContest()
	for _, l := range faint {
		is, js := free(f.left.quantitiesOf[l.Left], f.usedL), free(f.right.quantitiesOf[l.Right], f.usedR)
		if len(is) == 0 || len(js) == 0 {
			continue
		}
		for _, m := range quantity.Match(mentions(&f.left, is), mentions(&f.right, js)) {
			s := sought{faint: l, left: is[m.Left], right: js[m.Right], evidence: m.Evidence}
			s.strength = f.strength(l.Score, f.left.Quantities[s.left], f.right.Quantities[s.right])
			c.enter(s)
		}
	}
	for _, s := range c.winners() {
		if f.convinces(s) {
			f.add(figure{f.bring(s), s.left, s.right, s.evidence})
		}
	}
}

// seekDates does the same for dates; what they come to is for dates.go.
func (p *pairing) seekDates(faint []align.Link) {
	if len(faint) == 0 {
		return
	}
	usedL, usedR := p.metDates()
	c := newContest()
	for _, l := range faint {
		for _, i := range free(p.left.datesOf[l.Left], usedL) {
			for _, j := range free(p.right.datesOf[l.Right], usedR) {
				x, y := p.left.Dates[i], p.right.Dates[j]
				r := p.almanac.Between(x, y).Relation
				if r == date.Incomparable || r == date.Compatible {
					continue
				}
				near := p.kinship(p.left.around(x.Claim, x.Span), p.right.around(y.Claim, y.Span))
				c.enter(sought{faint: l, left: i, right: j, strength: steady(l.Score + near/2), relation: r})
			}
		}
	}
	for _, s := range c.winners() {
		if p.datesConvince(s) {
			p.bring(s)
		}
	}
}

// metDates are the dates that have a counterpart in a linked claim.
func (p *pairing) metDates() (left, right map[int]bool) {
	left, right = make(map[int]bool), make(map[int]bool)
	for _, l := range p.links {
		for _, i := range p.left.datesOf[l.Left] {
			for _, j := range p.right.datesOf[l.Right] {
				switch p.almanac.Between(p.left.Dates[i], p.right.Dates[j]).Relation {
				case date.Equal, date.Finer, date.Coarser:
					left[i], right[j] = true, true
				}
			}
		}
	}
	return left, right
}

// datesConvince reports whether two dates are enough to link their claims: neither
// tells when something was said, and they are not the day that a whole story is of.
func (p *pairing) datesConvince(s sought) bool {
	x, y := p.left.Dates[s.left], p.right.Dates[s.right]
	if p.left.toldThen(x) || p.right.toldThen(y) || fold(p.left.words(x.Span)) == fold(p.right.words(y.Span)) {
		return false
	}
	if s.relation == date.Incompatible {
		return s.strength >= seekApart && !deictic(p.left.words(x.Span)) && !deictic(p.right.words(y.Span))
	}
	return s.strength >= seekAgree && specific(x.Value) && specific(y.Value)
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

// bring links two claims by what was found in them, and says which link it is.
func (p *pairing) bring(s sought) int {
	at := slices.IndexFunc(p.links, func(l model.Link) bool { return l.Left == s.faint.Left && l.Right == s.faint.Right })
	if at < 0 {
		at = len(p.links)
		p.links = append(p.links, model.Link{Left: s.faint.Left, Right: s.faint.Right, Score: max(clashScore, min(math.Round(s.strength*100)/100, 1))})
	}
	return at
}

// compareLinks orders links by left claim, then right claim.
func compareLinks(a, b model.Link) int {
	return cmp.Or(cmp.Compare(a.Left, b.Left), cmp.Compare(a.Right, b.Right))
}

// orderLinks puts the links, and the figures that point at them, in the order of the
// text.
func (p *pairing) orderLinks() {
	by := make([]int, len(p.links))
	for k := range by {
		by[k] = k
	}
	slices.SortFunc(by, func(a, b int) int {
		return compareLinks(p.links[a], p.links[b])
	})
	links, now := make([]model.Link, len(p.links)), make([]int, len(p.links))
	for to, from := range by {
		links[to], now[from] = p.links[from], to
	}
	p.links = links
	for k := range p.figures {
		p.figures[k].link = now[p.figures[k].link]
	}
}
