package pair

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"doubletake/model"
	"doubletake/model/source"
)

const (
	one = "The bridge at Osterhaven was closed on Monday after 3 cables broke, the city said.\n\nNobody was hurt.\n"
	two = "Bridge shut\n\nFour cables of the Osterhaven bridge broke on Monday, an engineer said.\n\nThere were no injuries.\n"
)

func write(t *testing.T, path, words string) string {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(words), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestEmbedded(t *testing.T) {
	pairs, err := Embedded(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if len(pairs) != 6 {
		t.Errorf("%d pairs, want 6", len(pairs))
	}
	for _, p := range pairs {
		if p.Name == "" || p.Title == "" || len(p.Report) == 0 || p.Book.Claims(model.Left) == 0 {
			t.Errorf("%q: title %q, %d bytes of report", p.Name, p.Title, len(p.Report))
		}
	}
}

func TestLoad(t *testing.T) {
	dir := t.TempDir()
	folder := filepath.Join(dir, "my bridge")
	write(t, filepath.Join(folder, "a.txt"), one)
	write(t, filepath.Join(folder, "b.md"), two)
	write(t, filepath.Join(folder, "gold.json"), "{}")
	write(t, filepath.Join(folder, ".hidden.txt"), "x")
	loose := write(t, filepath.Join(dir, "loose.txt"), one)
	other := write(t, filepath.Join(dir, "other.txt"), two)

	pairs, err := Load(t.Context(), source.Source{}, []string{folder, loose, other, folder})
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, p := range pairs {
		names = append(names, p.Name+": "+p.Title)
		if bytes.Contains(p.Report, []byte(dir)) || strings.Contains(p.Book.C.Tellings[0].Article.Source, "/") {
			t.Errorf("%s: a guest sees the way to the host's files", p.Name)
		}
	}
	want := "my-bridge: Bridge shut, loose-other: Bridge shut, my-bridge-2: Bridge shut"
	if got := strings.Join(names, ", "); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestRefuse(t *testing.T) {
	dir := t.TempDir()
	article := write(t, filepath.Join(dir, "a.txt"), one)
	empty := write(t, filepath.Join(dir, "empty.txt"), "")
	three := filepath.Join(dir, "three")
	for _, name := range []string{"a.txt", "b.txt", "c.txt"} {
		write(t, filepath.Join(three, name), one)
	}
	for _, tt := range []struct {
		name  string
		paths []string
		want  string
	}{
		{"one file", []string{article}, "alone is no pair"},
		{"no such file", []string{article, filepath.Join(dir, "none.txt")}, "none.txt"},
		{"no such folder", []string{filepath.Join(dir, "none")}, "alone is no pair"},
		{"three articles", []string{three}, "holds 3 articles"},
		{"empty", []string{article, empty}, "empty.txt"},
		{"the same file", []string{article, article}, "one file"},
		{"standard input", []string{"-", article}, "standard input"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Load(t.Context(), source.Source{}, tt.paths)
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want one that says %q", err, tt.want)
			}
		})
	}
}
