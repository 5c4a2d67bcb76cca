package export

import (
	"strconv"

	"estateatlas/backend/domain"
)

// datasetTable is a CSV file of a dataset folder.
type datasetTable struct {
	name    string
	columns string // headings of CONTRACT.md, with commas
	count   int
	rows    func() [][]string
}

// datasetTables turns the tables into cells, in the order of CONTRACT.md.
func datasetTables(t *domain.Tables) []datasetTable {
	return []datasetTable{
		{
			"companies.csv", "id,name,responsible_person,legal_representative,phone,blacklisted_on,capacity", len(t.Companies),
			rowsOf(t.Companies, func(c *domain.Company) []string {
				return []string{
					c.ID, c.Name, c.ResponsiblePerson, c.LegalRepresentative, c.Phone, c.BlacklistedOn.String(), known(c.Capacity, integer),
				}
			}),
		},
		{
			"agreements.csv", "estate_id,company_id,kind,starts_on,ends_on", len(t.Agreements),
			rowsOf(t.Agreements, func(a *domain.Agreement) []string {
				return []string{a.EstateID, a.CompanyID, string(a.Kind), a.StartsOn.String(), a.EndsOn.String()}
			}),
		},
		{
			"subsidies.csv", "estate_id,from_month,district_subsidy,city_subsidy", len(t.Subsidies),
			rowsOf(t.Subsidies, func(s *domain.SubsidyChange) []string {
				return []string{s.EstateID, s.FromMonth.String(), known(s.DistrictSubsidy, domain.Fen.String), known(s.CitySubsidy, domain.Fen.String)}
			}),
		},
		{
			"enrolments.csv", "estate_id,enrolled_on,exited_on,exit_ground", len(t.Enrolments),
			rowsOf(t.Enrolments, func(e *domain.Enrolment) []string {
				return []string{e.EstateID, e.EnrolledOn.String(), e.ExitedOn.String(), exitCell(e.ExitGround, e.ExitText)}
			}),
		},
		{
			"items.csv", "code,name,function,responsible", len(t.Items),
			rowsOf(t.Items, func(i *domain.Item) []string {
				return []string{i.Code, i.Name, string(i.Function), string(i.Responsible)}
			}),
		},
		{
			"rounds.csv", "id,name,kind,held_on", len(t.Rounds),
			rowsOf(t.Rounds, func(r *domain.Round) []string { return []string{r.ID, r.Name, string(r.Kind), r.HeldOn.String()} }),
		},
		{
			"scores.csv", "round_id,estate_id,score,official_rank", len(t.Scores),
			rowsOf(t.Scores, func(s *domain.Score) []string {
				return []string{s.RoundID, s.EstateID, known(s.Score, domain.Decimal.String), rankCell(s.OfficialRank)}
			}),
		},
		{
			"deductions.csv", "round_id,estate_id,item,points", len(t.Deductions),
			rowsOf(t.Deductions, func(d *domain.Deduction) []string {
				return []string{d.RoundID, d.EstateID, d.Item, d.Points.String()}
			}),
		},
		{
			"determinations.csv", "round_id,estate_id,cause,reason,decided_by,decided_on", len(t.Determinations),
			rowsOf(t.Determinations, func(d *domain.Determination) []string {
				return []string{d.RoundID, d.EstateID, string(d.Cause), d.Reason, d.DecidedBy, d.DecidedOn.String()}
			}),
		},
		{
			"findings.csv", "id,estate_id,round_id,lon,lat,item,found_on,due_on,resolved_on,description", len(t.Findings),
			rowsOf(t.Findings, func(f *domain.Finding) []string {
				lon, lat := "", ""
				if f.Point.Known {
					lon, lat = degrees(f.Point.Value[0]), degrees(f.Point.Value[1])
				}
				return []string{
					f.ID, f.EstateID, f.RoundID, lon, lat, f.Item, f.FoundOn.String(), f.DueOn.String(), f.ResolvedOn.String(), f.Description,
				}
			}),
		},
		{
			"overrides.csv", "estate_id,host_id,reason,decided_by,decided_on,removed_on", len(t.Overrides),
			rowsOf(t.Overrides, func(o *domain.Override) []string {
				return []string{o.EstateID, o.HostID, o.Reason, o.DecidedBy, o.DecidedOn.String(), o.RemovedOn.String()}
			}),
		},
		{
			"fund_uses.csv", "id,subdistrict,used_on,kind,estate_id,round_id,amount", len(t.FundUses),
			rowsOf(t.FundUses, func(u *domain.FundUse) []string {
				return []string{u.ID, u.Subdistrict, u.UsedOn.String(), string(u.Kind), u.EstateID, u.RoundID, u.Amount.String()}
			}),
		},
	}
}

// rowsOf makes the cells when the file is written, so that only one table's are held at a time.
func rowsOf[T any](rows []T, cells func(*T) []string) func() [][]string {
	return func() [][]string {
		out := make([][]string, len(rows))
		for i := range rows {
			out[i] = cells(&rows[i])
		}
		return out
	}
}

// known is the cell of a value that may be unknown.
func known[T any](v domain.Opt[T], cell func(T) string) string {
	if !v.Known {
		return ""
	}
	return cell(v.Value)
}

func integer(n int64) string { return strconv.FormatInt(n, 10) }

func degrees(d float64) string { return strconv.FormatFloat(d, 'f', -1, 64) }

func rankCell(rank int64) string {
	if rank == 0 {
		return ""
	}
	return integer(rank)
}
