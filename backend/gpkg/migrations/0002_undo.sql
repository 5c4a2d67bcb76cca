-- What a change did is undone by statements that are written down while it is made, newest first; see undo.go.
CREATE TABLE estate_atlas_steps (
  seq INTEGER PRIMARY KEY NOT NULL,
  change INTEGER NOT NULL, -- estate_atlas_audit.seq
  at TEXT NOT NULL,        -- the table that the statement writes
  sql TEXT NOT NULL
);
CREATE INDEX estate_atlas_steps_change ON estate_atlas_steps (change);

-- `kind` is do (also where it is empty), undo or redo; `base` is the project's version before the change.
ALTER TABLE estate_atlas_audit ADD COLUMN kind TEXT;
ALTER TABLE estate_atlas_audit ADD COLUMN base INTEGER;
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description, constraint_name) VALUES
  ('estate_atlas_audit', 'kind', '种类', '种类', 'do 操作，undo 撤销，redo 重做', NULL),
  ('estate_atlas_audit', 'base', '原版本', '更改前的版本', NULL, NULL);
