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
		"describing phrase":              {"Deputy Commissioner of Multan", "the district's top administrator", Coarser},
		"describing phrase, executive":   {"finance director", "a senior executive", Coarser},
		"police rank in charge":          {"Senior Superintendent of Police", "head of the district police", Coarser},
		"police rank not in charge":      {"police constable", "head of the district police", Unrelated},
		"two postings":                   {"ambassador to Peru", "ambassador to Chile", Conflict},
		"from and to":                    {"ambassador from Peru", "ambassador to Chile", Same},
		"two postings in a row":          {"former ambassador to Peru", "ambassador to Chile", Unrelated},
		"a plural's apostrophe":          {"chairman of the Dockers' Federation", "deputy chairman of the DF", Conflict},
		"letters of another language":    {"deputy secretary general of the CGT", "secretary general of the General Confederation of Labour", Conflict},
		"letters of another body":        {"deputy director of the FMB", "director of the Coastal Survey Agency", Unrelated},
		"No. 2 and head":                 {"No. 2 of the Harbour Board", "head of the Harbour Board", Conflict},
		"No. 2 and secretary general":    {"number two of the party", "secretary general of the party", Unrelated},
		"deputy leader, another office":  {"deputy leader of the Orchard Union", "secretary general of the Orchard Union", Unrelated},
		"deputy president, the leader":   {"deputy president of the Orchard Union", "the leader of the Orchard Union", Conflict},
		"assistant and youth coach":      {"assistant coach", "coach of the under-17s", Unrelated},
		"two parts of a house":           {"head of the clinic's burns unit", "who runs the children's ward", Unrelated},
		"one part, two nouns":            {"head of the intensive care unit", "head of the intensive care ward", Same},
		"one part, two words of a root":  {"head of the surgical ward", "head of the surgery department", Unrelated},
		"part and whole":                 {"head of the bank's legal department", "head of the bank", Unrelated},
		"defence and prosecution":        {"the defendant's lawyer", "prosecutor", Conflict},
		"lawyer and prosecutor":          {"lawyer", "prosecutor", Coarser},
		"editor in chief":                {"editor-in-chief of the Kurier", "deputy editor of the Kurier", Conflict},
		"honorary president":             {"honorary president of the club", "president of the club", Conflict},
		"honorary consul":                {"honorary consul", "consul", Coarser},
		"two of one board":               {"general secretary of the angling league", "the angling league's treasurer", Conflict},
		"two boards":                     {"treasurer of the choir", "president of the Angling League", Unrelated},
		"vice president and treasurer":   {"vice president of the angling league", "treasurer of the angling league", Unrelated},
		"plant and site":                 {"plant manager", "site manager", Same},
		"factory and plant":              {"factory director", "director of the plant", Same},
		"president of parliament":        {"deputy speaker", "vice president of parliament", Same},
		"union":                          {"union boss", "head of the union", Coarser},
		"who advises":                    {"policy adviser", "who advises her on policy", Same},
		"who leads it":                   {"party leader", "who leads it", Coarser},
		"part of a ministry":             {"Deputy Minister", "head of the ministry's harbours office", Conflict},
		"part of another ministry":       {"deputy health minister", "head of the finance ministry's tax office", Unrelated},
		"permuted":                       {"Deputy Defense Minister", "Deputy Minister of Defense", Same},
		"department and whole":           {"the plant's head of quality", "plant director", Conflict},
		"president and vice, in short":   {"president of the Korean Ocean Institute", "vice president of KOI", Conflict},
		"minister and secretary general": {"Interior Minister", "secretary general of the Interior Ministry", Conflict},
		"of two ministries":              {"Interior Minister", "secretary general of the Finance Ministry", Unrelated},
		"surgeon and medic":              {"surgeon", "medic", Coarser},
		"two courts":                     {"retired Supreme Court judge", "judge of the Constitutional Court", Conflict},
		"a court and none":               {"Supreme Court judge", "judge", Coarser},
		"two portfolios":                 {"alderman for transport", "alderman for finance", Conflict},
		"permuted with a country":        {"Syria’s deputy minister of defence", "Deputy Defense Minister", Same},
		"head of a ministry":             {"head of the Syrian Ministry of Defense", "Deputy Minister of Defense", Conflict},
		"head of a ministry is minister": {"head of the Syrian Ministry of Defense", "Syrian defence minister", Same},
		"ministry chief":                 {"defence ministry chief", "Minister of Defence", Same},
		"first deputy":                   {"Defense Minister", "First Deputy Defence Minister", Conflict},
		"first deputy and deputy":        {"deputy defence minister", "First Deputy Defence Minister", Coarser},
		"deputy, body in two words":      {"director of the National Bureau for Disaster Management", "deputy director of the disaster office", Conflict},
		"assistant elsewhere":            {"manager of the Rovers", "assistant coach of the Wanderers", Unrelated},
		"guest and chief conductor":      {"principal guest conductor of the orchestra", "chief conductor of the orchestra", Conflict},
		"guest left out":                 {"guest conductor", "conductor", Coarser},
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
		"kremlin":                        {"Kremlin spokesman", "Russian presidential spokesman", Same},
		"president of":                   {"president of Ukraine", "Ukrainian President", Same},
		"leader":                         {"Ukraine's leader", "Ukrainian President", Coarser},
		"top diplomat":                   {"Russia's top diplomat", "Russian Foreign Minister", Same},
		"policy chief":                   {"EU foreign policy chief", "the bloc's high representative", Coarser},
		"secretary general chief":        {"NATO chief", "NATO Secretary-General", Coarser},
		"police chief":                   {"police chief", "deputy police chief", Conflict},
		"chief of police":                {"chief of police", "police chief", Same},
		"assistant and deputy chief":     {"assistant police chief", "deputy police chief", Coarser},
		"defence chief":                  {"defence chief", "defence minister", Coarser},
		"opposition leader":              {"opposition leader", "leader of the opposition", Same},
		"congress":                       {"Rep.", "Congresswoman", Same},
		"two chambers":                   {"Sen.", "Rep.", Conflict},
		"lawmaker":                       {"Conservative MP", "lawmaker", Coarser},
		"family lawyer":                  {"lawyer for the family", "the family's attorney", Same},
		"coach and manager":              {"Arsenal manager", "Arsenal coach", Coarser},
		"assistant coach":                {"assistant coach", "head coach", Coarser},
		"navy chief":                     {"navy commander", "commander of the navy", Same},
		"deputy navy commander":          {"deputy commander of the navy", "navy commander", Conflict},
		"detectives":                     {"Detective Inspector", "Det Chief Insp", Conflict},
		"detective sergeant":             {"Detective Sergeant", "Sgt", Coarser},
		"constables":                     {"Deputy Chief Constable", "Chief Constable", Conflict},
		"police lieutenant":              {"police Lt.", "police Sgt.", Conflict},
		"deputy superintendent":          {"deputy superintendent", "superintendent", Conflict},
		"associate professor":            {"associate professor", "professor", Coarser},
		"docent":                         {"associate professor", "lecturer", Unrelated},
		"professors below":               {"associate professor of law", "assistant professor of law", Conflict},
		"student and professor":          {"doctoral student", "professor", Conflict},
		"postdoc":                        {"postdoctoral researcher", "doctoral student", Conflict},
		"ambassador and chargé":          {"U.S. ambassador", "US charge d'affaires", Conflict},
		"president and prime minister":   {"Prime Minister", "President", Conflict},
		"party president":                {"Prime Minister", "president of the Liberal Party", Unrelated},
		"solicitor and barrister":        {"solicitor", "barrister", Conflict},
		"solicitor":                      {"solicitor", "lawyer", Coarser},
		"elder brother":                  {"his elder brother", "his younger brother", Conflict},
		"older brother":                  {"his older brother", "his elder brother", Same},
		"brother":                        {"his younger brother", "the mayor's brother", Coarser},
		"cousin":                         {"her cousin", "her brother", Conflict},
		"ex-wife":                        {"ex-wife", "wife", Coarser},
		"widow":                          {"widow", "wife", Coarser},
		"installed governor":             {"Russian-installed governor", "governor of the region", Same},
		"ministry of railways":           {"minister for railways", "transport minister", Unrelated},
		"minister for short":             {"minister", "deputy foreign minister", Coarser},
		"deputies of two ministries":     {"deputy foreign minister", "deputy defence minister", Conflict},
		"minister and rank":              {"Deputy Defence Minister Col. Gen.", "deputy minister of defence", Coarser},
		"former deputy":                  {"former deputy minister of health", "health minister", Unrelated},
		"finance and economy":            {"Minister for Finance and Economy", "finance minister", Coarser},
		"home secretary":                 {"Home Secretary", "interior minister", Same},
		"chancellor of the exchequer":    {"Chancellor of the Exchequer", "finance minister", Same},
		"senior official":                {"a senior official", "an official", Same},
		"attorney":                       {"Assistant District Attorney", "District Attorney", Conflict},
		"prosecutor":                     {"assistant district attorney", "prosecutor", Coarser},
		"school principal":               {"headteacher", "school principal", Same},
		"managing director":              {"managing director", "chief executive", Coarser},
		"vice chair":                     {"vice-chairman", "chairwoman", Conflict},
		"two directors":                  {"communications director", "finance director of the company", Unrelated},
		"directors of functions":         {"director of communications", "director of human resources", Conflict},
		"museum":                         {"museum director", "director of the National Gallery", Same},
		"5th fleet":                      {"commander of the 5th Fleet", "commander of the 7th Fleet", Conflict},
		"captains":                       {"the captain", "the team's skipper", Same},
		"co-pilot":                       {"the captain", "the co-pilot", Conflict},
		"king":                           {"King", "Crown Prince", Conflict},
		"headman":                        {"muhtar", "village headman", Same},
		"capital letters":                {"PRIME MINISTER", "prime minister", Same},
		"undersecretary of state":        {"under-secretary of state for health", "undersecretary for health", Same},
		"leader of a party":              {"chairman of the party", "party leader", Unrelated},
		"teacher of english":             {"English teacher", "teacher of English", Same},
		"resident":                       {"neighbor", "neighbour", Same},
		"high commissioner":              {"U.N. high commissioner for refugees", "UN refugee chief", Coarser},
		"fire marshal":                   {"State Fire Marshal", "fire marshal", Same},
		"general secretary":              {"general secretary of the union", "union leader", Unrelated},
		"colonel general":                {"Col. Gen.", "General", Coarser},
		"army and navy":                  {"Maj. Gen.", "Rear Admiral", Conflict},
		"two parties":                    {"Republican senator", "Democratic senator", Conflict},
		"one party":                      {"Tory MP", "Conservative MP", Same},
		"acronym":                        {"WHO director general", "director general of the World Health Organization", Same},
		"acronym with of":                {"FBI director", "director of the Federal Bureau of Investigation", Same},
		"New Mexico":                     {"New Mexico governor", "U.S. governor", Coarser},
		"former rank":                    {"former colonel", "major general", Unrelated},
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

