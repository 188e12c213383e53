// This file joins the mentions of one person, body or place.

package entity

import (
	"cmp"
	"slices"
	"strings"

	"doubletake/model"
	"doubletake/model/name"
	"doubletake/model/place"
	"doubletake/model/text"
	"doubletake/model/title"
)

// cluster turns made-out runs into entities. Full names come first, so that a
// surname alone finds its person wherever it stands.
func (r *reader) cluster(all []named) []Entity {
	all = r.settle(all)
	c := clusters{reader: r, byKey: map[string][]int{}, byForm: map[formKey]int{}, keysOf: map[formKey][]string{},
		bodies: map[string]name.ParsedBody{}, met: map[met]float64{}}
	order := make([]int, 0, len(all))
	for i, n := range all {
		if n.kind == model.Name || n.kind == model.Organisation || n.kind == model.Place || n.kind == unknown {
			order = append(order, i)
		}
	}
	for _, pass := range []int{2, 1} { // names of two words and more, then single words
		for _, i := range order {
			if r.words(all[i]) >= 2 == (pass == 2) {
				c.add(all[i])
			}
		}
	}
	return c.finish()
}

// settle gives a doubtful or unknown run the kind that the same words have where
// the article makes it plain, and drops what stays unknown.
func (r *reader) settle(all []named) []named {
	votes := map[string]map[model.Kind]int{}
	surname := map[string]bool{}
	first := map[string]model.Kind{} // the first word of a sure body's or place's name
	for _, n := range all {
		if !n.sure || n.kind == unknown {
			continue
		}
		k := r.fold(n)
		if votes[k] == nil {
			votes[k] = map[model.Kind]int{}
		}
		votes[k][n.kind]++
		if r.words(n) > 1 && (n.kind == model.Organisation || n.kind == model.Place) && text.Weight(r.tokens[n.claim][n.from].Norm) >= 1 {
			first[place.Fold(r.tokens[n.claim][n.from].Norm)] = n.kind
		}
		if n.kind == model.Name {
			t := r.tokens[n.claim]
			if r.words(n) >= 2 {
				surname[r.lastName(t, n)] = true
			} else {
				surname[k] = true
			}
		}
	}
	guesses := map[string]map[model.Kind]int{}
	for i := range all {
		n := &all[i]
		k := r.fold(*n)
		switch {
		case n.sure:
			continue
		case votes[k] != nil:
			n.kind = winner(votes[k])
			continue
		case surname[k]:
			n.kind = model.Name
		case first[k] != 0:
			n.kind = first[k] // "Kestrel" after "Kestrel Surfaces"
		case n.kind == unknown:
			n.kind = r.guess(*n)
		}
		if n.kind != unknown {
			if guesses[k] == nil {
				guesses[k] = map[model.Kind]int{}
			}
			guesses[k][n.kind]++
		}
	}
	out := all[:0]
	for _, n := range all {
		if k := r.fold(n); !n.sure && votes[k] == nil && guesses[k] != nil {
			n.kind = winner(guesses[k])
		}
		if n.kind != model.Quote && (n.kind != unknown || r.rare(n)) {
			out = append(out, n)
		}
	}
	return out
}

// rare reports whether a run that nothing tells apart is at least no English word.
func (r *reader) rare(n named) bool {
	t := r.tokens[n.claim]
	if r.words(n) > 1 {
		return true
	}
	for k := n.from; k < n.to; k++ {
		if t[k].Kind == text.Word && t[k].Upper() && len(t[k].Norm) > 3 && text.Weight(t[k].Norm) >= 1 && r.small[t[k].Norm] == 0 {
			return true
		}
	}
	return false
}

func winner(v map[model.Kind]int) model.Kind {
	best := unknown
	for _, k := range []model.Kind{model.Name, model.Organisation, model.Place, model.Quote} {
		if v[k] > 0 && (best == unknown || v[k] > v[best]) {
			best = k
		}
	}
	return best
}

