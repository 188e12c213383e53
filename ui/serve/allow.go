package serve

import (
	"bytes"
	"errors"
	"fmt"
	"os"

	"golang.org/x/crypto/ssh"
)

// allowed is the public keys that may come in, by their wire format.
type allowed map[string]bool

// has reports whether a key may come in.
func (a allowed) has(k ssh.PublicKey) bool { return a[string(k.Marshal())] }

// readAllowed reads a file of public keys in the format of OpenSSH's
// authorized_keys. Options in front of a key are refused, since dropping one
// ("from=", "expiry-time=") would let in more than the file allows.
func readAllowed(path string) (allowed, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("reading the authorized keys: %w", err)
	}
	keys := make(allowed)
	for i, line := range bytes.Split(data, []byte("\n")) {
		line = bytes.TrimSpace(line)
		if len(line) == 0 || line[0] == '#' {
			continue
		}
		key, _, options, _, err := ssh.ParseAuthorizedKey(line)
		if err == nil && len(options) > 0 {
			err = errors.New("options in front of a key are not supported")
		}
		if err != nil {
			return nil, fmt.Errorf("authorized keys %s, line %d: %w", path, i+1, err)
		}
		keys[string(key.Marshal())] = true
	}
	if len(keys) == 0 {
		return nil, fmt.Errorf("authorized keys %s: holds no key, so nobody could come in", path)
	}
	return keys, nil
}
