package kin

import (
	"strings"
	"testing"
)

func TestNear(t *testing.T) {
	for _, c := range []struct {
		a, b string
		near bool
	}{
		{"truce", "ceas", true}, {"hail", "welcom", true}, {"pupil", "student", true},
		{"hail", "river", false}, {"", "truce", false}, {"zzz", "truce", false}, {"truce", "truce", true},
	} {
		if got := Near(c.a, c.b) > 0; got != c.near {
			t.Errorf("Near(%q, %q) > 0 is %v", c.a, c.b, got)
		}
	}
}

// TestList holds the list to what find relies on: sorted lines, mutual nearness.
func TestList(t *testing.T) {
	last := ""
	for line := range strings.Lines(list) {
		if line[0] == '#' {
			continue
		}
		word, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		if word <= last {
			t.Fatalf("%q stands behind %q", word, last)
		}
		last = word
		for f := range strings.FieldsSeq(rest) {
			if Near(f[:len(f)-1], word) == 0 {
				t.Fatalf("%q is near %q, not the other way round", word, f)
			}
		}
	}
	for _, w := range []string{"abandon", last} {
		if find(w) == "" {
			t.Errorf("%q not found", w)
		}
	}
}

func BenchmarkNear(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Near("truce", "ceas")
	}
}
