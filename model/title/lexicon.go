// This file reads the embedded word lists: heads of titles, the fields offices
// are in charge of, and the small words around both.

package title

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"
	"sync"

	"doubletake/model/text"
)

//go:embed titles.txt
var titlesText string

//go:embed fields.txt
var fieldsText string

//go:embed words.txt
var wordsText string

//go:embed verbs.txt
var verbsText string

// entry is one head of the lexicon.
type entry struct {
	name    string
	class   Class
	ladder  ladder
	rank    int
	one     bool // held by one person at a time: a deputy is not the holder
	broader []string
}

// form is one way a head is written.
type form struct {
	words   []string
	entry   *entry
	weak    bool // an ordinary word too
	surname bool
	lower   bool // in lower case only: outlets are called "The Observer"
	capital bool // only where all its letters are capitals ("CEO")
	plural  bool
	level   Level  // what the form itself says of the standing ("VP")
	field   string // and of the field ("Secretary of State")
}

// start is what the lexicon knows of a word that can begin a head.
type start struct {
	forms []form // longest first
	abbr  string // the word this one abbreviates, "" where it is none
	level Level  // the standing the word gives to the head that follows
}

// abbreviations stand for a word of a head; they count only with a capital.
var abbreviations = map[string]string{
	"lt": "lieutenant", "lieut": "lieutenant", "gen": "general", "col": "colonel", "maj": "major", "brig": "brigadier",
	"capt": "captain", "cmdr": "commander", "cdr": "commander", "comdr": "commander", "adm": "admiral", "sgt": "sergeant",
	"cpl": "corporal", "supt": "superintendent", "insp": "inspector", "det": "detective", "gov": "governor", "sen": "senator",
	"rep": "representative", "prof": "professor", "rev": "reverend", "pvt": "private", "pte": "private", "spc": "specialist",
	"ens": "ensign", "atty": "attorney", "amb": "ambassador", "pres": "president", "sec": "secretary",
	"asst": "assistant", "no": "number", "dep": "deputy", "dir": "director",
}

// ladder names the order a rank belongs to. Ranks of two ladders are compared
// only where anyLadder, or army and navy, make it certain.
type ladder uint8

const (
	noLadder ladder = iota
	anyLadder
	armyLadder
	navyLadder
	airLadder
	policeLadder
	studyLadder
	staffLadder
	tenureLadder
)

var ladderNames = map[string]ladder{
	"any": anyLadder, "army": armyLadder, "navy": navyLadder, "air": airLadder, "police": policeLadder,
	"study": studyLadder, "staff": staffLadder, "tenure": tenureLadder,
}

// wordClass is what words.txt says of a word, as a set.
type wordClass uint16

const (
	fillerWord wordClass = 1 << iota
	genericWord
	prepositionWord
	stopWord
	verbWord
	calendarWord
	speechWord
	possessiveWord
	numberWord
)

var wordClasses = map[string]wordClass{
	"filler": fillerWord, "generic": genericWord, "preposition": prepositionWord, "stop": stopWord, "verb": verbWord,
	"calendar": calendarWord, "speech": speechWord, "possessive": possessiveWord, "number": numberWord,
}

type lexicon struct {
	starts  map[string]start
	entries map[string]*entry
	words   map[string]wordClass
	levels  map[string]Level
	fields  map[string][]fieldForm // by first stem, longest first
	near    map[[2]string]bool     // portfolios that overlap
	apart   map[[2]string]bool     // heads of which one person holds one
	party   map[string]bool
	seats   map[string]seat
	verbs   map[string]*entry
	known   map[string]bool // stems of words that occur in a field
	longest int
}

// seat is a house that stands for a government: "Kremlin".
type seat struct{ country, field string }

type fieldForm struct {
	stems []string
	name  string
}

// lists are read on first use.
var lists = sync.OnceValue(readLists)

