-- Every row belongs to an org; every key starts with it, so no query can forget it and still be fast.

CREATE TABLE deal_models (
  org_id text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  active boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now(),
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
  -- Who computes it now; null once the result is there.
  claimed_by text,
  claimed_until timestamptz,
  result text,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, scope, key)
);

CREATE INDEX idempotent_results_expiry ON idempotent_results (expires_at);
