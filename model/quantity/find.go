// This file walks the tokens of a claim and makes a Mention of every number
// that is a quantity.

package quantity

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"doubletake/model"
	"doubletake/model/text"
)

// parser walks one claim after the other of one article.
type parser struct {
	lex   *lexicon
	body  string
	scale string // "°C" or "°F": the scale of a bare "degrees" in this article, "" where it never says
	pound bool   // a bare "pound" is money in this article

	claim   model.ClaimIndex
	ts      []text.Token
	dated   int               // index after the last number that belongs to a date
	named   int               // index after the last number that is a name
	floor   int               // index after the last mention: no other reaches further back
	stems   map[string]string // of the words met so far; "" for those that tell nothing
	dates   []dateMark        // the dating words of the claim, found when first asked for
	asked   bool              // whether dates is filled
	telling []placed          // the telling words of the claim by stem, where it is no long one
	told    bool              // whether telling is filled
	out     []Mention
	outside text.Token // what stands before and after the claim: an empty mark
	at      int        // first token of the number being read, its bound included
	after   int        // token after the phrase that says what is counted, where it is not part of the span
}

// Find lists the quantities of an article in text order. tokens holds the
// tokens of each claim, in step with claims; a claim without tokens yields
// nothing. It takes linear time, never panics, and every span falls on token
// boundaries.
func Find(a model.Article, claims []model.Claim, tokens [][]text.Token) []Mention {
	p := &parser{lex: words(), body: a.Text, stems: map[string]string{}, outside: text.Token{Kind: text.Mark}}
	p.scale, p.pound = conventions(a.Text)
	p.out = make([]Mention, 0, len(a.Text)/300)
	for c := range claims {
		if c < len(tokens) && !claims[c].Furniture {
			p.claim, p.ts = model.ClaimIndex(c), tokens[c]
			p.walk()
		}
	}
	return slices.Clip(p.out)
}

// conventions says which scale of temperature the article names first, and
// whether its pounds are sterling.
func conventions(s string) (scale string, pound bool) {
	first := len(s)
	for _, c := range [...]struct{ sign, scale string }{{"°C", "°C"}, {"Celsius", "°C"}, {"0C", "°C"}, {"5C", "°C"},
		{"°F", "°F"}, {"Fahrenheit", "°F"}} {
		if at := strings.Index(s[:first], c.sign); at >= 0 {
			first, scale = at, c.scale
		}
	}
	return scale, strings.Contains(s, "£") || strings.Contains(s, " pence") || strings.Contains(s, "sterling")
}

// walk finds the quantities of the current claim.
func (p *parser) walk() {
	p.dated, p.named, p.floor, p.asked, p.told = 0, 0, 0, false, false
	from := len(p.out)
	for i := 0; i < len(p.ts); {
		if !p.begins(i) {
			i++
			continue
		}
		m, next, ok := p.mentionAt(i)
		i = max(next, i+1)
		if ok {
			p.out = append(p.out, m)
			p.floor = i
		}
	}
	p.coordinate(p.out[from:])
}

// begins is the cheap test that turns away most tokens.
func (p *parser) begins(i int) bool {
	t := &p.ts[i]
	switch t.Kind {
	case text.Number:
		return true
	case text.Mark:
		return len(t.Text) > 1 && vulgar[t.Text] > 0
	}
	return len(t.Norm) <= 13 && p.lex.starts[t.Norm]
}

// mentionAt reads the quantity that begins at token i; next is where to go on.
func (p *parser) mentionAt(i int) (m Mention, next int, ok bool) {
	p.after = 0
	if p.tok(i).Kind == text.Number {
		if next := p.noQuantity(i); next > i {
			return m, next, false
		}
	}
	if m, next, ok := p.vote(i); ok {
		return m, next, true
	}
	if m, next, ok := p.special(i); ok {
		return m, next, true
	}
	if m, next, ok := p.elapsed(i); ok {
		return m, next, true
	}
	f, ok := p.figureAt(i)
	if !ok {
		return m, i + 1, false
	}
	if !f.digits && f.sort == card && (p.idle(f) || p.proper(f)) || f.sort == card && p.hour(f) {
		return m, f.end, false
	}
	switch f.sort {
	case ord:
		return p.numbered(f)
	case side, times:
		return p.single(f)
	}
	return p.measured(f)
}

