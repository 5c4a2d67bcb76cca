package vector

import (
	"bytes"
	"encoding/binary"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"estateatlas/backend/domain"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// dbf is a dBASE table: nil rows are marked as deleted.
type dbf struct {
	fields   []string
	rows     [][]string
	encoding string
	evidence domain.Text
	notes    []domain.Text
}

type dbfField struct {
	name   []byte
	kind   byte
	offset int
	length int
}

// readDBF reads a .dbf file. cpg is the text of the .cpg file beside it, chosen the encoding that a user asked for; both may be empty.
func readDBF(data []byte, cpg, chosen string) (*dbf, error) {
	const header = 32
	if len(data) < header+1 {
		return nil, invalid(".dbf 文件不完整；重新导出", "The .dbf file is incomplete; export it again")
	}
	records, headerLength, recordLength := int(binary.LittleEndian.Uint32(data[4:])), int(binary.LittleEndian.Uint16(data[8:])), int(binary.LittleEndian.Uint16(data[10:]))
	if headerLength < header+1 || headerLength > len(data) || recordLength < 1 {
		return nil, invalid(".dbf 文件头不正确；重新导出", "The head of the .dbf file is wrong; export it again")
	}
	var fields []dbfField
	offset := 1
	for at := header; at+32 <= headerLength && data[at] != 0x0d; at += 32 {
		d := data[at : at+32]
		f := dbfField{name: d[:11], kind: d[11], offset: offset, length: int(d[16])}
		if end := bytes.IndexByte(f.name, 0); end >= 0 {
			f.name = f.name[:end]
		}
		if f.kind == 'C' {
			f.length += int(d[17]) << 8 // long texts of Clipper
		}
		if offset += f.length; offset > recordLength || len(fields) >= mostFields {
			return nil, invalid(".dbf 的列与记录长度不符，或列数超过 %d；重新导出", "The columns of the .dbf file do not fit its records, or there are more than %d; export it again", mostFields)
		}
		fields = append(fields, f)
	}
	body := data[headerLength:]
	if whole := len(body) / recordLength; whole < records {
		return nil, invalid(".dbf 应有 %[1]d 条记录，只有 %[2]d 条；重新导出", "The .dbf file should have %[1]d records and has %[2]d; export it again", records, whole)
	}
	if !fits(records, len(fields)) {
		return nil, tooMany()
	}
	t := &dbf{}
	decode, err := t.choose(data[29], cpg, chosen, fields, body, records, recordLength)
	if err != nil {
		return nil, err
	}
	memo := false
	for _, f := range fields {
		t.fields = append(t.fields, decode(whole(f.name, t.encoding)))
		memo = memo || f.kind == 'M'
	}
	if memo {
		t.notes = append(t.notes, domain.Say("备注列（.dbt）未读入", "Memo columns (.dbt) were not read"))
	}
	t.rows = make([][]string, records)
	for i := range records {
		record := body[i*recordLength : (i+1)*recordLength]
		if record[0] == '*' {
			continue
		}
		cells := make([]string, len(fields))
		for k, f := range fields {
			cells[k] = cellText(f, record[f.offset:f.offset+f.length], decode, t.encoding)
		}
		t.rows[i] = cells
	}
	return t, nil
}

// cellText is a cell as a text: days as 2026-03-18, yes and no as true and false, blanks and stars as nothing.
func cellText(f dbfField, b []byte, decode func([]byte) string, name string) string {
	trimmed := bytes.Trim(b, " \x00\t")
	switch f.kind {
	case 'D':
		if len(trimmed) == 8 && allDigits(trimmed) {
			return string(trimmed[:4]) + "-" + string(trimmed[4:6]) + "-" + string(trimmed[6:])
		}
		return string(bytes.Trim(trimmed, "0"))
	case 'L':
		switch {
		case len(trimmed) == 1 && strings.IndexByte("TtYy", trimmed[0]) >= 0:
			return "true"
		case len(trimmed) == 1 && strings.IndexByte("FfNn", trimmed[0]) >= 0:
			return "false"
		}
		return ""
	case 'N', 'F':
		if len(bytes.Trim(trimmed, "*")) == 0 {
			return ""
		}
		text := string(trimmed)
		// 12.000000 is how dBASE writes 12.
		if strings.Contains(text, ".") && !strings.ContainsAny(text, "eE") {
			text = strings.TrimSuffix(strings.TrimRight(text, "0"), ".")
		} else if v, err := strconv.ParseFloat(text, 64); err == nil && strings.ContainsAny(text, "eE") {
			text = strconv.FormatFloat(v, 'f', -1, 64)
		}
		return text
	case 'M', 'G', 'B', 'P':
		return ""
	}
	return decode(whole(trimmed, name))
}

func allDigits(b []byte) bool {
	for _, c := range b {
		if c < '0' || c > '9' {
			return false
		}
	}
	return true
}

// encodings by the names and numbers that .cpg files and users give them.
var encodings = map[string]struct {
	name string
	of   encoding.Encoding
}{
	"utf8": {"UTF-8", nil}, "65001": {"UTF-8", nil},
	"gbk": {"GBK", simplifiedchinese.GB18030}, "936": {"GBK", simplifiedchinese.GB18030}, "cp936": {"GBK", simplifiedchinese.GB18030}, "gb2312": {"GBK", simplifiedchinese.GB18030},
	"gb18030": {"GB18030", simplifiedchinese.GB18030}, "54936": {"GB18030", simplifiedchinese.GB18030}, "ansi936": {"GBK", simplifiedchinese.GB18030}, "euccn": {"GBK", simplifiedchinese.GB18030},
	"big5": {"BIG5", traditionalchinese.Big5}, "950": {"BIG5", traditionalchinese.Big5}, "cp950": {"BIG5", traditionalchinese.Big5},
	"euckr": {"EUC-KR", korean.EUCKR}, "949": {"EUC-KR", korean.EUCKR}, "cp949": {"EUC-KR", korean.EUCKR},
	"shiftjis": {"Shift_JIS", japanese.ShiftJIS}, "sjis": {"Shift_JIS", japanese.ShiftJIS}, "932": {"Shift_JIS", japanese.ShiftJIS}, "cp932": {"Shift_JIS", japanese.ShiftJIS},
	"iso88591": {"ISO-8859-1", charmap.Windows1252}, "88591": {"ISO-8859-1", charmap.Windows1252}, "latin1": {"ISO-8859-1", charmap.Windows1252},
	"1252": {"Windows-1252", charmap.Windows1252}, "cp1252": {"Windows-1252", charmap.Windows1252}, "ansi1252": {"Windows-1252", charmap.Windows1252}, "windows1252": {"Windows-1252", charmap.Windows1252},
}

// languageDrivers are the marks in the head of a .dbf file (LDID) that say something about Chinese, Korean or Japanese texts.
var languageDrivers = map[byte]string{0x4d: "gbk", 0x4e: "949", 0x4f: "big5", 0x13: "932", 0x7b: "932", 0x7a: "gbk", 0x78: "big5", 0x79: "949"}

func encodingKey(name string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			return r
		}
		return -1
	}, name)
}

