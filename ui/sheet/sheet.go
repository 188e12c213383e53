// Package sheet is a screen of rows that scrolls: help, ledger, sources,
// overview, and the detail at full size.
package sheet

import (
	"doubletake/ui/keys"
	"doubletake/ui/layout"

	"github.com/charmbracelet/bubbles/key"
)

// Sheet is rows and how far they are scrolled.
type Sheet struct {
	rows []string
	top  int
}

// Set gives the sheet its rows, keeping the place as far as it is still there.
func (s Sheet) Set(rows []string, h int) Sheet {
	s.rows = rows
	s.top = layout.Clamp(s.top, len(rows), h)
	return s
}

// Rows is what h rows show.
func (s Sheet) Rows(h int) []string { return layout.Window(s.rows, s.top, h) }

// Remark says how far the reader has come; "" where all is in view.
func (s Sheet) Remark(h int) string {
	switch {
	case len(s.rows) <= h:
		return ""
	case s.top == 0:
		return "more below"
	case s.top+h >= len(s.rows):
		return "end"
	}
	return "more above and below"
}

// Scroll moves by n rows.
func (s Sheet) Scroll(n, h int) Sheet {
	s.top = layout.Clamp(s.top+n, len(s.rows), h)
	return s
}

// Press takes a key that scrolls; lines says whether single lines scroll too.
// ok is false for other keys.
func (s Sheet) Press(p keys.Press, km *keys.Map, h int, lines bool) (next Sheet, ok bool) {
	switch {
	case lines && key.Matches(p, km.NextClaim):
		return s.Scroll(1, h), true
	case lines && key.Matches(p, km.PrevClaim):
		return s.Scroll(-1, h), true
	case lines && key.Matches(p, km.First):
		return s.Scroll(-len(s.rows), h), true
	case lines && key.Matches(p, km.Last):
		return s.Scroll(len(s.rows), h), true
	case key.Matches(p, km.HalfDown):
		return s.Scroll(h/2, h), true
	case key.Matches(p, km.HalfUp):
		return s.Scroll(-h/2, h), true
	case key.Matches(p, km.PageDown):
		return s.Scroll(h, h), true
	case key.Matches(p, km.PageUp):
		return s.Scroll(-h, h), true
	}
	return s, false
}
