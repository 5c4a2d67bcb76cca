package app

import (
	"io"
	"os"
	"path/filepath"
	"strconv"

	"estateatlas/backend/domain"
	"estateatlas/backend/export"
	"estateatlas/backend/policy"
)

// resultFile is one of the files of `evaluate` (CONTRACT.md, "Machine files of evaluate").
type resultFile struct {
	name    string
	columns []export.Column
	rows    func(ev *policy.Evaluation) [][]string
}

var (
	colRound       = export.Column{Name: "round_id", Chinese: "轮次"}
	colEstate      = export.Column{Name: "estate_id", Chinese: "小区编号"}
	colCompany     = export.Column{Name: "company_id", Chinese: "企业编号"}
	colSubdistrict = export.Column{Name: "subdistrict", Chinese: "街道"}
	colBand        = export.Column{Name: "band", Chinese: "档次"}
)

var resultFiles = []resultFile{
	{"rankings.csv", []export.Column{
		colRound, colEstate, {Name: "score", Chinese: "得分"}, {Name: "rank", Chinese: "名次"}, {Name: "rank_from_bottom", Chinese: "倒数名次"}, colBand,
	}, rankingRows},
	{"results.csv", []export.Column{
		colRound, colEstate, colCompany, {Name: "cause", Chinese: "原因"}, {Name: "proposed_level", Chinese: "拟定级别"}, {Name: "confirmed_level", Chinese: "已定级别"},
	}, resultRows},
	{"withholdings.csv", []export.Column{
		colCompany, colSubdistrict,
		{Name: "month", Chinese: "月份"},
		{Name: "status", Chinese: "状态"},
		{Name: "timing", Chinese: "方式"},
		{Name: "amount", Chinese: "金额（元）"},
		{Name: "level", Chinese: "级别"},
		colRound,
	}, withholdingRows},
	{"funds.csv", []export.Column{
		colSubdistrict, {Name: "confirmed_in", Chinese: "已定收入（元）"}, {Name: "proposed_in", Chinese: "拟定收入（元）"}, {Name: "used", Chinese: "支出（元）"}, {Name: "balance", Chinese: "余额（元）"},
	}, fundRows},
	{"eligibility.csv", []export.Column{
		{Name: "year", Chinese: "年度"}, {Name: "kind", Chinese: "类别"}, {Name: "id", Chinese: "编号"},
	}, eligibilityRows},
	{"states.csv", []export.Column{
		colEstate, {Name: "subsidy_state", Chinese: "补贴状态"}, colBand, {Name: "latest_round", Chinese: "最近轮次"}, colCompany, {Name: "payable", Chinese: "应发（元）"},
	}, stateRows},
}

// WriteEvaluation applies the rules as of a date and writes the result files into dir, which is made if it does not exist.
func WriteEvaluation(t *domain.Tables, asOf domain.Date, dir string, machine bool) error {
	ev := policy.Evaluate(t, asOf)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return domain.Fail(domain.CodeInvalid, domain.Say("无法建立文件夹 %s", "The folder %s cannot be made", dir), err)
	}
	audience := export.ForPeople
	if machine {
		audience = export.ForMachines
	}
	for _, f := range resultFiles {
		rows := f.rows(ev)
		sortRows(rows)
		if err := export.WriteFile(filepath.Join(dir, f.name), func(w io.Writer) error {
			return export.WriteTable(w, audience, f.columns, rows)
		}); err != nil {
			return err
		}
	}
	return nil
}

func rankingRows(ev *policy.Evaluation) [][]string {
	var rows [][]string
	for i := range ev.Rounds {
		r := &ev.Rounds[i]
		for j := range r.Results {
			e := &r.Results[j]
			rows = append(rows, []string{
				r.Round.ID, ev.Estates[e.Estate].ID, e.Score.String(), strconv.FormatInt(e.Rank, 10), strconv.Itoa(int(e.RankFromBottom)), string(e.Band()),
			})
		}
	}
	return rows
}

func resultRows(ev *policy.Evaluation) [][]string {
	var rows [][]string
	for i := range ev.Results {
		r := &ev.Results[i]
		rows = append(rows, []string{
			ev.Rounds[r.Round].Round.ID, ev.Estates[r.Estate].ID, companyID(ev, r.Company), string(r.Cause), level(r.Proposed.Level), level(r.Confirmed.Level),
		})
	}
	return rows
}

// level writes 1 to 3, or nothing.
func level(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func companyID(ev *policy.Evaluation, at int) string {
	if at == policy.None {
		return ""
	}
	return ev.Companies[at].ID
}

func withholdingRows(ev *policy.Evaluation) [][]string {
	var rows [][]string
	for i := range ev.Withholdings {
		w := &ev.Withholdings[i]
		rows = append(rows, []string{
			ev.Companies[w.Company].ID, ev.Subdistricts[w.Subdistrict], w.Month.String(), string(w.Status), string(w.Timing), w.Amount.String(),
			level(w.Level), ev.Rounds[w.Round].Round.ID,
		})
	}
	return rows
}

func fundRows(ev *policy.Evaluation) [][]string {
	var rows [][]string
	for _, f := range ev.Funds {
		rows = append(rows, []string{f.Subdistrict, f.ConfirmedIn.String(), f.ProposedIn.String(), f.Used.String(), f.Balance.String()})
	}
	return rows
}

func eligibilityRows(ev *policy.Evaluation) [][]string {
	var rows [][]string
	for _, l := range ev.Eligibility {
		rows = append(rows, []string{strconv.Itoa(l.Year), string(l.Kind), l.ID})
	}
	return rows
}

func stateRows(ev *policy.Evaluation) [][]string {
	latest := ""
	if r := ev.LatestRound(); r != nil {
		latest = r.Round.ID
	}
	var rows [][]string
	for i := range ev.States {
		s := &ev.States[i]
		rows = append(rows, []string{ev.Estates[i].ID, string(s.State), string(s.Band), latest, companyID(ev, s.Company), s.Payable.String()})
	}
	return rows
}
