package vaiwg.board.grafana;

import vaiwg.kpis.catalogue.Priority;

/** What left its usual range, in plain words, and what its owner says of it. One line says so where nothing did. */
final class SignalTable {
    private static final int HEIGHT = 14;
    private static final int MOST = 8;

    private SignalTable() {}

    /** Of all figures. */
    static Panel ofAll(String title) {
        return panel(title, "true").defines("victim_attrition");
    }

    /** Of the figures of one area. */
    static Panel of(String title, Priority priority) {
        return panel(title, "s.priority = '" + priority.slug() + "'");
    }

    /** Of victim attrition, alone or with outcomes 14. */
    static Panel ofAttrition(String title) {
        return panel(title, "s.kpi IN ('victim_attrition', 'victim_does_not_support')")
                .defines("victim_attrition", "victim_does_not_support");
    }

    private static Panel panel(String title, String condition) {
        Reading reading = new Reading(
                "Signals of the daily alarm and of the block charts: where, since when, on how many cases, what was"
                        + " observed and what was to be expected. Watch: look, and wait. Act: find the cause. Look at the"
                        + " data: records changed in the same time. The owner's words are of the newest note.",
                "a line a signal",
                "none",
                "named in the table",
                "the newest 400 days; what stands is first");
        return Charts.table(title, reading, Source.PUBLISHED, 24, HEIGHT)
                .sql(query(condition), "table")
                .field("Figure", "custom.width", 190, "custom.wrapText", true)
                .field("Where", "custom.width", 140, "custom.wrapText", true)
                .field("Says", "custom.width", 110)
                .field("Since", "custom.width", 110)
                .field("Basis", "custom.width", 110)
                .fields("^(What it says|What its owner says)$", "custom.wrapText", true)
                .field("What its owner says", "custom.width", 200)
                .field("As at", "custom.width", 110);
    }

    private static String query(String condition) {
        return """
                WITH newest AS (
                  SELECT DISTINCT ON (s.signal_id) s.*, s.change IN ('raised', 'confirmed', 'turned') AS stands
                  FROM vaiwg.kpi_signal s
                  WHERE s.force = '$force' AND s.as_at > %1$s - 400 AND %2$s
                  ORDER BY s.signal_id, s.as_at DESC, s.generation DESC, s.change IN ('raised', 'confirmed', 'turned')
                ), said AS (
                  SELECT DISTINCT ON (signal_id) signal_id,
                    coalesce(nullif(concat_ws('; ', cause, action), ''), 'seen') || coalesce(' (' || post || ')', '') AS words
                  FROM vaiwg.kpi_note WHERE force = '$force' ORDER BY signal_id, version DESC
                ), told AS (
                  SELECT n.stands, n.as_at, coalesce(m.title, n.kpi) AS figure,
                    coalesce(initcap(nullif(replace(replace(regexp_replace(n.slice, '[a-z_]+=', '', 'g'), ';', ', '), '_', ' '), '')),
                      'All') AS place,
                    CASE WHEN n.change = 'withdrawn' THEN 'withdrawn' WHEN NOT n.stands THEN 'over'
                      WHEN n.state = 'data_quality' THEN 'look at data' ELSE n.state END AS says,
                    to_char(n.since, 'DD Mon YYYY') AS since, n.paragraph, coalesce(s.words, 'nothing yet') AS owner, n.basis
                  FROM newest n LEFT JOIN vaiwg.kpi_measure m USING (kpi) LEFT JOIN said s USING (signal_id)
                  UNION ALL
                  SELECT true, %1$s, 'None', 'All', 'usual', '', 'No figure has left its usual range.', '', ''
                  WHERE NOT EXISTS (SELECT FROM newest WHERE stands)
                )
                SELECT figure AS "Figure", place AS "Where", says AS "Says", since AS "Since", paragraph AS "What it says",
                  owner AS "What its owner says", basis AS "Basis", to_char(as_at, 'DD Mon YYYY') AS "As at"
                FROM told ORDER BY stands DESC, says <> 'act', as_at DESC, figure, place LIMIT %3$d""".formatted(Sql.NEWEST, condition, MOST);
    }
}
