// Package texts draws the panes of the reading screen: each text with its marks
// in place, the current claim and its counterpart tinted and barred.
//
// A pane is drawn row by row from the page's lines, only as far as it is
// visible; nothing is measured or wrapped here.
package texts

import (
	"strings"

	"doubletake/model"
	"doubletake/ui/book"
	"doubletake/ui/layout"
	"doubletake/ui/scene"
	"doubletake/ui/theme"
)

// Pane is one text on the screen.
type Pane struct {
	Side model.Side
	Page *book.Page
	Top  int // the row of the page shown first; may be negative
	Gap  int // the row above which the missing counterpart is announced; book.None for none
}

// Setting is how a text must be wrapped to stand in a pane of w cells.
func Setting(sc scene.Scene, side model.Side, w int) book.Setting {
	_, measure := layout.Column(w)
	return book.Setting{Side: side, Width: measure, Marked: book.Marking(sc.At.Filter), Bare: sc.Theme.Bare}
}

// Rows draws h rows of exactly w cells.
func (p Pane) Rows(sc scene.Scene, w, h int) []string {
	d := newDrawer(sc, p, w)
	rows := make([]string, 0, max(h, 0))
	for i := range max(h, 0) {
		rows = append(rows, d.row(p.Top+i))
	}
	return rows
}

// drawer holds what is the same for all rows of a pane.
type drawer struct {
	sc      scene.Scene
	pane    Pane
	text    string
	indent  string
	w       int
	claims  []model.Span // the current claims of this side, in text order
	bar     string       // of the current claims, styled
	alone   string       // the sign of what this side alone tells, styled
	fact    model.Span   // the current difference; empty for none
	factIs  model.Relation
	hits    []model.Span
	hit     model.Span
	current model.FactIndex
}

func newDrawer(sc scene.Scene, p Pane, w int) drawer {
	indent, _ := layout.Column(w)
	d := drawer{sc: sc, pane: p, text: sc.Book.C.Text(p.Side), indent: layout.Spaces(indent), w: w, current: book.None}
	d.claims = Claims(sc, p.Side)
	d.bar = sc.Theme.Title.Of(theme.Bar)
	if p.Side != sc.At.Side {
		d.bar = sc.Theme.Quiet.Of(theme.Bar)
	}
	class := theme.Class(p.Side)
	d.alone = sc.Theme.Quiet.Of(theme.Sign(class))
	if !sc.At.Filter.ByRelation || sc.At.Filter.Only == class {
		d.alone = sc.Theme.Relation[class].Of(theme.Sign(class))
	}
	if i, ok := sc.At.Current(); ok {
		f := sc.Book.C.Facts[i]
		if m, told := f.On(p.Side); told {
			d.fact, d.factIs, d.current = book.Snap(d.text, m.Span), f.Relation, i
		}
	}
	if sc.Hits.On {
		d.hits = sc.Hits.Spans[p.Side]
		if sc.Hits.Side == p.Side && sc.Hits.Index < len(d.hits) {
			d.hit = d.hits[sc.Hits.Index]
		}
	}
	return d
}

// Claims is the spans of the claims of one side that are current: the one that
// is read, or all that answer it.
func Claims(sc scene.Scene, side model.Side) []model.Span {
	if !sc.At.Started {
		return nil
	}
	at := sc.At.Claim[side]
	if at == book.None {
		return nil
	}
	spans := []model.Span{sc.Book.Claim(side, at).Span}
	if side != sc.At.Side {
		for _, p := range sc.Book.Partners(sc.At.Side, sc.At.Claim[sc.At.Side]) {
			if p != at {
				spans = append(spans, sc.Book.Claim(side, p).Span)
			}
		}
	}
	return spans
}

// row draws the row at index i of the page, the gap row counted.
func (d *drawer) row(i int) string {
	if d.pane.Gap != book.None {
		if i == d.pane.Gap {
			return d.gap()
		}
		if i > d.pane.Gap {
			i--
		}
	}
	if i < 0 || i >= len(d.pane.Page.Lines) || d.pane.Page.Lines[i].Blank {
		return layout.Spaces(d.w)
	}
	return d.line(i, d.pane.Page.Lines[i])
}

// gap says that this text has no counterpart here.
func (d *drawer) gap() string {
	_, measure := layout.Column(d.w)
	says := theme.Dashes + " only the " + d.pane.Side.Other().String() + " tells this "
	says = layout.Cut(says+strings.Repeat(theme.Dashes, max(0, measure-layout.Width(says))), measure, "")
	row := d.bar + "  " + d.indent + d.sc.Theme.Quiet.Of(says)
	return layout.Fit(row, d.w)
}

func (d *drawer) line(i int, l layout.Line) string {
	var b strings.Builder
	b.Grow(l.Span.Len() + 96)
	d.gutter(&b, i, l)
	d.words(&b, l)
	used := layout.Gutter + len(d.indent) + l.Cells
	if used > d.w {
		return layout.Fit(b.String(), d.w)
	}
	b.WriteString(layout.Spaces(d.w - used))
	return b.String()
}

