package date

// Pieces that say the time of day.

import (
	"strings"

	"doubletake/model/text"
)

// part reads a part of the day.
func (s *scanner) part(i int) (piece, int, bool) {
	p := piece{v: Value{Part: Part(s.at[i].n)}}
	if p.v.Part == Night && s.norm(i-1) == "the" && (s.norm(i+1) == "before" || s.norm(i+1) == "after") {
		q, j, ok := s.shifted(i+1, 1, Days)
		if ok {
			q.v.Part = Night
			return q, j, true
		}
	}
	if p.v.Part == Morning && s.norm(i-1) == "the" && s.norm(i+1) == "after" {
		q, j, ok := s.shifted(i+1, 1, Days)
		if ok {
			q.v.Part = Morning
			return q, j, true
		}
	}
	return p, i + 1, true
}

// hourWord reads noon and midnight.
func (s *scanner) hourWord(i int) (piece, int, bool) {
	if s.norm(i-1) == "high" && s.upper(i) {
		return piece{}, 0, false
	}
	p := piece{v: Value{Clock: Clock{Known: true, Hour: 12, Precise: true}}}
	if s.at[i].n == 1440 {
		// Which midnight is meant, the one that begins the day or the one that
		// ends it, newspapers do not agree on: it is kept as a part of the day.
		p = piece{v: Value{Part: Midnight}}
		return p, i + 1, true
	}
	return p, s.zone(&p.v.Clock, i+1), true
}

// clock reads 14:40, 9.15am, 9 p.m., 0640 GMT, 0600 hours, 2-4 p.m.
func (s *scanner) clock(i int) (piece, int, bool) {
	c, j, ok := s.time(i)
	if !ok {
		return piece{}, 0, false
	}
	p := piece{v: Value{Clock: c}}
	return p, j, true
}

// time reads one clock time at a number token, or the first of a range whose
// second says a.m. or p.m. for both.
func (s *scanner) time(i int) (Clock, int, bool) {
	h, m, sign, ok := clockParts(s.toks[i].Text)
	if !ok {
		return Clock{}, 0, false
	}
	c := Clock{Known: true, Hour: h, Minute: m, Precise: sign != 0}
	j := i + 1
	if s.class(j) == meridiem && h >= 1 && h <= 12 && sign != 'd' && m < 60 {
		c.Hour = h%12 + s.at[j].n
		return c, s.zone(&c, j+1), true
	}
	if s.class(j) == oclock && h >= 1 && h <= 12 {
		return s.halfOfDay(c, j+1)
	}
	if h > 24 || m > 59 || h == 24 && m > 0 {
		return Clock{}, 0, false
	}
	end := s.zone(&c, j)
	zoned := end > j
	switch sign {
	case 'd': // 0640
		c.Precise = true
		if !zoned && s.norm(end) != "hours" && s.norm(end) != "hrs" {
			return Clock{}, 0, false
		}
		if s.norm(end) == "hours" || s.norm(end) == "hrs" {
			end = s.zone(&c, end+1)
		}
		return c, end, true
	case ':':
		if s.norm(end) == "hours" || s.norm(end) == "hrs" || s.norm(end) == "h" {
			end, zoned = s.zone(&c, end+1), true
		}
		return c, end, zoned || s.clockContext(i, end) || s.meridiemAhead(&c, j)
	case '.':
		if s.norm(end) == "hrs" || s.norm(end) == "hours" {
			return c, end + 1, h >= 10
		}
		return c, end, zoned && s.textAt(j) != "Z" || s.meridiemAhead(&c, j) || s.dotted && s.dottedHour(i)
	}
	if zoned && s.norm(i-1) == "at" && len(s.toks[i].Text) <= 2 {
		return c, end, true
	}
	if s.meridiemAhead(&c, j) {
		return c, j, true
	}
	if s.norm(j) == "in" && s.norm(j+1) == "the" && s.class(j+2) == part && h >= 1 && h <= 12 && s.clockLead(i) ||
		s.norm(j) == "at" && s.norm(j+1) == "night" && h >= 1 && h <= 12 && s.clockLead(i) {
		return s.halfOfDay(c, j)
	}
	return Clock{}, 0, false
}

