// Package theme holds what the screen is drawn with: the signs of the classes
// and the styles that repeat them. A theme is made from one session's renderer,
// so guests with different terminals never share colours.
//
// Styles are kept as ready start and end sequences, because rendering a style
// for each word of each frame costs more than everything else together.
package theme

import (
	"io"
	"strings"

	"doubletake/model"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"
)

// Name says which theme is wanted.
type Name uint8

// The themes. Auto follows the terminal's background.
const (
	Auto Name = iota
	Dark
	Light
)

// String is the name as flags write it.
func (n Name) String() string { return [...]string{"auto", "dark", "light"}[n%3] }

// Parse reads a theme's name; ok is false for a word that is none.
func Parse(s string) (n Name, ok bool) {
	for n := Auto; n <= Light; n++ {
		if n.String() == s {
			return n, true
		}
	}
	return Auto, false
}

// The signs: one cell each, so that they can stand in a column.
const (
	Bar      = "▌" // the current claim and its counterparts
	Checked  = "✓"
	Dropped  = "✗"
	Noted    = "✎"
	Here     = "▲"
	Unseen   = "·"
	Moved    = "⇅"
	Ellipsis = "…"
	Dot      = "·"
	Across   = "─"
	Heavy    = "━" // the rule above the part that is read
	Down     = "│"
	Dashes   = "┄"
)

// Sign is the sign of a relation: it carries the class, colour only repeats it.
func Sign(r model.Relation) string {
	switch r {
	case model.Conflict:
		return "≠"
	case model.Differs:
		return "~"
	case model.Variant:
		return "≈"
	case model.Same:
		return "="
	case model.LeftOnly:
		return "◂"
	case model.RightOnly:
		return "▸"
	}
	return " "
}

// Word is the relation in a reader's word.
func Word(r model.Relation) string {
	switch r {
	case model.Same:
		return "shared"
	case model.LeftOnly:
		return "left only"
	case model.RightOnly:
		return "right only"
	}
	return r.String()
}

// Noun is one fact of the relation as a sentence calls it: "no difference found".
func Noun(r model.Relation) string {
	switch r {
	case model.Differs:
		return "difference"
	case model.Same:
		return "shared fact"
	case model.LeftOnly, model.RightOnly:
		return "fact"
	}
	return r.String()
}

// Nouns is the facts of the relation as a sentence calls them: "only differences".
func Nouns(r model.Relation) string {
	switch r {
	case model.LeftOnly:
		return "what the left alone tells"
	case model.RightOnly:
		return "what the right alone tells"
	}
	return Noun(r) + "s"
}

// Class is the relation of what one side alone tells.
func Class(s model.Side) model.Relation {
	if s == model.Left {
		return model.LeftOnly
	}
	return model.RightOnly
}

// Arrow is the sign that names a side.
func Arrow(s model.Side) string { return Sign(Class(s)) }

// Seq is a style as the sequences that begin and end it; both are empty on a
// terminal without styles.
type Seq struct{ On, Off string }

// Of is s in the style. An empty s stays empty.
func (q Seq) Of(s string) string {
	if s == "" || q.On == "" {
		return s
	}
	return q.On + s + q.Off
}

// Level is how strongly a stretch of text is drawn.
type Level uint8

// The levels, quietest first.
const (
	Faded   Level = iota // filtered out or dismissed
	Plain                // in the text
	InClaim              // in the current claim
	Current              // the current difference itself
	levels
)

// Theme is every style of the screen. It is immutable and may be shared; New
// makes it. Its copies share one table of styles, for a theme is handed from
// screen to screen at every key.
type Theme struct {
	Name  Name
	Dark  bool // drawn for a dark background
	ASCII bool // nothing but ASCII may reach the terminal
	Bare  bool // no styles at all: marks need brackets
	*styles
}

// styles is the table that the copies of a theme share.
type styles struct {
	Text, Quiet, Strong, Rule, Title, Key, Cursor, Hit, Alarm Seq

	Relation [6]Seq         // signs, by relation
	words    [6][levels]Seq // marked words, by relation and level
	claim    Seq            // unmarked words of the current claim

	renderer *lipgloss.Renderer
	palette  palette
}

// New makes a theme for one session. A nil renderer stands for a terminal
// without styles. dark is what is known of the background; a name other than
// Auto overrides it.
func New(r *lipgloss.Renderer, name Name, dark, ascii bool) Theme {
	if r == nil {
		r = lipgloss.NewRenderer(io.Discard)
		r.SetColorProfile(termenv.Ascii)
	}
	if name != Auto {
		dark = name == Dark
	}
	t := Theme{Name: name, Dark: dark, ASCII: ascii, styles: &styles{renderer: r, palette: lightPalette}}
	if dark {
		t.palette = darkPalette
	}
	t.Bare = r.ColorProfile() == termenv.Ascii
	t.fill()
	return t
}

// With is the same theme under another name or background.
func (t Theme) With(name Name, dark bool) Theme { return New(t.renderer, name, dark, t.ASCII) }

// Claim is the style of unmarked words: tinted in the current claim.
func (t Theme) Claim(current bool) Seq {
	if current {
		return t.claim
	}
	return t.Text
}

// Words is the style of words marked with a relation.
func (t Theme) Words(r model.Relation, l Level) Seq { return t.words[r%6][l%levels] }

// Style is an empty style on the session's renderer, for the bubbles.
func (t Theme) Style() lipgloss.Style { return t.renderer.NewStyle() }

// QuietStyle is the style of what should not draw the eye, for the bubbles.
func (t Theme) QuietStyle() lipgloss.Style { return t.Style().Foreground(t.palette.quiet) }

// KeyStyle is the style of keys, for the bubbles.
func (t Theme) KeyStyle() lipgloss.Style { return t.Style().Foreground(t.palette.accent) }

func (t *Theme) fill() {
	p, s := t.palette, t.renderer.NewStyle()
	t.Quiet = seq(s.Foreground(p.quiet))
	t.Strong = seq(s.Bold(true))
	t.Rule = seq(s.Foreground(p.rule))
	t.Title = seq(s.Bold(true).Foreground(p.accent))
	t.Key = seq(s.Foreground(p.accent))
	t.Cursor = seq(s.Bold(true).Foreground(p.ink).Background(p.cursor))
	t.Hit = seq(s.Reverse(true))
	t.Alarm = seq(s.Bold(true).Foreground(p.relation[model.Conflict]))
	t.claim = seq(s.Foreground(p.ink).Background(p.tint))
	for r, c := range p.relation {
		fore := s.Foreground(c)
		loud := fore
		if model.Relation(r) == model.Conflict {
			loud = fore.Bold(true)
		}
		t.Relation[r] = seq(fore.Bold(true))
		t.words[r] = [levels]Seq{
			Faded:   t.Text,
			Plain:   seq(loud),
			InClaim: seq(loud.Background(p.tint)),
			Current: seq(fore.Bold(true).Reverse(true)),
		}
	}
}

// seq takes a style apart by rendering one letter with it.
func seq(s lipgloss.Style) Seq {
	on, off, _ := strings.Cut(s.Render("x"), "x")
	return Seq{On: on, Off: off}
}
