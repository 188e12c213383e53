package terminal

import (
	"slices"
	"strings"

	"github.com/muesli/termenv"
)

// Profile is the colours of a terminal by what its environment says of it; none
// where NO_COLOR is set (no-color.org) or the terminal is unknown. getenv is
// usually os.Getenv, or looks into what a guest sent. Nothing is asked of the
// terminal itself.
func Profile(getenv func(string) string) termenv.Profile {
	term := strings.ToLower(getenv("TERM"))
	full := getenv("COLORTERM") == "truecolor" || getenv("COLORTERM") == "24bit"
	switch {
	case getenv("NO_COLOR") != "" || term == "dumb":
		return termenv.Ascii
	case full && !strings.HasPrefix(term, "screen"): // GNU screen cuts full colours down to nonsense
		return termenv.TrueColor
	case hasAny(term, "direct", "kitty", "ghostty", "wezterm", "alacritty", "foot"):
		return termenv.TrueColor
	case hasAny(term, "256color", "tmux"):
		return termenv.ANSI256
	case hasAny(term, "xterm", "screen", "linux", "rxvt", "konsole", "cygwin", "ansi", "putty", "st-", "vt220", "eterm"):
		return termenv.ANSI
	}
	return termenv.Ascii
}

func hasAny(s string, parts ...string) bool {
	return slices.ContainsFunc(parts, func(p string) bool { return strings.Contains(s, p) })
}

// UTF8 reports whether the locale lets a terminal show more than ASCII: the first
// of LC_ALL, LC_CTYPE and LANG that is set decides, by POSIX. Where none is set,
// as in many containers, the terminal is taken to be a present-day one.
func UTF8(getenv func(string) string) bool {
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if v := strings.ToLower(getenv(name)); v != "" {
			return strings.Contains(v, "utf-8") || strings.Contains(v, "utf8")
		}
	}
	return true
}
