package vaiwg.cli.policeuk;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vaiwg.cli.TextTable;

/** What a person should look at before the figures of an archive are used, one sentence each. */
final class Findings {
    /** One repeated id in a hundred rows is more than corrections of a record explain. */
    private static final int FEWEST_ROWS_FOR_A_REPEAT = 100;

    private final YearMonth lastMonth;
    private final List<String> sentences = new ArrayList<>();

    private Findings(YearMonth lastMonth) {
        this.lastMonth = lastMonth;
    }

    /** The sentences, force by force; empty if there is nothing to look at. */
    static List<String> of(ImportReport report) {
        YearMonth last = report.forces().stream()
                .map(ForceReport::lastMonth)
                .max(YearMonth::compareTo)
                .orElseThrow();
        Findings findings = new Findings(last);
        report.forces().forEach(findings::add);
        return findings.sentences;
    }

    private void add(ForceReport force) {
        addFiles(force);
        if (force.count(Count.STREET_ROWS) > 0 && force.count(Count.CRIMES) == 0) {
            say(force, "no row has a usable crime id, so none of its crimes can be counted");
        }
        addRepeats(force);
        for (FileReport stub : force.stubs()) {
            say(force, stub.name() + " is a stub of " + rows(stub.rows()) + ", not a month");
        }
        for (Refusal refusal : force.refusals()) {
            say(
                    force,
                    rows(refusal.rows()) + " refused: " + refusal.reason() + " (first in " + refusal.firstFile()
                            + ", line " + refusal.firstLine() + ")");
        }
        long notUtf8 = force.count(Count.ROWS_NOT_UTF8);
        if (notUtf8 > 0) {
            say(force, rows(notUtf8) + " with characters that are not UTF-8");
        }
    }

    private void addFiles(ForceReport force) {
        if (force.files(FileKind.STREET) == 0) {
            say(force, "no street file: its outcomes have no crimes to belong to");
        } else if (!force.gaps(FileKind.STREET).isEmpty()) {
            say(force, "no street file for " + months(force.gaps(FileKind.STREET)));
        }
        if (force.files(FileKind.OUTCOMES) == 0) {
            say(force, "no outcomes file: its outcomes are unknown, and a rate of zero is no rate");
        } else if (!force.gaps(FileKind.OUTCOMES).isEmpty()) {
            say(force, "no outcomes file for " + months(force.gaps(FileKind.OUTCOMES)));
        }
        if (force.lastMonth().isBefore(lastMonth)) {
            say(
                    force,
                    "ends with " + force.lastMonth() + ", the archive with " + lastMonth
                            + ": nothing is known of it after that");
        }
    }

    private void addRepeats(ForceReport force) {
        long repeated = force.count(Count.REPEATED_IN_MONTH) + force.count(Count.REPEATED_IN_OTHER_MONTH);
        long usable = force.count(Count.CRIMES) + repeated;
        if (repeated * FEWEST_ROWS_FOR_A_REPEAT > usable) {
            say(
                    force,
                    TextTable.number(repeated) + " of " + rows(usable)
                            + " repeat a crime id: the ids may not tell crimes apart");
        }
    }

    private void say(ForceReport force, String what) {
        sentences.add(force.force() + ": " + what + ".");
    }

    private static String rows(long count) {
        return count == 1 ? "1 row" : TextTable.number(count) + " rows";
    }

    private static String months(List<YearMonth> months) {
        return months.stream().map(YearMonth::toString).collect(Collectors.joining(", "));
    }
}
