package date

// What a time expression stands for: a partial date or a span of dates, a time
// of day, and how exactly either is meant.

import (
	"fmt"
	"strings"
)

// Point is a partial date; a zero field is unknown.
type Point struct {
	Year  int // 1 and up
	Month int // 1 to 12
	Day   int // 1 to 31
	// Weekday is 1 for Monday to 7 for Sunday, as in ISO 8601: told, or known
	// from the date.
	Weekday int
}

// Grain is how precise the date of a value is.
type Grain uint8

// The grains, finest first. None means that the value has no date (a clock time
// alone, or an expression that could not be resolved).
const (
	None Grain = iota
	Day
	Week
	Month
	Quarter
	Season
	Half
	Year
	Fiscal // a business year that need not be the calendar year of its number
	Decade
	Century
)

var grainNames = [...]string{"none", "day", "week", "month", "quarter", "season", "half", "year", "fiscal year", "decade", "century"}

// String is the grain's word.
func (g Grain) String() string {
	if int(g) < len(grainNames) {
		return grainNames[g]
	}
	return "unknown"
}

// Edge narrows a date to its beginning, middle or end.
type Edge uint8

// The edges. Early, Mid and Late are thirds with room around them, Start and End
// the first and last days.
const (
	Whole Edge = iota
	Early
	Mid
	Late
	Start
	End
)

var edgeNames = [...]string{"", "early ", "mid ", "late ", "start of ", "end of "}

// Part is a part of the day.
type Part uint8

// The parts of the day; hours in partHours.
const (
	AnyTime Part = iota
	EarlyHours
	Dawn
	Morning
	Midday
	Afternoon
	Dusk
	Evening
	Night
	Midnight
	LateDay   // "late on Sunday": evening or night
	LateNight // "late on Sunday night": about midnight at the latest
)

var partNames = [...]string{"", "early", "dawn", "morning", "midday", "afternoon", "dusk", "evening", "night", "midnight", "late", "late night"}

// partHours are the minutes after midnight at which a part of the day begins and
// ends, generously drawn: newspapers call 2:30 a.m. both night and morning. An
// end beyond 1440 reaches into the next day.
var partHours = [...][2]int{
	AnyTime: {0, 1439}, EarlyHours: {0, 480}, Dawn: {180, 480}, Morning: {0, 720}, Midday: {690, 870},
	Afternoon: {720, 1080}, Dusk: {930, 1320}, Evening: {1020, 1440}, Night: {1080, 1800},
	Midnight: {1440, 1440}, LateDay: {1080, 1800}, LateNight: {1200, 1500},
}

// String is the part's word, "" for AnyTime.
func (p Part) String() string {
	if int(p) < len(partNames) {
		return partNames[p]
	}
	return "unknown"
}

// Clock is a time of day as written.
type Clock struct {
	Known   bool
	Hour    int  // 0 to 24; 24 only in 24:00
	Minute  int  // 0 to 59
	Precise bool // minutes are written: "9:00", and not "9 p.m."
	Either  bool // nothing says which half of the day is meant: "half past six"
	// Zone is the zone as written ("GMT", "Moscow time", "local time"), "" where
	// none is given.
	Zone string
	// Offsets are the offsets from GMT that the zone can mean: one for GMT, two
	// for ET, three for IST. For a clock without a zone or in local time they
	// are what the places named in the article allow, none where they say nothing.
	Offsets Offsets
}

// Near is how a value sits by what is written.
type Near uint8

// Exact is the value itself; Around lies on either side of it, JustBefore and
// JustAfter within half an hour of a clock time.
const (
	Exact Near = iota
	Around
	JustBefore
	JustAfter
)

// Bound says that a value is the limit of a stretch of time.
type Bound uint8

// The bounds. In is no limit but the time itself.
const (
	In Bound = iota
	Since
	Until
	By
	Before
	After
)

var boundNames = [...]string{"", "since ", "until ", "by ", "before ", "after "}

// Doubt says what a resolved value may have got wrong; a mismatch that the doubt
// can explain is never reported as incompatible.
type Doubt uint8

// Sure values are told. A bare weekday may belong to another week, a year that
// was not written may be another one, and in "a week before the vote" the vote
// need not be the last date told.
const (
	Sure Doubt = iota
	OtherWeek
	OtherYear
	OtherEvent
	OtherOrder // 03/04/2025: day and month may stand the other way round
	RoughBack  // "five years ago" in a spring: of late last autumn five years ago, or the year before
	RoughBoth  // the same in an autumn: of the year before or after too
)

// Unit is a unit of a relative expression.
type Unit uint8

// The units, shortest first.
const (
	Minutes Unit = iota + 1
	Hours
	Days
	Weeks
	Months
	Years
	Decades
)

var unitNames = [...]string{"", "minute", "hour", "day", "week", "month", "year", "decade"}

// Shift is how far a relative expression lies from its anchor: N units later, or
// earlier where N is negative.
type Shift struct {
	N    int
	Unit Unit
}

// String is "a year later", "two days earlier".
func (s Shift) String() string {
	name := unitNames[s.Unit%Unit(len(unitNames))]
	if s.N < 0 {
		return some(-s.N, name) + " earlier"
	}
	return some(s.N, name) + " later"
}

