// This file sets two quantities against each other: units, bounds, rounding.

package quantity

import (
	"fmt"
	"math"
	"strings"
)

// Outcome is how two quantities stand to each other.
type Outcome uint8

// The outcomes.
const (
	Incomparable Outcome = iota // nothing says that they count the same
	Equal                       // the same value, exact conversion included
	Rounded                     // not equal, and both can be true: rounding, bounds, precision
	Incompatible                // they count the same, and both cannot be true
)

var outcomeNames = [...]string{"incomparable", "equal", "rounded", "incompatible"}

// String is the outcome's word.
func (o Outcome) String() string {
	if int(o) < len(outcomeNames) {
		return outcomeNames[o]
	}
	return "unknown"
}

// Evidence is what Compare saw.
type Evidence struct {
	Outcome  Outcome
	Likeness Likeness
	// Why is the arithmetic in one short phrase ("42 months is 3.5 years"); never
	// empty.
	Why string
	// Sole is set by Match where nothing but being the only figures of their sort
	// ties the two together: only as good as the link between the claims.
	Sole bool
}

// Compare sets x beside y, which stand in claims that tell the same event. It
// is symmetric but for the order of words in Why. Incompatible is returned only
// where Comparable is firm; figures that differ without that are Incomparable.
func Compare(x, y Mention) Evidence {
	like := Comparable(x, y)
	if like.Score == 0 {
		return Evidence{Likeness: like, Why: like.Why}
	}
	out, why := arithmetic(x, y)
	if out == Rounded && x.Dimension != y.Dimension && !bareSum(x, y) && !countedTimes(x, y) {
		out, why = Incomparable, like.Why
	}
	if out == Incompatible && !like.Firm {
		out, why = Incomparable, "nothing ties the two figures together: "+like.Why
	}
	if out == Incompatible && Forecast(x, y) {
		out, why = planned(x, y, why)
	}
	if out == Rounded && (oneOf(x) || oneOf(y)) && (x.States&y.States == 0 || x.Part != y.Part) {
		out, why = Incomparable, "one of a group is told, and not how many"
	}
	if out == Rounded && x.Dimension == Count && x.Bound != Vague && y.Bound != Vague && x.Low != 0 && y.Low != 0 && !oneOrder(x, y, farthest) {
		out, why = Incomparable, "one is many times the other" // "two farms", "as many as 250 buildings"
	}
	return Evidence{Outcome: out, Likeness: like, Why: why}
}

// Forecast reports whether one of two figures is a forecast and the other a fact.
func Forecast(x, y Mention) bool {
	return x.Planned && !y.Planned && !y.Meant || y.Planned && !x.Planned && !x.Meant
}

// planned weighs a forecast against a fact: both can be true where they are of
// one order.
func planned(x, y Mention, why string) (Outcome, string) {
	a, b, _ := toOneBase(&x, &y)
	if near(a.Low, b.Low, .4) {
		return Rounded, "one is expected, the other is not: " + why
	}
	return Incomparable, "one is expected, the other is not"
}

// sumLeast is a number from which one without a noun may be a sum of money.
const sumLeast = 1e6

// bareSum reports a sum of money and a large number that may be one too, its currency told
// elsewhere: "412 million pounds", "it paid in more than 400 million".
func bareSum(x, y Mention) bool {
	if y.Dimension == Money {
		x, y = y, x
	}
	return x.Dimension == Money && bare(y) && min(x.Low, y.Low) >= sumLeast && near(x.Low, y.Low, aboutSmall)
}

// countedTimes reports a large count and a number of times that round to each other: "612
// calls", "it rang over 600 times".
func countedTimes(x, y Mention) bool {
	if y.Dimension == Times {
		x, y = y, x
	}
	return x.Dimension == Times && y.Dimension == Count && min(x.Low, y.Low) >= large && near(x.Low, y.Low, aboutSmall)
}

// oneOf reports "one of them", which picks out one and counts none.
func oneOf(m Mention) bool { return m.Low == 1 && m.High == 1 && m.Bound == AtLeast && m.Part }

