// This file feeds each character that could steer a terminal, by every way an
// article, its name or a note may bring it in, and looks at every output and
// screen.

package command

import (
	"bytes"
	"context"
	"fmt"
	"html"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"doubletake/model"
	"doubletake/model/article"
	"doubletake/model/compare"
	"doubletake/model/marks"
	"doubletake/model/report"
	"doubletake/ui"
	"doubletake/ui/book"
	"doubletake/ui/picker"
	"doubletake/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
)

// controls is every character that takes no cell of its own or moves others: C0
// and C1 controls, bidirectional and zero-width characters, tags, selectors,
// fillers, and sequences that begin with them.
func controls() []string {
	var out []string
	add := func(from, to rune) {
		for r := from; r <= to; r++ {
			out = append(out, string(r))
		}
	}
	add(0x01, 0x09) // NUL is refused at the door, and a newline is one
	add(0x0b, 0x1f)
	add(0x7f, 0x9f)
	add(0x200b, 0x200f)
	add(0x2028, 0x202e)
	add(0x2060, 0x206f)
	add(0xfe00, 0xfe0f)
	add(0xfff9, 0xfffb)
	add(0xe0001, 0xe0002)
	add(0xe0020, 0xe0023)
	return append(out, "\u00ad", "\u034f", "\u061c", "\u115f", "\u180e", "\u3164", "\ufeff", "\ufdd0", "\uffff", "\ue000", "\U0010fffe",
		"\x1b[31m", "\x1b[2J", "\x1b]0;owned\x07", "\x1b]52;c;b3duZWQ=\x1b\\", "\x1b]8;;http://evil.example\x1b\\", "\x1bPq\x1b\\", "\x1b(0", "\x1b",
		"\u009b31m", "\u009d0;owned\u009c", "\x9b31m", "\xc2", "\xe2\x80", "\xff")
}

// ways are how something may be brought in: as the text of a file.
var ways = map[string]func(x string) string{
	"text": func(x string) string {
		return "Ferry" + x + "strikes pier\n\nBy Mara" + x + "Lindqvist\n\n" + x + body(x)
	},
	"markdown": func(x string) string {
		return "---\ntitle: Ferry" + x + "strikes\nauthor: Mara" + x + "\nsource: The" + x + "Post\n---\n# Ferry" + x + "\n\n**a" + x + "b** [" + x + "](" + x + ")\n\n" + body(x)
	},
	"page": func(x string) string {
		e := entities(x)
		return `<html><head><title>Ferry` + x + `</title><meta property="og:site_name" content="The` + x + `Post"><meta name=author content="Mara` + e + `">` +
			`<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry` + escapes(x) + `"}</script></head>` +
			`<body><article><h1>Ferry` + e + `</h1><p>` + body(x) + `</p><p>` + body(e) + `</p></article></body></html>`
	},
}

func body(x string) string {
	return "The harbour" + x + "master, Tomas" + x + " Varga, said on Monday that 1" + x + "2 people were hurt. “It" + x + " was loud,” said a sailor" + x + ". He" + x + x + x + "left. " +
		"After that the other sailors, who had been on deck, went home and did not speak of it to anybody for a week."
}

// entities writes characters as HTML does, escapes as JSON does.
func entities(x string) string {
	var b strings.Builder
	for _, r := range x {
		fmt.Fprintf(&b, "&#%d;", r)
	}
	return b.String()
}

func escapes(x string) string {
	var b strings.Builder
	for _, r := range x {
		fmt.Fprintf(&b, "\\u%04x", r&0xffff)
	}
	return b.String()
}

func TestControls(t *testing.T) {
	all := controls()
	if testing.Short() {
		all = all[:20]
	}
	for name, way := range ways {
		t.Run(name, func(t *testing.T) {
			for _, x := range all {
				left, err := article.Read("left"+x+".txt", way(x))
				if err != nil {
					t.Errorf("%q: %v", x, err)
					continue
				}
				right := article.Parse("right.txt", strings.ReplaceAll(body(""), "12", "17"))
				c, err := compare.Compare(context.Background(), left, right)
				if err != nil {
					t.Fatal(err)
				}
				if !prints(t, c, x) || !shows(t, c, x) {
					t.Fatalf("by %s, with %q", name, x)
				}
			}
		})
	}
}

