// This file proposes pairs of claims and describes each by its features.

package align

import (
	"cmp"
	"math"
	"slices"

	"doubletake/model"
	"doubletake/model/parallel"
)

// Bounds that keep the work per claim constant, however long the articles are.
const (
	visits = 600 // entries of the index one claim may look at, rarest terms first
	kept   = 24  // candidates a claim goes on with
	long   = 400 // claims from which an article counts as long
	few    = 5   // candidates a claim goes on with in a long article
	judged = 0.3 // share of the best of its claims from which a pair of a long article is judged
	likely = 0.3 // share of the best of its claims from which the verbs of a pair are looked at
)

// A claim that stands word for word on the other side has its counterpart there. With
// these bounds on the soft cosine no link of the annotated pairs is lost.
const (
	verbatim = 0.9 // from here two claims have nearly the same words
	reworded = 0.7 // share of the best below which another pair of such a claim is none
)

// Feature numbers what is known of a pair.
type Feature int

// The features of a pair of claims, each between 0 and 1 or close to it.
const (
	Bias       Feature = iota
	Cosine             // of the weighted terms
	Cover              // share of the lighter claim that the other holds
	SoftCosine         // the same two with near words counted
	SoftCover
	Contrast // soft cosine less the mean of its row and column
	RowBest  // soft cosine over the best of the left claim
	ColBest  // soft cosine over the best of the right claim
	Mutual   // the two claims are each other's best
	Names    // shared people, bodies and places
	Figures  // shared dates and quantities, as written
	Words    // number of shared words, damped
	Place    // distance of the relative places in the two texts
	Diagonal // best soft cosine of the pairs right before and behind this one
	Beside   // best soft cosine of the pairs with a neighbour of one claim
	Short    // one of the claims has few terms
	Margin   // soft cosine less the best other candidate of either claim
	Equal    // what the judge says: see Evidence
	Rounded
	Clashing
	SameDate
	DatesApart
	SameSpeaker
	SameQuote
	Context   // cosine of the claims with the ones before them added
	Clause    // best cosine of two of their clauses
	Verb      // best match of two of their verbs with what stands about them: see Judge
	Verbs     // mean of the best matches of all verbs
	Paragraph // cosine of the paragraphs they stand in
	Uneven    // log of the ratio of their lengths in terms
	Sole      // dates and quantities that no other claim of either article has
	SoleTerms // terms of any sort that no other claim of either article has, by how much they tell
	Fewer     // number of terms of the claim with fewer, damped, and of the other
	More
	Spoken // how many of the two have words in quotation marks, by two
	Features
)

var featureNames = [Features]string{"Bias", "Cosine", "Cover", "SoftCosine", "SoftCover", "Contrast", "RowBest", "ColBest", "Mutual", "Names",
	"Figures", "Words", "Place", "Diagonal", "Beside", "Short", "Margin", "Equal", "Rounded", "Clashing", "SameDate", "DatesApart", "SameSpeaker", "SameQuote", "Context", "Clause", "Verb", "Verbs", "Paragraph", "Uneven", "Sole", "SoleTerms", "Fewer", "More", "Spoken"}

// String is the feature's name in this package.
func (f Feature) String() string { return featureNames[f] }

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
func Candidates(left, right Side, judge Judge) []Candidate {
	l, r, v := bags(left, right)
	pairs := propose(l, r, v)
	g := newGrid(l, r, pairs)
	g.lc, g.rc = withBefore(l), withBefore(r)
	g.lp, g.rp = paragraphs(left.Claims, l), paragraphs(right.Claims, r)
	g.dropOutdone()
	out := make([]Candidate, len(g.pairs))
	parallel.Ranges(len(out), func(from, to int) {
		t := v.table()
		for k := from; k < to; k++ {
			out[k] = g.describe(k, t, judge)
		}
	})
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
	var found []uint64 // left claim, then right claim
	lookUp(l, r, v, func(i, j int) { found = append(found, uint64(i)<<32|uint64(j)) })
	lookUp(r, l, v, func(j, i int) { found = append(found, uint64(i)<<32|uint64(j)) })
	slices.Sort(found)
	found = slices.Compact(found)
	out := make([]pair, len(found))
	parallel.Ranges(len(found), func(from, to int) {
		t := v.table()
		for k, f := range found[from:to] {
			i, j := int(f>>32), int(f&math.MaxUint32)
			out[from+k] = pair{i, j, t.meet(&l[i], &r[j])}
		}
	})
	return slices.DeleteFunc(out, func(p pair) bool { return p.softCosine <= 0.03 })
}

