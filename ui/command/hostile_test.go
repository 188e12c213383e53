//go:build unix

// This file gives the program everything that is no article, or tries to be more
// than one: each run ends within a time and a memory, in one clear line or in a
// comparison, and prints nothing that could steer a terminal.

package command

import (
	"bytes"
	"context"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"
	"unicode/utf16"

	"doubletake/seeds"
)

// The bounds on each run.
const (
	longestRun = 60 * time.Second // most take a tenth of a second; tests share their machine
	mostMemory = 500 << 20        // bytes, of which about 30 MB are the program itself
)

// scene is where a hostile input is laid out.
type scene struct {
	t    *testing.T
	dir  string
	site string // a server on this machine
	dead string // an address at which nothing answers
	tls  string // a server whose certificate nobody signed
	raw  string // a server that speaks no HTTP
}

func (s scene) file(name, data string) string { return write(s.t, s.dir, name, data) }

// hostile is one input, taken for the left article.
type hostile struct {
	name string
	lay  func(s scene) string // gives what is named on the command line
	want string               // in the line on standard error; "" where a comparison comes out
	args []string
	in   string // what is written to standard input, over and over while that stays open; "" for a closed one
}

const words = "The harbour master of Port Elian, Tomas Varga, told reporters on Monday that 12 people had been hurt on the ferry. "

func prose(name, data string) hostile {
	return hostile{name: name, lay: func(s scene) string { return s.file("a.txt", data) }}
}

func refused(name, want, data string) hostile {
	h := prose(name, data)
	h.want = want
	return h
}

func page(name, want, data string) hostile {
	return hostile{name: name, want: want, lay: func(s scene) string { return s.file("a.html", data) }}
}

func address(name, want, path string, args ...string) hostile {
	return hostile{name: name, want: want, args: append([]string{"--allow-private", "--timeout", "2s"}, args...), lay: func(s scene) string { return s.site + path }}
}

func wide(order string, mark bool) string {
	var b strings.Builder
	if mark {
		b.WriteString(map[string]string{"le": "\xff\xfe", "be": "\xfe\xff"}[order])
	}
	for _, u := range utf16.Encode([]rune(strings.Repeat(words, 3))) {
		if order == "le" {
			b.WriteString(string([]byte{byte(u), byte(u >> 8)}))
		} else {
			b.WriteString(string([]byte{byte(u >> 8), byte(u)}))
		}
	}
	return b.String()
}