// arithmetic compares the numbers alone, as if they counted the same.
func arithmetic(x, y Mention) (Outcome, string) {
	if x.Dimension == Score && y.Dimension == Score {
		return scores(x, y)
	}
	a, b, exact := toOneBase(&x, &y)
	switch {
	case x.Trend*y.Trend < 0 && near(a.Low, b.Low, 1e-9):
		return Incompatible, fmt.Sprintf("%s is a rise in one and a fall in the other", x.amount())
	case same(a, b, exact):
		return sameValue(x, y)
	case x.Limit && y.Limit:
		return Incompatible, fmt.Sprintf("the limit is %s in one and %s in the other", x.amount(), y.amount())
	case bare(x) != bare(y) && x.Dimension != y.Dimension && !bareSum(x, y):
		return Incompatible, "a bare number and another measure"
	case x.Dimension == Ordinal && y.Dimension == Ordinal && (x.Low == 1) != (y.Low == 1) && !(x.Counted == "floor" && y.Counted == "floor") && !(Graded(x) && Graded(y)):
		return Incomparable, "the first of a row and another"
	case x.Dimension == Ordinal || x.Dimension == Rank || y.Dimension == Ordinal:
		return Incompatible, fmt.Sprintf("%s or %s", x.amount(), y.amount())
	}
	if possible(a, b, exact) {
		return Rounded, roundedWhy(x, y)
	}
	if x.Dimension == Share && y.Dimension == Share && near(a.Low+b.Low, 1, dust) && !heldByOne(x, y) &&
		(x.Counted != y.Counted || x.Counted == "" || x.Holder != "" && y.Holder != "") {
		return Incomparable, fmt.Sprintf("%s and %s make up a whole: perhaps its two parts", x.amount(), y.amount())
	}
	return Incompatible, incompatibleWhy(x, y)
}

// Arithmetic compares the numbers of two quantities of one dimension as if they
// counted the same thing, for a caller that knows they do from elsewhere. It is
// Incomparable for two dimensions, units that do not convert, and ages of two people.
func Arithmetic(x, y Mention) (Outcome, string) {
	if x.Dimension == Money && y.Dimension == Money && x.Unit != y.Unit && x.Low == y.Low && x.High == y.High && x.Bound == y.Bound &&
		strings.HasSuffix(x.Unit, "D") && strings.HasSuffix(y.Unit, "D") {
		return Equal, "the same number of dollars, one article says whose"
	}
	if Graded(x) && Graded(y) && (x.Counted != y.Counted || x.From != y.From) {
		return Incomparable, "two scales, or a step that is left behind"
	}
	if x.Dimension != y.Dimension || x.Per != y.Per || x.Way != y.Way && x.Way != "" && y.Way != "" || x.Dimension == Money && x.Unit != y.Unit ||
		x.Person != "" && y.Person != "" && x.Person != y.Person || x.Gloss || y.Gloss || heldByTwo(x, y) || (x.Anchor == "into") != (y.Anchor == "into") {
		return Incomparable, "two measures"
	}
	return arithmetic(x, y)
}

// sameValue is the outcome for equal numbers: only the bounds may differ.
func sameValue(x, y Mention) (Outcome, string) {
	if x.Bound != y.Bound && !bare(x) && !bare(y) && !inTime(x, y) && !inTime(y, x) {
		return Rounded, fmt.Sprintf("%q is %s, %q is %s", x.Words, x.Bound, y.Words, y.Bound)
	}
	if x.Unit != y.Unit && x.Unit != "" && y.Unit != "" {
		return Equal, fmt.Sprintf("%s is %s", x.amount(), y.amount())
	}
	if x.Words != "" && x.Words == y.Words {
		return Equal, "both say " + x.Words
	}
	return Equal, fmt.Sprintf("%q and %q are both %s", x.Words, y.Words, x.amount())
}

// inTime reports "within 72 hours" beside "in three days".
func inTime(x, y Mention) bool {
	return x.Dimension == Duration && x.Bound == AtMost && strings.HasPrefix(strings.ToLower(x.Words), "within") && y.Bound == Exact && y.Prep == "in"
}

func roundedWhy(x, y Mention) string {
	if x.Unit != y.Unit && x.Unit != "" && y.Unit != "" && x.Bound != Vague && y.Bound != Vague {
		if a, b, _ := toOneBase(&x, &y); x.Dimension != Money {
			return fmt.Sprintf("%q is about %s", x.Words, showAs(a, b, y))
		}
	}
	return fmt.Sprintf("%q and %q can both be true", x.Words, y.Words)
}

// showAs writes x, brought to y's base, in y's unit.
func showAs(a, b interval, y Mention) string {
	if b.Low == 0 || y.Low == 0 {
		return y.amount()
	}
	m := y
	scale := y.Low / b.Low
	m.Low, m.High = significant(a.Low*scale), significant(a.High*scale)
	if y.Dimension == Temperature && !y.Delta {
		m.Low, m.High = significant(fromBase(a.Low, y)), significant(fromBase(a.High, y))
	}
	return m.amount()
}

// significant rounds to three significant digits.
func significant(v float64) float64 {
	if v == 0 {
		return 0
	}
	scale := math.Pow(10, 2-math.Floor(math.Log10(math.Abs(v))))
	return math.Round(v*scale) / scale
}

