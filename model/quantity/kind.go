// This file reads the quantities that are no plain number with a unit: ages,
// ordinals, ranks, parts without a number, none at all, and bounds.

package quantity

import (
	"math"
	"strconv"
	"strings"

	"doubletake/model/text"
)

// special reads what is told without a number: "most of the passengers", "no
// injuries", "single digits", "the largest", "a year later", "months".
func (p *parser) special(i int) (Mention, int, bool) {
	switch w := p.norm(i); {
	case w == "":
		return Mention{}, i, false
	case w == "single" && (p.norm(i+1) == "digits" || p.norm(i+1) == "digit"):
		m := Mention{Claim: p.claim, Dimension: Count, High: 9, Place: 1, Bound: Vague}
		if p.near(i, i+2, thermalSet) {
			m.Dimension, m.Unit = Temperature, p.degree()
		}
		return p.finish(m, i, i, i+2, i+2)
	case w == "most" && p.norm(i-1) != "the" || w == "all" && !p.idiom(i):
		return p.proportion(i)
	case w == "no" && p.norm(i+1) != "one":
		return p.none(i)
	case w == "no" || w == "nobody":
		return p.nobody(i)
	case w == "both":
		return p.both(i)
	case w == "unanimous" || w == "unanimously" || w == "unanimity":
		return p.unanimous(i)
	case p.lex.in(longSet, w):
		return p.oneLong(i)
	case w == "a" || w == "an":
		return p.one(i)
	case p.lex.in(mostSet, w):
		return p.superlative(i, i, 1)
	case p.lex.in(spanSet, w):
		return p.someTime(i)
	case p.numeral(i).sort == decade:
		return p.lifeDecade(i)
	}
	return Mention{}, i, false
}

// idiom reports that the "all" at token i counts nothing: "took place at all", "after all".
func (p *parser) idiom(i int) bool {
	switch p.norm(i - 1) {
	case "at", "after", "above":
		return true
	}
	return false
}

// degree is the article's scale, or the open one.
func (p *parser) degree() string {
	if p.scale == "" {
		return "°"
	}
	return p.scale
}

// lifeDecade reads "in their sixties".
func (p *parser) lifeDecade(i int) (Mention, int, bool) {
	if !p.possessive(i - 1) {
		return Mention{}, i, false
	}
	n := p.numeral(i)
	m := Mention{Claim: p.claim, Dimension: Age, Unit: "year", Low: n.low, High: n.high, Place: 1, Bound: Vague}
	start := i
	if w := p.norm(i - 2); w == "in" {
		start = i - 2
	}
	return p.finish(m, start, i, i+1, i+1)
}

func (p *parser) possessive(i int) bool {
	switch p.norm(i) {
	case "his", "her", "their", "my", "our", "your", "early", "mid", "late":
		return true
	}
	return false
}

// proportion reads "most of the passengers", "all passengers".
func (p *parser) proportion(i int) (Mention, int, bool) {
	j := i + 1
	of := p.norm(j) == "of"
	if of {
		j++
	}
	the := p.norm(j) == "the" || p.norm(j) == "its" || p.norm(j) == "their" || p.norm(j) == "those"
	if the {
		j++
	}
	head := p.norm(j)
	if head == "" || text.Stop(head) || p.numeral(j).sort != noSort || p.tok(j).Kind != text.Word {
		return Mention{}, i, false
	}
	if !isPlural(p.lex, head) {
		if isPlural(p.lex, p.norm(j+1)) {
			j++
		} else if !of || !the {
			return Mention{}, i, false
		}
	}
	m := Mention{Claim: p.claim, Dimension: Share, Low: 1, High: 1, Place: .01, Unit: "%"}
	if p.norm(i) == "most" {
		m.Low, m.High, m.Bound = .5, .99, Vague
	}
	m.Counted, m.Part = singular(p.lex, p.norm(j)), true
	start, end := p.bounds(&m, i, j+1)
	return p.finish(m, start, i, i+1, end)
}

