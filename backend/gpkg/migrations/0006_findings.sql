-- Findings and their rectification. Conventions as in 0001_project.sql.

-- Every step in the rectification of an item at an estate; the last one holds.
CREATE TABLE rectifications (
  fid INTEGER PRIMARY KEY NOT NULL,
  estate_id TEXT NOT NULL,
  item TEXT NOT NULL,
  number INTEGER NOT NULL,
  round_id TEXT,
  status TEXT NOT NULL,
  due_on TEXT,
  step_on TEXT,
  step_by TEXT,
  note TEXT
);
CREATE UNIQUE INDEX rectifications_key ON rectifications (estate_id, item, number);

-- What is kept of a finding beside what a list of findings brings, so that an import of the list leaves it.
CREATE TABLE finding_notes (
  fid INTEGER PRIMARY KEY NOT NULL,
  finding_id TEXT NOT NULL,
  photo TEXT,
  note TEXT,
  noted_on TEXT,
  noted_by TEXT
);
CREATE UNIQUE INDEX finding_notes_key ON finding_notes (finding_id);

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
  ('rectifications', 'attributes', '整改记录', '整改清单各项的期限与状态，逐步记录', NULL),
  ('finding_notes', 'attributes', '点位附记', '点位的照片位置与整改说明', NULL);

INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description, constraint_name) VALUES
  ('rectifications', 'estate_id', '小区编号', '小区编号', NULL, NULL),
  ('rectifications', 'item', '扣分项', '扣分项', NULL, NULL),
  ('rectifications', 'number', '序号', '序号', '同一小区同一扣分项内', NULL),
  ('rectifications', 'round_id', '轮次', '最近发生的轮次', NULL, NULL),
  ('rectifications', 'status', '状态', '状态', NULL, 'rectify_status'),
  ('rectifications', 'due_on', '整改期限', '整改期限', 'YYYY-MM-DD；空为未定', NULL),
  ('rectifications', 'step_on', '日期', '日期', 'YYYY-MM-DD', NULL),
  ('rectifications', 'step_by', '经办人', '经办人', NULL, NULL),
  ('rectifications', 'note', '说明', '说明', NULL, NULL),
  ('finding_notes', 'finding_id', '点位编号', '点位编号', '必填，不重复', NULL),
  ('finding_notes', 'photo', '照片', '照片位置', '文字，不打开', NULL),
  ('finding_notes', 'note', '说明', '说明', NULL, NULL),
  ('finding_notes', 'noted_on', '日期', '日期', 'YYYY-MM-DD', NULL),
  ('finding_notes', 'noted_by', '经办人', '经办人', NULL, NULL);
INSERT INTO gpkg_data_column_constraints (constraint_name, constraint_type, value, description) VALUES
  ('rectify_status', 'enum', 'open', '整改中'),
  ('rectify_status', 'enum', 'recheck', '复查'),
  ('rectify_status', 'enum', 'done', '已整改');
