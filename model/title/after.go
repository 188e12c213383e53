// This file finds the title that stands right after a person's name: an
// apposition, a relative clause, a verb that says what the person is.

package title

import (
	"strings"

	"doubletake/model/text"
)

// Limits of a title after a name, in tokens.
const (
	longestAfter = 16
	farthestHead = 12 // from where an apposition begins to the end of its head
)

// After finds the apposition or relative clause right after a name that ended
// before token begin, and gives the title in it as tokens[from:to]: ", head of
// the agency ,", "( the finance minister )", ", 61 , a retired electrician from
// Leeds ,", ", who chairs the committee". The phrase ends with its "of", "for",
// "at" and "in" phrases; a leading article stays out. Words like ", the agency
// said" and ", the minister said" are none.
func After(tokens []text.Token, begin int) (from, to int, ok bool) {
	if begin < 0 || begin >= len(tokens) {
		return 0, 0, false
	}
	i := begin
	switch tokens[i].Text {
	case ",", "(", "—", "–":
		i++
	default:
		return 0, 0, false
	}
	i = skipCapacity(tokens, skipAge(tokens, i))
	if i < len(tokens) && tokens[i].Norm == "who" {
		return relative(tokens, i)
	}
	return apposition(tokens, i)
}

// skipAge steps over ", 61 ," and ", aged 61 ,".
func skipAge(tokens []text.Token, i int) int {
	j := i
	if j < len(tokens) && tokens[j].Norm == "aged" {
		j++
	}
	if j+1 < len(tokens) && tokens[j].Kind == text.Number && tokens[j+1].Text == "," {
		return j + 2
	}
	if j+1 < len(tokens) && tokens[j].Kind == text.Number && tokens[j+1].Norm == "and" {
		return j + 2
	}
	return i
}

// skipCapacity steps over what says only that an office follows: "in his capacity as",
// "speaking as". A bare "as" may tell of long ago, unless an article makes it one office.
func skipCapacity(tokens []text.Token, i int) int {
	for k := i; k < len(tokens) && k < i+4; k++ {
		if tokens[k].Norm == "as" && (capacity(tokens, k) || k == i && follows(tokens, k+1, "the")) {
			return k + 1
		}
	}
	return i
}

// capacity reports whether the "as" at k leads in the office somebody acts in.
func capacity(tokens []text.Token, k int) bool {
	if k == 0 || tokens[k].Norm != "as" {
		return false
	}
	switch tokens[k-1].Norm {
	case "capacity", "role", "speaking", "acting", "serving":
		return true
	}
	return false
}

// apposition reads the noun phrase at i.
func apposition(tokens []text.Token, i int) (from, to int, ok bool) {
	for i < len(tokens) && aside(tokens[i].Norm) {
		i++
	}
	from = skipYears(tokens, skipArticle(tokens, i))
	h, ok := firstHead(tokens, from)
	if !ok {
		if from, ok = secondOf(tokens, from); ok {
			h, ok = firstHead(tokens, from)
		}
	}
	if !ok {
		return 0, 0, false
	}
	to = phraseTo(tokens, h.to, min(len(tokens), from+longestAfter))
	to = further(tokens, to)
	if to < len(tokens) && tokens[to].Kind == text.Word && lists().is(tokens[to].Norm, speechWord) {
		return 0, 0, false
	}
	if nameAhead(tokens, to) {
		return 0, 0, false // the next person's title: "Monday, President Ann Bell said"
	}
	return from, to, true
}

// secondOf is where the second of two joined descriptions begins, behind one that is no
// title: ", her neighbour's landlord and the club's treasurer".
func secondOf(tokens []text.Token, i int) (from int, ok bool) {
	for k := i; k+1 < len(tokens) && k < i+farthestHead; k++ {
		switch t := tokens[k]; {
		case t.Norm == "and" && k > i:
			from = skipArticle(tokens, k+1)
			return from, from > k+1 || lists().is(tokens[from].Norm, possessiveWord)
		case t.Kind != text.Word && !hyphen(t), t.Norm != "only" && lists().halts(t):
			return 0, false
		}
	}
	return 0, false
}

// further is the end of a second title that "and" and an article join to the first:
// ", a beekeeper and the deputy mayor of the village".
func further(tokens []text.Token, to int) int {
	if to+1 >= len(tokens) || tokens[to].Norm != "and" || skipArticle(tokens, to+1) == to+1 {
		return to
	}
	h, ok := firstHead(tokens, to+2)
	if !ok {
		return to
	}
	end := phraseTo(tokens, h.to, min(len(tokens), to+longestAfter))
	if nameAhead(tokens, end) {
		return to
	}
	return end
}

// aside reports whether a word may stand before the article of an apposition
// without being part of the title.
func aside(norm string) bool {
	switch norm {
	case "then", "now", "once", "himself", "herself", "also", "currently", "previously", "formerly":
		return true
	}
	return false
}

// skipYears steps over "34-year-old".
func skipYears(tokens []text.Token, i int) int {
	if i+5 < len(tokens) && (tokens[i].Kind == text.Number || tokens[i].Kind == text.Word) && hyphen(tokens[i+1]) &&
		tokens[i+2].Norm == "year" && hyphen(tokens[i+3]) && tokens[i+4].Norm == "old" {
		return i + 5
	}
	return i
}

