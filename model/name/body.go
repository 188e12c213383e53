// This file compares names of bodies.

package name

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"doubletake/model/place"
	"doubletake/model/text"
)

// Body compares two names of bodies: outlets, offices, companies, parties,
// forces. It knows initials ("ICRC"), words that say only what sort of body it
// is ("TV", "Inc"), turned word order ("Ministry of Defence", "Defence
// Ministry"), British and American spelling, a country's name for its
// adjective, what a country calls itself ("Magyar"), and a list of other well-known
// names. Of other languages it knows the common words of such names, and the endings by
// which some write them as one word ("Nationalmuseet"). Two bodies that differ in one
// telling word are two.
func Body(a, b string) Match { return ParseBody(a).Match(ParseBody(b)) }

// ParsedBody is a body's name cut into words, for one that is compared with many.
type ParsedBody struct {
	src  string
	name bodyName
}

// ParseBody reads a body's name.
func ParseBody(s string) ParsedBody {
	n := parseBody(s)
	n.known = n.rows()
	return ParsedBody{s, n}
}

// Terms are the name's words, folded, without joining words and legal forms.
func (a ParsedBody) Terms() (out []string) {
	for _, w := range a.name.words {
		if w.sort != smallWord && w.sort != legalWord {
			out = append(out, w.plain)
		}
	}
	return out
}

// OneSort reports whether two names may be one body's in two languages: one has a word of
// another language, or ends as one does ("Sjøfartsmuseet"), and both say that they are the
// same sort of house, each with a word of its own besides. Nothing says that it is the same house.
func (a ParsedBody) OneSort(b ParsedBody) bool { return a.sortIn(b) || b.sortIn(a) }

// sortIn reports whether a word of another language in a is what b ends with.
func (a ParsedBody) sortIn(b ParsedBody) bool {
	if len(a.name.words) < 2 || len(b.name.words) < 2 {
		return false
	}
	v, last := vocab(), b.name.words[len(b.name.words)-1]
	return slices.ContainsFunc(a.name.words, func(w bodyWord) bool {
		return v.house[last.text] && !last.foreign && (w.foreign && w.text == last.text || v.tongue[w.text] == last.text)
	})
}

// Match compares two names as Body does.
func (a ParsedBody) Match(b ParsedBody) Match {
	flip := b.src < a.src
	if flip {
		a, b = b, a
	}
	if a.src == b.src && a.src != "" {
		return Match{Score: 1, Level: Same, Rules: Rules(0).With(Exact), Why: "letter for letter", Identical: true}
	}
	c := bodies{a: a.name, b: b.name, flip: flip}
	if len(c.a.words) == 0 || len(c.b.words) == 0 {
		return unparsed(a.src, b.src)
	}
	m := c.compare()
	m.Score = round(m.Score)
	m.Level = level(m.Score)
	return m
}

// bodies compares two parsed names of bodies.
type bodies struct {
	a, b  bodyName
	flip  bool
	rules Rules
	parts []string
}

func (c *bodies) note(r Rule, text string) {
	c.rules = c.rules.With(r)
	if text != "" && !slices.Contains(c.parts, text) {
		c.parts = append(c.parts, text)
	}
}

func (c *bodies) sides(a, b string) string {
	if c.flip {
		a, b = b, a
	}
	return a + "/" + b
}

func (c *bodies) match(score float64, partial bool) Match {
	why := strings.Join(c.parts, "; ")
	if why == "" {
		why = "no telling word differs"
	}
	return Match{Score: score, Rules: c.rules, Why: why, Partial: partial}
}

func (c *bodies) compare() Match {
	x, y := c.a.tell, c.b.tell
	if sameWords(x, y, func(w bodyWord) string { return w.text }) {
		return c.equal(x, y)
	}
	if m, ok := c.alias(); ok {
		return m
	}
	if m, ok := c.acronym(); ok {
		return m
	}
	if sameLetters(c.a.words, c.b.words) || len(x) > 0 && len(y) > 0 && sameLetters(x, y) {
		c.note(Hyphen, "written as one word")
		return c.match(0.95, false)
	}
	return c.words(x, y)
}

func sameWords(x, y []bodyWord, by func(bodyWord) string) bool {
	return slices.EqualFunc(x, y, func(a, b bodyWord) bool { return by(a) == by(b) })
}

