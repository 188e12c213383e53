package date

// Relative expressions to dates: the article's own date and the last date told
// are the two anchors.

import (
	"strings"

	"doubletake/model"
	"doubletake/model/text"
)

// anchor is a date that relative expressions are read against, and where it
// stands in the text; the article's own date stands nowhere.
type anchor struct {
	v    Value
	span model.Span
	iso  string // for an anchor outside the text
	// worked is how the anchor was worked out, where its words alone do not say.
	worked string
}

func (a anchor) known() bool { return a.v.Grain != None }

// resolver reads drafts in text order and remembers what was told.
type resolver struct {
	body    string
	article anchor // the article's date: published, or its masthead or dateline
	// day, month, year, clock and quarter are the last ones told.
	day, month, year, clock, quarter anchor
	// written is the last day told in full and not worked out, which an event
	// without a date of its own most likely fell on; ahead the last day told,
	// which may be to come.
	written, ahead anchor
	// claim is that of the draft being resolved; monthIn and yearIn those of
	// month and year.
	claim, monthIn, yearIn model.ClaimIndex
	// pairs are the weekdays that the article itself gives a date for.
	pairs    []anchor
	past     []anchor // the pairs that are not to come
	dayFirst int      // +1 where a numeric date can only be day first, -1 month first
	zones    yearZone // what the places of the article allow
}

func newResolver(a model.Article, claims []model.Claim, tokens [][]text.Token, drafts []draft) *resolver {
	r := &resolver{body: a.Text}
	if p, ok := parseISO(a.Published); ok {
		g := Day
		if p.Day == 0 {
			g = Month
		}
		if p.Month == 0 {
			g = Year
		}
		r.article = anchor{v: single(withWeekday(p), g), iso: a.Published}
		if g == Year {
			r.article = r.dayIn(p.Year, dateline(claims, drafts))
		}
	} else {
		r.article = dateline(claims, drafts)
	}
	clock := false
	for i := range drafts {
		v := &drafts[i].v
		if len(r.pairs) < maxPairs && v.From.Weekday != 0 && v.From.Day != 0 && v.From.Month != 0 && v.From.Year == 0 && drafts[i].op.need == nothing {
			r.pairs = append(r.pairs, anchor{v: *v, span: drafts[i].dateOnly()})
			if !drafts[i].future {
				r.past = append(r.past, r.pairs[len(r.pairs)-1])
			}
		}
		if v.Grain == Day && v.From.Year != 0 && v.From.Day != 0 && v.Doubt != OtherOrder {
			r.order(drafts[i].span)
		}
		clock = clock || v.Clock.Known && v.Clock.local()
	}
	if clock {
		r.zones = localZones(a, tokens, drafts)
	}
	if !r.article.known() {
		r.article = r.yearOf(drafts)
	}
	if r.article.v.Grain == Day && r.article.v.From.Weekday == 0 {
		if w, ok := r.paired(r.article.v.From); ok {
			r.article.v.From.Weekday, r.article.v.To.Weekday = w, w
		}
	}
	return r
}

// dayIn is the day of a dateline in a year that is known from elsewhere; the year alone
// where there is none, or one at the turn of a year, which may be of the next or last.
func (r *resolver) dayIn(year int, line anchor) anchor {
	p := line.v.From
	if p.Day == 0 || p.Year != 0 || p.Month == 1 || p.Month == 12 || p.Day > monthDays(year, p.Month) {
		return anchor{v: single(Point{Year: year}, Year), iso: number(year)}
	}
	line.v = single(withWeekday(Point{Year: year, Month: p.Month, Day: p.Day}), Day)
	return line
}

