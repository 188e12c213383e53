package command

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"doubletake/model/article"
	"doubletake/model/compare"
	"doubletake/model/marks"
	"doubletake/model/report"
	"doubletake/seeds"

	"github.com/spf13/pflag"
)

// asProgram, in the environment of a child process, makes the test binary the
// program itself.
const asProgram = "DOUBLETAKE_TEST_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		os.Exit(Program{In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Env: os.Getenv}.Run(os.Args[1:]))
	}
	os.Exit(m.Run())
}

// outcome is what a run came to.
type outcome struct {
	code     int
	out, err string
}

// run runs the program in this process, without a terminal.
func run(t *testing.T, stdin string, args ...string) outcome {
	t.Helper()
	state := t.TempDir()
	env := func(name string) string {
		if name == "XDG_STATE_HOME" {
			return state
		}
		return ""
	}
	var out, err bytes.Buffer
	code := Program{In: strings.NewReader(stdin), Out: &out, Err: &err, Env: env}.Run(args)
	return outcome{code, out.String(), err.String()}
}

// write makes a file in a folder and gives its path.
func write(t *testing.T, dir, name, data string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(data), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// pair is two articles in files: those of an embedded pair.
func pair(t *testing.T, dir string) (left, right string) {
	t.Helper()
	s := seeds.Sample()
	return write(t, dir, "left.txt", string(s.Left)), write(t, dir, "right.txt", string(s.Right))
}

func TestErrors(t *testing.T) {
	dir := t.TempDir()
	left, right := pair(t, dir)
	link := filepath.Join(dir, "link.txt")
	if err := os.Symlink(left, link); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	empty := write(t, dir, "empty.txt", "")
	one := filepath.Join(dir, "one")
	write(t, one, "a.txt", "Two men met on Monday, and nobody else was there.")
	for _, c := range []struct {
		name string
		args []string
		want string
	}{
		{"missing", []string{left, filepath.Join(dir, "none.txt")}, "none.txt: no such file; check the name"},
		{"empty", []string{left, empty}, "empty.txt: is empty; an article needs some text"},
		{"one file twice", []string{left, left}, "are one file; name two articles"},
		{"a link to it", []string{left, link}, "are one file; name two articles"},
		{"standard input twice", []string{"-", "-"}, "standard input can be one article only"},
		{"one alone", []string{left}, "left.txt alone cannot be compared: name two articles, LEFT and RIGHT"},
		{"nearly a command", []string{"mann"}, "mann is no command: did you mean man?"},
		{"no article in a folder", []string{t.TempDir()}, "0 articles found; a comparison needs two"},
		{"one article in a folder", []string{one}, "1 article found; a comparison needs two"},
		{"one of three twice", []string{left, right, left}, "are one file"},
		{"one of three missing", []string{left, right, "none.txt"}, "none.txt: no such file"},
		{"unknown format", []string{"--format", "pdf"}, `unknown format "pdf": use text, json, markdown, html or csv`},
		{"unknown theme", []string{"--theme", "pink"}, `unknown theme "pink": use dark, light or auto`},
		{"unknown severity", []string{"--min-severity", "huge"}, `unknown severity "huge": use low, medium or high`},
		{"no time", []string{"--timeout", "0s"}, "a --timeout of 0s gives no time at all"},
		{"time without a unit", []string{"--timeout", "5"}, "--timeout"},
		{"misspelt flag", []string{"--fromat", "json"}, "unknown flag --fromat: did you mean --format?"},
		{"beginning of a flag", []string{"--out", "x"}, "unknown flag --out: did you mean --output?"},
		{"no flag at all", []string{"--zeppelin"}, "unknown flag --zeppelin: see doubletake --help"},
		{"no such letter", []string{"-z"}, "unknown flag -z: see doubletake --help"},
		{"flag without its value", []string{"--format"}, "flag needs an argument: --format"},
		{"report over an article", []string{"-o", left, left, right}, "left.txt: is one of the articles; name another file for the report"},
		{"report over a link to one", []string{"-o", link, left, right}, "link.txt: is one of the articles"},
		{"report over a folder", []string{"-o", dir, left, right}, "is a folder; name a file to write the report to"},
		{"report into no folder", []string{"-o", filepath.Join(dir, "no", "r.md"), left, right}, "there is no folder"},
		{"marks over an article", []string{"--marks", left, "-f", "html", left, right}, "left.txt: is one of the articles; name another file for the marks"},
		{"marks over the report", []string{"--marks", "x.md", "-o", "x.md", left, right}, "is to hold the marks and the report; name two files"},
		{"too much for man", []string{"man", "left"}, "unknown command"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := run(t, "", c.args...)
			if got.code != trouble || got.out != "" {
				t.Errorf("exit %d, printed %q", got.code, got.out)
			}
			if !strings.HasPrefix(got.err, "doubletake: ") || !strings.Contains(got.err, c.want) || strings.Count(got.err, "\n") != 1 {
				t.Errorf("said %q, want %q", got.err, c.want)
			}
		})
	}
	for _, path := range []string{left, right} {
		if info, err := os.Stat(path); err != nil || info.Size() < 100 {
			t.Errorf("%s is gone: %v", path, err)
		}
	}
}

