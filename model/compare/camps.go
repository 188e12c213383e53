// This file tells sources of two camps: "the airline" and "the ministry" are two, whoever they
// are by name.

package compare

import "strings"

// camps groups the nouns for those who speak in the news, by whose side they are on or what
// they know: no source of one camp is one of another. "Officials", "a spokesman" and "the
// chairman" may be of any. Own list.
var camps = campsOf(
	"police policeman policewoman officers cops detectives constabulary",
	"prosecutor prosecutors",
	"lawyer lawyers attorney solicitor barrister defence defense",
	"ministry government cabinet",
	"company airline operator owner firm manufacturer carrier maker bank builder shipowner refinery employer",
	"union unions strikers",
	"witness witnesses resident residents passenger passengers survivor survivors neighbour neighbours neighbor neighbors villagers bystanders locals",
	"family relatives wife husband widow mother father brother sister",
	"organizers organisers organizer organiser",
	"firefighters rescuers paramedics coastguard rescuer firefighter paramedic",
	"hospital doctors doctor medics clinic surgeon nurse",
	"media newspaper broadcaster newspapers",
	"army military navy",
	"rebels militants insurgents guerrillas",
	"opposition protesters activists campaigners demonstrators",
	"scientists researchers seismologists",
)

func campsOf(lines ...string) map[string]int {
	out := make(map[string]int, 100)
	for i, line := range lines {
		for w := range strings.FieldsSeq(line) {
			out[w] = i + 1
		}
	}
	return out
}

// camp is the camp of a source, 0 where nothing tells: by the noun that says what it is.
func (s *side) camp(i int) int {
	src := s.Voices.Sources[i]
	head := src.Head
	if head == "" {
		words := strings.Fields(strings.ToLower(s.words(src.Text)))
		if len(words) == 0 || len(words) > 4 {
			return 0
		}
		head = words[len(words)-1]
	}
	return camps[head]
}

// twoCamps reports whether two sources are of two camps.
func (p *pairing) twoCamps(i, j int) bool {
	a, b := p.left.camp(i), p.right.camp(j)
	return a != 0 && b != 0 && a != b
}
