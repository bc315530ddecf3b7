package vaiwg.policeuk;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import vaiwg.cli.terminal.TextTable;
import vaiwg.kpis.text.Digits;

/** An {@link Imported} in words and columns, for a terminal 120 characters wide: what each release holds and corrects, and what was sent. */
record ImportText(Imported imported) {
    private static final String FILES_NOTE = """
            A month without a file between the first and the last is missing. A stub has too few rows to be a month.
            """;
    private static final String STREET_NOTE = """
            crimes = rows - without id - rejected - repeated. A row without an id cannot be followed and is not imported;
            of rows that repeat an id, the last one is the crime.
            """;
    private static final String OUTCOMES_NOTE = """
            An unknown crime is in no street file here (it may be older): its outcome is sent, and counts only as an orphan
            until the crime comes. A court result whose charge is not in the files is dated by its own month.
            """;
    private static final String CORRECTION_NOTE = """
            vanished: an earlier release had the crime, this one has its month without it; it is cancelled (not_in_release).
            A crime that changed month or type is counted where it is now. Place: only the LSOA differs.
            """;
    private static final String LATE = """
             of them are of months that the topics had been said to be complete for: they count from now on,
            and are listed as late. To have them in their months, import all releases by one command into new topics.
            """;
    private static final List<String> FILES_COLUMNS = List.of(
            "force", "first\nmonth", "last\nmonth", "street\nfiles", "missing", "outcomes\nfiles", "missing", "stubs");

    private record Line(String force, YearMonth month) {}

    @Override
    public String toString() {
        boolean titles = imported.releases().size() > 1;
        List<String> parts = new ArrayList<>();
        imported.releases().forEach(release -> {
            String title = "Release " + release.release().name() + ", known from " + published(release);
            parts.add((titles ? title + "\n" + "=".repeat(title.length()) + "\n\n" : "")
                    + holds(release.forces())
                    + release.correction()
                            .map(correction -> corrects(correction, published(release)))
                            .orElse(""));
        });
        parts.add(sent());
        return String.join("\n", parts);
    }

    private static String published(Imported.OfRelease release) {
        return LondonMonth.day(release.release().publishedAt()).toString();
    }

    private static String holds(List<ForceReport> forces) {
        List<ForceReport> withOutcomes = forces.stream()
                .filter(force -> !force.months(FileKind.OUTCOMES).isEmpty())
                .toList();
        List<String> sections = new ArrayList<>();
        sections.add("Files\n" + files(forces) + FILES_NOTE);
        sections.add("Street files: what becomes a crime\n"
                + counts(forces, EnumSet.range(Count.STREET_ROWS, Count.CRIMES)) + STREET_NOTE);
        if (!withOutcomes.isEmpty()) {
            sections.add("Outcomes files: what becomes an outcome\n"
                    + counts(withOutcomes, EnumSet.range(Count.OUTCOME_ROWS, Count.COURT_RESULTS_WITHOUT_CHARGE))
                    + OUTCOMES_NOTE);
        }
        List<String> findings = ImportFindings.of(forces);
        sections.add("To look at\n" + (findings.isEmpty() ? "nothing\n" : "* " + String.join("\n* ", findings) + "\n"));
        return String.join("\n", sections);
    }

    private static TextTable files(List<ForceReport> forces) {
        TextTable table = new TextTable(FILES_COLUMNS);
        for (ForceReport force : forces) {
            Stream<Collection<?>> counted = Stream.of(
                    force.months(FileKind.STREET),
                    force.gaps(FileKind.STREET),
                    force.months(FileKind.OUTCOMES),
                    force.gaps(FileKind.OUTCOMES),
                    force.stubs());
            table.row(cells(
                    List.of(
                            force.force(),
                            force.firstMonth().toString(),
                            force.lastMonth().toString()),
                    counted.toList(),
                    Collection::size));
        }
        return table;
    }

    /** One line a force, and a total over the whole archive if there is more than one. */
    private static TextTable counts(List<ForceReport> forces, Collection<Count> columns) {
        TextTable table = table(List.of("force"), columns, Count::heading);
        forces.forEach(force -> table.row(cells(List.of(force.force()), columns, force::count)));
        if (forces.size() > 1) {
            table.row(cells(
                    List.of("total"),
                    columns,
                    count -> forces.stream()
                            .mapToLong(force -> force.count(count))
                            .sum()));
        }
        return table;
    }

    private static String corrects(Correction correction, String published) {
        StringBuilder text = new StringBuilder("\nWhat this release corrects: crimes, known from " + published + "\n");
        List<ReleaseChange> changes = correction.changes();
        text.append(changes.isEmpty() ? "nothing\n" : changes(changes) + CORRECTION_NOTE);
        correction.doubts().forEach(doubt -> text.append("* ").append(doubt).append(".\n"));
        return text.toString();
    }

    private static TextTable changes(List<ReleaseChange> changes) {
        Map<Line, Map<CorrectionCause, Long>> lines =
                new TreeMap<>(Comparator.comparing(Line::force).thenComparing(Line::month));
        Map<CorrectionCause, Long> total = new EnumMap<>(CorrectionCause.class);
        for (ReleaseChange change : changes) {
            boolean vanished = change.cause() == CorrectionCause.NOT_IN_RELEASE;
            long crimes = change.came() + change.altered() + (vanished ? change.went() : 0);
            lines.computeIfAbsent(
                            new Line(change.force(), change.month()), line -> new EnumMap<>(CorrectionCause.class))
                    .merge(change.cause(), crimes, Long::sum);
            total.merge(change.cause(), crimes, Long::sum);
        }
        List<CorrectionCause> columns = List.of(CorrectionCause.values());
        TextTable table = table(List.of("force", "month"), columns, CorrectionCause::heading);
        lines.forEach((line, counts) -> table.row(cells(
                List.of(line.force(), line.month().toString()), columns, cause -> counts.getOrDefault(cause, 0L))));
        table.row(cells(List.of("total", ""), columns, cause -> total.getOrDefault(cause, 0L)));
        return table;
    }

    private String sent() {
        if (imported.events() == 0) {
            return "Nothing was sent: the topics hold all of this already.\n";
        }
        String sent = Digits.count(imported.events()) + " events were sent.\n";
        return imported.late() == 0 ? sent : sent + Digits.count(imported.late()) + LATE;
    }

    private static <T> TextTable table(List<String> first, Collection<T> columns, Function<T, String> heading) {
        return new TextTable(
                Stream.concat(first.stream(), columns.stream().map(heading)).toList());
    }

    private static <T> List<String> cells(List<String> first, Collection<T> columns, ToLongFunction<T> count) {
        return Stream.concat(first.stream(), columns.stream().map(column -> Digits.count(count.applyAsLong(column))))
                .toList();
    }
}
