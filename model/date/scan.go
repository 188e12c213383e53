package date

// From the tokens of a claim to drafts: values as written, with what is still to
// be resolved. An expression is a chain of pieces ("shortly after 9 a.m." "on"
// "Tuesday" "," "March 4"); the pieces are read in piece.go and hour.go.

import (
	"strings"

	"doubletake/model"
	"doubletake/model/text"
)

// need is what a piece leaves to the resolver.
type need uint8

const (
	nothing     need = iota
	needShift        // n units from the anchor
	needUnit         // this, last or next unit: n -1, 0, 1
	needWeekend      // this, last or next weekend
	needSeason       // this, last or next season; its first month is in the value
	needMonth        // last August
	needYear         // "March last year": only the year is missing
	needWeekday      // last, this or next Friday
	needWeek         // "Friday last week"
	needEffect       // "takes effect immediately": the last date told
	needQuarter      // "the end of the quarter": the last quarter told
)

type op struct {
	need need
	n    int
	unit Unit
	told bool // the anchor is the last date told, not the article's date
	// event is set where the words name what the anchor is ("a day before the
	// vote"); the last date told may be that of something else.
	event bool
	base  *piece // the date the anchor is ("a day before January 18"); nil where not written
}

// piece is one part of an expression, or the whole of it.
type piece struct {
	v  Value
	op op
	// baseFirst and baseLast are the tokens of op.base.
	baseFirst, baseLast int
	// date and time are the tokens that give the one and the other, last
	// exclusive; empty where one piece gives both.
	date, time [2]int
}

// mark notes which tokens of a fresh piece give its date and its time.
func (p *piece) mark(first, last int) {
	switch timed, dated := p.v.timed(), p.dated(); {
	case timed && !dated:
		p.time = [2]int{first, last}
	case dated && !timed:
		p.date = [2]int{first, last}
	}
}

// union is the range of tokens from one to another; an empty one is left out.
func union(a, b [2]int) [2]int {
	switch {
	case a[1] == 0:
		return b
	case b[1] == 0:
		return a
	}
	return [2]int{min(a[0], b[0]), max(a[1], b[1])}
}

func (p piece) hasDay() bool {
	return p.v.From.Day != 0 || p.v.From.Weekday != 0 || p.op.dayish()
}

// dayish reports whether the resolved expression will be a day.
func (o op) dayish() bool {
	switch o.need {
	case needShift, needUnit:
		return o.unit == Days
	case needWeekday, needEffect:
		return true
	}
	return false
}

func (p piece) dated() bool {
	return p.v.Grain != None || p.op.need != nothing || p.v.From.Weekday != 0
}

// draft is an expression before it is resolved.
type draft struct {
	piece
	claim       model.ClaimIndex
	span        model.Span
	first, last int // tokens, last exclusive
	future      bool
	turnedBack  bool       // "last weekend"
	opens       bool       // stands where a dateline has its date
	baseSpan    model.Span // of op.base
	dateSpan    model.Span
	timeSpan    model.Span
	masthead    bool   // the claim holds little but the date
	clause      bool   // the words stand in apposition to the date just before them
	plain       string // the words in lower case, for a relative one that stays unresolved
}

// scanner walks the tokens of one claim at a time.
type scanner struct {
	words  *lexiconData
	toks   []text.Token
	at     []word // the class of each token of toks
	drafts []draft
	dotted bool // the article writes times as "8.40am"
}

func (s *scanner) claim(c model.ClaimIndex, toks []text.Token) {
	s.toks = toks
	s.at = s.at[:0]
	any := false
	for i := range toks {
		w := s.words.of(&toks[i])
		any = any || (w.class != other && w.class != count)
		s.at = append(s.at, w)
	}
	if !any {
		return
	}
	for i := 0; i < len(toks); {
		if s.at[i].class == other {
			i++
			continue
		}
		p, end, ok := s.expression(i)
		if !ok || end <= i {
			i++
			continue
		}
		s.finish(c, p, i, end)
		i = end
	}
}

// class, norm, num and glued read a token; out of range they are zero.
func (s *scanner) class(i int) class {
	if i < 0 || i >= len(s.at) {
		return other
	}
	return s.at[i].class
}

