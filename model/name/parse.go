// This file cuts a person’s name into words, each with its part in the name.

package name

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// kind is what part a word plays in a name.
type kind uint8

const (
	plain    kind = iota
	initial       // one letter standing for a name
	nick          // in quotation marks or parentheses
	article       // al-, el-, ul
	son           // bin, ibn, ben
	father        // abu, umm: part of a name of its own
	particle      // van, de, von, di
)

// word is one word of a parsed name.
type word struct {
	start, end uint8  // its folded letters in parsed.buf
	from, to   uint16 // where it stands in parsed.src
	kind       kind
	hyphen     bool  // a hyphen stands before it
	glued      bool  // written as one with the word before it: Abdul|rahman
	clipped    bool  // folded letters leave its ending out: Abdul, Abdel
	sounds     uint8 // the classes of its consonants, for a quick no
	given      []givenRow
	family     []uint16
}

const (
	maxWords   = 12
	maxLetters = 120
)

// parsed is a name cut into words. Titles and degrees are left out of words.
type parsed struct {
	src   string // NFC
	buf   [maxLetters]byte
	at    [maxLetters]uint16 // the byte of src each folded letter comes from
	words [maxWords]word
	n     int
	end   int // letters in buf

	titled   bool   // a title or degree was left out
	title    word   // the first one
	doubtful bool   // the title left out is a given name as well
	age      string // "jr", "sr", "ii": what tells father from son
	inverted bool   // written "Family, Given"
	east     bool   // Chinese, Korean or Vietnamese
	familyAt int    // index of the family name
	unfolded bool   // some letter has no Latin form
	overflow bool   // too long: some of it is not in words
}

func (p *parsed) letters(i int) []byte { return p.buf[p.words[i].start:p.words[i].end] }

func (p *parsed) source(i int) string { return p.src[p.words[i].from:p.words[i].to] }

// core reports whether the word at i is one that names, rather than a particle.
func (p *parsed) core(i int) bool {
	k := p.words[i].kind
	return k == plain || k == initial
}

// parse cuts s into p.
func (p *parsed) parse(s string) {
	s = strings.TrimSpace(s)
	if !ascii(s) {
		s = norm.NFC.String(s)
	}
	if len(s) > 4*maxLetters {
		p.overflow = true
		cut := 4 * maxLetters
		for cut > 0 && !utf8.RuneStart(s[cut]) {
			cut--
		}
		s = s[:cut]
	}
	p.src = s
	comma := p.cut()
	p.strip(comma)
	p.sort()
}

