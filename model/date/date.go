// Package date finds the time expressions in one article's claims, works out
// what the relative ones stand for, and compares two of them.
//
// It returns evidence; it never says which of two dates is right, and the step
// from evidence to a relation belongs to package compare.
//
// Dates stay partial: "November 15" in an article that gives no year is a month
// and a day, and nothing is ever filled in from a clock. What an expression is
// resolved from is kept, for a reader will ask: words that point at the moment
// of writing ("yesterday", "Tuesday", "last week") are read against the
// article's own date, words that point back in the story ("a day earlier", "the
// next morning", "two minutes later") against the last date told before them.
// A weekday that the article pairs with a date once ("Tuesday, March 4") dates
// the article's other weekdays too.
//
// Lengths of time ("for two days", "13-year hiatus"), ages and ordinals ("its
// 13th year") are no dates and are left to package quantity.
package date

import (
	"doubletake/model"
	"doubletake/model/text"
)

// Mention is one time expression: where it stands and what it stands for.
type Mention struct {
	Claim model.ClaimIndex
	Span  model.Span // offsets into Article.Text, within the claim
	Value Value
	// DateSpan and TimeSpan are where an expression that gives both a date and a
	// time of day gives the one and the other ("2 p.m." "Tuesday"); both are empty
	// where it gives one alone or both in the same words ("last night").
	DateSpan, TimeSpan model.Span
	// Anchor is what a relative expression was read against, as written in the
	// text ("November 16") or the article's own date in ISO form; "" where the
	// expression needs none. AnchorSpan is empty unless the anchor stands in
	// the text.
	Anchor     string
	AnchorSpan model.Span
	// Resolved is false where the expression is relative and nothing says to what.
	Resolved bool
	// Why says how a relative value was reached ("a day before November 16");
	// "" where the words give the value themselves.
	Why string
	// Ahead is set where the words speak of what is to come ("is expected to
	// reopen at 2 p.m. Tuesday").
	Ahead bool
	// Dateline is set where the date is that of the report and not of what it tells:
	// "TUNIS, Oct 15 (Agency) -".
	Dateline bool
	// Odd names a contradiction inside the expression ("4 March 2025 is a
	// Tuesday"); "" where there is none.
	Odd string
}

// Date is the mention cut down to its date, for comparing with one that gives no
// time of day; ok is false where it has no date.
func (m Mention) Date() (d Mention, ok bool) {
	if m.Value.Grain == None {
		return m, false
	}
	if !m.DateSpan.Empty() {
		m.Span = m.DateSpan
	}
	if m.Value.boundHour() {
		m.Value.Bound = In
	}
	if m.Value.timed() {
		m.Value.Part, m.Value.Clock, m.Value.Until, m.Value.Near = AnyTime, Clock{}, Clock{}, Exact
	}
	m.DateSpan, m.TimeSpan = model.Span{}, model.Span{}
	return m, true
}

// Time is the mention cut down to its time of day; ok is false where it has none.
func (m Mention) Time() (t Mention, ok bool) {
	if !m.Value.timed() {
		return m, false
	}
	if !m.TimeSpan.Empty() {
		m.Span = m.TimeSpan
	}
	v := m.Value
	m.Value = Value{Part: v.Part, Clock: v.Clock, Until: v.Until, Near: v.Near, Bound: v.Bound}
	m.Anchor, m.AnchorSpan, m.Why, m.Odd = "", model.Span{}, "", ""
	m.DateSpan, m.TimeSpan = model.Span{}, model.Span{}
	return m, true
}

// Find returns the time expressions of an article in text order; no two overlap
// and none crosses a claim. tokens[i] are the tokens of claims[i]; claims
// without tokens are passed over. The article's Published date may be partial
// ("2025-11", "--11-16") or "": with the year alone, lent by another report of
// the same event, "last year" can be resolved and "yesterday" cannot. Time is linear in the number of tokens.
func Find(a model.Article, claims []model.Claim, tokens [][]text.Token) []Mention {
	s := scanner{words: lexicon()}
	s.dotted = s.writesDots(tokens)
	for c := range min(len(claims), len(tokens)) {
		s.claim(model.ClaimIndex(c), tokens[c])
	}
	if len(s.drafts) == 0 {
		return nil
	}
	r := newResolver(a, claims, tokens, s.drafts)
	out := make([]Mention, len(s.drafts))
	for i := range s.drafts {
		out[i] = r.resolve(&s.drafts[i])
		out[i].Anchor = r.words(out[i])
	}
	return out
}