func incompatibleWhy(x, y Mention) string {
	if x.Bound != Exact || y.Bound != Exact {
		return fmt.Sprintf("%q leaves no room for %q", x.Words, y.Words)
	}
	return fmt.Sprintf("%s or %s", x.amount(), y.amount())
}

// scores are equal also where the two sides are told in the other order.
func scores(x, y Mention) (Outcome, string) {
	switch {
	case x.Unit == unanimous && y.Unit == unanimous:
		return Equal, "both unanimous"
	case x.Unit == unanimous || y.Unit == unanimous:
		if x.Low == 0 || x.High == 0 && y.High == 0 || y.Low == 0 {
			return Equal, "unanimous: none against"
		}
		return Incompatible, x.amount() + " or " + y.amount()
	case x.Low == y.Low && x.High == y.High:
		return Equal, "both say " + x.amount()
	case x.Low == y.High && x.High == y.Low:
		return Equal, x.amount() + " and " + y.amount() + " are one score from two sides"
	}
	return Incompatible, x.amount() + " or " + y.amount()
}

// interval is a mention's number in the base unit of its dimension.
type interval struct {
	Low, High, Place float64
	m                *Mention
}

// toOneBase brings two mentions to one base. exact is false where their units have
// no exact relation (days and months) or one is converted.
func toOneBase(x, y *Mention) (a, b interval, exact bool) {
	if x.Dimension != y.Dimension { // a bare number has no unit to convert from
		return interval{x.Low, x.High, x.Place, x}, interval{y.Low, y.High, y.Place, y}, true
	}
	if x.Dimension == Temperature { // a scale that is not told is the other's
		if x.Unit == "°" {
			x = x.in(y.Unit)
		} else if y.Unit == "°" {
			y = y.in(x.Unit)
		}
	}
	a, b = toBase(x), toBase(y)
	exact = x.Unit == y.Unit
	l := words()
	if x.Dimension == Duration || x.Dimension == Age {
		u, v := l.factors[x.Unit], l.factors[y.Unit]
		exact = u.calendar == v.calendar
		if !exact { // the mean Gregorian month, in seconds
			if u.calendar {
				a.scale(monthSeconds)
			} else {
				b.scale(monthSeconds)
			}
		}
	}
	return a, b, exact
}

// in is the mention in another unit.
func (m Mention) in(unit string) *Mention {
	m.Unit = unit
	return &m
}

// monthSeconds is the mean month of the Gregorian calendar: 365.2425 days / 12.
const monthSeconds = 365.2425 / 12 * 86400

func (v *interval) scale(f float64) { v.Low, v.High, v.Place = v.Low*f, v.High*f, v.Place*f }

// toBase converts to the base unit.
func toBase(m *Mention) interval {
	v := interval{m.Low, m.High, m.Place, m}
	switch m.Dimension {
	case Duration, Length, Area, Mass, Volume, Speed, Energy, Power, Data, Age:
		if u, ok := words().factors[m.Unit]; ok {
			v.scale(u.factor)
		}
	case Temperature:
		if m.Unit == "°F" {
			v.scale(1 / 1.8)
			if !m.Delta {
				v.Low, v.High = v.Low-32/1.8, v.High-32/1.8
			}
		}
	}
	return v
}

// Middle is the middle of the amount in the base unit of its dimension: metres,
// seconds, °C; money as it stands.
func (m Mention) Middle() float64 {
	v := toBase(&m)
	return (v.Low + v.High) / 2
}

// fromBase writes a temperature in the mention's scale.
func fromBase(v float64, m Mention) float64 {
	if m.Unit == "°F" {
		return v*1.8 + 32
	}
	return v
}

// near reports that two numbers are within a relative distance.
func near(a, b, relative float64) bool {
	return math.Abs(a-b) <= relative*max(math.Abs(a), math.Abs(b), 1e-12)
}

// Tolerances, as parts of the number.
const (
	dust       = 1e-9 // of floating point
	aboutLeast = .05  // however finely it is told: "about 2.5 million" may be 2.4; the annotated pairs do not tell .02 from .05
	aboutSmall = .1   // "about 40" may be 36 to 44
	aboutLarge = .08  // from 100 on
	almostWide = .2   // "nearly" never reaches further below
)

// fewAbout is a number from which one that is told with "about" may be off by one.
const fewAbout = 10

