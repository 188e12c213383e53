// This file lists the closed classes of English words that carry certainty and
// polarity: auxiliaries, negations, hedges and the verbs that doubt or deny
// what follows them. Own lists, from general grammar (Quirk et al., A
// Comprehensive Grammar of the English Language, chapters 3, 4, 8 and 10) and
// from newspaper usage.

package certainty

import "strings"

// class is what a closed-class word does in a verb group or a clause.
type class uint8

const (
	open        class = iota // any other word
	formBe                   // "is", "been"
	formHave                 // "has"
	formDo                   // "did"
	modal                    // "will", "could"
	to                       // "to"
	negation                 // "not", "never"
	adverb                   // may stand inside a verb group
	hedge                    // an adverb that hedges
	determiner               // opens a noun phrase
	pronoun                  // subject pronouns
	relative                 // "which", "who", "that"
	joint                    // conjunctions: a new clause may begin
	preposition              // prepositions
	nothing                  // negative determiners and pronouns: "no", "neither", "none"
	condition                // "if"
	question                 // "whether": what follows is left open
)

// cue is one closed-class word.
type cue struct {
	class    class
	strength Strength // what a modal, hedge or "if" makes of its verb
	finite   bool     // a finite auxiliary: opens a predicate of its own
}

func closedWords() map[string]cue {
	m := make(map[string]cue, 400)
	for _, list := range []struct {
		words string
		cue   cue
	}{
		{"am is are was were 're", cue{class: formBe, finite: true}},
		{"be been being", cue{class: formBe}},
		{"has have had 've", cue{class: formHave, finite: true}},
		{"having", cue{class: formHave}},
		{"do does did", cue{class: formDo, finite: true}},
		{"will shall 'll", cue{class: modal, strength: Planned, finite: true}},
		{"would 'd", cue{class: modal, strength: Conditional, finite: true}},
		{"may might could", cue{class: modal, strength: Possible, finite: true}},
		{"can should must cannot", cue{class: modal, finite: true}},
		{"to", cue{class: to}},
		{"not never", cue{class: negation}},
		{"no neither none nobody nothing", cue{class: nothing}},
		{"reportedly allegedly apparently seemingly supposedly purportedly presumably probably ostensibly likely arguably perhaps maybe reputedly evidently",
			cue{class: hedge, strength: Hedged}},
		{"possibly potentially conceivably tentatively", cue{class: hedge, strength: Possible}},
		{"yet already still also now then just soon often once again ever even only first last later earlier so always all both almost nearly quickly " +
			"together today tomorrow yesterday back instead thus therefore indeed too either rather well long", cue{class: adverb}},
		{"a an the this these those his her its their our my your some any every each several many most more another", cue{class: determiner}},
		{"he she it they we i you there someone everyone", cue{class: pronoun}},
		{"who which whom that whose", cue{class: relative}},
		{"and but or nor as while because although though when where after before until since unless than", cue{class: joint}},
		{"of in on at by for with from into onto over under about against between among through during within across along near off around behind beyond " +
			"despite amid toward towards upon via per without like", cue{class: preposition}},
		{"if", cue{class: condition, strength: Conditional}},
		{"whether", cue{class: question, strength: Unconfirmed}},
	} {
		for w := range strings.FieldsSeq(list.words) {
			m[w] = list.cue
		}
	}
	return m
}

// raiser is what a word that stands between a subject and "to" with a verb
// makes of that verb.
type raiser struct {
	strength Strength
	negates  bool
	kind     raiserKind
}

type raiserKind uint8

const (
	raisingVerb       raiserKind = iota // listed by lemma: "appears to"
	raisingParticiple                   // listed as it stands, after a form of be or a noun: "is believed to"
	raisingNoun                         // "plans to", "in talks to"
)

