-- A new project: the tables of GeoPackage 1.3 (annex C), then the tables of CONTRACT.md.
-- Column names are those of the contract. Text is compared by its bytes (BINARY). Empty is NULL except in key columns.
-- Dates are TEXT YYYY-MM-DD, months YYYY-MM, money exact yuan as TEXT with two decimals, decimals exact as TEXT.
-- Triggers are not here: triggers.go makes those of the R-tree extension and those that count changes.

PRAGMA application_id = 0x47504B47; -- GPKG
PRAGMA user_version = 10300;

CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL PRIMARY KEY,
  organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL,
  definition TEXT NOT NULL,
  description TEXT
);
INSERT INTO gpkg_spatial_ref_sys VALUES
  ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined Cartesian coordinate reference system'),
  ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'),
  ('WGS 84 geodetic', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]',
   'longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid'),
  ('China Geodetic Coordinate System 2000', 4490, 'EPSG', 4490, 'GEOGCS["China Geodetic Coordinate System 2000",DATUM["China_2000",SPHEROID["CGCS2000",6378137,298.257222101,AUTHORITY["EPSG","1024"]],AUTHORITY["EPSG","1043"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4490"]]',
   '2000 国家大地坐标系（CGCS2000），经纬度，单位为度');

CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY,
  data_type TEXT NOT NULL,
  identifier TEXT UNIQUE,
  description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE,
  min_y DOUBLE,
  max_x DOUBLE,
  max_y DOUBLE,
  srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)
);
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL,
  column_name TEXT NOT NULL,
  geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL,
  z TINYINT NOT NULL,
  m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id)
);
CREATE TABLE gpkg_extensions (
  table_name TEXT,
  column_name TEXT,
  extension_name TEXT NOT NULL,
  definition TEXT NOT NULL,
  scope TEXT NOT NULL,
  CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name)
);
CREATE TABLE gpkg_data_columns (
  table_name TEXT NOT NULL,
  column_name TEXT NOT NULL,
  name TEXT,
  title TEXT,
  description TEXT,
  mime_type TEXT,
  constraint_name TEXT,
  CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name),
  CONSTRAINT gdc_tn UNIQUE (table_name, name)
);
CREATE TABLE gpkg_data_column_constraints (
  constraint_name TEXT NOT NULL,
  constraint_type TEXT NOT NULL,
  value TEXT,
  min NUMERIC,
  min_is_inclusive BOOLEAN,
  max NUMERIC,
  max_is_inclusive BOOLEAN,
  description TEXT,
  CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value)
);
INSERT INTO gpkg_extensions VALUES
  ('gpkg_data_columns', NULL, 'gpkg_schema', 'http://www.geopackage.org/spec130/#extension_schema', 'read-write'),
  ('gpkg_data_column_constraints', NULL, 'gpkg_schema', 'http://www.geopackage.org/spec130/#extension_schema', 'read-write');

-- Feature layers. Their fids are never used twice: the map knows an estate by its fid.

CREATE TABLE estates (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom MULTIPOLYGON,
  id TEXT NOT NULL,
  name TEXT,
  subdistrict TEXT,
  community TEXT,
  form TEXT,
  enclosable BOOLEAN,
  mode TEXT,
  households INTEGER,
  building_area_m2 TEXT,
  district_subsidy TEXT,
  city_subsidy TEXT,
  approved_on TEXT,
  accepted_on TEXT,
  city_grant BOOLEAN,
  enrolled_on TEXT,
  exited_on TEXT,
  exit_ground TEXT,
  exit_text TEXT
);
CREATE UNIQUE INDEX estates_key ON estates (id);

CREATE TABLE findings (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom POINT,
  id TEXT NOT NULL,
  estate_id TEXT,
  round_id TEXT,
  item TEXT,
  found_on TEXT,
  due_on TEXT,
  resolved_on TEXT,
  description TEXT
);
CREATE UNIQUE INDEX findings_key ON findings (id);

