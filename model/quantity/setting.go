// This file reads the surroundings of a number: what happened to the counted,
// rise or fall, the words that date it, and the words about it.

package quantity

import (
	"cmp"
	"slices"
	"strings"

	"doubletake/model"
	"doubletake/model/text"
)

// Windows, in tokens.
const (
	stateAfter  = 8
	stateBefore = 7
	tollBefore  = 20
	trendBefore = 5
	contextSpan = 20
	asOfSpan    = 24
)

// surround fills in what the words about a mention say. The mention covers
// tokens [start, end); what it counts ends at token after.
func (p *parser) surround(m *Mention, start, after, end int) {
	m.Whole = p.inside(start)
	p.states(m, start, after)
	p.trend(m, start, end)
	p.roles(m, start, end)
	p.people(m, after)
	p.asOf(m, start, end)
	if m.Dimension == Share {
		m.Holder = p.holder(start, end)
	}
	p.context(m, start, end)
}

// people makes people of a bare "hundreds" or "dozens": it stands for nothing else, but
// where something happened to it that happens to things.
func (p *parser) people(m *Mention, after int) {
	things := p.lex.states["destroyed"] | p.lex.states["damaged"] | p.lex.states["cancelled"] | p.lex.states["delayed"]
	if m.Dimension == Count && m.Bound == Vague && m.Counted == "" && !m.More && m.States&things == 0 && p.norm(after) != "of" {
		m.Counted = "person"
	}
}

// bars reports that a clause ends at token i.
func (p *parser) bars(i int) bool {
	t := p.tok(i)
	if t.Kind == text.Mark {
		return !p.hyphen(i) && !p.mark(i, "’'.") || i < 0 || i >= len(p.ts)
	}
	switch t.Norm {
	case "and", "but", "while", "whereas", "or", "as", "when":
		return true
	}
	return false
}

// states looks for what happened to the counted: in the verb right before
// ("killing five"), else behind it up to the end of the clause, else before.
func (p *parser) states(m *Mention, start, end int) {
	if m.Dimension != Count && m.Dimension != Share && m.Dimension != Times {
		return
	}
	if w := p.norm(end); m.Whole && w != "who" && w != "that" && p.stateAt(end) == 0 {
		return // "one of its 14 patients was in critical condition" tells of the one
	}
	if s := p.transitive(start - 1); s != 0 {
		m.States = s
		return
	}
	if m.Counted == "life" && (p.takesLives(start) || p.norm(end) == "lost" || p.norm(end+1) == "lost") {
		m.Counted, m.States = "person", p.lex.states["killed"]
		return
	}
	if p.norm(start-1) == "of" && (p.norm(start-2) == "bones" || p.norm(start-2) == "skeletons" || p.norm(start-2) == "skulls") {
		m.States = p.lex.states["killed"]
		return
	}
	if p.loseLives(end) || p.norm(start-1) == "of" && p.norm(start-2) == "lives" && p.takesLives(start-2) {
		m.States = p.lex.states["killed"]
		return
	}
	for k := end; k < min(end+stateAfter, len(p.ts)) && !p.bars(k); k++ {
		if k > end && (p.ts[k].Kind == text.Number || p.numeral(k).sort == card) {
			break
		}
		m.States |= p.stateAt(k)
		if p.getsHelp(k) {
			m.States |= p.lex.states["treated"]
		}
	}
	if m.States == 0 && m.Counted != "" && !strings.Contains(wards, " "+m.Counted+" ") {
		m.States = p.lex.states[m.Counted]
	}
	if m.States != 0 {
		return
	}
	for k := start - 1; k >= max(0, start-stateBefore) && !p.bars(k); k-- {
		if s := p.stateAt(k); s != 0 {
			m.States = s
			return
		}
	}
	if m.Counted == "" && (p.norm(start-1) == "to" || p.norm(start-1) == "at") {
		for k := start - 2; k >= max(0, start-tollBefore); k-- { // "the toll in the floods that followed ... rose to 17"
			if p.norm(k) == "toll" {
				m.States = p.stateAt(k)
				return
			}
		}
	}
}

