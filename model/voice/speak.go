// This file gives each quotation its speaker, and says why sources are not
// named and who keeps silent.

package voice

import (
	"slices"
	"strings"
	"unicode"

	"doubletake/model"
	"doubletake/model/claim"
	"doubletake/model/text"
)

// longestScare is the number of words up to which a quotation inside the
// writer's own sentence that nobody is made to say counts as scare quotes.
const longestScare = 6

// speakers is one Quote for each quotation. It marks the sources that are
// quoted, and the claims that a quotation carries on into.
func (f *finder) speakers() []Quote {
	out := make([]Quote, 0, len(f.quotes))
	c := 0
	for i, q := range f.quotes {
		for c < len(f.claims) && f.claims[c].Span.End <= q.Span.Start {
			c++
		}
		one := Quote{Claim: model.ClaimIndex(c), Span: q.Span, Inner: q.Inner, Speaker: -1, Words: countWords(q.Inner.In(f.article.Text))}
		if c == len(f.claims) || !f.claims[c].Span.Overlaps(q.Span) {
			one.Claim = model.ClaimIndex(max(c-1, 0))
			out = append(out, one)
			continue
		}
		last := c
		for last+1 < len(f.claims) && f.claims[last+1].Span.Overlaps(q.Span) {
			last++
		}
		if !f.title(q) {
			one.Speaker = f.nearest(q.Span, c, last)
		}
		mostly := f.mostly(q.Span, c)
		if one.Speaker < 0 && mostly {
			one.Speaker = f.carried(out, i, c)
		}
		if one.Speaker < 0 {
			one.Scare = !mostly && one.Words <= longestScare
		} else {
			f.sources[one.Speaker].Quoted = true
			for k := c; k <= last; k++ {
				if f.firstOf[k] == f.firstOf[k+1] && (k > c || mostly) {
					f.perClaim[k] = one.Speaker
				}
			}
		}
		out = append(out, one)
	}
	return out
}

// title reports whether a quotation is a name or title of up to three words in
// marks: the ship “North Star”.
func (f *finder) title(q claim.Quotation) bool {
	if q.Inner.Len() > 60 {
		return false
	}
	toks := text.Tokens(f.article.Text, q.Inner)
	if len(toks) == 0 || len(toks) > 3 {
		return false
	}
	for _, t := range toks {
		if t.Kind == text.Mark || !t.Upper() && t.Kind == text.Word {
			return false
		}
	}
	return true
}

// countWords counts what stands between spaces and holds a letter or a digit.
func countWords(s string) int {
	n := 0
	for w := range strings.FieldsSeq(s) {
		if strings.ContainsFunc(w, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			n++
		}
	}
	return n
}

// mostly reports whether a quotation makes up most of the claim it begins in,
// or ends it as a sentence of its own.
func (f *finder) mostly(q model.Span, c int) bool {
	s := f.claims[c].Span
	covered := min(q.End, s.End) - max(q.Start, s.Start)
	return covered*2 >= s.Len() || f.claims[c].Quote
}

// nearest is the source in claims [from, to] whose words stand closest to the
// quotation, -1 for none; behind it counts as closer than before it.
func (f *finder) nearest(q model.Span, from, to int) int {
	best, closest := -1, 0
	first, last := f.firstOf[from], f.firstOf[to+1]
	if last-first > near {
		at, _ := slices.BinarySearchFunc(f.sources[first:last], q.Start, func(s Source, at int) int { return s.Text.Start - at })
		first, last = max(first, first+at-near/2), min(last, first+at+near/2)
	}
	for i := first; i < last; i++ {
		s := f.sources[i]
		if s.Via >= 0 || s.Channel {
			continue
		}
		whole := s.Text
		if !s.Cue.Empty() {
			whole = model.Span{Start: min(s.Text.Start, s.Cue.Start), End: max(s.Text.End, s.Cue.End)}
		}
		gap := 2 * (q.Start - whole.End)
		if whole.Start >= q.End {
			gap = 2*(whole.Start-q.End) - 1
			if f.newClause(q.End, whole.Start) {
				gap += farOff
			}
		}
		if best < 0 || gap < closest {
			best, closest = i, gap
		}
	}
	return best
}

// farOff is more than a source stands from its quotation in one sentence, doubled, in bytes.
const farOff = 600

// newClause reports whether a clause of its own begins between two offsets: who speaks
// behind a quotation and an "and" says the next thing.
func (f *finder) newClause(from, to int) bool {
	if to-from > farOff {
		return false
	}
	for w := range strings.FieldsSeq(f.article.Text[from:to]) {
		if w == "and" || w == "but" || w == "while" || strings.HasSuffix(w, ";") {
			return true
		}
	}
	return false
}

