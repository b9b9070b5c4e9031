-- What one person does keeps what others wrote, who may still come in, and how much a device is handed at once.

-- Oneself, or as a moderator or leader somebody of a lower role.
CREATE FUNCTION may_remove(p_community uuid, p_member uuid, p_author uuid) RETURNS boolean LANGUAGE sql STABLE
RETURN p_author = p_member OR (
  role_rank(role_of(p_community, p_member)) >= role_rank('moderator')
  AND role_rank(role_of(p_community, p_member)) > role_rank(role_of(p_community, p_author))
);

-- Replies are found by the post that opened their thread, so they would go with it. Who could not remove
-- each of them can not remove that post: an author takes nobody's answer away, a moderator no leader's.
CREATE OR REPLACE FUNCTION remove_post(p_community uuid, p_member uuid, p_client uuid, p_mutation uuid, p_hash bytea, p_post uuid)
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

-- What a member said stays, the way to say more goes. Nobody but a leader could make another one, so the last stays with the others.
CREATE OR REPLACE FUNCTION leave_community(p_community uuid, p_member uuid) RETURNS outcome LANGUAGE plpgsql AS $$
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

-- Whether an invite still opens: 'done', or why not. It stands no longer than who made it could make it again.
CREATE FUNCTION invite_state(p_invite invites) RETURNS text LANGUAGE sql STABLE
RETURN CASE
  WHEN p_invite.expires_at <= clock_timestamp() THEN 'invite-expired'
  WHEN role_rank(role_of(p_invite.community_id, p_invite.made_by)) < greatest(role_rank('moderator'), role_rank(p_invite.role))
  THEN 'invite-expired'
  WHEN p_invite.uses_left = 0 THEN 'invite-used-up'
  ELSE 'done' END;

CREATE OR REPLACE FUNCTION join_community(p_community uuid, p_secret_hash bytea, p_member uuid, p_name text, p_token_hash bytea)
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

-- As in 002, and a page ends with the change that brings it to two million bytes.
CREATE OR REPLACE FUNCTION pull(p_community uuid, p_after bigint, p_limit integer, OUT last_seq bigint, OUT newest_seq bigint, OUT changes text) LANGUAGE sql STABLE AS $$
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
