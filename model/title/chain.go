// This file gathers every title that the words around one name give it.

package title

import "doubletake/model/text"

// Range is a half-open range of tokens that hold one title.
type Range struct {
	From, To int
	Past     bool // held "until 2019", as what stands behind it says
}

// Around finds the titles of the name in tokens[begin:end], in text order: those
// before it, also one behind another ("Afghanistan's acting Minister of Public
// Works, Mawlawi |Name", "Deputy Defence Minister Gen. |Name"), the apposition
// after it with a clause that follows it (", commander of the fleet, who leads
// the visit,"), or else what a verb says it is, or was where somebody leaves.
func Around(tokens []text.Token, begin, end int) []Range {
	out := around(tokens, begin, end)
	for i, r := range out {
		out[i].Past = r.From >= end && over(tokens, end, r)
	}
	return out
}

// over reports whether a title behind a name that ends before token end is one that was
// held until some time: ", the league's treasurer until 2019", "who was mayor until then".
func over(tokens []text.Token, end int, r Range) bool {
	if r.To >= len(tokens) || tokens[r.To].Norm != "until" && tokens[r.To].Norm != "till" {
		return false
	}
	for _, t := range tokens[end:r.From] {
		switch t.Norm {
		case "is", "will", "would", "remains":
			return false
		}
	}
	return true
}

func around(tokens []text.Token, begin, end int) []Range {
	out := Chain(tokens, begin)
	if r, ok := behindArticle(tokens, out, begin, end); ok {
		out = append([]Range{r}, out...)
	}
	if end < begin {
		return out
	}
	from, to, ok := After(tokens, end)
	if !ok {
		if len(out) > 0 && begin > 0 && tokens[begin-1].Text == "," && end < len(tokens) && tokens[end].Text == "," {
			end++ // "His wife, |Ann|, is a nurse"
		}
		if from, to, ok = Predicate(tokens, end); !ok {
			from, to, ok = left(tokens, end)
		}
		if ok {
			out = append(out, Range{From: from, To: to})
		}
		return out
	}
	out = append(out, Range{From: from, To: to})
	if to < len(tokens) && tokens[to].Text == "," {
		to++
	}
	if follows(tokens, to, "who") {
		if from, to, ok := relative(tokens, to); ok {
			out = append(out, Range{From: from, To: to})
		}
	}
	return out
}

// behindArticle finds the title that the one right before a name explains, behind a comma
// and an article: "Its chairman, the retired judge |Name|, said". One name in a list has a
// title of its own, so it counts only where a sentence or an owner opens it.
func behindArticle(tokens []text.Token, chain []Range, begin, end int) (Range, bool) {
	if len(chain) == 0 || follows(tokens, end, "and") || follows(tokens, end+1, "and") || !nameCloses(tokens, begin) {
		return Range{}, false
	}
	comma := chain[0].From - 2
	if comma < 1 || tokens[comma].Text != "," || skipArticle(tokens, comma+1) != comma+2 {
		return Range{}, false
	}
	h, ok := headEnding(tokens, comma, true)
	if !ok || h.form.plural {
		return Range{}, false
	}
	from := leftmost(tokens, h.from, max(0, comma-longestBefore))
	owned := lists().is(tokens[from].Norm, possessiveWord) || tokens[from].Possessive()
	first := from
	if first > 0 && skipArticle(tokens, first-1) == first {
		first--
	}
	return Range{From: from, To: comma}, owned || opensSentence(tokens, first)
}

// farthestLeft is how many tokens may stand between a name and what somebody was there.
const farthestLeft = 12

// left finds what somebody was at the house that he or she leaves: "|Name| leaves the
// bank, where she was a deputy governor". No other name may stand between.
func left(tokens []text.Token, end int) (from, to int, ok bool) {
	for k := end; k+3 < len(tokens) && k < end+farthestLeft; k++ {
		switch t := tokens[k]; {
		case t.Text == "," && tokens[k+1].Norm == "where" && (tokens[k+2].Norm == "he" || tokens[k+2].Norm == "she"):
			return Predicate(tokens, k+3)
		case t.Kind == text.Word && t.Upper(), t.Kind == text.Mark && !hyphen(t):
			return 0, 0, false
		}
	}
	return 0, 0, false
}

// All finds every title among the tokens, whoever holds it, in text order and without
// overlap: "roofers", "club's treasurer". How many there are, forms of
// address and kin are left out.
func All(tokens []text.Token) []Range {
	var out []Range
	low := 0
	for i := 0; i < len(tokens); {
		h, ok := match(tokens, i)
		if !ok || covered(tokens, i) || !fits(tokens, h) || h.form.entry.class == Honorific || h.form.entry.class == Kin {
			i++
			continue
		}
		from, to := leftmost(tokens, h.from, low), phraseTo(tokens, h.to, min(len(tokens), h.from+longestAfter))
		for from < h.from && (tokens[from].Kind == text.Number || lists().is(tokens[from].Norm, numberWord)) {
			from++
		}
		out = append(out, Range{From: from, To: to})
		i, low = to, to
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
		to, _ := titleEnd(tokens, end)
		cut := cuts(tokens, start, to)
		for i := len(cut) - 1; i >= 0; i-- {
			back = append(back, Range{From: cut[i], To: to})
			to = cut[i]
		}
		back = append(back, Range{From: start, To: to})
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
