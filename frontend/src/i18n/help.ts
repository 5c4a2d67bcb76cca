// The guide of the planner's and the clerk's desks, in both languages side by side. Keys as in zh-CN.ts, of which they are a part.

export const helpDesksZh = {
  'help.proxy': '安排代管',
  'help.proxy.run':
    '在“代管”里选宿主范围、最大距离和每家限额，单击“计算”。应代管的散片逐处分给最近的成片小区的企业；有限额时按合计距离最短统一安排，方案下方写明合计距离和已证明的下界。没有分到的写明原因：范围内无宿主、无有效宿主或限额已满。',
  'help.proxy.compare':
    '“沿用现行”只换无效的或远出所填距离的宿主。“另存为…”把试算留作方案，可与现行和其他方案并排比较：换企业的散片、合计和最远距离、各企业负荷。',
  'help.proxy.override':
    '选中一处散片，卡片列出最近的几个宿主；可另选一个，或“在图上另选”，写明理由后改派。改派和锁定在重新计算时保留；宿主失效时会报告，不会悄悄换掉。',
  'help.proxy.enclose':
    '“围合检查”列出与相邻小区间距不超过所填宽度的散片；之间有河流、铁路或干道等阻隔线的，注明不可围合。',
  'help.proxy.accept':
    '“采用…”按所选日期写入代管协议，原协议止于前一日，作为一次决定记下姓名和理由，可撤销。清单可导出 XLSX、CSV、PDF，代管通知为 DOCX。',
  'help.proxy.edit': '“边界”可改画、新增、拆分、合并小区：顶点会吸附到邻近边界，每一步可撤回；面积和代管距离随之更新。',
  'help.ledger': '登记台账',
  'help.ledger.confirm':
    '“台账”的“成绩确认”列出本轮末位小区、按扣分推定的责任和两种级别（已确认、拟定）。改动责任认定时，先写明会改变的级别、月份和金额，再由您填写理由确定；可以勾选几个一次认定。复验的申请和结果登记在同一处，不改变本轮名次。',
  'help.ledger.close':
    '“锁定本轮…”保存当时的政策设置和输入数据指纹，此后重算的金额一分不变；锁定后的改动须写更正理由，列入更正记录。“重算核对”随时验证。',
  'help.ledger.money':
    '“扣减”按企业和月份列出已扣、拟扣和追回，单击一格看到街道、小区和依据的轮次；按小区看应发、已扣、实发。“流转资金”列出收入、使用和余额，透支的使用当场拒绝。',
  'help.ledger.people':
    '“评优资格”“约谈”“退出程序”各列出应办的事和日期；登记后留名。约谈通知书、扣减通知书、解除协议建议书按模板生成 DOCX，模板可在“设置”里换成本区的。',
  'help.ledger.records':
    '小区卡片的“协议、纳入与补贴…”登记企业变更、纳入、退出和补贴标准；日期重叠、退出早于纳入等当场拒绝并说明原因。',
  'help.rectify': '整改',
  'help.rectify.list':
    '“整改”列出窗口（默认近六轮）内频发或易发的扣分项，一行是一个小区的一项：近几轮发生情况、负担、问题集聚、责任方、期限和状态。勾选几行可一起定期限、改状态（整改中、已整改、复查）并写说明；已整改后又发生的自动重新列入。',
  'help.rectify.how':
    '“怎么算的”用文字写明窗口、邻域距离及其来由、检验了多少个小区、校正去掉了什么、哪些点位没有计入。频发、易发是直接计数，问题集聚是统计结论，二者分开列。',
  'help.rectify.views':
    '左侧可按扣分项、街道、责任方、季节看，点一项即筛选；点位问题可在图上添加、办结、重开，地图上看点、聚合或热力。',
  'help.rectify.out': '清单导出 XLSX（分街道）、CSV、GeoJSON、PDF，整改通知单为 DOCX。',
  'help.wizard': '导入表格和边界',
  'help.wizard.check':
    '在“数据 · 导入”选择文件或把文件拖进来。每格怎样读都标在原处：蓝色是已自动处理的，黄色要您确认，红色必须处理；右侧逐条给出改法，双击一格可直接改。列的含义在表头改，同样表头的文件下次按上次的对应。',
  'help.wizard.match':
    '小区按编号、再按完全相同的名称对应；对不上的列出名称、读音相近的，由您选定，程序不猜。隐藏行、合计行不读，可改为要读。',
  'help.wizard.write': '“写入”前不改动任何数据；写入是一次决定，可撤销。会改变已锁定轮次的，须写更正理由。',
  'help.wizard.shapes':
    '边界文件按自带的坐标说明换算，纵横颠倒能认出；GCJ-02、BD-09 只按您的选择换算。“数据质量”列出重叠、碎片、协议断档等，能稳妥修复的给出前后对照。',
  'help.settings': '设置与记录',
  'help.settings.rules':
    '“设置”列出每项政策参数、条款和默认值。改动前先列出未锁定轮次会怎样变化；已锁定的轮次仍按锁定时的参数。',
  'help.settings.undo':
    '每个决定立即写入项目文件，Ctrl+Z 撤销、Ctrl+Y 重做，关闭程序后仍可撤销。“操作记录”只增不改，可查找、导出；右上角填写姓名，随决定留下。',
} as const;

