// This file lays the marks of all facts over a text without overlaps.

package report

import (
	"cmp"
	"slices"

	"doubletake/model"
)

// piece is a stretch of a paragraph under one mark, or under none: Class is "".
type piece struct {
	Words, Class, Label, Fact string
	Sign                      string   // on the first piece that shows a mark, else ""
	Anchors                   []string // of the marks that begin here, shown or not
}

// mark is one fact's words in one text.
type mark struct {
	span model.Span
	fact model.FactIndex
	rank int // of the fact among all, worst first
}

// overlay is the marks of one text, by their place.
type overlay struct {
	c     model.Comparison
	side  model.Side
	marks []mark
}

// marked is every mark of one side.
func marked(c model.Comparison, s model.Side) overlay {
	o := overlay{c: c, side: s}
	for rank, i := range c.Ranked() {
		if m, ok := c.Facts[i].On(s); ok && !m.Span.Empty() {
			o.marks = append(o.marks, mark{m.Span, i, rank})
		}
	}
	slices.SortFunc(o.marks, func(a, b mark) int {
		return cmp.Or(cmp.Compare(a.span.Start, b.span.Start), cmp.Compare(a.rank, b.rank))
	})
	return o
}

// cut is a paragraph in pieces that together are all of it. Where marks overlap
// the worst one shows.
func (o overlay) cut(body string, p model.Span) []piece {
	over := o.within(p)
	edges := []int{p.Start, p.End}
	for _, m := range over {
		edges = append(edges, m.span.Start, m.span.End)
	}
	slices.Sort(edges)
	edges = slices.Compact(edges)
	var out []piece
	var open []mark // those that cover the stretch in hand
	shown := make(map[model.FactIndex]bool)
	for i := 1; i < len(edges); i++ {
		at := model.Span{Start: edges[i-1], End: edges[i]}
		open = slices.DeleteFunc(open, func(m mark) bool { return m.span.End <= at.Start })
		var anchors []string
		for len(over) > 0 && over[0].span.Start == at.Start {
			open = append(open, over[0])
			anchors = append(anchors, markID(o.side, FactID(over[0].fact)))
			over = over[1:]
		}
		next := piece{Words: at.In(body), Anchors: anchors}
		if len(open) > 0 {
			next.fill(o.c, slices.MinFunc(open, func(a, b mark) int { return cmp.Compare(a.rank, b.rank) }).fact, shown)
		}
		if n := len(out); n > 0 && out[n-1].Fact == next.Fact && len(anchors) == 0 {
			out[n-1].Words += next.Words
		} else {
			out = append(out, next)
		}
	}
	return out
}

// fill puts the piece under a fact's mark.
func (x *piece) fill(c model.Comparison, i model.FactIndex, shown map[model.FactIndex]bool) {
	f := c.Facts[i]
	x.Class, x.Label, x.Fact = f.Relation.String(), word(f.Relation), FactID(i)
	if !shown[i] {
		x.Sign = Sign(f.Relation)
		shown[i] = true
	}
}

// within is the marks inside a paragraph, in order. A mark stands in one claim,
// and so in one paragraph.
func (o overlay) within(p model.Span) []mark {
	at := func(offset int) int {
		i, _ := slices.BinarySearchFunc(o.marks, offset, func(m mark, offset int) int { return cmp.Compare(m.span.Start, offset) })
		return i
	}
	inside := slices.Clone(o.marks[at(p.Start):at(p.End)])
	return slices.DeleteFunc(inside, func(m mark) bool { return !p.Contains(m.span) })
}
