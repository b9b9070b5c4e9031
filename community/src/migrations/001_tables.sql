-- Every table is keyed by its community first, and so is every unique key: a community's rows can
-- then live together on one machine of several. No triggers; each write is one function (002).

CREATE TABLE communities (
  community_id uuid PRIMARY KEY,
  name text NOT NULL,
  purpose text NOT NULL,
  -- the number of the newest change: taken under this row's lock, so that no number is ever missing
  seq bigint NOT NULL DEFAULT 0,
  -- a new epoch makes every device begin again: for a database that was put back from a backup
  epoch uuid NOT NULL DEFAULT gen_random_uuid(),
  -- grows when it changes what members may read
  acl_version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE members (
  community_id uuid NOT NULL REFERENCES communities,
  member_id uuid NOT NULL,
  name text NOT NULL,
  role text NOT NULL,
  -- SHA-256 of the device's token; none once the member has left
  token_hash bytea,
  joined_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  left_at timestamptz,
  seq bigint NOT NULL,
  PRIMARY KEY (community_id, member_id),
  UNIQUE (community_id, token_hash),
  CHECK ((token_hash IS NULL) = (left_at IS NOT NULL))
);

CREATE TABLE invites (
  community_id uuid NOT NULL REFERENCES communities,
  invite_id uuid NOT NULL,
  made_by uuid NOT NULL,
  secret_hash bytea NOT NULL,
  role text NOT NULL,
  uses integer NOT NULL,
  uses_left integer NOT NULL CHECK (uses_left >= 0),
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (community_id, invite_id),
  UNIQUE (community_id, secret_hash),
  FOREIGN KEY (community_id, made_by) REFERENCES members
);

CREATE TABLE posts (
  community_id uuid NOT NULL REFERENCES communities,
  post_id uuid NOT NULL,
  thread_id uuid,
  author_id uuid NOT NULL,
  -- as the author sent it; erased when the post is removed
  body json,
  created_at timestamptz NOT NULL,
  removed_at timestamptz,
  removed_by uuid,
  -- of this post's newest change
  seq bigint NOT NULL,
  PRIMARY KEY (community_id, post_id),
  FOREIGN KEY (community_id, thread_id) REFERENCES posts,
  FOREIGN KEY (community_id, author_id) REFERENCES members,
  CHECK ((body IS NULL) = (removed_at IS NOT NULL))
);
CREATE INDEX posts_by_thread ON posts (community_id, thread_id) WHERE thread_id IS NOT NULL;

CREATE TABLE reactions (
  community_id uuid NOT NULL,
  post_id uuid NOT NULL,
  reaction text NOT NULL,
  member_id uuid NOT NULL,
  reacted_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (community_id, post_id, reaction, member_id),
  FOREIGN KEY (community_id, post_id) REFERENCES posts,
  FOREIGN KEY (community_id, member_id) REFERENCES members
);

-- What happened, in order and without gaps. It names what changed; the newest state stands with the thing itself.
CREATE TABLE changes (
  community_id uuid NOT NULL REFERENCES communities,
  seq bigint NOT NULL,
  kind text NOT NULL CHECK (kind IN ('community', 'member', 'post')),
  entity_id uuid NOT NULL,
  PRIMARY KEY (community_id, seq)
);

-- What devices asked for and was done, so that asking again changes nothing.
CREATE TABLE mutations (
  community_id uuid NOT NULL REFERENCES communities,
  client_id uuid NOT NULL,
  mutation_id uuid NOT NULL,
  -- SHA-256 of the member and what was asked
  body_hash bytea NOT NULL,
  seq bigint NOT NULL,
  done_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (community_id, client_id, mutation_id)
);
