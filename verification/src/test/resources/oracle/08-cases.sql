-- The slices to which a case belongs. Themes overlap (domestic abuse lies over the others), so they are never summed.

CREATE TABLE case_theme AS
SELECT id, offence_theme AS theme, 'THEME' AS family FROM known_case WHERE offence_theme IS NOT NULL AND NOT month_only
UNION ALL
SELECT id, 'domestic_abuse', 'THEME' FROM known_case WHERE domestic_abuse AND NOT month_only
UNION ALL
SELECT id, offence_kind, 'THEME_DETAIL' FROM known_case WHERE offence_kind IN ('stalking', 'harassment') AND NOT month_only
UNION ALL
SELECT id, 'vaiwg_female', 'THEME_DETAIL' FROM known_case WHERE in_scope AND victim_sex = 'female' AND NOT month_only
UNION ALL
-- Public archives know one bucket and nothing of its parts.
SELECT id, 'violence_sexual', 'ARCHIVE_THEME' FROM known_case
WHERE month_only AND offence_code IS NULL AND offence_group = 'violence-and-sexual-offences';

CREATE TABLE case_cut AS
SELECT id, cut.*
FROM known_case k
LEFT JOIN ethnicity_group e ON e.code = k.victim_ethnicity_value AND k.victim_ethnicity_status = 'VALUE' AND k.person_victim,
LATERAL (VALUES
    ('THEME_AND_LPA', 'lpa', k.policing_area),
    ('VICTIM_SEX', 'sex', k.victim_sex),
    ('AGE_BAND', 'age', CASE WHEN k.victim_age <= 12 THEN '0-12' WHEN k.victim_age <= 15 THEN '13-15' WHEN k.victim_age <= 17 THEN '16-17'
        WHEN k.victim_age <= 24 THEN '18-24'
        WHEN k.victim_age <= 34 THEN '25-34' WHEN k.victim_age <= 54 THEN '35-54' WHEN k.victim_age >= 55 THEN '55+' ELSE 'unknown' END),
    ('ETHNICITY', 'ethnicity', coalesce(e."group", 'unknown')),
    ('DISABILITY', 'disability',
        CASE WHEN k.person_victim AND k.victim_disability_status = 'VALUE' AND k.victim_disability_value IN ('disabled', 'not_disabled')
             THEN k.victim_disability_value ELSE 'unknown' END)
) AS cut(family, key, value);

-- Cases that are alike, by which shares are weighed: the offence's theme with the marker of domestic abuse and without it; what is
-- marked and of no such theme is one.
CREATE TABLE case_stratum AS
SELECT id, police_suspect,
    CASE WHEN offence_theme IS NULL THEN 'other_da' WHEN domestic_abuse THEN offence_theme || '_da' ELSE offence_theme END AS stratum
FROM known_case WHERE in_scope AND NOT month_only;

-- A slice is text: key=value, keys sorted, joined by semicolons; all other keys sort before theme.
CREATE TABLE case_slice AS
SELECT id, 'TOTAL' AS family, '' AS slice FROM known_case WHERE in_scope AND NOT month_only
UNION ALL
SELECT id, 'LPA', 'lpa=' || policing_area FROM known_case WHERE in_scope AND NOT month_only
UNION ALL
SELECT id, family, 'theme=' || theme FROM case_theme
UNION ALL
SELECT id, cut.family, cut.key || '=' || cut.value || ';theme=' || t.theme
FROM case_theme t JOIN case_cut cut USING (id)
WHERE t.family = 'THEME'
UNION ALL
SELECT id, 'STRATUM', 'stratum=' || stratum FROM case_stratum
UNION ALL
SELECT id, 'POLICE_STRATUM', 'stratum=' || CASE WHEN police_suspect THEN 'police_' ELSE 'others_' END || stratum FROM case_stratum
UNION ALL
-- Crimes of any offence, of measures whose own scope is wider than the themes.
SELECT id, 'ANY', '' FROM known_case WHERE NOT month_only
UNION ALL
SELECT id, 'ANY_LPA', 'lpa=' || policing_area FROM known_case WHERE NOT month_only;

