package vaiwg.board.access;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import vaiwg.board.report.Matter;
import vaiwg.board.report.Report;
import vaiwg.board.report.Report.MeasurePage;

/**
 * The report as a login sees it: of the areas that are granted to it the matters and the pages of measures as they are, and all else as the
 * board has it. The pages that the Board reads are of all areas: they are as they are only where all are granted.
 */
public final class SeenReport {
    private SeenReport() {}

    /**
     * What is seen of a report by some areas.
     *
     * @param board as the board has it
     * @param internal the same report with all its figures
     */
    public static Report of(Report board, Report internal, Grant grant) {
        // Marked by the most that it holds.
        return new Report(
                internal.edition(),
                board.pages(),
                merged(board.measures(), internal.measures(), (MeasurePage page) -> grant.seesAsItIs(page.area())),
                merged(board.matters(), internal.matters(), (Matter matter) -> grant.seesTitled(matter.area())),
                false);
    }

    /** Tiers withhold numbers and leave no part out, so that these stand in the same places. */
    private static <T> List<T> merged(List<T> board, List<T> internal, Predicate<T> isGranted) {
        if (board.size() != internal.size()) {
            throw new IllegalStateException("two tiers of one report have not the same parts");
        }
        List<T> merged = new ArrayList<>();
        for (int i = 0; i < board.size(); i++) {
            merged.add(isGranted.test(internal.get(i)) ? internal.get(i) : board.get(i));
        }
        return merged;
    }
}
