// This file says how two offices stand to each other.

package title

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"doubletake/model/place"
	"doubletake/model/text"
)

// Relation is how two offices of one person stand to each other.
type Relation uint8

// The relations. Unrelated says only that the two are different: people hold
// many offices at once.
const (
	Unrelated Relation = iota
	Same
	Coarser  // one leaves out what the other tells; both can be true
	Conflict // one person cannot hold both, or one of the two is not so
)

var relationNames = [...]string{"unrelated", "same", "coarser", "conflict"}

// String is the relation's word.
func (r Relation) String() string {
	if int(r) < len(relationNames) {
		return relationNames[r]
	}
	return "unknown"
}

// Evidence is a relation and what shows it, in one short phrase.
type Evidence struct {
	Relation Relation
	Why      string
}

// Compare says how two offices of one person stand to each other. It is
// symmetric in Relation. A false conflict costs more than a missed one: where
// the words leave room, the answer is Coarser or Unrelated. Plurals
// ("ministers") are read like one holder.
func Compare(a, b Office) Evidence {
	if a.Head == "" || b.Head == "" {
		return Evidence{Unrelated, "no office named"}
	}
	switch {
	case a.Class == Honorific || b.Class == Honorific:
		if a.Head == b.Head {
			return Evidence{Same, "one form of address"}
		}
		return Evidence{Unrelated, "a form of address"}
	case a.Class == Kin && b.Class == Kin:
		return kin(a, b)
	}
	if e, ok := ranks(a, b); ok {
		return e
	}
	if a.Head == b.Head {
		return sameHead(a, b)
	}
	return otherHead(a, b)
}

// Another reports whether two titles of one person, which do not exclude each other, are
// worth laying side by side: each is an office or a calling, of which a reader of one
// article does not hear. Forms of address, kin, past offices and the words that any
// leader may be called by are not.
func Another(a, b []Office) bool {
	a, b = posts(a), posts(b)
	if len(a) != 1 || len(b) != 1 || CompareAll(a, b).Relation != Unrelated {
		return false
	}
	x, y := a[0], b[0]
	for _, o := range [...]Office{x, y} {
		if o.Head == "" || o.Class == Honorific || o.Class == Kin || x.Level&(Former|Retired|Elect) != y.Level&(Former|Retired|Elect) {
			return false
		}
	}
	return !(leader(x) && leader(y)) && !(runs(x) && runs(y)) && !oneSeat(x, y) && (x.Head != y.Head || profession(x) && disjoint(x.told(), y.told()))
}

// posts are the offices of a title without forms of address and kinship: "the pharmacist
// and a mother of four".
func posts(offices []Office) []Office {
	return slices.DeleteFunc(slices.Clone(offices), func(o Office) bool { return o.Class == Honorific || o.Class == Kin })
}

// Rivals reports whether two titles of one person, worth laying side by side (Another),
// are two posts or callings of which few hold both: no word that says only what part
// somebody plays ("investor"), or that one is in charge.
func Rivals(a, b []Office) bool {
	if !Another(a, b) {
		return false
	}
	x, y := posts(a)[0], posts(b)[0]
	if sameLine(x, y) && line(x) != "police" && x.Head != y.Head {
		return false
	}
	if headed(x, y) || headed(y, x) {
		return true
	}
	if besides(x, y) || besides(y, x) {
		return false
	}
	return !vague(x) && !vague(y) || board(x) && board(y) && !disjoint(x.told(), y.told())
}

// TwoPosts reports whether two titles of one person, worth laying side by side (Another),
// are two public offices that each have one holder: a coroner is no sheriff. One of them
// may still be an office of long ago.
func TwoPosts(a, b []Office) bool {
	if !Another(a, b) {
		return false
	}
	x, y := posts(a)[0], posts(b)[0]
	return public(x) && public(y) && !sameLine(x, y)
}

// sameLine reports whether one article may well call the one office by the name of the
// other: they are of one line, and not of two places, as the governor of a province and
// the mayor of its town are.
func sameLine(x, y Office) bool {
	return line(x) == line(y) && (x.Head == y.Head || line(x) != "local" || !disjoint(x.Body, y.Body))
}

// besides reports whether x is a calling that whoever leads or speaks for others may have as
// well: a pharmacist may speak for the families.
func besides(x, y Office) bool {
	return profession(x) && !profession(y) && !board(y) && (leader(y) || y.Head == "spokesperson" || strings.HasSuffix(y.Head, " director"))
}

// headed reports whether x is the director of a house and y one of its people with a calling
// of their own: "the museum's director", "chief curator of the museum".
func headed(x, y Office) bool {
	return x.Head == "director" && x.Level == 0 && len(x.told()) == 0 && y.Class != Role && !leader(y) && !runs(y) && !vague(y)
}

