package vaiwg.grafana;

import static vaiwg.grafana.GrafanaJson.object;

import java.util.List;
import java.util.Map;

/** The strip above every dashboard: its question, where to find help, of when and whence its figures are. */
final class Header {
    private static final int HEIGHT = 3;
    private static final int TEXT_WIDTH = 15;
    private static final int VALUE_SIZE = 17;
    private static final int TITLE_SIZE = 13;
    /** A snapshot is due every midnight; this long after the last, the next is six hours late. */
    private static final int STALE_SECONDS = 30 * 3600;

    private Header() {}

    /** The one text of a dashboard. */
    static Panel help(String question) {
        return new Panel("text", "", TEXT_WIDTH, HEIGHT)
                .says("What this dashboard answers, and where people who have been harmed find help.")
                .with("transparent", true)
                .option("mode", "markdown")
                .option(
                        "content",
                        "**" + question + "** Attrition measures the service, never the victim.\n\n"
                                + "Help, free: Rape Crisis **0808\u00a0500\u00a02222** · domestic abuse **0808\u00a02000\u00a0247**"
                                + " · stalking **0808\u00a0802\u00a00300** · in danger **999**");
    }

    static Panel freshness() {
        PanelReading reading = new PanelReading(
                "The newest complete snapshot of the force. Fresh: its midnight is less than 30 hours ago (a new one is due every"
                        + " midnight, London time). The data line says where the figures come from: synthetic data describes no real"
                        + " person. Reconstructed: from history that was loaded later, and not published at the time. Streams that do not come as"
                        + " usual are named on the dashboard of data quality, and figures that rest on them stand still or are low.",
                "date, yes or no, source",
                "a fresh snapshot is good",
                "the published snapshot",
                "the newest within the time range; a figure older than seven days is not shown as the present one");
        Panel panel = PanelKinds.numbers(
                        "As at, freshness, source", reading, PanelSource.LIVE, "none", 24 - TEXT_WIDTH, HEIGHT)
                .byDefault("noValue", "No snapshot")
                .option("colorMode", "background_solid")
                .option("wideLayout", true)
                .option("textMode", "value")
                .option("orientation", "vertical")
                .option("text", object("valueSize", VALUE_SIZE))
                .now(
                        "(max by (force) (last_over_time(vaiwg_snapshot_as_at_seconds{force=\"$force\"}[$__range])) - 1) * 1000",
                        "until")
                .now(
                        "time() - max by (force) (last_over_time(vaiwg_snapshot_as_at_seconds{force=\"$force\"}[$__range]))",
                        "fresh")
                .now("max by (source) (last_over_time(vaiwg_force_info{force=\"$force\"}[$__range]))", "{{source}}")
                .now(
                        "max by (force) (last_over_time(vaiwg_snapshot_reconstructed{force=\"$force\"}[$__range])) == 1",
                        "reconstructed")
                .now(
                        "count(last_over_time(vaiwg_feed_state{force=\"$force\"}[2d]) == 2 or last_over_time(vaiwg_feed_state{force=\"$force\"}[2d]) == 3)",
                        "streams");
        panel.field(
                "until",
                "displayName",
                "As known on",
                "unit",
                "time:D MMM YYYY",
                "color",
                fill(DashboardPalette.FILL_NEUTRAL));
        panel.field(
                "fresh",
                "displayName",
                "Is the snapshot fresh?",
                "unit",
                "s",
                "color",
                object("mode", "thresholds"),
                "thresholds",
                object(
                        "mode",
                        "absolute",
                        "steps",
                        List.of(
                                object("color", DashboardPalette.FILL_CALM, "value", null),
                                object("color", DashboardPalette.FILL_ATTENTION, "value", STALE_SECONDS))),
                "mappings",
                List.of(
                        range(null, STALE_SECONDS, "On time"),
                        range(STALE_SECONDS + 0.001, null, "Over 30 hours old")));
        mark(panel, "SYNTHETIC", "Data", "SYNTHETIC DATA", DashboardPalette.FILL_ATTENTION);
        mark(panel, "FEED", "Data", "Live feed", DashboardPalette.FILL_NEUTRAL);
        mark(panel, "LOAD", "Data", "Loaded files", DashboardPalette.FILL_NEUTRAL);
        mark(panel, "ARCHIVE", "Data", "Public archive", DashboardPalette.FILL_NEUTRAL);
        panel.field(
                "streams",
                "displayName",
                "Streams of records",
                "unit",
                "suffix: not as usual",
                "color",
                fill(DashboardPalette.FILL_ATTENTION));
        mark(panel, "reconstructed", "Newest snapshot", "Reconstructed", DashboardPalette.FILL_NEUTRAL);
        return panel;
    }

    /** As {@link #freshness}, from tables: conduct has no Prometheus. */
    static Panel freshnessOfConduct() {
        PanelReading reading = new PanelReading(
                "The newest complete snapshot of the force. Fresh: its midnight is less than 30 hours ago. Synthetic data describes no"
                        + " real person. Reconstructed: from history that was loaded later.",
                "date, yes or no, source",
                "a fresh snapshot is good",
                "the published snapshot",
                "the newest");
        String query = """
            SELECT v.name, v.value FROM (
              SELECT as_at, publication, kind, data_through ->> 'source' AS source, now() - as_at::timestamp AT TIME ZONE 'Europe/London' AS age
              FROM vaiwg.kpi_snapshot WHERE force = '$force' AND complete ORDER BY as_at DESC, publication DESC LIMIT 1) s,
            LATERAL (VALUES (1, 'as known on', to_char(as_at - 1, 'FMDD Mon YYYY')),
              (2, 'snapshot', CASE WHEN age > interval '%1$d seconds' THEN 'Over 30 hours old' ELSE 'On time' END),
              (3, 'data', CASE source WHEN 'SYNTHETIC' THEN 'SYNTHETIC DATA' WHEN 'FEED' THEN 'Live feed' WHEN 'LOAD' THEN 'Loaded files'
                WHEN 'ARCHIVE' THEN 'Public archive' END),
              (4, 'newest snapshot', CASE kind WHEN 'reconstructed' THEN 'Reconstructed' END),
              (5, 'records', (SELECT nullif(c.sentence, '') FROM vaiwg.kpi_stream_conduct c
                WHERE c.force = '$force' AND c.as_at = s.as_at AND c.publication = s.publication))) v(place, name, value)
            WHERE v.value IS NOT NULL ORDER BY place\
            """.formatted(STALE_SECONDS);
        return Tiles.texts("As at, freshness, source", reading, PanelSource.CONDUCT, query, 24 - TEXT_WIDTH, HEIGHT)
                .byDefault("noValue", "No snapshot")
                .option("text", object("titleSize", TITLE_SIZE, "valueSize", VALUE_SIZE));
    }

    private static void mark(Panel panel, String series, String name, String text, String colour) {
        panel.field(
                series,
                "displayName",
                name,
                "color",
                fill(colour),
                "mappings",
                List.of(object("type", "value", "options", object("1", object("text", text, "index", 0)))));
    }

    private static Map<String, Object> range(Number from, Number to, String text) {
        return object(
                "type",
                "range",
                "options",
                object("from", from, "to", to, "result", object("text", text, "index", from == null ? 0 : 1)));
    }

    private static Map<String, Object> fill(String colour) {
        return object("mode", "fixed", "fixedColor", colour);
    }
}
