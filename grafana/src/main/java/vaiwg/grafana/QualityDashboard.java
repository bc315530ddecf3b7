package vaiwg.grafana;

import java.util.List;
import vaiwg.schemas.EventStream;

/** Can the figures be trusted: is what victims tell us recorded in time and in full, and how much moves afterwards? */
final class QualityDashboard {
    private static final List<String> FIGURES = List.of(
            "recorded_within_24h",
            "hours_to_record_p90",
            "linkage_victim",
            "linkage_suspect",
            "da_flag_late",
            "da_flag_missing",
            "substitution_cancelled",
            "orphan_outcomes");

    private final Dashboards dashboards;

    QualityDashboard(Dashboards dashboards) {
        this.dashboards = dashboards;
    }

    Dashboard dashboard() {
        List<FigureRow> figures = FIGURES.stream().map(dashboards::row).toList();
        return new Dashboard("data-quality", "VAIWG: data quality", "Can these figures be trusted?", "now-3y")
                .add(chart("recorded_within_24h"))
                .add(chart("hours_to_record_p90"))
                .add(chart("linkage_victim"))
                .add(FigureTable.of("Figures of data quality", figures, figures.size() + 3))
                .add(streams())
                .add(snapshots())
                .add(latecomers())
                .add(revisions());
    }

    private Panel chart(String slug) {
        FigureRow row = dashboards.row(slug);
        return ControlChartPanel.small(row, row.name() + ": ${theme:text}", 8, 8);
    }

    /** On the overview: whether records come in time, and whether every night was published. */
    static Panel tile(int width, int height) {
        String query = """
            SELECT name, value FROM (
              SELECT 1 AS place, 'within 24 h' AS name, coalesce(to_char(100 * value, 'FM990.0') || '%%', '%2$s') AS value FROM vaiwg.kpi_value_dashboard
              WHERE force = '$force' AND kpi = 'recorded_within_24h' AND basis = 'recorded' AND "window" = '365d' AND slice = '' AND NOT small
                AND as_at = %1$s AND publication = %3$s
              UNION ALL
              SELECT 2, 'victim linked', coalesce(to_char(100 * value, 'FM990.0') || '%%', '%2$s') FROM vaiwg.kpi_value_dashboard
              WHERE force = '$force' AND kpi = 'linkage_victim' AND basis = 'recorded' AND "window" = '90d' AND slice = '' AND NOT small
                AND as_at = %1$s AND publication = %3$s
              UNION ALL
              SELECT 3, 'nights missing', to_char(max(as_at) - min(as_at) + 1 - count(DISTINCT as_at), 'FM990') FROM vaiwg.kpi_snapshot
              WHERE force = '$force' AND complete AND as_at > %1$s - 28 HAVING count(*) > 0) v
            ORDER BY place\
            """.formatted(Sql.NEWEST, Sql.WITHHELD, Sql.NEWEST_PUBLICATION);
        PanelReading reading = new PanelReading(
                "Crimes recorded within 24 hours of the report, victims linked across records, and midnights of the last 28 days"
                        + " without a complete snapshot.",
                "% of crimes; nights",
                "up is good for the shares, fewer nights are",
                "recorded (revised, by day of recording)",
                "365d; 90d; 28d");
        return Tiles.texts("Data quality", reading, PanelSource.PUBLISHED, query, width, height)
                .with(
                        "links",
                        List.of(GrafanaJson.object(
                                "title", "Open the dashboard", "url", "/d/vaiwg-data-quality?" + Variables.CARRIED)));
    }

    private static Panel snapshots() {
        return PanelKinds.table(
                        "Snapshots, and the delay of their publication",
                        new PanelReading(
                                "Snapshots by kind and year: published at the time, or reconstructed from history that"
                                        + " was loaded later; incomplete ones lack a stream. The delay is from the"
                                        + " midnight to its publication, of those within a day; others were written later,"
                                        + " when a log was read again or after an outage.",
                                "snapshots; time",
                                "a short delay is good",
                                "the published snapshot",
                                "by year"),
                        PanelSource.PUBLISHED,
                        12,
                        8)
                .sql(
                        "SELECT to_char(as_at, 'YYYY') AS \"Year\", initcap(kind) AS \"Kind\", count(*) AS"
                                + " \"Snapshots\", count(*) FILTER (WHERE NOT complete) AS \"Incomplete\","
                                + " to_char(max(as_at), 'DD Mon YYYY') AS \"Newest\", count(*) FILTER (WHERE published_at"
                                + " >= as_at + 1) AS \"Written later\", extract(epoch FROM percentile_cont(0.5) WITHIN"
                                + " GROUP (ORDER BY published_at - as_at) FILTER (WHERE published_at < as_at + 1)) AS"
                                + " \"Usual delay\", sum(row_count) AS \"Figures\" FROM vaiwg.kpi_snapshot WHERE force ="
                                + " '$force' GROUP BY 1, 2 ORDER BY 1 DESC, 2",
                        "table")
                .fields("^(Year|Incomplete|Usual delay)$", "custom.width", 95)
                .field("Usual delay", "unit", "s", "decimals", 0, "noValue", "–")
                .field("Figures", "unit", "locale");
    }

