-- Who drafts, approves and issues a report is who is logged in: the database writes session_user, which nobody can type. Who approves holds the
-- post in whose name it is approved, and is neither who drafted it nor who issues it. What is issued are the bytes that were approved.
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'vaiwg_audit') THEN
        RETURN;
    END IF;
    IF NOT (SELECT rolcreaterole OR rolsuper FROM pg_roles WHERE rolname = current_user) THEN
        RAISE EXCEPTION 'The role vaiwg_audit is missing and the user % may not create it: ask an administrator to create it as a NOLOGIN role, or to give this user CREATEROLE, and start again.',
            current_user
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    CREATE ROLE vaiwg_audit NOLOGIN;
END
$$;

-- In whose name a login approves. Only the owner of the tables writes it.
CREATE TABLE board_post (
    login text NOT NULL CHECK (login <> ''),
    post  text NOT NULL CHECK (post <> ''),
    PRIMARY KEY (login, post)
);

-- Null in what was registered before logins were kept.
ALTER TABLE board_report
    ADD COLUMN drafted_login text,
    ADD COLUMN approved_login text,
    ADD COLUMN issued_login text,
    ADD COLUMN issue_sha256 text CHECK (issue_sha256 ~ '^[0-9a-f]{64}$');

CREATE OR REPLACE FUNCTION check_report_is_begun() RETURNS trigger LANGUAGE plpgsql SET search_path = vaiwg, pg_temp AS $$
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
    NEW.drafted_at := clock_timestamp();
    NEW.drafted_login := session_user;
    RETURN NEW;
END
$$;

CREATE OR REPLACE FUNCTION check_report_goes_on() RETURNS trigger LANGUAGE plpgsql SET search_path = vaiwg, pg_temp AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND (OLD.status, NEW.status) IN (('draft', 'approved'), ('approved', 'issued')) THEN
        IF NEW.status = 'approved' THEN
            IF OLD.drafted_login IS NULL THEN
                RAISE EXCEPTION 'Edition % of % was drafted before logins were kept: draft it again.', OLD.edition, OLD.force
                    USING ERRCODE = 'insufficient_privilege';
            END IF;
            IF session_user = OLD.drafted_login THEN
                RAISE EXCEPTION 'Edition % of % was drafted by the login %, which therefore does not approve it: whoever holds the post approves it with another login.',
                    OLD.edition, OLD.force, OLD.drafted_login
                    USING ERRCODE = 'insufficient_privilege';
            END IF;
            IF NOT EXISTS (SELECT FROM board_post WHERE login = session_user AND post = NEW.approved_by) THEN
                RAISE EXCEPTION 'The login % does not hold the post "%": log in as somebody who does, or have the owner of the tables grant it.',
                    session_user, NEW.approved_by
                    USING ERRCODE = 'insufficient_privilege';
            END IF;
            OLD.approved_by := NEW.approved_by;
            OLD.issue_sha256 := NEW.issue_sha256;
            NEW.approved_at := clock_timestamp();
            OLD.approved_at := NEW.approved_at;
            NEW.approved_login := session_user;
            OLD.approved_login := NEW.approved_login;
        ELSE
            IF OLD.approved_login IS NULL THEN
                RAISE EXCEPTION 'Edition % of % was approved before logins were kept: draft it again as a further edition.', OLD.edition, OLD.force
                    USING ERRCODE = 'insufficient_privilege';
            END IF;
            IF session_user = OLD.approved_login THEN
                RAISE EXCEPTION 'Edition % of % was approved by the login %, which therefore does not issue it: somebody else issues it.',
                    OLD.edition, OLD.force, OLD.approved_login
                    USING ERRCODE = 'insufficient_privilege';
            END IF;
            IF NEW.manifest_sha256 IS DISTINCT FROM OLD.issue_sha256 THEN
                RAISE EXCEPTION 'What would be issued as edition % of % is not what was approved: issue it with the build that it was approved with, or draft it again as a further edition.',
                    OLD.edition, OLD.force
                    USING ERRCODE = 'check_violation';
            END IF;
            NEW.issued_at := clock_timestamp();
            OLD.issued_at := NEW.issued_at;
            NEW.issued_login := session_user;
            OLD.issued_login := NEW.issued_login;
        END IF;
        OLD.status := NEW.status;
        OLD.manifest_sha256 := NEW.manifest_sha256;
        IF NEW IS NOT DISTINCT FROM OLD THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'A report is not rewritten: a draft is approved, an approved one is issued, and what is otherwise is a further draft or edition.'
        USING ERRCODE = 'insufficient_privilege';
