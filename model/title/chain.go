// This file gathers every title that the words around one name give it.

package title

import "doubletake/model/text"

// Range is a half-open range of tokens that hold one title.
type Range struct{ From, To int }

// Around finds the titles of the name in tokens[begin:end], in text order: those
// before it, also one behind another ("Afghanistan's acting Minister of Public
// Works, Mawlawi |Name", "Deputy Defence Minister Gen. |Name"), the apposition
// after it with a clause that follows it (", commander of the fleet, who leads
// the visit,"), or else what a verb says it is.
func Around(tokens []text.Token, begin, end int) []Range {
	out := Chain(tokens, begin)
	if end < begin {
		return out
	}
	from, to, ok := After(tokens, end)
	if !ok {
		if len(out) > 0 && begin > 0 && tokens[begin-1].Text == "," && end < len(tokens) && tokens[end].Text == "," {
			end++ // "His wife, |Ann|, is a nurse"
		}
		if from, to, ok = Predicate(tokens, end); ok {
			out = append(out, Range{from, to})
		}
		return out
	}
	out = append(out, Range{from, to})
	if to+1 < len(tokens) && tokens[to].Text == "," && tokens[to+1].Norm == "who" {
		if from, to, ok := After(tokens, to); ok {
			out = append(out, Range{from, to})
		}
	}
	return out
}

// longestChain bounds the titles before one name.
const longestChain = 4

// Chain finds the titles that stand one behind another before token end, where a
// name begins, in text order. Each is what Before finds, cut where a rank or a
// form of address follows an office; no comma stands at its end.
func Chain(tokens []text.Token, end int) []Range {
	var back []Range // nearest to the name first
	for len(back) < longestChain {
		start, ok := Before(tokens, end)
		if !ok {
			break
		}
		to := end
		if tokens[to-1].Text == "," {
			to--
		}
		cut := cuts(tokens, start, to)
		for i := len(cut) - 1; i >= 0; i-- {
			back = append(back, Range{cut[i], to})
			to = cut[i]
		}
		back = append(back, Range{start, to})
		end = start
	}
	out := make([]Range, 0, len(back))
	for i := len(back) - 1; i >= 0; i-- {
		out = append(out, back[i])
	}
	return out
}

// cuts are the tokens inside a title at which a rank or a form of address begins.
func cuts(tokens []text.Token, from, to int) []int {
	var out []int
	var last hit
	for i := from; i < to; {
		h, ok := match(tokens, i)
		if !ok {
			i++
			continue
		}
		if last.to > 0 && stands(tokens, last, h) {
			out = append(out, h.from)
		}
		last = h
		i = h.to
	}
	return out
}
