// This file holds the README to the program: its commands run, its flags and keys
// are there, and it leaves no flag out.

package command

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"doubletake/seeds"
	"doubletake/ui/keys"

	"github.com/spf13/pflag"
)

const root = "../.."

func readme(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// commands is the lines of the README's shell blocks, without their comments.
func commands(t *testing.T) []string {
	t.Helper()
	var out []string
	for i, block := range strings.Split(readme(t), "```") {
		body, ok := strings.CutPrefix(block, "sh\n")
		if i%2 == 0 || !ok {
			continue
		}
		for _, line := range strings.Split(strings.TrimSpace(body), "\n") {
			line, _, _ = strings.Cut(line, " #")
			out = append(out, strings.TrimSpace(line))
		}
	}
	return out
}

func TestReadmeCommands(t *testing.T) {
	if _, err := exec.LookPath("sh"); err != nil || runtime.GOOS == "windows" {
		t.Skip("no shell")
	}
	dir := workplace(t)
	ran := 0
	for _, line := range commands(t) {
		t.Run(line, func(t *testing.T) {
			words := strings.Fields(line)
			switch {
			case slices.Contains(words, "serve"), strings.Contains(line, "https://"), words[0] == "ssh", words[0] == "go", words[0] == "docker", words[0] == "podman", words[0] == "sudo":
				return // waits, asks the network, or is what runs this test; its flags are looked at below
			}
			cmd := exec.CommandContext(t.Context(), "sh", "-c", line)
			cmd.Dir = dir
			cmd.Env = append(os.Environ(), "PATH="+filepath.Join(dir, "bin")+":"+os.Getenv("PATH"), "XDG_STATE_HOME="+dir, asProgram+"=1")
			out, err := cmd.CombinedOutput()
			want := 0
			if strings.Contains(line, "--exit-code") {
				want = conflicts
			}
			if code := cmd.ProcessState.ExitCode(); code != want || strings.Contains(string(out), "doubletake: ") {
				t.Errorf("exit %d, %v: %.300s", code, err, out)
			}
			ran++
		})
	}
	if ran < 8 {
		t.Errorf("%d commands ran", ran)
	}
}

// workplace is a folder with the files that the README names, and a doubletake to
// run on them.
func workplace(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	s := seeds.Sample()
	for _, name := range []string{"left.txt", "articles/fire-a.txt"} {
		write(t, dir, name, string(s.Left))
	}
	for _, name := range []string{"right.txt", "right.html", "third.md", "articles/fire-b.txt"} {
		write(t, dir, name, string(s.Right))
	}
	self, err := filepath.Abs(os.Args[0])
	if err != nil {
		t.Fatal(err)
	}
	for name, script := range map[string]string{"doubletake": fmt.Sprintf("exec %q \"$@\"", self), "pbpaste": "exec cat left.txt"} {
		if err := os.Chmod(write(t, dir, "bin/"+name, "#!/bin/sh\n"+script+"\n"), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestReadmeFlags(t *testing.T) {
	text := readme(t)
	known := make(map[string]bool)
	command := Program{}.root()
	command.InitDefaultHelpFlag()
	all := append(command.Commands(), command)
	for _, c := range all {
		c.LocalFlags().VisitAll(func(f *pflag.Flag) {
			known[f.Name] = true
			if c == command && f.Name != "help" && !strings.Contains(text, "--"+f.Name) {
				t.Errorf("the README leaves out --%s", f.Name)
			}
		})
	}
	for _, m := range regexp.MustCompile("`[^`\n]*`|(?m)^(?:doubletake|.*\\| doubletake|ExecStart=).*$").FindAllString(text, -1) {
		for _, flag := range regexp.MustCompile(`(?:^|[\s`+"`"+`])--([a-z-]+)`).FindAllStringSubmatch(m, -1) {
			if !known[flag[1]] && !strings.Contains(m, "podman") && !strings.Contains(m, "docker") {
				t.Errorf("the README tells of --%s, which is not there: %s", flag[1], m)
			}
		}
	}
}

func TestReadmeKeys(t *testing.T) {
	bound := make(map[string]bool)
	for _, g := range keys.Default().Groups() {
		for _, b := range g.Bindings {
			for _, k := range b.Keys() {
				bound[strings.ReplaceAll(k, " ", "space")] = true
			}
		}
	}
	section := part(readme(t), "## Keys", "## ")
	rows := regexp.MustCompile(`(?m)^\| (.*?) \|`).FindAllStringSubmatch(section, -1)
	if len(rows) < 8 {
		t.Fatalf("%d rows of keys", len(rows))
	}
	for _, row := range rows {
		for _, k := range regexp.MustCompile("`([^`]+)`").FindAllStringSubmatch(row[1], -1) {
			if !bound[k[1]] {
				t.Errorf("the README tells of the key %s, which does nothing", k[1])
			}
		}
	}
}

func part(s, from, to string) string {
	_, s, _ = strings.Cut(s, from)
	s, _, _ = strings.Cut(s, "\n"+to)
	return s
}

func TestReadmeFiles(t *testing.T) {
	for _, m := range regexp.MustCompile(`\]\(([^)#:]+)\)`).FindAllStringSubmatch(readme(t), -1) {
		if _, err := os.Stat(filepath.Join(root, m[1])); err != nil {
			t.Errorf("the README points at %s: %v", m[1], err)
		}
	}
}
