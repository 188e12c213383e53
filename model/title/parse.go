// This file turns the words of a title into offices.

package title

import (
	"slices"
	"strings"
	"unicode/utf8"

	"doubletake/model/place"
	"doubletake/model/text"
)

// longestParsed bounds the tokens of one title.
const longestParsed = 64

// Parse reads the words of a title, or of a clause that stands for one ("who
// chairs the committee"), into its offices in text order; nil where no head is
// known. It takes the words for a title: call Head, Before or After to find out
// whether they are one.
func Parse(tokens []text.Token) []Office {
	if len(tokens) > longestParsed {
		tokens = tokens[:longestParsed]
	}
	if o, ok := parseVerb(tokens); ok {
		return []Office{o}
	}
	var out []Office
	segment := 0 // where the modifiers of the current head begin
	var cur hit
	have := false
	for i := 0; i < len(tokens); {
		h, ok := match(tokens, i)
		if !ok {
			i++
			continue
		}
		i = h.to
		if !have {
			cur, have = h, true
			continue
		}
		switch cut, joined := between(tokens, cur.to, h.from); {
		case joined && stands(tokens, cur, h):
			out = append(out, build(tokens, segment, cur, h.from))
			segment, cur = h.from, h
		case cut >= 0:
			out = append(out, build(tokens, segment, cur, cut))
			segment, cur = cut+1, h
		case joined:
			cur = h // the earlier head only describes this one: "chief forecaster"
		}
	}
	if have {
		out = append(out, build(tokens, segment, cur, len(tokens)))
	}
	if len(out) > 0 && !out[0].Plural {
		out[0].Sole = sole(tokens)
	}
	return out
}

// sole reports whether the words begin as those of one holder do: "its leader".
func sole(tokens []text.Token) bool {
	switch tokens[0].Norm {
	case "the", "its", "his", "her", "their", "our":
		return true
	}
	return tokens[0].Possessive()
}

// stands reports whether a rank or form of address follows an office it does not
// belong to: "Defence Minister Gen.", "spokesman Maj.".
func stands(tokens []text.Token, office, rank hit) bool {
	e := rank.form.entry
	return rank.from == office.to && (e.rank > 0 && e.class != Academic || e.class == Honorific) &&
		!tokens[office.to-1].Possessive() && (lists().levels[tokens[office.from].Norm] == 0 || slices.Contains(office.form.words, "of"))
}

// between looks at the words from one head to the next. cut is where a new
// office begins, or -1; joined holds where nothing parts the two heads.
func between(tokens []text.Token, from, to int) (cut int, joined bool) {
	cut, joined = -1, true
	for i := from; i < to; i++ {
		t := tokens[i]
		switch {
		case t.Norm == "and" || t.Text == "," || t.Text == "&" || t.Text == "/" || t.Text == ";" || t.Text == "(":
			cut = i
		case lists().is(t.Norm, prepositionWord) || lists().halts(t):
			cut, joined = -1, false
		}
	}
	return cut, joined && cut < 0
}

// parseVerb reads a clause that names a role by a verb: "who chairs the
// committee", "led the team from Tripoli".
func parseVerb(tokens []text.Token) (Office, bool) {
	i, who := 0, false
	for i < len(tokens) && lists().is(tokens[i].Norm, stopWord|fillerWord) && lists().verbs[tokens[i].Norm] == nil {
		who = who || tokens[i].Norm == "who" || tokens[i].Norm == "was" || tokens[i].Norm == "has"
		i++
	}
	if i >= len(tokens) {
		return Office{}, false
	}
	to := i + 1
	e := lists().verbs[tokens[i].Norm]
	if e == nil && to < len(tokens) {
		e, to = lists().verbs[tokens[i].Norm+" "+tokens[to].Norm], to+1
	}
	if e == nil {
		return Office{}, false
	}
	if _, noun := match(tokens, i); noun && !who && follows(tokens, to, "of") {
		return Office{}, false // "heads of state"
	}
	if !who && i > 0 {
		return Office{}, false
	}
	o := Office{Head: e.name, Class: e.class, Rank: e.rank, Written: e.name, Short: initials(tokens, to, len(tokens)), Letters: acronyms(tokens), Part: partOf(tokens[to:])}
	o.after(tokens, to, len(tokens), "at")
	return o, true
}

