// This file makes one claim readable for the attribution rules: its tokens with
// what the word lists say of them, and where clauses are cut.

package voice

import (
	"strings"

	"doubletake/model"
	"doubletake/model/text"
)

// word is one token of the claim with what is known of it.
type word struct {
	text.Token
	flags  flag
	verb   int16 // index into lexicon.verbs, 0 for none
	entity int16 // 1 + index into line.entities of the mention it stands in, 0 for none
	quoted bool  // within quotation marks, the marks included
	cut    bool  // a clause ends here: ". ; : — ( )" or a quotation
	comma  bool
}

// line is the claim being read.
type line struct {
	claim    model.ClaimIndex
	text     string // the article's
	words    []word
	entities []Entity
	own      []Entity // room for the mentions of the claim and those found by surname
	floor    int      // the word after the last cue taken: no subject reaches back over it
}

// longestPhrase bounds a source phrase, in words: it keeps the rules linear.
const longestPhrase = 30

// readLine fills f.line with one claim. q is the first quotation that may
// overlap it; the first one that may overlap the next claim is returned.
func (f *finder) readLine(i int, toks []text.Token, mine []Entity, q int) int {
	l := &f.line
	l.claim, l.text, l.entities, l.floor = model.ClaimIndex(i), f.article.Text, mine, 0
	l.words = l.words[:0]
	lex := words()
	e, aside := 0, 0
	for k, t := range toks {
		if aside = max(aside, asideEnd(toks, k)); k < aside {
			continue
		}
		for q < len(f.quotes) && f.quotes[q].Span.End <= t.Span.Start {
			q++
		}
		w := word{Token: t}
		w.quoted = q < len(f.quotes) && f.quotes[q].Span.Overlaps(t.Span)
		if t.Kind == text.Word {
			known := lex.words[t.Norm]
			w.flags, w.verb = known.flags, known.verb
			if w.flags&timeWord != 0 && !t.Upper() && notTime(t.Norm) {
				w.flags &^= timeWord
			}
		}
		if w.verb > 0 && t.Upper() && k > 0 && toks[k-1].Kind == text.Word {
			w.verb = 0 // "the United States"
		}
		for e < len(mine) && mine[e].Span.End <= t.Span.Start {
			e++
		}
		if e < len(mine) && mine[e].Span.Overlaps(t.Span) {
			w.entity, w.verb = int16(min(e, 1<<14)+1), 0
		}
		if w.entity == 0 && w.flags == 0 && t.Kind == text.Word && t.Upper() {
			if id, ok := f.surnames[t.Norm]; ok && id >= 0 && l.alone(toks, k) {
				if len(l.entities) == len(mine) {
					l.own = append(l.own[:0], mine...)
				}
				l.own = append(l.own, Entity{Span: t.Span, Claim: l.claim, ID: id, Person: true, Label: t.Text})
				l.entities = l.own
				w.entity, w.verb = int16(min(len(l.entities), 1<<14)), 0
			}
		}
		w.comma = t.Text == "," && !w.quoted
		w.cut = w.quoted || t.Kind == text.Mark && cuts(toks, k)
		l.words = append(l.words, w)
	}
	return q
}

// asideWords is how many tokens in brackets are read over, as no part of what stands
// around them.
const asideWords = 4

// asideEnd is where a short insertion in brackets at k ends that a sentence goes on
// behind, 0 where there is none: "the World Bank (WB) said", "the driver (42) told".
func asideEnd(toks []text.Token, k int) int {
	if toks[k].Text != "(" || k == 0 || toks[k-1].Kind != text.Word {
		return 0
	}
	for end := k + 2; end <= k+1+asideWords && end+1 < len(toks); end++ {
		if toks[end].Text == ")" {
			if next := toks[end+1]; next.Kind == text.Word && !next.Upper() {
				return end + 1
			}
			return 0
		}
	}
	return 0
}

// alone reports whether no other capitalised word stands beside the one at k.
func (l *line) alone(toks []text.Token, k int) bool {
	if k > 0 && toks[k-1].Kind == text.Word && toks[k-1].Upper() && k > 1 && words().words[toks[k-1].Norm].flags&(role|male|female) == 0 {
		return false
	}
	return k+1 == len(toks) || toks[k+1].Kind != text.Word || !toks[k+1].Upper()
}