// index lists the claims of one article in which each term stands.
func index(bags []bag, terms int) [][]int32 {
	count, total := make([]int32, terms), 0
	for j := range bags {
		total += len(bags[j].terms)
		for _, t := range bags[j].terms {
			count[t.id]++
		}
	}
	room := make([]int32, total)
	out := make([][]int32, terms)
	for id, n := range count {
		out[id], room = room[:0:n], room[n:]
	}
	for j := range bags {
		for _, t := range bags[j].terms {
			out[t.id] = append(out[t.id], int32(j))
		}
	}
	return out
}

// lookUp yields, for each claim of a, the claims of b that share most with it.
func lookUp(a, b []bag, v *vocabulary, yield func(i, j int)) {
	index := index(b, len(v.global))
	found := make([]float64, len(b))
	most := kept
	if max(len(a), len(b)) > long {
		most = few
	}
	var order []uint64 // a claim's terms, rarest first: claims they stand in, place in the bag
	var hits []int32
	for i := range a {
		terms := a[i].terms
		order, hits = order[:0], hits[:0]
		for k, t := range terms {
			order = append(order, uint64(len(index[t.id]))<<32|uint64(k))
		}
		slices.Sort(order)
		budget := visits
		look := func(id int32, weight float64) {
			post := index[id]
			if len(post) == 0 || len(post) > budget {
				return
			}
			budget -= len(post)
			for _, j := range post {
				if found[j] == 0 {
					hits = append(hits, j)
				}
				found[j] += weight
			}
		}
		for _, o := range order {
			t := &terms[o&math.MaxUint32]
			look(t.id, t.weight*t.weight)
		}
		for _, o := range order {
			t := &terms[o&math.MaxUint32]
			for _, k := range v.kin[t.id] {
				look(k.id, t.weight*t.weight*k.strength/2)
			}
		}
		for _, j := range best(hits, found, most) {
			yield(i, int(j))
		}
		for _, j := range hits {
			found[j] = 0
		}
	}
}

// best puts the claims that weigh most, n at most, in front and returns them; of
// equal ones those that come first in their article.
func best(hits []int32, weight []float64, n int) []int32 {
	if len(hits) <= n {
		return hits
	}
	before := func(x, y int32) bool { return weight[x] > weight[y] || weight[x] == weight[y] && x < y }
	for k, j := range hits {
		at := min(k, n)
		if at == n && !before(j, hits[n-1]) {
			continue
		}
		if at == n {
			at--
			hits[k] = hits[at] // what falls out stays among the rest
		}
		for at > 0 && before(j, hits[at-1]) {
			hits[at] = hits[at-1]
			at--
		}
		hits[at] = j
	}
	return hits[:n]
}

// grid holds the proposed pairs with what rows and columns come to.
type grid struct {
	l, r           []bag
	lc, rc         []bag  // with the claim before added, lighter
	lp, rp         []*bag // the paragraph of each claim
	pairs          []pair
	rows           []int32 // by left claim, where its pairs begin; one more at the end
	rowSum, colSum []float64
	rowTop, colTop [][2]float64 // the best and second best cosine
}

func newGrid(l, r []bag, pairs []pair) *grid {
	g := &grid{l: l, r: r, pairs: pairs, rows: make([]int32, len(l)+1),
		rowSum: make([]float64, len(l)), colSum: make([]float64, len(r)),
		rowTop: make([][2]float64, len(l)), colTop: make([][2]float64, len(r))}
	for _, p := range pairs {
		g.rowSum[p.left] += p.softCosine
		g.colSum[p.right] += p.softCosine
		top(&g.rowTop[p.left], p.softCosine)
		top(&g.colTop[p.right], p.softCosine)
	}
	return g
}

// dropOutdone drops the pairs that are outdone, and notes where those of each left
// claim begin.
func (g *grid) dropOutdone() {
	g.pairs = slices.DeleteFunc(g.pairs, g.outdone)
	for _, p := range g.pairs {
		g.rows[p.left+1]++
	}
	for i := range g.l {
		g.rows[i+1] += g.rows[i]
	}
}

