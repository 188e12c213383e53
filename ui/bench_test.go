package ui

import (
	"runtime"
	"slices"
	"testing"
	"time"

	"doubletake/ui/book"
	"doubletake/ui/internal/fixture"

	tea "github.com/charmbracelet/bubbletea"
)

// BenchmarkPress measures Update and View of one key on two articles of 1 MB at
// 200x60, and reports the median and the 99th percentile.
func BenchmarkPress(b *testing.B) {
	pair := book.New(fixture.Big(1 << 20))
	for _, bb := range []struct {
		name string
		keys []string
	}{
		{"claims", []string{"j"}},
		{"differences", []string{"n"}},
		{"pages", []string{"pgdown", "ctrl+d"}},
		{"sides", []string{"tab", "j"}},
		{"filter", []string{"1", "n", "1", "j"}},
	} {
		b.Run(bb.name, func(b *testing.B) {
			m := sized(New(pair, Options{Renderer: trueColour()}), 200, 60)
			m, _ = pressed(m, bb.keys...)
			_ = m.View()
			var took []time.Duration
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				start := time.Now()
				m, _ = pressed(m, bb.keys[i%len(bb.keys)])
				_ = m.View()
				took = append(took, time.Since(start))
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)/2].Microseconds()), "p50-µs")
			b.ReportMetric(float64(took[len(took)*99/100].Microseconds()), "p99-µs")
		})
	}
}

// BenchmarkFirst measures the first frame of a 1 MB pair that is indexed already,
// wrapping included.
func BenchmarkFirst(b *testing.B) {
	pair := fixture.Big(1 << 20)
	b.ReportAllocs()
	for b.Loop() {
		m := sized(New(book.New(pair), Options{Renderer: trueColour()}), 200, 60)
		_ = m.View()
	}
}

// sized is the model after the terminal has told its size.
func sized(m Model, w, h int) Model {
	next, _ := m.Update(tea.WindowSizeMsg{Width: w, Height: h})
	return next.(Model)
}

// TestPressMemory holds what a key press allocates on two articles of 1 MB at
// 200x60 to a bound, and what is held after thousands of them to little more than
// before: nothing grows with reading on.
func TestPressMemory(t *testing.T) {
	const mostPress, mostGrowth = 160 << 10, 16 << 20
	m := sized(New(book.New(fixture.Big(1<<20)), Options{Renderer: trueColour()}), 200, 60)
	m, _ = pressed(m, "n", "j")
	_ = m.View()
	keys := []string{"j", "n", "pgdown", "tab", "k", "N", "pgup", "n", "ctrl+d", " "}
	rounds := 300
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	for range rounds {
		for _, k := range keys {
			m, _ = pressed(m, k)
			_ = m.View()
		}
	}
	runtime.ReadMemStats(&after)
	if each := (after.TotalAlloc - before.TotalAlloc) / uint64(rounds*len(keys)); each > mostPress {
		t.Errorf("a press allocates %d KB, want at most %d", each>>10, mostPress>>10)
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	if grown := int64(after.HeapAlloc) - int64(before.HeapAlloc); grown > mostGrowth {
		t.Errorf("%d MB more are held after %d presses", grown>>20, rounds*len(keys))
	}
	runtime.KeepAlive(m)
}
