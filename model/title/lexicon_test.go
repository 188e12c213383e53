package title

import (
	"strings"
	"testing"
)

// TestLists holds the lists to each other: no name stands in one that another
// does not have.
func TestLists(t *testing.T) {
	l := lists()
	for name, e := range l.entries {
		for _, b := range e.broader {
			if l.entries[b] == nil {
				t.Errorf("%s: broader head %q is no head", name, b)
			}
		}
		if e.rank > 0 && e.ladder == noLadder {
			t.Errorf("%s: a rank without a ladder", name)
		}
	}
	for pair := range l.apart {
		if l.entries[pair[0]] == nil {
			t.Errorf("apart: %q is no head", pair[0])
		}
	}
	for verb, e := range l.verbs {
		if e == nil {
			t.Errorf("verb %q names no head", verb)
		}
	}
	for line := range lines(titlesText) {
		if !strings.HasPrefix(line, "[") && strings.Count(line, "|") != 3 {
			t.Errorf("%q has not four columns", line)
		}
	}
	for short, full := range abbreviations {
		if len(l.starts[full].forms) == 0 && l.levels[full] == 0 {
			t.Errorf("%q abbreviates %q, which begins no head", short, full)
		}
	}
}