// build makes the office whose head is h, with its modifiers from token "from"
// on and what follows up to token end.
func build(tokens []text.Token, from int, h hit, end int) Office {
	e := h.form.entry
	o := Office{Head: e.name, Class: e.class, Rank: e.rank, Level: h.form.level, Plural: h.form.plural,
		Written: strings.Join(h.form.words, " ")}
	if h.form.capital {
		o.Written = strings.ToUpper(o.Written)
	}
	if h.form.field != "" {
		o.Field = []string{h.form.field}
	}
	chief := o.before(tokens, from, h)
	own := o.Field
	o.Field = nil
	lead := ""
	if last := h.form.words[len(h.form.words)-1]; last == "commanding" {
		lead = "of" // "flag officer commanding the fleet"
	}
	first := o.after(tokens, h.to, end, lead)
	switch {
	case h.form.field != "" && len(o.Field) > 0: // Secretary of State for Defence
	default:
		o.Field = join(own, o.Field)
	}
	o.settle(chief || first)
	o.Short = append(initials(tokens, from, h.from), initials(tokens, h.to, end)...)
	o.Letters, o.Part = acronyms(tokens[from:end]), partOf(tokens[from:end])
	o.Within = o.Class == Lead && slices.ContainsFunc(tokens[from:end], func(t text.Token) bool { return t.Norm == "ministry's" || t.Norm == "ministry" && t.Possessive() })
	return o
}

// initials are the first letters of every name in capitals, of two words and
// more, among the tokens: what its acronym would be.
func initials(tokens []text.Token, from, to int) []string {
	var out []string
	letters := ""
	flush := func() {
		if len(letters) > 1 {
			out = append(out, letters)
		}
		letters = ""
	}
	for i := from; i < to && i < len(tokens); i++ {
		t := tokens[i]
		switch {
		case t.Upper() && (len(t.Text) == 1 || !allCapitals(t.Text)):
			r, _ := utf8.DecodeRuneInString(t.Norm)
			letters += string(r)
		case hyphen(t) || ownerMark(tokens, i) || t.Norm == "of" || t.Norm == "for" || t.Norm == "and" || t.Norm == "the" || t.Norm == "on":
		default:
			flush()
		}
		if t.Possessive() {
			flush()
		}
	}
	flush()
	return out
}

// acronyms are the words in capitals among the tokens, in lower case.
func acronyms(tokens []text.Token) (out []string) {
	for _, t := range tokens {
		if t.Kind == text.Word && allCapitals(strings.TrimSuffix(strings.TrimSuffix(t.Text, "’s"), "'s")) {
			out = append(out, t.Norm)
		}
	}
	return out
}

// partOf is the last noun for a part of a house among the tokens, "" for none.
func partOf(tokens []text.Token) (part string) {
	for _, t := range tokens {
		switch t.Norm {
		case "department", "unit", "ward", "section", "division", "laboratory", "lab", "faculty", "desk", "workshop", "wing":
			part = t.Norm
		}
	}
	return part
}

// settle gives an office its common name where two words share one: a
// secretary of defence is a minister, and so is the head of a ministry.
func (o *Office) settle(ministry bool) {
	switch {
	case o.Head == "secretary" && len(o.Field) > 0 && portfolio(o.Field):
		o.Head, o.Class = "minister", Government
	case o.Head == "head" && ministry:
		o.Head, o.Class, o.Written = "minister", Government, "head of a ministry"
	}
	if o.Head == "president" && len(o.Body)+len(o.Field) == 1 && slices.Contains(o.told(), "parliament") {
		o.Head, o.Body, o.Field = "speaker", nil, nil // many parliaments call the speaker so
	}
	if o.Head == "minister" && len(o.Field) == 0 {
		o.Field, o.Body = o.Body, nil
		for i := 0; i < len(o.Field); i++ {
			if w := o.Field[i]; len(w) == 2 && w == strings.ToUpper(w) {
				o.Body = append(o.Body, w)
				o.Field = append(o.Field[:i:i], o.Field[i+1:]...)
				i--
			}
		}
	}
}

// portfolio reports whether every field is one that fields.txt names.
func portfolio(fields []string) bool {
	for _, f := range fields {
		if !namedField(f) {
			return false
		}
	}
	return true
}

func namedField(f string) bool {
	for _, form := range lists().fields[text.Stem(strings.SplitN(f, " ", 2)[0])] {
		if form.name == f {
			return true
		}
	}
	return false
}

// before reads what stands before the head. It reports whether that is a
// ministry: "defence ministry chief".
func (o *Office) before(tokens []text.Token, from int, h hit) (ministry bool) {
	to := h.from
	owner := from
	for i := from; i < to; i++ {
		if tokens[i].Possessive() || tokens[i].Text == "'" || tokens[i].Text == "’" {
			owner = i + 1
		}
	}
	o.add(words(tokens, from, owner), bodyOf)
	rest := words(tokens, owner, to)
	kept := rest[:0:0]
	for i, w := range rest {
		level := lists().levels[w.norm]
		switch {
		case level == First:
			if i+1 < len(rest) && lists().levels[rest[i+1].norm] == Deputy {
				o.Level |= First
				continue
			}
		case level == Chief && i < len(rest)-1 && lists().levels[rest[i+1].norm] == 0, w.norm == "then" && i > 0:
		case level != 0:
			o.Level |= level
			continue
		}
		kept = append(kept, w)
	}
	n := len(kept)
	ministry = n > 0 && kept[n-1].norm == "ministry"
	o.add(kept, modifier)
	return ministry
}

