package serve

import (
	"crypto/ed25519"
	"crypto/rand"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"golang.org/x/crypto/ssh"
)

// keyName is the file of the host key in the state folder.
const keyName = "ssh_host_ed25519_key"

// hostKeyPath is where the host key is kept when no file is named: the folder
// that systemd gives a service, else the user's configuration folder.
func hostKeyPath(getenv func(string) string) (string, error) {
	if dir := getenv("STATE_DIRECTORY"); dir != "" {
		return filepath.Join(dir, keyName), nil
	}
	dir, err := os.UserConfigDir()
	if err != nil {
		return "", fmt.Errorf("looking for a place for the host key: %w; name one with --host-key", err)
	}
	return filepath.Join(dir, "doubletake", keyName), nil
}

// hostKey reads the host key, and makes one first where the file is not there
// yet. A key that others can read is refused: whoever has it can pass for this
// host.
func hostKey(path string) (ssh.Signer, error) {
	signer, err := readKey(path)
	if !errors.Is(err, fs.ErrNotExist) {
		return signer, err
	}
	if err := makeKey(path); err != nil && !errors.Is(err, fs.ErrExist) {
		return nil, err
	}
	return readKey(path)
}

func readKey(path string) (ssh.Signer, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("reading the host key: %w", err)
	}
	defer file.Close() // only read: nothing to lose
	info, err := file.Stat()
	switch {
	case err != nil:
		return nil, fmt.Errorf("reading the host key: %w", err)
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("host key %s: is no file", path)
	case runtime.GOOS != "windows" && info.Mode().Perm()&0o077 != 0: // Windows has no such bits
		return nil, fmt.Errorf("host key %s: others can use it (mode %04o): chmod 600 it, and make a new one if others had it", path, info.Mode().Perm())
	}
	const most = 64 << 10 // far above any key
	data, err := io.ReadAll(io.LimitReader(file, most))
	if err != nil {
		return nil, fmt.Errorf("reading the host key: %w", err)
	}
	signer, err := ssh.ParsePrivateKey(data)
	var locked *ssh.PassphraseMissingError
	if errors.As(err, &locked) {
		return nil, fmt.Errorf("host key %s: needs a passphrase; a server's key has none", path)
	}
	if err != nil {
		return nil, fmt.Errorf("host key %s: is no private key: %w", path, err)
	}
	return signer, nil
}

// makeKey writes a new key, readable by this user alone, in a folder of the same
// kind. The error wraps fs.ErrExist where another process was faster.
func makeKey(path string) (err error) {
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return fmt.Errorf("making a host key: %w", err)
	}
	block, err := ssh.MarshalPrivateKey(private, "doubletake host key")
	if err != nil {
		return fmt.Errorf("making a host key: %w", err)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return fmt.Errorf("making a folder for the host key: %w", err)
	}
	// Written elsewhere and linked in place, so that a second process starting now
	// reads a whole key or none.
	file, err := os.CreateTemp(filepath.Dir(path), keyName+"-*") // mode 0600
	if err != nil {
		return fmt.Errorf("writing the host key: %w", err)
	}
	defer func() { err = errors.Join(err, os.Remove(file.Name())) }()
	_, err = file.Write(pem.EncodeToMemory(block))
	if err = errors.Join(err, file.Close()); err != nil {
		return fmt.Errorf("writing the host key: %w", err)
	}
	if err := os.Link(file.Name(), path); err != nil {
		return fmt.Errorf("writing the host key: %w", err)
	}
	return nil
}