INSERT INTO measure (kpi, kind, bases, windows, families, streams) VALUES
    ('public_space_offences', 'count', 'recorded', '28d 90d 365d fytd', 'TOTAL THEME THEME_AND_LPA AGE_BAND ETHNICITY DISABILITY',
        'crime-recording'),
    ('victim_attrition', 'share',
        'to_date assigned settled_28d settled_90d settled_180d settled_365d matured_28d matured_90d matured_180d matured_365d', '28d 90d 365d fytd',
        'TOTAL THEME THEME_DETAIL THEME_AND_LPA VICTIM_SEX AGE_BAND ETHNICITY DISABILITY', 'crime-recording outcome'),
    ('substitution_cancelled', 'share', 'matured_90d', NULL, 'TOTAL THEME THEME_AND_LPA', 'crime-recording'),
    ('evidential_difficulty', 'share', 'to_date assigned settled_90d matured_90d', NULL, 'TOTAL THEME THEME_AND_LPA', 'crime-recording outcome'),
    ('withdrawal_reason_recorded', 'share', 'assigned', NULL, 'TOTAL THEME THEME_DETAIL THEME_AND_LPA VICTIM_SEX AGE_BAND ETHNICITY DISABILITY',
        'crime-recording outcome'),
    ('decision_told', 'share', 'assigned', '28d 90d 365d fytd', 'TOTAL THEME THEME_DETAIL THEME_AND_LPA VICTIM_SEX AGE_BAND ETHNICITY DISABILITY',
        'crime-recording outcome'),
    ('support_referral_2d', 'share', 'settled_7d matured_7d', '28d 90d 365d fytd',
        'TOTAL THEME THEME_DETAIL THEME_AND_LPA VICTIM_SEX AGE_BAND ETHNICITY DISABILITY', 'crime-recording victim-contact'),
    ('support_after_charge', 'share', 'assigned', '365d', 'TOTAL THEME LPA', 'crime-recording outcome victim-contact'),
    ('informed_in_time', 'share', 'settled_14d', '28d 365d', 'TOTAL THEME LPA VICTIM_SEX AGE_BAND ETHNICITY DISABILITY',
        'crime-recording victim-contact INFORMATION'),
    ('compensation_told_28d', 'share', 'settled_28d', '365d', 'TOTAL THEME LPA', 'crime-recording victim-contact COMPENSATION'),
    ('interviewer_offered', 'share', 'recorded', '365d', 'TOTAL THEME LPA', 'crime-recording victim-contact INTERVIEWER'),
    ('court_visit_before_trial', 'share', 'recorded', '1826d', 'ANY', 'crime-recording outcome victim-contact COURT_VISIT'),
    ('survey_coverage', 'share', 'settled_90d', '90d 365d', 'TOTAL THEME THEME_AND_LPA', 'crime-recording victim-contact'),
    ('stalking_screened_7d', 'share', 'settled_7d', '90d 365d', 'TOTAL THEME_AND_LPA', 'crime-recording stalking'),
    ('characteristic_known', 'share', 'recorded settled_7d matured_7d', '28d 90d 365d fytd', 'TOTAL THEME THEME_AND_LPA', 'crime-recording'),
    ('characteristic_asked', 'share', 'recorded settled_7d matured_7d', NULL, 'TOTAL THEME THEME_AND_LPA', 'crime-recording'),
    ('characteristic_declined', 'share', 'recorded settled_7d matured_7d', NULL, 'TOTAL THEME THEME_AND_LPA', 'crime-recording'),
    ('recorded_within_24h', 'share', 'recorded', '28d 90d 365d fytd',
        'TOTAL THEME THEME_DETAIL THEME_AND_LPA VICTIM_SEX AGE_BAND ETHNICITY DISABILITY', 'crime-recording'),
    ('night_time_share', 'share', 'recorded', '90d 365d', 'TOTAL THEME THEME_AND_LPA', 'crime-recording'),
    ('public_space_sex_unknown', 'count', 'recorded', '90d 365d', 'TOTAL THEME', 'crime-recording'),
    ('education_offences', 'count', 'recorded', '90d 365d', 'TOTAL THEME LPA', 'crime-recording'),
    ('prompt_reporting', 'share', 'recorded', '90d 365d', 'TOTAL THEME THEME_AND_LPA AGE_BAND ETHNICITY', 'crime-recording'),
    ('suspect_identified_28d', 'share', 'settled_28d matured_28d', '90d 365d fytd', 'TOTAL THEME THEME_AND_LPA', 'crime-recording'),
    ('outcome_16_reopened', 'share', 'recorded', '90d 365d', 'TOTAL THEME LPA', 'crime-recording outcome'),
    ('victim_does_not_support', 'share', 'assigned settled_90d matured_90d', NULL,
        'TOTAL THEME THEME_DETAIL THEME_AND_LPA VICTIM_SEX AGE_BAND ETHNICITY DISABILITY', 'crime-recording outcome'),
    ('evidential_difficulty_da', 'share', 'assigned settled_180d matured_180d', '90d 365d', 'TOTAL THEME THEME_AND_LPA VICTIM_SEX',
        'crime-recording outcome'),
    ('action_taken', 'share', 'assigned settled_180d settled_365d matured_180d matured_365d', '365d', 'TOTAL THEME THEME_DETAIL THEME_AND_LPA',
        'crime-recording outcome'),
    ('support_ended_after_charge', 'share', 'assigned', NULL, 'TOTAL THEME THEME_AND_LPA', 'crime-recording outcome'),
    ('early_advice_recorded', 'share', 'assigned', '90d 365d', 'TOTAL THEME THEME_AND_LPA', 'crime-recording outcome'),
    ('core_four_known', 'share', 'recorded settled_7d matured_7d', NULL, 'TOTAL THEME THEME_AND_LPA', 'crime-recording'),
    ('all_nine_known', 'share', 'recorded settled_7d matured_7d', NULL, 'TOTAL THEME THEME_AND_LPA', 'crime-recording'),
    ('cancelled_share', 'share', 'matured_90d', NULL, 'TOTAL THEME LPA', 'crime-recording'),
    ('transferred_out', 'share', 'matured_90d', NULL, 'TOTAL THEME LPA', 'crime-recording'),
    ('reclassified_share', 'share', 'recorded', '90d 365d', 'TOTAL THEME THEME_DETAIL THEME_AND_LPA', 'crime-recording'),
    ('da_flag_late', 'share', 'recorded', '90d 365d', 'TOTAL THEME THEME_AND_LPA', 'crime-recording'),
    ('da_flag_missing', 'share', 'recorded', '90d 365d', 'ANY THEME ANY_LPA', 'crime-recording'),
    ('gender_hate_marked', 'count', 'recorded', '90d 365d', 'ANY THEME ANY_LPA', 'crime-recording'),
    ('code_all_five_hate', 'share', 'recorded', '90d 365d', 'ANY THEME ANY_LPA', 'crime-recording victim-contact'),
    ('referred_to_hate_service', 'share', 'recorded', '365d', 'ANY THEME', 'crime-recording victim-contact'),
    ('victim_attrition_standardised', 'share', 'settled_90d', '365d', 'STRATUM', 'crime-recording outcome'),
    ('early_advice_all_rapes', 'share', 'settled_180d settled_365d', '365d', 'TOTAL THEME THEME_AND_LPA', 'crime-recording outcome'),
    ('easi_victims_referred_2d', 'share', 'settled_7d', '365d', 'TOTAL', 'crime-recording victim-contact stalking'),
    ('da_rate', 'per residents', 'recorded', '365d', 'TOTAL THEME THEME_AND_LPA', 'crime-recording'),
    ('da_victims_16_to_24', 'share', 'recorded', NULL, 'TOTAL THEME THEME_AND_LPA', 'crime-recording'),
    ('da_homicides', 'count', 'recorded', '90d 365d 1826d', 'TOTAL THEME THEME_DETAIL', 'crime-recording'),
    ('public_at_weekend', 'share', 'recorded', '90d 365d', 'TOTAL THEME THEME_AND_LPA', 'crime-recording'),
    ('conditional_cautions', 'share', 'assigned', '90d 365d', 'TOTAL THEME LPA', 'crime-recording outcome'),
    ('reported_online', 'share', 'recorded', NULL, 'TOTAL THEME THEME_AND_LPA', 'crime-recording'),
    ('court_convicted', 'share', 'assigned', '90d 365d', 'TOTAL THEME LPA', 'crime-recording outcome'),
    ('court_discontinued', 'share', 'assigned', '90d 365d', 'TOTAL THEME LPA', 'crime-recording outcome'),
    ('proportionate_share', 'share', 'recorded', '90d 365d', 'TOTAL THEME LPA', 'crime-recording'),
    ('proportionate_attrition', 'share', 'settled_90d', '90d 365d', 'TOTAL THEME LPA', 'crime-recording outcome'),
    ('proportionate_charged', 'share', 'settled_180d', '90d 365d', 'TOTAL THEME LPA', 'crime-recording outcome'),
    ('suspect_arrested', 'share', 'recorded', '90d 365d', 'TOTAL THEME THEME_AND_LPA', 'crime-recording'),
    ('da_arrests', 'count', 'recorded', NULL, 'TOTAL THEME THEME_AND_LPA', 'crime-recording'),
    ('da_share_of_crime', 'share', 'recorded', '90d 365d', 'ANY ANY_LPA', 'crime-recording'),
    ('public_space_rate', 'per female_residents', 'recorded', '365d', 'TOTAL THEME THEME_AND_LPA', 'crime-recording'),
    ('education_rate', 'per girls_5_to_17', 'recorded', '365d', 'TOTAL THEME LPA', 'crime-recording');

INSERT INTO measure (kpi, kind, bases, windows, families, streams, months) VALUES
    ('recorded_offences', 'count', 'recorded', '28d 90d 365d fytd',
        'TOTAL THEME THEME_DETAIL ARCHIVE_THEME THEME_AND_LPA VICTIM_SEX AGE_BAND ETHNICITY DISABILITY', 'crime-recording', 'recorded'),
    ('charge_rate', 'share', 'to_date assigned settled_180d settled_365d settled_730d matured_180d matured_365d matured_730d', '28d 90d 365d fytd',
        'TOTAL THEME THEME_DETAIL ARCHIVE_THEME THEME_AND_LPA VICTIM_SEX AGE_BAND ETHNICITY DISABILITY', 'crime-recording outcome',
        'to_date settled_0m settled_1m settled_2m settled_3m settled_4m settled_5m settled_6m settled_7m settled_8m settled_9m settled_10m settled_11m settled_12m'),
    ('unable_to_prosecute', 'share', NULL, NULL, 'ARCHIVE_THEME', 'crime-recording outcome',
        'to_date settled_0m settled_1m settled_2m settled_3m settled_4m settled_5m settled_6m settled_7m settled_8m settled_9m settled_10m settled_11m settled_12m'),
    ('outcome_recorded', 'share', NULL, NULL, 'ARCHIVE_THEME', 'crime-recording outcome',
        'to_date settled_0m settled_1m settled_2m settled_3m settled_4m settled_5m settled_6m settled_7m settled_8m settled_9m settled_10m settled_11m settled_12m');

