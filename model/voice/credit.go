// This file gathers what was found by voice, in the nouns of package model.

package voice

import "doubletake/model"

// Credit is whom a claim is put down to, in the words in which the article
// first gives that voice: "he" is credited as "Fire Chief X". It is the zero
// Source for the writer's own voice and for a claim that there is not.
func (r Result) Credit(a model.Article, c model.ClaimIndex) model.Source {
	if c < 0 || int(c) >= len(r.PerClaim) || r.PerClaim[c] < 0 {
		return model.Source{}
	}
	s := r.Sources[r.Sources[r.PerClaim[c]].Voice]
	return model.Source{Text: s.Text.In(a.Text), Span: s.Text, Named: s.Named}
}

// Voices is every voice of the article in the order in which it is first heard:
// the sources with their claims and quotations, outlets that were told included,
// and then those who only keep silent.
func (r Result) Voices(a model.Article) []model.Voice {
	var out []model.Voice
	at := make(map[int]int, len(r.Sources)) // first source of a voice to its place in out
	entity := make(map[int]int)
	for i, s := range r.Sources {
		k, ok := at[s.Voice]
		if !ok {
			k = len(out)
			at[s.Voice] = k
			out = append(out, model.Voice{Source: model.Source{Text: s.Text.In(a.Text), Span: s.Text, Named: s.Named}})
			if s.Entity >= 0 {
				entity[s.Entity] = k
			}
		}
		v := &out[k]
		if v.Reason == "" {
			v.Reason = s.Reason
		}
		if n := len(v.Claims); !r.Sources[i].Channel && (n == 0 || v.Claims[n-1] != s.Claim) {
			v.Claims = append(v.Claims, s.Claim)
		}
	}
	for c, i := range r.PerClaim { // sentences that a quotation carries on into
		if i >= 0 && int(r.Sources[i].Claim) != c {
			if k, ok := at[r.Sources[i].Voice]; ok {
				out[k].Claims = insert(out[k].Claims, model.ClaimIndex(c))
			}
		}
	}
	for _, q := range r.Quotes {
		if q.Speaker >= 0 {
			out[at[r.Sources[q.Speaker].Voice]].Quotations++
		}
	}
	for _, s := range r.Silent {
		k, ok := -1, false
		if s.Entity >= 0 {
			k, ok = entity[s.Entity]
		}
		if !ok {
			for j, v := range out {
				if v.Source.Span == s.Text || s.Entity < 0 && v.Source.Span.Overlaps(s.Text) {
					k, ok = j, true
					break
				}
			}
		}
		if !ok {
			k = len(out)
			out = append(out, model.Voice{Source: model.Source{Text: s.Text.In(a.Text), Span: s.Text, Named: s.Named}})
			if s.Entity >= 0 {
				entity[s.Entity] = k
			}
		}
		out[k].Silent = true
		if len(out[k].Claims) == 0 {
			out[k].Claims = insert(out[k].Claims, s.Claim)
		}
	}
	return out
}

// insert adds a claim to an ascending list that does not hold it yet.
func insert(claims []model.ClaimIndex, c model.ClaimIndex) []model.ClaimIndex {
	i := len(claims)
	for i > 0 && claims[i-1] > c {
		i--
	}
	if i > 0 && claims[i-1] == c {
		return claims
	}
	claims = append(claims, 0)
	copy(claims[i+1:], claims[i:])
	claims[i] = c
	return claims
}
