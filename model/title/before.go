// This file finds the title that stands right before a person's name.

package title

import (
	"strings"

	"doubletake/model/text"
)

// longestBefore bounds a title and what describes it before a name, in tokens.
const longestBefore = 20

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
	to, named := titleEnd(tokens, end)
	comma := named || to < end
	if comma && to == 0 {
		return 0, false
	}
	h, ok := headEnding(tokens, to, comma)
	if !ok {
		return 0, false
	}
	start = leftmost(tokens, h.from, max(0, end-longestBefore))
	if comma && (!phraseOpens(tokens, start) || !named && !nameCloses(tokens, end) && !inCapacity(tokens, start)) {
		return 0, false
	}
	return start, true
}

// inCapacity reports whether "speaking as" or its like stands before the title at start:
// then the name behind the comma need not close like an apposition.
func inCapacity(tokens []text.Token, start int) bool {
	k := start - 1
	if k > 0 && skipArticle(tokens, k) == start {
		k--
	}
	return k > 0 && capacity(tokens, k)
}

// titleEnd is where a title before the name at token end ends: before a comma, and before
// what only says that a name follows: "one of her aides, identified only by the surname
// |Name|". named tells of the latter.
func titleEnd(tokens []text.Token, end int) (to int, named bool) {
	to = end
	for k := end - 1; k > 0 && k >= end-longestNaming; k-- {
		w := tokens[k].Norm
		if w == "identified" || w == "named" && k == end-1 {
			to, named = k, true
			break
		}
		if !strings.Contains(naming, " "+w+" ") {
			break
		}
	}
	if tokens[to-1].Text == "," {
		to--
	}
	return to, named
}

// naming are the words between "identified" and a name, and longestNaming how many of them
// there are at most, with it.
const (
	naming        = " only as by the his her a surname name family last first "
	longestNaming = 6
)

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
		if from > 1 && tokens[from-1].Norm == "of" && nextHead(tokens, from-2) && !comma {
			continue // "Dean of Students |Name"
		}
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
		if (p == "of" || p == "for" || p == "at" || p == "in" || p == "to") && h.to+1 < to && (comma || capitals(tokens, to)) && fits(tokens, h) {
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
func capitals(tokens []text.Token, to int) bool {
	t := tokens[to-1]
	return t.Kind == text.Word && t.Upper() || lists().known[text.Stem(t.Norm)]
}

// leftmost is where the phrase begins whose head stands at token i; it does not
// go below low.
func leftmost(tokens []text.Token, i, low int) int {
	start := i
	for j := i - 1; j >= low; {
		t := tokens[j]
		if from, ok := phrasal(tokens, j+1); ok && from >= low {
			start = from // "Chief of Defence Staff General |Name"
			j = from - 1
			continue
		}
		switch {
		case binds(tokens, j, low):
			j--
		case t.Norm == "old" && tokens[max(0, j-2)].Norm == "year" || t.Norm == "old" && tokens[max(0, j-1)].Norm == "years":
			return start // an age is no title
		case t.Kind == text.Number && j+1 < len(tokens) && (hyphen(tokens[j+1]) || tokens[j+1].Glued):
			start = j
			j--
		case t.Norm == "and" && j > low && twoFields(tokens, j) && sameCase(tokens[j-1], tokens[start]):
			start = j - 1
			j -= 2
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

// phrasal is where a head with a preposition in it begins that ends before token to:
// "Chief of Defence Staff".
func phrasal(tokens []text.Token, to int) (from int, ok bool) {
	for from = max(0, to-5); from < to-2; from++ {
		if follows(tokens, from+1, "of") {
			if h, ok := match(tokens, from); ok && h.to == to {
				return from, true
			}
		}
	}
	return 0, false
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