INSERT INTO measure (kpi, kind, bases, windows, families, streams, named) VALUES
    ('substitution_14', 'share', 'assigned settled_90d matured_90d', NULL, 'TOTAL THEME THEME_AND_LPA', 'crime-recording outcome',
        'substitution outcome=14'),
    ('substitution_15', 'share', 'assigned settled_90d matured_90d', NULL, 'TOTAL THEME THEME_AND_LPA', 'crime-recording outcome',
        'substitution outcome=15'),
    ('substitution_18', 'share', 'assigned settled_90d matured_90d', NULL, 'TOTAL THEME THEME_AND_LPA', 'crime-recording outcome',
        'substitution outcome=18'),
    ('substitution_20', 'share', 'assigned settled_90d matured_90d', NULL, 'TOTAL THEME THEME_AND_LPA', 'crime-recording outcome',
        'substitution outcome=20'),
    ('substitution_21', 'share', 'assigned settled_90d matured_90d', NULL, 'TOTAL THEME THEME_AND_LPA', 'crime-recording outcome',
        'substitution outcome=21'),
    ('substitution_22', 'share', 'assigned settled_90d matured_90d', NULL, 'TOTAL THEME THEME_AND_LPA', 'crime-recording outcome',
        'substitution outcome=22'),
    ('support_before_decision', 'share', 'assigned', '365d', 'TOTAL THEME LPA', 'crime-recording outcome victim-contact',
        'done_by_decision done=support'),
    ('disposal_views_before', 'share', 'assigned', '365d', 'TOTAL THEME LPA', 'crime-recording outcome victim-contact DISPOSAL_VIEWS',
        'done_by_decision done=views'),
    ('police_suspect_attrition', 'share', 'settled_180d matured_180d', NULL, 'TOTAL', 'crime-recording outcome', 'police_suspect end=support_ended'),
    ('withdrawal_before_statement', 'share', 'assigned', NULL, 'TOTAL THEME THEME_AND_LPA', 'crime-recording outcome',
        'withdrawal_stage stage=before_statement'),
    ('withdrawal_after_statement', 'share', 'assigned', NULL, 'TOTAL THEME THEME_AND_LPA', 'crime-recording outcome',
        'withdrawal_stage stage=after_statement'),
    ('withdrawal_at_cps', 'share', 'assigned', NULL, 'TOTAL THEME THEME_AND_LPA', 'crime-recording outcome', 'withdrawal_stage stage=at_cps'),
    ('withdrawal_at_another_stage', 'share', 'assigned', NULL, 'TOTAL THEME THEME_AND_LPA', 'crime-recording outcome',
        'withdrawal_stage stage=another'),
    ('withdrawal_for_fear', 'share', 'assigned', NULL, 'TOTAL THEME THEME_AND_LPA', 'crime-recording outcome', 'withdrawal_reason reason=fear'),
    ('withdrawal_for_length', 'share', 'assigned', NULL, 'TOTAL THEME THEME_AND_LPA', 'crime-recording outcome', 'withdrawal_reason reason=length'),
    ('withdrawal_for_court', 'share', 'assigned', NULL, 'TOTAL THEME THEME_AND_LPA', 'crime-recording outcome', 'withdrawal_reason reason=court'),
    ('withdrawal_uninformed', 'share', 'assigned', NULL, 'TOTAL THEME THEME_AND_LPA', 'crime-recording outcome',
        'withdrawal_reason reason=uninformed'),
    ('withdrawal_for_other_support', 'share', 'assigned', NULL, 'TOTAL THEME THEME_AND_LPA', 'crime-recording outcome',
        'withdrawal_reason reason=other_support'),
    ('withdrawal_for_device', 'share', 'assigned', NULL, 'TOTAL THEME THEME_AND_LPA', 'crime-recording outcome', 'withdrawal_reason reason=device'),
    ('withdrawal_reason_not_given', 'share', 'assigned', NULL, 'TOTAL THEME THEME_AND_LPA', 'crime-recording outcome',
        'withdrawal_reason reason=not_given'),
    ('withdrawal_for_another_reason', 'share', 'assigned', NULL, 'TOTAL THEME THEME_AND_LPA', 'crime-recording outcome',
        'withdrawal_reason reason=another'),
    ('withdrawal_within_7d', 'share', 'assigned', '90d 365d', 'TOTAL THEME THEME_DETAIL THEME_AND_LPA', 'crime-recording outcome',
        'withdrawal_within days=7d'),
    ('withdrawal_within_28d', 'share', 'assigned', '90d 365d', 'TOTAL THEME THEME_DETAIL THEME_AND_LPA', 'crime-recording outcome',
        'withdrawal_within days=28d'),
    ('withdrawal_within_90d', 'share', 'assigned', '90d 365d', 'TOTAL THEME THEME_DETAIL THEME_AND_LPA', 'crime-recording outcome',
        'withdrawal_within days=90d'),
    ('cancelled_no_crime', 'share', 'matured_90d', NULL, 'TOTAL THEME LPA', 'crime-recording', 'cancelled ground=no_crime'),
    ('cancelled_duplicate', 'share', 'matured_90d', NULL, 'TOTAL THEME LPA', 'crime-recording', 'cancelled ground=duplicate'),
    ('cancelled_in_error', 'share', 'matured_90d', NULL, 'TOTAL THEME LPA', 'crime-recording', 'cancelled ground=in_error'),
    ('cancelled_self_defence', 'share', 'matured_90d', NULL, 'TOTAL THEME LPA', 'crime-recording', 'cancelled ground=self_defence'),
    ('n100_confirmed_28d', 'share', 'settled_28d matured_28d', '90d 365d', 'ANY ANY_LPA', 'crime-recording', 'n100_at_28d decided=confirmed'),
    ('n100_open_28d', 'share', 'settled_28d matured_28d', '90d 365d', 'ANY ANY_LPA', 'crime-recording', 'n100_at_28d decided=open'),
    ('police_suspect_charge', 'share', 'settled_180d matured_180d', NULL, 'TOTAL', 'crime-recording outcome', 'police_suspect end=charged'),
    ('police_suspect_attrition_gap', 'share', 'settled_180d', '730d', 'POLICE_STRATUM', 'crime-recording outcome',
        'police_suspect_gap end=support_ended'),
    ('police_suspect_charge_gap', 'share', 'settled_180d', '730d', 'POLICE_STRATUM', 'crime-recording outcome', 'police_suspect_gap end=charged'),
    ('police_suspect_outcome', 'share', 'settled_180d matured_180d', NULL, 'TOTAL', 'crime-recording outcome', 'police_suspect end=any'),
    ('police_suspect_outcome_gap', 'share', 'settled_180d', '730d', 'POLICE_STRATUM', 'crime-recording outcome', 'police_suspect_gap end=any'),
    ('linkage_victim', 'share', 'recorded', '28d 90d', 'TOTAL THEME LPA', 'crime-recording', 'linkage linked=victim'),
    ('linkage_suspect', 'share', 'recorded', '28d 90d', 'TOTAL THEME LPA', 'crime-recording', 'linkage linked=suspect'),
    ('public_in_street', 'share', 'recorded', '90d 365d', 'TOTAL THEME THEME_AND_LPA', 'crime-recording', 'public_by_place place=street'),
    ('public_on_transport', 'share', 'recorded', '90d 365d', 'TOTAL THEME THEME_AND_LPA', 'crime-recording', 'public_by_place place=transport'),
    ('public_in_licensed', 'share', 'recorded', '90d 365d', 'TOTAL THEME THEME_AND_LPA', 'crime-recording', 'public_by_place place=licensed'),
    ('public_in_open_space', 'share', 'recorded', '90d 365d', 'TOTAL THEME THEME_AND_LPA', 'crime-recording', 'public_by_place place=open_space'),
    ('public_in_morning', 'share', 'recorded', '90d 365d', 'TOTAL THEME THEME_AND_LPA', 'crime-recording', 'public_by_time part_of_day=morning'),
    ('public_in_afternoon', 'share', 'recorded', '90d 365d', 'TOTAL THEME THEME_AND_LPA', 'crime-recording', 'public_by_time part_of_day=afternoon'),
    ('public_in_evening', 'share', 'recorded', '90d 365d', 'TOTAL THEME THEME_AND_LPA', 'crime-recording', 'public_by_time part_of_day=evening'),
    ('public_in_small_hours', 'share', 'recorded', '90d 365d', 'TOTAL THEME THEME_AND_LPA', 'crime-recording',
        'public_by_time part_of_day=small_hours'),
    ('early_advice_sought', 'share', 'assigned', '90d 365d', 'TOTAL THEME LPA', 'crime-recording outcome', 'early_advice advice=sought'),
    ('early_advice_no_suspect', 'share', 'assigned', '90d 365d', 'TOTAL THEME LPA', 'crime-recording outcome', 'early_advice advice=no_suspect'),
    ('early_advice_threshold', 'share', 'assigned', '90d 365d', 'TOTAL THEME LPA', 'crime-recording outcome', 'early_advice advice=threshold'),
    ('early_advice_file_sent', 'share', 'assigned', '90d 365d', 'TOTAL THEME LPA', 'crime-recording outcome', 'early_advice advice=file_sent'),
    ('da_high_risk', 'share', 'recorded', '90d 365d', 'TOTAL THEME THEME_AND_LPA', 'crime-recording', 'da_profile profile=high_risk'),
    ('da_calls_16_to_24', 'share', 'recorded', '90d 365d', 'TOTAL THEME THEME_AND_LPA', 'crime-recording', 'da_profile profile=young_callers'),
    ('da_most_deprived', 'share', 'recorded', '90d 365d', 'TOTAL THEME THEME_AND_LPA', 'crime-recording', 'da_profile profile=most_deprived'),
    ('hate_race_marked', 'count', 'recorded', '90d 365d', 'ANY THEME ANY_LPA', 'crime-recording', 'hate_marked strand=race'),
    ('hate_religion_marked', 'count', 'recorded', '90d 365d', 'ANY THEME ANY_LPA', 'crime-recording', 'hate_marked strand=religion'),
    ('hate_orientation_marked', 'count', 'recorded', '90d 365d', 'ANY THEME ANY_LPA', 'crime-recording', 'hate_marked strand=orientation'),
    ('hate_disability_marked', 'count', 'recorded', '90d 365d', 'ANY THEME ANY_LPA', 'crime-recording', 'hate_marked strand=disability'),
    ('hate_transgender_marked', 'count', 'recorded', '90d 365d', 'ANY THEME ANY_LPA', 'crime-recording', 'hate_marked strand=transgender'),
    ('code_all_five_domestic', 'share', 'recorded', '90d 365d', 'ANY', 'crime-recording victim-contact',
        'code_all_five_elsewhere offence=domestic_abuse'),
    ('code_all_five_burglary', 'share', 'recorded', '90d 365d', 'ANY', 'crime-recording victim-contact', 'code_all_five_elsewhere offence=burglary'),
    ('code_all_five_robbery', 'share', 'recorded', '90d 365d', 'ANY', 'crime-recording victim-contact', 'code_all_five_elsewhere offence=robbery'),
    ('suspect_male', 'share', 'recorded', '365d', 'TOTAL LPA', 'crime-recording', 'suspect_profile suspect=male'),
    ('suspect_under_25', 'share', 'recorded', '365d', 'TOTAL LPA', 'crime-recording', 'suspect_profile suspect=under_25'),
    ('suspect_from_25', 'share', 'recorded', '365d', 'TOTAL LPA', 'crime-recording', 'suspect_profile suspect=from_25'),
    ('suspect_from_35', 'share', 'recorded', '365d', 'TOTAL LPA', 'crime-recording', 'suspect_profile suspect=from_35'),
    ('suspect_from_45', 'share', 'recorded', '365d', 'TOTAL LPA', 'crime-recording', 'suspect_profile suspect=from_45'),
    ('suspect_partner', 'share', 'recorded', '365d', 'TOTAL LPA', 'crime-recording', 'suspect_profile suspect=partner'),
    ('suspect_controlled', 'share', 'recorded', '365d', 'TOTAL LPA', 'crime-recording', 'suspect_profile suspect=controlled'),
    ('suspect_under_order', 'share', 'recorded', '365d', 'TOTAL LPA', 'crime-recording', 'suspect_profile suspect=under_order'),
    ('suspect_on_bail', 'share', 'recorded', '365d', 'TOTAL LPA', 'crime-recording', 'suspect_profile suspect=on_bail'),
    ('suspect_supervised', 'share', 'recorded', '365d', 'TOTAL LPA', 'crime-recording', 'suspect_profile suspect=supervised'),
    ('demand_first_report', 'share', 'recorded', '365d', 'ANY ANY_LPA', 'crime-recording', 'demand_profile demand=first_report'),
    ('demand_alcohol', 'share', 'recorded', '365d', 'ANY ANY_LPA', 'crime-recording', 'demand_profile demand=alcohol'),
    ('demand_drugs', 'share', 'recorded', '365d', 'ANY ANY_LPA', 'crime-recording', 'demand_profile demand=drugs'),
    ('demand_child_in_care', 'share', 'recorded', '365d', 'ANY ANY_LPA', 'crime-recording', 'demand_profile demand=child_in_care'),
    ('demand_young_callers', 'share', 'recorded', '365d', 'ANY ANY_LPA', 'crime-recording', 'demand_profile demand=young_callers'),
    ('demand_child_abuse', 'share', 'recorded', '365d', 'ANY ANY_LPA', 'crime-recording', 'demand_profile demand=child_abuse'),
    ('demand_exploitation', 'share', 'recorded', '365d', 'ANY ANY_LPA', 'crime-recording', 'demand_profile demand=exploitation'),
    ('demand_case_load', 'share', 'recorded', '365d', 'ANY ANY_LPA', 'crime-recording', 'demand_profile demand=case_load'),
    ('demand_specialist', 'share', 'recorded', '365d', 'ANY ANY_LPA', 'crime-recording', 'demand_profile demand=specialist'),
    ('supported_investigation', 'share', 'assigned', '365d', 'TOTAL LPA', 'crime-recording outcome', 'support_by_stage support_stage=investigation'),
    ('supported_court', 'share', 'assigned', '365d', 'TOTAL LPA', 'crime-recording outcome', 'support_by_stage support_stage=court'),
    ('supported_after', 'share', 'assigned', '365d', 'TOTAL LPA', 'crime-recording outcome', 'support_by_stage support_stage=after'),
    ('rape_contacts_given', 'share', 'assigned', '90d 365d', 'TOTAL THEME_AND_LPA', 'crime-recording outcome', 'rape_joint_work joint_work=letters'),
    ('rape_meeting_held', 'share', 'assigned', '90d 365d', 'TOTAL THEME_AND_LPA', 'crime-recording outcome', 'rape_joint_work joint_work=meeting');

