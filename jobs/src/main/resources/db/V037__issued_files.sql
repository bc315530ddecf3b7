-- The files of issued reports, as they were issued: they are the same for ever, also where another build would write them otherwise.
CREATE TABLE board_report_file (
    edition int NOT NULL,
    force   text NOT NULL,
    name    text NOT NULL CHECK (name <> ''),
    content bytea NOT NULL,
    PRIMARY KEY (force, edition, name)
);
COMMENT ON TABLE board_report_file IS 'The files of issued reports, as they were issued. A row is never changed.';
COMMENT ON COLUMN board_report_file.force IS 'The force that the report is of.';
COMMENT ON COLUMN board_report_file.edition IS 'The number of the report among those of its force.';
COMMENT ON COLUMN board_report_file.name IS 'The name of the file.';
COMMENT ON COLUMN board_report_file.content IS 'Its bytes; their SHA-256 is in the report''s manifest.json, the SHA-256 of which is in board_report.';

CREATE FUNCTION check_file_is_of_issued_report() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM board_report WHERE force = NEW.force AND edition = NEW.edition AND status = 'issued') THEN
        RAISE EXCEPTION 'Edition % of % has not been issued.', NEW.edition, NEW.force USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER files_are_of_issued_reports BEFORE INSERT ON board_report_file
    FOR EACH ROW EXECUTE FUNCTION check_file_is_of_issued_report();
CREATE TRIGGER issued_files_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON board_report_file
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Whoever registers a report need not have the schema on its search path.
ALTER FUNCTION check_report_is_begun() SET search_path FROM CURRENT;

GRANT SELECT, INSERT ON board_report_file TO vaiwg_secretary;
GRANT SELECT ON board_report_file TO vaiwg_reader, vaiwg_conduct, vaiwg_explain;