// none reads "no injuries", "no serious allergic reactions".
func (p *parser) none(i int) (Mention, int, bool) {
	for j := i + 1; j <= i+3; j++ {
		w := p.norm(j)
		if w == "" || text.Stop(w) || p.numeral(j).sort != noSort {
			break
		}
		if isPlural(p.lex, w) {
			m := Mention{Claim: p.claim, Dimension: Count, Place: 1}
			if p.modifiers(&m, i+1, j); len(m.Of) > 0 || p.lex.states[w] == 0 {
				m.Counted = singular(p.lex, w)
			}
			m.States = p.lex.states[w]
			return p.finish(m, i, i, i+1, j+1)
		}
	}
	return Mention{}, i, false
}

// unanimous reads "unanimously", a vote with none against.
func (p *parser) unanimous(i int) (Mention, int, bool) {
	switch p.norm(i - 1) {
	case "not", "almost", "nearly", "near", "no", "without", "virtually", "-", "non":
		return Mention{}, i, false
	}
	return p.finish(Mention{Claim: p.claim, Dimension: Score, Low: 1, Place: 1, Unit: unanimous}, i, i, i+1, i+1)
}

// unanimous is the unit of a vote of which only is told that nobody was against.
const unanimous = "unanimous"

// nobody reads "nobody was hurt", "no one died": none of those.
func (p *parser) nobody(i int) (Mention, int, bool) {
	end := i + 1
	if p.norm(i) == "no" {
		end++
	}
	for k := end; k < end+4 && !p.bars(k); k++ {
		if s := p.stateAt(k); s&p.lex.hard != 0 {
			m := Mention{Claim: p.claim, Dimension: Count, Place: 1, Counted: "person", States: s}
			return p.finish(m, i, i, end, end)
		}
	}
	return Mention{}, i, false
}

// both reads "both flight recorders": two, told before.
func (p *parser) both(i int) (Mention, int, bool) {
	f := figure{start: i, end: i + 1, low: 2, high: 2, place: 1, sort: card}
	head, ok := p.head(i+1, false)
	if !ok || p.lex.in(idleSet, singular(p.lex, p.norm(head))) {
		return Mention{}, i, false
	}
	m := p.draft(f, Count)
	m.Counted, m.Part = singular(p.lex, p.norm(head)), true
	p.modifiers(&m, i+1, head)
	return p.finish(m, i, i, i+1, head+1)
}

// oneLong reads one unit in a compound: "week-long", "a decade-old feud",
// "weeklong".
func (p *parser) oneLong(i int) (Mention, int, bool) {
	m := Mention{Claim: p.claim, Dimension: Duration, Unit: p.lex.pairs["long"][p.norm(i)], Low: 1, High: 1, Place: 1}
	end := i + 1
	switch w := p.norm(i + 2); {
	case m.Unit != p.norm(i):
	case p.hyphen(i+1) && w == "long":
		end = i + 3
	case p.hyphen(i+1) && w == "old" && p.norm(i) != "year":
		m.Dimension, end = Age, i+3
	default:
		return Mention{}, i, false
	}
	if head, ok := p.head(end, true); ok {
		m.Counted = singular(p.lex, p.norm(head))
	}
	return p.finish(m, i, i, end, end)
}

// one reads "a" as one before a unit of measure, where it stands as a measure:
// "in a day", "a year later", "a metre and a half", "a full degree".
func (p *parser) one(i int) (Mention, int, bool) {
	j := i + 1
	if w := p.norm(j); w == "full" || w == "whole" || w == "further" {
		j++
	}
	u, end, ok := p.unitAt(j)
	if !ok || u.glued || u.dimension == Times || u.dimension == Share || u.dimension == Money || strings.HasSuffix(p.norm(j), "s") {
		return Mention{}, i, false
	}
	if p.norm(end) == "old" || p.hyphen(end) && p.norm(end+1) == "old" || !p.measures(i, end, u) {
		return Mention{}, i, false
	}
	f := figure{start: i, end: j, low: 1, high: 1, place: 1, sort: card}
	m := p.draft(f, u.dimension)
	m.Unit = u.name
	if u.dimension == Temperature {
		m.Unit = p.degree()
		m.Delta = true
	}
	end = p.smaller(&m, u, end)
	start, end := p.bounds(&m, i, end)
	figEnd := end
	p.at = start
	np := p.noun(&m, f, end)
	return p.finish(m, start, i, figEnd, max(end, np))
}

