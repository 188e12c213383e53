// Package layout holds the pure geometry of the screen: how wide text is, where
// its lines break, which mark governs which bytes, how two panes are brought
// abreast, and which part of the screen belongs to whom. It knows bytes, cells
// and rows; it knows no colours, keys or facts, and keeps no state.
//
// Three units occur and are never mixed: byte offsets into an article's text,
// cells (columns of a terminal), and rows (lines after wrapping). Cells are
// always counted by Width, so that every part of the program and the renderer
// below it agree.
package layout

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// Width is the number of cells s takes on a terminal. Escape sequences take
// none. It is the one function of the program that measures text.
func Width(s string) int {
	if n, ok := narrow(s); ok {
		return n
	}
	return ansi.StringWidth(s)
}

// narrow is the width of a text of nothing but characters of one cell and style
// sequences, as nearly every row of a screen is; ok is false for any other. A server
// spent a tenth of its time on looking for clusters where there are none.
func narrow(s string) (cells int, ok bool) {
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c == esc:
			end := style(s[i:])
			if end == 0 {
				return 0, false
			}
			i += end
		case c >= ' ' && c <= '~':
			cells++
			i++
		case c < utf8.RuneSelf:
			return 0, false
		default:
			r, size := utf8.DecodeRuneInString(s[i:])
			if !oneCell(r) {
				return 0, false
			}
			cells++
			i += size
		}
	}
	return cells, true
}

const esc = 0x1b

// style is the length of the style sequence at the beginning of s, 0 where it is none.
func style(s string) int {
	if len(s) < 3 || s[1] != '[' {
		return 0
	}
	for i := 2; i < len(s); i++ {
		switch c := s[i]; {
		case c == 'm':
			return i + 1
		case c != ';' && c != ':' && (c < '0' || c > '9'):
			return 0
		}
	}
	return 0
}

// oneCell reports whether a character takes one cell whatever stands beside it: Latin
// letters, punctuation, currency, arrows, operators and lines. What it does not know is
// left to those who do.
func oneCell(r rune) bool {
	switch {
	case r >= 0xa1 && r <= 0x2ff:
		return r != 0xad && r != 0xa9 && r != 0xae
	case r >= 0x2010 && r <= 0x2027, r >= 0x2030 && r <= 0x203b, r >= 0x20a0 && r <= 0x20bf:
		return true
	case r >= 0x2190 && r <= 0x2193, r >= 0x2200 && r <= 0x22ff, r >= 0x2500 && r <= 0x25a9, r >= 0x25b2 && r <= 0x25b5, r >= 0x25b8 && r <= 0x25bf, r >= 0x25c2 && r <= 0x25fa:
		return true
	}
	return false
}

// Cut shortens s to at most width cells, putting tail in the last ones where
// something is lost. Escape sequences in s stay whole.
func Cut(s string, width int, tail string) string {
	switch {
	case width <= 0:
		return ""
	case Width(s) <= width:
		return s
	case Width(tail) > width:
		tail = ""
	}
	return ansi.Truncate(s, width, tail)
}

// Fit makes s exactly width cells: cut with an ellipsis, or padded with spaces.
func Fit(s string, width int) string {
	w := Width(s)
	if w > width {
		s = Cut(s, width, "…")
		w = Width(s)
	}
	return s + Spaces(width-w)
}

const blanks = "                                                                                                    "

// Spaces is n spaces; none for n below one.
func Spaces(n int) string {
	if n <= 0 {
		return ""
	}
	if n <= len(blanks) {
		return blanks[:n]
	}
	return strings.Repeat(" ", n)
}

// Ends sets left and right at the two ends of a row of width cells, at least one
// cell apart; where they do not both fit, left is cut and right is kept, and right
// goes first of all.
func Ends(left, right string, width int) string {
	r := Width(right)
	if r+2 > width {
		return Fit(left, width)
	}
	if r == 0 {
		return Fit(left, width)
	}
	return Fit(left, width-r-1) + " " + right
}

// Window is the part of rows that height rows show when row top is the first:
// always exactly height rows, empty ones where there are none.
func Window(rows []string, top, height int) []string {
	out := make([]string, 0, max(height, 0))
	for i := top; i < top+height; i++ {
		if i >= 0 && i < len(rows) {
			out = append(out, rows[i])
		} else {
			out = append(out, "")
		}
	}
	return out
}

// Clamp keeps a scroll position inside n rows shown height at a time.
func Clamp(top, n, height int) int {
	return max(0, min(top, n-height))
}
