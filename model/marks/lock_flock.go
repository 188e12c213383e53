//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package marks

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
)

// lock keeps other writers of marks out of the path's folder. The lock is on the
// folder itself: it leaves no file behind and ends with the process.
func lock(path string) (unlock func(), err error) {
	folder, err := os.Open(filepath.Dir(path))
	if err != nil {
		return nil, err
	}
	unlock, err = try(func() (func(), bool, error) {
		err := syscall.Flock(int(folder.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
		if errors.Is(err, syscall.EWOULDBLOCK) || errors.Is(err, syscall.EINTR) {
			return nil, true, nil
		}
		return func() { _ = folder.Close() }, false, err
	})
	if err == nil {
		return unlock, nil
	}
	_ = folder.Close()
	if errors.Is(err, errBusy) {
		return nil, err
	}
	return lockByFile(path) // some network file systems cannot lock a folder
}