func raisingWords() map[string]raiser {
	m := make(map[string]raiser, 120)
	for _, list := range []struct {
		words  string
		raiser raiser
	}{
		{"appear seem look", raiser{strength: Hedged}},
		{"believed thought said reported understood alleged suspected feared presumed claimed rumored rumoured assumed considered estimated likely",
			raiser{strength: Hedged, kind: raisingParticiple}},
		{"unlikely", raiser{strength: Hedged, negates: true, kind: raisingParticiple}},
		{"expected projected anticipated hoped meant intended", raiser{strength: Hoped, kind: raisingParticiple}},
		{"scheduled set slated due planned bound poised about supposed", raiser{strength: Planned, kind: raisingParticiple}},
		{"unable", raiser{negates: true, kind: raisingParticiple}},
		{"hope aim plan intend expect vow pledge promise threaten propose agree offer prepare", raiser{strength: Hoped}},
		{"fail refuse decline neglect", raiser{negates: true}},
		{"begin start continue manage come able", raiser{}},
		{"plans decision proposal bid attempt effort efforts intention intentions talks negotiations pledge promise threat",
			raiser{strength: Hoped, kind: raisingNoun}},
	} {
		for w := range strings.FieldsSeq(list.words) {
			m[w] = list.raiser
		}
	}
	return m
}

// A strengthList gives words by the strength they lend.
type strengthList map[Strength]string

// clausalVerbs do it to the clause that is their object: "believes that the
// van had stopped".
var clausalVerbs = strengthList{
	Hedged:    "believe think suspect suggest allege claim assume speculate reckon fear presume hint imply guess indicate",
	Confirmed: "confirm verify establish admit acknowledge concede",
	Denied:    "deny dispute",
}

// hedgingAdjectives do it to the noun after them: "a potential thaw".
var hedgingAdjectives = strengthList{
	Possible:    "potential possible prospective",
	Hedged:      "alleged suspected apparent reported presumed purported probable likely supposed rumored rumoured",
	Unconfirmed: "unconfirmed unverified",
}

// settledWords do it, after a form of be, to an event that is named without a
// verb: "the vote is scheduled for May".
var settledWords = strengthList{
	Planned: "scheduled slated due planned",
	Hoped:   "expected hoped projected",
	Hedged:  "alleged suspected feared presumed rumored rumoured thought believed",
}

func strengths(list strengthList) map[string]Strength {
	m := make(map[string]Strength)
	for s, words := range list {
		for w := range strings.FieldsSeq(words) {
			m[w] = s
		}
	}
	return m
}

// set names a list of words that are treated alike.
type set uint8

const (
	// official: adjectives whose denial leaves a thing unconfirmed, "not yet official".
	official set = iota
	// speech: verbs that report words or knowledge. That somebody spoke tells
	// nothing of what was said, and that somebody did not say a thing neither
	// contradicts the thing nor that somebody else said it.
	speech
	// begins: verbs that set a thing going: "opened an inquiry", "launched a probe".
	begins
	// causes: verbs that make a thing happen: "started by", "caused by".
	causes
	// particles: words that make another verb of the one before them: "called off".
	particles
	// published: nouns for what officials give out or keep back; that they had
	// not done so is true until they do.
	published
	// counts: number words, which stand before the noun that matters.
	counts
	// light: verbs that say little without their object.
	light
	// perceives: verbs with which "could" means that somebody was able to.
	perceives
	// reporting: verbs of speech whose past turns "will" into "would".
	reporting
	// asking: verbs after which "if" means "whether".
	asking
	// asked: question words, after "unclear" and the like.
	asked
	// linking: verbs that ascribe a state to their subject or object: "found guilty".
	linking
	// presumes: verbs whose object need not be: "called for an inquiry".
	presumes
	// moments: nouns after "at no" and the like, which is to say never.
	moments
	// lacked: nouns that stand for what was not done or had, after "without".
	lacked
	// weighs: verbs whose gerund or noun is not yet settled on: "is considering closing",
	// "is weighing an appeal".
	weighs
	// carrying: verbs whose noun tells what is done: "is covered by insurance", "face charges".
	carrying
	// hints: verbs whose bare object is not vouched for: "doctors suspect pneumonia".
	hints
	// merely: words after "not" that leave the verb standing: "not only".
	merely
	// naming: verbs after "what" that leave a word to its speaker: "what it called".
	naming
	// uninflected: participles that are the lemma itself.
	uninflected
	// undecided: nouns that, after "under", leave open whether a thing will be.
	undecided
	// abbreviated: words whose dot ends no sentence.
	abbreviated
	// friendly: words in -ly that are no adverbs of manner.
	friendly
	// refuting: verbs that deny the claims which are their object.
	refuting
	// rumour: nouns for what others say.
	rumour
	// edges: verbs for the beginning and the end of things, which are nouns as well.
	edges
	// levels: verbs for what prices, shares and the like do from day to day.
	levels
	// committing: verbs for having done a thing, which whoever took no part in it did not.
	committing
	// parts: nouns for a share in what was done: "played no part in the raid".
	parts
	// posts: nouns for an office, which somebody may keep.
	posts
	// signs: nouns that, after "no", leave the clause behind them denied: "no sign that".
	signs
	lastSet
)

