package policy_test

import (
	"strings"
	"testing"

	"estateatlas/backend/domain"
	"estateatlas/backend/policy"
)

func (d *district) use(id, street, on string, yuan float64) *domain.FundUse {
	d.FundUses = append(d.FundUses, domain.FundUse{
		ID: id, Subdistrict: street, UsedOn: date(on), Kind: domain.UseCleaningDrive, Amount: domain.Fen(yuan*100 + 0.5),
	})
	return &d.FundUses[len(d.FundUses)-1]
}

func (d *district) reward(id, on, estate, round string) *domain.FundUse {
	u := d.use(id, "甲街道", on, 1)
	u.Kind, u.EstateID, u.RoundID = domain.UseRewardTop, estate, round
	return u
}

// refused checks all uses as new ones and writes who is refused at which column.
func (d *district) refused(stored ...domain.FundUse) string {
	fresh := map[string]bool{}
	for _, u := range d.FundUses {
		fresh[u.ID] = true
	}
	all := d.Tables
	for _, s := range stored {
		if !fresh[s.ID] {
			all.FundUses = append(all.FundUses[:len(all.FundUses):len(all.FundUses)], s)
		}
	}
	var out []string
	for _, f := range policy.CheckFundUses(&all, stored, fresh) {
		if f.Text.ZH == "" || f.Text.EN == "" {
			out = append(out, "no text")
		}
		out = append(out, f.ID+":"+f.Column)
	}
	return strings.Join(out, " ")
}

func TestFundsCountUsesUpToTheDate(t *testing.T) {
	d := w1()
	d.use("u1", "甲街道", "2026-03-20", 4000)
	d.use("u2", "甲街道", "2026-04-20", 1000)
	d.use("u3", "无此街道", "2026-03-20", 1)
	wantLines(t, "before", machineFiles(d.at("2026-03-19"))["funds"], "甲街道,15000.00,0.00,0.00,15000.00")
	wantLines(t, "on the day", machineFiles(d.at("2026-03-20"))["funds"], "无此街道,0.00,0.00,1.00,-1.00", "甲街道,15000.00,0.00,4000.00,11000.00")
	wantLines(t, "later", machineFiles(d.at("2026-04-20"))["funds"], "无此街道,0.00,0.00,1.00,-1.00", "甲街道,15000.00,0.00,5000.00,10000.00")
}

func TestProposedAmountsStandBesideTheBalance(t *testing.T) {
	d := single()
	d.round("r1", "2026-02-15", "e1 60, x1 90, x2 91, x3 92")
	wantLines(t, "funds", machineFiles(d.at("2026-02-28"))["funds"], "甲街道,0.00,1000.00,0.00,0.00")
	d.use("u1", "甲街道", "2026-02-20", 1)
	wantEqual(t, "proposed money cannot be used", d.refused(), "u1:amount")
}

func TestFundUseNeedsTheBalanceOnItsDay(t *testing.T) {
	for _, c := range []struct {
		name, on string
		yuan     float64
		want     string
	}{
		{"考核当日已入账", "2026-02-15", 5000, ""},
		{"考核前一日尚无", "2026-02-14", 0.01, "u:amount"},
		{"多一分", "2026-02-28", 5000.01, "u:amount"},
		{"追回的一月在三月考核后入账", "2026-03-15", 15000, ""},
		{"三月考核前没有三月的钱", "2026-03-14", 5000.01, "u:amount"},
		{"金额须大于零", "2026-03-31", 0, "u:amount"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := w1()
			d.use("u", "甲街道", c.on, c.yuan)
			wantEqual(t, "refused", d.refused(), c.want)
		})
	}
}

// Months of a withheld year come in one by one.
func TestFundUseOfAWithheldYearWaitsForItsMonths(t *testing.T) {
	d := w1()
	d.strike("r4", "2026-04-15")
	d.use("u1", "甲街道", "2026-05-31", 25000)
	wantEqual(t, "five months", d.refused(), "")
	d.use("u2", "甲街道", "2026-06-01", 5000)
	wantEqual(t, "six", d.refused(), "")
	d.use("u3", "甲街道", "2026-06-30", 0.01)
	wantEqual(t, "no more in June", d.refused(), "u3:amount")
}