func (s *scanner) norm(i int) string {
	if i < 0 || i >= len(s.toks) {
		return ""
	}
	return s.toks[i].Norm
}

func (s *scanner) glued(i int) bool { return i > 0 && i < len(s.toks) && s.toks[i].Glued }

// num is the value of a plain number token of at most four digits.
func (s *scanner) num(i int) (n, digits int, ok bool) {
	if s.class(i) != numberly {
		return 0, 0, false
	}
	return digitsOf(s.toks[i].Text)
}

func digitsOf(t string) (n, digits int, ok bool) {
	if len(t) == 0 || len(t) > 4 {
		return 0, 0, false
	}
	for i := range len(t) {
		if t[i] < '0' || t[i] > '9' {
			return 0, 0, false
		}
		n = n*10 + int(t[i]-'0')
	}
	return n, len(t), true
}

// isDash reports whether a token is a hyphen or a dash of a range.
func (s *scanner) isDash(i int) bool {
	switch s.norm(i) {
	case "-", "–", "‑", "−":
		return true
	}
	return false
}

func (s *scanner) upper(i int) bool { return i >= 0 && i < len(s.toks) && s.toks[i].Upper() }

// lowerWord reports whether a token is a word without a capital.
func (s *scanner) lowerWord(i int) bool {
	return i >= 0 && i < len(s.toks) && s.toks[i].Kind == text.Word && !s.toks[i].Upper()
}

// expression reads the longest expression that begins at token i.
func (s *scanner) expression(i int) (piece, int, bool) {
	p, j, ok := s.piece(i)
	if !ok {
		return piece{}, 0, false
	}
	p.mark(i, j)
	for range 6 {
		q, k, ok := s.extend(p, j)
		if !ok {
			break
		}
		p, j = q, k
	}
	if q, k, ok := s.stretch(p, i, j); ok {
		p, j = q, k
	}
	if !s.alone(p, i, j) {
		return piece{}, 0, false
	}
	return p, j, true
}

// extend joins the piece that follows p, over the little words that may stand
// between the two.
func (s *scanner) extend(p piece, j int) (piece, int, bool) {
	k := j
	comma, in, of, article := false, false, false, false
	near := Exact
skip:
	for range 6 {
		switch s.norm(k) {
		case ",":
			comma = true
		case "on", "at":
		case "in":
			in = true
		case "of":
			of = true
		case "the", "a", "day":
			article = true
		case "around", "about", "approximately", "roughly":
			near = Around
		case "shortly", "just", "soon", "minutes", "moments":
			switch s.norm(k + 1) {
			case "after":
				near = JustAfter
			case "before":
				near = JustBefore
			default:
				break skip
			}
			k++
		case "(":
			return s.bracket(p, k)
		default:
			break skip
		}
		k++
	}
	if comma && (in || of) {
		return piece{}, 0, false
	}
	q, end, ok := s.piece(k)
	if !ok {
		return piece{}, 0, false
	}
	if comma && q.v.Clock.Known && !q.dated() && s.dayAt(end) {
		return piece{}, 0, false // "last night, at 2pm yesterday"
	}
	link := joint{comma: comma, in: in, of: of, article: article, bare: k == j}
	out, ok := join(p, q, link)
	if !ok {
		return piece{}, 0, false
	}
	q.mark(k, end)
	out.date, out.time = union(p.date, q.date), union(p.time, q.time)
	if near != Exact {
		if !q.v.Clock.Known || out.v.Near != Exact {
			return piece{}, 0, false
		}
		out.v.Near = near
	}
	return out, end, true
}

// dayAt reports whether a day follows at token k: "yesterday", "on Tuesday".
func (s *scanner) dayAt(k int) bool {
	if s.norm(k) == "on" {
		k++
	}
	switch s.class(k) {
	case weekday, deictic, month, monthShort:
		return true
	}
	return false
}

// joint is what stands between two pieces.
type joint struct{ comma, in, of, article, bare bool }

