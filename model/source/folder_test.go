package source

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestFolder(t *testing.T) {
	dir := t.TempDir()
	for name, size := range map[string]int64{
		"b.txt": 1, "a.html": 1, "plain": 1, "deep/one.md": 1, "deep/er/two.TXT": 1, "deep/er/still/three.txt": 1, "deep/er/still/too/four.txt": 1,
		"photo.jpg": 1, "gold.json": 1, ".hidden.txt": 1, ".git/x.txt": 1, "empty.txt": 0, "huge.txt": MaxBytes + 1,
	} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Truncate(path, size); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(dir, filepath.Join(dir, "round")); err != nil {
		t.Log("no symbolic links here:", err)
	}
	got, err := Folder(dir)
	if err != nil {
		t.Fatal(err)
	}
	for i := range got {
		got[i], _ = filepath.Rel(dir, got[i])
	}
	want := []string{"a.html", "b.txt", "deep/er/still/three.txt", "deep/er/two.TXT", "deep/one.md", "plain"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if _, err := Folder(filepath.Join(dir, "none")); err == nil {
		t.Error("a folder that is not there: no error")
	}
}

func TestManyFiles(t *testing.T) {
	dir := t.TempDir()
	for i := range MaxFiles + 1 {
		if err := os.WriteFile(filepath.Join(dir, string(rune('a'+i%26))+string(rune('a'+i/26))+".txt"), []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := Folder(dir); err == nil {
		t.Error("no error")
	}
}
