// This file cuts a body's name into words and reads the lists about bodies.

package name

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// bodySort is what a word does in a body's name.
type bodySort uint8

const (
	telling bodySort = iota
	smallWord
	sortWord
	legalWord
)

// bodyWord is one word of a body's name.
type bodyWord struct {
	raw   string // as written
	text  string // folded, one spelling for British and American
	plain string // folded only
	sort  bodySort
	// the end of a word that another language writes as one: "-museet" for "museum"
	foreign bool
}

type bodyName struct {
	src   string
	words []bodyWord
	tell  []bodyWord // those that tell
	known []int      // its rows among the well-known names, where ParseBody looked
}

//go:embed data/body.txt
var bodyData string

//go:embed data/alias.txt
var aliasData string

// vocabulary is data/body.txt: words by what they hold.
type vocabulary struct {
	small map[string]bool
	sort  map[string]int // the row, from 1
	legal map[string]int
	weak  map[string]bool
	tail  map[string]bool
	head  map[string]int
	spelt map[string]string
	// English for a word of another language, folded
	tongue map[string]string
	own    map[string]string // a country's code by its name in its own tongue, folded
	ending []wordEnding      // longest first
	house  map[string]bool   // English for what an ending says
}

// wordEnding is what ends the name of a body that a language writes as one word, and the
// English for it: "-museet", "museum".
type wordEnding struct{ tail, english string }

var vocab = sync.OnceValue(func() vocabulary {
	v := vocabulary{small: map[string]bool{}, sort: map[string]int{}, legal: map[string]int{}, weak: map[string]bool{}, tail: map[string]bool{},
		head: map[string]int{}, spelt: map[string]string{}, tongue: map[string]string{}, own: map[string]string{}, house: map[string]bool{}}
	row := 0
	for words := range rows(bodyData) {
		row++
		for _, w := range words[1:] {
			parts := strings.Split(strings.ReplaceAll(w, "?", ""), "/")
			for _, p := range parts {
				switch words[0] {
				case "small":
					v.small[p] = true
				case "weak":
					v.weak[p] = true
				case "tail":
					v.tail[p] = true
				case "sort":
					v.sort[p] = row
				case "legal":
					v.legal[p] = row
				case "head":
					v.head[p] = row
				}
			}
			for _, p := range parts[1:] {
				switch words[0] {
				case "tongue":
					v.tongue[p] = parts[0]
				case "own":
					v.own[p] = parts[0]
				case "ending":
					v.ending = append(v.ending, wordEnding{p, parts[0]})
					v.house[parts[0]] = true
				}
			}
			if words[0] == "short" || words[0] == "spelt" {
				v.spelt[parts[0]] = parts[1]
			}
		}
	}
	slices.SortStableFunc(v.ending, func(a, b wordEnding) int { return len(b.tail) - len(a.tail) })
	return v
})

// aliases maps the telling words of a well-known name to its rows.
var aliases = sync.OnceValue(func() map[string][]aliasRow {
	out := make(map[string][]aliasRow)
	row := 0
	for line := range strings.Lines(aliasData) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		row++
		names, code := line, ""
		if len(line) > 3 && line[2] == ':' {
			code, names = line[:2], line[3:]
		}
		for _, n := range strings.Split(names, ";") {
			n, generic := strings.CutPrefix(n, "~")
			k := aliasKey(withoutForm(parseBody(n).words))
			out[k] = append(out[k], aliasRow{row, code, generic})
		}
	}
	return out
})

// aliasRow is a well-known body, and whose it is, where one country has it.
type aliasRow struct {
	row     int
	code    string
	generic bool // one of many without the country
}

// rows are the rows of data/alias.txt on which a name stands, also with the country
// before it whose body it is: "Russia's Federal Security Service".
func (n bodyName) rows() (out []int) {
	n.words = withoutForm(n.words)
	for _, r := range aliases()[aliasKey(n.words)] {
		if !r.generic {
			out = append(out, r.row)
		}
	}
	code, k := "", 0
	if len(n.words) > 1 {
		code, k = nation(n.words)
	}
	if code == "" {
		return out
	}
	for _, r := range aliases()[aliasKey(n.words[k:])] {
		if r.code == code {
			out = append(out, r.row)
		}
	}
	return out
}

// withoutForm is the words of a name without the form of the company at their end.
func withoutForm(words []bodyWord) []bodyWord {
	for len(words) > 1 && words[len(words)-1].sort == legalWord {
		words = words[:len(words)-1]
	}
	return words
}

// WellKnown reports whether a body is known by this name: "Médecins Sans Frontières".
func WellKnown(s string) bool { return len(parseBody(s).rows()) > 0 }

// Compound reports whether one word is written as other languages write the name of a body:
// "Nationalmuseet", "Sparkassenverband".
func Compound(s string) bool {
	if strings.ContainsAny(s, " -") {
		return false
	}
	_, _, ok := vocab().compound(foldBody(s))
	return ok
}

