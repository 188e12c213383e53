// Package source reads an article's bytes from where the user named it: a file,
// standard input, or an address. It is the only input under model. What it hands
// out is bounded in size and in the time it took to come, not empty, and text;
// every error is one line that names the source and says what to do.
package source

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"time"
	"unicode/utf8"
)

// MaxBytes is the size of the largest source taken, in bytes, for an address after
// decompression: room for a page with its pictures in it.
const MaxBytes = 10 << 20

// Patience is how long an address or a pipe is waited for unless Source says
// otherwise.
const Patience = 30 * time.Second

// Stdin is the path that stands for standard input.
const Stdin = "-"

// StdinName is what messages and reports call standard input.
const StdinName = "standard input"

// ErrBlank is what reading a source with nothing in it gives.
var ErrBlank = errors.New("is empty; an article needs some text")

// File is one article as found: the name the user gave it and its bytes, which
// Text turns into text.
type File struct {
	Name string
	Data []byte
	Type string // the Content-Type an address gave; "" for files
}

// Text is the file's text in UTF-8; see Decode.
func (f File) Text() (string, error) {
	s, err := Decode(f.Data, f.Type)
	if err != nil {
		return "", fmt.Errorf("%s: %w", f.Name, err)
	}
	return s, nil
}

// Source reads articles. The zero Source reads files alone, with Patience.
type Source struct {
	Stdin        io.Reader         // what "-" stands for; nil where there is none
	Patience     time.Duration     // 0 for Patience
	AllowPrivate bool              // addresses may lead into private networks
	Agent        string            // the User-Agent that addresses are asked with
	Progress     func(what string) // told what is being done; may be nil
}

// Read reads what a name stands for: standard input for "-", an address for
// what begins with a scheme, else a file. Pipes, devices and files that grow are
// read up to the same bound and no longer than the patience; so is an address. A
// terminal is waited for as long as the context lasts. The data passes Decode.
func (s Source) Read(ctx context.Context, name string) (File, error) {
	if s.Progress == nil {
		s.Progress = func(string) {}
	}
	switch {
	case name == Stdin && s.Stdin == nil:
		return File{}, fmt.Errorf("%s: nothing is connected; name a file instead", StdinName)
	case name == Stdin:
		return s.stdin(ctx)
	case IsAddress(name):
		return s.fetch(ctx, name)
	case name == "":
		return File{}, errors.New("the file name is empty; name an article, or - for standard input")
	}
	return s.file(ctx, name)
}

// Pair reads the two articles of a comparison. It refuses to compare a source
// with itself, by whatever two names, and to read standard input twice.
func (s Source) Pair(ctx context.Context, left, right string) (l, r File, err error) {
	if err := Distinct(left, right); err != nil {
		return File{}, File{}, err
	}
	if l, err = s.Read(ctx, left); err != nil {
		return File{}, File{}, err
	}
	if r, err = s.Read(ctx, right); err != nil {
		return File{}, File{}, err
	}
	return l, r, nil
}

// Distinct reports why names are not those of different articles: one is given
// twice, by whatever two names.
func Distinct(names ...string) error {
	for i, a := range names {
		for _, b := range names[:i] {
			switch {
			case a == Stdin && b == Stdin:
				return errors.New("standard input can be one article only; name a file for the other")
			case Same(b, a):
				return fmt.Errorf("%s and %s are one file; name two articles", b, a)
			}
		}
	}
	return nil
}

// IsPlain reports whether a name is that of a regular file, which is read without
// waiting for anybody.
func IsPlain(name string) bool {
	info, err := os.Stat(name)
	return name != Stdin && err == nil && info.Mode().IsRegular()
}

// Same reports whether two names lead to one article: to one file on disk, or
// letter for letter to one address. A device may be named twice: each reading
// yields something new.
func Same(left, right string) bool {
	if left == Stdin || right == Stdin {
		return false
	}
	if IsAddress(left) || IsAddress(right) {
		return left == right
	}
	a, errA := os.Stat(left)
	b, errB := os.Stat(right)
	return errA == nil && errB == nil && a.Mode()&fs.ModeDevice == 0 && os.SameFile(a, b)
}

func (s Source) stdin(ctx context.Context) (File, error) {
	patience := s.patience()
	if f, ok := s.Stdin.(*os.File); ok {
		if info, err := f.Stat(); err == nil && info.Mode()&fs.ModeCharDevice != 0 {
			patience = 0 // someone types
		}
	}
	s.Progress("reading " + StdinName)
	return s.take(ctx, StdinName, patience, func() (io.Reader, error) { return s.Stdin, nil })
}

func (s Source) file(ctx context.Context, path string) (File, error) {
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
	s.Progress("reading " + path)
	return s.take(ctx, path, s.patience(), func() (io.Reader, error) { return os.Open(path) })
}

func (s Source) patience() time.Duration { return cmp.Or(s.Patience, Patience) }

// take reads at most MaxBytes within a time (0 for any) and checks that they are
// an article's. Opening a pipe and reading from it may block for ever, so both
// are left behind when the time is up.
func (s Source) take(ctx context.Context, name string, within time.Duration, open func() (io.Reader, error)) (File, error) {
	type read struct {
		data []byte
		err  error
	}
	done := make(chan read, 1)
	go func() {
		from, err := open()
		if err != nil {
			done <- read{nil, err}
			return
		}
		if c, ok := from.(io.Closer); ok && from != s.Stdin {
			defer c.Close() // only read: nothing to lose
		}
		data, err := io.ReadAll(io.LimitReader(from, MaxBytes+1))
		done <- read{data, err}
	}()
	var late <-chan time.Time
	if within > 0 {
		t := time.NewTimer(within)
		defer t.Stop()
		late = t.C
	}
	select {
	case r := <-done:
		if r.err != nil {
			return File{}, explain(name, r.err)
		}
		return checkedFile(File{Name: name, Data: r.data})
	case <-late:
		return File{}, fmt.Errorf("%s: did not end within %s; close its other end, or give it longer with --timeout", name, within)
	case <-ctx.Done():
		return File{}, fmt.Errorf("%s: %w", name, ctx.Err())
	}
}

// checkedFile refuses data that is too long, no text, or blank.
func checkedFile(f File) (File, error) {
	if len(f.Data) > MaxBytes {
		return File{}, tooLarge(f.Name)
	}
	text, err := f.Text()
	switch {
	case err != nil:
		return File{}, err
	case blank(text):
		return File{}, fmt.Errorf("%s: %w", f.Name, ErrBlank)
	}
	return f, nil
}

// blank reports whether there is nothing to read in s.
func blank(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool {
		return r > ' ' && r != 0x7f && r != 0xA0 && r != 0xFEFF && r != utf8.RuneError && (r < 0x2000 || r > 0x200F)
	}) < 0
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
