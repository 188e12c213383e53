package ui

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"doubletake/model"
	"doubletake/model/marks"
	"doubletake/ui/book"
	"doubletake/ui/internal/fixture"
	"doubletake/ui/internal/golden"
	"doubletake/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/muesli/termenv"
)

func contains(frame, words string) bool { return strings.Contains(plain(frame), words) }

// plain is a frame without styles.
func plain(frame string) string {
	var b strings.Builder
	for i := 0; i < len(frame); i++ {
		if frame[i] == 0x1b {
			for i < len(frame) && frame[i] != 'm' {
				i++
			}
			continue
		}
		b.WriteByte(frame[i])
	}
	return b.String()
}

// reader is a reader of the ferry pair on a screen of 100x30.
func reader(o Options) Model {
	if o.Renderer == nil {
		o.Renderer = trueColour()
	}
	return sized(New(book.New(fixture.Ferry()), o), 100, 30)
}

// TestEveryBinding presses each key of each binding in a place where it means
// something, and sees that the screen changes or something is done.
func TestEveryBinding(t *testing.T) {
	// before is the keys that lead to where a binding means something.
	before := map[string][]string{
		"previous claim": {"j", "j"}, "previous difference": {"n", "n"}, "first": {"j", "j"}, "half a screen up": {"G"}, "a screen up": {"G"},
		"back": {"?"}, "mark checked": {"n"}, "dismiss the mark": {"n"}, "write a note": {"n"}, "undo the last mark": {"n", " "},
		"copy both quotes": {"n"}, "lock or unlock the panes": {"n"}, "keep the note": {"n", "m", "a"}, "drop what was typed": {"n", "m", "a"},
		"find": {"/", "t"}, "leave the search": {"/", "t"}, "other side": {"j"},
	}
	start := reader(Options{Clipboard: &bytes.Buffer{}, Export: func(model.Comparison, marks.Set) (string, error) { return "there", nil }})
	for _, g := range start.keys.Groups() {
		for _, b := range g.Bindings {
			for _, name := range b.Keys() {
				t.Run(b.Help().Desc+"/"+name, func(t *testing.T) {
					m, _ := pressed(reader(start.options), before[b.Help().Desc]...)
					was := m.View()
					m, cmd := pressed(m, name)
					if cmd == nil && m.View() == was {
						t.Errorf("%q does nothing", name)
					}
				})
			}
		}
	}
}

func TestOneKeyToTheWorst(t *testing.T) {
	for _, size := range golden.Sizes {
		m, _ := pressed(sized(New(book.New(fixture.Ferry()), Options{}), size[0], size[1]), "n")
		frame := m.View()
		for _, words := range []string{"≠ conflict", "When: the grounding?", "Tuesday", "Wednesday", "two weekdays for one event"} {
			if !contains(frame, words) {
				t.Errorf("%v: %q is not on the screen", size, words)
			}
		}
	}
}

// TestAbreast checks that the words of a difference stand on one row, also when
// both texts have to scroll for it.
func TestAbreast(t *testing.T) {
	m := reader(Options{})
	for range 13 {
		m, _ = pressed(m, "n")
		i, ok := m.scene.At.Current()
		if !ok {
			t.Fatal("no difference is current")
		}
		f := m.scene.Book.C.Facts[i]
		if f.Relation.OneSided() {
			continue
		}
		left := firstWord(m.scene.Book.C.Words(model.Left, f.Left))
		right := firstWord(m.scene.Book.C.Words(model.Right, f.Right))
		found := false
		for _, row := range strings.Split(plain(m.View()), "\n")[2:20] {
			l, r, ok := strings.Cut(row, "│")
			found = found || ok && strings.Contains(l, left) && strings.Contains(r, right)
		}
		if !found {
			t.Errorf("%q and %q are not on one row:\n%s", left, right, plain(m.View()))
		}
	}
}

func firstWord(s string) string {
	w, _, _ := strings.Cut(s, " ")
	return w
}

func TestMarksOnScreen(t *testing.T) {
	store := marks.NewMemory()
	o := Options{Marks: func(model.Comparison) (marks.Store, string) { return store, "" }}
	m, _ := pressed(reader(o), "n", " ", "m", "w", "h", "y", "esc")
	i, _ := m.scene.At.Current()
	key := marks.OfFact(m.scene.Book.C, i)
	if got, want := store.Get(key), (marks.Mark{State: marks.Checked, Note: "why"}); got != want {
		t.Errorf("stored %+v, want %+v", got, want)
	}
	if !contains(m.View(), "✓ checked") || !contains(m.View(), "note    why") {
		t.Error("mark and note are not on the screen")
	}
	again := reader(o)
	again, _ = pressed(again, "n")
	if !contains(again.View(), "✓ checked") {
		t.Error("the mark is not there the next time")
	}
	m, _ = pressed(m, "u", "u")
	if got := store.Get(key); got != (marks.Mark{}) {
		t.Errorf("after undoing twice: %+v", got)
	}
	m, _ = pressed(m, "u")
	if !contains(m.View(), "nothing to undo") {
		t.Error("a third undo is not answered")
	}
	_, _ = pressed(m, "j", " ")
	if len(store.All()) != 1 {
		t.Error("a claim cannot be checked")
	}
}