// join merges two neighbouring pieces; ok is false where they do not belong to
// one expression.
func join(p, q piece, l joint) (out piece, ok bool) {
	switch {
	case p.op.need != nothing && q.op.need != nothing && !(q.op.need == needUnit && q.op.unit == Years),
		p.v.From != p.v.To && !(q.op.need == needUnit && q.op.unit == Years) || q.v.From != q.v.To && p.dated():
		return piece{}, false
	case q.v.Clock.Known && !q.dated():
		// "Tuesday at 9 p.m.", "yesterday, 14:00 GMT"
		if p.v.timed() && !(p.v.Part != AnyTime && !p.v.Clock.Known && p.hasDay()) || !p.hasDay() || l.of || l.in {
			return piece{}, false
		}
		q.v = q.v.halfOf(p.v.Part)
		if p.v.Part != AnyTime && spansOf(p.v, q.v).rel == Incompatible {
			return piece{}, false
		}
		out = p
		out.v.Clock, out.v.Until, out.v.Near = q.v.Clock, q.v.Until, q.v.Near
		out.v.Part = AnyTime
		return out, true
	case q.v.Part != AnyTime && !q.dated() && !q.v.Clock.Known:
		// "Tuesday morning", "Tuesday in the evening"
		if !p.hasDay() || l.comma || l.of {
			return piece{}, false
		}
		out = p
		if p.v.timed() { // "10 p.m. on Saturday night" says one thing twice
			out.v = out.v.halfOf(q.v.Part)
			p.v = out.v
			return out, p.v.Clock.Known && l.bare && spansOf(p.v, q.v).rel != Incompatible
		}
		out.v.Part = q.v.Part
		return out, true
	case p.v.timed() && !p.dated():
		// "2.30 am on Tuesday", "the evening of February 11", "noon today"
		if !q.hasDay() || q.v.timed() && p.v.Clock.Known && q.v.Clock.Known || l.in {
			return piece{}, false
		}
		out = q
		p.v = p.v.halfOf(q.v.Part)
		clock := out.v.Clock
		out.v.Clock, out.v.Until, out.v.Near, out.v.Part = p.v.Clock, p.v.Until, p.v.Near, p.v.Part
		if clock.Known {
			out.v.Clock, out.v.Part = clock, AnyTime
		}
		return out, true
	}
	return joinDates(p, q, l)
}

// joinDates merges two pieces that both say something about the date.
func joinDates(p, q piece, l joint) (out piece, ok bool) {
	out = p
	switch {
	case q.op.need == needUnit && q.op.unit == Years && q.v.Edge == Whole && p.op.need == nothing:
		// "May next year", "the summer of last year"
		if p.v.Grain == None || p.v.Grain > Half || p.v.From.Year != 0 || p.v.From.Month == 0 || q.op.told {
			return piece{}, false
		}
		out.op = q.op
		out.op.need = needYear
		return out, true
	case q.op.need == needUnit && q.op.unit == Weeks && p.op.need == nothing:
		// "Friday last week"
		if p.v.From.Weekday == 0 || p.v.From.Month != 0 || l.comma {
			return piece{}, false
		}
		out.op = q.op
		out.op.need = needWeek
		return out, true
	case q.op.need != nothing:
		return piece{}, false
	case p.v.From.Month == 0 && p.v.From.Weekday != 0 && p.v.From.Year == 0 && q.v.From.Month != 0 && q.v.Grain <= Month:
		// "Tuesday, March 4"; "a Tuesday morning in October 2023"
		if q.v.From.Weekday != 0 && q.v.From.Year == 0 || q.v.Edge != Whole || q.v.From.Day == 0 && !l.in || q.v.From.Day != 0 && (l.in || l.of) ||
			p.v.timed() && q.v.timed() || p.op.need != nothing && p.op.need != needWeekday {
			return piece{}, false
		}
		out.op = op{}
		out.v.Grain = q.v.Grain
		w := p.v.From.Weekday
		out.v.From, out.v.To = q.v.From, q.v.To
		if q.v.timed() {
			out.v.Clock, out.v.Until, out.v.Part, out.v.Near = q.v.Clock, q.v.Until, q.v.Part, q.v.Near
		}
		if q.v.From.Day != 0 {
			out.v.From.Weekday, out.v.To.Weekday = w, w
		}
		return out, true
	case p.v.From.Day != 0 && p.v.From.Weekday == 0 && q.v.From.Weekday != 0 && q.v.From.Month == 0 && l.comma && l.article:
		// "October 3, a Friday"
		out.v.From.Weekday, out.v.To.Weekday = q.v.From.Weekday, q.v.From.Weekday
		return out, !q.v.timed()
	}
	return piece{}, false
}

