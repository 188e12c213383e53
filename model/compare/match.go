// This file finds who of the left article is who in the right one.

package compare

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"doubletake/model"
	"doubletake/model/entity"
	"doubletake/model/name"
	"doubletake/model/parallel"
	"doubletake/model/place"
	"doubletake/model/text"
	"doubletake/model/title"
)

// twin is one person, body or place that both articles name, with the pair of
// written forms that brought them together.
type twin struct {
	left, right int // indices into the two articles' entities
	match       name.Match
	weak        bool // settled only by there being no other
}

// twins pairs the two articles' entities, each at most once, the surest first.
func twins(l, r []spelt) []twin {
	index := make(map[string][]int)
	for j := range r {
		for _, k := range r[j].keys {
			index[k] = append(index[k], j)
		}
	}
	bodies, places := few(r, model.Organisation), few(r, model.Place)
	found := make([][]twin, len(l)) // by entity of the left article
	parallel.Ranges(len(l), func(from, to int) {
		asked := make([]int, len(r)) // the last one of l that each was laid beside, counted from 1
		for i := from; i < to; i++ {
			try := func(j int) {
				if asked[j] == i+1 {
					return
				}
				asked[j] = i + 1
				if m, weak, ok := alike(&l[i], &r[j]); ok {
					found[i] = append(found[i], twin{i, j, m, weak})
				}
			}
			for _, k := range l[i].keys {
				if len(index[k]) > crowd {
					continue // a key of so many tells nothing; a better one brings twins together
				}
				for _, j := range index[k] {
					try(j)
				}
			}
			switch l[i].Kind {
			case model.Organisation:
				for _, j := range bodies {
					try(j)
				}
			case model.Place:
				for _, j := range places {
					try(j)
				}
			}
		}
	})
	all := slices.Concat(found...)
	slices.SortFunc(all, func(a, b twin) int {
		return cmp.Or(cmp.Compare(b.match.Score, a.match.Score), cmp.Compare(a.left+a.right, b.left+b.right), cmp.Compare(a.left, b.left))
	})
	return unique(all, len(l), len(r))
}

// crowd is how many entities may share a key that is still looked under.
const crowd = 10

// fewEntities is how many bodies or places of an article are laid beside each one
// of the other: an acronym or a spelling need not share a key.
const fewEntities = 60

func few(all []spelt, kind model.Kind) []int {
	var out []int
	for j, e := range all {
		if e.Kind == kind {
			out = append(out, j)
		}
	}
	if len(out) > fewEntities {
		return nil
	}
	return out
}

// unique keeps the best twin of each entity: the plain ones first, then the weak
// ones whose entities have nobody else.
func unique(all []twin, n, m int) []twin {
	left, right := make([]bool, n), make([]bool, m)
	var out []twin
	for _, t := range all {
		if !t.weak && !left[t.left] && !right[t.right] {
			left[t.left], right[t.right] = true, true
			out = append(out, t)
		}
	}
	rivalL, rivalR := make([]int, n), make([]int, m)
	for _, t := range all {
		if t.weak && !left[t.left] && !right[t.right] {
			rivalL[t.left]++
			rivalR[t.right]++
		}
	}
	for _, t := range all {
		if t.weak && !left[t.left] && !right[t.right] && rivalL[t.left] == 1 && rivalR[t.right] == 1 {
			out = append(out, t)
		}
	}
	slices.SortFunc(out, func(a, b twin) int { return cmp.Compare(a.left, b.left) })
	return out
}

