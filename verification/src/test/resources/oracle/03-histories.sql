-- Where the published history of each force starts, and through which snapshot it goes. A subject is a case, a perpetrator, an order, a
-- safeguarding case or a matter of conduct; it is first known at the first midnight at or after the least stamp of its events. A history
-- of fewer than ten subjects ends 35 days after the newest of them, and the next one starts another. Owners' notes make no force known.

CREATE TABLE subject_event AS
SELECT e.force, e.stream, CASE e.key WHEN 'crime_reference' THEN 'case' ELSE e.stream END AS kind, e.subject, a.known_at
FROM event e JOIN admission a USING (topic, kafka_partition, kafka_offset)
WHERE e.stream <> 'note'
UNION ALL
-- A step of stalking management makes the crime that it names known too.
SELECT force, NULL, 'case', crime_reference, known_at FROM step WHERE trim(crime_reference) <> '';

CREATE TABLE history AS
WITH known AS (
    SELECT force, kind, subject, min(known_at) AS since FROM subject_event GROUP BY ALL
), entering AS (
    SELECT force, CASE WHEN midnight(london_day(since)) = since THEN london_day(since) ELSE london_day(since) + 1 END AS as_at,
        count(*) AS subjects
    FROM known
    GROUP BY ALL
), after_gap AS (
    SELECT *, as_at - lag(as_at) OVER (PARTITION BY force ORDER BY as_at) > 35 AS is_after_gap FROM entering
), numbered AS (
    SELECT *, count(*) FILTER (is_after_gap) OVER (PARTITION BY force ORDER BY as_at) AS run FROM after_gap
), run AS (
    SELECT force, run, min(as_at) AS first, max(as_at) AS newest, sum(subjects) AS subjects FROM numbered GROUP BY ALL
)
SELECT force, first - 1 AS day, first,
    CASE WHEN subjects < 10 THEN newest + 35 ELSE DATE '9999-12-31' END AS last
FROM run r
WHERE NOT EXISTS (SELECT 1 FROM run before WHERE before.force = r.force AND before.run < r.run AND before.subjects >= 10);

-- The wanted snapshots that there must be.
CREATE TABLE published AS
SELECT w.force, w.as_at, h.day AS history_from
FROM wanted w JOIN history h ON h.force = w.force AND w.as_at BETWEEN h.first AND h.last;

-- From when on a force sends each stream. Of a duty a force may log no contacts, though it sends others: the first contact of the duty itself
-- counts, as that of a stream.
CREATE TABLE stream_known AS
SELECT force, stream, min(known_at) AS since
FROM (
    SELECT force, stream, known_at FROM subject_event WHERE stream IS NOT NULL
    UNION ALL
    SELECT force, duty, known_at FROM contact WHERE duty <> '') known
GROUP BY ALL;
