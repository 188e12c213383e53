// This file reads the word lists in data into tables, once.

package quantity

import (
	"embed"
	"slices"
	"strconv"
	"strings"
	"sync"

	"doubletake/model"
	"doubletake/model/text"
)

//go:embed data/*.txt
var data embed.FS

// sort of number word, as in data/number.txt.
type sort uint8

const (
	noSort sort = iota
	card
	tens
	mult
	ord
	part
	vague
	side
	times
	decade
)

var sorts = map[string]sort{"card": card, "tens": tens, "mult": mult, "ord": ord, "part": part, "vague": vague, "side": side, "times": times, "decade": decade}

// numeral is all that a word can be among numbers; "third" is ordinal and part.
type numeral struct {
	sort      sort
	low, high float64
	part      float64 // denominator, 0 for none
}

// unit is a unit of measure or a currency.
type unit struct {
	name      string
	dimension Dimension
	factor    float64 // to the base of its dimension (and, for durations, of its calendar)
	calendar  bool    // months and years
	glued     bool    // counts only where written on to the number
}

// noun is the class of a counted noun.
type noun struct{ class, wider string }

// lexicon is all lists as tables; read only once made.
type lexicon struct {
	numerals   map[string]numeral
	pre, post  map[string]Bound // by words joined with a space
	preLast    map[string]bool  // last words of pre
	postFirst  map[string]bool  // first words of post
	units      map[string]unit  // by tokens joined with a space
	unitStart  map[string]bool
	prefix     map[string]unit // currencies before a number
	factors    map[string]unit // by name
	states     map[string]States
	stateNames []string
	hard       States                       // classes of which one excludes the other
	settled    States                       // classes that nobody leaves
	nouns      map[string]noun              // by stem
	sets       map[string]set               // by word, the sets of data/word.txt it stands in
	pairs      map[string]map[string]string // by set, what its words stand for ("women=woman")
	starts     map[string]bool              // words a mention can begin with
}

var words = sync.OnceValue(func() *lexicon {
	l := &lexicon{numerals: map[string]numeral{}, pre: map[string]Bound{}, post: map[string]Bound{}, preLast: map[string]bool{}, postFirst: map[string]bool{}, units: map[string]unit{},
		unitStart: map[string]bool{}, prefix: map[string]unit{}, factors: map[string]unit{}, states: map[string]States{},
		nouns: map[string]noun{}, sets: map[string]set{}, pairs: map[string]map[string]string{}, starts: map[string]bool{}}
	l.readNumerals()
	l.readBounds()
	l.readUnits()
	l.readCurrencies()
	l.readStates()
	l.readNouns()
	l.readSets()
	for w := range l.numerals {
		l.starts[w] = true
	}
	for _, w := range [...]string{"a", "an", "no", "nobody", "both", "single", "most", "all", "unanimous", "unanimously", "unanimity"} {
		l.starts[w] = true
	}
	for w, s := range l.sets {
		if s&(mostSet|spanSet|longSet|bandSet) != 0 {
			l.starts[w] = true
		}
	}
	return l
})

// set is one or more of the word sets of data/word.txt.
type set uint64

const (
	pluralSet set = 1 << iota
	notpluralSet
	compoundSet
	irregularSet
	monthSet
	weekdaySet
	labelSet
	idleSet
	scoreSet
	forbidSet
	planSet
	meantSet
	calledSet
	onceSet
	perSet
	upSet
	downSet
	deltaSet
	thermalSet
	mostSet
	rowSet
	titledSet
	agoSet
	laterSet
	groupSet
	peopledSet
	spanSet
	seriesSet
	placingSet
	longSet
	bandSet
	honorificSet
	parentSet
	crowdedSet
	runSet
	overSet
	hourledSet
	sumSet
	youngSet
	paySet
	scaleSet
	raiseSet
	totalSet
	ballotSet
	voterSet
)

// setNames gives the sets' names in data/word.txt, in the order of the constants.
var setNames = [...]string{"plural", "notplural", "compound", "irregular", "month", "weekday", "label", "idle", "score", "forbid", "plan", "meant", "called", "once", "per", "up", "down", "delta", "thermal", "most", "row", "titled", "ago", "later", "group", "peopled", "span", "series", "placing", "long", "band", "honorific", "parent", "crowded", "run", "over", "hourled", "sum", "young", "pay", "scale", "raise", "total", "ballot", "voter"}

// in reports whether the set holds the word.
func (l *lexicon) in(s set, word string) bool { return l.sets[word]&s != 0 }

// lines yields the lines of a list without comments and blank lines.
func lines(name string) []string {
	raw, err := data.ReadFile("data/" + name)
	if err != nil {
		return nil // cannot be: the file is embedded
	}
	var out []string
	for line := range strings.Lines(string(raw)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			out = append(out, line)
		}
	}
	return out
}

func (l *lexicon) readNumerals() {
	for _, line := range lines("number.txt") {
		f := strings.Fields(line)
		low, _ := strconv.ParseFloat(f[2], 64)
		n := l.numerals[f[1]]
		if sorts[f[0]] == part {
			n.part = low
		} else {
			n.sort, n.low, n.high = sorts[f[0]], low, low
		}
		if n.sort == noSort {
			n.sort = part
		}
		if len(f) > 3 {
			n.high, _ = strconv.ParseFloat(f[3], 64)
		}
		l.numerals[f[1]] = n
	}
}

