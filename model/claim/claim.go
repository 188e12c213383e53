// Package claim cuts an article into its claims: what the reader steps through,
// a sentence or a quotation with the words that say whose it is.
//
// Split and Quotes hold for any article: spans fall on rune boundaries inside
// the Text, claims do not overlap, and every word of the body stands in exactly
// one of them. Both run in time linear in the length of the text.
package claim

import (
	"doubletake/model"
)

// Split is the article's claims in text order. Hedged and Source are left zero.
//
// A quotation stays whole, however many sentences it holds, up to 800 bytes, as
// the annotators of the outside measure count it; a quotation and the words that
// give it to someone are one claim.
func Split(a model.Article) []model.Claim {
	quotes := Quotes(a)
	claims := make([]model.Claim, 0, len(a.Text)/100+1)
	q := 0
	for i, p := range a.Paragraphs {
		for q < len(quotes) && quotes[q].Span.End <= p.Start {
			q++
		}
		last := q
		for last < len(quotes) && quotes[last].Span.Start < p.End {
			last++
		}
		inside := quotes[q:last]
		furniture := isFurniture(p.In(a.Text))
		for _, s := range sentences(a.Text, p, i, inside) {
			for len(inside) > 0 && inside[0].Span.End <= s.Start {
				inside = inside[1:]
			}
			claims = append(claims, model.Claim{
				Span: s, Paragraph: i, Furniture: furniture, Quote: mostlyQuoted(s, inside),
			})
		}
	}
	return claims
}

// mostlyQuoted reports whether at least half of the bytes of s are quoted;
// quotes begin with the first one that reaches into s.
func mostlyQuoted(s model.Span, quotes []Quotation) bool {
	quoted := 0
	for _, q := range quotes {
		if q.Span.Start >= s.End {
			break
		}
		quoted += min(q.Span.End, s.End) - max(q.Span.Start, s.Start)
	}
	return quoted*2 >= s.Len()
}
