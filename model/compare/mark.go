// This file marks what is the same on both sides for the alignment.

package compare

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"doubletake/model"
	"doubletake/model/align"
	"doubletake/model/date"
	"doubletake/model/entity"
	"doubletake/model/quantity"
	"doubletake/model/text"
)

// entityMarks puts one key on every mention of an entity.
func entityMarks(e entity.Entity, key string) []align.Mark {
	out := make([]align.Mark, len(e.Mentions))
	for i, m := range e.Mentions {
		out[i] = align.Mark{Claim: m.Claim, From: m.From, To: m.To, Key: key, Kind: e.Kind}
	}
	return out
}

// valueMarks puts the normal form of dates and quantities on their words.
func valueMarks(s *side) []align.Mark {
	var out []align.Mark
	put := func(c model.ClaimIndex, at model.Span, key string, k model.Kind) {
		if from, to := tokenRange(s.Tokens[c], at); from < to {
			out = append(out, align.Mark{Claim: c, From: from, To: to, Key: key, Kind: k})
		}
	}
	for _, d := range s.Dates {
		if specific(d.Value) {
			put(d.Claim, d.Span, "date "+d.Value.String(), model.Date)
		}
	}
	for _, q := range s.Quantities {
		put(q.Claim, q.Figure, figureKey(q), model.Quantity)
	}
	return out
}

// tokenRange is the tokens that a span covers.
func tokenRange(t []text.Token, at model.Span) (from, to int) {
	from, _ = slices.BinarySearchFunc(t, at.Start, func(x text.Token, start int) int { return cmp.Compare(x.Span.End, start+1) })
	to = from
	for to < len(t) && t[to].Span.Start < at.End {
		to++
	}
	return from, to
}

// sortMarks orders marks by place; of marks that begin together the longer counts.
func sortMarks(m []align.Mark) {
	slices.SortStableFunc(m, func(a, b align.Mark) int {
		return cmp.Or(cmp.Compare(a.Claim, b.Claim), cmp.Compare(a.From, b.From), cmp.Compare(b.To, a.To))
	})
}

// marks are the quotation marks and dashes that fold makes plain.
var marks = strings.NewReplacer("’", "'", "‘", "'", "“", "\"", "”", "\"", "–", "-", "‑", "-")

// fold is how values are compared: lower case, plain apostrophes, single spaces,
// diacritics kept.
func fold(s string) string {
	if strings.IndexByte(s, '\xe2') >= 0 { // with which all of them begin
		s = marks.Replace(s)
	}
	s = strings.ToLower(s)
	if strings.Contains(s, "  ") || strings.ContainsAny(s, "\n\t") {
		s = strings.Join(strings.Fields(s), " ")
	}
	return s
}

// specific reports whether a time is told well enough to tell two events apart.
func specific(v date.Value) bool {
	return v.Kind() != date.Relative && (v.Grain != date.None || v.Clock.Known)
}

// figureKey is shared by quantities of one number and unit, however written.
func figureKey(q quantity.Mention) string {
	return fmt.Sprintf("figure %g %g %s", q.Low, q.High, q.Unit)
}
