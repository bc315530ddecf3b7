-- Published figures that are known to be otherwise now, and why; and no rate where a source tells no outcomes.

-- What later releases of archives corrected: counts of crimes, written by the import. came and went move a month's and type's
-- number of crimes; altered are those that stay in them with another outcome or place.
CREATE TABLE release_change (
    known_from date NOT NULL,
    month      date NOT NULL CHECK (extract(day FROM month) = 1),
    came       int NOT NULL CHECK (came >= 0),
    went       int NOT NULL CHECK (went >= 0),
    altered    int NOT NULL CHECK (altered >= 0),
    force      text NOT NULL,
    crime_type text NOT NULL,
    cause      text NOT NULL,
    PRIMARY KEY (force, known_from, month, crime_type, cause)
);

-- Public archives know the theme violence_sexual only, and all their shares are shares of outcomes. Where a year of crimes has
-- not one outcome, the source does not tell them: 0 % would be no rate, so the row is left out.
CREATE OR REPLACE VIEW kpi_value_every AS
SELECT r.generation,
       s.force,
       s.kpi,
       m.priority,
       s.basis,
       s."window",
       s.slice,
       r.as_at,
       r.numerator,
       r.denominator,
       CASE
           WHEN m.kind IN ('count', 'percentile') OR r.denominator IS NULL THEN r.numerator::double precision
           ELSE r.numerator::double precision / nullif(r.denominator, 0)
       END AS value,
       coalesce(r.denominator < m.minimum_n, false) AS small,
       s.definition_hash,
       s.restricted OR coalesce(m.restricted, false) AS restricted,
       begins_before_history(r.as_at, s.reach_days, s.reach_months, p.history_from) AS partial,
       r.series_id
FROM kpi_value_row r
JOIN kpi_series s USING (series_id)
LEFT JOIN kpi_measure m USING (kpi)
LEFT JOIN kpi_snapshot p ON p.generation = r.generation AND p.force = s.force AND p.as_at = r.as_at
WHERE s.slice <> 'theme=violence_sexual'
   OR r.denominator IS NULL
   OR r.numerator > 0
   OR EXISTS (
       SELECT
       FROM kpi_series known
       JOIN kpi_value_row outcomes ON outcomes.series_id = known.series_id
       WHERE known.force = s.force
         AND known.kpi = 'outcome_recorded'
         AND known.basis = 'to_date'
         AND known."window" = '12m'
         AND known.slice = s.slice
         AND outcomes.as_at = r.as_at
         AND outcomes.generation = r.generation
         AND outcomes.numerator > 0);

CREATE OR REPLACE VIEW kpi_value WITH (security_barrier) AS
SELECT generation, force, kpi, priority, basis, "window", slice, as_at, numerator, denominator, value, small,
       definition_hash, partial
FROM kpi_value_every
WHERE NOT restricted;

CREATE OR REPLACE VIEW kpi_value_conduct WITH (security_barrier) AS
SELECT generation, force, kpi, priority, basis, "window", slice, as_at, numerator, denominator, value, small,
       definition_hash, partial
FROM kpi_value_every
WHERE restricted;

CREATE OR REPLACE VIEW kpi_day_every AS
SELECT s.force,
       s.kpi,
       s.basis,
       s.slice,
       d.day,
       d.numerator,
       d.denominator,
       coalesce(d.day + s.horizon_days < newest.as_at, false) AS mature,
       s.restricted OR m.restricted AS restricted
FROM kpi_day_month dm
JOIN kpi_series s USING (series_id)
JOIN kpi_measure m ON m.kpi = s.kpi AND m.definition_hash = s.definition_hash
LEFT JOIN (SELECT force, max(as_at) AS as_at FROM kpi_snapshot GROUP BY force) newest ON newest.force = s.force
CROSS JOIN LATERAL (
    SELECT dm.month + (u.position - 1)::int AS day, u.numerator, u.denominator
    FROM unnest(dm.numerators, dm.denominators) WITH ORDINALITY AS u(numerator, denominator, position)
    WHERE u.numerator <> 0 OR u.denominator <> 0
) d
WHERE s.slice <> 'theme=violence_sexual'
   OR d.denominator IS NULL
   OR d.numerator > 0
   OR EXISTS (
       SELECT
       FROM kpi_series known
       JOIN kpi_day_month outcomes ON outcomes.series_id = known.series_id
       WHERE known.force = s.force
         AND known.kpi = 'outcome_recorded'
         AND known.basis = 'to_date'
         AND known."window" = ''
         AND known.slice = s.slice
         AND 0 < ANY (outcomes.numerators));