// line is what offices have in common that one article may well call by the name of
// another, in a country where neither word is at home: a village has a mayor or a headman.
func line(o Office) string {
	switch o.Head {
	case "mayor", "headman", "prefect", "governor", "lieutenant governor", "commissioner", "county executive", "borough president", "town clerk":
		return "local"
	case "president", "prime minister", "premier", "chancellor", "first minister", "chief minister", "governor general":
		return "national"
	case "attorney general", "prosecutor general", "solicitor general", "district attorney":
		return "justice"
	case "coroner", "medical examiner":
		return "inquest"
	case "minister":
		if slices.Contains(o.Field, "justice") {
			return "justice"
		}
	}
	if o.Class == Police {
		return "police"
	}
	return o.Head
}

// vague reports whether a title leaves open what post somebody holds.
func vague(o Office) bool {
	switch o.Head {
	case "counterpart", "chief", "boss", "superintendent":
		return true
	}
	return plainWord(o) || o.Class == Role || len(o.told()) == 0 && (leader(o) || o.Head == "officer")
}

// plainWord reports whether a title only describes whoever holds some office, as "the top
// administrator of the county" and "a senior executive" do, and is no office beside it.
func plainWord(o Office) bool {
	switch o.Head {
	case "official", "civil servant", "administrator", "executive":
		return true
	}
	return false
}

// board reports whether an office is one of those that a body fills each with somebody
// else, so that the books are not kept by who spends the money.
func board(o Office) bool {
	if o.Level&under != 0 {
		return false
	}
	switch o.Head {
	case "president", "chair", "secretary general", "treasurer", "auditor", "auditor general", "comptroller", "company secretary":
		return true
	}
	return false
}

// public reports whether one person at a time holds an office of a state, a county or a town.
func public(o Office) bool {
	return single(o) && o.Level&under == 0 && (o.Class == Government || o.Class == Police || o.Class == Legal)
}

// runs reports whether a title is one of the words for whoever runs a company or a house
// day by day, of which each language prefers another: "general manager", "managing director".
func runs(o Office) bool {
	switch o.Head {
	case "director", "manager", "head": // and not of one thing that a company does
		if len(o.Field) > 0 && portfolio(o.Field) {
			return false
		}
	}
	return heads(o)
}

// heads reports whether a title is a word for whoever is at the head of a house or a part
// of it.
func heads(o Office) bool {
	switch o.Head {
	case "chief executive", "managing director", "general manager", "director general", "executive director", "managing partner", "director", "manager", "head":
		return o.Level&under == 0
	}
	return false
}

// The heads of universities and of central banks, whom each country calls otherwise.
const (
	rectors       = " rector vice_chancellor provost "
	academicHeads = rectors + "chancellor president principal "
	bankHeads     = " governor president chair chairman chairperson "
)

// oneSeat reports whether two titles are words for the head of a university, or of a bank
// that one of them names: "rector" and "vice-chancellor", "governor" and "chairman of the
// National Bank".
func oneSeat(x, y Office) bool {
	among := func(heads string, o Office) bool {
		return strings.Contains(heads, " "+strings.ReplaceAll(o.Head, " ", "_")+" ")
	}
	switch {
	case x.Level&under != y.Level&under:
		return false
	case among(academicHeads, x) && among(academicHeads, y):
		return among(rectors, x) || among(rectors, y)
	}
	return among(bankHeads, x) && among(bankHeads, y) && (slices.Contains(x.told(), "bank") || slices.Contains(y.told(), "bank"))
}

// leader reports whether an office is told by a word for whoever is in charge.
func leader(o Office) bool {
	switch o.Head {
	case "head", "leader", "chief", "boss", "director", "manager", "president", "chair", "chairperson", "chairman", "owner", "union leader":
		return true
	}
	return false
}

// CompareAll compares two titles that may hold several offices each: what is the
// same on both sides is paired first, then a conflict among the rest decides.
func CompareAll(a, b []Office) Evidence {
	if len(a) == 1 && len(b) == 1 {
		return Compare(a[0], b[0])
	}
	usedA, usedB := make([]bool, len(a)), make([]bool, len(b))
	best := Evidence{Unrelated, "different offices"}
	pairs := 0
	for _, want := range [...]Relation{Same, Coarser, Conflict} {
		for i := range a {
			for j := range b {
				if usedA[i] || usedB[j] {
					continue
				}
				e := Compare(a[i], b[j])
				if e.Relation != want {
					continue
				}
				usedA[i], usedB[j] = true, true
				pairs++
				if e.Relation > best.Relation || best.Relation == Unrelated {
					best = e
				}
			}
		}
	}
	if best.Relation == Same && (pairs < len(a) || pairs < len(b)) {
		return Evidence{Coarser, "one names a further office"}
	}
	return best
}