// bracket reads a time in a second zone: "6:40 a.m. (0640 GMT)". The two say
// what the first clock's zone is.
func (s *scanner) bracket(p piece, k int) (piece, int, bool) {
	q, end, ok := s.piece(k + 1)
	if ok && s.norm(end) == ")" && p.v.Kind() == Weekday && q.v.Kind() == Calendar && q.v.Grain == Day && p.op.need == nothing && q.op.need == nothing {
		// "Wednesday (19 November)"
		out, ok := joinDates(p, q, joint{comma: true})
		out.date, out.time = [2]int{p.date[0], end + 1}, p.time
		return out, end + 1, ok
	}
	if !p.v.Clock.Known || p.v.Clock.Zone != "" && !p.v.Clock.local() {
		return piece{}, 0, false
	}
	if !ok || !q.v.Clock.Known || q.dated() || s.norm(end) != ")" {
		return piece{}, 0, false
	}
	off, ok := q.v.Clock.Offsets.Only()
	if !ok || q.v.Clock.Zone == "" {
		return piece{}, 0, false
	}
	d := minutes(p.v.Clock) - minutes(q.v.Clock) + off
	var set Offsets
	for _, o := range [...]int{d - 1440, d, d + 1440} {
		set |= offsets(o)
	}
	if set == 0 {
		return piece{}, 0, false
	}
	p.v.Clock.Zone, p.v.Clock.Offsets = localTime, set
	p.time[1] = end + 1
	return p, end + 1, true
}

func minutes(c Clock) int { return c.Hour*60 + c.Minute }

// stretch reads the second half of a range whose first half is p, tokens i to j.
func (s *scanner) stretch(p piece, i, j int) (piece, int, bool) {
	if p.op.need != nothing || p.v.From != p.v.To {
		return piece{}, 0, false
	}
	from := s.norm(i-1) == "from" || s.norm(i-1) == "between" || s.norm(i-2) == "from" || s.norm(i-2) == "between"
	switch s.norm(j) {
	case "-", "–", "through", "thru":
	case "to", "until", "till":
		if s.moved(i) {
			return piece{}, 0, false
		}
	case "and":
		if s.norm(i-1) != "between" && s.norm(i-2) != "between" {
			return piece{}, 0, false
		}
	default:
		return piece{}, 0, false
	}
	k := j + 1
	if s.norm(k) == "the" {
		k++
	}
	q, end, ok := s.piece(k)
	if !ok {
		return piece{}, 0, false
	}
	for range 4 {
		r, e, ok := s.extend(q, end)
		if !ok {
			break
		}
		q, end = r, e
	}
	if q.op.need != nothing || q.v.From != q.v.To {
		return piece{}, 0, false
	}
	out, ok := span(p, q, from || !s.isDash(j))
	return out, end, ok
}

