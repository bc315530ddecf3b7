package vaiwg.board;

import static vaiwg.board.Html.tag;

import java.util.Map;

/** Where the figures come from: enough to ask for the same pack again next year. */
final class Provenance {
    private final Html html;
    private final PublishedSnapshot snapshot;
    private final Tier tier;

    Provenance(Html html, PublishedSnapshot snapshot, Tier tier) {
        this.html = html;
        this.snapshot = snapshot;
        this.tier = tier;
    }

    void write() {
        html.block(tag("dl", "class", "provenance"), () -> {
            entry("Force", snapshot.force());
            entry("As at", "start of " + Period.day(snapshot.asAt()) + " (London)");
            entry("Generation", String.valueOf(snapshot.generation()));
            entry(
                    "Kind",
                    snapshot.isReconstructed()
                            ? "reconstructed from history loaded on " + Period.day(snapshot.writtenOn())
                                    + ", not published at the time"
                            : "published on its day");
            entry("Cuts", snapshot.isTotalAndThemeOnly() ? "totals and themes" : "all");
            entry("Edition", tier == Tier.INTERNAL ? "internal, with conduct figures: do not pass on" : "board");
            entry("Catalogue", snapshot.catalogue());
            for (Map.Entry<String, String> stream : snapshot.dataThrough().entrySet()) {
                entry(stream.getKey().equals("source") ? "Source" : "Data to: " + stream.getKey(), stream.getValue());
            }
        });
    }

    private void entry(String term, String description) {
        html.block("div", () -> {
            html.line("dt", term);
            html.line("dd", description);
        });
    }
}
