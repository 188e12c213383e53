// This file says what a capitalised run is: person, body, place, or none of them.

package entity

import (
	"strings"

	"doubletake/model"
	"doubletake/model/kin"
	"doubletake/model/name"
	"doubletake/model/place"
	"doubletake/model/text"
	"doubletake/model/title"
)

// named is one run made out: what it names, where exactly, and how sure that is.
type named struct {
	claim, from, to int
	kind            model.Kind
	sure            bool // the words themselves say so; a doubtful run follows a sure one of the same words
	adjective       bool
	titleFrom       int // people: the title before the name begins here; from where there is none
}

// unknown marks a run that nothing tells apart yet.
const unknown = model.Certainty

// sort makes out every run. A run may hold several names ("Russian President
// Vladimir Putin"), so it may yield several.
func (r *reader) sort() []named {
	var out []named
	for _, x := range r.runs {
		out = r.split(out, x)
	}
	return out
}

// split trims what a sentence's first capital adds, cuts the title from the name,
// and sorts the rest.
func (r *reader) split(out []named, x run) []named {
	t := r.tokens[x.claim]
	x, ok := r.trim(x)
	if !ok {
		return out
	}
	if n, rest, ok := nationality(t, x); ok {
		out = append(out, n)
		x = rest
	}
	if at, begin := r.cut(x); at > 0 {
		return append(out, named{x.claim, at, x.to, model.Name, true, false, begin})
	}
	// A nation before a body or person of its own: "Iran’s Foreign Ministry" stays
	// one run; "Syria’s" alone is a place.
	n := r.widen(t, r.classify(x))
	if last := len(out) - 1; last >= 0 && n.kind == model.Organisation && out[last].claim == n.claim && out[last].to == n.from &&
		out[last].kind == model.Place && (out[last].sure || saint(t, out[last].from, out[last].to)) {
		n.from = out[last].from // "Iran’s" "Foreign Ministry", "St. Mary's" "Hospital"
		out = out[:last]
	}
	return append(out, n)
}

// nationality cuts the word for a people off a person's name: "Frenchman Loïc
// Perrault", "Briton Jo Bloggs".
func nationality(t []text.Token, x run) (named, run, bool) {
	if x.to-x.from < 2 || t[x.from].Possessive() || isHyphen(t[x.from+1]) || !isGiven(t[x.from+1].Norm) || !personal(t, x.from+1, x.to) {
		return named{}, x, false
	}
	w := t[x.from].Norm
	e, ok := place.Lookup(w)
	man := strings.HasSuffix(w, "man") || strings.HasSuffix(w, "woman")
	if !(ok && e.Sort == place.People) && !(man && len(w) > 6 && !isGiven(w)) && !natives[w] {
		return named{}, x, false
	}
	n := named{claim: x.claim, from: x.from, to: x.from + 1, kind: model.Place, sure: ok, adjective: true, titleFrom: x.from}
	if !ok {
		n.kind = model.Quote // no name at all
	}
	x.from++
	x.opens = false
	return n, x, true
}

// creeds are adjectives of faith, which name nobody.
var creeds = set("shiite shi'ite shia shi'a sunni alawite alevi druze ismaili yazidi yezidi muslim islamic islamist jewish catholic protestant orthodox anglican evangelical hindu buddhist sikh")

// natives are what people of a country are called beside its adjective.
var natives = set("brit aussie kiwi scot scotsman englishman welshman irishman northerner southerner londoner parisian berliner muscovite parisienne viennese")

// trim takes a first word off that has its capital from the sentence alone. ok is
// false where nothing is left.
func (r *reader) trim(x run) (run, bool) {
	t := r.tokens[x.claim]
	for x.from < x.to && x.opens {
		n := t[x.from].Norm
		single := x.to == x.from+1
		if single {
			return x, r.alone(t[x.from]) || kinBehind(t, x.to) && text.Weight(n) >= 1
		}
		if !text.Stop(n) && (!r.ordinary(x) || eastAsian(t, x)) {
			break
		}
		x.from++
		for x.from < x.to && (t[x.from].Kind == text.Mark || particles[t[x.from].Norm] && !t[x.from].Upper() || t[x.from].Norm == "of") {
			x.from++
		}
		if x.from < x.to {
			x.opens = false
			if x.to == x.from+1 && text.Stop(t[x.from].Norm) {
				return x, false
			}
		}
	}
	return x, x.from < x.to
}

