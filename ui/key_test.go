package ui

import (
	"doubletake/ui/internal/golden"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"
)

// named is the key messages that are not letters.
var named = map[string]tea.KeyMsg{
	"enter": {Type: tea.KeyEnter}, "esc": {Type: tea.KeyEsc}, "tab": {Type: tea.KeyTab}, "shift+tab": {Type: tea.KeyShiftTab},
	"up": {Type: tea.KeyUp}, "down": {Type: tea.KeyDown}, "left": {Type: tea.KeyLeft}, "right": {Type: tea.KeyRight},
	"home": {Type: tea.KeyHome}, "end": {Type: tea.KeyEnd}, "pgup": {Type: tea.KeyPgUp}, "pgdown": {Type: tea.KeyPgDown},
	"ctrl+d": {Type: tea.KeyCtrlD}, "ctrl+u": {Type: tea.KeyCtrlU}, "ctrl+f": {Type: tea.KeyCtrlF}, "ctrl+b": {Type: tea.KeyCtrlB},
	"ctrl+c": {Type: tea.KeyCtrlC}, "ctrl+s": {Type: tea.KeyCtrlS}, " ": {Type: tea.KeySpace, Runes: []rune{' '}},
	"backspace": {Type: tea.KeyBackspace},
}

// strokes is the messages of a key by its name; a name of several letters that is
// no key's ("]c") is one message a letter.
func strokes(name string) []tea.KeyMsg {
	if k, ok := named[name]; ok {
		return []tea.KeyMsg{k}
	}
	var out []tea.KeyMsg
	for _, r := range name {
		out = append(out, tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}})
	}
	return out
}

// pressed is the model after some keys, and the command of the last one.
func pressed(m Model, names ...string) (Model, tea.Cmd) {
	var cmd tea.Cmd
	for _, name := range names {
		for _, k := range strokes(name) {
			var next tea.Model
			next, cmd = m.Update(k)
			m = next.(Model)
		}
	}
	return m, cmd
}

func trueColour() *lipgloss.Renderer { return golden.Renderer(termenv.TrueColor) }
