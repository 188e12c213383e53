package name

import (
	"os"
	"slices"
	"strings"
	"testing"
)

const namesFile = "../../../shared/eval/names.tsv"

type labelled struct {
	same bool
	a, b string
	kind string
}

// labelledNames reads the shared name pairs, half 0 the even rows, half 1 the odd.
func labelledNames(t testing.TB) (halves [2][]labelled) {
	data, err := os.ReadFile(namesFile)
	if err != nil {
		t.Skip("no shared name pairs here")
	}
	for i, line := range strings.Split(strings.TrimSpace(string(data)), "\n")[1:] {
		f := strings.Split(line, "\t")
		halves[i%2] = append(halves[i%2], labelled{f[0] == "same", f[1], f[2], f[3]})
	}
	return halves
}

func body(kind string) bool {
	return strings.HasPrefix(kind, "company") || strings.HasPrefix(kind, "organization")
}

type scored struct {
	score float64
	same  bool
}

// auc and bestF1 rank by score.
func auc(s []scored) float64 {
	wins, pairs := 0.0, 0.0
	for _, x := range s {
		for _, y := range s {
			if !x.same || y.same {
				continue
			}
			pairs++
			switch {
			case x.score > y.score:
				wins++
			case x.score == y.score:
				wins += 0.5
			}
		}
	}
	return wins / pairs
}

func f1(s []scored, threshold float64) float64 {
	var hit, said, want float64
	for _, x := range s {
		if x.same {
			want++
		}
		if x.score >= threshold {
			said++
			if x.same {
				hit++
			}
		}
	}
	return 2 * hit / (said + want)
}

func bestF1(s []scored) (best, threshold float64) {
	for _, x := range s {
		if f := f1(s, x.score); f > best {
			best, threshold = f, x.score
		}
	}
	return best, threshold
}

func score(pairs []labelled, f func(a, b string) Match, bodies bool) (out []scored) {
	for _, p := range pairs {
		if body(p.kind) == bodies {
			out = append(out, scored{f(p.a, p.b).Score, p.same})
		}
	}
	return out
}

func TestSharedPeople(t *testing.T) {
	halves := labelledNames(t)
	var all []scored
	for h, pairs := range halves {
		s := score(pairs, Person, false)
		best, at := bestF1(s)
		t.Logf("people, half %d: %d pairs, AUC %.3f, best F1 %.3f at %.2f, F1 at Possible %.3f", h, len(s), auc(s), best, at, f1(s, PossibleFrom))
		all = append(all, s...)
	}
	best, at := bestF1(all)
	t.Logf("people, all: %d pairs, AUC %.3f, best F1 %.3f at %.2f", len(all), auc(all), best, at)
	if best < 0.90 || auc(all) < 0.92 {
		t.Errorf("AUC %.3f, best F1 %.3f: worse than before", auc(all), best)
	}
	if os.Getenv("SHOW") != "" {
		rows := slices.Clone(halves[0])
		for _, p := range rows {
			if m := Person(p.a, p.b); !body(p.kind) && (m.Score >= 0.55) != p.same {
				t.Logf("%v %.2f %s | %s | %s [%s]", p.same, m.Score, p.a, p.b, m.Why, m.Rules)
			}
		}
	}
}

func TestSharedBodies(t *testing.T) {
	halves := labelledNames(t)
	var all []scored
	for h, pairs := range halves {
		s := score(pairs, Body, true)
		best, at := bestF1(s)
		t.Logf("bodies, half %d: %d pairs, AUC %.3f, best F1 %.3f at %.2f, F1 at Possible %.3f", h, len(s), auc(s), best, at, f1(s, PossibleFrom))
		all = append(all, s...)
	}
	best, at := bestF1(all)
	t.Logf("bodies, all: %d pairs, AUC %.3f, best F1 %.3f at %.2f", len(all), auc(all), best, at)
	if os.Getenv("SHOW") != "" {
		for _, p := range halves[0] {
			if m := Body(p.a, p.b); body(p.kind) && (m.Score >= PossibleFrom) != p.same {
				t.Logf("%v %.2f %s | %s | %s [%s]", p.same, m.Score, p.a, p.b, m.Why, m.Rules)
			}
		}
	}
}

// TestSharedKeys counts the pairs at least Possible that no index would bring
// together.
func TestSharedKeys(t *testing.T) {
	halves := labelledNames(t)
	near, missed := 0, 0
	for _, p := range slices.Concat(halves[0], halves[1]) {
		f := Person
		if body(p.kind) {
			f = Body
		}
		if m := f(p.a, p.b); m.Level == No {
			continue
		}
		near++
		if !meet(p.a, p.b) {
			missed++
		}
	}
	t.Logf("keys: %d of %d near pairs share none", missed, near)
	if missed*50 > near {
		t.Errorf("keys miss %d of %d near pairs", missed, near)
	}
}
