// This file reads datelines: the place, day and agency before the first words
// of a report.

package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"doubletake/model/text"
)

// Dateline is the opening of a report: "DAMASCUS, Nov 16 (Reuters) — ". The
// zero Dateline, whose End is 0, is that of a paragraph without one.
type Dateline struct {
	Place     string // as printed, with its region: "PROVIDENCE, R.I."; "" for "(AP) — "
	Outlet    string // the agency in brackets, "" where not given
	Published string // ISO date, "" where day, month and year are not all given
	End       int    // byte offset in the paragraph of the first word after it
}

// longestDateline bounds the search for a dateline's end, in bytes.
const longestDateline = 120

// FindDateline reads the dateline at the head of a paragraph.
func FindDateline(paragraph string) Dateline {
	head := paragraph[:min(len(paragraph), longestDateline)]
	for _, d := range [...]Dateline{slashed(head), dashed(head), coloned(head), bracketed(head)} {
		if d.Place != "" || d.Outlet != "" {
			return d
		}
	}
	return Dateline{}
}

// shortestColoned is how long, in bytes, a single word before a colon must be to
// be a place and no acronym.
const shortestColoned = 5

// coloned reads the form of South Asian papers: "NEW DELHI: ".
func coloned(head string) Dateline {
	name, rest, ok := strings.Cut(head, ": ")
	city, _, _ := strings.Cut(name, ",")
	next, _ := utf8.DecodeRuneInString(rest)
	if !ok || !unicode.IsUpper(next) || !capitals(strings.ReplaceAll(city, " ", "")) ||
		len(city) < shortestColoned || strings.Count(name, " ") > 2 {
		return Dateline{}
	}
	return place(name, len(name)+2)
}

// dashes may end a dateline; where they stand without spaces only the long ones do.
var dashes = [...]string{" — ", " – ", " ― ", " -- ", " - ", "— ", "—", "– ", "― ", "-- ", "--"}

// dashed reads a dateline that ends in a dash.
func dashed(head string) Dateline {
	at, size := -1, 0
	for _, dash := range dashes {
		if i := strings.Index(head, dash); i > 0 && (at < 0 || i < at) {
			at, size = i, len(dash)
		}
	}
	if at < 0 {
		return Dateline{}
	}
	next, _ := utf8.DecodeRuneInString(head[at+size:])
	if unicode.IsLower(next) || unicode.IsSpace(next) || at+size >= len(head) {
		return Dateline{}
	}
	return place(head[:at], at+size)
}

// bracketed reads a dateline whose dash is lost: "DAMASCUS (Reuters) Five ".
func bracketed(head string) Dateline {
	end := strings.Index(head, ") ")
	if end < 0 {
		return Dateline{}
	}
	next, _ := utf8.DecodeRuneInString(head[end+2:])
	open := strings.IndexByte(head, '(')
	if !unicode.IsUpper(next) || open <= 0 || !allWords(strings.Fields(head[:open]), capitals) {
		return Dateline{}
	}
	return place(head[:end+1], end+2)
}

// bareDateline reports whether a paragraph is a dateline and nothing else, as
// pages print it that set the first sentence apart.
func bareDateline(s string) bool {
	if len(s) > longestDateline {
		return false
	}
	head := strings.TrimRight(s, "-–— ")
	d := place(head, len(s))
	return head != s && d.Place+d.Outlet != ""
}

// slashed reads the form of some eastern agencies: "TUNIS, October 15. /Name/. ".
func slashed(head string) Dateline {
	open := strings.Index(head, " /")
	if open <= 0 {
		return Dateline{}
	}
	size := strings.IndexByte(head[open+2:], '/')
	if size < 1 {
		return Dateline{}
	}
	end := open + 2 + size + 1
	rest := strings.TrimLeft(head[end:], ".-–— ")
	if rest == "" || rest == head[end:] {
		return Dateline{}
	}
	d := place(strings.TrimSuffix(head[:open], "."), len(head)-len(rest))
	if d.Place != "" {
		d.Outlet = head[open+2 : open+2+size]
	}
	return d
}

// place reads what stands before a dateline's dash.
func place(s string, end int) Dateline {
	d := Dateline{End: end}
	if open := strings.LastIndexByte(s, '('); open >= 0 && strings.HasSuffix(s, ")") {
		d.Outlet = strings.TrimSpace(s[open+1 : len(s)-1])
		if !isOutlet(d.Outlet) {
			return Dateline{}
		}
		s = strings.TrimSpace(s[:open])
	}
	toks := tokens(s)
	dated := len(toks)
	for dated > 0 && dateToken(toks[dated-1]) {
		dated--
	}
	for dated < len(toks) && toks[dated].Kind == text.Mark {
		dated++ // the full stop of "Ore." is the place's
	}
	if dated < len(toks) {
		d.Published = fullDate(toks[dated:])
		s = s[:toks[dated].Span.Start]
	}
	s = strings.TrimRight(s, ", ")
	if s == "" && d.Outlet != "" {
		return d
	}
	if !placeName(s, d.Outlet != "" || dated < len(toks) && hasNumber(toks[dated:])) {
		return Dateline{}
	}
	d.Place = s
	return d
}

// dateToken holds for the words, figures and marks of a date.
func dateToken(t text.Token) bool {
	switch t.Kind {
	case text.Number:
		return true
	case text.Mark:
		return t.Text == "," || t.Text == "." || t.Text == "/" || t.Text == "-"
	}
	return months[t.Norm] > 0 || strings.Contains(dateWords, " "+t.Norm+" ")
}

func hasNumber(toks []text.Token) bool {
	for _, t := range toks {
		if t.Kind == text.Number {
			return true
		}
	}
	return false
}

// labels stand in capitals before a dash and are no places.
const labels = " UPDATE UPDATED BREAKING EXCLUSIVE WATCH LIVE NEW CORRECTION ANALYSIS OPINION VIDEO PHOTOS NOTE EDITOR READ ALSO "

// placeName reports whether s is a place as datelines print it: capitals
// ("PROVIDENCE, R.I.", "BEIRUT/WASHINGTON"), or where a date, an agency or a
// region backs it, capitalised words ("Guwahati, Assam").
func placeName(s string, backed bool) bool {
	city, region, _ := strings.Cut(s, ",")
	words := strings.FieldsFunc(city, func(r rune) bool { return r == ' ' || r == '/' || r == '-' })
	if len(words) == 0 || len(words) > 5 || strings.Count(region, " ") > 5 {
		return false
	}
	if !allWords(words, func(w string) bool { return capitals(w) && !strings.Contains(labels, " "+w+" ") }) &&
		!((backed || region != "" && strings.Count(region, " ") <= 3) && len(words) <= 4 && allWords(words, capitalised)) {
		return false
	}
	return allWords(strings.Fields(region), capitalised)
}

func allWords(words []string, holds func(string) bool) bool {
	for _, w := range words {
		if !holds(w) {
			return false
		}
	}
	return true
}

// capitals holds for words without a small letter, and with at least one capital.
func capitals(w string) bool {
	return strings.IndexFunc(w, unicode.IsLower) < 0 && strings.IndexFunc(w, unicode.IsUpper) >= 0 &&
		strings.IndexFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && r != '.' && r != '\'' && r != '’' }) < 0
}

// capitalised holds for words that begin with a capital, and for the small
// words inside names of places.
func capitalised(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r) || strings.Contains(" of de la le les du del das do dos the and am an der upon sur al el ", " "+w+" ")
}
