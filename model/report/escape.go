package report

import (
	"strings"

	"doubletake/model/marks"
	"doubletake/model/text"
)

// escaped is words so that Markdown shows them as they stand, with CommonMark's
// marks and the tables, strikes and bare addresses that GitHub adds. A backslash
// stands only where something could open, so that the source reads well too.
func escaped(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for i, r := range s {
		if opens(s, i, r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// opens reports whether the mark at s[i] could open something.
func opens(s string, i int, r rune) bool {
	rest := s[i:]
	switch r {
	case '\\', '`', '*', '_', '[', ']', '<', '|':
		return true
	case '~': // a strike
		return len(rest) > 1 && rest[1] != ' '
	case '&': // an entity
		return len(rest) > 1 && (rest[1] == '#' || letter(rest[1]))
	case '#', '+', '-', '=', '>': // a headline, a list, a quotation
		return i == 0
	case ')': // a list
		return digits(s[:i])
	case '.': // a list, an address
		return digits(s[:i]) || i >= 3 && strings.EqualFold(s[i-3:i], "www")
	case ':': // an address
		return strings.HasPrefix(rest, "://")
	case '@': // an address of mail
		return i > 0 && len(rest) > 1 && s[i-1] != ' ' && rest[1] != ' '
	}
	return false
}

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// digits reports whether s is one to nine digits and nothing else.
func digits(s string) bool {
	return s != "" && len(s) < 10 && strings.Trim(s, "0123456789") == ""
}

// flat is text on one line.
func flat(s string) string {
	return strings.ReplaceAll(s, "\n", " ")
}

// said is a mark in words, harmless and on one line.
func said(m marks.Mark) string {
	note := text.Line(m.Note)
	switch {
	case m.State == marks.Unmarked:
		return note
	case note == "":
		return m.State.String()
	}
	return m.State.String() + "; " + note
}