func TestPrint(t *testing.T) {
	dir := t.TempDir()
	left, right := pair(t, dir)
	data, err := os.ReadFile(left)
	if err != nil {
		t.Fatal(err)
	}
	begin := map[report.Format]string{
		report.AsText: "LEFT ", report.AsJSON: "{\n \"schema\": 1,", report.AsMarkdown: "# Two tellings", report.AsHTML: "<!doctype html>", report.AsCSV: "id,kind,relation",
	}
	for f, want := range begin {
		plain := run(t, "", "--format", string(f), left, right)
		if plain.code != done || plain.err != "" || !strings.HasPrefix(plain.out, want) {
			t.Errorf("%s: exit %d, %q, %.60q", f, plain.code, plain.err, plain.out)
		}
		piped := run(t, string(data), "-f", string(f), "-", right)
		if same := strings.ReplaceAll(plain.out, left, "standard input"); piped.out != same && f != report.AsCSV {
			t.Errorf("%s: standard input gives something else", f)
		}
	}
	if got := run(t, ""); got.code != done || !strings.Contains(got.out, "Murhaf Abu Kasra") {
		t.Errorf("no arguments: %+v", got)
	}
}

func TestOutput(t *testing.T) {
	dir := t.TempDir()
	left, right := pair(t, dir)
	for name, want := range map[string]string{"r.html": "<!doctype html>", "r.JSON": "{", "r.md": "# Two", "r.csv": "id,", "r": "LEFT", "r.txt": "LEFT"} {
		path := filepath.Join(dir, name)
		got := run(t, "", "-o", path, left, right)
		data, err := os.ReadFile(path)
		if got != (outcome{}) || err != nil || !strings.HasPrefix(string(data), want) {
			t.Errorf("%s: %+v, %v, %.40q", name, got, err, data)
		}
	}
	over := write(t, dir, "over.md", "old")
	if err := os.Chmod(over, 0o600); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(dir, "latest.md")
	if err := os.Symlink(over, link); err != nil {
		t.Fatal(err)
	}
	if got := run(t, "", "-f", "json", "-o", link, left, right); got != (outcome{}) {
		t.Errorf("%+v", got)
	}
	data, _ := os.ReadFile(over)
	info, err := os.Stat(over)
	if err != nil || info.Mode().Perm() != 0o600 || !json.Valid(data) {
		t.Errorf("through a link: %v, %v, %.40q", err, info.Mode(), data)
	}
	if at, err := os.Readlink(link); err != nil || at != over {
		t.Errorf("the link is gone: %v", err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			t.Errorf("%s is left behind", e.Name())
		}
	}
	if os.Getuid() == 0 {
		return // who may write everywhere
	}
	locked := filepath.Join(dir, "locked")
	if err := os.Mkdir(locked, 0o500); err != nil {
		t.Fatal(err)
	}
	if got := run(t, "", "-o", filepath.Join(locked, "r.md"), left, right); got.code != trouble || !strings.Contains(got.err, "cannot be written") {
		t.Errorf("into a locked folder: %+v", got)
	}
}

