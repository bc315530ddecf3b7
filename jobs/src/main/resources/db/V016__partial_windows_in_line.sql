-- Whether a window is partial is asked of every row that is read. As date_trunc of a date goes by the session's time zone the
-- function was not as immutable as it says, and so was called for each row; of a timestamp it is, and is computed in line.
CREATE OR REPLACE FUNCTION begins_before_history(as_at date, reach_days int, reach_months int, history_from date) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(CASE
        WHEN reach_months > 0
            THEN as_at - make_interval(months => reach_months) < date_trunc('month', history_from::timestamp)
        ELSE as_at - reach_days < history_from AND reach_days > 0
    END, false)
$$;
