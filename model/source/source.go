// Package source reads an article's bytes from where the user named it: a file
// or standard input. It is the only input under model. What it hands out is
// bounded in size, not empty, and UTF-8 text; every error is one line that
// names the file and says what to do.
package source

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"unicode/utf8"
)

// MaxBytes is the size of the largest article taken, in bytes: far above any
// report, far below what makes the comparison slow.
const MaxBytes = 16 << 20

// Stdin is the path that stands for standard input.
const Stdin = "-"

// StdinName is what messages and reports call standard input.
const StdinName = "standard input"

// File is one article as found: the name the user gave it and its bytes, which
// Decode turns into text.
type File struct {
	Name string
	Data []byte
}

// Text is the file's text in UTF-8; see Decode.
func (f File) Text() (string, error) {
	s, err := Decode(f.Data)
	if err != nil {
		return "", fmt.Errorf("%s: %w", f.Name, err)
	}
	return s, nil
}

// Read reads the file at path, or stdin where path is "-". Pipes and devices
// are read up to the same bound. The data it returns passes Decode.
func Read(path string, stdin io.Reader) (File, error) {
	if path == Stdin {
		if stdin == nil {
			return File{}, fmt.Errorf("%s: nothing is connected; name a file instead", StdinName)
		}
		return take(StdinName, stdin)
	}
	if path == "" {
		return File{}, errors.New("the file name is empty; name an article, or - for standard input")
	}
	info, err := os.Stat(path)
	if err != nil {
		return File{}, explain(path, err)
	}
	if info.IsDir() {
		return File{}, fmt.Errorf("%s: is a folder; name a text file in it", path)
	}
	if info.Mode().IsRegular() && info.Size() > MaxBytes {
		return File{}, tooLarge(path)
	}
	file, err := os.Open(path)
	if err != nil {
		return File{}, explain(path, err)
	}
	defer file.Close() // only read: nothing to lose
	return take(path, file)
}

// Pair reads the two articles of a comparison. It refuses to compare a file
// with itself, by whatever two names, and to read standard input twice.
func Pair(left, right string, stdin io.Reader) (l, r File, err error) {
	if left == Stdin && right == Stdin {
		return File{}, File{}, errors.New("standard input can be one article only; name a file for the other")
	}
	if same(left, right) {
		return File{}, File{}, fmt.Errorf("%s and %s are one file; name two articles", left, right)
	}
	if l, err = Read(left, stdin); err != nil {
		return File{}, File{}, err
	}
	if r, err = Read(right, stdin); err != nil {
		return File{}, File{}, err
	}
	return l, r, nil
}

// same reports whether two paths lead to one file on disk. A device may be
// given twice: each reading yields something new.
func same(left, right string) bool {
	if left == Stdin || right == Stdin {
		return false
	}
	a, errA := os.Stat(left)
	b, errB := os.Stat(right)
	return errA == nil && errB == nil && a.Mode()&fs.ModeDevice == 0 && os.SameFile(a, b)
}

// take reads at most MaxBytes and checks that they are an article's.
func take(name string, from io.Reader) (File, error) {
	data, err := io.ReadAll(io.LimitReader(from, MaxBytes+1))
	switch {
	case err != nil:
		return File{}, explain(name, err)
	case len(data) > MaxBytes:
		return File{}, tooLarge(name)
	}
	text, err := Decode(data)
	switch {
	case err != nil:
		return File{}, fmt.Errorf("%s: %w", name, err)
	case blank(text):
		return File{}, fmt.Errorf("%s: is empty; an article needs some text", name)
	}
	return File{Name: name, Data: data}, nil
}

// blank reports whether there is nothing to read in s.
func blank(s string) bool {
	for _, r := range s {
		if r > ' ' && r != 0x7f && r != 0xA0 && r != 0xFEFF && r != utf8.RuneError && (r < 0x2000 || r > 0x200F) {
			return false
		}
	}
	return true
}

func tooLarge(name string) error {
	return fmt.Errorf("%s: is larger than %d MB; cut it down to the article", name, MaxBytes>>20)
}

// explain says an operating system's error in the reader's words, and keeps it
// for errors.Is.
func explain(name string, err error) error {
	var advice string
	switch {
	case errors.Is(err, fs.ErrNotExist):
		advice = "no such file; check the name"
	case errors.Is(err, fs.ErrPermission):
		advice = "may not be read; check its permissions"
	default:
		var path *fs.PathError
		if errors.As(err, &path) {
			err = path.Err
		}
		return fmt.Errorf("%s: could not be read: %w", name, err)
	}
	return &readError{text: name + ": " + advice, cause: err}
}

// readError is a message in the reader's words over the system's error.
type readError struct {
	text  string
	cause error
}

func (e *readError) Error() string { return e.text }
func (e *readError) Unwrap() error { return e.cause }
