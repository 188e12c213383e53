package layout

import (
	"strings"

	"doubletake/model"

	"github.com/charmbracelet/x/ansi"
)

// Line is one row of wrapped text.
type Line struct {
	Span      model.Span // the bytes drawn; the space broken at is in no line
	Cells     int        // how wide the row is, inserts counted
	Paragraph int        // index of its paragraph; for a blank row, of the one above
	Blank     bool       // an empty row between paragraphs
}

// Insert is a sign of some cells that is drawn beside a byte of the text and
// must never be parted from it: before the byte At, or, where Close is set,
// after the byte before At.
type Insert struct {
	At    int
	Cells int
	Close bool
}

// Wrap breaks the paragraphs of text into rows of at most width cells, with one
// blank row between paragraphs. It breaks at spaces only, so hyphenated names
// stay whole; a word wider than the row is broken between graphemes, and one
// grapheme wider than the row gets a row of its own (which is then too wide: the
// one exception). Inserts must be sorted by At. Spans that do not fit the text
// are skipped. A newline inside a paragraph begins a new row. Every byte that is not a space stands in exactly one row.
func Wrap(text string, paragraphs []model.Span, width int, inserts []Insert) []Line {
	w := wrapper{text: text, width: max(width, 1), inserts: split(inserts)}
	w.lines = make([]Line, 0, len(text)/max(width, 8)+2*len(paragraphs))
	for i, p := range paragraphs {
		if p.Start < 0 || p.End > len(text) || p.Start > p.End {
			continue
		}
		if len(w.lines) > 0 {
			w.lines = append(w.lines, Line{Span: model.Span{Start: p.Start, End: p.Start}, Paragraph: i - 1, Blank: true})
		}
		w.wrap(p, i)
	}
	return w.lines
}

// wrapper carries the row being filled.
type wrapper struct {
	text      string
	width     int
	inserts   cursor
	lines     []Line
	paragraph int
	row       model.Span // the row being filled; empty before its first word
	cells     int
	open      bool
}

func (w *wrapper) wrap(p model.Span, index int) {
	w.paragraph = index
	for at := p.Start; at < p.End; {
		switch w.text[at] {
		case '\n':
			w.flush()
			fallthrough
		case ' ':
			at++
			continue
		}
		end := p.End
		if n := strings.IndexAny(w.text[at:p.End], " \n"); n >= 0 {
			end = at + n
		}
		w.word(model.Span{Start: at, End: end})
		at = end
	}
	w.flush()
}

// word adds one word to the row, on a new row where it does not fit.
func (w *wrapper) word(s model.Span) {
	mark := w.inserts
	cells := Width(s.In(w.text)) + w.inserts.upTo(s)
	gap := 0
	if w.open {
		gap = s.Start - w.row.End
	}
	if w.open && w.cells+gap+cells > w.width {
		w.flush()
		gap = 0
	}
	if cells > w.width {
		w.inserts = mark
		w.chop(s)
		return
	}
	w.extend(s, gap+cells)
}

// chop breaks a word that no row can hold between its graphemes.
func (w *wrapper) chop(s model.Span) {
	for at := s.Start; at < s.End; {
		cluster, _ := ansi.FirstGraphemeCluster(w.text[at:s.End], ansi.GraphemeWidth)
		g := model.Span{Start: at, End: at + max(len(cluster), 1)}
		cells := Width(cluster) + w.inserts.upTo(g)
		if w.open && w.cells+cells > w.width {
			w.flush()
		}
		w.extend(g, cells)
		at = g.End
	}
}

func (w *wrapper) extend(s model.Span, cells int) {
	if !w.open {
		w.row, w.cells, w.open = s, cells, true
		return
	}
	w.row.End = s.End
	w.cells += cells
}

func (w *wrapper) flush() {
	if w.open {
		w.lines = append(w.lines, Line{Span: w.row, Cells: w.cells, Paragraph: w.paragraph})
		w.open = false
	}
}

// cursor walks the inserts once, in step with the words.
type cursor struct{ opens, closes []Insert }

func split(inserts []Insert) cursor {
	var c cursor
	for _, i := range inserts {
		if i.Close {
			c.closes = append(c.closes, i)
		} else {
			c.opens = append(c.opens, i)
		}
	}
	return c
}

// upTo is the cells of the inserts glued to s, passing those before it.
func (c *cursor) upTo(s model.Span) int {
	cells := 0
	for len(c.opens) > 0 && c.opens[0].At < s.End {
		if c.opens[0].At >= s.Start {
			cells += c.opens[0].Cells
		}
		c.opens = c.opens[1:]
	}
	for len(c.closes) > 0 && c.closes[0].At <= s.End {
		if c.closes[0].At > s.Start {
			cells += c.closes[0].Cells
		}
		c.closes = c.closes[1:]
	}
	return cells
}

// RowOf is the index of the row that holds the byte offset, or of the last row
// that begins before it; 0 where there is none.
func RowOf(lines []Line, offset int) int {
	lo, hi := 0, len(lines)
	for lo < hi {
		mid := (lo + hi) / 2
		if lines[mid].Span.Start <= offset {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return max(lo-1, 0)
}

// Rows is the range [first, last] of rows that a span of bytes stands on.
func Rows(lines []Line, s model.Span) (first, last int) {
	return RowOf(lines, s.Start), RowOf(lines, max(s.Start, s.End-1))
}

// Paragraph wraps a loose string that is no article: a label, a reason, a note.
// Newlines in it begin new rows. It returns at least one row.
func Paragraph(s string, width int) []string {
	var out []string
	for _, part := range strings.Split(s, "\n") {
		lines := Wrap(part, []model.Span{{Start: 0, End: len(part)}}, width, nil)
		for _, l := range lines {
			out = append(out, Cut(l.Span.In(part), width, ""))
		}
		if len(lines) == 0 {
			out = append(out, "")
		}
	}
	return out
}
