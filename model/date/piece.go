package date

// One piece of an expression: a calendar date, a weekday, a quarter, "last
// week", "two days later". Each reader begins at token i and returns the piece
// and the token after it.

import "doubletake/model/text"

// piece reads the longest piece that begins at token i.
func (s *scanner) piece(i int) (piece, int, bool) {
	if s.norm(i) == "quarter" {
		if p, j, ok := s.quarterHour(i); ok {
			return p, j, ok
		}
	}
	switch s.class(i) {
	case numberly:
		return s.number(i)
	case month, monthShort:
		return s.month(i)
	case weekday, weekdayShort:
		return s.weekday(i)
	case part:
		return s.part(i)
	case hourWord:
		return s.hourWord(i)
	case deictic:
		return s.deictic(i)
	case turn:
		return s.turn(i)
	case edge:
		return s.edge(i)
	case count:
		return s.count(i)
	case ordinal:
		return s.ordinal(i)
	case season:
		return s.season(i)
	case unit:
		return s.unit(i)
	case weekend:
		return piece{op: op{need: needWeekend, n: -1}}, i + 1, true
	case vague:
		return piece{v: Value{Vague: "recently"}}, i + 1, true
	case dateless, further:
		return s.dateless(i)
	case half:
		if p, j, ok := s.halfUnit(i); ok {
			return p, j, ok
		}
		return s.halfPast(i)
	case code:
		return s.code(i)
	case fiscal:
		return s.fiscal(i)
	case namedDate:
		return s.holiday(i)
	case decadeWord:
		return s.decadeWord(i)
	}
	return piece{}, 0, false
}

// alone reports whether a whole expression may stand by itself; some pieces
// only count beside others or after a preposition.
func (s *scanner) alone(p piece, i, j int) bool {
	switch {
	case p.v.Part != AnyTime && !p.dated() && !p.v.Clock.Known:
		// "in the morning", "by daybreak", but not "a good morning"
		k := i - 1
		if s.norm(k) == "the" {
			k--
		}
		switch s.norm(k) {
		case "in", "at", "by", "until", "till", "before", "after", "since", "around", "during", "through", "throughout":
			if k < i-1 && s.nounAfter(j) { // "in the morning session"
				return false
			}
			return s.norm(j) != "-" && !s.toks[j-1].Possessive()
		}
		return false
	case p.op.need == needWeekend:
		return s.norm(i-1) == "the" || s.class(i) == turn || s.class(i) == edge
	}
	return true
}

// number reads what begins with digits.
func (s *scanner) number(i int) (piece, int, bool) {
	if i > 0 && s.glued(i) {
		switch s.norm(i - 1) {
		case "$", "£", "€", "¥", "₹", "#", "+", ".", "&", "_":
			return piece{}, 0, false
		}
	}
	if p, j, ok := s.numeric(i); ok {
		return p, j, ok
	}
	if p, j, ok := s.clock(i); ok {
		return p, j, ok
	}
	n, digits, ok := s.num(i)
	if !ok {
		return piece{}, 0, false
	}
	if digits <= 2 {
		if p, j, ok := s.dayMonth(i, n); ok {
			return p, j, ok
		}
		if p, j, ok := s.centuryAt(s.suffix(i), n, s.suffix(i) > i+1); ok {
			return p, j, ok
		}
		if p, j, ok := s.ofPeriod(s.suffix(i), n, s.suffix(i) > i+1); ok {
			return p, j, ok
		}
		if p, j, ok := s.monthsTo(i+1, n); ok {
			return p, j, ok
		}
	}
	if p, j, ok := s.shift(i+1, n); ok {
		return p, j, ok
	}
	if digits == 4 {
		return s.year(i, n, false)
	}
	if p, j, ok := s.shortDecade(i, n); ok {
		return p, j, ok
	}
	if p, j, ok := s.shortYear(i, n, digits); ok {
		return p, j, ok
	}
	return s.dayAlone(i, n)
}

// suffix is the token after a number's glued "st", "nd", "rd" or "th".
func (s *scanner) suffix(i int) int {
	if s.glued(i + 1) {
		switch s.norm(i + 1) {
		case "st", "nd", "rd", "th":
			return i + 2
		}
	}
	return i + 1
}

// numeric reads 2025-11-15, 15.11.2025, 03/04/2025 and 03/2027.
func (s *scanner) numeric(i int) (piece, int, bool) {
	t := s.toks[i].Text
	if y, m, d, ok := threeParts(t); ok {
		return s.numericDate(y, m, d, false, i+1)
	}
	a, an, ok := s.num(i)
	if !ok {
		return piece{}, 0, false
	}
	if p, ok := s.monthAndYear(i, a, an); ok {
		return p, i + 3, true
	}
	sign := s.norm(i + 1)
	if sign != "-" && sign != "/" || !s.glued(i+1) || s.norm(i+3) != sign || !s.glued(i+2) || !s.glued(i+3) || !s.glued(i+4) {
		return piece{}, 0, false
	}
	b, bn, okb := s.num(i + 2)
	c, cn, okc := s.num(i + 4)
	if !okb || !okc || bn > 2 {
		return piece{}, 0, false
	}
	end := i + 5
	switch {
	case an == 4 && cn <= 2:
		return s.numericDate(a, b, c, false, end)
	case an > 2 || cn == 1 || cn == 3:
		return piece{}, 0, false
	case cn == 2 && sign == "-":
		return piece{}, 0, false
	case cn == 2:
		c += 2000
	}
	if a > 12 {
		return s.numericDate(c, b, a, false, end)
	}
	return s.numericDate(c, a, b, b <= 12 && a != b, end)
}

// monthAndYear reads 03/2027 behind its number at token i, which has two digits: "3/2019"
// may be the number of a file.
func (s *scanner) monthAndYear(i, month, digits int) (piece, bool) {
	if digits != 2 || month < 1 || month > 12 || s.norm(i+1) != "/" || !s.glued(i+1) || !s.glued(i+2) || s.norm(i+3) == "/" {
		return piece{}, false
	}
	y, n, ok := s.num(i + 2)
	if !ok || n != 4 || y < 1900 || y > 2199 {
		return piece{}, false
	}
	return piece{v: single(Point{Year: y, Month: month}, Month)}, true
}

// threeParts reads "15.11.2025", which is one number token; day first.
func threeParts(t string) (y, m, d int, ok bool) {
	first, second := -1, -1
	for i := range len(t) {
		switch {
		case t[i] == '.' && first < 0:
			first = i
		case t[i] == '.' && second < 0:
			second = i
		case t[i] < '0' || t[i] > '9':
			return 0, 0, 0, false
		}
	}
	if second < 0 || len(t)-second-1 != 4 || first > 2 || second-first > 3 {
		return 0, 0, 0, false
	}
	d, _, okd := digitsOf(t[:first])
	m, _, okm := digitsOf(t[first+1 : second])
	y, _, oky := digitsOf(t[second+1:])
	return y, m, d, okd && okm && oky
}

