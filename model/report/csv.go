// This file is the comparison as CSV.

package report

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"doubletake/model"
	"doubletake/model/marks"
)

// columns is the head of the CSV.
var columns = []string{
	"id", "kind", "relation", "severity", "about",
	"left_claim", "left_paragraph", "left_text", "left_value", "left_speaker",
	"right_claim", "right_paragraph", "right_text", "right_value", "right_speaker",
	"why", "beware", "reader", "note",
}

// CSV writes a row a fact, in the order of the JSON, below a row of names: as
// RFC 4180 has it, in UTF-8, but with "\n" at the end of lines. The columns of a
// side that does not give the fact are empty.
//
// A cell that a spreadsheet would take for a formula has an apostrophe before it.
func CSV(w io.Writer, c model.Comparison, m marks.Set) error {
	out := csv.NewWriter(w)
	_ = out.Write(columns) // kept for Error
	for i, f := range c.Facts {
		state, note := reader(c, m, model.FactIndex(i))
		severity := ""
		if f.Severity != model.None {
			severity = f.Severity.String()
		}
		row := []string{FactID(model.FactIndex(i)), f.Kind.String(), f.Relation.String(), severity, f.About}
		for _, s := range sides {
			row = append(row, cells(c, s, f)...)
		}
		row = append(row, f.Why, f.Beware, state, note)
		for k := range row {
			row[k] = unformula(row[k])
		}
		_ = out.Write(row) // kept for Error
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return fmt.Errorf("writing the comparison as CSV: %w", err)
	}
	return nil
}

// cells is the columns of one side.
func cells(c model.Comparison, s model.Side, f model.Fact) []string {
	m, ok := f.On(s)
	if !ok {
		return make([]string, 5)
	}
	x := claimOf(c, s, m)
	return []string{ClaimID(s, m.Claim), strconv.Itoa(x.Paragraph + 1), c.Words(s, m), m.Value, x.Source.Text}
}

// unformula keeps a spreadsheet from computing what an article says
// (owasp.org/www-community/attacks/CSV_Injection).
func unformula(s string) string {
	if s != "" && strings.ContainsRune("=+-@", rune(s[0])) {
		return "'" + s
	}
	return s
}
