package compare

import (
	"fmt"
	"go/format"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"doubletake/model"
	"doubletake/model/forest"
	"doubletake/model/quantity"
)

// figureExample is a pair of figures with its label and what it would come to.
type figureExample struct {
	sighting
	outcome quantity.Outcome
}

// TestLearnFigures grows the trees that weigh whether two figures count one thing, from the
// folders of annotated pairs given with -learn, and writes them:
//
//	go test ./model/compare -run 'LearnFigures$' -v -learn DIR[,DIR…]
//
// A pair of figures counts one thing where a row of facts has both, whatever its relation.
func TestLearnFigures(t *testing.T) {
	if *learn == "" {
		t.Skip("no -learn given")
	}
	var pairs [][]figureExample
	for _, dir := range learnFrom(t) {
		pairs = append(pairs, figuresOf(t, dir))
	}
	grown := func(skip int) []forest.Tree {
		var all []sighting
		for k := range pairs {
			for _, e := range pairs[k] {
				if k%tenths != skip && e.y != optional {
					all = append(all, e.sighting)
				}
			}
		}
		return grow(all)
	}
	sure, wrong, missed := make(map[quantity.Outcome]float64), make(map[quantity.Outcome]float64), make(map[quantity.Outcome]float64)
	for part := range tenths {
		trees := grown(part)
		for k := part; k < len(pairs); k += tenths {
			for _, e := range pairs[k] {
				bar := weighAgree
				if e.outcome == quantity.Incompatible {
					bar = weighClash
				}
				p := 1 / (1 + math.Exp(-forest.Odds(trees, e.x)))
				switch {
				case e.y == 1 && p >= bar:
					sure[e.outcome]++
				case e.y == 1:
					missed[e.outcome]++
				case e.y == 0 && p >= bar:
					wrong[e.outcome]++
				}
			}
		}
	}
	for _, o := range [...]quantity.Outcome{quantity.Equal, quantity.Rounded, quantity.Incompatible} {
		t.Logf("%v: each tenth by trees grown on the others: precision %.3f, recall %.3f", o, sure[o]/max(1, sure[o]+wrong[o]), sure[o]/max(1, sure[o]+missed[o]))
	}
	source := fmt.Sprintf("package compare\n\nimport \"doubletake/model/forest\"\n\n// figureTrees say whether two figures count one thing; they ask for parts of a figureSight by\n// their places. TestLearnFigures grew them from %d annotated pairs.\nvar figureTrees = []forest.Tree{\n%s}\n", len(pairs), planted(grown(-1)))
	out, err := format.Source([]byte(source))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("figuretrees.go", out, 0o644); err != nil {
		t.Fatal(err)
	}
}

// figuresOf labels the pairs of figures of one annotated pair of articles.
func figuresOf(t *testing.T, dir string) (out []figureExample) {
	t.Helper()
	gold := readGold(t, dir)
	p := pairFiles(t, [2]string{filepath.Join(dir, "a.txt"), filepath.Join(dir, "b.txt")})
	faint := p.link()
	linked := make(map[[2]model.ClaimIndex]bool)
	for _, g := range gold.Links {
		for _, i := range claimsOf(&p.left, g.Left) {
			for _, j := range claimsOf(&p.right, g.Right) {
				linked[[2]model.ClaimIndex{i, j}] = true
			}
		}
	}
	f := figures{pairing: p}
	p.left.bare()
	p.right.bare()
	f.behold(p.links, faint, func(b *beheld, s figureSight) {
		x, y := p.left.Quantities[b.left], p.right.Quantities[b.right]
		e := figureExample{sighting: sighting{x: s[:]}, outcome: b.outcome}
		for _, g := range gold.Facts {
			if (g.Kind == "quantity" || g.Kind == "date") && p.left.isValue(x, g.Left) && p.right.isValue(y, g.Right) {
				e.y = max(e.y, map[bool]float64{true: optional, false: 1}[g.Optional])
			}
		}
		if b.faint && !linked[[2]model.ClaimIndex{x.Claim, y.Claim}] && e.y == 1 {
			e.y = optional // the same words in claims that tell something else
		}
		out = append(out, e)
	})
	return out
}

// isValue reports whether a figure is the value of an annotated row, by the words of either.
func (s *side) isValue(q quantity.Mention, value string) bool {
	return sameValue(s.words(q.Told()), value) || sameValue(s.words(q.Figure), value)
}

// sameValue reports whether most words of the shorter of two values stand in the longer one,
// as the evaluation beside the repository takes two values for one.
func sameValue(a, b string) bool {
	cut := func(s string) []string {
		return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '.' && r != ',' })
	}
	x, y := cut(a), cut(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	hits := 0
	for _, w := range x {
		if slices.Contains(y, w) {
			hits++
		}
	}
	return len(x) > 0 && hits >= max(1, (2*len(x)+2)/3) && 5*len(x) >= len(y)
}
