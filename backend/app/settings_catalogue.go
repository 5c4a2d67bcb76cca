package app

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"estateatlas/backend/domain"
)

// Companies lists the service companies with all that is recorded of them.
func (a *Atlas) Companies() ([]CompanyRecord, error) {
	p, err := a.project()
	if err != nil {
		return nil, err
	}
	rows := []CompanyRecord{}
	on := max(today(), p.lastDay())
	estates := make([]int, len(p.book.Companies))
	for place := range p.book.Estates {
		if g := p.book.AgreementOn(place, on); g != nil {
			estates[g.Company]++
		}
	}
	for i := range p.book.Companies {
		c := &p.book.Companies[i]
		row := CompanyRecord{
			Index: i, ID: c.ID, Name: p.district.Companies[i].Name, ResponsiblePerson: c.ResponsiblePerson, LegalRepresentative: c.LegalRepresentative,
			Phone: c.Phone, BlacklistedOn: c.BlacklistedOn.String(), Capacity: -1, Estates: estates[i],
		}
		if c.Capacity.Known {
			row.Capacity = c.Capacity.Value
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// mostRecordName bounds the names of companies and items.
const mostRecordName = 100

// SetCompany records a company, a new one where ID is empty. Errors: CodeInvalid without a name, CodeConflict for the name of another.
func (a *Atlas) SetCompany(ask CompanyRecord) (Decided, error) {
	return a.decide(func(p *project) (domain.Change, error) { return p.planCompany(&ask) })
}

func (p *project) planCompany(ask *CompanyRecord) (domain.Change, error) {
	c := domain.Company{
		ID: ask.ID, Name: strings.TrimSpace(ask.Name), ResponsiblePerson: strings.TrimSpace(ask.ResponsiblePerson),
		LegalRepresentative: strings.TrimSpace(ask.LegalRepresentative), Phone: strings.TrimSpace(ask.Phone),
	}
	what := "企业 "
	_, known := p.book.Company(c.ID)
	switch {
	case c.ID == "":
		c.ID, what = p.freeCompanyID(), "新增企业 "
	case !known:
		return domain.Change{}, domain.Fail(domain.CodeNotFound, domain.Say("没有编号为 %q 的企业", "There is no company %q", c.ID), nil)
	}
	if c.Name == "" {
		return domain.Change{}, invalid("企业名称不能为空", "A company needs a name")
	}
	for _, text := range []string{c.Name, c.ResponsiblePerson, c.LegalRepresentative, c.Phone} {
		if len([]rune(text)) > mostRecordName {
			return domain.Change{}, invalid("每项最多 %d 个字", "At most %d letters in each field", mostRecordName)
		}
	}
	if at := slices.IndexFunc(p.book.Companies, func(o domain.Company) bool { return o.Name == c.Name && o.ID != c.ID }); at >= 0 {
		return domain.Change{}, domain.Fail(domain.CodeConflict, domain.Say("已有名为%[1]s的企业（%[2]s）", "There is a company named %[1]s already (%[2]s)", c.Name, p.book.Companies[at].ID), nil)
	}
	if ask.BlacklistedOn != "" {
		on, ok := domain.ParseDate(ask.BlacklistedOn)
		if !ok {
			return domain.Change{}, errNotDay(ask.BlacklistedOn)
		}
		c.BlacklistedOn = on
	}
	if ask.Capacity >= 0 {
		c.Capacity = domain.Some(ask.Capacity)
	}
	if at := slices.IndexFunc(p.tables.Companies, func(o domain.Company) bool { return o.ID == c.ID }); at >= 0 && p.tables.Companies[at] == c {
		return domain.Change{}, invalid("%s没有改变", "%s is as it was", c.Name)
	}
	return domain.Change{Put: domain.Tables{Companies: []domain.Company{c}}, What: what + c.Name}, nil
}

func (p *project) freeCompanyID() string {
	for n := len(p.book.Companies) + 1; ; n++ {
		id := fmt.Sprintf("c-%04d", n)
		if _, taken := p.book.Company(id); !taken {
			return id
		}
	}
}

// Items lists the item catalogue in force.
func (a *Atlas) Items() ([]ItemRecord, error) {
	p, err := a.project()
	if err != nil {
		return nil, err
	}
	used := map[string]int{}
	for i := range p.tables.Deductions {
		used[p.tables.Deductions[i].Item]++
	}
	rows := []ItemRecord{}
	for _, it := range domain.Catalogue(p.tables.Items) {
		rows = append(rows, ItemRecord{
			Code: it.Code, Name: it.Name, Function: string(it.Function), Responsible: string(it.Responsible),
			Default: defaultItem(it.Code) != nil, Changed: defaultItem(it.Code) != nil && *defaultItem(it.Code) != it, Used: used[it.Code],
		})
	}
	return rows, nil
}

// defaultItem is an item of the catalogue of RULES 3, nil for others.
func defaultItem(code string) *domain.Item {
	for i := range domain.DefaultItems {
		if domain.DefaultItems[i].Code == code {
			return &domain.DefaultItems[i]
		}
	}
	return nil
}

// PreviewItem says what another item would change; closed rounds keep their catalogue. Errors as SetItem.
func (a *Atlas) PreviewItem(ask ItemAsk) (Consequence, error) {
	return a.preview(func(p *project) (domain.Change, error) { return p.planItem(&ask) })
}

// SetItem sets an inspection item, or takes back what the project states of it: one of RULES 3 is then as there, another one is gone.
// Errors: CodeInvalid, CodeConflict for an item that deductions name.
func (a *Atlas) SetItem(ask ItemAsk) (Decided, error) {
	return a.decide(func(p *project) (domain.Change, error) { return p.planItem(&ask) })
}

func (p *project) planItem(ask *ItemAsk) (domain.Change, error) {
	it := domain.Item{
		Code: ask.Item.Code, Name: strings.TrimSpace(ask.Item.Name), Function: domain.PropertyFunction(ask.Item.Function), Responsible: domain.Cause(ask.Item.Responsible),
	}
	stated := slices.IndexFunc(p.tables.Items, func(o domain.Item) bool { return o.Code == it.Code })
	if ask.Remove {
		if stated < 0 {
			return domain.Change{}, domain.Fail(domain.CodeNotFound, domain.Say("项目没有另行规定扣分项 %s", "The project states nothing of the item %s", it.Code), nil)
		}
		inUse := slices.ContainsFunc(p.tables.Deductions, func(d domain.Deduction) bool { return d.Item == it.Code }) ||
			slices.ContainsFunc(p.tables.Findings, func(f domain.Finding) bool { return f.Item == it.Code })
		if defaultItem(it.Code) == nil && inUse {
			return domain.Change{}, domain.Fail(domain.CodeConflict, domain.Say("扣分项 %s 已有扣分或点位问题，不能删去", "The item %s has deductions or findings and cannot be removed", it.Code), nil)
		}
		return domain.Change{Remove: domain.Tables{Items: []domain.Item{it}}, What: "扣分项 " + it.Code + "（恢复或删去）"}, nil
	}
	functions := []domain.PropertyFunction{"", domain.FunctionGateDuty, domain.FunctionPatrol, domain.FunctionCleaning, domain.FunctionParking}
	switch {
	case it.Code == "" || len([]rune(it.Code)) > 20 || strings.ContainsFunc(it.Code, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }):
		return domain.Change{}, invalid("代码应为 1 到 20 个字，不含空格", "A code has 1 to 20 letters and no blanks")
	case it.Name == "" || len([]rune(it.Name)) > mostRecordName:
		return domain.Change{}, invalid("名称应为 1 到 %d 个字", "A name has 1 to %d letters", mostRecordName)
	case !slices.Contains(functions, it.Function):
		return domain.Change{}, invalid("没有职能 %q", "There is no function %q", ask.Item.Function)
	case it.Responsible != domain.CauseCompany && it.Responsible != domain.CauseTerritorial:
		return domain.Change{}, invalid("责任方应为企业或属地，不是 %q", "The responsible party is company or territorial, not %q", ask.Item.Responsible)
	case p.items[it.Code] == it:
		return domain.Change{}, invalid("扣分项 %s 没有改变", "The item %s is as it was", it.Code)
	}
	if d := defaultItem(it.Code); d != nil && *d == it && stated >= 0 {
		return domain.Change{Remove: domain.Tables{Items: []domain.Item{it}}, What: "扣分项 " + it.Code + " " + it.Name}, nil
	}
	return domain.Change{Put: domain.Tables{Items: []domain.Item{it}}, What: "扣分项 " + it.Code + " " + it.Name}, nil
}