func (s *scanner) numericDate(y, m, d int, unsure bool, end int) (piece, int, bool) {
	if y < 1000 || y > 2199 || m < 1 || m > 12 || d < 1 || d > monthDays(y, m) {
		return piece{}, 0, false
	}
	v := single(withWeekday(Point{Year: y, Month: m, Day: d}), Day)
	if unsure {
		v.Doubt = OtherOrder
	}
	return piece{v: v}, end, true
}

// dayMonth reads "4 March", "4th of March", "3-5 March", "3 and 4 March", then a
// year.
func (s *scanner) dayMonth(i, n int) (piece, int, bool) {
	if n < 1 || n > 31 {
		return piece{}, 0, false
	}
	j := s.suffix(i)
	last := n
	switch s.norm(j) {
	case "-", "–", "/", "to", "and", "or", "until", "through", "&":
		if m, digits, ok := s.num(j + 1); ok && digits <= 2 && m > n && m <= 31 {
			if s.norm(j) == "or" {
				return piece{}, 0, false
			}
			last = m
			j = s.suffix(j + 1)
		}
	}
	if s.norm(j) == "of" {
		j++
	}
	m, next, ok := s.monthName(j)
	if !ok || n > monthDays(0, m) || last > monthDays(0, m) {
		return piece{}, 0, false
	}
	p := piece{v: Value{From: Point{Month: m, Day: n}, To: Point{Month: m, Day: last}, Grain: Day}}
	next = s.yearAfter(&p, next)
	return p, next, true
}

// monthName reads the name of a month beside which a day or a year stands, so
// that an abbreviation or a doubtful name is one too.
func (s *scanner) monthName(i int) (m, next int, ok bool) {
	c := s.class(i)
	if c != month && c != monthShort || !s.upper(i) {
		return 0, 0, false
	}
	next = i + 1
	if s.norm(next) == "." && s.glued(next) && len(s.norm(i)) <= 4 && (c == monthShort) {
		next++
	}
	return s.at[i].n, next, true
}

// yearAfter reads the year after a month or day into p.
func (s *scanner) yearAfter(p *piece, j int) int {
	k := j
	if s.norm(k) == "," || s.norm(k) == "of" || s.norm(k) == "in" && p.v.From.Day == 0 {
		k++
	}
	n, digits, ok := s.num(k)
	if !ok || digits != 4 || n < 1000 || n > 2199 || s.countedAfter(k) || s.isClockAt(k) {
		return j
	}
	if s.glued(k) && s.norm(k-1) != "," {
		return j
	}
	p.v.From.Year, p.v.To.Year = n, n
	told := p.v.From.Weekday
	p.v.From, p.v.To = withWeekday(p.v.From), withWeekday(p.v.To)
	if told != 0 {
		p.v.From.Weekday, p.v.To.Weekday = told, told
	}
	return k + 1
}

// countedAfter reports whether the number at k counts the noun after it: "in
// May, 1500 people", "2000 metres".
func (s *scanner) countedAfter(k int) bool {
	switch s.norm(k + 1) {
	case "%", "°", "percent", "per", "people", "men", "women", "children", "metres", "meters", "km", "kilometres", "kilometers", "miles",
		"tons", "tonnes", "feet", "ft", "m", "kg", "barrels", "troops", "soldiers", "million", "billion", "thousand",
		"jobs", "homes", "units", "workers", "members", "residents", "civilians", "hectares", "acres", "dollars", "euros", "pounds",
		"bn", "mph", "calories", "votes", "seats", "points", "runs", "words", "pages", "square", "employees", "staff", "vehicles":
		return true
	}
	n, _, _ := s.num(k)
	if n%100 == 0 && s.lowerWord(k+1) {
		w := s.norm(k + 1)
		return len(w) > 3 && w[len(w)-1] == 's' && w != "was" && w != "this" && w != "has" && w[len(w)-2] != 's'
	}
	return false
}

// isClockAt reports whether four digits are a time: "0640 GMT", "0600 hours".
func (s *scanner) isClockAt(k int) bool {
	if _, ok := zoneCodes()[s.textAt(k+1)]; ok {
		return true
	}
	switch s.norm(k + 1) {
	case "hours", "hrs", "gmt", "local":
		return true
	}
	return false
}

func (s *scanner) textAt(i int) string {
	if i < 0 || i >= len(s.toks) {
		return ""
	}
	return s.toks[i].Text
}

// month reads "March 4", "March 3-5, 2025", "Mar. 4", "March 2025", "March".
func (s *scanner) month(i int) (piece, int, bool) {
	m, j, ok := s.monthName(i)
	if !ok {
		return piece{}, 0, false
	}
	p := piece{v: single(Point{Month: m}, Month)}
	if n, next, ok := s.dayAfter(i, j, m); ok {
		p.v = single(Point{Month: m, Day: n}, Day)
		j = next
		switch s.norm(j) {
		case "-", "–", "to", "and", "through", "&", "until":
			if d, digits, ok := s.num(j + 1); ok && digits <= 2 && d > n && d <= monthDays(0, m) &&
				!(s.norm(j) == "and" && s.nounAfter(s.suffix(j+1))) && !s.isClockTail(j+1) {
				p.v.To.Day = d
				j = s.suffix(j + 1)
			}
		}
		return p, s.yearAfter(&p, j), true
	}
	if end := s.yearAfter(&p, j); end != j {
		return p, end, true
	}
	if s.norm(j) == "day" && s.norm(j+1) == "in" { // "a December day in 2019"
		if end := s.yearAfter(&p, j+1); end != j+1 {
			return p, end, true
		}
	}
	return p, j, s.monthAlone(i)
}

// dayAfter reads the day after the month name at i.
func (s *scanner) dayAfter(i, j, m int) (n, next int, ok bool) {
	if s.norm(j) == "the" {
		j++
		if s.class(j) == ordinal && s.at[j].n <= 20 {
			return s.at[j].n, j + 1, true
		}
	}
	if s.class(j) == ordinal && s.norm(i) == "july" && s.norm(j) == "fourth" {
		return 4, j + 1, true
	}
	n, digits, ok := s.num(j)
	if !ok || digits > 2 || n < 1 || n > monthDays(0, m) || s.glued(j) && s.norm(j-1) != "." {
		return 0, 0, false
	}
	next = s.suffix(j)
	if s.countedAfter(j) || s.isClockTail(j) {
		return 0, 0, false
	}
	switch s.norm(i - 1) {
	case "in", "since":
		if s.nounAfter(next) {
			return 0, 0, false
		}
	}
	return n, next, true
}

