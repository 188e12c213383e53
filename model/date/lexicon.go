package date

// The words that can begin or continue a time expression. The lists are our own,
// of general English; the fixed holidays are those of the English-speaking press.

import (
	"sync"

	"doubletake/model/text"
)

// class is what a word can do in a time expression.
type class uint8

const (
	other        class = iota
	month              // n 1–12
	monthShort         // "Nov", "Sept": only beside a number
	weekday            // n 1–7
	weekdayShort       // "Tue", "Sat": only beside a date
	part               // n a Part
	hourWord           // noon, midnight: n minutes
	unit               // n a Unit, negative in the plural
	season             // n the first month
	deictic            // today, yesterday: n days from the article's date
	turn               // last, next, this …: n an entry of turns
	edge               // n an Edge
	count              // n the number; 0 "several", "few"
	ordinal            // first to twelfth: n; last 99
	vague              // recently
	half
	quarterWord // quarter
	code        // Q3, H1: n 1–4 a quarter, 5–6 a half
	fiscal
	meridiem // am 0, pm 12
	oclock
	weekend
	dateless  // immediately, indefinitely
	namedDate // n month*100+day; words before it are in holidays
	decadeWord
	century
	fortnight
	further  // "until further notice"
	numberly // any number token; not in the lexicon
)

type word struct {
	class class
	n     int
}

// turns name how far a turning word moves and from what.
const (
	turnThis     = iota // this, the coming: the article's date
	turnLast            // last, past
	turnNext            // next: the article's date with a bare unit, the story's with "the"
	turnPrevious        // previous, preceding: the last date told
	turnFollow          // following
	turnSame            // same, that
	turnThat
	turnRecent // recent, coming: never exact
)

type lexiconData struct {
	byWord map[string]word
	// lengths[c] has bit n set where some word of n bytes begins with letter c:
	// most words of an article are turned away here.
	lengths [128]uint32
}

// of is the class of a token; numbers are classed by their kind alone.
func (l *lexiconData) of(t *text.Token) word {
	if t.Kind != text.Word {
		if t.Kind == text.Number {
			return word{class: numberly}
		}
		return word{}
	}
	n := len(t.Norm)
	if n == 0 || n > 31 || t.Norm[0] >= 128 || l.lengths[t.Norm[0]]&(1<<n) == 0 {
		return word{}
	}
	return l.byWord[t.Norm]
}

var lexicon = sync.OnceValue(func() *lexiconData {
	l := &lexiconData{byWord: make(map[string]word, 300)}
	add := func(c class, n int, words ...string) {
		for _, w := range words {
			l.byWord[w] = word{c, n}
			l.lengths[w[0]] |= 1 << len(w)
		}
	}
	list := func(c class, first int, words ...string) {
		for i, w := range words {
			add(c, first+i, w)
		}
	}
	list(month, 1, "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
		"november", "december")
	list(monthShort, 1, "jan", "feb", "mar", "apr")
	list(monthShort, 6, "jun", "jul", "aug", "sep", "oct", "nov", "dec")
	add(monthShort, 9, "sept")
	list(weekday, 1, "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
	list(weekdayShort, 1, "mon", "tue", "wed", "thu", "fri", "sat", "sun")
	add(weekdayShort, 2, "tues")
	add(weekdayShort, 4, "thur", "thurs")

	add(part, int(Dawn), "dawn", "daybreak", "sunrise", "sunup")
	add(part, int(Morning), "morning", "mid-morning")
	add(part, int(Midday), "lunchtime")
	add(part, int(Afternoon), "afternoon")
	add(part, int(Dusk), "dusk", "sunset", "nightfall", "sundown", "twilight")
	add(part, int(Evening), "evening")
	add(part, int(Night), "night")
	add(hourWord, 720, "noon", "midday", "noontime")
	add(hourWord, 1440, "midnight")

	list(unit, int(Minutes), "minute", "hour", "day", "week", "month", "year", "decade")
	for i, w := range []string{"minutes", "hours", "days", "weeks", "months", "years", "decades"} {
		add(unit, -int(Minutes)-i, w)
	}
	add(fortnight, 2, "fortnight")
	add(weekend, 0, "weekend")
	add(century, 0, "century")
	add(season, 3, "spring", "springtime")
	add(season, 6, "summer", "summertime")
	add(season, 9, "autumn", "fall")
	add(season, 12, "winter", "wintertime")

	add(deictic, 0, "today", "tonight")
	add(deictic, -1, "yesterday", "overnight")
	add(deictic, 1, "tomorrow")
	add(turn, turnThis, "this")
	add(turn, turnLast, "last", "past")
	add(turn, turnNext, "next")
	add(turn, turnPrevious, "previous", "preceding")
	add(turn, turnFollow, "following", "subsequent")
	add(turn, turnSame, "same")
	add(turn, turnThat, "that")
	add(turn, turnRecent, "recent", "coming")

	add(edge, int(Early), "early", "small", "wee") // the last two of hours alone
	add(edge, int(Mid), "mid", "middle")
	add(edge, int(Late), "late")
	add(edge, int(Start), "start", "beginning")
	add(edge, int(End), "end", "close")

	add(count, 1, "a", "an")
	list(count, 1, "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
		"thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty")
	for i, w := range []string{"thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"} {
		add(count, 30+10*i, w)
	}
	add(count, 0, "several", "few", "many")
	list(ordinal, 1, "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
		"eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
		"nineteenth", "twentieth")
	add(ordinal, lastOrdinal, "final", "opening", "closing")
	l.byWord["opening"] = word{ordinal, 1}

	add(vague, 0, "recently", "lately")
	add(half, 0, "half")
	add(quarterWord, 0, "quarter")
	list(code, 1, "q1", "q2", "q3", "q4", "h1", "h2")
	add(fiscal, 0, "fiscal", "fy")
	add(meridiem, 0, "am", "a.m.", "a.m")
	add(meridiem, 12, "pm", "p.m.", "p.m")
	add(oclock, 0, "o'clock")
	add(dateless, 0, "immediately", "indefinitely", "immediate")
	add(further, 0, "further")
	add(namedDate, 1225, "christmas", "xmas")
	add(namedDate, 101, "new")
	add(namedDate, 1226, "boxing")
	add(namedDate, 1031, "halloween", "hallowe'en")
	add(namedDate, 214, "valentine")
	add(namedDate, 317, "patrick")
	add(namedDate, 714, "bastille")
	add(namedDate, 619, "juneteenth")
	add(namedDate, 1111, "veterans", "armistice")
	for i, w := range []string{"twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"} {
		add(decadeWord, 20+10*i, w)
	}
	return l
})

// lastOrdinal is the n of "last" and "final".
const lastOrdinal = 99

// movable are words before a weekday that make it a holiday whose date moves, or
// a name; "Sheffield Wednesday" is a football club.
func movable(norm string) bool {
	switch norm {
	case "black", "bloody", "super", "good", "ash", "maundy", "cyber", "giving", "palm", "fat", "shrove", "whit",
		"easter", "sheffield", "holy":
		return true
	}
	return false
}

// preposition reports whether a word commonly leads to a date.
func preposition(norm string) bool {
	switch norm {
	case "in", "on", "at", "since", "by", "until", "till", "from", "to", "through", "throughout", "during", "before",
		"after", "of", "for", "between", "around", "about", "circa", "late", "early", "mid", "last", "next", "this",
		"each", "every", "and", "or", "than", "starting", "beginning", "effective", "past", "previous", "following",
		"via", "over", "within":
		return true
	}
	return false
}