-- The last computed or accepted proxy links; computed from the other tables, so no part of a project's version.
CREATE TABLE assignments (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom LINESTRING,
  estate_id TEXT NOT NULL,
  host_id TEXT,
  company_id TEXT,
  distance_m REAL,
  status TEXT
);

CREATE TABLE subdistricts (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom GEOMETRY, name TEXT, class TEXT);
CREATE TABLE roads (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom GEOMETRY, name TEXT, class TEXT);
CREATE TABLE water (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom GEOMETRY, name TEXT, class TEXT);

-- The other tables of a dataset folder.

CREATE TABLE companies (
  fid INTEGER PRIMARY KEY NOT NULL,
  id TEXT NOT NULL,
  name TEXT,
  responsible_person TEXT,
  legal_representative TEXT,
  phone TEXT,
  blacklisted_on TEXT,
  capacity INTEGER
);
CREATE UNIQUE INDEX companies_key ON companies (id);

CREATE TABLE agreements (
  fid INTEGER PRIMARY KEY NOT NULL,
  estate_id TEXT NOT NULL,
  company_id TEXT,
  kind TEXT,
  starts_on TEXT NOT NULL,
  ends_on TEXT
);
CREATE UNIQUE INDEX agreements_key ON agreements (estate_id, starts_on);

CREATE TABLE subsidies (
  fid INTEGER PRIMARY KEY NOT NULL,
  estate_id TEXT NOT NULL,
  from_month TEXT NOT NULL,
  district_subsidy TEXT,
  city_subsidy TEXT
);
CREATE UNIQUE INDEX subsidies_key ON subsidies (estate_id, from_month);

CREATE TABLE enrolments (
  fid INTEGER PRIMARY KEY NOT NULL,
  estate_id TEXT NOT NULL,
  enrolled_on TEXT NOT NULL,
  exited_on TEXT,
  exit_ground TEXT,
  exit_text TEXT
);
CREATE UNIQUE INDEX enrolments_key ON enrolments (estate_id, enrolled_on);

CREATE TABLE items (
  fid INTEGER PRIMARY KEY NOT NULL,
  code TEXT NOT NULL,
  name TEXT,
  function TEXT,
  responsible TEXT
);
CREATE UNIQUE INDEX items_key ON items (code);

CREATE TABLE rounds (
  fid INTEGER PRIMARY KEY NOT NULL,
  id TEXT NOT NULL,
  name TEXT,
  kind TEXT,
  held_on TEXT
);
CREATE UNIQUE INDEX rounds_key ON rounds (id);

CREATE TABLE scores (
  fid INTEGER PRIMARY KEY NOT NULL,
  round_id TEXT NOT NULL,
  estate_id TEXT NOT NULL,
  score TEXT,
  official_rank INTEGER
);
CREATE UNIQUE INDEX scores_key ON scores (round_id, estate_id);

-- Rows of one round and estate are kept in the order of their fids.
CREATE TABLE deductions (
  fid INTEGER PRIMARY KEY NOT NULL,
  round_id TEXT NOT NULL,
  estate_id TEXT NOT NULL,
  item TEXT,
  points TEXT
);
CREATE INDEX deductions_key ON deductions (round_id, estate_id);

CREATE TABLE determinations (
  fid INTEGER PRIMARY KEY NOT NULL,
  round_id TEXT NOT NULL,
  estate_id TEXT NOT NULL,
  cause TEXT,
  reason TEXT,
  decided_by TEXT,
  decided_on TEXT
);
CREATE INDEX determinations_key ON determinations (round_id, estate_id);

CREATE TABLE overrides (
  fid INTEGER PRIMARY KEY NOT NULL,
  estate_id TEXT NOT NULL,
  host_id TEXT,
  reason TEXT,
  decided_by TEXT,
  decided_on TEXT NOT NULL,
  removed_on TEXT
);
CREATE UNIQUE INDEX overrides_key ON overrides (estate_id, decided_on);

CREATE TABLE fund_uses (
  fid INTEGER PRIMARY KEY NOT NULL,
  id TEXT NOT NULL,
  subdistrict TEXT,
  used_on TEXT,
  kind TEXT,
  estate_id TEXT,
  round_id TEXT,
  amount TEXT
);
CREATE UNIQUE INDEX fund_uses_key ON fund_uses (id);

