package ui

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"doubletake/model/article"
	"doubletake/model/compare"
	"doubletake/seeds"
	"doubletake/ui/book"
	"doubletake/ui/internal/golden"
	"doubletake/ui/theme"

	"github.com/muesli/termenv"
	"golang.org/x/tools/txtar"
)

// TestSample compares what the reader shows of the embedded sample pair, through
// the whole comparison, with what it was when someone last looked at it; the
// first glance stands there before any key, and one key leads to the conflict.
func TestSample(t *testing.T) {
	p := seeds.Sample()
	c, err := compare.Compare(context.Background(), article.Parse(p.LeftName, string(p.Left)), article.Parse(p.RightName, string(p.Right)))
	if err != nil {
		t.Fatal(err)
	}
	pair := book.New(c)
	for _, s := range []struct {
		name string
		keys []string
		want []string
	}{
		{"sample-start", nil, []string{"EVENT", "ORIGIN", "WORST", "COUNT", "VOICES"}},
		{"sample-worst", []string{"n"}, []string{"What office does Murhaf Abu Kasra hold?", "the head of a ministry is the minister"}},
		{"sample-texts", []string{"n", "w"}, []string{"Abu Kasra"}},
	} {
		t.Run(s.name, func(t *testing.T) {
			var got txtar.Archive
			for _, size := range golden.Sizes {
				m := New(pair, Options{Renderer: golden.Renderer(termenv.Ascii), Theme: theme.Dark})
				m, _ = pressed(sized(m, size[0], size[1]), s.keys...)
				frame := m.View()
				if err := golden.Fits(frame, size[0], size[1]); err != nil {
					t.Fatal(err)
				}
				flat := strings.Join(strings.Fields(frame), " ")
				for _, w := range s.want {
					if size[0] != 140 && !strings.Contains(flat, w) { // a third column breaks lines elsewhere
						t.Errorf("%dx%d does not show %q", size[0], size[1], w)
					}
				}
				got.Files = append(got.Files, txtar.File{Name: fmt.Sprintf("%dx%d", size[0], size[1]), Data: golden.Readable(frame)})
			}
			golden.Compare(t, s.name, got)
		})
	}
}
