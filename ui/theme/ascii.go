package theme

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/text/unicode/norm"
)

// pairs is the signs, the commonest marks of print, and letters that are no base
// letter with an accent on it, each followed by what stands for it in ASCII.
const pairs = "≠x≈v◂<▸>▌|✓+✗-✎*▲^⇅!¶#·.…~─-━=│|┄-•." +
	"“\"”\"„\"«\"»\"‘'’'‚'–-—-‑-−-" +
	"øoØOłlŁLđdĐDßsæaÆAœoŒOıiðdÐDþtÞTħhĦH"

// Fold writes a frame in ASCII alone, cell for cell: signs by their ASCII form,
// letters without their accents, and a question mark for each cell of what has
// no such form. Escape sequences pass.
func Fold(s string) string {
	if ascii(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for len(s) > 0 {
		if s[0] < utf8.RuneSelf {
			b.WriteByte(s[0])
			s = s[1:]
			continue
		}
		cluster, _ := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
		cluster = s[:max(len(cluster), 1)]
		s = s[len(cluster):]
		b.WriteString(letter(cluster, ansi.StringWidth(cluster)))
	}
	return b.String()
}

// letter is what stands for one character of some cells.
func letter(cluster string, cells int) string {
	if cells != 1 {
		return strings.Repeat("?", cells)
	}
	r, size := utf8.DecodeRuneInString(cluster)
	if r == utf8.RuneError {
		return "?"
	}
	if i := strings.Index(pairs, cluster[:size]); i >= 0 {
		return pairs[i+size : i+size+1]
	}
	if base := norm.NFKD.String(cluster)[0]; base >= ' ' && base <= '~' {
		return string(base)
	}
	return "?"
}

func ascii(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
