-- Whatever an org trains is versioned the same way; the kind says what it is for. Constraints cannot be changed here, so
-- the rows move to a new table.
CREATE TABLE models (
  org_id text NOT NULL,
  kind text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  active boolean NOT NULL DEFAULT false,
  created_at text NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ')),
  -- What callers list, as JSON; kept beside the model so that a list does not read megabytes.
  summary text NOT NULL,
  -- The trained model, as JSON.
  model text NOT NULL,
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, kind, version)
);
INSERT INTO models (org_id, kind, id, version, active, created_at, summary, model)
  SELECT org_id, 'deal', id, version, active, created_at, summary, model FROM deal_models;
DROP TABLE deal_models;
CREATE UNIQUE INDEX models_one_active ON models (org_id, kind) WHERE active;