END
$$;

-- Whoever adds a file: its bytes are those that the manifest names, and the manifest is the one that was approved.
CREATE OR REPLACE FUNCTION check_file_is_of_issued_report() RETURNS trigger LANGUAGE plpgsql SET search_path = vaiwg, pg_temp AS $$
DECLARE
    told text;
BEGIN
    SELECT manifest_sha256 INTO told FROM board_report WHERE force = NEW.force AND edition = NEW.edition AND status = 'issued';
    IF NOT FOUND THEN
        RAISE EXCEPTION 'Edition % of % has not been issued.', NEW.edition, NEW.force USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.name <> 'manifest.json' THEN
        told := NULL;
        SELECT entry ->> 'sha256' INTO told
        FROM board_report_file m, jsonb_array_elements(convert_from(m.content, 'UTF8')::jsonb -> 'files') entry
        WHERE m.force = NEW.force AND m.edition = NEW.edition AND m.name = 'manifest.json' AND entry ->> 'name' = NEW.name;
    END IF;
    IF told IS DISTINCT FROM encode(sha256(NEW.content), 'hex') THEN
        RAISE EXCEPTION 'The file % is not one that edition % of % was issued with: its manifest does not name these bytes.',
            NEW.name, NEW.edition, NEW.force
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END
$$;