// entityKeys are the index keys of an entity: those of all its written forms.
func entityKeys(e entity.Entity) []string {
	out := slices.Clone(e.Keys)
	for _, f := range e.Forms {
		if e.Kind == model.Place {
			out = append(append(out, placeKey(f)), name.Keys(f)...)
		}
		if w := strings.Fields(place.Fold(f)); (e.Kind == model.Organisation || e.Kind == model.Name && !e.Sure) && len(w) > 0 {
			out = append(out, "first "+w[0][:min(len(w[0]), 5)])
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// placeKey is shared by the names of one place: a country has its code.
func placeKey(form string) string {
	if e, ok := place.Lookup(form); ok && e.Sort <= place.People {
		return "nation " + e.Code
	} else if ok && e.Sort == place.Region {
		return "region " + e.Name
	} else if ok && (e.Sort == place.City || e.Sort == place.Capital) {
		return "place " + place.Fold(e.Name)
	}
	return "place " + place.Fold(form)
}

// alike compares two entities by the best pair of their written forms. weak is
// true where the names alone do not settle it: such a pair counts only where
// neither entity has another.
func alike(a, b *spelt) (best name.Match, weak, ok bool) {
	kind, ok := commonKind(a.Entity, b.Entity)
	if !ok || a.Kind != b.Kind && (namesake(a.Entity) || namesake(b.Entity)) {
		return best, false, false
	}
	x, y := "", ""
	if kind == model.Name {
		x, y = a.fullest, b.fullest
	}
	if nameWords(x) > 1 && nameWords(y) > 1 {
		best = formMatch(kind, x, y) // two people may share a surname
	} else {
		best = bestForms(kind, a, b)
	}
	if best.Level == name.Same {
		return best, a.Loose && b.Loose && !best.Identical, true
	}
	if a.Loose && b.Loose {
		return best, false, false
	}
	switch kind {
	case model.Name:
		if best.Level == name.Possible && agreeing(a.Titles, b.Titles) {
			return best, false, true
		}
		if best.Level == name.Possible && best.Partial {
			return best, true, true
		}
	case model.Organisation:
		if m, ok := shortBody(a, b); ok {
			return m, true, true
		}
	case model.Place:
		return best, true, best.Level == name.Possible && (!best.Partial || best.Score >= 0.7)
	}
	return best, false, false
}

// namesake reports whether an entity is a place that the gazetteer knows: no body, though
// one may be named after it.
func namesake(e entity.Entity) bool {
	if e.Kind != model.Place || !e.Sure {
		return false
	}
	_, ok := place.Lookup(e.Label)
	return ok
}

// mostForms is how many written forms of an entity are compared.
const mostForms = 6

// spelt is an entity with what is read off its written forms, once.
type spelt struct {
	entity.Entity
	forms   []form // the first mostForms
	fullest string
	keys    []string
	lands   []string // codes of the countries its article names, by name or adjective
}

// form is one way an entity is written.
type form struct {
	text  string
	words []string        // folded
	body  name.ParsedBody // of all that may be taken for a body
}

func spellings(all []entity.Entity) []spelt {
	out := make([]spelt, len(all))
	var lands []string
	for _, e := range all {
		if code, ok := place.NationOf(e.Label); ok && e.Kind == model.Place && !slices.Contains(lands, code) {
			lands = append(lands, code)
		}
	}
	for i, e := range all {
		s := spelt{Entity: e, forms: make([]form, min(len(e.Forms), mostForms)), fullest: fullest(e), keys: entityKeys(e), lands: lands}
		for k := range s.forms {
			s.forms[k] = formOf(e.Forms[k])
			if e.Kind != model.Name || !e.Sure {
				s.forms[k].body = name.ParseBody(e.Forms[k])
			}
		}
		out[i] = s
	}
	return out
}

func formOf(s string) form { return form{text: s, words: strings.Fields(place.Fold(s))} }

// bestForms is the best match between the written forms of two entities.
func bestForms(kind model.Kind, a, b *spelt) (best name.Match) {
	for i := range a.forms {
		for j := range b.forms {
			var m name.Match
			switch x, y := &a.forms[i], &b.forms[j]; kind {
			case model.Name, model.Place:
				m = formMatch(kind, x.text, y.text)
			default:
				m = x.body.Match(y.body)
			}
			if m.Score > best.Score {
				if best = m; best.Identical {
					return best
				}
			}
		}
	}
	return best
}

// commonKind is the kind two entities can share: a guess follows what the other
// article makes plain.
func commonKind(a, b entity.Entity) (model.Kind, bool) {
	switch {
	case a.Kind == b.Kind:
		return a.Kind, true
	case !a.Sure && !b.Sure && (a.Loose && b.Kind == model.Place || b.Loose && a.Kind == model.Place):
		return model.Place, true // "on Lemnos" tells more than "Lemnos"
	case !a.Sure && !b.Sure && (a.Loose || b.Loose):
		return model.Organisation, true
	case a.Loose || !a.Sure && b.Sure:
		return b.Kind, true
	case b.Loose || !b.Sure && a.Sure:
		return a.Kind, true
	case a.Kind == model.Name || b.Kind == model.Name:
		return model.Organisation, company(a, b)
	}
	return model.Organisation, true
}

// company reports whether a body has the name of what the other article takes for a
// person, but for the form of a company behind it: "Luka Koper d.d.".
func company(a, b entity.Entity) bool {
	if b.Kind == model.Organisation {
		a, b = b, a
	}
	if a.Kind != model.Organisation || b.Kind != model.Name || len(b.Titles) > 0 || len(a.Label) > len(b.Label)+longestForm || !strings.HasPrefix(a.Label, b.Label+" ") {
		return false
	}
	m := name.Body(a.Label, b.Label)
	return m.Level == name.Same && !m.Partial
}

// longestForm is how many bytes the form of a company takes at most.
const longestForm = 14

// shortBody compares bodies that one article shortens: an acronym, a part that
// tells, or a first word that no other body shares.
func shortBody(a, b *spelt) (name.Match, bool) {
	for i := range a.forms {
		for j := range b.forms {
			x, y := &a.forms[i], &b.forms[j]
			if onlyRegion(x.words) && institutions(y.words) || onlyRegion(y.words) && institutions(x.words) {
				continue // "Eastern Washington", "District Court for Eastern Washington"
			}
			if short, long, ok := acronym(*x, *y); ok {
				return name.Match{Score: 0.7, Level: name.Same, Why: short + ": letters of " + long}, true
			}
			if short, long, land, ok := landAcronym(a, b, x, y); ok {
				return name.Match{Score: 0.7, Level: name.Same, Why: short + ": letters of " + long + " and of " + land}, true
			}
			if tongueAcronyms(a, b, x.text, y.text) {
				return name.Match{Score: 0.6, Level: name.Same, Rules: name.Rules(0).With(name.Romanisation),
					Why: x.text + "/" + y.text + ": g in Russian is h in Ukrainian and Belarusian"}, true
			}
			if w, ok := sameFirst(*x, *y); ok {
				if m := x.body.Match(y.body); m.Level == name.Possible && m.Partial {
					return m, true
				}
				return name.Match{Score: 0.5, Level: name.Same, Why: "two forms of one name: " + w}, true
			}
			if clipped(x.words, y.words) {
				return name.Match{Score: 0.6, Level: name.Same, Why: "words cut short: " + x.text + " / " + y.text}, true
			}
			if w, ok := rareWord(x.words, y.words); ok {
				return name.Match{Score: 0.5, Level: name.Same, Why: "two names of one body, both with " + w}, true
			}
			if !telling(x.words, y.words) && !(stateBody(x.text) && stateBody(y.text)) {
				continue
			}
			if m := x.body.Match(y.body); m.Level == name.Possible && m.Partial && (m.Rules.Has(name.Country) || telling(x.words, y.words)) {
				return m, true
			}
		}
	}
	return name.Match{}, false
}

// telling reports whether two names share a word that is no country's and no
// common one; "Red Cross" tells by its length.
func telling(a, b []string) bool {
	if n := min(len(a), len(b)); n >= 2 && slices.Equal(a[:n], b[:n]) {
		return true
	}
	shared := 0
	for _, w := range a {
		if !slices.Contains(b, w) || text.Stop(w) {
			continue
		}
		if _, ok := place.Nation(w); ok {
			continue
		}
		if text.Weight(w) >= 1 {
			return true
		}
		shared++
	}
	return shared >= 2 && shared == min(len(a), len(b))
}

// firstWord is sameFirst for two names as written.
func firstWord(x, y string) (string, bool) { return sameFirst(formOf(x), formOf(y)) }

// sameFirst is the first word that two names share, where it is rare and nothing
// behind it says that they are two kinds of body.
func sameFirst(x, y form) (string, bool) {
	a, b := x.words, y.words
	if len(a) == 0 || len(b) == 0 || a[0] != b[0] || len(a[0]) < 4 || text.Weight(a[0]) < 1 {
		return "", false
	}
	if _, ok := place.Lookup(a[0]); ok || direction(a[0]) {
		return "", false
	}
	if len(a) > 1 && len(b) > 1 && (entity.Institution(a[len(a)-1]) || entity.Institution(b[len(b)-1])) && a[len(a)-1] != b[len(b)-1] {
		return "", false // "Yavapai College", "Yavapai County Sheriff"
	}
	return strings.Fields(x.text)[0], true
}

// clipped reports whether two names have the same words but that some are cut
// short on one side: "Met Office", "Meteorological Office".
func clipped(a, b []string) bool {
	if len(a) != len(b) || len(a) < 2 {
		return false
	}
	whole, cut := 0, 0
	for i := range a {
		short, long := a[i], b[i]
		if len(short) > len(long) {
			short, long = long, short
		}
		switch short = strings.TrimSuffix(short, "."); {
		case short == long:
			whole++
		case len(short) >= 2 && len(long) >= len(short)+2 && strings.HasPrefix(long, short):
			cut++
		default:
			return false
		}
	}
	return cut > 0 && (whole > 0 || cut > 1)
}

// rareWord is a word of no language's lexicon that two names share, where their
// other words do not make them two institutions.
func rareWord(a, b []string) (string, bool) {
	if len(a) < 2 || len(b) < 2 || institutions(a) && institutions(b) {
		return "", false
	}
	for _, w := range a {
		if len(w) < 5 || text.Weight(w) < 1 || !slices.Contains(b, w) || entity.Given(w) {
			continue
		}
		if _, ok := place.Lookup(w); !ok && !ofRegion(a, w) && !ofRegion(b, w) {
			return w, true
		}
	}
	return "", false
}

// ofRegion reports whether a word is the name of a region in a body's name:
// "Yavapai County Sheriff".
func ofRegion(words []string, w string) bool {
	i := slices.Index(words, w)
	return i >= 0 && i+1 < len(words) && entity.Region(words[i+1])
}

// onlyRegion reports whether a name says nothing but where: "Eastern Washington".
func onlyRegion(words []string) bool {
	placed := false
	for _, w := range words {
		if direction(w) {
			continue
		}
		if _, ok := place.Lookup(w); !ok {
			return false
		}
		placed = true
	}
	return placed
}

// direction reports whether a word only says which part of a place is meant.
func direction(w string) bool {
	switch w {
	case "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "upper", "lower", "greater":
		return true
	}
	return false
}

func institutions(words []string) bool { return slices.ContainsFunc(words, entity.Institution) }

// acronym reports whether one of two names is made of beginnings of the other's
// words, in order: "BIS" of "U.S. Bureau of Industry and Security", "MOFCOM" of
// "Ministry of Commerce".
func acronym(x, y form) (short, long string, ok bool) {
	if len(x.text) > len(y.text) {
		x, y = y, x
	}
	if syllabic(x, y) {
		return x.text, y.text, true
	}
	letters := strings.ReplaceAll(x.text, ".", "")
	if len(letters) < 3 || len(letters) > 9 || letters != strings.ToUpper(letters) || strings.ContainsAny(letters, " -") {
		return "", "", false
	}
	return x.text, y.text, len(y.words) >= 3 && spells(strings.ToLower(letters), y.words, spelled{first: true})
}

// landAcronym reports whether one of two names is the initials of all words of the other and
// of a country at the end, which both articles name: "SSSG" of Georgia's "State Security
// Service".
func landAcronym(a, b *spelt, x, y *form) (short, long, land string, ok bool) {
	if len(x.text) > len(y.text) {
		x, y = y, x
	}
	letters := strings.ReplaceAll(x.text, ".", "")
	const least = 4 // with three, the words are two: too many bodies have their letters
	if len(letters) < least || len(letters) != initialsOf(y.words)+1 || letters != strings.ToUpper(letters) {
		return "", "", "", false
	}
	n := len(letters) - 1
	at := 0
	for _, w := range y.words {
		if text.Stop(w) {
			continue
		}
		if w[0] != letters[at]|0x20 {
			return "", "", "", false
		}
		at++
	}
	for _, code := range a.lands {
		if land := place.CountryName(code); slices.Contains(b.lands, code) && strings.HasPrefix(land, letters[n:]) {
			return x.text, y.text, land, true
		}
	}
	return "", "", "", false
}

// initialsOf is how many words of a name give an initial, 0 where one is no plain word.
func initialsOf(words []string) (n int) {
	for _, w := range words {
		if w[0] < 'a' || w[0] > 'z' {
			return 0
		}
		if !text.Stop(w) {
			n++
		}
	}
	return n
}

// tongueAcronyms reports whether two acronyms are one in Russian and in Ukrainian or
// Belarusian, which differ in one letter, g and h; both articles have to name the country.
func tongueAcronyms(a, b *spelt, x, y string) bool {
	const least = 3
	if len(x) != len(y) || len(x) < least || x != strings.ToUpper(x) || y != strings.ToUpper(y) || strings.ContainsAny(x+y, " .-") {
		return false
	}
	apart := 0
	for i := range len(x) {
		switch {
		case x[i] == y[i]:
		case x[i] == 'G' && y[i] == 'H' || x[i] == 'H' && y[i] == 'G':
			apart++
		default:
			return false
		}
	}
	spoken := func(code string) bool { return slices.Contains(a.lands, code) && slices.Contains(b.lands, code) }
	return apart == 1 && (spoken("UA") || spoken("BY"))
}

// syllabic reports whether a word that is none of the language is made of the beginnings
// of words of a body's name, of two letters and more each: "Comibol" of "Corporación Minera
// de Bolivia". A whole word at the front is no syllable of it: "Marineland".
func syllabic(short, long form) bool {
	if len(short.words) != 1 || len(short.words[0]) < 5 || len(long.words) < 3 || text.Weight(short.words[0]) < 1 ||
		strings.ContainsFunc(short.text[1:], unicode.IsUpper) || !institutions(long.words) {
		return false
	}
	return inSyllables(short.words[0], long.words, 0)
}

// inSyllables reports whether the rest of a syllabic word can be had from words in order,
// after so many pieces.
func inSyllables(rest string, words []string, pieces int) bool {
	const least, most = 2, 5
	if rest == "" {
		return pieces > 1
	}
	if len(words) == 0 {
		return false
	}
	w := words[0]
	for n := least; n <= min(most, len(rest), len(w)-1); n++ {
		if rest[:n] == w[:n] && inSyllables(rest[n:], words[1:], pieces+1) {
			return true
		}
	}
	_, placed := place.Lookup(w)
	return (pieces > 0 || placed || text.Stop(w)) && inSyllables(rest, words[1:], pieces)
}

// spelled is how far letters have been had from a name: how many telling words gave
// nothing, and whether one gave more than its first letter, or a function word its own.
type spelled struct {
	first, more bool
	skipped     int
}

// spells reports whether letters can be had from beginnings of the words in order. A
// place that comes first may give nothing, and two other words that tell where the rest
// give their first letters alone and none is a function word.
func spells(letters string, words []string, so spelled) bool {
	const most = 2
	if len(words) == 0 {
		return letters == "" && (!so.more || so.skipped == 0)
	}
	w, next := words[0], so
	next.first = false
	for n := min(len(w), len(letters), 3); n > 0; n-- {
		given := next
		given.more = given.more || n > 1 || text.Stop(w)
		if letters[:n] == w[:n] && spells(letters[n:], words[1:], given) {
			return true
		}
	}
	if _, placed := place.Lookup(w); !text.Stop(w) && !(so.first && placed) {
		next.skipped++
	}
	return next.skipped <= most && spells(letters, words[1:], next)
}

func formMatch(kind model.Kind, x, y string) name.Match {
	switch kind {
	case model.Name:
		return name.Person(x, y)
	case model.Place:
		return placeMatch(x, y)
	}
	return name.Body(x, y)
}

// endOf reports whether one name is the end of the other.
func endOf(x, y string) bool {
	a, b := place.Fold(x), place.Fold(y)
	return strings.HasSuffix(a, " "+b) || strings.HasSuffix(b, " "+a)
}

// features are words for what nature made, before a name or behind it.
const features = " river lake mount mt mountain gulf bay cape sea strait "

// feature is the name that two names of a place share but for a word for what it is, ""
// where there is none; one is true where only one of them has such a word.
func feature(x, y string) (bare string, one bool) {
	a, hasA := strip(x)
	b, hasB := strip(y)
	if !hasA && !hasB || a != b {
		return "", false
	}
	return a, hasA != hasB
}

// strip is a folded name without its word for a feature.
func strip(s string) (bare string, had bool) {
	w := strings.Fields(place.Fold(s))
	if len(w) > 1 && strings.Contains(features, " "+strings.Trim(w[0], ".")+" ") {
		return strings.Join(w[1:], " "), true
	}
	if n := len(w) - 1; n > 0 && strings.Contains(features, " "+w[n]+" ") {
		return strings.Join(w[:n], " "), true
	}
	return strings.Join(w, " "), false
}

// placeMatch compares two names of a place: known places that differ are two.
func placeMatch(x, y string) name.Match {
	if place.TwoNames(x, y) {
		return name.Match{Score: 0.95, Level: name.Same, Rules: name.Rules(0).With(name.Alias), Why: "one place in two languages: " + x + " / " + y}
	}
	ex, okx := place.Lookup(x)
	ey, oky := place.Lookup(y)
	if okx && oky {
		switch nations := ex.Sort <= place.People && ey.Sort <= place.People; {
		case nations && ex.Code == ey.Code:
			return name.Match{Score: 1, Level: name.Same, Identical: true, Why: "two words for one country"}
		case nations || ex.Code != ey.Code || ex.Sort <= place.People || ey.Sort <= place.People:
			return name.Match{}
		}
	}
	if bare, one := feature(x, y); bare != "" {
		if _, known := place.Lookup(bare); known && one {
			return name.Match{} // Lake Chad is not Chad
		}
		return name.Match{Score: 1, Level: name.Same, Identical: true, Why: "one place with another word for what it is"}
	}
	m := name.Person(bareRegion(x), bareRegion(y))
	if m.Rules.Has(name.Letters) && (okx && ex.Sort <= place.People || oky && ey.Sort <= place.People) {
		return name.Match{} // a country's name is not misspelled at will
	}
	if m.Partial && endOf(x, y) {
		return name.Match{} // "Eastern Washington", "Gulf of Oman"
	}
	if m.Identical && bareRegion(x) != x && place.Fold(x) != place.Fold(y) {
		m.Identical = false
		m.Why = "one place with another word for what it is"
	}
	if m.Level != name.Same && !okx && !oky {
		if b := name.Body(joined(bareRegion(x), bareRegion(y))); b.Level == name.Same && !b.Partial {
			return b // two spellings of a village: letters that would tell two people apart do not tell two places
		}
	}
	if m.Level != name.Same && place.Fold(x) == place.Fold(y) {
		m.Level, m.Score = name.Same, 1
	}
	return m
}

// joined are two names of a place, both without hyphens where only one has some:
// "Kara-Balta", "Qorabalta".
func joined(x, y string) (a, b string) {
	if strings.Contains(x, "-") == strings.Contains(y, "-") {
		return x, y
	}
	return strings.ReplaceAll(x, "-", ""), strings.ReplaceAll(y, "-", "")
}

// bareRegion is a place's name without the word that says what it is: "Seef district".
func bareRegion(s string) string {
	i := strings.LastIndexByte(s, ' ')
	if i > 0 && entity.Region(strings.ToLower(s[i+1:])) && s[i+1:] == strings.ToLower(s[i+1:]) {
		return s[:i]
	}
	return s
}

// agreeing reports whether two people share an office.
func agreeing(a, b []entity.Title) bool {
	for _, x := range a {
		for _, y := range b {
			for _, o := range x.Offices {
				for _, p := range y.Offices {
					if e := title.Compare(o, p); e.Relation == title.Same || e.Relation == title.Coarser {
						return true
					}
				}
			}
		}
	}
	return false
}
