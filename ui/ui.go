// Package ui is the terminal reader, a Bubble Tea program: it keeps the size of
// the screen, knows which screen is open, and hands keys and rows to the room
// that deals with them. It decides nothing about the articles.
//
// The rooms: book indexes a comparison for reading and is shared by sessions;
// nav moves the reader, as pure functions; layout is the geometry; theme the
// signs and styles; keys every binding; scene what all screens are drawn from;
// and a package a screen: reading (with glance, texts, differences and detail in
// it), helping and the rest. A screen is a function from a scene and a size to
// rows; rows are joined here, once.
package ui

import (
	"io"

	"doubletake/model"
	"doubletake/model/marks"
	"doubletake/ui/book"
	"doubletake/ui/desk"
	"doubletake/ui/helping"
	"doubletake/ui/keys"
	"doubletake/ui/nav"
	"doubletake/ui/note"
	"doubletake/ui/reading"
	"doubletake/ui/scene"
	"doubletake/ui/search"
	"doubletake/ui/sheet"
	"doubletake/ui/theme"

	"github.com/charmbracelet/bubbles/help"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
)

// Options is what a session may choose. The zero Options reads without styles,
// keeps marks in memory and exports nothing.
type Options struct {
	// Renderer is the session's own; nil for a terminal without styles.
	Renderer *lipgloss.Renderer
	// Theme overrides what is known of the background, unless it is theme.Auto.
	Theme theme.Name
	// Light says that the background is known to be light.
	Light bool
	// ASCII keeps every byte that is not ASCII from the terminal.
	ASCII bool
	// Mouse lets the mouse scroll and select from the start.
	Mouse bool
	// Marks opens the store of marks for a comparison; notice is shown once, "" for
	// nothing to say. Nil keeps marks in memory.
	Marks func(model.Comparison) (store marks.Store, notice string)
	// Clipboard takes the OSC 52 sequence that fills the reader's clipboard; nil
	// where the session has none.
	Clipboard io.Writer
	// Export writes a report and says where; nil where there is no export.
	Export func(model.Comparison, marks.Set) (where string, err error)
}

// screen is one of the screens that take the place of each other.
type screen uint8

const (
	onReading screen = iota
	onDetail
	onHelp
	onFacts
	onSources
	onOverview
)

// typing is what the keys are typed into, instead of being bindings.
type typing uint8

const (
	typingNothing typing = iota
	typingSearch
	typingNote
)

// Model is one session with one comparison. It is a tea.Model.
type Model struct {
	options Options
	keys    *keys.Map
	help    *help.Model // these two and the editors below are large, and a model is copied at each key
	scene   scene.Scene
	desk    desk.Desk
	reading reading.Model
	open    screen
	sheet   sheet.Sheet // the rows of the open screen, unless that is reading
	typing  typing
	prompt  *search.Prompt
	editor  *note.Editor
	mouse   bool
	pending string               // the beginning of a key sequence
	says    string               // what the foot line has to say until the next key
	feet    map[situation]string // foot lines drawn for this size and theme
	w, h    int                  // 0 until the terminal has told its size
}

// New is a reader of a prepared comparison. Many readers may share one book.
func New(b *book.Book, o Options) Model {
	store, notice := marks.Store(marks.NewMemory()), ""
	if o.Marks != nil {
		store, notice = o.Marks(b.C)
	}
	d := desk.New(b.C, store)
	th := theme.New(o.Renderer, o.Theme, !o.Light, o.ASCII)
	return Model{
		options: o,
		keys:    keys.Default(),
		help:    helping.Bubble(th),
		desk:    d,
		mouse:   o.Mouse,
		feet:    make(map[situation]string),
		says:    notice,
		scene: scene.Scene{
			Book:  b,
			Theme: th,
			At:    nav.Start(),
			Marks: d.Marks(),
			Seen:  scene.NewSeen(),
		},
	}
}

// Init asks for nothing: the first frame is drawn as soon as the size is known.
func (m Model) Init() tea.Cmd { return nil }

// Typing reports whether keys are words now: those of a note or a search.
func (m Model) Typing() bool { return m.typing != typingNothing }

// BackgroundMsg says what the terminal's background turned out to be. A theme
// chosen by the reader stands.
type BackgroundMsg struct{ Dark bool }

// doneMsg is the outcome of something done outside the screen.
type doneMsg struct{ says string }