func readLists() *lexicon {
	l := &lexicon{
		starts: make(map[string]start, 2048), entries: make(map[string]*entry, 1024),
		words: make(map[string]wordClass, 1024), levels: make(map[string]Level, 64),
		fields: make(map[string][]fieldForm, 256), near: make(map[[2]string]bool, 1024),
		apart: make(map[[2]string]bool, 128), party: make(map[string]bool, 16),
		verbs: make(map[string]*entry, 64), seats: make(map[string]seat, 16), known: make(map[string]bool, 512),
	}
	l.readTitles()
	l.readWords()
	l.readFields()
	l.readVerbs()
	for w, full := range abbreviations {
		s := l.starts[w]
		s.abbr = full
		l.starts[w] = s
	}
	for w, level := range l.levels {
		s := l.starts[w]
		s.level = level
		l.starts[w] = s
	}
	for _, s := range l.starts {
		if len(s.forms) > 1 { // in place: the slice is shared with the map
			slices.SortStableFunc(s.forms, func(a, b form) int { return len(b.words) - len(a.words) })
		}
	}
	return l
}

// lines yields the lines of a word list without comments and blank lines.
func lines(s string) func(func(string) bool) {
	return func(yield func(string) bool) {
		for line := range strings.Lines(s) {
			line = strings.TrimSpace(line)
			if line != "" && line[0] != '#' && !yield(line) {
				return
			}
		}
	}
}

func (l *lexicon) readTitles() {
	class := Trade
	for line := range lines(titlesText) {
		if name, ok := strings.CutPrefix(line, "["); ok {
			class = classNamed(strings.TrimSuffix(name, "]"))
			continue
		}
		f := strings.Split(line, "|")
		if len(f) < 4 {
			continue
		}
		name, field, _ := strings.Cut(f[0], "+")
		e := &entry{name: name, class: class}
		if f[2] != "" {
			e.broader = strings.Split(f[2], ",")
		}
		base := form{entry: e, level: levelNames[field]}
		if base.level == 0 {
			base.field = field
		}
		for flag := range strings.FieldsSeq(f[1]) {
			switch key, value, _ := strings.Cut(flag, "="); key {
			case "one":
				e.one = true
			case "weak":
				base.weak = true
			case "name":
				base.surname = true
			case "lower":
				base.lower = true
			default:
				e.ladder = ladderNames[key]
				e.rank, _ = strconv.Atoi(value)
			}
		}
		names := strings.Split(f[3], ";")
		if have, ok := l.entries[name]; ok {
			base.entry = have
		} else {
			l.entries[name] = e
		}
		if field == "" {
			names = append([]string{name}, names...)
		}
		for i, n := range names {
			l.addForm(n, base, i)
		}
	}
}

// addForm adds one way of writing a head, and its plural. Other forms than the
// first are weak only where they are single words the first stands for.
func (l *lexicon) addForm(name string, f form, nth int) {
	if name == "" {
		return
	}
	f.capital = name != "MP" && name[len(name)-1] <= 'Z' && name == strings.ToUpper(name)
	if f.capital || nth > 0 && strings.Contains(name, " ") {
		f.weak, f.surname = false, false
	}
	norm := name
	if name[0] <= 'Z' {
		norm = strings.ToLower(name)
	}
	f.words = strings.Fields(norm)
	if strings.Contains(norm, "'") {
		for i, w := range f.words {
			f.words[i] = text.Norm(w)
		}
	}
	l.put(f)
	if f.capital && len(f.words) == 1 { // C.E.O.
		dotted := strings.Join(strings.Split(norm, ""), ".")
		for _, w := range []string{dotted, dotted + "."} {
			g := f
			g.words = []string{w}
			l.put(g)
		}
	}
	if f.entry.class == Honorific {
		return
	}
	g := f
	g.words = plural(f.words)
	g.plural = true
	l.put(g)
}

func (l *lexicon) put(f form) {
	l.longest = max(l.longest, len(f.words))
	s := l.starts[f.words[0]]
	for _, have := range s.forms {
		if slices.Equal(have.words, f.words) && have.capital == f.capital {
			return // the first line wins
		}
	}
	s.forms = append(s.forms, f)
	l.starts[f.words[0]] = s
}

// plural puts the word that carries it into the plural: the one before "of",
// "in", "general" or "at", else the last.
func plural(words []string) []string {
	at := len(words) - 1
	for i := 1; i < len(words); i++ {
		if w := words[i]; w == "of" || w == "in" || w == "at" || w == "general" && !isRank(words[i-1]) {
			at = i - 1
			break
		}
	}
	out := append([]string(nil), words...)
	out[at] = pluralOf(out[at])
	return out
}

func isRank(w string) bool {
	return w == "major" || w == "lieutenant" || w == "colonel" || w == "brigadier" || w == "army" || w == "star"
}

