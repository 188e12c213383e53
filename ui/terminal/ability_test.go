package terminal

import (
	"testing"

	"github.com/muesli/termenv"
)

// env is an environment for a test.
func env(pairs ...string) func(string) string {
	return func(name string) string {
		for i := 0; i+1 < len(pairs); i += 2 {
			if pairs[i] == name {
				return pairs[i+1]
			}
		}
		return ""
	}
}

func TestProfile(t *testing.T) {
	for _, tt := range []struct {
		name string
		env  []string
		want termenv.Profile
	}{
		{"nothing known", nil, termenv.Ascii},
		{"dumb", []string{"TERM", "dumb", "COLORTERM", "truecolor"}, termenv.Ascii},
		{"xterm", []string{"TERM", "xterm"}, termenv.ANSI},
		{"xterm-256color", []string{"TERM", "xterm-256color"}, termenv.ANSI256},
		{"full", []string{"TERM", "xterm-256color", "COLORTERM", "truecolor"}, termenv.TrueColor},
		{"no colour wanted", []string{"TERM", "xterm-256color", "NO_COLOR", "1"}, termenv.Ascii},
		{"screen", []string{"TERM", "screen", "COLORTERM", "truecolor"}, termenv.ANSI},
		{"screen-256color", []string{"TERM", "screen-256color"}, termenv.ANSI256},
		{"kitty", []string{"TERM", "xterm-kitty"}, termenv.TrueColor},
		{"the console", []string{"TERM", "linux"}, termenv.ANSI},
		{"unknown", []string{"TERM", "teletype"}, termenv.Ascii},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := Profile(env(tt.env...)); got != tt.want {
				t.Errorf("got %d, want %d", got, tt.want)
			}
		})
	}
}

func TestUTF8(t *testing.T) {
	for _, tt := range []struct {
		env  []string
		want bool
	}{
		{nil, true}, {[]string{"LANG", "en_GB.UTF-8"}, true}, {[]string{"LANG", "C.utf8"}, true}, {[]string{"LANG", "C"}, false},
		{[]string{"LC_ALL", "POSIX", "LANG", "en_GB.UTF-8"}, false}, {[]string{"LC_CTYPE", "de_DE.ISO-8859-1"}, false},
	} {
		if got := UTF8(env(tt.env...)); got != tt.want {
			t.Errorf("UTF8(%v) = %v", tt.env, got)
		}
	}
}
