// This file puts into words what differs between two names.

package name

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// wording turns a judgement into words and notes the rules on its way.
type wording struct {
	flip  bool // the caller's left name is b
	rules Rules
	parts []string
	pairs [slip + 1][]string // the letters each reason explains
}

var reasonTexts = [slip + 1]string{
	cyr: "one Cyrillic letter", either: "one sound written two ways", greek: "two romanisations of one letter",
	sino: "one syllable in two romanisations", rom: "two romanisations of one letter", mark: "diacritics left out or written out",
	sound: "one sound spelled two ways", mute: "silent letter left out", double: "letter doubled", slip: "letters swapped",
}

// sides writes what differs, the caller's left side first.
func (w *wording) sides(a, b string) string {
	if w.flip {
		a, b = b, a
	}
	return a + "/" + b
}

func (w *wording) note(r Rule, text string) {
	w.rules = w.rules.With(r)
	if !slices.Contains(w.parts, text) {
		w.parts = append(w.parts, text)
	}
}

func (w *wording) letter(r reason, text string) {
	w.rules = w.rules.With(r.rule())
	if !slices.Contains(w.pairs[r], text) {
		w.pairs[r] = append(w.pairs[r], text)
	}
}

// write explains the judgement and sets its identical.
func (w *wording) write(c *pair, j *judgement) string {
	if j.matched == 0 {
		return "no name in common"
	}
	for k := range j.n {
		m := j.moves[k]
		if m.p > 0 && m.q > 0 {
			w.match(c, m, k > 0 && j.moves[k-1].p > 0 && j.moves[k-1].q > 0)
		}
	}
	quiet := w.rules&^(1<<Case|1<<Punctuation) == 0 && len(w.parts) == 0
	w.gather()
	w.rest(c, j)
	if j.age {
		w.note(Generation, "generation: "+w.sides(orDash(c.a.age), orDash(c.b.age)))
	}
	if j.moved {
		text := "family name first"
		if j.mixed {
			text = "words in another order"
		}
		w.note(Order, text)
	}
	if c.a.titled != c.b.titled {
		p := &c.a
		if c.b.titled {
			p = &c.b
		}
		w.note(Honorific, "title left out: "+p.src[p.title.from:p.title.to])
	}
	j.identical = quiet && j.a == left{} && j.b == left{} && !j.age && !j.moved && j.score >= SameFrom
	if len(w.parts) == 0 {
		return w.alike()
	}
	return strings.Join(w.parts, "; ")
}

// alike is the wording where only capitals or punctuation differ.
func (w *wording) alike() string {
	if w.rules.Has(Case) {
		return "capitals differ"
	}
	w.rules = w.rules.With(Punctuation)
	return "punctuation differs"
}

func orDash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}

// match explains two words, or two and one, that go together; linked is true
// where the words before them do so too.
func (w *wording) match(c *pair, m move, linked bool) {
	i, k := int(m.i), int(m.j)
	x, y := &c.a.words[i], &c.b.words[k]
	s, t := c.a.source(i), c.b.source(k)
	if linked && x.hyphen != y.hyphen && !x.glued && !y.glued {
		w.note(Hyphen, "hyphen left out")
	}
	if linked && x.glued != y.glued {
		w.note(Hyphen, "written as one word")
	}
	switch {
	case m.how == byInitial:
		if len(s) > len(t) {
			s, t = t, s
		}
		w.note(Initials, s+". stands for "+t)
	case m.how == byForm:
		w.note(Form, w.sides(s, t)+": forms of one given name")
	case m.how == byShort:
		w.note(Short, w.sides(s, t)+": short form of one given name")
	case m.how == byPart:
		w.note(Short, w.sides(s, t)+": perhaps a short form")
	case m.how == byFamily:
		w.note(Romanisation, w.sides(s, t)+": romanisations of one family name")
	case m.how == byGender:
		w.note(Gender, w.sides(s, t)+": masculine and feminine form of one family name")
	case m.how == byJoin:
		w.joined(c, m)
	case x.kind > nick && string(c.a.letters(i)) != string(c.b.letters(k)):
		w.note(Particle, w.sides(s, t)+": one particle")
	default:
		w.spelled(c, c.a.letters(i), c.b.letters(k), x, y)
	}
}

