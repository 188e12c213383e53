package compare

import (
	"strings"
	"testing"

	"doubletake/model/article"
)

// TestEventPlace holds that the first glance does not shout the town of a dateline.
func TestEventPlace(t *testing.T) {
	left := article.Parse("left.txt", "Ferry lost\n\nSANDVE, Norway, Feb. 8 (Northline) — A ferry sank on Sunday. It lay off Sandve for a week.\n")
	right := article.Parse("right.txt", "Ferry sinks\n\nA ferry sank on Sunday in Sandve, Norway. It lay off Sandve for a week.\n")
	if got := compared(t, left, right).Glance.Event; !strings.Contains(got, "Sandve") || strings.Contains(got, "SANDVE") {
		t.Errorf("event: %s", got)
	}
}
