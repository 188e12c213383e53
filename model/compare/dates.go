// This file compares the dates of linked claims.

package compare

import (
	"cmp"
	"slices"
	"strings"

	"doubletake/model"
	"doubletake/model/date"
	"doubletake/model/text"
	"doubletake/model/voice"
)

// rival is one pair of dates of linked claims, still to be chosen from.
type rival struct {
	link        int
	left, right int // indices into the dates of each side
	relation    date.Relation
	apart       int          // minutes between two that exclude each other
	x, y        date.Mention // the parts that were compared
	near        float64      // likeness of the surroundings
	sameDay     bool         // two times of one day
	edge        bool         // both are hours of one thing's beginning, or end
	limits      bool         // both are limits still to come
	why         string
}

// rank orders rivals: what agrees is looked for first.
func (r rival) rank() int {
	if r.edge {
		return 0
	}
	return [...]int{date.Equal: 0, date.Finer: 1, date.Coarser: 1, date.Compatible: 2, date.Incompatible: 3, date.Incomparable: 4}[r.relation]
}

// conflictNear is how alike the surroundings of two dates have to be for a clash
// between them where a claim has more than one.
const conflictNear = 0.25

// dates compares the dates of linked claims: equal ones first, then those that
// differ in precision, and a clash only between two dates that have no
// counterpart anywhere and stand by the same words.
func (p *pairing) dates() {
	var rivals []rival
	agreesL, agreesR := make(map[int]bool), make(map[int]bool)
	for k, l := range p.links {
		for _, i := range p.left.datesOf[l.Left] {
			for _, j := range p.right.datesOf[l.Right] {
				met := p.meet(p.left.Dates[i], p.right.Dates[j])
				if p.left.Dates[i].Dateline || p.right.Dates[j].Dateline {
					met = slices.DeleteFunc(met, func(r rival) bool { return r.relation != date.Equal })
				}
				if len(met) == 0 {
					continue
				}
				near := p.kinship(p.left.around(l.Left, p.left.Dates[i].Span), p.right.around(l.Right, p.right.Dates[j].Span))
				for _, r := range met {
					r.link, r.left, r.right, r.near = k, i, j, near
					rivals = append(rivals, r)
					if r.relation == date.Equal || r.relation == date.Finer || r.relation == date.Coarser {
						agreesL[i], agreesR[j] = true, true
					}
				}
			}
		}
	}
	slices.SortStableFunc(rivals, func(a, b rival) int {
		return cmp.Or(cmp.Compare(a.rank(), b.rank()), cmp.Compare(b.near, a.near), cmp.Compare(a.left+a.right, b.left+b.right))
	})
	p.pickDates(rivals, agreesL, agreesR)
}

// linkedDates are the pairs of days that stand in linked claims.
func (p *pairing) linkedDates() (out [][2]date.Mention) {
	for _, l := range p.links {
		for _, i := range p.left.datesOf[l.Left] {
			for _, j := range p.right.datesOf[l.Right] {
				if x, y := &p.left.Dates[i], &p.right.Dates[j]; x.Value.Grain == date.Day && y.Value.Grain == date.Day {
					out = append(out, [2]date.Mention{*x, *y})
				}
			}
		}
	}
	return out
}

// meet compares two time expressions, their days and their times of day apart
// where only one side gives a time. Two limits still to come are two moments.
func (p *pairing) meet(x, y date.Mention) []rival {
	if a, b := p.left.notUntil(x), p.right.notUntil(y); a.Value.Bound == date.In && b.Value.Bound == date.In {
		x, y = a, b
	}
	limits := deadline(x) && deadline(y)
	if limits {
		x.Value.Bound, y.Value.Bound = date.In, date.In
	}
	met := p.laid(x, y)
	for i := range met {
		met[i].limits = limits
	}
	return met
}