// joined explains two words that are one on the other side.
func (w *wording) joined(c *pair, m move) {
	w.note(Hyphen, "written as one word: "+w.sides(c.a.span(int(m.i), int(m.p)), c.b.span(int(m.j), int(m.q))))
	x, y := c.a.words[m.i], c.b.words[m.j]
	x.end = c.a.words[int(m.i)+int(m.p)-1].end
	y.end = c.b.words[int(m.j)+int(m.q)-1].end
	if x.start < x.end && y.start < y.end {
		w.spelled(c, c.a.buf[x.start:x.end], c.b.buf[y.start:y.end], &x, &y)
	}
}

// span is the source of n words from i.
func (p *parsed) span(i, n int) string {
	from, to := p.words[i].from, p.words[i+n-1].to
	if from > to {
		return p.source(i)
	}
	return p.src[from:to]
}

// spelled explains how the letters of two words differ.
func (w *wording) spelled(c *pair, s, t []byte, x, y *word) {
	if string(s) == string(t) {
		w.marks(c, x, y)
		return
	}
	cost := c.grid.distance(s, t, c.a.east && c.b.east)
	far := likeness(cost, len(s), len(t)) < 0.75 // too far for rules to excuse it
	s, t = s[:min(len(s), maxWord)], t[:min(len(t), maxWord)]
	odd, ending, at := 0, false, -1
	for i, j := len(s), len(t); i > 0 || j > 0; {
		st := c.grid.step[i*stride+j]
		p, q := i-int(st.p), j-int(st.q)
		switch {
		case st.free:
		case st.why == noReason || far:
			odd++
			ending = ending || i == len(s) && j == len(t)
			at = p
		default:
			left, right := w.segment(&c.a, x, s, p, i, q == j), w.segment(&c.b, y, t, q, j, p == i)
			why := st.why
			if why == mark && ascii(left) && ascii(right) {
				why = either
			}
			w.letter(why, w.sides(left, right))
		}
		i, j = p, q
	}
	if odd == 0 {
		return
	}
	text := w.sides(c.a.src[x.from:x.to], c.b.src[y.from:y.to])
	switch {
	case ending && odd <= 2:
		text += " differ in ending"
	case odd == 1 && at == 0:
		text += " differ in the first letter"
	case odd == 1:
		text += " differ in one letter"
	default:
		text += " differ in several letters"
	}
	w.note(Letters, text)
}

// segment is the source of letters p to i of a word; where one side of the step
// is empty the letter before is shown too, so that there is something to see.
func (w *wording) segment(of *parsed, x *word, s []byte, p, i int, lone bool) string {
	if (lone || p == i) && p > 0 {
		p--
	}
	if p == i && i < len(s) {
		i++
	}
	from, to := of.at[int(x.start)+p], x.to
	if int(x.start)+i < int(x.end) {
		to = of.at[int(x.start)+i]
	}
	if from >= to || int(to) > len(of.src) {
		return string(s[p:i])
	}
	return of.src[from:to]
}

// marks explains two words of the same folded letters.
func (w *wording) marks(c *pair, x, y *word) {
	s, t := c.a.src[x.from:x.to], c.b.src[y.from:y.to]
	if s == t {
		return
	}
	if (x.clipped || y.clipped) && !strings.EqualFold(s, t) {
		w.note(Particle, w.sides(s, t)+": one particle")
		return
	}
	for k := range int(min(x.end-x.start, y.end-y.start)) {
		r, n := utf8.DecodeRuneInString(c.a.src[c.a.at[int(x.start)+k]:])
		q, m := utf8.DecodeRuneInString(c.b.src[c.b.at[int(y.start)+k]:])
		switch {
		case r == q:
		case unicode.ToLower(r) == unicode.ToLower(q):
			w.rules = w.rules.With(Case)
		default:
			left, right := c.a.src[c.a.at[int(x.start)+k]:][:n], c.b.src[c.b.at[int(y.start)+k]:][:m]
			if latin(r) && latin(q) {
				w.letter(mark, w.sides(left, right))
			} else {
				w.note(Romanisation, "another alphabet")
			}
		}
	}
	if apostrophes(s) != apostrophes(t) {
		w.note(Hyphen, "apostrophe left out")
	}
}

