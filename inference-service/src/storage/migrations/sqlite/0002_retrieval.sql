-- What is searched: the items of an org, cut into words, so that a restart does not read texts again.

CREATE TABLE retrieval_items (
  org_id text NOT NULL,
  id text NOT NULL,
  -- Counts the changes of an org, in the order in which they were committed; a replica asks for what is later than what it has.
  sequence bigint NOT NULL,
  -- The analysed item, as JSON; null when it was deleted.
  item text,
  -- Of the item as it was sent: the same again changes nothing.
  fingerprint text NOT NULL,
  changed_at text NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ')),
  PRIMARY KEY (org_id, id)
);

CREATE UNIQUE INDEX retrieval_items_sequence ON retrieval_items (org_id, sequence);

CREATE TABLE retrieval_settings (
  org_id text NOT NULL,
  name text NOT NULL,
  sequence bigint NOT NULL,
  value text NOT NULL,
  PRIMARY KEY (org_id, name)
);
