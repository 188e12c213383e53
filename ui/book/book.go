// Package book holds one comparison made ready for reading: which facts stand
// in which claim, which claim answers which, what order a reader walks in, and
// the two texts wrapped to a width with their marks. Everything in it follows
// from the comparison; nothing is decided here.
//
// A Book is immutable to its readers and safe for use by many sessions at once:
// what it computes on demand it keeps behind a lock, bounded in number.
package book

import (
	"cmp"
	"slices"
	"sync"

	"doubletake/model"
)

// None stands for no claim, or no fact, where there may be one.
const None = -1

// Book is a comparison with its indexes.
type Book struct {
	C      model.Comparison
	sides  [2]side
	totals [6]int
	ranked []model.FactIndex

	mu    sync.Mutex
	pages shelf
	lists map[Filter][]model.FactIndex
}

// side is what is known by claim of one article.
type side struct {
	facts    [][]model.FactIndex  // worst first
	partners [][]model.ClaimIndex // claims of the other side, best link first
	verdict  []model.Verdict      // the worst of the claim's links
	stands   []int                // where on the other side the claim stands or would stand, in bytes
	moved    []bool               // told at another point of the story than its counterpart
}

// New indexes a comparison. It costs one pass over claims, links and facts.
func New(c model.Comparison) *Book {
	b := &Book{C: c, ranked: c.Ranked(), lists: make(map[Filter][]model.FactIndex)}
	for s := model.Left; s <= model.Right; s++ {
		n := len(c.Tellings[s].Claims)
		b.sides[s] = side{
			facts:    make([][]model.FactIndex, n),
			partners: make([][]model.ClaimIndex, n),
			verdict:  make([]model.Verdict, n),
			stands:   make([]int, n),
			moved:    make([]bool, n),
		}
	}
	for _, f := range c.Facts {
		b.totals[f.Relation%6]++
	}
	b.placeFacts()
	b.placeLinks()
	for s := model.Left; s <= model.Right; s++ {
		b.placeStands(s)
		b.placeMoved(s)
	}
	return b
}

// Total is the number of facts of one relation.
func (b *Book) Total(r model.Relation) int { return b.totals[r%6] }

func (b *Book) placeFacts() {
	for _, i := range b.ranked {
		for s := model.Left; s <= model.Right; s++ {
			m, ok := b.C.Facts[i].On(s)
			if ok && b.has(s, m.Claim) {
				b.sides[s].facts[m.Claim] = append(b.sides[s].facts[m.Claim], i)
			}
		}
	}
}

func (b *Book) placeLinks() {
	links := slices.Clone(b.C.Links)
	slices.SortStableFunc(links, func(x, y model.Link) int { return cmp.Compare(y.Score, x.Score) })
	for _, l := range links {
		if !b.has(model.Left, l.Left) || !b.has(model.Right, l.Right) {
			continue
		}
		left, right := &b.sides[model.Left], &b.sides[model.Right]
		left.partners[l.Left] = append(left.partners[l.Left], l.Right)
		right.partners[l.Right] = append(right.partners[l.Right], l.Left)
		left.verdict[l.Left] = max(left.verdict[l.Left], l.Verdict)
		right.verdict[l.Right] = max(right.verdict[l.Right], l.Verdict)
	}
}

// placeStands says for each claim where the other article has its counterpart,
// or, where it has none, the place behind the counterpart of the claim before.
func (b *Book) placeStands(s model.Side) {
	at := 0
	others := b.C.Tellings[s.Other()].Claims
	for i, partners := range b.sides[s].partners {
		if len(partners) == 0 {
			b.sides[s].stands[i] = at
			continue
		}
		p := others[partners[0]].Span
		b.sides[s].stands[i] = p.Start
		at = p.End
	}
}

// placeMoved marks the linked claims that break the order of the other article:
// those outside the longest run of counterparts that go forward.
func (b *Book) placeMoved(s model.Side) {
	var linked []int
	for i, p := range b.sides[s].partners {
		if len(p) > 0 {
			linked = append(linked, i)
		}
	}
	kept := forward(linked, func(i int) int { return int(b.sides[s].partners[i][0]) })
	for _, i := range linked {
		b.sides[s].moved[i] = !kept[i]
	}
}