// isClockTail reports whether a number is followed by a.m. or p.m.
func (s *scanner) isClockTail(j int) bool { return s.class(j+1) == meridiem }

// nounAfter reports whether the token at j is a word that a number would count.
func (s *scanner) nounAfter(j int) bool {
	if !s.lowerWord(j) || s.glued(j) && s.norm(j-1) == "-" {
		return false
	}
	switch s.norm(j) {
	case "and", "to", "at", "when", "after", "before", "with", "in", "on", "for", "by", "from", "as", "but", "during",
		"through", "until", "that", "which", "who", "was", "is", "were", "are", "last", "next", "this", "it", "he", "she", "they", "the",
		"of", "or", "near", "over", "will", "has", "had", "while", "where", "if", "about", "around", "said", "a":
		return false
	}
	return true
}

// monthAlone reports whether a month without day or year is one: "May" may be a
// verb or a name, "March" a verb, "April" a person, "August" an adjective.
func (s *scanner) monthAlone(i int) bool {
	if s.class(i) == monthShort {
		return false
	}
	prev := s.norm(i - 1)
	if prev == "." && s.glued(i-1) {
		return false
	}
	led, strong := preposition(prev) || s.isDash(i-1), false
	switch prev {
	case "and", "or", "than":
		led = s.class(i-2) == month || s.class(i-2) == monthShort
	case "in", "since", "during", "until", "till", "through", "throughout", "before", "after", "between", "around", "late",
		"early", "mid", "last", "next", "this", "each", "every", "past", "previous", "following":
		strong = true
	}
	named := s.upper(i+1) && s.class(i+1) == other && !s.toks[i].Possessive() // "April Jones"
	switch s.norm(i) {
	case "may", "march":
		if s.norm(i) == "march" && s.toks[i].Possessive() {
			return true
		}
		if !led && !(prev == "the" && preposition(s.norm(i-2))) {
			return false
		}
		return (!named || strong && s.norm(i+1) != "madness") && !(s.norm(i) == "march" && s.norm(i+1) == "on" && prev == "the")
	case "april", "june", "august", "january", "february", "july":
		if named && !strong {
			return false
		}
	}
	if i > 0 && s.upper(i-1) && !led && s.class(i-1) == other && s.toks[i-1].Kind == text.Word && i > 1 && named {
		return false
	}
	return true
}

// weekday reads "Tuesday", or "Tues." before a date.
func (s *scanner) weekday(i int) (piece, int, bool) {
	if !s.upper(i) {
		return piece{}, 0, false
	}
	j := i + 1
	if s.class(i) == weekdayShort {
		k := j
		for s.norm(k) == "." || s.norm(k) == "," {
			k++
		}
		c := s.class(k)
		n, digits, ok := s.num(k)
		dated := c == month || c == monthShort
		if ok && digits <= 2 && n <= 31 {
			c = s.class(s.suffix(k))
			dated = c == month || c == monthShort
		}
		if !dated || s.norm(i-1) == "the" {
			return piece{}, 0, false
		}
		if s.norm(j) == "." {
			j++
		}
	}
	if movable(s.norm(i - 1)) {
		return piece{}, 0, false
	}
	if s.norm(i-1) == "the" && s.upper(j) && s.class(j) == other && s.toks[j].Kind == text.Word && !s.toks[i].Possessive() {
		return piece{}, 0, false // "The Sunday Clarion"
	}
	return piece{v: single(Point{Weekday: s.at[i].n}, Day)}, j, true
}

// deictic reads today, yesterday, tonight, overnight.
func (s *scanner) deictic(i int) (piece, int, bool) {
	p := piece{op: op{need: needShift, n: s.at[i].n, unit: Days}}
	if i > 0 && s.upper(i) && s.toks[i-1].Kind == text.Word {
		return piece{}, 0, false // "USA Today"
	}
	switch s.norm(i) {
	case "tonight", "overnight":
		p.v.Part = Night
	}
	if s.norm(i) == "overnight" && s.dayAt(i+1) { // "overnight on Monday"
		p.op = op{}
	}
	return p, i + 1, true
}

// unitAt reads a unit word: its unit and how many of it ("fortnight" is two
// weeks, "quarter" three months).
func (s *scanner) unitAt(i int) (u Unit, times int, ok bool) {
	w := word{}
	if i >= 0 && i < len(s.at) {
		w = s.at[i]
	}
	switch w.class {
	case unit:
		return Unit(max(w.n, -w.n)), 1, true
	case fortnight:
		return Weeks, 2, true
	}
	return 0, 0, false
}

// turn reads "last week", "this morning", "the following day", "next Friday",
// "last August", "in recent months", "the last week of March".
func (s *scanner) turn(i int) (piece, int, bool) {
	t := s.at[i].n
	if t == turnLast && s.norm(i) == "last" {
		if p, j, ok := s.ofPeriod(i+1, lastOrdinal, true); ok {
			return p, j, ok
		}
	}
	if s.norm(i+1) == "coming" || t == turnThat && s.norm(i+1) == "same" || t == turnThis && s.norm(i+1) == "past" {
		i++ // "this coming Friday", "that same day", "this past week"
		if s.norm(i) == "past" {
			t = turnLast
		}
	}
	if t == turnRecent {
		return s.recent(i)
	}
	n, told := s.turned(t, i)
	j := i + 1
	if s.norm(j) == "late" && (t == turnThis || t == turnLast) { // "last late summer"
		j++
	}
	pointing := t == turnThat || t == turnSame
	switch s.class(j) {
	case unit:
		return s.turnUnit(i, j, t, n, told)
	case weekend:
		return piece{op: op{need: needWeekend, n: n, told: told}}, j + 1, true
	case part:
		pt := Part(s.at[j].n)
		if t == turnLast && pt != Night || t == turnNext && !told {
			return piece{}, 0, false
		}
		return piece{v: Value{Part: pt}, op: op{need: needShift, n: n, unit: Days, told: told}}, j + 1, true
	case weekday:
		if !s.upper(j) || pointing {
			return piece{}, 0, false
		}
		return piece{v: single(Point{Weekday: s.at[j].n}, Day), op: op{need: needWeekday, n: n, told: told}}, j + 1, true
	case month:
		if !s.upper(j) || pointing {
			return piece{}, 0, false
		}
		if p, k, ok := s.month(j); ok && (p.v.Grain == Day || p.v.From.Year != 0) {
			return p, k, true
		}
		return piece{v: single(Point{Month: s.at[j].n}, Month), op: op{need: needMonth, n: n, told: told}}, j + 1, true
	case season:
		return piece{v: seasonValue(s.at[j].n), op: op{need: needSeason, n: n, told: told}}, j + 1, true
	case namedDate:
		if p, k, ok := s.holiday(j); ok && p.v.From.Year == 0 {
			p.op = op{need: needMonth, n: n, told: told}
			return p, k, true
		}
	}
	return piece{}, 0, false
}

