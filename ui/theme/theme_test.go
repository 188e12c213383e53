package theme

import (
	"io"
	"math"
	"strconv"
	"strings"
	"testing"

	"doubletake/model"

	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"
)

func withProfile(p termenv.Profile) *lipgloss.Renderer {
	r := lipgloss.NewRenderer(io.Discard)
	r.SetColorProfile(p)
	return r
}

// TestSigns checks that every sign is one cell, one of its kind, and one ASCII
// character on a terminal that has no more.
func TestSigns(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range model.Relations {
		s := Sign(r)
		if ansi.StringWidth(s) != 1 || seen[s] {
			t.Errorf("%s has sign %q", r, s)
		}
		seen[s] = true
	}
	want := map[model.Relation]string{model.Conflict: "x", model.Differs: "~", model.Variant: "v", model.Same: "=", model.LeftOnly: "<", model.RightOnly: ">"}
	for r, ascii := range want {
		if got := Fold(Sign(r)); got != ascii {
			t.Errorf("%s in ASCII is %q, want %q", r, got, ascii)
		}
	}
	for _, s := range []string{Bar, Checked, Dropped, Noted, Here, Moved, Ellipsis, Dot, Across, Heavy, Down, Dashes} {
		if got := Fold(s); ansi.StringWidth(s) != 1 || len(got) != 1 || got == "?" {
			t.Errorf("%q in ASCII is %q", s, got)
		}
	}
}

func TestFold(t *testing.T) {
	for _, tt := range []struct{ give, want string }{
		{"plain", "plain"}, {"Ångström’s “word” — é\u0301", `Angstrom's "word" - e`}, {"日本", "????"},
		{"\x1b[1m≠\x1b[0m", "\x1b[1mx\x1b[0m"}, {"Lindø ß ж", "Lindo s ?"},
	} {
		if got := Fold(tt.give); got != tt.want {
			t.Errorf("Fold(%q) = %q, want %q", tt.give, got, tt.want)
		}
	}
}

// FuzzFold checks that what is folded is ASCII of the same width.
func FuzzFold(f *testing.F) {
	f.Add("“日本” ≠ é\u0301")
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.Map(func(r rune) rune {
			if r < ' ' || r == 0x7f || 0x80 <= r && r < 0xa0 {
				return -1 // articles are cleaned of control characters before
			}
			return r
		}, strings.ToValidUTF8(s, ""))
		got := Fold(s)
		if !ascii(got) {
			t.Fatalf("Fold(%q) = %q", s, got)
		}
		if w := ansi.StringWidth(s); w < len(got) {
			t.Fatalf("Fold(%q) = %q, wider than %d", s, got, w)
		}
	})
}

func TestBare(t *testing.T) {
	for _, r := range []*lipgloss.Renderer{nil, withProfile(termenv.Ascii)} {
		th := New(r, Dark, true, false)
		if !th.Bare {
			t.Error("a terminal without styles is not bare")
		}
		for _, rel := range model.Relations {
			if s := th.Words(rel, Current).Of("x") + th.Relation[rel].Of("y") + th.Claim(true).Of("z"); s != "xyz" {
				t.Errorf("%s is drawn as %q", rel, s)
			}
		}
	}
}

// TestProfiles checks that each profile speaks only its own colours.
func TestProfiles(t *testing.T) {
	for _, tt := range []struct {
		profile     termenv.Profile
		has, hasNot string
	}{
		{termenv.TrueColor, "38;2;", "38;5;"}, {termenv.ANSI256, "38;5;", "38;2;"}, {termenv.ANSI, "91", "38;"},
	} {
		th := New(withProfile(tt.profile), Dark, true, false)
		s := th.Words(model.Conflict, InClaim).Of("x") + th.Quiet.Of("y")
		if !strings.Contains(s, tt.has) || strings.Contains(s, tt.hasNot) {
			t.Errorf("profile %d: %q", tt.profile, s)
		}
	}
}

func TestNames(t *testing.T) {
	for n := Auto; n <= Light; n++ {
		if got, ok := Parse(n.String()); !ok || got != n {
			t.Errorf("Parse(%q) = %v, %v", n, got, ok)
		}
	}
	if _, ok := Parse("pink"); ok {
		t.Error("pink is a theme")
	}
	if th := New(nil, Light, true, false); th.Dark {
		t.Error("a name does not override the background")
	}
	if th := New(nil, Auto, true, false); !th.Dark {
		t.Error("auto does not follow the background")
	}
}

// TestContrast checks each colour that carries words against the backgrounds it
// stands on: 4.5:1 is what WCAG 2.1 asks of running text. Black and white are
// the extremes of what terminals have; the usual ones are nearer, so some room
// is left.
func TestContrast(t *testing.T) {
	for _, tt := range []struct {
		name    string
		p       palette
		grounds []string
	}{
		{"dark", darkPalette, []string{"#000000", "#1e1e2e", darkPalette.tint.TrueColor, darkPalette.cursor.TrueColor}},
		{"light", lightPalette, []string{"#ffffff", "#fafafa", lightPalette.tint.TrueColor}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			colours := []lipgloss.CompleteColor{tt.p.quiet, tt.p.accent}
			for _, c := range append(colours, tt.p.relation[:]...) {
				for _, ground := range tt.grounds {
					if got := contrast(c.TrueColor, ground); got < 4.5 && !(c == tt.p.quiet && got > 3.5) {
						t.Errorf("%s on %s: %.2f:1", c.TrueColor, ground, got)
					}
				}
			}
		})
	}
}

func contrast(a, b string) float64 {
	x, y := luminance(a), luminance(b)
	return (math.Max(x, y) + .05) / (math.Min(x, y) + .05)
}

// luminance is that of WCAG 2.1.
func luminance(hex string) float64 {
	sum := 0.0
	for i, weight := range []float64{.2126, .7152, .0722} {
		n, _ := strconv.ParseUint(hex[1+2*i:3+2*i], 16, 8)
		sum += weight * linear(float64(n)/255)
	}
	return sum
}
