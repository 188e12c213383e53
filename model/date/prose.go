package date

// Values in words, for reasons that a person reads.

import "strconv"

// prose writes a value as a sentence would: "late June", "1–7 November",
// "Monday night", "about 18:00".
func prose(v Value) string {
	s := ""
	if v.Grain != None {
		s = edgeWords[v.Edge] + proseDate(v)
	} else if v.Vague != "" {
		s = "“" + v.Vague + "”"
	}
	if v.timed() {
		t := v.Part.String()
		if v.Clock.Known {
			t = v.Clock.String()
			if v.Clock.Either {
				t += " or twelve hours later"
			}
			if v.Until.Known {
				t += "–" + v.Until.String()
			}
		}
		switch {
		case s == "":
			s = t
		case v.Part == EarlyHours || v.Part == LateDay || v.Part == Midnight:
			s = t + " on " + s
		default:
			s += " " + t
		}
	}
	if s == "" {
		return v.String()
	}
	return boundNames[v.Bound] + [...]string{"", "about ", "shortly before ", "shortly after "}[v.Near&3] + s
}

var edgeWords = [...]string{"", "early ", "mid-", "late ", "the start of ", "the end of "}

var ordinals = [...]string{"", "first", "second", "third", "fourth"}

// proseDate writes the date of a value.
func proseDate(v Value) string {
	f, t := v.From, v.To
	of := ""
	if f.Year != 0 {
		of = " of " + strconv.Itoa(f.Year)
	}
	switch v.Grain {
	case Quarter:
		return "the " + ordinals[(f.Month+2)/3] + " quarter" + of
	case Half:
		return "the " + ordinals[f.Month/7+1] + " half" + of
	case Season:
		if f.Year == 0 {
			return seasonName(f.Month)
		}
		return seasonName(f.Month) + " " + strconv.Itoa(f.Year)
	case Decade:
		return "the " + strconv.Itoa(f.Year) + "s"
	case Century:
		return "century " + strconv.Itoa(f.Year/100+1)
	case Fiscal:
		if f != t {
			return strconv.Itoa(f.Year) + "–" + strconv.Itoa(t.Year)
		}
		return "business year " + strconv.Itoa(f.Year)
	}
	switch {
	case f == t:
		return human(f)
	case f.Year == t.Year && f.Month == t.Month && f.Month != 0 && f.Day != 0:
		return strconv.Itoa(f.Day) + "–" + human(t)
	case f.Year == t.Year:
		f.Year = 0
		if f.Month == 0 && t.Month == 0 && t.Year != 0 {
			f.Year = t.Year
		}
	}
	return human(f) + " to " + human(t)
}

// human writes a partial date as prose does.
func human(p Point) string {
	switch {
	case p.Month == 0 && p.Year == 0:
		return weekdayName(p.Weekday)
	case p.Month == 0:
		return strconv.Itoa(p.Year)
	}
	s := monthNames[mod(p.Month, 13)]
	if p.Day != 0 {
		s = strconv.Itoa(p.Day) + " " + s
	}
	if p.Year != 0 {
		s += " " + strconv.Itoa(p.Year)
	}
	return s
}
