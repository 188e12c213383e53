// Package place knows the names of countries, their peoples and capitals,
// first-order divisions and larger towns, and what other languages call some of them: enough to tell a place from a person,
// to see that "Moscow" in the mouth of a diplomat is Russia, and that a city
// lies in a country. It knows nothing of any article.
package place

import (
	"bytes"
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

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

//go:embed tongues.txt
var tonguesText string

// lexicon holds the entries by folded name; longest is the largest number of words in
// one name.
type lexicon struct {
	entries []Entry
	at      map[string]int32  // folded name to its place among the entries
	names   map[string]string // ISO code to the country's first name
	longest int
}

var read = sync.OnceValue(readLists)

func readLists() lexicon {
	const many = 10_000
	l := lexicon{entries: make([]Entry, 0, many), at: make(map[string]int32, many), names: make(map[string]string, 250)}
	// The folded names lie in one string: ten thousand small ones cost more than the rest.
	folded, ends := make([]byte, 0, len(citiesText)+len(countriesText)+len(regionsText)), make([]int, 0, many)
	add := func(name string, e Entry) {
		var room [64]byte
		folded = append(folded, bare(fold(room[:0], name))...)
		ends = append(ends, len(folded))
		l.entries = append(l.entries, e)
		if strings.Contains(name, "'") { // "N'Djamena" is "Ndjamena" to many
			folded = append(folded, bare(fold(room[:0], strings.ReplaceAll(name, "'", "")))...)
			ends = append(ends, len(folded))
			l.entries = append(l.entries, e)
		}
	}
	var capitals []func()
	capital := make(map[string]Entry)
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
				e := Entry{n, Capital, f[0]}
				add(n, e)
				if k := Fold(n); capital[k].Name == "" {
					capital[k] = e
				}
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
	for line := range lines(tonguesText) { // before the towns, of which some stand there under two names
		f := strings.Split(line, "|")
		e := Entry{f[1], City, f[0]}
		if f[0] == "" {
			e.Sort = Region
		} else if c := capital[Fold(f[1])]; c.Code == f[0] {
			e = c // "Kishinev" stands for Moldova as "Chisinau" does
		}
		for _, n := range append([]string{f[1]}, strings.Split(f[2], ";")...) {
			add(n, e)
		}
	}
	for line := range lines(citiesText) {
		name, code, _ := strings.Cut(line, "\t")
		add(name, Entry{name, City, code})
	}
	all, from := string(folded), 0
	for i, end := range ends {
		k := all[from:end]
		from = end
		if _, taken := l.at[k]; !taken && k != "" {
			l.at[k] = int32(i)
			l.longest = max(l.longest, strings.Count(k, " ")+1)
		}
	}
	return l
}

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

// whole are letters that decomposition leaves whole, with what stands for them.
func whole(r rune) string {
	switch r {
	case 'ı':
		return "i"
	case 'ø':
		return "o"
	case 'ł':
		return "l"
	case 'đ', 'ð':
		return "d"
	case 'þ':
		return "th"
	case 'ß':
		return "ss"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'ə':
		return "a"
	case '’', 'ʻ':
		return "'"
	}
	return ""
}

// Fold is the form in which names of places are looked up: lower case, without
// diacritics, a leading "the" and a possessive ending; hyphens are spaces.
func Fold(name string) string {
	if plain(name) {
		return bare(name)
	}
	var room [64]byte
	return string(bare(fold(room[:0], name)))
}

// bare takes "the" and a possessive ending off.
func bare[T string | []byte](s T) T {
	if len(s) >= 4 && string(s[:4]) == "the " {
		s = s[4:]
	}
	if n := len(s); n >= 2 && string(s[n-2:]) == "'s" {
		s = s[:n-2]
	}
	if n := len(s); n >= 1 && s[n-1] == '\'' {
		s = s[:n-1]
	}
	return s
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

// fold writes the letters of a name to b, folded, with one space between words.
func fold(b []byte, name string) []byte {
	space := false
	for i := 0; i < len(name); i++ { // most names are plain ASCII
		c := name[i]
		if c >= 0x80 {
			return foldRunes(b[:0], name)
		}
		if c == '-' || c == ' ' || '\t' <= c && c <= '\r' {
			space = len(b) > 0
			continue
		}
		if space {
			b, space = append(b, ' '), false
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		b = append(b, c)
	}
	return b
}

// foldRunes is fold for a name with other letters than those of ASCII.
func foldRunes(b []byte, name string) []byte {
	var room [128]byte
	apart := norm.NFD.AppendString(room[:0], strings.ToLower(name))
	space := false
	for len(apart) > 0 {
		r, size := utf8.DecodeRune(apart)
		apart = apart[size:]
		switch {
		case r == '-' || unicode.IsSpace(r):
			space = len(b) > 0
			continue
		case r >= 0x300 && r <= 0x36f:
			continue
		case space:
			b, space = append(b, ' '), false
		}
		var instead string
		switch {
		case 'A' <= r && r <= 'Z':
			b = append(b, byte(r)+'a'-'A')
		case r < 0x80:
			b = append(b, byte(r))
		default:
			if instead = whole(r); instead == "" {
				b = utf8.AppendRune(b, r)
			}
			b = append(b, instead...)
		}
	}
	return b
}

// Lookup finds a name, in any case, with or without diacritics, "the" or a
// possessive ending. ok is false where the lexicon does not have it, which says
// nothing: most places are too small for it.
func Lookup(name string) (e Entry, ok bool) {
	if name == "" || len(name) > 60 {
		return Entry{}, false
	}
	l := read()
	var room [64]byte
	k := room[:0]
	if plain(name) {
		k = bare(append(k, name...))
	} else {
		k = bare(fold(k, name))
	}
	i, ok := l.at[string(k)]
	if !ok && len(k) < 6 && bytes.IndexByte(k, '.') >= 0 && k[len(k)-1] != '.' { // "N.H" where the full stop ended a sentence
		i, ok = l.at[string(k)+"."]
	}
	if !ok {
		return Entry{}, false
	}
	return l.entries[i], true
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

// Adjective reports whether one of two names is an adjective of the other, as English makes
// them of names of places, or what its people are called: "Abkhazia", "Abkhazian"; "Milan",
// "Milanese". It goes by the ending alone; two names of which each is a known place's are none.
func Adjective(a, b string) bool {
	x, okX := Lookup(a)
	y, okY := Lookup(b)
	if okX && okY && x.Sort != People && y.Sort != People {
		return false
	}
	a, b = Fold(a), Fold(b)
	return a != b && (ofPlace(a, b) || ofPlace(b, a))
}

// ofPlace reports whether a folded adjective is made of a folded name.
func ofPlace(adjective, name string) bool {
	const shortest = 4
	for _, form := range adjectives {
		stem, ok := strings.CutSuffix(adjective, form.ending)
		if !ok || len(stem) < shortest {
			continue
		}
		for _, end := range form.of {
			if stem+end == name {
				return true
			}
		}
	}
	return false
}

// adjectives are the endings of adjectives of places, and what the name ends in instead.
var adjectives = []struct {
	ending string
	of     []string
}{
	{"ian", []string{"", "ia", "y", "e", "o", "a"}}, // Bavarian, Sicilian, Brazilian
	{"an", []string{"a", "e", "o"}},                 // Cuban, European, Moroccan
	{"n", []string{"ea", "ia", "a"}},                // Chilean, African
	{"ese", []string{"", "a", "o", "e"}},            // Milanese, Vietnamese
	{"i", []string{"", "an", "stan"}},               // Kashmiri, Rajasthani
	{"ish", []string{"", "istan", "en"}},            // Kurdish
	{"er", []string{"", "e"}},                       // Londoner
}

// TwoNames reports whether two names, not written alike, are known for one town, river or
// region: "Firenze", "Florence"; "Chisinau", "Kishinev".
func TwoNames(a, b string) bool {
	x, okX := Lookup(a)
	y, okY := Lookup(b)
	named := x.Sort == City || x.Sort == Capital || x.Sort == Region && (x.Code == "" || y.Code == "") // a state's short form is no other name
	return okX && okY && named && x.Sort == y.Sort && x.Name == y.Name && Fold(a) != Fold(b)
}

// Longest is the number of words in the longest name known.
func Longest() int { return read().longest }