// sameLetters reports whether two lists of words, not empty, are the same but for
// where the words end.
func sameLetters(x, y []bodyWord) bool {
	return letterCount(x) == letterCount(y) && letterCount(x) > 0 && compact(x) == compact(y)
}

func letterCount(words []bodyWord) (n int) {
	for _, w := range words {
		n += len(w.text)
	}
	return n
}

func compact(words []bodyWord) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteString(w.text)
	}
	return b.String()
}

// equal is the match of two names with the same telling words in one order.
func (c *bodies) equal(x, y []bodyWord) Match {
	score := 1.0
	for i := range x {
		switch {
		case x[i].plain == y[i].plain && !strings.EqualFold(trimPossessive(x[i].raw), trimPossessive(y[i].raw)):
			c.accents(x[i].raw, y[i].raw)
		case x[i].plain == y[i].plain:
		case x[i].foreign || y[i].foreign:
			c.note(Alias, c.sides(x[i].raw, y[i].raw)+": one word in two languages")
			score = 0.97
		default:
			c.note(Spelling, c.sides(x[i].raw, y[i].raw)+": two spellings of one word")
			score = 0.97
		}
	}
	score = min(score, c.sorts())
	m := c.match(score, false)
	m.Identical = len(c.parts) == 0
	if m.Identical {
		m.Rules, m.Why = Rules(0).With(Case), "capitals, punctuation or the article differ"
	}
	return m
}

func trimPossessive(s string) string {
	s = strings.TrimSuffix(strings.TrimSuffix(s, "'s"), "’s")
	return strings.ReplaceAll(strings.ReplaceAll(s, ".", ""), "’", "'")
}

// accents notes two words that fold to the same letters.
func (c *bodies) accents(s, t string) {
	if apostrophes(s) != apostrophes(t) {
		c.note(Hyphen, "apostrophe left out: "+c.sides(s, t))
		return
	}
	c.note(Diacritics, "diacritics left out: "+c.sides(s, t))
}

// sorts scores the words that only say what sort of body it is: left out on one
// side, or two that do not go together.
func (c *bodies) sorts() float64 {
	score := 1.0
	for _, of := range [...]bodySort{sortWord, legalWord} {
		s, t := wordsOf(c.a, of), wordsOf(c.b, of)
		switch {
		case slices.EqualFunc(s, t, func(a, b bodyWord) bool { return a.text == b.text }):
		case len(s) == 0 || len(t) == 0:
			c.note(Generic, "left out: "+raws(append(s, t...)))
			score = min(score, 0.96)
		case c.oneSort(s, t):
			c.note(Generic, c.sides(raws(s), raws(t))+": one sort of body")
			score = min(score, 0.95)
		default:
			c.note(Generic, c.sides(raws(s), raws(t))+" are two sorts of body")
			score = min(score, 0.65)
		}
	}
	return score
}

func wordsOf(n bodyName, of bodySort) (out []bodyWord) {
	for _, w := range n.words {
		if w.sort == of {
			out = append(out, w)
		}
	}
	return out
}

// oneSort reports whether some word of each side stands on one row, or either
// says no more than "news" or "media".
func (c *bodies) oneSort(s, t []bodyWord) bool {
	v := vocab()
	for _, x := range s {
		for _, y := range t {
			loose := x.text == "news" || y.text == "news" || x.text == "media" || y.text == "media"
			if loose || v.sort[x.text] > 0 && v.sort[x.text] == v.sort[y.text] || v.legal[x.text] > 0 && v.legal[x.text] == v.legal[y.text] {
				return true
			}
		}
	}
	return false
}

func raws(words []bodyWord) string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = w.raw
	}
	return strings.Join(out, " ")
}

// alias looks both names up among the well-known ones.
func (c *bodies) alias() (Match, bool) {
	for _, x := range c.a.known {
		if slices.Contains(c.b.known, x) {
			c.note(Alias, c.sides(c.a.src, c.b.src)+": two names of one well-known body")
			return c.match(0.94, false), true
		}
	}
	return Match{}, false
}

