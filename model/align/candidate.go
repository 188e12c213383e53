// This file proposes pairs of claims and describes each by its features.

package align

import (
	"cmp"
	"math"
	"slices"

	"doubletake/model"
)

// Bounds that keep the work per claim constant, however long the articles are.
const (
	visits = 600 // entries of the index one claim may look at, rarest terms first
	kept   = 24  // candidates a claim goes on with
)

// Feature numbers what is known of a pair.
type Feature int

// The features of a pair of claims, each between 0 and 1 or close to it.
const (
	Bias     Feature = iota
	Cosine           // of the weighted terms
	Cover            // share of the lighter claim that the other holds
	Contrast         // cosine less the mean of its row and column
	RowBest          // cosine over the best of the left claim
	ColBest          // cosine over the best of the right claim
	Names            // shared people, bodies and places
	Figures          // shared dates and quantities
	Words            // number of shared words, damped
	Place            // distance of the relative places in the two texts
	Before           // best cosine of the pairs right before and behind this one
	Short            // one of the claims has few terms
	Margin           // cosine less the best other candidate of either claim
	Features
)

// Candidate is a pair of claims worth a look, with what is known of it.
type Candidate struct {
	Left, Right model.ClaimIndex
	X           [Features]float64
}

// Score is the model's confidence, from 0 to 1.
func (c Candidate) Score() float64 {
	s := 0.0
	for f, x := range c.X {
		s += weights[f] * x
	}
	return 1 / (1 + math.Exp(-s))
}

// Candidates is every pair of claims that share a telling term, by left claim,
// then right claim.
func Candidates(left, right Side) []Candidate {
	l, r, v := bags(left, right)
	pairs := propose(l, r, v)
	g := newGrid(l, r, pairs)
	out := make([]Candidate, 0, len(pairs))
	for k := range pairs {
		out = append(out, g.describe(k))
	}
	return out
}

// pair is a proposed pair with what its claims share.
type pair struct {
	left, right int
	overlap
}

// propose looks each claim up in an index of the other side, from both sides, so
// that the bounds treat left and right alike.
func propose(l, r []bag, v *vocabulary) []pair {
	seen := make(map[[2]int32]bool)
	var out []pair
	add := func(i, j int) {
		k := [2]int32{int32(i), int32(j)}
		if seen[k] {
			return
		}
		seen[k] = true
		if o := l[i].meet(&r[j]); o.cosine > 0.03 {
			out = append(out, pair{i, j, o})
		}
	}
	lookUp(l, r, v, func(i, j int) { add(i, j) })
	lookUp(r, l, v, func(j, i int) { add(i, j) })
	slices.SortFunc(out, func(a, b pair) int {
		return cmp.Or(cmp.Compare(a.left, b.left), cmp.Compare(a.right, b.right))
	})
	return out
}

// lookUp yields, for each claim of a, the claims of b that share most with it.
func lookUp(a, b []bag, v *vocabulary, yield func(i, j int)) {
	index := make([][]int32, len(v.global))
	for j := range b {
		for _, t := range b[j].terms {
			index[t.id] = append(index[t.id], int32(j))
		}
	}
	found := make([]float64, len(b))
	for i := range a {
		terms := slices.Clone(a[i].terms)
		slices.SortFunc(terms, func(x, y term) int {
			return cmp.Or(cmp.Compare(len(index[x.id]), len(index[y.id])), cmp.Compare(x.id, y.id))
		})
		var hits []int32
		budget := visits
		for _, t := range terms {
			post := index[t.id]
			if len(post) == 0 {
				continue
			}
			if len(post) > budget {
				break
			}
			budget -= len(post)
			for _, j := range post {
				if found[j] == 0 {
					hits = append(hits, j)
				}
				found[j] += t.weight * t.weight
			}
		}
		if len(hits) > kept {
			slices.SortFunc(hits, func(x, y int32) int {
				return cmp.Or(cmp.Compare(found[y], found[x]), cmp.Compare(x, y))
			})
		}
		for n, j := range hits {
			if n < kept {
				yield(i, int(j))
			}
			found[j] = 0
		}
	}
}

// grid holds the proposed pairs with what rows and columns come to.
type grid struct {
	l, r           []bag
	pairs          []pair
	at             map[[2]int32]int32 // pair by left and right claim
	rowSum, colSum []float64
	rowTop, colTop [][2]float64 // the best and second best cosine
}

func newGrid(l, r []bag, pairs []pair) *grid {
	g := &grid{l: l, r: r, pairs: pairs, at: make(map[[2]int32]int32, len(pairs)),
		rowSum: make([]float64, len(l)), colSum: make([]float64, len(r)),
		rowTop: make([][2]float64, len(l)), colTop: make([][2]float64, len(r))}
	for k, p := range pairs {
		g.at[[2]int32{int32(p.left), int32(p.right)}] = int32(k)
		g.rowSum[p.left] += p.cosine
		g.colSum[p.right] += p.cosine
		top(&g.rowTop[p.left], p.cosine)
		top(&g.colTop[p.right], p.cosine)
	}
	return g
}

func top(t *[2]float64, x float64) {
	if x > t[0] {
		t[0], t[1] = x, t[0]
	} else if x > t[1] {
		t[1] = x
	}
}

// describe is the features of pair k.
func (g *grid) describe(k int) Candidate {
	p := g.pairs[k]
	c := Candidate{Left: model.ClaimIndex(p.left), Right: model.ClaimIndex(p.right)}
	row, col := g.rowTop[p.left], g.colTop[p.right]
	c.X[Bias] = 1
	c.X[Cosine] = p.cosine
	c.X[Cover] = p.cover
	c.X[Contrast] = p.cosine - g.rowSum[p.left]/float64(len(g.r)) - g.colSum[p.right]/float64(len(g.l))
	c.X[RowBest] = p.cosine / row[0]
	c.X[ColBest] = p.cosine / col[0]
	c.X[Names] = damp(p.names, 8)
	c.X[Figures] = damp(p.figures, 8)
	c.X[Words] = damp(float64(p.words), 4)
	c.X[Place] = math.Abs((float64(p.left)+0.5)/float64(len(g.l)) - (float64(p.right)+0.5)/float64(len(g.r)))
	c.X[Before] = max(g.cosine(p.left-1, p.right-1), g.cosine(p.left+1, p.right+1))
	c.X[Short] = 1 / (1 + float64(min(len(g.l[p.left].terms), len(g.r[p.right].terms)))/4)
	c.X[Margin] = p.cosine - max(rival(row, p.cosine), rival(col, p.cosine))
	return c
}

// rival is the best cosine of a row or column but for this one.
func rival(top [2]float64, own float64) float64 {
	if own == top[0] {
		return top[1]
	}
	return top[0]
}

func damp(x, half float64) float64 { return x / (x + half) }

// cosine is that of the pair, 0 for one that was not proposed.
func (g *grid) cosine(i, j int) float64 {
	if k, ok := g.at[[2]int32{int32(i), int32(j)}]; ok {
		return g.pairs[k].cosine
	}
	return 0
}

// choose keeps the candidates the model is sure enough of.
func choose(candidates []Candidate) []Link {
	var out []Link
	for _, c := range candidates {
		if s := c.Score(); s >= threshold {
			out = append(out, Link{c.Left, c.Right, math.Round(s*100) / 100})
		}
	}
	slices.SortFunc(out, compareLinks)
	return out
}