// forward is the longest subsequence of items whose values do not fall, as a
// set; the patience algorithm, n log n.
func forward(items []int, value func(int) int) map[int]bool {
	var tails []int // index into items of the end of the best run of each length
	before := make([]int, len(items))
	for k, item := range items {
		n, _ := slices.BinarySearchFunc(tails, value(item), func(t, v int) int {
			if value(items[t]) <= v {
				return -1
			}
			return 1
		})
		before[k] = None
		if n > 0 {
			before[k] = tails[n-1]
		}
		if n == len(tails) {
			tails = append(tails, k)
		} else {
			tails[n] = k
		}
	}
	kept := make(map[int]bool)
	if len(tails) > 0 {
		for k := tails[len(tails)-1]; k != None; k = before[k] {
			kept[items[k]] = true
		}
	}
	return kept
}

func (b *Book) has(s model.Side, i model.ClaimIndex) bool {
	return i >= 0 && int(i) < len(b.C.Tellings[s].Claims)
}

// Claims is the number of claims of one side.
func (b *Book) Claims(s model.Side) int { return len(b.C.Tellings[s].Claims) }

// Claim is one claim, and the zero claim where there is none of that number.
func (b *Book) Claim(s model.Side, i model.ClaimIndex) model.Claim {
	if !b.has(s, i) {
		return model.Claim{}
	}
	return b.C.Tellings[s].Claims[i]
}

// Facts is the facts that stand in a claim, worst first.
func (b *Book) Facts(s model.Side, i model.ClaimIndex) []model.FactIndex {
	if !b.has(s, i) {
		return nil
	}
	return b.sides[s].facts[i]
}

// Partners is the claims of the other side that answer a claim, best first.
func (b *Book) Partners(s model.Side, i model.ClaimIndex) []model.ClaimIndex {
	if !b.has(s, i) {
		return nil
	}
	return b.sides[s].partners[i]
}

// Partner is the best counterpart of a claim, or None.
func (b *Book) Partner(s model.Side, i model.ClaimIndex) model.ClaimIndex {
	if p := b.Partners(s, i); len(p) > 0 {
		return p[0]
	}
	return None
}

// Stands is the byte offset in the other text where the claim's counterpart
// begins, or where the claim would stand if the other article told it.
func (b *Book) Stands(s model.Side, i model.ClaimIndex) int {
	if !b.has(s, i) {
		return 0
	}
	return b.sides[s].stands[i]
}

// Moved reports whether the claim's counterpart comes at another point of the
// other article's story.
func (b *Book) Moved(s model.Side, i model.ClaimIndex) bool {
	return b.has(s, i) && b.sides[s].moved[i]
}

// Verdict is the worst verdict of the claim's links; Agree where it has none.
func (b *Book) Verdict(s model.Side, i model.ClaimIndex) model.Verdict {
	if !b.has(s, i) {
		return model.Agree
	}
	return b.sides[s].verdict[i]
}

// Class is the claim as one sign: told by one side only, or the worst of its
// facts and links. Furniture has no class: ok is false.
func (b *Book) Class(s model.Side, i model.ClaimIndex) (r model.Relation, ok bool) {
	if !b.has(s, i) || b.Claim(s, i).Furniture {
		return model.Same, false
	}
	if len(b.sides[s].partners[i]) == 0 {
		if s == model.Left {
			return model.LeftOnly, true
		}
		return model.RightOnly, true
	}
	r = model.Same
	switch b.Verdict(s, i) {
	case model.Differ:
		r = model.Differs
	case model.Clash:
		r = model.Conflict
	}
	for _, f := range b.sides[s].facts[i] {
		if x := b.C.Facts[f].Relation; !x.OneSided() {
			r = max(r, x)
		}
	}
	return r, true
}