// laid compares two time expressions as they stand.
func (p *pairing) laid(x, y date.Mention) []rival {
	almanac := p.almanac
	if x, y, ok := p.edges(x, y); ok {
		hours := single(almanac.Between(x, y), x, y)
		for i := range hours {
			hours[i].sameDay, hours[i].edge = true, true
		}
		return hours
	}
	if pastLimit(x) && pastLimit(y) {
		x.Value.Bound, y.Value.Bound = date.In, date.In
		return slices.DeleteFunc(single(almanac.Between(x, y), x, y), func(r rival) bool { return r.relation != date.Equal })
	}
	if x.Value.Bound == y.Value.Bound {
		x.Value.Bound, y.Value.Bound = date.In, date.In // "until 2024" and "until 2026" are two limits
	}
	switch { // who is in office since 2019 did not take over in 2021
	case x.Value.Bound == date.Since && y.Value.Bound == date.In && p.right.phase(y) == "start":
		x.Value.Bound = date.In
	case y.Value.Bound == date.Since && x.Value.Bound == date.In && p.left.phase(x) == "start":
		y.Value.Bound = date.In
	}
	whole := almanac.Between(x, y)
	if whole.Relation == date.Equal || whole.Relation == date.Incomparable {
		return single(whole, x, y)
	}
	dx, okx := x.Date()
	dy, oky := y.Date()
	if !okx || !oky {
		return single(whole, x, y)
	}
	days := almanac.Between(dx, dy)
	tx, timedX := x.Time()
	ty, timedY := y.Time()
	switch {
	case days.Relation == date.Equal && timedX != timedY:
		if bareDay(p.left.words(dx.Span)) == bareDay(p.right.words(dy.Span)) {
			return single(whole, x, y) // of "Monday afternoon" and "Monday", the hour is what there is to tell
		}
		return single(days, dx, dy) // "7 p.m. on May 8" is Friday
	case days.Relation == date.Equal && timedX && timedY:
		if times := almanac.Between(tx, ty); times.Relation == date.Incompatible {
			if whole.Relation != date.Incompatible { // an hour that was planned, and the one that came
				times.Relation, times.Why = whole.Relation, whole.Why
			}
			clocks := single(times, tx, ty)
			for i := range clocks {
				clocks[i].sameDay = true
			}
			return append(single(days, dx, dy), clocks...)
		}
		return append(single(days, dx, dy), single(whole, x, y)...)
	case days.Relation == date.Incompatible && whole.Relation == date.Incompatible: // and not a night that goes on into the next day
		return single(days, dx, dy)
	}
	return single(whole, x, y)
}

// pastLimit reports a time by which something had come about: "by Tuesday night, 40 had
// been found", or as of which it is told. Of two of them the later one speaks against nothing.
func pastLimit(d date.Mention) bool { return d.Value.Bound == date.By && !d.Ahead }

// deadline reports a limit that is still to come: "gave them until Friday", "by Friday".
func deadline(d date.Mention) bool {
	return d.Ahead && (d.Value.Bound == date.Until || d.Value.Bound == date.By)
}

// notUntil is a date until which something was not so, or put off, as the moment from which
// it was: "will not be over until Tuesday", "had to wait until noon".
func (s *side) notUntil(d date.Mention) date.Mention {
	if d.Value.Bound != date.Until {
		return d
	}
	from, _ := tokenRange(s.Tokens[d.Claim], d.Span)
	const reach = 6
	for _, v := range slices.Backward(s.Predicates[d.Claim]) {
		if v.Verb < from {
			if from-v.Verb <= reach && (v.Negated || putOff[v.Lemma]) {
				return ended(d, s.Tokens[d.Claim][from:])
			}
			break
		}
	}
	return d
}

// putOff are verbs that leave a thing to the moment they name: "was adjourned until May 2".
var putOff = map[string]bool{"wait": true, "adjourn": true, "postpone": true, "delay": true, "defer": true, "put_off": true, "hold_off": true, "push_back": true}

// ended is a limit as the moment it names; t begins with its first word, "until", which is
// no part of that.
func ended(d date.Mention, t []text.Token) date.Mention {
	d.Value.Bound = date.In
	for _, at := range [...]*model.Span{&d.Span, &d.DateSpan, &d.TimeSpan} {
		if len(t) > 1 && at.Start == t[0].Span.Start && at.End >= t[1].Span.End {
			at.Start = t[1].Span.Start
		}
	}
	return d
}

