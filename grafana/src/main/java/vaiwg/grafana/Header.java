package vaiwg.grafana;

import static vaiwg.grafana.Json.object;

import java.util.List;
import java.util.Map;

/** The strip above every dashboard: its question, where to find help, of when and whence its figures are. */
final class Header {
    private static final int HEIGHT = 3;
    private static final int TEXT_WIDTH = 15;
    private static final int VALUE_SIZE = 17;
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
        Reading reading = new Reading(
                "The newest complete snapshot of the force. Fresh: its midnight is less than 30 hours ago (a new one is due every"
                        + " midnight, London time). The data line says where the figures come from: synthetic data describes no real"
                        + " person. Reconstructed: from history that was loaded later, and not published at the time.",
                "date, yes or no, source",
                "a fresh snapshot is good",
                "the published snapshot",
                "the newest within the time range; a figure older than seven days is not shown as the present one");
        Panel panel = Charts.numbers("As at, freshness, source", reading, Source.LIVE, "none", 24 - TEXT_WIDTH, HEIGHT)
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
                        "reconstructed");
        panel.field(
                "until", "displayName", "As known on", "unit", "time:D MMM YYYY", "color", fill(Palette.FILL_NEUTRAL));
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
                                object("color", Palette.FILL_CALM, "value", null),
                                object("color", Palette.FILL_ATTENTION, "value", STALE_SECONDS))),
                "mappings",
                List.of(
                        range(null, STALE_SECONDS, "On time"),
                        range(STALE_SECONDS + 0.001, null, "Over 30 hours old")));
        mark(panel, "SYNTHETIC", "Data", "SYNTHETIC DATA", Palette.FILL_ATTENTION);
        mark(panel, "FEED", "Data", "Live feed", Palette.FILL_NEUTRAL);
        mark(panel, "LOAD", "Data", "Loaded files", Palette.FILL_NEUTRAL);
        mark(panel, "ARCHIVE", "Data", "Public archive", Palette.FILL_NEUTRAL);
        mark(panel, "reconstructed", "Newest snapshot", "Reconstructed", Palette.FILL_NEUTRAL);
        return panel;
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
