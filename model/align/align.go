// Package align finds which claims of two articles report the same thing. It
// sees words, and marks that other stages put on them: the same person, date or
// figure written in two ways carries one key, so that "Yevkurov" meets
// "Evkurov" and "42 months" meets "3.5 years". It says how sure it is; whether
// linked claims agree is for model/compare.
//
// The core is lexical: the cosine of word stems, weighted by how rare a stem is
// in this pair and in English. What else helps (rarity against the row and the
// column, one claim holding the other, shared figures and names, neighbours that
// are linked too) enters as features of a small linear model, whose weights are
// learned from annotated pairs (weights.go says which and how).
//
// Candidates come from an index of rare stems and each claim looks at a bounded
// number of them, so the time grows with the length of the text.
package align

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"doubletake/model"
	"doubletake/model/kin"
	"doubletake/model/parallel"
	"doubletake/model/text"
)

// Mark says that the tokens [From, To) of a claim stand for one thing, named by
// a key that is the same on both sides.
type Mark struct {
	Claim    model.ClaimIndex
	From, To int
	Key      string
	Kind     model.Kind
	Also     []Hint
}

// Hint is a coarser key beside a mark's own, for things that are near and not the
// same: the month of a day, the neighbourhood of a number.
type Hint struct {
	Key    string
	Weight float64 // what it tells, as text.Weight
}

// Side is one article as the alignment sees it.
type Side struct {
	Claims []model.Claim
	Tokens [][]text.Token
	Stems  [][]string // of each token, "" for one that says nothing
	Marks  []Mark     // in text order; of overlapping marks the first counts
}

// Evidence is what other stages know of a pair of claims, each from 0 to 1.
type Evidence struct {
	Figures  float64 // quantities that are equal
	Rounded  float64 // quantities that are equal but for rounding
	Clashing float64 // quantities of one thing that cannot both be true
	Dates    float64 // dates that are equal
	Apart    float64 // dates that cannot be the same
	Speaker  float64 // both are put down to the same source
	Quotes   float64 // how far quotations are the same
}

// Judge says what else speaks for or against a pair; it is asked of some pairs at one
// time.
type Judge interface {
	// Facts is what the facts say; it may be called for many pairs and should be cheap
	// where there is nothing to say.
	Facts(left, right model.ClaimIndex) Evidence
	// Verbs says how well two claims tell one thing: by the best match of a verb with
	// what stands about it, and by the mean over all, both from 0 to 1. It is asked of
	// likely pairs only.
	Verbs(left, right model.ClaimIndex) (best, mean float64)
}

// Link is a pair of claims that report the same thing, with the model's
// confidence from 0 to 1.
type Link struct {
	Left, Right model.ClaimIndex
	Score       float64
}

// Links is every link between two articles, by left claim, then right claim, and apart
// from them the pairs that nearly are, for a caller who knows more of them.
// Swapping the sides gives the same links with the sides swapped.
func Links(left, right Side, judge Judge) (links, faint []Link) {
	return choose(Candidates(left, right, judge))
}

// term is one stem or key of a claim and what it weighs there.
type term struct {
	id     int32
	weight float64
	kind   uint8 // what sort of term, for the features
}

// The sorts of term.
const (
	word   uint8 = iota
	name         // a person, body or place
	figure       // a date or quantity
	spoken       // a quotation
)

// bag is a claim's terms by id, each once, and the length of their vector.
type bag struct {
	terms []term
	norm  float64
	sum   float64
	parts []bag // its clauses, where it has more than one

	quotes bool // it has words in quotation marks
}

// vocabulary numbers stems and keys over both sides.
type vocabulary struct {
	ids    map[string]int32
	global []float64 // weight in English, 1 for keys
	kind   []uint8
	claims []int32 // in how many claims of both sides the term stands
	stems  []string
	kin    [][]kindred // the terms near each term in meaning, as far as the two articles use them
}

// table is where two bags are laid out by term id while they are compared: the
// weight of each of their terms, 0 for the rest. It serves one goroutine.
type table struct {
	*vocabulary
	left, right []float64
}

func (v *vocabulary) table() *table {
	return &table{v, make([]float64, len(v.stems)), make([]float64, len(v.stems))}
}