// failing is a store whose disk is full.
type failing struct{ *marks.Memory }

func (f failing) Put(k marks.Key, m marks.Mark) error {
	_ = f.Memory.Put(k, m)
	return errors.New("no space left")
}

func TestMarksNotSaved(t *testing.T) {
	m := reader(Options{Marks: func(model.Comparison) (marks.Store, string) { return failing{marks.NewMemory()}, "kept aside" }})
	if !contains(m.View(), "kept aside") {
		t.Error("the notice of the store is not shown")
	}
	m, _ = pressed(m, "n", " ")
	if !contains(m.View(), "not saved: no space left") || !contains(m.View(), "✓ checked") {
		t.Error("a mark that is not saved is not said, or not kept")
	}
}

func TestCopy(t *testing.T) {
	var clipboard bytes.Buffer
	m, cmd := pressed(reader(Options{Clipboard: &clipboard}), "n", "n", "n", "y")
	next, _ := m.Update(cmd())
	if !strings.HasPrefix(clipboard.String(), "\x1b]52;c;") {
		t.Errorf("clipboard got %q", clipboard.String())
	}
	if !contains(next.View(), "sent to your terminal") {
		t.Error("nothing is said")
	}
	const want = `≠ conflict (title): What office does Anders Holm hold?
left: “head of the Maritime Safety Board” (Ferry with 212 aboard runs aground off Lindø in morning fog, ¶4, Anders Holm)
right: “deputy head of the Maritime Safety Board” (Passengers rescued after island ferry grounding, ¶3, Anders Holm)
`
	if got := Quotes(m.scene); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
	m, cmd = pressed(reader(Options{}), "n", "y")
	if cmd != nil || !contains(m.View(), "no clipboard") {
		t.Error("a session without a clipboard does not say so")
	}
}

func TestExport(t *testing.T) {
	var got marks.Set
	o := Options{Export: func(_ model.Comparison, s marks.Set) (string, error) { got = s; return "report.md", nil }}
	m, cmd := pressed(reader(o), "n", " ", "e")
	next, _ := m.Update(cmd())
	if len(got) != 1 || !contains(next.View(), "exported to report.md") {
		t.Errorf("exported with %v", got)
	}
	o.Export = func(model.Comparison, marks.Set) (string, error) { return "", errors.New("disk full") }
	m, cmd = pressed(reader(o), "e")
	next, _ = m.Update(cmd())
	if !contains(next.View(), "not exported: disk full") {
		t.Error("the error is not said")
	}
}

// TestTyping checks that keys typed into a search or a note do nothing else.
func TestTyping(t *testing.T) {
	for _, begin := range [][]string{{"/"}, {"n", "m"}} {
		m, _ := pressed(reader(Options{}), begin...)
		place := m.scene.At
		m, cmd := pressed(m, "q", "n", "x", "1", "?", "t")
		if m.scene.At != place || m.open != onReading || m.typing == typingNothing {
			t.Errorf("after %v keys are eaten by the reader", begin)
		}
		if cmd != nil {
			if _, quit := cmd().(tea.QuitMsg); quit {
				t.Errorf("after %v q quits", begin)
			}
		}
		if !contains(m.View(), "qnx1?t") {
			t.Errorf("after %v what is typed is not shown", begin)
		}
	}
}

// TestFastKeys checks that letters read in one piece are so many keys, and that
// what is pasted is none.
func TestFastKeys(t *testing.T) {
	next, _ := reader(Options{}).Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("nn/radar")})
	m := next.(Model)
	if at, _ := m.scene.Walk().Place(m.scene.At); at != 2 || m.typing != typingSearch || m.prompt.Query() != "radar" {
		t.Errorf("at difference %d, typing %d", at, m.typing)
	}
	m, _ = pressed(reader(Options{}), "n", "enter")
	next, _ = m.Update(tea.KeyMsg{Type: tea.KeySpace, Runes: []rune{' '}, Alt: true})
	if m = next.(Model); m.open != onReading || !contains(m.View(), "✓ checked") {
		t.Errorf("esc and space in one piece are not both taken:\n%s", plain(m.View()))
	}
	next, _ = reader(Options{}).Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("nq"), Paste: true})
	if next.(Model).scene.At.Started {
		t.Error("pasted text moves the reader")
	}
}

