package policy

import "estateatlas/backend/domain"

// Interview is a regulatory interview (约谈) that a measure calls for.
type Interview struct {
	Company int
	Legal   bool   // with the legal representative (法定代表人), else with the responsible person (负责人)
	Person  string // as recorded, may be empty
}

// Acts is what a subdistrict office does on a measure (HB 五(二)). At level 3 it recommends to the owners' committee or, where
// there is none, the residents' committee; the exit procedure is the company's.
type Acts struct {
	Issuer       string     // the subdistrict office of the estate
	Interview    *Interview // levels 1 and 2
	RecommendEnd bool       // level 3: end the service agreement of the estate with the company
	OpenExit     bool       // level 3: open the exit procedure (启动退出程序)
}

// Acts returns what is to be done on a measure beside withholding.
func (b *Book) Acts(m *Measure) Acts {
	a := Acts{Issuer: officeOf(b.Subdistricts[m.Subdistrict])}
	c := &b.Companies[m.Company]
	switch m.Level {
	case 1:
		a.Interview = &Interview{m.Company, false, c.ResponsiblePerson}
	case 2:
		a.Interview = &Interview{m.Company, true, c.LegalRepresentative}
	case 3:
		a.RecommendEnd, a.OpenExit = true, true
	}
	return a
}

// Office names the office of a subdistrict by its place, which issues notices.
func (x *Index) Office(subdistrict int) string { return officeOf(x.Subdistricts[subdistrict]) }

// officeOf names the office of a subdistrict, which issues the notices.
func officeOf(subdistrict string) string {
	if subdistrict == "" {
		return "属地街道办事处"
	}
	return subdistrict + "办事处"
}

// MeasureText says what is to be done on a measure: by whom, to whom, and which money.
func (b *Book) MeasureText(m *Measure) domain.Text {
	a := b.Acts(m)
	company, estate, month := b.companyName(m.Company), b.label(m.Estate), b.rounds[m.Round].month
	var t domain.Text
	switch m.Level {
	case 1:
		t = domain.Say("%[1]s约谈%[2]s负责人%[3]s，扣除%[2]s在本街道全部管理项目 %[4]s 的区级奖励补贴",
			"%[1]s interviews the responsible person of %[2]s%[5]s and withholds the district reward subsidy of %[4]s from all its estates in the subdistrict",
			a.Issuer, company, a.Interview.Person, month, before(" ", a.Interview.Person))
	case 2:
		q := month.Quarter()
		t = domain.Say("%[1]s约谈%[2]s法定代表人%[3]s，扣除%[2]s在本街道全部管理项目本季度（%[4]s 至 %[5]s）的区级奖励补贴",
			"%[1]s interviews the legal representative of %[2]s%[6]s and withholds the district reward subsidy of the quarter (%[4]s to %[5]s) from all its estates in the subdistrict",
			a.Issuer, company, a.Interview.Person, q[0], q[2], before(" ", a.Interview.Person))
	case 3:
		t = domain.Say("%[1]s扣除%[2]s在本街道全部管理项目 %[4]d 年全年的区级奖励补贴，建议业主委员会（未成立的，社区居民委员会）就%[3]s与%[2]s解除服务协议，启动退出程序",
			"%[1]s withholds the district reward subsidy of all of %[4]d from all estates of %[2]s in the subdistrict, recommends to the owners' committee or else the residents' committee to end its service agreement for %[3]s, and opens the exit procedure",
			a.Issuer, company, estate, month.Year())
	}
	if m.Status == Proposed {
		t.ZH = "待责任认定：拟由" + t.ZH
		t.EN = "Once the cause is determined: " + t.EN
	}
	return t
}

// before puts a separator before a text that is not empty.
func before(separator, s string) string {
	if s == "" {
		return ""
	}
	return separator + s
}
