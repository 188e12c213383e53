// Package place knows the names of countries, their peoples and capitals,
// first-order divisions and larger towns: enough to tell a place from a person,
// to see that "Moscow" in the mouth of a diplomat is Russia, and that a city
// lies in a country. It knows nothing of any article.
package place

import (
	_ "embed"
	"strings"
	"sync"

	"golang.org/x/text/unicode/norm"
)

// Sort says what a known name names.
type Sort uint8

// The sorts, widest first.
const (
	Country Sort = iota // "Syria", "the United States"
	People              // "Syrian", "Briton": an adjective or what a country's people are called
	Region              // a state, province or part of the world
	Capital             // a country's capital, which news also uses for its government
	City                // any other larger town
)

// Entry is what is known of one name.
type Entry struct {
	Name string // the name as the lexicon writes it; a country's first name for Country and People
	Sort Sort
	Code string // ISO 3166 code of the country it is or lies in; "" for parts of the world
}

//go:embed countries.txt
var countriesText string

//go:embed regions.txt
var regionsText string

//go:embed cities.txt
var citiesText string

// lexicon maps a folded name to its entry; longest is the largest number of
// words in one name.
type lexicon struct {
	entries map[string]Entry
	names   map[string]string // ISO code to the country's first name
	longest int
}

var read = sync.OnceValue(func() lexicon {
	l := lexicon{entries: make(map[string]Entry, 10_000), names: make(map[string]string, 250)}
	add := func(name string, e Entry) {
		k := Fold(name)
		if _, taken := l.entries[k]; taken || k == "" {
			return
		}
		l.entries[k] = e
		l.longest = max(l.longest, strings.Count(k, " ")+1)
	}
	var capitals []func()
	for line := range lines(countriesText) {
		f := strings.Split(line, "|")
		names := strings.Split(f[1], ";")
		l.names[f[0]] = names[0]
		for _, n := range names {
			add(n, Entry{names[0], Country, f[0]})
		}
		for _, n := range strings.Split(f[2], ";") {
			add(n, Entry{names[0], People, f[0]})
			add(plural(n), Entry{names[0], People, f[0]})
		}
		// Capitals come after every country, so that "Georgia" or "Panama" stays one.
		capitals = append(capitals, func() {
			for _, n := range strings.Split(f[3], ";") {
				add(n, Entry{n, Capital, f[0]})
			}
		})
	}
	for _, f := range capitals {
		f()
	}
	for line := range lines(regionsText) {
		f := strings.Split(line, "|")
		for _, n := range append([]string{f[1]}, strings.Split(f[2], ";")...) {
			add(n, Entry{f[1], Region, f[0]})
		}
	}
	for line := range lines(citiesText) {
		f := strings.Split(line, "\t")
		add(f[0], Entry{f[0], City, f[1]})
	}
	return l
})

// plural is what the people of an adjective are called together; adjectives in
// -ese, -ish, -ch and -ss have no other form.
func plural(adjective string) string {
	for _, end := range []string{"ese", "sh", "ch", "ss", "s", "."} {
		if strings.HasSuffix(adjective, end) {
			return ""
		}
	}
	return adjective + "s"
}

func lines(s string) func(func(string) bool) {
	return func(yield func(string) bool) {
		for line := range strings.SplitSeq(s, "\n") {
			if line == "" || line[0] == '#' {
				continue
			}
			if !yield(line) {
				return
			}
		}
	}
}

// letters that decomposition leaves whole.
var letters = strings.NewReplacer("ı", "i", "ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ß", "ss", "æ", "ae", "œ", "oe", "ə", "a", "’", "'", "ʻ", "'", "-", " ")

// Fold is the form in which names of places are looked up: lower case, without
// diacritics, a leading "the" and a possessive ending; hyphens are spaces.
func Fold(name string) string {
	s := name
	if !plain(s) {
		s = unmark(strings.ToLower(s))
		s = strings.Join(strings.Fields(letters.Replace(s)), " ")
	}
	s = strings.TrimPrefix(s, "the ")
	return strings.TrimSuffix(strings.TrimSuffix(s, "'s"), "'")
}

// plain reports whether folding leaves the letters as they are: most words that
// are looked up come folded.
func plain(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; (c < 'a' || c > 'z') && c != '.' && c != '\'' && (c != ' ' || i == 0 || i+1 == len(s) || s[i-1] == ' ') {
			return false
		}
	}
	return true
}

// unmark takes the diacritics off.
func unmark(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			var b strings.Builder
			for _, r := range norm.NFD.String(s) {
				if r < 0x300 || r > 0x36f {
					b.WriteRune(r)
				}
			}
			return b.String()
		}
	}
	return s
}

// Lookup finds a name, in any case, with or without diacritics, "the" or a
// possessive ending. ok is false where the lexicon does not have it, which says
// nothing: most places are too small for it.
func Lookup(name string) (e Entry, ok bool) {
	if name == "" || len(name) > 60 {
		return Entry{}, false
	}
	l := read()
	k := Fold(name)
	e, ok = l.entries[k]
	if !ok && len(k) < 6 && strings.Contains(k, ".") && k[len(k)-1] != '.' { // "N.H" where the full stop ended a sentence
		e, ok = l.entries[k+"."]
	}
	return e, ok
}

// Nation is the code of the country that a country's name or an adjective names
// ("Syria", "Syrian", "Syria’s", "the U.S."). ok is false for cities, also for capitals.
func Nation(phrase string) (code string, ok bool) {
	e, ok := Lookup(phrase)
	if !ok || e.Sort > People {
		return "", false
	}
	return e.Code, true
}

// NationOf is Nation for a country's name, adjective or capital: "Damascus" is
// Syria too, as diplomats use the word.
func NationOf(phrase string) (code string, ok bool) {
	e, ok := Lookup(phrase)
	if !ok || e.Code == "" || e.Sort > Capital || e.Sort == Region {
		return "", false
	}
	return e.Code, true
}

// CountryName is the first name of the country with the code; "" for an unknown one.
func CountryName(code string) string { return read().names[code] }

// Longest is the number of words in the longest name known.
func Longest() int { return read().longest }