// someTime reads a bare plural of time where it is one: "weeks after", "took
// months".
func (p *parser) someTime(i int) (Mention, int, bool) {
	u, end, ok := p.unitAt(i)
	if !ok || u.dimension != Duration {
		return Mention{}, i, false
	}
	switch p.norm(end) {
	case "after", "before", "later", "earlier", "ago":
	default:
		switch p.norm(i - 1) {
		case "for", "take", "takes", "took", "taken", "last", "lasted", "within", "spent":
		case "in": // "the worst in decades"
			if p.norm(end) != "" {
				return Mention{}, i, false
			}
		default:
			return Mention{}, i, false
		}
	}
	m := Mention{Claim: p.claim, Dimension: Duration, Unit: u.name, Place: 1, Bound: Vague}
	low, high, _ := strings.Cut(p.lex.pairs["span"][p.norm(i)], "-")
	m.Low, _ = strconv.ParseFloat(low, 64)
	m.High, _ = strconv.ParseFloat(high, 64)
	return p.finish(m, i, i, end, end)
}

// measures tells the duration "in a day" from the rate "twice a day": a
// preposition or bound before, or "later", "ago", "of" behind.
func (p *parser) measures(i, end int, u unit) bool {
	switch p.norm(end) {
	case "later", "ago", "earlier", "before", "after", "and", "long", "of":
		return p.norm(end) != "and" || p.numeral(end+2).part == 2 || p.smallerAt(end+1, u)
	}
	if u.dimension != Duration {
		return p.norm(end) == "from" || p.norm(end) == "more" || p.norm(end) == "away" || p.norm(i+1) == "full"
	}
	if u.name == "fortnight" {
		return true
	}
	switch p.norm(i - 1) {
	case "in", "for", "within", "about", "around", "roughly", "nearly", "almost", "than", "least", "over", "under", "lasted", "took", "spent", "half", "approximately", "just", "after":
		return u.name != "second"
	}
	return false
}

// smallerAt reports a number of smaller units at token i: the 20 minutes of "an hour and 20
// minutes".
func (p *parser) smallerAt(i int, u unit) bool {
	f, ok := p.cardinal(i)
	if !ok {
		return false
	}
	v, _, ok := p.unitAt(f.end)
	return ok && v.dimension == u.dimension && v.calendar == u.calendar && f.low*v.factor < u.factor
}

// single makes a mention of "trilateral", "three-way" (a count of sides) and of
// "twice".
func (p *parser) single(f figure) (Mention, int, bool) {
	m := p.draft(f, Times)
	m.Unit = "time"
	if f.sort == side {
		m.Dimension, m.Unit, m.Counted = Count, "", "side"
	}
	start, end := p.bounds(&m, f.start, f.end)
	if w := p.norm(f.start); w == "double" || w == "triple" {
		switch p.norm(f.end) {
		case "the", "its", "their", "that", "what", "his", "her":
		default:
			if start == f.start {
				return m, f.end, false // "a double room"
			}
		}
	}
	return p.finish(m, start, f.start, f.end, end)
}

// numbered makes a mention of an ordinal, or of the rank in "second-largest".
func (p *parser) numbered(f figure) (Mention, int, bool) {
	if p.ordinalDate(f) {
		p.dated = f.end
		return Mention{}, f.end, false
	}
	j := f.end
	hyphen := p.hyphen(j)
	if hyphen {
		j++
	}
	w := p.norm(j)
	if p.lex.in(mostSet, w) {
		return p.superlative(f.start, j, f.low)
	}
	m := p.draft(f, Ordinal)
	if k, ok := p.lengthy(j); ok && !hyphen { // "her third four-year term": the length is read next
		m.Counted = singular(p.lex, p.norm(k))
		return p.finish(m, f.start, f.start, f.end, f.end)
	}
	if p.lex.in(placingSet, p.norm(f.start-1)) && !hyphen || hyphen && w == "placed" {
		m.Counted = "place" // "finished third", "third-placed"
		return p.finish(m, f.start, f.start, f.end, f.end)
	}
	if !p.numbers(f, j, hyphen) {
		return Mention{}, f.end, false
	}
	end := f.end
	if k, ok := p.rowNoun(j); ok {
		m.Counted, end = singular(p.lex, p.norm(k)), k+1
		p.modifiers(&m, j, k)
	}
	start := f.start
	if p.norm(start-1) == "the" || p.norm(start-1) == "a" {
		start--
	}
	return p.finish(m, start, f.start, f.end, end)
}

