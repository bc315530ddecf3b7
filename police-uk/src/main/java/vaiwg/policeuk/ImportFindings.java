package vaiwg.policeuk;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vaiwg.kpis.text.Digits;

/** What a person should look at before the figures of an archive are used: one sentence each, said once of all forces that it is true of. */
final class ImportFindings {
    /** One repeated id in a hundred rows is more than corrections of a record explain. */
    private static final int FEWEST_ROWS_FOR_A_REPEAT = 100;

    private final Map<String, List<String>> forcesByFinding = new LinkedHashMap<>();

    private ImportFindings() {}

    /** The sentences; empty if there is nothing to look at. */
    static List<String> of(List<ForceReport> forces) {
        YearMonth last =
                Collections.max(forces.stream().map(ForceReport::lastMonth).toList());
        ImportFindings findings = new ImportFindings();
        forces.forEach(force -> findings.add(force, last));
        return findings.forcesByFinding.entrySet().stream()
                .map(finding -> String.join(", ", finding.getValue()) + ": " + finding.getKey() + ".")
                .toList();
    }

    private void add(ForceReport force, YearMonth last) {
        addFiles(force, FileKind.STREET, "no street file", ": its outcomes have no crimes to belong to");
        addFiles(
                force,
                FileKind.OUTCOMES,
                "no outcomes file",
                " here: no rate is published of a force as long as no outcome of it is known");
        if (force.lastMonth().isBefore(last)) {
            say(
                    force,
                    "ends with " + force.lastMonth() + ", the archive with " + last
                            + ": its later months are missing, not empty");
        }
        if (force.count(Count.STREET_ROWS) > 0 && force.count(Count.CRIMES) == 0) {
            say(force, "no row has a usable crime id, so no crime can be counted");
        }
        addRepeats(force, Count.REPEATED_IN_MONTH, " repeat an id of their month, and count as one crime each id");
        addRepeats(
                force,
                Count.REPEATED_IN_OTHER_MONTH,
                " repeat an id of an earlier month, which loses the crime to the later one: its earlier months are too"
                        + " low");
        force.stubs()
                .forEach(stub ->
                        say(force, stub.file().name() + " is a stub of " + rows(stub.rows()) + ", not a month"));
        force.rejections()
                .forEach(rejection -> say(
                        force,
                        rows(rejection.rows()) + " rejected: " + rejection.reason() + " (first in "
                                + rejection.firstFile() + ", line " + rejection.firstLine() + ")"));
        long notUtf8 = force.count(Count.ROWS_NOT_UTF8);
        if (notUtf8 > 0) {
            say(force, rows(notUtf8) + " with characters that are not UTF-8");
        }
    }

    private void addFiles(ForceReport force, FileKind kind, String noFile, String consequence) {
        List<YearMonth> gaps = force.gaps(kind);
        if (force.months(kind).isEmpty()) {
            say(force, noFile + consequence);
        } else if (!gaps.isEmpty()) {
            say(force, noFile + " for " + gaps.stream().map(YearMonth::toString).collect(Collectors.joining(", ")));
        }
    }

    private void addRepeats(ForceReport force, Count repeats, String consequence) {
        long usable = force.count(Count.CRIMES)
                + force.count(Count.REPEATED_IN_MONTH)
                + force.count(Count.REPEATED_IN_OTHER_MONTH);
        if (force.count(repeats) * FEWEST_ROWS_FOR_A_REPEAT > usable) {
            say(force, Digits.count(force.count(repeats)) + " of " + rows(usable) + consequence);
        }
    }

    private void say(ForceReport force, String what) {
        forcesByFinding.computeIfAbsent(what, words -> new ArrayList<>()).add(force.force());
    }

    static String rows(long count) {
        return count == 1 ? "1 row" : Digits.count(count) + " rows";
    }
}
