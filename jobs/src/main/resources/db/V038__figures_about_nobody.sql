-- What a measure counts may be about nobody, such as signals: a small count of it may be told to everybody.
ALTER TABLE kpi_dictionary ADD COLUMN about_nobody boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN kpi_dictionary.about_nobody IS
    'Whether what it counts is about no person, such as signals: then small counts are not withheld from the report.';

ALTER TABLE kpi_dictionary DISABLE TRIGGER dictionaries_stay;
UPDATE kpi_dictionary SET about_nobody = true WHERE kpi = 'signal_response';
ALTER TABLE kpi_dictionary ENABLE TRIGGER dictionaries_stay;

CREATE OR REPLACE VIEW kpi_measure AS
SELECT kpi, priority, title, definition, unit, direction, owner, section, definition_hash, kind, minimum_n, restricted, needs, caution,
       place, place_order, place_name, place_slice, row_order, coalesce(short_title, title) AS short_title, read_basis, read_window,
       read_basis_months, read_window_months, shown_as_count, coalesce(concern, kpi) AS concern, target, about_nobody
FROM kpi_dictionary
WHERE until = 'infinity' AND generation = (SELECT max(generation) FROM kpi_dictionary);
