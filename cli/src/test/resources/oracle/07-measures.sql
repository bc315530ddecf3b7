-- The measures, stated again by hand: kind, bases, slice families. Their rules are in 08 and 09.

CREATE TABLE measure AS
SELECT * FROM (VALUES
    ('recorded_offences', 'count', ['recorded'], ['recorded'],
        ['TOTAL', 'THEME', 'THEME_DETAIL', 'ARCHIVE_THEME', 'THEME_AND_LPA', 'VICTIM_SEX', 'AGE_BAND', 'ETHNICITY', 'DISABILITY']),
    ('public_space_offences', 'count', ['recorded'], [],
        ['TOTAL', 'THEME', 'THEME_AND_LPA', 'AGE_BAND', 'ETHNICITY', 'DISABILITY']),
    ('victim_attrition', 'share',
        ['to_date', 'assigned', 'settled_28d', 'settled_90d', 'settled_180d', 'settled_365d',
         'matured_28d', 'matured_90d', 'matured_180d', 'matured_365d'], [],
        ['TOTAL', 'THEME', 'THEME_DETAIL', 'THEME_AND_LPA', 'VICTIM_SEX', 'AGE_BAND', 'ETHNICITY', 'DISABILITY']),
    ('substitution_14', 'share', ['assigned', 'settled_90d', 'matured_90d'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('substitution_15', 'share', ['assigned', 'settled_90d', 'matured_90d'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('substitution_18', 'share', ['assigned', 'settled_90d', 'matured_90d'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('substitution_20', 'share', ['assigned', 'settled_90d', 'matured_90d'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('substitution_21', 'share', ['assigned', 'settled_90d', 'matured_90d'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('substitution_22', 'share', ['assigned', 'settled_90d', 'matured_90d'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('substitution_cancelled', 'share', ['matured_90d'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('evidential_difficulty', 'share', ['to_date', 'assigned', 'settled_90d', 'matured_90d'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('charge_rate', 'share',
        ['to_date', 'assigned', 'settled_180d', 'settled_365d', 'settled_730d', 'matured_180d', 'matured_365d', 'matured_730d'],
        ['to_date', 'settled_0m', 'settled_1m', 'settled_2m', 'settled_3m', 'settled_4m', 'settled_5m', 'settled_6m', 'settled_7m',
         'settled_8m', 'settled_9m', 'settled_10m', 'settled_11m', 'settled_12m'],
        ['TOTAL', 'THEME', 'THEME_DETAIL', 'ARCHIVE_THEME', 'THEME_AND_LPA', 'VICTIM_SEX', 'AGE_BAND', 'ETHNICITY', 'DISABILITY']),
    ('unable_to_prosecute', 'share', [],
        ['to_date', 'settled_0m', 'settled_1m', 'settled_2m', 'settled_3m', 'settled_4m', 'settled_5m', 'settled_6m', 'settled_7m',
         'settled_8m', 'settled_9m', 'settled_10m', 'settled_11m', 'settled_12m'],
        ['ARCHIVE_THEME']),
    ('outcome_recorded', 'share', [],
        ['to_date', 'settled_0m', 'settled_1m', 'settled_2m', 'settled_3m', 'settled_4m', 'settled_5m', 'settled_6m', 'settled_7m',
         'settled_8m', 'settled_9m', 'settled_10m', 'settled_11m', 'settled_12m'],
        ['ARCHIVE_THEME']),
    ('withdrawal_reason_recorded', 'share', ['assigned'], [],
        ['TOTAL', 'THEME', 'THEME_DETAIL', 'THEME_AND_LPA', 'VICTIM_SEX', 'AGE_BAND', 'ETHNICITY', 'DISABILITY']),
    ('decision_told', 'share', ['assigned'], [],
        ['TOTAL', 'THEME', 'THEME_DETAIL', 'THEME_AND_LPA', 'VICTIM_SEX', 'AGE_BAND', 'ETHNICITY', 'DISABILITY']),
    ('open_over_90d', 'share', ['stock'], [],
        ['TOTAL', 'THEME', 'THEME_DETAIL', 'THEME_AND_LPA', 'VICTIM_SEX', 'AGE_BAND', 'ETHNICITY', 'DISABILITY']),
    ('orphan_outcomes', 'count', ['assigned'], [], ['TOTAL']),
    ('spo_applied_rate', 'rate', ['recorded'], [], ['TOTAL']),
    ('easi_completion', 'share', ['stock'], [], ['TOTAL']),
    ('characteristic_known', 'share', ['recorded', 'settled_7d', 'matured_7d'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('characteristic_asked', 'share', ['recorded', 'settled_7d', 'matured_7d'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('characteristic_declined', 'share', ['recorded', 'settled_7d', 'matured_7d'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('recorded_within_24h', 'share', ['recorded'], [],
        ['TOTAL', 'THEME', 'THEME_DETAIL', 'THEME_AND_LPA', 'VICTIM_SEX', 'AGE_BAND', 'ETHNICITY', 'DISABILITY']),
    ('police_suspect_attrition', 'share', ['settled_180d', 'matured_180d'], [], ['TOTAL'])
) AS stated(kpi, kind, day_bases, month_bases, families);

CREATE TABLE measure_family AS
SELECT kpi, unnest(families) AS family FROM measure;

CREATE TABLE measure_basis AS
WITH listed AS (
    SELECT kpi, unnest(day_bases) AS basis, 'd' AS unit FROM measure
    UNION ALL
    SELECT kpi, unnest(month_bases), 'm' FROM measure
)
SELECT *,
    regexp_extract(basis, '^[a-z]+(_date)?') AS basis_kind,
    coalesce(TRY_CAST(regexp_extract(basis, '_([0-9]+)[dm]$', 1) AS INTEGER), 0) AS k
FROM listed;

-- The windows in which each basis is read: 28, 90 and 365 days; frozen figures 28 and 365; months 1, 3 and 12; a stock as it stands.
CREATE TABLE basis_window AS
SELECT kpi, basis, unit, k, w.*
FROM measure_basis b
JOIN (VALUES ('28d', 28), ('90d', 90), ('365d', 365), ('1m', 1), ('3m', 3), ('12m', 12), ('all', NULL)) AS w("window", length)
    ON CASE WHEN b.basis_kind = 'stock' THEN w."window" = 'all'
            WHEN b.unit = 'm' THEN w."window" IN ('1m', '3m', '12m')
            WHEN b.basis_kind = 'matured' THEN w."window" IN ('28d', '365d')
            ELSE w."window" IN ('28d', '90d', '365d') END;