// acronym matches initials on one side with the long form on the other.
func (c *bodies) acronym() (Match, bool) {
	short, long := c.a, c.b
	if len(short.tell) > len(long.tell) {
		short, long = long, short
	}
	w := short.tell
	if len(w) != 1 || len(short.words)-len(w) > 1 || !initials(w[0], long.words) {
		return Match{}, false
	}
	c.note(Acronym, w[0].raw+": initials of "+long.src)
	return c.match(0.95, false), true
}

// initials reports whether a word is made of the first letters of others: every
// telling one, and any of the rest.
func initials(w bodyWord, words []bodyWord) bool {
	n := len(w.plain)
	capital := w.raw == strings.ToUpper(w.raw)
	if n < 2 || n > 8 || n == 2 && !capital || len(words) < n || len(words) > 2*n+4 {
		return false
	}
	return spells(w.plain, words)
}

func spells(s string, words []bodyWord) bool {
	if len(words) == 0 {
		return s == ""
	}
	w := words[0]
	if s != "" && w.plain[0] == s[0] && spells(s[1:], words[1:]) {
		return true
	}
	return w.sort != telling && spells(s, words[1:])
}

// words matches the telling words one by one, whatever their order.
func (c *bodies) words(x, y []bodyWord) Match {
	pairs, restX, restY := matchWords(x, y, func(a, b bodyWord) bool { return a.text == b.text })
	restX, restY, pairs = c.nations(restX, restY, pairs)
	restX, restY, pairs = c.short(restX, restY, pairs)
	before := len(pairs)
	restX, restY, pairs = c.tongues(restX, restY, pairs)
	translated := len(pairs) > before || compounded(c.a) || compounded(c.b) // and each language has its own order of words
	restX, restY, pairs = c.derived(restX, restY, pairs)
	restX, restY, pairs = c.near(restX, restY, pairs)
	restX, restY = c.initialsOut(restX, restY)
	head := false
	if len(restX) == 1 && len(restY) == 1 && len(pairs) > 0 {
		if h := vocab().head; h[restX[0].text] > 0 && h[restX[0].text] == h[restY[0].text] {
			c.note(Alias, c.sides(restX[0].raw, restY[0].raw)+": two words for one kind of office")
			restX, restY, head = nil, nil, true
		}
	}
	switch {
	case len(pairs) == 0:
		c.parts = nil
		c.note(Letters, "no telling word in common")
		return c.match(0, false)
	case len(restX) > 0 && len(restY) > 0:
		share := float64(len(pairs)) / float64(len(pairs)+max(len(restX), len(restY)))
		c.note(Letters, c.sides(raws(restX), raws(restY))+" are different names")
		return c.match(0.5*share, false)
	case len(restX) > 0 || len(restY) > 0:
		return c.part(append(restX, restY...), len(pairs), translated)
	}
	score := c.sorts()
	for _, p := range pairs {
		score = min(score, 0.97-0.6*(1-p.score))
	}
	if head {
		score = min(score, 0.75)
	}
	if !translated && c.turned(pairs) {
		score = min(score, 0.72)
		if hasSmall(c.a) || hasSmall(c.b) {
			score = min(c.sorts(), 0.93)
		}
		c.note(Order, "words turned round")
	}
	return c.match(score, false)
}

// compounded reports whether a name has a word that another language writes as one.
func compounded(n bodyName) bool {
	return slices.ContainsFunc(n.words, func(w bodyWord) bool { return w.foreign })
}

func hasSmall(n bodyName) bool {
	return slices.ContainsFunc(n.words, func(w bodyWord) bool { return w.sort == smallWord && w.text != "the" && w.text != "and" })
}

// wordPair is a word of each side that go together.
type wordPair struct {
	x, y  bodyWord
	score float64
}

func (c *bodies) turned(pairs []wordPair) bool {
	for _, p := range pairs {
		for _, q := range pairs {
			if place := c.placeOf(c.a, p.x) < c.placeOf(c.a, q.x); p.x.raw != q.x.raw && place != (c.placeOf(c.b, p.y) < c.placeOf(c.b, q.y)) {
				return true
			}
		}
	}
	return false
}

// placeOf is where a word stands in a name.
func (c *bodies) placeOf(n bodyName, w bodyWord) int {
	return slices.IndexFunc(n.words, func(v bodyWord) bool { return v.raw == w.raw })
}