// lengthy is the token of the thing that a length of time written on to it stands before:
// "four-year term", at token j.
func (p *parser) lengthy(j int) (int, bool) {
	f, ok := p.cardinal(j)
	if !ok || !p.hyphen(f.end) {
		return j, false
	}
	u, end, ok := p.unitAt(f.end + 1)
	return end, ok && u.dimension == Duration && p.lex.in(rowSet, singular(p.lex, p.norm(end)))
}

// ordinalDate reports "4th of July", "July 4th", "the 19th century", "the first
// half of June".
func (p *parser) ordinalDate(f figure) bool {
	if p.month(f.start-1) || p.month(f.end) || p.norm(f.end) == "of" && p.month(f.end+1) {
		return true
	}
	switch p.norm(f.end) {
	case "century", "half", "quarter", "centuries":
		return true
	case "week", "day", "weeks", "days":
		return p.norm(f.end+1) == "of"
	}
	return false
}

// numbers tells an ordinal that numbers a thing from "first said", "second
// hand", "First Deputy" and "the first six".
func (p *parser) numbers(f figure, j int, hyphen bool) bool {
	next := p.tok(j)
	w := p.norm(j)
	if hyphen && p.lex.in(scaleSet, w) {
		return !(f.low == 1 && w == "class") // "a first-class fare" is no step
	}
	if p.lex.in(titledSet, w) || p.numeral(j).sort == card || next.Kind == text.Number {
		return false
	}
	if hyphen {
		return p.lex.in(rowSet, w)
	}
	if next.Upper() && p.tok(f.start).Upper() && next.Kind == text.Word {
		return false
	}
	if f.digits {
		return true
	}
	prev := p.tok(f.start - 1)
	switch prev.Norm {
	case "the", "its", "his", "her", "their", "a", "an", "this", "that", "our", "my", "your", "on", "another", "is", "was":
	case "for", "in":
		return p.lex.in(rowSet, w)
	default:
		return prev.Possessive() || p.lex.in(rowSet, w)
	}
	return w == "of" || w == "since" || w != "" && (!text.Stop(w) || w == "such")
}

// rowNoun is the token of what an ordinal numbers: a word of the list of rows
// within three words, else the next word.
func (p *parser) rowNoun(j int) (int, bool) {
	if w := p.norm(j); w == "of" && (p.norm(j+1) == "its" || p.norm(j+1) == "their") && p.norm(j+2) != "" {
		return j + 2, true // "the fourth of its kind"
	}
	for k := j; k < j+3; k++ {
		w := p.norm(k)
		if w == "" || text.Stop(w) && w != "such" {
			break
		}
		if p.lex.in(rowSet, singular(p.lex, w)) || k == j && p.hyphen(j-1) && p.lex.in(scaleSet, w) {
			return k, true
		}
	}
	w := p.norm(j)
	return j, w != "" && (!text.Stop(w) || w == "such") && p.lex.states[w] == 0
}

// superlative makes a rank of "largest" or "second-largest"; at is the token of
// the superlative.
func (p *parser) superlative(i, at int, rank float64) (Mention, int, bool) {
	if rank == 1 && i == at {
		prev := p.tok(i - 1)
		if prev.Norm != "the" && !prev.Possessive() && !p.possessive(i-1) && prev.Norm != "its" {
			return Mention{}, i + 1, false
		}
	}
	m := Mention{Claim: p.claim, Dimension: Rank, Low: rank, High: rank, Place: 1}
	m.Of = append(m.Of, p.lex.pairs["most"][p.norm(at)])
	end := at + 1
	for k := end; k < end+4; k++ {
		w := p.norm(k)
		if w == "" || text.Stop(w) {
			break
		}
		m.Counted = singular(p.lex, w)
		if text.Stop(p.norm(k+1)) || p.norm(k+1) == "" || strings.HasSuffix(p.norm(k+1), "ed") {
			break
		}
	}
	return p.finish(m, i, i, end, end)
}