func TestFundUseMustLeaveEnoughForLaterUses(t *testing.T) {
	d := w1()
	d.use("u2", "甲街道", "2026-02-20", 2000)
	stored := domain.FundUse{ID: "u1", Subdistrict: "甲街道", UsedOn: date("2026-02-28"), Kind: domain.UseCleaningDrive, Amount: 400000}
	wantEqual(t, "5,000 do not bear 2,000 and 4,000", d.refused(stored), "u2:amount")
	d.FundUses[0].Amount = 100000
	wantEqual(t, "but 1,000 and 4,000", d.refused(stored), "")
	d.FundUses[0].Amount++
	wantEqual(t, "to the fen", d.refused(stored), "u2:amount")
}

func TestFundUsesAreCheckedInOrderOfDateThenID(t *testing.T) {
	d := w1()
	d.use("u9", "甲街道", "2026-02-28", 5000)
	d.use("u10", "甲街道", "2026-02-28", 5000)
	d.use("u8", "甲街道", "2026-02-27", 1)
	wantEqual(t, "u8 first, then nothing of 5,000", d.refused(), "u10:amount u9:amount")
	d.FundUses[2].UsedOn = date("2026-03-31")
	wantEqual(t, "u10 before u9", d.refused(), "u9:amount")
}

// Where the row that would replace a stored use is refused, the stored one stands and its money is gone.
func TestARefusedReplacementLetsTheStoredUseStand(t *testing.T) {
	d := w1()
	stored := domain.FundUse{ID: "u5", Subdistrict: "甲街道", UsedOn: date("2026-02-20"), Kind: domain.UseCleaningDrive, Amount: 300000}
	d.use("u5", "甲街道", "2026-02-21", 9000)
	d.use("u6", "甲街道", "2026-02-22", 4000)
	wantEqual(t, "u6 would fit without u5 only", d.refused(stored), "u5:amount u6:amount")
	d.FundUses[0].Amount = 100000
	wantEqual(t, "a smaller replacement makes room", d.refused(stored), "")
}

func TestStoredUsesStand(t *testing.T) {
	d := w1()
	d.use("u1", "甲街道", "2026-02-20", 9000)
	wantEqual(t, "nothing new, nothing refused", len(policy.CheckFundUses(&d.Tables, nil, nil)), 0)
	ev := d.at("2026-02-28")
	wantEqual(t, "reported", kinds(ev.Issues()), "fund_overdrawn")
	wantEqual(t, "balance", ev.Funds[0].Balance, -400000)
}

func TestRewardTop(t *testing.T) {
	for _, c := range []struct{ name, on, estate, round, want string }{
		{"该轮前列", "2026-03-15", "t", "r3", ""},
		{"轮次晚于使用", "2026-03-14", "t", "r3", "u:round_id"},
		{"不在前列", "2026-03-15", "e1", "r3", "u:estate_id"},
		{"未参评", "2026-03-15", "t", "r2", "u:estate_id"},
		{"别的街道", "2026-03-15", "x3", "r2", "u:estate_id"},
		{"不是创卫考核", "2026-03-31", "t", "k", "u:round_id"},
		{"没有写小区", "2026-03-15", "", "r3", "u:estate_id"},
		{"没有写轮次", "2026-03-15", "t", "", "u:round_id"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := w1()
			d.estate("t", "甲街道", 0)
			d.Scores = append(d.Scores, domain.Score{RoundID: "r3", EstateID: "t", Score: domain.Some(domain.MustDecimal("100"))})
			d.roundOf(domain.RoundRoutine, "k", "2026-03-01", "t 100, e1 1")
			d.reward("u", c.on, c.estate, c.round)
			wantEqual(t, "refused", d.refused(), c.want)
		})
	}
}

func TestARewardThatHasLostItsGroundIsReported(t *testing.T) {
	d := w1()
	d.reward("u", "2026-03-31", "e2", "r3")
	wantEqual(t, "issues", kinds(d.at("2026-03-31").Issues()), "fund_use_unfounded")
	wantEqual(t, "not before its day", kinds(d.at("2026-03-30").Issues()), "")
}
