package serve

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"doubletake/ui/serve/gate"
	"doubletake/ui/serve/pair"
	"doubletake/ui/serve/room"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/ssh"
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
	channel  gossh.Channel // of the session; set before the session runs

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
	g.channel = c
	out := make(chan *gossh.Request)
	r := requests{
		wishes:  g.wishes,
		refused: func(kind string) { g.server.tally.add("request "+kindOf(kind), g.from, time.Now()) },
	}
	g.server.crew.Go("requests", func() { r.run(in, out) })
	g.server.crew.Go("stray data", func() { g.watch(c.Stderr()) })
	return c, out, nil
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

// dismiss ends the session in an orderly way.
func (g *guest) dismiss(why error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.cancel != nil {
		g.cancel(why)
	}
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

// forLeaving is how long a guest may keep the connection when the session is over.
const forLeaving = 2 * time.Second

// visitKey is where a session's context keeps the guest's visit.
type visitKey struct{}

// visit is the session while it lasts.
type visit struct {
	guest *guest
	ctx   context.Context // ends when the guest has gone
	end   context.CancelCauseFunc
}

// attend is the first to see a session: it times, logs and ends it.
func (s *server) attend(next ssh.Handler) ssh.Handler {
	return func(sess ssh.Session) {
		g, ok := sess.Context().Value(guestKey{}).(*guest)
		if !ok {
			return
		}
		s.crew.Do("session", func() {
			g.setup.Stop()
			ctx, cancel := context.WithCancelCause(sess.Context())
			defer cancel(nil)
			long := time.AfterFunc(s.options.MaxTimeout, func() { cancel(errLong) })
			defer long.Stop()
			g.setCancel(cancel)
			defer g.setCancel(nil)
			defer time.AfterFunc(forLeaving, func() { g.end(errLingering) })
			s.served.Add(1)
			begun := time.Now()
			g.enters(sess)
			defer func() { g.leaves(ctx, begun) }()
			sess.Context().SetValue(visitKey{}, visit{g, ctx, cancel})
			next(sess)
		})
	}
}

// enters logs the beginning of a session.
func (g *guest) enters(sess ssh.Session) {
	w, h, _ := g.wishes.size()
	g.log.Info("session", "user", safe(sess.User(), 64), "client", safe(sess.Context().ClientVersion(), 64),
		"term", g.wishes.getenv("TERM"), "size", fmt.Sprintf("%dx%d", w, h), "command", safe(sess.RawCommand(), 64))
}

// leaves logs the end of a session.
func (g *guest) leaves(ctx context.Context, begun time.Time) {
	why := "left"
	if err := g.why(); err != nil {
		why = err.Error()
	} else if err := context.Cause(ctx); err != nil && ctx.Err() != nil {
		why = reason(err)
	}
	g.log.Info("session ended", "why", why, "after", time.Since(begun).Round(time.Second).String(), "bytes_in", g.in.Load(), "bytes_out", g.out.Load())
}

// reason is why a session's context has ended, for the log.
func reason(err error) string {
	if errors.Is(err, context.Canceled) {
		return "disconnected"
	}
	return err.Error()
}

// print serves those without a terminal that can be drawn on: they get the
// report they ask for as text, or a line that says how to get it.
func (s *server) print(next ssh.Handler) ssh.Handler {
	return func(sess ssh.Session) {
		v, ok := sess.Context().Value(visitKey{}).(visit)
		if !ok {
			return
		}
		g := v.guest
		command := sess.Command()
		_, _, terminal := g.wishes.size()
		if terminal && len(command) == 0 && g.wishes.getenv("TERM") != "dumb" {
			next(sess)
			return
		}
		out := newScreen(sess, s.options.StallTimeout, func() { g.end(errStalled) })
		errs := newScreen(sess.Stderr(), s.options.StallTimeout, func() { g.end(errStalled) })
		code := printed(s.pairs, command, out, errs)
		_ = sess.Exit(code) // an error means that the guest has gone
	}
}

// The exit codes of what is printed.
const (
	codeDone    = 0
	codeMissing = 1   // no pair of that name
	codeRefused = 127 // no such command, as shells say it
)

// printed writes what a guest without a terminal asks for, and gives the exit
// code. A write that fails needs no answer: the guest has gone.
func printed(pairs []pair.Pair, command []string, out, errs io.Writer) int {
	var names strings.Builder
	for _, p := range pairs {
		names.WriteString(" " + p.Name)
	}
	switch {
	case len(command) > 0 && (command[0] != "text" || len(command) > 2):
		_, _ = fmt.Fprintln(errs, "doubletake: nothing runs here but the reader (ssh HOST) and: ssh HOST text NAME, with one of:"+names.String())
		return codeRefused
	case len(command) == 2:
		for _, p := range pairs {
			if p.Name == command[1] {
				_, _ = out.Write(p.Report)
				return codeDone
			}
		}
		_, _ = fmt.Fprintf(errs, "doubletake: there is no pair %s; there is:%s\n", safe(command[1], 64), names.String())
		return codeMissing
	case len(command) == 1, len(pairs) == 1:
		_, _ = out.Write(pairs[0].Report)
		if len(pairs) > 1 {
			_, _ = fmt.Fprintf(errs, "doubletake: this is %s; for the others: ssh HOST text NAME, with one of:%s\n", pairs[0].Name, names.String())
		}
		return codeDone
	}
	_, _ = fmt.Fprintln(out, "doubletake: no terminal to read on. As text: ssh HOST text NAME, with one of:"+names.String()+". With a terminal: ssh -t HOST")
	return codeDone
}
