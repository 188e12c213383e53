package serve

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"fmt"
	"io"
	"net"
	"os"
	"os/signal"
	"runtime"
	"runtime/pprof"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"doubletake/ui/serve/pair"

	"github.com/charmbracelet/x/ansi"
	gossh "golang.org/x/crypto/ssh"
)

// embedded is the pairs that come with the program, made once for all tests.
var embedded = sync.OnceValues(func() ([]pair.Pair, error) { return pair.Embedded(context.Background()) })

// house is a server for a test.
type house struct {
	*server
	t       *testing.T
	address string
	log     *page
	stop    context.CancelFunc
	ended   chan error
	before  int // goroutines
}

// newHouse serves on this machine until the test ends, and checks then that the
// server stops and leaves no goroutine behind.
func newHouse(t *testing.T, change func(*Options), prepared ...func(*server)) *house {
	t.Helper()
	pairs, err := embedded()
	if err != nil {
		t.Fatal(err)
	}
	signal.Notify(make(chan os.Signal, 1), syscall.SIGHUP) // its goroutine stays
	before := runtime.NumGoroutine()
	o := Default()
	o.MaxSessions, o.MaxPerAddress, o.Rate = 0, 0, 0
	o.Grace = 100 * time.Millisecond
	if change != nil {
		change(&o)
	}
	h := &house{t: t, log: &page{}, ended: make(chan error, 1), before: before}
	logger, err := newLogger(h.log, "text")
	if err != nil {
		t.Fatal(err)
	}
	_, private, err := ed25519.GenerateKey(nil)
	if err != nil {
		t.Fatal(err)
	}
	key, err := gossh.NewSignerFromKey(private)
	if err != nil {
		t.Fatal(err)
	}
	var guests allowed
	if o.AuthorizedKeys != "" {
		if guests, err = readAllowed(o.AuthorizedKeys); err != nil {
			t.Fatal(err)
		}
	}
	if h.server, err = newServer(o, logger, key, guests, pairs); err != nil {
		t.Fatal(err)
	}
	for _, p := range prepared {
		p(h.server)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	h.address = l.Addr().String()
	ctx, stop := context.WithCancel(context.Background())
	h.stop = stop
	go func() { h.serve(ctx, l); h.ended <- nil }()
	t.Cleanup(h.close)
	return h
}

// close stops the server, if it was not stopped yet.
func (h *house) close() {
	h.stop()
	select {
	case err := <-h.ended:
		if err != nil {
			h.t.Errorf("the server ends with %v", err)
		}
	case <-time.After(20 * time.Second):
		h.t.Errorf("the server does not stop")
	}
	for end := time.Now().Add(45 * time.Second); runtime.NumGoroutine() > h.before; time.Sleep(10 * time.Millisecond) {
		if time.Now().After(end) {
			h.t.Errorf("%d goroutines before, %d after", h.before, runtime.NumGoroutine())
			_ = pprof.Lookup("goroutine").WriteTo(os.Stderr, 1)
			return
		}
	}
	if strings.Contains(h.log.String(), "msg=panic") && !strings.Contains(h.t.Name(), "Panic") {
		h.t.Errorf("a panic:\n%s", h.log)
	}
}

// page is something written by one goroutine and read by another.
type page struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (p *page) Write(b []byte) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.b.Write(b)
}

func (p *page) String() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.b.String()
}

func (p *page) Len() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.b.Len()
}

func (p *page) reset() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.b.Reset()
}

// eventually waits until something is so.
func eventually(t *testing.T, within time.Duration, what string, so func() bool) {
	t.Helper()
	for end := time.Now().Add(within); !so(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("not within %v: %s", within, what)
		}
	}
}

// dial connects with a config of its own, or as anybody.
func (h *house) dial(config *gossh.ClientConfig) (*gossh.Client, error) {
	if config == nil {
		config = &gossh.ClientConfig{User: "guest"}
	}
	config.HostKeyCallback = gossh.FixedHostKey(h.key.PublicKey())
	config.Timeout = 10 * time.Second
	return gossh.Dial("tcp", h.address, config)
}

// connect is dial that must work.
func (h *house) connect() *gossh.Client {
	h.t.Helper()
	c, err := h.dial(nil)
	if err != nil {
		h.t.Fatal(err)
	}
	h.t.Cleanup(func() { _ = c.Close() })
	return c
}

// visitor is a guest at a terminal.
type visitor struct {
	t       *testing.T
	client  *gossh.Client
	session *gossh.Session
	in      io.WriteCloser
	screen  *page
	ended   chan error
}

// look is what a guest's terminal is like.
type look struct {
	term       string
	cols, rows int
	env        map[string]string
}

var usual = look{term: "xterm-256color", cols: 100, rows: 30}

// visit begins a session on a terminal.
func (h *house) visit(l look) *visitor {
	h.t.Helper()
	return begin(h.t, h.connect(), l)
}

