package date

// Comparing times of day, zones and all.

// halfHour and the like are how far, in minutes, a loosely given clock time may
// lie from the exact one.
const (
	aroundHour    = 30 // "around 6 p.m."
	aroundPrecise = 15 // "around 6:10 p.m."
	shortly       = 30 // "shortly after 9"
	roundedBy     = 5  // "9 p.m." for 9:05
	partSlack     = 60 // "the evening" may begin an hour early
)

// window is the range of minutes after midnight that a value's time of day can
// mean, both ends included.
func window(v Value) (lo, hi int) {
	lo = minutes(v.Clock)
	if !v.Clock.Known {
		w := partHours[v.Part]
		if v.Part != Midnight {
			return w[0], w[1] - 1
		}
		lo = w[0]
	}
	hi = lo
	if v.Until.Known {
		hi = minutes(v.Until)
		if hi < lo {
			hi += 1440
		}
	}
	switch v.Near {
	case Around:
		k := aroundHour
		if v.Clock.Precise && v.Clock.Minute != 0 {
			k = aroundPrecise
		}
		return lo - k, hi + k
	case JustBefore:
		return lo - shortly, hi
	case JustAfter:
		return lo, hi + shortly
	}
	return lo, hi
}

// spansOf compares the windows of two times of one day.
func spansOf(x, y Value) finding {
	a, b := window(x)
	c, d := window(y)
	return spans(a, b, c, d)
}

// times compares times of day; y's day lies days after x's where that is known,
// else the two are taken to be of one day, whichever it is.
func times(x, y Value, days int, known bool) finding {
	if x.Clock.Known && y.Clock.Known && !(x.Clock.local() && y.Clock.local()) && (x.Clock.Zone != y.Clock.Zone || x.Clock.Offsets != y.Clock.Offsets) {
		return zoned(x, y, days, known)
	}
	f := wrapped(x, y, days, 0, known)
	if f.rel == Incompatible && x.Clock.Known != y.Clock.Known && !(x.Clock.local() && y.Clock.local()) {
		// "Sunday night" in one place may be Monday in GMT.
		if f.apart <= 14*60 {
			return finding{rel: Incomparable, why: "one time is given in another zone"}
		}
	}
	return f
}

// wrapped compares two times of day that are shift minutes of zone apart, each
// midnight at either end of its day.
func wrapped(x, y Value, days, shift int, known bool) finding {
	a, b := window(x)
	c, d := window(y)
	at := days*1440 + shift
	best := timeSpans(x, y, a, b, c+at, d+at)
	try := func(n int) {
		if f := timeSpans(x, y, a, b, c+at+n, d+at+n); f.better(best) {
			best = f
		}
	}
	if !known || x.Part == Midnight && !x.Clock.Known {
		try(1440)
	}
	if !known || y.Part == Midnight && !y.Clock.Known {
		try(-1440)
	}
	return best
}

// timeSpans compares two windows of minutes, with room for rounding.
func timeSpans(x, y Value, a, b, c, d int) finding {
	f := spans(a, b, c, d)
	switch {
	case f.rel == Equal && x.Near != y.Near:
		return finding{rel: Compatible}
	case f.rel != Incompatible:
		return f
	}
	gap := c - b
	if f.before > 0 {
		gap = a - d
	}
	switch {
	case x.Clock.Known && y.Clock.Known:
		if gap <= roundedBy && (!x.Clock.Precise || !y.Clock.Precise) {
			return finding{rel: Compatible}
		}
		f.apart = max(a-c, c-a)
		if x.Near != Exact || y.Near != Exact || x.Until.Known || y.Until.Known {
			f.apart = gap
		}
	case x.Clock.Known != y.Clock.Known && gap <= partSlack:
		return finding{rel: Compatible}
	}
	return f
}

// zoned compares two clock times of which at least one has a zone, in every
// offset that either can have.
func zoned(x, y Value, days int, known bool) finding {
	ox, oy := x.Clock.Offsets, y.Clock.Offsets
	numbers := wrapped(x, y, days, 0, known)
	guessed := x.Clock.local() || y.Clock.local()
	if numbers.rel == Equal && (guessed || ox == 0 || oy == 0) {
		return numbers
	}
	if ox == 0 || oy == 0 {
		return finding{rel: Incomparable, why: "nothing says how far the local time is from " + zoneOf(x, y)}
	}
	best := finding{rel: Incompatible, apart: 1 << 30}
	ox.each(func(p int) bool {
		oy.each(func(q int) bool {
			// y's clock read in x's zone
			if f := wrapped(x, y, days, p-q, known); f.better(best) {
				best = f
				if f.rel == Equal {
					best.why = x.Clock.String() + " and " + y.Clock.String() + " are one time: " + between(p, q)
				}
			}
			return best.rel != Equal
		})
		return best.rel != Equal
	})
	if best.rel == Incompatible && guessed {
		return finding{rel: Incomparable, why: "nothing says for certain how far the local time is from " + zoneOf(x, y)}
	}
	return best
}

// zoneOf names the zone that is told.
func zoneOf(x, y Value) string {
	if !x.Clock.local() {
		return x.Clock.Zone
	}
	return y.Clock.Zone
}

// between words the difference of two offsets.
func between(p, q int) string {
	if p == q {
		return "the zones are the same"
	}
	d := max(p-q, q-p)
	if d%60 == 0 {
		if d == 60 {
			return "the zones are an hour apart"
		}
		return "the zones are " + number(d/60) + " hours apart"
	}
	return "the zones are " + number(d/60) + " hours " + number(d%60) + " minutes apart"
}