// yearOf works out the year of an article that does not give it: the first one,
// from the last year that it speaks of as past, in which its dates fell on the
// weekdays it gives them. The month is that of its last such date.
func (r *resolver) yearOf(drafts []draft) anchor {
	if len(r.past) == 0 {
		return anchor{}
	}
	last := 0
	for i := range drafts {
		v := drafts[i].v
		if drafts[i].op.need == nothing && v.Grain <= Year && v.To.Year > last && !drafts[i].future && v.Bound.side() <= 0 {
			last = v.To.Year
		}
	}
	if last == 0 {
		return anchor{}
	}
	const cycle = 11 // a date returns to its weekday within eleven years, but for 29 February
	for y := last; y <= last+cycle; y++ {
		ok := true
		for _, p := range r.past {
			f := p.v.From
			ok = ok && f.Day <= monthDays(y, f.Month) && weekdayOf(y, f.Month, f.Day) == f.Weekday
		}
		if !ok {
			continue
		}
		p := r.past[len(r.past)-1]
		v := single(Point{Year: y, Month: p.v.From.Month}, Month)
		v.Doubt = OtherEvent
		f := p.v.From
		return anchor{v: v, span: p.span, worked: number(y) + ", when " + human(Point{Month: f.Month, Day: f.Day}) + " was a " + weekdayName(f.Weekday)}
	}
	return anchor{}
}

// order learns from a numeric date that can be read in one way only.
func (r *resolver) order(at model.Span) {
	w := at.In(r.body)
	i := strings.IndexByte(w, '/')
	if i < 1 || i > 2 {
		return
	}
	if n, _, ok := digitsOf(w[:i]); ok && n > 12 {
		r.dayFirst = 1
	} else if ok {
		r.dayFirst = -1
	}
}

// parseISO reads 2025-11-17, 2025-11, 2025 and --11-17.
func parseISO(s string) (Point, bool) {
	p := Point{}
	var ok bool
	if rest, found := strings.CutPrefix(s, "--"); found {
		s = "0000-" + rest
	}
	if len(s) > 10 && (s[10] == 'T' || s[10] == ' ') {
		s = s[:10]
	}
	if len(s) != 4 && len(s) != 7 && len(s) != 10 {
		return Point{}, false
	}
	if p.Year, _, ok = digitsOf(s[:4]); !ok {
		return Point{}, false
	}
	if len(s) > 4 {
		if p.Month, _, ok = digitsOf(s[5:7]); !ok || s[4] != '-' || p.Month < 1 || p.Month > 12 {
			return Point{}, false
		}
	}
	if len(s) > 7 {
		if p.Day, _, ok = digitsOf(s[8:10]); !ok || s[7] != '-' || p.Day < 1 || p.Day > monthDays(p.Year, p.Month) {
			return Point{}, false
		}
	}
	return p, p.Year != 0 || p.Month != 0
}

// dateline is the date a report opens with: a masthead line of its own ("Derby,
// 3 May 2024"), or a place and a date before the first sentence ("TUNIS, Oct 15
// (Agency) -").
func dateline(claims []model.Claim, drafts []draft) anchor {
	const opening = 60
	for i := range drafts {
		d := &drafts[i]
		if d.claim >= mastheads || int(d.claim) >= len(claims) {
			break
		}
		at := claims[d.claim].Span
		if d.op.need != nothing || d.v.Grain != Day || d.v.From != d.v.To || d.v.From.Month == 0 || d.v.From.Day == 0 || d.v.Bound != In {
			continue
		}
		switch {
		case d.v.From.Year != 0 && d.masthead:
		case d.dateline() && d.span.Start-at.Start <= opening && d.v.From.Weekday == 0:
		default:
			continue
		}
		v := d.v
		v.Part, v.Clock, v.Until, v.Near = AnyTime, Clock{}, Clock{}, Exact
		return anchor{v: v, span: d.dateOnly()}
	}
	return anchor{}
}

// dateline reports whether a draft stands where a dateline has its date.
func (d *draft) dateline() bool { return d.claim == 0 && d.first <= 8 && d.opens }

// dateOnly is where the date of a draft stands.
func (d *draft) dateOnly() model.Span {
	if !d.dateSpan.Empty() {
		return d.dateSpan
	}
	return d.span
}

