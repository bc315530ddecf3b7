package vaiwg.grafana;

import static vaiwg.grafana.GrafanaJson.object;

import java.util.List;
import java.util.Map;
import vaiwg.kpis.catalogue.Priority;

/** The open matters, a line each: what moved, by how much, since when, how sure that is, what is to be done and what the owner says. */
final class MatterTable {
    private static final int MOST = 12;
    /** Of one part: three lines, or two of two rows and the head of a third, which says that it scrolls; most often there is one. */
    private static final int HEIGHT_OF_PART = 6;

    /** How the owner's words begin; the page of the signal has them all. */
    private static final String FIRST_WORDS =
            " || coalesce(': ' || CASE WHEN length(words) > 120 THEN left(words, 120) || '…' ELSE words END, '')";

    private MatterTable() {}

    /** Of all areas. */
    static Panel ofAll(Dashboards dashboards, int height) {
        return panel(dashboards, "Open matters of all areas", "true", true, height);
    }

    /** Of one area. */
    static Panel of(Dashboards dashboards, Priority priority) {
        return panel(
                dashboards, "Open signals of this area", "priority = '" + priority.slug() + "'", false, HEIGHT_OF_PART);
    }

    /** Of victim attrition and what stands beside it. */
    static Panel ofAttrition(Dashboards dashboards) {
        return panel(
                dashboards,
                "Open signals of victim attrition",
                "concern IN ('support ended', 'when support ended')",
                false,
                HEIGHT_OF_PART);
    }

    private static Panel panel(Dashboards dashboards, String title, String condition, boolean ofAll, int height) {
        PanelReading reading = new PanelReading(
                "Signals of one cause are one line. Act: two periods agree; find the cause, and answer. Watch: one period; wait for the"
                        + " next. Check the data: recording changed in the same weeks; look there first. Figures are of the 28 days that a line"
                        + " names; tables of figures have 12 months. How sure leads to the method.",
                "a line a matter",
                "the icon: concern, better, or a change without a good direction",
                "of the chart that raised it",
                "what is open now; act first, then the longest open");
        Panel panel = PanelKinds.table(title, reading, PanelSource.PUBLISHED, 24, height)
                .unit("string")
                .byDefault("noValue", "–")
                .sql(query(dashboards, condition, ofAll), "table")
                .field(
                        " ",
                        "custom.width",
                        50,
                        "custom.cellOptions",
                        object("type", "markdown"),
                        "mappings",
                        IconMappings.mappings())
                .field("Matter", "custom.width", 260, "custom.wrapText", true)
                // Without a width: as wide as the others leave it, so that none is cut on a screen of 1600 pixels.
                .field("What the figures show", "custom.wrapText", true)
                .field("Since", "custom.width", 105)
                .field(
                        "How sure",
                        "custom.width",
                        185,
                        "custom.wrapText",
                        true,
                        "links",
                        List.of(object("title", SignalMethod.TITLE, "url", SignalMethod.LINK)))
                .field("Do", "custom.width", 175, "custom.cellOptions", object("type", "pill"), "mappings", toDo())
                .field("Owner's answer", "custom.width", ofAll ? 190 : 300, "custom.wrapText", true)
                // Empty where nobody serves the page.
                .field(
                        "Link",
                        "custom.width",
                        70,
                        "links",
                        List.of(object("title", "Answer", "url", "${__data.fields.answer:raw}")))
                .field("answer", "custom.hideFrom", object("legend", false, "tooltip", false, "viz", true))
                .field("slug", "custom.hideFrom", object("legend", false, "tooltip", false, "viz", true));
        if (ofAll) {
            panel.field(
                    "Area",
                    "custom.width",
                    190,
                    "custom.wrapText",
                    true,
                    "links",
                    List.of(object(
                            "title",
                            "Open the area",
                            "url",
                            "/d/vaiwg-area-${__data.fields.slug}?" + Variables.CARRIED)));
        }
        return panel;
    }

    private static List<Object> toDo() {
        Map<String, Object> words = object();
        for (Ask ask : Ask.values()) {
            words.put(ask.words(), object("text", ask.words(), "color", ask.fill(), "index", words.size()));
        }
        return List.of(object("type", "value", "options", words));
    }

