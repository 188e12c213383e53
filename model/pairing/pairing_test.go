package pairing

import (
	"os"
	"path/filepath"
	"testing"

	"doubletake/model"
	"doubletake/model/article"
	"doubletake/seeds"

	"github.com/google/go-cmp/cmp"
)

func TestNames(t *testing.T) {
	for _, c := range []struct {
		name  string
		paths []string
		want  []Pair
	}{
		{"a and b", []string{"flood/a.txt", "flood/b.html"}, []Pair{{0, 1, "flood"}}},
		{"left and right", []string{"left.txt", "right.txt"}, []Pair{{0, 1, ""}}},
		{"two groups", []string{"x/fire-a.txt", "x/fire-b.txt", "x/flood_1.md", "x/flood_2.md"}, []Pair{{0, 1, "fire"}, {2, 3, "flood"}}},
		{"three of one", []string{"x/a.txt", "x/b.txt", "x/c.txt"}, []Pair{{0, 1, "x"}, {0, 2, "x"}, {1, 2, "x"}}},
		{"two folders", []string{"x/a.txt", "x/b.txt", "y/a.txt", "y/b.txt"}, []Pair{{0, 1, "x"}, {2, 3, "y"}}},
		{"alone", []string{"x/a.txt", "y/b.txt"}, nil},
		{"words that end like sides", []string{"agenda.txt", "comb.txt", "copyright.txt"}, nil},
		{"letter case", []string{"Fire-A.txt", "fire-b.TXT"}, []Pair{{0, 1, "fire"}}},
		{"none", nil, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			var as []model.Article
			for _, p := range c.paths {
				as = append(as, model.Article{Source: p})
			}
			if diff := cmp.Diff(c.want, Pairs(as)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

// TestAlike holds the pairing by words to the embedded pairs: each article finds
// its partner and no other.
func TestAlike(t *testing.T) {
	var as []model.Article
	var want []Pair
	for _, p := range seeds.Pairs() {
		want = append(want, Pair{Left: len(as), Right: len(as) + 1})
		as = append(as, article.Parse(p.Name+" this", string(p.Left)), article.Parse(p.Name+" that", string(p.Right)))
	}
	if diff := cmp.Diff(want, Pairs(as)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// TestEvaluation measures the same on the annotated pairs, where they are found.
func TestEvaluation(t *testing.T) {
	files, err := filepath.Glob("../../../shared/eval/*/*/[ab].txt")
	if err != nil || len(files) == 0 {
		t.Skip("no annotated pairs here")
	}
	var as []model.Article
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		as = append(as, article.Parse(f, string(data)))
	}
	profiles := make([]profile, len(as))
	for i, a := range as {
		profiles[i] = profileOf(a)
	}
	lowest, highest := 1.0, 0.0
	for _, p := range All(len(as)) {
		l := likeness(profiles[p.Left], profiles[p.Right])
		folder := filepath.Base(filepath.Dir(files[p.Left]))
		switch {
		case filepath.Dir(files[p.Left]) != filepath.Dir(files[p.Right]):
			highest = max(highest, l)
		case folder != "unrelated": // that pair is two events by design
			lowest = min(lowest, l)
		}
	}
	t.Logf("one event: %.2f and more; two events: %.2f and less", lowest, highest)
	if lowest < Event || highest >= Event {
		t.Errorf("%.2f parts them no more", Event)
	}
}