// getsHelp reports a verb at token i whose object is help for the hurt or ill: "sought medical
// help", "needed hospital treatment".
func (p *parser) getsHelp(i int) bool {
	switch p.norm(i) {
	case "sought", "seek", "seeking", "needed", "needing", "required", "requiring", "received", "receiving", "given":
	default:
		return false
	}
	medical := false
	for k := i + 1; k <= i+3 && !p.bars(k); k++ {
		switch p.norm(k) {
		case "medical", "hospital", "first", "emergency":
			medical = true
		case "treatment":
			return true
		case "help", "care", "attention", "aid", "assistance":
			return medical
		}
	}
	return false
}

// wards are where the hurt are, and no count of them: "nine hospitals".
const wards = " hospital clinic ambulance "

// inside reports a number that is the whole of another's part: "one of its 14
// patients".
func (p *parser) inside(start int) bool {
	k := start - 1
	for range 3 {
		if w := p.norm(k); w == "of" {
			return p.numeral(k-1).sort == card || p.numeral(k-1).sort == tens || p.tok(k-1).Kind == text.Number
		} else if w != "the" && w != "its" && w != "their" && w != "his" && w != "her" && w != "all" && !p.tok(k).Possessive() {
			return false
		}
		k--
	}
	return false
}

// transitive is the class of a verb that has the number as its object:
// "killed", "killing at least", "injuring another".
func (p *parser) transitive(i int) States {
	if w := p.norm(i); w == "another" || w == "the" || w == "all" {
		i--
	}
	w := p.norm(i)
	if strings.HasSuffix(w, "ing") || strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "s") || w == "hurt" || w == "slew" {
		if strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "es") && w != "kills" && w != "wounds" && w != "arrests" && w != "detains" {
			return 0
		}
		return p.stateAt(i)
	}
	return 0
}

// takesLives reports a verb before a number that makes lives of it the dead: "claimed
// at least 71 lives", "cost another 12 lives".
func (p *parser) takesLives(start int) bool {
	for k := start - 1; k >= max(0, start-3) && !p.bars(k); k-- {
		switch p.norm(k) {
		case "claim", "claims", "claimed", "claiming", "cost", "costs", "costing", "take", "takes", "took", "taken", "taking", "lose", "lost", "losing":
			return true
		}
	}
	return false
}

// loseLives reports that those counted before token i "lost their lives" or "lose
// their life".
func (p *parser) loseLives(i int) bool {
	for k := i; k < i+3 && !p.bars(k); k++ {
		if w := p.norm(k); w == "lost" || w == "lose" || w == "losing" {
			v := p.norm(k + 2)
			return v == "lives" || v == "life"
		}
	}
	return false
}

// stateAt is the class of token i, other than in a negation.
func (p *parser) stateAt(i int) States {
	w := p.norm(i)
	switch next := p.norm(i + 1); {
	case w == "":
		return 0
	case (w == "voted" || w == "voting") && next == "against":
		return p.lex.states["opposed"]
	case (w == "voted" || w == "voting") && (next == "for" || next == "in"):
		return p.lex.states["backed"]
	}
	return p.lex.states[w]
}

// trend finds a rise or a fall: behind ("6.2% lower") or shortly before.
func (p *parser) trend(m *Mention, start, end int) {
	switch m.Dimension {
	case Share, Points, Money, Length, Temperature, Times:
	default:
		return
	}
	for k := end; k < end+2; k++ {
		if t := p.trendAt(k); t != 0 && !p.bars(end) {
			m.Trend = t
			return
		}
	}
	for k := start - 1; k >= max(0, start-trendBefore) && !p.bars(k); k-- {
		if t := p.trendAt(k); t != 0 {
			m.Trend = t
			return
		}
	}
}

func (p *parser) trendAt(i int) int {
	w := p.norm(i)
	switch {
	case w == "":
		return 0
	case p.lex.in(upSet, w):
		return 1
	case p.lex.in(downSet, w):
		return -1
	}
	return 0
}

