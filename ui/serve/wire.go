package serve

import (
	"errors"
	"net"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"doubletake/ui/serve/pace"
)

// The pace of what a guest sends, in bytes on the wire. A fast typist sends some
// 3 KB a second, most of it the cover traffic of OpenSSH. What comes faster
// waits in the kernel's buffers, and then at the guest's.
const (
	wireRate  = 128 << 10
	wireBurst = 256 << 10
)

// The ends of a connection that the server brings about.
var (
	errStalled   = errors.New("the guest does not read")
	errSilent    = errors.New("no session was begun in time")
	errIdle      = errors.New("idle")
	errLong      = errors.New("time is up")
	errFlood     = errors.New("too much input")
	errStray     = errors.New("data on a stream that guests do not write")
	errPushy     = errors.New("too many refused channels")
	errStopping  = errors.New("the server stops")
	errGone      = errors.New("the guest's input has ended")
	errPanic     = errors.New("the session has failed")
	errLingering = errors.New("the session is over")
)

// wire is a guest's connection: what is read is paced, a write that makes no
// progress for some seconds ends it, and it knows why it ended.
type wire struct {
	net.Conn
	stall time.Duration
	pace  pace.Bucket // used by the one goroutine that reads

	in, out atomic.Int64 // bytes

	wait  time.Duration // to be waited before the next read
	once  sync.Once
	done  chan struct{}
	cause error // set before done is closed
}

func newWire(c net.Conn, stall time.Duration) *wire {
	return &wire{Conn: c, stall: stall, pace: pace.New(wireRate, wireBurst, time.Now()), done: make(chan struct{})}
}

// Read reads no faster than the pace.
func (w *wire) Read(p []byte) (int, error) {
	if w.wait > 0 {
		t := time.NewTimer(w.wait)
		select {
		case <-t.C:
		case <-w.done:
			t.Stop()
			return 0, net.ErrClosed
		}
	}
	n, err := w.Conn.Read(p)
	w.in.Add(int64(n))
	w.wait = w.pace.Take(float64(n), time.Now())
	return n, err
}

// Write writes all of p, as long as some of it goes through within each stall.
func (w *wire) Write(p []byte) (int, error) {
	written := 0
	for {
		if err := w.Conn.SetWriteDeadline(time.Now().Add(w.stall)); err != nil {
			return written, err
		}
		n, err := w.Conn.Write(p[written:])
		written += n
		w.out.Add(int64(n))
		switch {
		case errors.Is(err, os.ErrDeadlineExceeded) && n > 0:
			continue
		case errors.Is(err, os.ErrDeadlineExceeded):
			w.end(errStalled)
		}
		return written, err
	}
}

// end closes the connection for a reason; the first one counts.
func (w *wire) end(cause error) {
	w.once.Do(func() {
		w.cause = cause
		close(w.done)
		_ = w.Conn.Close() // nobody is left to hear of an error
	})
}

// Close closes the connection without a reason of the server's.
func (w *wire) Close() error {
	w.end(nil)
	return nil
}

// why is the server's reason for the end, nil where the guest left.
func (w *wire) why() error {
	select {
	case <-w.done:
		return w.cause
	default:
		return nil
	}
}

// The ssh library sets deadlines of its own, which would undo those of Write;
// the server's timers stand in for them.

// SetDeadline does nothing.
func (w *wire) SetDeadline(time.Time) error { return nil }

// SetReadDeadline does nothing.
func (w *wire) SetReadDeadline(time.Time) error { return nil }

// SetWriteDeadline does nothing.
func (w *wire) SetWriteDeadline(time.Time) error { return nil }
