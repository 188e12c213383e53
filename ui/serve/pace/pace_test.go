package pace

import (
	"testing"
	"time"
)

func TestBucket(t *testing.T) {
	start := time.Unix(1000, 0)
	after := func(ms int) time.Time { return start.Add(time.Duration(ms) * time.Millisecond) }
	b := New(10, 3, start)
	for i := range 3 {
		if !b.Try(1, start) {
			t.Errorf("token %d is missing", i)
		}
	}
	if b.Try(1, start) || b.Try(1, after(50)) {
		t.Error("a token too many")
	}
	if !b.Try(1, after(100)) {
		t.Error("no token after its time")
	}
	if b.Full(after(350)) || !b.Full(after(400)) {
		t.Error("not full when three tokens have come back")
	}
	if wait := b.Take(2, after(400)); wait != 0 {
		t.Errorf("wait %v with tokens left", wait)
	}
	if wait := b.Take(6, after(400)); wait != 500*time.Millisecond {
		t.Errorf("wait %v for five tokens owed, want 500ms", wait)
	}
	if b.Try(1, start) {
		t.Error("a clock that goes back gives tokens")
	}
}
