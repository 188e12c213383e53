package title

import (
	"strings"
	"testing"
)

func FuzzAround(f *testing.F) {
	for _, s := range []string{"Turkey's deputy defence minister, Şükrü Aksoy, said", "Lt. Gen. Bondar, 61, head of the agency.", "ex-president-elect",
		"who was", "Minister of -, and and", "the U.S. Secretary of State’s", "co-", "\xff minister", "head of the Ministry of"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "?")
		if len(s) > 2000 {
			s = strings.ToValidUTF8(s[:2000], "")
		}
		toks := tokens(s)
		for i := -1; i <= len(toks)+1; i++ {
			if n, ok := Head(toks, i); ok && (n < 1 || i+n > len(toks)) {
				t.Fatalf("Head at %d: %d of %d", i, n, len(toks))
			}
			if start, ok := Before(toks, i); ok && (start < 0 || start >= i) {
				t.Fatalf("Before %d: %d", i, start)
			}
			if from, to, ok := After(toks, i); ok && (from <= i || to <= from || to > len(toks)) {
				t.Fatalf("After %d: %d-%d of %d", i, from, to, len(toks))
			}
			for _, r := range Around(toks, i, i+1) {
				if r.From < 0 || r.To <= r.From || r.To > len(toks) {
					t.Fatalf("Around %d: %v of %d", i, r, len(toks))
				}
			}
		}
		offices := Parse(toks)
		half := Parse(toks[:len(toks)/2])
		if a, b := CompareAll(offices, half), CompareAll(half, offices); a.Relation != b.Relation {
			t.Fatalf("not symmetric: %v %v", a, b)
		}
		for _, o := range offices {
			if o.Head == "" {
				t.Fatal("office without a head")
			}
			if e := Compare(o, o); e.Relation != Same && e.Relation != Unrelated {
				t.Fatalf("%+v with itself: %v", o, e)
			}
		}
	})
}

const prose = "The council's chief executive, Alan Moss, said on Tuesday that Lt. Gen. Oleh Bondar, head of the Ministry of Defence, " +
	"had met Deputy Foreign Minister Ann Bell before the general election in the north of the country, where the water had risen " +
	"by two metres overnight and the roads were closed to all but the emergency services, who worked until the early morning. "

func BenchmarkHead(b *testing.B) {
	toks := tokens(prose)
	b.ReportAllocs()
	for b.Loop() {
		for i := range toks {
			Head(toks, i)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(toks)), "ns/token")
}

func BenchmarkAround(b *testing.B) {
	toks := tokens(prose)
	b.ReportAllocs()
	for b.Loop() {
		for i := range toks {
			Before(toks, i)
			After(toks, i)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(toks)), "ns/token")
}

func BenchmarkCompare(b *testing.B) {
	x, y := tokens("Syria’s Deputy Minister of National Defense"), tokens("head of the Syrian Ministry of Defense")
	b.ReportAllocs()
	for b.Loop() {
		CompareAll(Parse(x), Parse(y))
	}
}

func BenchmarkRead(b *testing.B) {
	for b.Loop() {
		readLists()
	}
}
