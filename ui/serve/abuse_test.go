package serve

import (
	"bytes"
	"fmt"
	"io"
	"net"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/crypto/ssh"
)

// bound is the memory, in megabytes, that the test process may hold more than
// before while one guest misbehaves: server, guest and test together.
const bound = 40

// bounded checks the memory after something was done.
func bounded(t *testing.T, before int) {
	t.Helper()
	if after := memory(); after > before+bound {
		t.Errorf("%d MB before, %d MB after", before, after)
	}
}

// TestEnvironmentFlood sets variables without end, before any session.
func TestEnvironmentFlood(t *testing.T) {
	h := newHouse(t, nil)
	b := h.bystand()
	before := memory()
	ch := raw(t, h.connect())
	value := strings.Repeat("x", 20<<10)
	for i, end := 0, time.Now().Add(2*time.Second); time.Now().Before(end); i++ {
		if _, err := ch.SendRequest("env", false, text(fmt.Sprintf("LC_%d", i), value)); err != nil {
			break
		}
	}
	bounded(t, before)
	b.undisturbed()
}

// TestSizes tells sizes that no terminal has.
func TestSizes(t *testing.T) {
	h := newHouse(t, nil)
	b := h.bystand()
	before := memory()
	for _, tt := range []struct {
		cols, rows int
		sees       string
	}{
		{0, 0, "pairs of articles"}, // taken for 80x24
		{1, 1, ""},
		{39, 9, "doubletake needs"},
		{100000, 100000, "pairs of articles"},
		{1 << 31, 1 << 31, "pairs of articles"},
	} {
		t.Run(fmt.Sprintf("%dx%d", tt.cols, tt.rows), func(t *testing.T) {
			v := h.visit(look{term: "xterm", cols: tt.cols, rows: tt.rows})
			v.sees(tt.sees)
			v.press("\rnjk")
			time.Sleep(200 * time.Millisecond)
			if n := v.screen.Len(); n > 4*mostCols*mostRows {
				t.Errorf("%d bytes for a few frames", n)
			}
			v.press("\x03")
			v.leaves()
		})
	}
	bounded(t, before)
	b.undisturbed()
}

// answered waits until the server has taken all that was sent.
func (v *visitor) answered() {
	v.t.Helper()
	if _, err := v.session.SendRequest("are-you-there", true, nil); err != nil {
		v.t.Errorf("the server does not answer: %v", err)
	}
}

// TestResizes drags a window about: only the last size matters.
func TestResizes(t *testing.T) {
	h := newHouse(t, nil)
	b := h.bystand()
	before := memory()
	v := h.visit(usual)
	v.sees("pairs of articles")
	v.press("\rn")
	v.sees("difference 1/")
	start := time.Now()
	for i := range 10_000 {
		if err := v.session.WindowChange(24+i%100, 80+i%300); err != nil {
			t.Fatal(err)
		}
	}
	if err := v.session.WindowChange(12, 45); err != nil {
		t.Fatal(err)
	}
	v.answered()
	t.Logf("10,000 sizes took %v", time.Since(start).Round(time.Millisecond))
	time.Sleep(3 * between)
	v.screen.reset()
	v.press("?")
	v.sees("help")
	for row := range strings.Lines(ansi.Strip(v.screen.String())) {
		if n := ansi.StringWidth(strings.TrimRight(row, "\r\n")); n > 45 {
			t.Errorf("a row of %d cells on a terminal of 45: %q", n, row)
		}
	}
	bounded(t, before)
	b.undisturbed()
}

// TestMegabyte types a megabyte at once, in five ways by five guests.
func TestMegabyte(t *testing.T) {
	h := newHouse(t, nil)
	b := h.bystand()
	before := memory()
	var wg sync.WaitGroup
	for _, keys := range []string{
		strings.Repeat("jk", 1<<19),
		strings.Repeat("é", 1<<19),
		pasteBegins + strings.Repeat("word", 1<<18) + pasteEnds,
		pasteBegins + strings.Repeat("word", 1<<18), // a paste that does not end
		strings.Repeat("\x1b[<0;1;1M\x1b[", 1<<20/12),
	} {
		v := h.visit(usual)
		v.sees("pairs of articles")
		wg.Go(func() {
			if _, err := io.WriteString(v.in, keys); err != nil {
				t.Errorf("%.10q: %v", keys, err)
				return
			}
			v.answered() // all was taken in
			time.Sleep(2 * quiet)
			// Now keys are keys again.
			_, _ = io.WriteString(v.in, "\x1b")
			time.Sleep(2 * quiet)
			_, _ = io.WriteString(v.in, "\x03")
			select {
			case <-v.ended:
			case <-time.After(20 * time.Second):
				t.Errorf("%.10q: keys are not taken any more", keys)
			}
		})
	}
	wg.Wait()
	bounded(t, before)
	b.undisturbed()
}