-- By what a case ends without a charge, and the victim is to be told: not what a court or another body decides, nor where the victim may be
-- dead or too ill.
CREATE MACRO is_to_be_told(type) AS
    type IN ('2', '2A', '3', '3A', '5', '6', '7', '8', '9', '10', '11', '12', '14', '15', '16', '17', '18', '20', '21', '22');

-- What each case adds to each measure, basis by basis.

-- A case on a basis: its pane day, and the outcome as the basis sees it.
CREATE TABLE case_on_basis AS
WITH basis AS (
    SELECT DISTINCT basis, unit, basis_kind, k FROM measure_basis
), placed AS (
    SELECT c.* EXCLUDE (k, outcome_type, outcome_group), b.basis, b.unit, b.basis_kind, b.k,
        CASE WHEN b.unit = 'm' THEN first_of_month(c.recorded_day)
             WHEN b.basis_kind = 'assigned' THEN c.assigned_day
             ELSE c.recorded_day END AS pane_day,
        c.assigned_day IS NOT NULL AND (
            b.basis_kind NOT IN ('settled', 'matured')
            -- Within k days: the assigned day less the recorded day is under k; within k months: at most k. Earlier is age 0.
            OR (b.unit = 'd' AND greatest(0, c.assigned_day - c.recorded_day) < b.k)
            OR (b.unit = 'm' AND greatest(0, month_index(c.assigned_day) - month_index(c.recorded_day)) <= b.k)) AS has_outcome,
        c.outcome_type AS any_type, c.outcome_group AS any_group
    FROM known_case c
    JOIN basis b ON b.basis_kind <> 'stock'
        AND (c.purpose = 'maturity') = (b.basis_kind = 'matured')
        AND (c.purpose <> 'maturity' OR c.k = b.k)
        -- What is known only by the month is never shown by the day, nor the other way round.
        AND c.month_only = (b.unit = 'm')
)
SELECT *,
    CASE WHEN has_outcome THEN any_type END AS outcome_type,
    CASE WHEN has_outcome THEN any_group END AS outcome_group