var boundWords = map[string]Bound{"exact": Exact, "about": About, "almost": Almost, "atleast": AtLeast, "atmost": AtMost}

func (l *lexicon) readBounds() {
	for _, line := range lines("bound.txt") {
		f := strings.SplitN(line, " ", 3)
		if f[0] == "pre" {
			l.pre[f[2]] = boundWords[f[1]]
			l.preLast[f[2][strings.LastIndexByte(f[2], ' ')+1:]] = true
		} else {
			l.post[f[2]] = boundWords[f[1]]
			first, _, _ := strings.Cut(f[2], " ")
			l.postFirst[first] = true
		}
	}
}

var dimensions = map[string]Dimension{"second": Duration, "month": Duration, "length": Length, "area": Area, "mass": Mass,
	"volume": Volume, "speed": Speed, "temperature": Temperature, "energy": Energy, "power": Power, "data": Data,
	"share": Share, "points": Points, "times": Times}

func (l *lexicon) readUnits() {
	for _, line := range lines("unit.txt") {
		dim, rest, _ := strings.Cut(line, " ")
		var name, factor, forms string
		for i, f := range strings.Fields(rest) { // the name may be several words; the factor is the first number
			if f[0] >= '0' && f[0] <= '9' {
				factor, forms = f, strings.Join(strings.Fields(rest)[i+1:], " ")
				break
			}
			name = strings.TrimSpace(name + " " + f)
		}
		u := unit{name: name, dimension: dimensions[dim], calendar: dim == "month"}
		u.factor, _ = strconv.ParseFloat(factor, 64)
		l.factors[name] = u
		l.addForms(u, forms)
	}
}

// addForms files a unit under each of its forms, cut as articles are cut.
func (l *lexicon) addForms(u unit, forms string) {
	for form := range strings.SplitSeq(forms, "|") {
		u.glued = form[0] == '='
		toks := text.Tokens(strings.TrimPrefix(form, "="), spanOf(strings.TrimPrefix(form, "=")))
		if len(toks) == 0 {
			continue
		}
		l.units[join(toks)] = u
		l.unitStart[toks[0].Norm] = true
	}
}

func spanOf(s string) model.Span { return model.Span{End: len(s)} }

// join writes tokens with one space between them.
func join(toks []text.Token) string {
	switch len(toks) {
	case 0:
		return ""
	case 1:
		return toks[0].Norm
	}
	var b strings.Builder
	for i, t := range toks {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(t.Norm)
	}
	return b.String()
}

func (l *lexicon) readCurrencies() {
	for _, line := range lines("currency.txt") {
		f := strings.SplitN(line, " ", 3)
		u := unit{name: f[0], dimension: Money}
		u.factor, _ = strconv.ParseFloat(f[1], 64)
		for form := range strings.SplitSeq(f[2], "|") {
			if rest, before := strings.CutPrefix(form, "="); before {
				toks := text.Tokens(rest, spanOf(rest))
				l.prefix[join(toks)] = u
			}
		}
		var after []string
		for form := range strings.SplitSeq(f[2], "|") {
			if !strings.ContainsAny(form, "$£€¥₹₩₽₴₺₪₦₱") {
				after = append(after, form)
			}
		}
		if len(after) > 0 {
			l.addForms(u, strings.Join(after, "|"))
		}
	}
}

func (l *lexicon) readStates() {
	for i, line := range lines("state.txt") {
		name, forms, _ := strings.Cut(line, ":")
		name, settled := strings.CutPrefix(name, "+")
		name, hard := strings.CutPrefix(name, "!")
		if settled {
			l.settled |= 1 << i
		}
		if hard {
			l.hard |= 1 << i
		}
		l.stateNames = append(l.stateNames, name)
		for w := range strings.FieldsSeq(forms) {
			l.states[w] |= 1 << i
		}
	}
}

func (l *lexicon) readNouns() {
	for _, line := range lines("noun.txt") {
		head, forms, _ := strings.Cut(line, ":")
		class, wider, _ := strings.Cut(head, "<")
		n := noun{class: strings.TrimSpace(class), wider: strings.TrimSpace(wider)}
		for _, w := range append(strings.Fields(forms), n.class) {
			if key := text.Stem(w); l.nouns[key].class == "" || w == n.class {
				l.nouns[key] = n
			}
		}
	}
}

func (l *lexicon) readSets() {
	for _, line := range lines("word.txt") {
		name, list, _ := strings.Cut(line, ":")
		bit := set(1) << max(slices.Index(setNames[:], name), 0)
		for w := range strings.FieldsSeq(list) {
			k, v, paired := strings.Cut(w, "=")
			l.sets[k] |= bit
			if paired {
				if l.pairs[name] == nil {
					l.pairs[name] = map[string]string{}
				}
				l.pairs[name][k] = v
			}
		}
	}
}

// sorted removes doubles and puts the rest in order.
func sorted(s []string) []string {
	slices.Sort(s)
	return slices.Compact(s)
}