// localZones are the offsets that the article's clock can have: what a time
// given in two zones says, else those of the places it names. Where it names
// places of many zones they say nothing.
func localZones(a model.Article, tokens [][]text.Token, drafts []draft) yearZone {
	for i := range drafts {
		if c := drafts[i].v.Clock; c.Zone == localTime && c.Offsets != 0 {
			return yearZone{c.Offsets, c.Offsets, c.Offsets}
		}
	}
	var set yearZone
	look := func(toks []text.Token) {
		for i := range toks {
			if !toks[i].Upper() || toks[i].Kind != text.Word {
				continue
			}
			if z, ok := yearZones()[toks[i].Norm]; ok && !zoneWord(toks[i].Norm) {
				set = set.and(z)
				continue
			}
			if i+1 < len(toks) && toks[i+1].Upper() {
				set = set.and(yearZones()[toks[i].Norm+" "+toks[i+1].Norm])
			}
		}
	}
	for _, s := range [...]string{a.Dateline, a.Title} {
		look(text.Tokens(s, model.Span{End: len(s)}))
	}
	const head = 60 // claims; an article says early where it is set
	for _, toks := range tokens[:min(len(tokens), head)] {
		look(toks)
	}
	return set
}

// zoneWord reports whether a word names a zone only before "time".
func zoneWord(norm string) bool {
	switch norm {
	case "eastern", "central", "mountain", "pacific", "atlantic":
		return true
	}
	return false
}

// words is what the mention's anchor reads.
func (r *resolver) words(m Mention) string {
	if !m.AnchorSpan.Empty() {
		return m.AnchorSpan.In(r.body)
	}
	return m.Anchor
}

// resolve turns a draft into a mention and remembers what it told.
func (r *resolver) resolve(d *draft) Mention {
	m := Mention{Claim: d.claim, Span: d.span, DateSpan: d.dateSpan, TimeSpan: d.timeSpan, Value: d.v, Resolved: true, Ahead: d.future, Dateline: d.dateline()}
	r.claim = d.claim
	if d.op.need != nothing {
		r.relative(d, &m)
	} else {
		r.calendar(d, &m)
	}
	if m.Value.Clock.Known && m.Value.Clock.local() && m.Value.Clock.Offsets == 0 {
		m.Value.Clock.Offsets = r.zones.in(r.monthOf(m.Value))
	}
	m.Value.Clock, m.Value.Until = m.Value.Clock.settled(r.monthOf(m.Value)), m.Value.Until.settled(r.monthOf(m.Value))
	if m.Value.Grain == None && !m.Value.timed() {
		m.Resolved = false
		if m.Value.Vague == "" && m.Value.Shift.Unit == 0 {
			m.Value.Vague = d.plain
		}
	}
	m.Ahead = r.aheadOf(m)
	r.remember(d, m)
	return m
}

// monthOf is the month of a value, else that of the article, 0 where neither is known.
func (r *resolver) monthOf(v Value) int {
	if v.From.Month != 0 {
		return v.From.Month
	}
	return r.article.v.From.Month
}

// aheadOf is whether a mention is of what is to come: its date decides where it
// can be held against the article's, else the tense of the words around it.
func (r *resolver) aheadOf(m Mention) bool {
	a, p := r.article.v.From, m.Value.From
	if r.article.v.Grain != Day || m.Value.Grain == None || p.Month == 0 || m.Value.Doubt == OtherWeek {
		return m.Ahead
	}
	if a.Year == 0 || p.Year == 0 {
		return m.Ahead
	}
	lo, hi := extent(m.Value)
	switch day := ordinalDay(a.Year, a.Month, a.Day); {
	case lo > day:
		return true
	case hi < day:
		return false
	}
	return m.Ahead
}

// remember keeps what later words may point back to. A limit ("until Friday") is
// no place in the story.
func (r *resolver) remember(d *draft, m Mention) {
	v := m.Value
	at := anchor{v: v, span: d.dateOnly()}
	if v.Clock.Known && v.Until == (Clock{}) {
		r.clock = at
		r.clock.span = m.Span
	}
	if v.Bound == Until || v.Bound == By || v.Bound == Before {
		return
	}
	switch {
	case v.Grain == Day:
		r.ahead = at
		if !d.future || !r.day.known() {
			r.day = at
		}
		if !d.future && d.op.need == nothing && m.Why == "" {
			r.written = at
		}
		if v.From.Month != 0 {
			r.month, r.monthIn = at, m.Claim
		}
	case v.Grain == Month && v.From == v.To:
		r.month, r.monthIn = at, m.Claim
	case v.Grain == Quarter || v.Grain == Month:
		r.quarter = at
	}
	if v.From.Year != 0 && v.Grain <= Year && v.Grain != None {
		r.year, r.yearIn = at, m.Claim
	}
}

