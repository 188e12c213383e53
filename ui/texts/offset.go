package texts

import (
	"doubletake/ui/book"
	"doubletake/ui/layout"
	"doubletake/ui/scene"

	"github.com/charmbracelet/x/ansi"
)

// Offset is the byte of the text drawn at a cell of the pane, which is w cells
// wide; ok is false where no text stands. A sign counts for the word behind it.
func (p Pane) Offset(sc scene.Scene, w, x, y int) (offset int, ok bool) {
	i := p.Top + y
	if p.Gap != book.None && i >= p.Gap {
		if i == p.Gap {
			return 0, false
		}
		i--
	}
	if i < 0 || i >= len(p.Page.Lines) || p.Page.Lines[i].Blank {
		return 0, false
	}
	indent, _ := layout.Column(w)
	x -= layout.Gutter + indent
	l := p.Page.Lines[i]
	text := sc.Book.C.Text(p.Side)
	open, shut := signFrom(p.Page.Opens, l.Span.Start), signFrom(p.Page.Closes, l.Span.Start+1)
	for at := l.Span.Start; at < l.Span.End; {
		if open < len(p.Page.Opens) && p.Page.Opens[open].At == at {
			x -= p.Page.SignCells()
			open++
		}
		cluster, _ := ansi.FirstGraphemeCluster(text[at:l.Span.End], ansi.GraphemeWidth)
		x -= layout.Width(cluster)
		if x < 0 {
			return at, true
		}
		at += max(1, len(cluster))
		for ; shut < len(p.Page.Closes) && p.Page.Closes[shut].At == at; shut++ {
			x--
		}
	}
	return max(l.Span.Start, l.Span.End-1), true
}