// alone reports whether a single capitalised word that opens a sentence is a name:
// the article writes it so elsewhere, or the lexicons know it.
func (r *reader) alone(t text.Token) bool {
	n := t.Norm
	if text.Stop(n) || r.small[n] > 0 && r.capital[n] == 0 {
		return false
	}
	if r.capital[n] > 0 {
		return r.capital[n] >= r.small[n]
	}
	if e, ok := place.Lookup(n); ok && (e.Sort != place.City || text.Weight(n) >= 1) {
		return true
	}
	return isAcronym(bare(t)) || nickname(t) || strange(n)
}

// strange reports whether a word is no English one as far as the lists know it: neither
// common, nor near another in meaning, nor made as an inflection or an abstract noun is.
func strange(norm string) bool {
	const least = 4
	if len(norm) < least || text.Weight(norm) < 1 || strings.ContainsAny(norm, ".'") {
		return false
	}
	for _, e := range [...]string{"s", "ing", "ed", "ly", "ity", "ment", "tion", "sion", "ness", "ism", "ance", "ence", "able", "less", "man", "men", "ship"} {
		if strings.HasSuffix(norm, e) {
			return false
		}
	}
	for range kin.All(text.Stem(norm)) {
		return false
	}
	return true
}

// nickname reports whether one word is what a body is well known by, and no English word
// ("Interpol", "Pemex"), or says in another language what body it is ("Nationalmuseet").
func nickname(t text.Token) bool {
	return text.Weight(t.Norm) >= 1 && (name.WellKnown(bare(t)) || name.Compound(bare(t)))
}

// landforms are the words that open the name of a place: "Mount Erebus".
var landforms = set("mount mt lake river fort port cape")

// ordinary reports whether the first word of a longer run that opens a sentence
// is no part of the name: an English word that stands in lower case elsewhere or
// is common, before words that make a name by themselves.
func (r *reader) ordinary(x run) bool {
	t := r.tokens[x.claim]
	n := t[x.from].Norm
	if _, ok := place.Lookup(n); ok || isGiven(n) && r.small[n] == 0 || is(n, headBody|headThing) || landforms[n] {
		return false
	}
	if n := titleHead(t, x.from); n > 0 {
		return false
	}
	if x.from+1 < x.to && isApostrophe(t[x.from+1]) {
		return false // "Citizens' Vote Watch"
	}
	if k := x.from + 2; k+1 < x.to && isHyphen(t[k]) && !t[k+1].Upper() && text.Weight(t[k-1].Norm) >= 1 {
		return false // "Yun Seong-hyeok"
	}
	if r.capital[n] > 0 && r.small[n] == 0 {
		return false
	}
	if _, ok := place.Lookup(join(t, x.from, x.to)); ok {
		return false
	}
	if is(t[x.to-1].Norm, headBody|headRegion|headThing) || headed(t, x.from+1, x.to) {
		return text.Weight(n) < 0.5 && r.small[n] > 0
	}
	return r.small[n] > 0 || text.Weight(n) < 1
}

// titleHead is the number of tokens of the title head that begins at i, 0 for none.
func titleHead(t []text.Token, i int) int {
	n, ok := title.Head(t, i)
	if !ok {
		return 0
	}
	return n
}