// ranks compares two steps of one ladder; ok is false where they are not that.
func ranks(a, b Office) (e Evidence, ok bool) {
	if a.Rank == 0 || b.Rank == 0 || a.Head == b.Head || (a.Level|b.Level)&Former != 0 {
		return Evidence{}, false
	}
	l := lists()
	la, lb := l.entries[a.Head], l.entries[b.Head]
	if la == nil || lb == nil {
		return Evidence{}, false
	}
	wide := l.broader(a.Head, b.Head) || l.broader(b.Head, a.Head)
	switch {
	case wide:
		return Evidence{Coarser, fmt.Sprintf("%s is the shorter form of %s", shorter(a.Head, b.Head), longer(a.Head, b.Head))}, true
	case !comparable(la.ladder, lb.ladder) || a.Rank == b.Rank && la.ladder != navyLadder && lb.ladder != navyLadder:
		return Evidence{}, false // ranks of two ladders
	case la.ladder == studyLadder:
		return Evidence{Conflict, fmt.Sprintf("two stages of study: %s, %s", a.Head, b.Head)}, true
	case la.ladder == staffLadder:
		return Evidence{Conflict, fmt.Sprintf("two academic ranks: %s, %s", a.Head, b.Head)}, true
	}
	return Evidence{Conflict, fmt.Sprintf("two ranks: %s is not %s", article(a.Head), article(b.Head))}, true
}

func comparable(a, b ladder) bool {
	force := func(l ladder) bool { return l == armyLadder || l == navyLadder }
	wide := func(l ladder) bool { return l == armyLadder || l == navyLadder || l == airLadder || l == policeLadder }
	return a == b || force(a) && force(b) || a == anyLadder && wide(b) || b == anyLadder && wide(a)
}

func article(noun string) string {
	if noun != "" && strings.ContainsRune("aeiou", rune(noun[0])) {
		return "an " + noun
	}
	return "a " + noun
}

func shorter(a, b string) string {
	if len(b) < len(a) {
		return b
	}
	return a
}

func longer(a, b string) string {
	if len(b) < len(a) {
		return a
	}
	return b
}

// kinGroups are words for relatives of which one person is only one to another.
var kinGroups = [...]string{
	" wife sister cousin aunt niece ", " husband brother cousin uncle nephew ", " son nephew grandson brother cousin ",
	" daughter niece granddaughter sister cousin ", " father uncle grandfather stepfather ", " mother aunt grandmother stepmother ",
	" mother sister ", " father brother ", " widow sister ", " widower brother ",
}

func kin(a, b Office) Evidence {
	switch {
	case a.Head == b.Head && disjoint(a.Body, b.Body):
		return Evidence{Unrelated, "relatives of two people"}
	case slices.Contains(a.Field, "elder") && slices.Contains(b.Field, "younger") || slices.Contains(a.Field, "younger") && slices.Contains(b.Field, "elder"):
		return Evidence{Conflict, "elder in one, younger in the other"}
	case a.Head == b.Head && a.Level != b.Level:
		return Evidence{Coarser, levelWhy(a, b)}
	case a.Head == b.Head && !(subset(a.Field, b.Field) && subset(b.Field, a.Field)):
		return Evidence{Coarser, "one leaves out detail of the same kinship"}
	case a.Head == b.Head:
		return Evidence{Same, "one kinship"}
	case lists().broader(a.Head, b.Head) || lists().broader(b.Head, a.Head):
		return Evidence{Coarser, fmt.Sprintf("%s is the wider word for %s", shorter(a.Head, b.Head), longer(a.Head, b.Head))}
	case disjoint(a.Body, b.Body):
		return Evidence{Unrelated, "relatives of two people"}
	}
	for _, g := range kinGroups {
		if strings.Contains(g, " "+a.Head+" ") && strings.Contains(g, " "+b.Head+" ") {
			return Evidence{Conflict, fmt.Sprintf("%s is not %s", article(a.Head), article(b.Head))}
		}
	}
	return Evidence{Unrelated, "one person can be both"}
}

// single reports whether one person at a time holds the office.
func single(o Office) bool {
	if o.Level&Chief != 0 {
		return true
	}
	e := lists().entries[o.Head]
	return e != nil && e.one
}

// official reports whether the class serves one country.
func official(o Office) bool {
	return o.Class == Government || o.Class == Military || o.Class == Police || o.Class == Royal
}

const under = Deputy | Assistant

// passing are the standings that two reports of one person may well leave out.
const passing = Former | Retired | Elect | Acting | Honorary

func sameHead(a, b Office) Evidence {
	if a.Country != "" && b.Country != "" && a.Country != b.Country {
		if official(a) && a.Rank == 0 && a.Head != "official" {
			return Evidence{Conflict, fmt.Sprintf("two countries: %s, %s", place.CountryName(a.Country), place.CountryName(b.Country))}
		}
		return Evidence{Unrelated, "two countries"}
	}
	if e, ok := postings(a, b); ok {
		return e
	}
	minister := a.Head == "minister" || holdsPortfolio(a.Head) && portfolio(a.Field) && portfolio(b.Field)
	if minister && disjoint(a.Field, b.Field) {
		if near(a.Field, b.Field) || (a.Level^b.Level)&passing != 0 || (a.Level|b.Level)&(Former|Retired) != 0 {
			return Evidence{Unrelated, "portfolios that may overlap or follow each other"}
		}
		if a.Head != "minister" {
			return Evidence{Conflict, fmt.Sprintf("two portfolios: %s, %s", strings.Join(a.Field, " and "), strings.Join(b.Field, " and "))}
		}
		return Evidence{Conflict, fmt.Sprintf("two ministries: %s, %s", strings.Join(a.Field, " and "), strings.Join(b.Field, " and "))}
	}
	if e, ok := below(a, b); ok {
		return e
	}
	if e, ok := echelons(a, b); ok {
		return e
	}
	if e, ok := parties(a, b); ok {
		return e
	}
	if twoCourts(a, b) {
		return Evidence{Conflict, fmt.Sprintf("two courts: %s, %s", strings.Join(a.Body, " "), strings.Join(b.Body, " "))}
	}
	if visits(a, b) || visits(b, a) {
		return Evidence{Conflict, fmt.Sprintf("a guest is not the chief %s", a.Head)}
	}
	if parts(a, b) {
		return Evidence{Unrelated, "heads of two parts of a house, or of one part and the whole"}
	}
	if functions(a, b) {
		return Evidence{Conflict, fmt.Sprintf("two offices: %s of %s, %s of %s", a.Head, strings.Join(a.Field, " and "), b.Head, strings.Join(b.Field, " and "))}
	}
	return details(a, b)
}

