package model

// Side names one of the two articles.
type Side uint8

// The two sides, in reading order; they index Comparison.Tellings.
const (
	Left Side = iota
	Right
)

// Other is the opposite side.
func (s Side) Other() Side { return 1 - s }

// String is "left" or "right".
func (s Side) String() string { return [...]string{"left", "right"}[s&1] }

// Kind is what sort of value a fact carries.
type Kind uint8

// The nine kinds, in the order in which reports list them.
const (
	Name Kind = iota
	Title
	Organisation
	Place
	Date
	Quantity
	Quote
	Attribution
	Certainty
)

// Kinds lists every kind once, in order.
var Kinds = [...]Kind{Name, Title, Organisation, Place, Date, Quantity, Quote, Attribution, Certainty}

var kindNames = [...]string{"name", "title", "organisation", "place", "date", "quantity", "quote", "attribution", "certainty"}

// String is the kind's word in every output.
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return "unknown"
}

// Relation is how the two sides stand to each other on one fact.
type Relation uint8

// The relations, quietest first, so that a larger one is the worse one; the
// last two are facts that one side alone gives.
const (
	Same      Relation = iota // the same value, whatever the words
	Variant                   // one person, body or place written differently
	Differs                   // not equal, and both can be true
	Conflict                  // both cannot be true
	LeftOnly                  // the left article alone gives it
	RightOnly                 // the right article alone gives it
)

// Relations lists every relation in the order a reader wants them: worst first.
var Relations = [...]Relation{Conflict, Differs, Variant, Same, LeftOnly, RightOnly}

var relationNames = [...]string{"same", "variant", "differs", "conflict", "left_only", "right_only"}

// String is the relation's word in every output.
func (r Relation) String() string {
	if int(r) < len(relationNames) {
		return relationNames[r]
	}
	return "unknown"
}

// Mirror is the relation seen with the two articles swapped.
func (r Relation) Mirror() Relation {
	switch r {
	case LeftOnly:
		return RightOnly
	case RightOnly:
		return LeftOnly
	}
	return r
}

// OneSided reports whether one article alone gives the fact.
func (r Relation) OneSided() bool { return r == LeftOnly || r == RightOnly }

// Rank orders relations worst first: conflict 0, differs 1, variant 2, same 3,
// left only 4, right only 5.
func (r Relation) Rank() int {
	for i, x := range Relations {
		if x == r {
			return i
		}
	}
	return len(Relations)
}

// Severity says how much a fact that is not the same should worry an editor.
type Severity uint8

// The severities, lightest first; None belongs to facts that agree.
const (
	None Severity = iota
	Low
	Medium
	High
)

var severityNames = [...]string{"none", "low", "medium", "high"}

// String is the severity's word in every output.
func (s Severity) String() string {
	if int(s) < len(severityNames) {
		return severityNames[s]
	}
	return "unknown"
}

// Verdict is what a link between two claims comes to.
type Verdict uint8

// The verdicts, mildest first.
const (
	Agree  Verdict = iota // nothing in one speaks against the other
	Differ                // both can be true, but precision, hedge or source differ
	Clash                 // at least one fact cannot be true in both
)

var verdictNames = [...]string{"agree", "differ", "conflict"}

// String is the verdict's word in every output; Clash is written "conflict".
func (v Verdict) String() string {
	if int(v) < len(verdictNames) {
		return verdictNames[v]
	}
	return "unknown"
}
