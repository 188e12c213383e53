package title

import (
	"testing"

	"doubletake/model"
	"doubletake/model/text"
)

func tokens(s string) []text.Token { return text.Tokens(s, model.Span{End: len(s)}) }

func TestCompare(t *testing.T) {
	for name, c := range map[string]struct {
		a, b string
		want Relation
	}{
		"permuted":                       {"Deputy Defense Minister", "Deputy Minister of Defense", Same},
		"permuted with a country":        {"Syria’s deputy minister of defence", "Deputy Defense Minister", Same},
		"head of a ministry":             {"head of the Syrian Ministry of Defense", "Deputy Minister of Defense", Conflict},
		"head of a ministry is minister": {"head of the Syrian Ministry of Defense", "Syrian defence minister", Same},
		"ministry chief":                 {"defence ministry chief", "Minister of Defence", Same},
		"first deputy":                   {"Defense Minister", "First Deputy Defence Minister", Conflict},
		"first deputy and deputy":        {"deputy defence minister", "First Deputy Defence Minister", Coarser},
		"director general":               {"director general for border policy at the ministry", "deputy director general for border policy", Conflict},
		"vice is deputy":                 {"Vice Minister of Trade", "deputy trade minister", Same},
		"national dropped":               {"Minister of National Defense", "defence minister", Same},
		"finance director":               {"CFO", "finance director", Same},
		"chief financial officer":        {"Chief Financial Officer", "CFO", Same},
		"chief executive":                {"CEO", "chief executive", Same},
		"two chiefs":                     {"chief executive", "chief operating officer", Conflict},
		"spokesperson":                   {"spokesman", "spokesperson for the company", Same},
		"spokeswoman":                    {"Foreign Ministry spokeswoman", "a spokesperson for the Chinese Foreign Ministry", Same},
		"chair":                          {"chairman", "chairwoman", Same},
		"governor":                       {"Gov.", "the governor of the region", Same},
		"senator":                        {"Sen.", "Senator", Same},
		"superintendent":                 {"Supt", "Superintendent", Same},
		"sergeant":                       {"Sgt.", "Sergeant", Same},
		"lieutenant general":             {"Lt. Gen.", "Lieutenant General", Same},
		"two generals":                   {"Lt. Gen.", "Major General", Conflict},
		"general for short":              {"General", "Lt. Gen.", Coarser},
		"lieutenant and general":         {"Lt.", "Major General", Conflict},
		"lieutenant colonel for short":   {"Colonel", "Lt. Col.", Coarser},
		"brigadier":                      {"Brig. Gen.", "brigadier", Same},
		"two admirals":                   {"vice admiral", "Rear Admiral", Conflict},
		"head of forecasting":            {"head of forecasting", "chief forecaster", Same},
		"emerita":                        {"professor emerita of law", "retired professor of law", Same},
		"ombudsman":                      {"Human Rights Commissioner", "ombudswoman", Same},
		"ombudsman in apposition":        {"the country's human rights ombudsman", "commissioner for human rights", Same},
		"professor and lecturer":         {"professor", "lecturer", Conflict},
		"professor and assistant":        {"professor", "assistant professor", Coarser},
		"stages of study":                {"a doctoral student", "an undergraduate", Conflict},
		"doctoral student":               {"PhD student", "doctoral candidate", Same},
		"two ministries":                 {"acting Minister of Public Works", "acting Minister of Transport", Conflict},
		"near ministries":                {"minister of trade", "Minister of Industry and Commerce", Unrelated},
		"undersecretary":                 {"undersecretary for political affairs", "political undersecretary", Same},
		"chargé":                         {"chargé d’affaires", "charge d'affaires", Same},
		"secretary of state":             {"Secretary of State", "U.S. Secretary of State", Same},
		"secretary of state abroad":      {"U.S. Secretary of State", "the American foreign minister", Same},
		"defence secretary":              {"Defense Secretary", "Secretary of Defense", Same},
		"secretary of state for":         {"Secretary of State for Defence", "defence secretary", Same},
		"president":                      {"President", "Russian President", Same},
		"vice president":                 {"Vice President", "President", Conflict},
		"vice president hyphen":          {"Vice-President", "U.S. vice president", Same},
		"deputy mayor":                   {"mayor", "deputy mayor", Conflict},
		"former":                         {"former president", "president", Coarser},
		"acting":                         {"acting chief executive", "chief executive", Coarser},
		"acting and deputy":              {"acting mayor", "deputy mayor", Unrelated},
		"wife and sister":                {"his wife", "his sister", Conflict},
		"mother and wife":                {"mother", "wife", Unrelated},
		"offices side by side":           {"Prime Minister", "Minister of Culture", Unrelated},
		"two countries":                  {"Russian foreign minister", "Syrian foreign minister", Conflict},
		"one country":                    {"foreign minister", "Syrian foreign minister", Same},
		"fleet and command":              {"commander of the Northern Fleet", "commander-in-chief of the Northern Naval Command", Conflict},
		"commander":                      {"flag officer commanding the Northern Fleet", "commander of the Northern Fleet", Same},
		"honorific":                      {"Mr", "Sheikh", Unrelated},
		"doctor and professor":           {"Dr.", "Prof.", Unrelated},
		"sheikh":                         {"Sheikh", "Shaikh", Same},
		"lawyer":                         {"lawyer", "Attorney", Same},
		"nurse":                          {"an intensive care nurse", "a nurse", Coarser},
		"diplomat":                       {"Russian ambassador to Syria", "a Russian diplomat", Coarser},
		"party leader":                   {"Lib Dem leader", "leader of the Liberal Democrat group", Same},
		"mayor of":                       {"mayor of Sirte", "city's mayor", Coarser},
		"mission chief":                  {"head of the United Nations Support Mission in Libya", "U.N. mission chief", Coarser},
		"envoy":                          {"papal envoy", "the Pope’s envoy", Same},
		"chair by verb":                  {"chairs the committee", "chair of the medicines committee", Coarser},
		"teacher by verb":                {"who teaches at a village school", "their teacher", Same},
		"leader by verb":                 {"who leads the team", "the lead investigator", Coarser},
		"deputy spokesperson":            {"deputy spokesperson", "spokesperson", Coarser},
		"captain":                        {"Capt.", "captain", Same},
		"sergeants":                      {"Staff Sgt.", "Sergeant", Coarser},
		"attorney general":               {"Attorney General", "district attorney", Unrelated},
		"head and deputy director":       {"head of the Institute of Geology", "deputy director of the Institute of Geology", Conflict},
		"head and director":              {"head of the Institute of Geology", "director of the Institute of Geology", Coarser},
	} {
		t.Run(name, func(t *testing.T) {
			a, b := Parse(tokens(c.a)), Parse(tokens(c.b))
			if len(a) == 0 || len(b) == 0 {
				t.Fatalf("Parse(%q) = %v, Parse(%q) = %v", c.a, a, c.b, b)
			}
			e := CompareAll(a, b)
			if e.Relation != c.want {
				t.Errorf("%q %+v\n%q %+v\ngot %v (%s), want %v", c.a, a, c.b, b, e.Relation, e.Why, c.want)
			}
			if m := CompareAll(b, a); m.Relation != e.Relation {
				t.Errorf("not symmetric: %v, %v", e.Relation, m.Relation)
			}
			if e.Why == "" {
				t.Error("no why")
			}
		})
	}
}