// postings compares the countries that two envoys are sent to: one after the other they
// may well be the same person's.
func postings(a, b Office) (Evidence, bool) {
	x, y := a.countries(), b.countries()
	switch {
	case !posted(a.Head):
		return Evidence{}, false
	case !disjoint(x, y):
		return Evidence{}, false
	case (a.Level|b.Level)&passing != 0:
		return Evidence{Unrelated, "two postings, one of which is over or to come"}, true
	}
	return Evidence{Conflict, fmt.Sprintf("two postings: %s, %s", place.CountryName(x[0]), place.CountryName(y[0]))}, true
}

// posted reports whether the head of a title is sent to a country by another.
func posted(head string) bool {
	switch head {
	case "ambassador", "permanent representative", "consul general", "chargé d'affaires":
		return true
	}
	return false
}

// countries are the countries that an office is exercised in or towards.
func (o Office) countries() (out []string) {
	for _, w := range o.Body {
		if place.CountryName(w) != "" {
			out = append(out, w)
		}
	}
	return out
}

// twoCourts reports whether two judges sit at courts of different sorts.
func twoCourts(a, b Office) bool {
	if a.Head != "judge" && a.Head != "justice" || !disjoint(a.Body, b.Body) {
		return false
	}
	return slices.ContainsFunc(a.Body, sortOfCourt) && slices.ContainsFunc(b.Body, sortOfCourt)
}

// sortOfCourt holds for the stems of words that tell one court from another.
func sortOfCourt(stem string) bool {
	switch stem {
	case "suprem", "constitut", "high", "appeal", "appel", "cassat", "district", "region", "crown", "magistr", "counti", "famili", "labour", "labor", "militari":
		return true
	}
	return false
}

// holdsPortfolio reports whether an office is one of several of its name, told apart by
// what each is in charge of.
func holdsPortfolio(head string) bool {
	switch head {
	case "alderman", "commissioner", "secretary", "councillor", "state secretary":
		return true
	}
	return false
}

// below compares a deputy with the holder.
func below(a, b Office) (Evidence, bool) {
	if (a.Level&under != 0) == (b.Level&under != 0) {
		return Evidence{}, false
	}
	deputy, holder := a, b
	if b.Level&under != 0 {
		deputy, holder = b, a
	}
	word := "deputy"
	if deputy.Level&Deputy == 0 {
		word = "assistant"
	}
	switch {
	case deputy.Level&passing != holder.Level&passing:
		return Evidence{Unrelated, "a deputy may act, follow or have been before"}, true
	case disjoint(deputy.Body, holder.Body) && !shares(deputy, holder) && !overlap(deputy.told(), holder.told()) && !inShort(deputy, holder) && !lettersOf(deputy, holder) && !lettersOf(holder, deputy) ||
		disjoint(deputy.Field, holder.Field):
		return Evidence{Unrelated, "two offices of different bodies"}, true
	case ageGroup(deputy) != ageGroup(holder):
		return Evidence{Unrelated, "a first team and one of the young"}, true
	case holder.Head == "minister" && len(holder.Field) == 0 && holder.Country == "":
		return Evidence{Coarser, "a deputy minister may be called minister for short"}, true
	case !single(holder) && !single(deputy) && !(holder.Sole && leads(holder)) && (holder.Rank == 0 || holder.Class == Academic):
		return Evidence{Coarser, fmt.Sprintf("one leaves out %s", word)}, true
	}
	if holder.Written == "head of a ministry" {
		return Evidence{Conflict, fmt.Sprintf("the head of a ministry is the minister, not %s", article(word))}, true
	}
	return Evidence{Conflict, fmt.Sprintf("%s is not the %s", article(word), holderName(holder))}, true
}

// inShort reports whether one of two offices gives the initials of the other's body.
func inShort(a, b Office) bool {
	a.Level, b.Level = 0, 0
	return acronym(a, b) || acronym(b, a)
}

// lettersOf reports whether one office may give by its letters, in another language or
// order, the body of the other: CGT for the General Confederation of Labour. Only one
// person's two titles of one name make enough of so little.
func lettersOf(short, full Office) bool {
	if short.Head != full.Head || len(full.Letters) > 0 {
		return false
	}
	for _, a := range short.Letters {
		for _, b := range full.Short {
			if slices.Contains(short.told(), a) && len(a) > 2 && len(a)-len(b) <= 1 && len(b)-len(a) <= 1 && 2*common(a, b) >= max(len(a), len(b)) {
				return true
			}
		}
	}
	return false
}

