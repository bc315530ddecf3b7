-- A rate for a population is read for 1,000 of its people or for 10,000: what it is read beside may be stated for either.
ALTER TABLE kpi_benchmark DROP CONSTRAINT kpi_benchmark_unit_check;
ALTER TABLE kpi_benchmark ADD CONSTRAINT kpi_benchmark_unit_check
    CHECK (unit IN ('count', 'percent', 'per_100', 'per_1000', 'per_10000', 'days', 'hours'));

CREATE OR REPLACE VIEW kpi_measure AS
SELECT d.kpi, d.priority, d.title, d.definition, d.unit, d.direction, d.owner, d.section, d.definition_hash, d.kind, d.minimum_n, d.restricted,
       d.needs, d.caveats, d.place, d.place_order, d.place_name, d.place_slice, d.row_order, coalesce(d.short_title, d.title) AS short_title,
       d.read_basis, d.read_window, d.read_basis_months, d.read_window_months, d.shown_as_count, coalesce(d.concern, d.kpi) AS concern,
       (SELECT b.stated / CASE b.unit WHEN 'percent' THEN 100 WHEN 'per_100' THEN 100 WHEN 'per_1000' THEN 1000 WHEN 'per_10000' THEN 10000 ELSE 1 END
        FROM kpi_benchmark b
        WHERE b.publication = d.publication AND b.kpi = d.kpi AND b.slice = '' AND b.kind = 'target' AND b.reason = '' AND b.until = 'infinity'
          AND b.valid_from <= current_date
        ORDER BY b.valid_from DESC, b.own DESC
        LIMIT 1) AS target,
       d.about_nobody
FROM kpi_dictionary d
WHERE d.until = 'infinity' AND d.publication = (SELECT max(publication) FROM kpi_dictionary);
