-- The planner's desk: barriers and scenarios. Conventions as in 0001_project.sql.

CREATE TABLE barriers (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom GEOMETRY, name TEXT, class TEXT);
CREATE VIRTUAL TABLE rtree_barriers_geom USING rtree(id, minx, maxx, miny, maxy);

CREATE TABLE scenarios (
  fid INTEGER PRIMARY KEY NOT NULL,
  id TEXT NOT NULL,
  name TEXT,
  note TEXT,
  made_by TEXT,
  made_on TEXT,
  ask TEXT,
  totals TEXT,
  rows TEXT
);
CREATE UNIQUE INDEX scenarios_key ON scenarios (id);

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
  ('barriers', 'features', '阻隔线', '河流、铁路、主干路等阻隔', 4490),
  ('scenarios', 'attributes', '代管方案', '保存的代管方案', NULL);
INSERT INTO gpkg_geometry_columns VALUES ('barriers', 'geom', 'GEOMETRY', 4490, 0, 0);
INSERT INTO gpkg_extensions VALUES
  ('barriers', 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec130/#extension_rtree', 'write-only');
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description, constraint_name) VALUES
  ('barriers', 'name', '名称', '名称', NULL, NULL),
  ('barriers', 'class', '类别', '类别', NULL, NULL),
  ('scenarios', 'id', '编号', '编号', '必填，不重复', NULL),
  ('scenarios', 'name', '名称', '名称', NULL, NULL),
  ('scenarios', 'note', '说明', '说明', NULL, NULL),
  ('scenarios', 'made_by', '保存人', '保存人', NULL, NULL),
  ('scenarios', 'made_on', '保存日期', '保存日期', 'YYYY-MM-DD', NULL),
  ('scenarios', 'ask', '参数', '参数', '测算参数（JSON）', NULL),
  ('scenarios', 'totals', '合计', '合计', '保存时的合计（JSON）', NULL),
  ('scenarios', 'rows', '结果摘要', '结果摘要', '保存时各行的 SHA-256', NULL);
