-- Who was logged in when an owner's words were written: the post is a claim, the login is who made it. Null for notes of before, and of producers
-- that do not say.
ALTER TABLE kpi_note_row ADD COLUMN login text;

CREATE OR REPLACE VIEW kpi_note_every AS
SELECT n.force, n.signal_id, n.version, n.kind, n.cause, n.action, n.post, n.at, n.changed_at, n.known_at, n.event_id,
       CASE WHEN n.signal_id LIKE 'report/our_behaviour/%' THEN true
            WHEN n.signal_id LIKE 'report/%' OR n.signal_id LIKE 'commitment/%' THEN false
            ELSE coalesce(
                (SELECT bool_or(s.restricted) FROM kpi_signal_every s WHERE s.force = n.force AND s.signal_id = n.signal_id), true)
       END AS restricted,
       n.standing, n.login
FROM kpi_note_row n;

CREATE OR REPLACE VIEW kpi_note WITH (security_barrier) AS
SELECT force, signal_id, version, kind, cause, action, post, at, changed_at, known_at, event_id, standing, login
FROM kpi_note_every WHERE NOT restricted;

CREATE OR REPLACE VIEW kpi_note_conduct WITH (security_barrier) AS
SELECT force, signal_id, version, kind, cause, action, post, at, changed_at, known_at, event_id, standing, login
FROM kpi_note_every WHERE restricted;
