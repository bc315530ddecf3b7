-- The rebase register is kept with the publication, as the dictionary is: limits that were set again last year keep the reason that was
-- given last year, whichever build makes the report again. A row is never rewritten; it is closed where a newer build no longer has it.
CREATE TABLE kpi_rebase (
    generation smallint NOT NULL REFERENCES kpi_generation,
    edition    smallint NOT NULL CHECK (edition > 0),
    since      date NOT NULL,
    until      date NOT NULL DEFAULT 'infinity' CHECK (since <= until),
    day        date NOT NULL,
    affects    text NOT NULL CHECK (affects <> ''),
    reason     text NOT NULL CHECK (reason <> ''),
    PRIMARY KEY (generation, day, affects, reason, edition)
);
COMMENT ON TABLE kpi_rebase IS 'The dated events after which the limits of charts are set again, as they were known to each publication.';
COMMENT ON COLUMN kpi_rebase.generation IS 'The publication.';
COMMENT ON COLUMN kpi_rebase.edition IS 'Counts how often the event was entered; 2 where it had been taken out.';
COMMENT ON COLUMN kpi_rebase.since IS 'The first as-at whose charts know of it.';
COMMENT ON COLUMN kpi_rebase.until IS 'The first as-at whose charts no longer do.';
COMMENT ON COLUMN kpi_rebase.day IS 'From this day on limits are set again; of an event of a month, a season or a year the first day of it.';
COMMENT ON COLUMN kpi_rebase.affects IS
    'Which charts it concerns, separated by blanks: all, measure=, theme= or cut= with an identifier, or unit=volume for all counts.';
COMMENT ON COLUMN kpi_rebase.reason IS 'What happened, as it is said beside the chart.';

-- Until now there was one register for all publications.
INSERT INTO kpi_rebase (generation, edition, since, day, affects, reason)
SELECT g.generation, 1, '-infinity', r.day, r.affects, r.reason
FROM kpi_generation g
CROSS JOIN (VALUES
    ('2020-01-01'::date, 'theme=stalking_harassment theme=stalking theme=harassment measure=repeat_stalking_suspect measure=charge_rate', '2020: stalking is recorded first for conduct of former partners'),
    ('2020-03-23'::date, 'unit=volume', 'First lockdown'),
    ('2021-01-01'::date, 'all', '2021: the Connect system is introduced'),
    ('2021-04-01'::date, 'measure=victims_code_all_five measure=victims_code_mean measure=victims_code_applicable measure=vps_offered measure=referred_2d measure=end_of_journey_told measure=decision_told measure=review_takeup', 'Revised Victims'' Code'),
    ('2021-07-01'::date, 'measure=victims_code_all_five measure=victims_code_mean measure=victims_code_applicable', 'The questions of the audit are refreshed'),
    ('2022-06-07'::date, 'theme=domestic_abuse', 'Non-fatal strangulation becomes an offence of its own'),
    ('2023-03-01'::date, 'theme=stalking_harassment theme=stalking theme=harassment unit=volume', 'Spring 2023: the rules on the principal crime and on courses of conduct change'),
    ('2023-04-03'::date, 'cut=lpa', 'Neighbourhood policing units become local policing areas'),
    ('2024-03-01'::date, 'theme=other_sexual theme=stalking_harassment', '2024: offences of the Online Safety Act enter the counting rules'),
    ('2024-11-27'::date, 'measure=dvpo_rate measure=dvpo_within_48h', 'Pilot of domestic abuse protection orders')) AS r(day, affects, reason);

CREATE TRIGGER rebases_stay BEFORE UPDATE OR DELETE ON kpi_rebase FOR EACH ROW EXECUTE FUNCTION refuse_other_words();
CREATE TRIGGER rebases_are_not_emptied BEFORE TRUNCATE ON kpi_rebase FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT, UPDATE (until) ON kpi_rebase TO vaiwg_writer;
GRANT SELECT ON kpi_rebase TO vaiwg_reader, vaiwg_conduct, vaiwg_explain;
