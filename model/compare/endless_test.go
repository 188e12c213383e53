package compare

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"doubletake/model/article"
)

// TestEndless compares two sentences of 70 KB full of names, dates and figures. It
// took minutes while every date was laid beside every other for each pair of figures.
func TestEndless(t *testing.T) {
	words := strings.Fields("the mayor of Lund said that 17 people in town were hurt on Monday when a bus and two cars met near the old bridge")
	random := rand.New(rand.NewPCG(3, 4))
	sentence := func() string {
		var b strings.Builder
		for range 15_000 {
			b.WriteString(words[random.IntN(len(words))])
			b.WriteByte(' ')
		}
		return b.String() + "."
	}
	begun := time.Now()
	compared(t, article.Parse("left.txt", sentence()), article.Parse("right.txt", sentence()))
	if took := time.Since(begun); took > 20*time.Second { // .3 s, and many times that under the race detector
		t.Errorf("two endless sentences took %v", took)
	}
}
