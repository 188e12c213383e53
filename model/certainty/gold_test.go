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

type goldFact struct {
	Kind, Relation, Left, Right string
	Optional                    bool
}

type goldPair struct {
	Links []struct{ Left, Right, Verdict string }
	Facts []goldFact
}

func find(s string) []Predicate {
	return Find(text.Tokens(s, model.Span{End: len(s)}))
}

// TestGold logs how the findings on annotated pairs compare with the
// annotation. It runs where the pairs are found beside the checkout.
func TestGold(t *testing.T) {
	files, _ := filepath.Glob("../../../shared/eval/*/*/gold.json")
	if len(files) == 0 {
		t.Skip("no annotated pairs beside this checkout")
	}
	type tally struct{ found, want int }
	rows := map[string]*tally{}
	falseConflict, trueConflict := 0, 0
	differs := map[string]int{}
	for _, file := range files {
		name := filepath.Base(filepath.Dir(file))
		if slices.Contains(heldOut, name) {
			continue
		}
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var g goldPair
		if err := json.Unmarshal(raw, &g); err != nil {
			t.Fatal(err)
		}
		hit := make([]bool, len(g.Facts))
		for _, l := range g.Links {
			left, right := find(l.Left), find(l.Right)
			if os.Getenv("SHOW") == "2" {
				fmt.Printf("%s [%s]\n L %s\n    %s\n R %s\n    %s\n", name, l.Verdict, l.Left, show(l.Left, left), l.Right, show(l.Right, right))
			}
			for _, f := range Compare(left, right) {
				a, b := f.Left.In(l.Left), f.Right.In(l.Right)
				mark := "    "
				listed := false
				for i, w := range g.Facts {
					if w.Kind == "certainty" && near(a, w.Left) && near(b, w.Right) {
						if w.Relation == f.Relation.String() {
							hit[i] = true
							listed = true
							mark = "GOLD"
						} else if mark != "GOLD" {
							mark = w.Relation
						}
					}
				}
				if f.Relation == model.Same && mark == "    " {
					continue
				}
				if f.Relation == model.Conflict && listed {
					trueConflict++
				} else if f.Relation == model.Conflict {
					falseConflict++
				}
				if f.Relation == model.Differs {
					differs[l.Verdict]++
				}
				if os.Getenv("SHOW") != "" {
					fmt.Printf("%s %-8s [%s] %s: %q / %q %s %.2f\n", mark, f.Relation, l.Verdict, name, a, b, f.Why, f.Score)
					if mark == "    " {
						fmt.Printf("       L %s\n       R %s\n", l.Left, l.Right)
					}
				}
			}
		}
		for i, w := range g.Facts {
			if w.Kind != "certainty" {
				continue
			}
			key := w.Relation
			if w.Optional {
				key += " optional"
			}
			if rows[key] == nil {
				rows[key] = &tally{}
			}
			rows[key].want++
			if hit[i] {
				rows[key].found++
			} else if os.Getenv("SHOW") != "" {
				fmt.Printf("MISS %s %s: %q / %q\n", key, name, w.Left, w.Right)
				for _, l := range g.Links {
					if !w.Optional && strings.Contains(l.Left, w.Left) && strings.Contains(l.Right, w.Right) {
						left, right := find(l.Left), find(l.Right)
						fmt.Printf("    L %s\n      %s\n    R %s\n      %s\n", l.Left, show(l.Left, left), l.Right, show(l.Right, right))
						for _, p := range left {
							for _, q := range right {
								m := words().compare(p, q)
								if m.score >= .15 {
									fmt.Printf("        %s / %s verb %.1f words %.2f score %.2f\n", p.Span.In(l.Left), q.Span.In(l.Right), m.verb, m.words, m.score)
								}
							}
						}
					}
				}
			}
		}
	}
	for _, k := range []string{"conflict", "conflict optional", "differs", "differs optional", "same", "same optional"} {
		if r := rows[k]; r != nil {
			t.Logf("%s: %d of %d found", k, r.found, r.want)
		}
	}
	t.Logf("conflicts reported: %d listed, %d not; differs reported by verdict of the link: %v", trueConflict, falseConflict, differs)
}

// TestUnlinked logs how many contradictions are seen between sentences that do
// not report the same thing: the price of a link that is none.
func TestUnlinked(t *testing.T) {
	files, _ := filepath.Glob("../../../shared/eval/*/*/gold.json")
	if len(files) == 0 {
		t.Skip("no annotated pairs beside this checkout")
	}
	pairs, conflicts, differs := 0, 0, 0
	for _, file := range files {
		if slices.Contains(heldOut, filepath.Base(filepath.Dir(file))) {
			continue
		}
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var g struct {
			Links []struct{ Left, Right string }
		}
		if err := json.Unmarshal(raw, &g); err != nil {
			t.Fatal(err)
		}
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
					switch f.Relation {
					case model.Conflict:
						conflicts++
					case model.Differs:
						differs++
					}
				}
			}
		}
	}
	t.Logf("%d pairs of sentences: %d conflicts, %d differs", pairs, conflicts, differs)
	if conflicts*500 > pairs {
		t.Errorf("%d conflicts between %d pairs of sentences that are not linked", conflicts, pairs)
	}
}

func show(s string, ps []Predicate) string {
	var b strings.Builder
	for _, p := range ps {
		fmt.Fprintf(&b, "[%s|%s|%v%s|%s] ", p.Span.In(s), p.Lemma, p.Strength, map[bool]string{true: " NOT"}[p.Negated], p.Cue)
	}
	return b.String()
}

// near is the rule by which a reported span counts as the annotated one: two
// thirds of the shorter one's words stand in the longer, which is at most five
// times as long.
func near(a, b string) bool {
	words := func(s string) []string {
		var out []string
		for _, t := range text.Tokens(s, model.Span{End: len(s)}) {
			if t.Kind != text.Mark {
				out = append(out, t.Norm)
			}
		}
		return out
	}
	x, y := words(a), words(b)
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