// old reads what makes an age of a duration: "-year-old", "years old".
func (p *parser) old(m *Mention, end int) (int, bool) {
	j := end
	if p.hyphen(j) {
		j++
	}
	w := p.norm(j)
	if w == "of" && p.norm(j+1) == "age" {
		m.Dimension = Age
		return j + 2, true
	}
	if w != "old" && w != "olds" {
		return end, false
	}
	m.Dimension = Age
	end = j + 1
	// "a 46-year-old engineer, John Smith" or "John Smith, a 46-year-old engineer"
	for k := end; k < end+4; k++ {
		t := p.tok(k)
		if t.Kind != text.Word && !p.mark(k, ",") || text.Stop(t.Norm) && t.Norm != "" {
			break
		}
		if t.Kind == text.Word && t.Upper() && p.tok(k+1).Upper() {
			m.Person = p.nameFrom(k)
			break
		}
	}
	if w := p.norm(end); m.Person == "" && w != "" && !text.Stop(w) && !p.tok(end).Upper() {
		m.Counted = singular(p.lex, w)
	}
	return end, true
}

// nameFrom is the run of capitalised words from token i on.
func (p *parser) nameFrom(i int) string {
	end := i
	for k := i; k < min(i+5, len(p.ts)); k++ {
		if p.ts[k].Kind == text.Word && p.ts[k].Upper() {
			end = k + 1
		} else if !p.mark(k, "-.") {
			break
		}
	}
	return p.body[p.ts[i].Span.Start:p.ts[max(end, i+1)-1].Span.End]
}

// nameBefore is the run of capitalised words that ends at token i.
func (p *parser) nameBefore(i int) string {
	start := i + 1
	for k := i; k >= max(0, i-6); k-- {
		t := p.ts[k]
		small := len(t.Norm) <= 3 && t.Kind == text.Word && k < i && p.tok(k-1).Upper()
		switch {
		case t.Kind == text.Word && (t.Upper() || small && nameParticle(t.Norm)):
			start = k
		case p.mark(k, "-.") && (t.Glued || k < i):
		default:
			k = -1
		}
	}
	if start > i {
		return ""
	}
	return p.body[p.ts[start].Span.Start:p.ts[i].Span.End]
}

func nameParticle(w string) bool {
	switch w {
	case "al", "bin", "ibn", "de", "da", "di", "la", "le", "van", "von", "der", "den", "el", "ap", "ní", "ni", "dos", "del", "du", "ter":
		return true
	}
	return false
}

// oldest bounds an age; youngest is the least that is told of somebody without a name and
// without "years"; grown is the least that is one by its place alone.
const (
	oldest   = 120
	youngest = 3
	grown    = 14 // from which a number between commas is an age whoever is meant
)

