// This file finds capitalised runs: the stretches of words that may be names.

package entity

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"doubletake/model/place"
	"doubletake/model/text"
	"doubletake/model/title"
)

// run is a stretch [from, to) of one claim's tokens that is written as a name.
type run struct {
	claim, from, to int
	opens           bool // it begins a sentence or a quotation, where a capital says nothing
}

// particles stand in lower case inside names of people and places.
var particles = set("de del della delle di da dos das du la le las los van von der den ten ter zu zum bin ibn ben bint al el ul ad ash as at az an ar abu ap y e i af av")

// owners are possessives that are part of a name: "People's Navy".
var owners = set("people women children men queen king worker farmer veteran teacher nurse student mother father parent pensioner citizen consumer voter taxpayer tenant resident " +
	"doctor lawyer engineer writer artist journalist miner driver pilot sailor seafarer fishermen peasant landowner trader merchant player actor officer employer employee " +
	"lloyd moody sotheby christie mcdonald levi macy")

// dayWords are never names on their own.
var dayWords = set("january february march april june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec " +
	"monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun")

// glueTails are second halves of compounds that are no part of a name: "U.S.-led".
var glueTails = set("led based backed made born owned run held style era wide speaking controlled occupied brokered mediated funded sponsored " +
	"built trained linked related aligned friendly bound old day year month week long term level wing class type size affiliated appointed sanctioned dominated ruled majority supported")

// wordStarts are first halves that make one word with what follows: "Co-operation".
var wordStarts = set("co re non anti counter inter multi de")

// syllables end Korean given names and are English words too: "Gwon Hae-in".
var syllables = set("in on so an do no ho")

// numbers open sentences in words and belong to no name.
var numbers = set("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen " +
	"twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million dozen dozens several")