// choose finds the encoding: what the user asked for, what the .cpg file says, what the texts can only be, what the head says.
func (t *dbf) choose(ldid byte, cpg, chosen string, fields []dbfField, body []byte, records, recordLength int) (func([]byte) string, error) {
	use := func(key string, evidence domain.Text) func([]byte) string {
		e := encodings[key]
		t.encoding, t.evidence = e.name, evidence
		if e.of == nil {
			return func(b []byte) string { return strings.ToValidUTF8(string(b), "�") }
		}
		decoder := e.of.NewDecoder()
		return func(b []byte) string {
			if !slices.ContainsFunc(b, func(c byte) bool { return c >= utf8.RuneSelf }) {
				return string(b)
			}
			out, err := decoder.Bytes(b)
			if err != nil {
				return strings.ToValidUTF8(string(b), "�")
			}
			return string(out)
		}
	}
	if chosen != "" {
		key := encodingKey(chosen)
		if _, known := encodings[key]; !known {
			return nil, invalid("不认识编码 %q；写 GBK、UTF-8 等", "The encoding %q is not known; give GBK, UTF-8 or another", chosen)
		}
		return use(key, domain.Say("由用户指定", "chosen by the user")), nil
	}
	if key := encodingKey(cpg); key != "" {
		if _, known := encodings[key]; known {
			return use(key, domain.Say(".cpg 文件写明 %s", "the .cpg file says %s", strings.TrimSpace(cpg))), nil
		}
		t.notes = append(t.notes, domain.Say(".cpg 文件中的编码 %q 不认识", "The encoding %q of the .cpg file is not known", clip(cpg)))
	}
	ascii, utf8Valid, gbkValid := true, true, true
	look := func(b []byte) {
		for _, c := range b {
			if c >= 0x80 {
				ascii = false
				utf8Valid = utf8Valid && utf8.Valid(whole(b, "UTF-8"))
				if gbkValid {
					out, err := simplifiedchinese.GB18030.NewDecoder().Bytes(whole(b, "GBK"))
					gbkValid = err == nil && !bytes.ContainsRune(out, utf8.RuneError)
				}
				return
			}
		}
	}
	for _, f := range fields {
		look(f.name)
	}
	const looked = 5000
	for i := range min(records, looked) {
		for _, f := range fields {
			if f.kind == 'C' {
				from := i*recordLength + f.offset
				look(bytes.Trim(body[from:from+f.length], " \x00"))
			}
		}
	}
	driver, driven := languageDrivers[ldid]
	switch {
	case ascii:
		return use("utf8", domain.Say("全部是英文和数字", "letters and digits only")), nil
	case utf8Valid:
		return use("utf8", domain.Say("文字只能是 UTF-8", "the texts are valid UTF-8")), nil
	case driven:
		return use(driver, domain.Say("文件头标记为 0x%02X", "the head is marked 0x%02X", ldid)), nil
	case gbkValid:
		return use("gbk", domain.Say("文字可按 GBK 读出；如有乱码请另选编码", "the texts can be read as GBK; choose another encoding if they look wrong")), nil
	}
	t.notes = append(t.notes, domain.Say("文字编码无法判断，按 Windows-1252 读入；如有乱码请另选编码", "The encoding of the texts cannot be told; they are read as Windows-1252. Choose another encoding if they look wrong"))
	return use("1252", domain.Say("无法判断", "cannot be told")), nil
}