// turnUnit reads the unit at j after a turning word t: "last week", "that day",
// "the following year". "Last day" and "next day" without "the" are none.
func (s *scanner) turnUnit(i, j, t, n int, told bool) (piece, int, bool) {
	u := Unit(s.at[j].n)
	switch {
	case s.at[j].n < 0 || u < Days || u > Years,
		u == Days && !told,
		t == turnThat && u != Days && !s.leads(i):
		return piece{}, 0, false
	case u == Days:
		return piece{op: op{need: needShift, n: n, unit: Days, told: told}}, j + 1, true
	}
	return piece{op: op{need: needUnit, n: n, unit: u, told: told}}, j + 1, true
}

// leads reports whether the word before i is a preposition, so that "that" or
// "this" points at something and opens no clause.
func (s *scanner) leads(i int) bool { return preposition(s.norm(i-1)) || s.class(i-1) == edge }

// turned is the direction of a turning word and whether it looks to the story
// ("the next day") or to the article's date ("next week").
func (s *scanner) turned(t, i int) (n int, told bool) {
	switch t {
	case turnLast:
		return -1, false
	case turnNext:
		return 1, s.norm(i-1) == "the"
	case turnPrevious:
		return -1, true
	case turnFollow:
		return 1, true
	case turnSame, turnThat:
		return 0, true
	}
	return 0, false
}

// recent reads "recent months", "coming days": never exact.
func (s *scanner) recent(i int) (piece, int, bool) {
	if w := s.at[i+1 : min(i+2, len(s.at))]; len(w) == 0 || w[0].class != unit || w[0].n > 0 {
		return piece{}, 0, false
	}
	return piece{v: Value{Vague: s.norm(i) + " " + s.norm(i+1)}}, i + 2, true
}

// edge reads "early March", "mid-2024", "the end of the year", "late on Sunday",
// "the early hours of Sunday", "mid-morning".
func (s *scanner) edge(i int) (piece, int, bool) {
	e := Edge(s.at[i].n)
	j := i + 1
	switch s.norm(j) {
	case "-":
		j++
	case "hours":
		if e == Early {
			return piece{v: Value{Part: EarlyHours}}, j + 1, true
		}
		return piece{}, 0, false
	}
	if s.norm(i) == "small" || s.norm(i) == "wee" {
		return piece{}, 0, false
	}
	switch s.norm(j) {
	case "of", "in", "on":
		j++
		if s.norm(j) == "the" {
			j++
		}
	}
	if e == Start || e == End || s.norm(i) == "middle" {
		if j == i+1 || s.norm(i+1) != "of" {
			return piece{}, 0, false
		}
	}
	switch s.class(j) {
	case part:
		if j > i+1 && s.norm(i+1) != "-" && s.norm(i) != "middle" && e != Start && e != End && s.norm(i+1) != "in" {
			return piece{}, 0, false
		}
		p, k, _ := s.part(j)
		return p, k, true
	case unit:
		return s.edgeOfUnit(i, j, e)
	case quarterWord:
		if e == End || e == Start {
			return piece{v: Value{Edge: e}, op: op{need: needQuarter, told: true}}, j + 1, true
		}
		return piece{}, 0, false
	case numberly:
		n, digits, ok := s.num(j)
		if ok && digits == 4 {
			p, k, ok := s.year(j, n, true)
			p.v.Edge = e
			return p, k, ok && p.v.Edge == e
		}
		if e == Late || e == Early || e == Mid {
			if d, k, ok := s.dayMonth(j, n); ok && digits <= 2 {
				d.v.Part = dayEdge(e)
				return d, k, true
			}
		}
		return piece{}, 0, false
	}
	return s.edgeOfPiece(j, e)
}

// edgeOfUnit reads "the end of the year", "late in the week".
func (s *scanner) edgeOfUnit(i, j int, e Edge) (piece, int, bool) {
	u, times, ok := s.unitAt(j)
	if !ok || times != 1 || u < Days || u > Years || s.at[j].n < 0 || s.norm(j-1) != "the" || s.norm(i) == "close" {
		return piece{}, 0, false
	}
	if u == Days {
		return piece{}, 0, false
	}
	return piece{v: Value{Edge: e}, op: op{need: needUnit, unit: u}}, j + 1, true
}

// edgeOfPiece reads an edge before a date, a weekday, a season, a decade.
func (s *scanner) edgeOfPiece(j int, e Edge) (piece, int, bool) {
	switch s.class(j) {
	case month, monthShort, weekday, season, turn, namedDate, deictic, weekend, decadeWord, ordinal, code:
	default:
		return piece{}, 0, false
	}
	var p piece
	var k int
	var ok bool
	if s.class(j) == season {
		p, k, ok = piece{v: seasonValue(s.at[j].n)}, j+1, true
		k = s.yearAfter(&p, k)
		p.v = seasonYear(p.v)
	} else {
		p, k, ok = s.piece(j)
	}
	if !ok || p.v.Edge != Whole || p.v.Clock.Known {
		return piece{}, 0, false
	}
	if p.hasDay() && (p.v.From == p.v.To) {
		if p.v.Part == AnyTime {
			if q, l, ok := s.extend(p, k); ok && q.v.Part != AnyTime { // "late Monday afternoon"
				q.v.Part = lateNight(q.v.Part, e)
				return q, l, true
			}
			p.v.Part = dayEdge(e)
		}
		p.v.Part = lateNight(p.v.Part, e)
		return p, k, e <= Late
	}
	if p.v.From != p.v.To && p.v.Grain == Day || p.v.Vague != "" || p.op.need == needShift {
		return piece{}, 0, false
	}
	p.v.Edge = e
	return p, k, true
}

// lateNight tells "late on Sunday night" from the night that goes on into Monday.
func lateNight(p Part, e Edge) Part {
	if p == Night && e == Late {
		return LateNight
	}
	return p
}

// dayEdge is the part of the day that an edge of a day is.
func dayEdge(e Edge) Part {
	switch e {
	case Early:
		return EarlyHours
	case Mid:
		return Midday
	}
	return LateDay
}

