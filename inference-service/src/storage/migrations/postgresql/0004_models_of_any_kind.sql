-- Whatever an org trains is versioned the same way; the kind says what it is for.
ALTER TABLE deal_models RENAME TO models;
ALTER TABLE models ADD COLUMN kind text NOT NULL DEFAULT 'deal';
ALTER TABLE models ALTER COLUMN kind DROP DEFAULT;
ALTER TABLE models DROP CONSTRAINT deal_models_org_id_version_key;
ALTER TABLE models ADD UNIQUE (org_id, kind, version);
DROP INDEX deal_models_one_active;
CREATE UNIQUE INDEX models_one_active ON models (org_id, kind) WHERE active;
