// This file finds contradictions within one article.

package compare

import (
	"doubletake/model"
)

// inside lists where an article contradicts itself.
func inside(s *side, where model.Side) []model.Inside {
	return nil
}