FROM placed
WHERE pane_day IS NOT NULL;

CREATE TABLE case_in_measure AS
WITH judged AS (
    SELECT c.id, c.force, c.purpose, c.as_at, c.basis, c.unit, c.k, c.pane_day, m.*
    FROM (SELECT *,
            active AND offence_theme IN ('rape', 'other_sexual', 'stalking_harassment') AND victim_sex = 'female'
                AND public_place AND committed_within_a_year AS of_women_in_public,
            london_clock(committed_from) AS began_clock
        FROM case_on_basis) c
    LEFT JOIN telling_deadline t ON t.decision_day = c.assigned_day
    LEFT JOIN case_by_its_steps e USING (id)
    LEFT JOIN record_at_day week ON week.id = c.id AND week.at_day = 7
    LEFT JOIN record_at_day r ON r.id = c.id AND r.at_day = 28
    -- What the record said by day 28: as it stood then, or as known then where the figure is frozen.
    LEFT JOIN LATERAL (SELECT
        CASE WHEN c.basis = 'settled_28d' THEN r.suspects ELSE c.suspects END AS suspects,
        CASE WHEN c.basis = 'settled_28d' THEN coalesce(r.offence_code, CASE WHEN r.id IS NOT NULL THEN 'N100' END)
            ELSE coalesce(c.offence_code, 'N100') END AS offence_code) AS then_said ON true,
    LATERAL (VALUES
        ('recorded_offences', c.active, true),
        ('public_space_offences',
            c.active AND c.offence_theme IN ('rape', 'other_sexual', 'stalking_harassment') AND c.victim_sex = 'female'
                AND c.public_place AND c.committed_within_a_year, true),
        ('public_space_sex_unknown',
            c.active AND c.offence_theme IN ('rape', 'other_sexual', 'stalking_harassment') AND c.person_victim AND c.victim_sex = 'unknown'
                AND c.public_place AND c.committed_within_a_year, true),
        ('public_space_rate',
            c.active AND c.offence_theme IN ('rape', 'other_sexual', 'stalking_harassment') AND c.victim_sex = 'female'
                AND c.public_place AND c.committed_within_a_year, true),
        ('education_rate',
            c.active AND c.offence_theme IN ('rape', 'other_sexual', 'stalking_harassment') AND c.victim_sex = 'female'
                AND c.education_place AND c.committed_within_a_year AND c.victim_age < 18, true),
        ('victim_attrition', c.active, c.outcome_type = '16'),
        ('substitution_14', c.active, c.outcome_type = '14'),
        ('substitution_15', c.active, c.outcome_type = '15'),
        ('substitution_18', c.active, c.outcome_type = '18'),
        ('substitution_20', c.active, c.outcome_type = '20'),
        ('substitution_21', c.active, c.outcome_type = '21'),
        ('substitution_22', c.active, c.outcome_type = '22'),
        ('substitution_cancelled', c.active OR c.cancelled, c.cancelled),
        ('evidential_difficulty', c.active, c.outcome_type IN ('14', '15', '16')),
        ('charge_rate', c.active, coalesce(c.outcome_type IN ('1', '1A'), false) OR c.outcome_group = 'charged'),
        ('unable_to_prosecute', c.active, c.outcome_group = 'unable-to-prosecute'),
        ('outcome_recorded', c.active, c.has_outcome),
        ('withdrawal_reason_recorded', c.active AND c.outcome_type = '16', c.stage_recorded AND c.reason_recorded),
        ('withdrawal_before_statement', c.active AND c.outcome_type = '16' AND c.stage_recorded, c.support_ended_stage = 'BEFORE_STATEMENT'),
        ('withdrawal_after_statement', c.active AND c.outcome_type = '16' AND c.stage_recorded, c.support_ended_stage = 'AFTER_STATEMENT'),
        ('withdrawal_at_cps', c.active AND c.outcome_type = '16' AND c.stage_recorded, c.support_ended_stage = 'AT_CPS'),
        ('withdrawal_at_another_stage',
            c.active AND c.outcome_type = '16' AND c.stage_recorded,
            c.support_ended_stage NOT IN ('BEFORE_STATEMENT', 'AFTER_STATEMENT', 'AT_CPS')),
        ('support_ended_after_charge',
            c.active AND (coalesce(c.outcome_type IN ('1', '1A'), false) OR c.outcome_group = 'charged'),
            coalesce(c.support_ended_stage = 'AFTER_CHARGE', false)),
        ('withdrawal_for_fear', c.active AND c.outcome_type = '16' AND c.reason_recorded, c.support_ended_reason = 'FEAR_OF_REPRISAL'),
        ('withdrawal_for_length', c.active AND c.outcome_type = '16' AND c.reason_recorded, c.support_ended_reason = 'LENGTH_OF_PROCESS'),
        ('withdrawal_for_court', c.active AND c.outcome_type = '16' AND c.reason_recorded, c.support_ended_reason = 'COURT_CONCERNS'),
        ('withdrawal_uninformed', c.active AND c.outcome_type = '16' AND c.reason_recorded, c.support_ended_reason = 'NOT_KEPT_INFORMED'),
        ('withdrawal_for_other_support',
            c.active AND c.outcome_type = '16' AND c.reason_recorded, c.support_ended_reason = 'OTHER_SUPPORT_CHOSEN'),
        ('withdrawal_for_device', c.active AND c.outcome_type = '16' AND c.reason_recorded, c.support_ended_reason = 'DEVICE_REQUEST'),
        ('withdrawal_reason_not_given', c.active AND c.outcome_type = '16' AND c.reason_recorded, c.support_ended_reason = 'NOT_SAID'),
        ('withdrawal_for_another_reason', c.active AND c.outcome_type = '16' AND c.reason_recorded, c.support_ended_reason NOT IN (
            'FEAR_OF_REPRISAL', 'LENGTH_OF_PROCESS', 'COURT_CONCERNS', 'NOT_KEPT_INFORMED', 'OTHER_SUPPORT_CHOSEN', 'DEVICE_REQUEST', 'NOT_SAID')),
        -- Told on the day of the decision or after it, by the deadline; counted once the midnight after the deadline has come, hence only at a snapshot.
        ('decision_told',
            c.active AND c.person_victim AND is_to_be_told(c.outcome_type)
                AND c.as_at > CASE WHEN c.victim_enhanced_rights THEN t.enhanced_deadline ELSE t.usual_deadline END,
            london_day(c.victim_informed_at) BETWEEN c.assigned_day AND CASE WHEN c.victim_enhanced_rights THEN t.enhanced_deadline ELSE t.usual_deadline END),
        ('recorded_within_24h', c.active AND c.reported_before_recorded AND NOT c.transferred_in, c.recorded_within_24h),
        ('victim_attrition_standardised', c.active, c.outcome_type = '16'),
        ('police_suspect_attrition_gap', c.active, c.outcome_type = '16'),
        ('police_suspect_charge_gap', c.active, coalesce(c.outcome_type IN ('1', '1A'), false) OR c.outcome_group = 'charged'),
        ('police_suspect_outcome_gap', c.active, c.has_outcome),
        ('police_suspect_outcome', c.active AND c.police_suspect, c.has_outcome),
        ('police_suspect_attrition', c.active AND c.police_suspect, c.outcome_type = '16'),
        ('police_suspect_charge', c.active AND c.police_suspect,
            coalesce(c.outcome_type IN ('1', '1A'), false) OR c.outcome_group = 'charged'),
        -- Safety in public: committed within 365 days throughout (trap 23), with a female victim.
        ('night_time_share',
            c.active AND c.offence_theme IN ('rape', 'other_sexual') AND c.victim_sex = 'female' AND c.public_place
                AND c.committed_within_a_year AND c.start_known, c.began_at_night),
        ('public_in_street', c.of_women_in_public, c.place_type = 'STREET'),
        ('public_on_transport', c.of_women_in_public, c.place_type = 'TRANSPORT'),
        ('public_in_licensed', c.of_women_in_public, c.place_type = 'LICENSED_PREMISES'),
        ('public_in_open_space', c.of_women_in_public, c.place_type = 'OPEN_SPACE'),
        ('public_in_morning', c.of_women_in_public AND c.start_known, c.began_clock >= TIME '06:00:00' AND c.began_clock < TIME '12:00:00'),
        ('public_in_afternoon', c.of_women_in_public AND c.start_known, c.began_clock >= TIME '12:00:00' AND c.began_clock < TIME '18:00:00'),
        ('public_in_evening', c.of_women_in_public AND c.start_known, c.began_clock >= TIME '18:00:00'),
        ('public_in_small_hours', c.of_women_in_public AND c.start_known, c.began_clock < TIME '06:00:00'),
        ('public_at_weekend', c.of_women_in_public AND c.start_known, isodow(london_day(c.committed_from)) IN (6, 7)),
        ('education_offences',
            c.active AND c.offence_theme IN ('rape', 'other_sexual', 'stalking_harassment') AND c.victim_sex = 'female'
                AND c.education_place AND c.committed_within_a_year AND c.victim_age < 18, true),
        ('prompt_reporting',
            c.active AND c.offence_theme IN ('rape', 'other_sexual') AND c.victim_sex = 'female' AND c.public_place
                AND c.committed_within_a_year AND c.ended_before_reported, c.reported_within_24h),
        ('suspect_identified_28d',
            c.active AND c.offence_theme IN ('rape', 'other_sexual', 'stalking_harassment') AND c.victim_sex = 'female'
                AND c.public_place AND c.committed_within_a_year, then_said.suspects > 0),
        ('outcome_16_reopened', c.active AND c.had_outcome_16, c.reopened_from_16),
        ('victim_does_not_support', c.active, c.outcome_type IN ('14', '16')),
        -- Rule 17: CJ3 is 15 and 16, of what is marked.
        ('evidential_difficulty_da', c.active AND c.domestic_abuse, c.outcome_type IN ('15', '16')),
        -- Trap 6: 1A, 2A and 3A are parts of 1, 2 and 3. Taken into consideration is action, a diversion (22) is none.
        ('action_taken', c.active,
            coalesce(c.outcome_type IN ('1', '1A', '2', '2A', '3', '3A', '4', '6', '7', '8'), false) OR c.outcome_group = 'charged'),
        -- Rules 1 and 3: within k days is assigned day less recorded day under k; before recording is age 0.
        ('withdrawal_within_7d', c.active AND c.outcome_type = '16', greatest(0, c.assigned_day - c.recorded_day) < 7),
        ('withdrawal_within_28d', c.active AND c.outcome_type = '16', greatest(0, c.assigned_day - c.recorded_day) < 28),
        ('withdrawal_within_90d', c.active AND c.outcome_type = '16', greatest(0, c.assigned_day - c.recorded_day) < 90),
        ('early_advice_recorded', c.active AND c.offence_theme = 'rape', c.early_advice_recorded),
        ('early_advice_sought', c.active AND c.offence_theme = 'rape' AND c.early_advice_recorded, c.early_advice = 'SOUGHT'),
        ('early_advice_no_suspect', c.active AND c.offence_theme = 'rape' AND c.early_advice_recorded, c.early_advice = 'SUSPECT_NOT_IDENTIFIED'),
        ('early_advice_threshold', c.active AND c.offence_theme = 'rape' AND c.early_advice_recorded, c.early_advice = 'THRESHOLD_NOT_MET'),
        ('early_advice_file_sent', c.active AND c.offence_theme = 'rape' AND c.early_advice_recorded, c.early_advice = 'FILE_SENT_WITHOUT'),
        ('rape_contacts_given', c.active AND c.offence_theme = 'rape' AND c.contacts_given IS NOT NULL, c.contacts_given),
        ('rape_meeting_held', c.active AND c.offence_theme = 'rape' AND c.meeting_held IS NOT NULL
            AND NOT (coalesce(c.outcome_type IN ('1', '1A'), false) OR coalesce(c.outcome_group = 'charged', false)), c.meeting_held),
        ('conditional_cautions', c.active AND c.outcome_type IN ('2', '2A', '3', '3A') AND c.conditional IS NOT NULL, c.conditional),
        ('court_convicted', c.active AND (c.outcome_type IN ('1', '1A') OR c.outcome_group = 'charged') AND trim(c.court_result) <> '',
            c.court_result = 'CONVICTED'),
        ('court_discontinued', c.active AND (c.outcome_type IN ('1', '1A') OR c.outcome_group = 'charged') AND trim(c.court_result) <> '',
            c.court_result = 'DISCONTINUED'),
        ('proportionate_share', c.active AND c.proportionate IS NOT NULL, c.proportionate),
        ('proportionate_attrition', c.active AND c.proportionate, c.outcome_type = '16'),
        ('proportionate_charged', c.active AND c.proportionate,
            coalesce(c.outcome_type IN ('1', '1A'), false) OR c.outcome_group = 'charged'),
        ('suspect_arrested', c.active AND c.suspect_identified AND c.arrested IS NOT NULL, c.arrested),
        ('da_arrests', c.active AND c.domestic_abuse AND c.arrested, true),
        ('da_high_risk', c.active AND c.domestic_abuse AND trim(c.risk) <> '', c.risk = 'HIGH'),
        ('da_calls_16_to_24', c.active AND c.domestic_abuse AND trim(c.channel) IN ('999', '101') AND c.victim_age IS NOT NULL,
            c.victim_age BETWEEN 16 AND 24),
        ('da_most_deprived', c.active AND c.domestic_abuse AND c.deprived_area IS NOT NULL, c.deprived_area),
        ('da_share_of_crime', c.active AND c.classified, c.domestic_abuse),
        -- A crime may have several strands, and counts in each.
        ('hate_race_marked', c.active AND c.classified AND list_contains(string_split(c.flags, ','), 'HATE_RACE'), true),
        ('hate_religion_marked', c.active AND c.classified AND list_contains(string_split(c.flags, ','), 'HATE_RELIGION'), true),
        ('hate_orientation_marked', c.active AND c.classified AND list_contains(string_split(c.flags, ','), 'HATE_ORIENTATION'), true),
        ('hate_disability_marked', c.active AND c.classified AND list_contains(string_split(c.flags, ','), 'HATE_DISABILITY'), true),
        ('hate_transgender_marked', c.active AND c.classified AND list_contains(string_split(c.flags, ','), 'HATE_TRANSGENDER'), true),
        ('reported_online', c.active AND trim(c.channel) <> '', trim(c.channel) = 'ONLINE'),
        ('early_advice_all_rapes', c.active AND c.offence_theme = 'rape', c.has_outcome AND c.early_advice_recorded OR coalesce(trim(c.advice_while_open) <> '', false)),
        ('easi_victims_referred_2d', c.active AND c.person_victim AND e.referral_deadline_known AND e.led_to_programme, e.support_referred),
        ('informed_in_time', c.active AND c.person_victim AND e.information_deadline IS NOT NULL, e.informed_by_deadline),
        ('compensation_told_28d', c.active AND c.person_victim, e.told_of_compensation),
        ('disposal_views_before', c.active AND c.person_victim AND c.outcome_type IN ('2', '2A', '3', '3A', '6', '7', '8'), e.views_asked),
        ('interviewer_offered', c.active AND c.person_victim AND c.statement_at IS NOT NULL
            AND (coalesce(c.offence_theme IN ('rape', 'other_sexual'), false) OR c.domestic_abuse), e.interviewer_offered),
        ('court_visit_before_trial', c.active AND c.offence_code IN ('1', '4.1', '4.2', '4.10') AND c.trial_at IS NOT NULL
            AND (c.outcome_type IN ('1', '1A') OR c.outcome_group = 'charged') AND trim(c.court_result) <> '', e.court_visit_offered),
        ('support_before_decision', c.active AND c.person_victim AND c.has_outcome, e.referred_by_decision),
        ('support_after_charge', c.active AND c.person_victim
            AND (coalesce(c.outcome_type IN ('1', '1A'), false) OR coalesce(c.outcome_group = 'charged', false)), e.referred_after_decision),
        ('support_referral_2d', c.active AND c.person_victim AND e.referral_deadline_known, e.support_referred),
        ('stalking_screened_7d', c.active AND c.offence_kind = 'stalking' AND week.suspects > 0, e.screened),
        ('survey_coverage', c.active AND c.person_victim, e.surveyed),
        -- The audit samples them whether they belong to a theme or not.
        ('code_all_five_domestic', c.active AND e.audited AND c.domestic_abuse, e.all_duties_met),
        ('code_all_five_burglary', c.active AND e.audited AND c.offence_code IN ('28A', '28B', '28C', '28D', '28E', '28F', '28G', '28H', '29',
            '29A', '30A', '30B', '30C', '30D', '31', '31A'), e.all_duties_met),
        ('code_all_five_robbery', c.active AND e.audited AND c.offence_code IN ('34A', '34B'), e.all_duties_met),
        -- Of any offence, by any strand.
        ('code_all_five_hate', c.active AND c.classified AND e.audited AND list_has_any(string_split(c.flags, ','), ['HATE_GENDER', 'HATE_RACE', 'HATE_RELIGION', 'HATE_ORIENTATION', 'HATE_DISABILITY', 'HATE_TRANSGENDER']), e.all_duties_met),
        ('referred_to_hate_service', c.active AND c.classified AND c.person_victim AND list_has_any(string_split(c.flags, ','), ['HATE_GENDER', 'HATE_RACE', 'HATE_RELIGION', 'HATE_ORIENTATION', 'HATE_DISABILITY', 'HATE_TRANSGENDER']), e.referred_for_hate),
        ('cancelled_share', c.active OR c.cancelled, c.cancelled),
        -- The grounds of the counting rules; an archive's "not in the release" is none.
        ('transferred_out', c.active OR c.cancelled OR c.transferred_out, c.transferred_out),
        ('cancelled_no_crime', c.cancelled AND c.status_reason IN ('C2', 'C3', 'C4', 'C5'), c.status_reason = 'C2'),
        ('cancelled_duplicate', c.cancelled AND c.status_reason IN ('C2', 'C3', 'C4', 'C5'), c.status_reason = 'C3'),
        ('cancelled_in_error', c.cancelled AND c.status_reason IN ('C2', 'C3', 'C4', 'C5'), c.status_reason = 'C4'),
        ('cancelled_self_defence', c.cancelled AND c.status_reason IN ('C2', 'C3', 'C4', 'C5'), c.status_reason = 'C5'),
        -- Rule 2: what is cancelled leaves; an N100 that is neither confirmed nor something else is still one.
        ('n100_confirmed_28d', c.active AND c.n100, regexp_matches(then_said.offence_code, '^19[A-K]$')),
        ('n100_open_28d', c.active AND c.n100, then_said.offence_code = 'N100'),
        ('reclassified_share', c.active AND c.offence_kind IN ('stalking', 'harassment'),
            c.first_kind IN ('stalking', 'harassment') AND c.first_kind <> c.offence_kind),
        ('da_rate', c.active AND c.domestic_abuse, true),
        ('da_victims_16_to_24', c.active AND c.domestic_abuse AND c.victim_age IS NOT NULL, c.victim_age BETWEEN 16 AND 24),
        -- Who is suspected of stalking, and who of any crime was under control; of a record that does not have the field nothing is known.
        ('suspect_male', c.active AND c.suspect_identified AND c.offence_kind = 'stalking' AND c.suspect_male IS NOT NULL, c.suspect_male),
        ('suspect_under_25', c.active AND c.suspect_identified AND c.offence_kind = 'stalking' AND trim(c.suspect_age_band) <> '',
            c.suspect_age_band IN ('UNDER_18', '18_24')),
        ('suspect_from_25', c.active AND c.suspect_identified AND c.offence_kind = 'stalking' AND trim(c.suspect_age_band) <> '',
            c.suspect_age_band = '25_34'),
        ('suspect_from_35', c.active AND c.suspect_identified AND c.offence_kind = 'stalking' AND trim(c.suspect_age_band) <> '',
            c.suspect_age_band = '35_44'),
        ('suspect_from_45', c.active AND c.suspect_identified AND c.offence_kind = 'stalking' AND trim(c.suspect_age_band) <> '',
            c.suspect_age_band IN ('45_54', '55_AND_OVER')),
        ('suspect_partner', c.active AND c.suspect_identified AND c.offence_kind = 'stalking',
            list_has_any(string_split(c.suspects_relationship, ','), ['EX_INTIMATE', 'INTIMATE'])),
        ('suspect_controlled', c.active AND c.suspect_identified AND c.suspect_under_order IS NOT NULL AND c.suspect_on_bail IS NOT NULL
            AND c.suspect_supervised IS NOT NULL, c.suspect_under_order OR c.suspect_on_bail OR c.suspect_supervised),
        ('suspect_under_order', c.active AND c.suspect_identified AND c.suspect_under_order IS NOT NULL, c.suspect_under_order),
        ('suspect_on_bail', c.active AND c.suspect_identified AND c.suspect_on_bail IS NOT NULL, c.suspect_on_bail),
        ('suspect_supervised', c.active AND c.suspect_identified AND c.suspect_supervised IS NOT NULL, c.suspect_supervised),
        ('demand_first_report', c.active AND c.domestic_abuse AND c.reported_before IS NOT NULL, NOT c.reported_before),
        ('demand_alcohol', c.active AND c.domestic_abuse AND c.alcohol IS NOT NULL, c.alcohol),
        ('demand_drugs', c.active AND c.domestic_abuse AND c.drugs IS NOT NULL, c.drugs),
        ('demand_child_in_care', c.active AND c.domestic_abuse AND c.child_in_care IS NOT NULL, c.child_in_care),
        -- A call that became an incident and no crime has no class, so its marker makes it no crime of domestic abuse.
        ('demand_young_callers', c.active AND c.victim_age IS NOT NULL AND trim(c.channel) IN ('999', '101') AND c.incident_only IS NOT NULL
            AND (c.domestic_abuse OR c.incident_only), c.victim_age BETWEEN 16 AND 24),
        ('demand_child_abuse', c.active AND c.classified AND c.child_abuse IS NOT NULL, c.child_abuse),
        ('demand_exploitation', c.active AND c.classified AND c.child_exploitation IS NOT NULL, c.child_exploitation),
        ('demand_case_load', c.active AND c.classified AND c.high_case_load IS NOT NULL, c.high_case_load),
        ('demand_specialist', c.active AND c.offence_theme IN ('rape', 'other_sexual') AND c.investigator_trained IS NOT NULL, c.investigator_trained),
        ('supported_investigation', c.active AND c.person_victim AND c.offence_theme = 'rape' AND c.supported_investigation IS NOT NULL,
            c.supported_investigation),
        ('supported_court', c.active AND c.person_victim AND c.offence_theme = 'rape' AND c.supported_at_court IS NOT NULL
            AND (coalesce(c.outcome_type IN ('1', '1A'), false) OR coalesce(c.outcome_group = 'charged', false)), c.supported_at_court),
        ('supported_after', c.active AND c.person_victim AND c.offence_theme = 'rape' AND c.supported_after IS NOT NULL
            AND (coalesce(c.outcome_type IN ('1', '1A'), false) OR coalesce(c.outcome_group = 'charged', false)), c.supported_after),
        ('da_homicides', c.active AND c.domestic_abuse AND c.offence_code IN ('1', '4.1', '4.2', '4.10'), true),
        ('da_flag_late', c.active AND c.domestic_abuse, c.marked_late),
        ('da_flag_missing', c.active AND c.classified AND c.partner_or_family AND c.victim_age >= 16, NOT c.domestic_abuse),
        ('gender_hate_marked', c.active AND c.classified AND c.gender_hate, true),
        ('linkage_victim', c.active AND c.person_victim, c.victim_linked),
        ('linkage_suspect', c.active AND c.suspect_identified, c.suspects_linked)
    ) AS m(kpi, whole, part)
)
SELECT j.*, NULL::VARCHAR AS characteristic
FROM judged j JOIN measure_basis USING (kpi, basis, unit)
WHERE whole;

