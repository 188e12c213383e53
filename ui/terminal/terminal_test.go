package terminal

import (
	"os"
	"testing"
)

func TestLight(t *testing.T) {
	for _, tt := range []struct {
		give         string
		light, known bool
	}{
		{"15;0", false, true}, {"0;15", true, true}, {"0;default;15", true, true}, {"0;7", true, true}, {"7;8", false, true},
		{"", false, false}, {"15", false, false}, {"15;x", false, false}, {"0;200", false, false},
	} {
		if light, known := Light(tt.give); light != tt.light || known != tt.known {
			t.Errorf("Light(%q) = %v, %v", tt.give, light, known)
		}
	}
}

func TestAnswers(t *testing.T) {
	for term, want := range map[string]bool{
		"xterm-256color": true, "tmux-256color": true, "alacritty": true, "": false, "dumb": false, "linux": false, "screen.xterm": false,
	} {
		if got := Answers(term); got != want {
			t.Errorf("Answers(%q) = %v", term, got)
		}
	}
}

func TestInput(t *testing.T) {
	const light, dark = "\x1b]11;rgb:ffff/fafa/f0f0\x1b\\", "\x1b]11;rgb:1e/1e/2e\a"
	for _, tt := range []struct {
		name  string
		reads []string
		keys  string
		told  []bool
	}{
		{"keys alone", []string{"jk\x1b[A", "\x1b"}, "jk\x1b[A\x1b", nil},
		{"an answer alone", []string{light}, "", []bool{true}},
		{"among keys", []string{"j" + dark + "k"}, "jk", []bool{false}},
		{"in two reads", []string{"j\x1b]11;rgb:ff", "ff/fafa/f0f0\x1b", "\\k"}, "jk", []bool{true}},
		{"another report passes", []string{"\x1b]10;rgb:0/0/0\a"}, "\x1b]10;rgb:0/0/0\a", nil},
		{"no colour in it", []string{"\x1b]11;?\aq"}, "q", nil},
		{"one that never ends", []string{"\x1b]11;" + string(make([]byte, 200)) + "q"}, "\x00q", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			in := &Listener{}
			var told []bool
			in.told = func(light bool) { told = append(told, light) }
			keys := ""
			for _, r := range tt.reads {
				p := []byte(r)
				keys += string(p[:in.Filter(p)])
			}
			if tt.name == "one that never ends" {
				// What comes behind the longest answer is keys again.
				if keys[len(keys)-1] != 'q' {
					t.Errorf("keys are lost: %q", keys)
				}
				return
			}
			if keys != tt.keys {
				t.Errorf("keys %q, want %q", keys, tt.keys)
			}
			if len(told) != len(tt.told) || len(told) > 0 && told[0] != tt.told[0] {
				t.Errorf("told %v, want %v", told, tt.told)
			}
		})
	}
}

// TestRead reads through a pipe as the program does.
func TestRead(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	told := 0
	in := NewInput(r, func(bool) { told++ })
	if _, err := w.WriteString("a\x1b]11;rgb:00/00/00\ab"); err != nil {
		t.Fatal(err)
	}
	p := make([]byte, 100)
	n, err := in.Read(p)
	if err != nil || string(p[:n]) != "ab" || told != 1 {
		t.Errorf("read %q, %v, told %d times", p[:n], err, told)
	}
	w.Close()
}

func FuzzFilter(f *testing.F) {
	f.Add([]byte("j\x1b]11;rgb:ff/ff/ff\ak"), 3)
	f.Fuzz(func(t *testing.T, data []byte, cut int) {
		in := &Listener{told: func(bool) {}}
		cut = max(0, min(cut, len(data)))
		for _, part := range [][]byte{data[:cut], data[cut:]} {
			if n := in.Filter(part); n < 0 || n > len(part) {
				t.Fatalf("%d bytes of %d", n, len(part))
			}
		}
		if len(in.answer) > longest {
			t.Fatalf("an answer of %d bytes is kept", len(in.answer))
		}
	})
}