// noted is a mark with a note on the first fact and the first claim.
func noted(c model.Comparison, x string) marks.Set {
	m := marks.Mark{State: marks.Checked, Note: "a" + x + "b\nc" + x}
	return marks.Set{marks.OfFact(c, 0): m, marks.OfClaim(c, model.Left, 0): m}
}

// prints looks at every format.
func prints(t *testing.T, c model.Comparison, x string) bool {
	several := report.Several{Articles: []model.Article{c.Tellings[0].Article, c.Tellings[1].Article}, Pairs: []report.Brief{report.BriefOf(0, 1, "", c)}}
	for _, f := range report.Formats {
		var one, table bytes.Buffer
		if err := f.Write(&one, c, noted(c, x)); err != nil {
			t.Error(err)
		}
		if err := several.Write(&table, f); err != nil {
			t.Error(err)
		}
		harmless(t, string(f), one.String())
		harmless(t, string(f)+" of several", table.String())
	}
	return !t.Failed()
}

// shows looks at every screen, on a terminal without styles.
func shows(t *testing.T, c model.Comparison, x string) bool {
	o := ui.Options{Marks: func(c model.Comparison) (marks.Store, string) {
		m := marks.NewMemory()
		for k, v := range noted(c, x) {
			if err := m.Put(k, v); err != nil {
				t.Error(err)
			}
		}
		return m, ""
	}}
	var m tea.Model = ui.New(book.New(c), o)
	m, _ = m.Update(tea.WindowSizeMsg{Width: 100, Height: 30})
	harmless(t, "the first screen", m.View())
	for _, k := range []string{"n", "=", "j", "w", "f", "s", "o", "?"} {
		m, _ = m.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(k)})
		harmless(t, "the screen after "+k, m.View())
	}
	l, r := c.Tellings[0].Article, c.Tellings[1].Article
	list := picker.New([]picker.Item{{Title: called(l) + " / " + called(r), Worst: c.Glance.Worst}}, "", "", theme.New(nil, theme.Dark, true, false))
	list.SetSize(100, 30)
	harmless(t, "the list", list.View())
	return !t.Failed()
}

// TestQuotedNames holds the line on standard error to one line, whatever the
// names of files and flags hold.
func TestQuotedNames(t *testing.T) {
	for _, x := range controls() {
		for _, args := range [][]string{{"a" + x + ".txt", "b" + x}, {"a" + x}, {"--" + x + "a"}, {"--format", x}, {"http://a" + x + ".invalid/", "b"}, {"-o", x + "/x/y"}} {
			got := run(t, "", append([]string{"--timeout", "3s"}, args...)...)
			harmless(t, fmt.Sprintf("standard error for %q", args), got.err)
			if got.code != trouble || got.out != "" || strings.Count(got.err, "\n") != 1 {
				t.Errorf("%q: %+v", args, got)
			}
		}
	}
}

// TestPageEscapes holds the HTML report to showing what looks like HTML in an
// article, and not to being it.
func TestPageEscapes(t *testing.T) {
	dir := t.TempDir()
	evil := `</p></article><script>alert(1)</script><img src=x onerror=alert(1)> "'&lt; `
	left := write(t, dir, "left.txt", evil+body("")+evil)
	right := write(t, dir, "right.txt", strings.ReplaceAll(body(evil), "12", "17"))
	got := run(t, "", "-f", "html", left, right)
	if got.code != done || strings.Contains(got.out, "<script") || strings.Contains(got.out, "<img") {
		t.Errorf("exit %d: %.200s", got.code, got.out)
	}
	if !strings.Contains(got.out, html.EscapeString("<script>alert(1)</script>")) {
		t.Error("the words are gone")
	}
}

// harmless holds what is printed to characters that show, spaces and newlines.
func harmless(t *testing.T, what, s string) {
	t.Helper()
	if !utf8.ValidString(s) {
		t.Errorf("%s is no UTF-8", what)
	}
	for i, r := range s {
		if r != '\n' && !unicode.IsPrint(r) {
			t.Errorf("%s holds %U at %d", what, r, i)
			return
		}
	}
}
