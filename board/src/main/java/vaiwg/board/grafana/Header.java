package vaiwg.board.grafana;

import static vaiwg.board.grafana.Json.object;

import java.util.List;
import java.util.Map;

/** What stands above every board: how to read it, where to find help, of when and whence its figures are. */
final class Header {
    private static final int HEIGHT = 6;
    /** A snapshot is due every midnight; this long after the last, the next is six hours late. */
    private static final int STALE_SECONDS = 30 * 3600;

    private Header() {}

    static Panel help(String question) {
        return new Panel("text", "Attrition measures the service, never the victim", 14, HEIGHT)
                .says("How to read this board, what is not on it, and where people who have been harmed find help.")
                .option("mode", "markdown")
                .option(
                        "content",
                        question
                                + " When a victim does not support a case, or no longer does, the question is what we offered, and how.\n\n"
                                + "- **Help, free and confidential:** Victim Support **0808\u00a016\u00a089\u00a0111**, domestic abuse"
                                + " **0808\u00a02000\u00a0247**, rape and sexual abuse **0808\u00a0500\u00a02222**, stalking"
                                + " **0808\u00a0802\u00a00300**; in danger now: **999**\n"
                                + "- **Reading:** each panel's (i) names unit, direction, basis, window and source. No share of fewer than"
                                + " 30 cases is shown. Domestic abuse overlaps the other themes.\n"
                                + "- **Not here:** the conduct of our own staff, which is in the restricted annex of the report.");
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
        Panel panel = Charts.numbers(
                        "Are these figures recent, and are they real?", reading, Source.LIVE, "none", 10, HEIGHT)
                .byDefault("noValue", "No snapshot")
                .option("colorMode", "background_solid")
                .option("wideLayout", true)
                .option("text", object("titleSize", 15, "valueSize", 26))
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
                        range(null, STALE_SECONDS, "Yes"),
                        range(STALE_SECONDS + 0.001, null, "No: over 30 hours old")));
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
