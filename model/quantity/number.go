// This file reads numbers: digits, words, fractions, ratios and vague counts,
// without units and without deciding whether they are quantities at all.

package quantity

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"doubletake/model/text"
)

// figure is a number as read: tokens [start, end) of the claim.
type figure struct {
	start, end int
	low, high  float64
	place      float64 // of the last digit that may be meant
	sort       sort    // card, ord, part (a share of a whole), vague, side or times
	digits     bool    // begins with digits
	scaled     bool    // carries million and the like
	mixed      bool    // half or quarter of a thing that follows: "half a century"
}

// longestNumber bounds the digits that are read; longer ones are codes.
const longestNumber = 18

// tok is the token at i, or an empty mark outside the claim.
func (p *parser) tok(i int) *text.Token {
	if i < 0 || i >= len(p.ts) {
		return &p.outside
	}
	return &p.ts[i]
}

// norm is the word at i in normal form; "" for marks and numbers.
func (p *parser) norm(i int) string {
	if t := p.tok(i); t.Kind == text.Word {
		return t.Norm
	}
	return ""
}

// mark reports whether token i is one of the marks.
func (p *parser) mark(i int, marks string) bool {
	t := p.tok(i)
	return t.Kind == text.Mark && t.Text != "" && strings.Contains(marks, t.Text)
}

// hyphen reports whether token i is a hyphen written on to both neighbours.
func (p *parser) hyphen(i int) bool {
	return p.mark(i, "-‐‑–") && p.tok(i).Glued && p.tok(i+1).Glued && i+1 < len(p.ts)
}

func (p *parser) numeral(i int) numeral { return p.lex.numerals[p.norm(i)] }

// figureAt reads the longest number that begins at token i.
func (p *parser) figureAt(i int) (figure, bool) {
	if v := p.lex.pairs["band"][p.norm(i)]; v != "" {
		n, err := strconv.ParseFloat(v, 64)
		return figure{start: i, end: i + 1, low: n, high: n, place: 1, sort: vague}, err == nil && p.norm(i+1) == "of"
	}
	if f, ok := p.ratio(i); ok {
		return f, true
	}
	if f, ok := p.share(i); ok {
		return f, true
	}
	if f, ok := p.vague(i); ok {
		return f, true
	}
	if f, ok := p.ordinal(i); ok {
		return f, true
	}
	if f, ok := p.cardinal(i); ok {
		return f, true
	}
	if n := p.numeral(i); n.sort == side || n.sort == times {
		return figure{start: i, end: i + 1, low: n.low, high: n.low, place: 1, sort: n.sort}, true
	}
	return figure{}, false
}

// cardinal reads "42", "1,200", "1.2 million", "4 1/2", "forty-two", "a
// dozen", "half a million", "two and a half".
func (p *parser) cardinal(i int) (figure, bool) {
	f, ok := p.digits(i)
	if !ok {
		f, ok = p.spelled(i)
	}
	if !ok {
		return figure{}, false
	}
	f.sort = card
	p.mixedTail(&f)
	p.multiply(&f)
	f.high = f.low
	return f, true
}

