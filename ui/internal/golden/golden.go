// Package golden compares what screens look like with what they looked like when
// someone last looked at them, at three sizes and on four terminals. With the flag
// -update, as in go test ./ui/... -run Golden -update, it writes that anew.
package golden

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"doubletake/ui/theme"

	"github.com/charmbracelet/lipgloss"
	"github.com/google/go-cmp/cmp"
	"github.com/muesli/termenv"
	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "write the golden files instead of comparing with them")

// Look is a terminal that golden files are made for.
type Look struct {
	Name    string
	Profile termenv.Profile
	Theme   theme.Name
	ASCII   bool
}

// Looks is all of them.
var Looks = []Look{
	{"no colour", termenv.Ascii, theme.Dark, false},
	{"dark", termenv.TrueColor, theme.Dark, false},
	{"light", termenv.ANSI256, theme.Light, false},
	{"ascii", termenv.Ascii, theme.Dark, true},
}

// Sizes is the screens that golden files are made for, in cells and rows.
var Sizes = [][2]int{{80, 24}, {100, 30}, {140, 40}}

// Renderer draws for the look.
func (l Look) Renderer() *lipgloss.Renderer { return Renderer(l.Profile) }

// Renderer draws with the colours of a profile.
func Renderer(p termenv.Profile) *lipgloss.Renderer {
	r := lipgloss.NewRenderer(io.Discard)
	r.SetColorProfile(p)
	return r
}

// Screen compares one screen in every look and size with the file of its name in
// testdata.
func Screen(t *testing.T, name string, draw func(look Look, w, h int) string) {
	t.Helper()
	var got txtar.Archive
	for _, look := range Looks {
		for _, size := range Sizes {
			frame := draw(look, size[0], size[1])
			if err := Fits(frame, size[0], size[1]); err != nil {
				t.Fatal(err)
			}
			got.Files = append(got.Files, txtar.File{Name: fmt.Sprintf("%s %dx%d", look.Name, size[0], size[1]), Data: Readable(frame)})
		}
	}
	Compare(t, name, got)
}

// Readable is a frame as it stands in a golden file: escapes shown, no spaces at
// the ends of rows.
func Readable(frame string) []byte {
	var b bytes.Buffer
	for _, row := range strings.Split(frame, "\n") {
		b.WriteString(strings.TrimRight(strings.ReplaceAll(row, "\x1b", "␛"), " ") + "\n")
	}
	return b.Bytes()
}

// Compare compares frames with the file of a name in testdata.
func Compare(t *testing.T, name string, got txtar.Archive) {
	t.Helper()
	path := filepath.Join("testdata", name+".txtar")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, txtar.Format(&got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v; go test ./ui/... -run Golden -update writes it", err)
	}
	want := txtar.Parse(data)
	if len(want.Files) != len(got.Files) {
		t.Fatalf("%s has %d frames, want %d", path, len(want.Files), len(got.Files))
	}
	for i, f := range got.Files {
		if want.Files[i].Name != f.Name {
			t.Fatalf("%s has no frame %q", path, f.Name)
		}
		if d := cmp.Diff(strings.Split(string(want.Files[i].Data), "\n"), strings.Split(string(f.Data), "\n")); d != "" {
			t.Errorf("%s (-want +got):\n%s", f.Name, d)
		}
	}
}

// Fits says what of a frame does not fit a screen. It measures with Lip Gloss, as
// the renderer does.
func Fits(frame string, w, h int) error {
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