// guess is the last word on a run that nothing tells apart: a run of several
// words that are no English words is a person, or a body behind "the".
func (r *reader) guess(n named) model.Kind {
	t := r.tokens[n.claim]
	if r.words(n) < 2 {
		return unknown
	}
	rare := 0
	for k := n.from; k < n.to; k++ {
		if t[k].Kind == text.Word && t[k].Upper() && r.small[t[k].Norm] == 0 && (text.Weight(t[k].Norm) >= 1 || isGiven(t[k].Norm)) {
			rare++
		}
	}
	if n.from > 0 && (t[n.from-1].Norm == "the" || t[n.from-1].Norm == "The") {
		return model.Organisation
	}
	if rare >= 2 && personal(t, n.from, n.to) {
		return model.Name
	}
	if rare >= 1 {
		return model.Organisation
	}
	return unknown
}

func (r *reader) words(n named) int {
	w := 0
	t := r.tokens[n.claim]
	for k := n.from; k < n.to; k++ {
		if t[k].Kind == text.Word && (k == n.from || !isHyphen(t[k-1])) && !(k+1 < n.to && t[k+1].Text == ".") && (t[k].Upper() || !particles[t[k].Norm]) {
			w++
		}
	}
	return w
}

func (r *reader) fold(n named) string { return place.Fold(join(r.tokens[n.claim], n.from, n.to)) }

// lastName is the folded surname of a full name: its last word with the
// particles and hyphenated parts before it.
func (r *reader) lastName(t []text.Token, n named) string {
	k := n.to - 1
	for k-1 > n.from && (isHyphen(t[k-1]) || particles[t[k-1].Norm] || t[k-1].Text == ".") {
		k--
	}
	if t[k].Text == "." && k-1 > n.from {
		k-- // "Marguerite St. Clair"
	}
	return place.Fold(join(t, k, n.to))
}

// clusters are the entities found so far, indexed by the keys of their names.
type clusters struct {
	*reader
	all    []Entity
	byKey  map[string][]int
	byForm map[formKey]int // the entity that a form was put to last
	keysOf map[formKey][]string
	bodies map[string]name.ParsedBody
	met    map[met]float64
}

// met is two written forms that were laid beside each other, as names of people or
// of bodies: what an article names often, it names in the same words.
type met struct {
	person bool
	a, b   string
}

type formKey struct {
	kind model.Kind
	form string
}

// crowd is how many entities may share a key that is still looked under.
const crowd = 10

// add puts a mention to the entity it names, or makes a new one.
func (c *clusters) add(n named) {
	t := c.tokens[n.claim]
	form := join(t, n.from, n.to)
	key := formKey{n.kind, form}
	keys, ok := c.keysOf[key]
	if !ok {
		keys = keysOf(n.kind, form)
		c.keysOf[key] = keys
	}
	i := c.find(n, form, keys)
	if i < 0 {
		i = len(c.all)
		c.all = append(c.all, Entity{Kind: n.kind, Label: form, Adjective: true, Loose: n.kind == unknown})
	}
	c.byForm[key] = i
	e := &c.all[i]
	e.Sure = e.Sure || n.sure
	wasAdjective := e.Adjective
	e.Adjective = e.Adjective && n.adjective
	if !n.adjective && (len(form) > len(e.Label) || wasAdjective) {
		e.Label = form
	}
	f := slices.Index(e.Forms, form)
	if f < 0 {
		f = len(e.Forms)
		e.Forms = append(e.Forms, form)
		if e.Kind != model.Place {
			e.Keys = append(e.Keys, keys...)
		}
		for _, k := range keys {
			if !slices.Contains(c.byKey[k], i) {
				c.byKey[k] = append(c.byKey[k], i)
			}
		}
	}
	e.Mentions = append(e.Mentions, Mention{model.ClaimIndex(n.claim), span(t, n.from, n.to), n.from, n.to, f})
	if n.kind == model.Name {
		c.titles(e, n)
	}
}

