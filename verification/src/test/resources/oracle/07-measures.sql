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
    ('support_referral_2d', 'share', ['settled_7d', 'matured_7d'], [],
        ['TOTAL', 'THEME', 'THEME_AND_LPA', 'VICTIM_SEX', 'AGE_BAND', 'ETHNICITY', 'DISABILITY']),
    ('victims_code_all_five', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'VICTIM_SEX', 'AGE_BAND', 'ETHNICITY']),
    ('victims_code_mean', 'share', ['recorded'], [], ['TOTAL', 'THEME']),
    ('victims_code_applicable', 'share', ['recorded'], [], ['TOTAL', 'THEME']),
    ('acknowledged', 'share', ['recorded'], [], ['TOTAL', 'THEME']),
    ('updates_timely', 'share', ['recorded'], [], ['TOTAL', 'THEME']),
    ('vps_offered', 'share', ['recorded'], [], ['TOTAL', 'THEME']),
    ('referred_2d', 'share', ['recorded'], [], ['TOTAL', 'THEME']),
    ('referred_late', 'share', ['recorded'], [], ['TOTAL', 'THEME']),
    ('code_informed', 'share', ['recorded'], [], ['TOTAL', 'THEME']),
    ('end_of_journey_told', 'share', ['recorded'], [], ['TOTAL', 'THEME']),
    ('review_takeup', 'share', ['settled_90d'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('review_decided_30d', 'share', ['recorded'], [], ['TOTAL', 'THEME']),
    ('device_returned_24h', 'share', ['recorded'], [], ['TOTAL', 'THEME']),
    ('review_overturned', 'share', ['recorded'], [], ['TOTAL', 'THEME']),
    ('survey_response', 'share', ['settled_28d'], [], ['TOTAL', 'THEME']),
    ('survey_satisfied', 'share', ['recorded'], [], ['TOTAL', 'THEME']),
    ('survey_coverage', 'share', ['settled_90d'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('survey_demographics', 'share', ['recorded'], [], ['TOTAL', 'THEME']),
    ('survey_free_text', 'share', ['recorded'], [], ['TOTAL', 'THEME']),
    ('cps_overdue', 'share', ['stock'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('cps_resubmission_overdue', 'share', ['stock'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('devices_examined', 'rate', ['recorded'], [], ['TOTAL']),
    ('stalking_screened_7d', 'share', ['settled_7d'], [], ['TOTAL', 'THEME_AND_LPA']),
    ('dvpo_rate', 'rate', ['recorded'], [], ['TOTAL']),
    ('dvpo_within_48h', 'share', ['recorded'], [], ['TOTAL']),
    ('shpo_granted', 'count', ['recorded'], [], ['TOTAL']),
    ('shpo_cumulative', 'count', ['stock'], [], ['TOTAL']),
    ('shpo_in_force', 'count', ['stock'], [], ['TOTAL']),
    ('police_complaints_rate', 'population_rate', ['recorded'], [], ['TOTAL']),
    ('police_conduct_rate', 'population_rate', ['recorded'], [], ['TOTAL']),
    ('marac_rate', 'population_rate', ['recorded'], [], ['TOTAL']),
    ('marac_high_risk_28d', 'share', ['settled_28d'], [], ['TOTAL']),
    ('marac_repeat', 'share', ['recorded'], [], ['TOTAL']),
    ('police_complaints', 'count', ['recorded'], [], ['TOTAL']),
    ('police_complaints_force', 'count', ['recorded'], [], ['TOTAL']),
    ('police_conduct', 'count', ['recorded'], [], ['TOTAL']),
    ('conduct_open_12m', 'share', ['stock'], [], ['TOTAL']),
    ('conduct_restricted_2d', 'share', ['settled_7d'], [], ['TOTAL']),
    ('conduct_proven', 'share', ['recorded'], [], ['TOTAL']),
    ('orphan_outcomes', 'count', ['assigned'], [], ['TOTAL']),
    ('spo_applied_rate', 'rate', ['recorded'], [], ['TOTAL']),
    ('easi_completion', 'share', ['stock'], [], ['TOTAL', 'PROGRAMME_ROUTE']),
    ('characteristic_known', 'share', ['recorded', 'settled_7d', 'matured_7d'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('characteristic_asked', 'share', ['recorded', 'settled_7d', 'matured_7d'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('characteristic_declined', 'share', ['recorded', 'settled_7d', 'matured_7d'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('recorded_within_24h', 'share', ['recorded'], [],
        ['TOTAL', 'THEME', 'THEME_DETAIL', 'THEME_AND_LPA', 'VICTIM_SEX', 'AGE_BAND', 'ETHNICITY', 'DISABILITY']),
    ('police_suspect_attrition', 'share', ['settled_180d', 'matured_180d'], [], ['TOTAL']),
    ('night_time_share', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('education_offences', 'count', ['recorded'], [], ['TOTAL', 'THEME']),
    ('prompt_reporting', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA', 'AGE_BAND', 'ETHNICITY']),
    ('suspect_identified_28d', 'share', ['settled_28d', 'matured_28d'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('outcome_16_reopened', 'share', ['recorded'], [], ['TOTAL', 'THEME']),
    ('victim_does_not_support', 'share', ['assigned', 'settled_90d', 'matured_90d'], [],
        ['TOTAL', 'THEME', 'THEME_DETAIL', 'THEME_AND_LPA', 'VICTIM_SEX', 'AGE_BAND', 'ETHNICITY', 'DISABILITY']),
    ('evidential_difficulty_da', 'share', ['assigned', 'settled_180d', 'matured_180d'], [],
        ['TOTAL', 'THEME', 'THEME_AND_LPA', 'VICTIM_SEX']),
    ('positive_outcome', 'share', ['assigned', 'settled_180d', 'settled_365d', 'matured_180d', 'matured_365d'], [],
        ['TOTAL', 'THEME', 'THEME_DETAIL', 'THEME_AND_LPA']),
    ('withdrawal_before_statement', 'share', ['assigned'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('withdrawal_after_statement', 'share', ['assigned'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('withdrawal_at_cps', 'share', ['assigned'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('support_ended_after_charge', 'share', ['assigned'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('withdrawal_for_fear', 'share', ['assigned'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('withdrawal_for_length', 'share', ['assigned'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('withdrawal_for_court', 'share', ['assigned'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('withdrawal_uninformed', 'share', ['assigned'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('withdrawal_for_other_support', 'share', ['assigned'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('withdrawal_for_device', 'share', ['assigned'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('withdrawal_within_7d', 'share', ['assigned'], [], ['TOTAL', 'THEME', 'THEME_DETAIL', 'THEME_AND_LPA']),
    ('withdrawal_within_28d', 'share', ['assigned'], [], ['TOTAL', 'THEME', 'THEME_DETAIL', 'THEME_AND_LPA']),
    ('withdrawal_within_90d', 'share', ['assigned'], [], ['TOTAL', 'THEME', 'THEME_DETAIL', 'THEME_AND_LPA']),
    ('early_advice_recorded', 'share', ['assigned'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('spo_granted_share', 'share', ['assigned'], [], ['TOTAL']),
    ('spo_breach_rate', 'share', ['settled_365d'], [], ['TOTAL']),
    ('easi_places_filled', 'count', ['stock'], [], ['TOTAL', 'PROGRAMME_ROUTE']),
    ('core_four_known', 'share', ['recorded', 'settled_7d', 'matured_7d'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('all_nine_known', 'share', ['recorded', 'settled_7d', 'matured_7d'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('cancelled_share', 'share', ['matured_90d'], [], ['TOTAL', 'THEME']),
    ('n100_confirmed_28d', 'share', ['settled_28d', 'matured_28d'], [], ['TOTAL']),
    ('n100_open_28d', 'share', ['settled_28d', 'matured_28d'], [], ['TOTAL']),
    ('reclassified_share', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'THEME_DETAIL', 'THEME_AND_LPA']),
    ('da_flag_late', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('da_flag_missing', 'share', ['recorded'], [], ['TOTAL', 'THEME']),
    ('gender_hate_marked', 'count', ['recorded'], [], ['TOTAL', 'THEME']),
    ('police_suspect_charge', 'share', ['settled_180d', 'matured_180d'], [], ['TOTAL']),
    ('victim_attrition_standardised', 'share', ['settled_90d'], [], ['STRATUM']),
    ('police_suspect_attrition_gap', 'share', ['settled_180d'], [], ['POLICE_STRATUM']),
    ('police_suspect_charge_gap', 'share', ['settled_180d'], [], ['POLICE_STRATUM']),
    ('open_over_180d', 'share', ['stock'], [], ['TOTAL', 'THEME', 'THEME_DETAIL', 'THEME_AND_LPA']),
    ('open_over_365d', 'share', ['stock'], [], ['TOTAL', 'THEME', 'THEME_DETAIL', 'THEME_AND_LPA']),
    ('linkage_victim', 'share', ['recorded'], [], ['TOTAL', 'THEME']),
    ('linkage_suspect', 'share', ['recorded'], [], ['TOTAL', 'THEME']),
    ('repeat_victimisation', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('repeat_victimisation_same_suspect', 'share', ['recorded'], [], ['TOTAL', 'THEME']),
    ('repeat_stalking_suspect', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('victim_attrition_victims', 'share', ['settled_28d', 'settled_90d', 'settled_180d', 'settled_365d'], [],
        ['TOTAL', 'THEME']),
    ('serial_perpetrators', 'share', ['recorded'], [], ['TOTAL', 'THEME']),
    ('serial_managed', 'share', ['recorded'], [], ['TOTAL', 'THEME']),
    ('characteristic_consistent', 'share', ['recorded'], [], ['TOTAL', 'THEME']),
    ('conduct_repeat_people', 'share', ['recorded'], [], ['TOTAL']),
    ('repeat_location_share', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('easi_reoffending_180d', 'share', ['stock'], [], ['TRIAL_ARM']),
    ('easi_reoffending_365d', 'share', ['stock'], [], ['TRIAL_ARM']),
    ('public_space_rate', 'population_rate', ['recorded'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('education_rate', 'population_rate', ['recorded'], [], ['TOTAL', 'THEME'])
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

-- Measures whose own scope is wider than the themes: their total holds crimes of any offence.
CREATE TABLE any_offence AS
SELECT * FROM (VALUES ('n100_confirmed_28d'), ('n100_open_28d'), ('da_flag_missing')) AS stated(kpi);

-- Rates for a population: the denominator is its number on the day of the snapshot.
CREATE TABLE rate_for AS
SELECT * FROM (VALUES ('public_space_rate', 'female_residents'), ('education_rate', 'girls_5_to_17'),
    ('marac_rate', 'adult_female_residents'), ('police_complaints_rate', 'workforce'), ('police_conduct_rate', 'workforce')) AS stated(kpi, population);

-- Shares that are weighed by strata: their days are kept, and read only when they are weighed.
CREATE TABLE standardised AS
SELECT * FROM (VALUES ('victim_attrition_standardised', 'settled_90d', 90, '365d', 365),
    ('police_suspect_attrition_gap', 'settled_180d', 180, '730d', 730),
    ('police_suspect_charge_gap', 'settled_180d', 180, '730d', 730)) AS stated(kpi, basis, k, "window", length);

-- Measures that are read over other windows than the usual ones.
CREATE TABLE own_windows AS
SELECT * FROM (VALUES
    ('victims_code_all_five', ['90d', '365d']), ('victims_code_mean', ['90d', '365d']), ('victims_code_applicable', ['90d', '365d']),
    ('acknowledged', ['90d', '365d']), ('updates_timely', ['90d', '365d']), ('vps_offered', ['90d', '365d']),
    ('referred_2d', ['90d', '365d']), ('referred_late', ['90d', '365d']), ('code_informed', ['90d', '365d']),
    ('end_of_journey_told', ['90d', '365d']), ('review_takeup', ['365d']), ('review_overturned', ['365d']),
    ('survey_response', ['90d', '365d']), ('survey_satisfied', ['90d', '365d']), ('survey_coverage', ['90d', '365d']),
    ('survey_demographics', ['90d', '365d']), ('survey_free_text', ['90d', '365d']), ('devices_examined', ['90d', '365d']),
    ('device_return_hours_median', ['90d', '365d']), ('stalking_screened_7d', ['90d', '365d']),
    ('spo_days_to_apply_median', ['90d', '365d']), ('dvpo_rate', ['90d', '365d']), ('dvpo_within_48h', ['90d', '365d']),
    ('shpo_granted', ['90d', '365d']), ('marac_rate', ['365d']), ('marac_high_risk_28d', ['90d', '365d']), ('marac_repeat', ['90d', '365d']),
    ('police_complaints', ['90d', '365d']), ('police_complaints_force', ['90d', '365d']), ('police_conduct', ['90d', '365d']),
    ('conduct_restricted_2d', ['365d']), ('conduct_proven', ['365d']), ('conduct_days_median', ['365d']),
    ('night_time_share', ['90d', '365d']), ('education_offences', ['90d', '365d']), ('prompt_reporting', ['90d', '365d']),
    ('suspect_identified_28d', ['90d', '365d']), ('outcome_16_reopened', ['90d', '365d']),
    ('evidential_difficulty_da', ['90d', '365d']), ('positive_outcome', ['365d']), ('withdrawal_within_7d', ['90d', '365d']),
    ('withdrawal_within_28d', ['90d', '365d']), ('withdrawal_within_90d', ['90d', '365d']), ('early_advice_recorded', ['90d', '365d']),
    ('spo_granted_share', ['90d', '365d']), ('spo_breach_rate', ['365d']), ('n100_confirmed_28d', ['90d', '365d']),
    ('n100_open_28d', ['90d', '365d']), ('reclassified_share', ['90d', '365d']), ('da_flag_late', ['90d', '365d']),
    ('da_flag_missing', ['90d', '365d']), ('gender_hate_marked', ['90d', '365d']), ('linkage_victim', ['28d', '90d']),
    ('linkage_suspect', ['28d', '90d']), ('repeat_victimisation', ['90d', '365d']),
    ('repeat_victimisation_same_suspect', ['90d', '365d']), ('repeat_stalking_suspect', ['90d', '365d']),
    ('victim_attrition_victims', ['365d']), ('serial_perpetrators', ['365d']), ('serial_managed', ['365d']),
    ('characteristic_consistent', ['365d']), ('conduct_repeat_people', ['1826d']), ('repeat_location_share', ['365d']), ('recording_latency_p95', ['28d']), ('ingest_latency_p95', ['28d']),
    ('public_space_rate', ['365d']), ('education_rate', ['365d']),
    ('police_complaints_rate', ['365d']), ('police_conduct_rate', ['365d']), ('review_decided_30d', ['365d']),
    ('device_returned_24h', ['90d', '365d']), ('cps_days_to_decision_median', ['90d', '365d']), ('withdrawal_days_p25', ['90d', '365d']), ('withdrawal_days_p75', ['90d', '365d'])
) AS stated(kpi, windows);

-- The windows in which each basis is read: 28, 90 and 365 days, or as stated above; frozen figures 28 and 365; months 1, 3 and 12; a stock as it stands.
CREATE TABLE basis_window AS
SELECT kpi, basis, unit, k, w.*
FROM measure_basis b
LEFT JOIN own_windows o USING (kpi)
JOIN (VALUES ('28d', 28), ('90d', 90), ('365d', 365), ('1826d', 1826), ('1m', 1), ('3m', 3), ('12m', 12), ('all', NULL)) AS w("window", length)
    ON CASE WHEN b.basis_kind = 'stock' THEN w."window" = 'all'
            WHEN b.unit = 'm' THEN w."window" IN ('1m', '3m', '12m')
            WHEN b.basis_kind = 'matured' THEN w."window" IN ('28d', '365d')
            ELSE list_contains(coalesce(o.windows, ['28d', '90d', '365d']), w."window") END
WHERE kpi NOT IN (SELECT kpi FROM standardised);
