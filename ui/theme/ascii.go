package theme

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/text/unicode/norm"
)

// plain is what each sign and the commonest marks of print become in ASCII; each
// is as wide as what it stands for.
var plain = strings.NewReplacer(
	"≠", "x", "≈", "v", "◂", "<", "▸", ">", "▌", "|", "✓", "+", "✗", "-", "✎", "*", "▲", "^", "⇅", "!",
	"¶", "#", "·", ".", "…", "~", "─", "-", "━", "=", "│", "|", "┄", "-", "•", ".", "↑", "^", "↓", "v", "├", "|", "┤", "|", "┬", "+", "┴", "+",
	"“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`, "‘", "'", "’", "'", "‚", "'", "–", "-", "—", "-", "‑", "-", "−", "-",
	" ", " ", " ", " ", " ", " ",
	// Letters that are no base letter with an accent on it.
	"ø", "o", "Ø", "O", "ł", "l", "Ł", "L", "đ", "d", "Đ", "D", "ß", "s", "æ", "a", "Æ", "A", "œ", "o", "Œ", "O",
	"ı", "i", "ð", "d", "Ð", "D", "þ", "t", "Þ", "T", "ħ", "h", "Ħ", "H",
)

// Fold writes a frame in ASCII alone, cell for cell: signs by their ASCII form,
// letters without their accents, and a question mark for each cell of what has
// no such form. Escape sequences pass.
func Fold(s string) string {
	s = plain.Replace(s)
	if ascii(s) {
		return s
	}
	var b strings.Builder
	for len(s) > 0 {
		if s[0] < 0x80 {
			b.WriteByte(s[0])
			s = s[1:]
			continue
		}
		cluster, _ := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
		s = s[max(len(cluster), 1):]
		b.WriteString(letter(cluster, ansi.StringWidth(cluster)))
	}
	return b.String()
}

func letter(cluster string, cells int) string {
	if cells == 1 {
		if base := norm.NFKD.String(cluster)[0]; base >= ' ' && base <= '~' {
			return string(base)
		}
	}
	return strings.Repeat("?", cells)
}

func ascii(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}
