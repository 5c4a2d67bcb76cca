package ingest

import "estateatlas/backend/domain"

// What is said about files, rows and values. In a template %[1]s is the value at fault unless a comment says otherwise.

// Of a whole file.
var (
	sayNoEstates = domain.Text{
		ZH: "数据文件夹中没有 estates.geojson，项目中也还没有小区；补上小区边界文件后再导入",
		EN: "The dataset folder has no estates.geojson and the project has no estates yet; add the file of estate boundaries",
	}
	sayNotFound = domain.Text{
		ZH: "找不到这个文件或文件夹；检查路径",
		EN: "There is no such file or folder; check the path",
	}
	sayNotAllowed = domain.Text{
		ZH: "没有读取权限；取得权限后再导入",
		EN: "It may not be read; obtain the right to read it",
	}
	sayIsFolder = domain.Text{
		ZH: "应为文件，实为文件夹；改名或移走这个文件夹",
		EN: "This should be a file but is a folder; rename or remove the folder",
	}
	sayNotRegular = domain.Text{
		ZH: "不是普通文件，不读取；换成普通文件",
		EN: "This is not a regular file and is not read; replace it by one",
	}
	sayNothingInFolder = domain.Text{
		ZH: "文件夹中没有可导入的文件；文件名应为 estates.geojson、companies.csv、scores.csv 等",
		EN: "The folder holds no file that can be imported; names are estates.geojson, companies.csv, scores.csv and so on",
	}
	sayUnknownFile = domain.Text{
		ZH: "不认识这个文件；可导入小区边界（.geojson、.json、.zip、.shp、.gpkg、.kml、.kmz）和约定名称的表格（.csv、.txt、.xlsx，如 scores.csv），按约定改名后再导入",
		EN: "This file is not one that can be imported; boundaries (.geojson, .json, .zip, .shp, .gpkg, .kml, .kmz) and tables of the agreed names (.csv, .txt, .xlsx, such as scores.csv) can",
	}
	sayOwnProject = domain.Text{
		ZH: "这是正在导入的项目文件本身；给出要导入的数据文件",
		EN: "This is the project file itself; give the files to import",
	}
	sayPartAlone = domain.Text{
		ZH: "这是 Shapefile 的一部分，单独不能导入；给出同名的 .shp，或把各部分压缩成 ZIP",
		EN: "This is a part of a Shapefile and cannot be imported alone; give its .shp, or a ZIP of all parts",
	}
	sayNoSheet = domain.Text{
		ZH: "文件名和工作表名都不是约定的表名；把文件改名为 scores.xlsx 等，或把工作表改名为 scores 等",
		EN: "Neither the file nor a sheet has the name of a table; rename the file to scores.xlsx and so on, or the sheet to scores and so on",
	}
	sayNotWorkbook   = domain.Text{ZH: "不是 XLSX 工作簿；在 Excel 或 WPS 中另存为 .xlsx，或改成实际的扩展名", EN: "Not an XLSX workbook; save it as .xlsx, or give it its real ending"}
	sayEncrypted     = domain.Text{ZH: "工作簿有密码或是旧的 .xls 格式；去掉密码，另存为 .xlsx", EN: "The workbook is protected by a password or is an old .xls; take the password off and save it as .xlsx"}
	sayTooLarge      = domain.Text{ZH: "工作簿超过上限（4096 个部分，每个部分展开后 512 MiB，展开不超过 250 倍，16384 列）；只留要导入的工作表，另存后再导入", EN: "The workbook is over a limit (4,096 parts, 512 MiB a part when unpacked, 250 times its packed size, 16,384 columns); keep only the sheet to import and save it again"}
	sayDamaged       = domain.Text{ZH: "工作簿已损坏；在 Excel 或 WPS 中打开并另存，或重新取得文件", EN: "The workbook is damaged; open and save it in a spreadsheet, or get the file again"}
	sayNoHeading     = domain.Text{ZH: "工作表的前 10 行中没有表头；表头应在同一行中有：%[1]s", EN: "There is no heading in the first 10 rows; one row has to hold %[1]s"}
	sayMergedHeading = domain.Text{ZH: "表头占了几行，有合并的单元格 %[1]s；取消合并，让一行里有 %[2]s", EN: "The heading takes several rows with the merged cells %[1]s; unmerge them, so that one row has %[2]s"}
	sayManySheets    = domain.Text{ZH: "几个工作表都有这张表的表头：%[1]s；只留一个，或把其余的隐藏", EN: "Several sheets have the heading of this table: %[1]s; keep one, or hide the others"}
	sayHiddenSheet   = domain.Text{ZH: "隐藏的工作表“%[1]s”没有读取", EN: "The hidden sheet “%[1]s” was not read"}
	sayOtherSheet    = domain.Text{ZH: "工作表“%[1]s”没有这张表的表头，没有读取", EN: "The sheet “%[1]s” has no heading of this table and was not read"}
	sayAboveTitle    = domain.Text{ZH: "表头在第 %[1]s 行，其上各行没有读取", EN: "The heading is row %[1]s; the rows above it were not read"}
	sayHiddenRow     = domain.Text{ZH: "隐藏的行也已读取", EN: "A hidden row was read as well"}
	sayTotalRow      = domain.Text{ZH: "“%[1]s”行是合计，没有读取", EN: "The row “%[1]s” is a total and was not read"}
	sayMerged        = domain.Text{ZH: "合并的单元格 %[1]s 各行都取合并的值", EN: "Every row of the merged cells %[1]s has their value"}
	sayMergedWide    = domain.Text{ZH: "数据中有横向合并的单元格 %[1]s；取消合并，每列各填一格", EN: "The cells %[1]s are merged across columns; unmerge them and fill each column"}
	sayCellError     = domain.Text{ZH: "单元格是错误值 %[1]s；改正公式或填写数值", EN: "The cell is the error %[1]s; correct the formula or enter the value"}
	sayNoResult      = domain.Text{ZH: "公式没有存储结果；在 Excel 或 WPS 中打开、计算并保存后再导入", EN: "The formula has no stored result; open, calculate and save the workbook in a spreadsheet"}
	sayFormula       = domain.Text{ZH: "公式取其存储的结果", EN: "Of a formula the stored result is taken"}
	sayIsDate        = domain.Text{ZH: "单元格是日期（%[1]s），这一列不是日期；按文本重新填写", EN: "The cell is a date (%[1]s) and this column is not; enter it as text"}
	sayNoDate        = domain.Text{ZH: "单元格的日期序号 %[1]s 不是有效的日期；按 YYYY-MM-DD 填写", EN: "The date number %[1]s is no date; enter YYYY-MM-DD"}
	sayTimeCut       = domain.Text{ZH: "单元格带有时刻，只取日期", EN: "The cell has a time of day; only the date is taken"}
	sayNumberID      = domain.Text{ZH: "编号是数字单元格，按 %[1]s 读取；前面的零只有文本单元格才会保留", EN: "The id is a number and read as %[1]s; zeros in front are kept in text cells only"}
	sayLeft          = domain.Text{
		ZH: "不是约定的数据文件，已留下未导入",
		EN: "Not one of the agreed data files; it was left",
	}
	saySameFile = domain.Text{
		ZH: "同一个文件给出了两次；只给一次",
		EN: "The same file was given twice; give it once",
	}
	sayOver512 = domain.Text{ZH: "文件超过 512 MiB 的上限；分成几个文件", EN: "The file is over the limit of 512 MiB; split it"}
	sayOver128 = domain.Text{ZH: "文件超过 128 MiB 的上限；分成几个文件", EN: "The file is over the limit of 128 MiB; split it"}
	sayOver1   = domain.Text{ZH: "设置文件超过 1 MiB 的上限；只保留设置", EN: "The settings file is over the limit of 1 MiB; keep only settings"}
	sayOver64  = domain.Text{ZH: "不是 UTF-8 编码的文件，上限为 64 MiB；另存为 UTF-8", EN: "A file that is not UTF-8 may have 64 MiB; save it as UTF-8"}
	sayEmpty   = domain.Text{
		ZH: "文件是空的；补上内容，或移走这个文件",
		EN: "The file is empty; fill it or remove it",
	}
	sayNoRows = domain.Text{
		ZH: "只有表头，没有数据行；导入 0 行",
		EN: "There is a heading but no row; 0 rows are taken",
	}
	sayNoFeatures = domain.Text{
		ZH: "features 中没有要素；导入 0 个",
		EN: "There is no feature in features; 0 are taken",
	}
	sayTooManyFaults = domain.Text{ // the limit
		ZH: "错误已达 %[1]s 处，不再继续读；先改正以上错误",
		EN: "There are %[1]s faults; reading stopped here. Correct those above first",
	}
	sayTooManyRows = domain.Text{ // the limit
		ZH: "超过每个文件 %[1]s 行的上限；分成几个文件",
		EN: "Over the limit of %[1]s rows a file; split it",
	}
	sayNotText = domain.Text{
		ZH: "含有大量 NUL 字节，是二进制文件或不带标记的 UTF-16；另存为 UTF-8",
		EN: "Full of NUL bytes: a binary file or UTF-16 without a mark; save it as UTF-8",
	}
	sayZIP = domain.Text{
		ZH: "内容是压缩包或 XLSX 工作簿，不是文本；另存为 CSV（UTF-8）",
		EN: "The content is an archive or an XLSX workbook, not text; save it as CSV (UTF-8)",
	}
	sayMixed = domain.Text{
		ZH: "文件中混有 UTF-8 和 GB18030 两种编码；统一另存为 UTF-8",
		EN: "The file mixes UTF-8 and GB18030; save all of it as UTF-8",
	}
	sayRecoded = domain.Text{ // the encoding
		ZH: "文件编码为 %[1]s，已转换",
		EN: "The file is in %[1]s and was converted",
	}
)

