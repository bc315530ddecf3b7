-- What owners say of signals, in their words. Free text is here and in no metric, label or log. A number of a signal is a note of its
-- own and stands; the same number again corrects it.
CREATE TABLE kpi_note (
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

GRANT SELECT, INSERT, UPDATE ON kpi_note TO vaiwg_writer;
GRANT SELECT ON kpi_note TO vaiwg_reader, vaiwg_conduct, vaiwg_explain;