-- Which days a published value covers, as offsets from its as-at, and the line of days that it sums. Not the frozen basis, which
-- never moves; nor stocks, which have no window; nor percentiles, which are no sums.
CREATE VIEW kpi_reading AS
SELECT p.series_id,
       days.series_id AS days_series_id,
       make_interval(months => p.reach_months, days => p.reach_days) AS reach,
       make_interval(
           months => coalesce(substring(p.basis FROM '_(\d+)m$')::int, 0),
           days => coalesce(substring(p.basis FROM '_(\d+)d$')::int, 0)) AS lag
FROM kpi_series p
JOIN kpi_series days USING (force, kpi, basis, slice, definition_hash)
JOIN kpi_measure m USING (kpi)
WHERE days."window" = ''
  AND p."window" ~ '^\d+[dm]$'
  AND p.basis ~ '^(recorded|to_date|assigned|settled_\d+[dm])$'
  AND m.kind <> 'percentile';

CREATE VIEW kpi_revision_every AS
SELECT v.generation,
       v.force,
       v.kpi,
       v.priority,
       v.basis,
       v."window",
       v.slice,
       v.as_at,
       v.numerator AS published_numerator,
       v.denominator AS published_denominator,
       v.value AS published_value,
       now.numerator AS numerator_now,
       now.denominator AS denominator_now,
       now.value AS value_now,
       now.numerator - v.numerator AS numerator_change,
       now.denominator - v.denominator AS denominator_change,
       now.value - v.value AS value_change,
       concat_ws('; ', why.corrections,
           CASE WHEN moved.cases <> coalesce(why.net, 0)
               THEN to_char(moved.cases - coalesce(why.net, 0), 'SGFM999,999,999') || ' by versions that came later' END,
           CASE WHEN v.denominator IS NOT NULL AND now.numerator <> v.numerator
               THEN to_char(now.numerator - v.numerator, 'SGFM999,999,999')
                   || ' in the numerator, with these and with outcomes that came or changed later' END) AS why,
       v.restricted
FROM kpi_value_every v
JOIN kpi_reading r USING (series_id)
CROSS JOIN LATERAL (
    SELECT (v.as_at - r.reach)::date AS first_day, (v.as_at - r.lag)::date AS day_after
) days
CROSS JOIN LATERAL (
    SELECT coalesce(sum(u.numerator), 0)::int AS numerator,
           CASE WHEN v.denominator IS NOT NULL THEN coalesce(sum(u.denominator), 0)::int END AS denominator
    FROM kpi_day_month dm
    CROSS JOIN LATERAL unnest(dm.numerators, dm.denominators) WITH ORDINALITY AS u(numerator, denominator, position)
    WHERE dm.series_id = r.days_series_id
      AND dm.month BETWEEN date_trunc('month', days.first_day) AND days.day_after
      AND dm.month + (u.position - 1)::int >= days.first_day
      AND dm.month + (u.position - 1)::int < days.day_after
) summed
CROSS JOIN LATERAL (
    SELECT summed.numerator,
           summed.denominator,
           CASE
               WHEN v.denominator IS NULL THEN summed.numerator::double precision
               ELSE summed.numerator::double precision / nullif(summed.denominator, 0)
           END AS value
) now
CROSS JOIN LATERAL (
    SELECT CASE
        WHEN v.denominator IS NULL THEN now.numerator - v.numerator
        ELSE now.denominator - v.denominator
    END AS cases
) moved
CROSS JOIN LATERAL (
    SELECT string_agg(
               concat_ws(' ', CASE WHEN came > 0 THEN '+' || came END, CASE WHEN went > 0 THEN '-' || went END,
                   CASE WHEN altered > 0 THEN altered::text END) || ' ' || replace(cause, '_', ' '),
               '; ' ORDER BY cause) AS corrections,
           sum(came - went) AS net
    FROM (
        SELECT c.cause, sum(c.came) AS came, sum(c.went) AS went, sum(c.altered) AS altered
        FROM release_change c
        WHERE v.slice = 'theme=violence_sexual'
          AND c.crime_type = 'violence-and-sexual-offences'
          AND c.force = v.force
          AND c.known_from > v.as_at
          AND c.month >= days.first_day
          AND c.month < days.day_after
          AND c.cause <> 'moved_place'
          AND (v.denominator IS NOT NULL OR c.cause NOT LIKE 'outcome%')
        GROUP BY c.cause
    ) causes
) why
WHERE (now.numerator, now.denominator) IS DISTINCT FROM (v.numerator, v.denominator);

CREATE VIEW kpi_revision WITH (security_barrier) AS
SELECT generation, force, kpi, priority, basis, "window", slice, as_at, published_numerator, published_denominator,
       published_value, numerator_now, denominator_now, value_now, numerator_change, denominator_change, value_change, why
FROM kpi_revision_every
WHERE NOT restricted;

GRANT SELECT, INSERT, UPDATE ON release_change TO vaiwg_writer;
GRANT SELECT ON kpi_revision, release_change TO vaiwg_reader, vaiwg_conduct, vaiwg_explain;
