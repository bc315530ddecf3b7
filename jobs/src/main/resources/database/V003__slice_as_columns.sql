-- What a slice names, as columns beside it, so that nobody has to take it apart: theme, area, and by what else figures are told apart, such as an
-- outcome or a group of victims. Each is empty where the slice names none, as the slice is for the total; the four together are the slice again.
-- A series is a row here, however many values it has.

-- The value of a dimension in a slice.
CREATE FUNCTION slice_value(slice text, dimension text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(substring(slice FROM '(?:^|;)' || dimension || '=([^;]*)'), '')
$$;

-- What a slice names beside theme and area.
CREATE FUNCTION slice_beside(slice text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT btrim(regexp_replace(slice, '(^|;)(theme|lpa)=[^;]*', '', 'g'), ';')
$$;

ALTER TABLE kpi_series
    ADD COLUMN theme text NOT NULL GENERATED ALWAYS AS (slice_value(slice, 'theme')) STORED,
    ADD COLUMN lpa text NOT NULL GENERATED ALWAYS AS (slice_value(slice, 'lpa')) STORED,
    ADD COLUMN dimension text NOT NULL GENERATED ALWAYS AS (regexp_replace(slice_beside(slice), '=[^;]*', '', 'g')) STORED,
    ADD COLUMN dimension_value text NOT NULL GENERATED ALWAYS AS (regexp_replace(slice_beside(slice), '[^;=]*=', '', 'g')) STORED;