// calendar completes a date as far as the article allows.
func (r *resolver) calendar(d *draft, m *Mention) {
	v := &m.Value
	if v.Doubt == OtherOrder && r.dayFirst != 0 {
		if r.dayFirst > 0 {
			swap(v)
		}
		v.Doubt = Sure
	}
	if v.Grain != Day || v.From != v.To {
		return
	}
	switch {
	case v.From.Month == 0 && v.From.Day == 0:
		r.bareWeekday(d, m, 0)
	case v.From.Month == 0:
		r.bareDay(m)
	case v.From.Year == 0:
		told := v.From.Weekday
		r.fillYear(v, d.future)
		if told == 0 && v.From.Weekday == 0 {
			if w, ok := r.paired(v.From); ok {
				v.From.Weekday, v.To.Weekday = w, w
			}
		}
		r.odd(m, told)
	default:
		told := v.From.Weekday
		v.From = withWeekday(v.From)
		v.To = v.From
		r.odd(m, told)
	}
}

// odd notes a weekday that does not belong to its date.
func (r *resolver) odd(m *Mention, told int) {
	p := m.Value.From
	if told == 0 || p.Year == 0 {
		return
	}
	if w := weekdayOf(p.Year, p.Month, p.Day); w != told {
		m.Odd = human(Point{Year: p.Year, Month: p.Month, Day: p.Day}) + " is a " + weekdayName(w) + ", not a " + weekdayName(told)
		if m.Value.Doubt == OtherYear { // the year was ours, so the weekday stands
			m.Odd = ""
			m.Value.From = Point{Month: p.Month, Day: p.Day, Weekday: told}
			m.Value.To = m.Value.From
			m.Value.Doubt = Sure
		}
	}
}

// swap exchanges day and month of a numeric date.
func swap(v *Value) {
	p := withWeekday(Point{Year: v.From.Year, Month: v.From.Day, Day: v.From.Month})
	v.From, v.To = p, p
}

// maxPairs bounds the weekdays with dates that an article is known by, and so
// the time to look through them.
const maxPairs = 64

// nearYear is how many days from the article's date a day without a year may
// lie and still be taken to be of that time.
const (
	nearYear  = 60
	nearAhead = 21 // for a date to come that the words do not call so
)

// fillYear gives a day close to the article's date the year that lies nearest.
func (r *resolver) fillYear(v *Value, future bool) {
	a := r.article.v.From
	if a.Year == 0 || a.Month == 0 || a.Day == 0 {
		return
	}
	base := ordinalDay(a.Year, a.Month, a.Day)
	for _, y := range [...]int{a.Year, a.Year - 1, a.Year + 1} {
		p := v.From
		if p.Day > monthDays(y, p.Month) {
			continue
		}
		d := ordinalDay(y, p.Month, p.Day) - base
		if d < -nearYear || d > nearYear || d > nearAhead && !future {
			continue
		}
		v.From = withWeekday(Point{Year: y, Month: p.Month, Day: p.Day})
		v.To = v.From
		v.Doubt = OtherYear
		return
	}
}

// bareDay gives "the 14th" the month last told.
func (r *resolver) bareDay(m *Mention) {
	at := r.day
	if r.month.known() && (!at.known() || r.month.span.Start > at.span.Start) {
		at = r.month
	}
	if at.v.From.Month == 0 {
		at = r.article
	}
	p := at.v.From
	if p.Month == 0 || m.Value.From.Day > monthDays(p.Year, p.Month) {
		m.Value = Value{Bound: m.Value.Bound}
		return
	}
	m.Value.From = withWeekday(Point{Year: p.Year, Month: p.Month, Day: m.Value.From.Day})
	m.Value.To = m.Value.From
	r.anchored(m, at, "of the same month as ")
}