// TestExport exports from inside the reader: a whole report under a new name each
// time, never over a file, be it an article, and nothing else in the folder.
func TestExport(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	const there = "an article that is called like a report"
	write(t, dir, "doubletake-report.md", there)
	s := seeds.Sample()
	c, err := compare.Compare(t.Context(), article.Parse(s.LeftName, string(s.Left)), article.Parse(s.RightName, string(s.Right)))
	if err != nil {
		t.Fatal(err)
	}
	set := marks.Set{marks.OfFact(c, 0): {State: marks.Checked, Note: "asked the ministry"}}
	var want bytes.Buffer
	if err := report.Markdown(&want, c, set); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"doubletake-report-2.md", "doubletake-report-3.md"} {
		where, err := export(c, set)
		if err != nil || where != name {
			t.Fatalf("exported to %q, %v; want %q", where, err, name)
		}
		data, err := os.ReadFile(name)
		if err != nil || !bytes.Equal(data, want.Bytes()) || !bytes.Contains(data, []byte("asked the ministry")) {
			t.Errorf("%s: %v, %.200q", name, err, data)
		}
	}
	if data, err := os.ReadFile("doubletake-report.md"); err != nil || string(data) != there {
		t.Errorf("the file that was there: %v, %q", err, data)
	}
	if entries, err := os.ReadDir("."); err != nil || len(entries) != 3 {
		t.Errorf("%v, %v", entries, err)
	}
	if err := os.RemoveAll(dir); err != nil {
		t.Skip("a folder in use cannot be removed here:", err)
	}
	if where, err := export(c, set); err == nil || !strings.HasPrefix(err.Error(), "doubletake-report.md: cannot be written: ") {
		t.Errorf("into a folder that is gone: %q, %v", where, err)
	}
}

func TestExitCode(t *testing.T) {
	dir := t.TempDir()
	left, right := pair(t, dir)
	again := write(t, dir, "again.txt", string(seeds.Sample().Left))
	for _, c := range []struct {
		name string
		args []string
		want int
	}{
		{"conflicts", []string{left, right}, conflicts},
		{"none", []string{left, again}, done},
		{"trouble", []string{left, "none.txt"}, trouble},
		{"several", []string{left, right, again}, conflicts},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := run(t, "", append([]string{"--exit-code"}, c.args...)...); got.code != c.want {
				t.Errorf("exit %d, want %d: %s", got.code, c.want, got.err)
			}
		})
	}
	if got := run(t, "", left, right); got.code != done {
		t.Errorf("without --exit-code: %d", got.code)
	}
}

func TestMinSeverity(t *testing.T) {
	dir := t.TempDir()
	left, right := pair(t, dir)
	count := func(args ...string) (differing int) {
		got := run(t, "", append(args, "-f", "json", left, right)...)
		var d struct {
			Facts []struct{ Severity string }
		}
		if err := json.Unmarshal([]byte(got.out), &d); err != nil {
			t.Fatal(err, got.err)
		}
		for _, f := range d.Facts {
			if f.Severity != "" {
				differing++
			}
			if len(args) > 0 && args[1] == "high" && f.Severity != "" && f.Severity != "high" {
				t.Errorf("kept one of %s severity", f.Severity)
			}
		}
		return differing
	}
	all, high := count(), count("--min-severity", "high")
	if high >= all {
		t.Errorf("%d of %d left", high, all)
	}
	if got := run(t, "", "--min-severity", "high", left, right); !strings.Contains(got.out, "below high severity left out") {
		t.Errorf("nothing says that something is left out:\n%s", got.out)
	}
}

