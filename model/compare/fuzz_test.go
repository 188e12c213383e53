package compare

import (
	"context"
	"encoding/json"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"doubletake/model/article"
)

// longestFuzzed bounds both texts, and slowest what comparing them may take: some
// hundred times what it takes, for a machine that does other work too.
const (
	longestFuzzed = 4096
	slowest       = 5 * time.Second
)

// FuzzCompare holds what the comparison promises on any two texts: every mark has
// its words, what is printed is JSON, swapped sides mirror it, and it ends.
func FuzzCompare(f *testing.F) {
	f.Add("Viktor Yeltsov opened the stadium on Saturday. It seats 18,000 people.", "Governor Victor Eltsov, 47, opened it on November 3. “About 17,500 fit in,” he said.")
	f.Add("LOMSK, 4 May — A ferry ran aground, police said.\n\nRead more: ferries", "# Ferry\n\nBy Nils Orre\n\n‘We won’t,’ Dr.\n\nO’Neil said. $1.2bn—a third—of 3.5m€.")
	f.Add("", "\n\n\n")
	f.Add(strings.Repeat("40 of 42 said on Monday that 13th May is 13-year. ", 12), strings.Repeat("By Tuesday 47 denied it, the U.S. Army’s Gen. al-Khatib added. ", 9))
	f.Add("<p>About <b>40</b> people</p>", "١٢ قتيلا \u202e\x00\xff\xfe 14:00 GMT 31/02/2024 25:61")
	f.Fuzz(func(t *testing.T, left, right string) {
		if len(left) > longestFuzzed || len(right) > longestFuzzed {
			t.Skip("longer than a test wants")
		}
		l, r := article.Parse("left.txt", left), article.Parse("right.txt", right)
		ctx, cancel := context.WithTimeout(t.Context(), 4*slowest)
		defer cancel()
		start := time.Now()
		c, err := Compare(ctx, l, r)
		if err != nil {
			t.Fatal(err)
		}
		if took := time.Since(start); took > slowest {
			t.Errorf("%d and %d bytes took %v", len(left), len(right), took)
		}
		for _, problem := range broken(c) {
			t.Error(problem)
		}
		if out := printed(t, c); !json.Valid(out) {
			t.Errorf("no JSON: %s", out)
		}
		back, err := Compare(ctx, r, l)
		if err != nil {
			t.Fatal(err)
		}
		if there, swapped := reflect(c, false), reflect(back, true); !slices.Equal(there, swapped) {
			t.Errorf("as they stand alone: %q\nswapped alone: %q", beyond(there, swapped), beyond(swapped, there))
		}
	})
}

// TestMixed compares articles put together at random, by a fixed seed, from the
// sentences of the cases: people, dates and figures meet that no case brings
// together, and sentences come twice.
func TestMixed(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases (%v)", err)
	}
	var sentences []string
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range a.Files {
			if f.Name != "want.txt" {
				sentences = append(sentences, strings.SplitAfter(strings.TrimSpace(string(f.Data)), ". ")...)
			}
		}
	}
	rounds := 300
	if testing.Short() {
		rounds = 20
	}
	random := rand.New(rand.NewPCG(1, 2))
	mix := func() string {
		var b strings.Builder
		for range 2 + random.IntN(24) {
			b.WriteString(sentences[random.IntN(len(sentences))])
			b.WriteString([]string{" ", "\n\n", "\n"}[random.IntN(3)])
		}
		return b.String()
	}
	for i := range rounds {
		left, right := mix(), mix()
		l, r := article.Parse("left.txt", left), article.Parse("right.txt", right)
		c := compared(t, l, r)
		problems := broken(c)
		there, back := reflect(c, false), reflect(compared(t, r, l), true)
		for _, x := range beyond(there, back) {
			problems = append(problems, "as they stand alone: "+x)
		}
		for _, x := range beyond(back, there) {
			problems = append(problems, "swapped alone: "+x)
		}
		if len(problems) > 0 {
			t.Errorf("round %d:\n%s", i, strings.Join(problems, "\n"))
		}
	}
}
