-- The ledger. Conventions as in 0001_project.sql.

-- A closed round with the settings and the catalogue in force, a hash of its inputs and its results (JSON).
CREATE TABLE closings (
  fid INTEGER PRIMARY KEY NOT NULL,
  round_id TEXT NOT NULL,
  closed_on TEXT,
  closed_by TEXT,
  settings TEXT,
  items TEXT,
  inputs TEXT,
  results TEXT
);
CREATE UNIQUE INDEX closings_key ON closings (round_id);

CREATE TABLE corrections (
  fid INTEGER PRIMARY KEY NOT NULL,
  round_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  corrected_on TEXT,
  corrected_by TEXT,
  reason TEXT,
  what TEXT,
  inputs_before TEXT,
  inputs_after TEXT,
  confirmed_before TEXT,
  confirmed_after TEXT,
  proposed_before TEXT,
  proposed_after TEXT,
  results_before TEXT
);
CREATE UNIQUE INDEX corrections_key ON corrections (round_id, number);

CREATE TABLE exit_steps (
  fid INTEGER PRIMARY KEY NOT NULL,
  round_id TEXT NOT NULL,
  estate_id TEXT NOT NULL,
  stage TEXT NOT NULL,
  taken_on TEXT,
  taken_by TEXT,
  text TEXT
);
CREATE UNIQUE INDEX exit_steps_key ON exit_steps (round_id, estate_id, stage);

CREATE TABLE interviews (
  fid INTEGER PRIMARY KEY NOT NULL,
  round_id TEXT NOT NULL,
  estate_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  held_on TEXT,
  held_by TEXT,
  person TEXT,
  text TEXT
);
CREATE UNIQUE INDEX interviews_key ON interviews (round_id, estate_id, kind);

CREATE TABLE reinspections (
  fid INTEGER PRIMARY KEY NOT NULL,
  round_id TEXT NOT NULL,
  estate_id TEXT NOT NULL,
  requested_on TEXT NOT NULL,
  requested_by TEXT,
  held_on TEXT,
  score TEXT,
  text TEXT
);
CREATE UNIQUE INDEX reinspections_key ON reinspections (round_id, estate_id, requested_on);

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
  ('closings', 'attributes', '已锁定轮次', '锁定的考核轮次：当时的政策设置、依据摘要与结果', NULL),
  ('corrections', 'attributes', '更正记录', '对已锁定轮次的更正', NULL),
  ('exit_steps', 'attributes', '退出程序', '三级小区的退出程序各步骤', NULL),
  ('interviews', 'attributes', '约谈记录', '已进行的约谈', NULL),
  ('reinspections', 'attributes', '复验', '复验的申请与结果', NULL);

INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description, constraint_name) VALUES
  ('closings', 'round_id', '轮次', '轮次', '必填，不重复', NULL),
  ('closings', 'closed_on', '锁定日期', '锁定日期', 'YYYY-MM-DD', NULL),
  ('closings', 'closed_by', '锁定人', '锁定人', NULL, NULL),
  ('closings', 'settings', '政策设置', '政策设置', '锁定时的全部政策设置（JSON）', NULL),
  ('closings', 'items', '扣分项目', '扣分项目', '锁定时的扣分项目录（JSON）', NULL),
  ('closings', 'inputs', '依据摘要', '依据摘要', '所依据数据的 SHA-256', NULL),
  ('closings', 'results', '结果', '结果', '级别与金额（JSON）', NULL),
  ('corrections', 'round_id', '轮次', '轮次', NULL, NULL),
  ('corrections', 'number', '序号', '序号', NULL, NULL),
  ('corrections', 'corrected_on', '更正日期', '更正日期', 'YYYY-MM-DD', NULL),
  ('corrections', 'corrected_by', '更正人', '更正人', NULL, NULL),
  ('corrections', 'reason', '理由', '理由', NULL, NULL),
  ('corrections', 'what', '更正内容', '更正内容', NULL, NULL),
  ('corrections', 'inputs_before', '原依据摘要', '原依据摘要', NULL, NULL),
  ('corrections', 'inputs_after', '新依据摘要', '新依据摘要', NULL, NULL),
  ('corrections', 'confirmed_before', '原确认金额', '原确认金额（元）', NULL, NULL),
  ('corrections', 'confirmed_after', '新确认金额', '新确认金额（元）', NULL, NULL),
  ('corrections', 'proposed_before', '原拟扣金额', '原拟扣金额（元）', NULL, NULL),
  ('corrections', 'proposed_after', '新拟扣金额', '新拟扣金额（元）', NULL, NULL),
  ('corrections', 'results_before', '原结果', '原结果', '更正前的级别与金额（JSON）', NULL),
  ('exit_steps', 'round_id', '轮次', '启动程序的轮次', NULL, NULL),
  ('exit_steps', 'estate_id', '小区编号', '小区编号', NULL, NULL),
  ('exit_steps', 'stage', '步骤', '步骤', NULL, 'exit_stage'),
  ('exit_steps', 'taken_on', '日期', '日期', 'YYYY-MM-DD', NULL),
  ('exit_steps', 'taken_by', '经办人', '经办人', NULL, NULL),
  ('exit_steps', 'text', '说明', '说明', NULL, NULL),
  ('interviews', 'round_id', '轮次', '轮次', NULL, NULL),
  ('interviews', 'estate_id', '小区编号', '小区编号', NULL, NULL),
  ('interviews', 'kind', '约谈对象', '约谈对象', NULL, 'interview_kind'),
  ('interviews', 'held_on', '约谈日期', '约谈日期', 'YYYY-MM-DD', NULL),
  ('interviews', 'held_by', '约谈人', '约谈人', NULL, NULL),
  ('interviews', 'person', '被约谈人', '被约谈人', NULL, NULL),
  ('interviews', 'text', '内容', '内容', NULL, NULL),
  ('reinspections', 'round_id', '轮次', '轮次', NULL, NULL),
  ('reinspections', 'estate_id', '小区编号', '小区编号', NULL, NULL),
  ('reinspections', 'requested_on', '申请日期', '申请日期', 'YYYY-MM-DD', NULL),
  ('reinspections', 'requested_by', '申请人', '申请人', NULL, NULL),
  ('reinspections', 'held_on', '复验日期', '复验日期', 'YYYY-MM-DD', NULL),
  ('reinspections', 'score', '复验得分', '复验得分', '0 到 100；空为尚无', NULL),
  ('reinspections', 'text', '说明', '说明', NULL, NULL);
INSERT INTO gpkg_data_column_constraints (constraint_name, constraint_type, value, description) VALUES
  ('exit_stage', 'enum', 'opened', '启动退出程序'),
  ('exit_stage', 'enum', 'recommended', '发出解除协议建议书'),
  ('exit_stage', 'enum', 'answered', '业主委员会或居民委员会答复'),
  ('exit_stage', 'enum', 'handed_over', '移交'),
  ('interview_kind', 'enum', 'responsible', '负责人'),
  ('interview_kind', 'enum', 'legal', '法定代表人');