// count reads what begins with a number word: "two days later", "a day
// earlier", "three months to September 30", "nine o'clock".
func (s *scanner) count(i int) (piece, int, bool) {
	n, j := s.at[i].n, i+1
	if n == 1 && s.class(j) == count && s.at[j].n == 0 { // "a few"
		n, j = 0, j+1
	}
	if s.norm(i) == "a" && s.norm(j) == "couple" && s.norm(j+1) == "of" {
		n, j = 2, j+2
	}
	if s.norm(i) == "few" && s.class(i-1) == count || s.norm(i) == "many" || s.halved(i-1) {
		return piece{}, 0, false
	}
	if p, k, ok := s.wordClock(i); ok {
		return p, k, ok
	}
	if p, k, ok := s.offMinutes(i); ok {
		return p, k, ok
	}
	if p, k, ok := s.shift(j, n); ok {
		return p, k, ok
	}
	if n > 0 {
		return s.monthsTo(j, n)
	}
	return piece{}, 0, false
}

// shift reads the unit at j and the direction after it: "days earlier", "months
// ago", "day before January 18".
func (s *scanner) shift(j, n int) (piece, int, bool) {
	if s.norm(j) == "full" || s.norm(j) == "more" {
		j++
	}
	j, more := s.andHalf(j)
	u, times, ok := s.unitAt(j)
	if !ok {
		return piece{}, 0, false
	}
	n *= times
	j++
	if !more {
		j, more = s.andHalf(j)
	}
	if more && n > 0 {
		by := halfUnits[u]
		if by.n == 0 {
			return piece{}, 0, false
		}
		n, u = (2*n+1)*by.n, by.unit
	}
	return s.shifted(j, n, u)
}

// halfUnits are half a unit in the next smaller one.
var halfUnits = map[Unit]struct {
	n    int
	unit Unit
}{Hours: {30, Minutes}, Days: {12, Hours}, Years: {6, Months}, Decades: {5, Years}}

// andHalf steps over "and a half" at token j.
func (s *scanner) andHalf(j int) (next int, ok bool) {
	if s.norm(j) == "and" && s.norm(j+1) == "a" && s.class(j+2) == half {
		return j + 3, true
	}
	return j, false
}

// halved reports a half at token i of the time told behind it: "half a year ago". "From
// half a month earlier" is a share, and so is the half before a year that is compared with
// in percentages.
func (s *scanner) halved(i int) bool {
	if s.class(i) != half || s.norm(i+1) != "a" && s.norm(i+1) != "an" {
		return false
	}
	u, _, ok := s.unitAt(i + 2)
	if !ok || u == Weeks || u == Months {
		return false
	}
	k := i - 1
	for preposition(s.norm(k)) && s.norm(k) != "from" && s.norm(k) != "to" || s.norm(k) == "almost" || s.norm(k) == "nearly" {
		k--
	}
	if s.norm(k) != "from" && s.norm(k) != "to" {
		return true
	}
	for ; k >= 0; k-- {
		switch s.norm(k) {
		case "%", "percent", "cent":
			return false
		}
	}
	return true
}

// halfUnit reads "half an hour later", "half a year ago" at the word "half".
func (s *scanner) halfUnit(i int) (piece, int, bool) {
	u, _, _ := s.unitAt(i + 2)
	by := halfUnits[u]
	if by.n == 0 || !s.halved(i) {
		return piece{}, 0, false
	}
	return s.shifted(i+3, by.n, by.unit)
}

// shifted reads the direction at k of a shift by n units.
func (s *scanner) shifted(k, n int, u Unit) (piece, int, bool) {
	o := op{need: needShift, n: n, unit: u, told: true}
	switch s.norm(k) {
	case "ago":
		o.n, o.told = -n, false
		if s.norm(k+1) == "today" {
			k++
		}
	case "earlier", "previously", "beforehand":
		o.n = -n
	case "later", "afterward", "afterwards", "thereafter":
	case "hence":
		o.told = false
	case "before", "after":
		if s.norm(k) == "before" {
			o.n = -n
		}
		return s.based(k, o, n)
	default:
		return piece{}, 0, false
	}
	if n == 0 {
		return piece{v: Value{Vague: unitNames[u] + "s " + direction(s.norm(k))}}, k + 1, true
	}
	return piece{op: o}, k + 1, true
}

func direction(w string) string {
	switch w {
	case "ago":
		return "ago"
	case "earlier", "before", "previously", "beforehand":
		return "earlier"
	}
	return "later"
}

// based reads the anchor after "a day before …", where it is written.
func (s *scanner) based(k int, o op, n int) (piece, int, bool) {
	if n == 0 {
		return piece{v: Value{Vague: unitNames[o.unit] + "s " + direction(s.norm(k))}}, k + 1, true
	}
	at := k + 1
	if s.norm(at) == "the" {
		at++
	}
	if b, end, ok := s.piece(at); ok && (b.hasDay() || b.v.Grain != None && o.unit > Weeks) && !b.op.event && b.op.base == nil && s.class(at) != count {
		if end < len(s.toks)+1 && !s.toks[end-1].Possessive() {
			for range 2 {
				if q, e, ok := s.extend(b, end); ok {
					b, end = q, e
				}
			}
		}
		if b.v.From == b.v.To && b.op.base == nil {
			o.base = &b
			return piece{op: o, baseFirst: at, baseLast: end}, end, true
		}
	}
	if b, first, end, ok := s.eventDate(k+1, o.unit); ok {
		o.base = &b
		return piece{op: o, baseFirst: first, baseLast: end}, end, true
	}
	// "the day before" at the end of a clause points back; before a noun the
	// noun is the anchor.
	if at < len(s.toks) && s.toks[k+1].Kind == text.Word {
		switch s.norm(k + 1) {
		case "and", "but", "when", "as", "in", "on", "at", "by", "with", "to", "was", "were", "had", "has":
		default:
			o.event = true
		}
	}
	return piece{op: o}, k + 1, true
}

// eventDate reads the date of what stands behind "a week after", from token k on: "the vote on
// April 12", "the fire in 2014".
func (s *scanner) eventDate(k int, u Unit) (b piece, first, end int, ok bool) {
	const reach = 6
	for at := k; at < min(k+reach, len(s.toks)) && s.toks[at].Kind == text.Word; at++ {
		if w := s.norm(at); w != "on" && w != "in" {
			continue
		}
		b, end, ok := s.piece(at + 1)
		if ok && b.op.need == nothing && b.v.From == b.v.To && !b.v.timed() && b.v.Near == Exact && (b.hasDay() && u <= Weeks || b.v.From.Year != 0 && u > Weeks) {
			return b, at + 1, end, !s.toks[end-1].Possessive()
		}
	}
	return piece{}, 0, 0, false
}