// titles reads the office before and behind a person's name.
func (c *clusters) titles(e *Entity, n named) {
	t := c.tokens[n.claim]
	around := title.Around(t, n.from, n.to)
	found := func(r title.Range) bool { return r.From < n.from && r.To > n.titleFrom }
	if n.titleFrom < n.from && !slices.ContainsFunc(around, found) {
		c.title(e, n.claim, title.Range{From: n.titleFrom, To: trimTitle(t, n.titleFrom, n.from)})
	}
	for _, r := range around {
		c.title(e, n.claim, r)
	}
}

// trimTitle takes the comma between an office and a name off the office.
func trimTitle(t []text.Token, from, to int) int {
	for to > from && t[to-1].Text == "," {
		to--
	}
	return to
}

func (c *clusters) title(e *Entity, claim int, r title.Range) {
	t := c.tokens[claim]
	if r.From >= r.To {
		return
	}
	offices := title.Parse(t[r.From:r.To])
	if len(offices) == 0 {
		return
	}
	if r.Past {
		for i := range offices {
			offices[i].Level |= title.Former
		}
	}
	e.Titles = append(e.Titles, Title{model.ClaimIndex(claim), span(t, r.From, r.To), offices})
}

// keysOf are the index keys of a written form: two forms of one entity share one.
func keysOf(kind model.Kind, form string) []string {
	if kind == model.Place {
		if e, ok := place.Lookup(form); ok && e.Sort <= place.People {
			return []string{"nation " + e.Code}
		}
		return []string{place.Fold(form)}
	}
	return name.Keys(form)
}

// find is the entity a mention belongs to, -1 for a new one. Of several people
// that a surname fits, the one whose office stands before it wins, then the one
// the article names first: it gives the others their full names.
func (c *clusters) find(n named, form string, keys []string) int {
	best, score, last := -1, 0.0, 0
	if i, ok := c.byForm[formKey{n.kind, form}]; ok && c.words(n) > 1 {
		return i
	}
	var seen []int
	for _, k := range keys {
		if len(c.byKey[k]) > crowd {
			continue
		}
		for _, i := range c.byKey[k] {
			if slices.Contains(seen, i) {
				continue
			}
			seen = append(seen, i)
			if c.all[i].Kind != n.kind && (n.kind != unknown || c.all[i].Kind == model.Place) {
				continue
			}
			s := c.fits(form, i)
			if s > 0 && c.holds(i, n) {
				s++
			}
			at := -c.all[i].Mentions[0].Span.Start
			if s > score+1e-9 || s > 0 && s > score-1e-9 && at > last {
				best, score, last = i, s, at
			}
		}
	}
	return best
}

// holds reports whether the office before a mention is one that entity i holds.
func (c *clusters) holds(i int, n named) bool {
	if n.kind != model.Name || n.titleFrom >= n.from || len(c.all[i].Titles) == 0 {
		return false
	}
	t := c.tokens[n.claim]
	offices := title.Parse(t[n.titleFrom:trimTitle(t, n.titleFrom, n.from)])
	for _, had := range c.all[i].Titles {
		if e := title.CompareAll(offices, had.Offices); e.Relation == title.Same || e.Relation == title.Coarser {
			return true
		}
	}
	return false
}

// mostForms is how many written forms of an entity a new one is compared with.
const mostForms = 6

// fits says how well a written form fits an entity, 0 for not at all.
func (c *clusters) fits(form string, i int) float64 {
	best := 0.0
	forms := c.all[i].Forms
	if slices.Contains(forms, form) {
		return 1
	}
	kind := c.all[i].Kind
	if kind == model.Place {
		return 1 // same key, same place
	}
	for _, f := range forms[:min(len(forms), mostForms)] {
		k := met{kind == model.Name, form, f}
		score, ok := c.met[k]
		if !ok {
			score = c.likeness(k)
			c.met[k] = score
		}
		best = max(best, score)
	}
	return best
}

