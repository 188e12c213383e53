package voice

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"doubletake/model"
	"doubletake/model/claim"
	"doubletake/model/text"
)

// told is an article with the people (+) and bodies (-) that stand in it, each
// with all its forms: "+Marta Olsen|Olsen".
func told(body string, names ...string) (model.Article, []model.Claim, [][]text.Token, []Entity, []claim.Quotation) {
	a := model.Article{Text: body}
	at := 0
	for p := range strings.SplitSeq(body, "\n\n") {
		a.Paragraphs = append(a.Paragraphs, model.Span{Start: at, End: at + len(p)})
		at += len(p) + 2
	}
	claims := claim.Split(a)
	var tokens [][]text.Token
	var entities []Entity
	for i, c := range claims {
		tokens = append(tokens, text.Tokens(body, c.Span))
		taken := make([]bool, c.Span.Len())
		for id, n := range names {
			forms := strings.Split(n[1:], "|")
			for _, form := range forms {
				s := c.Span.In(body)
				for j := 0; ; {
					k := strings.Index(s[j:], form)
					if k < 0 {
						break
					}
					k += j
					j = k + len(form)
					if taken[k] {
						continue
					}
					for m := k; m < j; m++ {
						taken[m] = true
					}
					entities = append(entities, Entity{
						Span:  model.Span{Start: c.Span.Start + k, End: c.Span.Start + j},
						Claim: model.ClaimIndex(i), ID: id, Person: n[0] == '+', Label: forms[0],
					})
				}
			}
		}
	}
	slices.SortStableFunc(entities, func(x, y Entity) int { return x.Span.Start - y.Span.Start })
	return a, claims, tokens, entities, claim.Quotes(a)
}

// lines writes a result down: "cue|phrase|who|…" a source.
func lines(a model.Article, r Result, entities []Entity) []string {
	var out []string
	for _, s := range r.Sources {
		who := s.Kind.String()
		if s.Entity >= 0 {
			for _, e := range entities {
				if e.ID == s.Entity {
					who = e.Label
					break
				}
			}
		}
		line := fmt.Sprintf("%s|%s|%s", s.CueText, s.Text.In(a.Text), who)
		if s.Named {
			line += "|named"
		}
		if s.Reason != "" {
			line += "|" + s.Reason
		}
		if s.Via >= 0 {
			line += "|via " + r.Sources[s.Via].Text.In(a.Text)
		}
		if s.Channel {
			line += "|channel"
		}
		out = append(out, line)
	}
	return out
}