// anchored notes what a value was resolved from. What it is to the anchor stands
// in how, which ends in a space.
func (r *resolver) anchored(m *Mention, at anchor, how string) {
	m.AnchorSpan = at.span
	m.Anchor = at.iso
	if at.worked != "" {
		m.Why = how + at.worked
		return
	}
	if at == r.article && how == "" {
		m.Why = "the article's date"
		return
	}
	if how == "" {
		how = "the day of "
	}
	if at == r.article {
		words := at.span.In(r.body)
		if words == "" {
			words = human(at.v.From)
		}
		m.Why = how + "the article's date, " + words
		return
	}
	m.Why = how + at.span.In(r.body)
}

// bareWeekday dates a weekday: the nearest one before the article's date, or
// after it where the words speak of what is to come. turned is -1 for "last", 1
// for "next".
func (r *resolver) bareWeekday(d *draft, m *Mention, turned int) {
	v := &m.Value
	want := v.From.Weekday
	at := r.article
	told := false // the anchor is a day of the story, not that of the report
	if !at.known() || at.v.From.Weekday == 0 || at.v.From.Month == 0 {
		at, told = r.nearestPair(m.Span), true
	}
	a := at.v.From
	if a.Weekday == 0 || a.Month == 0 || a.Day == 0 {
		return
	}
	if at.span.Overlaps(m.Span) {
		return
	}
	diff := mod(want-a.Weekday, 7)
	switch {
	case turned > 0:
		if diff == 0 {
			diff = 7
		}
	case turned < 0:
		diff -= 7
	case d.future:
	case told && diff <= 3: // the nearer side
	case diff > 0:
		diff -= 7
	}
	v.From = withWeekday(addDays(Point{Year: a.Year, Month: a.Month, Day: a.Day}, diff))
	v.From.Weekday = want
	v.To = v.From
	v.Doubt = OtherWeek
	switch {
	case diff == 0:
		r.anchored(m, at, "")
	case diff < 0:
		r.anchored(m, at, "the "+weekdayName(want)+" before ")
	default:
		r.anchored(m, at, "the "+weekdayName(want)+" after ")
	}
}

// nearestPair is the last weekday told with a date before a place in the text,
// or the first one after it.
func (r *resolver) nearestPair(at model.Span) anchor {
	var out anchor
	pairs := r.past
	if len(pairs) == 0 {
		pairs = r.pairs
	}
	for _, p := range pairs {
		if !out.known() || p.span.Start <= at.Start {
			out = p
		}
	}
	return out
}

// paired is the weekday of a date without a year as far as the article's own
// pairs give it: it must lie within a hundred days of one.
func (r *resolver) paired(p Point) (weekday int, ok bool) {
	for _, q := range r.pairs {
		d := yearDay(p.Month, p.Day) - yearDay(q.v.From.Month, q.v.From.Day)
		if d >= -100 && d <= 100 {
			return mod(q.v.From.Weekday-1+d, 7) + 1, true
		}
	}
	return 0, false
}

// relative resolves what is read against an anchor.
func (r *resolver) relative(d *draft, m *Mention) {
	switch d.op.need {
	case needShift:
		r.shift(d, m)
	case needUnit, needWeekend:
		r.unit(d, m)
	case needSeason, needMonth, needYear:
		r.turnedYear(d, m)
	case needWeekday:
		if d.op.told {
			r.toldWeekday(d, m)
		} else {
			r.bareWeekday(d, m, d.op.n)
			if d.op.n > 0 {
				m.Value.Doubt = OtherWeek
			}
		}
	case needWeek:
		r.weekOf(d, m)
	case needEffect:
		at := r.day
		if !at.known() {
			at = r.article
		}
		if at.known() && at.v.Grain == Day {
			keepTime(&m.Value, at.v)
			r.anchored(m, at, "")
		}
	case needQuarter:
		if at := r.quarter; at.known() {
			e := m.Value.Edge
			m.Value = at.v
			m.Value.Edge, m.Value.Near, m.Value.Bound = e, Exact, d.v.Bound
			r.anchored(m, at, "that of ")
		}
	}
}

// keepTime gives v the date of another value and leaves its time of day.
func keepTime(v *Value, date Value) {
	v.From, v.To, v.Grain = date.From, date.To, date.Grain
	v.Doubt = date.Doubt
}

