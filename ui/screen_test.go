package ui

import (
	"math/rand/v2"
	"strings"
	"testing"

	"doubletake/model"
	"doubletake/model/article"
	"doubletake/model/compare"
	"doubletake/seeds"
	"doubletake/ui/book"
	"doubletake/ui/internal/fixture"
	"doubletake/ui/internal/golden"
	"doubletake/ui/layout"
	"doubletake/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/muesli/termenv"
)

// pairs is the comparisons that every screen must bear.
func pairs() map[string]*book.Book {
	return map[string]*book.Book{
		"ferry": book.New(fixture.Ferry()),
		"wide":  book.New(fixture.Wide()),
		"empty": book.New(model.Comparison{}),
	}
}

// TestWidths draws every screen at every width from 1 to 200 and some heights.
func TestWidths(t *testing.T) {
	for name, pair := range pairs() {
		t.Run(name, func(t *testing.T) {
			for _, s := range screens {
				m, _ := pressed(sized(New(pair, Options{Renderer: golden.Renderer(termenv.ANSI256)}), 100, 30), s.keys...)
				for w := 1; w <= 200; w++ {
					h := 1 + (w*7)%60
					m = sized(m, w, h)
					if err := golden.Fits(m.View(), w, h); err != nil {
						t.Fatalf("%s: %v", s.name, err)
					}
				}
			}
		})
	}
}

// TestSizes draws at the extremes of both sides of the screen.
func TestSizes(t *testing.T) {
	for name, pair := range pairs() {
		for _, bare := range []termenv.Profile{termenv.Ascii, termenv.TrueColor} {
			m, _ := pressed(sized(New(pair, Options{Renderer: golden.Renderer(bare), ASCII: bare == termenv.Ascii}), 80, 24), "n", "n")
			for _, w := range []int{1, 2, 3, 10, 39, 40, 41, 59, 60, 99, 100, 119, 120, 139, 140, 350, 500} {
				for _, h := range []int{1, 2, 9, 10, 11, 24, 37, 38, 100, 200} {
					m = sized(m, w, h)
					if err := golden.Fits(m.View(), w, h); err != nil {
						t.Fatalf("%s: %v", name, err)
					}
				}
			}
		}
	}
}

// TestCounts sees that the head line holds every count and the reader's place at
// any width, whatever is filtered and searched for.
func TestCounts(t *testing.T) {
	pair := book.New(fixture.Ferry())
	for name, tt := range map[string]struct {
		keys  []string
		place string
	}{
		"start":            {nil, "13 to read"},
		"a difference":     {[]string{"n", "n"}, "2/13"},
		"a claim":          {[]string{"n", "n", "w", "j"}, "2/13"},
		"a class":          {[]string{"2", "n"}, "1/6"},
		"shared facts":     {[]string{"4", "n"}, "1/5"},
		"one side":         {[]string{"5", "n"}, "1/3"},
		"a kind":           {[]string{"K", "K", "K", "n"}, "1/1"},
		"a class and kind": {[]string{"1", "K", "K", "K"}, "1 to read"},
		"a search":         {[]string{"/", "r", "a", "d", "a", "r", "enter"}, "hit 1/2"},
	} {
		t.Run(name, func(t *testing.T) {
			m, _ := pressed(sized(New(pair, Options{}), 120, 30), tt.keys...)
			for w := 44; w <= 200; w++ {
				head, _, _ := strings.Cut(sized(m, w, 20).View(), "\n")
				flat := strings.ReplaceAll(head, " ", "")
				for _, want := range []string{"≠3", "~6", "≈4", "=5", "◂3", "▸2"} {
					if !strings.Contains(flat, want) {
						t.Fatalf("at %d cells no %s in %q", w, want, head)
					}
				}
				if !strings.Contains(head, " "+tt.place+" ") {
					t.Fatalf("at %d cells no %q in %q", w, tt.place, head)
				}
			}
		})
	}
}

// TestKinds sees that a kind filtered for is named as people write it.
func TestKinds(t *testing.T) {
	m := sized(New(book.New(fixture.Ferry()), Options{}), 120, 30)
	var got []string
	for range 9 {
		m, _ = pressed(m, "K")
		kind, _, _ := strings.Cut(strings.Fields(m.View()[strings.Index(m.View(), "▸ 2")+len("▸ 2"):])[0], " ")
		got = append(got, kind)
	}
	if s := strings.Join(got, " "); s != "names titles organisations places dates quantities quotes attributions certainties" {
		t.Error(s)
	}
}

// TestFirstGlance sees that nothing of the first glance is cut on a screen of
// 80x24, for every pair that comes with the program.
func TestFirstGlance(t *testing.T) {
	for _, p := range seeds.Pairs() {
		c, err := compare.Compare(t.Context(), article.Parse(p.LeftName, string(p.Left)), article.Parse(p.RightName, string(p.Right)))
		if err != nil {
			t.Fatal(err)
		}
		frame := sized(New(book.New(c), Options{}), 80, 24).View()
		flat := strings.Join(strings.Fields(frame), " ")
		g := c.Glance
		for _, line := range []string{"EVENT " + g.Event, "ORIGIN " + g.Origin, "WORST " + g.Worst, "COUNT " + g.Count, "VOICES " + g.Voices} {
			if !strings.Contains(flat, line) {
				t.Errorf("%s: %q is cut:\n%s", p.Name, line, frame)
			}
		}
	}
}