func TestSources(t *testing.T) {
	tests := []struct {
		name, text string
		names      []string
		want       []string
	}{
		{"before the verb", "Harbour Chief Marta Olsen said the ferry was late.", []string{"+Marta Olsen"},
			[]string{"say|Harbour Chief Marta Olsen|Marta Olsen|named"}},
		{"behind the verb", "“It was late,” said Marta Olsen, who runs the harbour.", []string{"+Marta Olsen"},
			[]string{"say|Marta Olsen|Marta Olsen|named"}},
		{"behind the verb with title", "“It was late,” said Marta Olsen, 51, the head of the port, who was there.", []string{"+Marta Olsen"},
			[]string{"say|Marta Olsen, 51, the head of the port|Marta Olsen|named"}},
		{"behind the verb, no quotation", "The ferry was late, said Olsen, a captain from Bergen.", []string{"+Olsen"},
			[]string{"say|Olsen, a captain from Bergen|Olsen|named"}},
		{"no comma before the source", "The ferry struck the pier leaving two people hurt a rescue group said.", nil,
			[]string{"say|a rescue group|body|named"}},
		{"no comma after a day", "The ferry that struck the pier was towed away on Monday officials said.", nil,
			[]string{"say|officials|unnamed"}},
		{"apposition before the verb", "Marta Olsen, the harbour chief, said the second ferry was late.", []string{"+Marta Olsen"},
			[]string{"say|Marta Olsen, the harbour chief|Marta Olsen|named"}},
		{"title first", "The harbour chief, Marta Olsen, told reporters the ferry was late.", []string{"+Marta Olsen"},
			[]string{"tell|The harbour chief, Marta Olsen|Marta Olsen|named"}},
		{"age and relative clause", "Marta Olsen, 51, who lives near the pier, said she had seen it.", []string{"+Marta Olsen"},
			[]string{"say|Marta Olsen|Marta Olsen|named"}},
		{"anonymity", "A law enforcement official briefed on the case, who was not authorised to speak publicly, said it was over.", nil,
			[]string{"say|A law enforcement official briefed on the case|unnamed|not authorised to speak publicly"}},
		{"condition of anonymity", "‘It is over,’ said a senior Norwegian official, speaking on condition of anonymity.", nil,
			[]string{"say|a senior Norwegian official|unnamed|on condition of anonymity"}},
		{"asked not to be named in the next sentence", "The talks failed, according to two people familiar with them. They asked not to be named because the talks were private.", nil,
			[]string{"according to|two people familiar with them|unnamed|asked not to be named because the talks were private"}},
		{"according to", "According to the harbour office, 40 ferries were late.", []string{"-harbour office"},
			[]string{"according to|the harbour office|harbour office|named"}},
		{"according to, pronoun", "Marta Olsen said it was late. According to her, nobody was hurt.", []string{"+Marta Olsen"},
			[]string{"say|Marta Olsen|Marta Olsen|named", "according to|her|Marta Olsen|named"}},
		{"outlet citing", "Fjord TV, citing unnamed sources, reported on Monday that the ferry was sold.", []string{"-Fjord TV"},
			[]string{"report|Fjord TV|Fjord TV|named", "cite|unnamed sources|unnamed|via Fjord TV"}},
		{"outlet quoting, behind", "The ferry was sold, Fjord TV reported, quoting a member of the board.", []string{"-Fjord TV"},
			[]string{"report|Fjord TV|Fjord TV|named", "quote|a member of the board|unnamed|via Fjord TV"}},
		{"which cited", "It was first reported by Fjord TV, which cited a source in the port.", []string{"-Fjord TV"},
			[]string{"report|Fjord TV|Fjord TV|named", "cite|a source in the port|unnamed|via Fjord TV"}},
		{"told an outlet", "Marta Olsen told Fjord TV that the ferry was sold.", []string{"+Marta Olsen", "-Fjord TV"},
			[]string{"tell|Marta Olsen|Marta Olsen|named", "tell|Fjord TV|Fjord TV|named|channel"}},
		{"quoted as saying", "Marta Olsen was quoted as saying that the ferry was sold.", []string{"+Marta Olsen"},
			[]string{"say|Marta Olsen|Marta Olsen|named"}},
		{"outlet quoting somebody as saying", "Fjord TV quoted Marta Olsen, a spokeswoman for the port, as saying that the ferry was sold.", []string{"-Fjord TV", "+Marta Olsen"},
			[]string{"quote|Fjord TV|Fjord TV|named|channel", "quote|Marta Olsen, a spokeswoman for the port|Marta Olsen|named"}},
		{"a clause with insertions is no subject", "One of the crew, Ola Berg, a stoker, had been burned, said a doctor at the clinic.", []string{"+Ola Berg"},
			[]string{"say|a doctor at the clinic|unnamed"}},
		{"anybody puts a figure at a sum", "Two people who saw the contract put the price of the ferry at more than €40 million.", nil,
			[]string{"put|Two people|unnamed"}},
		{"putting somebody at risk is no figure", "Two people put the passengers at risk.", nil, nil},
		{"records", "Court records show that the ferry was sold.", nil, []string{"show|Court records|record"}},
		{"figures of one's own", "Forty ferries were late, the ministry's own figures show.", nil, []string{"show|the ministry's own figures|record"}},
		{"a relative clause with a preposition", "The Port Union, the body to which most crews belong, said the ferry was sold.", []string{"-Port Union"},
			[]string{"say|The Port Union, the body|Port Union|named"}},
		{"who asked is not the subject", "A woman whose family asked that she not be named was hurt.", nil, nil},
		{"years spent telling", "Marta Olsen spent nine years telling captains how they wasted fuel.", []string{"+Marta Olsen"}, nil},
		{"minutes", "According to the minutes of the meeting, which this newspaper has seen, the board voted twice.", nil,
			[]string{"according to|the minutes of the meeting|record"}},
		{"press", "The ferry was sold, according to reports in the Norwegian press.", nil,
			[]string{"according to|reports in the Norwegian press|press"}},
		{"statement without a verb of saying", "The Port Union welcomed the sale in a statement.", []string{"-Port Union"},
			[]string{"in a statement|The Port Union|Port Union|named"}},
		{"colon", "Marta Olsen: “The ferry was late.”", []string{"+Marta Olsen"}, []string{"|Marta Olsen|Marta Olsen|named"}},
		{"count", "At least 40 ferries were late, by the harbour office's count.", []string{"-harbour office"},
			[]string{"by count|the harbour office|harbour office|named"}},
		{"present tense plural", "Officials in Oslo believe that the ferry was sold.", nil, []string{"believe|Officials in Oslo|unnamed"}},
		{"at the end", "The ferry was sold, sources at the port claim.", nil, []string{"claim|sources at the port|unnamed"}},
		{"initials in brackets", "The ferry was sold, the Port Union (PU) said.", []string{"-Port Union"}, []string{"say|the Port Union|Port Union|named"}},
		{"a clause between", "A guest, who asked not to be named, said he heard two bangs.", nil, []string{"say|A guest|unnamed|asked not to be named"}},
		{"quoted by somebody", "Marta Olsen was quoted by the state agency as saying it was sold.", []string{"+Marta Olsen"}, []string{"say|Marta Olsen|Marta Olsen|named"}},
		{"inverted, who goes on", "The ferry is safe, insisted Marta Olsen, who has run it since May.", []string{"+Marta Olsen"}, []string{"insist|Marta Olsen|Marta Olsen|named"}},
		{"per", "Two ferries were late, per the harbour office.", []string{"-harbour office"}, []string{"according to|the harbour office|harbour office|named"}},
		{"lives claimed", "The storm has claimed 30 lives.", nil, nil},
		{"a calling is no body", "A British astronomer said it was late.", []string{"-British"}, []string{"say|A British astronomer|unnamed"}},
		{"place first", "In Oslo, officials said the ferry was sold.", nil, []string{"say|officials|unnamed"}},
		{"shared subject", "Marta Olsen wouldn't discuss the price but said it was fair.", []string{"+Marta Olsen"},
			[]string{"say|Marta Olsen|Marta Olsen|named"}},
		{"parenthesis", "The ferry, one of the diplomats said, was old.", nil, []string{"say|one of the diplomats|unnamed"}},
		{"a person in front of the noun is not the source", "A Bergson administration official said it was late.", []string{"+Bergson"},
			[]string{"say|A Bergson administration official|unnamed"}},
		{"body pointed back to", "The harbour ministry sold the ferry. The price was fair, the ministry said.", []string{"-harbour ministry"},
			[]string{"say|the ministry|harbour ministry|named"}},
		{"role pointed back to", "Harbour Chief Marta Olsen met the mayor, Ivar Lund. The chief said it went well.", []string{"+Marta Olsen", "+Ivar Lund"},
			[]string{"say|The chief|Marta Olsen|named"}},
		{"unnamed pointed back to", "‘It is over,’ said a council insider. The insider claims that it was cheap.", nil,
			[]string{"say|a council insider|unnamed", "claim|The insider|unnamed"}},
		{"pronoun and the last person of the story", "Governor Ida Berg ordered flags lowered. “There are no words,” she said.", []string{"+Ida Berg"},
			[]string{"say|she|Ida Berg|named"}},
		{"pronoun passes over the wrong sex", "Ms Berg said so. Mr Lund listened. “It is over,” she said.", []string{"+Berg", "+Lund"},
			[]string{"say|Ms Berg|Berg|named", "say|she|Berg|named"}},
		{"relative object", "The ferry, which the harbour ministry said was sold, is old.", []string{"-harbour ministry"},
			[]string{"say|the harbour ministry|harbour ministry|named"}},
		{"hyphenated name and a participle", "The reply was swift, with Lin Pei-shan, a spokeswoman for the ministry, declaring that it was late.", []string{"+Lin Pei-shan"},
			[]string{"declare|Lin Pei-shan, a spokeswoman for the ministry|Lin Pei-shan|named"}},
		{"heard saying", "“Help,” Marta Olsen can be heard saying on the recording.", []string{"+Marta Olsen"},
			[]string{"say|Marta Olsen|Marta Olsen|named"}},
		{"whose bill it is", "Mr Lund met the board.\n\nMarta Olsen will bring back her bill, she told the Fjord Post.", []string{"+Marta Olsen", "-Fjord Post", "+Lund"},
			[]string{"tell|she|Marta Olsen|named", "tell|the Fjord Post|Fjord Post|named|channel"}},
		{"after a name without a comma", "It was opened by Vice Admiral Marta Olsen, deputy commander of the fleet, who called it “a routine affair”.", []string{"+Marta Olsen"},
			[]string{"call|Vice Admiral Marta Olsen, deputy commander of the fleet|Marta Olsen|named"}},
		{"according to, then a clause", "According to the Voice of Bergen channel, the two ministers sat down together.", []string{"-Voice of Bergen channel"},
			[]string{"according to|the Voice of Bergen channel|Voice of Bergen channel|named"}},
		{"to the ministry, which said", "The town referred questions to the harbour ministry, which said the ferry was sold.", []string{"-harbour ministry"},
			[]string{"say|the harbour ministry|harbour ministry|named"}},
		{"a word with a capital only for the start", "Unions said the ferry was sold.", nil, []string{"say|Unions|unnamed"}},
		{"a capital for its government", "Oslo said the ferry was sold.", nil, []string{"say|Oslo|body|named"}},
		{"nothing said", "The report was long. The United States has many states. Notes were added to the file.", nil, nil},
		{"passive", "Marta Olsen was told to leave. The ferry is said to be old.", []string{"+Marta Olsen"}, nil},
		{"negated", "Marta Olsen did not say why.", []string{"+Marta Olsen"}, nil},
		{"infinitive", "Marta Olsen came to announce the sale.", []string{"+Marta Olsen"}, nil},
		{"nobody said", "No one has yet said who is going to pay.", nil, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a, claims, tokens, entities, quotes := told(tt.text, tt.names...)
			r := Find(a, claims, tokens, entities, quotes)
			if diff := cmp.Diff(tt.want, lines(a, r, entities)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestSpeakers(t *testing.T) {
	tests := []struct {
		name, text string
		names      []string
		want       []string // one for each quotation: "speaker" or "-" or "scare"
	}{
		{"goes on after the attribution", "“It was late,” said Marta Olsen. “It’s about money.”", []string{"+Marta Olsen"}, []string{"Marta Olsen", "Marta Olsen"}},
		{"goes on in the next paragraph", "“It was late,” said Marta Olsen.\n\n“It is about money.”\n\nThe ferry is old.", []string{"+Marta Olsen"}, []string{"Marta Olsen", "Marta Olsen"}},
		{"mark repeated", "“It was late,” said Marta Olsen. “It is about money.\n\n“It always is.”", []string{"+Marta Olsen"}, []string{"Marta Olsen", "Marta Olsen", "Marta Olsen"}},
		{"another speaker in between", "“It was late,” said Marta Olsen.\n\n“No,” said Ivar Lund. “Early.”", []string{"+Marta Olsen", "+Ivar Lund"}, []string{"Marta Olsen", "Ivar Lund", "Ivar Lund"}},
		{"led up to", "Marta Olsen spoke to reporters: “It was late and it will be late again.”", []string{"+Marta Olsen"}, []string{"Marta Olsen"}},
		{"partial", "Marta Olsen called the sale “a step in the right direction”, and left.", []string{"+Marta Olsen"}, []string{"Marta Olsen"}},
		{"a name in marks", "The tanker \"Sabina\" was sold, the ministry said.", nil, []string{"scare"}},
		{"one word is quoted", "The ministry dismissed the report as “baseless”.", nil, []string{"The ministry"}},
		{"scare", "The so-called “floating palace” was sold on Monday.", nil, []string{"scare"}},
		{"scare after a speaker", "“It was late,” said Marta Olsen. The “floating palace” was sold on Monday in Oslo.", []string{"+Marta Olsen"}, []string{"Marta Olsen", "scare"}},
		{"two speakers in one sentence", "Marta Olsen called it “a gift”, but Ivar Lund said it was “a theft”.", []string{"+Marta Olsen", "+Ivar Lund"}, []string{"Marta Olsen", "Ivar Lund"}},
		{"the next clause is somebody else's", "Marta Olsen called the sale of the old ferry “a gift”, and Ivar Lund said no.", []string{"+Marta Olsen", "+Ivar Lund"}, []string{"Marta Olsen"}},
		{"quotation, speaker and title behind", "The roses ‘will still be in bloom in June,’ Ivar Lund, the governor, consoled himself.", []string{"+Ivar Lund"}, []string{"Ivar Lund, the governor"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a, claims, tokens, entities, quotes := told(tt.text, tt.names...)
			r := Find(a, claims, tokens, entities, quotes)
			var got []string
			for _, q := range r.Quotes {
				switch {
				case q.Speaker >= 0:
					got = append(got, r.Sources[q.Speaker].Text.In(a.Text))
				case q.Scare:
					got = append(got, "scare")
				default:
					got = append(got, "-")
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestPerClaim(t *testing.T) {
	a, claims, tokens, entities, quotes := told(
		"The ferry was sold. “It was late,” said Marta Olsen. “It is about money.”\n\n“It always was.”\n\nFjord TV, citing unnamed sources, reported the sale.",
		"+Marta Olsen", "-Fjord TV")
	r := Find(a, claims, tokens, entities, quotes)
	var got []string
	for _, i := range r.PerClaim {
		if i < 0 {
			got = append(got, "")
			continue
		}
		got = append(got, r.Sources[i].Text.In(a.Text))
	}
	want := []string{"", "Marta Olsen", "Marta Olsen", "Marta Olsen", "Fjord TV"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestSilent(t *testing.T) {
	tests := []struct {
		name, text string
		names      []string
		want       []string
	}{
		{"declined", "The Port Union declined to comment.", []string{"-Port Union"}, []string{"The Port Union|declined to comment|named"}},
		{"remained silent", "The talks came as the harbour ministry remained silent on the sale.", []string{"-harbour ministry"}, []string{"the harbour ministry|remained silent|named"}},
		{"did not respond", "Marta Olsen, the chief, did not respond to two calls.", []string{"+Marta Olsen"}, []string{"Marta Olsen, the chief|did not respond|named"}},
		{"relative", "Neither sum was confirmed by the board, which would not comment.", nil, []string{"the board|would not comment|named"}},
		{"so far", "The harbour ministry has so far declined to comment on the price.", []string{"-harbour ministry"}, []string{"The harbour ministry|declined to comment|named"}},
		{"neither confirmed nor denied", "Officials have neither confirmed nor denied the sale.", nil, []string{"Officials|neither confirmed nor denied"}},
		{"not reached", "Ivar Lund could not be reached.", []string{"+Ivar Lund"}, []string{"Ivar Lund|could not be reached|named"}},
		{"no response from", "There was no response from the harbour ministry.", []string{"-harbour ministry"}, []string{"the harbour ministry|no response from|named"}},
		{"speaks and then not", "“It was sold,” said a harbour spokesman, who declined to give details.", nil, []string{"a harbour spokesman|declined to give"}},
		{"not silence", "The sea remained calm. He declined the offer.", nil, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a, claims, tokens, entities, quotes := told(tt.text, tt.names...)
			var got []string
			for _, s := range Find(a, claims, tokens, entities, quotes).Silent {
				line := s.Text.In(a.Text) + "|" + s.Cue.In(a.Text)
				if s.Named {
					line += "|named"
				}
				got = append(got, line)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestCompareQuotes(t *testing.T) {
	tests := []struct {
		name, a, b string
		want       Likeness
		changes    string
	}{
		{"identical", "We saw the light go out", "We saw the light go out", Identical, ""},
		{"marks and case", "we can’t wait any longer", "We can't wait any longer.", Identical, ""},
		{"British and American", "Neighbours organised the defence of the harbour", "Neighbors organized the defense of the harbor", Identical, ""},
		{"ellipsis", "Sailors know the wind, and every morning they can pick a course or a port", "Sailors know the wind ... they can pick a course or a port", Shortened, ""},
		{"cut at the end", "I counted the boats by lamplight, and then I counted them again", "I counted the boats by lamplight", Shortened, ""},
		{"three words of many", "The looms in that mill are worn out and the customers have moved", "the customers have moved", Shortened, ""},
		{"two words that tell nothing", "They came and it was all over by then", "it was", Different, ""},
		{"one word is no part", "The answer was conservative in the end", "conservative", Different, ""},
		{"passive", "not forcing anything on anyone", "nothing was being forced on anyone", Reported, ""},
		{"pronoun and tense", "I never heard an alarm", "she had not heard an alarm", Reported, ""},
		{"contraction", "It's not a miracle", "it was no miracle", Reported, ""},
		{"our and its", "All ferries are sold in line with our own rules", "all ferries were sold in line with its own rules", Reported, ""},
		{"one word changed", "We will close the harbour bridge this year", "We will close the harbour bridge next year", Altered, "this>next"},
		{"a figure changed", "We lost 12 good boats in the storm", "We lost 17 good boats in the storm", Altered, "12>17"},
		{"a negation dropped", "We did not sell the old ferry to anyone", "We did sell the old ferry to anyone", Altered, "not>"},
		{"article dropped", "tired of counting the days between the storms", "tired of counting the days between storms", Altered, "the>"},
		{"another utterance", "The ferry was late again", "Nobody has paid for the bridge", Different, ""},
		{"empty", "", "anything", Different, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, swapped := range []bool{false, true} {
				a, b := tt.a, tt.b
				if swapped {
					a, b = b, a
				}
				m := CompareQuotes(a, b)
				if m.Likeness != tt.want {
					t.Errorf("swapped %v: %v (%.2f), want %v", swapped, m.Likeness, m.Score, tt.want)
				}
				if tt.changes == "" || swapped {
					continue
				}
				var got []string
				for _, c := range m.Changes {
					got = append(got, c.Left+">"+c.Right)
				}
				if diff := cmp.Diff(tt.changes, strings.Join(got, " ")); diff != "" {
					t.Error(diff)
				}
			}
		})
	}
}

func TestIndirect(t *testing.T) {
	tests := []struct{ name, quote, other, want string }{
		{"tense", "I never heard an alarm", "She lives on the fifth floor and said that she had not heard an alarm that night.", "not heard an alarm"},
		{"passive", "We are not forcing anything on anyone", "Lund, who chaired the talks, said that nothing was being forced on anyone.", "nothing was being forced on anyone"},
		{"no report", "I never heard an alarm", "The ferry was sold on Monday.", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			q := text.Tokens(tt.quote, model.Span{End: len(tt.quote)})
			o := text.Tokens(tt.other, model.Span{End: len(tt.other)})
			from, to, score := Indirect(q, o)
			got := ""
			if score >= 0.5 {
				got = tt.other[o[from].Span.Start:o[to-1].Span.End]
			}
			if got != tt.want && !(tt.want != "" && strings.HasSuffix(got, tt.want)) {
				t.Errorf("got %q (%.2f), want %q", got, score, tt.want)
			}
		})
	}
}

func TestCompareSources(t *testing.T) {
	official := Party{Text: "a senior Norwegian official", Kind: Unnamed, Head: "official"}
	lund := Party{Text: "Ivar Lund", Name: "lund", Kind: Person, Named: true}
	port := Party{Text: "the port", Name: "port", Kind: Body, Named: true}
	tests := []struct {
		name string
		x, y Party
		want SourceRelation
	}{
		{"same person", lund, Party{Text: "Mr Lund", Name: "lund", Kind: Person, Named: true}, SameSource},
		{"two people", lund, Party{Text: "Olsen", Name: "olsen", Kind: Person, Named: true}, TwoSources},
		{"named and unnamed", lund, official, NamedVsUnnamed},
		{"spokesman and body", Party{Text: "a spokesman for the port", Body: "port", Kind: Unnamed, Head: "spokesman"}, port, BodyAndMouth},
		{"person of the body", Party{Text: "the port's Ivar Lund", Name: "lund", Body: "port", Kind: Person, Named: true}, port, BodyAndMouth},
		{"officials of one country", Party{Text: "officials in Oslo", Kind: Unnamed, Head: "officials"}, Party{Text: "Norwegian officials", Kind: Unnamed, Head: "officials"}, SameSource},
		{"one and several of one country", Party{Text: "officials in Oslo", Kind: Unnamed, Head: "officials"}, official, PossiblySame},
		{"two countries", Party{Text: "a Danish diplomat", Kind: Unnamed, Head: "diplomat"}, Party{Text: "a Norwegian diplomat", Kind: Unnamed, Head: "diplomat"}, TwoSources},
		{"same words", Party{Text: "unnamed sources", Kind: Unnamed, Head: "sources"}, Party{Text: "sources", Kind: Unnamed, Head: "sources"}, SameSource},
		{"a member is a member", Party{Text: "an unnamed source in the delegation", Kind: Unnamed, Head: "source"}, Party{Text: "an unidentified member of the delegation", Kind: Unnamed, Head: "member"}, TwoSources},
		{"record and people", Party{Text: "the minutes of the meeting", Kind: Record, Head: "minutes"}, Party{Text: "sources at the port", Kind: Unnamed, Head: "sources"}, RecordVsVoice},
		{"with and without an insertion", Party{Text: "Fjord Roads, the company that runs the tunnel", Kind: Body, Named: true}, Party{Text: "Fjord Roads", Kind: Body, Named: true}, SameSource},
		{"called for short", Party{Text: "police", Kind: Body, Named: true}, Party{Text: "Oslo Police", Name: "oslo police", Kind: Body, Named: true}, PossiblySame},
		{"one of two countries", Party{Text: "Norway and Sweden", Kind: Body, Named: true}, Party{Text: "Stockholm", Kind: Body, Named: true}, PossiblySame},
		{"two countries that are named", Party{Text: "Norway", Kind: Body, Named: true}, Party{Text: "Stockholm", Kind: Body, Named: true}, TwoSources},
		{"whoever is in charge", Party{Text: "officials", Kind: Unnamed, Head: "officials"}, Party{Text: "authorities", Kind: Unnamed, Head: "authorities"}, PossiblySame},
		{"two records of one ministry", Party{Text: "data from the ministry", Kind: Record, Head: "data"}, Party{Text: "the ministry's own figures", Kind: Record, Head: "figures"}, PossiblySame},
		{"silent", lund, Party{}, OneSideSilent},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if m := CompareSources(tt.x, tt.y); m.Relation != tt.want || m.Why == "" {
				t.Errorf("%v (%s), want %v", m.Relation, m.Why, tt.want)
			}
			if m := CompareSources(tt.y, tt.x); m.Relation != tt.want {
				t.Errorf("swapped: %v, want %v", m.Relation, tt.want)
			}
		})
	}
}
