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

// mostAbout is how many words tell what a fact is about.
const mostAbout = 3

// clauseAbout is the two or three telling words nearest to a span, in text order.
func clauseAbout(s *side, c model.ClaimIndex, at model.Span) string {
	return s.nearest(c, at, 12, func(string) bool { return true })
}

// about is what a fact in a link is about: of the telling words that both claims have those
// nearest to the left span, else those nearest to it that the left one has.
func (p *pairing) about(link int, c model.ClaimIndex, at model.Span) string {
	if link >= 0 {
		there := p.right.Stems[p.links[link].Right]
		if words := p.left.nearest(c, at, len(p.left.Tokens[c]), func(stem string) bool { return slices.Contains(there, stem) }); words != "" {
			return words
		}
	}
	return clauseAbout(&p.left, c, at)
}

// nearest is the telling words nearest to a span, at most so many tokens from it and such as
// may be told, each once, in text order.
func (s *side) nearest(c model.ClaimIndex, at model.Span, reach int, may func(stem string) bool) string {
	t := s.Tokens[c]
	from, to := tokenRange(t, at)
	var hits []int
	for d := 1; d <= reach && len(hits) < mostAbout; d++ {
		for _, k := range [2]int{from - d, to + d - 1} {
			if k < 0 || k >= len(t) || s.Stems[c][k] == "" || t[k].Kind != text.Word || text.Weight(t[k].Norm) <= 0.35 || len(hits) == mostAbout {
				continue
			}
			again := slices.ContainsFunc(hits, func(h int) bool { return s.Stems[c][h] == s.Stems[c][k] })
			if !again && !spoken(t[k].Norm) && may(s.Stems[c][k]) {
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

// spoken reports whether a word tells only that somebody spoke, or an hour.
func spoken(norm string) bool {
	switch norm {
	case "said", "says", "say", "told", "according", "added", "p.m", "a.m", "pm", "am":
		return true
	}
	return false
}

// counted is what a figure counts, "" where nothing tells.
func counted(q quantity.Mention) string {
	if q.Person != "" {
		return "age of " + q.Person
	}
	words := q.States.Names()
	if q.Counted != "" {
		words = append([]string{q.Counted}, words...)
	}
	return strings.Join(words, " ")
}

// quantityAbout is what a figure counts, or the words about it.
func quantityAbout(s *side, q quantity.Mention) string {
	if words := counted(q); words != "" {
		return words
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
