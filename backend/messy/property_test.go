package messy

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"estateatlas/backend/domain"
	"estateatlas/backend/ingest"

	"pgregory.net/rapid"
)

// wide writes digits as a Chinese keyboard in full width does.
func wide(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '0' && r <= '9':
			return r - '0' + '０'
		case r == '.':
			return '．'
		}
		return r
	}, s)
}

// TestHoweverATableIsWrittenItSaysTheSame draws scores and writes them as people do: columns in any order and under any of their names,
// titles above, totals below, rows between that hold nothing, numbers in full width or with their unit, subdistricts cut short.
func TestHoweverATableIsWrittenItSaysTheSame(t *testing.T) {
	b := district()
	known := knownOf(b)
	rapid.Check(t, func(t *rapid.T) {
		want := map[string]string{}
		columns := rapid.Permutation([]string{"no", "street", "name", "score", "note"}).Draw(t, "columns")
		heads := map[string][]string{
			"no": {"序号", "No."}, "street": {"街道", "所属街道", "街镇"}, "name": {"小区名称", "小区", "旧楼区"}, "score": {"得分", "考核得分(分)", "score", "总分"}, "note": {"备注", "说明"},
		}
		line := func(cells map[string]string) string {
			var out []string
			for _, c := range columns {
				out = append(out, cells[c])
			}
			return strings.Join(out, ",")
		}
		var rows []string
		for range rapid.IntRange(0, 3).Draw(t, "titles") {
			rows = append(rows, "2026年3月创卫考核成绩汇总")
		}
		head := map[string]string{}
		for _, c := range columns {
			head[c] = rapid.SampledFrom(heads[c]).Draw(t, c)
		}
		rows = append(rows, line(head))
		for i, e := range b.Estates {
			if rapid.Bool().Draw(t, "left out") {
				continue
			}
			tenths := rapid.IntRange(0, 1000).Draw(t, "score")
			score := fmt.Sprintf("%d.%d", tenths/10, tenths%10)
			want[e.ID], _ = canonical(score)
			cells := map[string]string{"no": fmt.Sprint(i + 1), "name": e.Name, "street": e.Subdistrict, "score": score}
			if rapid.Bool().Draw(t, "short") {
				cells["street"] = strings.TrimSuffix(e.Subdistrict, "道")
			}
			switch rapid.IntRange(0, 3).Draw(t, "as") {
			case 1:
				cells["score"] = wide(score)
			case 2:
				cells["score"] = score + "分"
			case 3:
				cells["score"] = " " + score + "　"
			}
			rows = append(rows, line(cells))
			if rapid.Bool().Draw(t, "blank") {
				rows = append(rows, line(nil))
			}
		}
		if rapid.Bool().Draw(t, "total") {
			rows = append(rows, line(map[string]string{columns[0]: "合计", "score": "87.5"}))
		}
		choice := &Choice{Rounds: map[string]RoundChoice{"": {ID: "r1"}}}
		if rapid.Bool().Draw(t, "header said") {
			choice.HeaderRow = slices.Index(rows, line(head)) + 1
		}
		r := Look(sheetOf(rows...), known, choice).Read(choice)
		report, err := r.Judge(t.Context(), b, ingest.Options{})
		if err != nil {
			t.Fatal(err)
		}
		got := map[string]string{}
		for _, s := range report.Put.Scores {
			got[s.EstateID] = s.Score.Value.String()
		}
		if len(r.Faults)+len(r.Questions) > 0 || len(want) > 0 && !reflect.DeepEqual(got, want) {
			t.Fatalf("%s\nis read as %v, want %v\n%s", strings.Join(rows, "\n"), got, want, say(r))
		}
	})
}

func canonical(s string) (string, bool) {
	d, ok := domain.ParseDecimal(s)
	return d.String(), ok
}

// TestRoundsInColumnsSayTheSameAsRoundsInRows writes the same scores both ways.
func TestRoundsInColumnsSayTheSameAsRoundsInRows(t *testing.T) {
	b := district()
	known := knownOf(b)
	rapid.Check(t, func(t *rapid.T) {
		months := rapid.IntRange(1, 5).Draw(t, "months")
		long, head := []string{"轮次,小区编号,得分"}, "小区编号"
		rounds := map[string]RoundChoice{}
		for m := range months {
			head += fmt.Sprintf(",%d月得分", m+1)
			rounds[fmt.Sprintf("%d月", m+1)] = RoundChoice{Name: "考核", Kind: "routine", HeldOn: fmt.Sprintf("2025-%02d-10", m+1)}
		}
		sheet := []string{head}
		n := 0
		for _, e := range b.Estates {
			line := e.ID
			for m := range months {
				if rapid.Bool().Draw(t, "scored") {
					score := rapid.IntRange(0, 100).Draw(t, "score")
					line += fmt.Sprintf(",%d", score)
					long = append(long, fmt.Sprintf("2025%02d10,%s,%d", m+1, e.ID, score))
					n++
				} else {
					line += ","
				}
			}
			sheet = append(sheet, line)
		}
		choice := &Choice{Rounds: rounds, Table: "scores"}
		r := Look(sheetOf(sheet...), known, choice).Read(choice)
		report, err := r.Judge(t.Context(), b, ingest.Options{})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, s := range report.Put.Scores {
			got = append(got, s.RoundID+","+s.EstateID+","+s.Score.Value.String())
		}
		want := long[1:]
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Fatalf("%s\nis read as %v, want %v\n%s", strings.Join(sheet, "\n"), got, want, say(r))
		}
	})
}