// cut finds the place in a run where a title ends and a name begins; at is 0 where
// there is no title. begin is where the title begins, which may be before the run,
// or at for a mere form of address.
func (r *reader) cut(x run) (at, begin int) {
	t := r.tokens[x.claim]
	if legalForm(t, x.from, x.to) {
		return 0, 0 // "its owner, Norrvik Marine S.A."
	}
	best := 0
	for k := x.from; k < x.to; k++ {
		start, ok := r.titleBefore(t, k, x)
		if !ok {
			continue
		}
		// "Minister of Foreign Affairs |Yevgeny Kuzmichyov": a given name begins the
		// name, else the first word that is no English word.
		score := 1
		switch {
		case isGiven(t[k].Norm):
			score = 3
		case text.Weight(t[k].Norm) >= 1 && !is(t[k].Norm, headBody):
			score = 2
		}
		if score > best {
			best, at, begin = score, k, start
		}
	}
	if best > 0 {
		return at, begin
	}
	if n := titleHead(t, x.from); n > 0 && !isGiven(t[x.from].Norm) {
		k := x.from + n
		if k < x.to && t[k].Text == "." {
			k++
		}
		if k < x.to && nameBegins(t, k, x) && personal(t, k, x.to) {
			return k, x.from
		}
	}
	return 0, 0
}

// titleBefore is where the title begins that ends right before token k of a run,
// if a name can begin there.
func (r *reader) titleBefore(t []text.Token, k int, x run) (start int, ok bool) {
	if !nameBegins(t, k, x) || !personal(t, k, x.to) || titleHead(t, k) > 0 && !isGiven(t[k].Norm) && k+1 < x.to {
		return 0, false
	}
	start, ok = title.Before(t, k)
	if !ok && k-1 > x.from && is(t[k-1].Norm, headBody) {
		start, ok = title.Before(t, k-1) // "General Army Yunus-Bek": a body's word between rank and name
	}
	return start, ok && (k == x.from || start >= x.from || r.holdsHead(t, x.from, k) || nation(t, x.from, k))
}

// numbered reports whether a dot and a figure are glued to what ends before token i.
func numbered(t []text.Token, i int) bool {
	return i+1 < len(t) && t[i].Text == "." && t[i].Glued && t[i+1].Kind == text.Number && t[i+1].Glued
}

// modelled reports whether a run of several words behind "a" names a make: figures and
// capitals written as one stand behind it or end it, "a Dassault Falcon 7X", "an Airbus A320".
func modelled(t []text.Token, x run) bool {
	if x.from == 0 || t[x.from-1].Norm != "a" && t[x.from-1].Norm != "an" {
		return false
	}
	const longest = 4 // "MAX8"
	if k := x.to; k+1 < len(t) && t[k].Kind == text.Number && t[k+1].Glued && t[k+1].Kind == text.Word {
		return len(t[k+1].Text) <= longest && t[k+1].Text == strings.ToUpper(t[k+1].Text)
	}
	last := t[x.to-1].Text
	return strings.ContainsAny(last, "0123456789") && t[x.to-1].Upper()
}

// nation reports whether the tokens name a country: "the envoy to Chile |Hugo Paz".
func nation(t []text.Token, from, to int) bool {
	_, ok := place.Nation(join(t, from, to))
	return ok
}

// nameBegins reports whether a name may begin at token k of a run: not inside a
// compound, not at a word in lower case that is no particle.
func nameBegins(t []text.Token, k int, x run) bool {
	if t[k].Kind != text.Word || !t[k].Upper() && !particles[t[k].Norm] || k == x.to-1 && shouted(t, k) {
		return false
	}
	return k == x.from || !isHyphen(t[k-1]) && (t[k-1].Upper() || !particles[t[k-1].Norm])
}

// holdsHead reports whether the head of a title stands among the tokens.
func (r *reader) holdsHead(t []text.Token, from, to int) bool {
	for k := from; k < to; k++ {
		if titleHead(t, k) > 0 {
			return true
		}
	}
	return false
}

// personal reports whether the tokens can be a person's name: no head of a body,
// no known country, not too long.
func personal(t []text.Token, from, to int) bool {
	words := 0
	for k := from; k < to; k++ {
		if t[k].Text == "&" {
			return false
		}
		if t[k].Kind != text.Word {
			continue
		}
		if words++; words > 6 {
			return false // also where a run of capitals goes on for ever
		}
		if t[k].Norm == "of" || t[k].Norm == "for" || t[k].Norm == "and" || t[k].Norm == "in" && (k == from || !isHyphen(t[k-1])) {
			return false
		}
		if is(t[k].Norm, headBody) && !isGiven(t[k].Norm) || t[k].Norm == "without" || t[k].Norm == "against" {
			return false
		}
	}
	if words == 0 {
		return false
	}
	if _, ok := place.Nation(join(t, from, to)); ok || words == 1 && name.Compound(bare(t[to-1])) {
		return false
	}
	return !isAcronym(t[from].Text) || strings.Contains(t[from].Text, ".")
}