// Of the lines and headings of a table.
var (
	sayTab          = domain.Text{ZH: "以制表符分隔，已照此读取", EN: "The separator is the tab; read so"}
	saySemicolon    = domain.Text{ZH: "以分号分隔，已照此读取", EN: "The separator is the semicolon; read so"}
	sayOldLineEnds  = domain.Text{ZH: "行以 CR 结尾，不是 LF 或 CRLF；另存为 UTF-8 的 CSV", EN: "Lines end in CR, not LF or CRLF; save it as CSV in UTF-8"}
	sayTooManyCols  = domain.Text{ZH: "列数超过 %[1]s 的上限；删去多余的列", EN: "Over the limit of %[1]s columns; delete what is not needed"}
	sayNoColumn     = domain.Text{ZH: "缺少必有的列 %[1]s（%[2]s）；补上这一列", EN: "The required column %[1]s (%[2]s) is missing; add it"}
	sayColumnTwice  = domain.Text{ZH: "列 %[1]s 出现两次（%[2]s）；只留一列", EN: "The column %[1]s occurs twice (%[2]s); keep one"}
	sayUnknownCol   = domain.Text{ZH: "不认识的列“%[1]s”，未导入", EN: "The column “%[1]s” is not known and was left"}
	sayNamelessCol  = domain.Text{ZH: "第 %[1]s 列没有列名，未导入", EN: "Column number %[1]s has no heading and was left"}
	sayFieldCount   = domain.Text{ZH: "这一行有 %[1]s 格，表头有 %[2]s 列；补齐或删去多余的格，含逗号的内容加英文双引号", EN: "This row has %[1]s fields, the heading has %[2]s; correct it, and quote fields that hold a comma"}
	sayBareQuote    = domain.Text{ZH: "格中有未成对的英文双引号；整格加双引号，其中的双引号写两次", EN: "There is a stray double quote in the field; quote the whole field and double the quotes in it"}
	sayAfterQuote   = domain.Text{ZH: "结束的英文双引号后还有内容；双引号应包住整格", EN: "There is text after the closing double quote; the quotes must hold the whole field"}
	sayOpenQuote    = domain.Text{ZH: "英文双引号没有结束，直到文件末尾都被当作这一格；补上结束的双引号", EN: "The double quote is never closed, so all the rest of the file is in this field; close it"}
	sayBadEncoding  = domain.Text{ZH: "这一行的字符不是 %[1]s 编码（本文件其他行的编码）；统一另存为 UTF-8", EN: "This row is not in %[1]s, the encoding of the rest of the file; save all of it as UTF-8"}
	sayBadUTF8      = domain.Text{ZH: "含有不合 UTF-8 编码的字节；另存为 UTF-8", EN: "There are bytes that are not UTF-8; save it as UTF-8"}
	sayRequired     = domain.Text{ZH: "必填，但为空；填写后再导入", EN: "This must not be empty; fill it in"}
	sayNotScored    = domain.Text{ZH: "得分为空，按未参评处理", EN: "The score is empty: taken as not scored"}
	sayWideDigits   = domain.Text{ZH: "全角数字“%[1]s”已按半角读取", EN: "The full-width digits “%[1]s” were read as ordinary ones"}
	sayTrimmed      = domain.Text{ZH: "内容前后的全角空格或不可见字符已去掉", EN: "Wide blanks or invisible characters around the content were taken off"}
	sayOtherDate    = domain.Text{ZH: "日期“%[1]s”不是 YYYY-MM-DD，已按年、月、日读取", EN: "The date “%[1]s” is not in the form YYYY-MM-DD; it was read as year, month, day"}
	sayDuplicate    = domain.Text{ZH: "“%[1]s”与 %[2]s 重复；只留一个", EN: "“%[1]s” occurs already at %[2]s; keep one of the two"}             // key, place
	sayDuplicateKey = domain.Text{ZH: "与 %[1]s 是同一条（%[2]s 相同）；只留一条", EN: "The same record as %[1]s (equal %[2]s); keep one of the two"} // place, columns of the key
)

