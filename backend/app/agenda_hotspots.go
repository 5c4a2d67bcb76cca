package app

import (
	"context"
	"slices"
	"strings"

	"estateatlas/backend/domain"
	"estateatlas/backend/hotspot"
)

const (
	// mostHotspots is how many estates the page of hotspots lists, mostHotItems how many items of each it names.
	mostHotspots = 10
	mostHotItems = 2
)

// hotspotStep lists the estates with the heaviest burden among those with an item that recurs (RULES 8).
func (p *project) hotspotStep(j *judged) AgendaStep {
	s := AgendaStep{Key: "hotspots", Title: domain.Say("反复扣分的小区", "Estates with recurring deductions"), FIDs: []int64{}}
	a, err := hotspot.Analyse(context.Background(), p.book, p.windowDay(j), hotspot.Options{})
	if err != nil { // only a context that ended, and this one does not
		s.Note = domain.Say("未能分析", "Not analysed")
		return s
	}
	var estates []int
	items := map[int][]*hotspot.Item{}
	for _, r := range a.List() {
		if items[r.Estate] == nil {
			estates = append(estates, r.Estate)
		}
		items[r.Estate] = append(items[r.Estate], &a.Estates[r.Estate].Items[r.Item])
	}
	if len(estates) == 0 {
		s.Note = domain.Say("近 %d 轮没有频发或易发的扣分项", "No item is frequent or prone in the last %d rounds", len(a.Rounds))
		return s
	}
	hot := 0
	s.Colouring = ColouringAsk{By: "gi"}
	for _, v := range a.Clusters {
		if v.Known && (v.Class == hotspot.Hot99 || v.Class == hotspot.Hot95 || v.Class == hotspot.Hot90) {
			hot++
		}
	}
	s.Note = domain.Say("近 %[1]d 轮有频发或易发项目的小区 %[2]d 个；Gi* 检验（距离带 %.0[3]f 米，FDR 校正）热点 %[4]d 个",
		"%[2]d estates have a frequent or prone item in the last %[1]d rounds; Gi* (band %.0[3]f m, FDR): %[4]d hot spots",
		len(a.Rounds), len(estates), a.BandM, hot)
	s.Table = &AgendaTable{
		Head: []domain.Text{
			domain.Say("小区", "Estate"), domain.Say("街道", "Subdistrict"), domain.Say("频发、易发项目", "Frequent or prone items"),
			domain.Say("负担", "Burden"), domain.Say("走势", "Course"), domain.Say("集聚", "Cluster"),
		},
		Right: []bool{false, false, false, true, false, false},
	}
	for _, place := range estates[:min(len(estates), mostHotspots)] {
		fid := p.book.Estates[place].FID
		s.FIDs = append(s.FIDs, fid)
		s.Table.Rows = append(s.Table.Rows, AgendaRow{FID: fid, Cells: []domain.Text{
			record(p.district.Estates.Name[place]), orDash(record(p.book.Estates[place].Subdistrict)), p.hotItems(items[place]),
			record(decimals(a.Estates[place].Burden)), courseWords(a.Courses[place]), clusterWords(a.Clusters[place]),
		}})
	}
	return s
}

// hotItems names the items that occurred most.
func (p *project) hotItems(items []*hotspot.Item) domain.Text {
	slices.SortStableFunc(items, func(a, b *hotspot.Item) int { return b.Occurrences - a.Occurrences })
	var names []string
	for _, it := range items[:min(len(items), mostHotItems)] {
		name := p.items[it.Code].Name
		if name == "" {
			name = it.Code
		}
		names = append(names, name)
	}
	text := strings.Join(names, "、")
	if more := len(items) - len(names); more > 0 {
		return domain.Say("%[1]s等 %[2]d 项", "%[1]s and %[3]d more", text, len(items), more)
	}
	return record(text)
}
