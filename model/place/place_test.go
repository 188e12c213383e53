package place

import "testing"

func TestLookup(t *testing.T) {
	for _, c := range []struct {
		name string
		sort Sort
		code string
	}{
		{"Syria", Country, "SY"}, {"Syria’s", Country, "SY"}, {"the United States", Country, "US"},
		{"U.S.", Country, "US"}, {"Syrian", People, "SY"}, {"Turks", People, "TR"}, {"British", People, "GB"},
		{"Damascus", Capital, "SY"}, {"Reykjavík", Capital, "IS"}, {"Kiev", Capital, "UA"},
		{"Kishinev", Capital, "MD"},
		{"Wis.", Region, "US"}, {"Middle East", Region, ""}, {"Thessaloniki", City, "GR"},
		{"Georgia", Country, "GE"}, {"Şanlıurfa", City, "TR"}, {"Washington", Capital, "US"},
		{"N'Djamena", Capital, "TD"}, {"Ndjamena", Capital, "TD"},
	} {
		t.Run(c.name, func(t *testing.T) {
			e, ok := Lookup(c.name)
			if !ok || e.Sort != c.sort || e.Code != c.code {
				t.Errorf("Lookup(%q) = %+v, %v; want sort %d, code %q", c.name, e, ok, c.sort, c.code)
			}
		})
	}
	if e, ok := Lookup("Yevkurov"); ok {
		t.Errorf("found %+v for a surname", e)
	}
}

func TestNation(t *testing.T) {
	for phrase, want := range map[string]string{"Russian": "RU", "russia's": "RU", "Moscow": "", "Texas": ""} {
		if got, _ := Nation(phrase); got != want {
			t.Errorf("Nation(%q) = %q, want %q", phrase, got, want)
		}
	}
	if got, _ := NationOf("Moscow"); got != "RU" {
		t.Errorf("NationOf(Moscow) = %q", got)
	}
}

func TestSpotOf(t *testing.T) {
	for _, c := range []struct {
		before, last, want string
		ok                 bool
	}{
		{"old", "kitchen", "rooms kitchen", true},
		{"loading", "dock", "rooms loading-dock", true},
		{"", "coach", "vehicles bus", true},
		{"car", "park", "lands car-park", true},
		{"national", "park", " ", false},
		{"", "building", " ", false},
	} {
		got, ok := SpotOf(c.before, c.last)
		if g := got.Level + " " + got.Kind; g != c.want || ok != c.ok {
			t.Errorf("SpotOf(%q, %q) = %q, %v; want %q, %v", c.before, c.last, g, ok, c.want, c.ok)
		}
	}
}

func BenchmarkLookup(b *testing.B) {
	Lookup("Syria")
	b.ReportAllocs()
	for b.Loop() {
		Lookup("Yevkurov")
	}
}

func TestTwoNames(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"Torino", "Turin", true}, {"Turin", "Turin", false}, {"Donau", "the Danube", true}, {"Vlaanderen", "Flanders", true},
		{"Ghent", "Antwerpen", false}, {"Calif.", "California", false}, {"Bayern", "Bavaria", true}, {"Lemberg", "Lviv", true},
		{"Chișinău", "Kishinev", true}, {"Bisotun", "Behistun", true}, {"Odesa", "Odessa", true}, {"Mykolaiv", "Nikolaev", true},
		{"Zaporizhzhia", "Zaporozhye", true}, {"Gyumri", "Leninakan", true}, {"Gyumri", "Vanadzor", false}, {"Beijing", "Peking", true},
	} {
		if got := TwoNames(tt.a, tt.b); got != tt.want || TwoNames(tt.b, tt.a) != tt.want {
			t.Errorf("TwoNames(%s, %s) = %v", tt.a, tt.b, got)
		}
	}
}

func TestAdjective(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"Abkhazia", "Abkhazian", true}, {"Transnistrian", "Transnistria", true}, {"Sicily", "Sicilian", true}, {"Milan", "Milanese", true},
		{"Kashmir", "Kashmiri", true}, {"Kurdistan", "Kurdish", true}, {"South Ossetia", "South Ossetian", true},
		{"Batum", "Batumi", false}, {"Abkhazia", "Abkhazia", false}, {"Odesa", "Odessa", false}, {"Tepe", "Tappeh", false},
	} {
		if got := Adjective(tt.a, tt.b); got != tt.want || Adjective(tt.b, tt.a) != tt.want {
			t.Errorf("Adjective(%s, %s) = %v", tt.a, tt.b, got)
		}
	}
}