// whole drops a last letter of which only some bytes fitted into the field: dBASE cuts names at 10 bytes and texts at their length.
func whole(b []byte, name string) []byte {
	switch name {
	case "UTF-8":
		for cut := 1; cut <= 3 && cut <= len(b); cut++ {
			c := b[len(b)-cut]
			if c < 0x80 {
				return b
			}
			if c >= 0xc0 {
				need := 2
				if c >= 0xf0 {
					need = 4
				} else if c >= 0xe0 {
					need = 3
				}
				if need > cut {
					return b[:len(b)-cut]
				}
				return b
			}
		}
	case "GBK", "GB18030", "BIG5", "EUC-KR", "Shift_JIS":
		for i := 0; i < len(b); {
			if b[i] < 0x80 || b[i] == 0x80 || name == "Shift_JIS" && b[i] >= 0xa1 && b[i] <= 0xdf {
				i++
				continue
			}
			n := 2
			if i+1 < len(b) && b[i+1] >= '0' && b[i+1] <= '9' && strings.HasPrefix(name, "GB") {
				n = 4
			}
			if i+n > len(b) {
				return b[:i]
			}
			i += n
		}
	}
	return b
}

func clip(s string) string {
	if r := []rune(strings.ToValidUTF8(s, "�")); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return strings.ToValidUTF8(s, "�")
}

// KnowsEncoding reports whether texts can be read in an encoding of this name.
func KnowsEncoding(name string) bool {
	_, known := encodings[encodingKey(name)]
	return known
}

// Encodings are the names of those that a user may choose, the likeliest first.
func Encodings() []string {
	return []string{"UTF-8", "GBK", "GB18030", "BIG5", "EUC-KR", "Shift_JIS", "Windows-1252"}
}