// common is how many letters two acronyms share, in any order.
func common(a, b string) (n int) {
	for _, r := range a {
		if i := strings.IndexRune(b, r); i >= 0 {
			b = b[:i] + b[i+utf8.RuneLen(r):]
			n++
		}
	}
	return n
}

// ageGroup reports whether an office is one with a club's young: "coach of the under-19s".
func ageGroup(o Office) bool {
	return o.Class == Sport && slices.ContainsFunc(o.told(), func(w string) bool {
		return w == "youth" || w == "academi" || w == "junior" || w == "u" || w[0] >= '0' && w[0] <= '9'
	})
}

// leads reports whether an office is one of which a body can have several, and the
// definite article means the first: a leader, a director.
func leads(o Office) bool { return o.Head == "leader" || o.Class == Lead || o.Class == Corporate }

// shares reports whether two offices of one person name by one word what they belong
// to: "the Bureau for Disaster Management", "the disaster office".
func shares(a, b Office) bool {
	return named(a.Field, b.Body) || named(b.Field, a.Body)
}

// named reports whether a body's name has the first word of some way to write one of
// the fields.
func named(fields, body []string) bool {
	for _, w := range body {
		for _, form := range lists().fields[w] {
			if slices.Contains(fields, form.name) {
				return true
			}
		}
	}
	return false
}

// holderName is the office in words for a why: "defence minister".
func holderName(o Office) string {
	if o.Head == "minister" && len(o.Field) > 0 {
		return strings.Join(o.Field, " and ") + " minister"
	}
	return o.Head
}

// units are the stems of military bodies that lie one inside another.
const units = " squad platoon battalion regiment brigad divis corp fleet flotilla squadron wing command garrison front "

// echelons compares the units two commanders command.
func echelons(a, b Office) (Evidence, bool) {
	if a.Head != "commander" && a.Head != "commander in chief" || b.Head != "commander" && b.Head != "commander in chief" {
		return Evidence{}, false
	}
	if a.Level&under != b.Level&under {
		return Evidence{}, false
	}
	ua, na := unit(a)
	ub, nb := unit(b)
	switch {
	case ua == "" || ub == "" || (a.Level|b.Level)&(Former|Retired) != 0:
		return Evidence{}, false
	case ua != ub:
		return Evidence{Conflict, fmt.Sprintf("two commands: a %s, a %s", unitNames[ua], unitNames[ub])}, true
	case na != "" && nb != "" && na != nb:
		return Evidence{Conflict, fmt.Sprintf("two commands: %s %s, %s %s", unitNames[ua], na, unitNames[ub], nb)}, true
	}
	return Evidence{}, false
}

var unitNames = map[string]string{"squad": "squad", "platoon": "platoon", "battalion": "battalion", "regiment": "regiment",
	"brigad": "brigade", "divis": "division", "corp": "corps", "fleet": "fleet", "flotilla": "flotilla", "squadron": "squadron",
	"wing": "wing", "command": "command", "garrison": "garrison", "front": "front"}

// unit is the one unit an office commands, and its number; "" where there is none or more.
func unit(o Office) (name, number string) {
	for _, list := range [...][]string{o.Field, o.Body} {
		for _, w := range list {
			switch {
			case strings.Contains(units, " "+w+" "):
				if name != "" {
					return "", ""
				}
				name = w
			case w[0] >= '0' && w[0] <= '9':
				number = w
			}
		}
	}
	return name, number
}

// visits reports whether a comes as a guest to what b heads.
func visits(a, b Office) bool {
	return a.Level&Guest != 0 && b.Level&(Guest|Chief) == Chief && (a.Level|b.Level)&passing == 0 && !disjoint(a.Body, b.Body)
}

// functions reports whether two directors are in charge of two known functions.
func functions(a, b Office) bool {
	if a.Class != Lead && a.Class != Corporate || len(a.Field) == 0 || len(b.Field) == 0 || a.Level&^Senior != b.Level&^Senior {
		return false
	}
	return single(a) && portfolio(a.Field) && portfolio(b.Field) && disjoint(a.Field, b.Field) && !near(a.Field, b.Field) &&
		!overlap(a.Body, b.Field) && !overlap(a.Field, b.Body)
}

// parts reports whether two offices run parts of a house by two names, or one a part of
// what the other runs as a whole.
func parts(a, b Office) bool {
	if !heads(a) || a.Level != b.Level {
		return false
	}
	if a.Part == "" && b.Part == "" { // "head of surgery", "chief of emergency medicine"
		return !(portfolio(a.Field) && portfolio(b.Field)) && foreignTo(a.Field, b.Field) && foreignTo(b.Field, a.Field) && !near(a.Field, b.Field) && !overlap(a.told(), b.told())
	}
	wa, wb := a.withoutPart(), b.withoutPart()
	if a.Part != "" && b.Part != "" {
		return foreignTo(wa, wb) && foreignTo(wb, wa) && !near(wa, wb)
	}
	whole, part := wa, wb
	if a.Part != "" {
		whole, part = wb, wa
	}
	return len(whole) > 0 && len(whole) < len(part) && subset(whole, part)
}

