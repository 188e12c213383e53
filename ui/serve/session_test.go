package serve

import (
	"crypto/ed25519"
	"os"
	"strings"
	"testing"
	"time"

	"doubletake/ui"
	"doubletake/ui/serve/pair"
	"doubletake/ui/serve/room"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
	gossh "golang.org/x/crypto/ssh"
)

func TestRead(t *testing.T) {
	h := newHouse(t, nil)
	v := h.visit(usual)
	v.sees("6 pairs of articles", "takeover", "marks and notes stay in memory")
	v.press("\r")
	v.sees("EVENT", "Yevkurov")
	v.press("n")
	v.sees("Abu Kasra hold?")
	v.press(" ")
	v.sees("checked")
	v.press("e")
	v.sees("no export")
	v.screen.reset()
	v.press("y")
	v.sees("sent to your terminal's clipboard")
	if !strings.Contains(v.screen.String(), "\x1b]52;c;") {
		t.Error("nothing is sent to the guest's clipboard")
	}
	v.screen.reset()
	v.press("q")
	v.sees("6 pairs of articles")
	v.press("q")
	if code := v.leaves(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	if !strings.Contains(v.screen.String(), "\x1b[?1049l") {
		t.Error("the alternate screen is not left")
	}
	eventually(t, 45*time.Second, "the log says that the session ended", func() bool { return strings.Contains(h.log.String(), "why=left") })
}

// TestText serves those without a terminal.
func TestText(t *testing.T) {
	h := newHouse(t, nil)
	for _, tt := range []struct {
		name, command, out, errs string
		code                     int
	}{
		{"the first", "text", "EVENT", "this is sample", 0},
		{"by name", "text storm", "Nerine", "", 0},
		{"no such pair", "text \x1b[31mnone", "", `no pair \x1b[31mnone`, 1},
		{"a command", "ls -l /", "", "nothing runs here", 127},
		{"scp", "scp -t /tmp/x", "", "nothing runs here", 127},
		{"too many words", "text storm final", "", "nothing runs here", 127},
		{"a shell without a terminal", "", "ssh -t HOST", "", 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s, err := h.connect().NewSession()
			if err != nil {
				t.Fatal(err)
			}
			var out, errs strings.Builder
			s.Stdout, s.Stderr = &out, &errs
			if tt.command != "" {
				err = s.Run(tt.command)
			} else if err = s.Shell(); err == nil {
				err = s.Wait()
			}
			code := 0
			if x, ok := err.(*gossh.ExitError); ok {
				code = x.ExitStatus()
			} else if err != nil {
				t.Fatal(err)
			}
			if code != tt.code || !strings.Contains(out.String(), tt.out) || !strings.Contains(errs.String(), tt.errs) {
				t.Errorf("code %d, out %.80q, errors %q", code, out.String(), errs.String())
			}
			if strings.ContainsAny(out.String()+errs.String(), "\x1b\r") {
				t.Error("control characters where there is no terminal")
			}
		})
	}
}

func TestDumbTerminal(t *testing.T) {
	h := newHouse(t, nil, func(s *server) { s.pairs = s.pairs[:1] })
	v := h.visit(look{term: "dumb", cols: 80, rows: 24})
	if code := v.leaves(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	v.sees("EVENT", "WORST")
	if s := v.screen.String(); strings.Contains(s, "\x1b") || !strings.Contains(s, "\r\n") {
		t.Errorf("not fit for a dumb terminal: %.200q", s)
	}
}

// TestLooks checks that each guest's terminal gets the colours and signs it can
// show, side by side with others.
func TestLooks(t *testing.T) {
	h := newHouse(t, nil)
	const full, c256, c16 = "\x1b[38;2;", "\x1b[38;5;", "\x1b[9"
	for _, tt := range []struct {
		name string
		term string
		env  map[string]string
		want string   // what a colour begins with; "" for none
		not  []string // what must not be there
		sign string
	}{
		{"256 colours", "xterm-256color", nil, c256, []string{full}, "≠"},
		{"all colours", "xterm-256color", map[string]string{"COLORTERM": "truecolor"}, full, []string{c256}, "≠"},
		{"16 colours", "xterm", nil, c16, []string{full, c256}, "≠"},
		{"screen", "screen", nil, c16, []string{full, c256}, "≠"},
		{"unknown", "teletype", nil, "", []string{full, c256, c16, "\x1b[1m"}, "≠"},
		{"no colour wanted", "xterm-256color", map[string]string{"NO_COLOR": "1"}, "", []string{full, c256, c16}, "≠"},
		{"UTF-8", "xterm", map[string]string{"LANG": "de_DE.UTF-8"}, c16, nil, "≠"},
		{"ASCII", "xterm", map[string]string{"LANG": "de_DE.UTF-8", "LC_ALL": "C"}, c16, []string{"≠"}, "x 1"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			v := h.visit(look{term: tt.term, cols: 100, rows: 30, env: tt.env})
			v.sees("pairs of articles")
			v.press("\r")
			v.sees("EVENT")
			v.press("n")
			v.sees("difference 1/", tt.sign)
			seen := v.screen.String()
			if !strings.Contains(seen, tt.want) {
				t.Errorf("no colour of the kind %q", tt.want)
			}
			for _, not := range tt.not {
				if strings.Contains(seen, not) {
					t.Errorf("%q reaches the terminal", not)
				}
			}
			_, seen, _ = strings.Cut(seen, banner)
			if tt.name == "ASCII" && strings.ContainsFunc(seen, func(r rune) bool { return r > '~' }) {
				t.Error("more than ASCII reaches the terminal")
			}
			v.press("\x03")
			v.leaves()
		})
	}
}

