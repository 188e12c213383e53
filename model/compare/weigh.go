// This file weighs which figures of linked claims count one thing, by all that is known
// of them at once. The rules before it (slots.go, seek.go, package quantity) each see a
// part: the nouns, the words about, the only ones of a sort. The trees see whether a figure
// has a better partner, how many others stand beside it and how sure the link is.
//
// On twelve annotated pairs that neither had seen, the trees alone, at .6, found .96 of the
// figures that agree and 1.00 of those that round, and .90 and .95 of what they found was so;
// the rules found .91 and .95, and .86 and .91 was so. Of clashes both found little more than
// half, so there they only add to each other.

package compare

import (
	"cmp"
	"math"
	"slices"

	"doubletake/model"
	"doubletake/model/align"
	"doubletake/model/forest"
	"doubletake/model/quantity"
)

// How sure the trees have to be that two figures count one thing: for a pair that a rule has
// found to differ and not to clash, and for one that no rule has found, where it agrees,
// rounds or clashes. Where a rule has found figures that agree or clash, the trees
// have nothing to say: what they would drop there was oftener right than wrong.
const (
	weighKeep  = 0.2
	weighAgree = 0.85
	weighRound = 0.7
	weighClash = 0.9
)

// figureSight is all that is known of two figures, the same whichever article comes first.
type figureSight [len(quantity.Traits{}) + besideTraits]float64

// besideTraits is how many numbers a sight has beside what the words tell.
const besideTraits = 19

// beheld is a pair of figures of two claims that are links, or nearly.
type beheld struct {
	score       float64 // of the link
	faint       bool
	left, right int // indices into the quantities of each side
	outcome     quantity.Outcome
	near, like  float64 // how alike their surroundings are, and what they count
	firm        bool    // the words alone tie them together
	strength    float64
	open        bool    // the trees have a say in it
	sure        float64 // how sure they are that the two count one thing, from 0 to 1
}

// behold lays every figure of a claim beside every one of the claims it is linked with that
// counts in its units, and hands on what is known of each pair that the trees have a say in.
func (f *figures) behold(links []model.Link, faint []align.Link, known func(*beheld, figureSight)) (out []beheld) {
	all := func(left, right model.ClaimIndex, score float64, faint bool) {
		for _, i := range f.left.quantitiesOf[left] {
			for _, j := range f.right.quantitiesOf[right] {
				if o, _ := quantity.Arithmetic(f.left.Quantities[i], f.right.Quantities[j]); o != quantity.Incomparable {
					out = append(out, beheld{score: score, faint: faint, left: i, right: j, outcome: o})
				}
			}
		}
	}
	for _, l := range links {
		all(l.Left, l.Right, l.Score, false)
	}
	for _, l := range faint {
		all(l.Left, l.Right, l.Score, true)
	}
	out = f.open(out)
	f.see(out, known)
	return out
}

// open are the pairs that the trees have a say in, and their rivals: pairs of figures for
// which no rule has found a partner, or one that it only differs from.
func (f *figures) open(all []beheld) []beheld {
	differL, differR := make(map[int]bool), make(map[int]bool)
	for _, n := range f.pairs {
		if n.evidence.Outcome == quantity.Rounded {
			differL[n.left], differR[n.right] = true, true
		}
	}
	left, right := make(map[int]bool), make(map[int]bool)
	for k := range all {
		b := &all[k]
		b.open = (!f.usedL[b.left] || differL[b.left]) && (!f.usedR[b.right] || differR[b.right])
		if b.open {
			left[b.left], right[b.right] = true, true
		}
	}
	return slices.DeleteFunc(all, func(b beheld) bool { return !left[b.left] && !right[b.right] })
}

// rivalry is the two best strengths that a figure comes to, and the best with one it agrees with.
type rivalry struct {
	best   [2]float64
	agrees float64
}

// lead is how much stronger a pair is than the best other one of its figure.
func (r rivalry) lead(strength float64) float64 {
	if strength == r.best[0] {
		return strength - r.best[1]
	}
	return strength - r.best[0]
}

// see finds what is known of each pair.
func (f *figures) see(all []beheld, known func(*beheld, figureSight)) {
	left, right := make(map[int]rivalry), make(map[int]rivalry)
	for k := range all {
		b := &all[k]
		x, y := f.left.Quantities[b.left], f.right.Quantities[b.right]
		like := quantity.Comparable(x, y)
		b.near, b.like, b.firm = f.alike(x, y), like.Score, like.Firm
		b.strength = strengthOf(b.score, b.near, b.like)
		left[b.left], right[b.right] = left[b.left].with(b), right[b.right].with(b)
	}
	amountsL, amountsR := f.left.amounts(), f.right.amounts()
	for k := range all {
		b := &all[k]
		if !b.open {
			continue
		}
		x, y := f.left.Quantities[b.left], f.right.Quantities[b.right]
		there, back := number(amountsR[amountOf(x)]), number(amountsL[amountOf(y)])
		known(b, f.sight(b, left[b.left], right[b.right], min(there, back), max(there, back)))
	}
}

// with is the rivalry with one more pair.
func (r rivalry) with(b *beheld) rivalry {
	r.best = topTwo(r.best, b.strength)
	if b.outcome == quantity.Equal || b.outcome == quantity.Rounded {
		r.agrees = max(r.agrees, b.strength)
	}
	return r
}