-- The three steps. They have the rights of the tables' owner, since nobody else may write there; session_user stays who called.
CREATE FUNCTION draft_report(
    of_force text, of_edition int, of_draft int, of_as_at date, of_publication int, of_tier text, until timestamptz, beside int, instead_of int,
    because text, manifest text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = vaiwg, pg_temp AS $$
    INSERT INTO board_report (force, edition, draft, as_at, publication, tier, drafted_at, notes_until, previous, replaces, what_changed,
                              manifest_sha256)
    VALUES (of_force, of_edition, of_draft, of_as_at, of_publication::smallint, of_tier, clock_timestamp(), until, beside, instead_of, because,
            manifest)
$$;

CREATE FUNCTION approve_report(of_force text, of_edition int, of_draft int, in_name_of text, manifest text, manifest_when_issued text)
RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = vaiwg, pg_temp AS $$
BEGIN
    UPDATE board_report
    SET status = 'approved', approved_by = in_name_of, approved_at = clock_timestamp(), manifest_sha256 = manifest,
        issue_sha256 = manifest_when_issued
    WHERE force = of_force AND edition = of_edition AND draft = of_draft;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'There is no draft % of edition % of %.', of_draft, of_edition, of_force USING ERRCODE = 'no_data_found';
    END IF;
END
$$;

CREATE FUNCTION issue_report(of_force text, of_edition int, of_draft int, names text[], contents bytea[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = vaiwg, pg_temp AS $$
DECLARE
    manifest bytea := contents[array_position(names, 'manifest.json')];
BEGIN
    IF manifest IS NULL OR cardinality(names) <> cardinality(contents) THEN
        RAISE EXCEPTION 'A report is issued with all its files at once, manifest.json among them.' USING ERRCODE = 'check_violation';
    END IF;
    UPDATE board_report SET status = 'issued', issued_at = clock_timestamp(), manifest_sha256 = encode(sha256(manifest), 'hex')
    WHERE force = of_force AND edition = of_edition AND draft = of_draft;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'There is no draft % of edition % of %.', of_draft, of_edition, of_force USING ERRCODE = 'no_data_found';
    END IF;
    INSERT INTO board_report_file (force, edition, name, content) VALUES (of_force, of_edition, 'manifest.json', manifest);
    INSERT INTO board_report_file (force, edition, name, content)
    SELECT of_force, of_edition, file.name, file.content FROM unnest(names, contents) file(name, content) WHERE file.name <> 'manifest.json';
    IF cardinality(names) - 1 <> jsonb_array_length(convert_from(manifest, 'UTF8')::jsonb -> 'files') THEN
        RAISE EXCEPTION 'A file that the manifest of edition % of % names is missing.', of_edition, of_force USING ERRCODE = 'check_violation';
    END IF;
END
$$;

REVOKE INSERT, UPDATE ON board_report, board_report_file FROM vaiwg_secretary;
REVOKE ALL ON FUNCTION
    draft_report(text, int, int, date, int, text, timestamptz, int, int, text, text),
    approve_report(text, int, int, text, text, text),
    issue_report(text, int, int, text[], bytea[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
    draft_report(text, int, int, date, int, text, timestamptz, int, int, text, text),
    approve_report(text, int, int, text, text, text),
    issue_report(text, int, int, text[], bytea[]) TO vaiwg_secretary;

-- Who saw, took, answered or was refused what. It is about people, so it has a group of readers of its own, and is kept for two years at least.
CREATE TABLE board_access (
    at             timestamptz NOT NULL DEFAULT clock_timestamp(),
    status         int,
    login          text NOT NULL,
    database_login text NOT NULL DEFAULT session_user,
    address        text,
    kind           text NOT NULL CHECK (kind IN ('page', 'export', 'answer', 'explanation', 'refusal', 'login_failed')),
    what           text,
    reason         text
);
CREATE INDEX board_access_at ON board_access (at);

CREATE FUNCTION log_access(login text, address text, kind text, what text, status int, reason text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = vaiwg, pg_temp AS $$
    INSERT INTO board_access (login, address, kind, what, status, reason)
    VALUES (log_access.login, log_access.address, log_access.kind, log_access.what, log_access.status, log_access.reason)
$$;

CREATE FUNCTION check_access_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.at > now() - interval '2 years' THEN
        RAISE EXCEPTION 'Access is kept for two years: forget what is older.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN OLD;
END
$$;

CREATE TRIGGER access_stays BEFORE UPDATE OR TRUNCATE ON board_access FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER access_is_kept BEFORE DELETE ON board_access FOR EACH ROW EXECUTE FUNCTION check_access_is_kept();

-- Gives how many rows it removed. For the owner of the tables.
CREATE FUNCTION forget_access(before date) RETURNS bigint LANGUAGE sql SET search_path = vaiwg, pg_temp AS $$
    WITH forgotten AS (DELETE FROM board_access WHERE at < before::timestamp AT TIME ZONE 'Europe/London' RETURNING 1)
    SELECT count(*) FROM forgotten
$$;

CREATE VIEW board_access_login AS
SELECT (at AT TIME ZONE 'Europe/London')::date AS day, login, database_login, kind, count(*) AS times, min(at) AS first_at, max(at) AS last_at,
       array_agg(DISTINCT address) FILTER (WHERE address IS NOT NULL) AS addresses
FROM board_access
GROUP BY 1, 2, 3, 4;

CREATE VIEW board_access_what AS
SELECT what, kind, login, count(*) AS times, min(at) AS first_at, max(at) AS last_at
FROM board_access
WHERE what IS NOT NULL
GROUP BY 1, 2, 3;

REVOKE ALL ON FUNCTION log_access(text, text, text, text, int, text), forget_access(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION log_access(text, text, text, text, int, text) TO vaiwg_reader, vaiwg_conduct, vaiwg_explain, vaiwg_secretary;
GRANT USAGE ON SCHEMA vaiwg TO vaiwg_audit;
GRANT SELECT ON board_access, board_access_login, board_access_what, board_report, board_post TO vaiwg_audit;
GRANT SELECT ON board_post TO vaiwg_secretary;