// proper reports a number word that is part of a name: "the Big Four", "Seven
// Sisters".
func (p *parser) proper(f figure) bool {
	if !p.tok(f.start).Upper() || p.opens(f.start) {
		return false
	}
	prev := p.tok(f.start - 1)
	return p.tok(f.end).Kind == text.Word && p.tok(f.end).Upper() ||
		prev.Kind == text.Word && prev.Upper() && !p.lex.in(seriesSet, prev.Norm) && f.start > 1
}

// elapsed reads a time of "4:12:33": hours, minutes and seconds.
func (p *parser) elapsed(i int) (Mention, int, bool) {
	t := p.tok(i)
	if t.Kind != text.Number || strings.Count(t.Text, ":") != 2 || len(t.Text) > longestNumber {
		return Mention{}, i, false
	}
	var total float64
	for k, part := range strings.Split(t.Text, ":") {
		v, err := strconv.ParseFloat(part, 64)
		if err != nil || k > 0 && v >= 60 {
			return Mention{}, i, false
		}
		total = total*60 + v
	}
	m := Mention{Claim: p.claim, Dimension: Duration, Unit: "second", Low: total, High: total, Place: 1}
	return p.finish(m, i, i, i+1, i+1)
}

// draft begins a mention of a figure.
func (p *parser) draft(f figure, d Dimension) Mention {
	return Mention{Claim: p.claim, Dimension: d, Low: f.low, High: f.high, Place: f.place}
}

// finish sets the spans, from token start to token end with the figure between,
// and reads the surroundings.
func (p *parser) finish(m Mention, start, figStart, figEnd, end int) (Mention, int, bool) {
	end = min(max(end, figEnd), len(p.ts))
	figEnd = min(figEnd, len(p.ts))
	start, figStart = min(max(start, p.floor), figEnd-1), min(max(figStart, p.floor), figEnd-1)
	m.Span = model.Span{Start: p.ts[start].Span.Start, End: p.ts[end-1].Span.End}
	m.Figure = model.Span{Start: p.ts[figStart].Span.Start, End: p.ts[figEnd-1].Span.End}
	m.Words = model.Span{Start: m.Span.Start, End: m.Figure.End}.In(p.body)
	if math.IsInf(m.Low, 0) || math.IsInf(m.High, 0) || math.IsNaN(m.Low) || math.IsNaN(m.High) {
		return m, end, false
	}
	if m.Dimension == Length {
		m.Way = p.way(end)
	}
	if p.after < end {
		p.after = end
	}
	p.surround(&m, start, p.after, end)
	p.after = 0
	return m, end, true
}

// ways are words behind a length for what it measures.
var ways = map[string]string{
	"long": "long", "length": "long", "wide": "wide", "width": "wide", "broad": "wide", "high": "high", "tall": "high", "height": "high",
	"deep": "deep", "depth": "deep", "thick": "thick", "out": "away", "off": "away", "offshore": "away", "away": "away",
}

// way is what a length measures by the word at token i, "in" and hyphens passed over: "299 m
// long", "two miles out", "12 metres in length".
func (p *parser) way(i int) string {
	for p.norm(i) == "in" || i < len(p.ts) && p.ts[i].Text == "-" {
		i++
	}
	return ways[p.norm(i)]
}

// measured makes a mention of a cardinal, a share or a vague count.
func (p *parser) measured(f figure) (Mention, int, bool) {
	d := Count
	if f.sort == part {
		d = Share
	}
	m := p.draft(f, d)
	if f.sort == vague && f.low != f.high {
		m.Bound = Vague
	}
	start, end := f.start, f.end
	factor := 1.0
	if cur, at, ok := p.currencyBefore(f.start); ok {
		m.Dimension, m.Unit, factor, start = Money, cur.name, cur.factor, at
	}
	if end == f.start+1 && f.digits && p.norm(end) == "s" && p.tok(end).Glued {
		m.setAge("") // "in her 40s"; other decades are turned away before
		m.High, m.Bound = m.Low+9, Vague
		return p.finish(m, start, f.start, end+1, end+1)
	}
	if sm, next, ok := p.score(f); ok && start == f.start {
		return p.finish(sm, start, f.start, next, next)
	}
	if hi, next, ok := p.rangeTail(f); ok {
		m.High, m.Bound, end = hi.high, Range, next
		if hi.scaled && !f.scaled && f.low < hi.low {
			if scale := scaleOf(hi); f.low*scale < hi.low { // "10 to 15 million"
				m.Low *= scale
			}
		}
	}
	end, unitFactor := p.unitTail(&m, f, end)
	m.scale(factor * unitFactor)
	return p.counted(m, f, start, end)
}