// span is the range from one piece to another of the same sort.
func span(p, q piece, worded bool) (piece, bool) {
	out := p
	switch {
	case p.v.Clock.Known && q.v.Clock.Known && (!q.dated() || !p.dated() || p.v.From == q.v.From):
		if p.v.Until.Known || q.v.Until.Known {
			return piece{}, false
		}
		if !p.dated() {
			out.v.From, out.v.To, out.v.Grain, out.op = q.v.From, q.v.To, q.v.Grain, q.op
		}
		out.v.Until = q.v.Clock
		if out.v.Clock.Zone == "" {
			out.v.Clock.Zone, out.v.Clock.Offsets = q.v.Clock.Zone, q.v.Clock.Offsets
		}
		return out, true
	case p.v.timed() || q.v.timed() || p.v.Grain != q.v.Grain || p.v.Grain == None:
		return piece{}, false
	case p.v.From.Month == 0 && p.v.From.Year == 0: // weekdays
		if q.v.From.Month != 0 || q.v.From.Year != 0 {
			return piece{}, false
		}
	case p.v.From.Year == 0 && q.v.From.Year != 0:
		out.v.From.Year = q.v.From.Year
		if p.v.From.Month > q.v.From.Month {
			out.v.From.Year--
		}
	case p.v.From.Year != 0 && q.v.From.Year == 0:
		q.v.From.Year = p.v.From.Year
	}
	if out.v.Grain == Year && q.v.From.Year <= p.v.From.Year {
		return piece{}, false
	}
	if out.v.Grain != Day && out.v.Grain != Month && out.v.Grain != Year && !worded {
		return piece{}, false
	}
	out.v.To = q.v.From
	out.v.From, out.v.To = withWeekday(out.v.From), withWeekday(out.v.To)
	if out.v.Edge == Whole && q.v.Edge != Whole {
		return piece{}, false
	}
	return out, true
}

// moved reports whether the words before token i say that a date was changed:
// "moved from Tuesday to Thursday" is two dates and no range.
func (s *scanner) moved(i int) bool {
	for k := i - 1; k >= 0 && k >= i-8; k-- {
		switch s.norm(k) {
		case "moved", "move", "moving", "postponed", "postpone", "delayed", "delay", "delaying", "rescheduled", "pushed", "brought", "shifted",
			"changed", "changing", "revised", "put", "extended", "extend", "slipped", "adjourned":
			return true
		}
	}
	return false
}

// articled reports whether a "the" before a piece belongs to it, so that the
// preposition before the "the" is its own: "since the autumn", "by the end of".
func (p piece) articled() bool {
	switch p.op.need {
	case needUnit, needQuarter, needShift, needWeekend, needSeason:
		return true
	}
	return p.v.Edge != Whole || p.v.Grain == Season || p.v.Grain >= Decade || p.v.Part == Dawn
}

// finish looks at the words before an expression for its bound and vagueness,
// and keeps it as a draft.
func (s *scanner) finish(c model.ClaimIndex, p piece, first, last int) {
	// lowest keeps the words before an expression out of the one before that.
	lowest := 0
	if n := len(s.drafts); n > 0 && s.drafts[n-1].claim == c {
		lowest = s.drafts[n-1].last
	}
	k := first - 1
	if s.norm(k) == "the" && p.articled() {
		k--
	}
	begin := first
	if b, n, ok := s.around(k, p); ok {
		p.v.Near, begin = b, n
		k = n - 1
		if s.norm(k) == "at" {
			k--
		}
	}
	if b, n := s.moreThan(first-1, p); b != In {
		p.v.Near, p.v.Bound, begin = Exact, b, n
	} else if b := s.bound(k, p, last); b != In {
		p.v.Bound, begin = b, k
		if s.norm(k) == "than" {
			begin = k - 2
		}
	}
	begin = max(begin, lowest)
	d := draft{piece: p, claim: c, first: begin, last: last}
	d.span = s.span([2]int{begin, last})
	if p.date[1] != 0 && p.time[1] != 0 {
		if p.time[0] == first {
			p.time[0] = begin
		}
		d.dateSpan, d.timeSpan = s.span(p.date), s.span(p.time)
	}
	d.future = s.future(begin, last, p)
	if p.v.Bound == Before && p.v.timed() && !d.future && s.denied(begin, lowest) {
		d.v.Bound = Since // "heard nothing before 6:25"
	}
	d.clause = lowest > 0 && p.op.event && (first == lowest || first == lowest+1 && s.norm(lowest) == ",")
	d.turnedBack = s.class(first) == turn && s.at[first].n == turnLast
	d.opens = s.opens(first, last)
	d.masthead = c < mastheads && s.masthead(first, last)
	if p.op.base != nil {
		d.baseSpan = s.span([2]int{p.baseFirst, p.baseLast})
	}
	if p.op.need != nothing || p.v.Grain == None && p.v.Vague == "" || p.v.From.Day != 0 && p.v.From.Month == 0 {
		d.plain = s.wording(first, last)
	}
	s.drafts = append(s.drafts, d)
}