// outdone reports whether one claim of a pair stands nearly word for word in another
// claim, and not in this one.
func (g *grid) outdone(p pair) bool {
	best := max(g.rowTop[p.left][0], g.colTop[p.right][0])
	return best >= verbatim && p.softCosine < reworded*best
}

func top(t *[2]float64, x float64) {
	if x > t[0] {
		t[0], t[1] = x, t[0]
	} else if x > t[1] {
		t[1] = x
	}
}

// describe is the features of pair k.
func (g *grid) describe(k int, t *table, judge Judge) Candidate {
	p := g.pairs[k]
	c := Candidate{Left: model.ClaimIndex(p.left), Right: model.ClaimIndex(p.right)}
	row, col := g.rowTop[p.left], g.colTop[p.right]
	c.X[Bias] = 1
	c.X[Cosine], c.X[Cover], c.X[SoftCosine], c.X[SoftCover] = p.cosine, p.cover, p.softCosine, p.softCover
	c.X[Contrast] = p.softCosine - (g.rowSum[p.left]/float64(len(g.r)) + g.colSum[p.right]/float64(len(g.l)))
	c.X[RowBest] = p.softCosine / row[0]
	c.X[ColBest] = p.softCosine / col[0]
	if p.softCosine == row[0] && p.softCosine == col[0] {
		c.X[Mutual] = 1
	}
	c.X[Names] = damp(p.names, 8)
	c.X[Figures] = damp(p.figures, 8)
	c.X[Sole] = damp(p.sole, 1)
	c.X[SoleTerms] = damp(p.soleTerms, 1.5)
	c.X[Words] = damp(float64(p.words), 4)
	c.X[Place] = math.Abs((float64(p.left)+0.5)/float64(len(g.l)) - (float64(p.right)+0.5)/float64(len(g.r)))
	c.X[Diagonal] = max(g.soft(p.left-1, p.right-1), g.soft(p.left+1, p.right+1))
	c.X[Beside] = max(g.soft(p.left-1, p.right), g.soft(p.left+1, p.right), g.soft(p.left, p.right-1), g.soft(p.left, p.right+1))
	c.X[Short] = 1 / (1 + float64(min(len(g.l[p.left].terms), len(g.r[p.right].terms)))/4)
	c.X[Margin] = p.softCosine - max(rival(row, p.softCosine), rival(col, p.softCosine))
	c.X[Context] = cosine(&g.lc[p.left], &g.rc[p.right])
	c.X[Clause] = t.clauses(&g.l[p.left], &g.r[p.right])
	c.X[Paragraph] = cosine(g.lp[p.left], g.rp[p.right])
	n, m := float64(len(g.l[p.left].terms)), float64(len(g.r[p.right].terms))
	c.X[Uneven] = math.Log((1 + max(n, m)) / (1 + min(n, m)))
	for _, b := range [...]*bag{&g.l[p.left], &g.r[p.right]} {
		if b.quotes {
			c.X[Spoken] += 0.5
		}
	}
	c.X[Fewer], c.X[More] = damp(min(n, m), 10), damp(max(n, m), 10)
	if max(len(g.l), len(g.r)) > long && c.X[RowBest] < judged && c.X[ColBest] < judged {
		return c
	}
	e := judge.Facts(c.Left, c.Right)
	c.X[Equal], c.X[Rounded], c.X[Clashing] = e.Figures, e.Rounded, e.Clashing
	if c.X[RowBest] >= likely || c.X[ColBest] >= likely {
		c.X[Verb], c.X[Verbs] = judge.Verbs(c.Left, c.Right)
	}
	c.X[SameDate], c.X[DatesApart], c.X[SameSpeaker], c.X[SameQuote] = e.Dates, e.Apart, e.Speaker, e.Quotes
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

// soft is the soft cosine of a pair, 0 for one that was not proposed.
func (g *grid) soft(i, j int) float64 {
	if i < 0 || i >= len(g.l) {
		return 0
	}
	row := g.pairs[g.rows[i]:g.rows[i+1]]
	k, ok := slices.BinarySearchFunc(row, j, func(p pair, j int) int { return cmp.Compare(p.right, j) })
	if !ok {
		return 0
	}
	return row[k].softCosine
}
