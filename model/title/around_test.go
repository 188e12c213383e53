package title

import (
	"strings"
	"testing"

	"doubletake/model/text"
)

// cut reads a text with a bar where a name begins or ended.
func cut(s string) (toks []text.Token, at int) {
	before, after, _ := strings.Cut(s, "|")
	all := before + after
	toks = tokens(all)
	for at < len(toks) && toks[at].Span.Start < len(before) {
		at++
	}
	return toks, at
}

func spanOf(toks []text.Token, from, to int, s string) string {
	if from >= to {
		return ""
	}
	return strings.Replace(s, "|", "", 1)[toks[from].Span.Start:toks[to-1].Span.End]
}

func TestBefore(t *testing.T) {
	for in, want := range map[string]string{
		"Russian Deputy Defense Minister |Yunus Bek arrived":                     "Russian Deputy Defense Minister",
		"the council's chief executive, |Alan Moss, said":                        "council's chief executive",
		"with Turkey's deputy defence minister, |Şükrü Aksoy.":                   "Turkey's deputy defence minister",
		"said Fire Chief |Thomas Ray":                                            "Fire Chief",
		"Police Sgt. |Paul Moore said":                                           "Police Sgt.",
		"Deputy mayor |Colin Fry said":                                           "Deputy mayor",
		"Their teacher, |Bhupen Das, ran":                                        "Their teacher",
		"Lib Dem leader |Sunita Rao":                                             "Lib Dem leader",
		"with former U.S. Secretary of State |Ann Bell":                          "former U.S. Secretary of State",
		"the retired chemistry teacher |Harold Moss":                             "retired chemistry teacher",
		"he told retired chemistry teacher |Harold Moss":                         "retired chemistry teacher",
		"Minister of Foreign Affairs |Sergei Ivanov":                             "Minister of Foreign Affairs",
		"Lt. Gen. |Oleh Bondar":                                                  "Lt. Gen.",
		"Chief of Defence Staff General |Uma Nair spoke":                         "Chief of Defence Staff General",
		"On Monday President |Vladimir Petrov":                                   "President",
		"a spokesman for President |Petrov":                                      "President",
		"met the Deputy Prime Minister and Minister of Transport |Askar Omarov":  "Deputy Prime Minister and Minister of Transport",
		"NATO Secretary-General |Jens Berg":                                      "NATO Secretary-General",
		"the Foreign Ministry spokeswoman |Lin Hua":                              "Foreign Ministry spokeswoman",
		"Damascus on Sunday, |Yunus Bek, said":                                   "",
		"they met |Yunus":                                                        "",
		"After the general election |Smith said":                                 "",
		"After meeting the president, |Petrov said":                              "",
		"his wife, |Anna, said":                                                  "his wife",
		"the head of the regional water board, |Ali Reza, resigned":              "head of the regional water board",
		"acting Minister of Public Works |Zadran":                                "acting Minister of Public Works",
		"Klamath County Sheriff |Dale Moore":                                     "Klamath County Sheriff",
		"Gov. |Ann Marsh":                                                        "Gov.",
		"At the pier stood Rear Adm. |Raghav Rao":                                "Rear Adm.",
		"said Mr. |Coyle":                                                        "Mr.",
		"Fenwick & Stone analyst |Priya Rao said":                                "Fenwick & Stone analyst",
		"the 34-year-old nurse |Ann Bell":                                        "nurse",
		"co-founder and CEO |Ann Bell":                                           "co-founder and CEO",
		"Brig.-Gen. |Ann Bell":                                                   "Brig.-Gen.",
		"met Pope |Francis":                                                      "Pope",
		"Saudi Crown Prince |Mohammed":                                           "Saudi Crown Prince",
		"Meeting Prime Minister |Ann Bell":                                       "Prime Minister",
		"the deputy head of mission at the embassy, |Ann Bell, said":             "deputy head of mission at the embassy",
		"said its president, |Lt. Dennis Moss.":                                  "its president",
		"\"We know,\" Kremlin spokesman |Dmitry Orlov said":                      "Kremlin spokesman",
		"convicted |Mason Tyler":                                                 "",
		"Chief Justice |Ann Bell":                                                "Chief Justice",
		"in the general area of |Leeds":                                          "",
		"the major city of |Leeds":                                               "",
		"head coach |Jo Moss":                                                    "head coach",
		"the mayor of Sirte, |Omar ash-Sharif, told":                             "mayor of Sirte",
		"the spokesman of the eastern command, |Colonel Mahmud ash-Sharif, said": "spokesman of the eastern command",
		"will be run by a chargé d’affaires, |Mehdi Nia, with":                   "chargé d’affaires",
		"ex-president |Carlos Ruiz":                                              "ex-president",
	} {
		t.Run(in, func(t *testing.T) {
			toks, at := cut(in)
			start, ok := Before(toks, at)
			got := ""
			if ok {
				end := at
				if toks[end-1].Text == "," {
					end--
				}
				got = spanOf(toks, start, end, in)
			}
			if got != want {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}

func TestAfter(t *testing.T) {
	for in, want := range map[string]string{
		"Bek|, head of the Syrian Ministry of Defense, said":                                "head of the Syrian Ministry of Defense",
		"Orlov|, a Middle East analyst at the Moscow Institute of World Economy, said":      "Middle East analyst at the Moscow Institute of World Economy",
		"Aksoy|, the defence ministry's spokesman, said":                                    "defence ministry's spokesman",
		"Vroomen|, who chairs the committee, said":                                          "who chairs the committee",
		"Lee|, 61, a retired electrician from Lower Wexcombe, said":                         "retired electrician from Lower Wexcombe",
		"Lee| (the finance minister) said":                                                  "finance minister",
		"Das|, who teaches at a hostel school, ran":                                         "who teaches at a hostel school",
		"Das|, who leads it.":                                                               "who leads it",
		"Das|, who advises her on housing, said":                                            "who advises her on housing",
		"Das|, his only rival and the league's treasurer until 2019.":                       "league's treasurer",
		"Das|, the agency said.":                                                            "",
		"Das|, the minister said.":                                                          "",
		"Das|, a move that angered the president":                                           "",
		"Das|, a spokesman for the U.S. Navy's 7th Fleet, said":                             "spokesman for the U.S. Navy's 7th Fleet",
		"Das|, Azerbaijan's Deputy Minister of Defense Industry, to discuss":                "Azerbaijan's Deputy Minister of Defense Industry",
		"Das|, Turkey's deputy defence minister, said":                                      "Turkey's deputy defence minister",
		"Das|, who is a nurse at the clinic.":                                               "nurse at the clinic",
		"Das|, undersecretary for political affairs at Bahrain's Foreign Ministry, arrived": "undersecretary for political affairs at Bahrain's Foreign Ministry",
		"Das|, the state's chief engineer for water resources.":                             "state's chief engineer for water resources",
		"Das|, Kazakhstan's transport minister and deputy prime minister, said":             "Kazakhstan's transport minister and deputy prime minister",
		"Das|, chief executive of Moss & Sons, said":                                        "chief executive of Moss & Sons",
		"Das|, 34, then mayor of Leeds, said":                                               "mayor of Leeds",
		"Das|, a 34-year-old nurse from Leeds, said":                                        "nurse from Leeds",
		"Das|, president and chief executive of Acme, said":                                 "president and chief executive of Acme",
		"Das|, Acme's president and chief executive, said":                                  "Acme's president and chief executive",
		"Das|, MP for Leeds North, said":                                                    "MP for Leeds North",
		"Das|, CEO of Acme, said":                                                           "CEO of Acme",
		"Das|, who has been mayor since 2019, said":                                         "mayor",
		"Das|, who served as mayor of Leeds, said":                                          "mayor of Leeds",
		"Das|, who was elected president in 2014, said":                                     "president",
		"Das|, 23, from Leeds, said":                                                        "",
		"Das|, a nurse on her way to work, said":                                            "nurse",
		"Das|, flag officer commanding the Northern Fleet, said":                            "flag officer commanding the Northern Fleet",
		"Das|, whose brother is mayor, said":                                                "",
		"In Leeds on Monday|, President Ann Bell said":                                      "",
		"Das|, the woman's lawyer, said":                                                    "woman's lawyer",
		"Das|, head of the agency until 2019, said":                                         "head of the agency",
		"Das|, an engineer in Tashkent puts down his pen":                                   "engineer in Tashkent",
		"Þórður|, the Met Office's head of forecasting. He said":                            "Met Office's head of forecasting",
		"Das|, the spokesman of the Uzbek Foreign Ministry, said":                           "spokesman of the Uzbek Foreign Ministry",
		"Abdulwahid Dzadran|, the acting Minister of Transport in Kabul, told the radio":    "acting Minister of Transport in Kabul",
		"Das|, but the president said":                                                      "",
		"Das| said the president":                                                           "",
		"Das|, who arrived with the president":                                              "",
		"Das|, a professor emerita of climatology at the University of Iceland.":            "professor emerita of climatology at the University of Iceland",
	} {
		t.Run(in, func(t *testing.T) {
			toks, at := cut(in)
			from, to, ok := After(toks, at)
			got := ""
			if ok {
				got = spanOf(toks, from, to, in)
			}
			if got != want {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}

func TestHead(t *testing.T) {
	for in, want := range map[string]string{
		"the |prime minister":               "prime minister",
		"|Vice Admiral Tran":                "Vice Admiral",
		"its |chief executive officer said": "chief executive officer",
		"|Lt. Gen. Bondar":                  "Lt. Gen.",
		"|Sgt. Moore":                       "Sgt.",
		"the county |sheriff said":          "sheriff",
		"a |general election":               "",
		"the |general said":                 "general",
		"|General Bondar":                   "General",
		"a |major problem":                  "",
		"in |private, he said":              "",
		"the |chief concern":                "",
		"his |fellow citizens":              "",
		"they |cook dinner":                 "",
		"the |head of the agency":           "head",
		"they |head to London":              "",
		"Theresa |King said":                "",
		"Mr |Baker said":                    "",
		"|King Harald":                      "King",
		"Attorney |General Moss":            "",
		"|Attorney General Moss":            "Attorney General",
		"the |Secretary-General":            "Secretary-General",
		"|consul general":                   "consul general",
		"|Brigadier General Moss":           "Brigadier General",
		"a |volcanologist said":             "volcanologist",
		"a |deputy mayor":                   "deputy mayor",
		"|general-purpose tools":            "",
		"|the":                              "",
		"|C.E.O. Moss":                      "C.E.O.",
		"the |MP said":                      "MP",
		"at 3 |pm":                          "",
	} {
		t.Run(in, func(t *testing.T) {
			toks, at := cut(in)
			n, ok := Head(toks, at)
			got := ""
			if ok {
				got = spanOf(toks, at, at+n, in)
			}
			if got != want {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}

func TestPredicate(t *testing.T) {
	for in, want := range map[string]string{
		"Das| is the mayor of Leeds.":              "mayor of Leeds",
		"Das| was head of procurement until 2019.": "head of procurement",
		"Das| became president in 2014.":           "president",
		"Das| was appointed ambassador to Kuwait.": "ambassador to Kuwait",
		"Das| has been a nurse for years.":         "nurse",
		"Das| will act as chargé d'affaires.":      "chargé d'affaires",
		"Das| was met by the president.":           "",
		"Das| is expected to meet the ambassador.": "",
		"Das| said the mayor was ill.":             "",
	} {
		t.Run(in, func(t *testing.T) {
			toks, at := cut(in)
			from, to, ok := Predicate(toks, at)
			got := ""
			if ok {
				got = spanOf(toks, from, to, in)
			}
			if got != want {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}

func TestAround(t *testing.T) {
	for in, want := range map[string]string{
		"Afghanistan's acting Minister of Public Works, Mawlawi |Abdul Wahid|, said": "Afghanistan's acting Minister of Public Works; Mawlawi",
		"Deputy Defence Minister Col. Gen. |Ivan Orlov| said":                        "Deputy Defence Minister; Col. Gen.",
		"the spokesman of the eastern command, Colonel |Mahmud Sharif|, said":        "spokesman of the eastern command; Colonel",
		"Rear Adm. |Rao|, commander of the Eastern Fleet, who leads the visit, said": "Rear Adm.; commander of the Eastern Fleet; who leads the visit",
		"Neil's wife |Lynn| is the company secretary.":                               "Neil's wife; company secretary",
		"Mr |Coyle|, 61, a retired electrician from Leeds, said":                     "Mr; retired electrician from Leeds",
		"Neil's wife, |Lynn|, is the company secretary.":                             "Neil's wife; company secretary",
		"Neil, who met |Lynn|, is the company secretary.":                            "",
		"Its chairman, the retired judge |Nadia Kern|, said no.":                     "Its chairman; retired judge",
		"They met the mayor, the engineer |Nadia Kern|, and left.":                   "engineer",
		"|Lim Bo-ra|, a career diplomat who was consul in Osaka until 2019.":         "career diplomat; consul in Osaka",
		"Ms |Lim| leaves the museum, where she was a curator, for Rome.":             "Ms; curator",
		"Ms |Lim| met Ann Bell at the museum, where she was a curator.":              "Ms",
		"One of her trade advisers, identified only by the surname |Baek|, wept.":    "her trade advisers",
		"The driver, identified as |Jo Moss|, fled.":                                 "driver",
		"they met |Coyle| on Monday":                                                 "",
		"|Ann Bell|, head of the agency, |Jo Moss, the mayor, and":                   "head of the agency",
	} {
		t.Run(in, func(t *testing.T) {
			parts := strings.SplitN(in, "|", 3)
			all := strings.ReplaceAll(in, "|", "")
			toks := tokens(all)
			at := func(n int) (i int) {
				for i < len(toks) && toks[i].Span.Start < n {
					i++
				}
				return i
			}
			var got []string
			for _, r := range Around(toks, at(len(parts[0])), at(len(parts[0])+len(parts[1]))) {
				got = append(got, all[toks[r.From].Span.Start:toks[r.To-1].Span.End])
			}
			if g := strings.Join(got, "; "); g != want {
				t.Errorf("got %q, want %q", g, want)
			}
		})
	}
}

func TestAll(t *testing.T) {
	for in, want := range map[string]string{
		"Eleven glaziers and 14 welders met the club's treasurer.":    "glaziers; welders; club's treasurer",
		"The deputy mayor asked Mr Orme, her brother, and the mayor.": "deputy mayor; mayor",
		"The general election was called off in general.":             "",
	} {
		toks := tokens(in)
		var got []string
		for _, r := range All(toks) {
			got = append(got, spanOf(toks, r.From, r.To, in))
		}
		if g := strings.Join(got, "; "); g != want {
			t.Errorf("%q: got %q, want %q", in, g, want)
		}
	}
}