// id numbers a stem or key; global is its weight in English, the largest met counts.
func (v *vocabulary) id(s string, global float64, kind uint8) int32 {
	i, ok := v.ids[s]
	if !ok {
		i = int32(len(v.global))
		v.ids[s] = i
		v.global = append(v.global, global)
		v.kind = append(v.kind, kind)
		v.claims = append(v.claims, 0)
		v.stems = append(v.stems, s)
	}
	v.global[i] = max(v.global[i], global)
	return i
}

// bags weighs both sides' claims against one vocabulary.
func bags(left, right Side) ([]bag, []bag, *vocabulary) {
	v := &vocabulary{ids: make(map[string]int32)}
	l, r := v.count(left), v.count(right)
	v.relate()
	n := float64(len(l) + len(r))
	return v.weigh(l, n), v.weigh(r, n), v
}

// kindred is a term near another one.
type kindred struct {
	id       int32
	strength float64
}

// relate looks up what is near each stem of the two articles.
func (v *vocabulary) relate() {
	v.kin = make([][]kindred, len(v.stems))
	made := v.derive()
	parallel.Ranges(len(v.stems), func(first, last int) {
		var all []kindred
		for i := first; i < last; i++ {
			if v.kind[i] != word {
				continue
			}
			from := len(all)
			for stem, strength := range kin.All(v.stems[i]) {
				if id, ok := v.ids[stem]; ok {
					all = append(all, kindred{id, strength})
				}
			}
			for _, k := range made[i] {
				if !slices.ContainsFunc(all[from:], func(o kindred) bool { return o.id == k.id }) {
					all = append(all, k)
				}
			}
			v.kin[i] = all[from:len(all):len(all)]
		}
	})
}

// derivedNear is how near a word is to one that it is made of.
const derivedNear = 0.6

// derive lists for each stem those of the two articles that are made of it or that it
// is made of.
func (v *vocabulary) derive() [][]kindred {
	out := make([][]kindred, len(v.stems))
	for i, s := range v.stems {
		if v.kind[i] != word {
			continue
		}
		for base := range text.Bases(s) {
			if id, ok := v.ids[base]; ok && v.kind[id] == word {
				out[i] = append(out[i], kindred{id, derivedNear})
				out[id] = append(out[id], kindred{int32(i), derivedNear})
			}
		}
	}
	return out
}

// count lists the term ids of each claim, with repeats, sorted.
func (v *vocabulary) count(s Side) []counted {
	out := make([]counted, len(s.Tokens))
	m := 0
	for i, tokens := range s.Tokens {
		var ids []int32
		var cuts []int
		for k := 0; k < len(tokens); k++ {
			for m < len(s.Marks) && (int(s.Marks[m].Claim) < i || int(s.Marks[m].Claim) == i && s.Marks[m].From < k) {
				m++
			}
			if m < len(s.Marks) && int(s.Marks[m].Claim) == i && s.Marks[m].From == k && s.Marks[m].To > k {
				ids = append(ids, v.id("\x00"+s.Marks[m].Key, 1, sortOf(s.Marks[m].Kind)))
				for _, h := range s.Marks[m].Also {
					ids = append(ids, v.id("\x01"+h.Key, h.Weight, figure))
				}
				k = s.Marks[m].To - 1
				continue
			}
			out[i].quotes = out[i].quotes || tokens[k].Kind == text.Mark && strings.ContainsAny(tokens[k].Text, "\"“”„«»‘")
			if cutsClause(tokens[k]) && (len(cuts) == 0 || cuts[len(cuts)-1]+2 < len(ids)) {
				cuts = append(cuts, len(ids))
			}
			switch stem := s.Stems[i][k]; {
			case stem == "":
			case tokens[k].Kind == text.Number:
				ids = append(ids, v.id(stem, 1, figure))
			default:
				ids = append(ids, v.id(stem, text.Weight(tokens[k].Norm), word))
			}
		}
		out[i].parts = parts(ids, cuts)
		slices.Sort(ids)
		for k, id := range ids {
			if k == 0 || ids[k-1] != id {
				v.claims[id]++
			}
		}
		out[i].ids = ids
	}
	return out
}

// counted is a claim's term ids, sorted, with repeats, and those of its clauses.
type counted struct {
	ids    []int32
	parts  [][]int32
	quotes bool // it has quotation marks
}

// cutsClause reports whether a clause may end at the token.
func cutsClause(t text.Token) bool {
	switch t.Norm {
	case ",", ";", ":", "—", "–", "and", "but", "which", "who", "while", "after", "when", "as", "because", "where", "with":
		return true
	}
	return false
}

