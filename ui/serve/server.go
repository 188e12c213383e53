package serve

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"

	"doubletake/ui"
	"doubletake/ui/serve/gate"
	"doubletake/ui/serve/pair"
	"doubletake/ui/serve/room"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/ssh"
	"github.com/charmbracelet/wish"
	gossh "golang.org/x/crypto/ssh"
)

// banner is what every guest is told before anything else.
const banner = "doubletake: you read as a guest. Marks and notes stay in memory and go with the session.\r\n"

// server is the state that all guests share.
type server struct {
	options Options
	log     *slog.Logger
	key     gossh.Signer
	allowed allowed // nil: guests without keys
	pairs   []pair.Pair

	// program is what a guest uses; room.New but for tests.
	program func([]pair.Pair, ui.Options) tea.Model
	lost    int // bytes of input that one guest may lose; mostLost but for tests

	wish   *ssh.Server
	gate   *gate.Gate
	crew   *crew
	tally  *tally
	served atomic.Int64 // sessions so far

	mu      sync.Mutex
	guests  map[*guest]bool // those connected
	next    int             // the number of the next guest
	emptied time.Time       // when memory was given back
	tune    bool            // collect garbage as the number of guests asks for
	percent int             // as collect has set it; 0 before
}

// guestKey is where a connection's context keeps the guest.
type guestKey struct{}

func newServer(o Options, log *slog.Logger, key gossh.Signer, guests allowed, pairs []pair.Pair) (*server, error) {
	if len(pairs) == 0 {
		return nil, errors.New("there is no pair to serve")
	}
	s := &server{
		options: o, log: log, key: key, allowed: guests, pairs: pairs,
		program: func(p []pair.Pair, o ui.Options) tea.Model { return room.New(p, o) }, lost: mostLost,
		gate: gate.New(o.limits()), crew: &crew{log: log}, tally: newTally(log), guests: make(map[*guest]bool),
	}
	options := []ssh.Option{
		wish.WithVersion("doubletake"),
		wish.WithBanner(banner),
		wish.WithMiddleware(s.read, s.print, s.attend), // the last is the first that a session meets
		ssh.WrapConn(func(ctx ssh.Context, c net.Conn) net.Conn {
			if g, ok := c.(*guest); ok {
				ctx.SetValue(guestKey{}, g)
			}
			return c
		}),
		func(w *ssh.Server) error {
			w.AddHostKey(key)
			w.ServerConfigCallback = func(ssh.Context) *gossh.ServerConfig { return &gossh.ServerConfig{MaxAuthTries: 6} }
			w.ConnectionFailedCallback = s.failed
			w.ChannelHandlers = map[string]ssh.ChannelHandler{"session": s.open, "default": s.refuse}
			w.RequestHandlers = map[string]ssh.RequestHandler{} // none: every forwarding is refused
			w.SubsystemHandlers = map[string]ssh.SubsystemHandler{}
			return nil
		},
	}
	if guests != nil {
		options = append(options, wish.WithPublicKeyAuth(func(_ ssh.Context, k ssh.PublicKey) bool { return guests.has(k) }))
	}
	w, err := wish.NewServer(options...)
	if err != nil {
		return nil, fmt.Errorf("setting up ssh: %w", err)
	}
	s.wish = w
	return s, nil
}

// serve lets guests in until the context ends, then stops gracefully.
func (s *server) serve(ctx context.Context, l net.Listener) {
	s.mu.Lock()
	s.collect()
	s.mu.Unlock()
	stopCounting := s.countOnSignal()
	ended := make(chan struct{})
	s.crew.Go("accept", func() { defer close(ended); s.accept(ctx, l) })
	select {
	case <-ctx.Done():
	case <-ended:
	}
	_ = l.Close() // whatever it says, no guest comes in any more
	<-ended
	stopCounting()
	s.stop()
}

// accept takes connections until the listener is closed. Too many open files and
// the like pass; it waits for that.
func (s *server) accept(ctx context.Context, l net.Listener) {
	const least, most = 5 * time.Millisecond, time.Second
	wait := least
	for {
		c, err := l.Accept()
		switch {
		case err == nil:
			wait = least
			s.admit(c)
			continue
		case errors.Is(err, net.ErrClosed) || ctx.Err() != nil:
			return
		}
		s.log.Error("accepting a connection", "error", err.Error(), "wait", wait.String())
		select {
		case <-time.After(wait):
		case <-ctx.Done():
			return
		}
		wait = min(2*wait, most)
	}
}

// admit lets a connection in, or closes it.
func (s *server) admit(c net.Conn) {
	now := time.Now()
	from := host(c.RemoteAddr())
	pass, why := s.gate.Enter(c.RemoteAddr(), now)
	if why != gate.Admitted {
		s.tally.add(why.String(), from, now)
		if tcp, ok := c.(*net.TCPConn); ok {
			_ = tcp.SetLinger(0) // reset it: nothing of it stays behind in the kernel
		}
		_ = c.Close()
		return
	}
	g := s.welcome(c, pass, from)
	s.crew.Go("connection", func() {
		defer s.goodbye(g)
		s.wish.HandleConn(g)
	})
}

