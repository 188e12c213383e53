//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd)

package marks

// lock keeps other writers of marks away from the path.
func lock(path string) (unlock func(), err error) { return lockByFile(path) }
