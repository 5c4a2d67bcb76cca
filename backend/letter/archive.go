package letter

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"path"
	"slices"
	"strings"
	"time"

	"estateatlas/backend/domain"
)

// Limits of a template. A notice has some twenty parts and a few dozen kB; a coat of arms in it may be large.
const (
	MostBytes = 8 << 20  // of a template as it is handed over
	maxParts  = 512      // in the archive
	maxPart   = 24 << 20 // bytes of a part, unpacked
	maxWhole  = 64 << 20 // of all parts together
	maxRatio  = 200      // unpacked to packed, of parts over ratioFrom; real ones have 5 to 30
	ratioFrom = 1 << 20
)

// fixedTime is the time of every part: the same notice is the same bytes. It is the first that an archive can hold.
var fixedTime = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// part is one file of the package.
type part struct {
	name string
	body []byte
}

// pack is the parts of a document in the order of the archive. Names are labels, never paths of this machine.
type pack []part

func refuse(zh, en string, args ...any) error {
	return domain.Fail(domain.CodeInvalid, domain.Say(zh, en, args...), nil)
}

var errNotDocument = refuse("模板不是 Word 文档（.docx）；请用 Word、WPS 或 LibreOffice 另存为 .docx", "The template is no Word document (.docx); save it as .docx with Word, WPS or LibreOffice")

func errDamaged(cause error) error {
	return domain.Fail(domain.CodeInvalid, domain.Say("模板文件已损坏，不能读取；请重新另存为 .docx", "The template is damaged and cannot be read; save it as .docx again"), cause)
}

var errTooLarge = refuse("模板过大：文件最多 %d MB，展开后最多 %d MB；请压缩或去掉图片", "The template is too large: at most %d MB, unpacked %d MB; make its pictures smaller or leave them out",
	MostBytes>>20, maxWhole>>20)

// unpack reads the parts of a template.
func unpack(file []byte) (pack, error) {
	if len(file) > MostBytes {
		return nil, errTooLarge
	}
	if bytes.HasPrefix(file, []byte("\xd0\xcf\x11\xe0")) { // a compound file: an old .doc, or an encrypted .docx
		return nil, refuse("模板是旧版 .doc 或有密码；请去掉密码并另存为 .docx", "The template is an old .doc or has a password; take the password off and save it as .docx")
	}
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, errNotDocument
	}
	if len(z.File) > maxParts {
		return nil, errTooLarge
	}
	var parts pack
	seen := map[string]bool{}
	whole := 0
	for _, f := range z.File {
		if strings.HasSuffix(f.Name, "/") {
			continue
		}
		if !saneName(f.Name) || seen[strings.ToLower(f.Name)] {
			return nil, refuse("模板中有名称不正常的部分 %q；请重新另存为 .docx", "The template has a part with an odd name, %q; save it as .docx again", f.Name)
		}
		seen[strings.ToLower(f.Name)] = true
		body, err := unpackPart(f, maxWhole-whole)
		if err != nil {
			return nil, err
		}
		whole += len(body)
		parts = append(parts, part{f.Name, body})
	}
	return parts, nil
}

// saneName reports whether a part's name is one that the format allows (ECMA-376 part 2, 6.2.2), roughly: no way out of a folder.
func saneName(name string) bool {
	return name != "" && len(name) <= 240 && name == path.Clean(name) && !strings.HasPrefix(name, "/") && !strings.HasPrefix(name, "..") &&
		!strings.ContainsFunc(name, func(r rune) bool { return r < ' ' || r == 0x7f || strings.ContainsRune(`\:*?"<>|`, r) })
}

// unpackPart unpacks a part, of at most room bytes. The size in the directory is the file's own claim.
func unpackPart(f *zip.File, room int) ([]byte, error) {
	size := f.UncompressedSize64
	if size > maxPart || size > uint64(room) || size > ratioFrom && size/maxRatio > f.CompressedSize64 {
		return nil, errTooLarge
	}
	r, err := f.Open()
	if err != nil {
		return nil, errDamaged(err)
	}
	body, err := io.ReadAll(io.LimitReader(r, int64(size)+1))
	if err = errors.Join(err, r.Close()); err != nil {
		return nil, errDamaged(err)
	}
	if uint64(len(body)) > size {
		return nil, errTooLarge
	}
	return body, nil
}

// part returns a part by its name, nil if there is none.
func (p pack) part(name string) *part {
	i := slices.IndexFunc(p, func(q part) bool { return strings.EqualFold(q.name, name) })
	if i < 0 {
		return nil
	}
	return &p[i]
}

// encode writes the archive. Its bytes depend on the parts only.
func (p pack) encode(w io.Writer) error {
	z := zip.NewWriter(w)
	for _, q := range p {
		f, err := z.CreateHeader(&zip.FileHeader{Name: q.name, Method: zip.Deflate, Modified: fixedTime})
		if err != nil {
			return err
		}
		if _, err := f.Write(q.body); err != nil {
			return err
		}
	}
	return z.Close()
}
