// Package quantity finds the counts, sums of money, shares, durations,
// measures, ages, ordinals and scores in the claims of one article, with what
// is counted as part of the value, and says how two of them stand to each
// other: equal, both possible, impossible together, or about different things.
//
// It gives evidence and no verdict: package compare makes relation and why of
// it. Two figures of different days come back Incompatible with both AsOf set,
// and it is for compare to say that this is no contradiction.
//
// Calendar dates, years, clock times, telephone numbers and numbers that are
// names (F-16, Resolution 1701, Fox 8) are not quantities here.
package quantity

import (
	"math"
	"strconv"
	"strings"

	"doubletake/model"
)

// Dimension is what sort of thing a number measures; numbers of different
// dimensions are never set against each other, but for a bare Count, which may
// equal anything ("the limit is 45" and "45 mph").
type Dimension uint8

// The dimensions.
const (
	Count       Dimension = iota // whole things; Counted says which
	Money                        // Unit is the currency code, Low and High in the main unit
	Share                        // a part of a whole, or a change by a part: 0.25 for 25% and for "a quarter"
	Points                       // percentage points
	Times                        // a factor or a number of occasions: "twice", "five times"
	Duration                     // Unit names it
	Length                       // as are the following
	Area                         //
	Mass                         //
	Volume                       //
	Speed                        //
	Temperature                  // Unit °C, °F, or ° where the article never says; Delta for differences
	Energy                       //
	Power                        //
	Data                         //
	Magnitude                    // of an earthquake
	Age                          // of a person or a thing, in years unless Unit says otherwise
	Ordinal                      // "13th", "third"; Counted is what is numbered
	Rank                         // "second-largest" is 2, "largest" 1; Counted is what is ranked
	Score                        // Low and High are the two sides as written; a unanimous vote has its own unit
)

var dimensionNames = [...]string{"count", "money", "share", "percentage points", "times", "duration", "length", "area", "mass",
	"volume", "speed", "temperature", "energy", "power", "data", "magnitude", "age", "ordinal", "rank", "score"}

// String is the dimension's word.
func (d Dimension) String() string {
	if int(d) < len(dimensionNames) {
		return dimensionNames[d]
	}
	return "unknown"
}

// Bound is how firmly a number is meant.
type Bound uint8

// The bounds.
const (
	Exact   Bound = iota // "42"
	About                // "about 40", "some 40", "an estimated 40"
	Almost               // "nearly 40": 40 or a little below
	AtLeast              // "at least 40", "more than 40"
	AtMost               // "up to 40", "fewer than 40"
	Range                // "10 to 15": Low to High
	Vague                // "dozens", "several": Low to High as most would grant
)

var boundNames = [...]string{"exact", "about", "almost", "at least", "at most", "range", "vague"}

// String is the bound's word.
func (b Bound) String() string {
	if int(b) < len(boundNames) {
		return boundNames[b]
	}
	return "unknown"
}

// Mention is one quantity where it stands in an article. Mentions are in text
// order and their spans do not overlap. Every number in it is finite.
type Mention struct {
	Claim  model.ClaimIndex
	Span   model.Span // bound, number, unit and, where it follows at once, what is counted: "about 900 jobs"
	Figure model.Span // number and unit alone: "900"
	Clause model.Span // of a vote told in a clause, all of it: "five voted to go and two to stay"; else empty
	Words  string     // the words of Figure with the bound, as written, for a why

	Dimension Dimension
	Low, High float64 // in Unit; equal but for Range, Vague and Score
	Place     float64 // the place of the last digit that may be meant: 1 for 42, 100 for 1,200, 0.1 for 3.5
	Bound     Bound
	Unit      string // "year", "mile", "°C", "GBP"; "" for counts
	Per       string // what a rate is given for: "year" in "£70,000 a year"
	Delta     bool   // a difference of two temperatures
	Limit     bool   // a rule's threshold ("aged 12 and over"): the number itself is the value

	Counted string   // the head noun in the singular: "soldier", "hiatus", "floor"; "" where none is given
	Of      []string // stems of the words between number and noun, sorted: "afghan", "border"
	Proper  []string // those of them with a capital: they tell one group from another
	States  States   // what happened to the counted
	Person  string   // whose age it is, as written
	Holder  string   // who holds the share, as written; "" where that is not told
	Trend   int      // +1 for a rise, -1 for a fall, 0 where none is told
	From    bool     // where a change began: "from 24%"
	To      bool     // where it ended: "to 31%"
	Part    bool     // a part of a group told before: "three of them", "including two"
	Whole   bool     // the whole of which another number is a part: the eight of "six of its eight cars"
	More    bool     // on top of another number: "two more", "12 others"
	Joined  bool     // one more is told of apart: "two were freed, and a third was not"
	Gloss   bool     // in brackets, the figure before it in other units: "(48 km)"
	Planned bool     // expected or forecast, not yet so
	Meant   bool     // to come, and not said to be a forecast: "will", "wants to"
	Once    bool     // as it was before: "once", "originally", "used to"
	Running bool     // a count called a growing one: "rose to 17", "so far", "since May"
	Way     string   // what a length measures: "long", "wide", "high", "deep", "thick" or "away"; "" where not told
	Prep    string   // "for" or "in" before a duration: how long it lasted, what it took
	Anchor  string   // "ago", "later" or "into" where a duration leads to a time
	AsOf    string   // the nearest words of the claim that date the figure: "by Tuesday", "so far"; "" where none
	Context []string // stems of the words about it, sorted; not its own
}

