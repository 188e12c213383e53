// Package serve lets guests read over ssh: the same reader, with nothing
// installed on their side. It is built on wish, behind doors of its own.
//
// What holds, whoever connects:
//
//   - Nothing a guest does reaches the host: there is no shell, no command but
//     "text", no subsystem, no forwarding of ports, agent or X11, no file path and
//     no export. Of the environment only TERM, COLORTERM, NO_COLOR, LANG and LC_*
//     are taken. Marks and notes live in memory and go with the session.
//   - One connection has one session. How many there are in all, from one address
//     (IPv6: one /64) and how fast, is decided before a byte is read.
//   - A connection that begins no session, is idle, lasts too long, or does not
//     read what it is sent, is closed by timers of the server's own.
//   - What a guest sends is taken at a bounded pace, and a flood is dropped.
//   - A panic in one session ends that one alone and is logged.
//
// A guest holds about a quarter of a megabyte, and one at the largest terminal
// that is believed about one; pairs of articles and their layout are shared by all.
//
// # Running it
//
// By default it listens on 127.0.0.1:2222, for this machine alone. Any other
// address opens it to the network, for everybody unless --authorized-keys names
// who may come in. The host key is made at the first start. Behind a TCP balancer
// several replicas share one host key, so that guests meet one host; sessions
// keep no state that another replica would miss, and since all guests then come
// from the balancer's address, --max-per-ip and --rate must be 0 and the
// balancer's own limits stand in for them. README.md has a hardened unit for
// systemd and the rest. SIGTERM or SIGINT tells the guests, gives them some
// seconds, and ends with exit code 0; SIGUSR1 logs how many there are.
package serve

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"runtime/debug"
	"time"

	"doubletake/model/source"
	"doubletake/ui/serve/gate"
	"doubletake/ui/serve/pair"

	"golang.org/x/crypto/ssh"
)

// Options is how to serve. Default gives those that hold where nothing is said.
type Options struct {
	Listen         string // TCP address
	HostKey        string // file of the host key; "" for one in the state or configuration folder
	AuthorizedKeys string // file of the keys that may come in; "" lets in guests without keys

	MaxSessions   int     // sessions at once; 0 for any number
	MaxPerAddress int     // connections at once from one address; 0 for any number
	Rate          float64 // new connections a second from one address, in the long run; 0 for any number

	IdleTimeout  time.Duration // from the last key to the end of a session
	MaxTimeout   time.Duration // from the beginning of a session to its end
	SetupTimeout time.Duration // from the connection to the beginning of a session
	StallTimeout time.Duration // for a guest to read something of what is written
	Grace        time.Duration // for guests to end what they do, once the server stops

	LogFormat string    // "text" or "json"
	Log       io.Writer // one record a line

	// Source reads the pairs that the host names, at the start.
	Source source.Source

	// Env gives the server's own environment; it is asked for STATE_DIRECTORY.
	Env func(name string) string
}

// Default is the options of a small public server. The setup timeout leaves time
// to compare a fingerprint and to type a passphrase, as that of OpenSSH does.
func Default() Options {
	return Options{
		Listen:        "127.0.0.1:2222",
		MaxSessions:   200,
		MaxPerAddress: 32,
		Rate:          5,
		IdleTimeout:   15 * time.Minute,
		MaxTimeout:    4 * time.Hour,
		SetupTimeout:  2 * time.Minute,
		StallTimeout:  10 * time.Second,
		Grace:         10 * time.Second,
		LogFormat:     "text",
		Log:           io.Discard,
		Env:           func(string) string { return "" },
	}
}

// check says what is wrong with the options.
func (o Options) check() error {
	for _, d := range []struct {
		name string
		is   time.Duration
	}{
		{"idle timeout", o.IdleTimeout}, {"maximum timeout", o.MaxTimeout},
		{"setup timeout", o.SetupTimeout}, {"stall timeout", o.StallTimeout}, {"grace", o.Grace},
	} {
		if d.is <= 0 {
			return fmt.Errorf("the %s is %v: it must be above zero", d.name, d.is)
		}
	}
	if o.MaxSessions < 0 || o.MaxPerAddress < 0 || o.Rate < 0 {
		return errors.New("a limit is below zero: use 0 for none")
	}
	return nil
}

// limits is what the gate holds to.
func (o Options) limits() gate.Limits {
	const (
		leastWaiting = 64
		bursts       = 4 // seconds' worth of connections that may come at once
	)
	return gate.Limits{
		Seats:      o.MaxSessions,
		Waiting:    max(leastWaiting, o.MaxSessions/2),
		PerAddress: o.MaxPerAddress,
		Rate:       o.Rate,
		Burst:      int(max(1, bursts*o.Rate)),
	}
}

// Run serves pairs until the context ends, and then stops gracefully: nil is the
// regular end. paths name the pairs as pair.Load reads them; without any, those
// that come with the program are served. An error before that is one line that
// says what to do.
func Run(ctx context.Context, o Options, paths []string) error {
	if err := o.check(); err != nil {
		return err
	}
	log, err := newLogger(o.Log, o.LogFormat)
	if err != nil {
		return err
	}
	s, err := prepare(ctx, o, log, paths)
	if err != nil {
		return err
	}
	s.tune = o.Env("GOGC") == ""
	debug.FreeOSMemory() // what making the comparisons took
	var config net.ListenConfig
	l, err := config.Listen(ctx, "tcp", o.Listen)
	if err != nil {
		return fmt.Errorf("listening: %w", err)
	}
	s.announce(l.Addr())
	s.serve(ctx, l)
	return nil
}

// prepare reads all that a server needs.
func prepare(ctx context.Context, o Options, log *slog.Logger, paths []string) (*server, error) {
	path := o.HostKey
	if path == "" {
		var err error
		if path, err = hostKeyPath(o.Env); err != nil {
			return nil, err
		}
	}
	key, err := hostKey(path)
	if err != nil {
		return nil, err
	}
	var guests allowed
	if o.AuthorizedKeys != "" {
		if guests, err = readAllowed(o.AuthorizedKeys); err != nil {
			return nil, err
		}
	}
	load := pair.Embedded
	if len(paths) > 0 {
		load = func(ctx context.Context) ([]pair.Pair, error) { return pair.Load(ctx, o.Source, paths) }
	}
	pairs, err := load(ctx)
	if err != nil {
		return nil, err
	}
	return newServer(o, log, key, guests, pairs)
}

// announce logs where guests find the server, and how they know it.
func (s *server) announce(a net.Addr) {
	s.log.Info("serving", "address", a.String(), "try", invitation(a), "fingerprint", ssh.FingerprintSHA256(s.key.PublicKey()),
		"pairs", len(s.pairs), "keys", len(s.allowed), "sessions", s.options.MaxSessions, "per_address", s.options.MaxPerAddress)
	if tcp, ok := a.(*net.TCPAddr); ok && !tcp.IP.IsLoopback() {
		who := "everybody who reaches it may come in; --authorized-keys names who may"
		if s.allowed != nil {
			who = "those whose keys are authorized may come in"
		}
		s.log.Warn("this address is open to the network", "address", a.String(), "who", who)
	}
}

// invitation is the command that opens the reader.
func invitation(a net.Addr) string {
	name, port, err := net.SplitHostPort(a.String())
	if ip := net.ParseIP(name); err != nil || ip == nil || ip.IsUnspecified() {
		name = "HOST"
	}
	return "ssh -p " + port + " " + name
}