// counted adds bound, age and what is counted, and turns away what turns out
// to be no quantity.
func (p *parser) counted(m Mention, f figure, start, end int) (Mention, int, bool) {
	figStart, figEnd := start, end
	if m.Unit == "" && m.Dimension == Count {
		if next, ok := p.age(&m, f, end); ok {
			start, end = p.bounds(&m, start, next)
			return p.finish(m, start, figStart, figEnd, end)
		}
		if p.yearly(f, end) {
			p.dated = end
			return m, end, false
		}
		if noun, at, ok := p.grade(f, end); ok {
			m.Dimension, m.Counted = Ordinal, noun
			return p.finish(m, at, figStart, figEnd, end)
		}
		if w := p.norm(start - 1); p.lex.in(seriesSet, w) && f.sort == card && f.low == math.Trunc(f.low) && f.low < 1000 && !isPlural(p.lex, p.norm(end)) {
			m.Dimension, m.Counted = Ordinal, w // "Game 6", "stage 12"
			return p.finish(m, start-1, figStart, figEnd, end)
		}
		if p.labelled(f, end) {
			p.named = end
			return m, end, false
		}
	}
	if m.Dimension == Count && m.Unit == "" && p.norm(start-1) == "of" && p.norm(start-2) == "factor" {
		m.Dimension, m.Unit = Times, "time" // "by a factor of five"
		return p.finish(m, start, figStart, figEnd, end)
	}
	start, end = p.bounds(&m, start, end)
	p.at = start
	np := p.noun(&m, f, end)
	if m.Dimension == Count && f.sort == vague && m.Counted == "" && !m.Part && f.low < 20 {
		return m, end, false // "several" of nothing; but "thousands marched"
	}
	if m.Dimension == Count && f.low == 1 && !f.digits && !p.oneThing(&m, np, end) {
		return m, end, false
	}
	end = max(end, np)
	return p.finish(m, start, figStart, figEnd, end)
}

// another reports a "one" at token i that counts on from those told before it in the clause:
// "two sailors were killed and one was hurt".
func (p *parser) another(i int) bool {
	n := len(p.out)
	if n == 0 || p.out[n-1].Claim != p.claim || p.out[n-1].Dimension != Count || p.out[n-1].States == 0 ||
		p.norm(i-1) != "and" && p.norm(i-1) != "while" {
		return false
	}
	k := i + 1
	if w := p.norm(k); w == "was" || w == "is" || w == "were" {
		k++
	}
	for p.norm(k) == "still" || p.norm(k) == "seriously" || p.norm(k) == "slightly" || p.norm(k) == "badly" {
		k++
	}
	return p.stateAt(k) != 0
}

// oneThing tells the count "one" from the pronoun: a thing follows and it is no
// figure of speech.
func (p *parser) oneThing(m *Mention, np, end int) bool {
	if p.another(end - 1) {
		return true
	}
	if p.norm(end) == "of" {
		if w := p.norm(end - 2); w != "only" && w != "just" {
			m.Bound = AtLeast // "one of them": there may be more
		}
		return m.Part
	}
	return np > end && !p.hyphen(end) && !p.lex.in(idleSet, p.norm(np-1))
}

