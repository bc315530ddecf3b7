package vaiwg.policeuk;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import vaiwg.board.comparison.ForceMeasure;
import vaiwg.cli.terminal.TextTable;

/** Whether a force's files tell a measure as those of other forces do, or why they do not. */
record Comparability(ComparedMonths months) {
    /** Of fewer crimes a share says nothing, and the limits are not those of so few. */
    static final int FEWEST_CRIMES = 30;
    /** One row in a hundred is more than slips explain. */
    private static final int ROWS_FOR_A_SLIP = 100;
    /** How many files or months are named. */
    private static final int NAMED = 3;

    /**
     * The reason for which a force is left out, in a few words; null where it can be compared.
     *
     * @param residents how many people live there, or 0 where nobody said
     */
    String reason(ForceMeasure measure, ComparedFiles.ComparedForce force, int residents) {
        String recording = ofRecording(force.report(), force.totals());
        if (recording != null) {
            return recording;
        }
        if (measure.isOfOutcomes()) {
            return ofOutcomes(force.report(), force.totals());
        }
        return residents == 0 ? "the file of denominators has no residents of it (--denominators)" : null;
    }

    /** A crime without an id of its own cannot be followed, or is taken for another. */
    private String ofRecording(ForceReport report, ComparedCrimes.Totals totals) {
        String files = missing(report, FileKind.STREET, "no file of crimes for ", months.recorded());
        if (files != null) {
            return files;
        }
        if (isMany(totals.withoutId(), totals.crimes() + totals.withoutId())) {
            return TextTable.number(totals.withoutId()) + " of its rows have no crime id, so they cannot be followed";
        }
        long again = report.count(Count.REPEATED_IN_OTHER_MONTH);
        if (isMany(again, report.count(Count.CRIMES) + report.count(Count.REPEATED_IN_MONTH) + again)) {
            return "it uses crime ids again in other months, so crimes cannot be told apart";
        }
        String stubs = stubs(report, FileKind.STREET);
        return stubs == null && totals.crimes() < FEWEST_CRIMES ? "fewer than " + FEWEST_CRIMES + " crimes" : stubs;
    }

    private static boolean isMany(long some, long all) {
        return some * ROWS_FOR_A_SLIP > all;
    }

    private String ofOutcomes(ForceReport report, ComparedCrimes.Totals totals) {
        if (report.months(FileKind.OUTCOMES).isEmpty()) {
            return "it has no outcomes in these archives";
        }
        String files = missing(report, FileKind.OUTCOMES, "no file of outcomes for ", months.followed());
        if (files != null) {
            return files;
        }
        String stubs = stubs(report, FileKind.OUTCOMES);
        return stubs == null && totals.withOutcome() == 0 ? "none of its outcomes is of these crimes" : stubs;
    }

    private static String missing(ForceReport report, FileKind kind, String noFile, List<YearMonth> wanted) {
        List<YearMonth> there = report.months(kind);
        return some(
                noFile, wanted.stream().filter(month -> !there.contains(month)).map(YearMonth::toString));
    }

    private static String stubs(ForceReport report, FileKind kind) {
        return some(
                "stubs instead of months: ",
                report.stubs().stream()
                        .filter(stub -> stub.file().kind() == kind)
                        .map(stub -> stub.file().name() + " has " + ImportFindings.rows(stub.rows())));
    }

    /** The first names, and how many more there are; null where there is none. */
    private static String some(String what, Stream<String> names) {
        List<String> all = names.toList();
        if (all.isEmpty()) {
            return null;
        }
        String first = what + String.join(", ", all.subList(0, Math.min(NAMED, all.size())));
        return all.size() <= NAMED ? first : first + " and " + (all.size() - NAMED) + " more";
    }
}