// shift resolves "two days earlier", "yesterday", "six months ago", "two minutes
// later".
func (r *resolver) shift(d *draft, m *Mention) {
	o := d.op
	if o.unit <= Hours {
		r.shiftClock(d, m)
		return
	}
	at := r.anchorFor(d)
	v := &m.Value
	a := at.v.From
	ok := at.known()
	switch o.unit {
	case Days, Weeks:
		n := o.n
		if o.unit == Weeks {
			n *= 7
		}
		ok = ok && at.v.Grain == Day && (a.Day != 0 && a.Month != 0 || a.Weekday != 0)
		if ok {
			v.From = withWeekday(addDays(a, n))
			v.Grain = Day
			if o.unit == Weeks && v.Near == Exact && !o.told {
				v.Near = Around // "three weeks ago" is seldom meant to the day
			}
		}
	case Months:
		ok = ok && a.Month != 0 && r.close(o, r.monthIn)
		if ok {
			v.From, v.Grain = addMonths(a, o.n), Month
			if a.Year == 0 {
				v.From.Year = 0
			}
		}
	default:
		n := o.n
		if o.unit == Decades {
			n *= 10
		}
		ok = ok && a.Year != 0 && r.close(o, r.yearIn)
		if ok {
			v.From, v.Grain = Point{Year: a.Year + n}, Year
		}
	}
	if !ok || d.clause {
		v.From, v.To, v.Grain = Point{}, Point{}, None
		v.Shift = Shift{o.n, o.unit}
		v.Vague = r.unresolved(d)
		m.Resolved = false
		return
	}
	v.To = v.From
	v.Doubt = at.v.Doubt
	if !o.told && o.base == nil && o.n < -1 && v.Near == Exact && v.Doubt == Sure && (v.Grain == Year || v.Grain == Month) {
		v.Doubt = roughness(a, v.Grain)
	}
	if v.Near == Exact && !v.timed() && (o.unit == Decades || o.told && !at.v.timed()) {
		v.Near = at.v.Near
		if o.unit == Decades {
			v.Near = Around
		}
	}
	if o.event || o.told && o.base == nil && o.unit >= Months {
		v.Doubt = OtherEvent
		v.Shift = Shift{o.n, o.unit}
	}
	r.anchored(m, at, distance(o.n, o.unit))
}

// roughness is what a count back from a date in whole years or months leaves open: half a unit
// less than it says, or nearly one more.
func roughness(a Point, g Grain) Doubt {
	if g == Year && a.Month != 0 && a.Month <= 6 || g == Month && a.Day != 0 && a.Day <= 15 {
		return RoughBack
	}
	return RoughBoth
}

// close reports whether a shift by months or years stands close enough to the
// date it would be counted from; "a booster a year later" counts from none.
func (r *resolver) close(o op, in model.ClaimIndex) bool {
	const claims = 2
	return !o.told || o.base != nil || !o.event && r.claim-in <= claims
}

// unresolved is the wording of an expression without an anchor; a shift tells
// itself.
func (r *resolver) unresolved(d *draft) string {
	if d.op.told && d.op.need == needShift && d.op.n != 0 && d.v.Part == AnyTime {
		return ""
	}
	return d.plain
}

// anchorFor is the date that a draft is relative to.
func (r *resolver) anchorFor(d *draft) anchor {
	if d.op.base != nil {
		b := draft{piece: *d.op.base, claim: d.claim, span: d.baseSpan, future: d.future}
		bm := Mention{Span: b.span, Value: b.v, Resolved: true}
		if b.op.need != nothing {
			r.relative(&b, &bm)
		} else {
			r.calendar(&b, &bm)
		}
		if bm.Value.Grain == None {
			return anchor{}
		}
		return anchor{v: bm.Value, span: b.span}
	}
	if !d.op.told {
		return r.article
	}
	switch d.op.unit {
	case Months:
		return r.month
	case Years, Decades:
		return r.year
	}
	switch {
	case d.op.event && r.written.known():
		return r.written
	case d.future:
		return r.ahead
	}
	return r.day
}

// distance words a shift: "a day before ", "the day of ".
func distance(n int, u Unit) string {
	switch {
	case n == 0:
		return ""
	case n < 0:
		return some(-n, unitNames[u]) + " before "
	}
	return some(n, unitNames[u]) + " after "
}