// notTime holds for day and month names that are other words in lower case.
func notTime(norm string) bool {
	switch norm {
	case "sat", "sun", "wed", "may", "march", "mar", "mon", "august":
		return true
	}
	return false
}

// cuts reports whether the mark at k ends a clause.
func cuts(toks []text.Token, k int) bool {
	switch toks[k].Text {
	case ",", "'", "’", "$", "£", "€", "%", "&", "/", "#", "@", "+", "*":
		return false
	case "-":
		return !toks[k].Glued
	case ".":
		if k == 0 || k+1 == len(toks) {
			return true
		}
		next := toks[k+1]
		switch text.Abbreviated(toks[k-1].Text) {
		case text.NoAbbreviation:
			return true
		case text.TitleAbbreviation, text.InnerAbbreviation, text.NumberAbbreviation:
			return false
		}
		return next.Kind == text.Word && text.Opener(next.Text)
	}
	return true
}

// has reports whether the word at k has one of the flags and is not quoted.
func (l *line) has(k int, f flag) bool {
	return k >= 0 && k < len(l.words) && l.words[k].flags&f != 0 && !l.words[k].quoted
}

// is reports whether the word at k is this one, in lower case.
func (l *line) is(k int, norm string) bool {
	return k >= 0 && k < len(l.words) && l.words[k].Norm == norm && !l.words[k].quoted
}

func (l *line) comma(k int) bool { return k >= 0 && k < len(l.words) && l.words[k].comma }

// cut reports whether a clause ends at k; it does at both ends of the claim.
func (l *line) cut(k int) bool { return k < 0 || k >= len(l.words) || l.words[k].cut }

func (l *line) quoted(k int) bool { return k >= 0 && k < len(l.words) && l.words[k].quoted }

// stop reports whether a sentence ends at k, quoted or not.
func (l *line) stop(k int) bool {
	if k < 0 || k >= len(l.words) {
		return true
	}
	switch l.words[k].Text {
	case ".", "!", "?", "…":
		return l.words[k].cut
	}
	return false
}

// figure reports whether the word at k is a number in digits.
func (l *line) figure(k int) bool {
	return k >= 0 && k < len(l.words) && l.words[k].Kind == text.Number && !l.words[k].quoted
}

// capital reports whether the word at k is written with a capital and is not a
// function word that merely begins a sentence.
func (l *line) capital(k int) bool {
	if k < 0 || k >= len(l.words) || l.words[k].quoted || l.words[k].Kind != text.Word || !l.words[k].Upper() {
		return false
	}
	w := l.words[k]
	return w.entity > 0 || w.flags&(article|pronoun|other|conjunction|subordinate|preposition|timeWord|auxiliary) == 0
}

// manner reports whether the word at k says how or when and may stand between a
// subject and its verb: "also", "later", "simultaneously", "on Monday".
func (l *line) manner(k int) bool {
	if l.cut(k) || l.words[k].entity > 0 {
		return false
	}
	w := l.words[k]
	return w.flags&adverb != 0 || w.flags&(party|timeWord|preposition) == 0 && lyAdverb(w.Text)
}

// lyAdverb holds for adverbs in -ly by their form.
func lyAdverb(w string) bool {
	return len(w) > 5 && w[0] >= 'a' && w[0] <= 'z' && strings.HasSuffix(w, "ly") &&
		!strings.Contains(" family assembly supply weekly monthly reply elderly friendly anomaly monopoly ", " "+w+" ")
}

// span covers the words [from, to); it is empty for an empty range.
func (l *line) span(from, to int) model.Span {
	if from < 0 || to > len(l.words) || from >= to {
		return model.Span{}
	}
	return model.Span{Start: l.words[from].Span.Start, End: l.words[to-1].Span.End}
}

// set is whether the words of a phrase stand at k, and where they end.
func (l *line) set(k int, phrase []string) (end int, ok bool) {
	for _, p := range phrase {
		if k >= len(l.words) || l.words[k].quoted || p != "~" && l.words[k].Norm != p {
			return 0, false
		}
		k++
	}
	return k, true
}

// longest is the end of the longest listed phrase that begins at k; 0 for none.
func (l *line) longest(k int, phrases map[string][][]string) int {
	best := 0
	for _, p := range phrases[l.words[k].Norm] {
		if end, ok := l.set(k+1, p); ok && end > best {
			best = end
		}
	}
	return best
}