export const helpDesksEn: Record<keyof typeof helpDesksZh, string> = {
  'help.proxy': 'Assigning proxies',
  'help.proxy.run':
    'At the proxy desk choose where hosts may lie, the largest distance and a limit for each company, then Compute. Each scattered estate goes to the company of the nearest contiguous estate; under limits all are placed together with the least total distance, and the total stands beside a proved lower bound. Those left over name their cause: no host in range, no valid host, limits reached.',
  'help.proxy.compare':
    'Starting from what is in force changes a host only where it is invalid or further than you allow. Save a trial as a scenario and compare it with what is in force and with others: which estates change hands, total and worst distance, load of each company.',
  'help.proxy.override':
    'The card of a scattered estate lists its nearest hosts; take another of them or any on the map, with a reason. Overrides and locks are kept when you compute again; one that is no longer valid is reported, never replaced silently.',
  'help.proxy.enclose':
    'The enclosing check lists scattered estates whose gap to a neighbour is within the width you give; where a river, railway or main road lies between, it says that they cannot be fenced together.',
  'help.proxy.accept':
    'Accepting a scenario writes proxy agreements from a date and ends the old ones the day before, as one decision with name and reason that can be undone. The list exports as XLSX, CSV and PDF, the notices as DOCX.',
  'help.proxy.edit':
    'Boundaries can be redrawn, added, split and merged: vertices snap to neighbours, every step can be taken back, areas and distances follow.',
  'help.ledger': 'Keeping the ledger',
  'help.ledger.confirm':
    'Results lists the bottom estates of a round with the cause derived from deductions and both levels, confirmed and proposed. A determination first shows which levels, months and sums it changes; then you give the reason. Several can be ticked and determined at once. Re-inspections are entered beside them and do not change the rank.',
  'help.ledger.close':
    'Closing a round keeps its rule settings and a hash of its inputs, so that it recomputes to the same amount for ever; later changes need a reason and are listed as corrections. Recompute checks it at any time.',
  'help.ledger.money':
    'Withheld shows company by month: done, proposed and clawed back; a cell leads to subdistricts, estates and the round that decided. By estate it shows payable, withheld and net. Circulating funds lists income, uses and balance; a use that overdraws is refused at once.',
  'help.ledger.people':
    'Eligibility, interviews and exits list what is due and when; what is entered keeps your name. Notices come as DOCX from templates that the district can replace under Settings.',
  'help.ledger.records':
    'The card’s “Agreements, enrolment, subsidy…” enters a change of company, enrolment, exit and rates; overlapping dates or an exit before its enrolment are refused with the reason.',
  'help.rectify': 'Rectification',
  'help.rectify.list':
    'The list has what is frequent or prone within the window (six rounds by default), a row for each estate and item: when it occurred, burden, cluster, party, deadline and state. Tick rows to set deadlines and states together; what occurs again after it was done is listed again.',
  'help.rectify.how':
    '“How” says in words which window and band were taken and why, how many estates were tested, what the correction took away and which findings were left out. Frequent and prone are counts, clusters are statistics; they stand apart.',
  'help.rectify.views':
    'At the left it is seen by item, subdistrict, party and season; a click filters. Findings are added on the map, resolved and reopened, and shown as points, clusters or heat.',
  'help.rectify.out':
    'The list exports as XLSX (a sheet for each subdistrict), CSV, GeoJSON and PDF, the notices as DOCX.',
  'help.wizard': 'Importing tables and boundaries',
  'help.wizard.check':
    'Under Data, choose files or drop them. How each cell is read is marked in place: blue was repaired, amber asks you, red has to be dealt with; the column at the right offers remedies, and a double click changes a cell. What a column means is changed at its head, and remembered for files with the same heading.',
  'help.wizard.match':
    'Estates match by id, then by exactly the same name; otherwise those with similar names or sounds are listed and you choose. Hidden rows and totals are left unless you take them in.',
  'help.wizard.write':
    'Nothing is changed before Write, which is one decision that can be undone. What changes a closed round needs a reason.',
  'help.wizard.shapes':
    'Boundaries are converted from the coordinate system they state, swapped axes are noticed; GCJ-02 and BD-09 only on your word. Data quality lists overlaps, slivers, gaps between agreements and more, with safe repairs shown before and after.',
  'help.settings': 'Settings and the log',
  'help.settings.rules':
    'Settings lists each policy value with clause and default. Before a change it shows what open rounds would change; closed rounds keep their own values.',
  'help.settings.undo':
    'Every decision is in the project file at once; Ctrl+Z takes it back and Ctrl+Y restores it, also after the program was closed. The log only grows, can be searched and exported; the name you sign with at the top right is kept with each decision.',
};