// join is the words of a run, as written, with single spaces and without a
// possessive ending.
func join(t []text.Token, from, to int) string {
	var b strings.Builder
	for k := from; k < to; k++ {
		if k > from && !t[k].Glued {
			b.WriteByte(' ')
		}
		if k == to-1 {
			b.WriteString(bare(t[k]))
		} else {
			b.WriteString(t[k].Text)
		}
	}
	return b.String()
}

// bare is a token's text without a possessive ending.
func bare(t text.Token) string {
	if t.Possessive() {
		return t.Text[:strings.LastIndexAny(t.Text, "'’")]
	}
	return t.Text
}

// span is where a run stands in the article, without a possessive ending.
func span(t []text.Token, from, to int) model.Span {
	last := t[to-1]
	return model.Span{Start: t[from].Span.Start, End: last.Span.Start + len(bare(last))}
}

// classify sorts a run that no title introduces.
func (r *reader) classify(x run) named {
	t := r.tokens[x.claim]
	n := named{claim: x.claim, from: x.from, to: x.to, kind: unknown, titleFrom: x.from}
	if x.to-x.from > 1 && is(t[x.to-1].Norm, headThing) && headed(t, x.from, x.to-1) && x.to < len(t) && t[x.to].Kind == text.Number {
		x.to--
		n.to-- // "Saratov Airlines Flight 703" names the airline
	}
	words := join(t, x.from, x.to)
	last, first := t[x.to-1].Norm, t[x.from].Norm
	if e, ok := place.Lookup(words); ok && !(e.Sort == place.City && isGiven(last) && x.to == x.from+1 && text.Weight(last) < 0.5) {
		n.kind, n.sure, n.adjective = model.Place, e.Sort != place.City, e.Sort == place.People
		return n
	}
	if x.from == 0 && x.claim <= 1 && strings.HasPrefix(r.article.Dateline, words) {
		n.kind, n.sure = model.Place, true // "SAFAGA, Egypt, Feb. 8 (Northline) —"
		return n
	}
	single := x.to == x.from+1
	switch {
	case eastAsian(t, x) && personal(t, x.from, x.to):
		n.kind, n.sure = model.Name, true
	case !single && is(last, headThing) && !headed(t, x.from, x.to-1) || single && is(last, headThing):
		n.kind = model.Quote // neither person, body nor place
	case !single && is(last, headBody), is(first, headBody) && x.from+1 < x.to && (t[x.from+1].Norm == "of" || t[x.from+1].Norm == "for"):
		n.kind, n.sure = model.Organisation, true
	case is(first, headRegion) && !is(last, headRegion) && headed(t, x.from+1, x.to) && hasOf(t, x.from, x.to):
		n.kind, n.sure = model.Organisation, true // "State Committee for Geology"
	case !single && is(last, headRegion) || is(first, headRegion) && x.from+1 < x.to:
		n.kind, n.sure = model.Place, true
	case saint(t, x.from, x.to):
		n.kind = model.Place // or a surname, where the article has it
	case headed(t, x.from, x.to) && hasOf(t, x.from, x.to):
		n.kind, n.sure = model.Organisation, true
	case !single && modelled(t, x):
		n.kind = model.Quote // "a Dassault Falcon 7X": a maker's model is no body
	case isAcronym(t[x.to-1].Text) && numbered(t, x.to):
		n.kind = model.Quote // what a machine is called by its makers: "a Learjet XR.35"
	case single && creeds[first]:
		n.kind = model.Quote // "Shiite militias"
	case single && isAcronym(bare(t[x.from])) && shouted(t, x.from):
		n.kind = model.Quote // an English word that the paper only stresses
	case single && isAcronym(bare(t[x.from])) && !notBody[first]:
		n.kind, n.sure = model.Organisation, true
	case !single && (legalForm(t, x.from, x.to) || name.WellKnown(words)) || single && nickname(t[x.from]), introducedBody(t, x):
		n.kind, n.sure = model.Organisation, true
	case saintly(t, x):
		n.kind = model.Place // "Sint-Truiden"
	case twoSyllables(t, x) && personal(t, x.from, x.to):
		n.kind, n.sure = model.Name, true
	case bodyBehind(t, x.to), shared(t, x):
		n.kind, n.sure = model.Organisation, true
	case joinedPlace(t, x), regionBehind(t, x.to):
		n.kind, n.sure = model.Place, true
	case r.person(x):
		n.kind, n.sure = model.Name, true
	case single && text.Weight(first) >= 1 && name.WellKnown(words):
		n.kind = model.Organisation
	case single && (first == "kremlin" || first == "pentagon" || is(first, headBody) && r.small[first] == 0):
		n.kind, n.sure = model.Organisation, true
	}
	return n
}