func (s *server) welcome(c net.Conn, pass *gate.Pass, from string) *guest {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.next++
	g := newGuest(s, c, pass, from, s.next)
	s.guests[g] = true
	s.collect()
	return g
}

// The number of guests above which a server is a crowded one, and how much
// garbage it may hold then and before, in percent of what is in use. Measured
// with 200 guests: 85 MB at 50, 100 MB at 100, for a tenth of a core; with 800,
// collecting takes a third of the time at 50.
const (
	manyGuests  = 300
	fewPercent  = 50
	manyPercent = 100
)

// collect sets how eagerly garbage is collected, when that changes.
func (s *server) collect() {
	if !s.tune {
		return
	}
	want := fewPercent
	if n := len(s.guests); n > manyGuests || n > manyGuests/2 && s.percent == manyPercent {
		want = manyPercent
	}
	if want != s.percent {
		s.percent = want
		debug.SetGCPercent(want)
	}
}

func (s *server) goodbye(g *guest) {
	g.end(nil)
	g.setup.Stop()
	g.pass.Leave()
	if s.forget(g, time.Now()) {
		debug.FreeOSMemory()
	}
}

// forget takes a guest off the list, and reports whether it is time to give the
// system back what guests have used: when nobody is left, now and then.
func (s *server) forget(g *guest, now time.Time) (empty bool) {
	const least = 10 * time.Second
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.guests, g)
	s.collect()
	if len(s.guests) > 0 || now.Sub(s.emptied) < least {
		return false
	}
	s.emptied = now
	return true
}

// all is everybody who is connected.
func (s *server) all() []*guest {
	s.mu.Lock()
	defer s.mu.Unlock()
	all := make([]*guest, 0, len(s.guests))
	for g := range s.guests {
		all = append(all, g)
	}
	return all
}

// How long guests may take to end once they are told to, and once their
// connections are closed.
const (
	forFarewell = 3 * time.Second
	forClosing  = 5 * time.Second
)

// stop tells the guests, gives them some seconds, and closes what is left.
func (s *server) stop() {
	guests := s.all()
	s.log.Info("stopping", "connections", len(guests), "grace", s.options.Grace.String())
	says := fmt.Sprintf("The server stops: this session ends in %v.", s.options.Grace)
	for _, g := range guests {
		s.crew.Go("notice", func() { g.warn(says) })
	}
	if !s.crew.Wait(s.options.Grace) {
		for _, g := range s.all() {
			g.dismiss(errStopping)
		}
	}
	if !s.crew.Wait(forFarewell) {
		for _, g := range s.all() {
			g.end(errStopping)
		}
	}
	if !s.crew.Wait(forClosing) {
		s.log.Error("some sessions did not end", "connections", len(s.all()))
	}
	s.log.Info("stopped", "sessions", s.served.Load())
}

// failed hears of connections that came to no session. They are only counted:
// balancers that look whether the server is there, and scanners, make many.
func (s *server) failed(_ net.Conn, err error) {
	if err != nil {
		s.tally.count("no handshake")
	}
}

// open begins the one session of a connection.
func (s *server) open(w *ssh.Server, conn *gossh.ServerConn, channel gossh.NewChannel, ctx ssh.Context) {
	s.crew.Do("session", func() {
		g, ok := ctx.Value(guestKey{}).(*guest)
		if !ok {
			_ = channel.Reject(gossh.Prohibited, "no guest")
			return
		}
		if !g.begin() {
			s.tally.add("second session", g.from, time.Now())
			g.reject(channel, gossh.Prohibited, "one session a connection")
			return
		}
		if why := g.pass.Seat(); why != gate.Admitted {
			s.tally.add(why.String(), g.from, time.Now())
			g.reject(channel, gossh.ResourceShortage, "all seats are taken; try again later")
			return
		}
		ssh.DefaultSessionHandler(w, conn, filtered{channel, g}, ctx)
	})
}

// refuse turns down every other channel: forwarding, in whichever way.
func (s *server) refuse(_ *ssh.Server, _ *gossh.ServerConn, channel gossh.NewChannel, ctx ssh.Context) {
	s.crew.Do("channel", func() {
		if g, ok := ctx.Value(guestKey{}).(*guest); ok {
			s.tally.add("channel", g.from, time.Now())
			g.reject(channel, gossh.Prohibited, "this server forwards nothing")
		}
	})
}

// count logs how many guests there are, and what was refused.
func (s *server) count() {
	c := s.gate.Count()
	refused, kinds := s.tally.sum()
	s.log.Info("count", "sessions", c.Seated, "waiting", c.Waiting, "addresses", c.Addresses,
		"served", s.served.Load(), "refused", refused, slog.Any("kinds", slog.GroupValue(kinds...)))
}

// host is an address without the port.
func host(a net.Addr) string {
	h, _, err := net.SplitHostPort(a.String())
	if err != nil {
		return safe(a.String(), 64)
	}
	return h
}
