package messy

import (
	"context"

	"estateatlas/backend/domain"
	"estateatlas/backend/ingest"
)

// Judge has the rows checked with the project, as those of any file are; what is found joins the faults. The report takes the rows that
// are in order.
func (r *Reading) Judge(ctx context.Context, base *domain.Tables, opt ingest.Options) (*ingest.Report, error) {
	opt.SkipBad = true
	report, faults, err := ingest.ReadPrepared(ctx, r.Tables, base, opt)
	if err != nil {
		return nil, err
	}
	rowOf := make(map[int]int, len(r.grid.Rows))
	for i := range r.grid.Rows {
		rowOf[r.grid.Rows[i].Number] = i
	}
	for i := range faults {
		for j := range faults[i] {
			f := &faults[i][j]
			column, ok := r.columnOf[i][f.Column]
			if !ok {
				column = -1
			}
			out := Fault{Kind: "check", Rows: []int{f.Row}, Column: column, Title: domain.Say("不能导入", "It cannot be imported"), Text: f.Text()}
			if column >= 0 {
				out.Title = domain.Say("%s有误", "Wrong: %s", r.Columns[column].Heading)
				r.Marks[Place{f.Row, column}] = Mark{State: CellFault}
				out.Remedies = append(out.Remedies, Remedy{Label: domain.Say("填写…", "enter …"), Enter: true})
			}
			if at, ok := rowOf[f.Row]; ok && at >= r.first {
				out.Remedies = append(out.Remedies, Remedy{Label: domain.Say("跳过这一行", "leave the row"), Skip: []int{f.Row}})
				r.Kinds[at] = RowBad
			}
			r.bad[f.Row] = true
			r.Faults = append(r.Faults, out)
		}
	}
	return report, nil
}
