package compare

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"go/format"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"doubletake/model"
	"doubletake/model/align"
	"doubletake/model/article"
	"doubletake/model/fact"
	"doubletake/model/forest"
	"doubletake/model/text"
)

// learn, with a list of folders of annotated pairs, fits the weights of the
// alignment and writes them: go test ./model/compare -run Learn -learn DIR[,DIR…]
var learn = flag.String("learn", "", "folders of annotated pairs to fit the alignment's weights on")

// example is one candidate with its label: 1 a link, 0 none, optional where
// editors could disagree.
type example struct {
	x []float64
	y float64
}

const optional = 0.5

// annotated is one pair of articles with its candidates and their labels.
type annotated struct {
	name       string
	candidates []align.Candidate
	labels     []float64
	missed     int // required links that no candidate covers
}

// first are the pair's examples for the first look, each as it stands and with the
// articles swapped: so the weights of the two sides come out alike.
func (a annotated) first() (out []example) {
	for k, c := range a.candidates {
		swapped := c.X
		swapped[align.RowBest], swapped[align.ColBest] = c.X[align.ColBest], c.X[align.RowBest]
		out = append(out, example{c.X[:], a.labels[k]}, example{swapped[:], a.labels[k]})
	}
	return out
}

// second are the pair's examples for the second look, by first scores of weights w.
func (a annotated) second(w []float64) (out []example) {
	scores := make([]float64, len(a.candidates))
	for k, c := range a.candidates {
		scores[k] = logistic(w, c.X[:])
	}
	for k, l := range align.Refine(a.candidates, scores) {
		x := l.X
		x[align.RowRival], x[align.ColRival] = l.X[align.ColRival], l.X[align.RowRival]
		x[align.RowWeight], x[align.ColWeight] = l.X[align.ColWeight], l.X[align.RowWeight]
		out = append(out, example{l.X[:], a.labels[k]}, example{x[:], a.labels[k]})
	}
	return out
}

func logistic(w, x []float64) float64 { return 1 / (1 + math.Exp(-dot(w, x))) }

func dot(w, x []float64) (s float64) {
	for f := range x {
		s += w[f] * x[f]
	}
	return s
}

// third are the pair's examples for the trees, by first weights w and second weights v.
func (a annotated) third(w, v []float64) (out []sighting) {
	scores := make([]float64, len(a.candidates))
	for k, c := range a.candidates {
		scores[k] = logistic(w, c.X[:])
	}
	for k, l := range align.Refine(a.candidates, scores) {
		odds := dot(v, l.X[:])
		see := align.See(a.candidates[k], l, odds)
		out = append(out, sighting{x: see[:], y: a.labels[k], odds: odds})
	}
	return out
}