// bareDay is how a day is written, without the word that makes a limit of it.
func bareDay(s string) string {
	s = fold(s)
	if before, after, ok := strings.Cut(s, " "); ok && text.Stop(before) {
		return after
	}
	return s
}

func single(e date.Evidence, x, y date.Mention) []rival {
	if e.Relation == date.Incomparable {
		return nil
	}
	return []rival{{relation: e.Relation, apart: e.Apart, x: x, y: y, why: e.Why}}
}

// pickDates goes through rivals in order and files those whose dates are still
// free within their link. agreesL and agreesR tell which dates the other article
// gives too, somewhere.
func (p *pairing) pickDates(rivals []rival, agreesL, agreesR map[int]bool) {
	type use struct {
		link, value int
		right       bool
		part        model.Span
	}
	used := make(map[use]bool)
	for _, r := range rivals {
		l, g := use{r.link, r.left, false, r.x.Span}, use{r.link, r.right, true, r.y.Span}
		if used[l] || used[g] {
			continue
		}
		if r.relation == date.Compatible && !r.sameDay && (agreesL[r.left] || agreesR[r.right]) {
			continue // it has a better counterpart
		}
		if r.relation == date.Incompatible {
			if !r.sameDay && (agreesL[r.left] || agreesR[r.right]) || !p.clash(r, agreesL, agreesR) {
				continue
			}
		}
		used[l], used[g] = true, true
		p.dated(r)
	}
}

// dated files what two dates come to.
func (p *pairing) dated(r rival) {
	f := model.Fact{
		Kind: model.Date, About: p.about(r.link, r.x.Claim, r.x.Span), Why: r.why,
		Left:  model.Mention{Claim: r.x.Claim, Span: r.x.Span, Value: r.x.Value.String()},
		Right: model.Mention{Claim: r.y.Claim, Span: r.y.Span, Value: r.y.Value.String()},
	}
	switch r.relation {
	case date.Equal:
		f.Relation = model.Same
	case date.Incompatible:
		f.Relation, f.Severity = model.Conflict, model.High
	default:
		f.Relation, f.Severity = model.Differs, model.Low
	}
	p.add(f, r.link)
}

// clash reports whether two dates that exclude each other are dates of one thing.
func (p *pairing) clash(r rival, agreesL, agreesR map[int]bool) bool {
	return !p.twoMoments(r) && p.oneEvent(r, agreesL, agreesR)
}

// twoMoments reports whether two dates may both be right: one says when something was said
// ("today" in two articles of two days says no more), or that it was still so, one is of a
// row, they stand at two ends of a thing, or nothing sure joins their claims.
func (p *pairing) twoMoments(r rival) bool {
	if (p.left.toldThen(r.x) || p.right.toldThen(r.y)) && !p.oneStatement(r) || fold(p.left.words(r.x.Span)) == fold(p.right.words(r.y.Span)) {
		return true
	}
	if !r.sameDay && r.apart <= dayApart && (deictic(p.left.words(r.x.Span)) || deictic(p.right.words(r.y.Span))) {
		return true
	}
	if !r.sameDay && p.left.lasting(r.x) && p.right.lasting(r.y) {
		return true // it was so on both days
	}
	if p.left.listed(r.x.Claim, r.left) || p.right.listed(r.y.Claim, r.right) {
		return true
	}
	if a, b := p.left.phase(r.x), p.right.phase(r.y); a != "" && b != "" && a != b && !r.edge {
		return true // it was announced on one day and began on the other
	}
	l := p.links[r.link]
	if l.Score < toldLink && grainsApart(r.x.Value, r.y.Value) {
		return true
	}
	return l.Score < p.clashFrom() && !r.edge // hours of one named event tie themselves
}