// Value is the normalised meaning of a time expression. Values can be compared
// with ==, which asks for the same words' worth; Compare asks whether two of
// them can be the same time.
type Value struct {
	// From and To are the first and the last date; they are equal for a single
	// date. A year alone has no month, a month alone no day.
	From, To Point
	Grain    Grain
	Edge     Edge
	Part     Part
	Clock    Clock
	Until    Clock // the end of a stretch of the clock ("between 2 and 4 p.m.")
	Near     Near
	Bound    Bound
	Doubt    Doubt
	// Shift is what an unresolved relative expression says ("a year later").
	Shift Shift
	// Vague is the normalised wording of an expression that has no better value
	// ("recently", "last week" in an article without a date).
	Vague string
}

// Kind sorts values for display and for picking what to compare with what.
type Kind uint8

// The kinds of value.
const (
	Calendar Kind = iota // a date or a part of one
	Weekday              // a weekday whose date is not known
	OfDay                // a clock time or part of the day, without a date
	Period               // from one date to another
	Relative             // vague, or relative to something unknown
)

// Kind is derived from the fields.
func (v Value) Kind() Kind {
	switch {
	case v.Grain == None && (v.Clock.Known || v.Part != AnyTime):
		return OfDay
	case v.Grain == None:
		return Relative
	case v.From != v.To:
		return Period
	case v.From.Month == 0 && v.From.Year == 0:
		return Weekday
	}
	return Calendar
}

// single makes a value of one date.
func single(p Point, g Grain) Value { return Value{From: p, To: p, Grain: g} }

func (v Value) timed() bool { return v.Clock.Known || v.Part != AnyTime }

// String is the normalised form: 2025-11-15, --11-15 where the year is unknown,
// 2025-03-03/2025-03-05, Tuesday, 14:00Z, "early 2025-11", "since 2011".
func (v Value) String() string {
	var b strings.Builder
	if int(v.Bound) < len(boundNames) {
		b.WriteString(boundNames[v.Bound])
	}
	if v.Near != Exact {
		b.WriteString([...]string{"", "~", "just before ", "just after "}[v.Near&3])
	}
	if v.Edge != Whole && int(v.Edge) < len(edgeNames) {
		b.WriteString(edgeNames[v.Edge])
	}
	switch {
	case v.Grain != None:
		b.WriteString(v.dateString())
	case v.Vague != "":
		b.WriteString(v.Vague)
	case v.Shift.Unit != 0 && !v.Clock.Known:
		b.WriteString(v.Shift.String())
	}
	if v.Part != AnyTime {
		sep(&b)
		b.WriteString(v.Part.String())
	}
	if v.Clock.Known {
		sep(&b)
		b.WriteString(v.Clock.String())
		if v.Until.Known {
			b.WriteByte('/')
			b.WriteString(v.Until.String())
		}
	}
	return b.String()
}

func sep(b *strings.Builder) {
	if s := b.String(); s != "" && !strings.HasSuffix(s, " ") && !strings.HasSuffix(s, "~") {
		b.WriteByte(' ')
	}
}

func (v Value) dateString() string {
	p := v.From
	year := "--"
	if p.Year != 0 {
		year = fmt.Sprintf("%04d-", p.Year)
	}
	switch v.Grain {
	case Quarter:
		return fmt.Sprintf("%sQ%d", year, (p.Month+2)/3)
	case Half:
		return fmt.Sprintf("%sH%d", year, p.Month/6+1)
	case Season:
		if p.Year == 0 {
			return seasonName(p.Month)
		}
		return fmt.Sprintf("%s %d", seasonName(p.Month), p.Year)
	case Decade:
		return fmt.Sprintf("%ds", p.Year)
	case Century:
		return fmt.Sprintf("century %d", p.Year/100+1)
	case Fiscal:
		return "FY" + v.To.String()
	}
	if v.From == v.To {
		return p.String()
	}
	return v.From.String() + "/" + v.To.String()
}

// String is the ISO form as far as it is known, or the weekday.
func (p Point) String() string {
	switch {
	case p.Month == 0 && p.Year == 0:
		return weekdayName(p.Weekday)
	case p.Month == 0:
		return fmt.Sprintf("%04d", p.Year)
	}
	s := "--"
	if p.Year != 0 {
		s = fmt.Sprintf("%04d-", p.Year)
	}
	if p.Day == 0 {
		return s + fmt.Sprintf("%02d", p.Month)
	}
	return s + fmt.Sprintf("%02d-%02d", p.Month, p.Day)
}

// String is 14:30, with Z, an offset or the zone's own words where it is known.
func (c Clock) String() string {
	s := fmt.Sprintf("%02d:%02d", c.Hour, c.Minute)
	if c.Zone == "" {
		return s
	}
	off, ok := c.Offsets.Only()
	switch {
	case c.local() || !ok:
		return s + " " + c.Zone
	case off == 0:
		return s + "Z"
	}
	sign := '+'
	if off < 0 {
		sign, off = '-', -off
	}
	return s + fmt.Sprintf("%c%02d:%02d", sign, off/60, off%60)
}

// local reports whether the clock is that of the place, named or not.
func (c Clock) local() bool { return c.Zone == "" || c.Zone == localTime }

// localTime is the Zone of a clock that is said to be local.
const localTime = "local time"
