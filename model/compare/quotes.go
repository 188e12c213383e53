// This file compares quotations and who they are put down to.

package compare

import (
	"fmt"
	"strings"
	"unicode"

	"doubletake/model"
	"doubletake/model/place"
	"doubletake/model/text"
	"doubletake/model/voice"
)

// minQuote is the number of words from which a quotation is a fact of its own;
// below it lie scare quotes and single borrowed words.
const minQuote = 4

// sameWords is the share of a quotation's weight from which two quotations are
// one, with a word changed.
const sameWords = 0.75

// reportedFrom is the score of voice.Indirect from which a sentence without marks
// reports a quotation.
const reportedFrom = 0.5

// quotes compares the quotations of linked claims: with each other, and with
// sentences that report the same words without marks.
func (p *pairing) quotes() {
	l, r := p.left.quotesOf, p.right.quotesOf
	usedL, usedR := make(map[int]bool), make(map[int]bool)
	for k, link := range p.links {
		for _, i := range l[link.Left] {
			for _, j := range r[link.Right] {
				p.twoQuotes(k, i, j, usedL, usedR)
			}
		}
	}
	for k, link := range p.links {
		for _, i := range l[link.Left] {
			if !usedL[i] {
				p.reported(k, i, model.Left)
			}
		}
		for _, j := range r[link.Right] {
			if !usedR[j] {
				p.reported(k, j, model.Right)
			}
		}
	}
}

// twoQuotes files what two quotations of one link come to.
func (p *pairing) twoQuotes(link, i, j int, usedL, usedR map[int]bool) {
	x, y := p.left.Voices.Quotes[i], p.right.Voices.Quotes[j]
	e := p.left.parsed[i].Match(p.right.parsed[j])
	if x.Words < 2 || y.Words < 2 {
		return
	}
	if e.Likeness == voice.Different {
		if p.borrowed(i, j) {
			p.speakers(link, x, y, true)
		}
		return
	}
	usedL[i], usedR[j] = true, true
	p.add(model.Fact{
		Kind: model.Quote, Relation: model.Same, About: quoteAbout(&p.left, x), Why: e.Why,
		Left:  model.Mention{Claim: x.Claim, Span: x.Inner, Value: fold(p.left.words(x.Inner))},
		Right: model.Mention{Claim: y.Claim, Span: y.Inner, Value: fold(p.right.words(y.Inner))},
	}, link)
	switch words := min(x.Words, y.Words); {
	case words < minQuote:
	case e.Likeness == voice.Identical && words >= ownWhole && p.people(x, y):
		p.speakers(link, x, y, true)
	case e.Likeness == voice.Identical || e.Likeness == voice.Shortened || e.Score >= sameWords:
		p.speakers(link, x, y, words >= ownWords)
	case p.borrowed(i, j):
		p.speakers(link, x, y, true)
	}
}

// people reports whether two quotations are put down to two people, each by name.
func (p *pairing) people(x, y voice.Quote) bool {
	named := func(s *side, q voice.Quote) bool {
		if q.Speaker < 0 {
			return false
		}
		e := s.Voices.Sources[q.Speaker].Entity
		return e >= 0 && s.Entities[e].Kind == model.Name
	}
	return named(&p.left, x) && named(&p.right, y)
}

// borrowed reports whether two quotations of two people share words that nobody else uses by
// chance, whatever else each of them has, or nearly all of their words.
func (p *pairing) borrowed(i, j int) bool {
	x, y := p.left.Voices.Quotes[i], p.right.Voices.Quotes[j]
	if !p.people(x, y) {
		return false
	}
	if min(x.Words, y.Words) >= ownWords && p.left.parsed[i].Share(p.right.parsed[j]) >= ownShare {
		return true
	}
	words, weight := p.left.parsed[i].Run(p.right.parsed[j])
	return words >= ownRun && weight >= ownWeight
}

// reported files a quotation of one side that the other side's claim gives in
// its own words.
func (p *pairing) reported(link, i int, s model.Side) {
	from, to := &p.left, &p.right
	c := p.links[link].Right
	if s == model.Right {
		from, to, c = to, from, p.links[link].Left
	}
	q := from.Voices.Quotes[i]
	if q.Words < minQuote {
		return
	}
	first, last, score := voice.Indirect(text.Tokens(from.Article.Text, q.Inner), to.Tokens[c])
	if first >= last || score < reportedFrom {
		return
	}
	a := model.Mention{Claim: q.Claim, Span: q.Inner, Value: fold(from.words(q.Inner))}
	at := model.Span{Start: to.Tokens[c][first].Span.Start, End: to.Tokens[c][last-1].Span.End}
	b := model.Mention{Claim: c, Span: at, Value: fold(to.words(at))}
	if s == model.Right {
		a, b = b, a
	}
	p.add(model.Fact{Kind: model.Quote, Relation: model.Same, About: quoteAbout(from, q), Left: a, Right: b,
		Why: "quoted in one, reported in other words in the other"}, link)
}

