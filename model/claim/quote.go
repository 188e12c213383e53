// This file finds quotations: runs between quotation marks of every style,
// among them the ’ that is also the apostrophe.

package claim

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"doubletake/model"
)

// Quotation is a run of words in quotation marks. Scare quotes are quotations
// too; the caller decides by length.
type Quotation struct {
	Span  model.Span // with its marks
	Inner model.Span // without them
	// Open is true where the quotation goes on in the next paragraph, so that no
	// mark closes it here; Span then ends with the paragraph.
	Open bool
}

// Quotes is the article's quotations in text order. They do not overlap: one
// quotation inside another is part of the outer one. An opening mark that
// nothing closes makes a quotation only where it goes on in the next paragraph.
func Quotes(a model.Article) []Quotation {
	var out []Quotation
	var marks []mark
	for i, p := range a.Paragraphs {
		marks = findMarks(marks[:0], p.In(a.Text))
		next := ""
		if i+1 < len(a.Paragraphs) {
			next = a.Paragraphs[i+1].In(a.Text)
		}
		out = pair(out, marks, p, next)
	}
	return out
}

// style is the family of a quotation mark.
type style uint8

const (
	doubleCurly style = iota
	singleCurly
	doubleStraight
	singleStraight
	angle
	backtick // ``so''
	styles
)

// mark is one quotation mark of a paragraph and what it may do.
type mark struct {
	at, size int // in the paragraph, bytes
	style    style
	opens    bool
	closes   bool
	low      bool // „ and ‚, which “ and ‘ close
	doubtful bool // may be an apostrophe: it follows a letter
	elides   bool // likely one: "the workers’ hall", "goin’ home"
	surely   bool // a mark of this style that surely closes follows before one that opens
}

// findMarks lists the quotation marks of a paragraph, apostrophes left out.
func findMarks(marks []mark, s string) []mark {
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf && c != '"' && c != '\'' && c != '`' {
			i++
			continue
		}
		m := markAt(s, i)
		if m.size == 0 {
			_, size := utf8.DecodeRuneInString(s[i:])
			i += size
			continue
		}
		if m.judge(s) {
			marks = append(marks, m)
		}
		i += m.size
	}
	lookAhead(marks)
	return marks
}

// markAt is the mark at i by its form alone; its size is 0 where none stands.
func markAt(s string, i int) mark {
	r, size := utf8.DecodeRuneInString(s[i:])
	m := mark{at: i, size: size}
	switch r {
	case '“', '„', '‟':
		m.style, m.opens, m.low = doubleCurly, true, r == '„'
	case '”':
		m.style, m.closes = doubleCurly, true
	case '«':
		m.style, m.opens = angle, true
	case '»':
		m.style, m.closes = angle, true
	case '‘', '‚', '‛':
		m.style, m.opens, m.low = singleCurly, true, r == '‚'
	case '’':
		m.style, m.closes = singleCurly, true
	case '"':
		m.style = doubleStraight
	case '\'':
		m.style = singleStraight
		if strings.HasPrefix(s[i:], "''") {
			m.style, m.size, m.closes = backtick, 2, true
		}
	case '`':
		m.style, m.opens, m.size = backtick, true, 2
		if !strings.HasPrefix(s[i:], "``") {
			m.size = 0
		}
	default:
		m.size = 0
	}
	return m
}

// judge settles what a mark does from the runes around it; false for apostrophes.
func (m *mark) judge(s string) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:m.at])
	if m.at == 0 {
		before = ' '
	}
	after, _ := utf8.DecodeRuneInString(s[m.at+m.size:])
	if m.at+m.size == len(s) {
		after = ' '
	}
	switch m.style {
	case doubleStraight:
		m.opens = opensAfter(before) && !unicode.IsSpace(after)
		m.closes = !m.opens || !unicode.IsSpace(before) && before != '('
	case singleStraight, singleCurly:
		if wordRune(before) && wordRune(after) {
			return false // don’t
		}
		if m.style == singleStraight {
			m.opens = opensAfter(before) && !unicode.IsSpace(after) && !elided(s[m.at+m.size:])
			m.closes = !m.opens && !unicode.IsSpace(before)
		} else if m.closes && opensAfter(before) || m.opens && elided(s[m.at+m.size:]) {
			return false // ’90s, ’em, and the same with the mark turned round
		}
		m.doubtful = m.closes && wordRune(before)
		m.elides = m.doubtful && (before == 's' || before == 'S' || before == 'n' && strings.HasSuffix(s[:m.at], "in"))
	}
	return m.opens || m.closes
}