// TestBackground answers the question about the background, late and among keys;
// nobody waits for the answer.
func TestBackground(t *testing.T) {
	h := newHouse(t, nil)
	v := h.visit(look{term: "xterm-256color", cols: 100, rows: 30, env: map[string]string{"COLORTERM": "truecolor"}})
	start := time.Now()
	v.sees("pairs of articles")
	if took := time.Since(start); took > 2*time.Second {
		t.Errorf("the first frame took %v without an answer", took)
	}
	if !strings.Contains(v.screen.String(), "\x1b]11;?") {
		t.Error("the terminal is not asked")
	}
	v.press("\r")
	v.sees("EVENT")
	v.press("n\x1b]11;rgb:ffff/ffff/ffff\x1b\\n")
	v.sees("difference 2/")
	// The conflict colour of the light theme: #7f0000.
	eventually(t, 45*time.Second, "the theme follows", func() bool { return strings.Contains(v.screen.String(), "38;2;127;0;0") })
	mute := h.visit(look{term: "linux", cols: 100, rows: 30})
	mute.sees("pairs of articles")
	if strings.Contains(mute.screen.String(), "\x1b]11;?") {
		t.Error("a terminal is asked that shows the question")
	}
}

func TestIdle(t *testing.T) {
	h := newHouse(t, func(o *Options) { o.IdleTimeout = 500 * time.Millisecond })
	v := h.visit(usual)
	v.sees("pairs of articles")
	for range 4 { // keys keep the session
		time.Sleep(200 * time.Millisecond)
		v.press("j")
	}
	v.leaves()
	v.sees("ended after 500ms without a key")
}

func TestLongest(t *testing.T) {
	h := newHouse(t, func(o *Options) { o.MaxTimeout = 500 * time.Millisecond })
	v := h.visit(usual)
	v.sees("pairs of articles")
	for range 10 {
		time.Sleep(50 * time.Millisecond)
		_, _ = v.in.Write([]byte("j"))
	}
	v.leaves()
	v.sees("ended after 500ms, the longest there is")
}

// TestInputEnds ends a session whose keys come from a pipe that ends.
func TestInputEnds(t *testing.T) {
	h := newHouse(t, nil)
	v := h.visit(usual)
	v.press("\rn")
	v.sees("difference 1/")
	_ = v.in.Close()
	v.leaves()
	eventually(t, 45*time.Second, "the log says why", func() bool { return strings.Contains(h.log.String(), errGone.Error()) })
}

// TestStop stops a server with guests in several states.
func TestStop(t *testing.T) {
	h := newHouse(t, func(o *Options) { o.Grace = time.Second })
	v := h.visit(usual)
	v.sees("pairs of articles")
	silent := h.connect()
	h.stop()
	v.sees("The server stops: this session ends in 1s.")
	v.press("\r")
	v.sees("EVENT") // the guest can go on for a moment
	start := time.Now()
	v.leaves()
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("the session went on for %v", took)
	}
	v.sees("the server stops. Come again.")
	if err := silent.Wait(); err == nil {
		t.Error("the connection without a session ends without an error")
	}
	if _, err := h.dial(nil); err == nil {
		t.Error("a guest comes in after the end")
	}
}

// faulty is a program with faults: P, V and C are its undoing.
type faulty struct {
	tea.Model
	view bool
}

func (f faulty) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if k, ok := msg.(tea.KeyMsg); ok {
		switch k.String() {
		case "P":
			panic("a fault in Update")
		case "V":
			f.view = true
		case "C":
			return f, tea.Batch(func() tea.Msg { panic("a fault in a command\x1b[2J") }, func() tea.Msg { return nil })
		}
	}
	next, cmd := f.Model.Update(msg)
	return faulty{next, f.view}, cmd
}