// digits reads a number token, with the point before it in ".45".
func (p *parser) digits(i int) (figure, bool) {
	t := p.tok(i)
	if t.Kind != text.Number {
		return figure{}, false
	}
	s, ok := plain(t.Text)
	if !ok {
		return figure{}, false
	}
	f := figure{start: i, end: i + 1, digits: true}
	if p.mark(i-1, ".") && t.Glued && !p.tok(i-1).Glued && !strings.Contains(s, ".") {
		s, f.start = "."+s, i-1
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsInf(v, 0) {
		return figure{}, false
	}
	f.low, f.place = v, place(s)
	return f, true
}

// plain takes the thousands separators out of a number; ok is false for clock
// times, versions, lists and whatever is too long to be a count.
func plain(s string) (string, bool) {
	if len(s) > longestNumber || strings.ContainsRune(s, ':') || strings.Count(s, ".") > 1 {
		return "", false
	}
	whole, frac, _ := strings.Cut(s, ".")
	if strings.ContainsRune(frac, ',') {
		return "", false
	}
	if !strings.ContainsRune(whole, ',') {
		return s, true
	}
	groups := strings.Split(whole, ",")
	for k, g := range groups[1:] {
		// Groups of three, or of two before the last in India: 1,20,000.
		if len(g) != 3 && (len(g) != 2 || k == len(groups)-2) {
			return "", false
		}
	}
	if len(groups[0]) > 3 || groups[0] == "" {
		return "", false
	}
	return strings.ReplaceAll(s, ",", ""), true
}

// place is the value of the last digit that is meant: the last one behind a
// point, else the last that is no zero.
func place(s string) float64 {
	if _, frac, ok := strings.Cut(s, "."); ok {
		return math.Pow10(-len(frac))
	}
	n := len(s) - len(strings.TrimRight(s, "0"))
	if n >= len(s) {
		return 1
	}
	return math.Pow10(n)
}

// spelled reads a number in words.
func (p *parser) spelled(i int) (figure, bool) {
	f := figure{start: i, end: i}
	last := noSort
	sum := 0.0 // below the last thousand
	if w := p.norm(i); w == "a" || w == "an" {
		switch n := p.numeral(i + 1); {
		case n.sort != mult || len(p.norm(i+1)) < 4:
			return figure{}, false
		case n.low == 100:
			sum, last, f.end = 100, mult, i+2
		default:
			f.low, f.place, f.end = 1, 1, i+1
			return f, true
		}
	}
	for f.end < len(p.ts) {
		j := f.end
		if j > i && p.hyphen(j) && last == tens {
			j++
		} else if j > i && p.norm(j) == "and" && sum >= 100 && last == mult {
			j++
		}
		n := p.numeral(j)
		switch {
		case n.sort == card && (last == noSort || last == tens && n.low > 0 && n.low < 10 || last == mult):
			sum += n.low
		case n.sort == tens && (last == noSort || last == mult):
			sum += n.low
		case n.sort == mult && n.low == 100 && last == card && sum < 100:
			sum *= 100
		default:
			f.low += sum
			return finishSpelled(f)
		}
		last, f.end = n.sort, j+1
		// A thousand closes its group; the million words are left to multiply.
		if p.norm(f.end) == "thousand" && p.thousands(f.end+1) {
			f.low, sum, last = f.low+sum*1000, 0, mult
			f.end++
		}
	}
	f.low += sum
	return finishSpelled(f)
}

// thousands reports whether more of a spelled number follows "thousand".
func (p *parser) thousands(i int) bool {
	if p.norm(i) == "and" {
		i++
	}
	n := p.numeral(i)
	return n.sort == card || n.sort == tens
}

func finishSpelled(f figure) (figure, bool) {
	if f.end == f.start {
		return f, false
	}
	f.place = place(strconv.FormatFloat(f.low, 'f', -1, 64))
	return f, true
}

// mixedTail adds "1/2", "½", "and a half" to a whole number.
func (p *parser) mixedTail(f *figure) {
	i := f.end
	if v, end, ok := p.slash(i); ok && f.digits {
		f.low, f.place, f.end = f.low+v, f.place/10, end
		return
	}
	if v, ok := vulgar[p.tok(i).Text]; ok {
		f.low, f.place, f.end = f.low+v, 0.1, i+1
		return
	}
	j := i
	if p.hyphen(j) {
		j++
	}
	if p.norm(j) != "and" {
		return
	}
	j++
	for p.hyphen(j) {
		j++
	}
	if w := p.norm(j); w == "a" || w == "one" {
		j++
	}
	for p.hyphen(j) {
		j++
	}
	if n := p.numeral(j); n.part > 0 && n.part <= 4 && p.norm(j-1) != "and" {
		f.low, f.place, f.end = f.low+1/n.part, 0.1, j+1
	}
}

var vulgar = map[string]float64{"½": 1. / 2, "⅓": 1. / 3, "⅔": 2. / 3, "¼": 1. / 4, "¾": 3. / 4, "⅕": 1. / 5, "⅛": 1. / 8}

// slash reads "1/2": a small fraction in digits.
func (p *parser) slash(i int) (v float64, end int, ok bool) {
	a, b := p.tok(i), p.tok(i+2)
	if a.Kind != text.Number || b.Kind != text.Number || !p.mark(i+1, "/⁄") || !b.Glued || !p.tok(i+1).Glued {
		return 0, 0, false
	}
	x, errX := strconv.Atoi(a.Text)
	y, errY := strconv.Atoi(b.Text)
	if errX != nil || errY != nil || x < 1 || y <= x || y > 10 || p.mark(i+3, "/") && p.tok(i+3).Glued {
		return 0, 0, false
	}
	return float64(x) / float64(y), i + 3, true
}

// multiply takes in what scales the number: "million", "bn", "dozen".
func (p *parser) multiply(f *figure) {
	for range 2 { // "200 thousand million" is the longest that occurs
		i := f.end
		if p.hyphen(i) {
			i++
		}
		w := p.norm(i)
		if n := p.numeral(i); n.sort == mult && (n.low != 12 || !f.digits) {
			f.low, f.place, f.end, f.scaled = f.low*n.low, f.place*n.low, i+1, true
			continue
		}
		if !p.tok(i).Glued || !f.digits || i != f.end {
			return
		}
		switch {
		case w == "k" && f.low < 1000:
			f.low, f.place, f.end, f.scaled = f.low*1e3, f.place*1e3, i+1, true
		case w == "m" && p.millions(*f):
			f.low, f.place, f.end, f.scaled = f.low*1e6, f.place*1e6, i+1, true
		case w == "b" && p.money(f.start):
			f.low, f.place, f.end, f.scaled = f.low*1e9, f.place*1e9, i+1, true
		}
		return
	}
}

// millions tells "£3.4m" and "120m people" from a hundred and twenty metres: a
// currency or a thing that is counted stands beside it.
func (p *parser) millions(f figure) bool {
	if p.money(f.start) {
		return true
	}
	i := f.end + 1
	if u, _, ok := p.unitAt(i); ok && !u.glued {
		return true
	}
	head := p.norm(i)
	if head == "of" && (p.norm(i+1) == "them" || p.norm(i+1) == "those" || p.norm(i+1) == "these") {
		return true
	}
	return isPlural(p.lex, head) && !p.mark(i-1, ",.") && !p.lex.in(deltaSet, head)
}

// money reports whether a currency stands before token i.
func (p *parser) money(i int) bool {
	_, _, ok := p.currencyBefore(i)
	return ok
}

// currencyBefore reads "$", "US$", "Rs", "EUR" that ends at token i; start is
// its first token.
func (p *parser) currencyBefore(i int) (u unit, start int, ok bool) {
	j := i - 1
	if p.mark(j, ".") && p.norm(j-1) == "rs" && p.tok(j).Glued {
		j--
	}
	t := p.tok(j)
	u, ok = p.lex.prefix[t.Norm]
	if !ok || t.Text == "" {
		return unit{}, i, false
	}
	if t.Kind == text.Word {
		if len(t.Text) < 2 || t.Text != strings.ToUpper(t.Text) && t.Norm != "rs" && t.Norm != "rp" && t.Norm != "kr" && t.Norm != "sfr" {
			return unit{}, i, false
		}
		return u, j, true
	}
	if before := p.tok(j - 1); before.Kind == text.Word && t.Glued {
		if wide, found := p.lex.prefix[before.Norm+" "+t.Norm]; found {
			return wide, j - 1, true
		}
	}
	return u, j, true
}

// ordinal reads "third", "13th", "twenty-first".
func (p *parser) ordinal(i int) (figure, bool) {
	t := p.tok(i)
	if t.Kind == text.Number {
		w := p.norm(i + 1)
		if !p.tok(i+1).Glued || w != "st" && w != "nd" && w != "rd" && w != "th" {
			return figure{}, false
		}
		s, ok := plain(t.Text)
		v, err := strconv.ParseFloat(s, 64)
		if !ok || err != nil || v != math.Trunc(v) {
			return figure{}, false
		}
		return figure{start: i, end: i + 2, low: v, high: v, place: 1, sort: ord, digits: true}, true
	}
	n := p.numeral(i)
	if n.sort == tens && p.hyphen(i+1) {
		if m := p.numeral(i + 2); m.sort == ord && m.low < 10 {
			return figure{start: i, end: i + 3, low: n.low + m.low, high: n.low + m.low, place: 1, sort: ord}, true
		}
	}
	if n.sort != ord {
		return figure{}, false
	}
	return figure{start: i, end: i + 1, low: n.low, high: n.low, place: 1, sort: ord}, true
}

// share reads "two-thirds", "a quarter", "half", "1/3", "½".
func (p *parser) share(i int) (figure, bool) {
	if v, end, ok := p.slash(i); ok && !p.mark(i-1, "/-") {
		return figure{start: i, end: end, low: v, high: v, place: v / 10, sort: part}, true
	}
	if v, ok := vulgar[p.tok(i).Text]; ok {
		return p.ofUnit(figure{start: i, end: i + 1, low: v, high: v, place: v / 10, sort: part}), true
	}
	w := p.norm(i)
	n := p.numeral(i)
	if n.part > 0 && p.hyphen(i+1) && (w == "half" || w == "quarter") { // "half-hour", "quarter-century"
		if u, _, ok := p.unitAt(i + 2); ok && u.dimension == Duration {
			return figure{start: i, end: i + 1, low: 1 / n.part, high: 1 / n.part, place: .01, sort: card}, true
		}
	}
	if n.part == 2 && w == "half" {
		return p.half(i)
	}
	var top float64
	j := i + 1
	switch {
	case w == "a" || w == "an" || w == "one":
		top = 1
	case n.sort == card && n.low > 1 && n.low < 10:
		top = n.low
	default:
		return figure{}, false
	}
	joined := p.hyphen(j)
	if joined {
		j++
	}
	d := p.numeral(j)
	ends := strings.HasSuffix(p.norm(j), "s") || p.norm(j) == "halves"
	if d.part == 0 || d.part <= top || ends != (top > 1) {
		return figure{}, false
	}
	f := figure{start: i, end: j + 1, low: top / d.part, high: top / d.part, place: 1 / d.part / 10, sort: part}
	if joined || w == "one" || p.fractional(i, j) {
		return p.ofUnit(f), true
	}
	return figure{}, false
}

// fractional tells "by a third", "a third of them" from "a third, hired by the
// defence" and from "three quarters" of a business year: what is not plainly a
// fraction must be of something, or stand behind a bound.
func (p *parser) fractional(i, j int) bool {
	article := p.norm(i) == "a" || p.norm(i) == "an"
	quarters := p.norm(j) == "quarters" || p.norm(j) == "quarter"
	if _, ok := p.pointAt(j + 1); ok || p.norm(j+1) == "of" || !article && !quarters {
		return true
	}
	switch p.norm(i - 1) {
	case "by", "than", "nearly", "almost", "about", "around", "roughly", "some", "over", "under", "least", "only", "just",
		"up", "to", "lost", "fell", "rose", "down":
		return true
	}
	return false
}

// half reads "half", "half of", "half a million": the last goes on as a number.
func (p *parser) half(i int) (figure, bool) {
	f := figure{start: i, end: i + 1, low: .5, high: .5, place: .05, sort: part}
	if w := p.norm(i + 1); w == "a" || w == "an" {
		if n := p.numeral(i + 2); n.sort == mult {
			v := n.low / 2
			return figure{start: i, end: i + 3, low: v, high: v, place: v / 5, sort: card, scaled: true}, true
		}
		return p.ofUnit(f), true
	}
	if _, ok := p.pointAt(i + 1); ok {
		return p.ofUnit(f), true
	}
	switch p.norm(i + 1) {
	case "of", "the", "its", "their", "his", "her", "that":
		return f, true
	}
	switch p.norm(i - 1) {
	case "than", "nearly", "almost", "about", "around", "roughly", "over", "by", "least", "under":
		return f, true
	}
	return figure{}, false
}

// ofUnit marks a fraction of one unit: "half an hour", "a quarter of a century".
func (p *parser) ofUnit(f figure) figure {
	j := f.end
	if p.norm(j) == "of" {
		j++
	}
	if k, ok := p.pointAt(f.end); ok {
		f.end, f.sort = k, card
		return f
	}
	if w := p.norm(j); w != "a" && w != "an" {
		return f
	}
	if n := p.numeral(j + 1); n.sort == mult {
		f.low *= n.low
		f.high, f.place, f.end, f.sort, f.scaled = f.low, f.low/5, j+2, card, true
		return f
	}
	if u, _, ok := p.unitAt(j + 1); ok && u.dimension != Times && u.dimension != Money && !p.shareThen(f, j) {
		f.end, f.sort, f.mixed = j+1, card, true
	}
	return f
}

// pointAt is the "point" that a fraction before token i is of: "a quarter of a point", "half a
// point", "a quarter-point cut".
func (p *parser) pointAt(i int) (at int, ok bool) {
	if p.norm(i) == "of" || p.hyphen(i) {
		i++
	}
	if w := p.norm(i); w == "a" {
		i++
	}
	return i, p.norm(i) == "point"
}

// shareThen reports that a fraction and the time behind it are two things: "from almost
// half a month earlier" compares with what was almost half, a month earlier. Token j is the
// article of the time.
func (p *parser) shareThen(f figure, j int) bool {
	u, end, _ := p.unitAt(j + 1)
	if w := p.norm(end); u.dimension != Duration || !p.lex.in(agoSet, w) {
		return false
	}
	if j == f.end && p.norm(f.start) != "half" || u.name == "month" || u.name == "week" {
		return true // nobody says "a third a year", and hardly anybody "half a month"
	}
	k := f.start - 1
	for p.lex.pre[p.norm(k)] != Exact {
		k--
	}
	switch p.norm(k) {
	case "from", "against", "to":
		return slices.ContainsFunc(p.out, func(m Mention) bool { return m.Claim == p.claim && m.Dimension == Share })
	}
	return false
}

// ratio reads "one in five", "three in every four", "nine out of ten", "nine cases out of ten".
func (p *parser) ratio(i int) (figure, bool) {
	a, ok := p.small(i)
	if !ok {
		return figure{}, false
	}
	j := i + 1
	named := p.tok(j).Kind == text.Word && (isPlural(p.lex, p.norm(j)) || a == 1 && !text.Stop(p.norm(j))) && p.numeral(j).sort == noSort
	if named {
		j++
	}
	every := false
	switch {
	case p.norm(j) == "in" && p.norm(j+1) == "every":
		j, every = j+2, true
	case p.norm(j) == "out" && p.norm(j+1) == "of" && p.norm(j+2) == "every":
		j, every = j+3, true
	case p.norm(j) == "out" && p.norm(j+1) == "of":
		j, every = j+2, true
	case p.norm(j) == "in":
		j++
	default:
		return figure{}, false
	}
	b, ok := p.small(j)
	if !ok || b <= a || b > 1e6 || !every && b > 10 && math.Mod(b, 5) != 0 {
		return figure{}, false
	}
	if _, _, unit := p.unitAt(j + 1); unit || p.isDated(j) {
		return figure{}, false
	}
	if named && !every && (p.norm(j-1) == "in" || p.norm(i-1) == "the" || p.tok(j+1).Kind == text.Word && !text.Stop(p.norm(j+1)) || b < 3) {
		return figure{}, false // "four deaths in ten towns"
	}
	if p.hyphen(j+1) || !every && a > 1 && math.Mod(b, 10) != 0 && b > 5 {
		return figure{}, false
	}
	v := a / b
	return figure{start: i, end: j + 1, low: v, high: v, place: v / 10, sort: part, digits: p.tok(i).Kind == text.Number}, true
}

// small is a whole number in one token.
func (p *parser) small(i int) (float64, bool) {
	if n := p.numeral(i); n.sort == card || n.sort == tens || n.sort == mult {
		return n.low, n.low > 0
	}
	if t := p.tok(i); t.Kind == text.Number {
		s, ok := plain(t.Text)
		v, err := strconv.ParseFloat(s, 64)
		return v, ok && err == nil && v >= 1 && v == math.Trunc(v) && (v < 1500 || v > 2100)
	}
	return 0, false
}

// vague reads "dozens", "several hundred", "a few", "tens of thousands".
func (p *parser) vague(i int) (figure, bool) {
	f := figure{start: i, end: i + 1, sort: vague, place: 1}
	n := p.numeral(i)
	switch w := p.norm(i); {
	case n.sort == vague && w != "few" && w != "couple" && w != "handful" && w != "tens" && w != "scores":
	case w == "a" && p.numeral(i+1).sort == vague:
		n, f.end = p.numeral(i+1), i+2
	case (w == "tens" || w == "scores") && p.norm(i+1) == "of":
	default:
		return figure{}, false
	}
	f.low, f.high = n.low, n.high
	last := p.norm(f.end - 1)
	j := f.end
	if p.norm(j) == "of" {
		j++
	}
	m := p.numeral(j)
	switch {
	case (last == "tens" || last == "hundreds" || last == "dozens" || last == "scores") && m.sort == vague && m.low >= 2000:
		f.low, f.high, f.end = n.low*m.low/2, n.high*m.low/2, j+1
	case m.sort == mult && (last == "several" || last == "few" || last == "couple"):
		f.low, f.high, f.place, f.end = n.low*m.low, min(n.high, 9)*m.low, m.low, j+1
	}
	if last == "tens" && f.end == i+1 {
		return figure{}, false
	}
	return f, true
}
