// This file finds the titles that stand right before and right after a person's
// name.

package title

import (
	"strings"

	"doubletake/model/text"
)

// Limits of a title phrase, in tokens.
const (
	longestBefore = 20
	longestAfter  = 16
	farthestHead  = 12 // from where an apposition begins to the end of its head
)

// Before finds the title that ends right before token end, where a person's
// name begins: tokens[start:end] without a comma at its end. A leading article
// stays out, the people, the owner and the standing stay in ("Turkey's deputy
// defence minister , |Name"). Where a comma stands between the two, the name
// must close like an apposition for ok to hold.
func Before(tokens []text.Token, end int) (start int, ok bool) {
	if end <= 0 || end > len(tokens) {
		return 0, false
	}
	if end < len(tokens) && tokens[end].Kind == text.Word && weekday(tokens[end].Norm) {
		return 0, false
	}
	to := end
	comma := tokens[to-1].Text == ","
	if comma {
		to--
		if to == 0 || !nameCloses(tokens, end) {
			return 0, false
		}
	}
	h, ok := headEnding(tokens, to, comma)
	if !ok {
		return 0, false
	}
	start = leftmost(tokens, h.from, max(0, end-longestBefore))
	if comma && !phraseOpens(tokens, start) {
		return 0, false
	}
	return start, true
}

func weekday(w string) bool { return strings.HasSuffix(w, "day") && lists().is(w, calendarWord) }

// nameCloses reports whether the name that begins at i is followed by a mark, as
// an apposition is: "the mayor, Jo Bloggs, said".
func nameCloses(tokens []text.Token, i int) bool {
	from := i
	for i < len(tokens) && i-from < 9 {
		t := tokens[i]
		if t.Kind == text.Word && (t.Upper() || len(t.Norm) <= 3 && (nameAhead(tokens, i+1) || skipHyphen(tokens, i+1) != i+1)) ||
			i > from && (hyphen(t) || hyphen(tokens[i-1])) && t.Glued || i > from && t.Text == "." && abbreviated(tokens, i) {
			i++
			continue
		}
		break
	}
	if i == from {
		return false
	}
	return i >= len(tokens) || tokens[i].Kind == text.Mark || tokens[i].Norm == "and" || tokens[i].Norm == "who"
}

// abbreviated reports whether the full stop at i belongs to the word before it
// and a name goes on after it.
func abbreviated(tokens []text.Token, i int) bool {
	return i > 0 && tokens[i].Glued && text.Abbreviated(tokens[i-1].Text) != text.NoAbbreviation && nameAhead(tokens, i+1)
}

// headEnding finds the head whose phrase ends before token to: one that ends
// there itself, else one whose "of" phrase does.
func headEnding(tokens []text.Token, to int, comma bool) (hit, bool) {
	for from := max(0, to-6); from < to; from++ {
		if h, ok := match(tokens, from); ok && h.to == to && !covered(tokens, from) && fitsBefore(tokens, h, comma) {
			return h, true
		}
	}
	// A head with a phrase of its own: "Minister of Foreign Affairs |Name".
	for from := to - 2; from >= max(0, to-14); from-- {
		t := tokens[from]
		if t.Kind == text.Mark && !hyphen(t) && t.Text != "." && t.Text != "’" && t.Text != "'" && t.Text != "&" {
			return hit{}, false
		}
		if lists().halts(t) && t.Norm != "and" {
			return hit{}, false
		}
		h, ok := match(tokens, from)
		if !ok || h.to >= to || covered(tokens, from) {
			continue
		}
		p := tokens[h.to].Norm
		if (p == "of" || p == "for" || p == "at" || p == "in" || p == "to") && h.to+1 < to && (comma || capitals(tokens, h.to+1, to)) && fits(tokens, h) {
			return h, true
		}
	}
	return hit{}, false
}

// fitsBefore is fits for a head that stands right before a name: the name is
// the context that an ordinary word needs.
func fitsBefore(tokens []text.Token, h hit, comma bool) bool {
	if !comma {
		return hyphensFit(tokens, h) && (!h.form.surname || !tokens[h.from].Upper() || nameFits(tokens, h)) &&
			(!h.form.weak || tokens[h.from].Upper() || determined(tokens, h.from) || h.from == 0)
	}
	return hyphensFit(tokens, h) && (!h.form.weak || determined(tokens, h.from) || opensSentence(tokens, h.from))
}

// capitals reports whether the phrase before a name is written as a title's
// phrase is: without an article in it, or with capitals.
func capitals(tokens []text.Token, from, to int) bool {
	t := tokens[to-1]
	return t.Kind == text.Word && t.Upper() || lists().known[text.Stem(t.Norm)]
}

// leftmost is where the phrase begins whose head stands at token i; it does not
// go below low.
func leftmost(tokens []text.Token, i, low int) int {
	start := i
	for j := i - 1; j >= low; {
		t := tokens[j]
		switch {
		case binds(tokens, j, low):
			j--
		case t.Norm == "old" && tokens[max(0, j-2)].Norm == "year" || t.Norm == "old" && tokens[max(0, j-1)].Norm == "years":
			return start // an age is no title
		case t.Kind == text.Number && j+1 < len(tokens) && (hyphen(tokens[j+1]) || tokens[j+1].Glued):
			start = j
			j--
		case t.Norm == "and":
			h, ok := headEnding(tokens, j, false)
			if !ok || !sameCase(tokens[h.from], tokens[start]) || h.from < low {
				return start
			}
			start = h.from
			j = start - 1
		case lists().is(t.Norm, possessiveWord):
			return j
		case t.Text == "&" && nameAhead(tokens, j+1) && j > low && tokens[j-1].Upper(): // "Moss & Sons analyst"
			start = j - 1
			j -= 2
		case t.Kind != text.Word || outside(tokens, j) || !modifies(tokens, j, low, tokens[i].Upper()):
			return start
		default:
			start = j
			j--
		}
	}
	return start
}

