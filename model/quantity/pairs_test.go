package quantity

import "testing"

// TestHolders: what two people hold is compared with nothing.
func TestHolders(t *testing.T) {
	for _, c := range []struct{ left, right string }{
		{"The firm is 70 percent owned by Ada Roe.", "The other 70 percent of the firm belongs to its brewer, Otto Lind."},
		{"Ann Lee holds 40 percent of the firm.", "The firm is 45 percent owned by Otto Lind."},
		{"Neil Roe owns 70 percent of the firm.", "His brother Adam Roe owns 30 percent of the firm."},
		{"Voters gave 60 percent to the party.", "The other 40 percent of the voters went to its rival."},
	} {
		t.Run(c.left, func(t *testing.T) {
			if got := Match(find(c.left), find(c.right)); len(got) > 0 {
				t.Errorf("%s | %s: %+v", c.left, c.right, got)
			}
		})
	}
}

// TestPairs: two sentences of one event, and what Match makes of the figures in
// them; the outcome is that of any pair.
func TestPairs(t *testing.T) {
	for _, c := range []struct {
		left, right string
		want        Outcome
	}{
		{"He won the 12th game.", "Game 12 went to him.", Equal},
		{"He leads 6½-5½.", "He is ahead by 6.5 to 5.5 in the match.", Equal},
		{"At 18, he is the youngest champion.", "The 18-year-old is the champion.", Equal},
		{"He had 12 seconds left on his clock.", "He had 15 seconds left on the clock.", Incompatible},
		{"The match goes on for 14 games.", "They play a 14-game match.", Equal},
		{"The purse is $2.5 million.", "They share 2.5 million dollars.", Equal},
		{"He won in 4 hours 12 minutes 33 seconds.", "He won in 4:12:33.", Equal},
		{"He leads by 1 min 12 sec.", "His lead is 72 seconds.", Equal},
		{"He attacked 14 km from the line.", "He went clear 14 kilometres from the finish.", Equal},
		{"The stage is 182.5 km long.", "The 183-kilometre stage was hot.", Rounded},
		{"It was his third stage win.", "It was his fourth stage win.", Incompatible},
		{"He is fourth overall.", "He came fourth.", Equal},
		{"Twenty riders crashed on the descent.", "Some 20 riders fell on the descent.", Rounded},
		{"The closure costs 1,150 jobs.", "Nearly 1,200 jobs will go.", Rounded},
		{"The plant closes after 87 years.", "The 87-year-old plant will close.", Equal},
		{"One in ten workers will go.", "Ten percent of workers will go.", Equal},
		{"Staff get 12 weeks' notice.", "Workers were given three months' notice.", Rounded},
		{"It will supply 15 billion cubic metres a year.", "It is to supply 15 bcm of gas annually.", Equal},
		{"It will supply 15 billion cubic metres of gas a year.", "It is to supply 530 billion cubic feet of gas a year.", Equal},
		{"The contract runs for 25 years.", "It is a quarter-century contract.", Equal},
		{"It holds a 40 percent stake.", "It owns two-fifths of the field.", Equal},
		{"The pipeline is 1,200 km long.", "The 750-mile pipeline crosses three states.", Equal},
		{"Output is 1.2 million barrels a day.", "It pumps 1.2 million barrels per day.", Equal},
		{"She was held for 491 days.", "She spent 16 months in captivity.", Rounded},
		{"A six-week truce began.", "The truce lasts 42 days.", Equal},
		{"They freed 33 hostages.", "In all, 33 captives walked free.", Equal},
		{"In exchange, 1,904 prisoners were freed.", "Some 1,900 detainees were released in exchange.", Rounded},
		{"Three of the four women are soldiers.", "Three of the women are soldiers.", Equal},
		{"The premiere lasted three and a half hours.", "The opening ran to 210 minutes.", Equal},
		{"The ovation lasted 12 minutes.", "There was a ten-minute ovation.", Incompatible},
		{"The house has 1,800 seats.", "The 1,800-seat house was full.", Equal},
		{"Tickets cost from €30 to €280.", "Tickets went for between 30 and 280 euros.", Equal},
		{"He was booed after the third act.", "Boos came after Act 3.", Equal},
		{"It is the first staging in 90 years.", "It had not been staged for nine decades.", Equal},
		{"It took nine curtain calls.", "There were eleven curtain calls.", Incompatible},
		{"Police fired on the crowd, killing at least 23 people.", "At least 23 protesters were killed when police fired on the crowd.", Equal},
		{"Police fired on the crowd, killing 23 people.", "31 people were shot dead when police fired on the crowd.", Incompatible},
		{"Tens of thousands marched in the capital.", "About 60,000 people marched in the capital.", Rounded},
		{"More than 200 people were arrested.", "Police detained 231 demonstrators.", Rounded},
		{"A 12-hour curfew was imposed.", "The curfew lasts 11 hours.", Incompatible},
		{"It was the third night of unrest.", "For a third straight night there was unrest.", Equal},
		{"The new university will have 26,000 students.", "It will teach 26,000 students.", Equal},
		{"The senate voted 31-7.", "The vote in the senate was 31 to 7.", Equal},
		{"The senate voted 31-7 for it.", "It passed the senate by 32 votes to 7.", Incompatible},
		{"It would be the fifth-largest university in the country.", "It would be the country's fourth-largest university.", Incompatible},
		{"The merger will save 12 million euros a year.", "It will save €12m annually.", Equal},
		{"The 200-year-old university will go.", "The university, two centuries old, will go.", Equal},
		{"The fire burned 12,000 acres.", "The fire has burned 4,900 hectares.", Equal},
		{"The fire has burned 12,000 acres.", "The blaze has burned 19 square miles.", Rounded},
		{"The fire was 35 percent contained.", "The blaze was 20% contained.", Incompatible},
		{"Some 600 firefighters were at work.", "More than 600 firefighters were at work.", Rounded},
		{"Gusts of 60 mph drove the flames.", "Winds of 97 km/h drove the flames.", Equal},
		{"It destroyed 40 homes.", "At least 40 homes were destroyed.", Rounded},
		{"It destroyed 40 homes.", "It destroyed 45 homes.", Incompatible},
		{"Nobody was hurt.", "Three people were hurt.", Incompatible},
		{"No injuries were reported.", "Two people suffered injuries.", Incompatible},
		{"They will report within 72 hours.", "They will report in three days.", Equal},
		{"The strike lasted a week.", "The week-long strike ended.", Equal},
		{"They marched for two hours.", "They marched for more than two hours.", Rounded},
		{"The bridge, 1,991 metres long, reopened.", "The 2-km bridge reopened.", Rounded},
		{"About 70 per cent of the vote went to him.", "He won 68.7% of the vote.", Rounded},
		{"He won 52 per cent of the vote.", "He won 48 percent of the vote.", Incompatible},
		{"Unemployment rose to 7.1%.", "Unemployment rose to 7.3 percent.", Incompatible},
		{"The rate was cut by 25 basis points.", "The rate was cut by a quarter of a percentage point.", Equal},
		{"The body of a 34-year-old man was found.", "The man, 34, was found dead.", Equal},
		{"He was jailed for 12 years.", "He got a 12-year sentence.", Equal},
		{"He was jailed for 12 years.", "He was jailed for 15 years.", Incompatible},
		{"She was sentenced to 18 months in prison.", "She was sentenced to a year and a half in prison.", Equal},
		{"The storm brought 200 mm of rain.", "The storm dropped eight inches of rain.", Rounded},
		{"The suspect fired six shots.", "Six shots were fired.", Equal},
		{"The suspect fired six shots.", "Witnesses heard eight shots fired.", Incompatible},
		{"The airline cancelled 120 flights.", "More than 100 flights were cancelled.", Rounded},
		{"A magnitude 7.1 quake hit.", "A 6.9-magnitude earthquake hit.", Incompatible},
		{"The quake was 10 km deep.", "It struck at a depth of 10 kilometres.", Equal},
		{"They doubled the price.", "The price went up twofold.", Equal},
		{"The deal is worth $1.2bn.", "The $1.2-billion deal was signed.", Equal},
		{"The dairy is 70 percent owned by the chairman's cousin, Ada Roe.", "Ada Roe, 61, a director, owns 30 percent of the dairy.", Incompatible},
		{"Doctors said 43 people were injured.", "Doctors put the number of injuries at 41.", Incompatible},
		{"They fined six protesters in Leeds.", "Nine men were fined at the protest in Leeds.", Incompatible},
		{"The storm flattened 80 houses on the coast.", "On the coast the storm flattened 30 buildings.", Incompatible},
		{"He was found guilty on two of three counts.", "He was found guilty on all three counts.", Incompatible},
		{"The launch came 24 minutes later than planned because of wind.", "Wind held the launch for 40 minutes.", Incompatible},
		{"With 1,046 of 1,054 polling stations counted, she led.", "More than 99 percent of polling stations were counted.", Rounded},
		{"Nine of the 15 members voted for it.", "It was backed by 60 percent of the members.", Equal},
		{"Nine of the 15 members voted for it.", "It was backed by 80 percent of the members.", Incompatible},
		{"Nine of the 15 members voted for it.", "The members voted for it by nine votes to six.", Equal},
		{"Nine of the 15 members voted for it.", "The members voted for it by ten votes to five.", Incompatible},
		{"Nine of the 15 members voted for it.", "The members passed it unanimously.", Incompatible},
		{"Two members voted against it.", "The members passed it unanimously.", Incompatible},
		{"All eight members voted for it.", "The members passed it unanimously.", Equal},
		{"Five members voted to close it and three to keep it.", "The members voted unanimously to close it.", Incompatible},
		{"It takes within four weeks.", "It can take as long as eight weeks.", Rounded},
		{"The company was awarded a 46-kilometer section of the highway.", "Its reward was some 30 miles of the great road.", Rounded},
		{"Classes for roughly 118,000 students were cancelled.", "All 117,956 public-school kids stayed at home.", Rounded},
		{"It will save 650 million Swiss francs a year.", "It wants to save SFr560m a year.", Incompatible},
		{"It agreed to buy the firm for $14.2 billion in cash.", "The biotech firm is to be sold for £10.4bn.", Rounded},
		{"The foundation, which owns 31% of the firm, will sell.", "Lauritzenfonden, which holds nearly a third of the firm, will sell.", Rounded},
		{"There were 12 injuries in the crash.", "The crash injured 12 people.", Equal},
		{"A dozen countries signed.", "Twelve nations signed.", Equal},
		{"Four in ten voters backed it.", "It was backed by 40% of voters.", Equal},
		{"The couple have three children.", "The father of three was found.", Equal},
		{"She has a son, 4, and a daughter, 7.", "Her children are 4 and 7.", Equal},
	} {
		t.Run(c.left, func(t *testing.T) {
			xs, ys := find(c.left), find(c.right)
			var got []string
			for _, p := range Match(xs, ys) {
				if p.Evidence.Outcome == c.want {
					return
				}
				got = append(got, xs[p.Left].Value()+" | "+ys[p.Right].Value()+": "+p.Evidence.Outcome.String())
			}
			t.Errorf("%s | %s: want %s, got %q", c.left, c.right, c.want, got)
		})
	}
}
