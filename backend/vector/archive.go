package vector

import (
	"archive/zip"
	"context"
	"errors"
	"io"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"estateatlas/backend/domain"

	"golang.org/x/text/encoding/simplifiedchinese"
)

const (
	// mostEntries is how many files an archive may hold.
	mostEntries = 2_000
	// mostRatio is how much larger than packed a file may be, from leastUnpacked bytes on.
	mostRatio     = 300
	leastUnpacked = 10 << 20
)

// readArchive reads the Shapefiles and KML files of a ZIP or KMZ file. Names are looked at and never used as paths; archives in
// archives are left.
func readArchive(ctx context.Context, name string, o Options) ([]Layer, error) {
	z, err := zip.OpenReader(name)
	if err != nil {
		return nil, domain.Fail(domain.CodeInvalid, domain.Say("文件已损坏，或不是 ZIP 压缩包；重新压缩或重新取得文件", "The file is damaged or no ZIP archive; pack it again or get it again"), err)
	}
	defer func() { _ = z.Close() }() // it was only read
	if len(z.File) > mostEntries {
		return nil, invalid("压缩包中有 %[1]d 个文件，超过 %[2]d 个的上限；只留要导入的文件，重新压缩", "The archive holds %[1]d files, over the limit of %[2]d; keep only what is to be imported", len(z.File), mostEntries)
	}
	files := map[string]*zip.File{} // by name in lower case
	var total uint64
	for _, f := range z.File {
		if f.FileInfo().IsDir() || strings.HasPrefix(path.Base(f.Name), "._") {
			continue
		}
		if f.Flags&1 != 0 {
			return nil, invalid("压缩包有密码；去掉密码，重新压缩", "The archive is protected by a password; pack it again without one")
		}
		if total += f.UncompressedSize64; total > mostBytes {
			return nil, invalid("压缩包解开后超过 %d MiB 的上限；只留要导入的文件，或分成几个", "The archive unpacks to more than the limit of %d MiB; keep only what is to be imported, or split it", mostBytes>>20)
		}
		if f.UncompressedSize64 > leastUnpacked && f.CompressedSize64*mostRatio < f.UncompressedSize64 {
			return nil, invalid("压缩包中的 %[1]s 解开后是原来的 %[2]d 倍以上，不像真实数据，没有解开；重新取得文件", "%[1]s in the archive unpacks to more than %[2]d times its size, which no real data does; it was not unpacked, get the file again", clip(path.Base(entryName(f))), mostRatio)
		}
		key := strings.ToLower(entryName(f))
		if _, twice := files[key]; twice {
			return nil, invalid("压缩包中有两个 %s；只留一个，重新压缩", "The archive holds %s twice; keep one", clip(path.Base(key)))
		}
		files[key] = f
	}
	names := make([]string, 0, len(files))
	for name := range files {
		names = append(names, name)
	}
	slices.Sort(names)
	var out []Layer
	for _, name := range names {
		if err := domain.Cancelled(ctx); err != nil {
			return nil, err
		}
		shown := path.Base(strings.ReplaceAll(entryName(files[name]), "\\", "/"))
		shown = strings.TrimSuffix(shown, path.Ext(shown))
		var layers []Layer
		switch path.Ext(name) {
		case ".shp":
			root := strings.TrimSuffix(name, ".shp")
			layers, err = readShapefile(ctx, shown, func(ext string) ([]byte, error) { return unpack(files[root+ext]) }, o)
		case ".kml":
			var text []byte
			if text, err = unpack(files[name]); err == nil {
				layers, err = readKML(ctx, shown, text)
			}
		default:
			continue
		}
		if err != nil {
			return nil, err
		}
		out = append(out, layers...)
	}
	if len(out) == 0 {
		return nil, invalid("压缩包中没有 Shapefile（.shp）或 KML；其他格式先解压再导入", "The archive holds no Shapefile (.shp) and no KML; unpack other formats first")
	}
	return out, nil
}

// entryName is a file's name in an archive. Names that are no UTF-8 are in GBK; the mark of UTF-8 is not asked, for some programs
// leave it out.
func entryName(f *zip.File) string {
	if utf8.ValidString(f.Name) {
		return f.Name
	}
	if name, err := simplifiedchinese.GB18030.NewDecoder().String(f.Name); err == nil {
		return name
	}
	return strings.ToValidUTF8(f.Name, "\uFFFD")
}

// unpack reads a file of an archive, nil for none; what it says of its size is not believed.
func unpack(f *zip.File) ([]byte, error) {
	if f == nil {
		return nil, nil
	}
	r, err := f.Open()
	if err != nil {
		return nil, domain.Fail(domain.CodeInvalid, domain.Say("压缩包中的文件打不开，压缩方法不认识或已损坏；用普通的 ZIP 重新压缩", "A file of the archive cannot be opened: its packing is not known or it is damaged; pack it as an ordinary ZIP"), err)
	}
	data, err := io.ReadAll(io.LimitReader(r, int64(min(f.UncompressedSize64, mostBytes))+1))
	if err := errors.Join(err, r.Close()); err != nil {
		return nil, domain.Fail(domain.CodeInvalid, domain.Say("压缩包已损坏；重新压缩或重新取得文件", "The archive is damaged; pack it again or get it again"), err)
	}
	if uint64(len(data)) > f.UncompressedSize64 {
		return nil, invalid("压缩包中的文件比标明的大，没有读取；重新压缩", "A file of the archive is larger than it says and was not read; pack it again")
	}
	return data, nil
}