// inOtherMoney reports whether a sum that begins at token start only gives the one before it in
// another currency: "3 million Canadian dollars, or about $2.2 million".
func (p *parser) inOtherMoney(before, m Mention, start int) bool {
	if before.Dimension != Money || m.Dimension != Money || before.Unit == m.Unit || before.Unit == "" || m.Unit == "" || p.norm(start-1) != "or" {
		return false
	}
	last := start - 2
	if p.mark(last, ",") {
		last--
	}
	return last >= 0 && p.ts[last].Span.End == before.Span.End
}

// roles sets From, To, Part, More, Joined, Gloss, Planned, Meant, Once and Anchor.
func (p *parser) roles(m *Mention, start, end int) {
	switch p.norm(start - 1) {
	case "from":
		m.From = true
	case "to":
		m.To = true
	case "including", "include", "includes", "included":
		m.Part = true
	case "another":
		m.More = true
	case "whom", "which", "those":
		m.Part = m.Part || p.norm(start-2) == "of"
	}
	if first := p.norm(0); (first == "of" || first == "among") && p.mark(start-1, ",") {
		m.Part = true // "Of the passengers, 48 were hurt"
	}
	if n := len(p.out); n > 0 && (p.mark(start-1, "([") || p.inOtherMoney(p.out[n-1], *m, start)) && p.out[n-1].Claim == m.Claim && m.Dimension != Age {
		m.Gloss = true
		if m.Bound == Exact {
			m.Bound = p.out[n-1].Bound
		}
	}
	if Graded(*m) {
		m.From = p.leavesGrade(start)
	}
	m.More = m.More || m.Dimension == Count && p.adds(end)
	m.Joined = m.Dimension == Count && p.joins(m.Low, end)
	m.Running = p.running(start, end)
	if s, ok := p.raised(start); ok && m.Dimension == Count {
		m.States, m.Running = m.States|s, true
	}
	for k := max(0, start-8); k < min(end+4, len(p.ts)); k++ {
		if (k < start || k >= end) && p.lex.in(planSet, p.norm(k)) {
			m.Planned = true
			break
		}
		m.Meant = m.Meant || k < start && p.lex.in(meantSet, p.norm(k))
		m.Once = m.Once || p.lex.in(onceSet, p.norm(k)) && !p.conjoined(k) || k < start && p.norm(k) == "used" && p.norm(k+1) == "to"
	}
	if m.Dimension != Duration {
		return
	}
	if w := p.norm(start - 1); w == "for" || w == "in" {
		m.Prep = w
	}
	switch w := p.norm(end); {
	case w == "":
	case p.lex.in(agoSet, w):
		m.Anchor = "ago"
	case p.lex.in(laterSet, w) && p.norm(end+1) == "than": // "24 minutes later than planned" leads to no date
	case p.lex.in(laterSet, w):
		m.Anchor = "later"
	case w == "from" && p.norm(end+1) == "now":
		m.Anchor = "later"
	case w == "into":
		m.Anchor = w // "seven minutes into extra time"
	}
}

// conjoined reports that the "once" at token k opens a clause, or is a part of "at once"
// and "once more".
func (p *parser) conjoined(k int) bool {
	if p.norm(k) != "once" {
		return false
	}
	switch p.norm(k + 1) {
	case "the", "a", "an", "it", "they", "he", "she", "we", "you", "all", "both", "its", "their", "that", "this", "these", "every", "more", "again", "before":
		return true
	}
	return p.norm(k-1) == "at" || p.norm(k-1) == "than"
}

// running reports a count that the words call a growing one.
func (p *parser) running(start, end int) bool {
	for k := max(0, start-8); k < min(end+8, len(p.ts)); k++ {
		switch w := p.norm(k); {
		case k >= start && k < end || w == "":
		case w == "since" || w == "so" && p.norm(k+1) == "far":
			return true
		case k < start && p.norm(k+1) == "to" && (p.lex.in(upSet, w) || w == "brought" || w == "brings" || w == "bringing" || w == "raising" || w == "raised"):
			return true
		}
	}
	return false
}

// dateMark is a dating expression: tokens [from, to).
type dateMark struct{ from, to int }

