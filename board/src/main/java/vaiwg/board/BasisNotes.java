package vaiwg.board;

import static vaiwg.board.Html.tag;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** What each basis means, for those that a page uses. */
final class BasisNotes {
    private static final Map<String, String> NOTES = notes();

    private BasisNotes() {}

    /** The anchor of the note on a view's basis. */
    static String id(View view) {
        return id(Period.kind(view.basis()));
    }

    static void write(Html html, Collection<View> used) {
        html.block(
                "dl",
                () -> NOTES.forEach((kind, note) -> {
                    if (used.stream().anyMatch(view -> Period.kind(view.basis()).equals(kind))) {
                        html.line(tag("dt", "id", id(kind)), MeasureSection.capital(kind.replace('_', ' ')));
                        html.line("dd", note);
                    }
                }));
    }

    private static String id(String kind) {
        return "basis-" + kind;
    }

    private static Map<String, String> notes() {
        Map<String, String> notes = new LinkedHashMap<>();
        notes.put(
                "recorded",
                "Crimes by the day on which they were recorded, as they are known at the as-at. A crime that was cancelled"
                        + " or transferred since is no longer counted.");
        notes.put(
                "to_date",
                "Crimes by the day on which they were recorded, with whatever outcome they have at the as-at. Recent crimes"
                        + " have had less time, so the figure is too low; it only serves to reproduce reported tables.");
        notes.put(
                "settled",
                "Crimes by the day on which they were recorded, each with the same time to reach an outcome; crimes that"
                        + " have not had that time yet are left out. Crimes without an outcome stay in the whole. The figure"
                        + " is restated when a crime is cancelled, reclassified or corrected.");
        notes.put(
                "matured",
                "As settled, but frozen: everything as it was known when the crime had had its time, including crimes"
                        + " cancelled later.");
        notes.put("assigned", "Outcomes by the day on which they were assigned, whenever the crime was recorded.");
        notes.put("stock", "What is open, or has been reached, at the as-at.");
        return notes;
    }
}
