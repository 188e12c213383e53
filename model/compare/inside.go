// This file finds contradictions within one article: a name spelled two ways, a
// count given twice, a date that is no such weekday, years that do not add up.

package compare

import (
	"fmt"
	"slices"
	"strings"

	"doubletake/model"
	"doubletake/model/date"
	"doubletake/model/name"
	"doubletake/model/quantity"
)

// inside lists where an article contradicts itself, in text order.
func (p *pairing) inside(s *side, where model.Side) []model.Inside {
	var out []model.Inside
	add := func(k model.Kind, a, b model.Mention, why string) {
		if a.Span.Start > b.Span.Start {
			a, b = b, a
		}
		out = append(out, model.Inside{Side: where, Kind: k, First: a, Second: b, Why: why})
	}
	s.twoSpellings(add)
	s.oddDates(add)
	s.twoCounts(add)
	p.years(s, add)
	return out
}

// contradiction files one finding.
type contradiction func(k model.Kind, a, b model.Mention, why string)

// twoSpellings finds people whose full name the article writes two ways. A middle
// name or a title left out is no second spelling.
func (s *side) twoSpellings(add contradiction) {
	for _, e := range s.Entities {
		if e.Kind != model.Name {
			continue
		}
		first := e.Forms[0]
		for _, f := range e.Forms[1:min(len(e.Forms), 8)] {
			if nameWords(first) < 2 || nameWords(f) < 2 {
				continue
			}
			m := name.Person(first, f)
			if m.Level == name.Same && !m.Identical && !m.Partial && respelled(m.Rules) {
				add(model.Name, s.formed(e.Forms, first), s.formed(e.Forms, f), m.Why)
			}
		}
	}
}

// respelled reports whether letters differ, not only which parts of the name are given.
func respelled(r name.Rules) bool {
	return r.Has(name.Romanisation) || r.Has(name.Spelling) || r.Has(name.Letters) || r.Has(name.Diacritics)
}

// formed is the first mention of a written form.
func (s *side) formed(forms []string, form string) model.Mention {
	for _, e := range s.Entities {
		if len(e.Forms) == len(forms) && e.Forms[0] == forms[0] {
			m := first(e, form)
			return model.Mention{Claim: m.Claim, Span: m.Span, Value: fold(form)}
		}
	}
	return model.Mention{}
}

// oddDates finds dates that contradict their own weekday.
func (s *side) oddDates(add contradiction) {
	for _, d := range s.Dates {
		if d.Odd != "" {
			m := model.Mention{Claim: d.Claim, Span: d.Span, Value: d.Value.String()}
			add(model.Date, m, m, d.Odd)
		}
	}
}

// sameCount is how alike two counts of one article have to be to be one count.
const sameCount = 0.8

// twoCounts finds a toll that one article gives twice, with nothing to say that it
// grew.
func (s *side) twoCounts(add contradiction) {
	byState := make(map[quantity.States][]int)
	for i, q := range s.Quantities {
		if q.Dimension == quantity.Count && q.States != 0 && !q.Part && !q.More && !q.Planned && !q.Running && q.AsOf == "" && q.Bound == quantity.Exact {
			byState[q.States] = append(byState[q.States], i)
		}
	}
	for i, q := range s.Quantities {
		same := byState[q.States]
		if len(same) < 2 || same[0] != i {
			continue
		}
		for _, j := range same[1:min(len(same), 8)] {
			r := s.Quantities[j]
			e := quantity.Compare(q, r)
			if e.Outcome == quantity.Incompatible && e.Likeness.Score >= sameCount && r.Claim != q.Claim && !s.dated(q, r) && !s.elsewhere(q, r) && !s.elsewhere(r, q) {
				add(model.Quantity, s.counted(q), s.counted(r), e.Why)
			}
		}
	}
}

// dated reports whether either of two counts stands in a claim with a day of its
// own, which may be another event or another moment.
func (s *side) dated(q, r quantity.Mention) bool {
	for _, c := range [2]model.ClaimIndex{q.Claim, r.Claim} {
		for _, i := range s.datesOf[c] {
			if s.Dates[i].Value.Grain == date.Day || s.Dates[i].Value.Grain == date.Year {
				return true
			}
		}
	}
	return false
}

// setting is how many claims of an article say where it happens.
const setting = 4

// elsewhere reports whether q is told of a place that neither r nor the opening of the
// article names: then it is another event's, as "29 died in the Griffin Park fire".
func (s *side) elsewhere(q, r quantity.Mention) bool {
	for _, id := range s.entitiesOf[q.Claim] {
		e := s.Entities[id]
		if e.Kind != model.Place || e.Adjective || slices.Contains(s.entitiesOf[r.Claim], id) {
			continue
		}
		if e.Mentions[0].Claim >= setting {
			return true
		}
	}
	return false
}

func (s *side) counted(q quantity.Mention) model.Mention {
	return model.Mention{Claim: q.Claim, Span: q.Span, Value: q.Value()}
}

// yearsNear is how alike the words about a year and an ordinal of years have to be
// to be about one thing.
const yearsNear = 0.2

// years holds "in its 13th year" against the year in which the thing began: the
// two make up a year, which has to be that of the article.
func (p *pairing) years(s *side, add contradiction) {
	for _, q := range s.Quantities {
		if q.Dimension != quantity.Ordinal || q.Counted != "year" || q.Low < 2 || !s.ofItsOwn(q) {
			continue
		}
		for _, d := range s.Dates {
			v := d.Value
			if v.Grain != date.Year || v.From != v.To || v.From.Year == 0 || d.Anchor != "" {
				continue
			}
			if p.kinship(s.around(q.Claim, q.Span), s.around(d.Claim, d.Span)) < yearsNear {
				continue
			}
			first := v.From.Year + int(q.Low) - 1
			m := model.Mention{Claim: d.Claim, Span: d.Span, Value: v.String()}
			switch year := publishedYear(s.Article); {
			case year == 0:
				add(model.Date, m, s.counted(q), fmt.Sprintf("from %d the %s began in %d: the article gives no year to check it by", v.From.Year, q.Value(), first))
			case year < first || year > first+1:
				add(model.Date, m, s.counted(q), fmt.Sprintf("from %d the %s is %d, the article is of %d", v.From.Year, q.Value(), first, year))
			}
		}
	}
}

// ofItsOwn reports whether an ordinal is that of a thing told of: "its 13th year",
// and not "in the third year" of a plan.
func (s *side) ofItsOwn(q quantity.Mention) bool {
	from, _ := tokenRange(s.Tokens[q.Claim], q.Span)
	if from == 0 {
		return false
	}
	switch s.Tokens[q.Claim][from-1].Norm {
	case "its", "their", "his", "her":
		return true
	}
	return false
}

// publishedYear is the year of an article's date, 0 where it gives none.
func publishedYear(a model.Article) int {
	if len(a.Published) < 4 || strings.HasPrefix(a.Published, "-") {
		return 0
	}
	return atoi(a.Published[:4])
}
