-- The rule of small numbers again, by docs/figures.md alone: what of published rows is withheld. First the cells and what they are
-- parts of; after the line below, one round, repeated until it changes nothing.
CREATE TEMP TABLE cell AS
SELECT s.series_id, s.kpi, s.basis, s."window", s.slice, m.one_of, m.oldest_of,
       CASE WHEN m.kind = 'percentile' THEN r.denominator ELSE r.numerator END AS people,
       CASE WHEN m.kind IN ('share', 'rate') THEN r.denominator END AS whole,
       CASE WHEN m.kind = 'share' THEN r.denominator - r.numerator END AS rest,
       NULL::text AS why
FROM kpi_value_row r
JOIN kpi_series s USING (series_id)
JOIN kpi_dictionary m ON m.kpi = s.kpi AND m.until = 'infinity'
WHERE NOT m.about_nobody OR s.slice ~ '(^|;)(age|sex|ethnicity|disability|relationship)=';

UPDATE cell SET why = 'small' WHERE people IN (1, 2, 3, 4) OR whole IN (1, 2, 3, 4) OR rest IN (1, 2, 3, 4);

CREATE TEMP TABLE part AS
WITH cut AS (
    SELECT c.*, split_part(cut, '=', 1) AS dimension, split_part(cut, '=', 2) AS value,
           CASE
               WHEN cut IN ('theme=stalking', 'theme=harassment') THEN regexp_replace(c.slice, cut || '$', 'theme=stalking_harassment')
               ELSE trim(';' FROM replace(';' || c.slice || ';', ';' || cut || ';', ';'))
           END AS of_slice
    FROM cell c, unnest(string_to_array(c.slice, ';')) cut
)
SELECT cut.series_id, w.series_id AS whole_id, cut.dimension || CASE WHEN cut.value IN ('stalking', 'harassment') THEN ' detail' ELSE '' END || ' ' || w.series_id AS whole_name
FROM cut JOIN cell w ON (w.kpi, w.basis, w."window", w.slice) = (cut.kpi, cut.basis, cut."window", cut.of_slice)
WHERE cut.dimension NOT IN ('characteristic', 'headline')
  AND (cut.dimension <> 'theme' OR cut.value IN ('rape', 'other_sexual', 'stalking_harassment', 'stalking', 'harassment'))
UNION ALL
SELECT series_id, NULL, concat_ws('|', kpi, basis, "window", regexp_replace(slice, '(^|;)' || one_of || '=[^;]*', '')) FROM cell WHERE one_of IS NOT NULL
UNION ALL
SELECT o.series_id, n.series_id, 'oldest ' || n.series_id
FROM cell o JOIN cell n ON (n.kpi, n.basis, n."window", n.slice) = (o.oldest_of, o.basis, o."window", o.slice);

-- one round
UPDATE cell SET why = 'part'
WHERE why IS NULL AND series_id IN (
    SELECT p.series_id FROM part p JOIN cell w ON w.series_id = p.whole_id WHERE w.why IS NOT NULL
    UNION ALL
    SELECT (array_agg(c.series_id ORDER BY c.people = 0, c.people, c.kpi COLLATE "C", c.slice COLLATE "C") FILTER (WHERE c.why IS NULL))[1]
    FROM part p JOIN cell c USING (series_id)
    GROUP BY p.whole_name
    HAVING count(*) FILTER (WHERE c.why IS NOT NULL) = 1);
