package gpkg

import (
	"cmp"
	"slices"

	"estateatlas/backend/domain"

	"github.com/paulmach/orb"
)

// tables are the data tables of a project in the order in which they are written and read. migrations/ makes them.
var tables = slices.Concat(datasetTables, proxyTables, ledgerTables, rectifyTables, letterTables)

// datasetTables are those that a dataset folder may fill, the settings and the layers behind the estates.
var datasetTables = []dataTable{
	table[domain.Estate]{
		name: "estates", title: domain.Say("旧楼区", "estates"), rows: func(t *domain.Tables) *[]domain.Estate { return &t.Estates },
		fid:   func(e *domain.Estate) *int64 { return &e.FID },
		order: func(a, b *domain.Estate) int { return cmp.Compare(a.ID, b.ID) },
		columns: []column[domain.Estate]{
			geometry(
				func(e *domain.Estate) orb.Geometry {
					if len(e.Boundary) == 0 {
						return nil
					}
					return e.Boundary
				},
				func(e *domain.Estate, g orb.Geometry) (err error) {
					e.Boundary, err = boundary(g)
					return err
				}),
			word("id", func(e *domain.Estate) *string { return &e.ID }).asKey().must(),
			text("name", func(e *domain.Estate) *string { return &e.Name }),
			word("subdistrict", func(e *domain.Estate) *string { return &e.Subdistrict }),
			word("community", func(e *domain.Estate) *string { return &e.Community }),
			code("form", func(e *domain.Estate) *domain.Form { return &e.Form }, domain.FormContiguous, domain.FormScattered),
			yesNo("enclosable", func(e *domain.Estate) *domain.Tri { return &e.Enclosable }),
			code("mode", func(e *domain.Estate) *domain.ManagementMode { return &e.Mode },
				domain.ModeCompany, domain.ModeOwnerUnit, domain.ModeSelfGoverned, domain.ModeCommunityGuarantee),
			whole("households", func(e *domain.Estate) *domain.Opt[int64] { return &e.Households }),
			decimalOrNone("building_area_m2", func(e *domain.Estate) *domain.Opt[domain.Decimal] { return &e.BuildingAreaM2 }),
			moneyOrNone("district_subsidy", func(e *domain.Estate) *domain.Opt[domain.Fen] { return &e.DistrictSubsidy }),
			moneyOrNone("city_subsidy", func(e *domain.Estate) *domain.Opt[domain.Fen] { return &e.CitySubsidy }),
			date("approved_on", func(e *domain.Estate) *domain.Date { return &e.ApprovedOn }),
			date("accepted_on", func(e *domain.Estate) *domain.Date { return &e.AcceptedOn }),
			yesNo("city_grant", func(e *domain.Estate) *domain.Tri { return &e.CityGrant }),
			date("enrolled_on", func(e *domain.Estate) *domain.Date { return &e.EnrolledOn }),
			date("exited_on", func(e *domain.Estate) *domain.Date { return &e.ExitedOn }),
			exitGround("exit_ground", func(e *domain.Estate) *domain.ExitGround { return &e.ExitGround }),
			text("exit_text", func(e *domain.Estate) *string { return &e.ExitText }),
		},
	},
	table[domain.Company]{
		name: "companies", title: domain.Say("管理服务企业", "companies"), rows: func(t *domain.Tables) *[]domain.Company { return &t.Companies },
		order: func(a, b *domain.Company) int { return cmp.Compare(a.ID, b.ID) },
		columns: []column[domain.Company]{
			word("id", func(c *domain.Company) *string { return &c.ID }).asKey().must(),
			text("name", func(c *domain.Company) *string { return &c.Name }),
			text("responsible_person", func(c *domain.Company) *string { return &c.ResponsiblePerson }),
			text("legal_representative", func(c *domain.Company) *string { return &c.LegalRepresentative }),
			text("phone", func(c *domain.Company) *string { return &c.Phone }),
			date("blacklisted_on", func(c *domain.Company) *domain.Date { return &c.BlacklistedOn }),
			whole("capacity", func(c *domain.Company) *domain.Opt[int64] { return &c.Capacity }),
		},
	},
	table[domain.Agreement]{
		name: "agreements", title: domain.Say("管理服务协议", "agreements"), rows: func(t *domain.Tables) *[]domain.Agreement { return &t.Agreements },
		order: func(a, b *domain.Agreement) int {
			return cmp.Or(cmp.Compare(a.EstateID, b.EstateID), cmp.Compare(a.StartsOn, b.StartsOn))
		},
		columns: []column[domain.Agreement]{
			word("estate_id", func(a *domain.Agreement) *string { return &a.EstateID }).asKey().must(),
			word("company_id", func(a *domain.Agreement) *string { return &a.CompanyID }).must(),
			code("kind", func(a *domain.Agreement) *domain.AgreementKind { return &a.Kind }, domain.AgreementDirect, domain.AgreementProxy).must(),
			date("starts_on", func(a *domain.Agreement) *domain.Date { return &a.StartsOn }).asKey().must(),
			date("ends_on", func(a *domain.Agreement) *domain.Date { return &a.EndsOn }),
		},
	},
	table[domain.SubsidyChange]{
		name: "subsidies", title: domain.Say("补贴标准", "subsidies"), rows: func(t *domain.Tables) *[]domain.SubsidyChange { return &t.Subsidies },
		order: func(a, b *domain.SubsidyChange) int {
			return cmp.Or(cmp.Compare(a.EstateID, b.EstateID), cmp.Compare(a.FromMonth, b.FromMonth))
		},
		columns: []column[domain.SubsidyChange]{
			word("estate_id", func(s *domain.SubsidyChange) *string { return &s.EstateID }).asKey().must(),
			month("from_month", func(s *domain.SubsidyChange) *domain.Month { return &s.FromMonth }).asKey().must(),
			moneyOrNone("district_subsidy", func(s *domain.SubsidyChange) *domain.Opt[domain.Fen] { return &s.DistrictSubsidy }),
			moneyOrNone("city_subsidy", func(s *domain.SubsidyChange) *domain.Opt[domain.Fen] { return &s.CitySubsidy }),
		},
	},
	table[domain.Enrolment]{
		name: "enrolments", title: domain.Say("纳入记录", "enrolments"), rows: func(t *domain.Tables) *[]domain.Enrolment { return &t.Enrolments },
		order: func(a, b *domain.Enrolment) int {
			return cmp.Or(cmp.Compare(a.EstateID, b.EstateID), cmp.Compare(a.EnrolledOn, b.EnrolledOn))
		},
		columns: []column[domain.Enrolment]{
			word("estate_id", func(e *domain.Enrolment) *string { return &e.EstateID }).asKey().must(),
			date("enrolled_on", func(e *domain.Enrolment) *domain.Date { return &e.EnrolledOn }).asKey().must(),
			date("exited_on", func(e *domain.Enrolment) *domain.Date { return &e.ExitedOn }),
			exitGround("exit_ground", func(e *domain.Enrolment) *domain.ExitGround { return &e.ExitGround }),
			text("exit_text", func(e *domain.Enrolment) *string { return &e.ExitText }),
		},
	},
	table[domain.Item]{
		name: "items", title: domain.Say("扣分项目", "items"), rows: func(t *domain.Tables) *[]domain.Item { return &t.Items },
		order: func(a, b *domain.Item) int { return cmp.Compare(a.Code, b.Code) },
		columns: []column[domain.Item]{
			word("code", func(i *domain.Item) *string { return &i.Code }).asKey().must(),
			text("name", func(i *domain.Item) *string { return &i.Name }),
			code("function", func(i *domain.Item) *domain.PropertyFunction { return &i.Function },
				domain.FunctionGateDuty, domain.FunctionPatrol, domain.FunctionCleaning, domain.FunctionParking),
			code("responsible", func(i *domain.Item) *domain.Cause { return &i.Responsible }, domain.CauseCompany, domain.CauseTerritorial).must(),
		},
	},
	table[domain.Round]{
		name: "rounds", title: domain.Say("考核轮次", "rounds"), rows: func(t *domain.Tables) *[]domain.Round { return &t.Rounds },
		order: func(a, b *domain.Round) int { return cmp.Compare(a.ID, b.ID) },
		columns: []column[domain.Round]{
			word("id", func(r *domain.Round) *string { return &r.ID }).asKey().must(),
			text("name", func(r *domain.Round) *string { return &r.Name }),
			code("kind", func(r *domain.Round) *domain.RoundKind { return &r.Kind },
				domain.RoundDistrictSanitary, domain.RoundCityEvaluation, domain.RoundJointCheck, domain.RoundRoutine).must(),
			date("held_on", func(r *domain.Round) *domain.Date { return &r.HeldOn }).must(),
		},
	},
	table[domain.Score]{
		name: "scores", title: domain.Say("考核得分", "scores"), rows: func(t *domain.Tables) *[]domain.Score { return &t.Scores },
		order: func(a, b *domain.Score) int {
			return cmp.Or(cmp.Compare(a.RoundID, b.RoundID), cmp.Compare(a.EstateID, b.EstateID))
		},
		columns: []column[domain.Score]{
			word("round_id", func(s *domain.Score) *string { return &s.RoundID }).asKey().must(),
			word("estate_id", func(s *domain.Score) *string { return &s.EstateID }).asKey().must(),
			percent("score", func(s *domain.Score) *domain.Opt[domain.Decimal] { return &s.Score }),
			rank("official_rank", func(s *domain.Score) *int64 { return &s.OfficialRank }),
		},
	},
	table[domain.Deduction]{
		name: "deductions", title: domain.Say("扣分明细", "deductions"), mode: replaceSets, rows: func(t *domain.Tables) *[]domain.Deduction { return &t.Deductions },
		order: func(a, b *domain.Deduction) int {
			return cmp.Or(cmp.Compare(a.RoundID, b.RoundID), cmp.Compare(a.EstateID, b.EstateID))
		},
		columns: []column[domain.Deduction]{
			word("round_id", func(d *domain.Deduction) *string { return &d.RoundID }).asKey().must(),
			word("estate_id", func(d *domain.Deduction) *string { return &d.EstateID }).asKey().must(),
			word("item", func(d *domain.Deduction) *string { return &d.Item }).must(),
			decimal("points", func(d *domain.Deduction) *domain.Decimal { return &d.Points }).must(),
		},
	},
	table[domain.Determination]{
		name: "determinations", title: domain.Say("原因认定", "determinations"), mode: replaceSets,
		rows: func(t *domain.Tables) *[]domain.Determination { return &t.Determinations },
		order: func(a, b *domain.Determination) int {
			return cmp.Or(cmp.Compare(a.RoundID, b.RoundID), cmp.Compare(a.EstateID, b.EstateID))
		},
		columns: []column[domain.Determination]{
			word("round_id", func(d *domain.Determination) *string { return &d.RoundID }).asKey().must(),
			word("estate_id", func(d *domain.Determination) *string { return &d.EstateID }).asKey().must(),
			code("cause", func(d *domain.Determination) *domain.Cause { return &d.Cause },
				domain.CauseCompany, domain.CauseTerritorial, domain.CauseUndetermined).must(),
			text("reason", func(d *domain.Determination) *string { return &d.Reason }),
			text("decided_by", func(d *domain.Determination) *string { return &d.DecidedBy }),
			date("decided_on", func(d *domain.Determination) *domain.Date { return &d.DecidedOn }).must(),
		},
	},
	table[domain.Finding]{
		name: "findings", title: domain.Say("点位问题", "findings"), rows: func(t *domain.Tables) *[]domain.Finding { return &t.Findings },
		order: func(a, b *domain.Finding) int { return cmp.Compare(a.ID, b.ID) },
		columns: []column[domain.Finding]{
			geometry(
				func(f *domain.Finding) orb.Geometry {
					if !f.Point.Known {
						return nil
					}
					return f.Point.Value
				},
				func(f *domain.Finding, g orb.Geometry) error {
					p, ok := g.(orb.Point)
					if !ok {
						return badGeometry("图形应为点，现为 %[1]s", "it should be a point but is a %[1]s", g.GeoJSONType())
					}
					f.Point = domain.Some(p)
					return nil
				}),
			word("id", func(f *domain.Finding) *string { return &f.ID }).asKey().must(),
			word("estate_id", func(f *domain.Finding) *string { return &f.EstateID }).must(),
			word("round_id", func(f *domain.Finding) *string { return &f.RoundID }),
			word("item", func(f *domain.Finding) *string { return &f.Item }).must(),
			date("found_on", func(f *domain.Finding) *domain.Date { return &f.FoundOn }).must(),
			date("due_on", func(f *domain.Finding) *domain.Date { return &f.DueOn }),
			date("resolved_on", func(f *domain.Finding) *domain.Date { return &f.ResolvedOn }),
			text("description", func(f *domain.Finding) *string { return &f.Description }),
		},
	},
	table[domain.Override]{
		name: "overrides", title: domain.Say("代管人工指定", "overrides"), rows: func(t *domain.Tables) *[]domain.Override { return &t.Overrides },
		order: func(a, b *domain.Override) int {
			return cmp.Or(cmp.Compare(a.EstateID, b.EstateID), cmp.Compare(a.DecidedOn, b.DecidedOn))
		},
		columns: []column[domain.Override]{
			word("estate_id", func(o *domain.Override) *string { return &o.EstateID }).asKey().must(),
			word("host_id", func(o *domain.Override) *string { return &o.HostID }).must(),
			text("reason", func(o *domain.Override) *string { return &o.Reason }),
			text("decided_by", func(o *domain.Override) *string { return &o.DecidedBy }),
			date("decided_on", func(o *domain.Override) *domain.Date { return &o.DecidedOn }).asKey().must(),
			date("removed_on", func(o *domain.Override) *domain.Date { return &o.RemovedOn }),
		},
	},
	table[domain.FundUse]{
		name: "fund_uses", title: domain.Say("流转资金使用", "fund uses"), rows: func(t *domain.Tables) *[]domain.FundUse { return &t.FundUses },
		order: func(a, b *domain.FundUse) int { return cmp.Compare(a.ID, b.ID) },
		columns: []column[domain.FundUse]{
			word("id", func(u *domain.FundUse) *string { return &u.ID }).asKey().must(),
			word("subdistrict", func(u *domain.FundUse) *string { return &u.Subdistrict }).must(),
			date("used_on", func(u *domain.FundUse) *domain.Date { return &u.UsedOn }).must(),
			code("kind", func(u *domain.FundUse) *domain.FundUseKind { return &u.Kind }, domain.UseCleaningDrive, domain.UseRewardTop).must(),
			word("estate_id", func(u *domain.FundUse) *string { return &u.EstateID }),
			word("round_id", func(u *domain.FundUse) *string { return &u.RoundID }),
			money("amount", func(u *domain.FundUse) *domain.Fen { return &u.Amount }).must(),
		},
	},
	settingsTable{},
	backdrop(domain.BackdropBarriers, domain.Say("阻隔线", "barriers")),
	backdrop(domain.BackdropRoads, domain.Say("道路", "roads")),
	backdrop(domain.BackdropSubdistricts, domain.Say("街道范围", "subdistricts")),
	backdrop(domain.BackdropWater, domain.Say("水系", "water")),
}

