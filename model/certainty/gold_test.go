package certainty

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"doubletake/model"
	"doubletake/model/text"
)

// heldOut are the pairs that no rule may be tuned on.
var heldOut = []string{"chess-final", "cycling-stage", "factory-closure", "gas-deal", "hostage-release", "opera-premiere",
	"protest-crackdown", "university-merger", "wildfire", "pair11", "pair15"}

// goldPair is what is read of an annotated pair.
type goldPair struct {
	name  string
	Links []struct{ Left, Right, Verdict string }
	Facts []struct {
		Kind, Relation, Left, Right string
		Optional                    bool
	}
}

// goldPairs reads the annotated pairs beside the checkout, and skips the test
// where there are none.
func goldPairs(t *testing.T) (out []goldPair) {
	files, _ := filepath.Glob("../../../shared/eval/*/*/gold.json")
	if len(files) == 0 {
		t.Skip("no annotated pairs beside this checkout")
	}
	for _, file := range files {
		g := goldPair{name: filepath.Base(filepath.Dir(file))}
		if slices.Contains(heldOut, g.name) {
			continue
		}
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(raw, &g); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		out = append(out, g)
	}
	return out
}

func find(s string) []Predicate {
	return Find(text.Tokens(s, model.Span{End: len(s)}))
}

// TestGold logs how the findings on annotated links compare with the
// annotation, and fails where contradictions are seen that are none.
func TestGold(t *testing.T) {
	rows, found := map[string]int{}, map[string]int{}
	reported := map[string]int{} // differs by verdict of the link
	conflicts, unlisted := 0, 0
	for _, g := range goldPairs(t) {
		hit := make([]bool, len(g.Facts))
		for _, l := range g.Links {
			for _, f := range Compare(find(l.Left), find(l.Right)) {
				left, right := f.Left.In(l.Left), f.Right.In(l.Right)
				listed := g.list(f.Relation, left, right, hit)
				switch f.Relation {
				case model.Differs:
					reported[l.Verdict]++
				case model.Conflict:
					conflicts++
					if !listed {
						unlisted++
					}
				}
				if !listed && f.Relation != model.Same {
					t.Logf("%s: %v not listed, link %s: %q / %q: %s (%.2f)", g.name, f.Relation, l.Verdict, left, right, f.Why, f.Score)
				}
			}
		}
		for i, w := range g.Facts {
			if w.Kind != "certainty" {
				continue
			}
			key := w.Relation
			if w.Optional {
				key += ", optional"
			}
			rows[key]++
			if hit[i] {
				found[key]++
			} else if !w.Optional {
				t.Logf("%s: %s missed: %q / %q", g.name, w.Relation, w.Left, w.Right)
			}
		}
	}
	for _, key := range []string{"conflict", "conflict, optional", "differs", "differs, optional", "same", "same, optional"} {
		t.Logf("%s: %d of %d found", key, found[key], rows[key])
	}
	t.Logf("%d conflicts reported, %d not listed; differs reported by verdict of the link: %v", conflicts, unlisted, reported)
	if unlisted*10 > conflicts {
		t.Errorf("%d of %d conflicts are none", unlisted, conflicts)
	}
}

// list marks the annotated rows that a finding meets; false for none.
func (g goldPair) list(r model.Relation, left, right string, hit []bool) (listed bool) {
	for i, w := range g.Facts {
		if w.Kind == "certainty" && w.Relation == r.String() && meets(left, w.Left) && meets(right, w.Right) {
			hit[i], listed = true, true
		}
	}
	return listed
}

// meets is the rule by which reported words count as the annotated ones: two
// thirds of the shorter one's words stand in the longer, which is at most five
// times as long.
func meets(a, b string) bool {
	x, y := norms(a), norms(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	hit := 0
	for _, w := range x {
		if slices.Contains(y, w) {
			hit++
		}
	}
	return len(x) > 0 && hit >= max(1, (2*len(x)+2)/3) && len(x)*5 >= len(y)
}

func norms(s string) (out []string) {
	for _, t := range text.Tokens(s, model.Span{End: len(s)}) {
		if t.Kind != text.Mark {
			out = append(out, t.Norm)
		}
	}
	return out
}

// TestUnlinked counts the contradictions seen between sentences that do not
// report the same thing: the price of a link that is none.
func TestUnlinked(t *testing.T) {
	pairs, count := 0, map[model.Relation]int{}
	for _, g := range goldPairs(t) {
		linked := make(map[[2]string]bool)
		found := make(map[string][]Predicate)
		for _, l := range g.Links {
			linked[[2]string{l.Left, l.Right}] = true
			found[l.Left], found[l.Right] = find(l.Left), find(l.Right)
		}
		for _, l := range g.Links {
			for _, r := range g.Links {
				if linked[[2]string{l.Left, r.Right}] {
					continue
				}
				pairs++
				for _, f := range Compare(found[l.Left], found[r.Right]) {
					count[f.Relation]++
				}
			}
		}
	}
	t.Logf("%d pairs of sentences: %d conflicts, %d differs", pairs, count[model.Conflict], count[model.Differs])
	if count[model.Conflict]*1000 > pairs {
		t.Errorf("%d conflicts between %d pairs of sentences that are not linked", count[model.Conflict], pairs)
	}
}

// show lists predicates for a failed test.
func show(s string, ps []Predicate) string {
	var b strings.Builder
	for _, p := range ps {
		fmt.Fprintf(&b, "[%s|%s|%v|not %t|%s] ", p.Span.In(s), p.Lemma, p.Strength, p.Negated, p.Cue)
	}
	return b.String()
}