// Of values.
var (
	sayNotNumber     = domain.Text{ZH: "“%[1]s”不是数字；只写数字和小数点，不写单位", EN: "“%[1]s” is not a number; write digits and a point, no unit"}
	sayThousands     = domain.Text{ZH: "数字“%[1]s”中有逗号；不用千分位，小数点写英文句点", EN: "There is a comma in “%[1]s”; use no thousands mark, and a point for decimals"}
	sayOtherMinus    = domain.Text{ZH: "“%[1]s”中的减号不是英文减号；改为数字", EN: "The minus in “%[1]s” is not the ordinary one; write a plain number"}
	sayPlus          = domain.Text{ZH: "“%[1]s”带有加号；去掉加号", EN: "“%[1]s” has a plus sign; take it off"}
	sayExponent      = domain.Text{ZH: "“%[1]s”是科学计数法；写出全部数字", EN: "“%[1]s” has an exponent; write the number out"}
	sayNegative      = domain.Text{ZH: "“%[1]s”小于 0；应不小于 0", EN: "“%[1]s” is less than 0; it must be 0 or more"}
	sayBelowOne      = domain.Text{ZH: "“%[1]s”小于 1；应为不小于 1 的整数", EN: "“%[1]s” is less than 1; it must be a whole number from 1"}
	sayNotWhole      = domain.Text{ZH: "“%[1]s”不是整数；改为整数", EN: "“%[1]s” is not a whole number; write one"}
	sayTooManyDigits = domain.Text{ZH: "数字“%[1]s”位数过多；检查是否多写", EN: "“%[1]s” has too many digits; check it"}
	sayScoreRange    = domain.Text{ZH: "得分“%[1]s”不在 0 到 100 之间；改正得分", EN: "The score “%[1]s” is not from 0 to 100; correct it"}
	sayThirdDecimal  = domain.Text{ZH: "金额“%[1]s”的小数多于两位；精确到分", EN: "The amount “%[1]s” has more than two decimals; give it to the fen"}
	sayTooMuchMoney  = domain.Text{ZH: "金额“%[1]s”超过一万亿元的上限；检查是否多写", EN: "The amount “%[1]s” is over the limit of 10¹² yuan; check it"}
	sayAmountZero    = domain.Text{ZH: "金额应大于 0；改正金额", EN: "The amount must be more than 0; correct it"}
	sayNotBool       = domain.Text{ZH: "“%[1]s”不是是或否；写 true、false、1、0、是、否之一", EN: "“%[1]s” is neither yes nor no; write one of true, false, 1, 0, 是, 否"}
	sayDateForm      = domain.Text{ZH: "“%[1]s”不是日期；写作 YYYY-MM-DD，如 2026-03-05", EN: "“%[1]s” is not a date; write YYYY-MM-DD, such as 2026-03-05"}
	sayDateSerial    = domain.Text{ZH: "“%[1]s”像表格软件的日期序号；把该列设为文本，写作 YYYY-MM-DD", EN: "“%[1]s” looks like a spreadsheet's serial number; write the date as YYYY-MM-DD"}
	sayNoSuchDay     = domain.Text{ZH: "没有“%[1]s”这一天；改正日期", EN: "There is no day “%[1]s”; correct the date"}
	sayMonthForm     = domain.Text{ZH: "“%[1]s”不是月份；写作 YYYY-MM，如 2026-03", EN: "“%[1]s” is not a month; write YYYY-MM, such as 2026-03"}
	sayLonRange      = domain.Text{ZH: "经度“%[1]s”不在 −180 到 180 之间；改为经纬度（度）", EN: "The longitude “%[1]s” is not from −180 to 180; give degrees"}
	sayLatRange      = domain.Text{ZH: "纬度“%[1]s”不在 −90 到 90 之间；改为经纬度（度），检查经纬度是否写反", EN: "The latitude “%[1]s” is not from −90 to 90; give degrees, and check that the two are not swapped"}
	sayHalfPoint     = domain.Text{ZH: "经度和纬度只填了一个；都填或都不填", EN: "Only one of longitude and latitude is given; give both or neither"}
	sayLongID        = domain.Text{ZH: "编号超过 256 个字符的上限；缩短编号", EN: "The id is over the limit of 256 characters; shorten it"}
	sayControlInID   = domain.Text{ZH: "编号“%[1]s”中有换行或控制字符；去掉后再导入", EN: "There is a line break or control character in the id “%[1]s”; take it out"}
	sayLongText      = domain.Text{ZH: "文字超过 100000 个字符的上限；缩短文字", EN: "The text is over the limit of 100,000 characters; shorten it"}
	sayNUL           = domain.Text{ZH: "文字中有 NUL 字符；去掉后再导入", EN: "There is a NUL character in the text; take it out"}
)

