package vaiwg.board.web;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import vaiwg.board.access.AccessLog;
import vaiwg.board.access.Grant;
import vaiwg.kpis.catalogue.Priority;

/** What a visitor sees, in a sentence at the foot of each page. */
final class SeenWords {
    private static final String AS_THE_BOARD = "as the Strategy Board has them, without counts of fewer than five";

    private static final String CONDUCT = "Figures of conduct are shown, without those of fewer than five.";

    private SeenWords() {}

    static String of(Visitor visitor, boolean restricted) {
        return (visitor.login().equals(AccessLog.Entry.NOBODY) ? "" : "Logged in as " + visitor.login() + ". ")
                + (restricted ? CONDUCT : figures(visitor.grant()));
    }

    private static String figures(Grant grant) {
        if (grant.seesAll()) {
            return "Figures are shown as they are.";
        }
        return grant.seesSome()
                ? "Figures of " + titles(grant) + " are shown as they are, others " + AS_THE_BOARD + "."
                : "Figures are shown " + AS_THE_BOARD + ".";
    }

    /** In the strategy's order, those of sites last. */
    private static String titles(Grant grant) {
        List<Priority> shipped = Priority.shipped();
        return grant.areas().orElseThrow().stream()
                .sorted(Comparator.comparing((Priority area) -> !shipped.contains(area))
                        .thenComparingInt(shipped::indexOf)
                        .thenComparing(Priority::slug))
                .map(Priority::title)
                .collect(Collectors.joining(", "));
    }
}
