package ui

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"doubletake/ui/book"
	"doubletake/ui/internal/fixture"
	"doubletake/ui/theme"

	"github.com/charmbracelet/lipgloss"
	"github.com/google/go-cmp/cmp"
	"github.com/muesli/termenv"
	"golang.org/x/tools/txtar"
)

// update writes the golden files instead of comparing with them:
// go test ./ui -run Golden -update
var update = flag.Bool("update", false, "write the golden files")

// looks is the terminals that golden files are made for.
var looks = []struct {
	name    string
	profile termenv.Profile
	theme   theme.Name
	ascii   bool
}{
	{"no colour", termenv.Ascii, theme.Dark, false},
	{"dark", termenv.TrueColor, theme.Dark, false},
	{"light", termenv.ANSI256, theme.Light, false},
	{"ascii", termenv.Ascii, theme.Dark, true},
}

var sizes = [][2]int{{80, 24}, {100, 30}, {140, 40}}

// screens is every screen, by the keys that lead to it.
var screens = []struct {
	name string
	keys []string
}{
	{"start", nil},
	{"worst", []string{"n"}},
	{"office", []string{"n", "n", "n"}},
	{"right", []string{"n", "n", "n", "tab"}},
	{"alone", []string{"w", "w", "w", "j", "j", "j", "j", "j"}},
	{"claim", []string{"w", "j", "j"}},
	{"shared", []string{"=", "n"}},
	{"filtered", []string{"3", "n"}},
	{"marked", []string{"n", " ", "n", "x", "n", "m", "a", "s", "k", "esc"}},
	{"detail", []string{"n", "enter"}},
	{"facts", []string{"f"}},
	{"sources", []string{"s"}},
	{"overview", []string{"n", "n", "o"}},
	{"help", []string{"?"}},
	{"note", []string{"n", "m", "a", "s", "k", " ", "h", "e", "r"}},
	{"searching", []string{"/", "r", "a", "d"}},
	{"found", []string{"/", "r", "a", "d", "a", "r", "enter"}},
}

// TestGolden compares every screen, at three sizes and on four terminals, with
// what it was when someone last looked at it.
func TestGolden(t *testing.T) {
	pair := book.New(fixture.Ferry())
	for _, s := range screens {
		t.Run(s.name, func(t *testing.T) {
			var got txtar.Archive
			for _, look := range looks {
				for _, size := range sizes {
					m := New(pair, Options{Renderer: renderer(look.profile), Theme: look.theme, ASCII: look.ascii})
					m, _ = pressed(sized(m, size[0], size[1]), s.keys...)
					frame := m.View()
					checkFrame(t, frame, size[0], size[1])
					got.Files = append(got.Files, txtar.File{Name: fmt.Sprintf("%s %dx%d", look.name, size[0], size[1]), Data: readable(frame)})
				}
			}
			compareGolden(t, filepath.Join("testdata", s.name+".txtar"), got)
		})
	}
}

// readable is a frame as it stands in a golden file: escapes shown, no spaces at
// the ends of rows.
func readable(frame string) []byte {
	var b bytes.Buffer
	for _, row := range strings.Split(frame, "\n") {
		b.WriteString(strings.TrimRight(strings.ReplaceAll(row, "\x1b", "␛"), " ") + "\n")
	}
	return b.Bytes()
}

func compareGolden(t *testing.T, path string, got txtar.Archive) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, txtar.Format(&got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v; go test ./ui -run Golden -update writes it", err)
	}
	want := txtar.Parse(data)
	for i, f := range got.Files {
		if i >= len(want.Files) || want.Files[i].Name != f.Name {
			t.Fatalf("%s has no frame %q", path, f.Name)
		}
		if d := cmp.Diff(strings.Split(string(want.Files[i].Data), "\n"), strings.Split(string(f.Data), "\n")); d != "" {
			t.Errorf("%s (-want +got):\n%s", f.Name, d)
		}
	}
}

// checkFrame holds a frame to the size of the screen.
func checkFrame(t *testing.T, frame string, w, h int) {
	t.Helper()
	if err := frameFits(frame, w, h); err != nil {
		t.Fatal(err)
	}
}

// frameFits says what of a frame does not fit a screen. It measures with Lip
// Gloss, as the renderer does.
func frameFits(frame string, w, h int) error {
	rows := strings.Split(frame, "\n")
	if len(rows) != h {
		return fmt.Errorf("%dx%d: %d rows", w, h, len(rows))
	}
	for i, row := range rows {
		if got := lipgloss.Width(row); got > w {
			return fmt.Errorf("%dx%d: row %d is %d cells wide: %q", w, h, i, got, row)
		}
	}
	return nil
}
