-- Each write is one function that takes the community first, locks the community's row, and only
-- then looks: writers of a community take turns, and what one sees is what it changes. A function
-- answers a code: 'done', or a failure's code as domain/failure.ts has it.

CREATE TYPE outcome AS (code text, seq bigint);

-- Milliseconds since 1970-01-01 UTC, as on the wire.
CREATE FUNCTION instant(moment timestamptz) RETURNS bigint LANGUAGE sql STABLE STRICT
RETURN floor(extract(epoch FROM moment) * 1000)::bigint;

-- Roles from least to most, as domain/community.ts orders them; 0 for who has left.
CREATE FUNCTION role_rank(role text) RETURNS integer LANGUAGE sql IMMUTABLE
RETURN coalesce(array_position(ARRAY['reader', 'observer', 'member', 'moderator', 'leader'], role), 0);

CREATE FUNCTION lock_community(p_community uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM communities WHERE community_id = p_community FOR NO KEY UPDATE;
END $$;

CREATE FUNCTION role_of(p_community uuid, p_member uuid) RETURNS text LANGUAGE sql STABLE
RETURN (SELECT role FROM members WHERE community_id = p_community AND member_id = p_member AND left_at IS NULL);

CREATE FUNCTION record_change(p_community uuid, p_kind text, p_entity uuid) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  v_seq bigint;
BEGIN
  UPDATE communities SET seq = seq + 1 WHERE community_id = p_community RETURNING seq INTO v_seq;
  INSERT INTO changes (community_id, seq, kind, entity_id) VALUES (p_community, v_seq, p_kind, p_entity);
  RETURN v_seq;
END $$;

CREATE FUNCTION add_member(p_community uuid, p_member uuid, p_name text, p_role text, p_token_hash bytea) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO members (community_id, member_id, name, role, token_hash, seq)
  VALUES (p_community, p_member, p_name, p_role, p_token_hash, record_change(p_community, 'member', p_member));
END $$;

CREATE FUNCTION create_community(p_community uuid, p_name text, p_purpose text, p_member uuid, p_member_name text, p_token_hash bytea)
RETURNS text LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO communities (community_id, name, purpose) VALUES (p_community, p_name, p_purpose) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    PERFORM 1 FROM members WHERE community_id = p_community AND member_id = p_member AND token_hash = p_token_hash;
    RETURN CASE WHEN FOUND THEN 'done' ELSE 'refused' END;
  END IF;
  PERFORM record_change(p_community, 'community', p_community);
  PERFORM add_member(p_community, p_member, p_member_name, 'leader', p_token_hash);
  RETURN 'done';
END $$;

-- Whether an invite still opens: 'done', or why not. It stands no longer than who made it could make it again.
CREATE FUNCTION invite_state(p_invite invites) RETURNS text LANGUAGE sql STABLE
RETURN CASE
  WHEN p_invite.expires_at <= clock_timestamp() THEN 'invite-expired'
  WHEN role_rank(role_of(p_invite.community_id, p_invite.made_by)) < greatest(role_rank('moderator'), role_rank(p_invite.role))
  THEN 'invite-expired'
  WHEN p_invite.uses_left = 0 THEN 'invite-used-up'
  ELSE 'done' END;

CREATE FUNCTION join_community(p_community uuid, p_secret_hash bytea, p_member uuid, p_name text, p_token_hash bytea)
RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  v_invite invites;
  v_state text;
BEGIN
  -- before the lock: a stranger who guesses makes no writer wait
  PERFORM 1 FROM invites WHERE community_id = p_community AND secret_hash = p_secret_hash;
  IF NOT FOUND THEN RETURN 'invite-wrong'; END IF;
  PERFORM lock_community(p_community);
  -- an answer that got lost is asked for again, perhaps after the invite has ended
  PERFORM 1 FROM members WHERE community_id = p_community AND member_id = p_member AND token_hash = p_token_hash;
  IF FOUND THEN RETURN 'done'; END IF;
  SELECT * INTO v_invite FROM invites WHERE community_id = p_community AND secret_hash = p_secret_hash;
  v_state := invite_state(v_invite);
  IF v_state <> 'done' THEN RETURN v_state; END IF;
  PERFORM 1 FROM members WHERE community_id = p_community AND (member_id = p_member OR token_hash = p_token_hash);
  IF FOUND THEN RETURN 'refused'; END IF;
  UPDATE invites SET uses_left = uses_left - 1 WHERE community_id = p_community AND invite_id = v_invite.invite_id;
  PERFORM add_member(p_community, p_member, p_name, v_invite.role, p_token_hash);
  RETURN 'done';
END $$;

CREATE FUNCTION make_invite(p_community uuid, p_member uuid, p_invite uuid, p_secret_hash bytea, p_role text, p_uses integer, p_days integer)
RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  v_role text;
BEGIN
  PERFORM lock_community(p_community);
  v_role := role_of(p_community, p_member);
  IF v_role IS NULL THEN RETURN 'not-a-member'; END IF;
  IF role_rank(v_role) < role_rank('moderator') OR role_rank(p_role) > role_rank(v_role) THEN RETURN 'role-too-low'; END IF;
  INSERT INTO invites (community_id, invite_id, made_by, secret_hash, role, uses, uses_left, expires_at)
  VALUES (p_community, p_invite, p_member, p_secret_hash, p_role, p_uses, p_uses, clock_timestamp() + make_interval(days => p_days))
  ON CONFLICT DO NOTHING;
  IF FOUND THEN RETURN 'done'; END IF;
  -- made before, by the same device: its secret follows from the invite's id and the device's token
  PERFORM 1 FROM invites WHERE community_id = p_community AND invite_id = p_invite AND secret_hash = p_secret_hash;
  RETURN CASE WHEN FOUND THEN 'done' ELSE 'refused' END;
END $$;

-- What a member said stays, the way to say more goes. Nobody but a leader could make another one, so the last stays with the others.
CREATE FUNCTION leave_community(p_community uuid, p_member uuid) RETURNS outcome LANGUAGE plpgsql AS $$
DECLARE
  v_seq bigint;
  v_role text;
BEGIN
  PERFORM lock_community(p_community);
  v_role := role_of(p_community, p_member);
  IF v_role IS NULL THEN RETURN ('not-a-member', NULL)::outcome; END IF;
  IF v_role = 'leader'
    AND EXISTS (SELECT 1 FROM members WHERE community_id = p_community AND member_id <> p_member AND left_at IS NULL)
    AND NOT EXISTS (SELECT 1 FROM members WHERE community_id = p_community AND member_id <> p_member AND left_at IS NULL AND role = 'leader')
  THEN RETURN ('last-leader', NULL)::outcome; END IF;
  v_seq := record_change(p_community, 'member', p_member);
  UPDATE members SET token_hash = NULL, left_at = clock_timestamp(), seq = v_seq WHERE community_id = p_community AND member_id = p_member;
  RETURN ('done', v_seq)::outcome;
END $$;

-- Take the community's turn. The answer's code is NULL when there is something to do.
CREATE FUNCTION begin_mutation(p_community uuid, p_member uuid, p_client uuid, p_mutation uuid, p_hash bytea) RETURNS outcome LANGUAGE plpgsql AS $$
DECLARE
  v_done mutations;
BEGIN
  PERFORM lock_community(p_community);
  IF role_of(p_community, p_member) IS NULL THEN RETURN ('not-a-member', NULL)::outcome; END IF;
  SELECT * INTO v_done FROM mutations WHERE community_id = p_community AND client_id = p_client AND mutation_id = p_mutation;
  IF NOT FOUND THEN RETURN NULL; END IF;
  IF v_done.body_hash = p_hash THEN RETURN ('done', v_done.seq)::outcome; END IF;
  RETURN ('mutation-conflict', NULL)::outcome;
END $$;

-- Only what was done is remembered: a refusal changed nothing, and may be asked for again.
CREATE FUNCTION end_mutation(p_community uuid, p_client uuid, p_mutation uuid, p_hash bytea, p_seq bigint) RETURNS outcome LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO mutations (community_id, client_id, mutation_id, body_hash, seq) VALUES (p_community, p_client, p_mutation, p_hash, p_seq);
  RETURN ('done', p_seq)::outcome;
END $$;

CREATE FUNCTION add_post(p_community uuid, p_member uuid, p_client uuid, p_mutation uuid, p_hash bytea, p_post uuid, p_thread uuid, p_body json)
RETURNS outcome LANGUAGE plpgsql AS $$
DECLARE
  v_outcome outcome := begin_mutation(p_community, p_member, p_client, p_mutation, p_hash);
  v_post posts;
  v_root posts;
  v_seq bigint;
BEGIN
  IF v_outcome.code IS NOT NULL THEN RETURN v_outcome; END IF;
  IF role_rank(role_of(p_community, p_member)) < role_rank('member') THEN RETURN ('role-too-low', NULL)::outcome; END IF;
  SELECT * INTO v_post FROM posts WHERE community_id = p_community AND post_id = p_post;
  IF FOUND THEN
    IF v_post.author_id <> p_member THEN RETURN ('refused', NULL)::outcome; END IF;
    IF v_post.removed_at IS NOT NULL THEN RETURN ('post-gone', NULL)::outcome; END IF;
    -- an outbox that was put back from a backup sends under another client id what is here already
    IF v_post.body::text <> p_body::text OR v_post.thread_id IS DISTINCT FROM p_thread THEN RETURN ('mutation-conflict', NULL)::outcome; END IF;
    RETURN end_mutation(p_community, p_client, p_mutation, p_hash, v_post.seq);
  END IF;
  IF p_thread IS NOT NULL THEN
    SELECT * INTO v_root FROM posts WHERE community_id = p_community AND post_id = p_thread;
    IF NOT FOUND OR v_root.removed_at IS NOT NULL THEN RETURN ('post-gone', NULL)::outcome; END IF;
    IF v_root.thread_id IS NOT NULL THEN RETURN ('refused', NULL)::outcome; END IF;
  END IF;
  v_seq := record_change(p_community, 'post', p_post);
  INSERT INTO posts (community_id, post_id, thread_id, author_id, body, created_at, seq)
  VALUES (p_community, p_post, p_thread, p_member, p_body, clock_timestamp(), v_seq);
  RETURN end_mutation(p_community, p_client, p_mutation, p_hash, v_seq);
END $$;

CREATE FUNCTION set_reaction(p_community uuid, p_member uuid, p_client uuid, p_mutation uuid, p_hash bytea, p_post uuid, p_reaction text, p_on boolean)
RETURNS outcome LANGUAGE plpgsql AS $$
DECLARE
  v_outcome outcome := begin_mutation(p_community, p_member, p_client, p_mutation, p_hash);
  v_seq bigint;
BEGIN
  IF v_outcome.code IS NOT NULL THEN RETURN v_outcome; END IF;
  IF role_rank(role_of(p_community, p_member)) < role_rank('member') THEN RETURN ('role-too-low', NULL)::outcome; END IF;
  SELECT seq INTO v_seq FROM posts WHERE community_id = p_community AND post_id = p_post AND removed_at IS NULL;
  IF NOT FOUND THEN RETURN ('post-gone', NULL)::outcome; END IF;
  IF p_on THEN
    INSERT INTO reactions (community_id, post_id, reaction, member_id) VALUES (p_community, p_post, p_reaction, p_member) ON CONFLICT DO NOTHING;
  ELSE
    DELETE FROM reactions WHERE community_id = p_community AND post_id = p_post AND reaction = p_reaction AND member_id = p_member;
  END IF;
  IF FOUND THEN
    v_seq := record_change(p_community, 'post', p_post);
    UPDATE posts SET seq = v_seq WHERE community_id = p_community AND post_id = p_post;
  END IF;
  RETURN end_mutation(p_community, p_client, p_mutation, p_hash, v_seq);
END $$;

-- A tombstone stays, so that devices that come back later learn of it; the words go.
CREATE FUNCTION erase_post(p_community uuid, p_post uuid, p_by uuid) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  v_seq bigint := record_change(p_community, 'post', p_post);
BEGIN
  DELETE FROM reactions WHERE community_id = p_community AND post_id = p_post;
  UPDATE posts SET body = NULL, removed_at = clock_timestamp(), removed_by = p_by, seq = v_seq WHERE community_id = p_community AND post_id = p_post;
  RETURN v_seq;
END $$;

-- Oneself, or as a moderator or leader somebody of a lower role.
CREATE FUNCTION may_remove(p_community uuid, p_member uuid, p_author uuid) RETURNS boolean LANGUAGE sql STABLE
RETURN p_author = p_member OR (
  role_rank(role_of(p_community, p_member)) >= role_rank('moderator')
  AND role_rank(role_of(p_community, p_member)) > role_rank(role_of(p_community, p_author))
);

-- Replies are found by the post that opened their thread, so they would go with it. Who could not remove
-- each of them can not remove that post: an author takes nobody's answer away, a moderator no leader's.
CREATE FUNCTION remove_post(p_community uuid, p_member uuid, p_client uuid, p_mutation uuid, p_hash bytea, p_post uuid)
RETURNS outcome LANGUAGE plpgsql AS $$
DECLARE
  v_outcome outcome := begin_mutation(p_community, p_member, p_client, p_mutation, p_hash);
  v_post posts;
  v_reply uuid;
  v_seq bigint;
BEGIN
  IF v_outcome.code IS NOT NULL THEN RETURN v_outcome; END IF;
  SELECT * INTO v_post FROM posts WHERE community_id = p_community AND post_id = p_post;
  IF NOT FOUND THEN RETURN ('post-gone', NULL)::outcome; END IF;
  IF NOT may_remove(p_community, p_member, v_post.author_id) THEN RETURN ('role-too-low', NULL)::outcome; END IF;
  v_seq := v_post.seq;
  IF v_post.removed_at IS NULL THEN
    PERFORM 1 FROM posts
    WHERE community_id = p_community AND thread_id = p_post AND removed_at IS NULL AND NOT may_remove(p_community, p_member, author_id);
    IF FOUND THEN RETURN ('others-replied', NULL)::outcome; END IF;
    FOR v_reply IN SELECT post_id FROM posts WHERE community_id = p_community AND thread_id = p_post AND removed_at IS NULL ORDER BY seq LOOP
      PERFORM erase_post(p_community, v_reply, p_member);
    END LOOP;
    v_seq := erase_post(p_community, p_post, p_member);
  END IF;
  RETURN end_mutation(p_community, p_client, p_mutation, p_hash, v_seq);
END $$;

CREATE FUNCTION member_json(m members) RETURNS json LANGUAGE sql STABLE
RETURN json_build_object('id', m.member_id, 'name', m.name, 'role', m.role, 'joinedAt', instant(m.joined_at));

CREATE FUNCTION community_json(c communities) RETURNS json LANGUAGE sql STABLE
RETURN json_build_object('id', c.community_id, 'name', c.name, 'purpose', c.purpose, 'createdAt', instant(c.created_at));

-- The changes after a number, at most so many, as a JSON array; of what changed several times only
-- the newest state. One statement, so one snapshot: what it does not see has a higher number.
-- Posts are joined as text, which takes half the time of json_build_object: ids and numbers need no
-- quoting, and a body goes out as it was stored. A page ends with the change that brings it to two
-- million bytes.
CREATE FUNCTION pull(p_community uuid, p_after bigint, p_limit integer, OUT last_seq bigint, OUT newest_seq bigint, OUT changes text) LANGUAGE sql STABLE AS $$
  WITH page AS MATERIALIZED (
    SELECT seq, kind, entity_id FROM changes WHERE community_id = p_community AND seq > p_after ORDER BY seq LIMIT p_limit
  ), relied AS (
    SELECT post_id, string_agg('"' || member_id || '"', ',' ORDER BY reacted_at) AS members
    FROM reactions
    WHERE community_id = p_community AND post_id = ANY (ARRAY(SELECT entity_id FROM page WHERE kind = 'post')) AND reaction = 'relied'
    GROUP BY post_id
  ), newest AS (
    SELECT page.seq, CASE WHEN p.removed_at IS NULL
      THEN '{"type":"post","seq":' || p.seq || ',"post":{"id":"' || p.post_id || '","communityId":"' || p_community
        || CASE WHEN p.thread_id IS NULL THEN '' ELSE '","threadId":"' || p.thread_id END
        || '","authorId":"' || p.author_id || '","body":' || p.body::text
        || ',"reactions":{"relied":[' || coalesce(relied.members, '') || ']},"createdAt":' || instant(p.created_at) || ',"seq":' || p.seq || '}}'
      ELSE '{"type":"post-removed","seq":' || p.seq || ',"postId":"' || p.post_id || '"}' END AS change
    FROM page
    JOIN posts p ON p.community_id = p_community AND p.post_id = page.entity_id AND p.seq = page.seq
    LEFT JOIN relied ON relied.post_id = p.post_id
    WHERE page.kind = 'post'
    UNION ALL
    SELECT page.seq, CASE WHEN m.left_at IS NULL
      THEN json_build_object('type', 'member', 'seq', page.seq, 'member', member_json(m))
      ELSE json_build_object('type', 'member-left', 'seq', page.seq, 'memberId', m.member_id) END::text
    FROM page JOIN members m ON m.community_id = p_community AND m.member_id = page.entity_id AND m.seq = page.seq
    WHERE page.kind = 'member'
    UNION ALL
    SELECT page.seq, json_build_object('type', 'community', 'seq', page.seq, 'community', community_json(c))::text
    FROM page JOIN communities c ON c.community_id = p_community
    WHERE page.seq = (SELECT max(seq) FROM page WHERE kind = 'community')
  ), measured AS (
    SELECT seq, change, sum(octet_length(change)) OVER (ORDER BY seq) - octet_length(change) AS bytes_before FROM newest
  )
  SELECT coalesce((SELECT min(seq) - 1 FROM measured WHERE bytes_before >= 2000000), (SELECT max(seq) FROM page), p_after),
    (SELECT seq FROM communities WHERE community_id = p_community),
    '[' || coalesce((SELECT string_agg(change, ',' ORDER BY seq) FROM measured WHERE bytes_before < 2000000), '') || ']'
$$;