// matchWords pairs the words that go together and returns the rest.
func matchWords(x, y []bodyWord, same func(a, b bodyWord) bool) (pairs []wordPair, restX, restY []bodyWord) {
	if len(x) == 0 || len(y) == 0 {
		return nil, x, y
	}
	used := make([]bool, len(y))
	for _, w := range x {
		at := -1
		for j := range y {
			if !used[j] && same(w, y[j]) {
				at = j
				break
			}
		}
		if at < 0 {
			restX = append(restX, w)
			continue
		}
		used[at] = true
		pairs = append(pairs, wordPair{x: w, y: y[at], score: 1})
	}
	for j := range y {
		if !used[j] {
			restY = append(restY, y[j])
		}
	}
	return pairs, restX, restY
}

// nations pairs a country's name with its adjective: "Syria", "Syrian".
func (c *bodies) nations(x, y []bodyWord, pairs []wordPair) ([]bodyWord, []bodyWord, []wordPair) {
	for i := 0; i < len(x) && len(y) > 0; i++ {
		code, n := nation(x[i:])
		if code == "" {
			continue
		}
		for j := 0; j < len(y); j++ {
			other, m := nation(y[j:])
			if other != code {
				continue
			}
			c.note(Country, c.sides(raws(x[i:i+n]), raws(y[j:j+m]))+": one country")
			pairs = append(pairs, wordPair{x: x[i], y: y[j], score: 0.98})
			x = slices.Delete(slices.Clone(x), i, i+n)
			y = slices.Delete(slices.Clone(y), j, j+m)
			i--
			break
		}
	}
	return x, y, pairs
}

// nation is the country the words open with, and how many say so.
func nation(words []bodyWord) (code string, n int) {
	if code, ok := vocab().own[words[0].plain]; ok && strings.ToLower(words[0].raw) != words[0].raw {
		return code, 1
	}
	for n = min(3, len(words)); n > 0; n-- {
		if r, _ := utf8.DecodeRuneInString(words[0].raw); !unicode.IsUpper(r) {
			return "", 0
		}
		if code, ok := place.Nation(raws(words[:n])); ok {
			return code, n
		}
	}
	return "", 0
}

// derived pairs two forms of one word: "Election Commission", "Electoral Commission".
// Only common words have forms; two rare ones are two names.
func (c *bodies) derived(x, y []bodyWord, pairs []wordPair) ([]bodyWord, []bodyWord, []wordPair) {
	common := func(w bodyWord) bool { return text.Weight(w.text) < 1 }
	if !slices.ContainsFunc(x, common) || !slices.ContainsFunc(y, common) {
		return x, y, pairs
	}
	found, restX, restY := matchWords(x, y, func(a, b bodyWord) bool {
		return text.Weight(a.text) < 1 && text.Weight(b.text) < 1 && text.Derived(text.Stem(a.text), text.Stem(b.text))
	})
	for _, p := range found {
		c.note(Spelling, c.sides(p.x.raw, p.y.raw)+": two forms of one word")
		p.score = 0.97
		pairs = append(pairs, p)
	}
	return restX, restY, pairs
}

// tongues pairs words that two languages have for one thing: "Musée", "Museum".
func (c *bodies) tongues(x, y []bodyWord, pairs []wordPair) ([]bodyWord, []bodyWord, []wordPair) {
	in := vocab().tongue
	foreign := func(w bodyWord) bool { return in[w.text] != "" }
	if !slices.ContainsFunc(x, foreign) && !slices.ContainsFunc(y, foreign) {
		return x, y, pairs
	}
	found, restX, restY := matchWords(x, y, func(a, b bodyWord) bool {
		return in[a.text] != "" && (in[a.text] == b.text || in[a.text] == in[b.text]) || in[b.text] != "" && in[b.text] == a.text
	})
	for _, p := range found {
		c.note(Alias, c.sides(p.x.raw, p.y.raw)+": one word in two languages")
		p.score = 0.97
		pairs = append(pairs, p)
	}
	return restX, restY, pairs
}

// initialsOut drops the middle initial that one side leaves out: "Mary J. Roe
// Hospital", "Mary Roe Hospital".
func (c *bodies) initialsOut(x, y []bodyWord) ([]bodyWord, []bodyWord) {
	if len(x) > 0 && len(y) > 0 {
		return x, y
	}
	letter := func(w bodyWord) bool { return len(w.text) == 1 }
	for _, w := range append(slices.Clone(x), y...) {
		if letter(w) {
			c.note(Generic, "left out: "+w.raw)
		}
	}
	return slices.DeleteFunc(slices.Clone(x), letter), slices.DeleteFunc(slices.Clone(y), letter)
}