// parts cuts ids, in text order, into clauses of three terms and more.
func parts(ids []int32, cuts []int) [][]int32 {
	var out [][]int32
	from := 0
	for _, c := range append(cuts, len(ids)) {
		if c-from >= 3 {
			part := slices.Clone(ids[from:c])
			slices.Sort(part)
			out = append(out, part)
			from = c
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out[:min(len(out), 8)]
}

func sortOf(k model.Kind) uint8 {
	switch k {
	case model.Date, model.Quantity:
		return figure
	case model.Quote:
		return spoken
	}
	return name
}

// weigh turns counts into weighted bags: local rarity times weight in English,
// damped by how often a term stands in the claim.
func (v *vocabulary) weigh(claims []counted, n float64) []bag {
	out := make([]bag, len(claims))
	for i, c := range claims {
		out[i] = v.bag(c.ids, n)
		out[i].quotes = c.quotes
		for _, ids := range c.parts {
			out[i].parts = append(out[i].parts, v.bag(ids, n))
		}
	}
	return out
}

func (v *vocabulary) bag(ids []int32, n float64) bag {
	b := bag{terms: make([]term, 0, len(ids))}
	for k := 0; k < len(ids); {
		j := k
		for j < len(ids) && ids[j] == ids[k] {
			j++
		}
		id := ids[k]
		w := math.Log(1+n/(float64(v.claims[id])+0.5)) * (0.15 + v.global[id]) * (1 + math.Log(float64(j-k)))
		b.terms = append(b.terms, term{id, w, v.kind[id]})
		k = j
	}
	b.measure()
	return b
}

func (b *bag) measure() {
	b.norm, b.sum = 0, 0
	for _, t := range b.terms {
		b.norm += t.weight * t.weight
		b.sum += t.weight
	}
	b.norm = math.Sqrt(b.norm)
}

// carried is what the claim before adds to a claim, of its own weight.
const carried = 0.4

// withBefore adds to each bag the terms of the one before it: a pronoun or "the
// company" stands for what was said there.
func withBefore(bags []bag) []bag {
	out := make([]bag, len(bags))
	for i := range bags {
		if i == 0 {
			out[i] = bags[i]
			continue
		}
		a, b := bags[i].terms, bags[i-1].terms
		terms := make([]term, 0, len(a)+len(b))
		for len(a) > 0 || len(b) > 0 {
			switch {
			case len(b) == 0 || len(a) > 0 && a[0].id < b[0].id:
				terms, a = append(terms, a[0]), a[1:]
			case len(a) == 0 || b[0].id < a[0].id:
				terms, b = append(terms, term{b[0].id, b[0].weight * carried, b[0].kind}), b[1:]
			default:
				terms, a, b = append(terms, a[0]), a[1:], b[1:]
			}
		}
		out[i].terms = terms
		out[i].measure()
	}
	return out
}

// paragraphs are the bags of the paragraphs that the claims stand in, one for each
// claim; claims of one paragraph share theirs.
func paragraphs(claims []model.Claim, bags []bag) []*bag {
	out := make([]*bag, len(bags))
	for from := 0; from < len(bags); {
		to := from + 1
		for to < len(bags) && claims[to].Paragraph == claims[from].Paragraph {
			to++
		}
		whole := merged(bags[from:to])
		for i := from; i < to; i++ {
			out[i] = whole
		}
		from = to
	}
	return out
}

// merged is the sum of some bags.
func merged(bags []bag) *bag {
	if len(bags) == 1 {
		return &bags[0]
	}
	var b bag
	for _, x := range bags {
		b.terms = append(b.terms, x.terms...)
	}
	slices.SortFunc(b.terms, func(x, y term) int { return cmp.Or(cmp.Compare(x.id, y.id), cmp.Compare(x.weight, y.weight)) })
	n := 0
	for _, t := range b.terms {
		if n > 0 && b.terms[n-1].id == t.id {
			b.terms[n-1].weight += t.weight
			continue
		}
		b.terms[n] = t
		n++
	}
	b.terms = b.terms[:n]
	b.measure()
	return &b
}

// cosine of two bags, near words not counted.
func cosine(a, b *bag) float64 {
	dot := 0.0
	for i, j := 0, 0; i < len(a.terms) && j < len(b.terms); {
		switch x, y := a.terms[i], b.terms[j]; {
		case x.id < y.id:
			i++
		case x.id > y.id:
			j++
		default:
			dot += x.weight * y.weight
			i++
			j++
		}
	}
	if dot == 0 {
		return 0
	}
	return dot / (a.norm * b.norm)
}

// clauses is the best soft cosine of a clause of one claim and a clause, or the
// whole, of the other.
func (t *table) clauses(a, b *bag) float64 {
	as, bs := a.parts, b.parts
	if as == nil {
		as = []bag{*a}
	}
	if bs == nil {
		bs = []bag{*b}
	}
	best := 0.0
	for i := range as {
		lay(t.left, &as[i])
		for j := range bs {
			lay(t.right, &bs[j])
			best = max(best, t.overlap(&as[i], &bs[j]).softCosine)
			lift(t.right, &bs[j])
		}
		lift(t.left, &as[i])
	}
	return best
}

// lay puts a bag's weights in their places, lift takes them away again.
func lay(places []float64, b *bag) {
	for _, t := range b.terms {
		places[t.id] = t.weight
	}
}

func lift(places []float64, b *bag) {
	for _, t := range b.terms {
		places[t.id] = 0
	}
}

// common is the weight in English up to which a term that stands nowhere else tells nothing:
// two sentences of long articles share "play a role" and "take place" by chance.
const common = 0.6

// overlap is what two bags share; the soft measures count near words too.
type overlap struct {
	cosine, cover, softCosine, softCover, names, figures float64
	words                                                int
	sole                                                 float64 // figures and dates that stand nowhere else
	soleTerms                                            float64 // terms of any sort that stand nowhere else, by how much they tell
}

// meet lays two bags side by side; meet(a, b) is meet(b, a). Near words count for
// the mean of what each claim finds of its own words in the other.
func (t *table) meet(a, b *bag) overlap {
	lay(t.left, a)
	lay(t.right, b)
	o := t.overlap(a, b)
	lift(t.left, a)
	lift(t.right, b)
	return o
}

// settled drops the last digits, which hang on the order of a sum: pairs that share
// as much as another tie with it, whichever article comes first.
func settled(x float64) float64 { return math.Round(x*1e12) / 1e12 }

// overlap is what bag a, laid out on the left, and bag b, on the right, share.
func (t *table) overlap(a, b *bag) overlap {
	var o overlap
	var dot, shared float64
	for _, x := range a.terms {
		y := t.right[x.id]
		if y == 0 {
			continue
		}
		dot += x.weight * y
		w := min(x.weight, y)
		shared += w
		if t.claims[x.id] == 2 {
			o.soleTerms += max(0, (t.global[x.id]-common)/(1-common))
			if x.kind == figure {
				o.sole += t.global[x.id]
			}
		}
		switch x.kind {
		case name:
			o.names += w
		case figure:
			o.figures += w
		default:
			o.words++
		}
	}
	there, thereShared := t.soft(a, t.left, t.right)
	back, backShared := t.soft(b, t.right, t.left)
	if a.norm > 0 && b.norm > 0 {
		o.cosine = dot / (a.norm * b.norm)
		o.softCosine = settled((dot + (there+back)/2) / (a.norm * b.norm))
		o.cover = shared / min(a.sum, b.sum)
		o.softCover = (shared + (thereShared+backShared)/2) / min(a.sum, b.sum)
	}
	return o
}

// soft is what the terms of a bag that the other lacks find near them there, as a
// product of weights and as the lighter of them; own and other are the two laid out.
func (t *table) soft(b *bag, own, other []float64) (product, lighter float64) {
	for _, x := range b.terms {
		near := t.kin[x.id]
		if len(near) == 0 || other[x.id] != 0 {
			continue
		}
		var best, with float64
		for _, k := range near {
			y := other[k.id]
			if y != 0 && own[k.id] == 0 && (k.strength > best || k.strength == best && y > with) {
				best, with = k.strength, y
			}
		}
		product += best * x.weight * with
		lighter += best * min(x.weight, with)
	}
	return product, lighter
}

// compareLinks orders links by left claim, then right claim.
func compareLinks(a, b Link) int {
	return cmp.Or(cmp.Compare(a.Left, b.Left), cmp.Compare(a.Right, b.Right))
}
