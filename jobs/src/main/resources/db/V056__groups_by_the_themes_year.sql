-- Groups of victims are compared where the characteristic is known of four in five of the crimes that were recorded in the theme in the year, not of
-- each figure's own whole: in wholes of a few cases chance lifts the share that is known above it, and lets the noise pass that the year stops.
CREATE OR REPLACE FUNCTION enough_is_known_every(series bigint, midnight date, publication smallint) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = vaiwg, pg_temp AS $$
    SELECT coalesce((
        SELECT sum(r.numerator) FILTER (WHERE s.slice !~ (s.part_by || '=unknown(;|$)')) >= 0.8 * sum(r.numerator)
        FROM kpi_series s
        JOIN kpi_value_row r ON r.series_id = s.series_id AND r.as_at = midnight AND r.publication = enough_is_known_every.publication
        WHERE s.force = own.force AND s.kpi = 'recorded_offences' AND s.basis = 'recorded' AND s."window" = '365d'
          AND s.part_of = own.part_of AND s.part_by = own.part_by), false)
    FROM kpi_series own
    WHERE own.series_id = series AND own.part_by IN ('sex', 'age', 'ethnicity', 'disability')
$$;