func TestSearch(t *testing.T) {
	m, _ := pressed(reader(Options{}), "/", "R", "A", "D", "A", "R", "enter")
	if !m.scene.Hits.On || m.scene.At.Claim != [2]model.ClaimIndex{3, 5} {
		t.Fatalf("at %+v", m.scene.At)
	}
	m, _ = pressed(m, "n")
	if m.scene.At.Side != model.Right {
		t.Error("n does not go to the next hit")
	}
	m, _ = pressed(m, "n")
	if !contains(m.View(), "no further hit") {
		t.Error("the last hit is not said")
	}
	m, _ = pressed(m, "esc", "n")
	if m.scene.Hits.On || !m.scene.At.OnFact {
		t.Error("after esc n is not for differences again")
	}
	m, _ = pressed(m, "/", "z", "z", "z", "enter")
	if !contains(m.View(), "neither article says") {
		t.Error("no hit is not said")
	}
	// In the narrow list a hit opens the text it stands in, for as long as it lasts.
	m = sized(m, 80, 24)
	m, _ = pressed(m, "/", "r", "a", "d", "a", "r", "enter")
	if !contains(m.View(), "the radar failed shortly") {
		t.Error("the hit is not in view on a narrow screen")
	}
	m, _ = pressed(m, "esc")
	if !contains(m.View(), "worst first") {
		t.Error("the list does not come back")
	}
}

func TestMouse(t *testing.T) {
	m := reader(Options{Mouse: true})
	click := func(x, y int, b tea.MouseButton) {
		next, _ := m.Update(tea.MouseMsg{X: x, Y: y, Button: b, Action: tea.MouseActionPress})
		m = next.(Model)
	}
	rows := strings.Split(plain(m.View()), "\n")
	for y, row := range rows {
		if at := strings.Index(row, "≠Eleven"); at >= 0 {
			click(len([]rune(row[:at]))+2, y, tea.MouseButtonLeft)
			break
		}
	}
	if i, ok := m.scene.At.Current(); !ok || m.scene.Book.C.Facts[i].About != "injured" {
		t.Errorf("a click on a mark goes to %+v", m.scene.At)
	}
	was := m.View()
	click(5, 10, tea.MouseButtonWheelDown)
	if m.View() == was {
		t.Error("the wheel does not scroll")
	}
	click(5, 10, tea.MouseButtonWheelUp)
	if m.View() != was {
		t.Error("the wheel does not scroll back")
	}
	_, cmd := pressed(m, "M")
	if cmd == nil {
		t.Error("M does not turn the mouse off")
	}
}

// TestThemes checks that a background found out late is taken up, and that it
// does not override the reader's choice.
func TestThemes(t *testing.T) {
	m := reader(Options{})
	dark := m.View()
	next, _ := m.Update(BackgroundMsg{Dark: false})
	light := next.View()
	if light == dark {
		t.Error("the background does not matter")
	}
	m, _ = pressed(next.(Model), "t")
	if m.scene.Theme.Dark != true {
		t.Error("t does not change to dark")
	}
	next, _ = m.Update(BackgroundMsg{Dark: false})
	if !next.(Model).scene.Theme.Dark {
		t.Error("the background overrides the reader")
	}
}

// TestAscii checks that nothing but ASCII leaves a session that asked for it.
func TestAscii(t *testing.T) {
	for name, pair := range pairs() {
		for _, s := range screens {
			m, _ := pressed(sized(New(pair, Options{ASCII: true}), 100, 30), s.keys...)
			for _, r := range m.View() {
				if r > '~' || r < ' ' && r != '\n' {
					t.Fatalf("%s, %s: %q is on the screen", name, s.name, r)
				}
			}
		}
	}
}

// TestNoStyles checks that a bare terminal gets no escape at all.
func TestNoStyles(t *testing.T) {
	for _, s := range screens {
		m, _ := pressed(sized(New(book.New(fixture.Ferry()), Options{}), 100, 30), s.keys...)
		if strings.Contains(m.View(), "\x1b") {
			t.Errorf("%s has escapes", s.name)
		}
	}
}

// TestSixteenColours checks that a terminal of sixteen colours is sent none but
// those, on every screen.
func TestSixteenColours(t *testing.T) {
	for _, s := range screens {
		for _, name := range []theme.Name{theme.Dark, theme.Light} {
			m := New(book.New(fixture.Ferry()), Options{Renderer: golden.Renderer(termenv.ANSI), Theme: name})
			m, _ = pressed(sized(m, 100, 30), s.keys...)
			frame := m.View()
			if !strings.Contains(frame, "\x1b[") {
				t.Errorf("%s has no colours", s.name)
			}
			for _, more := range []string{"38;", "48;"} {
				if strings.Contains(frame, more) {
					t.Errorf("%s, %s: more than sixteen colours", s.name, name)
				}
			}
		}
	}
}