// inputs is the table.
func inputs() []hostile {
	paragraphs := strings.Repeat("<p>"+words+"</p>", 3)
	return []hostile{
		// Files that are not there, or are none.
		{name: "missing", want: "no such file", lay: func(s scene) string { return filepath.Join(s.dir, "none.txt") }},
		{name: "a folder in the way", want: "not a directory", lay: func(s scene) string { return filepath.Join(s.file("a.txt", words), "b.txt") }},
		{name: "empty folder", want: "1 article found", lay: func(s scene) string { return s.t.TempDir() }},
		{name: "name too long", want: "could not be read", lay: func(s scene) string { return filepath.Join(s.dir, strings.Repeat("a", 300)) }},
		{name: "name with escapes", want: "no such file", lay: func(s scene) string { return filepath.Join(s.dir, "\x1b]0;owned\x07\x1b[31m\u202e.txt") }},
		{name: "name with a line break", want: "no such file", lay: func(s scene) string { return filepath.Join(s.dir, "a\nb\rc.txt") }},
		{name: "dangling link", want: "no such file", lay: func(s scene) string { return s.link("nowhere", "a.txt") }},
		{name: "link to itself", want: "could not be read", lay: func(s scene) string { return s.link("a.txt", "a.txt") }},
		{name: "socket", want: "could not be read", lay: scene.socket},
		{name: "endless device", want: "is larger than 10 MB", lay: func(scene) string { return "/dev/zero" }},
		{name: "empty device", want: "is empty", lay: func(scene) string { return os.DevNull }},
		{name: "pipe that nobody writes to", want: "did not end within 1s", args: []string{"--timeout", "1s"}, lay: scene.fifo},
		{name: "pipe that drips", want: "did not end within 1s", args: []string{"--timeout", "1s"}, lay: scene.drippingFifo},
		{name: "file of 200 MB", want: "is larger than 10 MB", lay: func(s scene) string { return s.sparse("a.txt", 200<<20) }},
		{name: "file of a byte too many", want: "is larger than 10 MB", lay: func(s scene) string { return s.sparse("a.txt", 10<<20+1) }},
		{name: "file that grows", want: "is larger than 10 MB", lay: scene.growing},

		// Data that is no text.
		refused("empty", "is empty", ""),
		refused("white space", "is empty", " \n\t\r\n\u00a0\u200b\ufeff"),
		refused("nothing but a mark", "is empty", "\ufeff"),
		refused("nothing but punctuation", "holds no words", "*** --- ... !!!"),
		refused("NUL", "is not text", words+"\x00"+words),
		refused("machine code", "is not text", "\x7fELF\x02\x01\x01\x00\x00"),
		refused("control characters", "is not text", strings.Repeat("\x01\x02\x03ab", 1000)),
		refused("PDF", "is a PDF; save it as plain text", "%PDF-1.7\n"+words),
		refused("office document", "is an archive or an office document", "PK\x03\x04"+words),
		refused("RTF", "is RTF", "{\\rtf1 "+words),
		refused("gzip", "is compressed", "\x1f\x8b\x08"+words),
		refused("picture", "is a picture", "\x89PNG\r\n\x1a\n"+words),
		refused("UTF-32", "is UTF-32", "\xff\xfe\x00\x00T\x00\x00\x00"),
		refused("three megabytes of text", "holds more than 2 MB of text", strings.Repeat(words, 3<<20/len(words))),

		// Texts in every encoding and with every line end.
		prose("UTF-8 with a mark", "\ufeff"+words+words),
		prose("UTF-16 little", wide("le", true)),
		prose("UTF-16 big", wide("be", true)),
		prose("UTF-16 without a mark", wide("le", false)),
		prose("Windows-1252", "Le ma\xeetre du port, \x93Tomas Varga\x94, a dit\x85 "+words),
		prose("broken UTF-8", "“"+words+"\xe2\x80 \xff”"+words),
		prose("CRLF", strings.ReplaceAll(words+"\n\n"+words+"\n", "\n", "\r\n")),
		prose("CR alone", words+"\r\r"+words),
		prose("no final newline", words),
		prose("soft hyphens and hard spaces", strings.ReplaceAll(strings.ReplaceAll(words, "reporters", "re\u00adport\u00aders"), " on ", "\u00a0on\u202f")),
		prose("every quotation mark", "„So“, ‚so‘, «so», »so«, “so”, ‘so’, \"so\", 'so', ``so'', 「so」, said Tomas Varga. "+words),

		// Texts that want to be more than text.
		prose("escape sequences", "\x1b[2J\x1b[H\x1b[31m"+words+"\x1b[?1049h\x1bc\x1b(0"),
		prose("title, clipboard, link", "\x1b]0;owned\x07\x1b]52;c;b3duZWQ=\x1b\\\x1b]8;;http://evil.example\x1b\\"+words+"\x1b]8;;\x1b\\"),
		prose("unclosed sequence", words+"\x1b]0;"+words+"\x1bP"+words+"\x1b["),
		prose("C1 controls", words+"\u009b31m\u009d0;owned\u009c\u0090q\u009c"+words),
		prose("raw C1", words+"\x9b31m"+words),
		prose("backspaces and bells", words+"\b\b\b\a\x7f\v\f"+words),
		prose("bidirectional", words+"\u202e\u2066\u2067\u2069\u200f\u061c"+words),
		prose("zero width", strings.ReplaceAll(words, "e", "e\u200b\u200d\u2060\ufeff")),
		prose("tags", words+"\U000e0001\U000e0068\U000e0069\U000e007f"),
		prose("a thousand accents", "e"+strings.Repeat("\u0301", 1000)+" "+words),
		prose("private use and no characters", words+"\ue000\uffff\U0010ffff\ufdd0"),
		prose("emoji families", words+strings.Repeat("👩‍👩‍👧‍👦🏳️‍🌈", 100)),
		prose("markdown and HTML", "# [x](javascript:alert(1)) <script>alert(1)</script>\n\n"+words+"![x](http://evil.example/p.png)"),

		// Texts that are hard to chew.
		prose("a megabyte of newlines", words+strings.Repeat("\n", 1<<20)+words),
		prose("one word of a megabyte", strings.Repeat("x", 1<<20)),
		prose("brackets", strings.Repeat("(", 200_000)+words),
		prose("opening quotation marks", strings.Repeat("“", 100_000)+words),
		prose("markdown links", strings.Repeat("[](", 100_000)+words),
		prose("capitals", strings.Repeat("Aa Bb ", 20_000)),
		prose("figures", strings.Repeat("12 17 3, ", 10_000)),
		prose("dates", strings.Repeat("May 1, 2025 to ", 4_000)),
		prose("names", strings.Repeat("Mr. Smith, the minister, ", 5_000)),
		prose("one letter a line", strings.Repeat("a\n", 100_000)),

		// Pages.
		page("page with controls as entities", "", "<html><body><article><h1>&#27;]0;owned&#7;</h1>"+paragraphs+"<p>&#155;31m&#8238;"+words+"</p></article></body></html>"),
		page("page of 100,000 levels", "is nested too deep", strings.Repeat("<div>", 100_000)+words),
		page("page of a million elements", "too many parts", "<html><p>"+words+strings.Repeat("<i></i>", 1_000_000)),
		page("page of one attribute", "", "<html><body><p class=\""+strings.Repeat("a ", 2<<20)+"\">"+words+"</p>"+paragraphs),
		page("page of open brackets", "no article", "<html>"+strings.Repeat("<", 5<<20)),
		page("page of comments", "too many parts", "<html><body>"+strings.Repeat("<!-- -->", 300_000)+paragraphs),
		page("page of a script", "no article", "<html><script>"+strings.Repeat("var a = '"+words+"';", 1000)+"</script></html>"),
		page("page of a menu", "no article", "<html><body><ul>"+strings.Repeat("<li><a href=/>Ferry strikes pier</a></li>", 100)+"</ul></body></html>"),
		page("page behind a wall", "paywall", "<html><body><p>A ferry.</p><div class=paywall>Subscribe.</div></body></html>"),
		page("page with deep JSON", "", "<html><head><script type='application/ld+json'>"+strings.Repeat("[", 1<<20)+"</script></head><body>"+paragraphs),
		page("page with a lie about its encoding", "", "<html><head><meta charset=\"utf-16\"></head><body>"+paragraphs+"“ ”"),
		page("billion laughs", "no article", "<?xml version=\"1.0\"?><!DOCTYPE html [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]><html><body><p>&b;&b;&b;</p></body></html>"),

		// Standard input.
		{name: "standard input that says nothing", want: "did not end within 1s", args: []string{"--timeout", "1s"}, lay: stdin, in: nothing},
		{name: "standard input that never ends", want: "is larger than 10 MB", lay: stdin, in: words},
		{name: "no standard input", want: "is empty", lay: stdin},

		// Addresses.
		address("not found", "answers 404 Not Found", "/404"),
		address("server error", "answers 500", "/500"),
		address("forbidden", "may not be read (403 Forbidden)", "/403"),
		address("picture", "is image/png and not an article", "/picture"),
		address("text that is a picture", "is a picture", "/liar"),
		address("content type with escapes", "could not be read", "/odd"),
		address("empty answer", "is empty", "/empty"),
		address("endless redirect", "leads on more than 5 times", "/round"),
		address("redirect to a file", "leads on to file:///etc/passwd", "/to-file"),
		address("redirect with escapes", "could not be read", "/to-escapes"),
		address("byte a moment", "took longer than 2s", "/drip"),
		address("silence", "took longer than 2s", "/silent"),
		address("gzip bomb", "is larger than 10 MB", "/bomb", "--timeout", "45s"), // unpacking is slow under the race detector
		address("broken gzip", "could not be read", "/broken-gzip"),
		address("endless answer", "is larger than 10 MB", "/endless"),
		address("endless head", "could not be read", "/head"),
		address("cut short", "could not be read", "/cut"),
		address("article", "", "/article"),
		{name: "private address", want: "leads into a private network", lay: func(s scene) string { return s.site + "/article" }},
		{name: "nobody answers", want: "nothing answers at", args: []string{"--allow-private"}, lay: func(s scene) string { return s.dead }},
		{name: "no such host", want: "no-such-host.invalid", args: []string{"--timeout", "5s"}, lay: func(scene) string { return "http://no-such-host.invalid/" }},
		{name: "unknown certificate", want: "certificate is not to be trusted", args: []string{"--allow-private"}, lay: func(s scene) string { return s.tls }},
		{name: "no HTTP", want: "could not be read", args: []string{"--allow-private"}, lay: func(s scene) string { return s.raw }},
		{name: "ftp", want: "ftp addresses are not read", lay: func(scene) string { return "ftp://example.org/a" }},
		{name: "file address", want: "name the file itself", lay: func(scene) string { return "file:///etc/passwd" }},
		{name: "address with escapes", want: "is no address", lay: func(scene) string { return "http://\x1b[31mexample.org/\u202e" }},
	}
}

