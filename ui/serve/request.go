package serve

import (
	"strings"
	"sync"

	gossh "golang.org/x/crypto/ssh"
)

// The sizes of a terminal that are believed, in cells. Above the most, 4K screens
// with tiny letters end too; a size of zero is none (RFC 4254, 6.2).
const (
	mostCols, mostRows   = 500, 200
	usualCols, usualRows = 80, 24
)

// The bounds on what a guest may say.
const (
	mostTerm    = 64  // bytes of TERM
	mostEnv     = 20  // variables
	mostValue   = 64  // bytes of one
	mostCommand = 512 // bytes
)

// allowedEnv reports whether a variable tells of the terminal and nothing else.
func allowedEnv(name string) bool {
	switch name {
	case "TERM", "COLORTERM", "NO_COLOR", "LANG":
		return true
	}
	const longest = 20 // LC_IDENTIFICATION has 17
	return strings.HasPrefix(name, "LC_") && plain(name, longest)
}

// plain reports whether s is printable ASCII of at most most bytes.
func plain(s string, most int) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return len(s) <= most
}

// wishes is what a guest has asked for, as far as it is allowed. It is filled by
// the goroutine that reads the requests and read by the session.
type wishes struct {
	mu     sync.Mutex
	term   string
	env    map[string]string
	w, h   int    // 0 without a terminal
	fresh  bool   // the size was not taken yet
	taker  func() // begins to take sizes; it must not wait
	taking bool
}

// getenv is a variable of the guest's, as far as it was allowed.
func (w *wishes) getenv(name string) string {
	w.mu.Lock()
	defer w.mu.Unlock()
	if name == "TERM" {
		return w.term
	}
	return w.env[name]
}

// size is the terminal's size now; ok is false without a terminal.
func (w *wishes) size() (cols, rows int, ok bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.w, w.h, w.w > 0
}

func (w *wishes) setenv(name, value string) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	if !allowedEnv(name) || !plain(value, mostValue) || len(w.env) >= mostEnv {
		return false
	}
	if w.env == nil {
		w.env = make(map[string]string)
	}
	w.env[name] = value
	return true
}

func (w *wishes) setTerm(term string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.term = term
}

func (w *wishes) resize(cols, rows uint32) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if cols == 0 || rows == 0 {
		cols, rows = usualCols, usualRows
	}
	w.w, w.h, w.fresh = int(min(cols, mostCols)), int(min(rows, mostRows)), true
	w.call()
}

// onSize has sizes taken, the present one first: taker is called when there is
// one, and not again before take has said that there is none.
func (w *wishes) onSize(taker func()) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.taker = taker
	w.call()
}

func (w *wishes) call() {
	if w.fresh && !w.taking && w.taker != nil {
		w.taking = true
		w.taker()
	}
}

// take is the last size, unless it was taken already.
func (w *wishes) take() (cols, rows int, ok bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if !w.fresh {
		w.taking = false
		return 0, 0, false
	}
	w.fresh = false
	return w.w, w.h, true
}

// window is the beginning of a window-change request (RFC 4254, 6.7).
type window struct {
	Cols, Rows, Width, Height uint32
}

// pty is a pty-req request (RFC 4254, 6.2).
type pty struct {
	Term                      string
	Cols, Rows, Width, Height uint32
	Modes                     string
}

// requests stands between a guest's requests and wish: it answers what concerns
// the terminal itself, lets through what begins a session, and refuses the rest.
type requests struct {
	*wishes
	refused func(kind string) // tells the log

	terminal, begun bool
}

// run filters in to out until in ends. It waits for nobody: out is read by a
// loop of wish that does nothing but answer.
func (r *requests) run(in <-chan *gossh.Request, out chan<- *gossh.Request) {
	defer close(out)
	for req := range in {
		if through, ok := r.take(req); through {
			out <- req
		} else {
			// An error here means that the connection is gone, and then in ends too.
			_ = req.Reply(ok, nil)
		}
	}
}

// take looks at one request: whether it goes through to wish, and else whether
// it is granted.
func (r *requests) take(req *gossh.Request) (through, ok bool) {
	switch req.Type {
	case "pty-req":
		return r.takeTerminal(req), false
	case "window-change":
		var w window
		if !r.terminal || gossh.Unmarshal(req.Payload, &w) != nil {
			return false, false
		}
		r.resize(w.Cols, w.Rows)
		return false, true
	case "env":
		var v struct{ Name, Value string }
		if r.begun || gossh.Unmarshal(req.Payload, &v) != nil || !r.setenv(v.Name, v.Value) {
			return false, false // too usual to tell the log: clients send what their owners set
		}
		return false, true
	case "shell":
		through = !r.begun
		r.begun = true
		return through, false
	case "exec": // runs nothing: the session prints a report, or how to get one
		through = !r.begun && len(req.Payload) <= mostCommand
		r.begun = r.begun || through
		return through, false
	}
	r.refused(req.Type)
	return false, false
}

func (r *requests) takeTerminal(req *gossh.Request) bool {
	var t pty
	if r.terminal || r.begun || gossh.Unmarshal(req.Payload, &t) != nil || !plain(t.Term, mostTerm) {
		r.refused("pty-req")
		return false
	}
	r.terminal = true
	r.setTerm(t.Term)
	r.resize(t.Cols, t.Rows)
	// What wish hears is what was believed, and no modes: there is no line to edit.
	w, h, _ := r.size()
	req.Payload = gossh.Marshal(pty{Term: t.Term, Cols: uint32(w), Rows: uint32(h)})
	return true
}
