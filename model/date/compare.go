package date

// Are two values the same time? Both are laid on one line, days or minutes, as
// far as both are known, and compared at the coarser precision.

import (
	"cmp"
	"strconv"
)

// Relation is how one value stands to another.
type Relation uint8

// The relations. Of Finer and Coarser the receiver is the first value: x is
// Finer where it lies inside y and says more.
const (
	Equal Relation = iota
	Finer
	Coarser
	Compatible   // they overlap, or a limit and a time agree
	Incompatible // both cannot be the same time
	Incomparable // what they have in common is too little to tell
)

var relationNames = [...]string{"equal", "finer", "coarser", "compatible", "incompatible", "incomparable"}

// String is the relation's word.
func (r Relation) String() string {
	if int(r) < len(relationNames) {
		return relationNames[r]
	}
	return "unknown"
}

// Mirror is the relation of y to x.
func (r Relation) Mirror() Relation {
	switch r {
	case Finer:
		return Coarser
	case Coarser:
		return Finer
	}
	return r
}

// Evidence is what comparing two values showed.
type Evidence struct {
	Relation Relation
	Why      string // one short phrase; never empty
	// Apart is how far apart two incompatible values lie, in minutes: between
	// their beginnings where both are equally precise, else between the nearest
	// points. It is 0 for the other relations.
	Apart int
	// Grain is the coarser of the two dates' precisions; None where only times
	// of day were compared.
	Grain Grain
}

// finding is Evidence in the making. before is -1 where x lies before y.
type finding struct {
	rel    Relation
	apart  int // minutes
	before int
	why    string // where the relation alone does not say it
}

// rank orders findings from the best agreement to the worst.
func (f finding) rank() int {
	return [...]int{Equal: 0, Finer: 1, Coarser: 1, Compatible: 2, Incomparable: 3, Incompatible: 4}[f.rel]
}

func (f finding) better(g finding) bool {
	return f.rank() < g.rank() || f.rank() == g.rank() && f.apart < g.apart
}

func (f finding) mirror() finding {
	f.rel, f.before = f.rel.Mirror(), -f.before
	return f
}

// Compare weighs two values against each other. Swapping them mirrors the
// relation and changes nothing else but the order of the words.
func Compare(x, y Value) Evidence {
	x, y = sane(x), sane(y)
	var f finding
	if order(x, y) > 0 {
		f = compare(y, x).mirror()
	} else {
		f = compare(x, y)
	}
	e := Evidence{Relation: f.rel, Why: f.why, Grain: common(x, y)}
	if f.rel == Incompatible {
		e.Apart = f.apart
	}
	if e.Why == "" {
		e.Why = because(x, y, f)
	}
	return e
}

// delay is how long after the time a thing was planned for, in minutes, it may
// have come about for the two times to be told of one thing.
const delay = 1440

// common is the coarser grain of two values that both have a date.
func common(x, y Value) Grain {
	if x.Grain == None || y.Grain == None {
		return None
	}
	return max(x.Grain, y.Grain)
}

// Between compares two mentions. What was planned and came about later, or within
// a day of the hour it was planned for, is Compatible, and Why also says what a
// relative expression was resolved from.
func Between(x, y Mention) Evidence {
	e := Compare(x.Value, y.Value)
	if e.Relation == Incompatible && x.Ahead != y.Ahead && x.Value.Grain == Day && y.Value.Grain == Day && e.Apart <= delay {
		planned, real := x, y
		if y.Ahead {
			planned, real = y, x
		}
		clocks := x.Value.Clock.Known && y.Value.Clock.Known
		if clocks || order(planned.Value, real.Value) < 0 {
			return Evidence{Relation: Compatible, Grain: e.Grain, Why: "planned for " + prose(planned.Value) + ", came about " + prose(real.Value)}
		}
	}
	// The reason is that of the value that is worked out from the text itself,
	// else from the article's date; a bare weekday needs none against another.
	from := Mention{}
	for _, m := range [...]Mention{x, y} {
		if m.Why != "" && m.Value.Grain != None && (from.Why == "" || from.AnchorSpan.Empty() && !m.AnchorSpan.Empty()) {
			from = m
		}
	}
	if from.Why == "" || e.Relation == Incomparable || x.Value.Doubt == OtherWeek && y.Value.Doubt == OtherWeek && e.Relation == Equal {
		return e
	}
	if e.Relation == Equal {
		e.Why = prose(from.Value) + " is " + from.Why
		return e
	}
	e.Why += "; " + prose(from.Value) + " is " + from.Why
	return e
}

