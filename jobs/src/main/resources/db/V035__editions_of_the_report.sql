-- The editions of the Strategy Board's report: which there are, on which figures and notes each rests, and who let it go. Who makes reports
-- logs in as a member of vaiwg_secretary, beside a group that reads figures; the job has no part in it. The group belongs to the whole
-- server, so another database may have made it already.
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'vaiwg_secretary') THEN
        RETURN;
    END IF;
    IF NOT (SELECT rolcreaterole OR rolsuper FROM pg_roles WHERE rolname = current_user) THEN
        RAISE EXCEPTION 'The role vaiwg_secretary is missing and the user % may not create it: ask an administrator to create it as a NOLOGIN role, or to give this user CREATEROLE, and start again.',
            current_user
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    CREATE ROLE vaiwg_secretary NOLOGIN;
END
$$;

CREATE TABLE board_report (
    drafted_at      timestamptz NOT NULL,
    notes_until     timestamptz NOT NULL CHECK (notes_until <= drafted_at),
    approved_at     timestamptz CHECK (approved_at >= drafted_at),
    issued_at       timestamptz CHECK (issued_at >= approved_at),
    as_at           date NOT NULL,
    edition         int NOT NULL CHECK (edition > 0),
    draft           int NOT NULL DEFAULT 1 CHECK (draft > 0),
    previous        int CHECK (previous < edition),
    replaces        int CHECK (replaces < edition),
    generation      smallint NOT NULL,
    force           text NOT NULL,
    tier            text NOT NULL CHECK (tier IN ('internal', 'board', 'public')),
    status          text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'approved', 'issued')),
    approved_by     text CHECK (approved_by <> ''),
    what_changed    text CHECK (what_changed <> ''),
    manifest_sha256 text NOT NULL CHECK (manifest_sha256 ~ '^[0-9a-f]{64}$'),
    PRIMARY KEY (force, edition, draft),
    FOREIGN KEY (generation, force, as_at) REFERENCES kpi_snapshot,
    CONSTRAINT board_report_approved_check CHECK (num_nonnulls(approved_by, approved_at) = CASE status WHEN 'draft' THEN 0 ELSE 2 END),
    CONSTRAINT board_report_issued_check CHECK ((issued_at IS NOT NULL) = (status = 'issued')),
    CONSTRAINT board_report_replaces_check CHECK ((replaces IS NULL) = (what_changed IS NULL))
);

-- Of the drafts of an edition one is approved.
CREATE UNIQUE INDEX board_report_approved ON board_report (force, edition) WHERE status <> 'draft';

COMMENT ON TABLE board_report IS
    'The editions of the Strategy Board''s report. A row is never rewritten: its status goes from draft to approved to issued, and what is '
    'wrong in an issued report is a further edition that replaces it.';
COMMENT ON COLUMN board_report.force IS 'The force that it is of.';
COMMENT ON COLUMN board_report.edition IS 'The number of the report among those of its force, from 1.';
COMMENT ON COLUMN board_report.draft IS 'Which draft of the edition, from 1; one of them is approved, the others stay drafts.';
COMMENT ON COLUMN board_report.tier IS
    'Whom it is for: internal, board or public; in the last two no count below five is told. The restricted annex of an edition is a file of its own.';
COMMENT ON COLUMN board_report.as_at IS 'The midnight of the figures in it.';
COMMENT ON COLUMN board_report.generation IS 'The publication of the figures in it.';
COMMENT ON COLUMN board_report.status IS 'draft, approved or issued.';
COMMENT ON COLUMN board_report.drafted_at IS 'When the draft was made.';
COMMENT ON COLUMN board_report.notes_until IS 'The instant up to which notes of owners are in it: those admitted later are not.';
COMMENT ON COLUMN board_report.approved_by IS 'The post that approved it, never a person''s name; null in a draft.';
COMMENT ON COLUMN board_report.approved_at IS 'When it was approved; null in a draft.';
COMMENT ON COLUMN board_report.issued_at IS 'When it was issued; null before.';
COMMENT ON COLUMN board_report.previous IS
    'The edition beside which it says what has changed, the last report, issued in the same tier; null where there was none.';
COMMENT ON COLUMN board_report.replaces IS 'The issued edition that it replaces, in the same tier; null where it replaces none.';
COMMENT ON COLUMN board_report.what_changed IS 'What is otherwise than in the edition that it replaces, in words; null where it replaces none.';
COMMENT ON COLUMN board_report.manifest_sha256 IS
    'SHA-256 of its manifest, which lists the SHA-256 of each of its files: 64 hexadecimal digits. It moves with the status only, which every page names.';

CREATE FUNCTION check_report_is_begun() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    earlier int;
BEGIN
    IF NEW.status <> 'draft' THEN
        RAISE EXCEPTION 'A report begins as a draft, and is approved and issued later.' USING ERRCODE = 'check_violation';
    END IF;
    IF EXISTS (SELECT FROM board_report WHERE force = NEW.force AND edition = NEW.edition AND status <> 'draft') THEN
        RAISE EXCEPTION 'Edition % of % has been approved: what is otherwise is a further edition.', NEW.edition, NEW.force
            USING ERRCODE = 'check_violation';
    END IF;
    FOREACH earlier IN ARRAY array_remove(ARRAY[NEW.previous, NEW.replaces], NULL) LOOP
        IF NOT EXISTS (
            SELECT FROM board_report
            WHERE force = NEW.force AND edition = earlier AND tier = NEW.tier AND status = 'issued' AND as_at <= NEW.as_at)
        THEN
            RAISE EXCEPTION 'Edition % of % has not been issued for the % tier with figures of this as-at or an earlier one: name one that has.',
                earlier, NEW.force, NEW.tier
                USING ERRCODE = 'check_violation';
        END IF;
    END LOOP;
    RETURN NEW;
END
$$;

CREATE FUNCTION check_report_goes_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND (OLD.status, NEW.status) IN (('draft', 'approved'), ('approved', 'issued')) THEN
        OLD.status := NEW.status;
        OLD.manifest_sha256 := NEW.manifest_sha256;
        IF NEW.status = 'approved' THEN
            OLD.approved_by := NEW.approved_by;
            OLD.approved_at := NEW.approved_at;
        ELSE
            OLD.issued_at := NEW.issued_at;
        END IF;
        IF NEW IS NOT DISTINCT FROM OLD THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'A report is not rewritten: a draft is approved, an approved one is issued, and what is otherwise is a further draft or edition.'
        USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER reports_begin_as_drafts BEFORE INSERT ON board_report FOR EACH ROW EXECUTE FUNCTION check_report_is_begun();
CREATE TRIGGER reports_stay BEFORE UPDATE OR DELETE ON board_report FOR EACH ROW EXECUTE FUNCTION check_report_goes_on();
CREATE TRIGGER reports_are_not_emptied BEFORE TRUNCATE ON board_report FOR EACH STATEMENT EXECUTE FUNCTION check_report_goes_on();

GRANT USAGE ON SCHEMA vaiwg TO vaiwg_secretary;
GRANT SELECT, INSERT, UPDATE (status, approved_by, approved_at, issued_at, manifest_sha256) ON board_report TO vaiwg_secretary;
GRANT SELECT ON board_report TO vaiwg_reader, vaiwg_conduct, vaiwg_explain;