// oneEvent reports whether what stands about two dates makes them dates of one thing: they
// are two hours of one day, or two beginnings or limits still to come, or no other date of
// their claims is without a counterpart and both are told outright, or the same words stand
// about them.
func (p *pairing) oneEvent(r rival, agreesL, agreesR map[int]bool) bool {
	l := p.links[r.link]
	only := p.left.loneDate(l.Left, r.left, agreesL) && p.right.loneDate(l.Right, r.right, agreesR)
	ahead, either := r.x.Ahead && r.y.Ahead, r.x.Ahead || r.y.Ahead
	if a := p.left.phase(r.x); a != "" && a == p.right.phase(r.y) && (r.sameDay || only && either) || only && r.limits && l.Score >= toldLink {
		return true
	}
	lone := only && r.x.Anchor == "" && r.y.Anchor == ""
	short := max(len(p.left.Tokens[l.Left]), len(p.right.Tokens[l.Right])) <= shortClaim
	coming := ahead && r.near > 0 // of what is still to come, an article seldom tells two things in a sentence
	told := calendar(r.x.Value) && calendar(r.y.Value)
	one := r.sameDay && r.near > 0 || r.near >= conflictNear || lone && l.Score >= loneScore && (short || coming || told && l.Score >= toldLink || r.near >= conflictNear/2)
	return one && p.left.raises(l.Left) == p.right.raises(l.Right) // else the day of the new deaths, and that of those before
}

// phases are verbs that say at which point of a thing a date stands.
var phases = map[string]string{
	"begin": "start", "start": "start", "open": "start", "launch": "start", "commence": "start", "kick_off": "start",
	"take_over": "start", "become": "start", "join": "start", "take_effect": "start", "found": "start", "appoint": "start", "elect": "start",
	"end": "end", "close": "end", "finish": "end", "conclude": "end", "expire": "end",
	"announce": "plan", "declare": "plan", "propose": "plan", "schedule": "plan", "order": "plan",
}

// phaseOf is what a verb says of a date with the words behind it: "is over", "comes into
// force", "kicks in".
func phaseOf(lemma string, behind []text.Token) string {
	norm := func(i int) string {
		if i >= len(behind) {
			return ""
		}
		return behind[i].Norm
	}
	switch {
	case lemma == "be" && norm(0) == "over":
		return "end"
	case lemma == "kick" && norm(0) == "in", norm(0) == "into" && (norm(1) == "force" || norm(1) == "effect"):
		return "start"
	}
	return phases[lemma]
}

// phase is what the verb nearest to a date says of it, "" for nothing.
func (s *side) phase(d date.Mention) string {
	from, to := tokenRange(s.Tokens[d.Claim], d.Span)
	const reach = 6
	best, phase := reach+1, ""
	for _, v := range s.Predicates[d.Claim] {
		away := from - v.Verb
		if v.Verb >= to {
			if s.Tokens[d.Claim][to].Norm == "," {
				break // another clause
			}
			away = v.Verb - to + 1
		}
		if away <= 0 || away >= best {
			continue
		}
		best, phase = away, phaseOf(v.Lemma, s.Tokens[d.Claim][v.Verb+1:])
	}
	return phase
}

// statementLink and statementApart are how sure a link has to be, and how far apart in
// minutes two dates, for a statement of one person to be dated in two ways: the same
// may be said on two days.
const (
	statementLink  = 0.9
	statementApart = 14 * 24 * 60
)

// oneStatement reports whether two dates say when one and the same person said one
// thing: "testified in January", "told the court in February".
func (p *pairing) oneStatement(r rival) bool {
	l := p.links[r.link]
	i, j := p.left.Voices.PerClaim[l.Left], p.right.Voices.PerClaim[l.Right]
	if l.Score < statementLink || r.apart < statementApart || i < 0 || j < 0 {
		return false
	}
	return p.left.Voices.Sources[i].Named && p.sources(i, j).Relation == voice.SameSource
}

// shortClaim is how many tokens a claim has at most that tells one thing only, so
// that its date can be of nothing else.
const shortClaim = 20

// dayApart is how far "yesterday" may be off, in minutes: the day of an article is
// that of writing in one paper and that of print in another.
const dayApart = 24 * 60

