package date

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"doubletake/model"
)

// found lists the mentions of a body as "words = value", one a line.
func found(published, body string) string {
	_, ms := findIn(model.Article{Text: body, Published: published})
	var out []string
	for _, m := range ms {
		out = append(out, m.Span.In(body)+" = "+m.Value.String())
	}
	return strings.Join(out, "\n")
}

func TestFindWritten(t *testing.T) {
	tests := []struct{ name, body, want string }{
		{"iso", "The ship left on 2025-11-15 for Oslo.", "2025-11-15 = 2025-11-15"},
		{"american", "He left on March 4, 2025, for Oslo.", "March 4, 2025 = 2025-03-04"},
		{"british", "He left on 4 March 2025.", "4 March 2025 = 2025-03-04"},
		{"ordinal", "It opened March 4th and shut on the 5th of April.", "March 4th = --03-04\n5th of April = --04-05"},
		{"abbreviated", "The vote of Mar. 4, 2025 stands; so does that of Sept 9.", "Mar. 4, 2025 = 2025-03-04\nSept 9 = --09-09"},
		{"no year", "It met on November 16.", "November 16 = --11-16"},
		{"weekday and date", "It met on Tuesday, March 4.", "Tuesday, March 4 = --03-04"},
		{"weekday and british date", "It met on Tuesday 4 March 2025 at noon.", "Tuesday 4 March 2025 at noon = 2025-03-04 12:00"},
		{"short weekday", "Doors open Tue. 4 March, says the club.", "Tue. 4 March = --03-04"},
		{"date, a weekday", "On October 3, a Friday, the bank failed.", "October 3, a Friday = --10-03"},
		{"month and year", "Since May 2023 nothing moved.", "Since May 2023 = since 2023-05"},
		{"month comma year", "It broke in February, 2019.", "February, 2019 = 2019-02"},
		{"month, day and word", "One December day in 2019 it rained.", "December day in 2019 = 2019-12"},
		{"days of a month", "The fair runs March 3-5 in Bonn.", "March 3-5 = --03-03/--03-05"},
		{"days, dash", "The fair runs 3–5 March 2026 in Bonn.", "3–5 March 2026 = 2026-03-03/2026-03-05"},
		{"two days", "They met on Sept. 14 and 15 in Rome.", "Sept. 14 and 15 = --09-14/--09-15"},
		{"over two months", "It ran from March 30 to April 2.", "March 30 to April 2 = --03-30/--04-02"},
		{"night of two days", "It sank on the night of March 3 to 4.", "night of March 3 to 4 = --03-03/--03-04 night"},
		{"parts of a month", "Early March was dry, mid-April wet, late June hot.", "Early March = early --03\nmid-April = mid --04\nlate June = late --06"},
		{"ends", "At the end of September, and by the beginning of May 2024.", "end of September = end of --09\nby the beginning of May 2024 = by start of 2024-05"},
		{"parts of a year", "In mid-2024, late 2023 and early in 2025.", "mid-2024 = mid 2024\nlate 2023 = late 2023\nearly in 2025 = early 2025"},
		{"decades", "The 1990s, the early 2000s and the '80s.", "1990s = 1990s\nearly 2000s = early 2000s\n80s = 1980s"},
		{"decade in words", "It was built in the nineties by men in their sixties.", "nineties = 1990s"},
		{"century", "A 19th-century mill and a castle of the twelfth century.", "19th-century = century 19\ntwelfth century = century 12"},
		{"quarters", "Sales in the first quarter, in Q3 2024 and in the third quarter of 2023.", "first quarter = --Q1\nQ3 2024 = 2024-Q3\nthird quarter of 2023 = 2023-Q3"},
		{"quarter as adjective", "Third-quarter profit fell.", "Third-quarter = --Q3"},
		{"half", "In the first half of June and the second half of 2024.", "first half of June = --06-01/--06-15\nsecond half of 2024 = 2024-H2"},
		{"week of a month", "In the first week of November and the last week of March 2025.", "first week of November = --11-01/--11-07\nlast week of March 2025 = 2025-03-25/2025-03-31"},
		{"months of a year", "In the first seven months of 2026 trade fell.", "first seven months of 2026 = 2026-01/2026-07"},
		{"months to", "Profit in the three months to 30 September rose.", "three months to 30 September = --07/--09"},
		{"year to", "In the year to March costs rose.", "year to March = --04/--03"},
		{"months through", "From January through July it rained.", "January through July = --01/--07"},
		{"seasons", "In the spring of 2023, in winter and since the autumn.", "spring of 2023 = spring 2023\nwinter = winter\nsince the autumn = since autumn"},
		{"years", "War broke out in 2011; the 2019 vote and a 1974 dam.", "2011 = 2011\n2019 = 2019\n1974 = 1974"},
		{"since", "Nothing happened since 2011.", "since 2011 = since 2011"},
		{"between years", "It fell between 2019 and 2021.", "2019 and 2021 = 2019/2021"},
		{"from year to year", "It fell from 2019 to 2021 (then 2022–2024).", "2019 to 2021 = 2019/2021\n2022–2024 = 2022/2024"},
		{"business year", "In 2024-25 and in fiscal 2023 it lost money.", "2024-25 = FY2025\nfiscal 2023 = FY2023"},
		{"weekdays as range", "Shops open Monday to Friday, and from Tuesday until Thursday.", "Monday to Friday = Monday/Friday\nTuesday until Thursday = Tuesday/Thursday"},
		{"holidays", "On Christmas Day 2024, New Year's Eve and the Fourth of July.", "Christmas Day 2024 = 2024-12-25\nNew Year's Eve = --12-31\nFourth of July = --07-04"},
		{"late at night", "It rang late on Sunday night.", "late on Sunday night = Sunday late night"},
		{"day first", "Signed 25/04/2025.", "25/04/2025 = 2025-04-25"},
		{"month and year in digits", "Stamped 03/2027.", "03/2027 = 2027-03"},
		{"number of a file", "Case 14/2027 was closed.", "2027 = 2027"},
		{"dots", "Signed 25.04.2025 in Bern.", "25.04.2025 = 2025-04-25"},
		{"possessive", "After Tuesday's vote and March's storm in May’s heat.", "Tuesday = Tuesday\nMarch = --03\nMay = --05"},
		{"limits", "Until Friday, by late May, before the end of the year, through Sunday, no later than June 3.",
			"Until Friday = until Friday\nby late May = by late --05\nbefore the end of the year = before end of --12\nthrough Sunday = until Sunday\nno later than June 3 = by --06-03"},
		{"handed over", "It was handed over 30 years ago and shut over 20 years ago.", "30 years ago = 30 years ago\nover 20 years ago = before 20 years ago"},
		{"half a year", "It fell half an hour later, and to 38 per cent, from almost half a month earlier.", "half an hour later = 30 minutes later\na month earlier = a month earlier"},
		{"small hours", "In the small hours of Friday, in a small March of its own.", "small hours of Friday = Friday early"},
		{"vague", "He recently left; in recent months others did, weeks after the fire.", "recently = recently\nrecent months = recent months\nweeks after = weeks later"},
		{"endless", "Closed indefinitely, or until further notice.", "indefinitely = indefinitely\nfurther notice = indefinitely"},
		{"moved is no range", "The talks were moved from Tuesday to Thursday.", "from Tuesday = since Tuesday\nThursday = Thursday"},
		{"on the day of the month", "It began in March and ended on the 14th.", "March = --03\n14th = --03-14"},
		{"week of", "In the week of March 3 it thawed.", "week of March 3 = --03-03/--03-09"},
		{"weekday in a month", "It was a Tuesday morning in October 2023.", "Tuesday morning in October 2023 = 2023-10 morning"},
	}
	for _, c := range tests {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, found("", c.body)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestFindClock(t *testing.T) {
	tests := []struct{ name, body, want string }{
		{"a people's time", "It began at 12:20 Danish time on 4 July 2024 and ended at 3.40pm Irish time on 6 January 2025.",
			"12:20 Danish time on 4 July 2024 = 2024-07-04 12:20+02:00\n3.40pm Irish time on 6 January 2025 = 2025-01-06 15:40Z"},
		{"a southern time", "It rang at 9 p.m. Chilean time on 5 January 2025, at 9 p.m. Sydney time on 5 June 2025.",
			"9 p.m. Chilean time on 5 January 2025 = 2025-01-05 21:00-03:00\n9 p.m. Sydney time on 5 June 2025 = 2025-06-05 21:00+10:00"},
		{"clocks", "It rang at six in the morning by Uzbek clocks.", "six in the morning by Uzbek clocks = 06:00+05:00"},
		{"time between commas", "At 9 p.m., Oslo time, on 4 May 2025 it rang; at 9 a.m., Time magazine said, it rang again.",
			"9 p.m., Oslo time, on 4 May 2025 = 2025-05-04 21:00+02:00\n9 a.m. = 09:00"},
		{"time of an unknown place", "It rang at 6 a.m. Samoan time.", "6 a.m. Samoan time = 06:00 Samoan time"},
		{"small letters", "It rang at 9 p.m. pacific time on 4 May 2025.", "9 p.m. pacific time on 4 May 2025 = 2025-05-04 21:00-07:00"},
		{"an hour of a part of the day", "It rang on Tuesday evening at half past six, and at seven o'clock on Friday night.",
			"Tuesday evening at half past six = Tuesday 18:30\nseven o'clock on Friday night = Friday 19:00"},
		{"zone", "It began at 14:00 GMT.", "14:00 GMT = 14:00Z"},
		{"summer time", "It began at 3 p.m. BST.", "3 p.m. BST = 15:00+01:00"},
		{"noon", "Bells rang at noon local time.", "noon local time = 12:00 local time"},
		{"hours", "They moved at 0600 hours.", "0600 hours = 06:00"},
		{"four digits and zone", "They moved at 2030 GMT on Monday.", "2030 GMT on Monday = Monday 20:30Z"},
		{"shortly after", "It rang shortly after 9 a.m. and just before 10 p.m. Friday.", "shortly after 9 a.m. = just after 09:00\njust before 10 p.m. Friday = just before Friday 22:00"},
		{"around", "It rang around 6 p.m. on Tuesday and Wednesday at about 7pm.", "around 6 p.m. on Tuesday = ~Tuesday 18:00\nWednesday at about 7pm = ~Wednesday 19:00"},
		{"british dot", "Calls came at 9.30pm and 6.40 am.", "9.30pm = 21:30\n6.40 am = 06:40"},
		{"range", "Roads close between 2 and 4 p.m., then 11-1 p.m., then from 9 a.m. to 5 p.m.", "2 and 4 p.m. = 14:00/16:00\n11-1 p.m. = 11:00/13:00\n9 a.m. to 5 p.m. = 09:00/17:00"},
		{"24 hours", "Shut from 16:00 until 23:30, it reopened at 00:15.", "16:00 until 23:30 = 16:00/23:30\n00:15 = 00:15"},
		{"minutes to and past", "It rang at twenty to ten and at ten past three in the morning.", "twenty to ten = 09:40\nten past three in the morning = 03:10"},
		{"a vote is no time", "They agreed by ten votes to six, or ten to six.", ""},
		{"no score", "They won 21:19 and the ratio was 14:40.", ""},
		{"no time but minutes", "She won in 2:14.", ""},
		{"city time", "At 11:42 p.m. Newfoundland time and 9 a.m. in Perth.", "11:42 p.m. Newfoundland time = 23:42 Newfoundland time\n9 a.m. = 09:00"},
		{"two zones", "It fell at 6:40 a.m. (0640 GMT) Friday.", "6:40 a.m. (0640 GMT) Friday = Friday 06:40 local time"},
		{"zone in brackets", "It fell at 6:40 a.m. (GMT).", "6:40 a.m. (GMT) = 06:40Z"},
		{"gmt plus", "It fell at 14:00 GMT+3.", "14:00 GMT+3 = 14:00+03:00"},
		{"o'clock", "By nine o'clock in the evening, or half past six.", "By nine o'clock in the evening = by 21:00\nhalf past six = 06:30"},
		{"off the hour", "At half past midnight he rang, and again at a quarter to nine.", "half past midnight = 00:30\nquarter to nine = 08:45"},
		{"with a dot", "It broke out at 8.40am, and he left at 10.55.", "8.40am = 08:40\n10.55 = 10:55"},
		{"a dot that is none", "The share stood at 10.55.", ""},
		{"month before a name", "In March Latvia Forward quit.", "March = --03"},
		{"two figures of a year", "They won the cup in '87.", "87 = 1987"},
		{"in the morning", "He rang at 8 in the morning and at 10 at night.", "8 in the morning = 08:00\n10 at night = 22:00"},
		{"parts of days", "Before dawn, in the afternoon, by nightfall on Sunday, at midnight.", "Before dawn = before dawn\nafternoon = afternoon\nby nightfall on Sunday = by Sunday dusk\nmidnight = midnight"},
		{"no parts", "A good morning to the night sky and the Evening Herald.", ""},
		{"late", "Late on Sunday, early Monday, in the early hours of Tuesday, late Friday afternoon.",
			"Late on Sunday = Sunday late\nearly Monday = Monday early\nearly hours of Tuesday = Tuesday early\nlate Friday afternoon = Friday afternoon"},
	}
	for _, c := range tests {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, found("", c.body)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestFindNone holds words that look like dates and are none.
func TestFindNone(t *testing.T) {
	for _, body := range []string{
		"Talks may fail. They march on. May he rest.",
		"Theresa May and April Jones met August Wilson, an august man, and Jan Novak.",
		"Protesters march to the sea; the March on the capital failed.",
		"A 13-year hiatus, a 3-year-old, a 38-year-old teacher, for two days, within ten days.",
		"The conflict enters its 13th year, on the 14th floor, in the second round.",
		"He sat in the sun, and they wed a second time in a minute.",
		"Some 1,950 soldiers, 2000 metres and 1500 homes; Flight 2019 and Agenda 2030 and a $2025 bill.",
		"The Sunday Clarion and Sheffield Wednesday on Black Friday.",
		"Spring water, fall guys and a summer camp; prices fall and plants spring up.",
		"He is one of the first, last of all, and this is next.",
		"In her thirties she ran 3:14.",
		"It counted 12 people and 4 dogs a day.",
		"USA Today and the BBC, said Radio Tonight.",
		"The end of the road, the start of a career, late arrivals and early birds.",
	} {
		t.Run(body, func(t *testing.T) {
			body = "The town woke. " + body
			if got := found("2025-11-17", body); got != "" {
				t.Error(got)
			}
		})
	}
}

func TestFindRelative(t *testing.T) {
	tests := []struct{ name, published, body, want string }{
		{"a day earlier", "", "It met on November 16. Just a day earlier, he had called.", "November 16 = --11-16\na day earlier = --11-15"},
		{"next day", "", "It met on February 28, 2025. The next day, it rose.", "February 28, 2025 = 2025-02-28\nnext day = 2025-03-01"},
		{"two days later", "", "It met on Monday. Two days later it met again.", "Monday = Monday\nTwo days later = Wednesday"},
		{"previous night", "2025-07-10", "It rose on Wednesday evening. It had stood the previous night.", "Wednesday evening = 2025-07-09 evening\nprevious night = 2025-07-08 night"},
		{"that evening", "", "He came on March 3. That evening he left.", "March 3 = --03-03\nThat evening = --03-03 evening"},
		{"following week", "2025-07-10", "He came on Monday. The following week he left.", "Monday = 2025-07-07\nfollowing week = 2025-07-14/2025-07-20"},
		{"day before a date", "", "A day before January 18 and two days after Christmas Day.", "A day before January 18 = --01-17\ntwo days after Christmas Day = --12-27"},
		{"yesterday", "2026-03-13", "He said yesterday that tomorrow and today differ.", "yesterday = 2026-03-12\ntomorrow = 2026-03-14\ntoday = 2026-03-13"},
		{"yesterday, no anchor", "", "He said yesterday.", "yesterday = yesterday"},
		{"last night", "2025-11-15", "He said last night, at 2pm yesterday and this morning.", "last night = 2025-11-14 night\n2pm yesterday = 2025-11-14 14:00\nthis morning = 2025-11-15 morning"},
		{"weekday before", "2025-11-06", "He spoke on Thursday; she on Wednesday; he on Friday.", "Thursday = 2025-11-06\nWednesday = 2025-11-05\nFriday = 2025-10-31"},
		{"weekday to come", "2025-05-18", "The vote will be held on Thursday.", "Thursday = 2025-05-22"},
		{"last and next weekday", "2025-11-06", "He spoke last Thursday and speaks next Monday.", "last Thursday = 2025-10-30\nnext Monday = 2025-11-10"},
		{"weekday of last week", "2025-11-06", "He spoke on Friday last week.", "Friday last week = 2025-10-31"},
		{"units", "2025-11-06", "Last week, this month, last month, next year and last year.", "Last week = 2025-10-27/2025-11-02\nthis month = 2025-11\nlast month = 2025-10\nnext year = 2026\nlast year = 2024"},
		{"ago", "2025-05-20", "Six months ago, two years ago and three days ago.", "Six months ago = 2024-11\ntwo years ago = 2023\nthree days ago = 2025-05-17"},
		{"last month by name", "2025-05-18", "Last August it burned.", "Last August = 2024-08"},
		{"seasons", "2026-03-25", "Last summer, this spring, next winter.", "Last summer = summer 2025\nthis spring = spring 2026\nnext winter = winter 2026"},
		{"month of next year", "2025-11-06", "It shuts in May next year, or in the spring of last year.", "May next year = 2026-05\nspring of last year = spring 2024"},
		{"months of the year", "2025-11-06", "In the first nine months of the year it grew.", "first nine months of the year = 2025-01/2025-09"},
		{"year nearby", "2025-11-17", "It met on November 16, as on March 3.", "November 16 = 2025-11-16\nMarch 3 = --03-03"},
		{"over New Year", "2026-01-02", "It met on December 30.", "December 30 = 2025-12-30"},
		{"weekend", "2025-11-05", "They met over the weekend and last weekend.", "weekend = 2025-11-01/2025-11-02\nlast weekend = 2025-11-01/2025-11-02"},
		{"paired weekday dates others", "", "He came on Tuesday, March 4. On Wednesday he left.", "Tuesday, March 4 = --03-04\nWednesday = --03-05"},
		{"dateline", "", "PORT ELIAN, Oct. 15 (Agency) - He said yesterday that it began on June 3.", "Oct. 15 = --10-15\nyesterday = --10-14\nJune 3 = --06-03"},
		{"masthead", "", "Wednesday, 5 March 2025\n\nHe left on Monday.", "Wednesday, 5 March 2025 = 2025-03-05\nMonday = 2025-03-03"},
		{"minutes later", "", "It hit at 6:40 a.m. Two minutes later it burned.", "6:40 a.m. = 06:40\nTwo minutes later = 06:42"},
		{"a year later", "", "She vanished on April 21, 2003. About a year later so did he.", "April 21, 2003 = 2003-04-21\nAbout a year later = ~2004"},
		{"later, no anchor", "", "A booster follows a year later.", "a year later = a year later"},
		{"at once", "2026-03-26", "He spoke on Wednesday. The rule took effect immediately. He left immediately.", "Wednesday = 2026-03-25\nimmediately = 2026-03-25"},
		{"end of the quarter", "", "In the third quarter it grew. Debt fell by the end of the quarter.", "third quarter = --Q3\nby the end of the quarter = by end of --Q3"},
		{"ambiguous order, told by another", "", "Signed 03/04/2025, sealed 25/04/2025.", "03/04/2025 = 2025-04-03\n25/04/2025 = 2025-04-25"},
		{"year from a weekday", "", "He came on Tuesday, 10 February. Work began in 2023. Last year it stopped.", "Tuesday, 10 February = --02-10\n2023 = 2023\nLast year = 2025"},
		{"a limit to come and two gone by", "2026-03-04", "They want an answer by Friday. Forty had been found by Tuesday. Prices rose by Monday.",
			"by Friday = by 2026-03-06\nby Tuesday = by 2026-03-03\nby Monday = by 2026-03-02"},
		{"published year alone", "2026", "Last year and yesterday.", "Last year = 2025\nyesterday = yesterday"},
	}
	for _, c := range tests {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, found(c.published, c.body)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
