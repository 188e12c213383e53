// Package voice finds who says what in one article: for each claim the source,
// the cue that puts the words in its mouth and the stretch they cover; for each
// quotation its speaker; and who would not speak. It also says how two
// quotations, and two sources, stand to each other.
//
// A source is the noun phrase that a reporting verb ("said", "told",
// "confirmed"), "according to" or "citing" belongs to, with its appositive
// title and without what it did while speaking. Pronouns and phrases that point
// back ("she said", "the chief said", "the ministry said") are resolved to the
// last fitting person or body. The rules follow the source–cue–content scheme
// of attribution corpora (Pareti, PARC 3.0); the words are data files.
//
// What it does not do: find the source of a claim that no words of the claim or
// its quotation name (a document seen by the paper, "a complaint by X"), tell a
// loose translation from another utterance, or see that a title given before
// the name ("the mayor said") belongs to a person named only later.
//
// Everything here takes time linear in the text, reads no clock and no locale,
// and gives equal results for equal inputs.
package voice

import (
	"strings"

	"doubletake/model"
	"doubletake/model/claim"
	"doubletake/model/text"
)

// Entity is one mention of a person or body, as package fact finds them.
type Entity struct {
	Span   model.Span
	Claim  model.ClaimIndex
	ID     int    // equal for mentions of the same person or body; 0 or more
	Person bool   // a person; else a body
	Label  string // the full name
}

// Class is how a cue puts a claim: it is the writer's choice of verb, and a
// difference in it is a difference in certainty.
type Class uint8

// The classes of cues.
const (
	Neutral  Class = iota // say, tell, report, according to
	Asserts               // stress, insist, warn
	Confirms              // confirm, acknowledge, admit
	Denies                // deny, reject, dispute
	Hedges                // believe, claim, suggest
)

// Kind is what sort of party a source is.
type Kind uint8

// The kinds of party.
const (
	Person  Kind = iota // a named person
	Body                // a body, named or pointed back to: "the ministry"
	Unnamed             // "a senior official", "sources", "residents"
	Press               // "state media", "reports in the press"
	Record              // "court records", "the minutes"
)

var kindNames = [...]string{"person", "body", "unnamed", "press", "record"}

// String is the kind in one lower-case word.
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return "unknown"
}

// Source is one attribution: in Claim, Content is put down to Text.
type Source struct {
	Claim   model.ClaimIndex
	Content model.Span // what is attributed: the claim, or the part of it on this source's side
	Text    model.Span // the source phrase as written: "a senior Syrian official"
	Cue     model.Span // the cue as written: "said", "according to"; empty for "X: “…”"
	CueText string     // the cue's lemma: "say", "according to"; "" where Cue is empty
	Class   Class
	Kind    Kind
	Entity  int    // Entity.ID of the person or body, -1 where unknown
	Of      int    // Entity.ID of the body it speaks for or belongs to ("a spokesman for …"), -1 for none
	Voice   int    // index of the first Source with the same voice; its own where it is the first
	Named   bool   // a person or body one could call
	Quoted  bool   // at least one quotation in the claim is put down to it
	Reason  string // why it is not named, as printed: "on condition of anonymity"
	Channel bool   // an outlet that somebody told it to: "told Fox 8"; never whom a claim is put down to
	Via     int    // index of the source that passes this one on ("Al Arabiya TV, citing …"), -1 for none
	Head    string // the noun that says what it is, in lower case: "official"; "" for a bare name
}

// Quote is one quotation with its speaker.
type Quote struct {
	Claim   model.ClaimIndex // the claim in which it begins
	Span    model.Span       // with its marks
	Inner   model.Span       // without them
	Speaker int              // index into Result.Sources, -1 where the text does not say
	Words   int
	Scare   bool // a few words in marks within the writer's own sentence, put down to nobody
}

// Silence is somebody who, the article says, would not speak.
type Silence struct {
	Claim  model.ClaimIndex
	Text   model.Span // who, as written
	Cue    model.Span // "declined to comment"
	Entity int        // -1 where unknown
	Named  bool
	Kind   Kind
}

// Result is all that Find found in one article.
type Result struct {
	Sources []Source // by claim, then by place
	Quotes  []Quote  // one for each quotation given, in the same order
	// PerClaim is, for each claim, the source it is put down to first of all: an
	// index into Sources, -1 for the writer's own voice. The later sentences of
	// a long quotation have the source that stands in the first.
	PerClaim []int
	Silent   []Silence // in text order
}

// Find reads the article's claims, whose tokens are given claim by claim, with
// the mentions of people and bodies and the quotations, both in text order. It
// takes any input: spans that do not fit the text and indices out of range are
// passed over.
func Find(a model.Article, claims []model.Claim, tokens [][]text.Token, entities []Entity, quotes []claim.Quotation) Result {
	f := finder{
		article:  a,
		claims:   claims,
		entities: entities,
		quotes:   quotes,
		perClaim: make([]int, len(claims)),
		memory:   newMemory(),
	}
	for i := range f.perClaim {
		f.perClaim[i] = -1
	}
	f.surnames = surnames(entities)
	f.firstOf = make([]int, len(claims)+1)
	e, q := 0, 0
	for i := range claims {
		var toks []text.Token
		if i < len(tokens) {
			toks = tokens[i]
		}
		var mine []Entity
		mine, e = f.mentions(e, model.ClaimIndex(i))
		q = f.readLine(i, toks, mine, q)
		f.firstOf[i] = len(f.sources)
		f.attribute()
		f.firstOf[i+1] = len(f.sources)
	}
	spoken := f.speakers()
	for i, s := range f.sources {
		c := int(s.Claim)
		if f.perClaim[c] < 0 && s.Via < 0 && !s.Channel {
			f.perClaim[c] = i
		}
	}
	return Result{Sources: f.sources, Quotes: spoken, PerClaim: f.perClaim, Silent: f.silent}
}

// finder carries what is known while the claims are read in order.
type finder struct {
	article  model.Article
	claims   []model.Claim
	entities []Entity
	quotes   []claim.Quotation
	line     line // the claim being read; its slices are used again for the next
	sources  []Source
	firstOf  []int // first source of each claim; one entry more than claims
	perClaim []int
	silent   []Silence
	memory   memory
	surnames map[string]int // last and first word of a full name to Entity.ID, -1 for two people's
}

// surnames indexes the people of an article by the last and the first word of
// their name: either may stand alone further down.
func surnames(entities []Entity) map[string]int {
	m := make(map[string]int)
	for _, e := range entities {
		if !e.Person {
			continue
		}
		first, _, _ := strings.Cut(e.Label, " ")
		for _, name := range [...]string{e.Label[strings.LastIndexByte(e.Label, ' ')+1:], first} {
			name = text.Norm(name)
			if id, ok := m[name]; ok && id != e.ID {
				m[name] = -1
			} else if len(name) > 1 {
				m[name] = e.ID
			}
		}
	}
	return m
}

// mentions are the entities of one claim, from index e on, and the index after them.
func (f *finder) mentions(e int, c model.ClaimIndex) ([]Entity, int) {
	for e < len(f.entities) && f.entities[e].Claim < c {
		e++
	}
	start := e
	for e < len(f.entities) && f.entities[e].Claim == c {
		e++
	}
	return f.entities[start:e], e
}