func wordSets() (m [lastSet]map[string]bool) {
	for s, words := range map[set]string{
		official: "official confirmed certain final verified definite",
		speech: "say tell add comment answer respond reply react speak give elaborate specify mention know provide rule clarify disclose identify explain " +
			"reveal report ask write note accord quote cite warn stress describe call argue state announce think believe suspect suggest indicate claim " +
			"insist recall remember see hear look want like feel understand urge demand appeal",
		begins:    "begin start launch open initiate commence institute mount undertake break_out erupt",
		causes:    "cause start spark trigger ignite provoke prompt produce set_off touch_off bring_about lead_to",
		particles: "off out up down away back over ahead place part effect",
		published: "name identity detail information figure statement comment reason motive number date cause",
		counts:    "one two three four five six seven eight nine ten eleven twelve dozen dozens several hundred hundreds thousand thousands",
		light:     "be have do make take get go come give put become",
		perceives: "see hear feel smell tell taste remember understand imagine",
		reporting: "say tell add announce confirm promise pledge vow state declare warn insist believe think estimate predict report write stress explain note specify",
		asking:    "ask wonder know see decide determine establish doubt say check tell clear unclear",
		asked:     "what why how who when where which",
		linking:   "find plead declare rule remain stay become stand judge prove test",
		presumes: "demand seek want ask call_for expect plan consider reject deny avoid prevent avert fear hope offer promise need lack discuss propose await require " +
			"refuse block oppose request threaten urge suggest predict look_for search reject dismiss rule_out cancel",
		moments:     "point time stage moment way circumstances circumstance occasion account",
		lacked:      "agreement deal accord charge charges permission permit licence license injury injuries casualties warning bail trial verdict apology approval",
		weighs:      "consider weigh mull contemplate ponder study",
		carrying:    "be have make take give hold get cover face undergo launch file lodge offer issue conduct carry_out open",
		hints:       "suspect fear point_to indicate suggest presume",
		merely:      "only just merely simply least alone",
		naming:      "call describe term dub label",
		uninflected: "become come run put set cut hit hurt let shut cost spread split shed read bet quit beat broadcast cast thrust rid bid forecast lay",
		abbreviated: "mr mrs ms dr st sen gov gen col sgt lt maj capt cpl adm prof rev hon rep jr sr vs no jan feb mar apr jun jul aug sep sept oct nov dec",
		undecided:   "discussion consideration negotiation review study",
		refuting:    "reject dismiss refute rebut deny dispute contradict",
		edges:       "end start open close return",
		levels:      "rise fall increase decrease raise lower strengthen weaken widen narrow cut reduce slash boost",
		committing:  "carry_out commit perpetrate stage organise organize mastermind orchestrate plan plot execute mount",
		parts:       "part role hand share involvement",
		posts:       "post job office position seat",
		signs:       "sign signs evidence indication indications proof suggestion hint trace confirmation",
		rumour:      "claim claims report reports allegation allegations suggestion suggestions rumour rumours rumor rumors accusation accusations assertion assertions speculation",
		friendly: "early likely unlikely only friendly deadly costly elderly orderly daily weekly monthly yearly lonely ugly holy lively timely cowardly " +
			"family supply ally assembly italy monopoly anomaly",
	} {
		m[s] = make(map[string]bool)
		for w := range strings.FieldsSeq(words) {
			m[s][w] = true
		}
	}
	return m
}

// under are nouns after "is under", with the verb that says the same.
const under = `
arrest arrest
attack attack
construction build
guard guard
inquiry investigate
investigation investigate
observation watch
repair repair
scrutiny examine
surveillance watch
treatment treat
`

// passing are opposites that contradict nothing: of two moments (who arrived may leave),
// or of two sides (who sells has one who buys). Own list, out of WordNet's pairs.
const passing = `
arrive leave
come go
enter exit
begin end
open close
buy sell
borrow lend
export import
attack defend
win lose
keep lose
push pull
sit stand
lie sit
lie stand
lodge dislodge
precede succeed
advance recede
gather spread
divide multiply
sleep wake
cry laugh
cool heat
fill empty
arm disarm
cover uncover
assemble disassemble
ride walk
shout whisper
home away
back front
`
