// This file holds the program to the figures it has reached on annotated pairs.

package compare

import (
	"context"
	"encoding/json"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// scores is what the scoring program prints.
type scores struct {
	Links, Same, Variant, Differs, Conflict struct {
		Precision, Recall, F1 float64
		Found, Missed, False  int
	}
	Verdict float64 `json:"verdict_accuracy"`
	Pairs   int
	Failed  []string
	Seconds float64
}

// floors are a little under what was reached: a change that falls
// below one loses something that the annotated pairs ask for.
var floors = map[string]struct {
	links, conflict, recall, variant, same, verdict float64 // F1, precision, recall, precision, recall, share
}{
	"pairs":        {links: 0.91, conflict: 0.96, recall: 0.83, variant: 0.97, same: 0.88, verdict: 0.935},
	"real":         {links: 0.74, conflict: 0, recall: 0.20, variant: 0.50, same: 0.85, verdict: 0.86}, // too few of some to tell
	"testdata/own": {links: 0.875, conflict: 0.94, recall: 0.57, variant: 0.98, same: 0.82, verdict: 0.85},
}

// TestScore builds the program and scores it as the annotated pairs' own program
// does. It skips where these are not beside the repository.
func TestScore(t *testing.T) {
	if testing.Short() {
		t.Skip("a short run")
	}
	program, err := filepath.Glob(filepath.Join(evaluation, "score.py"))
	if err != nil || len(program) == 0 {
		t.Skip("no annotated pairs beside the repository")
	}
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no python3")
	}
	ctx, cancel := context.WithTimeout(t.Context(), 3*time.Minute)
	defer cancel()
	binary := build(ctx, t)
	for name, floor := range floors {
		folder := name
		if !strings.HasPrefix(name, "testdata") {
			folder = filepath.Join(evaluation, name)
		}
		t.Run(name, func(t *testing.T) {
			out, err := exec.CommandContext(ctx, python, program[0], "--json", "--pairs", folder, "--", binary, "--format", "json").Output()
			if err != nil {
				t.Fatalf("%v: %s", err, out)
			}
			var s scores
			if err := json.Unmarshal(out, &s); err != nil {
				t.Fatal(err)
			}
			t.Logf("%s", strings.TrimSpace(string(out)))
			for _, f := range []struct {
				what       string
				got, floor float64
			}{
				{"F1 of links", s.Links.F1, floor.links},
				{"precision of conflicts", s.Conflict.Precision, floor.conflict},
				{"recall of conflicts", s.Conflict.Recall, floor.recall},
				{"precision of variants", s.Variant.Precision, floor.variant},
				{"recall of what is the same", s.Same.Recall, floor.same},
				{"share of right verdicts", s.Verdict, floor.verdict},
			} {
				if f.got < f.floor {
					t.Errorf("%s %.3f, at least %.2f was reached before", f.what, f.got, f.floor)
				}
			}
			if len(s.Failed) > 0 || s.Pairs == 0 {
				t.Errorf("%d pairs, failed: %v", s.Pairs, s.Failed)
			}
		})
	}
}

// build makes the program.
func build(ctx context.Context, t *testing.T) string {
	t.Helper()
	binary := filepath.Join(t.TempDir(), "doubletake")
	if runtime.GOOS == "windows" {
		binary += ".exe"
	}
	cmd := exec.CommandContext(ctx, "go", "build", "-o", binary, "doubletake")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("building the program: %v\n%s", err, out)
	}
	return binary
}

// TestElsewhere runs the program itself under other clocks, locales and numbers of
// processors.
func TestElsewhere(t *testing.T) {
	if testing.Short() {
		t.Skip("a short run")
	}
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	binary := build(ctx, t)
	left, right := filepath.Join("..", "..", "seeds", "storm", "left.txt"), filepath.Join("..", "..", "seeds", "storm", "right.txt")
	run := func(env ...string) string {
		cmd := exec.CommandContext(ctx, binary, "--format", "json", left, right)
		cmd.Env = append(cmd.Environ(), env...)
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("%v: %v", env, err)
		}
		return string(out)
	}
	want := run()
	for _, env := range [][]string{
		{"TZ=Pacific/Kiritimati", "LANG=tr_TR.UTF-8", "LC_ALL=tr_TR.UTF-8"},
		{"TZ=America/Adak", "LANG=C", "LC_ALL=C"},
		{"GOMAXPROCS=1"},
	} {
		if run(env...) != want {
			t.Errorf("%v: not the same bytes", env)
		}
	}
}