// withoutPart are the words that say of what an office is, without the noun for a part.
func (o Office) withoutPart() []string {
	return slices.DeleteFunc(o.told(), func(w string) bool { return w == text.Stem(o.Part) })
}

// foreignTo reports whether one list has a word with whose root none of the other begins.
func foreignTo(words, other []string) bool {
	return slices.ContainsFunc(words, func(w string) bool {
		return !slices.ContainsFunc(other, func(v string) bool { return strings.HasPrefix(v, w[:min(len(w), rootLetters)]) })
	})
}

// rootLetters is how many letters two words of one root share at least: surgical, surgery.
const rootLetters = 4

// TwoParts reports whether two titles of one person tell the heads of two parts of a
// house, which few are at one time.
func TwoParts(a, b []Office) bool {
	a, b = posts(a), posts(b)
	return len(a) == 1 && len(b) == 1 && a[0].Head == b[0].Head && (a[0].Level|b[0].Level)&passing == 0 && parts(a[0], b[0])
}

// details compares two offices with one head whose standing is not at odds.
func details(a, b Office) Evidence {
	wa, wb := a.told(), b.told()
	fieldless := len(wa) == 0 || len(wb) == 0
	switch {
	case acronym(a, b) || acronym(b, a):
		return Evidence{Same, "one office, the body in short and in full"}
	case profession(a) && disjoint(a.Field, b.Field) && !overlap(wa, wb), !profession(a) && !fieldless && disjoint(wa, wb):
		return Evidence{Unrelated, fmt.Sprintf("different detail: %s; %s", strings.Join(wa, " "), strings.Join(wb, " "))}
	case a.Level^b.Level == Honorary && board(a):
		return Evidence{Conflict, fmt.Sprintf("an honorary %s holds no office", a.Head)}
	case levelKey(a.Level) != levelKey(b.Level):
		return Evidence{Coarser, levelWhy(a, b)}
	case subset(wa, wb) && subset(wb, wa), a.Part != "" && b.Part != "" && slices.Equal(a.withoutPart(), b.withoutPart()):
		return Evidence{Same, sameWhy(a, b)}
	}
	return Evidence{Coarser, "one leaves out detail of the same office"}
}

// profession reports whether a title is a calling rather than an office, so that
// a place or body beside it is only where it is exercised.
func profession(o Office) bool {
	switch o.Class {
	case Trade, Role, Medical, Sport, Press, Academic, Legal, Clergy:
		return !single(o)
	}
	return false
}

// told are the words that say of what and where the office is, countries aside.
func (o Office) told() []string {
	var out []string
	for _, w := range join(o.Field, o.Body) {
		if place.CountryName(w) == "" {
			out = append(out, w)
		}
	}
	return out
}

func sameWhy(a, b Office) string {
	switch {
	case a.Written != b.Written && a.Plural == b.Plural:
		return fmt.Sprintf("%s and %s: one office", a.Written, b.Written)
	case a.Level != 0 || len(a.Field) > 0:
		return "one office: " + a.String()
	}
	return "one title: " + a.Head
}

// acronym reports whether a names by its initials the body that b names in full.
func acronym(a, b Office) bool {
	if levelKey(a.Level) != levelKey(b.Level) {
		return false
	}
	for _, w := range a.told() {
		if slices.Contains(b.Short, strings.ReplaceAll(w, ".", "")) {
			return true
		}
	}
	return false
}

// parties compares the parties of two politicians.
func parties(a, b Office) (Evidence, bool) {
	l := lists()
	if !l.broader(a.Head, "politician") && a.Head != "councillor" && a.Head != "mayor" && a.Head != "governor" || (a.Level|b.Level)&Former != 0 {
		return Evidence{}, false
	}
	for _, v := range a.told() {
		for _, w := range b.told() {
			if l.party[v] && l.party[w] && disjoint(a.told(), b.told()) {
				return Evidence{Conflict, fmt.Sprintf("two parties: %s, %s", v, w)}, true
			}
		}
	}
	return Evidence{}, false
}

// levelKey drops what says nothing when it is left out.
func levelKey(l Level) Level { return l &^ (Senior | Joint) }

func levelWhy(a, b Office) string {
	diff := a.Level ^ b.Level
	return fmt.Sprintf("one leaves out %q", diff.String())
}