// short pairs initials with all the words they stand for: "UN Security
// Council", "China’s PLA".
func (c *bodies) short(x, y []bodyWord, pairs []wordPair) ([]bodyWord, []bodyWord, []wordPair) {
	if rest, p, ok := c.shortOf(x, y); ok {
		return rest, nil, append(pairs, p)
	}
	if rest, p, ok := c.shortOf(y, x); ok {
		p.x, p.y = p.y, p.x
		return nil, rest, append(pairs, p)
	}
	return x, y, pairs
}

// shortOf looks for a word of x that is the initials of all of y and returns
// the rest of x.
func (c *bodies) shortOf(x, y []bodyWord) (rest []bodyWord, p wordPair, ok bool) {
	for i, w := range x {
		if len(y) > 1 && initials(w, y) {
			c.note(Acronym, w.raw+": initials of "+raws(y))
			return slices.Delete(slices.Clone(x), i, i+1), wordPair{x: w, y: y[0], score: 0.97}, true
		}
	}
	return nil, p, false
}

// near pairs words whose letters are near: Hezbollah, Hizbullah.
func (c *bodies) near(x, y []bodyWord, pairs []wordPair) ([]bodyWord, []bodyWord, []wordPair) {
	var g grid
	for i := 0; i < len(x); i++ {
		at, best := -1, 0.8
		for j := range y {
			if s := g.alike(x[i].text, y[j].text); s >= best {
				at, best = j, s
			}
		}
		if at < 0 {
			continue
		}
		c.spelled(x[i], y[at])
		pairs = append(pairs, wordPair{x: x[i], y: y[at], score: best})
		x = slices.Delete(slices.Clone(x), i, i+1)
		y = slices.Delete(slices.Clone(y), at, at+1)
		i--
	}
	return x, y, pairs
}

// spelled explains two words of near letters.
func (c *bodies) spelled(x, y bodyWord) {
	var names pair
	names.a.parse(x.raw)
	names.b.parse(y.raw)
	w := wording{flip: c.flip}
	if names.a.n == 1 && names.b.n == 1 {
		w.spelled(&names, names.a.letters(0), names.b.letters(0), &names.a.words[0], &names.b.words[0])
	}
	w.gather()
	if len(w.parts) == 0 {
		w.note(Spelling, c.sides(x.raw, y.raw)+": spelled differently")
	}
	c.rules |= w.rules
	c.parts = append(c.parts, w.parts...)
}

// alike is the likeness of two folded words of a body's name; 0 for short ones,
// which are near too many.
func (g *grid) alike(s, t string) float64 {
	if len(s) < 4 || len(t) < 4 || !latinOnly(s) || !latinOnly(t) {
		return 0
	}
	x, y := []byte(s), []byte(t)
	if !nearEnough(x, y, sounds(x), sounds(y)) {
		return 0
	}
	return likeness(g.distance(x, y, false), len(x), len(y))
}

func latinOnly(s string) bool {
	for i := range len(s) {
		if s[i] < 'a' || s[i] > 'z' {
			return false
		}
	}
	return true
}

// part is the match where one name holds all of the other and rest besides.
// A name in its own language has no need to tell its country.
func (c *bodies) part(rest []bodyWord, pairs int, translated bool) Match {
	c.note(Part, "left out: "+raws(rest))
	weak, tail := true, pairs > 1
	if code, n := nation(rest); translated && code != "" && n == len(rest) {
		c.rules = c.rules.With(Country)
		return c.match(min(0.86, c.sorts()), false)
	}
	for i := 0; i < len(rest); i++ {
		tail = tail && vocab().tail[rest[i].text]
		if code, n := nation(rest[i:]); code != "" {
			c.rules = c.rules.With(Country)
			i += n - 1
		} else if !vocab().weak[rest[i].text] {
			weak = false
		}
	}
	if tail {
		return c.match(min(0.86, c.sorts()), false)
	}
	if weak {
		return c.match(min(0.72, c.sorts()), true)
	}
	return c.match(min(0.58, c.sorts()), true)
}
