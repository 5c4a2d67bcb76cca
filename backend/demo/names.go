package demo

import "strconv"

// Names are made up, but for those of subdistricts and estates that the annex 5 of 东丽政发〔2013〕26号 lists; what is said of
// them here is made up too.

const (
	riverName = "澄河"
	ringName  = "环城快速路"
	railName  = "津铁联络线"
)

var canalNames = []string{"月牙渠", "新开渠", "西减渠", "丰产渠", "先锋渠", "东排渠"}

var roadStems = []string{
	"津塘", "卫国", "成林", "真理", "靖江", "增产", "王串场", "江都", "泰兴", "昆仑", "月牙河", "宜宾", "程林庄", "万新", "新泰", "利津",
	"龙山", "招远", "詹滨", "跃进", "先锋", "雪莲", "栖霞", "登州", "沙柳", "嵩山", "富民", "大直沽", "顺达", "汉港", "金堂", "志成",
	"普济河", "均富", "川府", "天山", "盘山", "凤山", "海山", "矿山", "永丰", "利福", "驯海", "环宇", "春华", "同安", "裕丰", "博山",
}

// streetNames hands out names of streets; each once while they last, then with a number.
type streetNames struct {
	r     *random
	order []string
	taken int
	canal int
	rail  int
}

func newStreetNames(r *random) *streetNames {
	n := &streetNames{r: r, order: append([]string(nil), roadStems...)}
	shuffle(n.order, r)
	return n
}

func (n *streetNames) next(class string) string {
	numbered := func(name string, round int) string {
		if round == 0 {
			return name
		}
		return name + strconv.Itoa(round+1) + "号"
	}
	switch class {
	case classMinor:
		return ""
	case classCanal:
		n.canal++
		return numbered(canalNames[(n.canal-1)%len(canalNames)], (n.canal-1)/len(canalNames))
	case classRail:
		n.rail++
		return numbered(railName, n.rail-1)
	}
	i := n.taken
	n.taken++
	stem, round := n.order[i%len(n.order)], i/len(n.order)
	suffix := "路"
	if n.r.chance(0.35) {
		suffix = "道"
	}
	if round == 0 {
		return stem + suffix
	}
	quarter := []string{"东", "西", "南", "北"}
	if round <= len(quarter) {
		return stem + quarter[round-1] + suffix
	}
	return stem + strconv.Itoa(round-len(quarter)) + suffix
}
