package date

import (
	"testing"
	"unicode/utf8"

	"doubletake/model"
)

// FuzzFind holds that any text gives mentions in order, within their claims and
// on rune boundaries, and that comparing any two mirrors.
func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"TUNIS, Oct. 15 (Agency) - It met on Tuesday, March 4. A day earlier, at 9.30pm, it had not.",
		"Between 2 and 4 p.m. on 3–5 March 2026; 03/04/2025, 25.04.2025, 2025-11-15.",
		"Last week, this spring, the previous night, two minutes later, the end of the quarter.",
		"6:40 a.m. (0640 GMT) Friday; noon local time; 14:00 GMT+3; the '90s and the 19th century’s",
		"the first seven months of 2026, the three months to 29 February, a week before January 1",
		"0 99 0099 24:00 GMT 31 February 2023 12 months ended 31",
	} {
		f.Add(s, "2025-11-17")
		f.Add(s, "")
	}
	f.Fuzz(func(t *testing.T, body, published string) {
		if len(body) > 4000 || !utf8.ValidString(body) {
			return
		}
		claims, ms := findIn(model.Article{Text: body, Published: published})
		at := 0
		for _, m := range ms {
			s := m.Span
			if s.Start < at || s.Empty() || s.End > len(body) || !claims[m.Claim].Span.Contains(s) {
				t.Fatalf("span %s after %d in %q", s, at, body)
			}
			if !utf8.ValidString(s.In(body)) || !s.Contains(m.DateSpan) && !m.DateSpan.Empty() || !s.Contains(m.TimeSpan) && !m.TimeSpan.Empty() {
				t.Fatalf("parts of %q", s.In(body))
			}
			if m.AnchorSpan.End > len(body) || m.AnchorSpan.Start < 0 || m.Value.String() == "" {
				t.Fatalf("%+v", m)
			}
			at = s.End
		}
		for i, x := range ms {
			for _, y := range ms[max(0, i-8) : i+1] {
				mirrors(t, x.Value, y.Value)
				Between(x, y)
			}
		}
	})
}

func mirrors(t *testing.T, x, y Value) {
	t.Helper()
	e, b := Compare(x, y), Compare(y, x)
	if e.Relation.Mirror() != b.Relation || e.Apart != b.Apart || e.Grain != b.Grain || e.Why == "" || e.Apart < 0 {
		t.Fatalf("%+v\n%+v\n%+v\n%+v", x, y, e, b)
	}
	if (e.Relation == Incompatible) != (e.Apart > 0) {
		t.Fatalf("apart %d but %s: %+v %+v", e.Apart, e.Relation, x, y)
	}
	if x == y && e.Relation != Equal && x.Kind() != Relative {
		t.Fatalf("%+v is not itself: %s, %s", x, e.Relation, e.Why)
	}
}

// FuzzCompare builds values from bytes, possible or not.
func FuzzCompare(f *testing.F) {
	f.Add([]byte("\x01\x02\x03\x04\x05\x06\x07\x08\x09"), []byte("abcdefghijklmnopqrstuvw"))
	f.Add([]byte{}, []byte{9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9})
	f.Fuzz(func(t *testing.T, a, b []byte) {
		x, y := value(a), value(b)
		e, back := Compare(x, y), Compare(y, x)
		if e.Relation.Mirror() != back.Relation || e.Apart != back.Apart || e.Why == "" {
			t.Fatalf("%+v\n%+v\n%+v\n%+v", x, y, e, back)
		}
		_ = x.String()
	})
}

func value(b []byte) Value {
	next := func(n int) int {
		if len(b) == 0 {
			return 0
		}
		v := int(b[0]) % n
		b = b[1:]
		return v
	}
	point := func() Point {
		p := Point{Month: next(14) - 1, Day: next(34) - 1, Weekday: next(10) - 1}
		if y := next(50); y > 0 {
			p.Year = 1990 + y
		}
		return p
	}
	clock := func() Clock {
		return Clock{Known: next(2) > 0, Hour: next(27), Minute: next(70), Precise: next(2) > 0,
			Zone: []string{"", localTime, "GMT", "X"}[next(4)], Offsets: Offsets(next(256)) << next(60)}
	}
	v := Value{From: point(), Grain: Grain(next(13)), Edge: Edge(next(8)), Part: Part(next(13)), Clock: clock(), Until: clock(),
		Near: Near(next(5)), Bound: Bound(next(8)), Doubt: Doubt(next(6)), Shift: Shift{next(20) - 10, Unit(next(10))}}
	v.To = v.From
	if next(2) > 0 {
		v.To = point()
	}
	if next(4) == 0 {
		v.Vague = "recently"
	}
	return v
}
