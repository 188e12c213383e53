package certainty

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"doubletake/model"
)

func TestCompare(t *testing.T) {
	for _, c := range []struct{ name, left, right, want string }{
		{"hedged and asserted", "The envoy reportedly carried a letter from the king.", "The envoy carried a letter from the king.", "differs: reportedly carried / carried"},
		{"other verb, same object", "The talks reportedly covered grain exports and port fees.", "The ministers discussed grain exports and port fees.", "differs: reportedly covered / discussed"},
		{"might and was", "The bridge might have been weakened by frost.", "Frost had weakened the bridge, the mayor said.", "differs: might have been weakened / had weakened"},
		{"could and will", "The ferry could carry 400 cars.", "The ferry will carry 400 cars.", "differs: could carry / will carry"},
		{"believed and was", "Detectives believe the lock was forced.", "The lock was forced, police said.", "differs: Detectives believe the lock was forced / was forced"},
		{"afterthought", "The lock was forced, detectives believe.", "The lock was forced.", "differs: was forced / was forced"},
		{"scheduled and hoped", "The next hearing is scheduled for May 3 in Lagos.", "Lawyers hope to hold the next hearing in Lagos on May 3.", "differs: is scheduled / hope to hold"},
		{"condition", "The strike will end on Friday.", "The strike would end on Friday if the members agree.", "differs: will end / would end on Friday if the members agree"},
		{"suspected object", "The ship was hit by suspected mines near Aden.", "The ship was struck by two mines near Aden.", "differs: suspected mines / was struck"},
		{"both hedged", "The boat is believed to have sunk off Malta.", "The boat reportedly sank off Malta.", "same: is believed to have sunk / reportedly sank"},
		{"reported would is will", "The minister said the road would open in June.", "The road will open in June, the minister said.", ""},
		{"could not is not hedged", "Firefighters could not reach the attic.", "Firefighters did not reach the attic.", "same: could not reach / did not reach"},
		{"month of May", "The vote was held on Tuesday, May 26.", "The vote was held on Tuesday.", ""},

		{"not and did", "The captain did not leave the bridge.", "The captain left the bridge before dawn.", "conflict: did not leave / left"},
		{"both in one sentence", "We will open every lane, but we will not open every lane today.", "We will open every lane, but not today, he said.", ""},
		{"never", "The senator never declared the loan.", "The senator declared the loan in March, records show.", "conflict: never declared the loan / declared the loan"},
		{"not yet, other verb", "Lima has not yet named an envoy.", "Rosa Quispe was appointed envoy on Friday.", "conflict: has not yet named / was appointed"},
		{"pronoun", "Both sides signed the charter in Nairobi.", "There is a charter, but neither side has signed it.", "conflict: signed / neither side has signed"},
		{"no as subject", "Prosecutors have opened an inquiry into the fund.", "No investigation into the fund had been launched, a clerk said.", "conflict: have opened / No investigation into the fund had been launched"},
		{"noun of the verb", "Police made no arrests at the march.", "Police arrested 12 people at the march.", "conflict: made no arrests / arrested"},
		{"nobody", "Nobody was hurt.", "Two guards were hurt in the blast.", "conflict: Nobody was hurt / were hurt"},
		{"there were none", "There were no serious head injuries.", "Four riders had serious head injuries.", "conflict: no serious head injuries / had"},
		{"opposites", "The parade in Leeds will proceed as planned on Sunday.", "The parade in Leeds has been called off.", "conflict: will proceed / has been called off"},
		{"synonym of an opposite", "The guild accepted the offer of the theatre on Friday.", "The guild turned down the offer of the theatre on Friday.", "conflict: accepted / turned down"},
		{"un-", "The raider was armed, the clerk said.", "The raider was unarmed, the clerk said.", "conflict: was armed / was unarmed"},
		{"open and shut", "The museum in Turku was open on Monday.", "The museum in Turku was closed on Monday.", "conflict: was open / was closed"},
		{"opened, then shut", "The museum in Turku opened on Monday.", "The museum in Turku closed on Monday.", ""},
		{"let go", "Otto Brandt, the cook, remains in custody in Graz.", "Otto Brandt, the cook, was let go in Graz.", "conflict: remains in custody / was let go"},
		{"subject before what is inserted", "His driver, Otto Brandt, a man of 40 who was seized with him, remains in custody in Graz.", "Otto Brandt, the driver who was arrested along with the editor, was let go three weeks ago.", "conflict: remains in custody / was let go"},
		{"not what it is", "The vaccine is safe for children, the clinic said.", "The vaccine is not safe for children, the clinic said.", "conflict: is safe / is not safe"},
		{"known and unknown", "The whereabouts of the clerk are known, the coroner said.", "The whereabouts of the clerk are unknown, the coroner said.", "conflict: are known / are unknown"},
		{"without it", "The two sides reached an agreement on Sunday in Bern.", "The talks between the two sides in Bern ended on Sunday without agreement.", "conflict: reached / without agreement"},
		{"without what is no deed", "Storms left 300 homes in Bern without power.", "Power was cut to 300 homes in Bern.", ""},
		{"unharmed", "The hostages were unharmed, the army said.", "Two of the hostages were injured, the army said.", "conflict: were unharmed / were injured"},
		{"raised and cut", "Oslo will raise the tax on fuel in May.", "Oslo will cut the tax on fuel in May.", "conflict: will raise / will cut"},
		{"weighed", "The firm will close the mill in Leeds.", "The firm is considering closing the mill in Leeds.", "differs: will close / is considering closing"},
		{"close to it", "The club has signed the striker for 12 million crowns.", "The club is close to signing the striker for 12 million crowns.", "differs: has signed / is close to signing"},
		{"suspected", "The editor had pneumonia, the clinic said.", "The editor is ill; doctors suspect pneumonia, the clinic said.", "differs: had / suspect pneumonia"},
		{"done and to come", "The king has signed the law on fishing.", "The king is due to sign the law on fishing.", "differs: has signed / is due to sign"},
		{"the last time", "The crane had not been serviced since May, a clerk said.", "The crane was last serviced in May, a clerk said.", ""},
		{"not before", "The boat did not land in Faro before noon.", "The boat landed in Faro at one.", ""},
		{"never before", "The mayor never declared the loan before the vote.", "The mayor declared the loan before the vote.", "conflict: never declared the loan / declared the loan"},
		{"not yet in force", "The law on fishing has not yet come into force.", "The law on fishing comes into force in June.", ""},
		{"told alike and something else", "The pact with Peru has been signed but not ratified.", "The pact with Peru has not been ratified.", "same: not ratified / has not been ratified"},
		{"acknowledged that", "The minister denied that officers had fired at the crowd.", "The minister acknowledged that officers had fired at the crowd.", "conflict: denied that officers had fired / acknowledged that officers had fired"},
		{"ruled out and not", "The maker of the glue, Lumix, had been ruled out as the source, he said.", "He would not yet rule out, however, that the mould had come from the maker, Lumix of Vasa.", "conflict: had been ruled out / would not yet rule out"},
		{"a particle behind its object", "The slide was probably set off by the walkers.", "The walkers set the slide off.", "differs: was probably set off / set the slide off"},
		{"noun of the verb behind another", "The loss is covered by insurance, a ministry said.", "The barge cost 4 million crowns, and none of it was insured.", "conflict: is covered / none of it was insured"},
		{"stood as", "The gate was guarded by two men, the clerk said.", "The gate stood unguarded, the clerk conceded.", "conflict: was guarded / stood unguarded"},
		{"had none", "The court had no proceedings under way against the mill.", "The court has opened proceedings against the mill.", "conflict: had no proceedings / has opened"},
		{"had none of what was asked for", "The town has no money for the quay in Leith.", "The town called for money for the quay in Leith.", ""},
		{"at no point", "At no point was there a fire on the ferry.", "Sailors put out a small fire on the ferry.", "conflict: fire / put out"},
		{"no such thing without it", "It waters 30,000 hectares of cotton.", "Without it there would be no cotton on 30,000 hectares.", ""},
		{"no plans", "The firm has no plans to sell the mill in Leeds.", "The firm plans to sell the mill in Leeds.", "conflict: no plans to sell / plans to sell"},
		{"ruled out going", "Ms Lund said that she would contest the result in court.", "Ms Lund has ruled out going to court over the result.", "conflict: would contest / has ruled out going"},
		{"foretold otherwise", "Police said that no one would be let into the valley.", "Hundreds were let into the valley on Friday.", "differs: no one would be let / were let"},
		{"a limit turns the verb round", "The manual allows a tailwind of no more than 15 knots.", "The airline forbids a tailwind of more than 15 knots.", ""},
		{"state", "The driver, a Dutch man of 40, was released on bail.", "A Dutch man of 40, the driver, is still in custody.", "conflict: was released / is still in custody"},
		{"confirm and deny", "Anna Berg, the ombudswoman, confirmed that a date had been set.", "Anna Berg, the ombudswoman, denied that a date had been agreed.", "conflict: confirmed that a date had been set / denied that a date had been agreed"},
		{"admitted and denied", "He denies that he ever held a false passport.", "That the passport in his name was forged he has admitted; he bought it, he told the magistrate.", "conflict: denies that he ever held / has admitted"},
		{"not yet official", "The record is not yet official.", "The office confirmed the record on Monday.", "conflict: is not yet official / confirmed"},
		{"pleaded", "Ivo Novak pleaded guilty to fraud.", "Ivo Novak pleaded not guilty to fraud.", "conflict: pleaded guilty / pleaded not guilty"},

		{"a reported number", "A reported 29 miners died in the fire.", "The fire killed 29 miners.", "differs: A reported 29 miners died / killed"},
		{"these people", "The hospital paid the group $1.5 million in May.", "“We did not pay these people a dime,” she said.", "conflict: paid / did not pay"},
		{"left open", "No depot would close, she told reporters.", "She refused to rule out closing the Leeds depot.", "conflict: No depot would close / refused to rule out closing"},
		{"ruled out", "The firm ruled out closing the Leeds depot.", "The firm will not close the Leeds depot.", "same: ruled out closing / will not close"},
		{"ruled out and done", "The firm ruled out closing the Leeds depot.", "The firm will close the Leeds depot in May.", "conflict: ruled out closing / will close"},
		{"ruled out and left open", "The minister, Ana Lum, ruled out closing schools in other counties.", "The minister, Ana Lum, refused to rule out further school closures.", "conflict: ruled out closing / refused to rule out"},
		{"left open by both", "The council did not rule out the closure of the depot on Monday.", "The council on Monday did not rule out a closure of the depot.", "same: did not rule out / did not rule out"},
		{"left open in two wordings", "The minister refused to rule out a sale of the port.", "The minister did not rule out a sale of the port.", "same: refused to rule out / did not rule out"},
		{"two things", "Its sponsor, Senator Ana Lum, said that she might introduce it again in January.", "“I have buried bills before,” Lum said.", ""},
		{"under discussion", "A second bridge is under discussion.", "A second bridge will be built in Leeds.", "differs: is under discussion / will be built"},
		{"not under discussion", "A second bridge is not under discussion.", "A second bridge was proposed.", ""},

		{"ended before it could", "Four of the drones reached the oil depot in the port of Vasa.", "All drones were destroyed before any of them could reach the oil depot in the port of Vasa.", "conflict: reached / before any of them could reach"},
		{"left before", "The boats had left the port of Vasa before the storm, and could reach it again on Friday.", "The boats reached the port of Vasa on Friday.", "differs: could reach / reached"},
		{"no appeal", "Her lawyers said that they would appeal against the sentence.", "There will be no appeal against the sentence, her lawyers said.", "conflict: would appeal / no appeal"},
		{"no appeal, and nothing else", "His lawyer said that they would appeal within 15 days.", "There will be no appeal.", "conflict: would appeal / no appeal"},
		{"appeal for help", "The mayor appealed for calm after the trial.", "There will be no appeal.", ""},
		{"another one's appeal", "The court turned down the appeal of the bank.", "There will be no appeal.", ""},
		{"not considered and not ruled out", "Limits on flights to Vasa were not being considered, the ministry said.", "The ministry did not rule out limits on flights to Vasa.", "conflict: were not being considered / did not rule out"},
		{"two things not considered and not ruled out", "A ban on cars in the old town was not being considered, the mayor said.", "The mayor did not rule out standing again in May.", ""},
		{"afloat and sinking", "The ferry is afloat off Tartus, the coastguard said.", "The ferry is sinking off Tartus, the coastguard said.", "conflict: is afloat / is sinking"},
		{"afloat, another one sunk", "The ferry is afloat off Tartus, the coastguard said.", "The ferry sank a yacht off Tartus, the coastguard said.", ""},
		{"kept his post", "The coach of Dinamo kept his post on Monday.", "The coach of Dinamo was dismissed on Monday.", "conflict: kept his post / was dismissed"},
		{"remains in office", "The minister remains in office despite the row over the villa.", "The minister resigned in the row over the villa.", "conflict: remains in office / resigned"},
		{"kept his word", "The coach of Dinamo kept his word on Monday.", "The coach of Dinamo was dismissed on Monday.", ""},
		{"at large", "The killer of the baker is still at large, police said.", "The killer of the baker was arrested on Friday, police said.", "conflict: is still at large / was arrested"},
		{"in a large hall", "The trial of the baker is in a large hall, police said.", "The baker is in custody, police said.", ""},
		{"no part in it", "The movement played no part in the attack on the port of Aden.", "The movement carried out the attack on the port of Aden.", "conflict: played no part / carried out"},
		{"nothing to do with it", "The group said it had nothing to do with the attack on the port of Aden.", "The attack on the port of Aden was carried out by the group.", "conflict: had nothing to do with / was carried out"},
		{"no part, another's deed", "The army played no part in the attack on the port of Aden.", "Rebels carried out the attack on the port of Aden.", ""},
		{"no part in two things", "The army took no part in the vote in Oslo.", "The army carried out a survey of the coast.", ""},

		{"silence is no denial", "The ministry did not comment on the raid.", "The ministry declined to comment on the raid.", ""},
		{"names kept back", "The names of the dead were not released.", "Police released the names of two of the dead.", ""},
		{"side clause", "The mayor, who did not attend, praised the crew.", "The mayor praised the crew.", ""},
		{"not only", "The flood not only closed the school but ruined the hall.", "The flood closed the school.", ""},
		{"double denial", "Nobody denied that the dam had failed.", "The dam had failed.", ""},
		{"failed and did not", "The pump failed to start.", "The pump did not start.", "same: failed to start / did not start"},
	} {
		t.Run(c.name, func(t *testing.T) {
			left, right := find(c.left), find(c.right)
			var got []string
			for _, f := range Compare(left, right) {
				got = append(got, fmt.Sprintf("%v: %s / %s", f.Relation, f.Left.In(c.left), f.Right.In(c.right)))
			}
			if g := strings.Join(got, "; "); g != c.want {
				t.Errorf("got  %s\nwant %s\nleft  %s\nright %s", g, c.want, show(c.left, left), show(c.right, right))
			}
			if d := cmp.Diff(relations(Compare(left, right)), relations(Compare(right, left))); d != "" {
				t.Errorf("swapping the sides changes the findings: %s", d)
			}
		})
	}
}

// relations counts the findings by relation.
func relations(fs []Finding) map[model.Relation]int {
	m := make(map[model.Relation]int)
	for _, f := range fs {
		m[f.Relation]++
	}
	return m
}