func TestRivals(t *testing.T) {
	for name, c := range map[string]struct {
		a, b             string
		rivals, twoPosts bool
	}{
		"describing phrase":  {"harbour master", "a senior port official", false, false},
		"words for who runs": {"general manager", "managing director", false, false},
		"of one board":       {"treasurer of the club", "chairman of the club", true, false},
		"public offices":     {"county coroner", "sheriff", true, true},
		"words for one post": {"mayor", "village headman", false, false},
		"justice":            {"attorney general", "justice minister", false, false},
		"two places":         {"governor of Stara Zagora province", "mayor of Kazanlak", true, true},
		"one place":          {"governor of Batken", "mayor of Batken", false, false},
		"director's people":  {"the museum's director", "chief curator of the museum", true, false},
		"another director":   {"the museum's director", "head of the museum", false, false},
		"a calling besides":  {"pharmacist", "spokeswoman for the families", false, false},
		"two callings":       {"pharmacist", "night guard", true, false},
		"one of its tasks":   {"chief executive", "the company's director of operations", true, false},
		"a past one":         {"former sheriff", "coroner", false, false},
	} {
		x, y := Parse(tokens(c.a)), Parse(tokens(c.b))
		if Rivals(x, y) != c.rivals || TwoPosts(x, y) != c.twoPosts || Rivals(y, x) != c.rivals || TwoPosts(y, x) != c.twoPosts {
			t.Errorf("%s: rivals %v, two posts %v", name, Rivals(x, y), TwoPosts(x, y))
		}
	}
}

func TestWhy(t *testing.T) {
	for name, c := range map[string]struct{ a, b, want string }{
		"ministry":   {"head of the Syrian Ministry of Defense", "Deputy Minister of Defense", "the head of a ministry is the minister, not a deputy"},
		"ranks":      {"Vice Admiral", "Rear Adm.", "two ranks: a vice admiral is not a rear admiral"},
		"ministries": {"Minister of Public Works", "transport minister", "two ministries: public works, transport"},
		"one office": {"CFO", "finance director", "CFO and finance director: one office"},
		"permuted":   {"Deputy Defense Minister", "Deputy Minister of Defence", "one office: deputy minister of defence"},
		"deputy":     {"mayor", "deputy mayor", "a deputy is not the mayor"},
		"countries":  {"Russian foreign minister", "Syrian foreign minister", "two countries: Russia, Syria"},
		"study":      {"PhD student", "undergraduate", "two stages of study: doctoral student, undergraduate"},
		"wider":      {"U.S. ambassador", "American diplomat", "an ambassador is a diplomat"},
		"field":      {"head of forecasting", "chief forecaster", "the head of the field is the chief forecaster"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := CompareAll(Parse(tokens(c.a)), Parse(tokens(c.b))).Why; got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
