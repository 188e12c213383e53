package quantity

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"doubletake/model"
	"doubletake/model/text"
)

// find runs Find over an article of one claim.
func find(s string) []Mention {
	span := model.Span{End: len(s)}
	return Find(model.Article{Text: s}, []model.Claim{{Span: span}}, [][]text.Token{text.Tokens(s, span)})
}

// only is the mention of a sentence that has the words; the first where words
// is "".
func only(t *testing.T, s, words string) Mention {
	t.Helper()
	for _, m := range find(s) {
		if words == "" || strings.Contains(m.Span.In(s), words) {
			return m
		}
	}
	t.Fatalf("no quantity %q in %q", words, s)
	return Mention{}
}

// TestFind: "span = value" for each mention, separated by "; ".
func TestFind(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"digits", "The ferry carried 412 passengers.", "412 passengers = 412 passenger"},
		{"separators", "Some 12,450 ballots were counted.", "Some 12,450 ballots = ~12450 ballot"},
		{"Indian groups", "The scheme reached 1,20,000 farmers.", "1,20,000 farmers = 120000 farmer"},
		{"words", "Forty-two miners were trapped.", "Forty-two miners = 42 miner"},
		{"hundred and", "Two hundred and fifty homes lost power.", "Two hundred and fifty homes = 250 home"},
		{"a hundred and", "A hundred and twenty guests came.", "A hundred and twenty guests = 120 guest"},
		{"thousand", "Three thousand five hundred sheep were moved.", "Three thousand five hundred sheep = 3500 sheep"},
		{"half a million", "Half a million people marched.", "Half a million people = 500000 person"},
		{"two and a half million", "Two and a half million voters stayed away.", "Two and a half million voters = 2500000 voter"},
		{"a dozen", "A dozen cars burned.", "A dozen cars = 12 car"},
		{"not at all", "That they met at all suggests trust, and after all they did.", ""},
		{"two dozen", "Two dozen cars burned.", "Two dozen cars = 24 car"},
		{"half a dozen", "Half a dozen cars burned.", "Half a dozen cars = 6 car"},
		{"dozens", "Dozens of cars burned.", "Dozens of cars = ~24-120 car"},
		{"hundreds", "Hundreds of thousands of letters arrived.", "Hundreds of thousands of letters = ~200000-1500000 letter"},
		{"several hundred", "Several hundred fans waited.", "Several hundred fans = ~300-900 fan"},
		{"votes in a clause", "Four voted to close it and three to keep it, or six councillors voted for and two against.",
			"Four = 4-3; six = 6-2"},
		{"votes of a body", "All seven members voted for it, and all nine pupils wept.", "All seven = 7-0; all nine pupils = 9 pupil"},
		{"no vote", "Two million voted and 40 people voted to go and see it.", "Two million = 2000000; 40 people = 40 person"},
		{"one counts on", "Two sailors were killed and one was hurt; a man and one who was hurt left.", "Two sailors = 2 sailor killed; one = 1 injured"},
		{"a pair is no number", "The pair said hello.", ""},
		{"lakh", "Officials moved 1.2 lakh residents.", "1.2 lakh residents = 120000 resident"},
		{"bounds", "At least 40 but no more than 60 shops were shut, up to 12 of them for good.",
			"At least 40 = >=40; no more than 60 shops = <=60 shop; up to 12 = <=12"},
		{"or more", "A crowd of 500 or more gathered.", "500 or more = >=500 person"},
		{"or greater", "A quake of magnitude 8.8 or greater struck.", "8.8 or greater = >=8.8"},
		{"plus", "It has 50+ branches.", "50+ branches = >=50 branch"},
		{"unanimous", "It passed unanimously, but not unanimously enough.", "unanimously = unanimous"},
		{"an age between commas", "The driver, 34, and the European champion, 26, fled.", "34 = 34 years; 26 = 26 years"},
		{"an age told", "The victim was 76. At 81 he ran. A youth of 19 was held.", "76 = 76 years; 81 = 81 years; 19 = 19 years"},
		{"children are no age", "A father of three ran.", "three = 3 child"},
		{"a scale with a space", "They took its temperature, 618 C, and its age.", "618 C = 618°C"},
		{"comparatives are bounds", "Anything heavier than 16 tonnes or longer than 9 metres is banned.", "heavier than 16 tonnes = >=16 tonnes; longer than 9 metres = >=9 metres"},
		{"a bare hundreds", "It sent hundreds fleeing.", "hundreds = ~200-1500 person"},
		{"a crowd", "Police put the crowd at the gate at 1,200.", "1,200 = 1200 person"},
		{"range to", "It needs 10 to 15 nurses.", "10 to 15 nurses = 10-15 nurse"},
		{"range hyphen", "It needs 10-15 nurses.", "10-15 nurses = 10-15 nurse"},
		{"range between", "Between 10 and 15 nurses are needed.", "10 and 15 nurses = 10-15 nurse"},
		{"range from", "It lasts from 3 to 5 hours.", "3 to 5 hours = 3-5 hours"},
		{"change is no range", "Output rose from 340 tonnes to 430 tonnes.", "340 tonnes = 340 tonnes; 430 tonnes = 430 tonnes"},
		{"money", "It cost $1.2bn, then £3.4m, then €5 million.", "$1.2bn = 1200000000 USD; £3.4m = 3400000 GBP; €5 million = 5000000 EUR"},
		{"money words", "It cost 3.4 million pounds, 20 pence each.", "3.4 million pounds = 3400000 GBP; 20 pence = 0.2 GBP"},
		{"money codes", "It cost US$30 or Rs 450 or 90 rupees.", "US$30 = 30 USD; Rs 450 = 450 INR; 90 rupees = 90 INR"},
		{"money range", "It asks between £1.6m and £1.8m.", "£1.6m and £1.8m = 1600000-1800000 GBP"},
		{"rate", "Parking is $4 an hour.", "$4 an hour = 4 USD per hour"},
		{"percent", "Prices rose 5 percent, 6 per cent and 7.5%.", "5 percent = 5%; 6 per cent = 6%; 7.5% = 7.5%"},
		{"points", "Its lead grew by 4 percentage points.", "4 percentage points = 4 points"},
		{"fractions", "Two-thirds agreed, a quarter of them loudly and nearly half in writing.",
			"Two-thirds = 66.666667%; a quarter = 25%; nearly half = <~50%"},
		{"one in five", "One in five pupils walks; three in every four would like to.", "One in five = 20%; three in every four = 75%"},
		{"a third is an ordinal", "A third, hired by the firm, disagreed.", ""},
		{"duration", "After a 13-year hiatus it took 90 seconds and two and a half days.", "13-year = 13 years; 90 seconds = 90 seconds; two and a half days = 2.5 days"},
		{"compound duration", "He finished in three minutes and 50 seconds.", "three minutes and 50 seconds = 3.833333 minutes"},
		{"a year later", "A year later it reopened for half a day.", "A year = 1 year; half a day = 0.5 days"},
		{"over is during", "It rained over three days.", "three days = 3 days"},
		{"hours are no counts", "It rang at six in the morning, at half past nine, at ten to eleven and at four o'clock.", ""},
		{"six in the village", "He met six in the village.", "six = 6"},
		{"a season of two years", "In 2023-24 it drew 21-20 crowds.", "21-20 = 21-20"},
		{"a term of so many years", "She won a third five-year term.", "third = 3rd term; five-year = 5 years"},
		{"of which", "The letters, some 30 of which were forged, are gone.", "some 30 = ~30 letter"},
		{"bones of", "The skeletons of five sailors lay there; two sailors had broken bones.", "five sailors = 5 sailor killed; two sailors = 2 sailor"},
		{"an age about", "A boy of about 11 and Jan Kok, about 60, fled; the score was about 50.", "about 11 = ~11 years; about 60 = ~60 years, Jan Kok; about 50 = ~50"},
		{"an hour and minutes", "It lasted an hour and 20 minutes, he a year and three months.", "an hour and 20 minutes = 1.333333 hours; a year and three months = 1.25 years"},
		{"a factor", "It grew by a factor of five.", "five = 5 times"},
		{"pounds paid", "He was fined 500 pounds and lost 20 pounds of fat.", "500 pounds = 500 GBP; 20 pounds = 20 pounds"},
		{"a change of shares", "Support fell from 43 to 38 percent.", "43 = 43%; 38 percent = 38%"},
		{"part of a point", "It rose by a quarter of a point, half a point, a half-point and 50 basis points.", "a quarter of a point = 0.25 points; half a point = 0.5 points; a half-point = 0.5 points; 50 basis points = 0.5 points"},
		{"of so many months", "A girl of two months and a friend of 20 years were there.", "two months = 2 months; 20 years = 20 years"},
		{"sales of", "It forecast sales of 15 million and a row of 15 trees.", "15 million = 15000000; 15 trees = 15 tree"},
		{"over about", "Over nearly 40 pages it lists what went wrong.", "nearly 40 pages = <~40 page"},
		{"over a run of things", "Over 12 chapters, she tells of her youth; over 12 chapters were cut.", "12 chapters = 12 chapter; over 12 chapters = >=12 chapter"},
		{"over of people", "Over 40 miners were hurt.", "Over 40 miners = >=40 miner injured"},
		{"over of a verb", "They handed over 40 bodies and turned over 3 million francs a year.", "40 bodies = 40 body killed; 3 million francs a year = 3000000 CHF per year"},
		{"over so many times", "It rang over 600 times.", "over 600 times = >=600 times"},
		{"a share a month earlier", "Turnout was 38 per cent, down from nearly half a month earlier.", "38 per cent = 38%; nearly half = <~50%; a month = 1 month"},
		{"a share a year earlier", "Some 30% agree, up from nearly a quarter a year ago.", "Some 30% = ~30%; nearly a quarter = <~25%; a year = 1 year"},
		{"a share half a year ago", "Some 30% agree, up from almost half a year ago.", "Some 30% = ~30%; almost half = <~50%; a year = 1 year"},
		{"half a year ago", "It closed almost half a year ago.", "almost half a year = <~0.5 years"},
		{"half a month", "They waited half a month.", "half a month = 0.5 months"},
		{"so many out of", "In eight cases out of ten it failed; nine times out of ten it was mended.", "eight cases out of ten = 80%; nine times out of ten = 90%"},
		{"one in", "One farmer in every five has left.", "One farmer in every five = 20%"},
		{"no ratio", "They found four wells in ten villages and six boats in five days.", "four wells = 4 well; ten villages = 10 village; six boats = 6 boat; five days = 5 days"},
		{"a fortnight", "They spent a fortnight there.", "a fortnight = 1 fortnight"},
		{"half a century", "It stood for half a century.", "half a century = 0.5 centuries"},
		{"weeks", "It closed weeks after the fire.", "weeks = ~2-9 weeks"},
		{"ordinal year", "The war enters its 13th year.", "13th year = 13th year"},
		{"length", "The wall is 1.8 metres high and 20km long.", "1.8 metres = 1.8 metres; 20km = 20 kilometres"},
		{"glued m", "A 120m wide gap; it cost 120m kronor.", "120m = 120 metres; 120m kronor = 120000000 SEK"},
		{"a metre and a half", "Water rose by a metre and a half.", "a metre and a half = 1.5 metres"},
		{"feet and inches", "She is 5 feet 10 inches tall.", "5 feet 10 inches = 5.833333 feet"},
		{"area", "Fire burned 400 acres, or 1.6 square kilometres.", "400 acres = 400 acres; 1.6 square kilometres = 1.6 square kilometres"},
		{"mass and volume", "It held 600 litres and weighed 4.5 tonnes.", "600 litres = 600 litres; 4.5 tonnes = 4.5 tonnes"},
		{"speed", "It did 87 km/h, or 54 mph, into a wind of 18 knots.", "87 km/h = 87 kilometres per hour; 54 mph = 54 miles per hour; 18 knots = 18 knots"},
		{"temperature", "It was -5°C at dawn and 40C at noon, or 104 degrees Fahrenheit.", "5°C = -5°C; 40C = 40°C; 104 degrees Fahrenheit = 104°F"},
		{"bare degrees", "It was 30C on Monday. It will be 35 degrees.", "30C = 30°C; 35 degrees = 35°C"},
		{"magnitude", "A magnitude 6.1 quake followed a tremor of magnitude 5.", "6.1 = 6.1; 5 = 5"},
		{"age appositive", "Maria Lopez, 42, a baker, and Jan Kok, 7, were there.", "42 = 42 years, Maria Lopez; 7 = 7 years, Jan Kok"},
		{"age hyphens", "A 42-year-old baker, Maria Lopez, fell.", "42-year-old = 42 years, Maria Lopez"},
		{"aged", "A boy aged 14 and a girl who is 9 were found.", "14 = 14 years; 9 = 9 years"},
		{"age limit", "It is for people aged 12 and older.", "12 and older = >=12 years"},
		{"life decade", "A couple in their sixties and a man in his 40s.", "in their sixties = ~60-69 years; 40s = ~40-49 years"},
		{"ordinals", "It is the third time, on the second floor, for the 71st swap.", "the third time = 3rd time; the second floor = 2nd floor; the 71st swap = 71st swap"},
		{"rank", "It is the second-largest port, not the largest port.", "second-largest = 2nd port; largest = 1st port"},
		{"score", "They won 4-2 and the motion passed 52-48.", "4-2 = 4-2; 52-48 = 52-48"},
		{"votes to", "It passed by 52 votes to 48.", "52 votes to 48 = 52-48"},
		{"en dash score", "They drew 3–3.", "3–3 = 3-3"},
		{"three-way", "A three-way call became a trilateral pact.", "three-way = 3 way; trilateral = 3 side"},
		{"twice", "It was delayed twice, then five times.", "twice = 2 times; five times = 5 times"},
		{"none", "There were no serious injuries.", "no serious injuries = 0 injury injured"},
		{"most and all", "Most of the passengers slept; all passengers were fed.", "Most of the passengers = ~50-99%; all passengers = 100%"},
		{"partitive", "Four of its nine coaches burned.", "Four = 4 coach; nine coaches = 9 coach"},
		{"of them", "Police named nine suspects, three of them women.", "nine suspects = 9 suspect; three = 3 woman"},
		{"crew of six", "It had a crew of six.", "six = 6 crew"},
		{"crew members", "It had six crew members.", "six crew members = 6 crew"},
		{"crowd of", "A crowd of 1,400 came to the harbour.", "1,400 = 1400 person"},
		{"in decades", "It was the worst fire in decades.", "worst = 1st fire; decades = ~2-5 decades"},
		{"in years to come", "It will grow in years to come.", ""},
		{"the most", "It killed the most miners since May.", ""},
		{"most", "Most miners live in Orsk.", "Most miners = ~50-99%"},
		{"town of", "It is a town of 2,600.", "2,600 = 2600 inhabitant"},
		{"mixed digits", "He got 4 1/2 years.", "4 1/2 years = 4.5 years"},
		{"degree of difference", "It was 11C warmer than usual.", "11C = 11°C"},
		{"minutes as range of ages", "Boys of 12 to 14 may join.", "12 to 14 = 12-14 boy"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, m := range find(c.in) {
				got = append(got, m.Span.In(c.in)+" = "+m.Value())
			}
			if diff := cmp.Diff(c.want, strings.Join(got, "; ")); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestNoQuantity: numbers that are dates, times, names or pronouns.
func TestNoQuantity(t *testing.T) {
	for _, s := range []string{
		"It broke out in 2011 and ended in 2019.",
		"They met on October 12, on 13 October and on the 14th of October.",
		"Talks on Sept. 14 and 15 failed; those of 13-14 March did not.",
		"On June 22, 1939, it was cold.",
		"The call came at 4:07 a.m., at 2.30 am, at 9pm and at 2100 GMT.",
		"An F-16 and a Boeing 737-800 flew over on Covid-19 duty.",
		"Resolution 1701, Article 5 and Route 66 were quoted.",
		"He told Fox 8 and Channel 4 about the G20.",
		"Call 555-867-5309 or 911.",
		"The 9/11 attacks; open 24/7; on 12/10/2024.",
		"One of the best, no one doubts it, one another aside, one can say.",
		"He first said so, at first, and First Deputy Minister Ruiz agreed.",
		"In the second half of the 19th century it grew.",
		"In the 1970s it had 5G.",
		"Junctions 16 and 17 were shut.",
		"World War II ended; the Third Reich fell.",
		"She sat in Row 22 of Flight 482, a Tu-154.",
		"A second-hand car and a first-class seat.",
		"Apollo 13 and Formula 1 fans met.",
	} {
		t.Run(s, func(t *testing.T) {
			for _, m := range find(s) {
				if m.Dimension == Share && m.Counted != "" || m.Bound == AtLeast && m.Low == 1 || m.Dimension == Rank {
					continue // "the best", "one of": never set against a number
				}
				t.Errorf("%q is taken for %s", m.Span.In(s), m)
			}
		})
	}
}

// TestSetting: the fields that say what a number is about.
func TestSetting(t *testing.T) {
	states := func(m Mention) string { return strings.Join(m.States.Names(), " ") }
	for _, c := range []struct {
		name, in, words string
		get             func(Mention) string
		want            string
	}{
		{"a total that is raised", "The two deaths take the number of climbers killed there to nine.", "nine", states, "killed"},
		{"killed before", "The blast killed at least 12 people and injured 30.", "12", states, "killed"},
		{"injured after and", "The blast killed at least 12 people and injured 30.", "30", states, "injured"},
		{"passive", "Six sailors were killed and 23 taken to hospital.", "23", states, "hospital"},
		{"passive, first", "Six sailors were killed and 23 taken to hospital.", "Six", states, "killed"},
		{"participle", "It swept the valley, killing five hikers, one of them a child.", "five", states, "killed"},
		{"help", "Some 34 villagers sought medical help.", "34", states, "treated"},
		{"no help", "Some 34 villagers sought help from the bank.", "34", states, ""},
		{"missing", "With nine people missing, crews dug on.", "nine", states, "missing"},
		{"elliptic", "It left 17 dead and 11 missing.", "11", states, "missing"},
		{"toll", "The toll from the storms that hit the coast rose to 19.", "19", states, "killed"},
		{"joined", "Two soldiers and three drivers were arrested.", "Two", states, "arrested"},
		{"relative clause", "She is one of seven people who died.", "seven", states, "killed"},
		{"lives claimed", "The fever has claimed 71 lives.", "71", states, "killed"},
		{"lives lost", "A dozen people lost their lives.", "A dozen", states, "killed"},
		{"lives of", "It claimed the lives of three boys.", "three", states, "killed"},
		{"wards", "It runs nine hospitals.", "nine", states, ""},
		{"part of a whole", "One of its 14 patients was missing.", "14", states, ""},
		{"modifiers", "Nine Malian border guards fled.", "", func(m Mention) string { return strings.Join(m.Of, " ") }, "border malian"},
		{"proper", "Nine Malian border guards fled.", "", func(m Mention) string { return strings.Join(m.Proper, " ") }, "malian"},
		{"as of", "By Tuesday night, 40 bodies had been found.", "40", func(m Mention) string { return m.AsOf }, "By Tuesday night"},
		{"mid-morning", "Shares were down 9% by mid-morning.", "9%", func(m Mention) string { return m.AsOf }, "by mid-morning"},
		{"trading", "Shares fell 9% in early trading.", "9%", func(m Mention) string { return m.AsOf }, "early trading"},
		{"close", "Shares closed 6.3% lower in Oslo.", "6.3%", func(m Mention) string { return m.AsOf }, "closed"},
		{"close at", "Shares of the firm closed at $31.80.", "$31.80", func(m Mention) string { return m.AsOf }, "closed"},
		{"no close", "The road closed 12 hours ago.", "12 hours", func(m Mention) string { return m.AsOf }, ""},
		{"no trading", "It fined 40 people early in March.", "40 people", func(m Mention) string { return m.AsOf }, ""},
		{"so far", "So far, 40 bodies have been found.", "40", func(m Mention) string { return m.AsOf }, "So far"},
		{"running", "That brought to 38 the number of people arrested.", "38", func(m Mention) string { return fmt.Sprint(m.Running) }, "true"},
		{"planned", "About 60 people are expected to come.", "60", func(m Mention) string { return fmt.Sprint(m.Planned) }, "true"},
		{"rise", "Shares closed up 6.2 percent.", "6.2", func(m Mention) string { return fmt.Sprint(m.Trend) }, "1"},
		{"fall behind", "Shares ended 6.2% lower.", "6.2", func(m Mention) string { return fmt.Sprint(m.Trend) }, "-1"},
		{"hiatus", "It reopened after a 13-year hiatus.", "", func(m Mention) string { return m.Counted }, "hiatus"},
		{"difference", "It beat the mark by 2 degrees.", "", func(m Mention) string { return fmt.Sprint(m.Delta) }, "true"},
		{"gloss", "It ran for 11 miles (18km).", "18km", func(m Mention) string { return fmt.Sprint(m.Gloss) }, "true"},
		{"now is of its own clause", "Six of them were hurt, and all are now home.", "Six", func(m Mention) string { return m.AsOf }, ""},
		{"a percentage more", "They will be paid 4.5 per cent more from April.", "", func(m Mention) string { return fmt.Sprint(m.More, m.Trend) }, "false 1"},
		{"more", "Two more bodies were found.", "", func(m Mention) string { return fmt.Sprint(m.More) }, "true"},
		{"forbidden", "The rules forbid landing in winds of more than 15 knots.", "", func(m Mention) string { return m.Bound.String() }, "at most"},
		{"up to", "The fee goes up to 7 euros.", "", func(m Mention) string { return m.Bound.String() }, "exact"},
		{"ago", "It closed two years ago.", "", func(m Mention) string { return m.Anchor }, "ago"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.get(only(t, c.in, c.words)); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// TestCompare sets the first quantity of two sentences side by side.
func TestCompare(t *testing.T) {
	for _, c := range []struct {
		name, left, right string
		want              Outcome
	}{
		{"same count", "The fire killed 42 miners.", "In all, 42 miners were killed.", Equal},
		{"the lowest step", "The warning was cut to level one on the lake.", "On the lake the warning was cut to level two.", Incompatible},
		{"only one", "Only one of the divers survived.", "Three of the divers survived.", Incompatible},
		{"steps of a scale", "The ice was at danger level two.", "The danger of the ice was given as level three of five.", Incompatible},
		{"a step in a compound", "A category-2 cyclone crossed the bay.", "The cyclone that crossed the bay was of category three.", Incompatible},
		{"one step of a scale", "A category 2 cyclone crossed the bay.", "The cyclone that crossed the bay was of category two.", Equal},
		{"the first step", "He was tried for first-degree arson.", "He was tried for second-degree arson.", Incompatible},
		{"a step left behind", "The warning was lifted from level two to level four.", "The warning was at level three.", Incomparable},
		{"new ones and all, the other way", "The two deaths bring to nine the toll on the pass.", "Seven climbers had died on the pass.", Incomparable},
		{"new ones and all", "The two deaths bring the toll on the pass to nine.", "Seven climbers had died on the pass.", Incomparable},
		{"words and digits", "The fire killed forty-two miners.", "In all, 42 miners were killed.", Equal},
		{"other toll", "The fire killed 42 miners.", "The fire in the pit left 47 miners dead.", Incompatible},
		{"injured are not killed", "The fire killed 3 miners.", "The fire injured 12 miners.", Incomparable},
		{"about", "About 40 miners were in the pit.", "There were 42 miners in the pit.", Rounded},
		{"about so few", "A boy of about 13 was hurt.", "A boy of 12 was hurt.", Rounded},
		{"about so few, too far", "About 13 miners were killed in the pit.", "The fire in the pit killed 11 miners.", Incompatible},
		{"about, too far", "About 40 miners were killed in the pit.", "The fire in the pit killed 60 miners.", Incompatible},
		{"more than", "More than 200 homes burned in the valley.", "In the valley 214 homes burned.", Rounded},
		{"at least, below", "At least 50 homes burned in the valley.", "In the valley 44 homes burned.", Incompatible},
		{"at least, above", "At least 50 homes burned in the valley.", "In the valley 70 homes burned.", Rounded},
		{"up to, above", "Up to 50 homes burned in the valley.", "In the valley 70 homes burned.", Incompatible},
		{"dozens", "Dozens of homes burned in the valley.", "In the valley 47 homes burned.", Rounded},
		{"dozens are not nine", "Dozens of homes burned in the valley.", "In the valley nine homes burned.", Incompatible},
		{"a dozen", "A dozen joint drills were held.", "They held 12 joint drills.", Equal},
		{"synonyms", "Two servicemen were killed by mortar fire.", "Mortar fire killed four soldiers.", Incompatible},
		{"synonyms agree", "Two servicemen were killed by mortar fire.", "Mortar fire killed two soldiers.", Equal},
		{"two nations", "Three Ruritanian soldiers were killed.", "Five Graustarkian soldiers were killed.", Incomparable},
		{"part and whole", "He scored 19 goals in all.", "He scored 14 of his goals in the league.", Incomparable},
		{"months and years", "The term is 42 months.", "The term is 3.5 years.", Equal},
		{"days and months", "They signed a 90-day truce.", "They signed a three-month truce.", Rounded},
		{"decade", "It ended a ten-year rupture.", "It ended a decade of rupture.", Equal},
		{"hiatus", "It came after a 13-year hiatus.", "It came after a 13-year absence.", Equal},
		{"year count is no year number", "It came after a 13-year war.", "The war is in its 13th year.", Incomparable},
		{"quarter", "Sales fell 25%.", "Sales fell by a quarter.", Equal},
		{"nearly a third", "Orders grew 31%.", "Orders grew by nearly a third.", Rounded},
		{"more than a fifth", "Orders grew 21%.", "Orders grew by more than a fifth.", Rounded},
		{"one in 20", "One in 20 patients had a fever.", "Five per cent of patients had a fever.", Equal},
		{"rise and fall", "Shares of the firm closed up 6.2 percent.", "Shares of the firm closed 6.2% lower.", Incompatible},
		{"rounded money", "The order book grew to $1.2bn.", "The order book grew to $1.24 billion.", Rounded},
		{"swapped digits", "The drone contract is worth $240 million.", "The drone contract is worth 420 million dollars.", Incompatible},
		{"a sum without its currency", "It paid in 412 million pounds.", "It paid in more than 400 million.", Rounded},
		{"the same sum without its currency", "It forecast a turnover of 15 million.", "It forecast 15 million pounds of sales.", Equal},
		{"another sum without its currency", "It paid in 412 million pounds.", "It paid in 290 million.", Incomparable},
		{"so many times", "The system sent 612 alerts.", "It sent an alert more than 600 times.", Rounded},
		{"as many times as not", "The system sent 612 alerts.", "It sent an alert more than 100 times.", Incomparable},
		{"weeks and months of age", "An eight-week-old baby was hurt.", "A baby of two months was hurt.", Rounded},
		{"other weeks of age", "A four-week-old baby was hurt.", "A baby of three months was hurt.", Incomparable},
		{"out of ten", "The alarm was false in nine cases out of ten.", "In all, 90% of the cases were false.", Equal},
		{"term and long term", "She began a third term.", "She began a third five-year term.", Equal},
		{"currencies", "The contract is worth $240 million.", "The contract is worth 210 million euros.", Incomparable},
		{"range", "The firm expects sales of £1.6m to £1.8m.", "The firm expects sales of around £1.7m.", Rounded},
		{"miles", "Traffic was held for 60 miles.", "Traffic was held for 100 km.", Rounded},
		{"metres and feet", "Visibility was 20 metres.", "Visibility was 66 feet.", Equal},
		{"other metres", "The river crested at 1.8 metres.", "The river crested at 2.8 meters.", Incompatible},
		{"celsius", "The record high is 31.5C.", "The record high is 88.7 degrees Fahrenheit.", Equal},
		{"kilograms", "The whale weighed 4.5 tonnes.", "The whale weighed 4,500 kg.", Equal},
		{"tons", "It could carry 15 million tons of freight.", "It will carry 15 million tonnes of freight.", Equal},
		{"limit told two ways", "The rules allow winds of no more than 15 knots.", "The rules forbid winds of more than 15 knots.", Equal},
		{"bare number", "The train did 45 mph.", "The limit is 45.", Equal},
		{"ages of one", "Jan Kokkelman, 42, was hurt.", "Jan Kokkelmann, 43, was hurt.", Incompatible},
		{"ages of two", "Jan Kok, 42, was hurt.", "Ada Velt, 43, was hurt.", Incomparable},
		{"age with and without hyphens", "Jan Kok, 42, was hurt.", "A 42-year-old was hurt.", Equal},
		{"age limits", "It is for people aged 5 and older.", "It is for people aged 12 and older.", Incompatible},
		{"floors", "The fire began on the third floor.", "The fire began on the fourth floor.", Incompatible},
		{"times", "It is the fourth of its kind.", "It is the third time they train.", Incompatible},
		{"other vehicles", "The second lorry burned.", "The first lorry burned.", Incomparable},
		{"count and ordinal", "There have been 71 exchanges.", "It was the 71st exchange.", Equal},
		{"rank", "It is the largest early whale from Asia.", "It is the second-largest early whale from Asia.", Incompatible},
		{"score", "They beat Lund 4-2.", "They beat Lund 4-1.", Incompatible},
		{"score from the other side", "They beat Lund 4-2.", "Lund lost 2-4.", Equal},
		{"three-way", "They held a three-way meeting.", "They held a trilateral meeting.", Equal},
		{"none", "There were no serious allergic reactions.", "Three had serious allergic reactions.", Incompatible},
		{"forecast", "The Met Office expects 28C in town.", "It reached 26C in town.", Rounded},
		{"two more", "Two more bodies were found in the pit.", "Nine bodies were found in the pit.", Incomparable},
		{"a wind and a jet", "The jet left the runway at 87 km/h.", "The jet left the runway with an 18-knot wind.", Incomparable},
		{"one speed", "The jet left the runway at 87 km/h.", "The jet left the runway at 57 km/h.", Incompatible},
		{"from and to", "Output rose from 340 tonnes.", "Output rose to 430 tonnes.", Incomparable},
	} {
		t.Run(c.name, func(t *testing.T) {
			x, y := only(t, c.left, ""), only(t, c.right, "")
			e := Compare(x, y)
			if e.Outcome != c.want {
				t.Errorf("%s | %s: got %s, want %s: %s [%.2f %v %s]", x, y, e.Outcome, c.want, e.Why, e.Likeness.Score, e.Likeness.Firm, e.Likeness.Why)
			}
			if e.Why == "" {
				t.Error("no why")
			}
			if back := Compare(y, x); back.Outcome != e.Outcome || back.Likeness.Score != e.Likeness.Score {
				t.Errorf("swapped: %s %.2f, want %s %.2f", back.Outcome, back.Likeness.Score, e.Outcome, e.Likeness.Score)
			}
		})
	}
}

func TestWhy(t *testing.T) {
	for _, c := range []struct{ left, right, want string }{
		{"The term is 42 months.", "The term is 3.5 years.", "42 months is 3.5 years"},
		{"Traffic was held for 60 miles.", "Traffic was held for 100 km.", `"60 miles" is about 96.6 kilometres`},
		{"At least 50 homes burned in the valley.", "In the valley 44 homes burned.", `"At least 50" leaves no room for "44"`},
		{"The fire killed 42 miners.", "The fire in the pit left 47 miners dead.", "42 or 47"},
	} {
		if got := Compare(only(t, c.left, ""), only(t, c.right, "")).Why; got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

// TestMatch: figures that agree are taken first, so that what is left over in
// one pair of claims contradicts nothing.
func TestMatch(t *testing.T) {
	left := find("Nine people are missing and 17 are dead in the flood.")
	right := find("In the flood 14 people are dead and nine missing.")
	var got []string
	for _, p := range Match(left, right) {
		got = append(got, left[p.Left].Value()+" | "+right[p.Right].Value()+": "+p.Evidence.Outcome.String())
	}
	want := []string{"9 person missing | 9 missing: equal", "17 killed | 14 person killed: incompatible"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestAcross: a figure that another link bears out is in no contradiction.
func TestAcross(t *testing.T) {
	build := func(claims ...string) []Mention {
		s := strings.Join(claims, " ")
		a := model.Article{Text: s}
		var cs []model.Claim
		var toks [][]text.Token
		at := 0
		for _, c := range claims {
			span := model.Span{Start: at, End: at + len(c)}
			cs, toks = append(cs, model.Claim{Span: span}), append(toks, text.Tokens(s, span))
			at += len(c) + 1
		}
		return Find(a, cs, toks)
	}
	left := build("It came down 900 metres along the runway.", "The jet stopped 140 metres past it.")
	right := build("It stopped 150 metres past the runway.", "The jet stopped some 140 metres on.")
	links := []model.Link{{Left: 0, Right: 0}, {Left: 1, Right: 1}}
	for _, p := range Across(left, right, links) {
		if p.Left == 1 && p.Right == 1 && p.Evidence.Outcome != Rounded {
			t.Errorf("140 and some 140 metres are %s", p.Evidence.Outcome)
		}
	}
	again := build("It stopped 140 metres past the runway.")
	for _, p := range Across(left, again, []model.Link{{Left: 0, Right: 0}, {Left: 1, Right: 0}}) {
		if p.Evidence.Outcome == Incompatible {
			t.Errorf("%s contradicts %s, which agrees elsewhere", left[p.Left], again[p.Right])
		}
	}
}

// TestLexicon: every list says what its lines are, and no unit is without a size.
func TestLexicon(t *testing.T) {
	for _, line := range lines("word.txt") {
		if name, _, _ := strings.Cut(line, ":"); !slices.Contains(setNames[:], name) {
			t.Errorf("word.txt: no rule asks for %q", name)
		}
	}
	for _, line := range lines("number.txt") {
		if f := strings.Fields(line); len(f) < 3 || sorts[f[0]] == noSort {
			t.Errorf("number.txt: %q", line)
		}
	}
	for _, line := range lines("bound.txt") {
		f := strings.Fields(line)
		if _, ok := boundWords[f[1]]; len(f) < 3 || !ok || f[0] != "pre" && f[0] != "post" {
			t.Errorf("bound.txt: %q", line)
		}
	}
	for form, u := range words().units {
		if u.factor <= 0 || u.name == "" {
			t.Errorf("%q is %+v", form, u)
		}
	}
	if n := len(words().stateNames); n > 64 {
		t.Errorf("%d states do not fit", n)
	}
}