// asOf finds the words of the claim nearest to the number that date it.
func (p *parser) asOf(m *Mention, start, end int) {
	if !p.asked {
		p.asked, p.dates = true, p.dates[:0]
		for k := range p.ts {
			if n := p.marker(k); n > 0 {
				p.dates = append(p.dates, dateMark{k, min(k+n, len(p.ts))})
			}
		}
	}
	best, mark := asOfSpan+1, dateMark{}
	near, _ := slices.BinarySearchFunc(p.dates, start, func(d dateMark, at int) int { return d.from - at })
	for _, d := range p.dates[max(near-1, 0):min(near+8, len(p.dates))] {
		if d.from >= start && d.from < end {
			continue
		}
		away := start - d.from
		if d.from >= end {
			away = d.from - end
		}
		if away < best {
			best, mark = away, d
		}
	}
	if best > asOfSpan || p.norm(mark.from) == "now" && p.parted(end, mark.from) {
		return
	}
	at := mark.from
	switch p.norm(at - 1) {
	case "by", "on", "since", "until", "of", "late", "early", "last", "before", "till":
		at--
		if p.norm(at) == "of" && p.norm(at-1) == "as" {
			at--
		}
	}
	m.AsOf = model.Span{Start: p.ts[at].Span.Start, End: p.ts[mark.to-1].Span.End}.In(p.body)
}

// parted reports whether a clause ends between two tokens: "six were hurt, and all are
// now home" counts nobody now.
func (p *parser) parted(from, to int) bool {
	for k := from; k < to; k++ {
		if p.bars(k) {
			return true
		}
	}
	return false
}

// marker is the number of tokens of a dating word at i, 0 for none.
func (p *parser) marker(i int) int {
	t := &p.ts[i]
	if t.Kind != text.Word {
		return 0
	}
	if t.Upper() && p.lex.in(weekdaySet|monthSet, t.Norm) {
		if p.lex.in(weekdaySet, t.Norm) {
			switch p.norm(i + 1) {
			case "night", "morning", "evening", "afternoon":
				return 2
			}
			return 1
		}
		if p.tok(i+1).Kind == text.Number {
			return 2
		}
		return 0
	}
	switch t.Norm {
	case "so":
		if p.norm(i+1) == "far" {
			return 2
		}
	case "last", "previous":
		if n := p.norm(i + 1); n == "night" || n == "week" || n == "month" {
			return 2
		}
	case "yesterday", "today", "tonight", "now", "meanwhile", "overnight":
		return 1
	case "mid":
		if w := p.norm(i + 2); p.hyphen(i+1) && (w == "morning" || w == "afternoon") {
			return 3
		}
	case "early", "late", "morning", "afternoon", "midday", "noon", "lunchtime":
		if p.norm(i+1) == "trading" {
			return 2
		}
		if b := p.norm(i - 1); b == "by" || b == "at" {
			return 1
		}
	case "close":
		if b := p.norm(i - 2); p.norm(i-1) == "the" && (b == "by" || b == "at") {
			return 1
		}
	case "closed", "finished", "ended":
		return p.closing(i)
	}
	return 0
}

// closing is 1 where token i tells what a day's trading ended with: "closed 7.8%
// lower", "finished at 318p", "ended down 2%".
func (p *parser) closing(i int) int {
	switch next := p.norm(i + 1); {
	case p.lex.in(upSet, next) || p.lex.in(downSet, next),
		next == "at" && (p.tok(i+2).Kind == text.Number || p.tok(i+3).Kind == text.Number),
		p.tok(i+1).Kind == text.Number && (p.trendAt(i+3) != 0 || p.trendAt(i+4) != 0):
		return 1
	}
	return 0
}

// placed is a telling word of the claim and its token.
type placed struct {
	stem string
	at   int
}

// longClaim is the number of telling words up to which a claim's are sorted
// once for all its mentions.
const longClaim = 120

