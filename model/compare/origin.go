// This file asks whether two articles are tellings of one text.

package compare

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"doubletake/model"
	"doubletake/model/text"
)

const (
	runWords   = 5    // a shared run has at least so many words; PRODUCT counts runs of five
	runsKept   = 5    // runs reported
	sureOrder  = 0.8  // confidence from which a link tells of the order: a doubtful one far off the line would cross all
	runsLooked = 8000 // shared runs looked at, long ones counting for more, so that two texts of refrains cost no more
)

// origin weighs order, shared runs and shared sources.
func (p *pairing) origin() model.Origin {
	o := model.Origin{Runs: p.runs, Shared: p.sharedSources()}
	o.InOrder, o.Crossing = order(p.links)
	o.Likely, o.Why = likely(o, &p.left, &p.right)
	return o
}

// order counts the pairs of links that run the same way in both articles and
// those that cross; a link counts where it is sure and neither of its claims has a surer one.
func order(links []model.Link) (same, crossing int) {
	left, right := make(map[model.ClaimIndex]float64), make(map[model.ClaimIndex]float64)
	for _, l := range links {
		left[l.Left], right[l.Right] = max(left[l.Left], l.Score), max(right[l.Right], l.Score)
	}
	kept := make([]model.Link, 0, len(links))
	for _, l := range links {
		if l.Score >= sureOrder && l.Score == left[l.Left] && l.Score == right[l.Right] {
			kept = append(kept, l)
		}
	}
	if len(kept) > 2000 { // the share is what counts, a sample gives it
		kept = kept[:2000]
	}
	for i, a := range kept {
		for _, b := range kept[i+1:] {
			switch {
			case a.Left == b.Left || a.Right == b.Right:
			case a.Left < b.Left == (a.Right < b.Right):
				same++
			default:
				crossing++
			}
		}
	}
	return same, crossing
}

// word is one word of an article with its place, for shared runs.
type word struct {
	id   int32
	span model.Span
}

// sharedRuns are the longest runs of words that stand in both articles to the
// letter, longest first; no two share a word of either article. Swapped articles
// have the same runs, but for texts so long and alike that runsLooked ends the search.
func sharedRuns(l, r *side) []model.Run {
	ids := make(map[string]int32, l.tokens()/2)
	a := words(l, ids)
	known := int32(len(ids))
	b := words(r, ids)
	strike(a, b, known)
	all := matches(a, b)
	slices.SortFunc(all, func(x, y match) int {
		return cmp.Or(cmp.Compare(y.n, x.n), cmp.Compare(x.i+x.j, y.i+y.j), cmp.Compare(x.apart(), y.apart()), cmp.Compare(x.i, y.i))
	})
	var taken []match
	var runs []model.Run
	for _, x := range all {
		if len(runs) == runsKept {
			break
		}
		if slices.ContainsFunc(taken, x.meets) || twinned(all, x) {
			continue
		}
		taken = append(taken, x)
		runs = append(runs, model.Run{
			Left:  model.Span{Start: a[x.i].span.Start, End: a[x.i+x.n-1].span.End},
			Right: model.Span{Start: b[x.j].span.Start, End: b[x.j+x.n-1].span.End},
			Words: x.n,
		})
	}
	return runs
}

// match is n words that stand at i in one article and at j in the other.
type match struct{ i, j, n int }

// apart is how much farther on a match stands in one article than in the other.
func (x match) apart() int { return max(x.i-x.j, x.j-x.i) }

// twinned reports whether the mirror of a match is one too and shares a word with it:
// then nothing tells which of the two to take.
func twinned(all []match, x match) bool {
	y := match{x.j, x.i, x.n}
	return x != y && x.meets(y) && slices.Contains(all, y)
}

// meets reports whether two matches share a word of either article.
func (x match) meets(y match) bool {
	return x.i < y.i+y.n && y.i < x.i+x.n || x.j < y.j+y.n && y.j < x.j+x.n
}

// stock is how often a run of words may stand in an article and still open a match:
// what comes more often is a refrain.
const stock = 4