func set(words string) map[string]bool {
	m := make(map[string]bool)
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// runs are the capitalised runs of one claim, in order, without overlap.
func runs(claim int, t []text.Token) []run {
	var out []run
	opens := true
	for i := 0; i < len(t); {
		if !starts(t, i) {
			opens = opens && t[i].Kind == text.Mark || opensQuote(t, i)
			i++
			continue
		}
		end := extend(t, i)
		out = append(out, run{claim, i, end, opens || afterOpener(t, i)})
		opens = false
		i = end
	}
	return out
}

// starts reports whether a name may begin at token i.
func starts(t []text.Token, i int) bool {
	if t[i].Kind != text.Word {
		return false
	}
	if isCapital(t, i) {
		party := len(t[i].Text) == 1 && i+1 < len(t) && isHyphen(t[i+1]) // "R-Brandt Falls"
		return !isDay(t, i) && !party
	}
	// "al-Gharyani", "ash-Sharif", "bin Hamad"
	return particles[t[i].Norm] && i+2 < len(t) && isHyphen(t[i+1]) && t[i+1].Glued && t[i+2].Glued && t[i+2].Upper() && len(t[i].Norm) <= 3 && !(i > 0 && t[i].Glued)
}

// isCapital reports whether token i is written with a capital and is not one of
// the words that always are.
func isCapital(t []text.Token, i int) bool {
	if t[i].Kind != text.Word || !t[i].Upper() {
		return false
	}
	switch n := t[i].Norm; {
	case n == "i" || strings.HasPrefix(n, "i'"):
		return false
	case n == "a" && len(t[i].Text) == 1:
		return i+1 < len(t) && t[i+1].Text == "."
	case n == "the" || numbers[n]:
		return false
	}
	return true
}

// isDay reports whether token i is the name of a month or weekday in a date.
// "May", and months before a capital as in "June Smith", are left to the run.
func isDay(t []text.Token, i int) bool {
	n := t[i].Norm
	if n == "may" {
		return monthOfMay(t, i)
	}
	if !dayWords[strings.TrimSuffix(n, ".")] {
		return false
	}
	if n == "april" || n == "june" || n == "august" || n == "jan" || n == "march" {
		if i+1 < len(t) && isCapital(t, i+1) && !dayWords[t[i+1].Norm] && !(i > 0 && (t[i-1].Norm == "in" || t[i-1].Norm == "of" || t[i-1].Norm == "last" || t[i-1].Kind == text.Number)) {
			return false
		}
	}
	return true
}

// monthOfMay reports whether the "May" at i is the month and nobody's name.
func monthOfMay(t []text.Token, i int) bool {
	if i+1 < len(t) && t[i+1].Kind == text.Number {
		return true
	}
	if i == 0 || i+1 < len(t) && isCapital(t, i+1) && t[i+1].Kind == text.Word {
		return false
	}
	switch t[i-1].Norm {
	case "in", "of", "since", "until", "till", "by", "from", "last", "this", "next", "early", "late", "mid", "during", "before", "after", "between", "to":
		return true
	}
	return t[i-1].Kind == text.Number
}

func isHyphen(t text.Token) bool { return t.Text == "-" || t.Text == "‐" || t.Text == "‑" }

func isOpeningMark(s string) bool {
	switch s {
	case "\"", "“", "„", "«", "‘", "'", "(", "[":
		return true
	}
	return false
}

// opensQuote reports whether what follows token i begins a sentence of its own.
func opensQuote(t []text.Token, i int) bool {
	if t[i].Kind != text.Mark {
		return false
	}
	switch t[i].Text {
	case ":", ".", "?", "!", "…", "•", "*":
		return true
	}
	return isOpeningMark(t[i].Text) && t[i].Text != "(" && t[i].Text != "["
}

func afterOpener(t []text.Token, i int) bool {
	return i > 0 && opensQuote(t, i-1) && !(t[i-1].Text == "." && i > 1 && t[i-1].Glued && utf8.RuneCountInString(t[i-2].Text) <= 5)
}

// extend is the end of the run that begins at i.
func extend(t []text.Token, i int) int {
	end := i + 1
	start := i
	for end < len(t) {
		next := step(t, start, end)
		if next == end {
			return end
		}
		end = next
	}
	return end
}

// step is where a run that reaches from start to end goes on to, or end.
func step(t []text.Token, start, end int) int {
	tok, last := t[end], t[end-1]
	if last.Possessive() && !owners[last.Norm] {
		return end
	}
	if to := formEnd(t, end); to > end {
		return to
	}
	switch {
	case isHyphen(tok) && tok.Glued:
		return hyphen(t, end)
	case tok.Text == "." && tok.Glued:
		return abbreviation(t, end)
	case isApostrophe(tok) && tok.Glued && ownedBody(t, end):
		return end + 2
	case tok.Text == "&" && end+1 < len(t) && isCapital(t, end+1):
		return end + 2
	case tok.Text == ",":
		return listed(t, start, end)
	case tok.Kind != text.Word || tok.Glued && !isApostrophe(last):
		return end
	case isCapital(t, end):
		if isDay(t, end) || boundary(t, end) {
			return end
		}
		return end + 1
	}
	return connector(t, start, end)
}

// formEnd is where the form of a company ends that stands at i, in small letters or with a
// stroke: "d.d.", "d.o.o.", "a.s.", "A/S"; i for none.
func formEnd(t []text.Token, i int) int {
	if t[i].Kind != text.Word || t[i].Glued {
		return i
	}
	if (t[i].Text == "A" || t[i].Text == "a") && i+2 < len(t) && t[i+1].Text == "/" && t[i+2].Norm == "s" {
		return i + 3
	}
	k := i
	letters := ""
	for k < len(t) && k < i+6 && (t[k].Text == "." || t[k].Kind == text.Word && len(t[k].Text) <= 5 && t[k].Text == t[k].Norm && (k == i || t[k].Glued)) {
		letters += strings.ReplaceAll(t[k].Text, ".", "")
		k++
	}
	switch letters {
	case "dd", "doo", "as", "sro":
		if strings.Contains(t[i].Text, ".") || i+1 < k && t[i+1].Text == "." {
			return k
		}
	}
	return i
}

// ownedBody reports whether the apostrophe at i ends a plural that is part of a body's
// name: "Farmers' Alliance", "Teachers' Union".
func ownedBody(t []text.Token, i int) bool {
	if !strings.HasSuffix(t[i-1].Norm, "s") || i+1 >= len(t) || t[i+1].Glued {
		return false
	}
	for k := i + 1; k < len(t) && k < i+4 && isCapital(t, k); k++ {
		if is(t[k].Norm, headBody) {
			return true
		}
	}
	return owners[strings.TrimSuffix(t[i-1].Norm, "s")] && isCapital(t, i+1)
}

func isApostrophe(t text.Token) bool { return t.Text == "’" || t.Text == "'" }

// boundary reports whether a capital at i begins a new name though it follows
// one directly: an outlet in "(Reuters)", a pronoun after a colon.
func boundary(t []text.Token, i int) bool {
	if t[i].Norm == "without" && i+1 < len(t) && isCapital(t, i+1) {
		return false // "Reporters Without Borders"
	}
	return text.Stop(t[i].Norm) && !particles[t[i].Norm] && !slogans[t[i].Norm] && t[i].Norm != "will" && t[i].Norm != "may" && t[i].Text != strings.ToUpper(t[i].Text)
}

// slogans are function words that end the names of parties and campaigns:
// "Stability First".
var slogans = set("first now together ahead forward again")

// hyphen carries a run over a hyphen: "Yunus-Bek", "Chih-ming", "Mazar-i-Sharif", not "U.S.-led".
func hyphen(t []text.Token, i int) int {
	if i+1 >= len(t) || t[i+1].Kind != text.Word || !t[i+1].Glued {
		return i
	}
	if t[i+1].Upper() {
		return i + 2
	}
	if glueTails[t[i+1].Norm] {
		return i
	}
	if wordStarts[t[i-1].Norm] {
		return i + 2
	}
	if particles[t[i+1].Norm] && i+3 < len(t) && isHyphen(t[i+2]) && t[i+3].Upper() {
		return i + 4
	}
	if i > 1 && syllables[t[i+1].Norm] && isCapital(t, i-2) && !text.Stop(t[i-2].Norm) && !is(t[i-2].Norm, headBody) {
		return i + 2
	}
	// A second half in lower case belongs to a name only where it is no English word.
	if text.Weight(t[i+1].Norm) >= 1 || len(t[i+1].Norm) <= 4 && !text.Stop(t[i+1].Norm) {
		return i + 2
	}
	return i
}

// abbreviation carries a run over the full stop of an initial or a title.
func abbreviation(t []text.Token, i int) int {
	if i+1 >= len(t) || t[i+1].Kind != text.Word || !t[i+1].Upper() || t[i+1].Glued && len(t[i-1].Text) > 1 {
		return i
	}
	switch text.Abbreviated(t[i-1].Text) {
	case text.TitleAbbreviation, text.InitialAbbreviation:
		if boundary(t, i+1) {
			return i
		}
		return i + 1
	case text.EitherAbbreviation:
		if boundary(t, i+1) || text.Opener(t[i+1].Text) {
			return i
		}
		return i + 1
	}
	return i
}

// connector carries a run over a word in lower case: particles between parts of
// a person's name; "of", "for", "and", "in" only where a body asks for it.
func connector(t []text.Token, start, i int) int {
	n := t[i].Norm
	j := i + 1
	if j < len(t) && isHyphen(t[j]) && t[j].Glued { // "al-Latif"
		if particles[n] && j+1 < len(t) && t[j+1].Upper() {
			return j + 2
		}
		return i
	}
	if j >= len(t) {
		return i
	}
	switch n {
	case "of", "for":
		if t[j].Norm == "the" && j+1 < len(t) {
			j++
		}
		if isCapital(t, j) && !isDay(t, j) && wants(t, start, i) && !(n == "for" && isGiven(t[j].Norm)) {
			return j + 1
		}
	case "and":
		if t[j].Norm == "the" && j+1 < len(t) && headed(t, start, i) {
			j++ // "Bureau for Prisoners and the Missing"
		}
		if isCapital(t, j) && !isDay(t, j) && joins(t, start, j) {
			return j + 1
		}
	case "in":
		if isCapital(t, j) && place1(t[j]) && posted[t[i-1].Norm] {
			return j + 1
		}
	case "on":
		if isCapital(t, j) && !isDay(t, j) && seated[t[i-1].Norm] && t[i-1].Upper() {
			return j + 1
		}
	default:
		if particles[n] && n != "as" && n != "at" && n != "an" && n != "i" {
			if isCapital(t, j) && !isDay(t, j) {
				return j + 1
			}
			// "van der Berg", "de la Cruz"
			if particles[t[j].Norm] && j+1 < len(t) && isCapital(t, j+1) {
				return j + 2
			}
		}
	}
	return i
}

// posted are heads of bodies that are named after the country they are sent to or
// work in.
var posted = set("mission force embassy delegation consulate command office operation cooperation")

// seated are heads of bodies that are named after what they sit on: "Commission on Human
// Rights", "Office on Drugs and Crime".
var seated = set("commission committee council conference office panel institute center centre congress symposium group")

func place1(t text.Token) bool { _, ok := place.Lookup(t.Norm); return ok }

// headed reports whether some word of the run so far is the head of a body.
func headed(t []text.Token, start, end int) bool {
	for k := start; k < end; k++ {
		if is(t[k].Norm, headBody) {
			return true
		}
	}
	return false
}

// wants reports whether the run that ends before i asks to go on over "of": its
// last word is the head of a body or place ("Ministry of", "Gulf of"), or an office.
func wants(t []text.Token, start, i int) bool {
	last := t[i-1].Norm
	if last == "." && i-1 > start {
		last = t[i-2].Norm // "S.A. of Piraeus"
	}
	if is(strings.ReplaceAll(last, ".", ""), headCompany) {
		return false
	}
	return is(last, headBody|headRegion|headThing) || offices[last] || i-1 > start && headed(t, start, i) || officeEnds(t, start, i)
}

// officeEnds reports whether the words of one person's title end right before i:
// "Senior Superintendent of", "Surveyor of", not "Musicians of". What follows "of" then
// belongs to the title and opens no name.
func officeEnds(t []text.Token, start, i int) bool {
	if strings.HasSuffix(t[i-1].Norm, "s") {
		return false
	}
	for k := start; k < i; k++ {
		if n, ok := title.Head(t, k); ok && k+n >= i { // "Chancellor of the Exchequer" is a head as a whole
			return true
		}
	}
	return false
}

// offices are heads of titles that go on over "of": "Minister of Defense".
var offices = set("minister secretary president head chief director commissioner governor mayor chairman chairwoman chair speaker " +
	"duke duchess prince princess king queen bishop archbishop patriarch ambassador undersecretary deputy general member professor dean leader commander captain " +
	"joint isle bay cape port strait university republic kingdom state people")

// joins reports whether "and" is inside one body's name: "Ministry of Culture
// and Sport", "Fire and Rescue Service", "Bureau of Industry and Security".
func joins(t []text.Token, start, j int) bool {
	of := false
	for k := start; k < j; k++ {
		of = of || t[k].Norm == "of" || t[k].Norm == "for"
	}
	if of && headed(t, start, j) {
		_, known := place.Lookup(t[j].Norm)
		half := j+1 < len(t) && isHyphen(t[j+1]) // "Co-operation"
		return !known && !isGiven(t[j].Norm) && (!is(t[j].Norm, headBody) || half)
	}
	if j+1 < len(t) && isCapital(t, j+1) && is(t[j+1].Norm, headBody) && !headed(t, start, j) {
		e, ok := place.Lookup(join(t, start, j-1))
		return !ok || e.Sort != place.Country // "Fire and Rescue Service", but "Nordbank of Denmark and Aura Bank"
	}
	if t[j].Norm == "rescue" && j > start+1 && t[j-2].Norm == "fire" || j+3 < len(t) && t[j+1].Norm == "fire" && t[j+2].Norm == "and" && t[j+3].Norm == "rescue" {
		return true // "Avon and Somerset Fire and Rescue"
	}
	return j+1 < len(t) && is(t[j+1].Norm, headRegion) && t[j+1].Kind == text.Word && !t[j+1].Upper()
}

// listed carries a run over a list inside a body's name: "Bureau of Alcohol,
// Tobacco, Firearms and Explosives".
func listed(t []text.Token, start, i int) int {
	of := false
	for k := start; k < i; k++ {
		of = of || t[k].Norm == "of" || t[k].Norm == "for"
	}
	if !of || !is(t[start].Norm, headBody) {
		return i
	}
	j := i
	for j+1 < len(t) && t[j].Text == "," && isCapital(t, j+1) {
		if _, known := place.Lookup(t[j+1].Norm); known || isGiven(t[j+1].Norm) {
			return i
		}
		j += 2
	}
	if j > i && j+1 < len(t) && t[j].Norm == "and" && isCapital(t, j+1) {
		return j + 2
	}
	return i
}

// isAcronym reports whether a word is written as initials: two to six capitals,
// with or without dots, a digit at the end allowed.
func isAcronym(w string) bool {
	n := 0
	for _, r := range w {
		switch {
		case unicode.IsUpper(r):
			n++
		case r == '.':
		case unicode.IsDigit(r) && n > 0:
		default:
			return false
		}
	}
	return n >= 2 && n <= 6
}