// binds reports whether the mark at j stands inside a title: the hyphen of
// "vice-president", the full stop of "Lt. Gen.", the apostrophe of "ministers’".
func binds(tokens []text.Token, j, low int) bool {
	t := tokens[j]
	if j <= low || !t.Glued || tokens[j-1].Kind != text.Word {
		return false
	}
	switch t.Text {
	case ".":
		return abbreviations[tokens[j-1].Norm] != "" && tokens[j-1].Upper()
	case "’", "'":
		return true
	}
	return hyphen(t)
}

// outside reports whether the word at j cannot stand inside a title: an article, a
// preposition, a verb, a weekday. "US" and "IT" in capitals can.
func outside(tokens []text.Token, j int) bool {
	t := tokens[j]
	if t.Norm == "the" || t.Norm == "a" || t.Norm == "an" {
		return true
	}
	if lists().levels[t.Norm] != 0 {
		return false
	}
	return lists().is(t.Norm, calendarWord) || lists().halts(t) || lists().is(t.Norm, prepositionWord)
}

func sameCase(a, b text.Token) bool { return a.Upper() == b.Upper() || !a.Upper() }

// modifies reports whether the word at j can describe the head to its right: a
// word in capitals, a known word of titles, or any word that an article or the
// start of the phrase leads in within a few words.
// Before a head in capitals only words of titles may be in lower case: "former
// Foreign Minister".
func modifies(tokens []text.Token, j, low int, capital bool) bool {
	t := tokens[j]
	if t.Upper() {
		return !opensSentence(tokens, j) || !opener(t)
	}
	if titleWord(t) {
		return true
	}
	if capital {
		return false
	}
	if describes(t.Norm) {
		return true
	}
	for k := j - 1; k >= max(low, j-4); k-- {
		u := tokens[k]
		switch {
		case u.Norm == "the" || u.Norm == "a" || u.Norm == "an" || u.Possessive() || lists().is(u.Norm, possessiveWord) || u.Text == ",":
			return true
		case u.Kind != text.Word && !hyphen(u), lists().is(u.Norm, stopWord|verbWord|prepositionWord):
			return false
		}
	}
	return low == 0 && j < 4
}

// opener reports whether a capitalised word that opens a sentence may be there
// for its own sake and not belong to the title after it: "Yesterday", "Meeting".
func opener(t text.Token) bool {
	if titleWord(t) {
		return false
	}
	for _, end := range [...]string{"ly", "ing", "ed"} {
		if len(t.Norm) > 5 && strings.HasSuffix(t.Norm, end) {
			return true
		}
	}
	return text.Opener(t.Text)
}

// describing are endings of adjectives and nouns that describe a profession.
var describing = [...]string{"al", "ic", "ical", "ology", "istry", "ity", "ment", "tion", "ian", "ese", "ive", "ics"}

func describes(norm string) bool {
	for _, end := range describing {
		if len(norm) > len(end)+2 && strings.HasSuffix(norm, end) {
			return true
		}
	}
	return false
}

// phraseOpens reports whether a title before a comma can begin at token i: at
// the start of a sentence, after an article or an owner, or after a mark.
func phraseOpens(tokens []text.Token, i int) bool {
	if i == 0 {
		return true
	}
	t := tokens[i-1]
	if t.Kind == text.Mark || t.Norm == "the" || t.Norm == "a" || t.Norm == "an" || lists().is(tokens[i].Norm, possessiveWord) {
		return true
	}
	for k := i; k < min(len(tokens), i+6); k++ {
		if tokens[k].Possessive() {
			return true
		}
	}
	return lists().is(t.Norm, prepositionWord|stopWord|verbWord)
}

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
	i = skipAge(tokens, i)
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

// apposition reads the noun phrase at i.
func apposition(tokens []text.Token, i int) (from, to int, ok bool) {
	for i < len(tokens) && aside(tokens[i].Norm) {
		i++
	}
	from = skipYears(tokens, skipArticle(tokens, i))
	h, ok := firstHead(tokens, from)
	if !ok {
		return 0, 0, false
	}
	to = phraseTo(tokens, h.to, min(len(tokens), from+longestAfter))
	if to < len(tokens) && tokens[to].Kind == text.Word && lists().is(tokens[to].Norm, speechWord) {
		return 0, 0, false
	}
	if nameAhead(tokens, to) {
		return 0, 0, false // the next person's title: "Monday, President Ann Bell said"
	}
	return from, to, true
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
		case lists().is(t.Norm, prepositionWord), lists().halts(t):
			return found, ok
		case ok && t.Kind == text.Word && !headSoon(tokens, j):
			return found, ok
		}
		j++
	}
	return found, ok
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
			if hyphen(t) || t.Text == "’" && t.Glued || t.Text == "." && i > start && text.Abbreviated(tokens[i-1].Text) != text.NoAbbreviation && i+1 < limit && nameAhead(tokens, i+1) ||
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
	if n < limit && !l.is(tokens[n].Norm, prepositionWord) {
		if n = nounPhrase(tokens, n, limit); n == j+1 {
			return 0, 0, false
		}
	}
	return i, phraseTo(tokens, n, limit), true
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
