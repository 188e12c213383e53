package serve

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"doubletake/ui/serve/pace"
)

// typist is a keyboard with what it did.
type typist struct {
	*keyboard
	typed, flooded, went int
}

func newTypist() *typist {
	t := &typist{}
	t.keyboard = newKeyboard(mostLost, func() { t.flooded++ })
	t.onKey(func() { t.typed++ })
	t.gone = func() { t.went++ }
	t.sieve = func(p []byte) int { return len(p) }
	t.pace = pace.New(1e9, 1e9, time.Now()) // tests do not wait
	return t
}

// rest reads until the end.
func (t *typist) rest(tb testing.TB) (all string, pieces []string) {
	tb.Helper()
	t.end(io.EOF)
	buf := make([]byte, 256)
	for {
		n, err := t.Read(buf)
		all += string(buf[:n])
		pieces = append(pieces, string(buf[:n]))
		if errors.Is(err, io.EOF) {
			return all, pieces
		}
		if err != nil {
			tb.Fatal(err)
		}
	}
}

func TestKeyboard(t *testing.T) {
	start := time.Unix(1000, 0)
	long := strings.Repeat("é", keyRoom/4)
	for _, tt := range []struct {
		name string
		give []string
		gaps time.Duration
		want string
	}{
		{"keys", []string{"j", "k", "\x1b[A"}, 0, "jk\x1b[A"},
		{"much, but not too much", []string{long}, 0, long},
		{"a flood and no pause", []string{"j", strings.Repeat("x", keyRoom), "more"}, time.Millisecond, ""},
		{"a flood and a pause", []string{"j", strings.Repeat("x", keyRoom), "k"}, quiet, pasteEnds + "k"},
		{"a paste", []string{pasteBegins + "words" + pasteEnds + "j"}, 0, pasteBegins + "words" + pasteEnds + "j"},
		{"a paste in pieces", []string{"\x1b[20", "0~words\x1b[2", "01~j"}, 0, pasteBegins + "words" + pasteEnds + "j"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			k := newTypist()
			for i, p := range tt.give {
				k.take([]byte(p), start.Add(time.Duration(i)*tt.gaps))
			}
			if got, _ := k.rest(t); got != tt.want {
				t.Errorf("got %.60q (%d bytes), want %.60q (%d)", got, len(got), tt.want, len(tt.want))
			}
			if k.went != 1 {
				t.Errorf("the end was told %d times", k.went)
			}
		})
	}
}

// TestFlood gives up on a guest who never pauses.
func TestFlood(t *testing.T) {
	k := newTypist()
	now := time.Unix(1000, 0)
	for range 2 * mostLost / 1024 {
		k.take(make([]byte, 1024), now)
	}
	if k.flooded != 1 {
		t.Errorf("flood was told %d times, want once", k.flooded)
	}
	if cap(k.held) > 2*keyRoom {
		t.Errorf("%d bytes are held", cap(k.held))
	}
}

// TestPieces checks that no piece is cut inside a key, and none fills the buffer
// of Bubble Tea.
func TestPieces(t *testing.T) {
	k := newTypist()
	k.take([]byte(strings.Repeat("a\x1b[1;5Aé€\U0001F600", 500)), time.Unix(1000, 0))
	_, pieces := k.rest(t)
	for _, p := range pieces {
		if len(p) > mostRead {
			t.Errorf("a piece of %d bytes", len(p))
		}
		if strings.ToValidUTF8(p, "?") != p {
			t.Errorf("a letter is cut: %q", p)
		}
		if i := strings.LastIndexByte(p, 0x1b); i >= 0 && !strings.Contains(p[i:], "A") {
			t.Errorf("a key is cut: %q", p[i:])
		}
	}
}

// TestPace checks that keys come at the pace that is promised.
func TestPace(t *testing.T) {
	k := newTypist()
	k.pace = pace.New(keyRate, 100, time.Now())
	k.take(make([]byte, 100+keyRate/2), time.Now())
	start := time.Now()
	k.rest(t)
	if took := time.Since(start); took < 450*time.Millisecond {
		t.Errorf("half a second's keys came in %v", took)
	}
}

func FuzzKeyboard(f *testing.F) {
	f.Add([]byte("jjk\x1b[A\x1b[200~pasted\x1b[201~"), uint8(3))
	f.Add(bytes.Repeat([]byte(pasteBegins+"x"), 9000), uint8(200))
	f.Add([]byte(pasteBegins+strings.Repeat("y", 2*mostPasted)), uint8(255))
	f.Fuzz(func(t *testing.T, typed []byte, size uint8) {
		k := newTypist()
		now := time.Unix(1000, 0)
		for p := range slices.Chunk(typed, int(size)+1) {
			k.take(p, now)
		}
		got, _ := k.rest(t)
		if len(typed) < mostPasted && got != string(typed) {
			t.Errorf("%q became %q", typed, got)
		}
		// What Bubble Tea would have to hold is bounded.
		for s := got; ; {
			_, after, ok := strings.Cut(s, pasteBegins)
			if !ok {
				break
			}
			inside, rest, _ := strings.Cut(after, pasteEnds)
			if len(inside) > mostPasted+2*mostRead {
				t.Errorf("a paste of %d bytes", len(inside))
			}
			s = rest
		}
	})
}
