// This file finds the head of a title: "prime minister", "Lt. Gen.", "sheriff".

package title

import (
	"strings"

	"doubletake/model/place"
	"doubletake/model/text"
)

// Head reports whether the head of a title begins at token i, and how many
// tokens it takes, full stops of abbreviations and inner hyphens among them. A
// standing right before a head belongs to it ("deputy mayor"); a field between
// the two does not ("Deputy" of "Deputy Defense Minister" is no head). Words
// that are ordinary words too ("general", "head", "cook") are heads only where
// what stands around them shows it. i out of bounds is no head.
func Head(tokens []text.Token, i int) (n int, ok bool) {
	if i < 0 || i >= len(tokens) || tokens[i].Kind != text.Word {
		return 0, false
	}
	s, known := lists().starts[tokens[i].Norm]
	if !known {
		return suffixHead(tokens, i)
	}
	if s.level&(Deputy|Assistant|Acting|Former|Elect|Retired|Senior|Junior|Joint) != 0 {
		if next := skipHyphen(tokens, i+1); next < len(tokens) {
			if h, ok := match(tokens, next); ok && !h.form.weak {
				return h.to - i, true
			}
		}
	}
	h, ok := match(tokens, i)
	if !ok || covered(tokens, i) || !fits(tokens, h) {
		return 0, false
	}
	return h.to - i, true
}

// hit is a head found in tokens[from:to].
type hit struct {
	from, to int
	form     form
}

// match is the longest head that begins at token i, whatever stands around it.
func match(tokens []text.Token, i int) (hit, bool) {
	l := lists()
	t := tokens[i]
	if t.Kind != text.Word {
		return hit{}, false
	}
	s, ok := l.starts[t.Norm]
	if !ok {
		if n, ok := suffixHead(tokens, i); ok {
			return hit{i, i + n, suffixForm(t.Norm)}, true
		}
		return hit{}, false
	}
	if s.abbr != "" && t.Upper() {
		if h, ok := longest(tokens, i, l.starts[s.abbr].forms); ok {
			return h, true
		}
	}
	return longest(tokens, i, s.forms)
}

func longest(tokens []text.Token, i int, forms []form) (hit, bool) {
	for _, f := range forms {
		if f.capital && !allCapitals(tokens[i].Text) {
			continue
		}
		if to, ok := spells(tokens, i, f.words); ok {
			return hit{i, to, f}, true
		}
	}
	return hit{}, false
}

// spells reports whether the tokens from i on are the words, and where they end.
func spells(tokens []text.Token, i int, words []string) (to int, ok bool) {
	for k, w := range words {
		if k > 0 {
			i = skipHyphen(tokens, i)
		}
		if i >= len(tokens) || tokens[i].Kind != text.Word && (k == 0 || tokens[i].Text != w) {
			return 0, false
		}
		t := tokens[i]
		short := false
		if t.Norm != w {
			short = t.Upper() && abbreviations[t.Norm] == w
			if !short {
				return 0, false
			}
		}
		if k < len(words)-1 && t.Possessive() && !(w == "sheriff" || w == "state" || w == "master") {
			return 0, false
		}
		i++
		if (short || text.Abbreviated(t.Text) == text.TitleAbbreviation) && i < len(tokens) && tokens[i].Text == "." && tokens[i].Glued {
			i++
		}
	}
	return i, true
}

// skipHyphen steps over a hyphen that binds tokens i-1 and i+1.
func skipHyphen(tokens []text.Token, i int) int {
	if i+1 < len(tokens) && hyphen(tokens[i]) && tokens[i].Glued && tokens[i+1].Glued {
		return i + 1
	}
	return i
}

func hyphen(t text.Token) bool { return t.Text == "-" || t.Text == "‑" || t.Text == "‐" }

func allCapitals(s string) bool { return len(s) > 1 && s == strings.ToUpper(s) }

// covered reports whether a longer head that began earlier takes token i in:
// "General" of "Attorney General".
func covered(tokens []text.Token, i int) bool {
	for back := 1; back <= 4 && i-back >= 0; back++ {
		if h, ok := match(tokens, i-back); ok && h.to > i {
			return true
		}
	}
	return false
}

// suffixEntry are the sciences and arts of healing that no list can exhaust.
var suffixes = [...]string{"ologist", "ologists", "iatrist", "iatrists", "ographer", "ographers"}

func suffixHead(tokens []text.Token, i int) (int, bool) {
	w := tokens[i].Norm
	if len(w) < 9 || w[len(w)-1] != 't' && w[len(w)-1] != 's' && w[len(w)-1] != 'r' {
		return 0, false
	}
	for _, end := range suffixes {
		if strings.HasSuffix(w, end) {
			return 1, true
		}
	}
	return 0, false
}

func suffixForm(w string) form {
	name := strings.TrimSuffix(w, "s")
	return form{words: []string{w}, plural: name != w, entry: &entry{name: name, class: Academic, broader: []string{"scientist", "expert"}}}
}

// fits reports whether what stands around a head lets it be one.
func fits(tokens []text.Token, h hit) bool {
	first, f := tokens[h.from], h.form
	if !hyphensFit(tokens, h) {
		return false
	}
	single := len(f.words) == 1
	switch {
	case f.capital: // "3 PM" is a time
		return h.from == 0 || tokens[h.from-1].Kind != text.Number
	case !single && !f.weak:
		return true
	case f.lower && first.Upper():
		return opensSentence(tokens, h.from) && weakLower(tokens, h)
	case f.surname && first.Upper():
		return nameFits(tokens, h)
	case !f.weak:
		return true
	case first.Upper():
		return weakCapital(tokens, h)
	}
	return weakLower(tokens, h)
}