// aliasKey is the folded words without small ones.
func aliasKey(words []bodyWord) string {
	var b strings.Builder
	for _, w := range words {
		if w.sort != smallWord {
			b.WriteString(w.text)
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// parseBody cuts a body's name into words. A bracket that only repeats the
// initials is left out.
func parseBody(s string) bodyName {
	s = strings.TrimSpace(s)
	if len(s) > 4*maxLetters { // no name; the beginning will do
		s = strings.ToValidUTF8(s[:4*maxLetters], "")
	}
	if !ascii(s) {
		s = norm.NFC.String(s)
	}
	n := bodyName{src: s}
	n.words = make([]bodyWord, 0, 8)
	if form, ok := strings.CutSuffix(s, "A/S"); ok {
		s = form + "AS"
	}
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == '(' {
			if end := strings.IndexByte(s[i:], ')'); end > 0 && len(n.words) > 0 && !strings.Contains(s[i:i+end], " ") {
				i += end + 1
				continue
			}
		}
		if r == '&' {
			n.add(s[i : i+1])
		}
		if !unicode.IsLetter(r) && !isDigit(r) {
			i += size
			continue
		}
		end := bodyWordEnd(s, i)
		n.add(s[i:end])
		i = end
	}
	n.joinForms()
	n.tell = wordsOf(n, telling)
	return n
}

// bodyWordEnd is the end of the word at i: letters, digits, inner apostrophes,
// and the dots of initials.
func bodyWordEnd(s string, i int) int {
	start := i
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		next, _ := utf8.DecodeRuneInString(s[i+size:])
		inner := unicode.IsLetter(next)
		switch {
		case unicode.IsLetter(r) || isDigit(r) || unicode.IsMark(r):
		case apostrophe(r) && inner:
		case r == '.' && inner && single(s[start:i]):
		default:
			return i
		}
		i += size
	}
	return i
}

// single reports whether s is one letter, or letters each with a dot.
func single(s string) bool {
	for part := range strings.SplitSeq(s, ".") {
		if utf8.RuneCountInString(part) != 1 {
			return false
		}
	}
	return true
}

func (n *bodyName) add(raw string) {
	plain := foldBody(raw)
	if plain == "" {
		return
	}
	v := vocab()
	w := bodyWord{raw: raw, text: plain, plain: plain}
	if front, e, ok := v.compound(plain); ok {
		first := v.front(raw, front, e)
		n.add(first)
		w.raw = raw[len(first):]
		if joined, ok := strings.CutPrefix(w.raw, "s"); ok && foldBody(w.raw) != e.tail {
			w.raw = joined
		}
		w.text, w.plain, w.foreign = e.english, e.tail, true
	}
	if s, ok := v.spelt[plain]; ok {
		w.text = s
	} else if strings.HasSuffix(plain, "isation") || strings.HasSuffix(plain, "isations") {
		w.text = strings.Replace(plain, "isation", "ization", 1)
	}
	switch {
	case v.small[w.text] && raw != strings.ToUpper(raw) || plain == "and":
		w.sort = smallWord
	case v.legal[w.text] > 0 && len(n.words) > 0 || v.legal[w.text] > 0 && len(plain) > 2:
		w.sort = legalWord
	case v.sort[w.text] > 0:
		w.sort = sortWord
	}
	n.words = append(n.words, w)
}

// compound cuts the end off a folded word by which another language tells what body it is:
// "nationalmuseet". What stands before it has to be a name or word of its own.
func (v vocabulary) compound(plain string) (front string, e wordEnding, ok bool) {
	const shortest = 4
	for _, e := range v.ending {
		if front, ok := strings.CutSuffix(plain, e.tail); ok && len(front) >= shortest {
			return front, e, true
		}
	}
	return "", wordEnding{}, false
}

// front is what stands before the ending of a word as written, without the s that joins
// the two where a known word is left: "Verkehrs|ministerium".
func (v vocabulary) front(raw, folded string, e wordEnding) string {
	raw = trimPossessive(raw)
	at := len(raw)
	for n := len(e.tail); n > 0 && at > 0; n-- { // a letter of the ending is one of the folded word, but for "ä" and its like
		_, size := utf8.DecodeLastRuneInString(raw[:at])
		at -= size
	}
	if v.tongue[strings.TrimSuffix(folded, "s")] != "" {
		return strings.TrimRight(raw[:at], "sS")
	}
	return raw[:at]
}

// foldBody is a word in lower-case Latin letters, without a possessive ending.
func foldBody(raw string) string {
	if raw == "&" {
		return "and"
	}
	var b strings.Builder
	b.Grow(len(raw))
	for _, r := range raw {
		switch {
		case r >= 'a' && r <= 'z' || isDigit(r):
			b.WriteByte(byte(r))
		case r >= 'A' && r <= 'Z':
			b.WriteByte(byte(r) + 'a' - 'A')
		case r == '.' || r == '\'' || r == '’':
		default:
			if s, ok := fold(r); ok {
				b.WriteString(s)
			} else {
				b.WriteRune(unicode.ToLower(r))
			}
		}
	}
	s := b.String()
	if raw := strings.ToLower(raw); len(s) > 3 && (strings.HasSuffix(raw, "'s") || strings.HasSuffix(raw, "’s")) {
		s = s[:len(s)-1]
	}
	return s
}

// joinForms writes legal forms of several words as one: "joint stock company".
func (n *bodyName) joinForms() {
	forms := [...]struct {
		words []string
		as    string
	}{{[]string{"open", "joint", "stock", "company"}, "jsc"}, {[]string{"joint", "stock", "company"}, "jsc"},
		{[]string{"limited", "liability", "company"}, "llc"}}
	for _, f := range forms {
		for i := 0; i+len(f.words) <= len(n.words); i++ {
			k := 0
			for k < len(f.words) && n.words[i+k].text == f.words[k] {
				k++
			}
			if k == len(f.words) {
				n.words[i].text, n.words[i].sort = f.as, legalWord
				n.words = slices.Delete(n.words, i+1, i+k)
			}
		}
	}
	if n.tells() == 0 { // "The Company", "Channel": the sort is all there is
		for i := range n.words {
			if n.words[i].sort != smallWord {
				n.words[i].sort = telling
			}
		}
	}
}

func (n *bodyName) tells() (count int) {
	for _, w := range n.words {
		if w.sort == telling {
			count++
		}
	}
	return count
}
