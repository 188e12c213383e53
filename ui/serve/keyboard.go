package serve

import (
	"io"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"doubletake/ui/serve/pace"
)

// The pace of keys, in bytes: 1 KB a second is 170 arrow keys, far above a
// keyboard, and keeps a guest who holds them all down to a few hundredths of a core.
const (
	keyRate  = 1 << 10
	keyBurst = 4 << 10
	keyRoom  = 16 << 10 // waiting to be read; what comes beyond it is dropped
	quiet    = 200 * time.Millisecond
	mostLost = 4 << 20 // dropped from one guest; beyond it the guest is
	mostRead = 255     // below the 256 of Bubble Tea's buffer, so that it never waits for more of a key
)

// The brackets that terminals put around pasted text.
const (
	pasteBegins = "\x1b[200~"
	pasteEnds   = "\x1b[201~"
	mostPasted  = 16 << 10
)

// keyboard is what a guest types, as Bubble Tea reads it: at a bounded pace, in
// pieces that do not cut a key in two, and with every paste brought to an end.
// What comes in a flood is dropped until the guest pauses.
type keyboard struct {
	flood func()           // called once, when a guest has lost too much
	gone  func()           // called by Read when nothing more will come
	sieve func([]byte) int // takes in place what is no key; gives the bytes left

	mu       sync.Mutex
	typing   func() // called when something was typed
	came     sync.Cond
	held     []byte
	err      error
	dropping bool
	lost     int // bytes dropped so far
	most     int // of them, before the guest is dropped
	last     time.Time

	// Used by the one goroutine that reads.
	pace  pace.Bucket
	paste paste
	piece [mostRead]byte
}

// newKeyboard is a keyboard of a guest who may lose so many bytes in floods.
func newKeyboard(most int, flood func()) *keyboard {
	k := &keyboard{most: most, flood: flood, typing: func() {}, pace: pace.New(keyRate, keyBurst, time.Now())}
	k.came.L = &k.mu
	return k
}

// onKey has typing called from now on when something was typed.
func (k *keyboard) onKey(typing func()) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.typing = typing
}

// pump takes in what comes from a guest until it ends. It never waits for the
// program that reads the keys, so that nothing queues up in the connection.
func (k *keyboard) pump(r io.Reader) {
	var buf [512]byte
	for {
		n, err := r.Read(buf[:])
		if n > 0 {
			k.take(buf[:n], time.Now())
		}
		if err != nil {
			k.end(err)
			return
		}
	}
}

// take holds p for the program, or drops it.
func (k *keyboard) take(p []byte, now time.Time) {
	k.mu.Lock()
	defer k.mu.Unlock()
	pause := now.Sub(k.last)
	k.last = now
	if k.dropping && pause >= quiet {
		k.dropping = false
		k.held = append(k.held, pasteEnds...) // the end of a paste may be among what was lost
	}
	if !k.dropping && len(k.held)+len(p) > keyRoom {
		k.dropping = true
		k.lost += len(k.held)
		k.held = nil
	}
	if k.dropping {
		was := k.lost
		k.lost += len(p)
		if was <= k.most && k.lost > k.most {
			k.flood()
		}
		return
	}
	k.held = append(k.held, p...)
	k.typing()
	k.came.Signal()
}

// end lets the reader have what is held, and then the error.
func (k *keyboard) end(err error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.err = err
	k.came.Signal()
}

// Read gives what was typed. It may give zero bytes without an error.
func (k *keyboard) Read(p []byte) (int, error) {
	n, err := k.next(k.piece[:min(len(p), mostRead)-len(pasteEnds)])
	if err != nil {
		k.gone()
		return 0, err
	}
	time.Sleep(k.pace.Take(float64(n), time.Now()))
	n = copy(p, k.paste.bound(k.piece[:n]))
	return k.sieve(p[:n]), nil
}

// next waits for keys and takes as many as p holds.
func (k *keyboard) next(p []byte) (int, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	for len(k.held) == 0 && k.err == nil {
		k.came.Wait()
	}
	if len(k.held) == 0 {
		return 0, k.err
	}
	n := len(k.held)
	if n > len(p) {
		n = border(k.held[:len(p)])
	}
	copy(p, k.held[:n])
	k.held = k.held[n:]
	if len(k.held) == 0 {
		k.held = nil
	}
	return n, nil
}

// border is where p, which is followed by more, is best cut: before a letter or
// an escape sequence that may go on behind it.
func border(p []byte) int {
	const longest = 16 // of a key's escape sequence
	for i := len(p) - 1; i > 0 && i >= len(p)-longest; i-- {
		if p[i] == 0x1b {
			return i
		}
	}
	for i := len(p) - 1; i > 0 && i >= len(p)-utf8.UTFMax; i-- {
		if utf8.RuneStart(p[i]) {
			if utf8.FullRune(p[i:]) {
				break
			}
			return i
		}
	}
	return len(p)
}

// paste watches pasted text. Bubble Tea holds a paste until it ends, however long
// it is; here it ends after mostPasted bytes, and the rest of it is dropped.
type paste struct {
	bracket []byte // what may become a bracket
	inside  bool
	dropped bool // the rest of this paste is dropped
	n       int
	out     []byte
}

// bound is p without what is too much, and with the end of a paste where that
// is. It is valid until the next call, and at most a bracket longer than p.
func (s *paste) bound(p []byte) []byte {
	s.out = s.out[:0]
	for _, c := range p {
		switch s.see(c) {
		case pasteBegins:
			s.inside = true // again inside a paste it is pasted text
		case pasteEnds:
			dropped := s.dropped
			s.inside, s.dropped, s.n = false, false, 0
			if dropped { // it was given already
				continue
			}
		}
		if s.dropped {
			continue
		}
		s.out = append(s.out, c)
		if !s.inside {
			continue
		}
		if s.n++; s.n > mostPasted && len(s.bracket) == 0 {
			s.dropped = true
			s.out = append(s.out, pasteEnds...)
		}
	}
	return s.out
}

// see takes the next byte, and gives the bracket that it completes.
func (s *paste) see(c byte) string {
	s.bracket = append(s.bracket, c)
	switch b := string(s.bracket); {
	case b == pasteBegins, b == pasteEnds:
		s.bracket = s.bracket[:0]
		return b
	case strings.HasPrefix(pasteBegins, b), strings.HasPrefix(pasteEnds, b):
		return ""
	}
	s.bracket = s.bracket[:0]
	if c == 0x1b {
		s.bracket = append(s.bracket, c)
	}
	return ""
}
