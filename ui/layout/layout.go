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
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < ' ' || c > '~' {
			return ansi.StringWidth(s)
		}
	}
	return len(s)
}

// Within reports whether s surely takes at most width cells. It is quick and
// careful: it counts two cells for everything beyond ASCII, so it may say no of
// what would fit.
func Within(s string, width int) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == esc:
			// A style sequence ends with its first letter.
			for i++; i < len(s) && (s[i] < 'A' || s[i] > 'Z') && (s[i] < 'a' || s[i] > 'z'); i++ {
			}
		case c < utf8.RuneSelf:
			width--
		case c >= leading:
			width -= 2
		}
		if width < 0 {
			return false
		}
	}
	return true
}

// esc begins a style sequence; bytes from leading on begin a character of more
// than one byte.
const esc, leading = 0x1b, 0xc0

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