// matches are the runs of runWords words and more that both articles share, each
// as long as it goes.
func matches(a, b []word) (out []match) {
	here, there := starts(a), starts(b)
	reached := make(map[int]int) // by j less i: the word of a up to which it is known
	looked := 0
	for i := 0; i+runWords <= len(a) && looked < runsLooked; i++ {
		k, shared := key(a[i:])
		if !shared {
			continue
		}
		at := there[k]
		if at.n > stock || here[k].n > stock {
			continue
		}
		for _, j := range at.first[:at.n] {
			j := int(j)
			if i < reached[j-i] {
				continue
			}
			n := runWords
			for i+n < len(a) && j+n < len(b) && a[i+n].id == b[j+n].id && a[i+n].id != struck {
				n++
			}
			reached[j-i] = i + n
			out = append(out, match{i, j, n})
			looked += 1 + n/64
		}
	}
	return out
}

// places are where a run of words begins: how often, stock+1 at most, and the
// first of them.
type places struct {
	n     int32
	first [stock]int32
}

// starts are the places of each run of runWords words.
func starts(w []word) map[[runWords]int32]places {
	out := make(map[[runWords]int32]places)
	for i := 0; i+runWords <= len(w); i++ {
		k, shared := key(w[i:])
		if !shared {
			continue
		}
		switch at := out[k]; {
		case at.n < stock:
			at.first[at.n] = int32(i)
			fallthrough
		case at.n == stock:
			at.n++
			out[k] = at
		}
	}
	return out
}

// key is the next runWords words; shared is false where one of them is struck.
func key(w []word) (k [runWords]int32, shared bool) {
	for i := range k {
		if k[i] = w[i].id; k[i] == struck {
			return k, false
		}
	}
	return k, true
}

// struck stands for a word that the other article does not have: no run goes on over
// it, and most runs of two texts hold one.
const struck = -1

// strike strikes out the words that only one of two articles has; those of a are
// numbered below known.
func strike(a, b []word, known int32) {
	shared := make([]bool, known)
	for i := range b {
		if b[i].id < known {
			shared[b[i].id] = true
		} else {
			b[i].id = struck
		}
	}
	for i := range a {
		if !shared[a[i].id] {
			a[i].id = struck
		}
	}
}

// words are an article's words and numbers in order, numbered over both articles.
func words(s *side, ids map[string]int32) []word {
	out := make([]word, 0, s.tokens())
	for _, tokens := range s.Tokens {
		for _, t := range tokens {
			if t.Kind == text.Mark {
				continue
			}
			id, ok := ids[t.Norm]
			if !ok {
				id = int32(len(ids))
				ids[t.Norm] = id
			}
			out = append(out, word{id, t.Span})
		}
	}
	return out
}

// likely sums the evidence up: the same order is expected of any two reports that
// follow a news story's usual course, so it counts only where there is much of it;
// long shared runs outside quotations hardly come about by chance.
func likely(o model.Origin, l, r *side) (verdict, why string) {
	var parts []string
	score := 0
	if pairs := o.InOrder + o.Crossing; pairs >= 10 {
		share := o.InOrder * 100 / pairs
		parts = append(parts, fmt.Sprintf("%d of %d pairs of shared claims come in the same order", o.InOrder, pairs))
		switch {
		case share >= 90:
			score += 2
		case share < 70:
			score--
		}
	}
	if n := own(o.Runs, l, r); len(n) > 0 {
		parts = append(parts, "longest shared runs "+strings.Join(n, " and ")+" words")
		if atoi(n[0]) >= 8 {
			score++
		}
		if atoi(n[0]) >= 12 {
			score += 2
		}
	}
	if len(o.Shared) > 0 {
		parts = append(parts, "both lean on "+list(o.Shared))
		score++
	}
	verdict = "unclear"
	switch {
	case score >= 3:
		verdict = "one"
	case score <= 0:
		verdict = "separate"
	}
	if len(parts) == 0 {
		return verdict, "too little is shared to tell"
	}
	return verdict, strings.Join(parts, "; ")
}

// own are the lengths of the two longest shared runs outside quotations: quoted
// words are shared by right.
func own(runs []model.Run, l, r *side) []string {
	var out []string
	for _, x := range runs {
		if !l.quoted(x.Left) && !r.quoted(x.Right) && len(out) < 2 {
			out = append(out, fmt.Sprint(x.Words))
		}
	}
	return out
}

func atoi(s string) int {
	n := 0
	for _, c := range s {
		n = n*10 + int(c-'0')
	}
	return n
}

// list joins words as prose does.
func list(words []string) string {
	switch len(words) {
	case 0:
		return ""
	case 1:
		return words[0]
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}