// otherHead compares offices with different heads.
func otherHead(a, b Office) Evidence {
	if e, ok := chiefOf(a, b); ok {
		return e
	}
	if e, ok := chiefOf(b, a); ok {
		return e
	}
	if e, ok := underMinister(a, b); ok {
		return e
	}
	if e, ok := underMinister(b, a); ok {
		return e
	}
	if inside(a, b) || inside(b, a) {
		return Evidence{Conflict, "the head of one part of a ministry is not a deputy minister"}
	}
	if e, ok := topOffice(a, b); ok {
		return e
	}
	if e, ok := topOffice(b, a); ok {
		return e
	}
	if e, ok := apart(a, b); ok {
		return e
	}
	if second(a, b) || second(b, a) {
		return Evidence{Conflict, "the second in command of a body does not lead it"}
	}
	if board(a) && board(b) && a.Level == b.Level && overlap(a.told(), b.told()) && !(leader(a) && leader(b)) {
		return Evidence{Conflict, fmt.Sprintf("two offices of one board: %s, %s", a.Head, b.Head)}
	}
	if described(a, b) || described(b, a) {
		return Evidence{Coarser, "one only describes who holds the office"}
	}
	if policeHead(a, b) || policeHead(b, a) {
		return Evidence{Coarser, "the officer heads the police of the place"}
	}
	if a.Class == Corporate && b.Class == Corporate && strings.HasPrefix(a.Head, "chief ") && strings.HasPrefix(b.Head, "chief ") &&
		a.Level == 0 && b.Level == 0 {
		return Evidence{Conflict, fmt.Sprintf("two offices: %s, %s", a.Head, b.Head)}
	}
	if e, ok := echelons(a, b); ok {
		return e
	}
	if foreign(a, b) || foreign(b, a) {
		return Evidence{Same, "a country's top diplomat is its foreign minister"}
	}
	if defends(a) && b.Head == "prosecutor" || defends(b) && a.Head == "prosecutor" {
		return Evidence{Conflict, "the lawyer of one side is not the prosecutor"}
	}
	l := lists()
	if l.broader(a.Head, b.Head) || l.broader(b.Head, a.Head) {
		return wider(a, b)
	}
	if a.Head == "deputy" && b.Level&Deputy != 0 || b.Head == "deputy" && a.Level&Deputy != 0 {
		return Evidence{Coarser, "one leaves out whose deputy"}
	}
	return Evidence{Unrelated, fmt.Sprintf("different titles: %s, %s", a.Head, b.Head)}
}

// defends reports whether an office is that of a lawyer of an accused.
func defends(o Office) bool {
	return o.Head == "lawyer" && o.Level&passing == 0 && slices.ContainsFunc(o.told(), func(w string) bool {
		switch w {
		case "defence", "defend", "suspect", "accus", "client":
			return true
		}
		return false
	})
}

// second reports whether one title is that of the second of a body and the other that of
// its first. A party's secretary general may well be its number two, and a "deputy" sits
// in many a parliament.
func second(deputy, first Office) bool {
	return deputy.Head == "deputy" && deputy.Written != "deputy" && (leader(first) || runs(first)) && (single(first) || first.Sole) &&
		first.Level&under == 0 && (deputy.Level^first.Level)&passing == 0 && oneBody(deputy, first)
}

// oneBody reports whether two offices name one body, in full or by its letters.
func oneBody(a, b Office) bool { return overlap(a.told(), b.told()) || inShort(a, b) }

// underMinister compares a minister with the first official of the same ministry.
func underMinister(minister, official Office) (Evidence, bool) {
	if minister.Head != "minister" || (minister.Level|official.Level)&(under|passing) != 0 {
		return Evidence{}, false
	}
	switch official.Head {
	case "secretary general", "permanent secretary", "undersecretary", "permanent undersecretary", "state secretary", "director general", "chief of staff":
	default:
		return Evidence{}, false
	}
	if !overlap(minister.told(), official.told()) && !shares(minister, official) {
		return Evidence{}, false
	}
	return Evidence{Conflict, fmt.Sprintf("the minister is not the %s of the ministry", official.Head)}, true
}

// described reports whether one title is a describing phrase for whoever holds the other:
// "the top administrator of the county" for its deputy commissioner.
func described(phrase, office Office) bool {
	if !plainWord(phrase) || len(phrase.Field) > 0 || (phrase.Level^office.Level)&passing != 0 {
		return false
	}
	if phrase.Country != "" && office.Country != "" && phrase.Country != office.Country {
		return false
	}
	switch office.Class {
	case Corporate:
		return phrase.Head == "executive"
	case Government, Police:
		return phrase.Head != "executive"
	}
	return office.Class == Lead && phrase.Head != "civil servant"
}

// policeHead reports whether one title is that of the head of a police force and the other
// a rank from which such heads are taken, or a word for any officer.
func policeHead(head, officer Office) bool {
	if head.Head != "head" || !slices.Contains(head.told(), "police") || (head.Level^officer.Level)&(passing|under) != 0 || officer.Class != Police {
		return false
	}
	return officer.Rank >= inCharge || officer.Head == "police officer" && officer.Level&Senior != 0
}

// inCharge is the step of the police's ladder from which an officer may head a district.
const inCharge = 16

// inside reports whether one title is a deputy minister's and the other that of the head of
// one part of what may be the same ministry.
func inside(deputy, part Office) bool {
	return deputy.Head == "minister" && deputy.Level&^Senior == Deputy && part.Within && part.Level == 0 && len(part.told()) > 0 &&
		(len(deputy.told()) == 0 || overlap(deputy.told(), part.told()))
}