// speakers compares who one quotation is put down to; own tells that nobody else would have
// used its words.
func (p *pairing) speakers(link int, x, y voice.Quote, own bool) {
	if x.Speaker < 0 || y.Speaker < 0 {
		return
	}
	e := p.sources(x.Speaker, y.Speaker)
	a, b := p.left.Voices.Sources[x.Speaker], p.right.Voices.Sources[y.Speaker]
	f := model.Fact{Kind: model.Attribution, About: "“" + clip(p.left.words(x.Inner)) + "”",
		Left:  model.Mention{Claim: a.Claim, Span: a.Text, Value: fold(p.left.speaker(x.Speaker))},
		Right: model.Mention{Claim: b.Claim, Span: b.Text, Value: fold(p.right.speaker(y.Speaker))},
	}
	switch e.Relation {
	case voice.SameSource, voice.BodyAndMouth, voice.PossiblySame:
		f.Relation, f.Why = model.Same, e.Why
	case voice.NamedVsUnnamed, voice.RecordVsVoice, voice.TwoSources:
		f.Relation, f.Severity, f.Why = model.Differs, model.Medium, e.Why
		if own && !p.doubtful(x.Speaker, y.Speaker) && (e.Relation == voice.TwoSources || p.foreign(x.Speaker, y.Speaker)) {
			f.Relation, f.Severity = model.Conflict, model.High
			f.Why = fmt.Sprintf("one quotation, two speakers: %s / %s", p.left.speaker(x.Speaker), p.right.speaker(y.Speaker))
		}
	default:
		return
	}
	if f.Relation == model.Differs && (p.links[link].Score < clashScore || p.unknown(e.Relation, x.Speaker, y.Speaker)) {
		return
	}
	p.add(f, link)
}

// ownWords is the number of words from which nobody else uses a quotation by
// chance: "a step in the right direction" has six.
const ownWords = 7

// ownWhole is that number for a quotation that is the same from its first word to its last:
// "We have not given up".
const ownWhole = 5

// How long a run of words is that nobody else uses by chance, within two quotations that are
// not the same, and what its words have to tell together.
const (
	ownRun    = 6
	ownWeight = 2.0
	ownShare  = 0.75 // of all words of the longer one
)

// doubtful reports whether two sources may yet be one: a body and a person, a phrase without a name that
// points back ("the company"), or two names that begin alike, which may be spelled two ways.
func (p *pairing) doubtful(i, j int) bool {
	if a, b := p.left.Voices.Sources[i].Kind, p.right.Voices.Sources[j].Kind; (a == voice.Body) != (b == voice.Body) && (a == voice.Person || b == voice.Person) {
		return true // a body speaks through people
	}
	unnamed := func(s *side, k int) bool {
		return !strings.ContainsFunc(s.words(s.Voices.Sources[k].Text), unicode.IsUpper)
	}
	if p.left.Voices.Sources[i].Entity >= 0 && unnamed(&p.left, i) || p.right.Voices.Sources[j].Entity >= 0 && unnamed(&p.right, j) {
		return true
	}
	a, b := strings.Fields(p.left.speaker(i)), strings.Fields(p.right.speaker(j))
	return len(a) > 1 && len(b) > 1 && strings.EqualFold(a[0], b[0])
}

// foreign reports whether two sources are of two countries, as their words or
// their offices tell: "a senior Syrian official" is no Russian minister.
func (p *pairing) foreign(i, j int) bool {
	a, b := p.left.country(i), p.right.country(j)
	return a != "" && b != "" && a != b
}

// country is the country that a source speaks for, "" where nothing tells.
func (s *side) country(i int) string {
	src := s.Voices.Sources[i]
	for _, t := range text.Tokens(s.Article.Text, src.Text) {
		if code, ok := place.Nation(t.Norm); ok && t.Upper() {
			return code
		}
	}
	if src.Entity >= 0 && src.Entity < len(s.Entities) {
		for _, t := range s.Entities[src.Entity].Titles {
			for _, o := range t.Offices {
				if o.Country != "" {
					return o.Country
				}
			}
		}
	}
	return ""
}

// clip shortens a quotation for the head of a fact.
func clip(s string) string {
	const most = 48
	if len(s) <= most {
		return s
	}
	cut := strings.LastIndexByte(s[:most], ' ')
	if cut <= 0 {
		return s
	}
	return s[:cut] + " …"
}