// after reads the phrases that follow the head: "-elect", "of …", "for …",
// "at …". It reports whether the first of them is a ministry. lead is the
// preposition understood where the tokens begin without one.
func (o *Office) after(tokens []text.Token, from, end int, lead string) (ministry bool) {
	if n := skipHyphen(tokens, from); n < end && lists().levels[tokens[n].Norm]&(Elect|Retired) != 0 {
		o.Level |= lists().levels[tokens[n].Norm]
		from = n + 1
	}
	nth := 0
	for i := from; i < end; {
		t := tokens[i]
		prep := lead
		if lists().is(t.Norm, prepositionWord) {
			prep = t.Norm
			i++
		} else if lead == "" {
			if nth == 0 && (t.Text == "," || t.Text == "." || t.Text == "(") || t.Text == "." {
				i++
				continue
			}
			return ministry
		}
		lead = ""
		stop := i
		for stop < end && !phraseEnd(tokens, stop, o.Head) {
			stop++
		}
		ws := words(tokens, i, stop)
		if prep != "of" && prep != "at" && timely(tokens[:stop], i) {
			ws = nil
		}
		if nth == 0 && len(ws) > 0 && (prep == "of" || prep == "at") {
			ministry = ws[len(ws)-1].norm == "ministry"
		}
		o.add(ws, prep)
		nth++
		i = stop
		if i < end && !lists().is(tokens[i].Norm, prepositionWord) {
			return ministry
		}
	}
	return ministry
}

// phraseEnd reports whether the phrase after a preposition ends before token i.
// A minister's portfolio may go on over commas and "and".
func phraseEnd(tokens []text.Token, i int, head string) bool {
	t := tokens[i]
	if t.Norm == "and" || t.Text == "&" || t.Text == "," && (head == "minister" || head == "secretary") {
		return false
	}
	if t.Kind == text.Mark {
		return !hyphen(t) && t.Text != "." && t.Text != "'" && t.Text != "’"
	}
	return lists().is(t.Norm, prepositionWord) || lists().halts(t)
}

// word is one word of a modifier or phrase.
type word struct {
	norm, text string
	upper      bool
	possessive bool
	number     bool
}

// words are the words and numbers of tokens[from:to] that say something.
func words(tokens []text.Token, from, to int) []word {
	var out []word
	for i := from; i < to && i < len(tokens); i++ {
		t := tokens[i]
		if t.Kind == text.Mark || t.Norm == "and" {
			continue
		}
		if n := skipHyphen(tokens, i+1); n != i+1 && n < to && participle(tokens[n].Norm) {
			i = n // "Russian-installed", "Paris-based": no country of the office
			continue
		}
		out = append(out, word{strings.TrimSuffix(t.Norm, "."), t.Text, t.Upper(), t.Possessive(), t.Kind == text.Number})
	}
	return out
}

func participle(w string) bool {
	return strings.HasSuffix(w, "ed") || w == "born" || w == "led" || w == "speaking" || w == "language" || w == "owned"
}

// How add takes words that no preposition leads in.
const (
	bodyOf   = "'s"
	modifier = ""
)

// add sorts the words of one phrase into country, field and body.
func (o *Office) add(ws []word, prep string) {
	ws = o.takeCountry(ws, prep)
	inBody := prep == bodyOf || prep == "at" || prep == "in" || prep == "from" || prep == "with" || prep == "to" || prep == "under"
	minister := o.Head == "minister" || o.Head == "secretary" || o.Head == "undersecretary"
	last := -1 // the last word that names a body
	for i, w := range ws {
		if lists().is(w.norm, genericWord) {
			last = i
		}
	}
	switch {
	case inBody || (prep == "of" || prep == "for") && last >= 0 && !minister:
		o.Body = join(o.Body, stems(ws))
	case prep == modifier && last >= 0:
		o.Body = join(o.Body, stems(ws[:last+1]))
		o.Field = join(o.Field, stems(ws[last+1:]))
	case minister:
		o.Field = join(o.Field, stems(ws))
	default:
		for _, s := range phrases(ws) {
			if s.named || !s.upper {
				o.Field = join(o.Field, []string{s.text})
			} else {
				o.Body = join(o.Body, []string{s.text})
			}
		}
	}
}

// taught are heads before which the name of a people is a subject.
const taught = " teacher lecturer professor tutor translator interpreter student "