// Of the files of other programs.
var (
	sayNoLayer      = domain.Text{ZH: "没有名为“%[1]s”的图层；文件中有：%[2]s", EN: "There is no layer “%[1]s”; the file holds: %[2]s"}
	sayManyLayers   = domain.Text{ZH: "文件中有几个图层，分不出哪个是小区：%[1]s；指定其中一个", EN: "The file has several layers and it cannot be told which holds the estates: %[1]s; name one of them"}
	sayLayer        = domain.Text{ZH: "只读取图层“%[1]s”，其他图层没有读取", EN: "Only the layer “%[1]s” was read, not the others"}
	sayOtherProject = domain.Text{ZH: "这是另一个项目文件，只读取其中的小区，不读取成绩、协议等其他内容", EN: "This is another project file; its estates were read, not its scores, agreements and the rest"}
	sayNotAreas     = domain.Text{ZH: "图层中没有面，图形是“%[1]s”；小区边界应为面，换用边界图层", EN: "The layer holds no areas but a “%[1]s”; an estate's boundary is an area: take the layer of boundaries"}
	sayNoRecords    = domain.Text{ZH: "图层中没有记录；导入 0 个", EN: "There is no record in the layer; 0 are taken"}
	sayReadAs       = domain.Text{ZH: "字段“%[1]s”按“%[2]s”读取", EN: "The field “%[1]s” was read as “%[2]s”"}
	sayNoKeyField   = domain.Text{ZH: "没有编号列，也没有名称列（文件的字段：%[1]s）；在属性表中加上“编号”，或按已有小区的“名称”对应", EN: "There is no column of ids and none of names (the file's fields: %[1]s); add “id”, or “name” to match estates of the project"}
	sayNamesOnly    = domain.Text{ZH: "没有编号列，项目中也没有可按名称对应的小区；在属性表中加上“编号”列", EN: "There is no column of ids, and the project has no estates to match by name; add a column “id”"}
	sayByName       = domain.Text{ZH: "文件没有编号列，按名称与项目中的小区逐一对应", EN: "The file has no column of ids; its records were matched with the project's estates by name"}
	sayNoSuchName   = domain.Text{ZH: "项目中没有名称为“%[1]s”的小区；改正名称，或在属性表中加上编号", EN: "The project has no estate named “%[1]s”; correct the name, or add ids to the file"}
	saySeveralNamed = domain.Text{ZH: "项目中有几个小区都叫“%[1]s”（%[2]s）；在属性表中加上编号", EN: "Several estates of the project are named “%[1]s” (%[2]s); add ids to the file"}
	sayKept         = domain.Text{ZH: "项目中已有的小区：文件没有的列保留原来的内容", EN: "Estates that the project has already keep what the file has no column for"}
	sayBadCell      = domain.Text{ZH: "文字按 %[1]s 读不出；指定实际的编码，如 GBK 或 UTF-8", EN: "The text cannot be read as %[1]s; name the real encoding, such as GBK or UTF-8"}
	sayEmptyShape   = domain.Text{ZH: "图形是空的；补画边界，或删去这个空图形", EN: "The shape is empty; draw the boundary or delete the empty shape"}
	sayUnshifted    = domain.Text{ZH: "坐标按 %[1]s 换算（由使用者指定），可能有一两米的误差", EN: "The coordinates were turned back from %[1]s on the user's word; they may be off by a metre or two"}
	sayNotPlace     = domain.Text{ZH: "坐标 %[1]s 不在坐标系的范围内；改正这个图形", EN: "The position %[1]s is outside of the coordinate system; correct the shape"}
	sayNotPlaces    = domain.Text{ZH: "坐标 %[1]s 等 %[2]s 个点不在坐标系的范围内；改正这个图形", EN: "%[2]s positions from %[1]s on are outside of the coordinate system; correct the shape"}
)