// TestEndlessInput types without a pause until it is thrown out.
func TestEndlessInput(t *testing.T) {
	h := newHouse(t, nil, func(s *server) { s.lost = 256 << 10 })
	v := h.visit(usual)
	v.sees("pairs of articles")
	for keys := strings.Repeat("jk", 4<<10); ; {
		if _, err := io.WriteString(v.in, keys); err != nil {
			break
		}
	}
	v.leaves()
	v.sees("too much input at once")
}

// TestEarlyInput types without a pause before a session begins.
func TestEarlyInput(t *testing.T) {
	h := newHouse(t, nil, func(s *server) { s.lost = 256 << 10 })
	c := h.connect()
	ch := raw(t, c)
	for keys := bytes.Repeat([]byte("jk"), 4<<10); ; {
		if _, err := ch.Write(keys); err != nil {
			break
		}
	}
	if err := c.Wait(); err == nil {
		t.Error("the connection ends without an error")
	}
}

// TestStrayData sends data on the stream for errors.
func TestStrayData(t *testing.T) {
	h := newHouse(t, nil)
	c := h.connect()
	ch := raw(t, c)
	if _, err := io.WriteString(ch.Stderr(), "boo"); err != nil {
		t.Fatal(err)
	}
	if err := c.Wait(); err == nil {
		t.Error("the connection ends without an error")
	}
	eventually(t, 45*time.Second, "nobody is left", func() bool { return h.gate.Count().Seated == 0 })
}

// deaf is a connection that can stop reading.
type deaf struct {
	net.Conn
	mu sync.Mutex // held while deaf
}

func (d *deaf) Read(p []byte) (int, error) {
	d.mu.Lock()
	d.mu.Unlock() //nolint:staticcheck // waits for the end of deafness
	return d.Conn.Read(p)
}

// TestDeaf begins a session and stops reading, while sizes and keys go on: the
// server must not wait for such a guest for ever, nor hold what is not read.
func TestDeaf(t *testing.T) {
	stall := func(o *Options) { o.StallTimeout = time.Second }
	big := look{term: "xterm-256color", cols: mostCols, rows: mostRows}
	busy := func(h *house, v *visitor) {
		for i := 0; h.gate.Count().Seated > 1 && i < 3000; i++ {
			_ = v.session.WindowChange(mostRows, mostCols-i%2)
			_, _ = io.WriteString(v.in, "jk")
			time.Sleep(10 * time.Millisecond)
		}
	}
	t.Run("to TCP", func(t *testing.T) {
		h := newHouse(t, stall)
		b := h.bystand()
		before := memory()
		c, err := net.Dial("tcp", h.address)
		if err != nil {
			t.Fatal(err)
		}
		_ = c.(*net.TCPConn).SetReadBuffer(4 << 10)
		d := &deaf{Conn: c}
		conn, channels, requests, err := ssh.NewClientConn(d, h.address, &ssh.ClientConfig{User: "deaf", HostKeyCallback: ssh.FixedHostKey(h.key.PublicKey())})
		if err != nil {
			t.Fatal(err)
		}
		v := begin(t, ssh.NewClient(conn, channels, requests), big)
		v.sees("pairs of articles")
		v.press("\r")
		v.sees("EVENT")
		d.mu.Lock()
		go busy(h, v)
		eventually(t, 30*time.Second, "the deaf guest is gone", func() bool { return h.gate.Count().Seated == 1 })
		d.mu.Unlock()
		v.leaves()
		bounded(t, before)
		// the seat is free before the line is written
		eventually(t, 5*time.Second, "the log says why", func() bool { return strings.Contains(h.log.String(), errStalled.Error()) })
		b.undisturbed()
	})
	t.Run("to ssh", func(t *testing.T) {
		h := newHouse(t, stall)
		b := h.bystand()
		before := memory()
		c := h.connect()
		s, err := c.NewSession()
		if err != nil {
			t.Fatal(err)
		}
		v := &visitor{t: t, client: c, session: s}
		if err := s.RequestPty(big.term, big.rows, big.cols, nil); err != nil {
			t.Fatal(err)
		}
		if v.in, err = s.StdinPipe(); err != nil {
			t.Fatal(err)
		}
		if _, err := s.StdoutPipe(); err != nil { // nobody reads it
			t.Fatal(err)
		}
		if err := s.Shell(); err != nil {
			t.Fatal(err)
		}
		v.press("\r")
		go busy(h, v)
		eventually(t, 60*time.Second, "the deaf guest is gone", func() bool { return h.gate.Count().Seated == 1 })
		bounded(t, before)
		eventually(t, 45*time.Second, "the log says why", func() bool { return strings.Contains(h.log.String(), errStalled.Error()) })
		_ = c.Close()
		b.undisturbed()
	})
}

