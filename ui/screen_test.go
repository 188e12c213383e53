package ui

import (
	"math/rand/v2"
	"testing"

	"doubletake/model"
	"doubletake/ui/book"
	"doubletake/ui/internal/fixture"

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
				m, _ := pressed(sized(New(pair, Options{Renderer: renderer(termenv.ANSI256)}), 100, 30), s.keys...)
				for w := 1; w <= 200; w++ {
					h := 1 + (w*7)%60
					m = sized(m, w, h)
					if err := frameFits(m.View(), w, h); err != nil {
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
			m, _ := pressed(sized(New(pair, Options{Renderer: renderer(bare), ASCII: bare == termenv.Ascii}), 80, 24), "n", "n")
			for _, w := range []int{1, 2, 3, 10, 39, 40, 41, 59, 60, 99, 100, 119, 120, 139, 140, 350, 500} {
				for _, h := range []int{1, 2, 9, 10, 11, 24, 37, 38, 100, 200} {
					m = sized(m, w, h)
					if err := frameFits(m.View(), w, h); err != nil {
						t.Fatalf("%s: %v", name, err)
					}
				}
			}
		}
	}
}

// TestResizeStorm takes a thousand sizes at random and comes back: the reader is
// still where he was, and sees it.
func TestResizeStorm(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	m, _ := pressed(sized(New(book.New(fixture.Ferry()), Options{Renderer: trueColour()}), 100, 30), "n", "n", "n")
	before, place := m.View(), m.scene.At
	for range 1000 {
		w, h := 1+rnd.IntN(300), 1+rnd.IntN(100)
		m = sized(m, w, h)
		if err := frameFits(m.View(), w, h); err != nil {
			t.Fatal(err)
		}
	}
	m = sized(m, 100, 30)
	if m.scene.At != place {
		t.Errorf("moved from %+v to %+v", place, m.scene.At)
	}
	for _, words := range []string{"head of the Maritime Safety", "deputy head of the Maritime"} {
		if !contains(before, words) || !contains(m.View(), words) {
			t.Errorf("%q is not in view", words)
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
		m = next.(Model)
		if i%4 == 0 {
			if err := frameFits(m.View(), w, h); err != nil {
				t.Fatalf("after %d keys, the last %v: %v", i, msg, err)
			}
		}
	}
}