// denied reports a word of negation shortly before token i, and not before token from.
func (s *scanner) denied(i, from int) bool {
	const reach = 5
	for k := i - 1; k >= max(from, i-reach); k-- {
		switch s.norm(k) {
		case "nothing", "not", "no", "never", "nobody", "none", "didn't", "neither", "nor", "hardly", "barely":
			return s.norm(k+1) != "long"
		case ",", ";", ":":
			return false
		}
	}
	return false
}

// span is where a range of tokens stands, without a possessive ending.
func (s *scanner) span(r [2]int) model.Span {
	out := model.Span{Start: s.toks[r[0]].Span.Start, End: s.toks[r[1]-1].Span.End}
	if t := s.toks[r[1]-1]; t.Possessive() {
		out.End = t.Span.Start + possessive(t.Text)
	}
	return out
}

// mastheads is how many claims at the head of an article may be its masthead.
const mastheads = 4

// masthead reports whether a claim is little but the date in tokens first to
// last: no sentence, and at most two words without a capital.
func (s *scanner) masthead(first, last int) bool {
	const most = 24
	n := len(s.toks)
	if n > most || n == 0 {
		return false
	}
	switch s.norm(n - 1) {
	case ".", "!", "?", "”", "\"":
		return false
	}
	lower := 0
	for k := range n {
		if (k < first || k >= last) && s.lowerWord(k) && s.class(k) != meridiem {
			lower++
		}
	}
	return lower <= 2
}

// opens reports whether tokens first to last stand where a dateline has its
// date: after a place, before a bracket, dash or full stop.
func (s *scanner) opens(first, last int) bool {
	switch s.norm(last) {
	case "(", "—", "–", "-", ".", ":", "/":
	default:
		return false
	}
	for k := range first {
		if s.toks[k].Kind == text.Word && !s.toks[k].Upper() {
			return false
		}
	}
	return true
}

// possessive is the length of a word without its 's.
func possessive(t string) int {
	for i := len(t) - 1; i > 0; i-- {
		if t[i] == '\'' {
			return i
		}
		if i >= 2 && t[i-2:i+1] == "’" {
			return i - 2
		}
	}
	return len(t)
}

// wording is the expression in lower case, single spaces.
func (s *scanner) wording(first, last int) string {
	if last-first == 1 {
		return s.norm(first)
	}
	n := 0
	for k := first; k < last; k++ {
		n += len(s.norm(k)) + 1
	}
	b := make([]byte, 0, n)
	for k := first; k < last; k++ {
		if k > first && !s.glued(k) {
			b = append(b, ' ')
		}
		b = append(b, s.norm(k)...)
	}
	return string(b)
}

// around reads "around", "shortly after" and the like that end at token k.
func (s *scanner) around(k int, p piece) (near Near, begin int, ok bool) {
	if p.v.Near != Exact {
		return Exact, 0, false
	}
	switch s.norm(k) {
	case "around", "about", "roughly", "approximately", "circa", "some", "nearly", "almost", "maybe", "perhaps":
		if s.norm(k) == "some" && p.op.need != needShift {
			return Exact, 0, false
		}
		return Around, k, true
	case "than":
		if p.op.need == needShift && (s.norm(k-1) == "more" || s.norm(k-1) == "less") {
			return Around, k - 1, true
		}
	case "towards", "toward":
		return Around, k, p.v.Clock.Known
	case "past", "gone":
		return JustAfter, k, p.v.Clock.Known
	case "after", "before":
		near = JustAfter
		if s.norm(k) == "before" {
			near = JustBefore
		}
		switch s.norm(k - 1) {
		case "shortly", "just", "soon", "minutes", "moments":
			if p.v.Clock.Known || p.v.Part == Midnight || p.v.Part == Dawn || p.v.Part == Dusk {
				return near, k - 1, true
			}
		}
	}
	return Exact, 0, false
}