// Of rows and of what they refer to. %[1]s is the id or value, %[2]s what a comment says.
var (
	sayExitBeforeEnrolment = domain.Text{ZH: "退出日期 %[1]s 早于纳入日期 %[2]s；改正其中一个", EN: "The exit %[1]s is before the enrolment %[2]s; correct one of them"}
	sayEndBeforeStart      = domain.Text{ZH: "结束日期 %[1]s 早于开始日期 %[2]s；改正其中一个", EN: "The end %[1]s is before the start %[2]s; correct one of them"}
	sayAcceptedEarly       = domain.Text{ZH: "小区 %[1]s 的验收日期早于批准日期，核对", EN: "Estate %[1]s was accepted before it was approved; check the dates"}
	sayEnrolledEarly       = domain.Text{ZH: "小区 %[1]s 的纳入日期早于批准或验收日期，核对", EN: "Estate %[1]s was enrolled before it was approved or accepted; check the dates"}
	sayBeforeFound         = domain.Text{ZH: "点位问题 %[1]s 的这一日期早于发现日期，核对", EN: "This date of finding %[1]s is before the day it was found; check it"}
	sayRemovedEarly        = domain.Text{ZH: "小区 %[1]s 的撤销日期早于决定日期，核对", EN: "The override of estate %[1]s was removed before it was decided; check the dates"}
	sayRewardNeeds         = domain.Text{ZH: "奖励前十名须写明小区和轮次；填写后再导入", EN: "A reward of the top ten must name its estate and its round; fill it in"}
	sayNoEstate            = domain.Text{ZH: "没有编号为“%[1]s”的小区；改正编号，或先导入该小区", EN: "There is no estate “%[1]s”; correct the id or import that estate"}
	sayNoCompany           = domain.Text{ZH: "没有编号为“%[1]s”的企业；改正编号，或先导入该企业", EN: "There is no company “%[1]s”; correct the id or import that company"}
	sayNoRound             = domain.Text{ZH: "没有编号为“%[1]s”的轮次；改正编号，或先导入该轮次", EN: "There is no round “%[1]s”; correct the id or import that round"}
	sayNoItem              = domain.Text{ZH: "没有代码为“%[1]s”的扣分项；改正代码，或在 items.csv 中补上", EN: "There is no item “%[1]s”; correct the code or add it to items.csv"}
	sayRefersToLeft        = domain.Text{ZH: "所引用的“%[1]s”有错误而未导入（%[2]s），此行随之留下", EN: "“%[1]s”, which this row refers to, has a fault and was left (%[2]s); this row was left too"} // place
	sayOverlap             = domain.Text{ZH: "与 %[2]s 的协议期间重叠（小区 %[1]s）；改正开始或结束日期", EN: "The agreement overlaps the one at %[2]s (estate %[1]s); correct its first or last day"}   // place
	sayOverlapStored       = domain.Text{ZH: "与项目中 %[2]s 开始的协议期间重叠（小区 %[1]s）；改正日期，或同时导入该协议的结束日期", EN: "The agreement overlaps the project's one from %[2]s (estate %[1]s); correct its days or import the end of that one too"}
	sayFundsUnchecked      = domain.Text{ZH: "有文件未能读取，流转资金余额暂未核对", EN: "A file could not be read, so the balance of the circulating fund was not checked"}
	sayFundsWithout        = domain.Text{ZH: "流转资金余额未计入其他文件中有错误的行，改正后可能变化", EN: "The balance of the circulating fund was checked without the faulty rows of other files and may change with them"}
)

