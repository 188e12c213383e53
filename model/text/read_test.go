package text

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestClean(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain", "Two men met.\n\nThey left.", "Two men met.\n\nThey left."},
		{"line ends", "a\r\nb\rc\u0085d\u2028e\u2029f", "a\nb\nc\nd\ne\nf"},
		{"spaces", "a\tb\u00a0c\u3000d", "a b c d"},
		{"colour", "\x1b[31mred\x1b[0m", "red"},
		{"C1 control sequence", "\u009b31mred", "red"},
		{"title", "\x1b]0;owned\x07after", "after"},
		{"link", "\x1b]8;;http://x\x1b\\text\x1b]8;;\x1b\\", "text"},
		{"open title keeps the words", "\x1b]0;owned by nobody", "0;owned by nobody"},
		{"charset", "\x1b(Bx", "x"},
		{"controls", "a\x00b\x08c\x7fd\x07e", "abcde"},
		{"bidi", "a\u202eb\u2066c\u200fd\u061ce", "abcde"},
		{"zero width", "a\u200bb\u2060c\ufeffd\u00ade", "abcde"},
		{"joiner and selector", "\u2764\ufe0f\u200d\U0001f525", "\u2764\U0001f525"},
		{"tags", "x\U000e0041\U000e007f", "x"},
		{"composed", "Jose\u0301", "José"},
		{"marks", "e" + strings.Repeat("\u0323", 9), "\u1eb9" + strings.Repeat("\u0323", 3)},
		{"broken bytes", "a\xffb", "a\ufffdb"},
		{"Arabic and Hebrew stay", "سلام שלום", "سلام שלום"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Clean(c.in); got != c.want {
				t.Errorf("Clean(%q) = %q, want %q", c.in, got, c.want)
			}
		})
	}
	if got := Line("  A\n headline\t of  two\r\nlines "); got != "A headline of two lines" {
		t.Errorf("Line = %q", got)
	}
}

func FuzzClean(f *testing.F) {
	for _, s := range []string{"a\x1b[31mb", "\u009d0;x\x07", "e\u0301\u0323\u0301", "\r\n\r", "\xff\xfe", "\x1b]", "\u0344\u0344\u0344", " \u073f \u073fx"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		got := Clean(raw)
		if !utf8.ValidString(got) {
			t.Fatalf("not UTF-8: %q", got)
		}
		if again := Clean(got); again != got {
			t.Fatalf("not idempotent: %q, then %q", got, again)
		}
		for _, r := range got {
			if r != '\n' && unicode.IsControl(r) || unicode.Is(unicode.Cf, r) && (r < 0x600 || r > 0x605) {
				t.Fatalf("%U left in %q", r, got)
			}
		}
		if l := Line(raw); strings.Contains(l, "\n") || Line(l) != l {
			t.Fatalf("line %q, then %q", l, Line(l))
		}
	})
}

func TestStem(t *testing.T) {
	for _, group := range []string{
		"hold holds held holding", "lead led leading", "meet met meeting meetings", "organise organised organization",
		"defence defense", "neighbour neighbors", "say said says", "child children", "analyst analysed", "travelled traveling",
		"die died dead", "criticise criticized", "privatisation privatization",
	} {
		words := strings.Fields(group)
		for _, w := range words[1:] {
			if Stem(w) != Stem(words[0]) {
				t.Errorf("%s: %q, %s: %q", words[0], Stem(words[0]), w, Stem(w))
			}
		}
	}
	for _, pair := range [][2]string{{"universe", "rise"}, {"advise", "advize"}, {"minister", "ministry"}, {"increase", "decrease"}} {
		if Stem(pair[0]) == Stem(pair[1]) {
			t.Errorf("%s and %s share %q", pair[0], pair[1], Stem(pair[0]))
		}
	}
	for _, w := range []string{"", "'", "''", "u.s.", "g20", "şükrü", "y", "yyy", strings.Repeat("a", 5000)} {
		Stem(w) // no panic
	}
}

func FuzzStem(f *testing.F) {
	f.Add("meetings")
	f.Add("'s'")
	f.Add("'''")
	f.Fuzz(func(t *testing.T, w string) {
		if Stem(w) == "" && w != "" {
			t.Fatalf("Stem(%q) is empty", w)
		}
		if x := Weight(w); x < 0 || x > 1 {
			t.Fatalf("Weight(%q) = %v", w, x)
		}
	})
}

func TestWeight(t *testing.T) {
	// Each word tells no less than the one before.
	order := strings.Fields("the people minister meeting delegation embankment")
	for i := 1; i < len(order); i++ {
		if Weight(order[i]) < Weight(order[i-1]) {
			t.Errorf("%s weighs %.2f, %s %.2f", order[i-1], Weight(order[i-1]), order[i], Weight(order[i]))
		}
	}
	if n := len(ranks()); n > listed || n < listed*9/10 {
		t.Errorf("%d words listed", n)
	}
	if Weight("a") > 0.5 || Weight("xyzzy") != 1 || Weight("") != 0 {
		t.Errorf("a %.2f, xyzzy %.2f", Weight("a"), Weight("xyzzy"))
	}
	if !Stop("the") || Stop("minister") {
		t.Error("Stop")
	}
}

func BenchmarkClean(b *testing.B) {
	for name, s := range map[string]string{
		"plain": strings.Repeat("The minister – ‘a friend’ – said so.\n", 26000),
		"open":  strings.Repeat("\x1b]a", 350000),
		"dirty": strings.Repeat("The\u00a0minister said\tso.\r\n", 40000),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			b.ReportAllocs()
			for b.Loop() {
				Clean(s)
			}
		})
	}
}

func BenchmarkStem(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Stem("negotiations")
	}
}
