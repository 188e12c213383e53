package date

import (
	"strings"
	"testing"

	"doubletake/model"
	"doubletake/model/text"
)

// BenchmarkFind reads about a megabyte of prose, 7,000 claims, a date in every
// third of them.
func BenchmarkFind(b *testing.B) {
	const page = "The minister told reporters in the capital that the two sides had settled most of what divided them, although neither of them would say so in public. " +
		"On Tuesday, 4 March, at 9.30pm local time, the delegation left the building without a word, and a day later the talks were broken off until the end of the month. " +
		"Nobody in the village could remember a winter like it, and the mayor may now ask for help from the country's army, which has 12 helicopters in the north. "
	body := strings.Repeat(page, 1_000_000/len(page))
	claims := sentences(body)
	toks := make([][]text.Token, len(claims))
	n := 0
	for i, c := range claims {
		toks[i] = text.Tokens(body, c.Span)
		n += len(toks[i])
	}
	a := model.Article{Text: body, Published: "2025-03-06"}
	b.ReportMetric(float64(len(claims)), "claims")
	b.ReportMetric(float64(n), "tokens")
	b.ReportAllocs()
	b.SetBytes(int64(len(body)))
	for b.Loop() {
		Find(a, claims, toks)
	}
}

func BenchmarkCompare(b *testing.B) {
	x := Value{From: Point{2025, 3, 4, 2}, To: Point{2025, 3, 4, 2}, Grain: Day}
	y := Value{From: Point{0, 3, 5, 0}, To: Point{0, 3, 5, 0}, Grain: Day}
	b.ReportAllocs()
	for b.Loop() {
		Compare(x, y)
	}
}