func stdin(scene) string { return "-" }

func (s scene) link(to, name string) string {
	path := filepath.Join(s.dir, name)
	if err := os.Symlink(to, path); err != nil {
		s.t.Skip("no symbolic links here:", err)
	}
	return path
}

func (s scene) sparse(name string, size int64) string {
	path := s.file(name, words)
	if err := os.Truncate(path, size); err != nil {
		s.t.Fatal(err)
	}
	return path
}

func (s scene) socket() string {
	folder, err := os.MkdirTemp("", "s") // a socket's path has to be short
	if err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() { _ = os.RemoveAll(folder) })
	path := filepath.Join(folder, "s")
	l, err := net.Listen("unix", path)
	if err != nil {
		s.t.Skip("no sockets here:", err)
	}
	s.t.Cleanup(func() { _ = l.Close() })
	return path
}

func (s scene) fifo() string {
	path := filepath.Join(s.dir, "pipe")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		s.t.Skip("no pipes here:", err)
	}
	return path
}

// drip writes to a file until the test ends.
func (s scene) drip(path string, flag int, data string, pause time.Duration) {
	done := make(chan struct{})
	s.t.Cleanup(func() { close(done) })
	go func() {
		f, err := os.OpenFile(path, flag, 0)
		if err != nil {
			return
		}
		defer f.Close()
		for {
			select {
			case <-done:
				return
			default:
			}
			if _, err := io.WriteString(f, data); err != nil {
				return
			}
			time.Sleep(pause)
		}
	}()
}