// likeness says how well two written forms go together, 0 for not at all.
func (c *clusters) likeness(m met) float64 {
	if m.person {
		if x := name.Person(m.a, m.b); x.Level == name.Same || x.Partial && x.Score >= 0.5 {
			return x.Score
		}
		return 0
	}
	if x := c.body(m.a).Match(c.body(m.b)); x.Level == name.Same || x.Level == name.Possible && x.Partial && shortForm(m.a, m.b) {
		return x.Score
	}
	return 0
}

// body is a written form as the name of a body, parsed once.
func (c *clusters) body(form string) name.ParsedBody {
	b, ok := c.bodies[form]
	if !ok {
		b = name.ParseBody(form)
		c.bodies[form] = b
	}
	return b
}

// shortForm reports whether one written form is the end or the beginning of the
// other, word for word: "Met Office" after "Icelandic Met Office".
func shortForm(a, b string) bool {
	a, b = place.Fold(a), place.Fold(b)
	if len(a) > len(b) {
		a, b = b, a
	}
	if strings.HasSuffix(b, " "+a) {
		return true
	}
	if _, known := place.Lookup(a); known || !strings.HasPrefix(b, a+" ") {
		return false
	}
	rest := strings.Fields(b[len(a):])
	if strings.Contains(a, " ") && len(rest) == 1 {
		return true // "Larkin High", "Larkin High School"
	}
	return !slices.ContainsFunc(rest, Institution) // not "Manbij", "Manbij Military Council"
}

// edge is where a mention ends.
type edge struct{ claim, token int }

// gloss joins a body and the initials that stand in brackets behind it, or the other way
// round, which letters need not tell: "the Slovak Road Administration (SSC)".
func (c *clusters) gloss() {
	ends := make(map[edge]int)
	for i := range c.all {
		if e := &c.all[i]; e.Kind == model.Organisation || e.Loose {
			for _, m := range e.Mentions {
				ends[edge{int(m.Claim), m.To}] = i
			}
		}
	}
	for j := range c.all {
		if e := &c.all[j]; e.Kind != model.Organisation && !e.Loose {
			continue
		}
		for _, m := range c.all[j].Mentions {
			t := c.tokens[m.Claim]
			if m.From == 0 || m.To >= len(t) || t[m.From-1].Text != "(" || t[m.To].Text != ")" {
				continue
			}
			i, ok := ends[edge{int(m.Claim), m.From - 1}]
			if !ok || i == j || len(c.all[i].Mentions) == 0 || !glosses(c.all[i].Label, c.all[j].Label) && !glosses(c.all[j].Label, c.all[i].Label) {
				continue
			}
			c.join(i, j)
			break
		}
	}
	c.all = slices.DeleteFunc(c.all, func(e Entity) bool { return len(e.Mentions) == 0 })
}

// glosses reports whether a short form is initials and a long one words.
func glosses(long, short string) bool { return isAcronym(short) && strings.Contains(long, " ") }

// join makes entity j a part of entity i, which leaves j without a mention.
func (c *clusters) join(i, j int) {
	a, b := &c.all[i], &c.all[j]
	from := len(a.Forms)
	a.Forms, a.Keys = append(a.Forms, b.Forms...), append(a.Keys, b.Keys...)
	for _, m := range b.Mentions {
		m.Form += from
		a.Mentions = append(a.Mentions, m)
	}
	a.Kind, a.Sure, a.Loose = model.Organisation, true, false
	if len(b.Label) > len(a.Label) {
		a.Label = b.Label
	}
	b.Mentions = nil
}

// finish orders mentions, titles and entities by place.
func (c *clusters) finish() []Entity {
	c.gloss()
	for i := range c.all {
		e := &c.all[i]
		slices.SortFunc(e.Mentions, func(a, b Mention) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
		slices.SortFunc(e.Titles, func(a, b Title) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
		e.Label = strings.TrimSpace(e.Label)
		if e.Loose {
			e.Kind = model.Organisation
		}
	}
	slices.SortFunc(c.all, func(a, b Entity) int { return cmp.Compare(a.Mentions[0].Span.Start, b.Mentions[0].Span.Start) })
	return c.all
}