// carried is the speaker of a quotation whose own claim names none: that of the
// quotation right before it, or of the sentence that leads up to it.
func (f *finder) carried(before []Quote, i, c int) int {
	if c == 0 {
		return -1
	}
	here, prev := f.claims[c], f.claims[c-1]
	if i > 0 && i <= len(before) {
		p := before[i-1]
		last := f.claims[p.Claim]
		open := f.quotes[i-1].Open
		if p.Speaker >= 0 && (open || !p.Scare && (int(p.Claim) == c || prev.Span.Overlaps(p.Span)) && here.Paragraph-last.Paragraph <= 1) {
			return p.Speaker
		}
	}
	if here.Paragraph-prev.Paragraph > 1 {
		return -1
	}
	if n := f.firstOf[c]; f.firstOf[c-1] < n && (endsWith(prev.Span.In(f.article.Text), ':') || here.Paragraph == prev.Paragraph) {
		return n - 1
	}
	return -1
}

func endsWith(s string, c byte) bool { return s != "" && s[len(s)-1] == c }

// reasons gives the claim's phrases for anonymity to the sources they are said of.
func (f *finder) reasons(first int) {
	l := &f.line
	for i := 0; i < len(l.words); i++ {
		if !l.has(i, reasonStart) {
			continue
		}
		end := l.longest(i, words().reasons)
		if end == 0 {
			continue
		}
		for end < len(l.words) && end-i < 24 && !l.cut(end) && !l.comma(end) && (l.words[end].verb == 0 || l.is(end-1, "to")) {
			end++
		}
		if s := f.unnamedNear(l.words[i].Span.Start, first); s >= 0 && f.sources[s].Reason == "" {
			f.sources[s].Reason = l.span(i, end).In(l.text)
		}
		i = end - 1
	}
}

// unnamedNear is the source without a name that stands closest to the offset in
// this claim, or the last one of the paragraph.
func (f *finder) unnamedNear(at, first int) int {
	best, closest := -1, 0
	for i := max(first, len(f.sources)-near); i < len(f.sources); i++ {
		s := f.sources[i]
		gap := max(s.Text.Start-at, at-s.Text.End)
		if !s.Named && (best < 0 || gap < closest) {
			best, closest = i, gap
		}
	}
	if best >= 0 || first == 0 || len(f.sources) > first {
		return best
	}
	s := f.sources[first-1]
	if !s.Named && f.claims[s.Claim].Paragraph == f.claims[f.line.claim].Paragraph {
		return first - 1
	}
	return -1
}

// silence notes who is said to keep silent in the words [i, end), and returns
// the word to go on with.
func (f *finder) silence(i, end int) int {
	l := &f.line
	var p phrase
	next := end
	if l.is(end-1, "from") {
		p, next = l.after(end)
		for k := p.from + 1; k < p.to; k++ {
			if l.words[k].entity == 0 && l.is(k, "on") {
				p.to = k // "no word from the ministry on the attack"
			}
		}
	} else {
		floor := l.floor
		l.floor = 0 // who spoke may be silent in the same breath
		p = l.subject(i)
		l.floor = floor
	}
	if p.empty() || !l.known(p) && !l.is(p.from, "it") {
		return end
	}
	var s Source
	who := f.identify(p, &s, -1)
	f.silent = append(f.silent, Silence{
		Claim: l.claim, Text: l.phraseSpan(p), Cue: l.span(i, end), Entity: who.entity, Named: who.named, Kind: who.kind,
	})
	return next
}

// subject is what stands before the verb phrase at i, whatever its auxiliaries.
func (l *line) subject(i int) phrase {
	j := i - 1
	for ; j >= 0 && !l.cut(j) && l.words[j].entity == 0 && (l.has(j, auxiliary|adverb|negation) || l.manner(j)); j-- {
	}
	if j >= 2 && l.is(j, "far") && l.is(j-1, "so") {
		for j -= 2; l.has(j, auxiliary|adverb); j-- {
		}
	}
	switch {
	case l.cut(j):
		return phrase{}
	case l.has(j, conjunction):
		return l.head(i)
	case l.comma(j):
		if l.apposed(j) {
			return l.apposition(j)
		}
		return l.head(i)
	case l.has(j, relative):
		which := l.is(j, "which")
		if l.comma(j - 1) {
			j--
		}
		return l.antecedent(j, which)
	}
	return l.endingAt(j + 1)
}
