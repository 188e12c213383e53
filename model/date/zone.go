package date

// Time zones: what the letters and names stand for, in offsets from GMT.

import (
	"math/bits"
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
	return places(map[int][]string{
		0:    {"greenwich", "iceland", "icelandic", "reykjavik", "ghana", "accra", "senegal", "dakar", "mali", "bamako", "ivory coast", "abidjan"},
		60:   {"nigeria", "nigerian", "lagos", "abuja", "algeria", "algerian", "algiers", "tunisia", "tunisian", "tunis", "morocco", "angola", "luanda", "cameroon"},
		120:  {"libya", "libyan", "tripoli", "south africa", "johannesburg", "zimbabwe", "harare", "zambia", "rwanda", "kigali", "sudan", "khartoum", "botswana", "mozambique"},
		180:  {"moscow", "turkey", "turkish", "türkiye", "ankara", "istanbul", "syria", "syrian", "damascus", "iraq", "iraqi", "baghdad", "saudi", "riyadh", "qatar", "doha", "kuwait", "yemen", "sanaa", "jordan", "amman", "kenya", "kenyan", "nairobi", "ethiopia", "addis ababa", "somalia", "mogadishu", "uganda", "kampala", "tanzania", "belarus", "minsk"},
		210:  {"iran", "iranian", "tehran"},
		240:  {"dubai", "emirates", "oman", "muscat", "azerbaijan", "azerbaijani", "baku", "georgia", "tbilisi", "armenia", "armenian", "yerevan"},
		270:  {"afghanistan", "afghan", "kabul"},
		300:  {"pakistan", "pakistani", "islamabad", "karachi", "lahore", "uzbekistan", "tashkent", "kazakhstan", "astana"},
		330:  {"india", "indian", "delhi", "mumbai", "kolkata", "assam", "kashmir", "sri lanka", "colombo"},
		345:  {"nepal", "nepali", "kathmandu"},
		360:  {"bangladesh", "bangladeshi", "dhaka", "kyrgyzstan", "bishkek", "bhutan"},
		390:  {"myanmar", "yangon"},
		420:  {"vietnam", "vietnamese", "hanoi", "thailand", "thai", "bangkok", "cambodia", "phnom penh", "laos", "jakarta", "java"},
		480:  {"china", "chinese", "beijing", "shanghai", "hong kong", "taiwan", "taiwanese", "taipei", "singapore", "malaysia", "malaysian", "kuala lumpur", "philippines", "philippine", "manila", "perth", "mongolia", "bali"},
		540:  {"japan", "japanese", "tokyo", "korea", "korean", "seoul", "pyongyang"},
		600:  {"brisbane", "queensland", "papua new guinea"},
		-180: {"argentina", "argentine", "buenos aires", "uruguay", "montevideo", "brasilia", "brasília", "sao paulo", "são paulo", "rio de janeiro"},
		-240: {"bolivia", "venezuela", "venezuelan", "caracas", "puerto rico"},
		-300: {"colombia", "colombian", "bogota", "bogotá", "peru", "peruvian", "lima", "ecuador", "quito", "panama", "jamaica"},
		-360: {"mexico city", "guatemala", "honduras", "el salvador", "costa rica", "nicaragua"},
		-600: {"hawaii", "honolulu"},
	}, map[int][]string{
		0:    {"london", "britain", "british", "england", "scotland", "wales", "uk", "u.k.", "ireland", "irish", "dublin", "belfast", "edinburgh", "cardiff", "portugal", "portuguese", "lisbon"},
		60:   {"france", "french", "paris", "germany", "german", "berlin", "italy", "italian", "rome", "spain", "spanish", "madrid", "barcelona", "belgium", "belgian", "brussels", "netherlands", "dutch", "amsterdam", "switzerland", "swiss", "geneva", "zurich", "austria", "austrian", "vienna", "poland", "polish", "warsaw", "hungary", "hungarian", "budapest", "prague", "czech", "slovakia", "slovenia", "croatia", "serbia", "belgrade", "bosnia", "albania", "macedonia", "norway", "norwegian", "oslo", "sweden", "swedish", "stockholm", "denmark", "danish", "copenhagen", "malta", "central european"},
		120:  {"ukraine", "ukrainian", "kyiv", "kiev", "finland", "finnish", "helsinki", "estonia", "tallinn", "latvia", "riga", "lithuania", "vilnius", "romania", "romanian", "bucharest", "bulgaria", "bulgarian", "sofia", "greece", "greek", "athens", "cyprus", "nicosia", "moldova", "israel", "israeli", "jerusalem", "tel aviv", "gaza", "lebanon", "lebanese", "beirut", "egypt", "egyptian", "cairo", "palestinian", "eastern european"},
		600:  {"sydney", "melbourne", "canberra", "new south wales", "tasmania"},
		570:  {"adelaide"},
		720:  {"new zealand", "wellington", "auckland", "christchurch"},
		-210: {"newfoundland", "st. john's"},
		-240: {"atlantic", "halifax", "nova scotia", "chile", "chilean", "santiago"},
		-300: {"eastern", "new york", "washington", "boston", "toronto", "ottawa", "montreal", "quebec", "miami", "atlanta", "philadelphia", "cuba", "havana", "haiti", "cleveland", "detroit"},
		-360: {"central", "chicago", "houston", "dallas", "texas", "winnipeg", "minneapolis"},
		-420: {"mountain", "denver", "colorado", "calgary", "utah"},
		-480: {"pacific", "california", "los angeles", "san francisco", "seattle", "vancouver", "las vegas"},
		-540: {"alaska", "anchorage"},
	})
})

// places turns lists of names by standard offset into sets by name; those of the
// second list are an hour ahead in summer.
func places(fixed, summer map[int][]string) map[string]Offsets {
	out := make(map[string]Offsets, 400)
	for off, names := range fixed {
		for _, n := range names {
			out[n] |= offsets(off)
		}
	}
	for off, names := range summer {
		for _, n := range names {
			out[n] |= offsets(off, off+60)
		}
	}
	return out
}
