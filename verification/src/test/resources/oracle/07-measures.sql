-- What a measure is, in one row beside its rule, stated again by hand: 08 to 10 declare the measures whose rules they hold. A column of
-- several has them with blanks between.
--   kind      count, share or rate; per workforce: a rate for a population, whose denominator is its number on the day of the snapshot;
--             percentile 50: of the numbers of cases; oldest: the age of the oldest
--   windows   of 28, 90 and 365 days where null; 1m: the last month that is over; fytd: those of its financial year, from April on; those of
--             a stock: read in the mean of so many midnights, and as it stands where null
--   families  slices of cases; ANY and ANY_LPA hold crimes of any offence, STRATUM and POLICE_STRATUM cases that are weighed
--   streams   that tell it, and duties that are logged: before a force has sent each of them there is no figure, since nobody knows whether
--             nothing happened or nothing was sent
--   months    bases of what is known by the month alone
--   named     of what is published as a value of a measure's dimension: that measure and the value
CREATE TABLE measure (
    kpi VARCHAR, kind VARCHAR, bases VARCHAR, windows VARCHAR, families VARCHAR, streams VARCHAR, months VARCHAR, named VARCHAR);

CREATE VIEW measure_family AS SELECT kpi, unnest(string_split(families, ' ')) AS family FROM measure;

CREATE VIEW measure_basis AS
WITH listed AS (
    SELECT kpi, unnest(string_split(bases, ' ')) AS basis, 'd' AS unit FROM measure
    UNION ALL
    SELECT kpi, unnest(string_split(months, ' ')), 'm' FROM measure
)
SELECT *,
    regexp_extract(basis, '^[a-z]+(_date)?') AS basis_kind,
    coalesce(TRY_CAST(regexp_extract(basis, '_([0-9]+)[dm]$', 1) AS INTEGER), 0) AS k
FROM listed;

CREATE VIEW rate_for AS SELECT kpi, substr(kind, 5) AS population FROM measure WHERE kind LIKE 'per %';

CREATE VIEW percent AS SELECT kpi, substr(kind, 12)::INTEGER AS percent FROM measure WHERE kind LIKE 'percentile %';

CREATE VIEW own_window AS
SELECT kpi, "window", TRY_CAST(regexp_extract("window", '[0-9]+') AS INTEGER) AS length
FROM (SELECT kpi, unnest(string_split(windows, ' ')) AS "window" FROM measure);

-- Shares that are weighed by strata: their days are kept, and read only when they are weighed.
CREATE VIEW standardised AS
SELECT kpi, basis, k, "window", length
FROM measure_basis JOIN own_window USING (kpi)
WHERE kpi IN (SELECT kpi FROM measure_family WHERE family IN ('STRATUM', 'POLICE_STRATUM'));

CREATE VIEW mean_of_days AS SELECT o.* FROM own_window o JOIN measure_basis b USING (kpi) WHERE b.basis_kind = 'stock';

-- The windows in which each basis is read: its own or 28, 90 and 365 days; frozen figures 28 and 365; months 1, 3 and 12; a stock as it stands.
CREATE VIEW basis_window AS
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

CREATE VIEW told_by AS SELECT unnest(string_split(streams, ' ')) AS stream, kpi FROM measure;

CREATE VIEW value_of_dimension AS
SELECT kpi, split_part(named, ' ', 1) AS measure, split_part(named, ' ', 2) AS cut FROM measure WHERE named IS NOT NULL;
