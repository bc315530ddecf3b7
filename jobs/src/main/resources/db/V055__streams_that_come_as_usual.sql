-- How each stream of a force came, as of each midnight that was published: with the snapshot, so that a report of that midnight says the same for ever.
CREATE TABLE kpi_stream_row (
    expected_week double precision,
    newest        date,
    since         date,
    as_at         date NOT NULL,
    publication   smallint NOT NULL,
    force         text NOT NULL,
    stream        text NOT NULL,
    state         text NOT NULL CHECK (state IN ('never received', 'as usual', 'silent', 'halved', 'not expected')),
    sentence      text NOT NULL,
    kpis          text NOT NULL,
    PRIMARY KEY (publication, force, as_at, stream)
);

CREATE TRIGGER published_streams_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON kpi_stream_row
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE VIEW kpi_stream WITH (security_barrier) AS
SELECT publication, force, as_at, stream, state, newest, since, expected_week, sentence, kpis FROM kpi_stream_row WHERE stream <> 'conduct';

CREATE VIEW kpi_stream_conduct WITH (security_barrier) AS
SELECT publication, force, as_at, stream, state, newest, since, expected_week, sentence, kpis FROM kpi_stream_row WHERE stream = 'conduct';

GRANT SELECT, INSERT ON kpi_stream_row TO vaiwg_writer;
GRANT SELECT ON kpi_stream TO vaiwg_reader, vaiwg_conduct, vaiwg_explain;
GRANT SELECT ON kpi_stream_conduct TO vaiwg_conduct;

-- How far a topic is complete is of all forces, and says nothing of a stream that never came: readers see both together.
ALTER TABLE kpi_feed RENAME TO kpi_feed_row;
DROP POLICY read_without_conduct ON kpi_feed_row;
DROP POLICY read_without_conduct_on_dashboards ON kpi_feed_row;
REVOKE ALL ON kpi_feed_row FROM vaiwg_reader, vaiwg_conduct, vaiwg_explain, vaiwg_dashboard;

CREATE VIEW kpi_feed WITH (security_barrier) AS
WITH newest AS (
    SELECT r.force, r.stream, r.state, r.newest, r.since, r.expected_week, r.sentence,
           array_position(ARRAY['silent', 'halved', 'as usual', 'not expected', 'never received'], r.state) AS rank
    FROM (SELECT DISTINCT ON (force) force, publication, as_at FROM kpi_snapshot ORDER BY force, as_at DESC, publication DESC) s
    JOIN kpi_stream_row r USING (publication, force, as_at)
), of_all AS (
    SELECT stream, (array_agg(state ORDER BY rank))[1] AS state, max(newest) AS newest, min(since) AS since,
           sum(expected_week) AS expected_week, (array_agg(sentence ORDER BY rank))[1] AS sentence
    FROM newest GROUP BY stream
)
SELECT f.complete_through, f.updated_at, f.force, f.stream, a.state, a.newest, a.since, a.expected_week, a.sentence
FROM kpi_feed_row f LEFT JOIN of_all a USING (stream)
WHERE f.stream <> 'conduct'
UNION ALL
SELECT f.complete_through, f.updated_at, n.force, n.stream, n.state, n.newest, n.since, n.expected_week, n.sentence
FROM newest n JOIN kpi_feed_row f USING (stream)
WHERE n.stream <> 'conduct';

GRANT SELECT ON kpi_feed TO vaiwg_reader, vaiwg_conduct, vaiwg_explain, vaiwg_dashboard;
