package date

// Calendar arithmetic on partial dates, without package time: no clock, no zone.

var monthNames = [...]string{"", "January", "February", "March", "April", "May", "June", "July", "August",
	"September", "October", "November", "December"}

var dayNames = [...]string{"", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}

func weekdayName(d int) string {
	if d >= 0 && d < len(dayNames) {
		return dayNames[d]
	}
	return ""
}

// seasonName names the northern season that begins in a month.
func seasonName(month int) string {
	switch month {
	case 3:
		return "spring"
	case 6:
		return "summer"
	case 9:
		return "autumn"
	}
	return "winter"
}

func leap(y int) bool { return y%4 == 0 && (y%100 != 0 || y%400 == 0) }

// monthDays is the length of a month; February of an unknown year has 29 days.
func monthDays(y, m int) int {
	switch m {
	case 2:
		if y == 0 || leap(y) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// ordinal counts the days to a date of the Gregorian calendar (the algorithm of
// Howard Hinnant's "days_from_civil"); only differences mean anything.
func ordinalDay(y, m, d int) int {
	if m <= 2 {
		y--
	}
	era := y / 400
	if y < 0 {
		era = (y - 399) / 400
	}
	yoe := y - era*400
	doy := (153*((m+9)%12)+2)/5 + d - 1
	return era*146097 + yoe*365 + yoe/4 - yoe/100 + doy
}

// fromOrdinal is the date that ordinalDay counts to.
func fromOrdinal(n int) (y, m, d int) {
	era := n / 146097
	if n < 0 {
		era = (n - 146096) / 146097
	}
	doe := n - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	d = doy - (153*mp+2)/5 + 1
	m = (mp+2)%12 + 1
	y = yoe + era*400
	if m <= 2 {
		y++
	}
	return y, m, d
}

// weekdayOf is the weekday of a full date, 1 for Monday.
func weekdayOf(y, m, d int) int {
	// Day 0 of the count, 1 March of year 0, was a Wednesday.
	return mod(ordinalDay(y, m, d)+2, 7) + 1
}

func mod(a, n int) int { return (a%n + n) % n }

// plainYear stands in for an unknown year in arithmetic: it is no leap year.
const plainYear = 2001

// addDays moves a date by n days; an unknown year stays unknown, and a date that
// is only a weekday becomes another weekday.
func addDays(p Point, n int) Point {
	out := Point{}
	if p.Weekday != 0 {
		out.Weekday = mod(p.Weekday-1+n, 7) + 1
	}
	if p.Month == 0 || p.Day == 0 {
		return out
	}
	y := p.Year
	if y == 0 {
		y = plainYear
	}
	out.Year, out.Month, out.Day = fromOrdinal(ordinalDay(y, p.Month, p.Day) + n)
	if p.Year == 0 {
		out.Year = 0
	}
	return out
}

// addMonths moves a month by n months and drops the day.
func addMonths(p Point, n int) Point {
	m := p.Month - 1 + n
	out := Point{Month: mod(m, 12) + 1}
	if p.Year != 0 {
		out.Year = p.Year + (m-mod(m, 12))/12
	}
	return out
}

// withWeekday fills in the weekday of a full date.
func withWeekday(p Point) Point {
	if p.Year != 0 && p.Month != 0 && p.Day != 0 {
		p.Weekday = weekdayOf(p.Year, p.Month, p.Day)
	}
	return p
}

// yearDay numbers a day of an unknown year from 1 March, so that no leap day
// falls inside and December runs into January.
func yearDay(m, d int) int { return (153*((m+9)%12)+2)/5 + d - 1 }