func (s scene) drippingFifo() string {
	path := s.fifo()
	s.drip(path, os.O_RDWR, "a", 50*time.Millisecond)
	return path
}

// growing is a file that is written to faster than it is read, up to a bound.
func (s scene) growing() string {
	path := s.file("a.txt", words)
	f, err := os.OpenFile(path, os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		s.t.Fatal(err)
	}
	if _, err := f.WriteString(strings.Repeat(words, 12<<20/len(words))); err != nil {
		s.t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		s.t.Fatal(err)
	}
	s.drip(path, os.O_APPEND|os.O_WRONLY, strings.Repeat(words, 1000), 20*time.Millisecond)
	return path
}

// nothing is written to a standard input that stays open.
const nothing = "nothing"

// pipe is a standard input. It stays open until the test ends.
func (s scene) pipe(data string) *os.File {
	from, to, err := os.Pipe()
	if err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() { _ = from.Close(); _ = to.Close() })
	if data != nothing {
		go func() {
			for err := error(nil); err == nil; {
				_, err = io.WriteString(to, strings.Repeat(data, 1000))
			}
		}()
	}
	return from
}

func TestHostile(t *testing.T) {
	secret := httptest.NewTLSServer(http.NotFoundHandler())
	secret.Config.ErrorLog = log.New(io.Discard, "", 0)
	t.Cleanup(secret.Close)
	at := scene{site: site(t), dead: listener(t, false), tls: secret.URL, raw: listener(t, true)}
	all := inputs()
	if len(all) < 60 {
		t.Errorf("%d inputs", len(all))
	}
	t.Run("each", func(t *testing.T) { // so that the servers outlive the parallel runs
		for _, h := range all {
			t.Run(h.name, func(t *testing.T) {
				t.Parallel()
				s := at
				s.t, s.dir = t, t.TempDir()
				left := h.lay(s)
				s.check(h, append(h.args, left, s.file("right.txt", string(seeds.Sample().Right))))
			})
		}
	})
}

// check runs the program as a process of its own.
func (s scene) check(h hostile, args []string) {
	t := s.t
	ctx, cancel := context.WithTimeout(t.Context(), longestRun)
	defer cancel()
	cmd := exec.CommandContext(ctx, os.Args[0], args...)
	cmd.Env = append(os.Environ(), asProgram+"=1", "XDG_STATE_HOME="+s.dir)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if h.in != "" {
		cmd.Stdin = s.pipe(h.in)
	}
	start := time.Now()
	err := cmd.Run()
	if cmd.ProcessState != nil && cmd.ProcessState.ExitCode() >= 0 {
		err = nil // what the exit code means is looked at below
	}
	switch {
	case ctx.Err() != nil:
		t.Fatalf("still running after %s", time.Since(start).Round(time.Second))
	case err != nil:
		t.Fatalf("%v: %s", err, errs.String())
	}
	if used := memory(cmd); used > mostMemory && !raced {
		t.Errorf("took %d MB", used>>20)
	}
	if h.want == "" && (cmd.ProcessState.ExitCode() != done || errs.Len() > 0 || !strings.HasPrefix(out.String(), "LEFT ")) {
		t.Errorf("exit %d, said %q, printed %.100q", cmd.ProcessState.ExitCode(), errs.String(), out.String())
	}
	if h.want != "" && (cmd.ProcessState.ExitCode() != trouble || out.Len() > 0 || strings.Count(errs.String(), "\n") != 1 || !strings.Contains(errs.String(), h.want)) {
		t.Errorf("exit %d, printed %.100q, said %q, want %q", cmd.ProcessState.ExitCode(), out.String(), errs.String(), h.want)
	}
	harmless(t, "standard output", out.String())
	harmless(t, "standard error", errs.String())
}

// memory is the most that a process that has ended held, in bytes.
func memory(cmd *exec.Cmd) int64 {
	usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0
	}
	if runtime.GOOS == "darwin" {
		return usage.Maxrss
	}
	return usage.Maxrss << 10
}
