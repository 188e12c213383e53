// This file knows the numbers that are no quantities: dates, clock times,
// codes, names.

package quantity

import (
	"strconv"
	"strings"

	"doubletake/model/text"
)

// noQuantity is the token after a number that is no quantity, or i where it may
// be one.
func (p *parser) noQuantity(i int) int {
	t := p.tok(i)
	if end := p.clock(i); end > i {
		return end
	}
	if end, ok := p.season(i); ok {
		p.dated = end
		return end
	}
	if end := p.code(i); end > i {
		p.named = end
		return end
	}
	if p.isDated(i) {
		end := i + 1
		if w := p.norm(end); p.tok(end).Glued && (w == "st" || w == "nd" || w == "rd" || w == "th") {
			end++
		}
		p.dated = end
		return end
	}
	if len(t.Text) > longestNumber {
		return i + 1
	}
	return i
}

// clock reads "4:07", "2.30 am", "9pm", "2100 GMT".
func (p *parser) clock(i int) int {
	t := p.tok(i)
	next := p.norm(i + 1)
	switch next {
	case "am", "pm", "a.m", "p.m", "a.m.", "p.m.", "o'clock", "gmt", "utc", "bst", "cet", "cest", "est", "edt", "pst", "pdt", "ist", "hrs":
		return i + 2
	}
	if strings.Count(t.Text, ":") == 1 {
		return i + 1
	}
	return i
}

// hour reports a number that is told by the clock: "nine o'clock", "at six in the evening",
// "half past nine", "ten to six".
func (p *parser) hour(f figure) bool {
	if f.low < 1 || f.low > 29 || f.end != f.start+1 {
		return false
	}
	switch before := p.norm(f.start - 2); p.norm(f.start - 1) {
	case "past":
		return before == "half" || before == "quarter" || before == "minutes" || p.numeral(f.start-2).sort != noSort || p.tok(f.start-2).Kind == text.Number
	case "to":
		if before == "quarter" || before == "minutes" || p.norm(f.start-3) == "at" && p.numeral(f.start-2).sort == card {
			return true
		}
	}
	led := p.lex.in(hourledSet, p.norm(f.start-1))
	switch w := p.norm(f.end); w {
	case "o'clock":
		return true
	case "in":
		part := p.norm(f.end + 2)
		return led && p.norm(f.end+1) == "the" && (part == "morning" || part == "afternoon" || part == "evening")
	case "at":
		return led && p.norm(f.end+1) == "night"
	case "past", "to":
		n := p.numeral(f.end + 1)
		return (w == "past" || p.norm(f.start-1) == "at") && n.sort == card && n.low <= 12 && (f.low == 5 || f.low == 10 || f.low == 20)
	}
	return false
}

// season reports a span of years in the short form, "2023-24", and where it ends.
func (p *parser) season(i int) (end int, ok bool) {
	a, b := p.tok(i).Text, p.tok(i+2).Text
	if len(a) != 4 || len(b) != 2 || !p.mark(i+1, "-–/") || !p.tok(i+1).Glued || !p.tok(i+2).Glued || p.tok(i+2).Kind != text.Number {
		return i, false
	}
	first, err := strconv.Atoi(a)
	last, wrong := strconv.Atoi(b)
	return i + 3, err == nil && wrong == nil && first >= 1000 && first < 2200 && last == (first+1)%100
}

// code reads chains of digits: telephone numbers, numeric dates, "9/11",
// "24/7", and digits written on to letters ("F-16", "737-800", "5G").
func (p *parser) code(i int) int {
	t := p.tok(i)
	if p.mark(i-1, "#") {
		return i + 1
	}
	if t.Glued && p.mark(i-1, "-‐‑–") && p.tok(i-1).Glued {
		before := p.tok(i - 2)
		if before.Kind == text.Word && (before.Upper() && !p.lex.in(monthSet, before.Norm) && i != 2) || p.named == i-1 && i > 1 {
			return i + 1
		}
		if before.Kind == text.Word && before.Upper() && len(before.Text) <= 3 {
			return i + 1
		}
	}
	end, parts := i+1, 1
	for p.tok(end).Kind == text.Mark && strings.Contains("-–/.", p.tok(end).Text) && p.tok(end).Glued &&
		p.tok(end+1).Kind == text.Number && p.tok(end+1).Glued {
		end, parts = end+2, parts+1
	}
	_, _, fraction := p.slash(i)
	if parts >= 3 || parts == 2 && p.mark(i+1, "/") && !fraction {
		return end
	}
	if next := p.tok(i + 1); next.Kind == text.Word && next.Glued {
		if w := next.Norm; w != "st" && w != "nd" && w != "rd" && w != "th" && w != "k" && w != "b" &&
			p.lex.numerals[w].sort != mult {
			if _, _, ok := p.unitAt(i + 1); !ok && !(w == "s" && p.decades(i)) {
				return i + 2
			}
		}
	}
	return i
}