// gutter draws the three cells before the text: the bar of the current claims,
// the sign of claims that this side alone tells, a space.
func (d *drawer) gutter(b *strings.Builder, i int, l layout.Line) {
	bar, sign := " ", " "
	for _, c := range d.claims {
		if c.Overlaps(l.Span) {
			bar = d.bar
		}
	}
	if d.pane.Page.Alone(i) {
		sign = d.alone
	}
	b.WriteString(bar)
	b.WriteString(sign)
	b.WriteByte(' ')
	b.WriteString(d.indent)
}

// words draws the text of a line in pieces that each have one style.
func (d *drawer) words(b *strings.Builder, l layout.Line) {
	page := d.pane.Page
	run := layout.From(page.Runs, l.Span.Start)
	open := signFrom(page.Opens, l.Span.Start)
	shut := signFrom(page.Closes, l.Span.Start+1)
	for at := l.Span.Start; at < l.Span.End; {
		if open < len(page.Opens) && page.Opens[open].At == at {
			d.sign(b, page.Opens[open].Fact, at)
			open++
		}
		for run < len(page.Runs) && page.Runs[run].Span.End <= at {
			run++
		}
		to, fact := l.Span.End, model.FactIndex(book.None)
		if run < len(page.Runs) {
			to = border(to, at, page.Runs[run].Span)
			if page.Runs[run].Span.Start <= at {
				fact = model.FactIndex(page.Runs[run].ID)
			}
		}
		if open < len(page.Opens) {
			to = min(to, page.Opens[open].At)
		}
		if shut < len(page.Closes) {
			to = min(to, page.Closes[shut].At)
		}
		to = d.border(to, at)
		b.WriteString(d.style(at, fact).Of(d.text[at:to]))
		at = to
		for ; shut < len(page.Closes) && page.Closes[shut].At == at; shut++ {
			d.closing(b, page.Closes[shut].Fact)
		}
	}
}

// border is the next change of style after at that claims, the current
// difference and search hits bring.
func (d *drawer) border(to, at int) int {
	for _, c := range d.claims {
		to = border(to, at, c)
	}
	to = border(to, at, d.fact)
	for i := hitFrom(d.hits, at); i < len(d.hits) && d.hits[i].Start < to; i++ {
		to = border(to, at, d.hits[i])
	}
	return to
}

// border is to, or the nearer border of s behind at.
func border(to, at int, s model.Span) int {
	if s.Start > at {
		return min(to, s.Start)
	}
	if s.End > at {
		return min(to, s.End)
	}
	return to
}

// style is how the byte at is drawn, given the fact that marks it.
func (d *drawer) style(at int, fact model.FactIndex) theme.Seq {
	th := d.sc.Theme
	if i := hitFrom(d.hits, at); i < len(d.hits) && d.hits[i].Start <= at {
		if d.hits[i] == d.hit {
			return th.Words(model.Differs, theme.Current)
		}
		return th.Hit
	}
	if in(d.fact, at) {
		return th.Words(d.factIs, theme.Current)
	}
	current := d.inClaim(at)
	if fact == book.None || d.faded(fact) {
		return th.Claim(current)
	}
	level := theme.Plain
	if current {
		level = theme.InClaim
	}
	return th.Words(d.sc.Book.C.Facts[fact].Relation, level)
}

// inClaim reports whether a byte stands in one of the current claims.
func (d *drawer) inClaim(at int) bool {
	for _, c := range d.claims {
		if in(c, at) {
			return true
		}
	}
	return false
}

// sign draws the sign in front of marked words; it takes one cell, or two where
// brackets do what styles cannot.
func (d *drawer) sign(b *strings.Builder, fact model.FactIndex, at int) {
	r := d.sc.Book.C.Facts[fact].Relation
	style, glyph := d.sc.Theme.Relation[r], theme.Sign(r)
	switch {
	case d.sc.Marks.Dismissed(fact):
		style, glyph = d.sc.Theme.Quiet, theme.Dot
	case d.faded(fact):
		style = d.sc.Theme.Quiet
	case fact == d.current:
		style = d.sc.Theme.Words(r, theme.Current)
	case d.inClaim(at):
		style = d.sc.Theme.Words(r, theme.InClaim)
	}
	b.WriteString(style.Of(glyph))
	if d.pane.Page.Bare {
		b.WriteByte("[{"[bit(fact == d.current)])
	}
}

func (d *drawer) closing(b *strings.Builder, fact model.FactIndex) {
	b.WriteByte("]}"[bit(fact == d.current)])
}

// faded reports whether a fact's mark is held back: filtered out or dismissed.
func (d *drawer) faded(fact model.FactIndex) bool {
	return !d.sc.At.Filter.Admits(d.sc.Book.C.Facts[fact]) || d.sc.Marks.Dismissed(fact)
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

func in(s model.Span, at int) bool { return s.Start <= at && at < s.End }
