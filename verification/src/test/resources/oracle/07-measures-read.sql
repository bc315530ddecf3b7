-- What follows from all that is declared.
CREATE TABLE measure_family AS SELECT kpi, unnest(string_split(families, ' ')) AS family FROM measure;

CREATE TABLE measure_basis AS
WITH listed AS (
    SELECT kpi, unnest(string_split(bases, ' ')) AS basis, 'd' AS unit FROM measure
    UNION ALL
    SELECT kpi, unnest(string_split(months, ' ')), 'm' FROM measure
)
SELECT *,
    regexp_extract(basis, '^[a-z]+(_date)?') AS basis_kind,
    coalesce(TRY_CAST(regexp_extract(basis, '_([0-9]+)[dm]$', 1) AS INTEGER), 0) AS k
FROM listed;

CREATE TABLE rate_for AS SELECT kpi, substr(kind, 5) AS population FROM measure WHERE kind LIKE 'per %';

CREATE TABLE percent AS SELECT kpi, substr(kind, 12)::INTEGER AS percent FROM measure WHERE kind LIKE 'percentile %';

CREATE TABLE own_window AS
SELECT kpi, "window", TRY_CAST(regexp_extract("window", '[0-9]+') AS INTEGER) AS length
FROM (SELECT kpi, unnest(string_split(windows, ' ')) AS "window" FROM measure);

-- Shares that are weighed by strata: their days are kept, and read only when they are weighed.
CREATE TABLE standardised AS
SELECT kpi, basis, k, "window", length
FROM measure_basis JOIN own_window USING (kpi)
WHERE kpi IN (SELECT kpi FROM measure_family WHERE family IN ('STRATUM', 'POLICE_STRATUM'));

CREATE TABLE mean_of_days AS SELECT o.* FROM own_window o JOIN measure_basis b USING (kpi) WHERE b.basis_kind = 'stock';

-- The windows in which each basis is read: its own or 28, 90 and 365 days; frozen figures 28 and 365; months 1, 3 and 12; a stock as it stands.
CREATE TABLE basis_window AS
SELECT kpi, basis, unit, k, w.*
FROM measure_basis b
JOIN measure m USING (kpi)
JOIN (VALUES ('28d', 28), ('90d', 90), ('365d', 365), ('1826d', 1826),
     ('1m', 1), ('3m', 3), ('12m', 12), ('fytd', NULL), ('all', NULL)) AS w("window", length)
    ON CASE WHEN b.basis_kind = 'stock' THEN w."window" = 'all'
            WHEN b.unit = 'm' THEN w."window" IN ('1m', '3m', '12m')
            WHEN b.basis_kind = 'matured' THEN w."window" IN ('28d', '365d')
            ELSE list_contains(string_split(coalesce(m.windows, '28d 90d 365d'), ' '), w."window") END
WHERE kpi NOT IN (SELECT kpi FROM standardised UNION ALL SELECT kpi FROM mean_of_days);

CREATE TABLE told_by AS SELECT unnest(string_split(streams, ' ')) AS stream, kpi FROM measure;

CREATE TABLE value_of_dimension AS
SELECT kpi, split_part(named, ' ', 1) AS measure, split_part(named, ' ', 2) AS cut FROM measure WHERE named IS NOT NULL;
