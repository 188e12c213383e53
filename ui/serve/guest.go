package serve

import (
	"context"
	"io"
	"log/slog"
	"net"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"doubletake/ui/serve/gate"
	"doubletake/ui/serve/room"

	tea "github.com/charmbracelet/bubbletea"
	gossh "golang.org/x/crypto/ssh"
)

// guest is one connection and its session.
type guest struct {
	*wire
	server *server
	pass   *gate.Pass
	from   string // the address
	log    *slog.Logger
	setup  *time.Timer // ends the connection where no session begins
	wishes *wishes

	taken    atomic.Bool // a session was begun
	rejected atomic.Int32

	// Of the session, set before it runs.
	channel gossh.Channel
	keys    *keyboard

	mu      sync.Mutex
	program *tea.Program            // nil unless the reader runs
	cancel  context.CancelCauseFunc // nil unless a session runs
}

func newGuest(s *server, c net.Conn, pass *gate.Pass, from string, number int) *guest {
	g := &guest{wire: newWire(c, s.options.StallTimeout), server: s, pass: pass, from: from,
		log: s.log.With("guest", number, "from", from), wishes: &wishes{}}
	g.setup = time.AfterFunc(s.options.SetupTimeout, func() { g.end(errSilent) })
	return g
}

// begin takes the connection's one session, and reports whether it was free.
func (g *guest) begin() bool { return g.taken.CompareAndSwap(false, true) }

// mostRejected is the channels refused to one guest before the connection ends.
// A browser that tries to get out through the server may ask for many.
const mostRejected = 16

// reject refuses a channel.
func (g *guest) reject(c gossh.NewChannel, why gossh.RejectionReason, says string) {
	if g.rejected.Add(1) > mostRejected {
		g.end(errPushy)
		return
	}
	_ = c.Reject(why, says) // an error means that the connection is gone
}

// filtered is a session's channel with the requests on it filtered.
type filtered struct {
	gossh.NewChannel
	guest *guest
}

// Accept opens the channel.
func (f filtered) Accept() (gossh.Channel, <-chan *gossh.Request, error) {
	c, in, err := f.NewChannel.Accept()
	if err != nil {
		return nil, nil, err
	}
	g := f.guest
	g.channel, g.keys = c, newKeyboard(g.server.lost, g.flooded)
	g.server.crew.Go("keys", func() { g.keys.pump(c) })
	out := make(chan *gossh.Request)
	r := requests{
		wishes:  g.wishes,
		refused: func(kind string) { g.server.tally.add("request "+kindOf(kind), g.from, time.Now()) },
	}
	g.server.crew.Go("requests", func() { r.run(in, out) })
	g.server.crew.Go("stray data", func() { g.watch(c.Stderr()) })
	return c, out, nil
}

// flooded ends the session, or the connection where no session has begun.
func (g *guest) flooded() {
	if !g.dismiss(errFlood) {
		g.end(errFlood)
	}
}

// kindOf is a request's kind for the count, which must not grow with what guests
// think of.
func kindOf(request string) string {
	known := []string{"pty-req", "subsystem", "signal", "break", "x11-req", "auth-agent-req@openssh.com"}
	if slices.Contains(known, request) {
		return request
	}
	return "other"
}

// watch ends the connection when data come on the stream for errors: guests have
// no use for it, and nobody reads it.
func (g *guest) watch(stray io.Reader) {
	var b [1]byte
	if n, _ := stray.Read(b[:]); n > 0 {
		g.end(errStray)
	}
}

// warn shows a guest what the server has to say; who has no session is closed.
func (g *guest) warn(says string) {
	g.mu.Lock()
	p, running := g.program, g.cancel != nil
	g.mu.Unlock()
	switch {
	case p != nil:
		p.Send(room.NoticeMsg{Says: says})
	case !running:
		g.end(errStopping)
	}
}

// dismiss ends the session in an orderly way; it is false where there is none.
func (g *guest) dismiss(why error) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.cancel == nil {
		return false
	}
	g.cancel(why)
	return true
}

func (g *guest) setProgram(p *tea.Program) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.program = p
}

func (g *guest) setCancel(c context.CancelCauseFunc) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.cancel = c
}