// idle reports a "one" that counts nothing: "no one", "this one", "one another".
func (p *parser) idle(f figure) bool {
	if f.low != 1 || f.end != f.start+1 || p.norm(f.start) != "one" || p.lex.in(scaleSet, p.norm(f.start-1)) {
		return false
	}
	if p.norm(f.end) == "of" {
		w := p.norm(f.start - 1)
		return w == "no" || w == "any" || w == "each" || w == "every" || w == "not" || w == "this"
	}
	if p.another(f.start) {
		return false
	}
	switch p.norm(f.start - 1) {
	case "no", "the", "this", "that", "each", "every", "any", "which", "another", "square", "not":
		return !p.hyphen(f.end)
	}
	switch w := p.norm(f.end); w {
	case "another", "by", "on", "can", "could", "might", "must", "should", "would", "has", "is", "was", "who", "that", "and", "or":
		return true
	default:
		return w == "" && !p.hyphen(f.end)
	}
}

// scale brings the number to the main unit: pence to pounds, 25 to 0.25.
func (m *Mention) scale(factor float64) {
	m.Low, m.High, m.Place = m.Low*factor, m.High*factor, m.Place*factor
}

// scaleOf is the million in "15 million".
func scaleOf(f figure) float64 {
	for _, s := range [...]float64{1e12, 1e9, 1e7, 1e6, 1e5, 1e3} {
		if f.low >= s {
			return s
		}
	}
	return 1
}

// rangeTail reads what makes a range of a number: "-15", "to 15", and "and 15"
// after "between".
func (p *parser) rangeTail(f figure) (hi figure, next int, ok bool) {
	i := f.end
	if _, end, ok := p.unitAt(i); ok && f.sort == card {
		if w := p.norm(end); w == "and" && p.norm(p.before(f.start)) == "between" {
			i = end // "between 10% and 15%"
		}
	}
	switch w := p.norm(i); {
	case p.hyphen(i):
		i++
		if p.norm(i) == "to" && p.hyphen(i+1) {
			i += 2
		}
	case f.sort != card:
		return figure{}, 0, false
	case w == "to" && !p.changes(f.start):
		i++
	case w == "or" && f.sort == card:
		i++
	case w == "and" && p.norm(p.before(f.start)) == "between":
		i++
	default:
		return figure{}, 0, false
	}
	if t := p.tok(i); t.Kind == text.Mark || p.lex.prefix[t.Norm].factor > 0 {
		for k := i; k < i+3; k++ { // step over the currency of the upper end
			if p.tok(k).Kind == text.Number && p.money(k) {
				i = k
			}
		}
	}
	if t := p.tok(i); t.Kind == text.Number {
		if strings.HasPrefix(t.Text, "0") && len(t.Text) > 1 && t.Text[1] != '.' {
			return figure{}, 0, false
		}
	}
	hi, ok = p.cardinal(i)
	if !ok || hi.low <= f.low || p.norm(f.end) == "or" && hi.low > f.low+1 && hi.low > 1.5*f.low {
		return figure{}, 0, false
	}
	return hi, hi.end, true
}

// before is the token before a number and its currency.
func (p *parser) before(i int) int {
	_, start, _ := p.currencyBefore(i)
	return start - 1
}

// changes reports whether a change is told ("rose from 340 to 430"), so that
// the two numbers are no range.
func (p *parser) changes(i int) bool {
	i = p.before(i)
	if p.norm(i) != "from" {
		return false
	}
	for k := i - 1; k >= i-5; k-- {
		if w := p.norm(k); p.lex.in(upSet, w) || p.lex.in(downSet, w) || w == "gone" || w == "went" || w == "raised" || w == "changed" || w == "cut" {
			return true
		}
	}
	return false
}

// score reads "4-2", "52-48" and "52 votes to 48". "10-15" is a range unless
// winning or voting is near.
func (p *parser) score(f figure) (Mention, int, bool) {
	if f.sort != card || 2*f.low != math.Trunc(2*f.low) || f.scaled || f.low > 9999 {
		return Mention{}, 0, false
	}
	i := f.end
	tied := false
	switch {
	case p.hyphen(i) && p.tok(i+1).Kind == text.Number == f.digits:
		i++
	case p.norm(i) == "votes" && p.norm(i+1) == "to":
		i, tied = i+2, true
	case p.norm(i) == "to":
		i++
	default:
		return Mention{}, 0, false
	}
	g, ok := p.cardinal(i)
	if !ok || 2*g.low != math.Trunc(2*g.low) || g.scaled || g.low > 9999 {
		return Mention{}, 0, false
	}
	if f.low+g.low != math.Trunc(f.low+g.low) || p.hyphen(g.end) || p.tok(g.end).Glued && p.tok(g.end).Kind != text.Mark {
		return Mention{}, 0, false
	}
	if _, _, unit := p.unitAt(g.end); unit || p.money(f.start) {
		return Mention{}, 0, false
	}
	near := tied || p.near(f.start, g.end, scoreSet)
	if !near && (f.low < g.low || p.norm(f.end) == "to") {
		return Mention{}, 0, false
	}
	if f.low > 15 && g.low > f.low*8 {
		return Mention{}, 0, false
	}
	m := p.draft(f, Score)
	m.High = g.low
	return m, g.end, true
}

