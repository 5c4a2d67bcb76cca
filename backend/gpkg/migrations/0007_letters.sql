-- Templates of notices that the district edited. Conventions as in 0001_project.sql.

CREATE TABLE letter_templates (
  fid INTEGER PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL,
  name TEXT,
  file BLOB,
  changed_on TEXT,
  changed_by TEXT
);
CREATE UNIQUE INDEX letter_templates_key ON letter_templates (kind);

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
  ('letter_templates', 'attributes', '通知模板', '本区编辑的通知模板（DOCX）', NULL);
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description, constraint_name) VALUES
  ('letter_templates', 'kind', '种类', '种类', '必填，不重复', 'letter_kind'),
  ('letter_templates', 'name', '文件名', '文件名', NULL, NULL),
  ('letter_templates', 'file', '文件', '文件', 'DOCX', NULL),
  ('letter_templates', 'changed_on', '修改日期', '修改日期', 'YYYY-MM-DD', NULL),
  ('letter_templates', 'changed_by', '修改人', '修改人', NULL, NULL);
INSERT INTO gpkg_data_column_constraints (constraint_name, constraint_type, value, description) VALUES
  ('letter_kind', 'enum', 'interview', '约谈通知书'),
  ('letter_kind', 'enum', 'withholding', '扣减通知书'),
  ('letter_kind', 'enum', 'ending', '解除协议建议书'),
  ('letter_kind', 'enum', 'proxy', '代管通知'),
  ('letter_kind', 'enum', 'rectification', '整改通知单');
