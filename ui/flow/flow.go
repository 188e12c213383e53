// Package flow draws a piece of running text with some of its words in other
// styles: a quoted sentence in a panel, a value and what differs in it.
package flow

import (
	"strings"

	"doubletake/model"
	"doubletake/ui/layout"
	"doubletake/ui/theme"
)

// Run is a stretch of the text in a style, between two brackets where the
// terminal has no styles.
type Run struct {
	Span        model.Span
	Style       theme.Seq
	Open, Close string // drawn before and after; "" for nothing
}

// Rows wraps text to rows of at most width cells, all in the base style but for
// the runs, which must be sorted and disjoint.
func Rows(text string, width int, base theme.Seq, runs []Run) []string {
	var inserts []layout.Insert
	for _, r := range runs {
		if r.Open != "" {
			inserts = append(inserts, layout.Insert{At: r.Span.Start, Cells: layout.Width(r.Open)})
		}
		if r.Close != "" {
			inserts = append(inserts, layout.Insert{At: r.Span.End, Cells: layout.Width(r.Close), Close: true})
		}
	}
	lines := layout.Wrap(text, []model.Span{{Start: 0, End: len(text)}}, width, inserts)
	rows := make([]string, 0, len(lines))
	for _, l := range lines {
		var b strings.Builder
		for at := l.Span.Start; at < l.Span.End; {
			at = piece(&b, text, at, l.Span.End, base, runs)
		}
		row := b.String()
		if l.Cells > width {
			row = layout.Cut(row, width, "")
		}
		rows = append(rows, row)
	}
	return rows
}

// piece draws from at to the next border between styles, and gives that border.
func piece(b *strings.Builder, text string, at, end int, base theme.Seq, runs []Run) int {
	for _, r := range runs {
		if r.Span.End <= at || r.Span.Empty() {
			continue
		}
		if r.Span.Start > at {
			to := min(end, r.Span.Start)
			b.WriteString(base.Of(text[at:to]))
			return to
		}
		to := min(end, r.Span.End)
		if r.Span.Start == at {
			b.WriteString(r.Style.Of(r.Open))
		}
		b.WriteString(r.Style.Of(text[at:to]))
		if to == r.Span.End {
			b.WriteString(r.Style.Of(r.Close))
		}
		return to
	}
	b.WriteString(base.Of(text[at:end]))
	return end
}
