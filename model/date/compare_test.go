package date

import (
	"strings"
	"testing"

	"doubletake/model"
)

// one is the only mention of a body.
func one(t *testing.T, published, body string) Mention {
	t.Helper()
	_, ms := findIn(model.Article{Text: body, Published: published})
	if len(ms) == 0 {
		t.Fatalf("no mention in %q", body)
	}
	return ms[len(ms)-1]
}

func TestCompare(t *testing.T) {
	tests := []struct {
		x, y string // the last expression of each is compared; "DATE|" before it is the article's date
		want Relation
		why  string // part of it
	}{
		{"on November 15", "on November 16. A day earlier it met", Equal, "15 November is a day before November 16"},
		{"in early November", "on November 3", Coarser, "3 November is more precise than early November"},
		{"in early November", "on November 20", Incompatible, "apart"},
		{"on Tuesday", "on Wednesday", Incompatible, "a day apart"},
		{"on Monday", "on Sunday", Incompatible, "a day apart"},
		{"on Tuesday", "on Tuesday", Equal, "both Tuesday"},
		{"on Tuesday", "on March 4", Incomparable, "which weekday"},
		{"on Tuesday", "on March 4, 2025", Equal, "4 March 2025 is a Tuesday"},
		{"on Wednesday", "on March 4, 2025", Incompatible, "a day apart"},
		{"on Tuesday", "on Tuesday, March 4", Equal, ""},
		{"on Wednesday", "on Tuesday, March 4", Incompatible, ""},
		{"in March", "on March 4", Coarser, ""},
		{"in March", "in April", Incompatible, "a month apart"},
		{"in the morning", "at 9 a.m.", Coarser, ""},
		{"in the evening", "at 9 a.m.", Incompatible, ""},
		{"around 6 p.m.", "at 6:10 p.m.", Coarser, ""},
		{"at 6 p.m.", "at 7 p.m.", Incompatible, "an hour apart"},
		{"at 6 p.m.", "at 6:03 p.m.", Compatible, ""},
		{"at 6:00 p.m.", "at 6:03 p.m.", Incompatible, "three minutes apart"},
		{"shortly before 7 p.m.", "at 6:42 p.m.", Coarser, ""},
		{"in 2011", "in 2012", Incompatible, "a year apart"},
		{"since 2011", "since 2012", Incompatible, ""},
		{"in 2011", "since 2011", Equal, ""},
		{"2025-11-20|last week", "on November 12", Coarser, ""},
		{"2025-11-20|last week", "on November 4", Incompatible, ""},
		{"last week", "on November 4", Incomparable, "“last week” has no date"},
		{"on November 15", "on November 15, 2025", Equal, ""},
		{"on November 15", "in 2025", Incomparable, "year"},
		{"in May 2023", "in 2023", Finer, ""},
		{"on December 30", "on January 2, 2026", Incompatible, "three days apart"},
		{"at 14:00 GMT", "at 3 p.m. BST", Equal, "the zones are an hour apart"},
		{"at 14:00 GMT", "at 2 p.m. BST", Incompatible, "an hour apart"},
		{"at 9 a.m. ET", "at 1 p.m. GMT", Equal, ""},
		{"at 9 a.m. EST", "at 1 p.m. GMT", Incompatible, ""},
		{"at 5:30 p.m. IST", "at 12:00 GMT", Equal, ""},
		{"at 2 p.m. local time", "at 14:00 GMT", Equal, ""},
		{"at 3 p.m. local time", "at 14:00 GMT", Incomparable, "local time"},
		{"In Hanoi it began at 2:30 p.m. local time", "at 07:30 GMT", Equal, "seven hours apart"},
		{"at 11:42 p.m. Newfoundland time on Sunday", "at 0312 GMT on Monday", Equal, ""},
		{"at 2 a.m. IST on Tuesday", "at 2030 GMT on Monday", Equal, ""},
		{"at 2 a.m. IST on Tuesday", "at 2030 GMT on Tuesday", Incompatible, "apart"},
		{"on Monday night", "at 2 a.m. on Tuesday", Coarser, ""},
		{"late on Monday", "on Monday night", Equal, ""},
		{"at dawn on Monday", "on Monday morning", Finer, ""},
		{"on Monday morning", "on Monday evening", Incompatible, ""},
		{"on Monday evening", "on Monday", Finer, ""},
		{"at 9 p.m. on Thursday", "on Thursday night", Finer, ""},
		{"at 9 p.m.", "on Thursday at 9 p.m.", Equal, ""},
		{"2024-04-22|closed 12 years ago", "in 2012", Equal, ""},
		{"2024-04-22|closed more than three years ago", "in 2020", Coarser, ""},
		{"2024-04-22|closed more than three years ago", "in 2023", Incompatible, ""},
		{"2024-04-22|closed less than three years ago", "in 2022", Coarser, ""},
		{"left a week after the strike on May 12, 2024", "on May 19, 2024", Equal, "a week after May 12, 2024"},
		{"left a week after the strike on May 12, 2024", "on May 14, 2024", Incompatible, ""},
		{"closed six years after the flood in 2014", "in 2020", Equal, ""},
		{"overnight on Monday", "at 1 a.m. on Tuesday", Coarser, ""},
		{"over Christmas", "on December 26", Coarser, ""},
		{"on Christmas Day", "on December 26", Incompatible, ""},
		{"in winter 2024", "in January 2024", Compatible, ""},
		{"in winter 2024", "in January 2025", Coarser, ""},
		{"in winter 2024", "in May 2024", Incompatible, ""},
		{"towards 8 p.m.", "at 7:52 p.m.", Coarser, ""},
		{"just gone 8 p.m.", "at 8:10 p.m.", Coarser, ""},
		{"2024-04-22|closed 12 years ago", "in 2011", Compatible, ""},
		{"2024-04-22|closed 12 years ago", "in 2013", Incompatible, "a year apart"},
		{"2024-11-22|closed 12 years ago", "in 2013", Compatible, ""},
		{"2024-11-22|closed 12 years ago", "in 2014", Incompatible, ""},
		{"2024-11-22|closed three months ago", "in early September 2024", Compatible, ""},
		{"2024-11-22|closed half a year ago", "in May 2024", Equal, ""},
		{"2024-11-22|closed two and a half years ago", "in May 2022", Equal, ""},
		{"in the small hours of Tuesday", "at 2 a.m. on Tuesday", Coarser, ""},
		{"It heard nothing before 7:15 p.m.", "at 7:15 p.m.", Equal, ""},
		{"It did not call before 7 p.m.", "at 7:15 p.m.", Compatible, ""},
		{"at half past nine", "at 9:30 p.m.", Equal, ""},
		{"at half past nine", "at 9:30 a.m.", Equal, ""},
		{"at half past nine", "at 8 a.m.", Incompatible, ""},
		{"at half past nine", "at a quarter to ten", Incompatible, ""},
		{"at 3 p.m. Samoan time", "at 10 a.m. GMT", Incomparable, ""},
		{"at 3 p.m. Norwegian time on 4 July 2024", "at 1300 GMT on 4 July 2024", Equal, ""},
		{"at 3 p.m. Norwegian time on 4 July 2024", "at 1400 GMT on 4 July 2024", Incompatible, "an hour apart"},
		{"at 3 p.m. Norwegian time on 4 January 2024", "at 1400 GMT on 4 January 2024", Equal, ""},
		{"In Ohio it began at 6:40 a.m. on 4 July 2024", "at 12:40 Danish time on 4 July 2024", Equal, "six hours apart"},
		{"at 9 p.m.", "on Thursday", Incomparable, "time of day"},
		{"March 3-5", "on March 4", Coarser, ""},
		{"March 3-5", "March 4-6", Compatible, ""},
		{"in the first half of June", "on June 18", Incompatible, ""},
		{"in the first week of November", "on November 4", Coarser, ""},
		{"in the three months to 30 September", "in the third quarter", Equal, ""},
		{"in the first seven months of 2026", "January through July", Equal, ""},
		{"by the end of the year", "by the end of December", Equal, ""},
		{"in the spring of 2023", "on 14 March 2023", Coarser, ""},
		{"in the spring", "in March", Coarser, ""},
		{"in the spring", "in October", Incomparable, "southern"},
		{"in the spring", "in January", Incompatible, ""},
		{"in the spring", "in the autumn", Incompatible, ""},
		{"in the 1990s", "in 1994", Coarser, ""},
		{"in the 1990s", "in 2004", Incompatible, ""},
		{"in the 19th century", "in 1874", Coarser, ""},
		{"in mid-2026", "in May 2026", Coarser, ""},
		{"by April 10", "on April 3", Coarser, ""},
		{"by April 10", "on April 13", Incompatible, "three days apart"},
		{"by the end of June", "in January", Incomparable, "far from the limit"},
		{"by noon on Monday", "on Saturday night", Incomparable, "far from the limit"},
		{"since the 1970s", "on May 9, 2026", Incomparable, "far from the limit"},
		{"before noon", "at 11:30 a.m.", Coarser, ""},
		{"until the end of 2028", "before 2029", Equal, ""},
		{"after July 31, 2029", "since August 1, 2029", Equal, ""},
		{"until the end of 2028", "before 2030", Incompatible, ""},
		{"by April 10", "by April 17", Incompatible, "a week apart"},
		{"after 9 p.m.", "at 9:12 p.m.", Coarser, ""},
		{"since Thursday night", "at 9 p.m. on Thursday", Coarser, ""},
		{"by the autumn", "from September", Compatible, ""},
		{"signed 03/04/2025", "on April 3, 2025", Equal, ""},
		{"signed 03/04/2025", "on March 4, 2025", Equal, ""},
		{"signed 03/04/2025", "on March 5, 2025", Incompatible, ""},
		{"around 2011", "in 2011", Coarser, ""},
		{"in 2024-25", "in fiscal 2025", Coarser, ""},
		{"It closed a year later", "It closed 12 months later", Equal, "the same distance"},
		{"recently", "recently", Equal, "the same words"},
		{"recently", "on Tuesday", Incomparable, ""},
		{"2025-11-06|on Friday", "2025-11-08|on Friday", Equal, ""},
		{"2025-11-06|on Wednesday", "2025-11-08|on Friday", Incompatible, "two days apart"},
		{"at midnight on Friday", "at 00:00 on Saturday", Equal, ""},
		{"at midnight on Friday", "at 00:00 on Friday", Equal, ""},
		{"over the weekend", "on Sunday", Coarser, ""},
		{"over the weekend", "on Tuesday", Incompatible, ""},
		{"on Christmas Eve", "on December 24", Equal, ""},
		{"Monday to Friday", "on Wednesday", Coarser, ""},
		{"on January 18. A week before the vote it met", "on January 10", Incomparable, "not certain"},
	}
	for _, c := range tests {
		t.Run(c.x+" / "+c.y, func(t *testing.T) {
			get := func(s string) Mention {
				date, body, ok := strings.Cut(s, "|")
				if !ok {
					date, body = "", s
				}
				return one(t, date, "It was "+body+".")
			}
			x, y := get(c.x), get(c.y)
			e := Between(x, y)
			if e.Relation != c.want || !strings.Contains(e.Why, c.why) || e.Why == "" {
				t.Errorf("%s / %s: %s, %q; want %s, %q", x.Value, y.Value, e.Relation, e.Why, c.want, c.why)
			}
			back := Between(y, x)
			if back.Relation != e.Relation.Mirror() || back.Apart != e.Apart {
				t.Errorf("swapped: %s %d, want %s %d", back.Relation, back.Apart, e.Relation.Mirror(), e.Apart)
			}
		})
	}
}