// takeCountry takes the countries out of the words. Where the office is exercised
// in or towards a country, its code goes to the body.
func (o *Office) takeCountry(ws []word, prep string) []word {
	kept := ws[:0:0]
	for i := 0; i < len(ws); {
		n, code, possessive := countryAt(ws, i)
		switch {
		case n == 0:
			if seat, m, ok := seatAt(ws, i); ok {
				if o.Country == "" {
					o.Country = seat.country
				}
				o.Body = join(o.Body, []string{seat.field})
				i += m
				continue
			}
			m := placeAt(ws, i)
			kept = append(kept, ws[i:i+m]...)
			i += m
			continue
		case prep == modifier && i+n == len(ws) && strings.Contains(taught, " "+o.Head+" "):
			kept = append(kept, ws[i:i+n]...)
		case (prep == "to" || prep == "in" || prep == "for" || prep == "on" || prep == "from" && !posted(o.Head)) && !possessive && i+n == len(ws),
			o.Country != "" && o.Country != code:
			o.Body = join(o.Body, []string{code})
		default:
			o.Country = code
		}
		i += n
	}
	return kept
}

// countryAt is the longest name of a country or people at word i.
func countryAt(ws []word, i int) (n int, code string, possessive bool) {
	if !ws[i].upper {
		return 0, "", false
	}
	for n = min(4, len(ws)-i); n > 0; n-- {
		phrase := ws[i].text
		for _, w := range ws[i+1 : i+n] {
			phrase += " " + w.text
		}
		e, ok := place.Lookup(phrase)
		if ok && e.Sort > place.People {
			return 0, "", false
		}
		if ok {
			return n, e.Code, ws[i+n-1].possessive
		}
	}
	return 0, "", false
}

// placeAt is how many words from i on name a place that is no country, at least
// one: "New Mexico" is not Mexico.
func placeAt(ws []word, i int) int {
	for n := min(3, len(ws)-i); n > 1; n-- {
		phrase := ws[i].text
		for _, w := range ws[i+1 : i+n] {
			phrase += " " + w.text
		}
		if e, ok := place.Lookup(phrase); ok && e.Sort > place.People {
			return n
		}
	}
	return 1
}

func seatAt(ws []word, i int) (seat, int, bool) {
	l := lists()
	if i+1 < len(ws) {
		if s, ok := l.seats[ws[i].norm+" "+ws[i+1].norm]; ok {
			return s, 2, true
		}
	}
	s, ok := l.seats[ws[i].norm]
	return s, 1, ok
}

// phrase is one stem or named field.
type phrase struct {
	text  string
	named bool // fields.txt has it
	upper bool
}

// plain is a word without diacritics: two articles write one team's owner
// Wróblewski and Wroblewski.
func plain(w string) string {
	for i := 0; i < len(w); i++ {
		if w[i] >= 0x80 {
			return place.Fold(w)
		}
	}
	return w
}

// phrases are the stems of words, fields under their one name, without fillers
// and without nouns that any body has.
func phrases(ws []word) []phrase {
	l := lists()
	stem := make([]string, len(ws))
	for i, w := range ws {
		stem[i] = text.Stem(plain(w.norm))
	}
	var out []phrase
	for i := 0; i < len(ws); {
		n := 0
		for _, f := range l.fields[stem[i]] {
			if len(f.stems) <= len(stem)-i && slices.Equal(f.stems, stem[i:i+len(f.stems)]) {
				out = append(out, phrase{f.name, true, ws[i].upper})
				n = len(f.stems)
				break
			}
		}
		if n == 0 {
			n = 1
			acronym := allCapitals(ws[i].text) && len(ws[i].text) < 8
			if (acronym || !l.is(ws[i].norm, fillerWord|genericWord|numberWord)) && (l.levels[ws[i].norm] == 0 || ws[i].norm == "first") && stem[i] != "" {
				out = append(out, phrase{stem[i], false, ws[i].upper})
			}
		}
		i += n
	}
	return out
}

func stems(ws []word) []string {
	var out []string
	for _, p := range phrases(ws) {
		out = append(out, p.text)
	}
	return out
}

// Renamed is the office with one name for the body that the tokens name, wherever its words
// stand: two articles may call one body by names that share no word.
func (o Office) Renamed(tokens []text.Token, body string) Office {
	named := stems(words(tokens, 0, len(tokens)))
	without := func(list []string) []string {
		return slices.DeleteFunc(slices.Clone(list), func(w string) bool { return slices.Contains(named, w) })
	}
	o.Field, o.Body = without(o.Field), join(without(o.Body), []string{body})
	return o
}

// join is a with those of b that it does not have.
func join(a, b []string) []string {
	for _, w := range b {
		if !slices.Contains(a, w) {
			a = append(a[:len(a):len(a)], w)
		}
	}
	return a
}
