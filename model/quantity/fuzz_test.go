package quantity

import (
	"math"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"doubletake/model"
	"doubletake/model/text"
)

// seeds are sentences that between them reach every rule.
var seeds = []string{
	"About 42 people were killed and 1,20,000 moved in 3.5 years, by 52 votes to 48, -5°C.",
	"£1.2bn, $3 an hour, between £1.61bn and £1.65bn, Rs. 4 lakh, 7.5p a share; 120m krónur.",
	"The second-largest of its eight cars, a metre and a half, two-thirds, one in five, ½, 4 1/2.",
	"Jan Kok, 42, aged 5 and older, in her 40s, a 13-year-old boy, who is 9 now.",
	"999999999999999999999999999999 1e400 1,1,1 12-34-56-78 .45-caliber 9/11 5G 0x10",
	"several hundred thousand million billion trillion dozens of tens of thousands of a few",
	"no serious injuries, most of the passengers, all of them, single digits, trilateral, twice",
	"½½½ 1/2/3 10-10 - 10 to to 15 and and a half half a a a",
}

// FuzzFind: no panic, spans in bounds, in order, on runes, and every number finite.
func FuzzFind(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		last := 0
		for _, m := range find(s) {
			if m.Span.Start < last || m.Span.End > len(s) || m.Span.Empty() || !m.Span.Contains(m.Figure) {
				t.Fatalf("span %v, figure %v after %d in %d bytes", m.Span, m.Figure, last, len(s))
			}
			last = m.Span.End
			if !utf8.ValidString(m.Span.In(s)) || !utf8.ValidString(m.Words) {
				t.Fatalf("span %v cuts a rune", m.Span)
			}
			for _, v := range []float64{m.Low, m.High, m.Place} {
				if math.IsNaN(v) || math.IsInf(v, 0) || math.Abs(v) > 1e80 {
					t.Fatalf("%q has the number %v", m.Words, v)
				}
			}
			if m.Dimension != Score && m.Low > m.High || m.Value() == "" {
				t.Fatalf("%q is %s", m.Words, m.Value())
			}
		}
	})
}

// FuzzCompare: swapping sides mirrors the result, and a mention equals itself
// or is not comparable.
func FuzzCompare(f *testing.F) {
	for i, s := range seeds {
		f.Add(s, seeds[(i+1)%len(seeds)])
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		if len(a)+len(b) > 400 || !utf8.ValidString(a) || !utf8.ValidString(b) {
			return
		}
		xs, ys := find(a), find(b)
		for _, x := range xs {
			if e := Compare(x, x); e.Outcome == Incompatible {
				t.Fatalf("%s contradicts itself: %s", x, e.Why)
			}
			for _, y := range ys {
				e, back := Compare(x, y), Compare(y, x)
				if e.Outcome != back.Outcome || e.Likeness.Score != back.Likeness.Score || e.Likeness.Firm != back.Likeness.Firm {
					t.Fatalf("%q | %q: %s %v, swapped %s %v", x.Words, y.Words, e.Outcome, e.Likeness, back.Outcome, back.Likeness)
				}
				if e.Why == "" || back.Why == "" || e.Likeness.Why == "" {
					t.Fatalf("%q | %q: no why", x.Words, y.Words)
				}
				if strings.Contains(e.Why, "NaN") || strings.Contains(e.Why, "Inf") {
					t.Fatal(e.Why)
				}
			}
		}
		there, back := Match(xs, ys), Match(ys, xs)
		if len(there) != len(back) {
			t.Fatalf("%d pairs, %d with the sides swapped", len(there), len(back))
		}
		for _, p := range there {
			if !slices.ContainsFunc(back, func(q Pair) bool {
				return q.Left == p.Right && q.Right == p.Left && q.Evidence.Outcome == p.Evidence.Outcome
			}) {
				t.Fatalf("%s | %s is not paired with the sides swapped", xs[p.Left], ys[p.Right])
			}
			if p.Left >= len(xs) || p.Right >= len(ys) || p.Evidence.Outcome == Incomparable {
				t.Fatal(p)
			}
		}
	})
}

// megabyte is an article of about 1 MB with a claim a sentence.
func megabyte() (model.Article, []model.Claim, [][]text.Token) {
	const prose = "The harbour authority said on Monday that the ferry, which was built in 2011, carried 412 passengers and a crew of nine. " +
		"At least 14 of them were hurt when it ran aground some 3.5 km off the coast, and repairs could cost $1.2bn, a fifth of its yearly revenue. " +
		"Nobody on board expected the wind to turn so quickly, the mate told reporters who had gathered in the small town by the sea. " +
		"Maria Lopez, 42, a baker from the upper quarter, said she had never seen a storm like it and would not go back to the water for a while. "
	a := model.Article{Text: strings.Repeat(prose, 1<<20/len(prose))}
	var claims []model.Claim
	var toks [][]text.Token
	for at := 0; at < len(a.Text); {
		end := at + strings.Index(a.Text[at:], ". ") + 2
		span := model.Span{Start: at, End: end}
		claims, toks = append(claims, model.Claim{Span: span}), append(toks, text.Tokens(a.Text, span))
		at = end
	}
	return a, claims, toks
}

func BenchmarkFind(b *testing.B) {
	a, claims, toks := megabyte()
	b.SetBytes(int64(len(a.Text)))
	b.ReportAllocs()
	for b.Loop() {
		Find(a, claims, toks)
	}
}

func BenchmarkCompare(b *testing.B) {
	x := find("About 42 people were killed in the flood in the upper valley.")[0]
	y := find("In the flood in the upper valley 47 people were killed.")[0]
	b.ReportAllocs()
	for b.Loop() {
		Compare(x, y)
	}
}

// TestLinear: one endless claim takes no more than linear time. The race detector
// takes several times as long.
func TestLinear(t *testing.T) {
	most := 3 * time.Second
	if raced {
		most *= 10
	}
	for _, s := range []string{"one hundred and ", "10-", "a dozen of the ", "10 to ", "4 1/2 ", "between $10 and ", "Aa, 4, ", "of the 3 "} {
		long := strings.Repeat(s, 1<<18/len(s))
		start := time.Now()
		find(long)
		if d := time.Since(start); d > most {
			t.Errorf("%q repeated to 256 KB takes %v", s, d)
		}
	}
}
