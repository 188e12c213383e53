package reading

import (
	"doubletake/model"
	"doubletake/ui/layout"
	"doubletake/ui/nav"
	"doubletake/ui/scene"
	"doubletake/ui/texts"
)

// Scroll moves what stands at the cell x, y by some rows without moving the
// reader; the next move scrolls back to where that is.
func (m Model) Scroll(sc scene.Scene, x, y, by int) Model {
	f := m.frame(sc)
	if f.List.Has(x, y) {
		m.list = layout.Clamp(m.list+by, len(sc.Book.List(sc.At.Filter)), f.List.H)
		return m
	}
	for s := model.Left; s <= model.Right; s++ {
		if f.Panes[s].Has(x, y) {
			return m.scrollPane(sc, f, s, by)
		}
	}
	return m
}

// scrollPane scrolls one text, and the other with it where they are locked. It
// stops where the text that is pointed at ends.
func (m Model) scrollPane(sc scene.Scene, f layout.Frame, s model.Side, by int) Model {
	page := m.page(sc, f, s)
	to := max(min(0, m.tops[s]), min(m.tops[s]+by, max(len(page.Lines)-f.Panes[s].H/2, m.tops[s])))
	by = to - m.tops[s]
	m.tops[s] += by
	if !m.unlocked {
		m.tops[s.Other()] += by
	}
	return m
}

// Click is where the reader is after pointing at the cell x, y: at the
// difference on that row of the list, or at the claim in that place of a text.
func (m Model) Click(sc scene.Scene, x, y int) nav.State {
	f := m.frame(sc)
	if f.List.Has(x, y) {
		if list, i := sc.Book.List(sc.At.Filter), m.list+y-f.List.Y; i < len(list) {
			return sc.Walk().ToFact(sc.At, list[i])
		}
	}
	for s := model.Left; s <= model.Right; s++ {
		if f.Panes[s].Has(x, y) {
			return m.clickPane(sc, f, s, x, y)
		}
	}
	return sc.At
}

func (m Model) clickPane(sc scene.Scene, f layout.Frame, s model.Side, x, y int) nav.State {
	page := m.page(sc, f, s)
	p := texts.Pane{Side: s, Page: page, Top: m.tops[s], Gap: gap(sc, page)}
	offset, ok := p.Offset(sc, f.Panes[s].W, x-f.Panes[s].X, y-f.Panes[s].Y)
	if !ok {
		return sc.At
	}
	if i := page.At(offset); i >= 0 && sc.At.Filter.Admits(sc.Book.C.Facts[i]) {
		at := sc.At
		at.Side = s
		return sc.Walk().ToFact(at, i)
	}
	if i, ok := sc.Book.C.ClaimAt(s, offset); ok {
		return sc.Walk().ToClaim(sc.At, s, i)
	}
	return sc.At
}