// sight puts together what is known of a pair: what the words tell, the link and the
// surroundings, how far it leads its rivals, what it comes to, how many figures stand beside
// it, whether the other article gives its numbers anywhere, and how far it is behind what its
// figures agree with.
func (f *figures) sight(b *beheld, l, r rivalry, bothGiven, oneGiven float64) (out figureSight) {
	x, y := f.left.Quantities[b.left], f.right.Quantities[b.right]
	_, moved := f.moved(x, y)
	accounted := quantity.Accounted(x, y, mentions(&f.left, f.left.quantitiesOf[x.Claim]), mentions(&f.right, f.right.quantitiesOf[y.Claim]))
	manyL, sortL := f.left.beside(x)
	manyR, sortR := f.right.beside(y)
	leadL, leadR := l.lead(b.strength), r.lead(b.strength)
	behindL, behindR := b.strength-l.agrees, b.strength-r.agrees
	traits := quantity.TraitsOf(x, y)
	beside := [...]float64{
		b.score, b.near, b.like, number(b.firm), b.strength, min(leadL, leadR), max(leadL, leadR),
		float64(b.outcome), number(moved), min(manyL, manyR), max(manyL, manyR), min(sortL, sortR), max(sortL, sortR),
		bothGiven, oneGiven, apartBy(x, y), number(accounted), min(behindL, behindR), max(behindL, behindR),
	}
	_ = [1]int{}[len(beside)-besideTraits] // no fewer and no more than there is room for
	copy(out[copy(out[:], traits[:]):], beside[:])
	for i, v := range out {
		out[i] = steady(v)
	}
	return out
}

// oneSum reports whether two sums in two currencies may be one, for all that is known of rates.
func oneSum(x, y quantity.Mention) bool {
	const most = 4.6 // a hundred to one
	return twoCurrencies(x, y) && apartBy(x, y) <= most
}

func number(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// amount is a number with what it is counted in.
type amount struct {
	dimension quantity.Dimension
	unit      string
	low, high float64
}

func amountOf(q quantity.Mention) amount { return amount{q.Dimension, q.Unit, q.Low, q.High} }

// amounts are what an article counts, each once.
func (s *side) amounts() map[amount]bool {
	out := make(map[amount]bool, len(s.Quantities))
	for _, q := range s.Quantities {
		out[amountOf(q)] = true
	}
	return out
}

// beside is how many figures a claim has, and how many of one's own dimension.
func (s *side) beside(q quantity.Mention) (all, ofSort float64) {
	for _, k := range s.quantitiesOf[q.Claim] {
		all++
		if s.Quantities[k].Dimension == q.Dimension {
			ofSort++
		}
	}
	return all, ofSort
}

// endless is apartBy of two numbers of which one is nothing.
const endless = 9

// apartBy is how far apart two numbers are, as the logarithm of their ratio.
func apartBy(x, y quantity.Mention) float64 {
	if x.Low <= 0 || y.Low <= 0 {
		return endless
	}
	return math.Abs(math.Log(x.Low / y.Low))
}

// weighed asks the trees about a pair.
func weighed(b *beheld, s figureSight) {
	b.sure = steady(1 / (1 + math.Exp(-forest.Odds(figureTrees, s[:]))))
}

// asked is how sure the trees have to be of two figures of which no rule has said anything;
// more than they can be where they may not speak.
func (f *figures) asked(b beheld) float64 {
	const never = 2
	x, y := f.left.Quantities[b.left], f.right.Quantities[b.right]
	switch {
	case b.faint && !(particular(x) && particular(y)):
		return never
	case b.outcome == quantity.Equal:
		return weighAgree
	case x.Bound == quantity.Vague || y.Bound == quantity.Vague:
		return never // "hundreds" may be of anything
	case b.outcome == quantity.Rounded:
		return weighRound
	}
	return weighClash
}

// weigh drops the pairs that the trees are against and adds those they are sure of, the
// surest first, each figure at most once. It makes use of all.
func (f *figures) weigh(all []beheld) {
	against := make(map[[2]int]bool)
	for _, b := range all {
		if b.open && b.sure < weighKeep {
			against[[2]int{b.left, b.right}] = true
		}
	}
	f.pairs = slices.DeleteFunc(f.pairs, func(n figure) bool {
		if !against[[2]int{n.left, n.right}] || n.evidence.Outcome != quantity.Rounded || oneSum(f.left.Quantities[n.left], f.right.Quantities[n.right]) {
			return false
		}
		delete(f.usedL, n.left)
		delete(f.usedR, n.right)
		return true
	})
	all = slices.DeleteFunc(all, func(b beheld) bool { return !b.open || b.sure < weighRound })
	slices.SortStableFunc(all, func(a, b beheld) int {
		return cmp.Or(cmp.Compare(b.sure, a.sure), cmp.Compare(a.left+a.right, b.left+b.right), cmp.Compare(a.left, b.left))
	})
	for _, b := range all {
		if f.usedL[b.left] || f.usedR[b.right] || b.sure < f.asked(b) {
			continue
		}
		x, y := f.left.Quantities[b.left], f.right.Quantities[b.right]
		out, why := quantity.Arithmetic(x, y)
		s := sought{faint: align.Link{Left: x.Claim, Right: y.Claim, Score: b.score}, strength: b.strength}
		f.add(figure{f.bring(s), b.left, b.right, quantity.Evidence{Outcome: out, Why: why}})
	}
}