// opensAfter holds for what may stand before an opening mark.
func opensAfter(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune("([{—–-/“‘\"'„«…:", r)
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// elided reports whether an apostrophe before s stands for letters left out:
// "'em", "'90s", "'tis".
func elided(s string) bool {
	if s == "" || s[0] >= '0' && s[0] <= '9' {
		return len(s) > 2 && s[1] >= '0' && s[1] <= '9' && (s[2] == 's' || s[2] == ' ')
	}
	end := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
	if end < 0 {
		end = len(s)
	}
	return end <= 5 && strings.Contains(" em til tis twas cause cos bout round tween n ", " "+strings.ToLower(s[:end])+" ")
}

// lookAhead fills surely, from the end of the paragraph back.
func lookAhead(marks []mark) {
	var definite [styles]bool
	for i := len(marks) - 1; i >= 0; i-- {
		m := &marks[i]
		m.surely = definite[m.style]
		switch {
		case m.opens:
			definite[m.style] = false
		case !m.doubtful:
			definite[m.style] = true
		}
	}
}

// pair joins the marks of the paragraph p into quotations and adds them to out.
// next is the paragraph after it.
func pair(out []Quotation, marks []mark, p model.Span, next string) []Quotation {
	var unclosed [styles]bool // no mark of this style closes anything from here on
	for i := 0; i < len(marks); {
		m := marks[i]
		if !m.opens || unclosed[m.style] {
			i++
			continue
		}
		end := closing(marks, i)
		switch {
		case end > 0:
			out = append(out, Quotation{
				Span:  model.Span{Start: p.Start + m.at, End: p.Start + marks[end].at + marks[end].size},
				Inner: model.Span{Start: p.Start + m.at + m.size, End: p.Start + marks[end].at},
			})
			i = end + 1
			continue
		case m.style != singleStraight && goesOn(next, m.style) && !reopened(marks[i+1:], m.style):
			out = append(out, Quotation{
				Span:  model.Span{Start: p.Start + m.at, End: p.End},
				Inner: model.Span{Start: p.Start + m.at + m.size, End: p.End},
				Open:  true,
			})
			return out
		case end == 0:
			unclosed[m.style] = true
		}
		i++
	}
	return out
}

// longestPlural is how long a quotation may be, in bytes, that ends in "s’"
// without a mark before it; a longer one rather holds a possessive.
const longestPlural = 120

// closing is the index of the mark that closes the one at i. It is 0 where none
// of that style closes anything later, and -1 where another one opens first.
func closing(marks []mark, i int) int {
	opener := marks[i]
	depth := 0
	for j := i + 1; j < len(marks); j++ {
		m := marks[j]
		switch {
		case m.style != opener.style:
		case m.elides && (m.surely || m.at-opener.at > longestPlural): // the real end is still to come
		case m.closes || opener.low && !m.low:
			if depth == 0 {
				return j
			}
			depth--
		case m.style == angle || m.style == backtick:
			depth++
		default:
			return -1
		}
	}
	return 0
}

// reopened reports whether a mark of the style opens again.
func reopened(marks []mark, s style) bool {
	for _, m := range marks {
		if m.style == s && m.opens {
			return true
		}
	}
	return false
}

// openings are the marks that a quotation repeats when it goes on in a new paragraph.
var openings = [...]struct {
	mark  string
	style style
}{{"“", doubleCurly}, {"„", doubleCurly}, {"‘", singleCurly}, {"\"", doubleStraight}, {"«", angle}, {"``", backtick}}

// goesOn reports whether the next paragraph takes a quotation up again: it
// begins with an opening mark of the same style.
func goesOn(next string, s style) bool {
	for _, o := range openings {
		if o.style == s && strings.HasPrefix(next, o.mark) {
			return true
		}
	}
	return false
}
