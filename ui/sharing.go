package ui

import (
	"fmt"
	"strings"

	"doubletake/model"
	"doubletake/ui/scene"
	"doubletake/ui/theme"

	"github.com/aymanbagabas/go-osc52/v2"
	tea "github.com/charmbracelet/bubbletea"
)

// copyQuotes sends the words of both sides to the clipboard of the reader's own
// terminal. Whether the terminal takes them cannot be known.
func (m Model) copyQuotes() (Model, tea.Cmd) {
	words := Quotes(m.scene)
	switch {
	case words == "":
		m.says = "nothing to copy yet: n goes to the worst difference"
		return m, nil
	case m.options.Clipboard == nil:
		m.says = "this session has no clipboard: select with the mouse"
		return m, nil
	}
	return m, func() tea.Msg {
		if _, err := osc52.New(words).WriteTo(m.options.Clipboard); err != nil {
			return doneMsg{says: "not copied: " + err.Error()}
		}
		return doneMsg{says: "both quotes sent to your terminal's clipboard; if it takes none, select with the mouse"}
	}
}

// Quotes is what is current as text to paste: the question, and the words of
// both sides with where they stand and who says them. It is empty before the
// first move.
func Quotes(sc scene.Scene) string {
	if !sc.At.Started {
		return ""
	}
	var b strings.Builder
	fact, onFact := sc.At.Current()
	if onFact {
		f := sc.Book.C.Facts[fact]
		fmt.Fprintf(&b, "%s %s (%s): %s\n", theme.Sign(f.Relation), theme.Word(f.Relation), f.Kind, f.Question())
	}
	for s := model.Left; s <= model.Right; s++ {
		claim := sc.Book.Claim(s, sc.At.Claim[s])
		words := claim.Span.In(sc.Book.C.Text(s))
		if onFact {
			m, ok := sc.Book.C.Facts[fact].On(s)
			words = sc.Book.C.Words(s, m)
			claim = sc.Book.Claim(s, m.Claim)
			if !ok {
				words = ""
			}
		}
		if words == "" {
			fmt.Fprintf(&b, "%s: does not say\n", s)
			continue
		}
		fmt.Fprintf(&b, "%s: “%s” (%s, %s, %s)\n", s, words, sc.Name(s), scene.Paragraph(claim), scene.Voice(claim))
	}
	return b.String()
}

// export writes a report, away from the screen.
func (m Model) export() (Model, tea.Cmd) {
	if m.options.Export == nil {
		m.says = "there is no export in this session"
		return m, nil
	}
	c, set := m.scene.Book.C, m.desk.Store().All()
	return m, func() tea.Msg {
		where, err := m.options.Export(c, set)
		if err != nil {
			return doneMsg{says: "not exported: " + err.Error()}
		}
		return doneMsg{says: "exported to " + where}
	}
}