// legalForm reports whether a run ends in the dotted or slashed form of a company: "S.A.",
// "A/S", "d.d.".
func legalForm(t []text.Token, from, to int) bool {
	k := to
	var letters []byte
	for k > from && len(letters) < 4 {
		w := t[k-1]
		switch {
		case w.Text == "." || w.Text == "/":
		case w.Kind == text.Word && len(strings.Trim(w.Text, ".")) == 1:
			letters = append([]byte(w.Norm[:1]), letters...)
		case w.Kind == text.Word && strings.Count(w.Text, ".") > 0 && len(w.Text) <= 6:
			letters = append([]byte(strings.ReplaceAll(w.Norm, ".", "")), letters...)
		default:
			return k < to && k > from && legalForms[string(letters)]
		}
		k--
	}
	return false
}

// legalForms are the letters of company forms that are written with dots or a stroke.
var legalForms = set("sa as dd doo spa srl nv bv ag kg ab sas sl")

// introducedBody reports whether the word before a run says that a company follows: "the
// carrier Ala Air", "Dutch firm Van Houten".
func introducedBody(t []text.Token, x run) bool {
	return x.from > 0 && !t[x.from-1].Upper() && bodyNouns[t[x.from-1].Norm]
}

// bodyNouns are the words in lower case behind which the name of a company or a paper stands.
var bodyNouns = set("company firm carrier airline operator manufacturer maker retailer lender insurer brewer charity journal newspaper magazine tabloid drugmaker carmaker automaker chipmaker shipowner")

// saintly reports whether a run is a name with a saint before a hyphen: "Sainte-Anne".
func saintly(t []text.Token, x run) bool {
	if x.to-x.from != 3 || !isHyphen(t[x.from+1]) {
		return false
	}
	switch t[x.from].Norm {
	case "saint", "sainte", "sint", "sankt", "st", "ste", "santa", "sant":
		return true
	}
	return false
}

// saint reports whether a run is a saint's name: "St. Mary".
func saint(t []text.Token, from, to int) bool {
	return to-from > 1 && to-from <= 3 && (t[from].Norm == "st" || t[from].Norm == "saint")
}

// shouted reports whether token i is an English word that has its capitals for stress:
// "vowed NOT to leave".
func shouted(t []text.Token, i int) bool {
	w := bare(t[i])
	if w != strings.ToUpper(w) || len(w) < 3 || strings.Contains(w, ".") || initialWords[t[i].Norm] {
		return false
	}
	return text.Stop(t[i].Norm) || text.Weight(t[i].Norm) < 0.8 && !isGiven(t[i].Norm)
}

// initialWords are the English words that are better known as initials.
var initialWords = set("who us un it aids ice opec fed bart cop nice snap start care sec ira pip pac may")

// regionBehind reports whether the country or region that a place lies in stands
// behind it: "Palmer Lake, Colorado", "Paris, Tex.".
func regionBehind(t []text.Token, i int) bool {
	if i+1 >= len(t) || t[i].Text != "," || !t[i+1].Upper() || t[i+1].Possessive() {
		return false
	}
	end := i + 2
	if end < len(t) && t[end].Text == "." && t[end].Glued { // "Colo."
		end++
	} else if end < len(t) && isCapital(t, end) {
		end++ // "North Carolina"
	}
	e, ok := place.Lookup(join(t, i+1, end))
	if !ok {
		e, ok = place.Lookup(t[i+1].Norm)
		end = i + 2
	}
	return ok && e.Sort != place.People && e.Sort != place.City && (end >= len(t) || t[end].Kind == text.Mark || !t[end].Upper())
}

