package layout

import (
	"cmp"
	"slices"

	"doubletake/model"
)

// Mark is a stretch of text that asks to be drawn in its own way. Where marks
// overlap the one of lower Rank is seen; among equals the shorter, then the
// earlier.
type Mark struct {
	Span model.Span
	Rank int
	ID   int // what the caller knows it by
}

// Flatten turns marks that may overlap and nest into runs that do neither, in
// text order: each run keeps the Rank and ID of the mark that is seen there.
// Runs of one mark that touch are one run. Empty marks vanish.
func Flatten(marks []Mark) []Mark {
	marks = slices.DeleteFunc(slices.Clone(marks), func(m Mark) bool { return m.Span.Empty() })
	slices.SortStableFunc(marks, func(a, b Mark) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	cuts := make([]int, 0, 2*len(marks))
	for _, m := range marks {
		cuts = append(cuts, m.Span.Start, m.Span.End)
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)

	var runs, live []Mark
	next := 0
	for i := 0; i+1 < len(cuts); i++ {
		piece := model.Span{Start: cuts[i], End: cuts[i+1]}
		for next < len(marks) && marks[next].Span.Start <= piece.Start {
			live = append(live, marks[next])
			next++
		}
		live = slices.DeleteFunc(live, func(m Mark) bool { return m.Span.End <= piece.Start })
		if len(live) == 0 {
			continue
		}
		seen := slices.MinFunc(live, inFront)
		if n := len(runs); n > 0 && runs[n-1].ID == seen.ID && runs[n-1].Span.End == piece.Start {
			runs[n-1].Span.End = piece.End
			continue
		}
		runs = append(runs, Mark{Span: piece, Rank: seen.Rank, ID: seen.ID})
	}
	return runs
}

func inFront(a, b Mark) int {
	return cmp.Or(
		cmp.Compare(a.Rank, b.Rank),
		cmp.Compare(a.Span.Len(), b.Span.Len()),
		cmp.Compare(a.Span.Start, b.Span.Start),
	)
}

// From is the index of the first of the flattened runs that ends after the
// byte offset.
func From(runs []Mark, offset int) int {
	i, _ := slices.BinarySearchFunc(runs, offset, func(m Mark, at int) int {
		if m.Span.End <= at {
			return -1
		}
		return 1
	})
	return i
}
