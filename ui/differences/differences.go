// Package differences draws the list of facts that the filter lets through,
// worst first, the left words and the right words in columns, and behind them the
// reader's mark, or a dot for what has not been looked at.
package differences

import (
	"strings"

	"doubletake/model"
	"doubletake/model/marks"
	"doubletake/ui/book"
	"doubletake/ui/layout"
	"doubletake/ui/scene"
	"doubletake/ui/theme"
)

// columns is the widths of a row's parts; 0 for a part that is left out.
type columns struct{ kind, about, left, right int }

// lead is the cells before the first column: bar, sign, space; tail those behind
// the last one: space, the reader's mark, space.
const lead, tail = 4, 3

func measure(w int) columns {
	var c columns
	if w >= 64 {
		c.kind = 13
	}
	if w >= 96 {
		c.about = min(30, w/5)
	}
	rest := max(2, w-lead-tail-c.kind-c.about-3)
	c.left = rest / 2
	c.right = rest - c.left
	return c
}

// Rows draws h rows of exactly w cells, the fact at place top of the list first.
func Rows(sc scene.Scene, top, w, h int) []string {
	list := sc.Book.List(sc.At.Filter)
	cols := measure(w)
	rows := make([]string, 0, max(h, 0))
	for i := top; i < top+h; i++ {
		if i < 0 || i >= len(list) {
			rows = append(rows, layout.Spaces(w))
			continue
		}
		rows = append(rows, row(sc, list[i], cols, w, !sc.Seen.Facts[list[i]]))
	}
	if len(list) == 0 && h > 0 {
		rows[0] = layout.Fit("    "+sc.Theme.Quiet.Of(empty(sc.At.Filter)), w)
	}
	return rows
}

// empty says why the list is.
func empty(f book.Filter) string {
	what := "no difference"
	if f.ByRelation {
		what = "no " + theme.Noun(f.Only)
	}
	if f.ByKind {
		what += " of kind " + f.Kind.String()
	}
	switch {
	case f.ByRelation && f.Only == model.LeftOnly:
		return what + " that the left alone tells"
	case f.ByRelation && f.Only == model.RightOnly:
		return what + " that the right alone tells"
	}
	return what + " found"
}

// Row draws one fact on w cells, as the list does but for the dot of what has not
// been looked at.
func Row(sc scene.Scene, i model.FactIndex, w int) string { return row(sc, i, measure(w), w, false) }

func row(sc scene.Scene, i model.FactIndex, cols columns, w int, unseen bool) string {
	th, f := sc.Theme, sc.Book.C.Facts[i]
	current, on := sc.At.Current()
	here := on && current == i
	dismissed := sc.Marks.Dismissed(i)

	sign, words := th.Relation[f.Relation], th.Text
	if dismissed {
		sign, words = th.Quiet, th.Quiet
	}
	quiet := th.Quiet
	if here {
		sign, words, quiet = th.Cursor, th.Cursor, th.Cursor
	}
	var b strings.Builder
	if here {
		b.WriteString(th.Title.Of(theme.Bar))
	} else {
		b.WriteByte(' ')
	}
	b.WriteString(sign.Of(" " + theme.Sign(f.Relation) + " "))
	if cols.kind > 0 {
		b.WriteString(quiet.Of(layout.Fit(f.Kind.String(), cols.kind)))
	}
	if cols.about > 0 {
		b.WriteString(quiet.Of(layout.Fit(f.About, cols.about-1) + " "))
	}
	b.WriteString(words.Of(cell(sc, f, model.Left, cols.left)))
	b.WriteString(quiet.Of(" " + theme.Down + " "))
	b.WriteString(words.Of(cell(sc, f, model.Right, cols.right)))
	note := Sign(sc.Marks.Fact(i))
	if note == " " && unseen {
		note = theme.Unseen
	}
	b.WriteString(quiet.Of(" " + note + " "))
	if lead+cols.kind+cols.about+cols.left+3+cols.right+tail != w {
		return layout.Fit(b.String(), w) // too narrow for the columns
	}
	return b.String()
}

// cell is one side's words in n cells; a dash where that side is silent.
func cell(sc scene.Scene, f model.Fact, s model.Side, n int) string {
	m, ok := f.On(s)
	if !ok {
		return layout.Fit(theme.Across, n)
	}
	words := sc.Book.C.Words(s, m)
	// Only the beginning can be seen; do not measure a page-long quote.
	if len(words) > 4*n+64 {
		words = strings.ToValidUTF8(words[:4*n+64], "")
	}
	return layout.Fit(words, n)
}

// Sign is the reader's mark in one cell: a note before a check.
func Sign(m marks.Mark) string {
	switch {
	case m.State == marks.Dismissed:
		return theme.Dropped
	case m.Note != "":
		return theme.Noted
	case m.State == marks.Checked:
		return theme.Checked
	}
	return " "
}
