// Package reading is the main screen: the first glance, both texts abreast, the
// list of differences and the detail, in the shape that fits the width.
//
// Where the reader is lives in the scene; this package turns keys into moves of
// that state and keeps what belongs to the screen alone: the shape, and how far
// each part is scrolled. Scrolling follows the reader: it is anchored to the
// current claim, so a resize keeps the place.
package reading

import (
	"doubletake/model"
	"doubletake/ui/book"
	"doubletake/ui/glance"
	"doubletake/ui/layout"
	"doubletake/ui/scene"
	"doubletake/ui/texts"
)

// Model is the state of the screen. Its zero value shows the shape that fits.
type Model struct {
	want     layout.Shape
	unlocked bool
	texts    bool // the texts must be seen, whatever the shape
	w, h     int
	glance   []string // the first glance at this width; drawn as long as there is room
	tops     [2]int   // scroll positions of the texts, in rows; negative for rows above the text
	list     int      // scroll position of the list
}

// SetSize tells the size of the whole screen in cells and rows, and keeps the
// current claim on the row where it was, as far as that row is left.
func (m Model) SetSize(sc scene.Scene, w, h int) Model {
	old := m.row(sc, sc.At.Side) - m.tops[sc.At.Side]
	m.w, m.h = w, h
	m.glance = glance.Rows(sc, w, max(5, h*2/5))
	if sc.At.Started {
		m.tops[sc.At.Side] = m.row(sc, sc.At.Side) - old
	}
	return m.Settle(sc)
}

// Shape is the shape on the screen.
func (m Model) Shape() layout.Shape {
	s := layout.Choose(m.want, m.w)
	if s == layout.List && m.texts {
		return layout.One
	}
	return s
}

// Texts says whether a text must be seen even where the shape would show the
// list alone: a search stands on words that are in no list.
func (m Model) Texts(must bool) Model {
	m.texts = must
	return m
}

// Locked reports whether the panes scroll together.
func (m Model) Locked() bool { return !m.unlocked }

// frame is where everything stands now. The glance folds away with the first
// move, unless the screen is tall.
func (m Model) frame(sc scene.Scene) layout.Frame {
	rows := len(m.glance)
	if sc.At.Started && m.h < tall {
		rows = 0
	}
	return layout.Arrange(m.w, m.h, layout.Ask{
		Shape: m.Shape(), Glance: rows, List: len(sc.Book.List(sc.At.Filter)), Side: int(sc.At.Side),
	})
}

// tall is the height, in rows, from which the first glance stays.
const tall = 38

// page is a side's text wrapped for its pane, nil where it has none.
func (m Model) page(sc scene.Scene, f layout.Frame, s model.Side) *book.Page {
	if f.Panes[s].W == 0 {
		return nil
	}
	return sc.Book.Page(texts.Setting(sc, s, f.Panes[s].W))
}

// row is the row on which the current claim of a side begins; 0 where the side
// is not on the screen.
func (m Model) row(sc scene.Scene, s model.Side) int {
	if page := m.page(sc, m.frame(sc), s); page != nil && sc.At.Claim[s] != book.None {
		return layout.RowOf(page.Lines, sc.Book.Claim(s, sc.At.Claim[s]).Span.Start)
	}
	return 0
}

// Settle scrolls every part so that it shows where the reader is.
func (m Model) Settle(sc scene.Scene) Model {
	f := m.frame(sc)
	if i, ok := sc.At.Current(); ok && f.List.H > 0 {
		if at, _ := sc.Walk().Place(sc.At); at > 0 && i != book.None {
			m.list = layout.Follow(m.list, at-1, at-1, f.List.H)
		}
	}
	m.list = layout.Clamp(m.list, len(sc.Book.List(sc.At.Filter)), f.List.H)
	if !sc.At.Started {
		return m
	}
	side := sc.At.Side
	page := m.page(sc, f, side)
	if page == nil {
		return m
	}
	m.tops[side] = m.follow(sc, page, f.Panes[side].H)
	if other := m.page(sc, f, side.Other()); other != nil && !m.unlocked {
		m.tops = m.abreast(sc, page, other, f.Panes[side].H)
	}
	return m
}

// follow is the scroll position of the text that is read: moved only when the
// current words leave the pane, and back to the beginning when all fits.
func (m Model) follow(sc scene.Scene, page *book.Page, h int) int {
	_, first, last := m.anchor(sc, page, page.Side)
	top := layout.Follow(m.tops[page.Side], first, last, h)
	if len(page.Lines) <= h && top > 0 {
		return 0
	}
	return top
}

// abreast is the scroll positions that put the counterpart beside the current
// words. Where that would cut the counterpart off, both move as far as the
// current claim allows.
func (m Model) abreast(sc scene.Scene, page, other *book.Page, h int) [2]int {
	s, o := page.Side, other.Side
	anchor, first, last := m.anchor(sc, page, s)
	tops := m.tops
	tops[o] = layout.Abreast(tops[s], anchor, m.counterpart(sc, other))
	if sc.At.Claim[o] == book.None {
		return tops
	}
	_, from, to := m.anchor(sc, other, o)
	shift := 0
	if cut := tops[o] - from; cut > 0 {
		shift = -min(cut, max(0, tops[s]+h-1-last))
	} else if cut := to - (tops[o] + h - 1); cut > 0 {
		shift = min(cut, max(0, first-tops[s]))
	}
	tops[s] += shift
	tops[o] += shift
	return tops
}

// anchor is the row that the counterpart is to stand beside, and the rows that
// must be in view: those of the current words, or of the claim.
func (m Model) anchor(sc scene.Scene, page *book.Page, s model.Side) (anchor, first, last int) {
	first, last = layout.Rows(page.Lines, sc.Book.Claim(s, sc.At.Claim[s]).Span)
	anchor = first
	if words, ok := sc.Focus(s); ok {
		anchor = layout.RowOf(page.Lines, words.Start)
		if last-first > long {
			first, last = layout.Rows(page.Lines, words)
		}
	}
	return anchor, first, last
}

// long is the rows from which a claim may be cut off to show the words it is
// read for.
const long = 8

// counterpart is the row of the other text that is to stand beside the anchor:
// the current words there, the claim, or the place where it would stand.
func (m Model) counterpart(sc scene.Scene, page *book.Page) int {
	s := page.Side
	if sc.At.Claim[s] == book.None {
		return gap(sc, page)
	}
	if words, ok := sc.Focus(s); ok {
		return layout.RowOf(page.Lines, words.Start)
	}
	return layout.RowOf(page.Lines, sc.Book.Claim(s, sc.At.Claim[s]).Span.Start)
}

// gap is the row of a page above which the missing counterpart of the current
// claim is announced; book.None where nothing is missing.
func gap(sc scene.Scene, page *book.Page) int {
	if !sc.At.Started || page.Side == sc.At.Side || sc.At.Claim[page.Side] != book.None {
		return book.None
	}
	at := sc.Book.Stands(sc.At.Side, sc.At.Claim[sc.At.Side])
	if at == 0 {
		return 0
	}
	return layout.RowOf(page.Lines, at-1) + 1
}
