// This file says in a few words what a fact is about.

package compare

import (
	"slices"
	"strings"

	"doubletake/model"
	"doubletake/model/quantity"
	"doubletake/model/text"
	"doubletake/model/voice"
)

// clauseAbout is the two or three telling words nearest to a span, in text order.
func clauseAbout(s *side, c model.ClaimIndex, at model.Span) string {
	t := s.Tokens[c]
	from, to := tokenRange(t, at)
	var hits []int
	for d := 1; d <= 12 && len(hits) < 3; d++ {
		for _, k := range [2]int{from - d, to + d - 1} {
			if k >= 0 && k < len(t) && s.Stems[c][k] != "" && t[k].Kind == text.Word && text.Weight(t[k].Norm) > 0.35 && len(hits) < 3 {
				hits = append(hits, k)
			}
		}
	}
	slices.Sort(hits)
	words := make([]string, 0, len(hits))
	for _, k := range hits {
		words = append(words, t[k].Text)
	}
	return strings.Join(words, " ")
}

// quantityAbout is what a figure counts, or the words about it.
func quantityAbout(s *side, q quantity.Mention) string {
	var words []string
	if q.Person != "" {
		words = append(words, "age of "+q.Person)
	}
	if q.Counted != "" {
		words = append(words, q.Counted)
	}
	words = append(words, q.States.Names()...)
	if len(words) > 0 {
		return strings.Join(words, " ")
	}
	return clauseAbout(s, q.Claim, q.Span)
}

// quoteAbout is who said it, or the words about it.
func quoteAbout(s *side, q voice.Quote) string {
	if q.Speaker >= 0 {
		return s.speaker(q.Speaker)
	}
	return clauseAbout(s, q.Claim, q.Span)
}

// speaker is the label of a source: the person's or body's full name where it is
// known, else the words of the article.
func (s *side) speaker(i int) string {
	src := s.Voices.Sources[i]
	if src.Entity >= 0 && src.Entity < len(s.Entities) {
		return s.Entities[src.Entity].Label
	}
	return s.words(src.Text)
}