func pluralOf(w string) string {
	switch {
	case strings.HasSuffix(w, "woman"), strings.HasSuffix(w, "man"):
		return strings.TrimSuffix(w, "an") + "en"
	case strings.HasSuffix(w, "person"):
		return strings.TrimSuffix(w, "person") + "people"
	case strings.HasSuffix(w, "child"):
		return w + "ren"
	case w == "wife":
		return "wives"
	case strings.HasSuffix(w, "ch"), strings.HasSuffix(w, "sh"), strings.HasSuffix(w, "ss"), strings.HasSuffix(w, "x"):
		return w + "es"
	case strings.HasSuffix(w, "y") && !strings.HasSuffix(w, "ey") && !strings.HasSuffix(w, "oy"):
		return strings.TrimSuffix(w, "y") + "ies"
	case strings.HasSuffix(w, "s"):
		return w
	}
	return w + "s"
}

var levelNames = map[string]Level{
	"deputy": Deputy, "first": First, "acting": Acting, "former": Former, "elect": Elect, "retired": Retired,
	"honorary": Honorary, "assistant": Assistant, "senior": Senior, "junior": Junior, "chief": Chief, "co": Joint, "guest": Guest,
}

func (l *lexicon) readWords() {
	for line := range lines(wordsText) {
		class, rest, _ := strings.Cut(line, " ")
		for w := range strings.FieldsSeq(rest) {
			if level, ok := levelNames[class]; ok {
				l.levels[w] = level
				continue
			}
			l.words[w] |= wordClasses[class]
		}
	}
}

func (l *lexicon) readFields() {
	for line := range lines(fieldsText) {
		name, rest, _ := strings.Cut(line, "|")
		if f := strings.Split(rest, "|"); name == "seat" && len(f) == 3 {
			l.seats[f[0]] = seat{f[1], f[2]}
			continue
		}
		switch name {
		case "near":
			pair(l.near, strings.Split(rest, ";"))
			continue
		case "party":
			for _, p := range strings.Split(rest, ";") {
				l.party[p] = true
			}
			continue
		case "apart":
			pair(l.apart, strings.Split(rest, ";"))
			continue
		}
		for _, f := range append([]string{name}, strings.Split(rest, ";")...) {
			if f == "" {
				continue
			}
			stems := strings.Fields(f)
			for i, w := range stems {
				stems[i] = text.Stem(w)
				l.known[stems[i]] = true
			}
			l.fields[stems[0]] = append(l.fields[stems[0]], fieldForm{stems, name})
		}
	}
	for k, forms := range l.fields {
		slices.SortStableFunc(forms, func(a, b fieldForm) int { return len(b.stems) - len(a.stems) })
		l.fields[k] = forms
	}
}

// pair enters every ordered pair of two of the words.
func pair(in map[[2]string]bool, group []string) {
	for _, a := range group {
		for _, b := range group {
			if a != b {
				in[[2]string{a, b}] = true
			}
		}
	}
}

func (l *lexicon) readVerbs() {
	for line := range lines(verbsText) {
		name, rest, _ := strings.Cut(line, "|")
		for _, f := range strings.Split(rest, ";") {
			l.verbs[f] = l.entries[name]
		}
	}
}

// is reports whether the word has one of the classes.
func (l *lexicon) is(norm string, c wordClass) bool { return l.words[norm]&c != 0 }

// halts reports whether a noun phrase ends before the token: at a function word
// ("US" and "IT" in capitals are none), at a verb unless a capital makes it part
// of a name ("the Met Office").
func (l *lexicon) halts(t text.Token) bool {
	switch c := l.words[t.Norm]; {
	case t.Kind != text.Word:
		return false
	case c&stopWord != 0:
		return !t.Upper() || !allCapitals(t.Text)
	case c&verbWord != 0:
		return !t.Upper()
	}
	return false
}

// broader reports whether head b is a wider word for head a: every ambassador
// is a diplomat.
func (l *lexicon) broader(a, b string) bool {
	return l.reaches(a, b, 4)
}

func (l *lexicon) reaches(a, b string, depth int) bool {
	e, ok := l.entries[a]
	if !ok || depth == 0 {
		return false
	}
	for _, w := range e.broader {
		if w == b || l.reaches(w, b, depth-1) {
			return true
		}
	}
	return false
}
