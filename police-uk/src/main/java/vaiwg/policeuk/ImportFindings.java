package vaiwg.policeuk;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vaiwg.cli.terminal.TextTable;

/** What a person should look at before the figures of an archive are used: one sentence each, said once of all forces that it is true of. */
final class ImportFindings {
    /** One repeated id in a hundred rows is more than corrections of a record explain. */
    private static final int FEWEST_ROWS_FOR_A_REPEAT = 100;

    private final YearMonth lastMonth;
    private final Map<String, List<String>> forcesByFinding = new LinkedHashMap<>();

    private ImportFindings(YearMonth lastMonth) {
        this.lastMonth = lastMonth;
    }

    /** The sentences; empty if there is nothing to look at. */
    static List<String> of(ImportReport report) {
        YearMonth last = report.forces().stream()
                .map(ForceReport::lastMonth)
                .max(YearMonth::compareTo)
                .orElseThrow();
        ImportFindings findings = new ImportFindings(last);
        report.forces().forEach(findings::add);
        return findings.forcesByFinding.entrySet().stream()
                .map(finding -> String.join(", ", finding.getValue()) + ": " + finding.getKey() + ".")
                .toList();
    }

    private void add(ForceReport force) {
        addFiles(force);
        if (force.count(Count.STREET_ROWS) > 0 && force.count(Count.CRIMES) == 0) {
            say(force, "no row has a usable crime id, so no crime can be counted");
        }
        addRepeats(force);
        for (FileReport stub : force.stubs()) {
            say(force, stub.name() + " is a stub of " + rows(stub.rows()) + ", not a month");
        }
        for (RejectedRows rejection : force.rejections()) {
            say(
                    force,
                    rows(rejection.rows()) + " rejected: " + rejection.reason() + " (first in " + rejection.firstFile()
                            + ", line " + rejection.firstLine() + ")");
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
            say(force, "no outcomes file here: no rate is published of a force as long as no outcome of it is known");
        } else if (!force.gaps(FileKind.OUTCOMES).isEmpty()) {
            say(force, "no outcomes file for " + months(force.gaps(FileKind.OUTCOMES)));
        }
        if (force.lastMonth().isBefore(lastMonth)) {
            say(
                    force,
                    "ends with " + force.lastMonth() + ", the archive with " + lastMonth
                            + ": its later months are missing, not empty");
        }
    }

    private void addRepeats(ForceReport force) {
        long inMonth = force.count(Count.REPEATED_IN_MONTH);
        long inOther = force.count(Count.REPEATED_IN_OTHER_MONTH);
        long usable = force.count(Count.CRIMES) + inMonth + inOther;
        if (inMonth * FEWEST_ROWS_FOR_A_REPEAT > usable) {
            say(
                    force,
                    TextTable.number(inMonth) + " of " + rows(usable)
                            + " repeat an id of their month, and count as one crime each id");
        }
        if (inOther * FEWEST_ROWS_FOR_A_REPEAT > usable) {
            say(
                    force,
                    TextTable.number(inOther) + " of " + rows(usable)
                            + " repeat an id of an earlier month, which loses the crime to the later one: its earlier months"
                            + " are too low");
        }
    }

    private void say(ForceReport force, String what) {
        forcesByFinding.computeIfAbsent(what, words -> new ArrayList<>()).add(force.force());
    }

    private static String rows(long count) {
        return count == 1 ? "1 row" : TextTable.number(count) + " rows";
    }

    private static String months(List<YearMonth> months) {
        return months.stream().map(YearMonth::toString).collect(Collectors.joining(", "));
    }
}
