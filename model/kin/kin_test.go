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

// TestList holds the list to what find relies on: sorted lines, the same
// nearness either way round.
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
			if there, back := Near(word, f[:len(f)-1]), Near(f[:len(f)-1], word); back == 0 || there != back {
				t.Fatalf("%q is near %q by %.1f, the other way round by %.1f", word, f, there, back)
			}
		}
	}
	for _, w := range []string{"abandon", last} {
		if find(w) == "" {
			t.Errorf("%q not found", w)
		}
	}
}

// TestAll holds that a stem's list says what Near says, nearest first.
func TestAll(t *testing.T) {
	for _, stem := range []string{"truce", "hail", "pupil"} {
		last, n := 1.0, 0
		for w, strength := range All(stem) {
			if strength > last || strength != Near(stem, w) {
				t.Errorf("%q lists %q by %.1f behind %.1f, Near says %.1f", stem, w, strength, last, Near(stem, w))
			}
			last = strength
			n++
		}
		if n == 0 {
			t.Errorf("nothing is near %q", stem)
		}
	}
	for _, stem := range []string{"zzz", ""} {
		for w := range All(stem) {
			t.Errorf("%q is near %q, which is none", w, stem)
		}
	}
}

func BenchmarkNear(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Near("truce", "ceas")
	}
}
