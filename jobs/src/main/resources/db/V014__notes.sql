-- What owners say of signals, in their words. Free text is here and in no metric, label or log. A number of a signal is a note of its
-- own and stands; the same number again corrects it.
CREATE TABLE kpi_note_row (
    version     bigint NOT NULL,
    at          timestamptz NOT NULL,
    changed_at  timestamptz NOT NULL,
    admitted_at timestamptz NOT NULL,
    event_id    uuid NOT NULL,
    force       text NOT NULL,
    signal_id   text NOT NULL,
    kind        text NOT NULL CHECK (kind IN ('note', 'acknowledgement')),
    -- The post that owns the measure, not a person's name.
    post        text,
    cause       text,
    action      text,
    PRIMARY KEY (force, signal_id, version)
);

-- Who may not see a signal may not read what is said of it.
CREATE VIEW kpi_note_every AS
SELECT n.force, n.signal_id, n.version, n.kind, n.cause, n.action, n.post, n.at, n.changed_at, n.admitted_at, n.event_id,
       EXISTS (SELECT FROM kpi_signal_every s WHERE s.force = n.force AND s.signal_id = n.signal_id AND s.restricted) AS restricted
FROM kpi_note_row n;

CREATE VIEW kpi_note WITH (security_barrier) AS
SELECT force, signal_id, version, kind, cause, action, post, at, changed_at, admitted_at, event_id FROM kpi_note_every WHERE NOT restricted;

CREATE VIEW kpi_note_conduct WITH (security_barrier) AS
SELECT force, signal_id, version, kind, cause, action, post, at, changed_at, admitted_at, event_id FROM kpi_note_every WHERE restricted;

GRANT SELECT, INSERT, UPDATE ON kpi_note_row TO vaiwg_writer;
GRANT SELECT ON kpi_note TO vaiwg_reader, vaiwg_conduct, vaiwg_explain;
GRANT SELECT ON kpi_note_conduct TO vaiwg_conduct;

-- Standardised shares are calculated too, from counts that are complete: they have an interval and no counts of their own, and are not
-- provisional. A difference of two shares lies between -1 and 1.
ALTER TABLE kpi_estimate_row DROP CONSTRAINT kpi_estimate_row_value_check;
ALTER TABLE kpi_estimate_row ADD CONSTRAINT kpi_estimate_row_value_check CHECK (value BETWEEN -1 AND 1);

CREATE OR REPLACE VIEW kpi_value WITH (security_barrier) AS
SELECT v.generation, v.force, v.kpi, v.priority, v.basis, v."window", v.slice, v.as_at, v.numerator, v.denominator, v.value, v.small,
       v.definition_hash, v.partial,
       CASE WHEN m.kind = 'share' THEN wilson_95(v.numerator, v.denominator, -1) END AS lower,
       CASE WHEN m.kind = 'share' THEN wilson_95(v.numerator, v.denominator, 1) END AS upper,
       false AS provisional,
       NULL::date AS data_through
FROM kpi_value_every v
LEFT JOIN kpi_measure m USING (kpi)
WHERE NOT v.restricted
UNION ALL
SELECT generation, force, kpi, priority, basis, "window", slice, as_at, NULL::int, NULL::int, value, small,
       definition_hash, partial, lower, upper, basis LIKE 'incidence%', data_through
FROM kpi_estimate_every
WHERE NOT restricted;

-- Differences rest on at_risk cases; under five of them say whom they are about.
CREATE OR REPLACE VIEW kpi_value_conduct WITH (security_barrier) AS
SELECT v.generation, v.force, v.kpi, v.priority, v.basis, v."window", v.slice, v.as_at, v.numerator, v.denominator, v.value, v.small,
       v.definition_hash, v.partial,
       CASE WHEN m.kind = 'share' THEN wilson_95(v.numerator, v.denominator, -1) END AS lower,
       CASE WHEN m.kind = 'share' THEN wilson_95(v.numerator, v.denominator, 1) END AS upper,
       false AS provisional,
       NULL::date AS data_through
FROM kpi_value_every v
LEFT JOIN kpi_measure m USING (kpi)
WHERE v.restricted
UNION ALL
SELECT generation, force, kpi, priority, basis, "window", slice, as_at, NULL::int, NULL::int, value, small,
       definition_hash, partial, lower, upper, basis LIKE 'incidence%', data_through
FROM kpi_estimate_every
WHERE restricted AND at_risk >= 5;
