package date

// Time zones: what the letters and names stand for, in offsets from GMT.

import (
	"math/bits"
	"strings"
	"sync"
)

// Offsets is a set of offsets from GMT.
type Offsets uint64

// offsetList holds, in minutes east of GMT, the offsets in use since 1980 (IANA
// time zone database); bit i of an Offsets stands for offsetList[i].
var offsetList = [...]int{
	-720, -660, -600, -570, -540, -480, -420, -360, -300, -270, -240, -210, -180, -150, -120, -60, 0, 60, 120, 180, 210,
	240, 270, 300, 330, 345, 360, 390, 420, 480, 525, 540, 570, 600, 630, 660, 690, 720, 765, 780, 825, 840,
}

// offsets is the set of some offsets in minutes; those not in use are left out.
func offsets(minutes ...int) Offsets {
	var o Offsets
	for _, m := range minutes {
		for i, x := range offsetList {
			if x == m {
				o |= 1 << i
			}
		}
	}
	return o
}

// Only is the offset, in minutes east of GMT, of a set of one.
func (o Offsets) Only() (minutes int, ok bool) {
	if bits.OnesCount64(uint64(o)) != 1 || o >= 1<<len(offsetList) {
		return 0, false
	}
	return offsetList[bits.TrailingZeros64(uint64(o))], true
}

// each calls f with every offset, westernmost first, until it returns false.
func (o Offsets) each(f func(minutes int) bool) {
	for i, m := range offsetList {
		if o&(1<<i) != 0 && !f(m) {
			return
		}
	}
}

// zoneCodes are abbreviations in use in the press, with every offset they can
// mean (IANA time zone database): IST is Indian, Irish and Israeli.
var zoneCodes = sync.OnceValue(func() map[string]Offsets {
	return map[string]Offsets{
		"GMT": offsets(0), "UTC": offsets(0), "UT": offsets(0), "Z": offsets(0), "WET": offsets(0), "WEST": offsets(60),
		"BST": offsets(60), "CET": offsets(60), "CEST": offsets(120), "EET": offsets(120), "EEST": offsets(180),
		"MSK": offsets(180), "TRT": offsets(180), "IST": offsets(330, 60, 120), "IDT": offsets(180), "PKT": offsets(300),
		"GST": offsets(240), "NPT": offsets(345), "ICT": offsets(420), "WIB": offsets(420), "SGT": offsets(480),
		"HKT": offsets(480), "PHT": offsets(480), "JST": offsets(540), "KST": offsets(540), "AWST": offsets(480),
		"ACST": offsets(570), "ACDT": offsets(630), "AEST": offsets(600), "AEDT": offsets(660), "NZST": offsets(720),
		"NZDT": offsets(780), "SAST": offsets(120), "CAT": offsets(120), "EAT": offsets(180), "WAT": offsets(60),
		"NT": offsets(-210, -150), "NST": offsets(-210), "NDT": offsets(-150), "AT": offsets(-240, -180),
		"AST": offsets(-240, 180), "ADT": offsets(-180), "BRT": offsets(-180), "ART": offsets(-180),
		"ET": offsets(-300, -240), "EST": offsets(-300), "EDT": offsets(-240), "CT": offsets(-360, -300),
		"CST": offsets(-360, 480), "CDT": offsets(-300), "MT": offsets(-420, -360), "MST": offsets(-420),
		"MDT": offsets(-360), "PT": offsets(-480, -420), "PST": offsets(-480), "PDT": offsets(-420),
		"AKST": offsets(-540), "AKDT": offsets(-480), "HST": offsets(-600),
	}
})

// placeZones are regions, countries and capitals of one or two offsets (standard
// and summer time; IANA time zone database), by lower-case name or adjective.
// Countries that span several zones stand here only by the cities and names of
// zones that tell them apart.
var placeZones = sync.OnceValue(func() map[string]Offsets {
	out := make(map[string]Offsets, 700)
	for name, z := range yearZones() {
		out[name] = z.january | z.july
	}
	return out
})

// yearZone is what the clocks of a place show in January, in April and September, and in July:
// where summer time is kept, January and July are an hour apart, and the southern half of the
// world keeps it in January.
type yearZone struct{ january, april, july Offsets }

// and is what the clocks of either of two places can show.
func (z yearZone) and(o yearZone) yearZone {
	return yearZone{z.january | o.january, z.april | o.april, z.july | o.july}
}

// in is the offsets that a place can have in a month, both where clocks may change in it
// or the month is not known (0).
func (z yearZone) in(month int) Offsets {
	switch month {
	case 12, 1, 2:
		return z.january
	case 4, 9:
		return z.april
	case 5, 6, 7, 8:
		return z.july
	}
	return z.january | z.july
}