// context gathers the stems of the telling words about the mention.
func (p *parser) context(m *Mention, start, end int) {
	from, to := max(0, start-contextSpan), min(end+contextSpan, len(p.ts))
	telling := p.telling
	if !p.told && len(p.ts) <= 2*longClaim {
		p.told, p.telling = true, p.tell(p.telling[:0], 0, len(p.ts))
		telling = p.telling
	} else if !p.told {
		telling = p.tell(nil, from, to)
	}
	m.Context = make([]string, 0, min(len(telling), to-from))
	for _, w := range telling {
		if w.at < from || w.at >= to || w.at >= start && w.at < end {
			continue
		}
		if n := len(m.Context); n == 0 || m.Context[n-1] != w.stem {
			m.Context = append(m.Context, w.stem)
		}
	}
}

// tell lists the telling words of tokens [from, to), sorted by stem.
func (p *parser) tell(out []placed, from, to int) []placed {
	for k := from; k < to; k++ {
		if p.ts[k].Kind == text.Word {
			if s := p.stem(p.ts[k].Norm); s != "" {
				out = append(out, placed{s, k})
			}
		}
	}
	slices.SortFunc(out, func(a, b placed) int { return cmp.Or(strings.Compare(a.stem, b.stem), cmp.Compare(a.at, b.at)) })
	return out
}

// stem is the stem of a telling word, "" for the others: function words,
// numbers, bounds, days and months.
func (p *parser) stem(w string) string {
	s, ok := p.stems[w]
	if ok {
		return s
	}
	if !text.Stop(w) && len(w) > 2 && p.lex.numerals[w].sort == noSort && p.lex.pre[w] == 0 && !p.lex.in(weekdaySet|monthSet, w) {
		s = text.Stem(w)
	}
	p.stems[w] = s
	return s
}

// coordinate lets numbers joined by "and" share what happened to them, "two
// soldiers and three civilians were killed", and what they count, "31 gold and 19 silver
// coins".
func (p *parser) coordinate(ms []Mention) {
	for k := range ms[:max(0, len(ms)-1)] {
		p.shareNoun(&ms[k], ms[k+1])
	}
	for k := range ms {
		if k+1 < len(ms) && ms[k].States == 0 && ms[k+1].States != 0 && p.joined(ms[k], ms[k+1]) {
			ms[k].States = ms[k+1].States
		}
	}
	for k := len(ms) - 1; k > 0; k-- {
		if ms[k].States == 0 && ms[k-1].States != 0 && p.joined(ms[k-1], ms[k]) {
			ms[k].States = ms[k-1].States
		}
	}
}

// shareNoun lets a count take the noun of the next one where but one word that tells what
// sort they are stands behind each.
func (p *parser) shareNoun(m *Mention, next Mention) {
	if m.Dimension != Count || next.Dimension != Count || m.Counted != "" || next.Counted == "" || len(next.Of) != 1 || next.Figure.Start < m.Figure.End {
		return
	}
	between := strings.Fields(model.Span{Start: m.Figure.End, End: next.Figure.Start}.In(p.body))
	if len(between) != 2 || between[1] != "and" {
		return
	}
	sort := text.Norm(between[0])
	if stem := p.stem(sort); stem != "" && p.lex.states[sort] == 0 {
		m.Counted, m.Of = next.Counted, []string{stem}
	}
}

// joined reports that only "and" or a comma stands between two counts, but for where the
// first are from: "one employee of the ministry and one contractor".
func (p *parser) joined(a, b Mention) bool {
	if a.Dimension != Count || b.Dimension != Count || b.Span.Start < a.Span.End {
		return false
	}
	switch strings.TrimSpace(model.Span{Start: a.Span.End, End: b.Span.Start}.In(p.body)) {
	case "and", ",", ", and", "and another":
		return true
	}
	between := strings.Fields(model.Span{Start: a.Span.End, End: b.Span.Start}.In(p.body))
	n := len(between)
	return n > 2 && n <= longestOrigin && (between[0] == "of" || between[0] == "from") && between[n-1] == "and" &&
		!slices.ContainsFunc(between, func(w string) bool { return strings.ContainsAny(w, ",;:—.") })
}

// longestOrigin is how many words may tell where those counted are from, with the "and".
const longestOrigin = 6