// notBody are words in capitals that name no body.
var notBody = set("tv ceo cfo coo gps gmt utc est edt pst cet bst dna rna pc dr mr mrs ms ok am pm id iq ai it phd md mph kph suv atm vip mp mps adhd hiv aids asap faq pdf sms usb gdp ii iii iv vi vii viii ix wi-fi")

func hasOf(t []text.Token, from, to int) bool {
	for k := from; k < to; k++ {
		if t[k].Norm == "of" || t[k].Norm == "for" {
			return true
		}
	}
	return false
}

// person reports whether a run is a person's name by its own words or by what
// stands right after it.
func (r *reader) person(x run) bool {
	t := r.tokens[x.claim]
	if !personal(t, x.from, x.to) {
		return false
	}
	words, initials, inner := 0, 0, false
	for k := x.from; k < x.to; k++ {
		if t[k].Kind != text.Word {
			continue
		}
		words++
		if len([]rune(strings.Trim(t[k].Text, "."))) == 1 || isAcronym(t[k].Text) && strings.Contains(t[k].Text, ".") {
			initials++
		}
		inner = inner || !t[k].Upper() && particles[t[k].Norm] && k > x.from && !isHyphen(t[k-1])
		if r.small[t[k].Norm] > 2 && !isGiven(t[k].Norm) && !particles[t[k].Norm] {
			return false // the article uses the word as a word
		}
	}
	if age(t, x.to) || aged(t, x.from) || kinBehind(t, x.to) {
		return true
	}
	if _, _, ok := title.After(t, x.to); ok && words > 1 {
		return true
	}
	if words < 2 || x.from > 0 && t[x.from-1].Norm == "the" {
		return false
	}
	if _, ok := place.Lookup(t[x.from].Norm); ok && !isGiven(t[x.from].Norm) {
		return false
	}
	if x.from > 0 && located(t, x.from) {
		return false
	}
	return isGiven(t[x.from].Norm) || initials > 0 || inner && words > 2 || particles[t[x.from].Norm] || speaks(t, x.to)
}

// twoSyllables reports whether a run is built as Korean and Chinese names are: "Gwon
// Hae-in", "Liu Yun-ting".
func twoSyllables(t []text.Token, x run) bool {
	k := x.from
	return hyphened(t, x) && len(t[k].Text) <= 6 && len(t[k+1].Text) <= 6 && len(t[k+3].Text) <= 6 &&
		!is(t[k].Norm, headBody) && (text.Weight(t[k].Norm) >= 1 || isGiven(t[k+1].Norm) || text.Weight(t[k+3].Norm) >= 1)
}

// eastAsian reports whether a run is a known family name with two syllables behind it,
// whatever else its words may be: "Noh Man-sik", "Park Man-sik".
func eastAsian(t []text.Token, x run) bool {
	k := x.from
	return hyphened(t, x) && name.EastAsian(t[k].Norm, t[k+1].Norm, t[k+3].Norm)
}

// hyphened reports whether a run is a word and two that a hyphen joins, the last in small
// letters: "Noh Man-sik".
func hyphened(t []text.Token, x run) bool {
	k := x.from
	return x.to-k == 4 && isHyphen(t[k+2]) && !t[k+3].Upper()
}

// shared reports whether a run has shares or is a part of a concern: "shares of X",
// "a unit of X".
func shared(t []text.Token, x run) bool {
	if x.from < 2 || t[x.from-1].Norm != "of" && t[x.from-1].Norm != "in" {
		return false
	}
	switch t[x.from-2].Norm {
	case "shares", "share", "stock", "stake", "subsidiary", "unit":
		return true
	}
	return false
}

