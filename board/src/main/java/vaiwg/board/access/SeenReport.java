package vaiwg.board.access;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vaiwg.board.report.AnnexTable;
import vaiwg.board.report.AreaPage;
import vaiwg.board.report.Matter;
import vaiwg.board.report.Report;
import vaiwg.board.report.SignalsPage;
import vaiwg.board.report.Statement;
import vaiwg.board.report.Summary;
import vaiwg.kpis.catalogue.Priority;

/**
 * The report as a login sees it: of the areas that are granted to it page, headlines, sentences, matters and annex as they are, and all else as
 * the board has it. What is of no area (characteristics of victims, revisions, data quality) is as it is only where all areas are granted.
 */
public final class SeenReport {
    private final Report board;
    private final Report internal;
    private final Grant grant;

    private SeenReport(Report board, Report internal, Grant grant) {
        this.board = board;
        this.internal = internal;
        this.grant = grant;
    }

    /**
     * What is seen of a report by some areas.
     *
     * @param board as the board has it
     * @param internal the same report with all its figures
     */
    public static Report of(Report board, Report internal, Grant grant) {
        return new SeenReport(board, internal, grant).report();
    }

    private Report report() {
        // Marked by the most that it holds.
        return new Report(
                internal.edition(),
                new Summary(
                        changes(),
                        merged(board.summary().groups(), internal.summary().groups(), group -> slug(group.slug())),
                        board.summary().notes()),
                merged(board.areas(), internal.areas(), (AreaPage area) -> slug(area.slug())),
                board.characteristics(),
                new SignalsPage(
                        board.signals().lead(),
                        merged(
                                board.signals().open(),
                                internal.signals().open(),
                                (Matter matter) -> titled(matter.area())),
                        board.signals().periodEnds(),
                        board.signals().history(),
                        board.signals().closed(),
                        board.signals().notes()),
                board.governance(),
                board.revisions(),
                board.quality(),
                merged(board.annex(), internal.annex(), (AnnexTable table) -> titled(table.area())),
                false);
    }

    /** One's own first; some of the board's may be gone, so that they are in no places that could be compared. */
    private List<Statement> changes() {
        return Stream.concat(
                        internal.summary().changes().stream().filter(this::isGranted),
                        board.summary().changes().stream().filter(statement -> !isGranted(statement)))
                .toList();
    }

    private boolean isGranted(Statement statement) {
        return statement.area().filter(this::slug).isPresent();
    }

    private boolean slug(String area) {
        return grant.seesAsItIs(area);
    }

    private boolean titled(String title) {
        return grant.internal().stream().map(Priority::title).anyMatch(title::equals);
    }

    /** Disclosure rewrites these and leaves none out, so that they stand in the same places. */
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