// dottedHour reports whether 10.55 at i is a time of day in an article that writes
// times so: the words about it say so, and nothing is counted behind it.
func (s *scanner) dottedHour(i int) bool {
	switch s.norm(i - 1) {
	case "at", "before", "after", "until", "till", "around", "about", "from", "since":
	default:
		return false
	}
	j := i + 1
	return j >= len(s.toks) || s.toks[j].Kind == text.Mark && s.toks[j].Text != "%" || s.class(j) == weekday || s.norm(j) == "on" || s.norm(j) == "and" || s.norm(j) == "yesterday" || s.norm(j) == "local"
}

// writesDots reports whether an article has a time of day with a dot that is told as
// one: "8.40am".
func (s *scanner) writesDots(tokens [][]text.Token) bool {
	for _, toks := range tokens {
		for i := range toks {
			if i+1 < len(toks) && toks[i].Kind == text.Number && strings.IndexByte(toks[i].Text, '.') > 0 && s.words.of(&toks[i+1]).class == meridiem {
				return true
			}
		}
	}
	return false
}

// clockLead reports whether the words before i lead to a clock time.
func (s *scanner) clockLead(i int) bool {
	switch s.norm(i - 1) {
	case "at", "around", "about", "by", "until", "till", "from", "after", "before", "since":
		return true
	}
	return false
}

// clockParts splits "14:40", "9.15", "9" and "0640"; sign is the mark between
// hours and minutes, 'd' where four digits stand together, 0 for an hour alone.
func clockParts(t string) (h, m int, sign byte, ok bool) {
	at := strings.IndexAny(t, ":.,")
	switch {
	case at < 0 && len(t) <= 2:
		h, _, ok = digitsOf(t)
		return h, 0, 0, ok
	case at < 0 && len(t) == 4:
		n, _, ok := digitsOf(t)
		return n / 100, n % 100, 'd', ok && n/100 <= 24 && n%100 < 60
	case at < 1 || at > 2 || len(t)-at != 3 || t[at] == ',':
		return 0, 0, 0, false
	}
	h, _, ok = digitsOf(t[:at])
	m, _, okm := digitsOf(t[at+1:])
	return h, m, t[at], ok && okm
}

// clockContext reports whether 14:40 is a time of day and no score, ratio or
// running time: the words before it, or a weekday after it, say so.
func (s *scanner) clockContext(i, end int) bool {
	switch s.norm(i - 1) {
	case "at", "by", "around", "about", "until", "till", "from", "after", "before", "since", "between", "to", "shortly", "and",
		"near", "(", ",", "approximately", "at.":
		return true
	case "-", "–":
		return s.class(i-2) == numberly
	}
	switch s.class(i - 1) {
	case weekday, month, deictic, numberly:
		return true
	}
	if s.norm(end) == "on" && s.class(end+1) == weekday || s.class(end) == weekday || i == 0 {
		return true
	}
	return false
}

// meridiemAhead lends a time the a.m. or p.m. of the end of its range: "2-4
// p.m.", "between 11 and 1 p.m.".
func (s *scanner) meridiemAhead(c *Clock, j int) bool {
	if c.Hour < 1 || c.Hour > 12 {
		return false
	}
	switch s.norm(j) {
	case "-", "–", "to", "and", "until", "or":
	default:
		return false
	}
	if s.class(j+1) != numberly || s.class(j+2) != meridiem {
		return false
	}
	if s.norm(j) == "and" && s.norm(j-2) != "between" {
		return false
	}
	h, _, sign, ok := clockParts(s.toks[j+1].Text)
	if !ok || sign == 'd' || h < 1 || h > 12 {
		return false
	}
	pm := s.at[j+2].n
	hour := c.Hour%12 + pm
	if hour > h%12+pm { // "11-1 p.m." begins before noon
		hour = mod(hour-12, 24)
	}
	c.Hour = hour
	return true
}