func TestBetweenPlannedAndReal(t *testing.T) {
	planned := one(t, "2025-12-08", "The bridge is expected to be usable at 2 p.m. Tuesday.")
	late := one(t, "2025-12-10", "The bridge took its first car at 6:30 p.m. on Tuesday.")
	if e := Between(planned, late); e.Relation != Compatible || !strings.Contains(e.Why, "planned") {
		t.Errorf("%s, %s", e.Relation, e.Why)
	}
	if e := Compare(planned.Value, late.Value); e.Relation != Incompatible || e.Apart != 270 {
		t.Errorf("%s, %d minutes", e.Relation, e.Apart)
	}
}

func TestLearn(t *testing.T) {
	get := func(s string) Mention { return one(t, "", "It was on "+s+".") }
	pair := func(x, y string) [2]Mention { return [2]Mention{get(x), get(y)} }
	c := Learn([][2]Mention{pair("October 12", "Sunday"), pair("Saturday", "October 18"), pair("October 18", "Monday")})
	if e := c.Between(get("October 14"), get("Tuesday")); e.Relation != Equal {
		t.Errorf("%s, %s", e.Relation, e.Why)
	}
	if e := c.Between(get("October 14"), get("Wednesday")); e.Relation != Incompatible {
		t.Errorf("%s, %s", e.Relation, e.Why)
	}
	for name, pairs := range map[string][][2]Mention{
		"none":        nil,
		"one":         {pair("October 12", "Sunday")},
		"one, twice":  {pair("October 12", "Sunday"), pair("October 12", "Sunday")},
		"they differ": {pair("October 12", "Sunday"), pair("October 13", "Friday")},
	} {
		if c := Learn(pairs); c != (Almanac{}) {
			t.Errorf("%s: %+v", name, c)
		}
	}
}

