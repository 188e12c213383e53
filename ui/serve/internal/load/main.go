// Load measures a server under a crowd of guests: it starts one as a process of
// its own, on this machine, and prints how long keys took to be answered and what
// the server used. Linux only, for its figures come from /proc.
//
//	go run ./ui/serve/internal/load -guests 200 -for 30s
package main

import (
	"context"
	"flag"
	"fmt"
	"net"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"doubletake/ui/serve"
	"doubletake/ui/serve/internal/crowd"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "load:", err)
		os.Exit(1)
	}
}

func run() error {
	var p crowd.Plan
	flag.IntVar(&p.Guests, "guests", 200, "this many guests at once")
	flag.DurationVar(&p.Join, "join", 10*time.Second, "all come within this time")
	flag.DurationVar(&p.For, "for", 30*time.Second, "each presses keys for this time")
	flag.DurationVar(&p.Every, "every", 200*time.Millisecond, "the time from one key to the next")
	flag.IntVar(&p.Cols, "cols", 120, "width of the terminals")
	flag.IntVar(&p.Rows, "rows", 40, "height of the terminals")
	flag.IntVar(&p.Mixed, "mixed", 0, "the terminals are up to so many columns narrower or wider")
	address := flag.String("host", "", "be the server on this address (the program starts itself with it)")
	flag.Parse()
	p.Patient = 5 * time.Second
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	if *address != "" {
		return host(ctx, *address)
	}
	return measure(ctx, p)
}

// host is the server, without limits that a crowd from one address would meet.
func host(ctx context.Context, address string) error {
	o := serve.Default()
	o.Listen, o.HostKey = address, filepath.Join(os.Getenv("STATE_DIRECTORY"), "key")
	o.MaxSessions, o.MaxPerAddress, o.Rate = 10_000, 0, 0
	o.Grace = time.Second
	o.Log, o.Env = os.Stderr, os.Getenv
	return serve.Run(ctx, o, nil)
}

func measure(ctx context.Context, p crowd.Plan) error {
	address, err := free(ctx)
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "load")
	if err != nil {
		return fmt.Errorf("making a folder: %w", err)
	}
	defer func() { _ = os.RemoveAll(dir) }() // what stays behind is in the folder for such things
	server, err := start(ctx, address, dir)
	if err != nil {
		return err
	}
	before := server.usage()
	fmt.Printf("%d guests at %dx%d, a key every %v for %v\n", p.Guests, p.Cols, p.Rows, p.Every, p.For)
	fmt.Printf("server at the start: %v\n", before)

	var there usage
	begun := time.Now()
	r := crowd.Run(ctx, address, p, func() {
		begun = time.Now()
		there = server.usage()
		fmt.Printf("server when all have come: %v\n", there)
	})
	after := server.usage()
	share := 100 * (after.cpu - there.cpu).Seconds() / time.Since(begun).Seconds()
	fmt.Printf("server from then until the last has gone: %.0f %% of a core; most memory ever: %d MB\n", share, server.peak())
	print(r)
	time.Sleep(3 * time.Second)
	fmt.Printf("server 3 s after: %v\n", server.usage())
	return server.stop()
}

func print(r crowd.Result) {
	ms := func(d time.Duration) string { return fmt.Sprintf("%.1f ms", float64(d.Microseconds())/1000) }
	fmt.Printf("guests: %d came, %d failed %v\n", r.Joined, r.Failed, r.Errors)
	fmt.Printf("keys: %d pressed, %d unanswered; answered within p50 %s, p90 %s, p99 %s, max %s; %d bytes a key\n", r.Keys, r.Unanswered,
		ms(crowd.Percentile(r.Answers, .5)), ms(crowd.Percentile(r.Answers, .9)), ms(crowd.Percentile(r.Answers, .99)), ms(crowd.Percentile(r.Answers, 1)),
		r.Bytes/int64(max(r.Keys, 1)))
}

// free is an address on this machine that nobody listens on.
func free(ctx context.Context) (string, error) {
	var c net.ListenConfig
	l, err := c.Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return "", fmt.Errorf("looking for a free address: %w", err)
	}
	return l.Addr().String(), l.Close()
}

// process is the server as a process.
type process struct{ *exec.Cmd }

func start(ctx context.Context, address, dir string) (process, error) {
	self, err := os.Executable()
	if err != nil {
		return process{}, fmt.Errorf("starting the server: %w", err)
	}
	log, err := os.Create(filepath.Join(dir, "log"))
	if err != nil {
		return process{}, fmt.Errorf("starting the server: %w", err)
	}
	c := exec.CommandContext(context.WithoutCancel(ctx), self, "-host", address) // it is stopped by name, not by a kill
	c.Env = append(os.Environ(), "STATE_DIRECTORY="+dir)
	c.Stderr = log
	if err := c.Start(); err != nil {
		return process{}, fmt.Errorf("starting the server: %w", err)
	}
	for range 100 {
		if g, err := crowd.Dial(ctx, address, 80, 24); err == nil {
			g.Close()
			time.Sleep(time.Second)
			return process{c}, nil
		}
		time.Sleep(100 * time.Millisecond)
	}
	_ = c.Process.Kill() // it is of no use
	return process{}, fmt.Errorf("the server does not answer on %s", address)
}

func (p process) stop() error {
	if err := p.Process.Signal(syscall.SIGTERM); err != nil {
		return fmt.Errorf("stopping the server: %w", err)
	}
	if err := p.Wait(); err != nil {
		return fmt.Errorf("stopping the server: %w", err)
	}
	fmt.Println("server stopped with exit code 0")
	return nil
}

// usage is what a process uses.
type usage struct {
	megabytes int // resident
	cpu       time.Duration
}

func (u usage) String() string {
	return fmt.Sprintf("%d MB, %.1f s of CPU", u.megabytes, u.cpu.Seconds())
}

// usage reads /proc; it is zero where there is none.
func (p process) usage() usage {
	stat, _ := os.ReadFile(fmt.Sprintf("/proc/%d/stat", p.Process.Pid))
	_, rest, _ := strings.Cut(string(stat), ") ")
	f := strings.Fields(rest)
	if len(f) < 13 {
		return usage{}
	}
	user, _ := strconv.Atoi(f[11])
	system, _ := strconv.Atoi(f[12])
	const tick = 10 * time.Millisecond // USER_HZ is 100 wherever Linux runs Go
	return usage{megabytes: p.memory("VmRSS:"), cpu: time.Duration(user+system) * tick}
}

// peak is the most memory the process has had, in megabytes.
func (p process) peak() int { return p.memory("VmHWM:") }

func (p process) memory(field string) int {
	status, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", p.Process.Pid))
	_, rest, _ := strings.Cut(string(status), field)
	kb, _ := strconv.Atoi(strings.Fields(rest + " 0")[0])
	return kb >> 10
}
