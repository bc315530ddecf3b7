package vaiwg.policeuk;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vaiwg.board.comparison.ForceMeasure;
import vaiwg.cli.terminal.TextTable;

/** Whether a force's files tell a measure as those of other forces do, or why they do not. */
final class Comparability {
    /** Of fewer crimes a share says nothing, and the limits are not those of so few. */
    static final int FEWEST_CRIMES = 30;
    /** One row in a hundred is more than slips explain. */
    private static final int ROWS_FOR_A_SLIP = 100;

    private final ComparedMonths months;

    Comparability(ComparedMonths months) {
        this.months = months;
    }

    /**
     * The reason for which a force is left out, in a few words; none where it can be compared.
     *
     * @param residents how many people live there, or 0 where nobody said
     */
    Optional<String> reason(ForceMeasure measure, ComparedFiles.ComparedForce force, int residents) {
        Optional<String> recording = ofRecording(force);
        if (recording.isPresent()) {
            return recording;
        }
        if (measure.isOfOutcomes()) {
            return ofOutcomes(force);
        }
        return residents == 0
                ? Optional.of("the file of denominators has no residents of it (--denominators)")
                : Optional.empty();
    }

    private Optional<String> ofRecording(ComparedFiles.ComparedForce force) {
        return missing(force.report(), FileKind.STREET, months.recorded())
                .or(() -> ofIds(force))
                .or(() -> stub(force.report(), FileKind.STREET))
                .or(() -> force.totals().crimes() < FEWEST_CRIMES
                        ? Optional.of("fewer than " + FEWEST_CRIMES + " crimes")
                        : Optional.empty());
    }

    /** A crime without an id of its own cannot be followed, or is taken for another. */
    private static Optional<String> ofIds(ComparedFiles.ComparedForce force) {
        ForceReport report = force.report();
        int without = force.totals().withoutId();
        if (isMany(without, force.totals().crimes() + without)) {
            return Optional.of(TextTable.number(without) + " of its rows have no crime id, so they cannot be followed");
        }
        long again = report.count(Count.REPEATED_IN_OTHER_MONTH);
        if (isMany(again, report.count(Count.CRIMES) + report.count(Count.REPEATED_IN_MONTH) + again)) {
            return Optional.of("it uses crime ids again in other months, so crimes cannot be told apart");
        }
        return Optional.empty();
    }

    private static boolean isMany(long some, long all) {
        return some * ROWS_FOR_A_SLIP > all;
    }

    private Optional<String> ofOutcomes(ComparedFiles.ComparedForce force) {
        if (force.report().files(FileKind.OUTCOMES) == 0) {
            return Optional.of("it has no outcomes in these archives");
        }
        return missing(force.report(), FileKind.OUTCOMES, months.followed())
                .or(() -> stub(force.report(), FileKind.OUTCOMES))
                .or(() -> force.totals().withOutcome() == 0
                        ? Optional.of("none of its outcomes is of these crimes")
                        : Optional.empty());
    }

    private static Optional<String> missing(ForceReport report, FileKind kind, List<YearMonth> wanted) {
        List<YearMonth> missing =
                wanted.stream().filter(month -> !report.has(kind, month)).toList();
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        String file = kind == FileKind.STREET ? "no file of crimes for " : "no file of outcomes for ";
        return Optional.of(file + some(missing.stream().map(YearMonth::toString)));
    }

    private static Optional<String> stub(ForceReport report, FileKind kind) {
        List<FileReport> stubs =
                report.stubs().stream().filter(file -> file.kind() == kind).toList();
        return stubs.isEmpty()
                ? Optional.empty()
                : Optional.of("stubs instead of months: "
                        + some(stubs.stream().map(file -> file.name() + " has " + rows(file.rows()))));
    }

    private static String rows(long rows) {
        return rows == 1 ? "1 row" : TextTable.number(rows) + " rows";
    }

    /** The first three, and how many more there are. */
    private static String some(Stream<String> names) {
        List<String> all = names.toList();
        String first = String.join(", ", all.subList(0, Math.min(3, all.size())));
        return all.size() <= 3 ? first : first + " and " + (all.size() - 3) + " more";
    }
}