func skipArticle(tokens []text.Token, i int) int {
	if i < len(tokens) && (tokens[i].Norm == "the" || tokens[i].Norm == "a" || tokens[i].Norm == "an") {
		return i + 1
	}
	return i
}

// firstHead is the head of the noun phrase at i: the last of the heads that
// stand in a row before a preposition, a verb or a mark.
func firstHead(tokens []text.Token, i int) (hit, bool) {
	var found hit
	ok := false
	for j := i; j < len(tokens) && j < i+farthestHead; {
		t := tokens[j]
		if h, is := match(tokens, j); is && hyphensFit(tokens, h) && (!h.form.weak || ends(tokens, h.to) || nextHead(tokens, h.to)) {
			if !h.form.plural || tokens[h.to-1].Possessive() {
				found, ok = h, !tokens[h.to-1].Possessive()
			}
			j = h.to
			continue
		}
		switch {
		case t.Kind == text.Mark && !hyphen(t) && t.Text != "." && t.Text != "’" && t.Text != "'":
			return found, ok
		case t.Text == "." && !(j > i && tokens[j-1].Upper() && text.Abbreviated(tokens[j-1].Text) != text.NoAbbreviation):
			return found, ok
		case !ok && j > i && twoFields(tokens, j) && headSoon(tokens, j+1): // "energy and mines minister"
		case lists().is(t.Norm, prepositionWord), lists().halts(t):
			return found, ok
		case ok && t.Kind == text.Word && !headSoon(tokens, j):
			return found, ok
		}
		j++
	}
	return found, ok
}

// twoFields reports whether "and" at i joins two fields of one office.
func twoFields(tokens []text.Token, i int) bool {
	if tokens[i].Norm != "and" || i == 0 || i+1 >= len(tokens) {
		return false
	}
	field := func(t text.Token) bool { return t.Kind == text.Word && lists().known[text.Stem(t.Norm)] }
	plain := func(t text.Token) bool { return t.Kind == text.Word && !text.Stop(t.Norm) }
	return plain(tokens[i-1]) && plain(tokens[i+1]) && (field(tokens[i-1]) || field(tokens[i+1])) && !nextHead(tokens, i-1) && !nextHead(tokens, i+1)
}

func nextHead(tokens []text.Token, i int) bool {
	if i >= len(tokens) {
		return false
	}
	_, ok := match(tokens, i)
	return ok
}

// headSoon reports whether another head follows within two words.
func headSoon(tokens []text.Token, i int) bool {
	for j := i; j < len(tokens) && j < i+3; j++ {
		if tokens[j].Kind != text.Word || lists().halts(tokens[j]) || lists().is(tokens[j].Norm, prepositionWord) {
			return false
		}
		if _, ok := match(tokens, j); ok {
			return true
		}
	}
	return false
}

// phraseTo is where the noun phrase ends whose head ends at i, with the phrases
// that prepositions join to it; a second head after "and" belongs to it.
func phraseTo(tokens []text.Token, i, limit int) int {
	if n := skipHyphen(tokens, i); n != i && n < limit && lists().levels[tokens[n].Norm] != 0 {
		i = n + 1
	}
	for i < limit && lists().levels[tokens[i].Norm]&(Retired|Elect) != 0 {
		i++
	}
	if i < limit && i > 0 && tokens[i-1].Norm == "commanding" && tokens[i].Norm == "the" {
		i = nounPhrase(tokens, i, limit)
	}
	for i < limit {
		t := tokens[i]
		switch {
		case lists().is(t.Norm, prepositionWord):
			if t.Norm != "of" && t.Norm != "at" && i+1 < limit && (lists().is(tokens[i+1].Norm, possessiveWord) || timely(tokens, i+1)) {
				return i // "a nurse on her way", "mayor in 2014"
			}
			end := nounPhrase(tokens, i+1, limit)
			if end == i+1 || t.Norm == "of" && tokens[i+1].Kind == text.Number && end == i+2 {
				return i
			}
			i = end
		case t.Norm == "and":
			h, ok := firstHead(tokens, i+1)
			if !ok || h.to > limit || skipArticle(tokens, i+1) != i+1 {
				return i
			}
			i = h.to
		default:
			return i
		}
	}
	return i
}

// timely reports whether the phrase at i says when or how long: "2014", "March",
// "20 years".
func timely(tokens []text.Token, i int) bool {
	for k := i; k < min(len(tokens), i+3); k++ {
		t := tokens[k]
		switch t.Norm {
		case "years", "months", "decades", "weeks", "days", "year", "month", "decade", "century", "centuries":
			return true
		}
		if k == i && (t.Kind == text.Number && len(t.Text) == 4 || lists().is(t.Norm, calendarWord) && t.Upper()) {
			return true
		}
		if t.Kind == text.Mark || lists().is(t.Norm, prepositionWord) {
			return false
		}
	}
	return false
}