// hyphensFit refuses a word inside a hyphenated one ("general-purpose"), but for
// standings ("ex-president", "president-elect") and "mother-of-two".
func hyphensFit(tokens []text.Token, h hit) bool {
	if n := skipHyphen(tokens, h.to); n != h.to {
		w := tokens[n].Norm
		if w != "elect" && w != "designate" && w != "of" && w != "turned" && w != "in" {
			return false
		}
	}
	if h.from >= 2 && hyphen(tokens[h.from-1]) && tokens[h.from].Glued && tokens[h.from-1].Glued {
		return lists().levels[tokens[h.from-2].Norm] != 0
	}
	return true
}

// nameAhead reports whether a capitalised word that can begin a name stands at i.
func nameAhead(tokens []text.Token, i int) bool {
	if i >= len(tokens) || tokens[i].Kind != text.Word || !tokens[i].Upper() {
		return false
	}
	return !lists().is(tokens[i].Norm, stopWord|calendarWord|prepositionWord)
}

// opensSentence reports whether token i is the first word of a sentence, where
// a capital says nothing.
func opensSentence(tokens []text.Token, i int) bool {
	if i == 0 {
		return true
	}
	switch tokens[i-1].Text {
	case ".", "!", "?", "“", "‘", ":":
		return true
	case "\"", "'": // an opening mark, unless a mark that closes a quote stands before it
		return i < 2 || tokens[i-2].Text != "," && tokens[i-2].Text != "."
	}
	return false
}

// nameFits decides on a capitalised head that is also a surname: "King Charles"
// and "the Bishop of Leeds", not "Theresa King" nor "Mr Baker".
func nameFits(tokens []text.Token, h hit) bool {
	if h.from > 0 {
		prev := tokens[h.from-1]
		if prev.Kind == text.Word && prev.Upper() && !titleWord(prev) && !lists().is(prev.Norm, stopWord|prepositionWord) {
			return false
		}
		if p, ok := match(tokens, h.from-1); ok && p.form.entry.class == Honorific {
			return false
		}
	}
	switch h.form.entry.class {
	case Trade: // Hunter, Mason: a given name sooner than a trade
		return determined(tokens, h.from)
	case Academic: // Dean
		return nameAhead(tokens, h.to) && nameAhead(tokens, h.to+1) || determined(tokens, h.from) || follows(tokens, h.to, "of")
	}
	return nameAhead(tokens, h.to) || determined(tokens, h.from) || follows(tokens, h.to, "of")
}

// titleWord reports whether a capitalised word belongs to titles: a standing, a
// people, a known field.
func titleWord(t text.Token) bool {
	l := lists()
	if l.levels[t.Norm] != 0 || l.is(t.Norm, fillerWord|genericWord|possessiveWord) || l.known[text.Stem(t.Norm)] || t.Possessive() {
		return true
	}
	_, ok := place.Nation(t.Text)
	return ok
}

func weakCapital(tokens []text.Token, h hit) bool {
	if h.to < len(tokens) && lists().is(tokens[h.to].Norm, genericWord) || follows(tokens, h.to, "staff") || follows(tokens, h.to, "corps") {
		return false // "General Assembly", "Guard Corps"
	}
	if c := h.form.entry.class; (c == Trade || c == Role) && h.from > 0 && tokens[h.from-1].Upper() && !titleWord(tokens[h.from-1]) {
		return false // "the Evening Courier"
	}
	if nameAhead(tokens, h.to) || follows(tokens, h.to, "of") || follows(tokens, h.to, "for") {
		return true
	}
	if opensSentence(tokens, h.from) || lists().is(tokens[h.from-1].Norm, prepositionWord) {
		return false // "Department of Justice"
	}
	return ends(tokens, h.to)
}

// weakLower decides on an ordinary word in lower case: "the general said" and
// ", head of the agency," but not "a general election" nor "in private".
func weakLower(tokens []text.Token, h hit) bool {
	if nameAhead(tokens, h.to) {
		_, nation := place.Lookup(tokens[h.to].Text)
		return !nation
	}
	if !ends(tokens, h.to) || h.form.plural && tokens[h.from].Norm == "heads" && !follows(tokens, h.to, "of") {
		return false
	}
	return determined(tokens, h.from)
}

// determined reports whether an article, a possessive or a comma stands before
// the noun phrase that token i closes.
func determined(tokens []text.Token, i int) bool {
	for back := 1; back <= 4; back++ {
		j := i - back
		if j < 0 {
			return back > 1
		}
		t := tokens[j]
		switch {
		case t.Text == ",":
			return true
		case t.Kind == text.Number || hyphen(t):
			continue
		case t.Kind == text.Mark:
			return false
		case t.Norm == "the" || t.Norm == "a" || t.Norm == "an":
			return j == 0 || tokens[j-1].Norm != "at" || tokens[i].Norm != "head"
		case t.Possessive() || lists().is(t.Norm, possessiveWord):
			return true
		case lists().is(t.Norm, stopWord|verbWord|prepositionWord):
			return false
		}
	}
	return false
}

func follows(tokens []text.Token, i int, w string) bool {
	return i < len(tokens) && tokens[i].Norm == w
}

// ends reports whether a noun phrase can end before token i.
func ends(tokens []text.Token, i int) bool {
	if i >= len(tokens) {
		return true
	}
	t := tokens[i]
	if t.Kind != text.Word {
		return t.Kind == text.Mark && !hyphen(t)
	}
	return lists().is(t.Norm, stopWord|verbWord|prepositionWord|speechWord) || strings.HasSuffix(t.Norm, "ed")
}