func (f faulty) View() string {
	if f.view {
		panic("a fault in View")
	}
	return f.Model.View()
}

func TestPanic(t *testing.T) {
	h := newHouse(t, nil, func(s *server) {
		s.program = func(p []pair.Pair, o ui.Options) tea.Model { return faulty{Model: room.New(p, o)} }
	})
	b := h.bystand()
	for _, key := range []string{"P", "V", "C"} {
		v := h.visit(usual)
		v.sees("pairs of articles")
		v.press(key)
		if code := v.leaves(); code != 1 {
			t.Errorf("%s: exit code %d, want 1", key, code)
		}
		v.sees("this session has failed")
		if !strings.HasSuffix(strings.TrimSpace(ansi.Strip(v.screen.String())), "come again.") || !strings.Contains(v.screen.String(), "\x1b[?1049l") {
			t.Errorf("%s: the terminal is not as it was", key)
		}
	}
	log := h.log.String()
	for _, words := range []string{"a fault in Update", "a fault in View", `a fault in a command\\x1b[2J`, "session_test.go"} {
		if !strings.Contains(log, words) {
			t.Errorf("the log does not tell of %q:\n%.2000s", words, log)
		}
	}
	b.undisturbed()
}

// TestLog checks that no guest writes into the log what a terminal obeys or a
// reader of the log believes.
func TestLog(t *testing.T) {
	h := newHouse(t, nil)
	const evil = "a\x1b[31m\nlevel=ERROR msg=fake\u202e\u009b2J"
	c, err := h.dial(&gossh.ClientConfig{User: evil, ClientVersion: "SSH-2.0-evil msg=fake"})
	if err != nil {
		t.Fatal(err)
	}
	v := begin(t, c, usual)
	v.sees("pairs of articles")
	v.press("q")
	v.leaves()
	for line := range strings.Lines(h.log.String()) {
		if strings.ContainsFunc(strings.TrimSuffix(line, "\n"), func(r rune) bool { return r < ' ' || r > '~' }) || strings.Contains(line, " msg=fake") && !strings.Contains(line, `"SSH-2.0-evil msg=fake"`) {
			t.Errorf("the log is written by a guest: %q", line)
		}
	}
	if !strings.Contains(h.log.String(), `level=ERROR msg=fake`) { // inside quotation marks
		t.Errorf("the user is not logged at all: %s", h.log)
	}
	_ = c.Close()
}

func TestAuthorizedKeys(t *testing.T) {
	_, mine, err := ed25519.GenerateKey(nil)
	if err != nil {
		t.Fatal(err)
	}
	_, other, err := ed25519.GenerateKey(nil)
	if err != nil {
		t.Fatal(err)
	}
	signer, err := gossh.NewSignerFromKey(mine)
	if err != nil {
		t.Fatal(err)
	}
	stranger, err := gossh.NewSignerFromKey(other)
	if err != nil {
		t.Fatal(err)
	}
	path := t.TempDir() + "/keys"
	if err := os.WriteFile(path, append([]byte("# those we know\n\n"), gossh.MarshalAuthorizedKey(signer.PublicKey())...), 0o600); err != nil {
		t.Fatal(err)
	}
	h := newHouse(t, func(o *Options) { o.AuthorizedKeys = path })
	for _, tt := range []struct {
		name string
		auth []gossh.AuthMethod
		ok   bool
	}{
		{"known", []gossh.AuthMethod{gossh.PublicKeys(signer)}, true},
		{"known among others", []gossh.AuthMethod{gossh.PublicKeys(stranger, signer)}, true},
		{"stranger", []gossh.AuthMethod{gossh.PublicKeys(stranger)}, false},
		{"none", nil, false},
		{"password", []gossh.AuthMethod{gossh.Password("secret")}, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c, err := h.dial(&gossh.ClientConfig{User: "x", Auth: tt.auth})
			if (err == nil) != tt.ok {
				t.Errorf("error %v, want one: %v", err, !tt.ok)
			}
			if err == nil {
				v := begin(t, c, usual)
				v.sees("pairs of articles")
				_ = c.Close()
			}
		})
	}
}

// TestTypedAhead types before anything is on the screen.
func TestTypedAhead(t *testing.T) {
	h := newHouse(t, nil)
	for range 5 {
		v := h.visit(usual)
		v.press("j\rn")
		v.sees("difference 1/", "Nerine")
		v.press("\x03")
		v.leaves()
	}
}