// nounPhrase is where the noun phrase at i ends: before a mark, a preposition, a
// relative or a verb.
func nounPhrase(tokens []text.Token, i, limit int) int {
	start := i
	for i < limit {
		t := tokens[i]
		switch {
		case t.Kind == text.Mark:
			if hyphen(t) || t.Text == "’" && t.Glued || ownerMark(tokens, i) || t.Text == "." && i > start && text.Abbreviated(tokens[i-1].Text) != text.NoAbbreviation && i+1 < limit && nameAhead(tokens, i+1) ||
				t.Text == "&" {
				break
			}
			return i
		case t.Norm == "and":
			if i+1 >= limit || !(nameAhead(tokens, i+1) && tokens[i-1].Upper()) {
				if i+1 < limit && tokens[i+1].Kind == text.Word && !tokens[i+1].Upper() && lists().known[text.Stem(tokens[i+1].Norm)] {
					break
				}
				return i
			}
		case lists().is(t.Norm, prepositionWord), lists().halts(t), lists().is(t.Norm, speechWord) && !t.Upper():
			return i
		case i > start && (t.Text == "a" || t.Text == "an" || t.Text == "the"):
			return i
		case t.Kind == text.Word && !t.Upper() && i > start && tokens[i-1].Upper() && verbal(tokens, i):
			return i
		}
		i++
	}
	return i
}

// ownerMark reports whether the mark at i is the apostrophe of a plural inside a name:
// "the Dockers' Federation".
func ownerMark(tokens []text.Token, i int) bool {
	t := tokens[i]
	return (t.Text == "'" || t.Text == "’") && t.Glued && i > 0 && strings.HasSuffix(tokens[i-1].Norm, "s") && nameAhead(tokens, i+1) && !tokens[i+1].Glued
}

// verbal reports whether a word in lower case after a proper name looks like a
// verb that ends the phrase: "of Leeds elected", "in Tashkent puts it".
func verbal(tokens []text.Token, i int) bool {
	w := tokens[i].Norm
	if len(w) > 5 && (strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ing")) {
		return true
	}
	return len(w) > 3 && w[len(w)-1] == 's' && i+1 < len(tokens) && tokens[i+1].Kind == text.Word && !lists().is(tokens[i+1].Norm, prepositionWord)
}

// relative reads "who chairs the committee", "who is the head of the agency".
func relative(tokens []text.Token, i int) (from, to int, ok bool) {
	if j, ok := linkVerb(tokens, i+1); ok {
		return apposition(tokens, j)
	}
	l := lists()
	j := i + 1
	for j < len(tokens) && j < i+4 && l.verbs[tokens[j].Norm] == nil && (aside(tokens[j].Norm) || tokens[j].Norm == "has" || tokens[j].Norm == "had") {
		j++
	}
	if j >= len(tokens) {
		return 0, 0, false
	}
	n := j + 1
	verb := l.verbs[tokens[j].Norm]
	if verb == nil && n < len(tokens) {
		verb, n = l.verbs[tokens[j].Norm+" "+tokens[n].Norm], n+1
	}
	if verb == nil {
		return 0, 0, false
	}
	limit := min(len(tokens), i+longestAfter)
	if n < limit && pronoun(tokens[n].Norm) {
		n++ // "who leads it", "who advises him on policy"
	} else if n < limit && !l.is(tokens[n].Norm, prepositionWord) {
		if n = nounPhrase(tokens, n, limit); n == j+1 {
			return 0, 0, false
		}
	}
	return i, phraseTo(tokens, n, limit), true
}

// pronoun reports whether a word stands for what somebody leads or whom he works for.
func pronoun(norm string) bool {
	switch norm {
	case "it", "them", "him", "her", "us", "me", "you":
		return true
	}
	return false
}

// linkVerb steps over a verb that gives a name its title: "is", "became", "has
// been", "served as", "was elected".
func linkVerb(tokens []text.Token, i int) (int, bool) {
	j := i
	word := func(at int) string {
		if at < len(tokens) {
			return tokens[at].Norm
		}
		return ""
	}
	for aside(word(j)) {
		j++
	}
	switch word(j) {
	case "has", "had":
		j++
		for aside(word(j)) {
			j++
		}
		if word(j) != "been" {
			return i, false
		}
	case "is", "was", "became", "becomes", "remains":
	case "will", "would":
		if w := word(j + 1); w != "act" && w != "serve" || word(j+2) != "as" {
			return i, false
		}
		j += 2
	case "serves", "served", "works", "worked", "acts", "acted":
		j++
		if word(j) != "as" {
			return i, false
		}
	default:
		return i, false
	}
	j++
	for aside(word(j)) {
		j++
	}
	switch word(j) {
	case "appointed", "elected", "named", "made":
		j++
	}
	return j, true
}

// Predicate finds the title that a name is given by a verb right after it:
// "|is the mayor of Leeds", "|was head of procurement", "|became president". It
// returns the title without verb and article.
func Predicate(tokens []text.Token, begin int) (from, to int, ok bool) {
	if begin < 0 || begin >= len(tokens) {
		return 0, 0, false
	}
	j, ok := linkVerb(tokens, begin)
	if !ok {
		return 0, 0, false
	}
	return apposition(tokens, j)
}