// near reports whether a word of the set stands within six tokens.
func (p *parser) near(start, end int, set set) bool {
	for k := max(start-6, 0); k < min(end+6, len(p.ts)); k++ {
		if (k < start || k >= end) && p.lex.in(set, p.norm(k)) {
			return true
		}
	}
	return false
}

// unitAt reads a unit or currency that begins at token i.
func (p *parser) unitAt(i int) (u unit, end int, ok bool) {
	t := p.tok(i)
	if !p.lex.unitStart[t.Norm] {
		return unit{}, i, false
	}
	for n := min(4, len(p.ts)-i); n > 0; n-- {
		u, ok = p.lex.units[join(p.ts[i:i+n])]
		if !ok || u.glued && !t.Glued && !p.degrees(i) {
			continue
		}
		if n == 1 && len(t.Text) == 1 && t.Upper() != (t.Norm == "c" || t.Norm == "f") && t.Kind == text.Word {
			continue // 30C, 5g; but 5G, 40m
		}
		return u, i + n, true
	}
	return unit{}, i, false
}

// degrees reports whether the letter at token i is a scale of temperature with a space
// before it: "its temperature, 618 C, and its age".
func (p *parser) degrees(i int) bool {
	w := p.tok(i).Text
	return (w == "C" || w == "F") && p.tok(i+1).Kind == text.Mark && p.near(i-1, i, thermalSet)
}

// unitTail reads the unit behind the number, with what belongs to it: smaller
// units ("three minutes and 50 seconds"), a half, and what it is a rate of. The
// number has yet to be scaled by factor.
func (p *parser) unitTail(m *Mention, f figure, end int) (next int, factor float64) {
	if m.Dimension == Share {
		return end, 1
	}
	if m.Dimension == Money {
		return p.rate(m, end), 1
	}
	if f.sort == card && f.low < 1 && !f.digits && p.norm(end) == "point" {
		m.Dimension, m.Unit = Points, "point" // "a quarter of a point"
		return end + 1, 1
	}
	j := end
	if p.hyphen(j) {
		j++
	}
	u, next, ok := p.unitAt(j)
	if v, found := p.unitOfChange(f, end); !ok && found {
		m.Dimension, m.Unit = v.dimension, v.name
		return end, v.factor
	}
	if !ok || !p.unitFits(u, f, j, end) {
		return p.magnitude(m, f, end), 1
	}
	if u.name == "pound" && (f.scaled || p.pound || p.paid(f.start)) {
		u = unit{name: "GBP", dimension: Money, factor: 1}
	}
	m.Dimension, m.Unit, factor = u.dimension, u.name, 1
	end = next
	switch u.dimension {
	case Money, Share:
		factor = u.factor
	case Points:
		factor, m.Unit = u.factor, "point"
	case Temperature:
		p.temperature(m, f.start, end)
	case Duration:
		if next, ok := p.old(m, end); ok {
			return next, 1
		}
		if noun := singular(p.lex, p.norm(f.start-2)); p.norm(f.start-1) == "of" && p.lex.in(youngSet, noun) {
			m.Dimension, m.Counted = Age, noun // "a girl of two months"
			return end, 1
		}
	case Length:
		if u.name == "caliber" && f.low > 1 {
			factor = .01 // ".45" written without its point
		}
	}
	if m.Bound != Range && f.sort == card && u.dimension != Money && factor == 1 {
		end = p.smaller(m, u, end)
	}
	return p.rate(m, end), factor
}

