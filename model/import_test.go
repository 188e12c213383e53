// This file holds the house to its plan: who may import whom.

package model_test

import (
	"errors"
	"go/build"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// stages is the way of the data. A package under model may import those of the
// lines above its own and no other; values, the rooms that each know one kind of
// thing, may lean on the plainer of them.
var stages = [][]string{
	{"model"},
	{"model/text", "model/place", "model/kin", "model/parallel", "model/forest", "model/article/page"},
	{"model/source", "model/article", "model/name", "model/marks", "model/pairing"},
	{"model/claim"},
	{"model/title", "model/date", "model/quantity", "model/certainty", "model/voice"},
	{"model/entity"},
	{"model/fact"},
	{"model/align"},
	{"model/compare"},
	{"model/report"},
}

// programs are under model and no stage: they make the lists that stages embed.
func program(p string) bool { return strings.HasSuffix(p, "/derive") || strings.HasSuffix(p, "/data") }

// imports maps each package under a folder of the module to what it imports, its
// tests aside.
func imports(t *testing.T, folder string) map[string][]string {
	t.Helper()
	root := filepath.Join("..", filepath.FromSlash(folder))
	out := make(map[string][]string)
	err := filepath.WalkDir(root, func(dir string, d fs.DirEntry, err error) error {
		switch {
		case err != nil || !d.IsDir():
			return err
		case d.Name() == "testdata":
			return filepath.SkipDir
		}
		p, err := build.ImportDir(dir, 0)
		if _, none := errors.AsType[*build.NoGoError](err); none {
			return nil
		}
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, dir)
		out[path.Join(folder, filepath.ToSlash(rel))] = p.Imports
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestNoTerminal holds that nothing under model knows of a terminal or of ui.
func TestNoTerminal(t *testing.T) {
	for p, list := range imports(t, "model") {
		for _, i := range list {
			for _, banned := range []string{"github.com/charmbracelet/", "github.com/muesli/", "doubletake/ui", "doubletake/seeds", "github.com/spf13/"} {
				if strings.HasPrefix(i, banned) {
					t.Errorf("%s imports %s", p, i)
				}
			}
		}
	}
}

// TestStages holds the order of the stages.
func TestStages(t *testing.T) {
	rank := func(p string) int {
		return slices.IndexFunc(stages, func(line []string) bool { return slices.Contains(line, p) })
	}
	for p, list := range imports(t, "model") {
		if program(p) {
			continue
		}
		if rank(p) < 0 {
			t.Errorf("%s has no place among the stages; give it one", p)
			continue
		}
		for _, i := range list {
			i, ours := strings.CutPrefix(i, "doubletake/")
			if !ours || p == "model/article" && i == "model/article/page" {
				continue
			}
			if rank(i) < 0 || rank(i) >= rank(p) {
				t.Errorf("%s imports %s, which does not stand before it", p, i)
			}
		}
	}
}
