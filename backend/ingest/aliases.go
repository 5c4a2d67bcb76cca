package ingest

import (
	"strings"
	"unicode/utf8"
)

// aliases are what the columns of estates are called in the files of other programs, besides the two headings of the contract:
// in full, in the initials of pinyin that survey offices use, in English. In the form of [foldedHeading].
var aliases = map[int][]string{
	estateID:           {"小区编号", "小区编码", "小区代码", "编码", "代码", "小区id", "estate_id", "estateid", "xqbh", "xqbm", "xqdm", "bh"},
	estateName:         {"小区名称", "小区名", "小区", "estate_name", "estate", "xqmc", "mc"},
	estateSubdistrict:  {"街道名称", "所属街道", "所在街道", "街镇", "街道办", "街道办事处", "street", "ssjd", "jdmc"},
	estateCommunity:    {"社区名称", "所属社区", "所在社区", "居委会", "sssq", "sqmc"},
	estateForm:         {"小区类型", "片区类型", "形态"},
	estateEnclosable:   {"是否可围合", "围合", "可封闭"},
	estateMode:         {"管理方式", "物业管理模式"},
	estateHouseholds:   {"总户数", "居民户数", "住户数", "zhs", "hs"},
	estateBuildingArea: {"总建筑面积", "建筑总面积", "building_area", "zjzmj", "jzmj"},
}

// fit says how a heading was recognised as a column: the smaller, the surer.
type fit uint8

const (
	fitNone fit = iota
	fitChosen
	fitName
	fitAlias
	fitCut
)

// foldedHeading is heading without what people put behind a name: a unit or a remark in brackets.
func foldedHeading(s string) string {
	s = heading(s)
	if at := strings.IndexAny(s, "(（[【"); at > 0 {
		s = heading(s[:at])
	}
	return s
}

// dbaseName is how many bytes of a column's name a DBF file keeps.
const dbaseName = 10

// recognise finds the column that a heading of another program's file means. cut says that the headings of the file were cut to ten
// bytes, perhaps in the middle of a character: then what is left has to be the beginning of the names of one column only.
func (t *table) recognise(name string, cut bool) (col int, how fit) {
	if col, ok := t.find(name); ok {
		return col, fitName
	}
	folded := foldedHeading(name)
	if folded == "" {
		return 0, fitNone
	}
	if col, ok := t.byName[folded]; ok {
		return col, fitName
	}
	if t == estatesTable {
		for col := range t.columns {
			for _, a := range aliases[col] {
				if a == folded {
					return col, fitAlias
				}
			}
		}
	}
	if !cut {
		return 0, fitNone
	}
	found := -1
	for col, c := range t.columns {
		names := []string{c.name, heading(c.zh)}
		if t == estatesTable {
			names = append(names, aliases[col]...)
		}
		for _, n := range names {
			if !cutTo(n, folded) {
				continue
			}
			if found >= 0 && found != col {
				return 0, fitNone
			}
			found = col
		}
	}
	if found < 0 {
		return 0, fitNone
	}
	return found, fitCut
}

// cutTo reports whether a name that does not fit into a DBF file is left as cut there, in UTF-8 (three bytes a Chinese character) or
// GBK (two).
func cutTo(name, cut string) bool {
	if !strings.HasPrefix(name, cut) || name == cut {
		return false
	}
	for _, wide := range []int{3, 2} {
		room, left := dbaseName, 0
		for i, r := range name {
			n := 1
			if r >= utf8.RuneSelf {
				n = wide
			}
			if room -= n; room < 0 {
				break
			}
			left = i + utf8.RuneLen(r)
		}
		if left == len(cut) {
			return true
		}
	}
	return false
}