func foreign(a, b Office) bool {
	return a.Head == "minister" && slices.Contains(a.Field, "foreign") && b.Head == "top diplomat" && a.Level == b.Level
}

// apart finds two offices that one person does not hold at one time.
func apart(a, b Office) (Evidence, bool) {
	if !lists().apart[[2]string{a.Head, b.Head}] || (a.Level|b.Level)&^(Senior|Junior|Joint|Chief) != 0 || disjoint(a.told(), b.told()) ||
		a.Country != "" && b.Country != "" && a.Country != b.Country {
		return Evidence{}, false
	}
	if (a.Class == Government || a.Class == Lead) && (len(a.told()) > 0 || len(b.told()) > 0) && a.Head != "ambassador" && b.Head != "ambassador" && !overlap(a.told(), b.told()) {
		return Evidence{}, false // a party's or a company's president may be prime minister
	}
	return Evidence{Conflict, fmt.Sprintf("two offices: %s is not %s", article(a.Head), article(b.Head))}, true
}

// wider answers for two heads of which one is the wider word.
func wider(a, b Office) Evidence {
	if (a.Level&under != 0) != (b.Level&under != 0) && disjoint(a.told(), b.told()) {
		return Evidence{Unrelated, "two standings in what may be two bodies"}
	}
	if official(a) && official(b) && a.Country != "" && b.Country != "" && a.Country != b.Country {
		return Evidence{Unrelated, "two countries"}
	}
	wide, narrow := a, b
	if lists().broader(a.Head, b.Head) {
		wide, narrow = b, a
	}
	switch {
	case wide.Level&under != 0 && narrow.Level == 0 && strings.HasPrefix(narrow.Head, wide.Head+" ") && single(narrow) && oneBody(wide, narrow):
		return Evidence{Conflict, fmt.Sprintf("a deputy is not the %s", narrow.Head)} // editor, editor in chief
	case wide.Head != "leader" || (wide.Level^narrow.Level)&under == 0:
	case wide.Level&under != 0:
		return Evidence{Unrelated, "a deputy leader, and another office"}
	case wide.Sole && (wide.Level^narrow.Level)&passing == 0 && oneBody(wide, narrow):
		return Evidence{Conflict, "the leader of a body is not a deputy"}
	}
	return Evidence{Coarser, fmt.Sprintf("%s is %s", article(narrow.Head), article(wide.Head))}
}

// chiefOf finds "head of forecasting" against "chief forecaster".
func chiefOf(head, agent Office) (Evidence, bool) {
	if head.Head != "head" || agent.Level&Chief == 0 {
		return Evidence{}, false
	}
	root := text.Stem(agent.Head)
	for _, w := range head.told() {
		n := 0
		for n < len(w) && n < len(root) && w[n] == root[n] {
			n++
		}
		if n >= 5 && n >= min(len(w), len(root))-1 {
			return Evidence{Same, fmt.Sprintf("the head of the field is the chief %s", agent.Head)}, true
		}
	}
	if len(head.told()) == 0 {
		return Evidence{Coarser, fmt.Sprintf("a chief %s leads", agent.Head)}, true
	}
	return Evidence{}, false
}

// topOffice compares "head of X", which is what any holder of its first office
// is, with a named first office or a deputy's.
func topOffice(head, named Office) (Evidence, bool) {
	if head.Head != "head" || !single(named) && named.Head != "leader" && named.Head != "union leader" || named.Rank > 0 || named.Class == Royal {
		return Evidence{}, false
	}
	if head.Country != "" && named.Country != "" && head.Country != named.Country {
		return Evidence{Unrelated, "two countries"}, true
	}
	wh, wn := head.told(), named.told()
	common := overlap(wh, wn)
	switch {
	case len(head.Field) > 0 && portfolio(head.Field) && len(wn) > 0 && subset(wn, head.Body) && (head.Level|named.Level)&(passing|under) == 0:
		return Evidence{Conflict, fmt.Sprintf("the head of one department is not the %s of the whole", named.Head)}, true
	case len(wh) > 0 && len(wn) > 0 && !common:
		return Evidence{Unrelated, "heads of two bodies"}, true
	case head.Level&under != named.Level&under:
		if common && head.Level&passing == named.Level&passing {
			return Evidence{Conflict, "the head of a body is not a deputy"}, true
		}
		return Evidence{Unrelated, "a head and a deputy of bodies not named"}, true
	}
	return Evidence{Coarser, fmt.Sprintf("the %s heads it", named.Head)}, true
}

func near(a, b []string) bool {
	for _, v := range a {
		for _, w := range b {
			if lists().near[[2]string{v, w}] {
				return true
			}
		}
	}
	return false
}

func overlap(a, b []string) bool {
	for _, w := range a {
		if slices.Contains(b, w) {
			return true
		}
	}
	return false
}

// disjoint reports whether both lists say something, and nothing in common.
func disjoint(a, b []string) bool { return len(a) > 0 && len(b) > 0 && !overlap(a, b) }

func subset(a, b []string) bool {
	for _, w := range a {
		if !slices.Contains(b, w) {
			return false
		}
	}
	return true
}