// yearZones are the places of placeZones with what their clocks show over the year.
var yearZones = sync.OnceValue(func() map[string]yearZone {
	out := make(map[string]yearZone, 700)
	add := func(names []string, z yearZone) {
		for _, n := range names {
			out[n] = out[n].and(z)
		}
	}
	for off, names := range fixedZones {
		add(names, yearZone{offsets(off), offsets(off), offsets(off)})
	}
	for off, names := range northernZones {
		add(names, yearZone{offsets(off), offsets(off + 60), offsets(off + 60)})
	}
	for off, names := range southernZones {
		add(names, yearZone{offsets(off + 60), offsets(off, off+60), offsets(off)})
	}
	add([]string{"egypt", "egyptian", "cairo"}, yearZone{offsets(120), offsets(120, 180), offsets(180)}) // from the end of April
	return out
})

// twoTimes are the abbreviations that stand for standard and summer time alike, by the name of
// the zone.
var twoTimes = map[string]string{"ET": "eastern", "CT": "central", "MT": "mountain", "PT": "pacific", "AT": "atlantic", "NT": "newfoundland"}

// settled is a clock whose zone has two times in the one that it had in a month.
func (c Clock) settled(month int) Clock {
	if _, one := c.Offsets.Only(); one || !c.Known || c.local() {
		return c
	}
	name, ok := twoTimes[c.Zone]
	if !ok {
		name = strings.ToLower(c.Zone)
		name = strings.TrimSuffix(strings.TrimSuffix(name, " time"), " clocks")
	}
	if z, ok := yearZones()[name]; ok {
		c.Offsets = z.in(month)
	}
	return c
}

// fixedZones are the places without summer time, by their offset from GMT in minutes.
var fixedZones = map[int][]string{
	0:    {"greenwich", "iceland", "icelandic", "reykjavik", "ghana", "accra", "senegal", "dakar", "mali", "bamako", "ivory coast", "abidjan", "ghanaian", "senegalese", "malian", "ivorian", "gambia", "gambian", "guinea", "liberia", "liberian", "sierra leone", "togo", "burkina faso", "mauritania"},
	60:   {"nigeria", "nigerian", "lagos", "abuja", "algeria", "algerian", "algiers", "tunisia", "tunisian", "tunis", "morocco", "angola", "luanda", "cameroon", "moroccan", "angolan", "cameroonian", "niger", "benin", "gabon"},
	120:  {"libya", "libyan", "tripoli", "south africa", "johannesburg", "zimbabwe", "harare", "zambia", "rwanda", "kigali", "sudan", "khartoum", "botswana", "mozambique", "south african", "cape town", "zimbabwean", "zambian", "lusaka", "rwandan", "sudanese", "malawi", "namibia", "namibian", "burundi", "lesotho", "mozambican", "south sudan", "juba"},
	180:  {"moscow", "turkey", "turkish", "türkiye", "ankara", "istanbul", "syria", "syrian", "damascus", "iraq", "iraqi", "baghdad", "saudi", "riyadh", "qatar", "doha", "kuwait", "yemen", "sanaa", "jordan", "amman", "kenya", "kenyan", "nairobi", "ethiopia", "addis ababa", "somalia", "mogadishu", "uganda", "kampala", "tanzania", "belarus", "minsk", "qatari", "kuwaiti", "yemeni", "jordanian", "bahrain", "bahraini", "manama", "ethiopian", "somali", "ugandan", "tanzanian", "eritrea", "djibouti", "madagascar", "belarusian"},
	210:  {"iran", "iranian", "tehran"},
	240:  {"dubai", "emirates", "oman", "muscat", "azerbaijan", "azerbaijani", "baku", "georgia", "tbilisi", "armenia", "armenian", "yerevan", "uae", "emirati", "omani", "georgian", "mauritius"},
	270:  {"afghanistan", "afghan", "kabul"},
	300:  {"pakistan", "pakistani", "islamabad", "karachi", "lahore", "uzbekistan", "tashkent", "kazakhstan", "astana", "uzbek", "kazakh", "almaty", "tajikistan", "tajik", "dushanbe", "turkmenistan", "turkmen", "ashgabat", "maldives"},
	330:  {"india", "indian", "delhi", "mumbai", "kolkata", "assam", "kashmir", "sri lanka", "colombo", "sri lankan", "new delhi", "bengaluru", "chennai"},
	345:  {"nepal", "nepali", "kathmandu", "nepalese"},
	360:  {"bangladesh", "bangladeshi", "dhaka", "kyrgyzstan", "bishkek", "bhutan", "kyrgyz", "bhutanese"},
	390:  {"myanmar", "yangon", "burmese"},
	420:  {"vietnam", "vietnamese", "hanoi", "thailand", "thai", "bangkok", "cambodia", "phnom penh", "laos", "jakarta", "java", "cambodian", "laotian"},
	480:  {"china", "chinese", "beijing", "shanghai", "hong kong", "taiwan", "taiwanese", "taipei", "singapore", "malaysia", "malaysian", "kuala lumpur", "philippines", "philippine", "manila", "perth", "mongolia", "bali", "mongolian", "ulaanbaatar", "filipino", "singaporean", "brunei"},
	540:  {"japan", "japanese", "tokyo", "korea", "korean", "seoul", "pyongyang", "south korean", "north korean", "east timor"},
	600:  {"brisbane", "queensland", "papua new guinea"},
	720:  {"fiji"},
	-180: {"argentina", "argentine", "buenos aires", "uruguay", "montevideo", "brasilia", "brasília", "sao paulo", "são paulo", "rio de janeiro", "argentinian", "uruguayan"},
	-240: {"bolivia", "venezuela", "venezuelan", "caracas", "puerto rico", "bolivian", "la paz", "dominican republic", "trinidad", "barbados", "guyana"},
	-300: {"colombia", "colombian", "bogota", "bogotá", "peru", "peruvian", "lima", "ecuador", "quito", "panama", "jamaica", "ecuadorean", "ecuadorian", "panamanian", "jamaican"},
	-360: {"mexico city", "guatemala", "honduras", "el salvador", "costa rica", "nicaragua", "guatemalan", "honduran", "salvadoran", "nicaraguan", "costa rican", "saskatchewan"},
	-420: {"arizona", "phoenix"},
	-600: {"hawaii", "honolulu"},
}

