package source

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"
)

func TestRead(t *testing.T) {
	dir := t.TempDir()
	write := func(name, data string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	large := write("large.txt", "")
	if err := os.Truncate(large, MaxBytes+1); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, path, stdin, want string }{
		{"file", write("a.txt", "Two men met."), "", ""},
		{"standard input", "-", "Two men met.", ""},
		{"missing", filepath.Join(dir, "none.txt"), "", "none.txt: no such file; check the name"},
		{"no name", "", "", "the file name is empty"},
		{"folder", dir, "", "is a folder; name a text file in it"},
		{"empty", write("empty.txt", ""), "", "empty.txt: is empty"},
		{"white space", write("white.txt", "\ufeff \n\u00a0\u200b\t\n"), "", "white.txt: is empty"},
		{"empty standard input", "-", "", "standard input: is empty"},
		{"binary", write("a.bin", "\x7fELF\x02\x00\x00\x00"), "", "a.bin: is not text; name a plain text file"},
		{"controls", write("b.bin", strings.Repeat("\x01\x02ab", 40)), "", "b.bin: is not text"},
		{"large", large, "", "large.txt: is larger than 10 MB"},
		{"large standard input", "-", strings.Repeat("a", MaxBytes+1), "standard input: is larger than 10 MB"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f, err := Source{Stdin: strings.NewReader(c.stdin)}.Read(t.Context(), c.path)
			switch {
			case c.want == "" && (err != nil || string(f.Data) != "Two men met."):
				t.Errorf("got %q, %v", f.Data, err)
			case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n")):
				t.Errorf("error %v, want %q", err, c.want)
			}
		})
	}
	if _, err := (Source{}).Read(t.Context(), filepath.Join(dir, "none.txt")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("cause lost: %v", err)
	}
	if _, err := (Source{}).Read(t.Context(), "-"); err == nil {
		t.Error("no standard input, no error")
	}
	if _, err := (Source{Stdin: iotest.ErrReader(errors.New("gone"))}).Read(t.Context(), "-"); err == nil || !strings.Contains(err.Error(), "gone") {
		t.Errorf("reader's error lost: %v", err)
	}
}

func TestPair(t *testing.T) {
	dir := t.TempDir()
	a, b := filepath.Join(dir, "a.txt"), filepath.Join(dir, "b.txt")
	link := filepath.Join(dir, "link.txt")
	for path, s := range map[string]string{a: "One.", b: "Two."} {
		if err := os.WriteFile(path, []byte(s), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(a, link); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	for _, c := range []struct{ name, left, right, want string }{
		{"two files", a, b, ""},
		{"file and standard input", a, "-", ""},
		{"same path", a, a, "are one file"},
		{"another way to write it", a, filepath.Join(dir, ".", "a.txt"), "are one file"},
		{"link", a, link, "are one file"},
		{"standard input twice", "-", "-", "standard input can be one article only"},
		{"one missing", a, filepath.Join(dir, "c.txt"), "no such file"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, _, err := Source{Stdin: strings.NewReader("Three.")}.Pair(t.Context(), c.left, c.right)
			if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
				t.Errorf("error %v, want %q", err, c.want)
			}
		})
	}
}

func TestDecode(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"UTF-8", "naïve – ‘so’", "naïve – ‘so’"},
		{"with mark", "\xEF\xBB\xBFso", "so"},
		{"UTF-16 little", "\xFF\xFEs\x00o\x00\x19\x20", "so’"},
		{"UTF-16 big", "\xFE\xFF\x00s\x00o", "so"},
		{"Windows-1252", "caf\xe9 \x93so\x94 Iran\x92s", "café “so” Iran’s"},
		{"damaged UTF-8", "‘so’ – it \xe2\x80", "‘so’ – it \xe2\x80"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := Decode([]byte(c.in), "")
			if err != nil || got != c.want {
				t.Errorf("got %q, %v; want %q", got, err, c.want)
			}
		})
	}
	for _, c := range []struct{ name, in, kind, want string }{
		{"declared by a server", "Wa\xb3\xeasa", "text/plain; charset=ISO-8859-2", "Wałęsa"},
		{"declared by a page", "<html><head><meta charset='windows-1251'></head>\xcc\xee\xf1\xea\xe2\xe0", "text/html", "Москва"},
		{"declared in the old way", "<HTML><META HTTP-EQUIV=Content-Type CONTENT=\"text/html; charset=shift_jis\">\x93\x8c\x8b\x9e", "", "東京"},
		{"declared by XML", "<?xml version='1.0' encoding='koi8-r'?><html>\xed\xcf\xd3\xcb\xd7\xc1", "", "Москва"},
		{"ASCII with escapes", "\x1b$BEl5~\x1b(B", "text/plain; charset=iso-2022-jp", "東京"},
		{"a lie: UTF-8", "naïve – so", "text/plain; charset=iso-8859-1", "naïve – so"},
		{"a lie: UTF-16", "naïve", "text/plain; charset=utf-16", "naïve"},
		{"nobody knows it", "caf\xe9", "text/plain; charset=klingon", "café"},
		{"no type at all", "caf\xe9", ";;;", "café"},
		{"declared by prose", "He said <meta charset='koi8-r'> caf\xe9", "", "He said <meta charset='koi8-r'> café"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := Decode([]byte(c.in), c.kind)
			if err != nil || !strings.HasSuffix(got, c.want) {
				t.Errorf("got %q, %v; want %q", got, err, c.want)
			}
		})
	}
	for _, s := range []string{"a\x00b", "\xFF\xFE\x00\x00a\x00\x00\x00", "\xFF\xFE\x00\x00"} {
		if _, err := Decode([]byte(s), ""); !errors.Is(err, ErrBinary) {
			t.Errorf("Decode(%q): %v", s, err)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte("\xFF\xFEs\x00o"))
	f.Add([]byte("caf\xe9"))
	f.Add([]byte("<meta charset=shift_jis>\x93\x8c"))
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := Decode(data, "")
		if err == nil && strings.Contains(s[:min(len(s), 1000)], "\x00") {
			t.Fatalf("NUL in %q", s)
		}
		if err == nil && utf8.Valid(data) != utf8.ValidString(s) && utf8.Valid(data) {
			t.Fatalf("broke %q", data)
		}
	})
}
