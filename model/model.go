// Package model holds the nouns of the comparison: articles, their claims, the
// facts in them, and how two articles stand to each other. They are plain
// values, made once by the stages under this folder and not changed after.
//
// The way of the data is one way: bytes (source) become an Article (article),
// its claims (claim), the facts of one article (fact, with date, quantity and
// name as the values' own rooms), links between two articles' claims (align),
// and a Comparison (compare), which report and the screens only read. A stage
// imports model, text and what stands before it; nothing under model imports a
// terminal package.
package model

// ClaimIndex numbers a claim within its own article, from 0 in text order.
type ClaimIndex int

// FactIndex numbers a fact within Comparison.Facts.
type FactIndex int

// Article is one report made readable: repaired, harmless text whose byte
// offsets every later stage uses.
type Article struct {
	Source    string // where it came from, as the user named it
	Title     string // the headline, "" where there is none; not part of Text
	Byline    string // who wrote it, as printed; "" where not given
	Outlet    string // who published it; "" where not given
	Published string // ISO date (2025-11-17) as far as the article itself gives it; "" where not
	Dateline  string // the place a report opens with ("DAMASCUS"), as printed; "" where not given

	// Text is the body: paragraphs separated by one blank line ("\n\n"), no
	// newline inside a paragraph, no control or bidi character.
	Text string
	// Paragraphs are the paragraphs of Text in order, without the blank lines.
	Paragraphs []Span
}

// Claim is what the reader steps through: a sentence, or a quote with the words
// that say whose it is. The claims of an article are in text order, do not
// overlap, and together hold every word of the body.
type Claim struct {
	Span      Span
	Paragraph int  // index into Article.Paragraphs
	Quote     bool // the claim is, for the most part, words in quotation marks
	Furniture bool // crosshead, caption, 'Read more': shown, never compared
	Hedged    bool // the writer or the source does not assert it flatly
	Source    Source
}

// Source is who a claim is put down to. The zero Source is the writer's own voice.
type Source struct {
	Text  string // as written ("a senior Syrian official"); "" for the writer's own voice
	Span  Span   // where Text stands in the article; empty where there is none
	Named bool   // a person or body one could call, not "a source" or "officials"
}

// Mention is the words that carry a value: the exact span, the claim it stands
// in, and the normalised value that was compared.
type Mention struct {
	Claim ClaimIndex
	Span  Span
	Value string
}

// Fact is one value that both articles give for the same thing, or that one of
// them gives alone.
type Fact struct {
	Kind     Kind
	Relation Relation
	Severity Severity // None for Same and for one-sided facts
	About    string   // whose or of what: "Murhaf Abu Kasra", "killed"
	Left     Mention  // the zero Mention where Relation is RightOnly
	Right    Mention  // the zero Mention where Relation is LeftOnly
	Why      string   // what makes the relation so, in one short phrase; never empty
	Beware   string   // the nearest false match a reader could fall for; often ""
}

// On is the fact's mention on one side; ok is false where that side gives none.
func (f Fact) On(s Side) (m Mention, ok bool) {
	if s == Left {
		return f.Left, f.Relation != RightOnly
	}
	return f.Right, f.Relation != LeftOnly
}

// Question is the fact as a reader would ask it, for the head of a detail panel.
func (f Fact) Question() string {
	about := f.About
	if about == "" {
		about = "this"
	}
	switch f.Kind {
	case Name:
		return "How is " + about + " written?"
	case Title:
		return "What office does " + about + " hold?"
	case Organisation:
		return "Which body is " + about + "?"
	case Place:
		return "Where: " + about + "?"
	case Date:
		return "When: " + about + "?"
	case Quantity:
		return "How many, how much: " + about + "?"
	case Quote:
		return "What was said by " + about + "?"
	case Attribution:
		return "Who says it: " + about + "?"
	default:
		return "How sure: " + about + "?"
	}
}

// Link joins one left claim to one right claim that report the same thing. A
// claim may stand in several links.
type Link struct {
	Left, Right ClaimIndex
	Verdict     Verdict
	Score       float64     // 0 to 1, rounded to two decimals so that it prints the same everywhere
	Facts       []FactIndex // facts that stand in both claims of this link, ascending
}

// Voice is one source heard in an article, with all it is made to say.
type Voice struct {
	Source     Source
	Reason     string // why it is not named, as printed ("on condition of anonymity"); "" where not said
	Quotations int    // runs of quoted words put down to it
	Claims     []ClaimIndex
	Silent     bool // the article says it did not comment or confirm
}

// Telling is one side of a comparison: the article and all that was found in it.
type Telling struct {
	Article Article
	Claims  []Claim
	Voices  []Voice
}

// Form is one way an article writes a person, body or place, or one title it
// gives a person, with its first place and how often it stands there.
type Form struct {
	Mention Mention
	Count   int
}

// Subject is a person, body or place with every spelling and title on each
// side, for the ledger. Forms[Left] or Forms[Right] is empty where that side
// does not name it.
type Subject struct {
	Kind   Kind // Name, Organisation or Place
	Label  string
	Forms  [2][]Form
	Titles [2][]Form // people only
}

// Inside is a contradiction within one article.
type Inside struct {
	Side          Side
	Kind          Kind
	First, Second Mention
	Why           string
}

// Run is a stretch of words that both articles share to the letter.
type Run struct {
	Left, Right Span
	Words       int
}

// Origin says whether the two articles look like tellings of one text.
type Origin struct {
	Likely   string   // "one", "separate" or "unclear"
	InOrder  int      // linked pairs of pairs that come in the same order
	Crossing int      // linked pairs of pairs that come in the other order
	Runs     []Run    // the longest shared runs, longest first, at most five
	Shared   []string // sources both lean on, as the left article writes them
	Why      string
}

// Glance is the five lines a reader sees before any key is pressed.
type Glance struct {
	Event, Origin, Worst, Count, Voices string
}

// Comparison is the whole result. Equal inputs give equal values.
type Comparison struct {
	Tellings [2]Telling
	Links    []Link // by left claim, then right claim
	Facts    []Fact // by place in the text: the left one where there is one
	Subjects []Subject
	Inside   []Inside
	Origin   Origin
	Glance   Glance
}

// Text is the body of one side.
func (c Comparison) Text(s Side) string { return c.Tellings[s].Article.Text }

// Words is the exact text a mention covers on one side.
func (c Comparison) Words(s Side, m Mention) string { return m.Span.In(c.Text(s)) }

// Count is the number of facts of one relation.
func (c Comparison) Count(r Relation) int {
	n := 0
	for _, f := range c.Facts {
		if f.Relation == r {
			n++
		}
	}
	return n
}

// Linked is the number of claims on one side that stand in at least one link.
func (c Comparison) Linked(s Side) int {
	seen := make(map[ClaimIndex]bool)
	for _, l := range c.Links {
		if s == Left {
			seen[l.Left] = true
		} else {
			seen[l.Right] = true
		}
	}
	return len(seen)
}
