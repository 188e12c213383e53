package serve

import (
	"io"
	"sync"
	"time"
)

// screen is a guest's terminal to write on. Each Write reaches it whole, and one
// that makes no progress for some seconds ends the connection: the guest may
// hold back by the flow control of ssh what TCP would take.
type screen struct {
	out     io.Writer
	stall   time.Duration
	stalled func()

	mu    sync.Mutex
	timer *time.Timer
}

// piece is the number of bytes that must go through within each stall.
const piece = 4 << 10

func newScreen(out io.Writer, stall time.Duration, stalled func()) *screen {
	s := &screen{out: out, stall: stall, stalled: stalled}
	s.timer = time.AfterFunc(time.Hour, stalled)
	s.timer.Stop()
	return s
}

// Write writes p in one piece, whatever others write.
func (s *screen) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	defer s.timer.Stop()
	written := 0
	for written < len(p) {
		s.timer.Reset(s.stall)
		n, err := s.out.Write(p[written:min(len(p), written+piece)])
		written += n
		if err != nil {
			return written, err
		}
	}
	return written, nil
}
