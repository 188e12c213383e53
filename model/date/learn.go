package date

// What two articles tell together: weekdays for dates of an unknown year.

// Almanac knows the weekdays of dates whose year neither article gives. The
// zero Almanac knows none.
type Almanac struct {
	known bool
	shift int // the weekday, from 0, of yearDay 0
}

// Learn looks at mentions that stand in linked claims, one a side, and works out
// on which weekdays dates without a year fell: where one article says "Sunday"
// and the other "October 12", and again "Saturday" and "October 18", both pairs
// ask for the same calendar. Two different dates have to, and more than ask for
// any other.
func Learn(pairs [][2]Mention) Almanac {
	dates := [7][]int{} // the dates that ask for each calendar
	for _, p := range pairs {
		x, y := p[0].Value, p[1].Value
		if open(y) {
			x, y = y, x
		}
		if !open(x) || y.Grain != Day || y.From != y.To || y.From.Weekday == 0 || y.From.Month != 0 {
			continue
		}
		n := yearDay(x.From.Month, x.From.Day)
		k := mod(y.From.Weekday-1-n, 7)
		if !has(dates[k], n) {
			dates[k] = append(dates[k], n)
		}
	}
	best, second := 0, -1
	for k := 1; k < 7; k++ {
		switch {
		case len(dates[k]) > len(dates[best]):
			best, second = k, len(dates[best])
		default:
			second = max(second, len(dates[k]))
		}
	}
	if len(dates[best]) < 2 || len(dates[best]) <= second {
		return Almanac{}
	}
	return Almanac{known: true, shift: best}
}

// open reports whether a value is a day of an unknown year and weekday.
func open(v Value) bool {
	return v.Grain == Day && v.From == v.To && v.From.Year == 0 && v.From.Month != 0 && v.From.Day != 0 && v.From.Weekday == 0
}

func has(list []int, n int) bool {
	for _, x := range list {
		if x == n {
			return true
		}
	}
	return false
}

// Between is the package's Between with the weekdays that the almanac knows.
func (a Almanac) Between(x, y Mention) Evidence {
	x.Value, y.Value = a.fill(x.Value), a.fill(y.Value)
	return Between(x, y)
}

func (a Almanac) fill(v Value) Value {
	if a.known && open(v) {
		w := mod(a.shift+yearDay(v.From.Month, v.From.Day), 7) + 1
		v.From.Weekday, v.To.Weekday = w, w
	}
	return v
}