-- The nine protected characteristics: whether the question applies is judged on the record as known, the answer as the basis says.
INSERT INTO case_in_measure BY NAME
WITH asked AS (
    SELECT c.id, c.force, c.purpose, c.as_at, c.basis, c.unit, c.k, c.pane_day, c.active, q.characteristic,
        c.person_victim AND q.status IS DISTINCT FROM 'NOT_APPLICABLE' AND q.eligible AS applies,
        -- Of an organisation nothing is known, whatever its record says.
        CASE WHEN c.basis_kind = 'settled' THEN CASE WHEN a.victim_kind = 'PERSON' THEN q.status_at_day_7 END ELSE q.status END AS answer
    FROM case_on_basis c
    LEFT JOIN record_at_day a ON a.id = c.id AND a.at_day = 7,
    LATERAL (VALUES
        ('age', c.victim_age_status, a.victim_age_status, true),
        ('disability', c.victim_disability_status, a.victim_disability_status, true),
        ('gender_reassignment', c.victim_gender_reassignment_status, a.victim_gender_reassignment_status, true),
        ('marriage', c.victim_marriage_status, a.victim_marriage_status, coalesce(c.age_when_recorded >= 16, true)),
        ('pregnancy', c.victim_pregnancy_status, a.victim_pregnancy_status,
            c.victim_sex IN ('female', 'unknown') AND coalesce(c.age_when_recorded BETWEEN 12 AND 55, true)),
        ('ethnicity', c.victim_ethnicity_status, a.victim_ethnicity_status, true),
        ('religion', c.victim_religion_status, a.victim_religion_status, true),
        ('sex', c.victim_sex_status, a.victim_sex_status, true),
        ('orientation', c.victim_orientation_status, a.victim_orientation_status, coalesce(c.age_when_recorded >= 13, true))
    ) AS q(characteristic, status, status_at_day_7, eligible)
    WHERE c.basis IN ('recorded', 'settled_7d', 'matured_7d') AND c.unit = 'd'
), answered AS (
    SELECT * FROM asked WHERE active AND applies
), together AS (
    -- Rule 7: every eligible one is a value; who has none eligible is not in it. The core four are age, sex, ethnicity, disability.
    SELECT id, force, purpose, as_at, basis, unit, k, pane_day, NULL::VARCHAR AS characteristic, 'all_nine_known' AS kpi, true AS whole,
        bool_and(answer IS NOT DISTINCT FROM 'VALUE') AS part
    FROM answered
    GROUP BY ALL
    UNION ALL
    SELECT id, force, purpose, as_at, basis, unit, k, pane_day, NULL, 'core_four_known', true, bool_and(answer IS NOT DISTINCT FROM 'VALUE')
    FROM answered
    WHERE characteristic IN ('age', 'sex', 'ethnicity', 'disability')
    GROUP BY ALL
)
SELECT * FROM together
UNION ALL BY NAME
SELECT answered.* EXCLUDE (active, applies, answer), m.kpi, true AS whole, m.part
FROM answered, LATERAL (VALUES
    ('characteristic_known', answer = 'VALUE'),
    ('characteristic_asked', answer IN ('VALUE', 'DECLINED')),
    ('characteristic_declined', answer = 'DECLINED')
) AS m(kpi, part);
