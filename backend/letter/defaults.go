package letter

import "sync"

// Default returns the program's own template of a kind, as a document that can be edited; nil for a kind that there is not.
func Default(kind Kind) []byte {
	made := defaults()
	return made[kind].file
}

type madeDefault struct {
	file  []byte
	names []string
}

var defaults = sync.OnceValue(func() map[Kind]madeDefault {
	out := map[Kind]madeDefault{}
	for _, k := range Kinds {
		file, err := defaultDoc(k).encode()
		if err != nil {
			panic(err) // it is written into memory
		}
		t, err := Open(file)
		if err != nil {
			panic(err) // it is ours
		}
		var r Report
		c := checking{kind: k, report: &r}
		c.look(t.body, nil)
		var names []string
		for _, u := range r.Used {
			names = append(names, u.Name)
		}
		out[k] = madeDefault{file, names}
	}
	return out
})

// defaultNames are the placeholders of the default template, in the order of its text.
func defaultNames(kind Kind) []string { return defaults()[kind].names }

func defaultDoc(kind Kind) *doc {
	d := &doc{}
	d.para(styleMark, "【标记】")
	d.para(styleTitle, kind.Title().ZH)
	d.para(styleNumber, "【文号】")
	d.para(styleTo, "【主送】：")
	switch kind {
	case Interview:
		d.interview()
	case Withholding:
		d.withholding()
	case Ending:
		d.ending()
	case Proxy:
		d.proxy()
	case Rectification:
		d.rectification()
	}
	d.para(styleContact, "")
	d.para(styleSign, "【发文机关】")
	d.para(styleSign, "【发文日期】")
	return d
}

func (d *doc) interview() {
	d.para(styleText, "在【考核日期】“【考核轮次】”旧楼区创卫考核中，你单位管理服务的【小区】（【街道】【社区】）得【得分】分，在【参评数】个参评小区中列第【名次】名、倒数第【倒数名次】名。【责任认定】，属物业管理四项职能履职不到位，年内第【年内次数】次、连续第【连续次数】次。扣分情况如下：")
	d.table(col{"序号", "【明细序号】", "", 15, false}, col{"扣分项", "【明细内容】", "", 60, false}, col{"职能", "【明细职能】", "", 28, false}, col{"扣分", "【明细扣分】", "", 16, false})
	d.para(styleText, "依据【依据】，按第【级别】级措施处理，现约谈你单位【约谈对象】【被约谈人】。有关事项通知如下：")
	d.para(styleHead, "一、约谈时间")
	d.para(styleText, "＿＿＿＿年＿＿月＿＿日＿＿时＿＿分")
	d.para(styleHead, "二、约谈地点")
	d.para(styleText, "＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿")
	d.para(styleHead, "三、有关要求")
	d.para(styleText, "请【约谈对象】本人按时到场，并携带营业执照复印件、管理服务协议和书面整改方案。整改方案应写明整改措施、责任人和完成时限。")
	d.para(styleContact, "联系人：＿＿＿＿＿＿　　联系电话：＿＿＿＿＿＿＿＿")
}

func (d *doc) withholding() {
	d.para(styleText, "在【考核日期】“【考核轮次】”旧楼区创卫考核中，你单位在【街道】管理服务的【小区】列入后段，属物业管理四项职能履职不到位。依据【依据】，按第【级别】级措施，扣减你单位在【街道】全部管理项目【扣减月份】的区级奖励补贴，合计人民币【扣减金额大写】（¥【扣减金额】）。【追回说明】【此前扣减说明】")
	d.para(styleText, "扣减明细如下（单位：元）：")
	d.table(col{"序号", "【明细序号】", "", 15, false}, col{"小区", "【明细小区】", "合计", 38, false}, col{"扣减月份", "【明细月份】", "", 50, false},
		col{"扣减金额", "【明细金额】", "【扣减金额】", 30, true}, col{"其中追回", "【明细追回金额】", "【追回金额】", 30, true})
	d.para(styleText, "扣减的补贴纳入考核流转资金。对扣减有异议的，请自收到本通知之日起＿＿日内书面提出，并附有关材料。")
	d.para(styleContact, "联系人：＿＿＿＿＿＿　　联系电话：＿＿＿＿＿＿＿＿")
}

func (d *doc) ending() {
	d.para(styleText, "【企业】自【协议起始日】起管理服务【小区】（【街道】【社区】）。在【考核日期】“【考核轮次】”旧楼区创卫考核中，该小区得【得分】分，在【参评数】个参评小区中列第【名次】名、倒数第【倒数名次】名。【责任认定】，属物业管理四项职能履职不到位，已连续【连续次数】次。情况如下：")
	d.table(col{"序号", "【明细序号】", "", 15, false}, col{"考核轮次", "【明细轮次】", "", 46, false}, col{"考核日期", "【明细日期】", "", 44, false},
		col{"名次", "【明细名次】", "", 22, false}, col{"得分", "【明细得分】", "", 20, false}, col{"责任", "【明细责任】", "", 26, false})
	d.para(styleText, "依据【依据】，建议你会依法按程序与【企业】解除【小区】管理服务协议。同时启动该企业的退出程序。")
	d.para(styleText, "请于＿＿＿＿年＿＿月＿＿日前将研究结果书面告知我单位。协议解除前，该企业应继续履行管理服务职责；解除后，应按约定移交物业资料和设施设备。")
	d.para(styleContact, "联系人：＿＿＿＿＿＿　　联系电话：＿＿＿＿＿＿＿＿")
}

func (d *doc) proxy() {
	d.para(styleText, "依据【依据】，对于面积较小、无法围合的散片旧楼区，按照就近原则，由附近成片旧楼区的管理服务企业代管。现明确由你单位代管下列【行数】个散片旧楼区：")
	d.table(col{"序号", "【明细序号】", "", 15, false}, col{"代管小区", "【明细小区】", "", 34, false}, col{"街道", "【明细街道】", "", 30, false}, col{"户数", "【明细户数】", "", 16, true},
		col{"依托小区", "【明细依托小区】", "", 34, false}, col{"距离", "【明细距离】", "", 28, true}, col{"起始日期", "【明细起始日】", "", 43, false})
	d.para(styleText, "请自代管之日起，按照直管小区的标准履行门岗执勤、巡视管理、楼内外清扫保洁、车辆停放秩序四项职能，并做好与所在街道、社区的衔接。代管期间的考核、补贴按有关规定执行。")
	d.para(styleContact, "联系人：＿＿＿＿＿＿　　联系电话：＿＿＿＿＿＿＿＿")
}

func (d *doc) rectification() {
	d.para(styleText, "截至【考核日期】，经对近期考核、检查结果汇总，下列点位脏乱问题易发、频发。依据【依据】，请按期整改：")
	d.table(col{"序号", "【明细序号】", "", 15, false}, col{"小区", "【明细小区】", "", 34, false}, col{"问题", "【明细内容】", "", 50, false},
		col{"发生次数", "【明细发生次数】", "", 27, false}, col{"最近一次", "【明细最近一次】", "", 46, false}, col{"整改期限", "【明细期限】", "", 46, false})
	d.para(styleText, "整改完成后，请将整改情况和整改前后照片报我单位复查。逾期未整改或整改不到位的，按有关规定处理。")
	d.para(styleContact, "联系人：＿＿＿＿＿＿　　联系电话：＿＿＿＿＿＿＿＿")
}
