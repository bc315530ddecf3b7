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
                dashboards, "Open signals of this area", "area = '" + priority.slug() + "'", false, HEIGHT_OF_PART);
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
                "Figures of one cause are one line. Act: two periods lie beyond a limit, or the early warning calls; find the cause, and answer."
                        + " Watch: wait for the next period. Check the data: recording changed in the same weeks; look there first. Figures are"
                        + " of the 28 days that a line names; tables of figures have 12 months. Shown by leads to the method.",
                "a line a matter",
                "the icon: act or watch",
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
                .field("Raised", "custom.width", 105)
                .field(
                        "Shown by",
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
        String area =
                ofAll ? " %s AS \"Area\", replace(area, '_', '-') AS \"slug\",".formatted(AreaNames.sql("area")) : "";
        return "WITH " + MatterSql.cte()
                + """
            , newest AS (
              SELECT as_at, history_from FROM vaiwg.kpi_snapshot WHERE force = '$force' AND complete ORDER BY as_at DESC, publication DESC LIMIT 1
            ), said_of AS (
              SELECT DISTINCT ON (m.matter) m.matter, n.kind = 'note' AS answered,
                coalesce(n.post, 'a post') || ', ' || to_char(n.at AT TIME ZONE 'Europe/London', 'FMDD Mon YYYY') AS who,
                nullif(concat_ws('; ', n.cause, n.action), '') AS words
              FROM matter m JOIN vaiwg.kpi_note n ON n.signal_id = ANY (m.signals) WHERE n.force = '$force'
              ORDER BY m.matter, n.kind = 'note' DESC, n.known_at DESC, n.version DESC
            )
            %6$s, line AS (
              SELECT place, coalesce(answered, false) AS answered, state || '|' AS " ", what AS "Matter", figures AS "What the figures show",%2$s
                to_char(raised, 'FMDD Mon YYYY') AS "Raised",
                concat_ws('; ', CASE basis WHEN 'daily' THEN %10$s ELSE 'the 28 days' END,
                  CASE WHEN cardinality(shown_also) > 0 THEN cardinality(shown_also) || ' of other cases' END,
                  CASE WHEN cardinality(same_cases) > 0 THEN cardinality(same_cases) || ' of the same cases' END) AS "Shown by",
                CASE WHEN state = 'act' THEN %11$s WHEN why = 'data' THEN %12$s ELSE %13$s END AS "Do",
                CASE WHEN answered THEN 'Answered by ' || who%5$s WHEN state = 'watch' THEN coalesce('Seen by ' || who, '–')
                  ELSE coalesce('Seen by ' || who || '; not', 'Not') || ' answered; ' || CASE WHEN due < (SELECT as_at FROM newest) THEN 'was ' ELSE '' END
                    || 'due ' || to_char(due, 'FMDD Mon YYYY') END AS "Owner's answer",
                CASE WHEN cardinality(signals) > 0 THEN (SELECT address FROM vaiwg.board_address) || '/answer?force=$force&signal=' || matter END AS "answer"
              FROM matter LEFT JOIN said_of USING (matter) WHERE %1$s
              UNION ALL
              %7$s
              UNION ALL
              SELECT NULL, false, 'usual|', 'None', CASE WHEN NOT EXISTS (SELECT FROM newest) THEN 'Nothing is known yet: no day has been published.'
                WHEN (SELECT as_at - history_from FROM newest) < %14$d THEN 'No chart has limits yet: twelve periods of 28 days make them.'
                ELSE 'Nothing to answer; what single charts mark may be chance.' END,%3$s '', '', '', '', NULL
              WHERE NOT EXISTS (SELECT FROM matter WHERE %1$s) AND NOT EXISTS (SELECT FROM fall)
            ), placed AS (
              SELECT *, row_number() OVER (ORDER BY " " <> 'act|', answered, place) AS pos FROM line
            )
            SELECT " ", "Matter", "What the figures show",%4$s "Raised", "Shown by", "Do", "Owner's answer",
              CASE WHEN "answer" IS NULL THEN '' ELSE 'Answer' END AS "Link", "answer" FROM (
              SELECT " ", "Matter", "What the figures show",%4$s "Raised", "Shown by", "Do", "Owner's answer", "answer", pos FROM placed WHERE pos <= %8$d
              UNION ALL
              SELECT 'usual|', count(*) || ' more', '%9$s',%3$s '', '', '', '', NULL, %8$d + 1 FROM placed WHERE pos > %8$d HAVING count(*) > 0
            ) told ORDER BY pos\
            """.formatted(
                                condition,
                                area,
                                ofAll ? " '', ''," : "",
                                ofAll ? " \"Area\", \"slug\"," : "",
                                ofAll ? "" : FIRST_WORDS,
                                CompletenessFalls.cte(dashboards, condition),
                                CompletenessFalls.lines(area),
                                MOST,
                                ofAll ? "on the dashboards of their areas" : "",
                                FigureRow.quoted(SignalRule.EARLY_WARNING.words()),
                                FigureRow.quoted(Ask.ACT.words()),
                                FigureRow.quoted(Ask.CHECK_DATA.words()),
                                FigureRow.quoted(Ask.WATCH.words()),
                                TimesBetween.BASELINE_DAYS);
    }
}