// Told is the span to show: the whole clause of a vote, which Span begins; it is not Span
// itself, for its words say what was voted on.
func (m Mention) Told() model.Span {
	if m.Clause.End > 0 {
		return m.Clause
	}
	return m.Span
}

// States is a set of the classes in data/state.txt: killed, injured, missing...
type States uint64

// Names lists the classes of the set in the lexicon's order.
func (s States) Names() []string {
	var out []string
	for i, name := range words().stateNames {
		if s&(1<<i) != 0 {
			out = append(out, name)
		}
	}
	return out
}

// OnlyGrow reports whether the set has a class that nobody leaves, so that a later
// count of it is no smaller one: killed, arrested.
func (s States) OnlyGrow() bool { return s&words().settled != 0 }

// Value is the quantity in normal form, for showing and for the output:
// "13 years", ">=40 injured", "1200000000 USD", "3rd floor".
func (m Mention) Value() string {
	var b strings.Builder
	b.WriteString([...]string{"", "~", "<~", ">=", "<=", "", "~"}[min(int(m.Bound), 6)])
	b.WriteString(m.amount())
	if m.Per != "" {
		b.WriteString(" per " + m.Per)
	}
	switch {
	case m.Dimension == Rank || m.Dimension == Ordinal || m.Dimension == Count:
		if m.Counted != "" {
			b.WriteString(" " + m.Counted)
		}
	case m.Dimension == Age && m.Person != "":
		b.WriteString(", " + m.Person)
	}
	if m.Dimension == Count {
		for _, s := range m.States.Names() {
			b.WriteString(" " + s)
		}
	}
	return b.String()
}

// String is Value.
func (m Mention) String() string { return m.Value() }

// amount is the number with its unit.
func (m Mention) amount() string {
	low, high := number(m.Low), number(m.High)
	switch m.Dimension {
	case Score:
		if m.Unit == unanimous {
			return unanimous
		}
		return low + "-" + high
	case Ordinal, Rank:
		return low + suffix(m.Low)
	case Share:
		low, high = number(m.Low*100), number(m.High*100)
	}
	if low != high {
		low += "-" + high
	}
	switch {
	case m.Dimension == Share:
		return low + "%"
	case m.Dimension == Temperature:
		return low + m.Unit
	case m.Unit == "":
		return low
	case m.Low == 1 && m.High == 1 || m.Dimension == Money:
		return low + " " + m.Unit
	}
	return low + " " + plural(m.Unit)
}

// suffix is the ending of an ordinal.
func suffix(v float64) string {
	n := int(math.Mod(v, 100))
	switch {
	case n/10 == 1:
		return "th"
	case n%10 == 1:
		return "st"
	case n%10 == 2:
		return "nd"
	case n%10 == 3:
		return "rd"
	}
	return "th"
}

// plural is the plural of a unit's name.
func plural(unit string) string {
	switch unit {
	case "foot":
		return "feet"
	case "inch":
		return "inches"
	case "century":
		return "centuries"
	case "square foot":
		return "square feet"
	case "cubic foot":
		return "cubic feet"
	case "metre per second", "kilometre per hour", "mile per hour":
		head, rest, _ := strings.Cut(unit, " ")
		return head + "s " + rest
	case "stone", "horsepower":
		return unit
	}
	return unit + "s"
}

// number writes v without an exponent and without the dust of floating point.
func number(v float64) string {
	return strconv.FormatFloat(math.Round(v*1e6)/1e6, 'f', -1, 64)
}
