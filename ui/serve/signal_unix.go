//go:build unix

package serve

import (
	"os"
	"os/signal"
	"syscall"
)

// countOnSignal logs the count at each SIGUSR1, until it is stopped.
func (s *server) countOnSignal() (stop func()) {
	signals := make(chan os.Signal, 1)
	done := make(chan struct{})
	signal.Notify(signals, syscall.SIGUSR1)
	s.crew.Go("count", func() {
		for {
			select {
			case <-signals:
				s.count()
			case <-done:
				return
			}
		}
	})
	return func() {
		signal.Stop(signals)
		close(done)
	}
}
