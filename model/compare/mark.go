// This file marks what is the same on both sides for the alignment.

package compare

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
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
	put := func(c model.ClaimIndex, at model.Span, key string, k model.Kind, also []align.Hint) {
		if from, to := tokenRange(s.Tokens[c], at); from < to {
			out = append(out, align.Mark{Claim: c, From: from, To: to, Key: key, Kind: k, Also: also})
		}
	}
	for _, d := range s.Dates {
		if specific(d.Value) {
			put(d.Claim, d.Span, "date "+d.Value.String(), model.Date, dateHints(d.Value))
		}
	}
	for _, q := range s.Quantities {
		put(q.Claim, q.Figure, figureKey(q), model.Quantity, figureHints(q))
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

// What the coarser keys of a time and a figure tell, of 1 for a name; chosen by links
// in leave-one-pair-out, where none of them matters by more than .005.
const (
	clockHint  = 0.65
	dayHint    = 0.35
	monthHint  = 0.15
	figureHint = 0.45
)

// dateHints are the parts of a time that another one may share: its hour, its day
// without the year, its month or year.
func dateHints(v date.Value) (out []align.Hint) {
	hint := func(weight float64, what string, n, m int) {
		out = append(out, align.Hint{Key: what + strconv.Itoa(n) + "-" + strconv.Itoa(m), Weight: weight})
	}
	if v.Grain == date.Day && v.From.Day > 0 {
		hint(dayHint, "day ", v.From.Month, v.From.Day)
	}
	if v.From.Month > 0 || v.From.Year > 0 {
		hint(monthHint, "month ", v.From.Year, v.From.Month)
	}
	if v.Clock.Known {
		hint(clockHint, "clock ", v.Clock.Hour, v.Clock.Minute)
		if east, ok := v.Clock.Offsets.Only(); ok {
			const day = 24 * 60
			hint(clockHint, "universal ", (v.Clock.Hour*60+v.Clock.Minute-east+2*day)%day, 0)
		}
	}
	return out
}

// nearby is the ratio of two figures that always share a hint; some up to its square do.
const nearby = 1.075

// figureHints are two overlapping neighbourhoods of a figure, so that "about 90" meets
// "ninety-four"; none for small counts and places in an order, of which any two are near.
func figureHints(q quantity.Mention) []align.Hint {
	v := q.Middle()
	switch q.Dimension {
	case quantity.Ordinal, quantity.Rank, quantity.Score:
		return nil
	case quantity.Count:
		if v < 10 {
			return nil
		}
	}
	if v <= 0 {
		return nil
	}
	out := make([]align.Hint, 2)
	steps := math.Log(v) / (2 * math.Log(nearby))
	for k := range out {
		where := strconv.Itoa(int(math.Floor(steps + float64(k)/2)))
		out[k] = align.Hint{Key: "about " + q.Dimension.String() + " " + strconv.Itoa(k) + " " + where, Weight: figureHint}
	}
	return out
}