// joinedPlace reports whether a run is a name with a small word between hyphens, as
// towns have it: "Mazar-i-Sharif", "Stratford-upon-Avon".
func joinedPlace(t []text.Token, x run) bool {
	k := x.from
	return x.to-k == 5 && isHyphen(t[k+1]) && isHyphen(t[k+3]) && !t[k+2].Upper() && t[k+4].Upper() && !ezafeBody[t[k].Norm]
}

// ezafeBody are the heads of Persian and Urdu names of movements, which are built
// like those of towns: "Lashkar-e-Taiba".
var ezafeBody = set("lashkar jaish jaysh tehrik tehreek hizb hezb jamaat jamiat majlis sipah harkat anjuman ahl")

// bodyBehind reports whether an apposition at i makes the name a body: ", the
// Ankara company that builds …", ", China's largest maker of …".
func bodyBehind(t []text.Token, i int) bool {
	if i+2 >= len(t) || t[i].Text != "," || t[i+1].Norm != "a" && t[i+1].Norm != "an" && t[i+1].Norm != "the" && !t[i+1].Possessive() {
		return false
	}
	for k := i + 2; k < len(t) && k < i+8 && t[k].Kind == text.Word; k++ {
		if titleHead(t, k) > 0 {
			return false
		}
		if t[k].Possessive() {
			return false // "the agency's deputy director"
		}
		if is(t[k].Norm, afterBody) && !t[k].Upper() {
			return k+1 >= len(t) || !is(t[k+1].Norm, afterBody) && titleHead(t, k+1) == 0
		}
		if t[k].Norm == "that" || t[k].Norm == "who" || t[k].Norm == "which" || t[k].Norm == "of" {
			return false
		}
	}
	return false
}

// age reports whether an age stands at i, as behind a person: ", 41," or "(41)".
func age(t []text.Token, i int) bool {
	return i+2 < len(t) && (t[i].Text == "," && (t[i+2].Text == "," || t[i+2].Text == "." || t[i+2].Text == ";") || t[i].Text == "(" && t[i+2].Text == ")") &&
		t[i+1].Kind == text.Number && len(t[i+1].Text) <= 2
}

// aged reports whether an age stands right before a name: "seven-year-old Lien".
func aged(t []text.Token, i int) bool {
	return i > 4 && t[i-1].Norm == "old" && isHyphen(t[i-2]) && (t[i-3].Norm == "year" || t[i-3].Norm == "month") && isHyphen(t[i-4])
}

// kinBehind reports whether it stands behind a name whose kin it names: "Lien, her
// seven-year-old daughter".
func kinBehind(t []text.Token, i int) bool {
	if i+1 >= len(t) || t[i].Text != "," {
		return false
	}
	switch t[i+1].Norm {
	case "her", "his", "their", "my", "our":
	default:
		return false
	}
	from, to, ok := title.After(t, i)
	if !ok {
		return false
	}
	offices := title.Parse(t[from:to])
	return len(offices) > 0 && offices[0].Class == title.Kin
}

var speechVerbs = set("said says told tells added adds noted notes wrote writes recalled recalls argued argues testified explained explains remembered thinks thought believes tweeted replied joked insisted insists")

// speaks reports whether a verb of speaking stands at i or right before the name.
func speaks(t []text.Token, i int) bool { return i < len(t) && speechVerbs[t[i].Norm] }

// widen takes in the words in lower case that belong to a name: "the Al Arabiya
// channel", "Seef district", "the Azerbaijani defence ministry".
func (r *reader) widen(t []text.Token, n named) named {
	next := n.to
	if n.kind == model.Place && next < len(t) {
		if to := bodyAfter(t, next); to > 0 {
			return named{n.claim, n.from, to, model.Organisation, true, false, n.from}
		}
	}
	if n.kind == model.Name || next >= len(t) || t[next].Kind != text.Word || t[next].Upper() || t[next].Glued {
		return r.introduced(t, n)
	}
	if n.adjective {
		return n
	}
	w := t[next].Norm
	two := next+1 < len(t) && t[next+1].Kind == text.Word && is(t[next+1].Norm, afterBody)
	switch {
	case (w == "news" || w == "radio" || w == "television" || w == "tv") && two:
		return named{n.claim, n.from, next + 2, model.Organisation, true, false, n.from}
	case (n.kind != model.Place || saint(t, n.from, n.to)) && is(w, afterBody) && !t[n.to-1].Possessive():
		return named{n.claim, n.from, next + 1, model.Organisation, true, false, n.from}
	case n.kind != model.Organisation && is(w, afterRegion) && !t[n.to-1].Possessive():
		return named{n.claim, n.from, next + 1, model.Place, true, false, n.from}
	}
	return r.introduced(t, n)
}