// northernZones are the places north of the equator that keep summer time, by their offset in winter.
var northernZones = map[int][]string{
	0:    {"london", "britain", "british", "england", "scotland", "wales", "uk", "u.k.", "ireland", "irish", "dublin", "belfast", "edinburgh", "cardiff", "portugal", "portuguese", "lisbon", "scottish", "welsh", "english", "northern ireland", "glasgow", "manchester", "liverpool", "porto"},
	60:   {"france", "french", "paris", "germany", "german", "berlin", "italy", "italian", "rome", "spain", "spanish", "madrid", "barcelona", "belgium", "belgian", "brussels", "netherlands", "dutch", "amsterdam", "switzerland", "swiss", "geneva", "zurich", "austria", "austrian", "vienna", "poland", "polish", "warsaw", "hungary", "hungarian", "budapest", "prague", "czech", "slovakia", "slovenia", "croatia", "serbia", "belgrade", "bosnia", "albania", "macedonia", "norway", "norwegian", "oslo", "sweden", "swedish", "stockholm", "denmark", "danish", "copenhagen", "malta", "central european", "serbian", "croatian", "zagreb", "slovenian", "ljubljana", "slovak", "bratislava", "bosnian", "sarajevo", "kosovo", "pristina", "montenegro", "albanian", "tirana", "macedonian", "skopje", "north macedonia", "maltese", "luxembourg", "frankfurt", "munich", "hamburg", "cologne", "milan", "marseille", "lyon", "gdansk", "krakow"},
	120:  {"ukraine", "ukrainian", "kyiv", "kiev", "finland", "finnish", "helsinki", "estonia", "tallinn", "latvia", "riga", "lithuania", "vilnius", "romania", "romanian", "bucharest", "bulgaria", "bulgarian", "sofia", "greece", "greek", "athens", "cyprus", "nicosia", "moldova", "israel", "israeli", "jerusalem", "tel aviv", "gaza", "lebanon", "lebanese", "beirut", "palestinian", "eastern european", "estonian", "latvian", "lithuanian", "cypriot", "larnaca", "limassol", "moldovan", "kharkiv", "lviv", "thessaloniki", "haifa"},
	-210: {"newfoundland", "st. john's"},
	-240: {"atlantic", "halifax", "nova scotia", "new brunswick"},
	-300: {"eastern", "new york", "washington", "boston", "toronto", "ottawa", "montreal", "quebec", "miami", "atlanta", "philadelphia", "cuba", "havana", "haiti", "cleveland", "detroit", "cuban", "haitian", "pennsylvania", "new jersey", "maryland", "massachusetts", "connecticut", "maine", "vermont", "new hampshire", "rhode island", "delaware", "ohio", "north carolina", "south carolina", "west virginia", "baltimore", "pittsburgh"},
	-360: {"central", "chicago", "houston", "dallas", "texas", "winnipeg", "minneapolis", "louisiana", "new orleans", "baton rouge", "mississippi", "alabama", "arkansas", "missouri", "illinois", "iowa", "minnesota", "wisconsin", "oklahoma", "memphis", "nashville", "milwaukee", "san antonio", "manitoba"},
	-420: {"mountain", "denver", "colorado", "calgary", "utah", "new mexico", "montana", "wyoming", "alberta", "salt lake city"},
	-480: {"pacific", "california", "los angeles", "san francisco", "seattle", "vancouver", "las vegas", "san diego", "sacramento", "nevada", "british columbia"},
	-540: {"alaska", "anchorage"},
}

// southernZones are those south of it.
var southernZones = map[int][]string{
	570:  {"adelaide"},
	600:  {"sydney", "melbourne", "canberra", "new south wales", "tasmania"},
	720:  {"new zealand", "wellington", "auckland", "christchurch"},
	-240: {"chile", "chilean", "santiago"},
}