-- Policy settings that differ from their default; value is JSON.
CREATE TABLE settings (
  fid INTEGER PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  value TEXT NOT NULL
);
CREATE UNIQUE INDEX settings_key ON settings (name);

-- Who changed what and when; `tables` counts the rows written, `version` is the project's version after the change.
CREATE TABLE estate_atlas_audit (
  seq INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  done_on TEXT,
  who TEXT,
  what TEXT,
  tables TEXT,
  version INTEGER NOT NULL
);
CREATE TRIGGER estate_atlas_audit_kept_update BEFORE UPDATE ON estate_atlas_audit
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER estate_atlas_audit_kept_delete BEFORE DELETE ON estate_atlas_audit
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;

-- One row: the version of this schema, a counter that grows with every change to a table of the project, and the district's title.
CREATE TABLE estate_atlas_meta (
  id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
  schema_version INTEGER NOT NULL,
  changes INTEGER NOT NULL,
  title TEXT
);
INSERT INTO estate_atlas_meta VALUES (1, 1, 0, NULL);
CREATE TRIGGER estate_atlas_meta_title AFTER UPDATE OF title ON estate_atlas_meta WHEN OLD.title IS NOT NEW.title
BEGIN UPDATE estate_atlas_meta SET changes = changes + 1; END;

CREATE VIRTUAL TABLE rtree_estates_geom USING rtree(id, minx, maxx, miny, maxy);
CREATE VIRTUAL TABLE rtree_findings_geom USING rtree(id, minx, maxx, miny, maxy);
CREATE VIRTUAL TABLE rtree_assignments_geom USING rtree(id, minx, maxx, miny, maxy);
CREATE VIRTUAL TABLE rtree_subdistricts_geom USING rtree(id, minx, maxx, miny, maxy);
CREATE VIRTUAL TABLE rtree_roads_geom USING rtree(id, minx, maxx, miny, maxy);
CREATE VIRTUAL TABLE rtree_water_geom USING rtree(id, minx, maxx, miny, maxy);

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
  ('estates', 'features', '旧楼区', '旧楼区（小区）的边界与基本情况', 4490),
  ('findings', 'features', '点位问题', '脏乱点位，一点一行', 4490),
  ('assignments', 'features', '代管连线', '散片旧楼区到代管依托小区的连线（最近一次计算或认可的结果）', 4490),
  ('subdistricts', 'features', '街道范围', '底图：街道界线', 4490),
  ('roads', 'features', '道路', '底图：道路', 4490),
  ('water', 'features', '水系', '底图：河流、湖泊', 4490),
  ('companies', 'attributes', '管理服务企业', '管理服务企业名册', NULL),
  ('agreements', 'attributes', '管理服务协议', '小区与企业的管理服务协议，直管或代管', NULL),
  ('subsidies', 'attributes', '补贴标准', '自某月起执行的每月补贴标准（元）', NULL),
  ('enrolments', 'attributes', '纳入记录', '小区纳入与退出长效管理的记录', NULL),
  ('items', 'attributes', '扣分项目', '对默认扣分项目录的补充与修改', NULL),
  ('rounds', 'attributes', '考核轮次', '考核轮次', NULL),
  ('scores', 'attributes', '考核得分', '各轮次各小区的得分与公布名次', NULL),
  ('deductions', 'attributes', '扣分明细', '各轮次各小区的扣分', NULL),
  ('determinations', 'attributes', '原因认定', '末位原因的认定', NULL),
  ('overrides', 'attributes', '代管人工指定', '人工指定的代管依托小区', NULL),
  ('fund_uses', 'attributes', '流转资金使用', '考核流转资金的使用', NULL),
  ('settings', 'attributes', '政策设置', '与默认值不同的政策设置（JSON）', NULL),
  ('estate_atlas_audit', 'attributes', '操作记录', '何人何时作了何种更改，只增不改', NULL);