// moreThan reads "more than", "over" and "less than" before what is counted back in days or
// longer units, which ends at token k: a limit on this side or the other.
func (s *scanner) moreThan(k int, p piece) (b Bound, begin int) {
	if p.op.need != needShift || p.op.unit < Days || p.op.n >= 0 || p.op.told {
		return In, k
	}
	switch w := s.norm(k); {
	case w == "over":
		b, begin = Before, k
	case w == "than" && s.norm(k-1) == "more":
		b, begin = Before, k-1
	case w == "under":
		b, begin = After, k
	case w == "than" && (s.norm(k-1) == "less" || s.norm(k-1) == "fewer"):
		b, begin = After, k-1
	default:
		return In, k
	}
	switch s.norm(begin - 1) {
	case "handed", "turned", "taken", "took", "takes", "signed", "passed", "moved", "crossed", "came", "went", "knocked", "ran", "fell", "started", "begun", "began":
		if s.norm(k) == "over" {
			return In, k // "it was handed over two years ago"
		}
	}
	if w := s.norm(begin - 1); w == "just" || w == "little" || w == "slightly" {
		return In, k
	}
	return b, begin
}

// bound reads the preposition that ends at token k.
func (s *scanner) bound(k int, p piece, last int) Bound {
	if s.toks[last-1].Possessive() || p.v.Vague != "" {
		return In
	}
	if p.op.need == needShift && (p.op.n != 0 || p.op.unit <= Hours) { // "up from a year earlier"
		switch s.norm(k) {
		case "since", "until":
		default:
			return In
		}
	}
	if s.norm(k) == "on" || s.norm(k) == "at" {
		k--
	}
	switch s.norm(k) {
	case "since":
		return Since
	case "from", "starting", "beginning":
		if p.v.From != p.v.To || p.v.Until.Known {
			return In
		}
		return Since
	case "until", "till", "through":
		return Until
	case "by":
		return By
	case "before":
		return Before
	case "after":
		return After
	case "than":
		if s.norm(k-1) == "later" && s.norm(k-2) == "no" {
			return By
		}
	}
	return In
}

// future reports whether the words around an expression speak of what is to
// come, which decides on which side of the article's date a weekday lies.
func (s *scanner) future(first, last int, p piece) bool {
	for k := first - 1; k >= 0 && k >= first-12; k-- {
		if s.class(k) == month { // "May" is no "may"
			continue
		}
		switch s.norm(k) {
		case "would":
			if s.norm(k+1) != "not" && s.norm(k+1) != "have" {
				return true
			}
		case "will", "shall", "won't", "wouldn't", "'ll", "expected", "expects", "expect", "scheduled", "due", "plans", "planned",
			"planning", "set", "tomorrow", "next", "coming", "slated", "hopes", "intends", "aims", "forecast", "awaited",
			"may", "should", "must", "going", "upcoming":
			return true
		case "said", "was", "were", "had", "has", "did", "killed", "told", "announced", "struck", "began", "came", "opened", "since",
			"died", "hit", "reported", "took", "ended", "could":
			if s.norm(k-1) != "be" && s.norm(k-1) != "to" {
				return false
			}
		case "is", "are":
			if s.norm(k+1) == "to" {
				return true
			}
		case "stay", "remain":
			return true
		case ";", ".":
			k = -1
		}
	}
	for k := last; k < len(s.toks) && k < last+6; k++ {
		switch s.norm(k) {
		case "will", "shall", "won't":
			return true
		case ",":
			if first > 2 {
				k = len(s.toks)
			}
		case ".", ";":
			k = len(s.toks)
		}
	}
	return p.v.Bound == Until || p.v.Bound == By && first > opens && !s.past(first)
}

// opens is how many words into a stretch a limit at its beginning may stand: "By Monday night
// they found 40."
const opens = 2

// past reports whether a word that may be the past form of a verb stands in the same sentence
// before token first: "had been found by Monday", "rose by Monday".
func (s *scanner) past(first int) bool {
	for k := first - 1; k >= 0; k-- {
		switch n := s.norm(k); {
		case n == "." || n == ";":
			return false
		case strings.HasSuffix(n, "ed"), text.Irregular(n):
			return true
		}
	}
	return false
}
