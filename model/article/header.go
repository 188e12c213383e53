// This file tells the headline, the byline and the date lines from the body.

package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"doubletake/model"
	"doubletake/model/text"
)

// heading is what stands above an article's body.
type heading struct {
	title, byline, outlet, published, place string
}

// fill sets the article's fields from the heading.
func (h heading) fill(a *model.Article) {
	a.Title, a.Byline, a.Outlet = text.Line(h.title), text.Line(h.byline), text.Line(h.outlet)
	a.Published, a.Dateline = h.published, text.Line(h.place)
}

// deepestHeader is how many paragraphs below the headline may hold a byline, a
// date line or a standfirst.
const deepestHeader = 8

// header reads the paragraphs above the body, and returns the body's. Whatever
// is not clearly a headline, a byline or a date line stays in the body, a
// standfirst among them.
func header(all []paragraph) (h heading, body []paragraph) {
	at := 0
	for at < len(all) && at < 2 && h.meta(all[at].text, false) {
		at++
	}
	if at < len(all) && isHeadline(all[at:]) {
		h.title = all[at].text
		at++
	} else if at > 0 && h.title == "" && !followed(all[at:]) {
		return heading{}, all
	}
	stop := min(len(all)-1, at+deepestHeader)
	for ; at < stop; at++ {
		p := all[at]
		if h.meta(p.text, h.title != "" && len(body) == 0) {
			continue
		}
		if len(body) > 0 || !isStandfirst(p.text) && !h.under(p.text, all[at+1].text) {
			break
		}
		body = append(body, p)
	}
	return h, append(body, all[at:]...)
}

// followed reports whether a paragraph of running sentences is among the next few.
func followed(rest []paragraph) bool {
	for _, p := range rest[:min(len(rest), deepestHeader)] {
		if isBody(p.text) {
			return true
		}
	}
	return false
}

// isBody holds for running text: it closes like a sentence and is no label.
func isBody(s string) bool { return ends(s) && sentenceLong(s) || len(s) > 2*longHeadline }

// isHeadline reports whether the first of the paragraphs is the headline of the
// others: short, without a full stop, and above running text.
func isHeadline(rest []paragraph) bool {
	s := rest[0].text
	if rest[0].level == 1 {
		return true
	}
	if len(rest) < 2 || utf8.RuneCountInString(s) > longHeadline || !followed(rest[1:]) || FindDateline(s).End > 0 {
		return false
	}
	if !ends(s) {
		return !strings.HasSuffix(s, ",")
	}
	// A question or an exclamation may be a headline if it stands apart, and so
	// may one that closes with an abbreviation ("… in the U.S.").
	bare := strings.TrimRight(s, closers)
	switch bare[len(bare)-1] {
	case '?', '!':
		return rest[1].apart && strings.Count(s, ". ") == 0 && isShort(s)
	case '.':
		last := bare[strings.LastIndexByte(bare, ' ')+1 : len(bare)-1]
		return rest[1].apart && isShort(s) && strings.Contains(last, ".") && text.Abbreviated(last) == text.EitherAbbreviation
	}
	return false
}

func isShort(s string) bool { return utf8.RuneCountInString(s) < longHeadline*3/4 }

// isStandfirst holds for a line between headline and byline: no full stop, and
// not long.
func isStandfirst(s string) bool {
	return !ends(s) && utf8.RuneCountInString(s) < 2*longHeadline
}

// under reports whether a sentence is a standfirst: short, with a byline or a
// date line below it.
func (h *heading) under(s, next string) bool {
	try := *h
	return h.title != "" && utf8.RuneCountInString(s) < 2*longHeadline && try.meta(next, false)
}

// meta reads a line of bylines, dates and outlets into h; false where s is
// anything else. below is true for the lines under a headline, where a bare
// name is its author's.
func (h *heading) meta(s string, below bool) bool {
	if len(s) > longHeadline {
		return false
	}
	found := *h
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == '|' || r == '•' || r == '·' })
	for _, part := range parts {
		if part = strings.TrimSpace(part); part != "" && !found.line(part, below) {
			return false
		}
	}
	*h = found
	return len(parts) > 0
}