// deictic reports whether words date something by the moment of writing.
func deictic(words string) bool {
	w := strings.ToLower(words)
	return strings.Contains(w, "today") || strings.Contains(w, "yesterday") || strings.Contains(w, "tomorrow") ||
		strings.Contains(w, "last night") || strings.Contains(w, "tonight") || strings.Contains(w, "this ")
}

// calendar reports whether a time is told by month or year, and not by a day of the week.
func calendar(v date.Value) bool { return v.From.Month > 0 || v.From.Year > 0 }

// grainsApart reports a day and a year: who founds a firm in 2016 and who leaves on Monday
// are seldom told of one thing, for the same thing is seldom told so exactly and so roughly.
func grainsApart(x, y date.Value) bool {
	lo, hi := min(x.Grain, y.Grain), max(x.Grain, y.Grain)
	return lo != date.None && lo <= date.Week && hi >= date.Year
}

// toldLink is how sure a link has to be for the only calendar dates of its claims to clash
// whatever stands about them.
const toldLink = 0.9

// loneScore is how sure a link has to be for the only dates of its claims to clash.
const loneScore = 0.6

// loneDate reports whether every other date of a claim that is as plain has its
// counterpart in the other article.
func (s *side) loneDate(c model.ClaimIndex, own int, agrees map[int]bool) bool {
	for _, i := range s.datesOf[c] {
		if i != own && !agrees[i] && !s.Dates[i].Dateline && specific(s.Dates[i].Value) && s.Dates[i].Value.Grain <= date.Year {
			return false
		}
	}
	return true
}

// listed reports whether a date of a claim is one of several in a row ("in 2014 and
// 2015"): the other article may tell of another of them.
func (s *side) listed(c model.ClaimIndex, own int) bool {
	at := s.Dates[own].Span
	for _, i := range s.datesOf[c] {
		between := model.Span{Start: s.Dates[i].Span.End, End: at.Start}
		if between.Start > between.End {
			between = model.Span{Start: at.End, End: s.Dates[i].Span.Start}
		}
		if i == own || between.Start > between.End {
			continue
		}
		switch strings.TrimSpace(s.words(between)) {
		case "and", "or", ",", ", and", "as well as":
			return s.Dates[i].Value.Grain == s.Dates[own].Value.Grain
		}
	}
	return false
}

// raises reports whether a claim adds to a total: "two deaths on Tuesday took the toll to nine".
func (s *side) raises(c model.ClaimIndex) bool {
	more, all := false, false
	for _, i := range s.quantitiesOf[c] {
		q := s.Quantities[i]
		if more && all {
			break
		}
		more, all = more || q.More && q.States != 0, all || q.Running && q.States != 0
	}
	return more && all
}

// lasting reports whether a date says as of when a thing still was as before: "was still
// closed on Thursday", "remained in hospital on Friday".
func (s *side) lasting(d date.Mention) bool {
	from, _ := tokenRange(s.Tokens[d.Claim], d.Span)
	const reach = 8
	for _, t := range s.Tokens[d.Claim][max(0, from-reach):from] {
		switch t.Norm {
		case "still", "remain", "remains", "remained":
			return true
		}
	}
	return false
}

// opening is how many bytes into a sentence a date at its beginning may stand: "On
// Monday, police said".
const opening = 12

// toldThen reports whether a date says when its source spoke: it stands beside
// the cue, as in "police said on Monday".
func (s *side) toldThen(d date.Mention) bool {
	for _, i := range s.sourcesOf[d.Claim] {
		src := s.Voices.Sources[i]
		gap := d.Span.Start - src.Cue.End
		if d.Span.End <= src.Cue.Start {
			gap = src.Cue.Start - d.Span.End
			between := s.words(model.Span{Start: d.Span.End, End: src.Cue.Start})
			if strings.Contains(between, ",") && d.Span.Start > s.Claims[d.Claim].Span.Start+opening {
				continue // "it was inspected in September, he said"
			}
		}
		if gap >= 0 && gap <= 14 {
			return true
		}
	}
	return false
}
