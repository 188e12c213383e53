// This file reads the full calendar dates that newspapers print above an
// article. Dates inside the text are the fact stage's work.

package article

import (
	"fmt"
	"strconv"
	"strings"

	"doubletake/model"
	"doubletake/model/text"
)

// months maps the English names of the months to their numbers.
var months = map[string]int{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
	"october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8,
	"sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}

// dateWords may stand on a line that gives nothing but a date and a time.
const dateWords = " published posted updated update modified edited created last first on at date time dated originally as of " +
	"mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday " +
	"am pm a.m p.m a.m. p.m. noon midnight est edt et cst cdt ct mst mdt mt pst pdt pt gmt utc bst cet cest ist eet eest msk hrs h " +
	"st nd rd th t z local eastern central pacific ago min mins minutes hours hour read "

// dayWords are those of dateWords that say "when" and not only "at what time".
const dayWords = " published posted updated modified "

// tokens are those of s as a whole.
func tokens(s string) []text.Token {
	return text.Tokens(s, model.Span{End: len(s)})
}

// fullDate is the first date with day, month and year among toks, as ISO
// (2025-11-17); "" where there is none. A date of numbers alone counts only
// where day and month cannot be mistaken for one another.
func fullDate(toks []text.Token) string {
	for i := range toks {
		if day, month, year, ok := dateAt(toks[i:]); ok {
			return fmt.Sprintf("%04d-%02d-%02d", year, month, day)
		}
	}
	return ""
}

// dateAt reads a full date at the head of toks.
func dateAt(toks []text.Token) (day, month, year int, ok bool) {
	if n := strings.Split(toks[0].Text, "."); len(n) == 3 { // "17.11.2025" is one token
		day, month, year = number(n[0]), number(n[1]), number(n[2])
		return day, month, year, (day > 12 || day == month) && valid(day, month, year)
	}
	var parts []text.Token // without marks and the endings of "3rd"
	for i := 0; i < len(toks) && len(parts) < 3; i++ {
		t := toks[i]
		if i > 0 && (t.Kind == text.Mark && strings.Contains(".,/-", t.Text) || t.Glued && strings.Contains(" st nd rd th ", " "+t.Norm+" ") || t.Norm == "of") {
			continue
		}
		parts = append(parts, t)
	}
	if len(parts) < 3 {
		return 0, 0, 0, false
	}
	n := [3]int{number(parts[0].Norm), number(parts[1].Norm), number(parts[2].Norm)}
	m0, m1 := months[parts[0].Norm], months[parts[1].Norm]
	switch {
	case m0 > 0:
		day, month, year = n[1], m0, n[2]
	case m1 > 0:
		day, month, year = n[0], m1, n[2]
	case n[0] >= minYear && toks[1].Text != ",":
		day, month, year = n[2], n[1], n[0]
	case parts[0].Span.Len() <= 2 && n[0] > 12 && parts[1].Glued:
		day, month, year = n[0], n[1], n[2]
	case parts[0].Span.Len() <= 2 && n[1] > 12 && parts[1].Glued:
		day, month, year = n[1], n[0], n[2]
	}
	return day, month, year, valid(day, month, year)
}

// Years outside this range are counts or page numbers.
const (
	minYear = 1600
	maxYear = 2199
)

func valid(day, month, year int) bool {
	if month < 1 || month > 12 || year < minYear || year > maxYear {
		return false
	}
	days := [...]int{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[month-1]
	if month == 2 && (year%4 != 0 || year%100 == 0 && year%400 != 0) {
		days = 28
	}
	return day >= 1 && day <= days
}

// number is the value of up to four digits, 0 for anything else.
func number(s string) int {
	if len(s) > 4 {
		return 0
	}
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}

// isDateLine reports whether s gives a date or a time of publication and
// nothing else: "Posted: Monday, Feb. 3, 2025, 6:15 p.m. EST".
func isDateLine(s string) bool {
	toks := tokens(s)
	if len(toks) > 30 {
		return false
	}
	digits, dated := false, false
	for i, t := range toks {
		switch t.Kind {
		case text.Mark:
			if !strings.Contains(".,:;/-–—|()", t.Text) {
				return false
			}
		case text.Number:
			digits = true
			dated = dated || strings.Count(t.Text, ".") == 2
		default:
			word := " " + t.Norm + " "
			zone := i > 0 && len(t.Text) <= 4 && strings.ToUpper(t.Text) == t.Text // "6:15 p.m. NT"
			if months[t.Norm] == 0 && !strings.Contains(dateWords, word) && !zone {
				return false
			}
			dated = dated || months[t.Norm] > 0 || strings.Contains(dayWords, word)
		}
	}
	return digits && (dated || fullDate(toks) != "")
}
