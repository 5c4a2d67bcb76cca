package domain

import (
	"cmp"
	"slices"
)

// DefaultItems is the item catalogue of RULES 3, in order of code. C1–C5 follow HB 三(一)–(五), C6–C8 the other
// functions of HB 三, C9 HB 三(六), T1–T4 HB 四(一)–(四).
var DefaultItems = []Item{
	{"C1", "保洁队伍与环境卫生", FunctionCleaning, CauseCompany},
	{"C2", "垃圾容器与日产日清", FunctionCleaning, CauseCompany},
	{"C3", "装修垃圾袋装苫盖", FunctionCleaning, CauseCompany},
	{"C4", "绿化带杂物与种植", FunctionCleaning, CauseCompany},
	{"C5", "楼道堆物与保洁", FunctionCleaning, CauseCompany},
	{"C6", "门岗执勤", FunctionGateDuty, CauseCompany},
	{"C7", "巡视与劝阻", FunctionPatrol, CauseCompany},
	{"C8", "机动车停放秩序", FunctionParking, CauseCompany},
	{"C9", "街道安排的其他物业工作", "", CauseCompany},
	{"T1", "饲养家禽与宠物粪便", "", CauseTerritorial},
	{"T2", "住宅内经营加工与占路摆卖", "", CauseTerritorial},
	{"T3", "乱堆乱倒与违章搭建", "", CauseTerritorial},
	{"T4", "其他属地职责", "", CauseTerritorial},
}

// Catalogue returns DefaultItems with the project's own items put over them, sorted by code.
func Catalogue(own []Item) []Item {
	byCode := make(map[string]Item, len(DefaultItems)+len(own))
	for _, it := range DefaultItems {
		byCode[it.Code] = it
	}
	for _, it := range own {
		byCode[it.Code] = it
	}
	all := make([]Item, 0, len(byCode))
	for _, it := range byCode {
		all = append(all, it)
	}
	slices.SortFunc(all, func(a, b Item) int { return cmp.Compare(a.Code, b.Code) })
	return all
}
