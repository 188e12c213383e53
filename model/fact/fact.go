// Package fact gathers what one article says: its claims with who says them and
// how surely, the people, bodies and places it names, its dates, quantities and
// quotations. Each kind has a room of its own (entity with title and name, date,
// quantity, voice, certainty); fact runs them in order over one set of tokens.
package fact

import (
	"cmp"
	"context"
	"slices"

	"doubletake/model"
	"doubletake/model/certainty"
	"doubletake/model/claim"
	"doubletake/model/date"
	"doubletake/model/entity"
	"doubletake/model/quantity"
	"doubletake/model/text"
	"doubletake/model/voice"
)

// Doc is all that was found in one article. Slices indexed by claim have one
// element a claim.
type Doc struct {
	Article    model.Article
	Claims     []model.Claim // Source and Hedged are filled
	Tokens     [][]text.Token
	Stems      [][]string // the stem of each token; "" for function words and marks
	Entities   []entity.Entity
	Dates      []date.Mention
	Quantities []quantity.Mention
	Predicates [][]certainty.Predicate
	Quotations []claim.Quotation
	Voices     voice.Result
}

// Read finds the facts of an article. near is the date of the other article, ISO
// or "": where this one has no date of its own, the other's year resolves "last
// year". It stops with the context's error when that is cancelled.
func Read(ctx context.Context, a model.Article, near string) (Doc, error) {
	d := Doc{Article: a, Claims: claim.Split(a), Quotations: claim.Quotes(a)}
	d.Tokens = make([][]text.Token, len(d.Claims))
	for i, c := range d.Claims {
		d.Tokens[i] = text.Tokens(a.Text, c.Span)
	}
	words := d.stem()
	stages := []func(){
		func() { d.Entities = entity.Find(a, d.Claims, d.Tokens) },
		func() { d.Dates = date.Find(dated(a, near), d.Claims, d.Tokens) },
		func() { d.Quantities = quantity.Find(a, d.Claims, d.Tokens) },
		func() { d.predicates(words) },
		func() { d.voices() },
	}
	for _, stage := range stages {
		if err := ctx.Err(); err != nil {
			return Doc{}, err
		}
		stage()
	}
	return d, nil
}

// dated is the article with the year of the other's date where it has no date of
// its own: two reports of one event are of one year as a rule.
func dated(a model.Article, near string) model.Article {
	if a.Published == "" && len(near) >= 4 && near[0] != '-' {
		a.Published = near[:4]
	}
	return a
}

// stem finds the stem of every token, each distinct word once, and says how many of
// those there are.
func (d *Doc) stem() (words int) {
	tokens := 0
	for _, t := range d.Tokens {
		tokens += len(t)
	}
	known := make(map[string]string, tokens/3) // a news story says every word some three times
	d.Stems = make([][]string, len(d.Tokens))
	for i, tokens := range d.Tokens {
		stems := make([]string, len(tokens))
		for k, t := range tokens {
			if t.Kind == text.Mark {
				continue
			}
			s, ok := known[t.Norm]
			if !ok {
				if t.Kind == text.Number {
					s = t.Text
				} else if !text.Stop(t.Norm) {
					s = text.Stem(t.Norm)
				}
				known[t.Norm] = s
			}
			stems[k] = s
		}
		d.Stems[i] = stems
	}
	return len(known)
}

// predicates finds the predicates of each claim; a claim is hedged where some
// verb of it is not vouched for. words is how many different ones the article has.
func (d *Doc) predicates(words int) {
	d.Predicates = make([][]certainty.Predicate, len(d.Claims))
	reader := certainty.NewReader(words + 50) // with the marks
	for i := range d.Claims {
		if d.Claims[i].Furniture {
			continue
		}
		d.Predicates[i] = reader.Find(d.Tokens[i], d.Stems[i])
		for _, p := range d.Predicates[i] {
			d.Claims[i].Hedged = d.Claims[i].Hedged || p.Strength.Doubtful()
		}
	}
}

// voices finds who says what.
func (d *Doc) voices() {
	var named []voice.Entity
	for id, e := range d.Entities {
		if e.Loose || e.Kind == model.Place && e.Adjective {
			continue
		}
		for _, m := range e.Mentions {
			named = append(named, voice.Entity{Span: m.Span, Claim: m.Claim, ID: id, Person: e.Kind == model.Name, Label: e.Label})
		}
	}
	sortEntities(named)
	d.Voices = voice.Find(d.Article, d.Claims, d.Tokens, named, d.Quotations)
	for i, s := range d.Voices.PerClaim {
		if s >= 0 {
			src := d.Voices.Sources[s]
			d.Claims[i].Source = model.Source{Text: src.Text.In(d.Article.Text), Span: src.Text, Named: src.Named}
		}
	}
}

func sortEntities(e []voice.Entity) {
	slices.SortFunc(e, func(a, b voice.Entity) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(b.Span.End, a.Span.End))
	})
}