// shiftClock resolves "two minutes later" against the last clock time told.
func (r *resolver) shiftClock(d *draft, m *Mention) {
	o := d.op
	v := &m.Value
	n := o.n
	if o.unit == Hours {
		n *= 60
	}
	if o.unit == Hours && n%1440 == 0 && n != 0 { // "24 hours earlier" is a day
		day := *d
		day.op.n, day.op.unit = n/1440, Days
		r.shift(&day, m)
		return
	}
	at := r.clock
	if !o.told || !at.known() && !at.v.Clock.Known || o.base != nil || o.event {
		v.Shift = Shift{o.n, o.unit}
		v.Vague = r.unresolved(d)
		m.Resolved = false
		return
	}
	v.From, v.To, v.Grain, v.Doubt = at.v.From, at.v.To, at.v.Grain, at.v.Doubt
	v.Clock = at.v.Clock
	if v.Near == Exact {
		v.Near = at.v.Near
	}
	t := minutes(v.Clock) + n
	if over := floor(t, 1440); over != 0 && v.Grain == Day {
		v.From = withWeekday(addDays(v.From, over))
		v.To = v.From
	}
	t = mod(t, 1440)
	v.Clock.Hour, v.Clock.Minute = t/60, t%60
	v.Clock.Precise = v.Clock.Precise || o.unit == Minutes
	// Which of the story's events the clock was that of is a guess.
	v.Doubt = OtherEvent
	v.Shift = Shift{o.n, o.unit}
	r.anchored(m, at, distance(o.n, o.unit))
}

func floor(a, n int) int { return (a - mod(a, n)) / n }

// unit resolves "last week", "this month", "next year", "over the weekend", "the
// end of the year".
func (r *resolver) unit(d *draft, m *Mention) {
	o := d.op
	at := r.article
	if o.told {
		switch {
		case o.need == needWeekend || o.unit == Weeks:
			at = r.day
		case o.unit == Months:
			at = r.month
		default:
			at = r.year
		}
	}
	a := at.v.From
	v := &m.Value
	ok := at.known()
	switch {
	case o.need == needWeekend:
		ok = ok && a.Weekday != 0
		r.weekendOf(a, d, v, ok)
		ok = true
	case o.unit == Weeks:
		ok = ok && a.Day != 0 && a.Month != 0
		if ok {
			week(a, o.n, v)
		}
	case o.unit == Months:
		ok = ok && a.Month != 0
		if ok {
			v.From, v.Grain = addMonths(a, o.n), Month
			v.To = v.From
		}
	default:
		ok = ok && a.Year != 0
		if ok {
			v.From, v.Grain = Point{Year: a.Year + o.n}, Year
			v.To = v.From
		} else if v.Edge != Whole && o.n == 0 {
			// The end of a year is a time of year even where the year is not known.
			endOfYear(v)
			return
		}
	}
	if !ok {
		v.Vague = d.plain
		m.Resolved = false
		return
	}
	if !at.known() {
		return
	}
	v.Doubt = at.v.Doubt
	if v.Doubt == OtherYear {
		v.Doubt = Sure
	}
	name := unitNames[o.unit]
	if o.need == needWeekend {
		name = "weekend"
	}
	r.anchored(m, at, "the "+name+[...]string{" before ", " of ", " after "}[o.n+1])
}

// endOfYear stands for an edge of a year whose number is not known.
func endOfYear(v *Value) {
	months := map[Edge][2]int{Early: {1, 3}, Mid: {5, 8}, Late: {10, 12}, Start: {1, 1}, End: {12, 12}}[v.Edge]
	v.From, v.To, v.Grain = Point{Month: months[0]}, Point{Month: months[1]}, Month
	if v.Edge != Start && v.Edge != End {
		v.Edge = Whole
	}
}

// week is the week of a, moved by n weeks: Monday to Sunday, or the days it must
// lie within where the weekday of a is not known.
func week(a Point, n int, v *Value) {
	v.Grain = Week
	p := Point{Year: a.Year, Month: a.Month, Day: a.Day}
	if a.Weekday == 0 {
		v.From, v.To = addDays(p, 7*n-6), addDays(p, 7*n+6)
		v.Near = Around
		return
	}
	v.From = withWeekday(addDays(p, 7*n-(a.Weekday-1)))
	v.To = withWeekday(addDays(v.From, 6))
}

