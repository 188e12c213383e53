// This file finds the articles in a folder.

package source

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Bounds on a folder.
const (
	MaxFiles   = 200
	deepFolder = 3 // folders inside one another, the named one not counted
)

// endings are those of files that hold articles; a name without an ending may be
// one too.
var endings = [...]string{"", ".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml"}

// IsFolder reports whether a name is that of a folder.
func IsFolder(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}

// Folder lists the files in a folder, and in the folders in it, that may be
// articles by their endings and their size, in the order of their names. Hidden
// files and what may not be read are passed over, and so are links that lead to
// folders.
func Folder(path string) ([]string, error) {
	if _, err := os.ReadDir(path); err != nil {
		return nil, explain(path, err)
	}
	var out []string
	err := filepath.WalkDir(path, func(name string, d fs.DirEntry, err error) error {
		hidden := name != path && strings.HasPrefix(d.Name(), ".")
		if d.IsDir() {
			if err != nil || hidden || depth(path, name) > deepFolder {
				return fs.SkipDir
			}
			return nil
		}
		if err != nil || hidden || !slices.Contains(endings[:], strings.ToLower(filepath.Ext(name))) {
			return nil //nolint:nilerr // what may not be read is passed over
		}
		if info, err := os.Stat(name); err != nil || !info.Mode().IsRegular() || info.Size() == 0 || info.Size() > MaxBytes {
			return nil //nolint:nilerr // a link that leads nowhere is passed over
		}
		if len(out) == MaxFiles {
			return fmt.Errorf("%s: holds more than %d articles; name the folder of one event", path, MaxFiles)
		}
		out = append(out, name)
		return nil
	})
	return out, err
}

// depth is how many folders below root a path lies.
func depth(root, path string) int {
	rel, err := filepath.Rel(root, path)
	if err != nil || rel == "." {
		return 0
	}
	return strings.Count(rel, string(filepath.Separator)) + 1
}
