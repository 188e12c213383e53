package search

import (
	"strings"
	"testing"

	"doubletake/model"
	"doubletake/ui/book"
	"doubletake/ui/internal/fixture"
	"doubletake/ui/nav"
	"doubletake/ui/scene"

	"github.com/google/go-cmp/cmp"
)

func TestFind(t *testing.T) {
	for _, tt := range []struct {
		name, text, query string
		want              []string
	}{
		{"nothing asked", "words", "", nil},
		{"not there", "words", "sword", nil},
		{"case", "The THE the", "the", []string{"The", "THE", "the"}},
		{"apostrophes", "the ship’s bell, the ship's crew", "ship's", []string{"ship’s", "ship's"}},
		{"quotation marks", "he said “no”", `"no"`, []string{"“no”"}},
		{"not overlapping", "aaaa", "aa", []string{"aa", "aa"}},
		{"letters beyond ASCII", "Straße, ÉTÉ", "été", []string{"ÉTÉ"}},
		{"at the end", "cut sho", "short", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, s := range Find(tt.text, tt.query) {
				got = append(got, s.In(tt.text))
			}
			if d := cmp.Diff(tt.want, got); d != "" {
				t.Errorf("(-want +got):\n%s", d)
			}
		})
	}
}

func FuzzFind(f *testing.F) {
	f.Add("The ship’s bell", "SHIP'S")
	f.Fuzz(func(t *testing.T, text, query string) {
		end := 0
		for _, s := range Find(text, query) {
			if s.Start < end || s.End > len(text) || s.Empty() {
				t.Fatalf("hit %v behind %d in %q", s, end, text)
			}
			end = s.End
		}
	})
}

func TestStep(t *testing.T) {
	sc := scene.Scene{Book: book.New(fixture.Ferry()), At: nav.Start()}
	h := Both(sc, "grounding")
	if len(h.Spans[0]) != 3 || len(h.Spans[1]) != 0 {
		t.Fatalf("%d and %d hits", len(h.Spans[0]), len(h.Spans[1]))
	}
	h = Both(sc, "radar")
	var sides strings.Builder
	for ok := true; ok; {
		sides.WriteString(h.Side.String() + " ")
		h, ok = Step(h, 1)
	}
	if got := sides.String(); got != "left right " {
		t.Errorf("hits on %s", got)
	}
	if h, ok := Step(h, -1); !ok || h.Side != model.Left {
		t.Error("no way back over to the left")
	}
	t.Run("from where the reader is", func(t *testing.T) {
		sc.At = sc.Walk().ToClaim(sc.At, model.Left, 12)
		if h := Both(sc, "the"); h.Spans[0][h.Index].Start < sc.Book.Claim(model.Left, 12).Span.Start {
			t.Error("the first hit lies behind the reader")
		}
	})
}

func BenchmarkFind(b *testing.B) {
	text := fixture.Big(1 << 20).Text(model.Left)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Find(text, "number 4999")
	}
}