// age reads ages without a unit: "Smith, 42,", "aged 42", "who is 46", "5 and
// older", "in her 40s".
func (p *parser) age(m *Mention, f figure, end int) (int, bool) {
	if f.low != math.Trunc(f.low) || f.low >= oldest || f.sort != card {
		return end, false
	}
	k := f.start - 1
	if w := p.norm(k); w == "between" || w == "now" || w == "then" || w == "just" || p.lex.pre[w] == About || p.lex.pre[w] == Almost {
		k-- // "a boy of about 13"
	}
	switch w := p.norm(k); {
	case w == "aged" || w == "age" || w == "ages" || w == "of" && p.norm(k-1) == "age":
		m.setAge("")
		return end, true
	case (w == "is" || w == "was" || w == "turned" || w == "turns") && f.low > 0 && p.persons(k-1) && p.closed(end):
		m.setAge("")
		return end, true
	case w == "at" && f.digits && f.low >= grown && (p.norm(end) == "he" || p.norm(end) == "she"): // "at 81 he"
		m.setAge("")
		return end, true
	case w == "of" && f.low >= youngest && p.someone(k-1) && !p.lex.in(parentSet, p.norm(k-1)) && p.closed(end): // "a man of 41"
		m.setAge("")
		m.Counted = singular(p.lex, p.norm(k-1))
		return end, true
	case (w == "is" || w == "was") && f.digits && f.low >= youngest && p.someone(k-1) && p.tok(end).Kind == text.Mark && p.closed(end): // "the victim was 76"
		m.setAge("")
		m.Counted = singular(p.lex, p.norm(k-1))
		return end, true
	case (p.norm(end) == "and" || p.norm(end) == "or") && (p.norm(end+1) == "older" || p.norm(end+1) == "younger"):
		m.setAge("")
		return end, true
	}
	open := p.mark(k, ",")
	if bracket := p.mark(k, "("); bracket && p.mark(end, ")") {
		open = true
	}
	described := p.mark(k, ",") && p.mark(end, ",") && f.low >= grown && p.common(k-1)                // "the European champion, 26,"
	if open && f.digits && f.low >= youngest && p.mark(end, ",).") && (described || p.someone(k-1)) { // "the driver, 34,"
		m.setAge("")
		m.Counted = singular(p.lex, p.norm(k-1))
		return end, true
	}
	if !open || !f.digits || !p.closed(end) || !p.appositive(k-1) || f.low < 1 {
		return end, false
	}
	m.setAge(p.nameBefore(k - 1))
	return end, true
}

func (m *Mention) setAge(person string) { m.Dimension, m.Unit, m.Person = Age, "year", person }

// persons reports a pronoun that stands for a person.
func (p *parser) persons(i int) bool {
	switch p.norm(i) {
	case "he", "she", "who", "him", "herself", "himself":
		return true
	}
	return false
}

// common reports that token i is a word in small letters, no plural and no function word.
func (p *parser) common(i int) bool {
	t := p.tok(i)
	return t.Kind == text.Word && !t.Upper() && !text.Stop(t.Norm) && !isPlural(p.lex, t.Norm) && p.numeral(i).sort == noSort
}

// someone reports that token i is a noun for one person, told with an article.
func (p *parser) someone(i int) bool {
	t := p.tok(i)
	if t.Kind != text.Word || t.Upper() || isPlural(p.lex, t.Norm) {
		return false
	}
	if n := p.lex.nouns[text.Stem(t.Norm)]; n.class != "person" && n.wider != "person" && !p.lex.in(calledSet, t.Norm) {
		return false
	}
	for k := i - 1; k >= i-3; k-- {
		switch p.norm(k) {
		case "the", "a", "an", "his", "her", "their", "its":
			return true
		}
		if p.tok(k).Possessive() {
			return true
		}
	}
	return false
}

// closed reports that nothing is counted by the number before token i.
func (p *parser) closed(i int) bool {
	if i >= len(p.ts) || p.tok(i).Kind == text.Mark && !p.mark(i, "-–%$£€°/") {
		return true
	}
	switch p.norm(i) {
	case "and", "now", "when", "at", "in", "on", "last", "who", "from", "with", "years", "was", "were", "is", "has", "had":
		return true
	}
	return false
}

// appositive reports that token i can end the name of a person.
func (p *parser) appositive(i int) bool {
	t := p.tok(i)
	return t.Kind == text.Word && t.Upper() && !p.lex.in(monthSet, t.Norm) && !p.lex.in(weekdaySet, t.Norm)
}

// bounds reads what limits a number before and behind it, and takes it into
// the mention.
func (p *parser) bounds(m *Mention, start, end int) (int, int) {
	if at, b, ok := p.boundBefore(start, m); ok {
		start = at
		if m.Bound == Exact {
			m.Bound = b
		}
	}
	for n := 3; n > 0 && p.lex.postFirst[p.norm(end)]; n-- {
		if end+n > len(p.ts) {
			continue
		}
		b, ok := p.lex.post[join(p.ts[end:end+n])]
		if !ok {
			continue
		}
		if m.Bound == Exact {
			m.Bound = b
			m.Limit = m.Dimension == Age
		}
		return start, end + n
	}
	if p.mark(end, "+") || p.hyphen(end) && (p.norm(end+1) == "odd" || p.norm(end+1) == "plus") {
		if m.Bound == Exact {
			m.Bound = AtLeast
			if p.norm(end+1) == "odd" {
				m.Bound = About
			}
		}
		if p.hyphen(end) {
			end++
		}
		end++
	}
	return start, end
}