// same reports that both give one value. A conversion to another unit counts
// where it comes out at the very number, written to the last digit.
func same(a, b interval, exact bool) bool {
	if near(a.Low, b.Low, dust) && near(a.High, b.High, dust) && (exact || a.m.Unit == b.m.Unit) {
		return true
	}
	if near(a.Low, b.Low, dust) && near(a.High, b.High, dust) && a.m.Dimension != Duration {
		return true
	}
	if a.m.Bound != b.m.Bound || a.m.Bound > Almost || a.m.Unit == b.m.Unit || a.m.Dimension == Duration || a.m.Dimension != b.m.Dimension {
		return false
	}
	if a.m.Unit == "" || b.m.Unit == "" {
		return false
	}
	return near(a.Low, b.Low, hundredth) && !decimal(a, b)
}

// decimal reports whether two units differ by a power of ten: nobody has to round
// on the way from metres to kilometres.
func decimal(a, b interval) bool {
	if a.m.Low == 0 || b.m.Low == 0 || a.Low == 0 || b.Low == 0 {
		return false
	}
	power := math.Log10(math.Abs(a.Low / a.m.Low * b.m.Low / b.Low))
	return math.Abs(power-math.Round(power)) < 1e-6
}

// hundredth is how far a converted measure may lie off and still be the same: the
// second writer rounded what the first one gave.
const hundredth = 0.01

// far stands for no bound; it is finite so that nothing turns to NaN.
const far = 1e300

// possible reports that some value fits both.
func possible(a, b interval, exact bool) bool {
	if a.m.Bound == Exact && b.m.Bound == Exact {
		return rounds(a, b, exact) || rounds(b, a, exact)
	}
	lowA, highA := a.room(exact)
	lowB, highB := b.room(exact)
	slack := dust * max(math.Abs(a.Low), math.Abs(b.Low))
	return lowA <= highB+slack && lowB <= highA+slack
}

// room is what a bounded number leaves open.
func (v interval) room(exact bool) (low, high float64) {
	low, high = v.Low, v.High
	size := math.Abs(v.Low)
	switch v.m.Bound {
	case Exact:
		if !exact {
			low, high = low-.035*size, high+.035*size
		}
		if v.m.Dimension == Count && size < 100 {
			return low, high
		}
		return low - .0005*size, high + .0005*size
	case About:
		part := aboutSmall
		if math.Abs(v.m.Low) >= 100 && v.m.Dimension != Share {
			part = aboutLarge
		}
		d := min(max(aboutLeast*size, v.Place/2), part*size)
		if (v.m.Dimension == Count || v.m.Dimension == Age) && v.m.Low >= fewAbout && v.Place <= v.Low {
			d = max(d, v.Low/v.m.Low) // "about 13" may be 12
		}
		if !exact {
			d += .02 * size
		}
		return low - d, high + d
	case Almost:
		d := min(max(.1*size, v.Place/2), almostWide*size)
		return low - d, high + .002*size
	case AtLeast:
		return low - .0005*size, far
	case AtMost:
		return -far, high + .0005*size
	case Vague:
		if v.m.Dimension == Share || v.m.Dimension == Age {
			return low, high
		}
		return low - .1*size, high + .25*math.Abs(high)
	}
	return low - .02*size, high + .02*size
}

// rounds reports that b may be a, rounded: both exact, b the coarser.
func rounds(a, b interval, exact bool) bool {
	d := math.Abs(a.Low - b.Low)
	size := max(math.Abs(a.Low), math.Abs(b.Low))
	if !exact || a.m.Unit != b.m.Unit && a.m.Unit != "" && b.m.Unit != "" {
		if a.m.Unit == "ton" || b.m.Unit == "ton" {
			return d <= .1*size // short, long or metric
		}
		if b.m.Dimension == Age && b.Place > a.Place {
			return d <= min(b.Place/2, .25*size) // seven weeks are two months
		}
		return d <= max(.04*size, min(b.Place/2, .1*size))
	}
	if b.Place < a.Place {
		return false
	}
	switch b.m.Dimension {
	case Count, Age, Times, Points, Magnitude, Temperature:
		if b.m.Low == math.Trunc(b.m.Low) && a.m.Low == math.Trunc(a.m.Low) && b.Place < 100 && !(b.Place >= 10 && size >= 100 && d <= .025*size && b.m.States == 0) {
			return false
		}
		return d <= b.Place/2 && d <= .05*size
	case Share:
		if fraction(a.m) != fraction(b.m) {
			return d <= .04*size // 33% and a third
		}
		return b.Place > a.Place && d <= min(b.Place, .01)/2*(1+dust)
	}
	return b.Place > a.Place && d <= b.Place/2*(1+dust) && d <= .07*size
}

// fraction reports a share in words.
func fraction(m *Mention) bool { return m.Unit == "" }