// sane bounds the numbers of a value made by hand, so that arithmetic and tables
// hold for any input.
func sane(v Value) Value {
	for _, p := range [...]*Point{&v.From, &v.To} {
		p.Year = min(max(p.Year, 0), 9999)
		p.Month = min(max(p.Month, 0), 12)
		p.Day = min(max(p.Day, 0), 31)
		p.Weekday = min(max(p.Weekday, 0), 7)
		if p.Month == 0 {
			p.Day = 0
		}
	}
	if v.To == (Point{}) {
		v.To = v.From
	}
	if v.From == (Point{}) {
		v.Grain = None
	}
	for _, c := range [...]*Clock{&v.Clock, &v.Until} {
		c.Hour = min(max(c.Hour, 0), 24)
		c.Minute = min(max(c.Minute, 0), 59)
	}
	if int(v.Part) >= len(partHours) {
		v.Part = AnyTime
	}
	if int(v.Bound) >= len(boundNames) {
		v.Bound = In
	}
	v.Grain = min(v.Grain, Century)
	v.Edge = min(v.Edge, End)
	return v
}

// order is any total order of values; it makes Compare mirror exactly.
func order(x, y Value) int {
	point := func(p, q Point) int {
		return cmp.Or(cmp.Compare(p.Year, q.Year), cmp.Compare(p.Month, q.Month), cmp.Compare(p.Day, q.Day), cmp.Compare(p.Weekday, q.Weekday))
	}
	clock := func(c, d Clock) int {
		known := func(c Clock) int {
			if c.Known {
				return minutes(c)*2 + b2i(c.Precise)
			}
			return -1
		}
		return cmp.Or(cmp.Compare(known(c), known(d)), cmp.Compare(b2i(c.Either), b2i(d.Either)), cmp.Compare(c.Zone, d.Zone), cmp.Compare(c.Offsets, d.Offsets))
	}
	return cmp.Or(point(x.From, y.From), point(x.To, y.To), cmp.Compare(x.Grain, y.Grain), cmp.Compare(x.Edge, y.Edge),
		cmp.Compare(x.Part, y.Part), clock(x.Clock, y.Clock), clock(x.Until, y.Until), cmp.Compare(x.Near, y.Near),
		cmp.Compare(x.Bound, y.Bound), cmp.Compare(x.Doubt, y.Doubt), cmp.Compare(x.Shift.N, y.Shift.N),
		cmp.Compare(x.Shift.Unit, y.Shift.Unit), cmp.Compare(x.Vague, y.Vague))
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// compare weighs relative values by their words, others on the line, and then
// allows for limits and doubts.
func compare(x, y Value) finding {
	if x.Clock.Either {
		return halves(x, func(x Value) finding { return compare(x, y) })
	}
	if y.Clock.Either {
		return halves(y, func(y Value) finding { return compare(x, y) })
	}
	if x.Shift.Unit != 0 && sameShift(x.Shift, y.Shift) {
		return finding{rel: Equal, why: "the same distance in time"}
	}
	blank := func(v Value) bool { return v.Grain == None && !v.timed() }
	if blank(x) || blank(y) {
		if blank(x) && blank(y) && x.Vague == y.Vague && x.Vague != "" && x.Shift == y.Shift {
			return finding{rel: Equal, why: "the same words"}
		}
		return finding{rel: Incomparable, why: unresolvedWhy(x, y)}
	}
	f := bounded(x, y)
	if f.rel != Incompatible {
		return f
	}
	return doubted(x, y, f)
}

// halves reads a time of either half of the day in both, and keeps the better finding.
func halves(v Value, with func(Value) finding) finding {
	v.Clock.Either = false
	w := v
	w.Clock.Hour = (v.Clock.Hour + 12) % 24
	f := with(v)
	if g := with(w); g.better(f) {
		return g
	}
	return f
}

// sameShift reports whether two distances are one: a year and twelve months.
func sameShift(a, b Shift) bool {
	if a.Unit == b.Unit {
		return a.N == b.N
	}
	short := func(s Shift) (n int, u Unit) {
		switch s.Unit {
		case Hours:
			return s.N * 60, Minutes
		case Weeks:
			return s.N * 7, Days
		case Years:
			return s.N * 12, Months
		case Decades:
			return s.N * 120, Months
		}
		return s.N, s.Unit
	}
	an, au := short(a)
	bn, bu := short(b)
	return an == bn && au == bu
}

func unresolvedWhy(x, y Value) string {
	for _, v := range [...]Value{x, y} {
		if v.Vague != "" && v.Grain == None {
			return "“" + v.Vague + "” has no date to be counted from"
		}
	}
	return "one is relative to something unknown"
}

// doubted softens an incompatible finding that a doubt about either value can
// explain.
func doubted(x, y Value, f finding) finding {
	if x.Doubt == OtherEvent || y.Doubt == OtherEvent {
		return finding{rel: Incomparable, why: "what one of them is counted from is not certain"}
	}
	best := f
	try := func(x, y Value) {
		if g := bounded(x, y); g.better(best) {
			best = g
		}
	}
	if x.Doubt == OtherOrder {
		z := x
		swap(&z)
		try(z, y)
		if y.Doubt == OtherOrder {
			w := y
			swap(&w)
			try(z, w)
		}
	}
	if y.Doubt == OtherOrder {
		z := y
		swap(&z)
		try(x, z)
	}
	if x.Doubt >= RoughBack || y.Doubt >= RoughBack {
		return roughly(x, y, f)
	}
	if x.Doubt == OtherYear || y.Doubt == OtherYear {
		try(yearless(x), yearless(y))
	}
	if x.Doubt == OtherWeek || y.Doubt == OtherWeek {
		if g, ok := otherWeek(x, y); ok && g.better(best) {
			best = g
		}
	}
	return best
}

// roughly softens an incompatible finding between values of which one counts back in whole
// years or months, as far as such a count is rounded.
func roughly(x, y Value, f finding) finding {
	for _, v := range x.rounded() {
		for _, w := range y.rounded() {
			if g := bounded(v, w); g.rel != Incompatible {
				return finding{rel: Compatible}
			}
		}
	}
	return f
}

// rounded are a value and those that a rough count may stand for.
func (v Value) rounded() []Value {
	out := []Value{v}
	if v.Grain != Year && v.Grain != Month || v.From != v.To {
		return out // counted on from one that was counted back
	}
	if v.Doubt >= RoughBack {
		out = append(out, v.moved(-1))
	}
	if v.Doubt == RoughBoth {
		out = append(out, v.moved(1))
	}
	return out
}

// moved is a year or a month that lies n of them later.
func (v Value) moved(n int) Value {
	if v.Grain == Year {
		v.From.Year += n
	} else {
		v.From = addMonths(v.From, n)
	}
	v.To, v.Doubt = v.From, Sure
	return v
}

// yearless drops the year where the month is known.
func yearless(v Value) Value {
	if v.From.Month != 0 && v.Grain <= Half {
		v.From.Year, v.To.Year = 0, 0
	}
	return v
}

// otherWeek compares two days of which one is a weekday whose week was worked
// out: the weekday itself is told.
func otherWeek(x, y Value) (finding, bool) {
	if x.Grain == Day && y.Grain == Day && x.From == x.To && y.From == y.To && x.From.Weekday != 0 && y.From.Weekday != 0 {
		a, b := x, y
		a.From, b.From = Point{Weekday: x.From.Weekday}, Point{Weekday: y.From.Weekday}
		a.To, b.To = a.From, b.From
		return bounded(a, b), true
	}
	best, found := finding{}, false
	for _, n := range [...]int{-7, 7} {
		a, b := x, y
		if x.Doubt == OtherWeek {
			a.From, a.To = addDays(x.From, n), addDays(x.To, n)
		} else {
			b.From, b.To = addDays(y.From, n), addDays(y.To, n)
		}
		if g := bounded(a, b); g.rel != Incompatible && (!found || g.better(best)) {
			best, found = finding{rel: Incomparable, why: "the week of " + weekdayName(max(x.From.Weekday, y.From.Weekday)) + " is not told"}, true
		}
	}
	return best, found
}

// side is what sort of limit a bound is.
func (b Bound) side() int {
	switch b {
	case Since, After:
		return -1
	case Until, By, Before:
		return 1
	}
	return 0
}

// bounded compares two values of which either may be the limit of a stretch.
func bounded(x, y Value) finding {
	if x.boundHour() || y.boundHour() {
		if f := plain(x.day(), y.day()); f.rel == Incompatible {
			return f
		}
	}
	f := plain(x, y)
	a, b := x.Bound.side(), y.Bound.side()
	switch {
	case f.rel == Incomparable || x.Bound == y.Bound:
		return f
	case oneLimit(x, y) || oneLimit(y, x):
		return finding{rel: Equal}
	case a == b:
		if f.rel == Equal && a < 0 {
			f.rel = Compatible
		}
		return f
	case a != 0 && b != 0:
		if f.rel != Incompatible {
			return finding{rel: Compatible}
		}
		// from September, by August: nothing says that one event is meant
		return finding{rel: Incomparable, why: "one is a beginning, the other an end"}
	case a != 0:
		return limited(y, x, f.mirror()).mirror()
	}
	return limited(x, y, f)
}

// oneLimit reports whether what x closes ends where what y opens begins: "until the end of
// 2028" and "before 2029", "after 31 July" and "since 1 August".
func oneLimit(x, y Value) bool {
	ends := (x.Bound == Until || x.Bound == By) && y.Bound == Before || x.Bound == After && y.Bound == Since
	if !ends || x.timed() || y.timed() || x.Grain == None || y.Grain == None || x.To.Year == 0 || y.From.Year == 0 {
		return false
	}
	_, last := extent(x)
	first, _ := extent(y)
	return last+1 == first
}

// reach is how far from a limit a time may lie to be told by that limit, in minutes:
// about as far as it is long itself, a day as far as a week.
func (v Value) reach() int {
	const day = 24 * 60
	switch {
	case v.timed():
		return 60
	case v.Grain == Day || v.Grain == Week:
		return 7 * day
	case v.Grain == Month:
		return 31 * day
	case v.Grain == Season || v.Grain == Quarter:
		return 92 * day
	}
	return 366 * day
}

// boundHour reports whether a value limits an hour of a day that is told for certain:
// "before dawn on Monday".
func (v Value) boundHour() bool {
	return (v.Bound == Before || v.Bound == After) && v.timed() && v.Grain == Day && v.From == v.To
}

// day is a value without its time of day; where that is what is limited, the day is not.
func (v Value) day() Value {
	if v.boundHour() {
		v.Bound = In
	}
	v.Part, v.Clock, v.Until, v.Near = AnyTime, Clock{}, Clock{}, Exact
	return v
}

// limited is f, the finding of a plain x against the limit y taken as a plain
// time, with the limit read as one.
func limited(x, y Value, f finding) finding {
	inside := f.rel == Incompatible && f.before == y.Bound.side()*-1
	if inside && f.apart > max(x.reach(), y.reach()) {
		// "in January", "by the end of June": two things, or one that nothing ties to its limit
		return finding{rel: Incomparable, why: "one lies far from the limit that the other sets"}
	}
	switch y.Bound {
	case Since, Until:
		if inside {
			return finding{rel: Compatible}
		}
	case By:
		if inside || f.rel == Equal {
			return finding{rel: Finer}
		}
	case Before, After:
		if inside {
			return finding{rel: Finer}
		}
		if f.rel == Equal {
			return finding{rel: Compatible}
		}
	}
	return f
}

// plain compares two values as times, limits aside.
func plain(x, y Value) finding {
	dated := x.Grain != None && y.Grain != None
	timed := x.timed() && y.timed()
	oneDay := dated && x.From == x.To && y.From == y.To && x.Grain == Day && y.Grain == Day
	switch {
	case dated && timed && oneDay:
		return overDays(x, y, func(days int) finding { return times(x, y, days, true) })
	case dated && timed:
		f := dates(x, y)
		if f.rel == Incompatible || f.rel == Incomparable {
			return f
		}
		return both(f, times(x, y, 0, false))
	case dated:
		f := dates(x, y)
		g := finding{rel: Equal}
		if x.timed() {
			g.rel = Finer
		} else if y.timed() {
			g.rel = Coarser
		}
		if f.rel == Incompatible || f.rel == Incomparable {
			return f
		}
		return both(f, g)
	case timed:
		return times(x, y, 0, false)
	}
	return finding{rel: Incomparable, why: "one is a date, the other a time of day"}
}

// both joins what two independent parts of two values show.
func both(f, g finding) finding {
	switch {
	case g.rel == Incompatible || g.rel == Incomparable:
		return g
	case f.rel == Equal:
		return g
	case g.rel == Equal || g.rel == f.rel:
		return f
	}
	return finding{rel: Compatible}
}

// overDays calls with how many days y lies after x, for every way in which the
// two can be laid on one line, and keeps the best finding.
func overDays(x, y Value, with func(days int) finding) finding {
	if days, ok := weekdays(x, y); ok {
		best := with(days)
		for _, d := range [...]int{days - 7, days + 7} {
			if f := with(d); f.better(best) {
				best = f
			}
		}
		return best
	}
	if x.From.Month == 0 || y.From.Month == 0 {
		return finding{rel: Incomparable, why: "without a year nothing says which weekday the date was"}
	}
	return overYears(x, y, func(a, b Value) finding {
		alo, _ := extent(a)
		blo, _ := extent(b)
		return with(blo - alo)
	})
}

// weekdays is how many days the weekday of y lies after that of x, where one of
// the two is a bare weekday and both are known.
func weekdays(x, y Value) (days int, ok bool) {
	if x.From.Month != 0 && y.From.Month != 0 || x.From.Weekday == 0 || y.From.Weekday == 0 {
		return 0, false
	}
	days = mod(y.From.Weekday-x.From.Weekday, 7)
	if days > 3 {
		days -= 7
	}
	return days, true
}

// overYears calls with both values in the years that an unknown year can stand
// for, and keeps the best finding.
func overYears(x, y Value, with func(a, b Value) finding) finding {
	undated := func(v Value) bool { return v.From.Year == 0 }
	switch {
	case !undated(x) && !undated(y):
		return with(x, y)
	case undated(x) && undated(y):
		const base = 2004 // a leap year, so that every date exists
		best := with(inYear(x, base), inYear(y, base))
		for _, n := range [...]int{-1, 1} {
			if f := with(inYear(x, base), inYear(y, base+n)); f.better(best) {
				best = f
			}
		}
		return best
	case undated(y):
		return overYears(y, x, func(a, b Value) finding { return with(b, a) })
	}
	if y.Grain >= Year {
		return finding{rel: Incomparable, why: "one gives a year, the other none"}
	}
	best := with(inYear(x, y.From.Year), y)
	for n := y.From.Year - 1; n <= min(y.To.Year, y.From.Year+2)+1; n++ {
		if f := with(inYear(x, n), y); f.better(best) {
			best = f
		}
	}
	return best
}

// inYear puts a value without a year into one; a stretch over New Year ends in
// the next.
func inYear(v Value, y int) Value {
	v.From.Year, v.To.Year = y, y
	if v.To.Month < v.From.Month {
		v.To.Year++
	}
	v.From.Day = min(v.From.Day, monthDays(y, v.From.Month))
	v.To.Day = min(v.To.Day, monthDays(v.To.Year, v.To.Month))
	return v
}

// dates compares the dates of two values.
func dates(x, y Value) finding {
	bare := func(v Value) bool { return v.From.Month == 0 && v.From.Year == 0 }
	if bare(x) || bare(y) {
		return weekdayRanges(x, y)
	}
	return overYears(x, y, func(a, b Value) finding { return calendars(a, b) })
}

// weekdayRanges compares values of which one is a weekday or a run of weekdays
// without a date.
func weekdayRanges(x, y Value) finding {
	lo := func(v Value) (int, int, bool) {
		if v.From.Weekday == 0 || v.To.Weekday == 0 || v.Grain > Week {
			return 0, 0, false
		}
		n := mod(v.To.Weekday-v.From.Weekday, 7)
		if v.From.Month != 0 && v.From != v.To {
			a, b := extent(inYearIfOpen(v))
			n = b - a
		}
		return v.From.Weekday, v.From.Weekday + n, n < 6
	}
	a, b, ok := lo(x)
	c, d, okd := lo(y)
	if !ok || !okd {
		return finding{rel: Incomparable, why: "nothing says which weekday the date was"}
	}
	best := spans(a, b, c, d)
	for _, n := range [...]int{-7, 7} {
		if f := spans(a, b, c+n, d+n); f.better(best) {
			best = f
		}
	}
	best.apart *= 1440
	return best
}

func inYearIfOpen(v Value) Value {
	if v.From.Year == 0 {
		return inYear(v, plainYear)
	}
	return v
}

// spans compares two closed ranges; apart counts from one beginning to the other
// where the ranges are equally long, else between the nearest points.
func spans(a, b, c, d int) finding {
	switch {
	case a == c && b == d:
		return finding{rel: Equal}
	case c <= a && b <= d:
		return finding{rel: Finer}
	case a <= c && d <= b:
		return finding{rel: Coarser}
	case b >= c && a <= d:
		return finding{rel: Compatible}
	}
	f := finding{rel: Incompatible, before: -1, apart: c - b}
	if a > c {
		f.before, f.apart = 1, a-d
	}
	if b-a == d-c {
		f.apart = max(c-a, a-c)
	}
	return f
}

// calendars compares two values whose years are known.
func calendars(x, y Value) finding {
	a, b := extent(x)
	c, d := extent(y)
	f := spans(a, b, c, d)
	switch {
	case x.Edge == End && y.Edge == End && b == d, x.Edge == Start && y.Edge == Start && a == c:
		return finding{rel: Equal}
	case f.rel == Equal && x.Near != y.Near && !x.timed() && !y.timed():
		return finding{rel: Compatible}
	case f.rel == Equal && x.Edge == Whole && y.Edge != Whole: // "December", "the end of the year"
		return finding{rel: Finer}
	case f.rel == Equal && y.Edge == Whole && x.Edge != Whole:
		return finding{rel: Coarser}
	case f.rel == Equal && (x.Grain == Fiscal) != (y.Grain == Fiscal):
		return finding{rel: Compatible}
	case f.rel != Incompatible:
		return f
	}
	// Seasons and weeks have soft edges, and half the world has its spring in
	// October.
	slack, seasonal := 0, (x.Grain == Season) != (y.Grain == Season)
	if seasonal {
		slack = 21
	}
	if x.Grain == Week || y.Grain == Week {
		slack = max(slack, 1)
	}
	gap := c - b
	if f.before > 0 {
		gap = a - d
	}
	if gap <= slack {
		return finding{rel: Compatible}
	}
	if seasonal && (winterBegun(x, y) || winterBegun(y, x)) {
		return finding{rel: Compatible}
	}
	if seasonal && southern(x, y) {
		return finding{rel: Incomparable, why: "a season may be that of the southern half of the world"}
	}
	if x.Grain == y.Grain {
		f.apart = max(a-c, c-a)
	}
	f.apart *= 1440
	return f
}

// winterBegun reports whether y lies in the winter that x's year began with: "winter 2024" may
// be that of January.
func winterBegun(x, y Value) bool {
	if x.Grain != Season || x.From.Month != 12 || y.Grain == Season {
		return false
	}
	x.From.Year, x.To.Year = x.From.Year-1, x.To.Year-1
	a, b := extent(x)
	c, d := extent(y)
	return spans(a, b, c, d).rel != Incompatible
}

// southern reports whether a season of the southern hemisphere would hold the
// other value.
func southern(x, y Value) bool {
	if y.Grain == Season {
		x, y = y, x
	}
	for _, n := range [...]int{-6, 6} {
		from, to := addMonths(x.From, n), addMonths(x.To, n)
		a, b := extent(Value{From: from, To: to, Grain: Season})
		c, d := extent(y)
		if f := spans(a, b, c, d); f.rel != Incompatible {
			return true
		}
	}
	return false
}

// extent is the first and the last day that a value with a year can mean, as
// ordinalDay counts them.
func extent(v Value) (lo, hi int) {
	f, t := v.From, v.To
	if f.Month == 0 {
		f.Month, f.Day = 1, 1
	} else if f.Day == 0 {
		f.Day = 1
	}
	if t.Month == 0 {
		t.Month, t.Day = 12, 31
	} else if t.Day == 0 {
		t.Day = monthDays(t.Year, t.Month)
	}
	if v.Grain == Fiscal && v.From.Year == v.To.Year {
		f.Year--
		f.Month, f.Day = 4, 1
	}
	lo, hi = ordinalDay(f.Year, f.Month, f.Day), ordinalDay(t.Year, t.Month, t.Day)
	if hi < lo {
		hi = lo
	}
	n := hi - lo
	switch v.Edge {
	case Early:
		hi = lo + n*2/5
	case Mid:
		lo, hi = lo+n*7/25, hi-n*7/25
	case Late:
		lo = hi - n*2/5
	case Start:
		hi = min(hi, lo+max(n/12, 4))
	case End:
		lo = max(lo, hi-max(n/12, 4))
	}
	if v.Near != Exact && !v.timed() {
		k := 3
		switch {
		case v.Grain >= Year:
			k = 183
		case v.Grain >= Month:
			k = 15
		}
		if v.Grain != Week {
			lo, hi = lo-k, hi+k
		}
	}
	return lo, hi
}

// because words a relation.
func because(x, y Value, f finding) string {
	a, b := prose(x), prose(y)
	switch f.rel {
	case Equal:
		switch {
		case a == b:
			return "both " + a
		case x.Kind() == Weekday && y.Kind() == Calendar:
			return b + " is a " + weekdayName(x.From.Weekday)
		case y.Kind() == Weekday && x.Kind() == Calendar:
			return a + " is a " + weekdayName(y.From.Weekday)
		}
		return a + " and " + b + " are the same"
	case Finer:
		return a + " is more precise than " + b
	case Coarser:
		return b + " is more precise than " + a
	case Compatible:
		return a + " and " + b + " can be the same"
	case Incompatible:
		if s := apart(f.apart, common(x, y)); s != "" {
			return s + " apart"
		}
		return a + " is not " + b
	}
	return "too little in common to compare"
}

// apart words a distance in minutes: exactly in the largest unit that divides it
// up to weeks, roundly in months and years.
func apart(n int, g Grain) string {
	const day, week = 1440, 7 * 1440
	switch {
	case n <= 0:
		return ""
	case g >= Month && g <= Half && n < 350*day:
		return some(max(1, (n+15*day)/(30*day)), "month")
	case n >= 360*day:
		return some((n+182*day)/(365*day), "year")
	case n >= 60*day:
		return "about " + some((n+15*day)/(30*day), "month")
	case n%week == 0:
		return some(n/week, "week")
	case n >= 2*day || n%day == 0:
		return some((n+day/2)/day, "day")
	case n%60 == 0:
		return some(n/60, "hour")
	case n > 120:
		return "about " + some((n+30)/60, "hour")
	}
	return some(n, "minute")
}

// some is "a day", "an hour", "three days".
func some(n int, unit string) string {
	switch {
	case n == 1 && unit == "hour":
		return "an hour"
	case n == 1:
		return "a " + unit
	}
	return number(n) + " " + unit + "s"
}

// number words a small number.
func number(n int) string {
	small := [...]string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}
	if n >= 0 && n < len(small) {
		return small[n]
	}
	return strconv.Itoa(n)
}