// decades reports "her 40s", "mid-20s": an age.
func (p *parser) decades(i int) bool {
	k := i - 1
	if p.hyphen(k) {
		k--
	}
	switch p.norm(k) {
	case "early", "mid", "late", "his", "her", "their", "my", "our", "your":
		return len(p.tok(i).Text) == 2
	}
	return false
}

// isDated reports whether the number belongs to a calendar date.
func (p *parser) isDated(i int) bool {
	next := i + 1
	if w := p.norm(next); p.tok(next).Glued && (w == "st" || w == "nd" || w == "rd" || w == "th") {
		next++
	}
	if len(strings.TrimLeft(p.tok(i).Text, "0")) > 2 { // more than a day of the month
		return false
	}
	prev := i - 1
	if p.mark(prev, ".") {
		prev--
	}
	if p.month(prev) {
		return true
	}
	if p.norm(next) == "of" && p.month(next+1) || p.month(next) {
		return true
	}
	if p.dated > 0 && p.dated == i-1 && (p.hyphen(i-1) || p.mark(i-1, "/–-")) {
		return true
	}
	// "13-14 October", "14 and 15 October"
	if (p.hyphen(next) || p.norm(next) == "and" || p.norm(next) == "to") && p.tok(next+1).Kind == text.Number &&
		len(p.tok(next+1).Text) <= 2 && p.month(next+2) {
		return true
	}
	if p.dated > 0 && p.dated == i-1 && (p.norm(i-1) == "and" || p.norm(i-1) == "to" || p.norm(i-1) == "or") {
		_, _, unit := p.unitAt(next)
		return !unit && !isPlural(p.lex, p.norm(next))
	}
	return false
}

// month reports whether token i names a month; "may" and "march" need a capital.
func (p *parser) month(i int) bool {
	w := p.norm(i)
	return w != "" && p.lex.in(monthSet, w) && p.tok(i).Upper()
}

// yearly reports a bare number that is a year of our time: four digits without
// a comma, not before a plural.
func (p *parser) yearly(f figure, end int) bool {
	t := p.tok(f.start)
	if !f.digits || f.end != f.start+1 && end == f.end || len(t.Text) != 4 || f.low < 1500 || f.low > 2100 || strings.ContainsAny(t.Text, ".,") {
		return false
	}
	switch p.norm(f.start - 1) {
	case "in", "since", "until", "till", "before", "after", "during", "year", "early", "late", "mid":
		return true
	}
	return !isPlural(p.lex, p.norm(end)) && p.norm(end) != "or"
}

// labelled reports a number that is a name: "Resolution 1701", "Fox 8", "row 22".
func (p *parser) labelled(f figure, end int) bool {
	prev := p.tok(f.start - 1)
	if p.mark(f.start-1, ".") && (p.norm(f.start-2) == "no" || p.norm(f.start-2) == "nos") {
		return true
	}
	if emergency[p.tok(f.start).Text] {
		switch p.norm(end) {
		case "call", "calls", "caller", "callers", "dispatcher", "dispatchers", "operator", "operators", "recording", "recordings", "":
			return true
		}
	}
	if prev.Kind != text.Word {
		return f.start == p.named+1 && p.named > 0 && p.mark(f.start-1, "-/")
	}
	if f.start == p.named+1 && p.named > 0 && (prev.Norm == "and" || prev.Norm == "to") {
		return !isPlural(p.lex, p.norm(end)) // "junctions 16 and 17"
	}
	counts := isPlural(p.lex, p.norm(end)) || isPlural(p.lex, p.norm(end+1)) && !text.Stop(p.norm(end)) && p.norm(end) != ""
	if p.lex.in(labelSet, prev.Norm) {
		return prev.Upper() && f.start > 1 || !counts
	}
	if !f.digits || !prev.Upper() || f.start == 1 || p.opens(f.start-1) || prev.Possessive() {
		return false
	}
	return !counts && !text.Stop(prev.Norm) && !p.lex.in(weekdaySet, prev.Norm) && !p.lex.in(monthSet, prev.Norm) &&
		p.lex.pre[prev.Norm] == 0 && !f.scaled
}

// emergency numbers.
var emergency = map[string]bool{"911": true, "999": true, "112": true, "000": true, "108": true}

// opens reports whether token i is the first word of the claim or of a quote.
func (p *parser) opens(i int) bool {
	return i <= 0 || p.mark(i-1, "\"“‘'.—:!?")
}