func TestParts(t *testing.T) {
	body := "It opened on Monday, 13 April, at 07:30 GMT."
	m := one(t, "", body)
	d, ok := m.Date()
	if !ok || d.Span.In(body) != "Monday, 13 April" || d.Value.String() != "--04-13" {
		t.Errorf("date %q %s", d.Span.In(body), d.Value)
	}
	c, ok := m.Time()
	if !ok || c.Span.In(body) != "07:30 GMT" || c.Value.String() != "07:30Z" {
		t.Errorf("time %q %s", c.Span.In(body), c.Value)
	}
	if _, ok := d.Time(); ok {
		t.Error("a date has no time")
	}
}

func TestAnchor(t *testing.T) {
	body := "It met on November 16. A day earlier, he had called."
	m := one(t, "", body)
	if m.Anchor != "November 16" || m.AnchorSpan.In(body) != "November 16" || m.Why != "a day before November 16" || !m.Resolved {
		t.Errorf("%+v", m)
	}
	m = one(t, "2025-11-17", "He called yesterday.")
	if m.Anchor != "2025-11-17" || !m.AnchorSpan.Empty() || m.Why != "a day before the article's date, 17 November 2025" {
		t.Errorf("%+v", m)
	}
	if m = one(t, "", "He called yesterday."); m.Resolved || m.Anchor != "" {
		t.Errorf("%+v", m)
	}
}

func TestOdd(t *testing.T) {
	if m := one(t, "", "On Monday, 4 March 2025, it fell."); m.Odd != "4 March 2025 is a Tuesday, not a Monday" {
		t.Errorf("%q", m.Odd)
	}
	if m := one(t, "", "On Tuesday, 4 March 2025, it fell."); m.Odd != "" {
		t.Errorf("%q", m.Odd)
	}
}

func TestCalendar(t *testing.T) {
	for _, c := range []struct{ y, m, d, want int }{{2025, 3, 4, 2}, {2026, 1, 18, 7}, {2000, 2, 29, 2}, {1900, 1, 1, 1}, {1969, 7, 20, 7}} {
		if got := weekdayOf(c.y, c.m, c.d); got != c.want {
			t.Errorf("%v is weekday %d", c, got)
		}
	}
	n := ordinalDay(1599, 12, 31)
	for range 250000 {
		y, m, d := fromOrdinal(n)
		if ordinalDay(y, m, d) != n || d < 1 || d > monthDays(y, m) {
			t.Fatalf("day %d: %d-%d-%d", n, y, m, d)
		}
		n++
	}
}
