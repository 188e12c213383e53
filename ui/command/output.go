// This file writes a report to a file: whole or not at all, and never over an
// article.

package command

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"doubletake/model/source"
)

// apart reports why the files to be written to may not be: neither may be an
// article, nor both the same.
func (how choice) apart(articles []string) error {
	if how.output != "" {
		if err := writable(how.output, articles); err != nil {
			return err
		}
	}
	if how.marks == "" {
		return nil
	}
	if how.marks == how.output || source.Same(how.marks, how.output) {
		return fmt.Errorf("%s: is to hold the marks and the report; name two files", how.marks)
	}
	for _, name := range articles {
		if source.Same(how.marks, name) {
			return fmt.Errorf("%s: is one of the articles; name another file for the marks", how.marks)
		}
	}
	return nil
}

// writable reports why a report may not be written to a path, before any work is
// done for it. inputs are the articles as named.
func writable(path string, inputs []string) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		folder := filepath.Dir(path)
		if in, err := os.Stat(folder); err != nil || !in.IsDir() {
			return fmt.Errorf("%s: there is no folder %s to write it in; make it first", path, folder)
		}
		return nil
	case err != nil:
		return fmt.Errorf("%s: cannot be written: %w", path, bare(err))
	case info.IsDir():
		return fmt.Errorf("%s: is a folder; name a file to write the report to", path)
	}
	for _, name := range inputs {
		if in, err := os.Stat(name); err == nil && os.SameFile(info, in) {
			return fmt.Errorf("%s: is one of the articles; name another file for the report", path)
		}
	}
	return nil
}

// save puts data in place of a file in one step: whoever reads the path sees the
// old file or the new one, whole. A device or pipe is written to as it is.
func save(path string, data []byte) error {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	info, err := os.Stat(path)
	if err == nil && !info.Mode().IsRegular() {
		return wrap(path, os.WriteFile(path, data, 0o666))
	}
	tmp, err := beside(path)
	if err != nil {
		return wrap(path, err)
	}
	_, err = tmp.Write(data)
	if info != nil {
		err = errors.Join(err, tmp.Chmod(info.Mode().Perm()))
	}
	err = errors.Join(err, tmp.Sync(), tmp.Close())
	if err == nil {
		err = os.Rename(tmp.Name(), path)
	}
	if err != nil {
		_ = os.Remove(tmp.Name()) // the first error is the one to tell
	}
	return wrap(path, err)
}

// beside makes an empty file next to a path, with the rights any new file gets.
func beside(path string) (*os.File, error) {
	for n := 1; ; n++ {
		name := filepath.Join(filepath.Dir(path), fmt.Sprintf(".%s.%d-%d", filepath.Base(path), os.Getpid(), n))
		f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if !errors.Is(err, fs.ErrExist) {
			return f, err
		}
	}
}

// free makes a new, empty file named after a path, counting up where names are
// taken, and gives its name.
func free(path string) (string, error) {
	ext := filepath.Ext(path)
	name := path
	for n := 2; ; n++ {
		f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		switch {
		case err == nil:
			return name, f.Close()
		case !errors.Is(err, fs.ErrExist):
			return "", err
		}
		name = fmt.Sprintf("%s-%d%s", path[:len(path)-len(ext)], n, ext)
	}
}

func wrap(path string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: cannot be written: %w", path, bare(err))
}

// bare is an error without the path that the system put before it.
func bare(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}
