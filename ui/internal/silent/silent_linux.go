package silent

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/sys/unix"
)

// Terminal is one terminal. It closes with its test.
type Terminal struct {
	Keyboard *os.File // what is written to it the program reads
	Line     *os.File // the program's end

	t     *testing.T
	drawn chan []byte
	seen  bytes.Buffer
}

// Open makes a terminal of w by h cells. The test skips where none can be made.
func Open(t *testing.T, w, h uint16) *Terminal {
	t.Helper()
	keyboard, err := os.OpenFile("/dev/ptmx", os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		t.Skip("no terminal can be made here:", err)
	}
	line, err := other(keyboard, w, h)
	if err != nil {
		_ = keyboard.Close()
		t.Skip("no terminal can be made here:", err)
	}
	x := &Terminal{Keyboard: keyboard, Line: line, t: t, drawn: make(chan []byte, 1000)}
	t.Cleanup(func() { _ = line.Close(); _ = keyboard.Close() })
	go x.watch()
	return x
}

// other opens the program's end of a terminal.
func other(keyboard *os.File, w, h uint16) (*os.File, error) {
	fd := int(keyboard.Fd())
	n, err := unix.IoctlGetInt(fd, unix.TIOCGPTN)
	if err == nil {
		err = unix.IoctlSetPointerInt(fd, unix.TIOCSPTLCK, 0)
	}
	if err == nil {
		err = unix.IoctlSetWinsize(fd, unix.TIOCSWINSZ, &unix.Winsize{Row: h, Col: w})
	}
	if err != nil {
		return nil, err
	}
	return os.OpenFile(fmt.Sprintf("/dev/pts/%d", n), os.O_RDWR|syscall.O_NOCTTY, 0)
}

// watch takes what is drawn until the terminal is closed.
func (x *Terminal) watch() {
	for {
		buf := make([]byte, 64<<10)
		n, err := x.Keyboard.Read(buf)
		if err != nil {
			return
		}
		x.drawn <- buf[:n]
	}
}

// Start runs a program with the terminal as its own; it is killed with the test.
func (x *Terminal) Start(cmd *exec.Cmd) {
	x.t.Helper()
	cmd.Stdin, cmd.Stdout, cmd.Stderr = x.Line, x.Line, x.Line
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := cmd.Start(); err != nil {
		x.t.Fatal(err)
	}
	x.t.Cleanup(func() { _ = cmd.Process.Kill() })
}

// Type presses keys.
func (x *Terminal) Type(keys string) {
	x.t.Helper()
	if _, err := x.Keyboard.WriteString(keys); err != nil {
		x.t.Fatal(err)
	}
}

// Sees waits until all words have been drawn, and says how long that took.
func (x *Terminal) Sees(within time.Duration, words ...string) time.Duration {
	x.t.Helper()
	return x.until(within, func() bool {
		text := ansi.Strip(x.seen.String())
		for _, w := range words {
			if !strings.Contains(text, w) {
				return false
			}
		}
		return true
	}, words)
}

// Gets waits until bytes have come, escape sequences among them.
func (x *Terminal) Gets(within time.Duration, raw string) {
	x.t.Helper()
	x.until(within, func() bool { return strings.Contains(x.seen.String(), raw) }, raw)
}

func (x *Terminal) until(within time.Duration, done func() bool, what any) time.Duration {
	x.t.Helper()
	start, end := time.Now(), time.After(within)
	for !done() {
		select {
		case b := <-x.drawn:
			x.seen.Write(b)
		case <-end:
			x.t.Fatalf("%q does not come within %v:\n%q", what, within, x.seen.String())
		}
	}
	return time.Since(start)
}

// Drawn is what has come so far, as it came.
func (x *Terminal) Drawn() string { return x.seen.String() }

// Forget begins anew with what is drawn from now on.
func (x *Terminal) Forget() { x.seen.Reset() }

// Flags is the terminal's local modes: whether it echoes, makes lines and takes
// ctrl-c for a signal.
func (x *Terminal) Flags() uint32 {
	x.t.Helper()
	modes, err := unix.IoctlGetTermios(int(x.Line.Fd()), unix.TCGETS)
	if err != nil {
		x.t.Fatal(err)
	}
	return modes.Lflag
}
