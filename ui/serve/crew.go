package serve

import (
	"fmt"
	"log/slog"
	"runtime/debug"
	"sync"
	"time"
)

// crew runs the goroutines of a server. A panic in one of them ends that one
// alone and is logged; Wait knows when all are done.
type crew struct {
	log *slog.Logger

	mu   sync.Mutex
	n    int
	idle chan struct{} // closed when n comes to zero; nil while nobody waits
}

// Go runs f in a goroutine of its own.
func (c *crew) Go(what string, f func()) {
	c.enter()
	go c.run(what, f)
}

// Do runs f here, for goroutines that a library has started.
func (c *crew) Do(what string, f func()) {
	c.enter()
	c.run(what, f)
}

func (c *crew) run(what string, f func()) {
	defer c.leave()
	defer func() {
		if r := recover(); r != nil {
			logPanic(c.log, what, r)
		}
	}()
	f()
}

func (c *crew) enter() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.n++
}

func (c *crew) leave() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.n--
	if c.n == 0 && c.idle != nil {
		close(c.idle)
		c.idle = nil
	}
}

// Wait waits until all are done, and reports whether they were in time.
func (c *crew) Wait(most time.Duration) bool {
	c.mu.Lock()
	if c.n == 0 {
		c.mu.Unlock()
		return true
	}
	if c.idle == nil {
		c.idle = make(chan struct{})
	}
	idle := c.idle
	c.mu.Unlock()
	select {
	case <-idle:
		return true
	case <-time.After(most):
		return false
	}
}

// logPanic logs a recovered panic with where it came from. It is called from the
// deferred function that has recovered it.
func logPanic(log *slog.Logger, what string, r any) {
	log.Error("panic", "in", what, "value", safe(fmt.Sprint(r), 500), "stack", string(debug.Stack()))
}