// weekendOf is the weekend before a, or after it where the words look ahead.
func (r *resolver) weekendOf(a Point, d *draft, v *Value, ok bool) {
	v.Grain = Day
	if !ok {
		v.From, v.To = Point{Weekday: 6}, Point{Weekday: 7}
		return
	}
	diff := mod(6-a.Weekday, 7) // days to the coming Saturday
	if d.op.n <= 0 && !(d.op.n == 0 && d.future) && !(d.op.n < 0 && d.future && !d.turnedBack) {
		if a.Weekday < 6 || d.turnedBack {
			diff -= 7
		} else {
			diff = 6 - a.Weekday
		}
	}
	v.From = withWeekday(addDays(a, diff))
	v.To = withWeekday(addDays(a, diff+1))
	v.Doubt = OtherWeek
}

// toldWeekday resolves "the following Friday" against the last date told.
func (r *resolver) toldWeekday(d *draft, m *Mention) {
	at := r.day
	a := at.v.From
	if !at.known() || a.Weekday == 0 || a.Month == 0 {
		m.Value.Doubt = OtherWeek
		return
	}
	diff := mod(m.Value.From.Weekday-a.Weekday, 7)
	if d.op.n > 0 && diff == 0 {
		diff = 7
	} else if d.op.n < 0 {
		diff -= 7
	}
	m.Value.From = withWeekday(addDays(a, diff))
	m.Value.To = m.Value.From
	m.Value.Doubt = OtherWeek
	r.anchored(m, at, "the "+weekdayName(m.Value.From.Weekday)+[...]string{" before ", " of ", " after "}[d.op.n+1])
}

// weekOf resolves "Friday last week".
func (r *resolver) weekOf(d *draft, m *Mention) {
	a := r.article.v.From
	if a.Weekday == 0 || a.Month == 0 {
		return
	}
	m.Value.From = withWeekday(addDays(a, 7*d.op.n+m.Value.From.Weekday-a.Weekday))
	m.Value.To = m.Value.From
	r.anchored(m, r.article, weekdayName(m.Value.From.Weekday)+" of the week"+[...]string{" before ", " of ", " after "}[d.op.n+1])
}

// turnedYear resolves "last August", "this spring", "March last year", where
// only the year is open.
func (r *resolver) turnedYear(d *draft, m *Mention) {
	at := r.article
	if d.op.told {
		at = r.month
		if d.op.need == needYear {
			at = r.year
		}
	}
	a := at.v.From
	v := &m.Value
	if !at.known() || a.Year == 0 {
		m.Resolved = d.op.need == needYear && v.From.Day != 0
		return
	}
	y := a.Year + d.op.n
	if d.op.need != needYear && a.Month != 0 {
		y = turnedTo(a, *v, d.op.n)
	} else if d.op.need != needYear {
		return
	}
	long := 0
	if v.To.Month < v.From.Month {
		long = 1
	}
	v.From.Year, v.To.Year = y, y+long
	v.From, v.To = withWeekday(v.From), withWeekday(v.To)
	if d.op.need != needYear {
		v.Doubt = OtherYear
	}
	r.anchored(m, at, [...]string{"the last one before ", "of the year of ", "the next one after "}[d.op.n+1])
	if d.op.need == needYear {
		r.anchored(m, at, [...]string{"the year before ", "the year of ", "the year after "}[d.op.n+1])
	}
}

// turnedTo is the year of the last, this or next month or season, seen from a.
func turnedTo(a Point, v Value, n int) int {
	y := a.Year
	switch {
	case n < 0:
		end := v.To.Month
		if v.To.Month < v.From.Month { // a winter is named for the year it begins in
			if a.Month > v.To.Month {
				return y - 1
			}
			return y - 2
		}
		if end >= a.Month {
			y--
		}
	case n > 0:
		if v.From.Month <= a.Month {
			y++
		}
	case v.To.Month < v.From.Month && a.Month <= v.To.Month:
		y--
	}
	return y
}
