package ingest

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
	"pgregory.net/rapid"
)

func gb(s string) string {
	out, err := simplifiedchinese.GB18030.NewEncoder().String(s)
	if err != nil {
		panic(err)
	}
	return out
}

func TestDecode(t *testing.T) {
	utf16le, _ := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String("编号,a\n")
	utf16be, _ := unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().String("编号,a\n")
	for _, c := range []struct {
		name, data, text, encoding string
		bad                        []int
	}{
		{"UTF-8", "编号,a\n", "编号,a\n", encUTF8, nil},
		{"UTF-8 带标记", bomUTF8 + "编号,a\n", "编号,a\n", encUTF8, nil},
		{"只有 ASCII", "id,a\n", "id,a\n", encUTF8, nil},
		{"GB18030", gb("编号,名称\n甲,楼\n"), "编号,名称\n甲,楼\n", encGB18030, nil},
		{"GB18030 四字节", gb("编号,名称\n㐀,𠀀\n"), "编号,名称\n㐀,𠀀\n", encGB18030, nil},
		{"UTF-16LE", utf16le, "编号,a\n", encUTF16LE, nil},
		{"UTF-16BE", utf16be, "编号,a\n", encUTF16BE, nil},
		{"UTF-8 中有一行 GB18030", "编号\n幸福里\n" + gb("康乐里") + "\n", "", encUTF8, []int{3}},
		{"GB18030 中有一行 UTF-8", gb("编号\n幸福里\n") + "康乐小区\n", "", encGB18030, []int{3}},
		{"GB18030 中有几行不是", gb("编号\n幸福里\n") + "\xFFa\n" + gb("里\n") + "康乐小区\n" + gb("里\n") + "\xFF\n", "", encGB18030, []int{3, 5, 7}},
		{"各一行", "甲\n" + gb("我公司") + "\n", "", encUTF8, []int{2}},
		{"UTF-8 缺了一个字节", "编号\n幸福里小区"[1:] + "\n", "", encUTF8, []int{1}},
		{"GB18030 断在字中", gb("编号\n幸福里")[:10], "", encGB18030, []int{2}},
	} {
		d := decode([]byte(c.data))
		if d.refused != nil || d.encoding != c.encoding || !slices.Equal(d.badLines, c.bad) || c.text != "" && d.text != c.text {
			t.Errorf("%s: got %q in %s, bad lines %v, refused %v", c.name, d.text, d.encoding, d.badLines, d.refused)
		}
	}
	for name, data := range map[string]string{
		"压缩包": magicZIP + "x", "旧工作簿": magicOLE + "x", "不带标记的 UTF-16": "i\x00d\x00,\x00a\x00\n\x00", "二进制": strings.Repeat("\x00\x01\x02", 50),
	} {
		if d := decode([]byte(data)); d.refused == nil {
			t.Errorf("%s: read as %q", name, d.text)
		}
	}
}

// Chinese text is never taken for the other encoding, and never changed.
func TestChineseIsToldApart(t *testing.T) {
	common := []rune("的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严楼")
	field := rapid.StringOfN(rapid.SampledFrom(common), 3, 12, -1)
	rapid.Check(t, func(t *rapid.T) {
		text := "编号,名称\n" + strings.Join(rapid.SliceOfN(field, 1, 20).Draw(t, "lines"), ",a\n")
		if d := decode([]byte(text)); d.encoding != encUTF8 || d.text != text {
			t.Fatalf("UTF-8 was read as %s: %q", d.encoding, d.text)
		}
		if d := decode([]byte(gb(text))); d.encoding != encGB18030 || d.text != text || len(d.badLines) > 0 {
			t.Fatalf("GB18030 was read as %s: %q, bad lines %v", d.encoding, d.text, d.badLines)
		}
	})
}

// A GeoJSON file may be in any of the encodings too.
func TestGeoJSONEncodings(t *testing.T) {
	text := `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"编号":"甲","名称":"幸福里小区","街道":"大直沽街道"},"geometry":null}]}`
	utf16le, _ := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(text)
	for name, data := range map[string]string{encUTF8: text, "UTF-8 带标记": bomUTF8 + text, encGB18030: gb(text), encUTF16LE: utf16le} {
		r := readFile(t, nil, Options{}, "estates.geojson", data)
		if r.Refused() || r.Put.Estates[0].Name != "幸福里小区" || r.Put.Estates[0].ID != "甲" {
			t.Errorf("%s: %s", name, said(r))
		}
	}
	mixed := strings.Replace(gb(text), gb("大直沽街道"), "大直沽街道", 1)
	if r := readFile(t, nil, Options{}, "estates.geojson", mixed); !r.Refused() {
		t.Error("a file in two encodings was taken")
	}
	broken := strings.Replace(text, "幸福里小区", "幸福里小区"[1:], 1)
	r := readFile(t, nil, Options{SkipBad: true}, "estates.geojson", broken)
	if got := places(r); !slices.Equal(got, []string{"estates.geojson:1: features[0].properties.name"}) {
		t.Errorf("broken UTF-8: %v", got)
	}
}