func ascii(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// cut fills the words and returns the number of words before the first comma,
// or -1.
func (p *parsed) cut() (comma int) {
	comma = -1
	open := -1 // index of the first word inside quotation marks
	hyphen := false
	w := word{}
	inside := false
	finish := func(to int) {
		if inside {
			inside = false
			w.to, w.end = uint16(to), uint8(p.end)
			p.add(w)
		}
	}
	for i := 0; i < len(p.src); {
		r, size := utf8.DecodeRuneInString(p.src[i:])
		at := i
		i += size
		switch {
		case unicode.IsLetter(r) || isDigit(r) || unicode.IsMark(r) || apostrophe(r) && (inside || letterAt(p.src, i)):
			if apostrophe(r) && p.possessive(i) {
				finish(at)
				return comma
			}
			if !inside {
				inside, w = true, word{start: uint8(p.end), from: uint16(at), hyphen: hyphen}
				hyphen = false
			}
			p.put(r, at)
			continue
		}
		finish(at)
		hyphen = dash(r)
		switch r {
		case ',':
			if comma < 0 {
				comma = p.n
			}
		case '"', '“', '”', '„', '«', '»', '(', ')':
			if open < 0 {
				open = p.n
				break
			}
			for k := open; open > 0 && k < p.n; k++ {
				p.words[k].kind = nick
			}
			open = -1
		}
	}
	finish(len(p.src))
	return comma
}

func letterAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsLetter(r)
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// possessive reports whether the apostrophe that ends at i opens the 's that
// ends the whole name, or closes it.
func (p *parsed) possessive(i int) bool {
	rest := p.src[i:]
	return i > 3 && (rest == "" || rest == "s" || rest == "S")
}

// put folds one letter into the buffer.
func (p *parsed) put(r rune, at int) {
	switch {
	case r >= 'a' && r <= 'z', isDigit(r):
		p.letter(byte(r), at)
	case r >= 'A' && r <= 'Z':
		p.letter(byte(r)+'a'-'A', at)
	case r == '\'' || r == '’':
	default:
		s, ok := fold(r)
		if !ok {
			p.unfolded = true
		}
		for k := 0; k < len(s); k++ {
			p.letter(s[k], at)
		}
	}
}

func (p *parsed) letter(c byte, at int) {
	if p.end == maxLetters {
		p.overflow = true
		return
	}
	p.buf[p.end], p.at[p.end] = c, uint16(at)
	p.end++
}

// add appends a word, cutting Abdul- and -uddin off it.
func (p *parsed) add(w word) {
	if w.start == w.end {
		return
	}
	s := p.buf[w.start:w.end]
	if quoted(p.src[w.from:w.to]) {
		w.kind = nick
	} else if n := abd(s); n > 0 {
		p.split(w, 3, n)
		return
	} else if n := uddin(s); n > 0 {
		p.split(w, n, len(s)-3)
		return
	}
	p.push(w)
}

// quoted reports whether a word stands in single quotation marks.
func quoted(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	end, _ := utf8.DecodeLastRuneInString(s)
	return len(s) > 4 && apostrophe(first) && apostrophe(end)
}

// split pushes the first n letters of w and those from m on as two words.
func (p *parsed) split(w word, n, m int) {
	head, tail := w, w
	cut := p.at[int(w.start)+n]
	head.end, head.to = w.start+uint8(n), cut
	tail.start, tail.from = w.start+uint8(m), p.at[int(w.start)+m]
	tail.hyphen, tail.glued = false, true
	p.push(head)
	p.push(tail)
}

func (p *parsed) push(w word) {
	if p.n == 0 && w.end-w.start == 2 && p.bothCapitals(w) {
		first := w
		first.end, first.to = w.start+1, w.from+1
		w.start, w.from, w.glued = w.start+1, w.from+1, false
		p.words[0], p.n = first, 1
	}
	if p.n == maxWords {
		p.overflow = true
		return
	}
	p.words[p.n] = w
	p.n++
}

// bothCapitals reports whether a word of two letters is initials: JK Rowling,
// but not MO FARAH.
func (p *parsed) bothCapitals(w word) bool {
	s := p.src[w.from:w.to]
	return len(s) == 2 && s == strings.ToUpper(s) && p.src != strings.ToUpper(p.src)
}

// abd is the number of letters of "abdul" in "abdulrahman", "abdel", "abdur",
// "abdi"; 0 where the word is not so made.
func abd(s []byte) int {
	if len(s) < 8 || string(s[:3]) != "abd" {
		return 0
	}
	n := 3
	for n < len(s) && vowel(s[n]) {
		n++
	}
	if n == 3 || len(s)-n < 3 {
		return 0
	}
	switch {
	case s[n] == 'l' && s[n+1] != 'l' && s[n+1] != 'a' && len(s)-n > 3:
		n++
	case s[n] == 'l' && s[n+1] == 'a' && len(s)-n > 4: // Abdulaziz, but Abdulla
		n++
	case s[n] == 'l' && s[n+1] == 'l' && len(s)-n > 5 && string(s[n:n+4]) != "llah": // Abdellatif, but Abdollahian
		n++
	case s[n] == 'l': // Abdullah
		return 0
	case s[n] == s[n+1]: // Abdurrahman
		n++
	}
	if len(s)-n < 3 {
		return 0
	}
	return n
}

// abdul reports whether a word that is not the last is "Abd" with the article.
func abdul(s []byte) bool {
	switch string(s) {
	case "abdul", "abdel", "abdal", "abdol", "abdoul", "abdur", "abdus", "abdi", "abdu":
		return true
	}
	return false
}

// uddin is the number of letters before "uddin" in "nuruddin"; 0 where the word
// is not so made.
func uddin(s []byte) int {
	for _, end := range [...]string{"uddin", "eddin", "addin", "oddin", "aldin", "eldin", "uldin"} {
		if n := len(s) - len(end); n >= 3 && string(s[n:]) == end {
			return n
		}
	}
	for _, end := range [...]string{"eddine", "uddine", "addine", "uddeen", "eddeen"} {
		if n := len(s) - len(end); n >= 3 && string(s[n:]) == end {
			return n
		}
	}
	return 0
}

// strip takes titles and degrees off, and turns "Family, Given" round.
func (p *parsed) strip(comma int) {
	first := p.n
	for i := range p.n {
		if p.words[i].kind != nick && titles()[string(p.letters(i))]&before == 0 {
			first = i
			break
		}
	}
	if first == p.n { // nothing but titles: the last is the name ("King")
		first = max(p.n-1, 0)
	}
	n := p.n
	for n > first+1 {
		k := titles()[string(p.letters(n-1))]
		if k&age != 0 && p.generation(n-1) {
			p.age = generation(string(p.letters(n - 1)))
		} else if k&after == 0 {
			break
		} else {
			p.untitle(n - 1)
		}
		n--
	}
	for i := range first {
		p.untitle(i)
		p.doubtful = p.doubtful || titles()[string(p.letters(i))]&doubt != 0
	}
	copy(p.words[:], p.words[first:n])
	p.n, comma = n-first, comma-first
	if comma > 0 && comma < p.n {
		p.rotate(comma)
		p.inverted = true
	}
	for p.n > 1 && p.age == "" && p.generation(p.n-1) { // "King, Martin Luther, Jr."
		p.age = generation(string(p.letters(p.n - 1)))
		p.n--
	}
	for p.n > 1 && comma >= 0 && p.age == "" && p.generation(0) { // "Jr., Martin Luther King"
		p.age = generation(string(p.letters(0)))
		copy(p.words[:], p.words[1:p.n])
		p.n--
	}
}

func (p *parsed) untitle(i int) {
	if !p.titled {
		p.titled, p.title = true, p.words[i]
	}
}

// generation reports whether the word at i tells father from son. A Roman
// number is in capitals, for Xi is a name.
func (p *parsed) generation(i int) bool {
	s := string(p.letters(i))
	return titles()[s]&age != 0 && (len(s) > 1 && (s[0] == 'j' || s[0] == 's') || p.source(i) == strings.ToUpper(p.source(i)))
}

func generation(s string) string {
	switch s {
	case "junior":
		return "jr"
	case "senior":
		return "sr"
	}
	return s
}

// rotate moves the first n words to the end.
func (p *parsed) rotate(n int) {
	var out [maxWords]word
	k := copy(out[:], p.words[n:p.n])
	copy(out[k:], p.words[:n])
	p.words = out
}

var particles = map[string]kind{
	"al": article, "el": article, "ul": article, "ur": article, "ud": article, "as": article, "ash": article, "ad": article,
	"an": article, "ar": article, "at": article, "az": article, "adh": article, "ath": article, "es": article, "er": article,
	"ed": article, "eddin": plain,
	"bin": son, "ibn": son, "ben": son, "bint": son, "bte": son, "bn": son, "wuld": son, "ould": son,
	"abu": father, "abou": father, "abi": father, "aboo": father, "umm": father, "um": father, "oum": father,
	"van": particle, "von": particle, "vom": particle, "der": particle, "den": particle, "de": particle, "del": particle,
	"della": particle, "dello": particle, "di": particle, "da": particle, "das": particle, "do": particle, "dos": particle,
	"du": particle, "des": particle, "la": particle, "le": particle, "los": particle, "las": particle, "y": particle,
	"e": particle, "i": particle, "zu": particle, "zum": particle, "zur": particle, "af": particle, "av": particle,
	"ter": particle, "ten": particle, "het": particle, "op": particle, "san": particle, "santa": particle, "d": particle,
}

// sort gives every word its kind and its place in the lexicons.
func (p *parsed) sort() {
	for i := range p.n {
		w := &p.words[i]
		if i+1 < p.n && abdul(p.letters(i)) {
			w.end, w.clipped = w.start+3, true
		}
		s := p.letters(i)
		w.sounds = sounds(s)
		if w.kind == nick {
			w.given = givenRows(string(s))
			continue
		}
		k, listed := particles[string(s)]
		switch {
		case listed && k != plain && p.attached(i, k):
			w.kind = k
		case len(s) == 1 && utf8.RuneCountInString(p.source(i)) == 1:
			w.kind = initial
		default:
			w.given, w.family = givenRows(string(s)), families()[string(s)]
		}
	}
	p.orient()
}

// attached reports whether the word at i, which may be a particle, is one: it
// belongs to the next word, and a given name of the same letters (Ben, Al, Van)
// stands first without a hyphen behind it.
func (p *parsed) attached(i int, k kind) bool {
	if i+1 >= p.n {
		return false
	}
	lower := p.source(i)[0] >= 'a'
	if i > 0 || p.words[1].hyphen {
		return len(p.letters(i)) > 1 || i > 0 && lower
	}
	if p.n == 2 && k == particle {
		return true
	}
	switch string(p.letters(i)) {
	case "bin", "ibn", "abu", "abou", "umm", "von", "van", "de", "del", "della", "di", "der", "el":
		return true
	case "al":
		return p.n == 2 && len(p.letters(1)) > 4
	}
	return lower && k != article
}

// orient finds the family name.
func (p *parsed) orient() {
	p.familyAt = p.n - 1
	if p.n < 2 || p.n > 4 {
		return
	}
	for i := range p.n {
		if !syllables(p.letters(i)) || p.words[i].kind != plain && !p.syllable(i) {
			return
		}
	}
	for i := range p.n {
		if w := &p.words[i]; w.kind != plain {
			w.kind, w.given, w.family = plain, nil, families()[string(p.letters(i))]
		}
	}
	front, back := len(p.words[0].family) > 0, len(p.words[p.n-1].family) > 0
	p.east = front || back
	given := p.words[1].hyphen && back // "Su-gwang Kim"
	if front && (!back || p.n > 2 || p.words[p.n-1].hyphen) && !p.inverted && !given {
		p.familyAt = 0
	}
}

// syllable reports whether a word that elsewhere is an initial or a particle is a syllable
// of an East Asian name, which a hyphen tells: "Hyeon-u", "Du-hwan", and the family name
// before one: "O Se-hun". An initial has its dot, and a particle its small letter.
func (p *parsed) syllable(i int) bool {
	w := &p.words[i]
	if int(w.to) < len(p.src) && p.src[w.to] == '.' {
		return false
	}
	joined := func(k int) bool { return k < p.n && p.words[k].hyphen }
	switch s := p.letters(i); w.kind {
	case initial:
		return vowel(s[0]) && (w.hyphen || joined(i+1) || i == 0 && joined(2))
	case particle, article:
		upper := p.source(i)[0] >= 'A' && p.source(i)[0] <= 'Z'
		return upper && joined(i+1) && len(p.words[0].family) > 0
	}
	return false
}

// syllables reports whether a word could be Chinese or Korean syllables in some
// romanisation: consonant, vowels, and at most n, ng, r, k, l, m, p, t or h.
func syllables(s []byte) bool {
	if len(s) > longestSyllables {
		return false
	}
	for i := 0; i < len(s); {
		start := i
		for i < len(s) && !vowel(s[i]) && s[i] != 'y' {
			i++
		}
		switch string(s[start:i]) {
		case "", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "zh", "ch", "sh", "r", "rh", "z", "c", "s", "w",
			"hs", "ts", "tz", "ss", "kw", "gw", "ph", "th", "ng", "hw":
		default:
			return start > 0 && i == len(s) && syllableEnd(s[start:i])
		}
		vowels := i
		for i < len(s) && (vowel(s[i]) || s[i] == 'y' || s[i] == 'w') {
			i++
		}
		if i == vowels {
			return start > 0 && syllableEnd(s[start:])
		}
		if i < len(s) {
			i = syllableClose(s, i)
		}
	}
	return len(s) > 0
}

// longestSyllables is how many letters two Chinese syllables take at most: "Zhuangxiong".
const longestSyllables = 11

// syllableClose is the end of the closing consonant that begins at i: one is
// taken where another consonant or the end of the word follows.
func syllableClose(s []byte, i int) int {
	next := func(k int) bool { return k < len(s) && (vowel(s[k]) || s[k] == 'y') }
	switch {
	case s[i] == 'n' && i+1 < len(s) && s[i+1] == 'g' && !next(i+2):
		return i + 2
	case syllableEnd(s[i:i+1]) && !next(i+1) && !(i+1 < len(s) && s[i+1] == 'h' && s[i] != 'n'):
		return i + 1
	}
	return i
}

func syllableEnd(s []byte) bool {
	switch string(s) {
	case "n", "ng", "r", "k", "ck", "l", "m", "p", "t", "h":
		return true
	}
	return false
}

// sounds is the classes of all consonants of a word.
func sounds(s []byte) (out uint8) {
	for _, c := range s {
		out |= class(c)
	}
	return out
}

// class is the bit of the sounds a consonant is confused with; vowels have none.
func class(c byte) uint8 {
	switch c {
	case 'b', 'p', 'v', 'f':
		return 1
	case 'c', 'g', 'j', 'k', 'q', 's', 'x', 'z':
		return 2
	case 'd', 't':
		return 4
	case 'l':
		return 8
	case 'm':
		return 16
	case 'n':
		return 32
	case 'r':
		return 64
	}
	return 0
}
