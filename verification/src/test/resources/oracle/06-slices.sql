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
SELECT id, 'POLICE_STRATUM', 'stratum=' || CASE WHEN police_suspect THEN 'police_' ELSE 'others_' END || stratum FROM case_stratum;
