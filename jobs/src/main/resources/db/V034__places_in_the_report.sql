-- Where the Strategy Board's report shows each measure, and how it reads it: kept with the words of the dictionary, so that a report of an
-- as-at of last year, made again, has last year's pages.
ALTER TABLE kpi_dictionary
    ADD COLUMN place text NOT NULL DEFAULT 'area' CHECK (place IN ('headline', 'area', 'annex', 'restricted_annex')),
    ADD COLUMN place_order smallint CHECK (place_order > 0),
    ADD COLUMN place_name text NOT NULL DEFAULT '',
    ADD COLUMN place_slice text NOT NULL DEFAULT '',
    ADD COLUMN row_order smallint,
    ADD COLUMN short_title text,
    ADD COLUMN read_basis text,
    ADD COLUMN read_window text,
    ADD COLUMN read_basis_months text,
    ADD COLUMN read_window_months text,
    ADD COLUMN shown_as_count boolean NOT NULL DEFAULT false,
    ADD COLUMN concern text,
    ADD COLUMN target double precision,
    ADD CONSTRAINT kpi_dictionary_headline_check CHECK (place <> 'headline' OR (place_order IS NOT NULL AND place_name <> '')),
    ADD CONSTRAINT kpi_dictionary_view_check CHECK ((read_basis IS NULL) = (read_window IS NULL)),
    ADD CONSTRAINT kpi_dictionary_view_months_check CHECK ((read_basis_months IS NULL) = (read_window_months IS NULL));

COMMENT ON COLUMN kpi_dictionary.place IS
    'Where the report shows the measure: on page 1 and on its area''s page (headline), on its area''s page, in the annex, or in the restricted annex.';
COMMENT ON COLUMN kpi_dictionary.place_order IS
    'Its number among the figures of page 1; null where page 1 does not name it. One in the restricted annex is named there without its value.';
COMMENT ON COLUMN kpi_dictionary.place_name IS 'What page 1 calls it; empty where page 1 does not name it.';
COMMENT ON COLUMN kpi_dictionary.place_slice IS 'The slice that page 1 shows; empty for the total.';
COMMENT ON COLUMN kpi_dictionary.row_order IS
    'Its row among the measures of its area, from 1; null in publications of before there were rows: by title.';
COMMENT ON COLUMN kpi_dictionary.short_title IS 'What rows of tables call it; null in publications of before there were such names: the title.';
COMMENT ON COLUMN kpi_dictionary.read_basis IS
    'The basis by which the report reads it where the source knows days; null where it is known by the month only, or was never published.';
COMMENT ON COLUMN kpi_dictionary.read_window IS 'The window by which the report reads it, with read_basis.';
COMMENT ON COLUMN kpi_dictionary.read_basis_months IS
    'The basis by which the report reads it where the source knows months only; null where it needs days.';
COMMENT ON COLUMN kpi_dictionary.read_window_months IS 'The window by which the report reads it, with read_basis_months.';
COMMENT ON COLUMN kpi_dictionary.shown_as_count IS 'Whether the report says "4 of 72", and no share.';
COMMENT ON COLUMN kpi_dictionary.concern IS
    'Which matter it speaks of: signals of one concern, one theme and the same weeks have one cause; null in publications of before: itself.';
COMMENT ON COLUMN kpi_dictionary.target IS 'What the force has set itself to reach, in the measure''s unit; null where it has not.';

-- Publications of before said nothing of places. What they said otherwise stays as it is, so their rows are filled here and nowhere else:
-- page 1 as it was first declared, and views by the rule of View.byDay and View.byMonth, of what was published.
ALTER TABLE kpi_dictionary DISABLE TRIGGER dictionaries_stay;

UPDATE kpi_dictionary d
SET read_basis = v.basis, read_window = v."window"
FROM (
    SELECT DISTINCT ON (kpi, definition_hash) kpi, definition_hash, basis, "window"
    FROM (
        SELECT kpi, definition_hash, basis, "window", substring("window" FROM '\d+')::int AS days, substring(basis FROM '\d+')::int AS horizon,
               CASE
                   WHEN basis = 'stock' THEN 5
                   WHEN "window" <> '365d' THEN 6
                   WHEN basis LIKE 'settled%' THEN 1
                   WHEN basis = 'recorded' THEN 2
                   WHEN basis = 'assigned' THEN 3
                   ELSE 4
               END AS preference
        FROM kpi_series
        WHERE "window" ~ '^(\d+d|all)$' AND basis NOT LIKE 'to_date%' AND basis NOT LIKE 'incidence%') s
    ORDER BY kpi, definition_hash, preference, days DESC, horizon) v
WHERE v.kpi = d.kpi AND v.definition_hash = d.definition_hash;

UPDATE kpi_dictionary d
SET read_basis_months = v.basis, read_window_months = v."window"
FROM (
    SELECT DISTINCT ON (kpi, definition_hash) kpi, definition_hash, basis, "window"
    FROM kpi_series
    WHERE "window" = '12m' AND basis IN ('settled_6m', 'recorded')
    ORDER BY kpi, definition_hash, basis DESC) v
WHERE v.kpi = d.kpi AND v.definition_hash = d.definition_hash;

UPDATE kpi_dictionary d
SET place = 'headline', place_order = h.place_order, place_name = h.place_name, place_slice = h.place_slice
FROM (VALUES
    ('public_space_offences', 1, 'Offences in public places', ''),
    ('suspect_identified_28d', 2, 'Suspect named within 28 days', ''),
    ('victim_attrition', 3, 'Victim attrition within 90 days', ''),
    ('charge_rate', 4, 'Charged within 180 days', ''),
    ('cps_overdue', 5, 'Overdue with the CPS', ''),
    ('spo_applied_rate', 6, 'Stalking orders sought, per 100', ''),
    ('easi_completion', 7, 'Awareness course completed', ''),
    ('characteristic_known', 8, 'Victim''s ethnicity known', 'characteristic=ethnicity'),
    ('recorded_within_24h', 9, 'Recorded within 24 hours', ''),
    ('police_complaints', 10, 'Complaints, conduct matters', ''),
    ('recorded_offences', 11, 'Recorded offences, all VAIWG', ''),
    ('open_over_90d', 12, 'Open for more than 90 days', ''),
    ('signal_response', 13, 'Signals answered within 14 days', ''),
    ('decision_told', 14, 'Victim told of decision in time', ''),
    ('support_referral_2d', 15, 'Referred to support in 2 days', '')) AS h(kpi, place_order, place_name, place_slice)
WHERE h.kpi = d.kpi;

UPDATE kpi_dictionary SET read_basis = 'settled_90d', read_window = '365d'
WHERE kpi IN ('victim_attrition', 'victim_attrition_victims') AND read_basis LIKE 'settled%';
UPDATE kpi_dictionary SET shown_as_count = true WHERE kpi IN ('cps_overdue', 'cps_resubmission_overdue', 'conduct_open_12m');
UPDATE kpi_dictionary SET place = 'restricted_annex' WHERE restricted;

ALTER TABLE kpi_dictionary ENABLE TRIGGER dictionaries_stay;

CREATE OR REPLACE VIEW kpi_measure AS
SELECT kpi, priority, title, definition, unit, direction, owner, section, definition_hash, kind, minimum_n, restricted, needs, caution,
       place, place_order, place_name, place_slice, row_order, coalesce(short_title, title) AS short_title, read_basis, read_window,
       read_basis_months, read_window_months, shown_as_count, coalesce(concern, kpi) AS concern, target
FROM kpi_dictionary
WHERE until = 'infinity' AND generation = (SELECT max(generation) FROM kpi_dictionary);
