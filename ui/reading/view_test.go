package reading

import (
	"strings"
	"testing"

	"doubletake/model"
	"doubletake/ui/book"
	"doubletake/ui/internal/fixture"
	"doubletake/ui/nav"
	"doubletake/ui/scene"
	"doubletake/ui/theme"
)

// TestOpening sees that before any key the two-pane screen shows the words of the
// worst differences of both sides, in their order, as far as there is room.
func TestOpening(t *testing.T) {
	b := book.New(fixture.Ferry())
	sc := scene.Scene{Book: b, Theme: theme.New(nil, theme.Dark, true, false), At: nav.Start(), Seen: scene.NewSeen()}
	for h := 12; h <= 60; h++ {
		m := Model{}.SetSize(sc, 100, h)
		rows := m.Rows(sc)
		if len(rows) != h-1 {
			t.Fatalf("%d rows of %d", len(rows), h-1)
		}
		below, found := []string(nil), false
		for i, row := range rows {
			if strings.Contains(row, "differences, worst first") {
				below, found = rows[i+1:], true
			}
		}
		if !found {
			t.Fatalf("%d rows: no list of differences:\n%s", h, strings.Join(rows, "\n"))
		}
		shown := min(max(1, len(below)-2), len(b.List(sc.At.Filter)))
		for i, f := range b.List(sc.At.Filter)[:shown] {
			words := b.C.Words(model.Left, b.C.Facts[f].Left)
			if start := words[:min(len(words), 9)]; !strings.Contains(below[i], start) {
				t.Fatalf("%d rows: %q does not show %q", h, below[i], start)
			}
		}
	}
}
