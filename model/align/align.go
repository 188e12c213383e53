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

	"doubletake/model"
	"doubletake/model/text"
)

// Mark says that the tokens [From, To) of a claim stand for one thing, named by
// a key that is the same on both sides.
type Mark struct {
	Claim    model.ClaimIndex
	From, To int
	Key      string
	Kind     model.Kind
}

// Side is one article as the alignment sees it.
type Side struct {
	Claims []model.Claim
	Tokens [][]text.Token
	Stems  [][]string // of each token, "" for one that says nothing
	Marks  []Mark     // in text order; of overlapping marks the first counts
}

// Link is a pair of claims that report the same thing, with the model's
// confidence from 0 to 1.
type Link struct {
	Left, Right model.ClaimIndex
	Score       float64
}

// Links is every link between two articles, by left claim, then right claim.
// Swapping the sides gives the same links with the sides swapped.
func Links(left, right Side) []Link {
	return choose(Candidates(left, right))
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
	stems []string // stems that no mark covers, for the soft cover
}

// vocabulary numbers stems and keys over both sides.
type vocabulary struct {
	ids    map[string]int32
	global []float64 // weight in English, 1 for keys
	kind   []uint8
	claims []int32 // in how many claims of both sides the term stands
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
	}
	v.global[i] = max(v.global[i], global)
	return i
}

// bags weighs both sides' claims against one vocabulary.
func bags(left, right Side) ([]bag, []bag, *vocabulary) {
	v := &vocabulary{ids: make(map[string]int32)}
	l, r := v.count(left), v.count(right)
	n := float64(len(l) + len(r))
	return v.weigh(l, n), v.weigh(r, n), v
}

// count lists the term ids of each claim, with repeats, sorted.
func (v *vocabulary) count(s Side) [][]int32 {
	out := make([][]int32, len(s.Tokens))
	m := 0
	for i, tokens := range s.Tokens {
		var ids []int32
		for k := 0; k < len(tokens); k++ {
			for m < len(s.Marks) && (int(s.Marks[m].Claim) < i || int(s.Marks[m].Claim) == i && s.Marks[m].From < k) {
				m++
			}
			if m < len(s.Marks) && int(s.Marks[m].Claim) == i && s.Marks[m].From == k && s.Marks[m].To > k {
				ids = append(ids, v.id("\x00"+s.Marks[m].Key, 1, sortOf(s.Marks[m].Kind)))
				k = s.Marks[m].To - 1
				continue
			}
			switch stem := s.Stems[i][k]; {
			case stem == "":
			case tokens[k].Kind == text.Number:
				ids = append(ids, v.id(stem, 1, figure))
			default:
				ids = append(ids, v.id(stem, text.Weight(tokens[k].Norm), word))
			}
		}
		slices.Sort(ids)
		for k, id := range ids {
			if k == 0 || ids[k-1] != id {
				v.claims[id]++
			}
		}
		out[i] = ids
	}
	return out
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
func (v *vocabulary) weigh(claims [][]int32, n float64) []bag {
	out := make([]bag, len(claims))
	for i, ids := range claims {
		b := bag{terms: make([]term, 0, len(ids))}
		for k := 0; k < len(ids); {
			j := k
			for j < len(ids) && ids[j] == ids[k] {
				j++
			}
			id := ids[k]
			w := math.Log(1+n/(float64(v.claims[id])+0.5)) * (0.15 + v.global[id]) * (1 + math.Log(float64(j-k)))
			b.terms = append(b.terms, term{id, w, v.kind[id]})
			b.norm += w * w
			b.sum += w
			k = j
		}
		b.norm = math.Sqrt(b.norm)
		out[i] = b
	}
	return out
}

// overlap is what two bags share.
type overlap struct {
	cosine, cover, names, figures float64
	words                         int
}

func (a *bag) meet(b *bag) overlap {
	var o overlap
	var dot, shared float64
	for i, j := 0, 0; i < len(a.terms) && j < len(b.terms); {
		x, y := a.terms[i], b.terms[j]
		switch {
		case x.id < y.id:
			i++
		case x.id > y.id:
			j++
		default:
			dot += x.weight * y.weight
			shared += min(x.weight, y.weight)
			switch x.kind {
			case name:
				o.names += min(x.weight, y.weight)
			case figure:
				o.figures += min(x.weight, y.weight)
			default:
				o.words++
			}
			i++
			j++
		}
	}
	if a.norm > 0 && b.norm > 0 {
		o.cosine = dot / (a.norm * b.norm)
		o.cover = shared / min(a.sum, b.sum)
	}
	return o
}

// compareLinks orders links by left claim, then right claim.
func compareLinks(a, b Link) int {
	return cmp.Or(cmp.Compare(a.Left, b.Left), cmp.Compare(a.Right, b.Right))
}