func TestFolder(t *testing.T) {
	dir := t.TempDir()
	for _, s := range seeds.Pairs()[:3] {
		write(t, dir, s.Name+"/left.txt", string(s.Left))
		write(t, dir, s.Name+"/right.txt", string(s.Right))
	}
	write(t, dir, "notes.pdf.txt", "%PDF-1.7 and so on")
	if got := run(t, "", filepath.Join(dir, "storm")); got.code != done || !strings.HasPrefix(got.out, "LEFT ") {
		t.Errorf("a folder of one pair: %+v", got)
	}
	got := run(t, "", dir)
	if got.code != done || !strings.HasPrefix(got.out, "ARTICLES") || strings.Count(got.out, "≠") != 3 {
		t.Errorf("a folder of three pairs: %+v", got)
	}
	var table struct{ Pairs []struct{ Name string } }
	if err := json.Unmarshal([]byte(run(t, "", "-f", "json", dir).out), &table); err != nil || len(table.Pairs) != 3 || table.Pairs[0].Name == "" {
		t.Errorf("%+v, %v", table, err)
	}
	if got := run(t, "", "-o", filepath.Join(dir, "storm", "left.txt"), dir); got.code != trouble || !strings.Contains(got.err, "is one of the articles") {
		t.Errorf("a report over an article in the folder: %+v", got)
	}
}

func TestKinds(t *testing.T) {
	dir := t.TempDir()
	_, right := pair(t, dir)
	s := string(seeds.Sample().Left)
	head, body, _ := strings.Cut(s, "\n\n")
	page := write(t, dir, "page.txt", "<!doctype html><html><head><meta charset=utf-8><title>"+head+` | The Post</title><meta property="article:published_time" content="2024-02-03T10:00:00Z"><meta property="og:site_name" content="The Post"></head><body><article><h1>`+head+"</h1><p>"+strings.ReplaceAll(strings.TrimSpace(body), "\n\n", "</p><p>")+"</p></article></body></html>")
	front := write(t, dir, "front.html", "---\ntitle: "+head+"\ndate: 2024-02-03\nsource: The Post\n---\n\n"+body)
	for _, path := range []string{page, front} {
		var d struct {
			Left struct{ Title, Outlet, Published string }
		}
		got := run(t, "", "-f", "json", path, right)
		if err := json.Unmarshal([]byte(got.out), &d); err != nil || d.Left.Published != "2024-02-03" || d.Left.Outlet != "The Post" || d.Left.Title != strings.TrimSpace(head) {
			t.Errorf("%s: %v, %+v, %s", filepath.Base(path), err, d.Left, got.err)
		}
	}
}

func TestHelp(t *testing.T) {
	help := run(t, "", "--help")
	if help.code != done || help.err != "" {
		t.Errorf("%+v", help)
	}
	page := run(t, "", "man")
	if page.code != done || !strings.HasPrefix(page.out, ".TH DOUBLETAKE 1") {
		t.Errorf("%+v", page)
	}
	Program{}.root().Flags().VisitAll(func(f *pflag.Flag) {
		if !strings.Contains(help.out, "--"+f.Name) {
			t.Errorf("--help does not tell of --%s", f.Name)
		}
		if !strings.Contains(page.out, plain("--"+f.Name)) {
			t.Errorf("the manual page does not tell of --%s", f.Name)
		}
	})
	for _, line := range strings.Split(help.out, "\n") {
		if len(line) > 100 {
			t.Errorf("wider than 100: %s", line)
		}
	}
	if got := run(t, "", "--version"); got.code != done || !strings.HasPrefix(got.out, "doubletake ") {
		t.Errorf("%+v", got)
	}
	for _, shell := range []string{"bash", "zsh", "fish", "powershell"} {
		if got := run(t, "", "completion", shell); got.code != done || !strings.Contains(got.out, "doubletake") {
			t.Errorf("%s: exit %d", shell, got.code)
		}
	}
	if got := run(t, "", "__complete", "--format", ""); !strings.Contains(got.out, "markdown\n") {
		t.Errorf("completing --format: %q", got.out)
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"a", "", 1}, {"format", "format", 0}, {"fromat", "format", 1}, {"formt", "format", 1}, {"theme", "them", 1}, {"abc", "xyz", 3}} {
		if got := distance(c.a, c.b); got != c.want || distance(c.b, c.a) != got {
			t.Errorf("%q to %q: %d", c.a, c.b, got)
		}
	}
}
