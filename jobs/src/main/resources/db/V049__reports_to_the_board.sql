-- What leads report to the Strategy Board, and how the commitments of the registers stand, is written as notes whose subject is no signal.
ALTER TABLE kpi_note_row ADD COLUMN standing text CHECK (standing IN ('on_course', 'behind', 'done'));

-- What the lead of Our Behaviour reports may rest on figures of conduct.
CREATE OR REPLACE VIEW kpi_note_every AS
SELECT n.force, n.signal_id, n.version, n.kind, n.cause, n.action, n.post, n.at, n.changed_at, n.known_at, n.event_id,
       CASE WHEN n.signal_id LIKE 'report/our_behaviour/%' THEN true
            WHEN n.signal_id LIKE 'report/%' OR n.signal_id LIKE 'commitment/%' THEN false
            ELSE coalesce(
                (SELECT bool_or(s.restricted) FROM kpi_signal_every s WHERE s.force = n.force AND s.signal_id = n.signal_id), true)
       END AS restricted,
       n.standing
FROM kpi_note_row n;

CREATE OR REPLACE VIEW kpi_note WITH (security_barrier) AS
SELECT force, signal_id, version, kind, cause, action, post, at, changed_at, known_at, event_id, standing
FROM kpi_note_every WHERE NOT restricted;

CREATE OR REPLACE VIEW kpi_note_conduct WITH (security_barrier) AS
SELECT force, signal_id, version, kind, cause, action, post, at, changed_at, known_at, event_id, standing
FROM kpi_note_every WHERE restricted;