// TestLearn fits a logistic regression for each of the first two looks and grows the
// trees of the third. The regression is full-batch Newton from zero, so the same pairs
// give the same weights. Each look learns from scores that each pair got from the other
// pairs, for scores it was learned from would be too good.
func TestLearn(t *testing.T) {
	if *learn == "" {
		t.Skip("no -learn given")
	}
	var pairs []annotated
	var dirs []string
	for _, dir := range learnFrom(t) {
		dirs = append(dirs, dir)
		pairs = append(pairs, annotate(t, dir))
	}
	without := func(skip int, of func(k int) []example) (out []example) {
		for k := range pairs {
			if k != skip {
				out = append(out, of(k)...)
			}
		}
		return out
	}
	first := func(k int) []example { return pairs[k].first() }
	apart := make([][]float64, len(pairs)) // first weights from the other pairs
	for k := range pairs {
		apart[k] = fit(without(k, first))
	}
	second := func(k int) []example { return pairs[k].second(apart[k]) }
	w, v := fit(without(-1, first)), fit(without(-1, second))

	var one, two, three tally
	apart2 := make([][]float64, len(pairs))
	sights := make([][]sighting, len(pairs))
	for k, p := range pairs {
		apart2[k] = fit(without(k, second))
		one.add(p.first(), apart[k], p.missed)
		two.add(p.second(apart[k]), apart2[k], p.missed)
		sights[k] = p.third(apart[k], apart2[k])
	}
	t.Logf("each pair by weights learned from the others\n first look:%s\n second look:%s", one, two)
	strangers := make([][]sighting, len(pairs)) // two articles of two pairs: no link is one
	for k := range pairs {
		next := (k + 1) % len(pairs)
		strangers[k] = annotateFiles(t, [2]string{filepath.Join(dirs[k], "a.txt"), filepath.Join(dirs[next], "b.txt")}, nil).third(apart[k], apart2[k])
	}
	grown := func(skip int) []forest.Tree {
		var all []sighting
		for k := range pairs {
			for _, s := range slices.Concat(sights[k], strangers[k]) {
				if k%tenths != skip && s.y != optional && s.odds >= align.Unlikely {
					all = append(all, s)
				}
			}
		}
		return grow(all)
	}
	for part := range tenths {
		trees := grown(part)
		for k := part; k < len(pairs); k += tenths {
			three.addGrown(sights[k], trees, pairs[k].missed)
		}
	}
	t.Logf("each tenth by trees grown on the others\n third look:%s", three)
	trees := grown(-1)

	var b strings.Builder
	fmt.Fprintf(&b, "package align\n\nimport \"doubletake/model/forest\"\n\n// The weights of the features in the order of their names, learned by logistic\n// regression from %d annotated pairs; TestLearn in model/compare writes this file.\n\nvar weights = [Features]float64{\n", len(pairs))
	for f, x := range w {
		fmt.Fprintf(&b, "\t%s: %.3f,\n", align.Feature(f), x)
	}
	b.WriteString("}\n\nvar secondWeights = [Seconds]float64{\n")
	for f, x := range v {
		fmt.Fprintf(&b, "\t%s: %.3f,\n", align.Second(f), x)
	}
	b.WriteString("}\n\n// trees are the small trees of the third look; they ask for parts of a Sight by their places.\nvar trees = []forest.Tree{\n")
	b.WriteString(planted(trees))
	b.WriteString("}\n")
	source, err := format.Source([]byte(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("../align/weights.go", source, 0o644); err != nil {
		t.Fatal(err)
	}
}

// tenths is how many parts the pairs are cut into, each scored by trees grown on the others.
const tenths = 10

// planted is trees as they are written down, a line each.
func planted(trees []forest.Tree) string {
	var b strings.Builder
	for _, t := range trees {
		for i, x := range t {
			fmt.Fprintf(&b, "%s%g", [...]string{"\t{", ", "}[min(i, 1)], x)
		}
		b.WriteString("},\n")
	}
	return b.String()
}

// annotate labels the candidates of one pair.
func annotate(t *testing.T, dir string) annotated {
	gold := readGold(t, dir)
	out := annotateFiles(t, [2]string{filepath.Join(dir, "a.txt"), filepath.Join(dir, "b.txt")}, gold.Links)
	out.name = filepath.Base(dir)
	return out
}

// learnFrom are the folders of the annotated pairs to learn from.
func learnFrom(t *testing.T) (out []string) {
	t.Helper()
	for dir := range strings.SplitSeq(*learn, ",") {
		golds, err := filepath.Glob(filepath.Join(dir, "*", "gold.json"))
		if err != nil || len(golds) == 0 {
			t.Fatalf("no annotated pairs in %s (%v)", dir, err)
		}
		for _, g := range golds {
			out = append(out, filepath.Dir(g))
		}
	}
	return out
}

// gold is what a pair is annotated with.
type gold struct {
	Links []goldLink
	Facts []struct {
		Kind, Left, Right string
		Optional          bool
	}
}

// readGold reads what the pair in a folder is annotated with.
func readGold(t *testing.T, dir string) (out gold) {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(dir, "gold.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(raw, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

// goldLink is a link as annotated.
type goldLink struct {
	Left, Right string
	Optional    bool
}

// pairFiles reads two articles and finds who is who in them.
func pairFiles(t *testing.T, files [2]string) *pairing {
	t.Helper()
	p := &pairing{near: make(map[[2]string]float64)}
	var articles [2]model.Article
	for i, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		articles[i] = article.Parse(name, string(data))
	}
	for i, a := range articles {
		d, err := fact.Read(context.Background(), a, articles[1-i].Published)
		if err != nil {
			t.Fatal(err)
		}
		*[2]*side{&p.left, &p.right}[i] = newSide(d)
	}
	p.match()
	return p
}

// annotateFiles labels the candidates of two articles.
func annotateFiles(t *testing.T, files [2]string, links []goldLink) (out annotated) {
	p := pairFiles(t, files)
	l, r := p.alignSides()
	candidates := align.Candidates(l, r, p)
	label := make(map[[2]model.ClaimIndex]float64)
	for _, g := range links {
		covered := false
		for _, i := range claimsOf(&p.left, g.Left) {
			for _, j := range claimsOf(&p.right, g.Right) {
				k := [2]model.ClaimIndex{i, j}
				if g.Optional {
					label[k] = max(label[k], optional)
				} else {
					label[k] = 1
				}
				covered = covered || slices.ContainsFunc(candidates, func(c align.Candidate) bool { return c.Left == i && c.Right == j })
			}
		}
		if !covered && !g.Optional {
			out.missed++
		}
	}
	for _, c := range candidates {
		if p.left.Claims[c.Left].Furniture || p.right.Claims[c.Right].Furniture {
			continue
		}
		out.candidates = append(out.candidates, c)
		out.labels = append(out.labels, label[[2]model.ClaimIndex{c.Left, c.Right}])
	}
	return out
}

// claimsOf are the claims that share half the words of a sentence as annotated.
func claimsOf(s *side, sentence string) []model.ClaimIndex {
	var want []string
	for _, t := range text.Tokens(sentence, model.Span{End: len(sentence)}) {
		if t.Kind != text.Mark {
			want = append(want, t.Norm)
		}
	}
	type word struct {
		norm  string
		claim int
	}
	var all []word
	sizes := make([]int, len(s.Tokens))
	for i, tokens := range s.Tokens {
		for _, t := range tokens {
			if t.Kind != text.Mark {
				all = append(all, word{t.Norm, i})
				sizes[i]++
			}
		}
	}
	for at := 0; at+len(want) <= len(all); at++ {
		k := 0
		for k < len(want) && all[at+k].norm == want[k] {
			k++
		}
		if k < len(want) {
			continue
		}
		hits := make(map[int]int)
		for _, w := range all[at : at+len(want)] {
			hits[w.claim]++
		}
		var out []model.ClaimIndex
		for i := range sizes {
			if 2*hits[i] >= min(sizes[i], len(want)) && hits[i] > 0 {
				out = append(out, model.ClaimIndex(i))
			}
		}
		return out
	}
	return nil
}

// fit is Newton's method on the logistic loss with a small ridge; optional
// examples do not count.
func fit(all []example) []float64 {
	const ridge = 2.0 // one for each way round
	n := len(all[0].x)
	w := make([]float64, n)
	for range 25 {
		m := make([][]float64, n)
		for i := range m {
			m[i] = make([]float64, n+1)
		}
		for _, e := range all {
			if e.y == optional {
				continue
			}
			p := logistic(w, e.x)
			for i, x := range e.x {
				if x == 0 {
					continue
				}
				m[i][n] += (p - e.y) * x
				for j, z := range e.x {
					m[i][j] += p * (1 - p) * x * z
				}
			}
		}
		for i := 1; i < n; i++ {
			m[i][n] += ridge * w[i]
			m[i][i] += ridge
		}
		for i, s := range solve(m) {
			w[i] -= s
		}
	}
	return w
}

// solve is Gaussian elimination with pivoting; the last column is the right side.
func solve(m [][]float64) []float64 {
	n := len(m)
	for c := range n {
		best := c
		for r := c + 1; r < n; r++ {
			if math.Abs(m[r][c]) > math.Abs(m[best][c]) {
				best = r
			}
		}
		m[c], m[best] = m[best], m[c]
		if math.Abs(m[c][c]) < 1e-12 {
			continue
		}
		for r := range n {
			if r != c {
				k := m[r][c] / m[c][c]
				for j := c; j <= n; j++ {
					m[r][j] -= k * m[c][j]
				}
			}
		}
	}
	out := make([]float64, n)
	for i := range n {
		if math.Abs(m[i][i]) > 1e-12 {
			out[i] = m[i][n] / m[i][i]
		}
	}
	return out
}

// tally counts links found, false and missed at several thresholds.
type tally struct {
	found, false, missed [len(thresholds)]int
}

var thresholds = [...]float64{0.26, 0.3, 0.34, 0.36, 0.38, 0.4, 0.42, 0.44, 0.46, 0.48, 0.5, 0.54}

func (c *tally) add(all []example, w []float64, missed int) {
	for i, at := range thresholds {
		c.missed[i] += 2 * missed // every example counts twice, see first
		for _, e := range all {
			switch p := logistic(w, e.x); {
			case e.y == optional:
			case p >= at && e.y == 1:
				c.found[i]++
			case p >= at:
				c.false[i]++
			case e.y == 1:
				c.missed[i]++
			}
		}
	}
}

// addGrown counts the links of a pair by its trees, twice as add does.
func (c *tally) addGrown(all []sighting, trees []forest.Tree, missed int) {
	odds := make([]float64, len(all))
	for i := range all {
		odds[i] = all[i].odds
		if odds[i] >= align.Unlikely {
			odds[i] += forest.Odds(trees, all[i].x)
		}
	}
	var examples []example
	for i := range all {
		e := example{[]float64{odds[i]}, all[i].y}
		examples = append(examples, e, e)
	}
	c.add(examples, []float64{1}, missed)
}

func (c tally) String() string {
	var b strings.Builder
	for i, at := range thresholds {
		tp, fp, fn := float64(c.found[i]), float64(c.false[i]), float64(c.missed[i])
		fmt.Fprintf(&b, "\n  at %.2f precision %.3f recall %.3f F1 %.3f", at, tp/(tp+fp), tp/(tp+fn), 2*tp/(2*tp+fp+fn))
	}
	return b.String()
}