INSERT INTO gpkg_geometry_columns VALUES
  ('estates', 'geom', 'MULTIPOLYGON', 4490, 0, 0),
  ('findings', 'geom', 'POINT', 4490, 0, 0),
  ('assignments', 'geom', 'LINESTRING', 4490, 0, 0),
  ('subdistricts', 'geom', 'GEOMETRY', 4490, 0, 0),
  ('roads', 'geom', 'GEOMETRY', 4490, 0, 0),
  ('water', 'geom', 'GEOMETRY', 4490, 0, 0);
INSERT INTO gpkg_extensions
  SELECT table_name, column_name, 'gpkg_rtree_index', 'http://www.geopackage.org/spec130/#extension_rtree', 'write-only' FROM gpkg_geometry_columns;

-- Chinese headings, and the codes that a column takes, for QGIS and others that read the schema extension.
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description, constraint_name) VALUES
  ('estates', 'id', '编号', '编号', '必填，不重复', NULL),
  ('estates', 'name', '名称', '名称', NULL, NULL),
  ('estates', 'subdistrict', '街道', '街道', NULL, NULL),
  ('estates', 'community', '社区', '社区', NULL, NULL),
  ('estates', 'form', '类型', '类型', '成片或散片', 'form'),
  ('estates', 'enclosable', '可围合', '可围合', NULL, NULL),
  ('estates', 'mode', '管理模式', '管理模式', NULL, 'mode'),
  ('estates', 'households', '户数', '户数', NULL, NULL),
  ('estates', 'building_area_m2', '建筑面积', '建筑面积（平方米）', NULL, NULL),
  ('estates', 'district_subsidy', '区级补贴', '区级补贴（元/月）', '元，最多两位小数', NULL),
  ('estates', 'city_subsidy', '市级补贴', '市级补贴（元/月）', '元，最多两位小数', NULL),
  ('estates', 'approved_on', '批准日期', '批准日期', 'YYYY-MM-DD', NULL),
  ('estates', 'accepted_on', '验收日期', '验收日期', 'YYYY-MM-DD', NULL),
  ('estates', 'city_grant', '市级以奖代补', '市级以奖代补', NULL, NULL),
  ('estates', 'enrolled_on', '纳入日期', '纳入日期', 'YYYY-MM-DD', NULL),
  ('estates', 'exited_on', '退出日期', '退出日期', 'YYYY-MM-DD', NULL),
  ('estates', 'exit_ground', '退出原因', '退出原因', NULL, 'exit_ground'),
  ('estates', 'exit_text', '退出说明', '退出说明', '退出原因为其他时填写', NULL),
  ('findings', 'id', '编号', '编号', '必填，不重复', NULL),
  ('findings', 'estate_id', '小区编号', '小区编号', NULL, NULL),
  ('findings', 'round_id', '轮次', '轮次', NULL, NULL),
  ('findings', 'item', '扣分项', '扣分项', NULL, NULL),
  ('findings', 'found_on', '发现日期', '发现日期', 'YYYY-MM-DD', NULL),
  ('findings', 'due_on', '整改期限', '整改期限', 'YYYY-MM-DD', NULL),
  ('findings', 'resolved_on', '整改日期', '整改日期', 'YYYY-MM-DD', NULL),
  ('findings', 'description', '描述', '描述', NULL, NULL),
  ('assignments', 'estate_id', '小区编号', '小区编号', NULL, NULL),
  ('assignments', 'host_id', '代管依托小区', '代管依托小区', NULL, NULL),
  ('assignments', 'company_id', '企业编号', '企业编号', NULL, NULL),
  ('assignments', 'distance_m', '距离', '距离（米）', NULL, NULL),
  ('assignments', 'status', '状态', '状态', NULL, 'assignment_status'),
  ('subdistricts', 'name', '名称', '名称', NULL, NULL),
  ('subdistricts', 'class', '类别', '类别', NULL, NULL),
  ('roads', 'name', '名称', '名称', NULL, NULL),
  ('roads', 'class', '类别', '类别', NULL, NULL),
  ('water', 'name', '名称', '名称', NULL, NULL),
  ('water', 'class', '类别', '类别', NULL, NULL),
  ('companies', 'id', '编号', '编号', '必填，不重复', NULL),
  ('companies', 'name', '名称', '名称', NULL, NULL),
  ('companies', 'responsible_person', '负责人', '负责人', NULL, NULL),
  ('companies', 'legal_representative', '法定代表人', '法定代表人', NULL, NULL),
  ('companies', 'phone', '电话', '电话', NULL, NULL),
  ('companies', 'blacklisted_on', '失信日期', '失信日期', 'YYYY-MM-DD', NULL),
  ('companies', 'capacity', '代管上限', '代管上限（个）', '空为不限', NULL),
  ('agreements', 'estate_id', '小区编号', '小区编号', NULL, NULL),
  ('agreements', 'company_id', '企业编号', '企业编号', NULL, NULL),
  ('agreements', 'kind', '协议类型', '协议类型', NULL, 'agreement_kind'),
  ('agreements', 'starts_on', '开始日期', '开始日期', 'YYYY-MM-DD', NULL),
  ('agreements', 'ends_on', '结束日期', '结束日期', 'YYYY-MM-DD，含当日；空为未定', NULL),
  ('subsidies', 'estate_id', '小区编号', '小区编号', NULL, NULL),
  ('subsidies', 'from_month', '起始月份', '起始月份', 'YYYY-MM', NULL),
  ('subsidies', 'district_subsidy', '区级补贴', '区级补贴（元/月）', '元，最多两位小数', NULL),
  ('subsidies', 'city_subsidy', '市级补贴', '市级补贴（元/月）', '元，最多两位小数', NULL),
  ('enrolments', 'estate_id', '小区编号', '小区编号', NULL, NULL),
  ('enrolments', 'enrolled_on', '纳入日期', '纳入日期', 'YYYY-MM-DD', NULL),
  ('enrolments', 'exited_on', '退出日期', '退出日期', 'YYYY-MM-DD', NULL),
  ('enrolments', 'exit_ground', '退出原因', '退出原因', NULL, 'exit_ground'),
  ('enrolments', 'exit_text', '退出说明', '退出说明', '退出原因为其他时填写', NULL),
  ('items', 'code', '代码', '代码', '必填，不重复', NULL),
  ('items', 'name', '名称', '名称', NULL, NULL),
  ('items', 'function', '职能', '四项职能', '空为不属四项职能', 'function'),
  ('items', 'responsible', '责任方', '责任方', NULL, 'responsible'),
  ('rounds', 'id', '编号', '编号', '必填，不重复', NULL),
  ('rounds', 'name', '名称', '名称', NULL, NULL),
  ('rounds', 'kind', '类型', '轮次类型', NULL, 'round_kind'),
  ('rounds', 'held_on', '日期', '考核日期', 'YYYY-MM-DD', NULL),
  ('scores', 'round_id', '轮次', '轮次', NULL, NULL),
  ('scores', 'estate_id', '小区编号', '小区编号', NULL, NULL),
  ('scores', 'score', '得分', '得分', '0 到 100；空为未打分', NULL),
  ('scores', 'official_rank', '公布名次', '公布名次', NULL, NULL),
  ('deductions', 'round_id', '轮次', '轮次', NULL, NULL),
  ('deductions', 'estate_id', '小区编号', '小区编号', NULL, NULL),
  ('deductions', 'item', '扣分项', '扣分项', NULL, NULL),
  ('deductions', 'points', '扣分', '扣分', NULL, NULL),
  ('determinations', 'round_id', '轮次', '轮次', NULL, NULL),
  ('determinations', 'estate_id', '小区编号', '小区编号', NULL, NULL),
  ('determinations', 'cause', '原因', '原因', NULL, 'cause'),
  ('determinations', 'reason', '理由', '理由', NULL, NULL),
  ('determinations', 'decided_by', '认定人', '认定人', NULL, NULL),
  ('determinations', 'decided_on', '认定日期', '认定日期', 'YYYY-MM-DD', NULL),
  ('overrides', 'estate_id', '小区编号', '小区编号', NULL, NULL),
  ('overrides', 'host_id', '代管依托小区', '代管依托小区', NULL, NULL),
  ('overrides', 'reason', '理由', '理由', NULL, NULL),
  ('overrides', 'decided_by', '决定人', '决定人', NULL, NULL),
  ('overrides', 'decided_on', '决定日期', '决定日期', 'YYYY-MM-DD', NULL),
  ('overrides', 'removed_on', '撤销日期', '撤销日期', 'YYYY-MM-DD', NULL),
  ('fund_uses', 'id', '编号', '编号', '必填，不重复', NULL),
  ('fund_uses', 'subdistrict', '街道', '街道', NULL, NULL),
  ('fund_uses', 'used_on', '日期', '使用日期', 'YYYY-MM-DD', NULL),
  ('fund_uses', 'kind', '用途', '用途', NULL, 'fund_use_kind'),
  ('fund_uses', 'estate_id', '小区编号', '小区编号', NULL, NULL),
  ('fund_uses', 'round_id', '轮次', '轮次', NULL, NULL),
  ('fund_uses', 'amount', '金额', '金额（元）', '元，最多两位小数', NULL),
  ('settings', 'name', '设置项', '设置项', NULL, NULL),
  ('settings', 'value', '值', '值', 'JSON', NULL),
  ('estate_atlas_audit', 'done_on', '日期', '日期', 'YYYY-MM-DD', NULL),
  ('estate_atlas_audit', 'who', '操作人', '操作人', NULL, NULL),
  ('estate_atlas_audit', 'what', '操作', '操作', NULL, NULL),
  ('estate_atlas_audit', 'tables', '涉及行数', '涉及的表与行数', NULL, NULL),
  ('estate_atlas_audit', 'version', '版本', '更改后的版本', NULL, NULL);