// halfOfDay reads the words at j that say which half of the day a time belongs
// to: "in the morning", "at night".
func (s *scanner) halfOfDay(c Clock, j int) (Clock, int, bool) {
	var pt Part
	var end int
	switch {
	case s.class(j) == meridiem:
		c.Hour = c.Hour%12 + s.at[j].n
		return c, s.zone(&c, j+1), true
	case s.norm(j) == "in" && s.norm(j+1) == "the" && s.class(j+2) == part:
		pt, end = Part(s.at[j+2].n), j+3
	case s.norm(j) == "at" && s.norm(j+1) == "night":
		pt, end = Night, j+2
	default:
		c.Either = c.Zone == "" // "six o'clock" alone may be either: kept as it stands
		return c, s.zone(&c, j), true
	}
	h := c.Hour % 12
	switch pt {
	case Afternoon, Evening, Dusk:
		h += 12
	case Night:
		if h >= 5 {
			h += 12
		}
	}
	c.Hour = h
	return c, s.zone(&c, end), true
}

// halfOf is a value whose clock time may be of either half of the day, in the one that a part
// of the day leaves: "half past six" of an evening.
func (v Value) halfOf(p Part) Value {
	if !v.Clock.Either || p == AnyTime {
		return v
	}
	v.Clock.Either = false
	if late := v; spansOf(Value{Part: p}, v).rel == Incompatible {
		late.Clock.Hour = (v.Clock.Hour + 12) % 24
		return late
	}
	return v
}

// wordClock reads "nine o'clock" and "six in the evening".
func (s *scanner) wordClock(i int) (piece, int, bool) {
	n := s.at[i].n
	if n < 1 || n > 12 || s.norm(i) == "a" || s.norm(i) == "an" {
		return piece{}, 0, false
	}
	c := Clock{Known: true, Hour: n}
	j := i + 1
	switch {
	case s.class(j) == oclock:
		j++
	case s.class(j) == meridiem:
	case s.norm(j) == "in" && s.class(j+2) == part && s.clockLead(i):
	case s.norm(j) == "at" && s.norm(j+1) == "night" && s.clockLead(i):
	default:
		return piece{}, 0, false
	}
	c, j, ok := s.halfOfDay(c, j)
	return piece{v: Value{Clock: c}}, j, ok
}

// halfPast reads "half past six", "half past midnight".
func (s *scanner) halfPast(i int) (piece, int, bool) {
	if s.norm(i+1) != "past" {
		return piece{}, 0, false
	}
	return s.offHour(i+2, 30)
}

// quarterHour reads "quarter past six", "a quarter to nine" at the word "quarter".
func (s *scanner) quarterHour(i int) (piece, int, bool) {
	switch s.norm(i + 1) {
	case "past":
		return s.offHour(i+2, 15)
	case "to":
		return s.offHour(i+2, -15)
	}
	return piece{}, 0, false
}

// offMinutes reads "twenty to ten" and "ten past three in the morning", behind a word that
// leads to a time: "ten to six" may be a vote.
func (s *scanner) offMinutes(i int) (piece, int, bool) {
	by := s.at[i].n
	if by != 5 && by != 10 && by != 20 || !s.clockLead(i) && s.norm(i-1) != "to" {
		return piece{}, 0, false
	}
	switch s.norm(i + 1) {
	case "past":
		return s.offHour(i+2, by)
	case "to":
		return s.offHour(i+2, -by)
	}
	return piece{}, 0, false
}

