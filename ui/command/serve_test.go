package command

import (
	"path/filepath"
	"strings"
	"testing"
)

// TestServe checks what keeps a server from starting; ui/serve tests the rest.
func TestServe(t *testing.T) {
	for _, tt := range []struct {
		name string
		args []string
		want string
	}{
		{"no pair", []string{"serve", "/nowhere"}, "/nowhere alone is no pair"},
		{"no address", []string{"serve", "--listen", ""}, "--listen is empty"},
		{"no time", []string{"serve", "--idle-timeout", "0s"}, "idle timeout is 0s"},
		{"log", []string{"serve", "--log-format", "xml"}, "use text or json"},
		{"flag", []string{"serve", "--port", "22"}, "--port"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var out, errs strings.Builder
			state := filepath.Join(t.TempDir(), "state")
			p := Program{In: strings.NewReader(""), Out: &out, Err: &errs, Env: func(name string) string {
				if name == "STATE_DIRECTORY" {
					return state
				}
				return ""
			}}
			if code := p.Run(tt.args); code != trouble {
				t.Errorf("exit code %d, want %d", code, trouble)
			}
			if lines := strings.Count(errs.String(), "\n"); lines != 1 || !strings.Contains(errs.String(), tt.want) || out.Len() > 0 {
				t.Errorf("said %q, printed %q; want one line with %q", errs.String(), out.String(), tt.want)
			}
		})
	}
}