// bodyAfter is the end of a nation's body in lower case that begins at i:
// "defence ministry", "navy", "foreign ministry"; 0 where there is none.
func bodyAfter(t []text.Token, i int) int {
	for k := i; k < len(t) && k < i+3; k++ {
		if t[k].Kind != text.Word || t[k].Upper() || t[k].Glued {
			return 0
		}
		if states[t[k].Norm] {
			return k + 1
		}
		if !fields[t[k].Norm] {
			return 0
		}
	}
	return 0
}

// states are a state's bodies as written in lower case, fields the words before them.
var states = set("ministry staff navy army government parliament police embassy military forces force guard cabinet senate congress consulate")
var fields = set("foreign defence defense interior finance health education transport justice trade commerce agriculture energy economy economic armed security air coast national federal state special culture environment labour labor home prime")

// introduced sorts what is still unknown by the words before it.
func (r *reader) introduced(t []text.Token, n named) named {
	if n.kind != unknown || n.from == 0 {
		return n
	}
	b := t[n.from-1].Norm
	if b == "of" && n.from > 1 && is(t[n.from-2].Norm, beforeRegion) {
		n.kind, n.sure = model.Place, true
		return n
	}
	switch {
	case is(b, beforeRegion):
		n.kind, n.sure = model.Place, true
	case is(b, beforeBody):
		n.kind, n.sure = model.Organisation, true
	case (located(t, n.from) || r.endpoint(t, n)) && r.words(n) <= 3, b == "on" && n.to == n.from+1 && !media[t[n.from].Norm]:
		n.kind = model.Place // doubtful: "in Eigg", but also "in Macbeth"
	}
	return n
}

// endpoint reports whether a name is one end of a way: "from Piraeus to Spetses",
// "between Sisian and Kajaran", "towed to Salamina".
func (r *reader) endpoint(t []text.Token, n named) bool {
	var opener string
	switch b := t[n.from-1].Norm; b {
	case "from", "between":
		return n.to+1 < len(t) && t[n.to].Norm == otherEnd[b] && isCapital(t, n.to+1)
	case "to":
		if n.from > 1 && moves[t[n.from-2].Norm] {
			return true
		}
		opener = "from"
	case "and":
		opener = "between"
	default:
		return false
	}
	k := n.from - 2
	for k > 0 && k > n.from-5 && t[k].Kind == text.Word && t[k].Upper() {
		k--
	}
	return k >= 0 && k < n.from-2 && t[k].Norm == opener
}

// otherEnd is what leads to the second end of a way that a word opens.
var otherEnd = map[string]string{"from": "to", "between": "and"}

// moves are verbs behind which "to" leads to a place.
var moves = set("moved travelled traveled flew flown went gone drove driven sailed towed airlifted returned returning fled walked marched bound headed heading rushed evacuated")

// located reports whether the words before i say that a place follows: "in",
// "west of".
func located(t []text.Token, i int) bool {
	b := t[i-1].Norm
	return locative[b] || b == "of" && i > 1 && sides[t[i-2].Norm]
}

// media are what one is "on" and no island.
var media = set("facebook twitter instagram youtube tiktok telegram whatsapp linkedin reddit netflix spotify snapchat threads bluesky mastodon weibo wechat discord twitch signal amazon google ebay airbnb zoom android windows broadway x bloomberg")

var locative = set("in at near off outside around across through along above below beyond")
var sides = set("north south east west northeast northwest southeast southwest outskirts vicinity outside centre center inhabitants residents people " +
	"summit slopes slope foot coast shore shores bank banks bridge streets mayor bishop archbishop skies waters commune parish resort plains plain heights edge " +
	"harbour harbor airport citizens villagers siege battle peak ruins council streets")
