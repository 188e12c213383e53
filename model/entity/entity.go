// Package entity finds who and what an article names: people with their titles,
// bodies and places, each with all its mentions, so that a surname further down
// belongs to the full name further up. It reads one article and knows nothing
// of the other.
//
// A capitalised run becomes a person, body or place by the words in it (a title
// before, a given name, the head of a body), by the words beside it ("the Al
// Arabiya channel", "in X", "X, 41,"), and by what the article makes of the same
// words elsewhere. The lexicons hold what is general; a run that nothing tells
// apart stays out, for a wrong name is worse than a missed one.
package entity

import (
	"strings"
	"unicode"

	"doubletake/model"
	"doubletake/model/text"
	"doubletake/model/title"
)

// Mention is one place where an entity is named.
type Mention struct {
	Claim model.ClaimIndex
	Span  model.Span
	From  int // first token in the claim
	To    int // one past the last token
	Form  int // index into the entity's Forms: how it is written here
}

// Title is an office, rank or profession that the article gives a person.
type Title struct {
	Claim   model.ClaimIndex
	Span    model.Span
	Offices []title.Office // never empty
}

// Entity is a person (model.Name), body (model.Organisation) or place
// (model.Place) with every mention in text order.
type Entity struct {
	Kind      model.Kind
	Label     string    // the fullest form the article writes
	Forms     []string  // every distinct way the article writes it, in the order met
	Sure      bool      // the article makes its kind plain; else the kind is a guess
	Loose     bool      // nothing says what it names: it counts only where the other article knows it too
	Adjective bool      // places only: every mention is an adjective or a people ("Syrian")
	Mentions  []Mention // in text order, never empty
	Titles    []Title   // people only, in text order
	Keys      []string  // index keys of its forms, some twice (name.Keys); none of places
}

// Find is every entity of an article, ordered by first mention. tokens holds
// the tokens of each claim, with offsets of the article's Text.
func Find(a model.Article, claims []model.Claim, tokens [][]text.Token) []Entity {
	r := reader{article: a, tokens: tokens, capital: map[string]int{}, small: make(map[string]int, len(a.Text)/32)}
	for i := range claims {
		if claims[i].Furniture || shouts(tokens[i]) {
			continue
		}
		r.runs = append(r.runs, runs(i, tokens[i])...)
	}
	r.remember()
	return r.cluster(r.sort())
}

// shouts reports whether a claim is set in capitals throughout, or is a line without
// a full stop whose words nearly all begin with one: there capitals say nothing.
func shouts(t []text.Token) bool {
	words, upper, whole := 0, 0, 0
	for i := range t {
		if t[i].Kind == text.Word && len(t[i].Text) > 2 {
			words++
			if t[i].Upper() {
				upper++
			}
			if !strings.ContainsFunc(t[i].Text, changesUpper) {
				whole++
			}
		}
	}
	if words <= 4 {
		return false
	}
	return whole*10 >= words*8 || upper*10 >= words*8 && !stops(t)
}

// changesUpper reports whether a letter has another form as a capital.
func changesUpper(r rune) bool { return unicode.ToUpper(r) != r }

// stops reports whether a claim ends as a sentence does, quotation marks aside.
func stops(t []text.Token) bool {
	for k := len(t) - 1; k >= 0 && t[k].Kind == text.Mark; k-- {
		if t[k].Text == "." || t[k].Text == "!" || t[k].Text == "?" {
			return true
		}
	}
	return false
}

// reader holds what is known of one article while it is read.
type reader struct {
	article model.Article
	tokens  [][]text.Token
	runs    []run
	capital map[string]int // how often a word stands with a capital where no sentence begins
	small   map[string]int // how often it stands in lower case
}

// remember counts how the article itself writes each word.
func (r *reader) remember() {
	for _, x := range r.runs {
		t := r.tokens[x.claim]
		for k := x.from; k < x.to; k++ {
			if t[k].Kind == text.Word && t[k].Upper() && !(k == x.from && x.opens) {
				r.capital[t[k].Norm]++
			}
		}
	}
	for _, t := range r.tokens {
		for i := range t {
			if t[i].Kind == text.Word && !t[i].Upper() {
				r.small[t[i].Norm]++
			}
		}
	}
}
