// Package note is the editor in which the reader writes a note on a difference
// or a claim.
package note

import (
	"strings"

	"doubletake/ui/layout"
	"doubletake/ui/theme"

	"github.com/charmbracelet/bubbles/cursor"
	"github.com/charmbracelet/bubbles/textarea"
	tea "github.com/charmbracelet/bubbletea"
)

// limit is the most characters a note may have.
const limit = 4000

// tallest is the most rows the editor takes.
const tallest = 12

// Editor holds a note while it is written.
type Editor struct{ area textarea.Model }

// New is an editor with a note to go on with, in the session's styles; left to
// itself the text area would use those of the whole process.
func New(th theme.Theme, text string) *Editor {
	a := textarea.New()
	a.ShowLineNumbers = false
	a.Prompt = theme.Down + " "
	a.CharLimit = limit
	a.KeyMap.Paste.SetEnabled(false) // it would read the clipboard of the host, not of the reader
	a.EndOfBufferCharacter = ' '
	style := textarea.Style{
		Base: th.Style(), CursorLine: th.Style(), CursorLineNumber: th.Style(), EndOfBuffer: th.Style(),
		LineNumber: th.Style(), Placeholder: th.QuietStyle(), Prompt: th.QuietStyle(), Text: th.Style(),
	}
	a.FocusedStyle, a.BlurredStyle = style, style
	a.Cursor.Style, a.Cursor.TextStyle = th.Style(), th.Style()
	a.Cursor.SetMode(cursor.CursorStatic)
	a.SetValue(text)
	a.Focus()
	return &Editor{area: a}
}

// Update is the editor after a key that edits the note.
func (e *Editor) Update(msg tea.Msg) *Editor {
	next := *e
	next.area, _ = e.area.Update(msg) // its commands only blink the cursor
	return &next
}

// Text is the note without spaces around it.
func (e *Editor) Text() string { return strings.TrimSpace(e.area.Value()) }

// Rows draws the editor on h rows of at most w cells.
func (e *Editor) Rows(w, h int) []string {
	area := e.area
	area.SetWidth(max(4, min(w-2, layout.Measure)))
	area.SetHeight(max(1, min(h, tallest)))
	// Setting the size scrolls only with the next update.
	area, _ = area.Update(nil)
	rows := layout.Window(strings.Split(area.View(), "\n"), 0, h)
	for i, row := range rows {
		rows[i] = layout.Cut(" "+row, w, "")
	}
	return rows
}