// unit reads a unit without a number: "the day before", "weeks later".
func (s *scanner) unit(i int) (piece, int, bool) {
	n := s.at[i].n
	if n < 0 {
		switch s.class(i - 1) {
		case count, numberly:
			return piece{}, 0, false
		}
		switch s.norm(i + 1) {
		case "later", "ago", "earlier", "before", "after", "afterwards", "afterward":
			return s.shifted(i+1, 0, Unit(-n))
		}
		return piece{}, 0, false
	}
	if s.norm(i-1) != "the" || Unit(n) < Days || Unit(n) > Years {
		return piece{}, 0, false
	}
	switch s.norm(i + 1) {
	case "before", "after":
		return s.shifted(i+1, 1, Unit(n))
	case "to", "ended", "ending":
		if Unit(n) == Years {
			return s.monthsTo(i, 1)
		}
	case "of":
		if Unit(n) == Weeks { // "the week of March 3"
			if p, j, ok := s.piece(i + 2); ok && p.v.Grain == Day && p.v.From == p.v.To && p.v.From.Month != 0 {
				p.v.To = addDays(p.v.From, 6)
				p.v.Grain = Week
				return p, j, true
			}
		}
	}
	return piece{}, 0, false
}

// monthsTo reads "months to 30 September", "months ended June 30", the unit at j.
func (s *scanner) monthsTo(j, n int) (piece, int, bool) {
	u, times, ok := s.unitAt(j)
	if !ok || times != 1 || u != Months && u != Years && u != Weeks {
		return piece{}, 0, false
	}
	switch s.norm(j + 1) {
	case "to", "ended", "ending", "through":
	default:
		return piece{}, 0, false
	}
	k := j + 2
	if s.norm(k) == "on" {
		k++
	}
	if s.norm(k) == "the" {
		k++
	}
	q, end, ok := s.piece(k)
	if !ok || q.op.need != nothing || q.v.From != q.v.To || q.v.From.Month == 0 || q.v.Grain != Day && q.v.Grain != Month {
		return piece{}, 0, false
	}
	last := q.v.To
	v := q.v
	switch u {
	case Weeks:
		if q.v.Grain != Day || n > 60 {
			return piece{}, 0, false
		}
		v.From = withWeekday(addDays(last, 1-7*n))
	default:
		if u == Years {
			n *= 12
		}
		if n > 120 {
			return piece{}, 0, false
		}
		v.From = addMonths(last, 1-n)
		if v.Grain == Day {
			if last.Day == monthDays(last.Year, last.Month) || last.Month == 2 && last.Day == 28 {
				v.From.Day = 1
			} else {
				v.From = addMonths(last, -n)
				v.From.Day = min(last.Day+1, monthDays(v.From.Year, v.From.Month))
			}
			v.From = withWeekday(v.From)
		}
		if v.Grain == Month || v.From.Day == 1 {
			v = wholeMonths(v)
		}
	}
	return piece{v: v}, end, true
}

// wholeMonths drops the days of a stretch that runs from the first to the last
// day of months.
func wholeMonths(v Value) Value {
	v.Grain = Month
	v.From = Point{Year: v.From.Year, Month: v.From.Month}
	v.To = Point{Year: v.To.Year, Month: v.To.Month}
	return v
}

// ordinal reads "third quarter", "first half of June", "first week of November",
// "first seven months of 2026", "nineteenth century", "fourth of July".
func (s *scanner) ordinal(i int) (piece, int, bool) {
	n := s.at[i].n
	if n <= 20 {
		if p, j, ok := s.centuryAt(i+1, n, true); ok {
			return p, j, ok
		}
		if s.norm(i+1) == "of" {
			if m, j, ok := s.monthName(i + 2); ok && s.class(i+2) == month {
				p := piece{v: single(Point{Month: m, Day: n}, Day)}
				return p, s.yearAfter(&p, j), true
			}
		}
	}
	return s.ofPeriod(i+1, n, true)
}

// centuryAt reads "century" at j after an ordinal.
func (s *scanner) centuryAt(j, n int, ok bool) (piece, int, bool) {
	if s.norm(j) == "-" {
		j++
	}
	if !ok || s.class(j) != century || n < 1 || n > 21 {
		return piece{}, 0, false
	}
	return piece{v: Value{From: Point{Year: (n-1)*100 + 1}, To: Point{Year: n * 100}, Grain: Century}}, j + 1, true
}

// ofPeriod reads what an ordinal n picks out of a longer period: the unit stands
// at j.
func (s *scanner) ofPeriod(j, n int, ok bool) (piece, int, bool) {
	if !ok {
		return piece{}, 0, false
	}
	if s.norm(j) == "-" {
		j++
	}
	many := 1
	if k, _, isNum := s.num(j); isNum && k > 0 && k <= 31 {
		many, j = k, j+1
	} else if s.class(j) == count && s.at[j].n > 0 {
		many, j = s.at[j].n, j+1
	} else if s.class(j) == count {
		many, j = 3, j+1
	}
	switch s.class(j) {
	case quarterWord:
		return s.quarter(j, n)
	case half:
		if n > 2 && n != lastOrdinal || s.norm(j+1) != "of" {
			return piece{}, 0, false
		}
		return s.slice(j+2, min(n, 2), 1, 0)
	case unit:
		u, _, _ := s.unitAt(j)
		if s.norm(j+1) != "of" || u < Days || u > Months {
			return piece{}, 0, false
		}
		if s.at[j].n < 0 && many == 1 && u == Days {
			many = 5
		}
		return s.slice(j+2, n, many, u)
	}
	return piece{}, 0, false
}

// quarter reads "third quarter", "third-quarter", "third quarter of 2024".
func (s *scanner) quarter(j, n int) (piece, int, bool) {
	if n == lastOrdinal {
		n = 4
	}
	if n > 4 || s.norm(j+1) == "-" || s.norm(j+1) == "final" {
		return piece{}, 0, false
	}
	p := piece{v: quarterValue(n)}
	k := j + 1
	if s.norm(k) == "of" && (s.norm(k+1) == "this" || s.norm(k+1) == "last" || s.norm(k+1) == "next" || s.norm(k+1) == "the") {
		if s.norm(k+1) == "the" && s.norm(k+2) == "year" {
			return p, k, true
		}
		return p, k, true
	}
	return p, s.yearAfter(&p, k), true
}

func quarterValue(n int) Value {
	return Value{From: Point{Month: 3*n - 2}, To: Point{Month: 3 * n}, Grain: Quarter}
}

// slice reads the period at j and cuts the n-th stretch of many units u out of
// it; u 0 is a half.
func (s *scanner) slice(j, n, many int, u Unit) (piece, int, bool) {
	if s.norm(j) == "the" {
		j++
	}
	var p piece
	var k int
	if y, digits, ok := s.num(j); ok && digits == 4 {
		p, k, ok = s.year(j, y, true)
		if !ok || p.v.Grain != Year {
			return piece{}, 0, false
		}
	} else if m, next, ok := s.monthName(j); ok {
		p = piece{v: single(Point{Month: m}, Month)}
		k = s.yearAfter(&p, next)
	} else if s.class(j) == season {
		p = piece{v: seasonValue(s.at[j].n)}
		k = s.yearAfter(&p, j+1)
		p.v = seasonYear(p.v)
	} else if s.class(j) == unit && s.norm(j) == "year" {
		p, k = piece{op: op{need: needYear}}, j+1
	} else if q, next, ok := s.turnYear(j); ok {
		p, k = q, next
	} else {
		return piece{}, 0, false
	}
	v, ok := cut(p.v, p.op.need == needYear, n, many, u)
	p.v = v
	return p, k, ok
}

