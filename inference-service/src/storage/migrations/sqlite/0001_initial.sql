-- Every row belongs to an org; every key starts with it, so no query can forget it and still be fast. What PostgreSQL
-- keeps as a time with zone is here text in ISO 8601, UTC, which sorts as time does.

CREATE TABLE deal_models (
  org_id text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  active boolean NOT NULL DEFAULT false,
  created_at text NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ')),
  -- What callers list, as JSON; kept beside the model so that a list does not read megabytes.
  summary text NOT NULL,
  -- The trained model, as JSON.
  model text NOT NULL,
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, version)
);

CREATE UNIQUE INDEX deal_models_one_active ON deal_models (org_id) WHERE active;

CREATE TABLE idempotent_results (
  org_id text NOT NULL,
  scope text NOT NULL,
  key text NOT NULL,
  -- SHA-256 of the request item: the same key with other content is a mistake of the caller.
  fingerprint text NOT NULL,
  -- Only replicas claim a key in the database; here they are always null.
  claimed_by text,
  claimed_until text,
  result text,
  expires_at text NOT NULL,
  PRIMARY KEY (org_id, scope, key)
);

CREATE INDEX idempotent_results_expiry ON idempotent_results (expires_at);
