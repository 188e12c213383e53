// This file opens the HTML report in a real browser.

package command

import (
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/net/html"
)

// browser is the name of a headless browser; the test skips where there is none.
func browser(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Skip("no Chromium")
	return ""
}

// visit opens an address and gives the page as it stands in the browser then, and
// what the browser had to say.
func visit(t *testing.T, address string, more ...string) (dom, log string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	args := append([]string{"--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
		"--disable-component-update", "--disable-sync", "--hide-scrollbars", "--enable-logging=stderr", "--log-level=0", "--user-data-dir=" + t.TempDir()}, more...)
	cmd := exec.CommandContext(ctx, browser(t), append(args, address)...)
	var out, errs strings.Builder
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		t.Skipf("the browser does not run here: %v\n%s", err, errs.String())
	}
	return out.String(), errs.String()
}

func TestBrowser(t *testing.T) {
	browser(t)
	dir := t.TempDir()
	left, right := pair(t, dir)
	report := run(t, "", "-f", "html", left, right).out
	var mu sync.Mutex
	var asked []string
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		defer mu.Unlock()
		asked = append(asked, r.URL.Path)
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write([]byte(report))
	}))
	t.Cleanup(s.Close)

	dom, log := visit(t, s.URL+"/report.html", "--dump-dom")
	for _, line := range strings.Split(log, "\n") {
		if strings.Contains(line, "CONSOLE") {
			t.Errorf("the browser complains: %s", line)
		}
	}
	mu.Lock()
	if len(asked) != 1 || asked[0] != "/report.html" {
		t.Errorf("asked for %q", asked)
	}
	mu.Unlock()
	doc, err := html.Parse(strings.NewReader(dom))
	if err != nil {
		t.Fatal(err)
	}
	marks, texts := 0, 0
	for n := range doc.Descendants() {
		switch {
		case n.Type != html.ElementNode:
		case n.Data == "mark":
			marks++
		case n.Data == "article" && strings.HasSuffix(value(n, "aria-label"), " article"):
			texts++
		}
	}
	if marks < 20 || texts != 2 {
		t.Errorf("%d marks in %d texts", marks, texts)
	}
	for _, name := range []string{"light", "dark", "print"} {
		shot(t, s.URL+"/report.html", filepath.Join(dir, name+".png"), name)
	}
}

// shot takes a picture of the page, and sees that there is something on it.
func shot(t *testing.T, address, path, how string) {
	t.Helper()
	more := []string{"--screenshot=" + path, "--window-size=1200,1600"}
	switch how {
	case "dark":
		more = append(more, "--blink-settings=preferredColorScheme=0")
	case "print":
		path = strings.TrimSuffix(path, ".png") + ".pdf"
		more = []string{"--no-pdf-header-footer", "--print-to-pdf=" + path}
	}
	visit(t, address, more...)
	if info, err := os.Stat(path); err != nil || info.Size() < 10_000 {
		t.Errorf("%s: %v", how, err)
	}
	if keep := os.Getenv("DOUBLETAKE_TEST_SHOTS"); keep != "" { // a folder to look at them in
		data, err := os.ReadFile(path)
		if err == nil {
			err = os.WriteFile(filepath.Join(keep, filepath.Base(path)), data, 0o644)
		}
		if err != nil {
			t.Error(err)
		}
	}
}

func value(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