// TestVoices sees that the screen of sources counts voices as the first glance does.
func TestVoices(t *testing.T) {
	for _, p := range seeds.Pairs() {
		c, err := compare.Compare(t.Context(), article.Parse(p.LeftName, string(p.Left)), article.Parse(p.RightName, string(p.Right)))
		if err != nil {
			t.Fatal(err)
		}
		m, _ := pressed(sized(New(book.New(c), Options{}), 140, 40), "s")
		frame := plain(m.View())
		for _, side := range strings.Split(c.Glance.Voices, "; ") {
			_, counts, _ := strings.Cut(side, " ")
			voices, _, _ := strings.Cut(counts, " unnamed")
			if !strings.Contains(frame, " "+voices+" unnamed, ") {
				t.Errorf("%s: no %q unnamed in\n%s", p.Name, voices, frame)
			}
		}
	}
}

// TestResizeStorm takes a thousand golden.Sizes at random and comes back: the reader is
// still where he was, and sees it.
func TestResizeStorm(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	m, _ := pressed(sized(New(book.New(fixture.Ferry()), Options{Renderer: trueColour()}), 100, 30), "n", "n", "n")
	before, place := m.View(), m.scene.At
	for range 1000 {
		w, h := 1+rnd.IntN(300), 1+rnd.IntN(100)
		m = sized(m, w, h)
		frame := m.View()
		if err := golden.Fits(frame, w, h); err != nil {
			t.Fatal(err)
		}
		if m.scene.At != place {
			t.Fatalf("%dx%d: moved from %+v to %+v", w, h, place, m.scene.At)
		}
		if w >= layout.LeastWidth && h >= layout.LeastHeight && !contains(frame, theme.Bar) {
			t.Fatalf("%dx%d: where the reader is cannot be seen:\n%s", w, h, plain(frame))
		}
	}
	m = sized(m, 100, 30)
	for _, words := range []string{"head of the Maritime Safety", "deputy head of the Maritime"} {
		if !contains(before, words) || !contains(m.View(), words) {
			t.Errorf("%q is not in view", words)
		}
	}
}

// TestStormOnBig takes two hundred sizes at random on two articles of 1 MB, deep in
// the text, and comes back.
func TestStormOnBig(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	size := 1 << 20
	if testing.Short() {
		size >>= 4
	}
	m, _ := pressed(sized(New(book.New(fixture.Big(size)), Options{}), 200, 60), "n", "G", "k", "k")
	place := m.scene.At
	for range 200 {
		w, h := 40+rnd.IntN(260), 10+rnd.IntN(90)
		m = sized(m, w, h)
		frame := m.View()
		if err := golden.Fits(frame, w, h); err != nil {
			t.Fatal(err)
		}
		// The list alone stands on differences, and the reader is on a claim.
		seen := contains(frame, theme.Bar) || m.reading.Shape() == layout.List
		if m.scene.At != place || !seen {
			t.Fatalf("%dx%d: at %+v, not %+v:\n%s", w, h, m.scene.At, place, plain(frame))
		}
	}
}

// TestRandomKeys presses 100,000 keys at random, with resizes and clicks among
// them. -short presses a tenth of them.
func TestRandomKeys(t *testing.T) {
	presses := 100_000
	if testing.Short() {
		presses /= 10
	}
	all := pairs()
	for i, name := range []string{"ferry", "wide", "empty"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			m := sized(New(all[name], Options{Renderer: trueColour(), Mouse: true}), 100, 30)
			randomKeys(t, m, rand.New(rand.NewPCG(uint64(i), 7)), presses/3)
		})
	}
}

func randomKeys(t *testing.T, m Model, rnd *rand.Rand, presses int) {
	var names []string
	for _, g := range m.keys.Groups() {
		for _, b := range g.Bindings {
			names = append(names, b.Keys()...)
		}
	}
	names = append(names, "a", "é", "日", "backspace", "left", "right", "[", "]")
	w, h := 100, 30
	for i := range presses {
		var msg tea.Msg
		switch rnd.IntN(20) {
		case 0:
			w, h = 1+rnd.IntN(220), 1+rnd.IntN(70)
			msg = tea.WindowSizeMsg{Width: w, Height: h}
		case 1:
			msg = tea.MouseMsg{X: rnd.IntN(w+2) - 1, Y: rnd.IntN(h+2) - 1, Button: tea.MouseButton(rnd.IntN(6)), Action: tea.MouseActionPress}
		default:
			stroke := strokes(names[rnd.IntN(len(names))])
			msg = stroke[rnd.IntN(len(stroke))]
		}
		next, _ := m.Update(msg)
		if _, resized := msg.(tea.WindowSizeMsg); resized && next.(Model).scene.At != m.scene.At {
			t.Fatalf("after %d keys a resize moves the reader from %+v to %+v", i, m.scene.At, next.(Model).scene.At)
		}
		m = next.(Model)
		if i%4 == 0 {
			if err := golden.Fits(m.View(), w, h); err != nil {
				t.Fatalf("after %d keys, the last %v: %v", i, msg, err)
			}
		}
	}
}