// TestDrop leaves in the middle of a frame, without a word, many times.
func TestDrop(t *testing.T) {
	h := newHouse(t, nil)
	b := h.bystand()
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for i := range 10 {
				c, err := net.Dial("tcp", h.address)
				if err != nil {
					t.Error(err)
					return
				}
				conn, channels, requests, err := ssh.NewClientConn(c, h.address, &ssh.ClientConfig{User: "x", HostKeyCallback: ssh.FixedHostKey(h.key.PublicKey())})
				if err != nil {
					t.Error(err)
					return
				}
				v := begin(t, ssh.NewClient(conn, channels, requests), look{term: "xterm", cols: 300, rows: 100})
				_, _ = io.WriteString(v.in, "\rnjkjkjkjk")
				time.Sleep(time.Duration(i) * 3 * time.Millisecond)
				_ = c.(*net.TCPConn).SetLinger(0)
				_ = c.Close()
				<-v.ended
			}
		})
	}
	wg.Wait()
	eventually(t, 45*time.Second, "all who dropped out are gone", func() bool { return h.gate.Count().Seated == 1 })
	b.undisturbed()
}

// TestKnocking connects a thousand times a second and more, for two seconds.
func TestKnocking(t *testing.T) {
	h := newHouse(t, func(o *Options) { o.Rate, o.MaxPerAddress = 5, 32 })
	b := h.bystand()
	before := memory()
	var wg sync.WaitGroup
	const knockers, each = 4, 500
	start := time.Now()
	for range knockers {
		wg.Go(func() {
			for i := range each {
				if c, err := net.Dial("tcp", h.address); err == nil {
					_, _ = io.WriteString(c, "SSH-2.0-x\r\n")
					_ = c.Close()
				}
				time.Sleep(time.Until(start.Add(time.Duration(i) * 2 * time.Second / each)))
			}
		})
	}
	wg.Wait()
	t.Logf("%d connections in %v", knockers*each, time.Since(start))
	bounded(t, before)
	if n := strings.Count(h.log.String(), "msg=refused"); n > 20 {
		t.Errorf("%d lines of the log for it", n)
	}
	b.undisturbed()
}

// TestManyChannels asks for sessions without waiting for the answers.
func TestManyChannels(t *testing.T) {
	h := newHouse(t, nil)
	b := h.bystand()
	before := memory()
	c := h.connect()
	var wg sync.WaitGroup
	for range 500 {
		wg.Go(func() { _, _, _ = c.OpenChannel("session", nil) })
	}
	answered, ended := make(chan struct{}), make(chan struct{})
	go func() { wg.Wait(); close(answered) }()
	go func() { _ = c.Wait(); close(ended) }()
	select {
	case <-answered:
	case <-time.After(asking):
		// The client of the library waits for ever for a channel that it asked for as the
		// connection ended; on one that goes on, the house owes an answer.
		select {
		case <-ended:
		default:
			t.Errorf("channels asked for are not answered within %v", asking)
		}
	}
	bounded(t, before)
	b.undisturbed()
}

// asking is how long the answers to many requests at once may take.
const asking = 20 * time.Second