    private static Panel latecomers() {
        return PanelKinds.table(
                        "Events that came late",
                        new PanelReading(
                                "Events whose change their partition's clock had passed when they were read; they count from then"
                                        + " on, and nothing is lost.",
                                "events; time",
                                "fewer is good",
                                "the log",
                                "the newest 400 days"),
                        PanelSource.PUBLISHED,
                        12,
                        EventStream.values().length + 3)
                .sql(
                        "SELECT s.stream AS \"Stream\", coalesce(sum(e.events), 0) AS \"Late events\","
                                + " coalesce(to_char(max(e.day), 'DD Mon YYYY'), 'none') AS \"Newest\","
                                + " percentile_cont(0.5) WITHIN GROUP (ORDER BY e.median_seconds) AS \"Usually late by\""
                                + " FROM vaiwg.kpi_feed s LEFT JOIN vaiwg.late_event_day e ON e.stream = s.stream"
                                + " AND e.force = '$force' AND e.day > " + Sql.NEWEST
                                + " - 400 WHERE s.force = 'all' GROUP BY 1"
                                + " ORDER BY 1",
                        "table")
                .field("Late events", "unit", "locale")
                .field("Usually late by", "unit", "s", "decimals", 1, "noValue", "–");
    }

    /** How each stream comes, with the sentence that the report says beside its figures. */
    private static Panel streams() {
        return PanelKinds.table(
                        "Streams of records, and how each comes",
                        new PanelReading(
                                "Judged at the newest midnight by each stream's own past, or by what the site expects: silent, where chance does"
                                        + " not explain so long a time without a record; halved, where at most half of what is usual comes."
                                        + " Figures that rest on a stream that never came are not published.",
                                "records a week; date",
                                "as usual is good",
                                "the log",
                                "the newest midnight"),
                        PanelSource.PUBLISHED,
                        24,
                        EventStream.values().length + 3)
                .whenEmpty("No midnight of this force was published since streams are judged.", "–")
                .sql(
                        "SELECT stream AS \"Stream\", state AS \"How it comes\", to_char(newest, 'DD Mon YYYY') AS \"Newest record\","
                                + " round(expected_week::numeric, 1) AS \"Usual in a week\", sentence AS \"What follows\""
                                + " FROM vaiwg.kpi_feed WHERE force = '$force' ORDER BY stream",
                        "table")
                .field("Usual in a week", "unit", "locale");
    }

    private static Panel revisions() {
        return PanelKinds.table(
                        "Headlines, as published and as known now",
                        new PanelReading(
                                "Headlines as they were published at the ends of the last months, and as they are"
                                        + " known now: later versions, cancelled crimes and late outcomes move them. Withheld where"
                                        + " one to four cases changed.",
                                "% of crimes; points",
                                "a small change is good",
                                "settled_90d and recorded (revised)",
                                "365d"),
                        PanelSource.PUBLISHED,
                        24,
                        14)
                .unit("percent")
                .byDefault("decimals", 2)
                .whenEmpty("No month has ended since the first snapshot.", Sql.WITHHELD)
                .fields("^(Published|As known now|Change.*)$", "custom.align", "right")
                .sql(
                        "SELECT to_char(as_at, 'DD Mon YYYY') AS \"Published as at\", m.title AS \"Figure\","
                                + " 100 * published_value AS \"Published\", 100 * value_now AS \"As known now\", 100 * value_change AS"
                                + " \"Change\", numerator_change AS \"Change in cases counted\", denominator_change AS"
                                + " \"Change in cases in all\" FROM vaiwg.kpi_revision_dashboard r JOIN vaiwg.kpi_measure m USING"
                                + " (kpi) WHERE force = '$force' AND slice = '' AND \"window\" = '365d' AND (kpi, basis)"
                                + " IN (('victim_attrition', 'settled_90d'), ('charge_rate', 'settled_180d'),"
                                + " ('recorded_within_24h', 'recorded')) AND as_at = ANY (ARRAY(SELECT max(as_at) FROM"
                                + " vaiwg.kpi_snapshot WHERE force = '$force' AND complete AND as_at > " + Sql.NEWEST
                                + " - interval '4 months' GROUP BY date_trunc('month', as_at))) ORDER BY as_at DESC, m.title",
                        "table")
                .field("Figure", "custom.width", 360, "custom.wrapText", true)
                .field("Change", "unit", "suffix:points", "decimals", 2)
                .fields("^Change in", "unit", "locale", "decimals", 0)
                .defines("victim_attrition", "charge_rate", "recorded_within_24h");
    }
}
