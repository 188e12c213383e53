package entity

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"doubletake/model"
	"doubletake/model/article"
	"doubletake/model/claim"
	"doubletake/model/text"
)

// found are the entities of a body.
func found(body string) (model.Article, []model.Claim, []Entity) {
	a := article.Parse("test.txt", body)
	claims := claim.Split(a)
	tokens := make([][]text.Token, len(claims))
	for i, c := range claims {
		tokens[i] = text.Tokens(a.Text, c.Span)
	}
	return a, claims, Find(a, claims, tokens)
}

// line is an entity for a table: its kind, its forms, then its titles in brackets.
// One that nothing makes out, and a people, are left out.
func line(a model.Article, e Entity) string {
	s := fmt.Sprintf("%s %s", e.Kind, strings.Join(e.Forms, " | "))
	var titles []string
	for _, t := range e.Titles {
		titles = append(titles, t.Span.In(a.Text))
	}
	if len(titles) > 0 {
		s += " [" + strings.Join(titles, "; ") + "]"
	}
	return s
}

func TestFind(t *testing.T) {
	for _, tt := range []struct {
		name, body string
		want       []string
	}{
		{"a person with a title before", "Finance Minister Ilse Varga resigned on Monday.",
			[]string{"name Ilse Varga [Finance Minister]"}},
		{"a person with a title behind", "Ilse Varga, the finance minister, resigned on Monday.",
			[]string{"name Ilse Varga [finance minister]"}},
		{"a mound by its Persian word", "The mound is known as Tappeh Gholaman.", []string{"place Tappeh Gholaman"}},
		{"what a maker calls a machine", "She flew in on a Dassault Falcon 7X. An Airbus A320 landed behind it.", nil},
		{"a Korean name that opens a sentence, of common words", "Noh Man-sik spoke. Park Jin-ho did not. Park Avenue-based firms left.",
			[]string{"name Noh Man-sik", "name Park Jin-ho", "place Park Avenue"}},
		{"a title that ends with what it is in charge of", "Senior Superintendent of Police Hina Qadri spoke. Clerk of the Court Mary Lane did not.",
			[]string{"name Hina Qadri [Senior Superintendent of Police]", "name Mary Lane [Clerk of the Court]"}},
		{"a head of several words with of", "Chancellor of the Exchequer Ruth Dunn met Dean of Students Mark Hale.",
			[]string{"name Ruth Dunn [Chancellor of the Exchequer]", "name Mark Hale [Dean of Students]"}},
		{"an office and a rank", "Chief of Defence Staff General Uma Nair met army spokesman Major Anil Rao.",
			[]string{"name Uma Nair [Chief of Defence Staff; General]", "name Anil Rao [army spokesman; Major]"}},
		{"many who belong to a body", "Agents of the Bureau of Forests and Firearms came.", []string{"organisation Bureau of Forests and Firearms"}},
		{"a child by one name", "Linnea, her four-year-old niece, slept. The six-year-old Tovik cried. Outside, a guard stood.",
			[]string{"name Linnea [her four-year-old niece]", "name Tovik"}},
		{"a body in one word of another language", "Its biggest shareholder, Solvangfonden, sold. Pemex did not.",
			[]string{"organisation Solvangfonden", "organisation Pemex"}},
		{"a body that begins with a region's word", "The State Committee for Geology met in the Port of Rotterdam.",
			[]string{"organisation State Committee for Geology", "place Port of Rotterdam"}},
		{"a surname alone is the person named before", "Tomas Berglund spoke first. Berglund then left. Mr Berglund did not return.",
			[]string{"name Tomas Berglund | Berglund [Mr]"}},
		{"an abbreviated title at the end of a paragraph", "The award went to the surgeon Dr.\n\nHana Petrova, who thanked her team.",
			[]string{"name Hana Petrova [surgeon; Dr.]"}},
		{"a Korean name", "“We did it,” Yun Seong-hyeok, the chief, said. Gwon Hae-in agreed.",
			[]string{"name Yun Seong-hyeok [chief]", "name Gwon Hae-in"}},
		{"a faith is no name", "Shi'ite militias and Sunni clerics met.", nil},
		{"bodies that open a sentence by common words", "Human Rights Watch spoke. Citizens' Ballot Watch did not.",
			[]string{"organisation Human Rights Watch", "organisation Citizens' Ballot Watch"}},
		{"a country ends a body's name", "They joined Nordbank of Denmark and Aura Bank.", []string{"place Denmark", "organisation Aura Bank"}},
		{"a body owned by many", "The vote was called by the Farmers' Alliance and the Teachers' Union.",
			[]string{"organisation Farmers' Alliance", "organisation Teachers' Union"}},
		{"a body with a hyphen", "The Organization for Security and Co-operation in Europe sent observers.",
			[]string{"organisation Organization for Security and Co-operation in Europe"}},
		{"initials that own", "It has to pass the EFL's test.",
			[]string{"organisation EFL"}},
		{"initials in brackets", "The Slovak Road Administration (SSC) and the SSC's chief agreed.",
			[]string{"organisation Slovak Road Administration | SSC"}},
		{"the form of a company", "The port is run by Luka Nova d.d. and by Lindtoft Bulk A/S.",
			[]string{"organisation Luka Nova d.d.", "organisation Lindtoft Bulk A/S"}},
		{"a company behind a role, and its seat", "Its owner, Norrvik Marine S.A. of Genoa, said nothing.",
			[]string{"organisation Norrvik Marine S.A.", "place Genoa"}},
		{"a border crossing", "The coach stood at the Gorna Dubica crossing.", []string{"place Gorna Dubica crossing"}},
		{"what a body sits on", "It was found by the Aland Commission on Environmental Quality, officials said.",
			[]string{"organisation Aland Commission on Environmental Quality"}},
		{"fire and rescue", "It took 50 people from Avon and Somerset Fire and Rescue four hours.",
			[]string{"organisation Avon and Somerset Fire and Rescue"}},
		{"a museum in French", "It hangs in the Musée Perrault.", []string{"organisation Musée Perrault"}},
		{"a company by its calling", "The state carrier Ansa Nova and the Dutch firm Van Houten were fined.",
			[]string{"organisation Ansa Nova", "organisation Van Houten"}},
		{"a well-known body", "The tent was run by Doctors Without Borders.",
			[]string{"organisation Doctors Without Borders"}},
		{"a saint's hospital", "They were flown to St. Brendan's Hospital.",
			[]string{"organisation St. Brendan's Hospital"}},
		{"a saint's town", "The line crosses Sint-Godelieve.", []string{"place Sint-Godelieve"}},
		{"a reef and a summit", "It struck the Carreg Ddu reef, in sight of the summit of Moel Hebog.",
			[]string{"place Carreg Ddu reef", "place Moel Hebog"}},
		{"what somebody is", "Brit Caleb Wrenshaw won.", []string{"name Caleb Wrenshaw"}},
		{"a word stressed", "They vowed NOT to leave and FINALLY left.", nil},
		{"the ends of a way", "She sailed from Pireas to Spetses, and drove between Sisian and Kajaran.",
			[]string{"place Pireas", "place Spetses", "place Sisian", "place Kajaran"}},
		{"a town in its region", "It snowed in the hills above Palmer Lake, Colorado, and in Wexcombe, Texas.",
			[]string{"place Palmer Lake", "place Colorado", "place Wexcombe", "place Texas"}},
		{"a name with an Arabic article", "Defence Minister Yusuf al-Khatib met officers. Al-Khatib left at noon.",
			[]string{"name Yusuf al-Khatib | Khatib [Defence Minister]"}},
		{"a name with a particle", "The painter Maria van der Velde died on Friday. Van der Velde was 81.",
			[]string{"name Maria van der Velde | Van der Velde [painter]"}},
		{"a double surname", "The vote was won by Jean-Luc Moreau-Petit of Lyon.",
			[]string{"name Jean-Luc Moreau-Petit", "place Lyon"}},
		{"a body in words and its acronym", "The Northern Fisheries Agency (NFA) closed the bay. The NFA gave no reason.",
			[]string{"organisation Northern Fisheries Agency | NFA"}},
		{"a ministry", "The Ministry of Health denied it. The ministry gave no figures.",
			[]string{"organisation Ministry of Health"}},
		{"a company", "The company Halvorsen Marine sold two ships. Halvorsen Marine Ltd kept a third.",
			[]string{"organisation Halvorsen Marine | Halvorsen Marine Ltd"}},
		{"a town and its country", "The train left Graz in Austria at noon.",
			[]string{"place Graz", "place Austria"}},
		{"two people of one surname", "Olga Brandt and Peter Brandt were both elected. Olga Brandt thanked voters.",
			[]string{"name Olga Brandt", "name Peter Brandt"}},
		{"a word that opens a sentence is no name", "Yesterday nobody came. However, doors were open. Later it rained.", nil},
		{"months and weekdays are no names", "On Monday it rained. By March, Tuesday rain had become rare.", nil},
		{"a short sentence dense with names", "Finance Minister Ilse Varga met Tomas Berglund on Monday.",
			[]string{"name Ilse Varga [Finance Minister]", "name Tomas Berglund"}},
		{"a line in title case tells nothing", "The Bridge Over The River Fell Down Today", nil},
		{"an article set in capitals tells nothing", "THE BRIDGE OVER THE RIVER FELL DOWN TODAY AND NOBODY CAME", nil},
		{"a possessive", "Ilse Varga’s office said so. Officials praised Ilse Varga.",
			[]string{"name Ilse Varga"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, _, all := found(tt.body)
			var got []string
			for _, e := range all {
				if !e.Loose && !(e.Kind == model.Place && e.Adjective) {
					got = append(got, line(a, e))
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestAdjective holds that a people alone is a place told by an adjective.
func TestAdjective(t *testing.T) {
	_, _, all := found("A Norwegian trawler sank. Norwegian divers found it.")
	i := slices.IndexFunc(all, func(e Entity) bool { return e.Kind == model.Place })
	if i < 0 || !all[i].Adjective {
		t.Errorf("%+v", all)
	}
}

// broken lists what entities break of what Find promises.
func broken(a model.Article, claims []model.Claim, all []Entity) (out []string) {
	say := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	inside := func(c model.ClaimIndex, at model.Span) bool {
		return c >= 0 && int(c) < len(claims) && claims[c].Span.Contains(at) && !at.Empty() &&
			utf8.RuneStart(a.Text[at.Start]) && (at.End == len(a.Text) || utf8.RuneStart(a.Text[at.End]))
	}
	before := -1
	for _, e := range all {
		if len(e.Mentions) == 0 || e.Label == "" || len(e.Forms) == 0 {
			say("%q has %d mentions, %d forms", e.Label, len(e.Mentions), len(e.Forms))
			continue
		}
		if at := e.Mentions[0].Span.Start; at < before {
			say("%q at %d stands behind one at %d", e.Label, at, before)
		} else {
			before = at
		}
		last := -1
		for _, m := range e.Mentions {
			if !inside(m.Claim, m.Span) || m.From >= m.To || m.Form < 0 || m.Form >= len(e.Forms) || m.Span.Start < last {
				say("%q has a mention %+v", e.Label, m)
			}
			last = m.Span.Start
		}
		for _, x := range e.Titles {
			if !inside(x.Claim, x.Span) || len(x.Offices) == 0 || e.Kind != model.Name {
				say("%s %q has a title %+v", e.Kind, e.Label, x)
			}
		}
	}
	return out
}

// FuzzFind holds what Find promises on any text.
func FuzzFind(f *testing.F) {
	f.Add("Finance Minister Ilse Varga met the NFA in Graz. Varga’s aide, Dr. O’Neil-Brandt, did not.")
	f.Add("‘Prof.’\n\nAl-Khatib; “the U.S.-led Ministry of”, Élodie — MOFCOM (NFA)")
	f.Add("A. B. C. of the And The de la van der")
	f.Fuzz(func(t *testing.T, body string) {
		if len(body) > 4096 {
			t.Skip("longer than a test wants")
		}
		for _, problem := range broken(found(body)) {
			t.Error(problem)
		}
	})
}

// BenchmarkFind reads one article of some length.
func BenchmarkFind(b *testing.B) {
	body := strings.Repeat("Finance Minister Ilse Varga met Tomas Berglund of the Northern Fisheries Agency in Graz on Monday.\n\n", 40)
	a := article.Parse("bench.txt", body)
	claims := claim.Split(a)
	tokens := make([][]text.Token, len(claims))
	for i, c := range claims {
		tokens[i] = text.Tokens(a.Text, c.Span)
	}
	b.ReportAllocs()
	for b.Loop() {
		Find(a, claims, tokens)
	}
}
