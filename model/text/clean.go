// This file is the door for text from outside: Clean and Line make it harmless
// before any offset into it is taken.

package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// maxMarks is how many combining marks one letter may carry; terminals
// disagree about the width of more, and no orthography needs them.
const maxMarks = 4

// Clean makes text from outside harmless and uniform: valid UTF-8 in NFC, with
// "\n" as its only control character. Broken bytes become U+FFFD. Terminal
// escape sequences go whole; control, bidirectional, zero-width, tag and
// variation characters go; every kind of line end becomes "\n" and every kind
// of space one space; a letter keeps at most four combining marks.
//
// Clean is idempotent. It runs in time linear in the length of raw, and
// returns raw itself where nothing has to change.
func Clean(raw string) string {
	if plain(raw) {
		return raw
	}
	s := limitMarks(filter(raw)) // before composing, which breaks up long runs of marks
	if norm.NFC.IsNormalString(s) {
		return s
	}
	return limitMarks(norm.NFC.String(s))
}

// Line is Clean for fields of one line, such as titles and bylines: newlines
// become spaces, runs of spaces become one, and none stands at either end. It is
// idempotent too.
func Line(raw string) string {
	s := strings.TrimLeftFunc(Clean(raw), func(r rune) bool { return unicode.IsSpace(r) || unicode.IsMark(r) })
	return strings.Join(strings.Fields(s), " ")
}

// plain reports whether s needs no cleaning: printable ASCII, newlines, and the
// few marks that articles are full of.
func plain(s string) bool {
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c >= ' ' && c < 0x7f || c == '\n':
			i++
		case c < utf8.RuneSelf:
			return false
		default:
			r, size := utf8.DecodeRuneInString(s[i:])
			if !plainRune(r) {
				return false
			}
			i += size
		}
	}
	return true
}

// plainRune holds for letters that NFC leaves alone wherever they stand, and
// for the dashes, quotation marks and currency signs of news text.
func plainRune(r rune) bool {
	switch {
	case r >= 0xA1 && r <= 0x17F:
		return r != 0xAD // soft hyphen
	case r >= 0x2010 && r <= 0x2027: // dashes, quotation marks, bullet, ellipsis
		return true
	}
	return r == '€'
}

// filter drops and replaces runes; what it returns is valid UTF-8.
func filter(raw string) string {
	var b strings.Builder
	b.Grow(len(raw))
	for i := 0; i < len(raw); {
		r, size := utf8.DecodeRuneInString(raw[i:])
		if r == '\r' && strings.HasPrefix(raw[i+1:], "\n") {
			i++
			continue
		}
		if n := escape(raw[i:], r); n > 0 {
			i += n
			continue
		}
		i += size
		switch {
		case r == '\n' || r == '\r' || r == 0x85 || r == 0x2028 || r == 0x2029 || r == '\v' || r == '\f':
			b.WriteByte('\n')
		case r == '\t' || unicode.Is(unicode.Zs, r):
			b.WriteByte(' ')
		case hidden(r):
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// hidden holds for runes that take no cell or change how others are drawn.
func hidden(r rune) bool {
	switch {
	case r == utf8.RuneError:
		return false
	case unicode.IsControl(r):
		return true
	case r == 0x034F || r == 0x180E || r == 0x115F || r == 0x1160 || r == 0x3164 || r == 0xFFA0 || r == 0x2800,
		r == 0x17B4 || r == 0x17B5 || r == 0x2065 || r >= 0xFFF0 && r <= 0xFFF8:
		return true // joiner, separators and fillers that show nothing, also those to come
	case r >= 0xFE00 && r <= 0xFE0F, r >= 0x180B && r <= 0x180F, r >= 0xE0000 && r <= 0xE0FFF:
		return true // variation selectors and tags
	case unicode.Is(unicode.Cf, r):
		return r < 0x0600 || r > 0x0605 // all but the Arabic number signs, which show
	}
	return unicode.Is(unicode.Co, r) || r&0xFFFE == 0xFFFE || (r >= 0xFDD0 && r <= 0xFDEF)
}

// maxEscape bounds how far the end of a sequence is looked for, in bytes, so that
// an unclosed one does not swallow an article.
const maxEscape = 4096

// escape is the length of the terminal escape sequence at the start of s, whose
// first rune is r; 0 where there is none. An unclosed sequence loses only its
// introducer, and the rest of it stays as ordinary words.
func escape(s string, r rune) int {
	var kind byte
	var i int
	switch {
	case r == 0x1b && len(s) > 1:
		kind, i = s[1], 2
	case r >= 0x80 && r <= 0x9f && len(s) > 1:
		kind, i = byte(r-0x40), 2
	default:
		return 0
	}
	switch kind {
	case '[':
		return control(s, i)
	case ']', 'P', '^', '_', 'X':
		return command(s, i)
	}
	if r != 0x1b {
		return 0 // a lone C1 control, which hidden drops
	}
	for i = 1; i < len(s) && s[i] >= 0x20 && s[i] <= 0x2f && i < 8; i++ {
	}
	if i < len(s) && s[i] >= 0x30 && s[i] <= 0x7e {
		return i + 1
	}
	return 1
}

// control is the end of a control sequence whose parameters begin at i.
func control(s string, i int) int {
	for ; i < len(s) && i < maxEscape && s[i] >= 0x20 && s[i] <= 0x3f; i++ {
	}
	if i < len(s) && s[i] >= 0x40 && s[i] <= 0x7e {
		return i + 1
	}
	return i
}

// command is the end of a terminal string (a title, a link) that begins at i; i
// itself where nothing closes it before the line or another sequence begins.
func command(s string, i int) int {
	start := i
	for ; i < len(s) && i < maxEscape; i++ {
		switch {
		case s[i] == 0x07:
			return i + 1
		case s[i] == 0x1b && i+1 < len(s) && s[i+1] == '\\':
			return i + 2
		case s[i] == 0xc2 && i+1 < len(s) && s[i+1] == 0x9c:
			return i + 2
		case s[i] == '\n' || s[i] == '\r' || s[i] == 0x1b || s[i] == 0xc2 && i+1 < len(s) && s[i+1] < 0xa0:
			return start
		}
	}
	return start
}

// limitMarks drops the combining marks of a letter beyond the first four, and
// those that stand on nothing at the start of a line.
func limitMarks(s string) string {
	if strings.IndexFunc(s, unicode.IsMark) < 0 {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	marks := maxMarks
	for _, r := range s {
		switch {
		case !unicode.IsMark(r):
			marks = 0
			if r == '\n' {
				marks = maxMarks
			}
		case marks >= maxMarks:
			continue
		default:
			marks++
		}
		b.WriteRune(r)
	}
	return b.String()
}