func exitGround[T any](name string, at func(*T) *domain.ExitGround) column[T] {
	return code(name, at, domain.ExitDemolition, domain.ExitOwnerRequest, domain.ExitMarketOperation, domain.ExitOther)
}

// backdrop is the table of one layer behind the estates; the table has the layer's name.
func backdrop(layer domain.BackdropLayer, title domain.Text) dataTable {
	return table[domain.Backdrop]{
		name: string(layer), title: title, mode: replaceAll,
		rows:  func(t *domain.Tables) *[]domain.Backdrop { return &t.Backdrops },
		only:  func(b *domain.Backdrop) bool { return b.Layer == layer },
		blank: domain.Backdrop{Layer: layer},
		columns: []column[domain.Backdrop]{
			geometry(
				func(b *domain.Backdrop) orb.Geometry { return b.Geometry },
				func(b *domain.Backdrop, g orb.Geometry) error { b.Geometry = g; return nil }),
			text("name", func(b *domain.Backdrop) *string { return &b.Name }),
			word("class", func(b *domain.Backdrop) *string { return &b.Class }),
		},
	}
}

// links is the layer of proxy links. It is derived from the other tables: written, never read.
var links = table[domain.ProxyLink]{
	name: "assignments", title: domain.Say("代管连线", "assignments"), mode: replaceAll,
	columns: []column[domain.ProxyLink]{
		geometry(
			func(l *domain.ProxyLink) orb.Geometry {
				if len(l.Line) == 0 {
					return nil
				}
				return l.Line
			}, nil),
		word("estate_id", func(l *domain.ProxyLink) *string { return &l.EstateID }).must(),
		word("host_id", func(l *domain.ProxyLink) *string { return &l.HostID }),
		word("company_id", func(l *domain.ProxyLink) *string { return &l.CompanyID }),
		metres("distance_m", func(l *domain.ProxyLink) *domain.Opt[float64] { return &l.DistanceM }),
		word("status", func(l *domain.ProxyLink) *string { return &l.Status }),
	},
}

// layers are the names of the tables with a geometry.
var layers = func() []string {
	names := []string{links.name}
	for _, t := range tables {
		if slices.Contains(t.columnNames(), geomColumn) {
			names = append(names, t.tableName())
		}
	}
	return names
}()
