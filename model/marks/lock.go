package marks

import (
	"errors"
	"io/fs"
	"os"
	"time"
)

var errBusy = errors.New("another reader is writing it; the mark is kept and written with the next one")

// How long a writer waits for another one, and the age at which a lock file is
// taken to be left over from a program that died. The clock bounds waiting here;
// it decides nothing that is written.
const (
	patience = 300 * time.Millisecond
	pause    = 3 * time.Millisecond
	stale    = 10 * time.Second
)

// try takes a lock again and again until it has it, or patience ends.
func try(take func() (unlock func(), busy bool, err error)) (func(), error) {
	for end := time.Now().Add(patience); ; time.Sleep(pause) {
		unlock, busy, err := take()
		if err != nil || !busy {
			return unlock, err
		}
		if time.Now().After(end) {
			return nil, errBusy
		}
	}
}

// lockByFile locks a path by a file beside it that only one can make.
func lockByFile(path string) (func(), error) {
	name := path + ".lock"
	return try(func() (func(), bool, error) {
		f, err := os.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
		if err == nil {
			return func() { _ = os.Remove(name) }, false, f.Close()
		}
		if !errors.Is(err, fs.ErrExist) {
			return nil, false, err
		}
		if info, err := os.Stat(name); err == nil && time.Since(info.ModTime()) > stale {
			_ = os.Remove(name)
		}
		return nil, true, nil
	})
}