// Of JSON, GeoJSON and settings.
var (
	sayTooDeep         = domain.Text{ZH: "嵌套超过 64 层的上限；检查文件", EN: "Nested deeper than the limit of 64; check the file"}
	sayHugeFeature     = domain.Text{ZH: "单个要素超过 64 MiB 的上限；检查文件", EN: "One feature is over the limit of 64 MiB; check the file"}
	sayTooManyVertices = domain.Text{ZH: "顶点总数超过 1600 万的上限；分成几个文件", EN: "Over the limit of 16,000,000 vertices; split the file"}
	sayHugeBoundary    = domain.Text{ZH: "这个小区的顶点超过 20 万个的上限；简化边界", EN: "The estate is over the limit of 200,000 vertices; simplify its boundary"}
	sayTooManyFeatures = domain.Text{ZH: "要素超过 100 万个的上限；分成几个文件", EN: "Over the limit of 1,000,000 features; split the file"}
	sayNotObjectRoot   = domain.Text{ZH: "最外层不是 JSON 对象；应为 FeatureCollection 或 Feature", EN: "The root is not a JSON object; it must be a FeatureCollection or a Feature"}
	sayRootType        = domain.Text{ZH: "最外层的 type 是“%[1]s”；应为 FeatureCollection 或 Feature，区分大小写", EN: "The type of the root is “%[1]s”; it must be FeatureCollection or Feature, in this case"}
	sayNoRootType      = domain.Text{ZH: "最外层没有 type，不是 GeoJSON（可能是 Esri JSON）；导出为 GeoJSON", EN: "The root has no type, so this is not GeoJSON (perhaps Esri JSON); export it as GeoJSON"}
	sayNoFeaturesList  = domain.Text{ZH: "FeatureCollection 没有 features 数组；补上", EN: "The FeatureCollection has no array features; add it"}
	sayMemberTwice     = domain.Text{ZH: "成员“%[1]s”出现两次；只留一个", EN: "The member “%[1]s” occurs twice; keep one"}
	sayBothNames       = domain.Text{ZH: "属性“%[1]s”与“%[2]s”是同一列；只留一个", EN: "The properties “%[1]s” and “%[2]s” are the same column; keep one"}
	sayNotFeature      = domain.Text{ZH: "不是要素对象；features 的每一项应为 Feature", EN: "This is not an object; each member of features must be a Feature"}
	sayFeatureType     = domain.Text{ZH: "type 不是 Feature；改为 Feature，区分大小写", EN: "The type is not Feature; write Feature, in this case"}
	sayNoProperties    = domain.Text{ZH: "缺少 properties；补上（可为 null）", EN: "The member properties is missing; add it (it may be null)"}
	sayPropertiesType  = domain.Text{ZH: "properties 不是对象；应为对象或 null", EN: "The member properties is not an object; it must be an object or null"}
	sayNoGeometry      = domain.Text{ZH: "缺少 geometry；没有边界的小区写 null", EN: "The member geometry is missing; write null for an estate without a boundary"}
	sayGeometryType    = domain.Text{ZH: "geometry 不是对象；应为几何对象或 null", EN: "The member geometry is not an object; it must be a geometry or null"}
	sayNoID            = domain.Text{ZH: "要素没有编号；在属性 id（编号）中填写", EN: "The feature has no id; give it in the property id"}
	sayBadFeatureID    = domain.Text{ZH: "要素的 id 应为文字或数字；改正，或填写属性 id", EN: "The feature's id must be a string or a number; correct it or give the property id"}
	sayNested          = domain.Text{ZH: "属性值是对象或数组；应为文字、数字或是否", EN: "The value is an object or array; it must be a text, a number or yes and no"}
	sayBoolForText     = domain.Text{ZH: "属性值是 %[1]s；应为文字", EN: "The value is %[1]s; it must be a text"}
	sayLoneSurrogate   = domain.Text{ZH: "文字中有不成对的 UTF-16 代理（\\ud800–\\udfff）；改正这段文字", EN: "There is a lone surrogate (\\ud800–\\udfff) in the text; correct it"}
	sayUnknownProperty = domain.Text{ZH: "不认识的属性“%[1]s”，未导入", EN: "The property “%[1]s” is not known and was left"}
	sayMoreUnknown     = domain.Text{ZH: "另有更多不认识的属性或列，未逐一列出，均未导入", EN: "There are further properties or columns that are not known; all of them were left"}
	sayCRS             = domain.Text{ZH: "坐标系“%[1]s”不能读取；转换为 EPSG:4490 或 EPSG:4326 经纬度", EN: "The coordinate system “%[1]s” cannot be read; convert it to EPSG:4490 or EPSG:4326, longitude and latitude"}
	sayNullCRS         = domain.Text{ZH: "crs 为 null，已按 EPSG:4490 经纬度读取", EN: "The member crs is null; read as EPSG:4490, longitude and latitude"}
	sayNullGeometry    = domain.Text{ZH: "小区 %[1]s 没有边界，按未上图处理", EN: "Estate %[1]s has no boundary: it will not be on the map"}
	sayNullShape       = domain.Text{ZH: "要素没有几何，已略过", EN: "The feature has no geometry and was left"}
	sayNoGeometryType  = domain.Text{ZH: "几何没有 type；补上 Polygon 或 MultiPolygon", EN: "The geometry has no type; write Polygon or MultiPolygon"}
	sayNotPolygon      = domain.Text{ZH: "几何类型是“%[1]s”；小区边界应为 Polygon 或 MultiPolygon", EN: "The geometry is a “%[1]s”; an estate must be a Polygon or MultiPolygon"}
	sayUnknownGeometry = domain.Text{ZH: "没有名为“%[1]s”的几何类型；改正 type", EN: "There is no geometry of type “%[1]s”; correct it"}
	sayNoCoordinates   = domain.Text{ZH: "几何没有 %[1]s；补上", EN: "The geometry has no %[1]s; add it"}
	sayNesting         = domain.Text{ZH: "坐标的嵌套层数与 %[1]s 不符；检查方括号", EN: "The nesting of the coordinates does not suit a %[1]s; check the brackets"}
	sayEmptyGeometry   = domain.Text{ZH: "几何是空的；补上坐标，没有边界的小区把 geometry 写为 null", EN: "The geometry is empty; add coordinates, or write null for an estate without a boundary"}
	sayShortPosition   = domain.Text{ZH: "坐标点少于两个数；应为 [经度, 纬度]", EN: "The position has fewer than two numbers; it must be [longitude, latitude]"}
	sayNotCoordinate   = domain.Text{ZH: "坐标不是数字；应为 [经度, 纬度]", EN: "The coordinate is not a number; it must be [longitude, latitude]"}
	sayFewPoints       = domain.Text{ZH: "环只有 %[1]s 个不同的点，至少要三个；改正边界", EN: "The ring has %[1]s different points and needs three; correct the boundary"}
	sayShortLine       = domain.Text{ZH: "线只有 %[1]s 个点，至少要两个；改正", EN: "The line has %[1]s points and needs two; correct it"}
	sayOutOfRange      = domain.Text{ZH: "坐标 %[1]s 超出经度 ±180、纬度 ±90；换成经纬度（度），检查坐标系", EN: "The position %[1]s is beyond longitude ±180, latitude ±90; give degrees and check the coordinate system"}
	sayOutOfRangeMany  = domain.Text{ZH: "坐标 %[1]s 等 %[2]s 个点超出经度 ±180、纬度 ±90；换成经纬度（度），检查坐标系", EN: "%[2]s positions from %[1]s on are beyond longitude ±180, latitude ±90; give degrees and check the coordinate system"}
	saySwapped         = domain.Text{ZH: "坐标 %[1]s 的纬度超出 ±90，经纬度可能写反；先写经度，再写纬度", EN: "The latitude of the position %[1]s is beyond ±90: the two are probably swapped; write longitude first"}
	saySwappedMany     = domain.Text{ZH: "坐标 %[1]s 等 %[2]s 个点的纬度超出 ±90，经纬度可能写反；先写经度，再写纬度", EN: "%[2]s positions from %[1]s on have a latitude beyond ±90: the two are probably swapped; write longitude first"}
	sayClosed          = domain.Text{ZH: "环没有闭合，已闭合", EN: "The ring was not closed; it was closed"}
	sayRewound         = domain.Text{ZH: "环的方向与约定相反（外环逆时针，内环顺时针），已改正", EN: "The ring ran the wrong way (outer rings run counter-clockwise, holes clockwise); it was turned"}
	sayRepeated        = domain.Text{ZH: "有重复的相邻顶点，已去掉", EN: "There were repeated vertices; they were removed"}
	sayElevation       = domain.Text{ZH: "坐标含高程或更多的数，已去掉，只留经纬度", EN: "Positions had an elevation or more; only longitude and latitude are kept"}
	saySettingsRoot    = domain.Text{ZH: "设置文件不是 JSON 对象；应写作 {\"名称\": 值}", EN: "The settings file is not a JSON object; write {\"name\": value}"}
	saySettingTwice    = domain.Text{ZH: "设置“%[1]s”出现两次；只留一个", EN: "The setting “%[1]s” occurs twice; keep one"}
)
