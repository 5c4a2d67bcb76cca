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

// readArchive reads the Shapefiles, KML files and GeoPackages-free parts of a ZIP or KMZ file. Names are looked at and never used as
// paths; archives in archives are left.
func readArchive(ctx context.Context, name string, o Options) ([]Layer, error) {
	z, err := zip.OpenReader(name)
	if err != nil {
		return nil, domain.Fail(domain.CodeInvalid, domain.Say("ZIP 文件已损坏或不是 ZIP", "The file is damaged or no ZIP"), err)
	}
	defer func() { _ = z.Close() }() // it was only read
	if len(z.File) > mostEntries {
		return nil, invalid("压缩包中的文件超过 %d 个", "The archive holds more than %d files", mostEntries)
	}
	files := map[string]*zip.File{} // by name in lower case
	var total uint64
	for _, f := range z.File {
		if f.FileInfo().IsDir() || strings.HasPrefix(path.Base(f.Name), "._") {
			continue
		}
		if total += f.UncompressedSize64; total > mostBytes {
			return nil, invalid("压缩包解开后超过 %d MB", "The archive unpacks to more than %d MB", mostBytes>>20)
		}
		if f.UncompressedSize64 > leastUnpacked && f.CompressedSize64*mostRatio < f.UncompressedSize64 {
			return nil, invalid("压缩包的压缩比异常，已拒绝", "The archive unpacks to far more than is plausible and was refused")
		}
		key := strings.ToLower(entryName(f))
		if _, twice := files[key]; twice {
			return nil, invalid("压缩包中有两个 %s", "The archive holds %s twice", clip(path.Base(key)))
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
		if err := cancelled(ctx); err != nil {
			return nil, err
		}
		base := path.Base(strings.ReplaceAll(name, "\\", "/"))
		var layers []Layer
		switch path.Ext(name) {
		case ".shp":
			root := strings.TrimSuffix(name, ".shp")
			layers, err = readShapefile(ctx, strings.TrimSuffix(path.Base(entryName(files[name])), path.Ext(entryName(files[name]))), func(ext string) ([]byte, error) { return unpack(files[root+ext]) }, o)
		case ".kml":
			var text []byte
			if text, err = unpack(files[name]); err == nil {
				layers, err = readKML(ctx, strings.TrimSuffix(base, ".kml"), text)
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
		return nil, invalid("压缩包中没有 Shapefile（.shp）或 KML", "The archive holds no Shapefile (.shp) and no KML")
	}
	return out, nil
}

// entryName is a file's name in an archive; Chinese names without the mark of UTF-8 are in GBK.
func entryName(f *zip.File) string {
	if f.NonUTF8 || !utf8.ValidString(f.Name) {
		if name, err := simplifiedchinese.GB18030.NewDecoder().String(f.Name); err == nil {
			return name
		}
	}
	return f.Name
}

// unpack reads a file of an archive, nil for none; what it says of its size is not believed.
func unpack(f *zip.File) ([]byte, error) {
	if f == nil {
		return nil, nil
	}
	r, err := f.Open()
	if err != nil {
		return nil, domain.Fail(domain.CodeInvalid, domain.Say("压缩包中的文件打不开：可能已加密或损坏", "A file of the archive cannot be opened: it may be encrypted or damaged"), err)
	}
	data, err := io.ReadAll(io.LimitReader(r, int64(min(f.UncompressedSize64, mostBytes))+1))
	if err := errors.Join(err, r.Close()); err != nil {
		return nil, domain.Fail(domain.CodeInvalid, domain.Say("压缩包已损坏", "The archive is damaged"), err)
	}
	if uint64(len(data)) > f.UncompressedSize64 {
		return nil, invalid("压缩包中的文件比所写的大，已拒绝", "A file of the archive is larger than it says and was refused")
	}
	return data, nil
}