// offHour reads the hour at token i and sets it off by some minutes.
func (s *scanner) offHour(i, by int) (piece, int, bool) {
	c := Clock{Known: true, Precise: true}
	set := func(hour int) { c.Hour, c.Minute = ((hour*60+by+24*60)/60)%24, (by+60)%60 }
	switch s.norm(i) {
	case "midnight":
		set(0)
		return piece{v: Value{Clock: c}}, i + 1, true
	case "noon", "midday":
		set(12)
		return piece{v: Value{Clock: c}}, i + 1, true
	}
	n, _, ok := s.num(i)
	if !ok && s.class(i) == count {
		n, ok = s.at[i].n, true
	}
	if !ok || n < 1 || n > 12 || s.glued(i+1) && s.toks[i+1].Kind == text.Word {
		return piece{}, 0, false
	}
	if set(n); by < 0 && n == 1 {
		c.Hour = 12
	}
	c, j, ok := s.halfOfDay(c, i+1)
	return piece{v: Value{Clock: c}}, j, ok
}

// zone reads a time zone at j into c and returns the token after it, j where
// there is none.
func (s *scanner) zone(c *Clock, j int) int {
	open := s.norm(j) == "(" // "(GMT)", "(local time)"
	k := j
	if open || s.norm(j) == "by" || s.norm(j) == "," && s.upper(j+1) {
		k++
	}
	name, set, end := s.zoneName(k)
	if end == k || k > j && !open && !strings.Contains(name, " ") {
		return j
	}
	if open {
		if s.norm(end) != ")" {
			return j
		}
		end++
	}
	c.Zone, c.Offsets = name, set
	return end
}

// zoneName reads "GMT", "GMT+3", "local time", "Moscow time", "Central European
// Summer Time".
func (s *scanner) zoneName(k int) (name string, set Offsets, end int) {
	if k >= len(s.toks) {
		return "", 0, k
	}
	t := s.toks[k].Text
	if o, ok := zoneCodes()[t]; ok && !(t == "Z" && !s.glued(k)) {
		if hours, digits, ok := s.num(k + 2); ok && digits <= 2 && s.glued(k+1) && (s.norm(k+1) == "+" || s.isDash(k+1)) && o == offsets(0) {
			if s.norm(k+1) != "+" {
				hours = -hours
			}
			return t, offsets(hours * 60), k + 3
		}
		return t, o, k + 1
	}
	if s.norm(k) == "local" {
		if s.norm(k+1) == "time" {
			return localTime, 0, k + 2
		}
		if k+1 == len(s.toks) || s.toks[k+1].Kind == text.Mark {
			return localTime, 0, k + 1
		}
		return "", 0, k
	}
	for n := 3; n >= 1; n-- {
		last := k + n
		if w := s.norm(last); w != "time" && w != "clocks" || !s.upper(k) && !zoneWord(s.norm(k)) {
			continue
		}
		words := last
		switch s.norm(words - 1) {
		case "summer", "daylight", "standard":
			words--
		}
		if words <= k {
			continue
		}
		if o, ok := placeZones()[s.wording(k, words)]; ok {
			if w := s.norm(last - 1); words < last {
				o = narrowed(o, w)
			}
			return s.written(k, last+1), o, last + 1
		}
	}
	return s.strangeZone(k)
}

// strangeZone reads the time of a place that is not known here, "Samoan time": how far it is
// from any other nothing says, but it is no time of the article's own place.
func (s *scanner) strangeZone(k int) (name string, set Offsets, end int) {
	for last := k + 1; last <= k+2; last++ {
		if !s.upper(last-1) || s.class(last-1) != other || s.toks[last-1].Kind != text.Word {
			break
		}
		if s.textAt(last) == "time" {
			return s.written(k, last+1), 0, last + 1
		}
	}
	return "", 0, k
}

// written is the tokens first to last as the article writes them.
func (s *scanner) written(first, last int) string {
	words := make([]string, 0, 4)
	for _, t := range s.toks[first:last] {
		words = append(words, t.Text)
	}
	return strings.Join(words, " ")
}

// narrowed cuts a pair of offsets to standard or summer time.
func narrowed(o Offsets, w string) Offsets {
	low := o & -o
	if w == "standard" || o == low {
		return low
	}
	return o &^ low
}