    private static String query(Dashboards dashboards, String condition, boolean ofAll) {
        String area = ofAll
                ? " %s AS \"Area\", replace(priority, '_', '-') AS \"slug\",".formatted(AreaNames.sql("priority"))
                : "";
        return "WITH " + MatterSql.ctes()
                + """
            , newest AS (
              SELECT as_at, history_from FROM vaiwg.kpi_snapshot WHERE force = '$force' AND complete ORDER BY as_at DESC, publication DESC LIMIT 1
            ), main AS (
              SELECT DISTINCT ON (matter) o.*, count(*) OVER w AS charts, bool_or(state = 'act') OVER w AS act, bool_or(state = 'watch') OVER w AS watch,
                first_value(since) OVER (w ORDER BY raised, since) AS first_day, min(raised) OVER w AS first_raised, array_agg(signal_id) OVER w AS ids,
                count(*) FILTER (WHERE lpa <> '') OVER w AS areas
              FROM matter o WHERE %1$s AND %2$s
              WINDOW w AS (PARTITION BY matter)
              ORDER BY matter, lpa <> '', slice = '' AND theme <> '', place_order IS NULL, own_theme <> theme, basis = 'daily', state <> 'act', raised, signal_id
            ), said_of AS (
              SELECT DISTINCT ON (m.matter) m.matter, n.kind = 'note' AS answered,
                coalesce(n.post, 'a post') || ', ' || to_char(n.at AT TIME ZONE 'Europe/London', 'FMDD Mon YYYY') AS who,
                nullif(concat_ws('; ', n.cause, n.action), '') AS words
              FROM main m JOIN vaiwg.kpi_note n ON n.signal_id = ANY (m.ids) WHERE n.force = '$force'
              ORDER BY m.matter, n.kind = 'note' DESC, n.known_at DESC, n.version DESC
            ), shown AS (
              SELECT m.*, l.basis AS shown_basis, %14$s AS period, l.chart, l.numerator, l.denominator, l.value, l.lower, l.centre, l.upper, s.answered, s.who, s.words, CASE m.kind WHEN 'share' THEN 100
                  WHEN 'rate' THEN 100 WHEN 'population_rate' THEN replace(substring(m.unit FROM 'read per ([0-9,]+)'), ',', '')::int ELSE 1 END AS factor, CASE m.kind WHEN 'share' THEN '%%'
                  WHEN 'percentile' THEN ' ' || m.unit ELSE '' END AS suffix, CASE WHEN m.kind IN ('share', 'rate', 'population_rate') THEN 'FM999,990.0'
                  ELSE 'FM999,999,990' END AS digits
              FROM main m LEFT JOIN LATERAL (
                SELECT * FROM (
                  SELECT DISTINCT ON (basis) basis, last_day, rule, side, chart, numerator, denominator, value, lower, centre, upper
                  FROM vaiwg.kpi_limit_dashboard
                  WHERE force = '$force' AND kpi = m.kpi AND slice = m.slice AND basis IN (m.basis, replace(m.read_basis, 'settled', 'matured'))
                    AND as_at > (SELECT as_at - 400 FROM newest) AND "window" = m."window"
                  ORDER BY basis, as_at DESC, publication DESC) r
                WHERE m.basis <> 'daily' AND (r.basis = m.basis OR CASE r.chart WHEN 't' THEN -r.side ELSE r.side END = m.side)
                ORDER BY r.basis = m.basis LIMIT 1) l ON true
              LEFT JOIN said_of s USING (matter)
            )
            %12$s, line AS (
              SELECT act, coalesce(answered, false) AS answered, first_raised, w.code || '-' || CASE WHEN CASE WHEN basis = 'stock' AND observed <> 0 THEN observed > 0 ELSE side > 0 END THEN 'up' ELSE 'down' END
              || '|' AS " ",
              %3$s AS "Matter",
              coalesce(CASE
                WHEN basis = 'daily' THEN to_char(observed, 'FM999,990') || ' outcomes from ' || to_char(since, 'FMDD Mon') || ' to ' || to_char(day, 'FMDD Mon')
                  || '; ' || to_char(expected, 'FM999,990') || ' expected'
                WHEN chart IN ('t', 't_rest') THEN ltrim(coalesce(to_char(numerator, 'FM999,990') || coalesce(' of ' || to_char(denominator, 'FM999,990'), ''), '')
                  || period) || '; ' || to_char(value, 'FM990') || CASE round(value) WHEN 1 THEN ' day' ELSE ' days' END || ' between two; usual ' || to_char(centre, 'FM990')
                  || coalesce(CASE WHEN value > centre THEN ', upper limit ' || to_char(upper, 'FM990') ELSE ', lower limit ' || to_char(lower, 'FM990.0') END, '')
                WHEN chart = 'change' THEN CASE WHEN value < 0 THEN 'down ' ELSE 'up ' END || to_char(factor * abs(value), digits) || CASE kind WHEN 'share' THEN ' pts'
                  ELSE '' END || period || ', to ' || coalesce(to_char(numerator, 'FM999,999,990') || ' of ' || to_char(denominator, 'FM999,999,990')
                    || ' (' || to_char(100.0 * numerator / nullif(denominator, 0), 'FM990.0') || '%%)', to_char(numerator, 'FM999,999,990'))
                  || '; usual ' || to_char(factor * centre, 'FM999,990.0')
                  || coalesce(CASE WHEN value > centre THEN ', upper limit ' || to_char(factor * upper, 'FM999,990.0') ELSE ', lower limit ' || to_char(factor * lower, 'FM999,990.0') END, '')
                ELSE to_char(factor * coalesce(value, observed), digits) || suffix
                  || coalesce(' within ' || substring(shown_basis FROM '(?:settled|matured)_(\\d+)d') || ' days', '')
                  || CASE WHEN denominator IS NULL THEN period WHEN kind = 'percentile' THEN ' (' || to_char(denominator, 'FM999,999,990') || ' cases' || period || ')'
                    ELSE ' (' || to_char(numerator, 'FM999,999,990') || ' of ' || to_char(denominator, 'FM999,999,990') || period || ')' END
                  || '; usual ' || to_char(factor * coalesce(centre, expected), digits) || suffix
                  || coalesce(CASE WHEN side > 0 THEN ', upper limit ' || to_char(factor * upper, digits) ELSE ', lower limit ' || to_char(factor * lower, digits) END || suffix, '')
              END, '%10$s: fewer than five, or would reveal it') AS "What the figures show",%4$s
              to_char(first_day, 'FMDD Mon YYYY') AS "Since",
              %15$s || CASE WHEN charts = 2 THEN '; 1 other chart shows it too' WHEN charts > 2 THEN '; ' || charts - 1 || ' other charts show it too' ELSE '' END
                AS "How sure",
              CASE WHEN act THEN %16$s WHEN watch THEN %17$s ELSE %18$s END AS "Do",
              CASE WHEN answered THEN 'Answered by ' || who%9$s WHEN watch AND NOT act THEN coalesce('Seen by ' || who, '–')
                ELSE coalesce('Seen by ' || who || '; not', 'Not') || ' answered; ' || CASE WHEN due < (SELECT as_at FROM newest) THEN 'was ' ELSE '' END
                  || 'due ' || to_char(due, 'FMDD Mon YYYY') END
                AS "Owner's answer",
              (SELECT address FROM vaiwg.board_address) || '/answer?force=$force&signal=' || signal_id AS "answer"
            FROM shown, LATERAL (SELECT first_raised + %11$d AS due) term, LATERAL (SELECT CASE movement WHEN 'better' THEN 'better' WHEN 'worse' THEN 'concern' ELSE 'change' END AS code) w
              UNION ALL
              %13$s
              UNION ALL
              SELECT false, false, NULL, 'usual|', 'None', CASE WHEN NOT EXISTS (SELECT FROM newest) THEN 'Nothing is known yet: no day has been published.'
                WHEN (SELECT as_at - history_from FROM newest) < %19$d THEN 'No chart has limits yet: twelve periods of 28 days make them.'
                ELSE 'Nothing to answer; what single charts mark may be chance.' END,%6$s '', '', '', '', NULL
              WHERE NOT EXISTS (SELECT FROM shown) AND NOT EXISTS (SELECT FROM fall)
            ), placed AS (
              SELECT *, row_number() OVER (ORDER BY act DESC, answered, first_raised) AS place FROM line
            )
            SELECT " ", "Matter", "What the figures show",%7$s "Since", "How sure", "Do", "Owner's answer",
              CASE WHEN "answer" IS NULL THEN '' ELSE 'Answer' END AS "Link", "answer" FROM (
              SELECT " ", "Matter", "What the figures show",%7$s "Since", "How sure", "Do", "Owner's answer", "answer", place FROM placed WHERE place <= %5$d
              UNION ALL
              SELECT 'usual|', count(*) || ' more', '%8$s',%6$s '', '', '', '', NULL, %5$d + 1 FROM placed WHERE place > %5$d HAVING count(*) > 0
            ) told ORDER BY place\
            """.formatted(
                                condition,
                                MatterSql.inArea(),
                                MatterSql.name("lpa", "theme", "short_title"),
                                area,
                                MOST,
                                ofAll ? " '', ''," : "",
                                ofAll ? " \"Area\", \"slug\"," : "",
                                ofAll ? "on the dashboards of their areas" : "",
                                ofAll ? "" : FIRST_WORDS,
                                Sql.WITHHELD,
                                Priority.DAYS_TO_ANSWER,
                                CompletenessFalls.cte(dashboards, condition),
                                CompletenessFalls.lines(area),
                                MatterSql.period("l.last_day", "m.\"window\""),
                                SignalRule.sql("rule"),
                                FigureRow.quoted(Ask.ACT.words()),
                                FigureRow.quoted(Ask.WATCH.words()),
                                FigureRow.quoted(Ask.CHECK_DATA.words()),
                                TimesBetween.BASELINE_DAYS);
    }
}