// boundBefore is the longest bounding phrase that ends before token i, and
// where it begins.
func (p *parser) boundBefore(i int, m *Mention) (at int, b Bound, ok bool) {
	if !p.lex.preLast[p.norm(i-1)] {
		return i, Exact, false
	}
	for n := min(5, i); n > 0; n-- {
		b, ok := p.lex.pre[join(p.ts[i-n:i])]
		if !ok {
			continue
		}
		at = i - n
		last, first := p.norm(i-1), p.norm(at)
		switch {
		case last == "over" && n == 1 && (m.Dimension == Duration || m.Bound != Exact || p.overRun(at, i) || p.overLand(i) || p.lex.in(overSet, p.norm(at-1))):
			return i, Exact, false // "over two days": during them; "handed over 40 bodies"
		case last == "under" && n == 1 && m.Dimension == Count && m.Bound == Vague, last == "below" && m.Dimension == Count && n == 1:
			return i, Exact, false
		case first == "up" && p.moves(at-1):
			m.To = true
			return at, Exact, true // "goes up to 7.5p"
		case n == 1 && (last == "about" || last == "over" || last == "around") && m.Bound == Exact && m.Place == 1 && m.Low > 100:
			return i, Exact, false // to the last digit: "a complaint about £312"
		case last == "within" && m.Dimension != Duration && m.Dimension != Length:
			return i, Exact, false
		case b == AtLeast && (last == "than" || last == "over" || last == "exceeding") && first != "no" && first != "not" && p.forbidden(at):
			b = AtMost // "forbids landing with more than 15 knots"
		}
		// Bounds stack: "at least about 40" is at least; but "over about 40 pages" is in the
		// course of so many.
		if last := p.norm(at - 1); last == "over" && (b == About || b == Almost) {
			return at, b, true
		}
		if at2, b2, ok2 := p.boundBefore(at, m); ok2 && b2 != Exact {
			return at2, b2, true
		} else if ok2 {
			at = at2
		}
		return at, b, true
	}
	return i, Exact, false
}

// overRun reports that the "over" at token at opens a sentence that goes on behind a run of
// things told one after the other, number at token i: "Over 40 pages, the judge explains".
func (p *parser) overRun(at, i int) bool {
	if !p.opens(at) {
		return false
	}
	f, ok := p.cardinal(i)
	if !ok || !p.lex.in(runSet, singular(p.lex, p.norm(f.end))) {
		return false
	}
	switch next := p.norm(f.end + 1); next {
	case "the", "a", "an", "it", "they", "he", "she", "we", "his", "her", "its", "their", "this", "these":
		return true
	default:
		return p.mark(f.end+1, ",")
	}
}

// overLand reports that a number, at token i, counts lands, so that "over" tells where:
// "shot down over six regions".
func (p *parser) overLand(i int) bool {
	f, ok := p.cardinal(i)
	if !ok {
		return false
	}
	switch singular(p.lex, p.norm(f.end)) {
	case "region", "province", "oblast", "district", "county", "state", "island":
		return true
	}
	return false
}

// moves reports a verb of motion before "up to".
func (p *parser) moves(i int) bool {
	w := p.norm(i)
	return p.lex.in(upSet, w) || w == "go" || w == "goes" || w == "going" || w == "went" || w == "gone" || w == "raise" ||
		w == "raised" || w == "moved" || w == "taken" || w == "adds" || w == "push" || w == "pushed" || w == "pushing"
}

// forbidden reports a word of forbidding in the eight before token i.
func (p *parser) forbidden(i int) bool {
	for k := max(0, i-10); k < i; k++ {
		if p.lex.in(forbidSet, p.norm(k)) {
			return true
		}
	}
	return false
}