// line reads one part of such a line.
func (h *heading) line(s string, below bool) bool {
	switch {
	case isDateLine(s):
		h.date(s)
	case authors(s) != "":
		h.author(authors(s))
	case isAgency(s) && h.outlet == "":
		h.outlet = s
	case !below:
		return false
	case isPlaceAndDate(s):
		name, _, _ := strings.Cut(s, ",")
		if h.byline != "" && h.outlet == "" && (strings.HasPrefix(name, "The ") || strings.Count(name, " ") > 1) {
			h.outlet = name // "The Daily Post, 3 May 2025"
		} else {
			h.place = name
		}
		h.date(s)
	case isRole(s) && h.byline != "":
		h.byline += ", " + s
	case isAuthor(s) && h.byline == "":
		h.author(s)
	case isOutlet(s) && h.byline != "" && h.outlet == "":
		h.outlet = s
	default:
		return false
	}
	return true
}

// date keeps the first full date given.
func (h *heading) date(s string) {
	if h.published == "" {
		h.published = fullDate(tokens(s))
	}
}

// author keeps a byline, and the outlet that stands in it: "Jane Doe, Reuters".
func (h *heading) author(s string) {
	if h.byline != "" {
		h.byline += ", "
	}
	h.byline += s
	_, outlet, ok := strings.Cut(s, ", ")
	switch {
	case h.outlet != "":
	case ok && !isRole(outlet) && isOutlet(outlet):
		h.outlet = outlet
	case isAgency(s):
		h.outlet = s
	}
}

// agencies are the news agencies and services that sign reports themselves.
const agencies = "|ap|afp|ani|pti|dpa|efe|ansa|upi|tass|reuters|xinhua|bloomberg|associated press|agence france-presse|" +
	"press trust of india|press association|pa media|kyodo news|anadolu agency|deutsche welle|bbc news|cnn|al jazeera|"

// isAgency holds for an agency's name alone: "Reuters", "The Associated Press".
func isAgency(s string) bool {
	return strings.Contains(agencies, "|"+strings.TrimPrefix(strings.ToLower(s), "the ")+"|")
}

// authors is what stands after "By" in a byline: "By Jane Doe", "BY JANE DOE in
// Berlin", "EXCLUSIVE by Jane Doe, Health Editor"; "" where s is none.
func authors(s string) string {
	first, rest, _ := strings.Cut(s, " ")
	if !strings.EqualFold(first, "by") {
		by := strings.Index(s, " by ")
		if by < 0 || !strings.Contains(bylineLeads, " "+strings.ToLower(s[:by])+" ") {
			return ""
		}
		rest = s[by+4:]
	}
	rest = strings.TrimSpace(rest)
	name, _, _ := strings.Cut(rest, ", ")
	words := strings.Fields(name)
	if len(words) == 0 || len(strings.Fields(rest)) > 16 || ends(s) || !startsUpper(words[0]) || names(words) < (len(words)+1)/2 {
		return ""
	}
	return rest
}

// bylineLeads may stand before "by" in a byline.
const bylineLeads = " exclusive special report analysis story words text written reporting video "

// names counts the capitalised words.
func names(words []string) int {
	n := 0
	for _, w := range words {
		if startsUpper(w) {
			n++
		}
	}
	return n
}

func startsUpper(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

// isAuthor holds for a bare name, alone or before a comma and a role or an outlet:
// two to four capitalised words that are no common ones, as those of a
// standfirst in capitals would be.
func isAuthor(s string) bool {
	name, rest, more := strings.Cut(s, ", ")
	words := strings.Fields(strings.ReplaceAll(name, " and ", " "))
	if len(words) < 2 || len(words) > 6 || ends(s) || names(words) < len(words) {
		return false
	}
	if more && !isRole(rest) && !isOutlet(rest) {
		return false
	}
	rare := 0.0
	for _, w := range words {
		rare += text.Weight(text.Norm(w))
	}
	return rare/float64(len(words)) > 0.8
}

// roles are the words for those who write in newspapers.
const roles = " correspondent correspondents reporter reporters editor editors writer writers staff columnist bureau agencies agency " +
	"contributor producer journalist analyst "

// isRole holds for "Health Correspondent".
func isRole(s string) bool {
	words := strings.Fields(strings.ToLower(s))
	if len(words) > 5 || ends(s) {
		return false
	}
	for _, w := range words {
		if strings.Contains(roles, " "+strings.Trim(w, ",")+" ") {
			return true
		}
	}
	return false
}

// isOutlet holds for a name of one to five capitalised words: "The Daily Post".
func isOutlet(s string) bool {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 5 || ends(s) {
		return false
	}
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) && !unicode.IsDigit(r) && !text.Stop(w) {
			return false
		}
	}
	return true
}

// isPlaceAndDate holds for a dateline on a line of its own: "Guwahati, July 10, 2025".
func isPlaceAndDate(s string) bool {
	city, rest, ok := strings.Cut(s, ", ")
	return ok && isDateLine(rest) && placeName(city, true)
}
