package demo

import (
	"fmt"
	"strconv"
	"strings"
)

// annex5 lists the subdistricts and, in them, the communities planned for a creation (附件5-2) and some of the natural estates
// of new committees (附件5-3) of 东丽政发〔2013〕26号附件5.
var annex5 = []struct {
	subdistrict string
	estates     string
}{
	{"万新街", "月牙河东里 秋丽家园 铁城公寓 欣园小区 蓝天花园 嘉春园 万新公寓 新丰里 百合春天 临月里 万昆 舒畅园 万隆第一 昆仑里第一 万隆第二 昆仑里第二"},
	{"张贵庄街", "兴业里 景欣苑 招远路小区 詹滨南里 福山里 福山北里 津门里 詹滨里 詹滨西里 振兴里 泰安里 詹安里 振华里 先锋里 华亭里"},
	{"丰年村街", "常熟里 丰和里 新泰道小区 泰兴里 丽新里 丰年里"},
	{"无瑕街", "春霞里 华盛里 荷月里 无瑕花园 秋霞里 择月里 圆月里 畅月里"},
	{"新立街", "民航巷 驯海里 海山南里 海山北里 润枫家园 雅筑北苑 雅筑南苑 嘉悦园 秀悦园 贵环小区 东盛园 悦盛园"},
	{"华明街", "华明一居 华明二居 华明三居 华明四居 华明五居 华明六居 华明七居 昆俞家园 昆俞欣园 秋悦家园 华丰家园 华富家园"},
	{"金桥街", "龙泉里"},
	{"金钟街", "春江里 溪水湾花园"},
	{"军粮城街", "机米厂宿舍"},
}

// subdistrictNames names n subdistricts from the middle of the district outwards, each differently.
func subdistrictNames(n int) []string {
	names := strings.Fields(`万新街 月牙河街 张贵庄街 丰年村街 王串场街 新立街 无瑕街 江都路街 华明街 金钟街 铁东路街 金桥街 军粮城街
		鲁山道街 常州道街 上杭路街 富民路街 二号桥街 中山门街`)
	used := map[string]bool{}
	for _, name := range names {
		used[name] = true
	}
	endings := []string{"街", "道街", "路街", "村街", "桥街", "庄街", "园街", "河街"}
	for round := 0; len(names) < n; round++ {
		ending := endings[round%len(endings)]
		if round >= len(endings) {
			ending = "第" + strconv.Itoa(round/len(endings)+1) + ending
		}
		for _, stem := range estateStems {
			if name := stem + ending; !used[name] {
				used[name] = true
				names = append(names, name)
			}
		}
	}
	return names[:n]
}

var estateStems = strings.Fields(`友爱 幸福 红城 光华 成林 秀丽 翠岭 天泉 临江 曙光 向阳 和平 新兴 宝树 长青 嘉华 文轩 怡景 安居 永康 富强 建新 常州 开城 益寿
	滨河 龙潭 柳滩 靖江 北斗 金沙 江都 王串 月河 铁东 增产 民生 互助 团结 育红 凤凰 云山 丹江 泉江 汉江 瑞金 遵义 延安 井冈 四达 中纺 惠森 金田 芳邻
	春华 爱民 安康 翠屏 东风 红星 朝阳 前进 建华 利民 新华 文化 工农 卫东 跃华 红升 义和 顺和 聚福 长安 永安 同乐 松风 榆关 兰馨 桂香 晴川 远景`)

var (
	villageSuffixes = []string{"里", "里", "里", "东里", "西里", "南里", "北里", "里第一", "里第二", "新村", "公寓", "小区", "楼", "大院"}
	worksNames      = []string{"纺织厂", "机床厂", "粮油", "邮电", "铁路", "化工厂", "自行车厂", "搪瓷厂", "供电", "师范", "水利", "地毯厂"}
)

// estateNames hands out names of estates, each once.
type estateNames struct {
	r    *random
	used map[string]bool
	own  map[string][]string // names of the annex still free, by subdistrict
}

func newEstateNames(r *random) *estateNames {
	n := &estateNames{r: r, used: map[string]bool{}, own: map[string][]string{}}
	for _, a := range annex5 {
		n.own[a.subdistrict] = strings.Fields(a.estates)
	}
	return n
}

// next names an estate: a large one after the annex or as villages are called, a small one by its street and number.
func (n *estateNames) next(subdistrict string, scattered bool, street string, number int) string {
	for try := 0; ; try++ {
		name := n.guess(subdistrict, scattered, street, number+2*try)
		if try > 30 {
			name += "第" + strconv.Itoa(try-28)
		}
		if !n.used[name] {
			n.used[name] = true
			return name
		}
	}
}

func (n *estateNames) guess(subdistrict string, scattered bool, street string, number int) string {
	r := n.r
	if scattered && street != "" {
		switch x := r.unit(); {
		case x < 0.5:
			return fmt.Sprintf("%s%d号院", street, number)
		case x < 0.72:
			return fmt.Sprintf("%s%d—%d号", street, number, number+2*r.whole(1, 8))
		case x < 0.86:
			return street + pick(r, worksNames) + "宿舍"
		}
	}
	if own := n.own[subdistrict]; !scattered && len(own) > 0 && r.chance(0.7) {
		n.own[subdistrict] = own[1:]
		return own[0]
	}
	return pick(r, estateStems) + pick(r, villageSuffixes)
}

var (
	surnames   = strings.Fields("王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 梁 宋 郑 谢 韩 唐 冯 于 董 萧 程 曹 袁 邓 许 傅 沈 曾 彭 吕")
	givenNames = strings.Fields("建国 秀兰 志强 玉梅 永刚 淑芬 文斌 丽华 国庆 桂英 海涛 晓燕 振宇 雅琴 立新 春燕 世杰 红梅 卫东 静怡 俊峰 敏 磊 洋 宁 倩 凯 颖 伟明 佳音")
)

func personName(r *random) string { return pick(r, surnames) + pick(r, givenNames) }
