// Package crowd is guests for measuring a server: they come over ssh, press keys
// at a steady pace, and note how long the server takes to answer each.
package crowd

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"slices"
	"sync"
	"time"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/crypto/ssh"
)

// Plan is what a crowd does.
type Plan struct {
	Guests  int
	Join    time.Duration // all come within it, evenly
	For     time.Duration // each presses keys for so long
	Every   time.Duration // one key
	Cols    int
	Rows    int
	Mixed   int           // the terminals are up to so many columns narrower or wider
	Patient time.Duration // a key that is not answered by then is counted as unanswered
}

// Result is what a crowd has seen.
type Result struct {
	Joined, Failed int
	Keys           int // pressed
	Unanswered     int
	Bytes          int64           // that came back for keys
	Answers        []time.Duration // sorted
	Errors         []error         // the first few
}

// Percentile is the answer time that q of the answers keep within; 0 without answers.
func Percentile(sorted []time.Duration, q float64) time.Duration {
	if len(sorted) == 0 {
		return 0
	}
	return sorted[min(len(sorted)-1, int(q*float64(len(sorted))))]
}

// keys is what each guest presses, over and over: each key changes the screen.
var keys = [...]string{"n", "j", "k", "\t", "\t", "n", "o", "\x1b", "j", "k"}

// Run sends a crowd to an address, calls there when all have joined, and waits
// until the last has gone.
func Run(ctx context.Context, address string, p Plan, there func()) Result {
	var r Result
	var mu sync.Mutex
	var wg, joining sync.WaitGroup
	joining.Add(p.Guests)
	for i := range p.Guests {
		wg.Go(func() {
			select {
			case <-time.After(p.Join * time.Duration(i) / time.Duration(max(p.Guests, 1))):
			case <-ctx.Done():
			}
			seen := visit(ctx, address, p, i, joining.Done)
			mu.Lock()
			defer mu.Unlock()
			r.add(seen)
		})
	}
	joining.Wait()
	there()
	wg.Wait()
	slices.Sort(r.Answers)
	return r
}

func (r *Result) add(o Result) {
	r.Joined += o.Joined
	r.Failed += o.Failed
	r.Keys += o.Keys
	r.Unanswered += o.Unanswered
	r.Bytes += o.Bytes
	r.Answers = append(r.Answers, o.Answers...)
	if len(r.Errors) < 5 {
		r.Errors = append(r.Errors, o.Errors...)
	}
}

// mixed spreads numbers over -most to most.
func mixed(number, most int) int {
	const step = 7 // has no divisor in common with most ranges
	return number*step%(2*most+1) - most
}

// visit is one guest from coming to going.
func visit(ctx context.Context, address string, p Plan, number int, joined func()) (r Result) {
	var once sync.Once
	defer once.Do(joined)
	g, err := Dial(ctx, address, p.Cols+mixed(number, p.Mixed), p.Rows)
	if err != nil {
		return Result{Failed: 1, Errors: []error{err}}
	}
	defer g.Close()
	for _, k := range []string{"", "\r"} { // the list, and the first pair in it
		_, err := g.Press(k, 30*time.Second)
		for err == nil { // until the screen is still
			_, err = g.Press("", 500*time.Millisecond)
		}
		if !errors.Is(err, errNoAnswer) {
			return Result{Failed: 1, Errors: []error{fmt.Errorf("opening the reader: %w", err)}}
		}
	}
	r.Joined = 1
	once.Do(joined)
	end := time.Now().Add(p.For)
	for i := number; time.Now().Before(end) && ctx.Err() == nil; i++ {
		start := time.Now()
		n, err := g.Press(keys[i%len(keys)], p.Patient)
		took := time.Since(start)
		r.Keys++
		r.Bytes += int64(n)
		switch {
		case errors.Is(err, errNoAnswer):
			r.Unanswered++
		case err != nil:
			r.Failed++
			r.Errors = append(r.Errors, fmt.Errorf("pressing a key: %w", err))
			return r
		default:
			r.Answers = append(r.Answers, took)
		}
		select {
		case <-time.After(p.Every - took):
		case <-ctx.Done():
		}
	}
	return r
}

// Guest is one guest at a terminal.
type Guest struct {
	client  *ssh.Client
	session *ssh.Session
	in      io.WriteCloser
	came    chan int // sizes of the frames that came whole
}

var errNoAnswer = errors.New("no answer")

// Dial comes to a server and begins a session on a terminal.
func Dial(ctx context.Context, address string, cols, rows int) (*Guest, error) {
	d := net.Dialer{Timeout: 30 * time.Second}
	c, err := d.DialContext(ctx, "tcp", address)
	if err != nil {
		return nil, fmt.Errorf("coming to the server: %w", err)
	}
	config := &ssh.ClientConfig{
		User:            "crowd",
		HostKeyCallback: ssh.InsecureIgnoreHostKey(), // the server is on this machine, and made its key just now
		Timeout:         30 * time.Second,
	}
	conn, channels, requests, err := ssh.NewClientConn(c, address, config)
	if err != nil {
		_ = c.Close()
		return nil, fmt.Errorf("coming to the server: %w", err)
	}
	g := &Guest{client: ssh.NewClient(conn, channels, requests), came: make(chan int, 1000)}
	if err := g.begin(cols, rows); err != nil {
		g.Close()
		return nil, err
	}
	return g, nil
}

func (g *Guest) begin(cols, rows int) (err error) {
	if g.session, err = g.client.NewSession(); err != nil {
		return fmt.Errorf("beginning a session: %w", err)
	}
	if err := g.session.RequestPty("xterm-256color", rows, cols, ssh.TerminalModes{}); err != nil {
		return fmt.Errorf("asking for a terminal: %w", err)
	}
	if g.in, err = g.session.StdinPipe(); err != nil {
		return fmt.Errorf("beginning a session: %w", err)
	}
	out, err := g.session.StdoutPipe()
	if err != nil {
		return fmt.Errorf("beginning a session: %w", err)
	}
	go g.watch(out, ansi.CursorPosition(0, rows)) // ends with the session
	if err := g.session.Shell(); err != nil {
		return fmt.Errorf("beginning a session: %w", err)
	}
	return nil
}

// watch tells of each frame that has come, up to the mark that Bubble Tea ends it
// with.
func (g *Guest) watch(out io.Reader, mark string) {
	defer close(g.came)
	buf := make([]byte, 16<<10)
	var frame []byte
	for {
		n, err := out.Read(buf)
		if err != nil {
			return
		}
		for frame = append(frame, buf[:n]...); ; {
			i := bytes.Index(frame, []byte(mark))
			if i < 0 {
				break
			}
			i += len(mark)
			g.came <- i
			frame = append(frame[:0], frame[i:]...)
		}
	}
}

// Press presses a key, or none, waits until the frame that answers it has come,
// and gives its size in bytes.
func (g *Guest) Press(key string, patience time.Duration) (int, error) {
	for {
		select {
		case n, ok := <-g.came: // what came before this key
			if !ok {
				return 0, io.EOF
			}
			if key != "" {
				continue
			}
			return n, nil
		default:
		}
		break
	}
	if key != "" {
		if _, err := io.WriteString(g.in, key); err != nil {
			return 0, fmt.Errorf("writing: %w", err)
		}
	}
	late := time.NewTimer(patience)
	defer late.Stop()
	select {
	case n, ok := <-g.came:
		if !ok {
			return 0, io.EOF
		}
		return n, nil
	case <-late.C:
		return 0, errNoAnswer
	}
}

// Close goes.
func (g *Guest) Close() { _ = g.client.Close() } // nothing to do about an error
