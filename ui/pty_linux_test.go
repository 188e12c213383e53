package ui

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// pty is a terminal that shows nothing and answers nothing.
type pty struct {
	t      *testing.T
	master *os.File
	slave  *os.File
	bytes  chan []byte
	seen   bytes.Buffer
}

func openPty(t *testing.T, w, h uint16) *pty {
	t.Helper()
	master, err := os.OpenFile("/dev/ptmx", os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		t.Skip(err)
	}
	fd := int(master.Fd())
	n, err := unix.IoctlGetInt(fd, unix.TIOCGPTN)
	if err == nil {
		err = unix.IoctlSetPointerInt(fd, unix.TIOCSPTLCK, 0)
	}
	if err == nil {
		err = unix.IoctlSetWinsize(fd, unix.TIOCSWINSZ, &unix.Winsize{Row: h, Col: w})
	}
	if err != nil {
		t.Skip(err)
	}
	slave, err := os.OpenFile(fmt.Sprintf("/dev/pts/%d", n), os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		t.Skip(err)
	}
	p := &pty{t: t, master: master, slave: slave, bytes: make(chan []byte, 1000)}
	t.Cleanup(func() { _ = slave.Close(); _ = master.Close() })
	go func() {
		for {
			buf := make([]byte, 64<<10)
			n, err := master.Read(buf)
			if err != nil {
				return
			}
			p.bytes <- buf[:n]
		}
	}()
	return p
}

// start runs the program on the terminal.
func (p *pty) start(how string) *exec.Cmd {
	p.t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), as+"="+how, "TERM=xterm-256color", "DOUBLETAKE_TEST_MARKS="+filepath.Join(p.t.TempDir(), "m.json"))
	cmd.Stdin, cmd.Stdout, cmd.Stderr = p.slave, p.slave, p.slave
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := cmd.Start(); err != nil {
		p.t.Fatal(err)
	}
	p.t.Cleanup(func() { _ = cmd.Process.Kill() })
	return cmd
}

// sees waits until all words have come, and says how long that took.
func (p *pty) sees(within time.Duration, words ...string) time.Duration {
	p.t.Helper()
	start, end := time.Now(), time.After(within)
	for {
		all := true
		for _, w := range words {
			all = all && strings.Contains(plain(p.seen.String()), w)
		}
		if all {
			return time.Since(start)
		}
		select {
		case b := <-p.bytes:
			p.seen.Write(b)
		case <-end:
			p.t.Fatalf("%q do not come within %v:\n%q", words, within, p.seen.String())
		}
	}
}

// TestSilentTerminal starts the reader on a terminal that never answers: the
// first full frame is there within 100 ms. The best of some starts counts, since
// the machine may be busy with other tests.
func TestSilentTerminal(t *testing.T) {
	const wanted = 100 * time.Millisecond
	best := time.Hour
	for range 10 {
		p := openPty(t, 100, 30)
		cmd := p.start("loading")
		best = min(best, p.sees(10*time.Second, "EVENT", "VOICES", "quit"))
		if !strings.Contains(p.seen.String(), "\x1b]11;?") {
			t.Error("the terminal was not asked for its background")
		}
		if _, err := p.master.WriteString("q"); err != nil {
			t.Fatal(err)
		}
		if err := cmd.Wait(); err != nil {
			t.Fatal(err)
		}
		if best < wanted {
			t.Logf("first frame after %v", best)
			return
		}
	}
	t.Errorf("first frame after %v, want %v", best, wanted)
}

// TestAnsweringTerminal answers the question late and in the middle of keys: the
// theme follows, and no key is lost or made up.
func TestAnsweringTerminal(t *testing.T) {
	p := openPty(t, 100, 30)
	cmd := p.start("reading")
	p.sees(10*time.Second, "WORST")
	before, err := unix.IoctlGetTermios(int(p.slave.Fd()), unix.TCGETS)
	if err != nil {
		t.Fatal(err)
	}
	if before.Lflag&unix.ECHO != 0 {
		t.Error("the terminal echoes while the program runs")
	}
	p.seen.Reset()
	if _, err := p.master.WriteString("n\x1b]11;rgb:ffff/ffff/ffff\x1b\\n"); err != nil {
		t.Fatal(err)
	}
	p.sees(10*time.Second, "injured?", "2/13")
	// The conflict colour of the light theme: #b3290b.
	for end := time.Now().Add(5 * time.Second); !strings.Contains(p.seen.String(), "38;2;179;40;11"); {
		select {
		case b := <-p.bytes:
			p.seen.Write(b)
		case <-time.After(time.Until(end)):
			t.Fatal("the theme does not follow the answer")
		}
	}
	if _, err := p.master.WriteString("q"); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); err != nil {
		t.Fatal(err)
	}
	after, err := unix.IoctlGetTermios(int(p.slave.Fd()), unix.TCGETS)
	if err != nil {
		t.Fatal(err)
	}
	if after.Lflag&(unix.ECHO|unix.ICANON|unix.ISIG) != unix.ECHO|unix.ICANON|unix.ISIG {
		t.Error("the terminal is not as it was found")
	}
}