func begin(t *testing.T, c *gossh.Client, l look) *visitor {
	t.Helper()
	s, err := c.NewSession()
	if err != nil {
		t.Fatal(err)
	}
	v := &visitor{t: t, client: c, session: s, screen: &page{}, ended: make(chan error, 1)}
	for name, value := range l.env {
		if err := s.Setenv(name, value); err != nil {
			t.Fatalf("setting %s: %v", name, err)
		}
	}
	if err := s.RequestPty(l.term, l.rows, l.cols, gossh.TerminalModes{gossh.ECHO: 1}); err != nil {
		t.Fatal(err)
	}
	s.Stdout, s.Stderr = v.screen, v.screen
	if v.in, err = s.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	if err := s.Shell(); err != nil {
		t.Fatal(err)
	}
	go func() { v.ended <- s.Wait() }()
	return v
}

func (v *visitor) press(keys string) {
	v.t.Helper()
	if _, err := io.WriteString(v.in, keys); err != nil {
		v.t.Fatalf("pressing %.20q: %v", keys, err)
	}
}

// sees waits until words have come.
func (v *visitor) sees(words ...string) {
	v.t.Helper()
	for _, w := range words {
		end := time.Now().Add(10 * time.Second)
		for !strings.Contains(ansi.Strip(v.screen.String()), w) {
			if time.Now().After(end) {
				v.t.Fatalf("%q does not come:\n%s", w, ansi.Strip(v.screen.String()))
			}
			time.Sleep(5 * time.Millisecond)
		}
	}
}

// leaves waits for the end of the session and gives its exit code.
func (v *visitor) leaves() int {
	v.t.Helper()
	select {
	case err := <-v.ended:
		if err == nil {
			return 0
		}
		if x, ok := err.(*gossh.ExitError); ok {
			return x.ExitStatus()
		}
		return -1
	case <-time.After(20 * time.Second):
		v.t.Fatalf("the session does not end:\n%s", ansi.Strip(v.screen.String()))
		return -1
	}
}

// bystander is a guest who reads while others do what they should not, and
// notices when the server is slow to answer.
type bystander struct {
	*visitor
	stop chan struct{}
	done chan struct{}
	mu   sync.Mutex
	slow time.Duration // the slowest answer
	keys int
}

// bystand begins to read, a key every 50 ms.
func (h *house) bystand() *bystander {
	h.t.Helper()
	b := &bystander{visitor: h.visit(usual), stop: make(chan struct{}), done: make(chan struct{})}
	b.sees("pairs of articles")
	b.press("\r")
	b.sees("EVENT")
	b.press("n")
	b.sees("difference 1/")
	go b.read()
	return b
}

func (b *bystander) read() {
	defer close(b.done)
	for i := 0; ; i++ {
		b.screen.reset()
		start := time.Now()
		if _, err := io.WriteString(b.in, string("jk"[i%2])); err != nil {
			b.note(time.Hour)
			return
		}
		for b.screen.Len() == 0 && time.Since(start) < 10*time.Second {
			time.Sleep(time.Millisecond)
		}
		b.note(time.Since(start))
		select {
		case <-b.stop:
			return
		case <-time.After(50 * time.Millisecond):
		}
	}
}

func (b *bystander) note(took time.Duration) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.keys++
	b.slow = max(b.slow, took)
}

// undisturbed checks that nothing was noticed so far: every key was answered, if
// not as quickly as on a machine with nothing else to do.
func (b *bystander) undisturbed() {
	b.t.Helper()
	close(b.stop)
	<-b.done
	const bearable = 2 * time.Second
	if b.slow > bearable {
		b.t.Errorf("a guest who only reads waited %v for a key", b.slow)
	}
	b.t.Logf("bystander: %d keys, the slowest answered after %v", b.keys, b.slow.Round(time.Millisecond))
	b.press("\x03")
	if code := b.leaves(); code != 0 {
		b.t.Errorf("a guest who only reads leaves with %d", code)
	}
}

// memory is what the process holds after a collection, in megabytes.
func memory() int {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int(m.HeapInuse+m.StackInuse) >> 20
}

// raw opens a session channel, on which anything can be asked for.
func raw(t *testing.T, c *gossh.Client) gossh.Channel {
	t.Helper()
	ch, reqs, err := c.OpenChannel("session", nil)
	if err != nil {
		t.Fatal(err)
	}
	go gossh.DiscardRequests(reqs)
	return ch
}

func text(v ...any) []byte {
	var b []byte
	for _, x := range v {
		switch x := x.(type) {
		case string:
			b = append(b, gossh.Marshal(struct{ S string }{x})...)
		case int:
			b = append(b, gossh.Marshal(struct{ N uint32 }{uint32(x)})...)
		case bool:
			b = append(b, gossh.Marshal(struct{ B bool }{x})...)
		default:
			panic(fmt.Sprintf("no way to write a %T", x))
		}
	}
	return b
}