func latin(r rune) bool { return r < utf8.RuneSelf || unicode.Is(unicode.Latin, r) }

func apostrophes(s string) (n int) {
	for _, r := range s {
		if apostrophe(r) {
			n++
		}
	}
	return n
}

// gather writes down the letters each reason explains.
func (w *wording) gather() {
	var texts []string
	for r := cyr; r <= slip; r++ {
		if len(w.pairs[r]) == 0 {
			continue
		}
		list := w.pairs[r]
		for later := r + 1; later <= slip; later++ { // romanisations share their words
			if reasonTexts[later] == reasonTexts[r] {
				list = append(list, w.pairs[later]...)
				w.pairs[later] = nil
			}
		}
		texts = append(texts, and(list)+": "+reasonTexts[r])
	}
	w.parts = append(texts, w.parts...)
}

// and lists words: "a, b and c".
func and(list []string) string {
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	n := len(list) - 1
	return strings.Join(list[:n], ", ") + " and " + list[n]
}

// rest explains what one side has and the other has not.
func (w *wording) rest(c *pair, j *judgement) {
	if j.conflict {
		w.note(Letters, w.sides(w.leftover(&c.a, j, true), w.leftover(&c.b, j, false))+" are different names")
		return
	}
	p, l, isA := &c.a, &j.a, true
	if j.b.core() > 0 {
		p, l, isA = &c.b, &j.b, false
	}
	if l.core() > 0 {
		names := w.leftover(p, j, isA)
		switch {
		case j.rules.Has(Surname):
			w.note(Surname, "surname alone, without "+names)
		case j.rules.Has(Given):
			w.note(Given, "given name alone, without "+names)
		case j.rules.Has(Patronymic):
			w.note(Patronymic, "patronymic left out: "+names)
		case j.rules.Has(Middle):
			w.note(Middle, "middle name left out: "+names)
		case j.rules.Has(Second):
			w.note(Second, "last name left out: "+names)
		case j.rules.Has(Forename):
			w.note(Forename, "first given name left out: "+names)
		default:
			w.note(Part, "only part of the name, without "+names)
		}
	}
	w.small(c, j)
}

// leftover lists the names of one side that have no counterpart.
func (w *wording) leftover(p *parsed, j *judgement, isA bool) string {
	var names []string
	for k := range j.n {
		m := j.moves[k]
		i, lone := int(m.i), m.q == 0
		if !isA {
			i, lone = int(m.j), m.p == 0
		}
		if lone && p.core(i) {
			names = append(names, p.source(i))
		}
	}
	return strings.Join(names, " ")
}

// small explains particles and nicknames of one side alone.
func (w *wording) small(c *pair, j *judgement) {
	var particles, nicks []string
	for k := range j.n {
		m := j.moves[k]
		var x *word
		var text string
		switch {
		case m.q == 0:
			x, text = &c.a.words[m.i], c.a.source(int(m.i))
		case m.p == 0:
			x, text = &c.b.words[m.j], c.b.source(int(m.j))
		default:
			continue
		}
		switch {
		case x.kind == nick:
			nicks = append(nicks, text)
		case x.kind > nick:
			particles = append(particles, text)
		}
	}
	if len(particles) > 0 {
		w.note(Particle, "particle left out: "+strings.Join(particles, " "))
	}
	if len(nicks) > 0 {
		w.note(Short, "nickname left out: "+strings.Join(nicks, " "))
	}
}

// equalFold reports whether two names have the same letters and digits in the
// same order, capitals, spaces and punctuation aside.
func equalFold(a, b string) bool {
	next := func(s string) (rune, string) {
		for i, r := range s {
			if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
				return unicode.ToLower(r), s[i+utf8.RuneLen(max(r, 0)):]
			}
		}
		return 0, ""
	}
	var x, y rune
	some := false
	for {
		x, a = next(a)
		y, b = next(b)
		if x != y {
			return false
		}
		if x == 0 {
			return some
		}
		some = true
	}
}