// turnYear reads "this year", "last year", "next year" as the frame of a slice.
func (s *scanner) turnYear(j int) (piece, int, bool) {
	if s.class(j) != turn || s.norm(j+1) != "year" {
		return piece{}, 0, false
	}
	p, k, ok := s.turn(j)
	if !ok || p.op.need != needUnit {
		return piece{}, 0, false
	}
	p.op.need = needYear
	return p, k, true
}

// cut is the n-th stretch of many units of a period, counted from its end where
// n is lastOrdinal.
func cut(v Value, bare bool, n, many int, u Unit) (Value, bool) {
	switch {
	case v.Grain == Year || bare:
		y := v.From.Year
		size := many
		if u == 0 {
			size = 6
		} else if u != Months {
			return v, false
		}
		first := (n-1)*size + 1
		if n == lastOrdinal {
			first = 13 - size
		}
		if u == Months && n != 1 && n != lastOrdinal || first < 1 || first+size-1 > 12 {
			return v, false
		}
		g := Month
		if size == 6 {
			g = Half
		}
		return Value{From: Point{Year: y, Month: first}, To: Point{Year: y, Month: first + size - 1}, Grain: g}, true
	case v.Grain == Month:
		days := monthDays(v.From.Year, v.From.Month)
		size := many
		switch u {
		case 0:
			size = 15
			if n == 2 {
				return dayRange(v.From, 16, days), true
			}
		case Weeks:
			size = 7 * many
		case Days:
		default:
			return v, false
		}
		first := (n-1)*size + 1
		if n == lastOrdinal {
			first = days - size + 1
		}
		if first < 1 || first > days {
			return v, false
		}
		return dayRange(v.From, first, min(first+size-1, days)), true
	case v.Grain == Season && u == 0:
		v.Edge = Early
		if n == 2 {
			v.Edge = Late
		}
		return v, true
	}
	return v, false
}

func dayRange(p Point, first, last int) Value {
	from, to := p, p
	from.Day, to.Day = first, last
	return Value{From: withWeekday(from), To: withWeekday(to), Grain: Week}
}

// season reads a season that the words around it make one: "in the spring",
// "spring 2023", "since autumn", "winter of 2024".
func (s *scanner) season(i int) (piece, int, bool) {
	p := piece{v: seasonValue(s.at[i].n)}
	j := s.yearAfter(&p, i+1)
	p.v = seasonYear(p.v)
	if j > i+1 {
		return p, j, true
	}
	k := i - 1
	if s.norm(k) == "the" {
		k--
		switch s.norm(k) {
		case "in", "since", "by", "until", "till", "during", "through", "throughout", "from", "before", "after", "of", "over", "for":
		default:
			return piece{}, 0, false
		}
	} else {
		switch s.norm(k) {
		case "in", "since", "by", "until", "till", "during", "from":
			if s.norm(i) == "fall" {
				return piece{}, 0, false
			}
		default:
			return piece{}, 0, false
		}
	}
	if s.norm(j) == "of" && !(s.class(j+1) == turn && s.norm(j+2) == "year") { // "the fall of Kabul"
		return piece{}, 0, false
	}
	if s.lowerWord(j) && s.nounAfter(j) && s.class(j) == other && s.norm(k+1) == "the" && s.norm(i) == "fall" {
		return piece{}, 0, false
	}
	if s.norm(j) == "-" && s.glued(j) {
		return piece{}, 0, false
	}
	return p, j, true
}

// seasonValue is a northern season that begins in a month.
func seasonValue(first int) Value {
	return Value{From: Point{Month: first}, To: Point{Month: (first+1)%12 + 1}, Grain: Season}
}

// seasonYear lets a winter end in the year after the one it is named for.
func seasonYear(v Value) Value {
	if v.From.Year != 0 && v.From.Month == 12 {
		v.To.Year = v.From.Year + 1
	}
	return v
}

// year reads a year, "2024-25", "2019–2021" (by the range), "the 1990s". A bare
// number is a year where something makes it one, or is led to by the chain.
func (s *scanner) year(i, n int, led bool) (piece, int, bool) {
	if n < 1000 || n > 2199 {
		return piece{}, 0, false
	}
	j := i + 1
	if s.norm(j) == "s" && s.glued(j) || s.norm(j) == "'s" {
		if n%10 != 0 {
			return piece{}, 0, false
		}
		last := n + 9
		g := Decade
		if n%100 == 0 && n < 2000 {
			last, g = n+99, Century
		}
		return piece{v: Value{From: Point{Year: n}, To: Point{Year: last}, Grain: g}}, j + 1, true
	}
	if s.norm(j) == "-" || s.norm(j) == "–" || s.norm(j) == "/" {
		if m, digits, ok := s.num(j + 1); ok && s.glued(j) && s.glued(j+1) && digits == 2 && m > n%100 && (n >= 1800) {
			g := Year
			if m == n%100+1 {
				g = Fiscal
			}
			return piece{v: Value{From: Point{Year: n}, To: Point{Year: n - n%100 + m}, Grain: g}}, j + 2, true
		}
		if s.glued(j) && s.norm(j) == "-" && s.glued(j+1) && s.class(j+1) == other { // "2024-style"
			if !s.lowerWord(j+1) || s.class(j+1) == other && s.norm(j+1) != "built" {
				return piece{}, 0, false
			}
		}
	}
	if s.glued(j) && j < len(s.toks) && s.toks[j].Kind != text.Mark {
		return piece{}, 0, false
	}
	p := piece{v: single(Point{Year: n}, Year)}
	return p, j, !s.countedAfter(i) && (led || s.yearAlone(i, n))
}

// yearAlone reports whether the words before a four-digit number make it a year.
func (s *scanner) yearAlone(i, n int) bool {
	prev := s.norm(i - 1)
	switch prev {
	case "in", "since", "by", "from", "until", "till", "before", "after", "during", "through", "throughout", "circa",
		"and", "or", "to", "than", "around", "between", "for", "of", "early", "late", "mid", "starting", "beginning":
		return n >= 1500 && n <= 2150 || (prev == "in" || prev == "since") && n >= 1000
	case "(", "-", "–", "—", "the", ",", "a", "an", ":", "/", "his", "her", "its", "their", "our", "'s", "this", "that", "both", "at", "on":
		if prev == "-" && s.glued(i) && s.lowerWord(i-2) && s.class(i-2) == other && s.norm(i-2) != "post" && s.norm(i-2) != "pre" {
			return false
		}
		return n >= 1800 && n <= 2100
	}
	if i == 0 {
		return n >= 1900 && n <= 2100
	}
	if s.toks[i-1].Possessive() {
		return n >= 1800 && n <= 2100
	}
	// "Flight 2019" and "Agenda 2030" are names.
	if s.upper(i-1) || s.toks[i-1].Kind != text.Word || s.glued(i) {
		return false
	}
	return n >= 1900 && n <= 2099 && n%100 != 0
}

