package marks

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"

	"doubletake/model"
)

// StateFolder is where a user's state belongs, by the XDG rules: XDG_STATE_HOME
// where that is an absolute path, else .local/state in the home folder. getenv
// is usually os.Getenv.
func StateFolder(getenv func(string) string) (string, error) {
	if dir := getenv("XDG_STATE_HOME"); filepath.IsAbs(dir) {
		return dir, nil
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", fmt.Errorf("finding the home folder for marks: %w", err)
	}
	return filepath.Join(home, ".local", "state"), nil
}

// PathIn is the sidecar file of a comparison below a state folder. It depends on
// the words of both articles alone, so the marks are found again wherever the
// articles are read from.
func PathIn(stateFolder string, c model.Comparison) string {
	h := sha256.New()
	for s := model.Left; s <= model.Right; s++ {
		text := c.Text(s)
		fmt.Fprintf(h, "%d:", len(text))
		_, _ = io.WriteString(h, text) // a hash takes everything
	}
	return filepath.Join(stateFolder, "doubletake", "marks", hex.EncodeToString(h.Sum(nil)[:10])+".json")
}

// File keeps marks in a sidecar file. Each change is written at once: the file is
// read again under a lock, the change is laid over what it holds now, and the
// whole is put in place by a rename. So a reader sees a whole file at any moment,
// and what two readers mark at the same time is all kept. A File is for one
// session; several, in one process or many, may share a path.
type File struct {
	path    string
	heads   [2]string // the articles' headlines, for whoever reads the file
	set     Set       // what this session knows
	disk    Set       // what the file held when it was last read or written
	pending map[Key]bool
}

// Open reads the sidecar file at a path, which need not exist yet. A file that
// cannot be read as marks is moved aside, next to its place, and notice says so;
// it is never overwritten. An error means that marks cannot be kept there.
func Open(path string, c model.Comparison) (f *File, notice string, err error) {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	f = &File{path: path, pending: make(map[Key]bool)}
	for s := range f.heads {
		f.heads[s] = c.Tellings[s].Article.Title
	}
	f.disk, notice, err = load(path)
	if err != nil {
		return nil, "", err
	}
	f.set = maps.Clone(f.disk)
	return f, notice, nil
}

// All is a copy of every mark this session knows.
func (f *File) All() Set { return maps.Clone(f.set) }

// Get is one mark.
func (f *File) Get(k Key) Mark { return f.set[k] }

// Path is the sidecar file.
func (f *File) Path() string { return f.path }

// Put sets one mark and writes the file.
func (f *File) Put(k Key, m Mark) error {
	f.set.put(k, m)
	f.pending[k] = true
	return f.save()
}

// save lays the changes that are not yet written over what the file holds now.
func (f *File) save() error {
	folder := filepath.Dir(f.path)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return fmt.Errorf("making the folder for marks: %w", err)
	}
	unlock, err := lock(f.path)
	if err != nil {
		return fmt.Errorf("writing marks to %s: %w", f.path, err)
	}
	defer unlock()
	now, notice, err := load(f.path)
	if err != nil {
		return err
	}
	for k := range f.pending {
		now.put(k, merge(f.disk[k], f.set[k], now[k]))
	}
	if err := write(f.path, encode(now, f.heads)); err != nil {
		return fmt.Errorf("writing marks to %s: %w", f.path, err)
	}
	f.disk, f.set = now, maps.Clone(now)
	clear(f.pending)
	if notice != "" {
		return errors.New(notice)
	}
	return nil
}

// merge is the mark after two changes to base: ours and theirs. What only one of
// them changed is as that one left it; of two states ours stands; of two notes
// both are kept.
func merge(base, ours, theirs Mark) Mark {
	m := theirs
	if ours.State != base.State {
		m.State = ours.State
	}
	switch {
	case ours.Note == base.Note || ours.Note == theirs.Note:
	case theirs.Note == base.Note || theirs.Note == "":
		m.Note = ours.Note
	case ours.Note != "":
		m.Note = theirs.Note + "\n\n" + ours.Note
	}
	return m
}

// biggest is the most bytes a sidecar file may have.
const biggest = 16 << 20

// load reads a sidecar file; one that is not there is empty. One that is damaged
// is moved aside.
func load(path string) (set Set, notice string, err error) {
	in, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return make(Set), "", nil
	}
	if err != nil {
		return nil, "", fmt.Errorf("reading marks: %w", err)
	}
	data, err := io.ReadAll(io.LimitReader(in, biggest+1))
	if err := errors.Join(err, in.Close()); err != nil {
		return nil, "", fmt.Errorf("reading marks from %s: %w", path, err)
	}
	set, err = decode(data)
	switch {
	case err == nil && len(data) <= biggest:
		return set, "", nil
	case errors.Is(err, errNewer):
		return nil, "", fmt.Errorf("reading marks from %s: %w", path, err)
	}
	aside, err := setAside(path)
	if err != nil {
		return nil, "", fmt.Errorf("setting the damaged marks file %s aside: %w", path, err)
	}
	return make(Set), "the marks file was damaged; it is kept as " + aside, nil
}

// setAside renames a file to the first free name behind its own.
func setAside(path string) (string, error) {
	for n := 1; ; n++ {
		aside := fmt.Sprintf("%s.damaged-%d", path, n)
		// A link, unlike a rename, fails where the name is taken.
		err := os.Link(path, aside)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return "", err
		}
		return aside, os.Remove(path)
	}
}

// write puts data in place of a file in one step.
func write(path string, data []byte) error {
	mode := fs.FileMode(0o600)
	if info, err := os.Stat(path); err == nil {
		mode = info.Mode().Perm()
	}
	tmp, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return err
	}
	_, err = io.Copy(tmp, bytes.NewReader(data))
	err = errors.Join(err, tmp.Chmod(mode), tmp.Sync(), tmp.Close())
	if err == nil {
		err = os.Rename(tmp.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(tmp.Name()))
	}
	return nil
}