// unitOfChange is the share that "from 43" is of in "fell from 43 to 38 percent".
func (p *parser) unitOfChange(f figure, end int) (unit, bool) {
	if f.scaled || p.norm(end) != "to" || !p.changes(f.start) {
		return unit{}, false
	}
	g, ok := p.cardinal(end + 1)
	if !ok {
		return unit{}, false
	}
	u, _, ok := p.unitAt(g.end)
	return u, ok && u.dimension == Share
}

// paid reports a word of paying shortly before token i, in its clause.
func (p *parser) paid(i int) bool {
	const reach = 5
	for k := i - 1; k >= max(0, i-reach) && !p.bars(k); k-- {
		if p.lex.in(paySet, p.norm(k)) {
			return true
		}
	}
	return false
}

// unitFits turns away words that only look like a unit: "the second second
// helping", "who had 3 won", "a five time champion".
func (p *parser) unitFits(u unit, f figure, at, end int) bool {
	word := p.norm(at)
	switch {
	case u.name == "second" && word == "second":
		return f.low == 1 || at > end
	case u.name == "KRW":
		return f.low >= 100 && f.sort == card
	case u.name == "time":
		return word != "time" || at > end
	}
	return f.sort != vague || u.dimension != Share
}

// smaller adds "and a half" and smaller units of the same sort.
func (p *parser) smaller(m *Mention, u unit, end int) int {
	if p.norm(end) == "and" && (p.norm(end+1) == "a" || p.norm(end+1) == "one") && p.numeral(end+2).part == 2 {
		m.Low, m.Place = m.Low+.5, m.Place/10
		m.High = m.Low
		return end + 3
	}
	for range 3 {
		j := end
		if p.mark(j, ",") {
			j++
		}
		if p.norm(j) == "and" {
			j++
		}
		g, ok := p.cardinal(j)
		if !ok {
			return end
		}
		v, next, ok := p.unitAt(g.end)
		if !ok || v.dimension != u.dimension || v.calendar != u.calendar || v.factor >= u.factor ||
			g.low*v.factor >= u.factor || p.mark(end, ",") && v.factor*100 < u.factor {
			return end
		}
		m.Low += g.low * v.factor / u.factor
		m.Place = g.place * v.factor / u.factor
		m.High, end = m.Low, next
	}
	return end
}

// rate reads "a share", "per hour", "-a-year".
func (p *parser) rate(m *Mention, end int) int {
	j := end
	if p.hyphen(j) {
		j++
	}
	switch p.norm(j) {
	case "a", "an", "per", "each", "every":
	default:
		return end
	}
	j++
	if p.hyphen(j) {
		j++
	}
	w := p.norm(j)
	if !p.lex.in(perSet, w) || m.Dimension == Duration && p.norm(j-1) != "per" {
		return end
	}
	m.Per = w
	return j + 1
}

// magnitude reads the size of an earthquake.
func (p *parser) magnitude(m *Mention, f figure, end int) int {
	k := f.start - 1
	if p.hyphen(k) || p.norm(k) == "of" {
		k--
	}
	if f.low >= 10 || f.low <= 0 || !f.digits {
		return end
	}
	if p.norm(k) == "magnitude" || p.norm(end) == "magnitude" || p.hyphen(end) && p.norm(end+1) == "magnitude" {
		m.Dimension = Magnitude
		m.Place = min(m.Place, 1)
	}
	return end
}

// temperature settles scale, sign and whether a difference is meant.
func (p *parser) temperature(m *Mention, start, end int) {
	if m.Unit == "°" && p.scale != "" {
		m.Unit = p.scale
	}
	if p.norm(start-1) == "minus" || p.mark(start-1, "-−–") && p.tok(start).Glued && !p.tok(start-1).Glued {
		m.Low, m.High = -m.Low, -m.High
	}
	m.Delta = p.norm(start-1) == "by" || p.lex.in(deltaSet, p.norm(end)) || p.norm(start-1) == "full"
	for k := start - 1; k > start-4 && k >= 0; k-- {
		if p.norm(k) == "by" {
			m.Delta = true
		}
	}
}
