// Package search finds words in both texts, and asks for them on the foot line.
package search

import (
	"unicode"
	"unicode/utf8"

	"doubletake/model"
	"doubletake/ui/layout"
	"doubletake/ui/scene"
	"doubletake/ui/theme"

	"github.com/charmbracelet/bubbles/cursor"
	"github.com/charmbracelet/bubbles/textinput"
	tea "github.com/charmbracelet/bubbletea"
)

// most is the number of hits kept on one side.
const most = 100_000

// Find is every place of query in text, in text order, none overlapping. Case
// does not count, nor does the shape of quotation marks and apostrophes, which
// few can type; an empty query is nowhere.
func Find(text, query string) []model.Span {
	want := make([]rune, 0, len(query))
	for _, r := range query {
		want = append(want, fold(r))
	}
	if len(want) == 0 {
		return nil
	}
	var spans []model.Span
	for at := 0; at < len(text) && len(spans) < most; {
		r, size := utf8.DecodeRuneInString(text[at:])
		if fold(r) == want[0] {
			if end := match(text, at+size, want[1:]); end > 0 {
				spans = append(spans, model.Span{Start: at, End: end})
				at = end
				continue
			}
		}
		at += size
	}
	return spans
}

// match is the end of want in text from at on, or 0 where it is not there.
func match(text string, at int, want []rune) int {
	for _, w := range want {
		r, size := utf8.DecodeRuneInString(text[at:])
		if size == 0 || fold(r) != w {
			return 0
		}
		at += size
	}
	return at
}

func fold(r rune) rune {
	switch {
	case 'A' <= r && r <= 'Z':
		return r + 'a' - 'A'
	case r < utf8.RuneSelf:
		return r
	case r == '’' || r == '‘':
		return '\''
	case r == '“' || r == '”' || r == '„' || r == '«' || r == '»':
		return '"'
	case r == '\u00a0':
		return ' '
	}
	return unicode.ToLower(r)
}

// Both searches both texts and stands on the first hit at or behind where the
// reader is, on that side first.
func Both(sc scene.Scene, query string) scene.Hits {
	h := scene.Hits{On: true, Query: query, Side: sc.At.Side}
	for s := range h.Spans {
		h.Spans[s] = Find(sc.Book.C.Text(model.Side(s)), query)
	}
	from := sc.Book.Claim(sc.At.Side, sc.At.Claim[sc.At.Side]).Span.Start
	for i, span := range h.Spans[h.Side] {
		if span.Start >= from {
			h.Index = i
			return h
		}
	}
	if len(h.Spans[h.Side.Other()]) > 0 {
		h.Side = h.Side.Other()
	}
	return h
}

// Step goes to the next hit (1) or the previous one (-1): through the left text,
// then through the right one. ok is false at the last and the first.
func Step(h scene.Hits, by int) (next scene.Hits, ok bool) {
	switch i := h.Index + by; {
	case i >= 0 && i < len(h.Spans[h.Side]):
		h.Index = i
	case by > 0 && h.Side == model.Left && len(h.Spans[model.Right]) > 0:
		h.Side, h.Index = model.Right, 0
	case by < 0 && h.Side == model.Right && len(h.Spans[model.Left]) > 0:
		h.Side, h.Index = model.Left, len(h.Spans[model.Left])-1
	default:
		return h, false
	}
	return h, true
}

// Prompt is the line on which the query is typed.
type Prompt struct{ input textinput.Model }

// NewPrompt is an empty prompt in the session's styles.
func NewPrompt(th theme.Theme) *Prompt {
	in := textinput.New()
	in.Prompt = "/"
	in.PromptStyle, in.TextStyle, in.Cursor.Style, in.Cursor.TextStyle = th.KeyStyle(), th.Style(), th.Style(), th.Style()
	in.CharLimit = 200
	in.KeyMap.Paste.SetEnabled(false) // it would read the clipboard of the host, not of the reader
	in.Cursor.SetMode(cursor.CursorStatic)
	in.Focus()
	return &Prompt{input: in}
}

// Update is the prompt after a key that edits the query; p stays as it was.
func (p *Prompt) Update(msg tea.Msg) *Prompt {
	next := *p
	next.input, _ = p.input.Update(msg) // its commands only blink the cursor
	return &next
}

// Query is what has been typed.
func (p *Prompt) Query() string { return p.input.Value() }

// Row draws the prompt on w cells.
func (p *Prompt) Row(w int) string {
	in := p.input
	in.Width = max(1, w-4)
	return layout.Fit(" "+in.View(), w)
}
