package ui

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"doubletake/model"
	"doubletake/model/marks"
	"doubletake/ui/book"
	"doubletake/ui/internal/fixture"
	"doubletake/ui/terminal"

	tea "github.com/charmbracelet/bubbletea"
)

// as says, in the environment of a child process, that the test binary is to be
// the program: its value says how the program behaves.
const as = "DOUBLETAKE_TEST_AS"

func TestMain(m *testing.M) {
	if how := os.Getenv(as); how != "" {
		os.Exit(program(how))
	}
	os.Exit(m.Run())
}

// program is the reader on the ferry pair, as a main would run it.
func program(how string) int {
	o := Options{Renderer: trueColour(), Marks: func(c model.Comparison) (marks.Store, string) {
		f, notice, err := marks.Open(os.Getenv("DOUBLETAKE_TEST_MARKS"), c)
		if err != nil {
			return marks.NewMemory(), err.Error()
		}
		return f, notice
	}}
	o.Export = func(model.Comparison, marks.Set) (string, error) {
		path := os.Getenv("DOUBLETAKE_TEST_EXPORT")
		return path, os.WriteFile(path, []byte("report\n"), 0o600)
	}
	var m tea.Model = New(book.New(fixture.Ferry()), o)
	switch how {
	case "panicking":
		m = panicking{m}
	case "slow":
		m = Loading(context.Background(), func(ctx context.Context, progress func(string)) (model.Comparison, error) {
			progress("linking claims")
			<-ctx.Done()
			return model.Comparison{}, ctx.Err()
		}, o)
	case "loading":
		m = Loading(context.Background(), func(context.Context, func(string)) (model.Comparison, error) { return fixture.Ferry(), nil }, o)
	}
	out := terminal.NewOutput(os.Stdout)
	o.Clipboard = out
	if err := Run(context.Background(), m, os.Stdin, out, os.Getenv("TERM"), o); err != nil {
		fmt.Println("ended:", err)
		if errors.Is(err, context.Canceled) {
			return 3
		}
		return 1
	}
	return 0
}

// panicking is a reader with a fault: P is its undoing.
type panicking struct{ tea.Model }

func (p panicking) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if k, ok := msg.(tea.KeyMsg); ok && strings.ContainsRune(string(k.Runes), 'P') { // among letters read in one piece, too
		panic("a fault in the reader")
	}
	next, cmd := p.Model.Update(msg)
	return panicking{next}, cmd
}

// tmux is a terminal to walk through the program in.
type tmux struct {
	t      *testing.T
	socket string
}

// startTmux runs the program in a tmux of its own, from a shell, so that what
// the terminal looks like afterwards can be seen. "after" comes last: once it
// stands there, all that is looked at does.
func startTmux(t *testing.T, how string, w, h int) tmux {
	t.Helper()
	if _, err := exec.LookPath("tmux"); err != nil {
		t.Skip("no tmux")
	}
	dir := t.TempDir()
	x := tmux{t: t, socket: filepath.Join(dir, "s")}
	script := fmt.Sprintf("echo before; %s=%s DOUBLETAKE_TEST_MARKS=%s/marks.json DOUBLETAKE_TEST_EXPORT=%s/report.md %s; code=$?; stty -a; echo after $code; cat",
		as, how, dir, dir, os.Args[0])
	x.run("-u", "-f", "/dev/null", "new-session", "-d", "-s", "s", "-x", fmt.Sprint(w), "-y", fmt.Sprint(h), script)
	t.Cleanup(func() { _ = exec.Command("tmux", "-S", x.socket, "kill-server").Run() })
	return x
}

func (x tmux) run(args ...string) string {
	x.t.Helper()
	out, err := exec.Command("tmux", append([]string{"-S", x.socket}, args...)...).CombinedOutput()
	if err != nil {
		x.t.Fatalf("tmux %v: %v\n%s", args, err, out)
	}
	return string(out)
}

// keys sends keys by tmux's names.
func (x tmux) keys(names ...string) {
	x.t.Helper()
	for _, name := range names {
		x.run("send-keys", "-t", "s", name)
	}
}

// sees waits until words are on the screen.
func (x tmux) sees(words string) {
	x.t.Helper()
	frame := ""
	for end := time.Now().Add(10 * time.Second); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if frame = x.run("capture-pane", "-p", "-t", "s"); strings.Contains(frame, words) {
			return
		}
	}
	x.t.Fatalf("%q does not appear:\n%s", words, frame)
}

// TestJourney walks through the program in a real terminal, as a reader would.
func TestJourney(t *testing.T) {
	x := startTmux(t, "loading", 100, 30)
	folder := filepath.Dir(x.socket)
	x.sees("WORST")
	x.keys("n")
	x.sees("When: the grounding?")
	x.keys("Enter")
	x.sees("━ detail")
	x.keys("Escape", "Space")
	x.sees("✓ checked")
	x.keys("m", "c", "a", "l", "l")
	x.sees("call")
	x.keys("Escape")
	x.sees("note    call")
	x.keys("3")
	x.sees("[≈ 4 variants]")
	x.keys("3", "/", "r", "a", "d", "a", "r", "Enter")
	x.sees("hit 1/2")
	x.keys("Escape")
	x.run("resize-window", "-t", "s", "-x", "80", "-y", "24")
	x.sees("differences, worst first")
	x.run("resize-window", "-t", "s", "-x", "140", "-y", "40")
	x.sees("Passengers rescued after")
	x.keys("e")
	x.sees("exported to")
	x.keys("q")
	x.left(0)
	for _, name := range []string{"marks.json", "report.md"} {
		if _, err := os.Stat(filepath.Join(folder, name)); err != nil {
			t.Error(err)
		}
	}
}

// left sees that the program is gone and the terminal as it was found: what
// stood there before, a cursor, and keys that are echoed and make lines.
func (x tmux) left(code int) {
	x.t.Helper()
	x.sees(fmt.Sprint("after ", code))
	frame := x.run("capture-pane", "-p", "-t", "s")
	for _, words := range []string{"before", " echo", " icanon", "\nisig", "\nopost"} {
		if !strings.Contains(frame, words) {
			x.t.Errorf("%q is not on the screen afterwards:\n%s", words, frame)
		}
	}
	if flags := strings.TrimSpace(x.run("display-message", "-p", "-t", "s", "#{cursor_flag}#{alternate_on}#{mouse_any_flag}")); flags != "100" {
		x.t.Errorf("cursor, alternate screen, mouse: %s, want 100", flags)
	}
}

func TestTerminalAfterPanic(t *testing.T) {
	x := startTmux(t, "panicking", 140, 40)
	x.sees("WORST")
	x.keys("n", "M", "P")
	x.left(1)
	x.sees("ended: running the reader: a fault in the program: a fault in the reader (doubletake/ui.panicking.Update, journey_test.go:")
	if frame := x.run("capture-pane", "-p", "-t", "s"); strings.Contains(frame, "goroutine") {
		t.Errorf("more than a line of it:\n%s", frame)
	}
}

func TestTerminalAfterSIGTERM(t *testing.T) {
	x := startTmux(t, "reading", 100, 40)
	x.sees("WORST")
	shell := strings.TrimSpace(x.run("display-message", "-p", "-t", "s", "#{pane_pid}"))
	if out, err := exec.Command("pkill", "-TERM", "-P", shell).CombinedOutput(); err != nil {
		t.Skipf("pkill: %v %s", err, out)
	}
	x.left(0)
}

func TestCancelLoading(t *testing.T) {
	x := startTmux(t, "slow", 80, 24)
	x.sees("linking claims")
	x.keys("Escape")
	x.left(3)
}