INSERT INTO gpkg_data_column_constraints (constraint_name, constraint_type, value, description) VALUES
  ('form', 'enum', 'contiguous', '成片'),
  ('form', 'enum', 'scattered', '散片'),
  ('mode', 'enum', 'company', '社会化服务公司'),
  ('mode', 'enum', 'owner_unit', '产权单位'),
  ('mode', 'enum', 'self_governed', '居民自治'),
  ('mode', 'enum', 'community_guarantee', '社区保障'),
  ('exit_ground', 'enum', 'demolition', '拆迁'),
  ('exit_ground', 'enum', 'owner_request', '产权人要求'),
  ('exit_ground', 'enum', 'market_operation', '市场化'),
  ('exit_ground', 'enum', 'other', '其他'),
  ('agreement_kind', 'enum', 'direct', '直管'),
  ('agreement_kind', 'enum', 'proxy', '代管'),
  ('function', 'enum', 'gate_duty', '门岗执勤'),
  ('function', 'enum', 'patrol', '巡视管理'),
  ('function', 'enum', 'cleaning', '清扫保洁'),
  ('function', 'enum', 'parking', '停车秩序'),
  ('responsible', 'enum', 'company', '企业'),
  ('responsible', 'enum', 'territorial', '属地'),
  ('round_kind', 'enum', 'district_sanitary', '创卫考核'),
  ('round_kind', 'enum', 'city_evaluation', '市级评估'),
  ('round_kind', 'enum', 'joint_check', '联合抽查'),
  ('round_kind', 'enum', 'routine', '日常检查'),
  ('cause', 'enum', 'company', '企业'),
  ('cause', 'enum', 'territorial', '属地'),
  ('cause', 'enum', 'undetermined', '待定'),
  ('fund_use_kind', 'enum', 'cleaning_drive', '集中清理'),
  ('fund_use_kind', 'enum', 'reward_top', '奖励前十名'),
  ('assignment_status', 'enum', 'assigned', '已指派'),
  ('assignment_status', 'enum', 'unassigned', '未指派'),
  ('assignment_status', 'enum', 'override', '人工指定');