// shortYear reads "in '87", of the twentieth century from '30 on.
func (s *scanner) shortYear(i, n, digits int) (piece, int, bool) {
	if digits != 2 || !s.glued(i) || s.glued(i+1) && s.toks[i+1].Kind != text.Mark {
		return piece{}, 0, false
	}
	switch s.norm(i - 1) {
	case "'", "’", "‘":
	default:
		return piece{}, 0, false
	}
	switch s.norm(i - 2) {
	case "in", "since", "of", "from", "until", "before", "after", "by", "and", "to":
	default:
		return piece{}, 0, false
	}
	y := 1900 + n
	if n < 30 {
		y += 100
	}
	return piece{v: single(Point{Year: y}, Year)}, i + 1, true
}

// shortDecade reads "'90s", "mid-90s" after an apostrophe or a "the".
func (s *scanner) shortDecade(i, n int) (piece, int, bool) {
	if n%10 != 0 || n < 10 || !s.glued(i+1) || s.norm(i+1) != "s" {
		return piece{}, 0, false
	}
	switch s.norm(i - 1) {
	case "'", "’", "‘":
	default:
		return piece{}, 0, false
	}
	return piece{v: decade(n)}, i + 2, true
}

// decade is the decade of a number of tens, of the twentieth century from the
// thirties on.
func decade(tens int) Value {
	y := 1900 + tens
	if tens < 30 {
		y += 100
	}
	return Value{From: Point{Year: y}, To: Point{Year: y + 9}, Grain: Decade}
}

// decadeWord reads "the nineties", but not the age of somebody.
func (s *scanner) decadeWord(i int) (piece, int, bool) {
	k := i - 1
	switch s.norm(k) {
	case "early", "mid", "late", "-":
		k--
	}
	if s.norm(k) == "-" || s.norm(k) == "mid" {
		k--
	}
	if s.norm(k) != "the" {
		return piece{}, 0, false
	}
	switch s.norm(k - 1) {
	case "in", "since", "of", "during", "from", "until", "through", "throughout":
		v := decade(s.at[i].n)
		if s.at[i].n == 20 {
			v = Value{From: Point{Year: 1920}, To: Point{Year: 1929}, Grain: Decade}
		}
		return piece{v: v}, i + 1, true
	}
	return piece{}, 0, false
}

// dayAlone reads "on the 14th" at the end of a clause.
func (s *scanner) dayAlone(i, n int) (piece, int, bool) {
	j := s.suffix(i)
	if n < 1 || n > 31 || j == i+1 || s.norm(i-1) != "the" || s.norm(i-2) != "on" && s.norm(i-2) != "by" && s.norm(i-2) != "until" {
		return piece{}, 0, false
	}
	if j < len(s.toks) && (s.toks[j].Kind != text.Mark || s.isDash(j)) {
		return piece{}, 0, false
	}
	return piece{v: single(Point{Day: n}, Day)}, j, true
}

// code reads "Q3", "Q3 2024", "H1 2025".
func (s *scanner) code(i int) (piece, int, bool) {
	n := s.at[i].n
	p := piece{v: quarterValue(min(n, 4))}
	if n > 4 {
		n -= 4
		p.v = Value{From: Point{Month: 6*n - 5}, To: Point{Month: 6 * n}, Grain: Half}
	}
	return p, s.yearAfter(&p, i+1), s.upper(i)
}

// fiscal reads "fiscal 2025", "fiscal year 2024-25".
func (s *scanner) fiscal(i int) (piece, int, bool) {
	j := i + 1
	if s.norm(j) == "year" {
		j++
	}
	n, digits, ok := s.num(j)
	if !ok || digits != 4 {
		return piece{}, 0, false
	}
	p, k, ok := s.year(j, n, true)
	p.v.Grain = Fiscal
	return p, k, ok
}

// dateless reads "indefinitely", "until further notice" and, of what takes
// effect, "immediately".
func (s *scanner) dateless(i int) (piece, int, bool) {
	switch s.norm(i) {
	case "indefinitely":
		return piece{v: Value{Vague: "indefinitely"}}, i + 1, true
	case "further":
		if s.norm(i+1) == "notice" && (s.norm(i-1) == "until" || s.norm(i-1) == "till") {
			return piece{v: Value{Vague: "indefinitely"}}, i + 2, true
		}
	case "immediate":
		if s.norm(i+1) == "effect" && s.norm(i-1) == "with" {
			return piece{op: op{need: needEffect, told: true}}, i + 2, true
		}
	case "immediately":
		switch s.norm(i - 1) {
		case "effect", "effective", "force":
			return piece{op: op{need: needEffect, told: true}}, i + 1, true
		}
	}
	return piece{}, 0, false
}

// holiday reads the holidays with a fixed date.
func (s *scanner) holiday(i int) (piece, int, bool) {
	if !s.upper(i) {
		return piece{}, 0, false
	}
	n, j := s.at[i].n, i+1
	about := false // "over Christmas" is no single day
	switch s.norm(i) {
	case "new":
		if s.norm(j) != "year" || !s.upper(j) {
			return piece{}, 0, false
		}
		j++
		switch s.norm(j) {
		case "eve":
			n, j = 1231, j+1
		case "day":
			j++
		default:
			if !s.toks[j-1].Possessive() {
				return piece{}, 0, false
			}
		}
	case "christmas", "xmas":
		switch s.norm(j) {
		case "eve":
			n, j = 1224, j+1
		case "day":
			j++
		default:
			if s.upper(j) && s.class(j) == other || !preposition(s.norm(i-1)) {
				return piece{}, 0, false
			}
			about = true
		}
	case "boxing", "valentine", "patrick", "bastille", "veterans", "armistice":
		switch {
		case s.norm(j) == "day" && s.upper(j):
			j++
		case s.norm(i) == "valentine" && s.norm(j) == "night": // the part of the day is read on its own
		default:
			return piece{}, 0, false
		}
	}
	p := piece{v: single(Point{Month: n / 100, Day: n % 100}, Day)}
	if about {
		p.v.Near = Around
	}
	return p, s.yearAfter(&p, j), true
}
