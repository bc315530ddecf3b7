package vaiwg.board.report;

import java.util.Arrays;
import vaiwg.kpis.catalogue.Priority;

/** The seven priority areas by their slug. */
final class AreaTitles {
    private AreaTitles() {}

    static String of(String slug) {
        return priority(slug).title();
    }

    /** From 1, in the strategy's order. */
    static int number(String slug) {
        return priority(slug).ordinal() + 1;
    }

    private static Priority priority(String slug) {
        return Arrays.stream(Priority.values())
                .filter(priority -> priority.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "The dictionary has measures of an area that this build does not know: " + slug
                                + ". Make the report with the build that published the snapshot."));
    }
}
