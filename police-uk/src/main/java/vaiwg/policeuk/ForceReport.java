package vaiwg.policeuk;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What an import finds in the files of one force in one release; complete once {@link #close closed}. */
public final class ForceReport {
    /** A file with fewer rows is a stub, whatever the force: the smallest, City of London, has hundreds a month. */
    static final int STUB_ROWS = 50;
    /** So is a file with less than one row in this many of the median file of its kind and force. */
    static final int STUB_MEDIAN_FRACTION = 10;

    /** A monthly file and its rows without the header. */
    record FileRead(ArchiveFile file, long rows) {}

    /** Rows that were not imported for one reason, and the file and line of the first of them. */
    record Rejection(String reason, long rows, String firstFile, int firstLine) {}

    private final String force;
    private final List<FileRead> files = new ArrayList<>();
    private final Map<Count, Long> counts = new EnumMap<>(Count.class);
    private final Map<String, Rejection> rejections = new LinkedHashMap<>();
    private final Map<String, CrimeTrail> trails = new HashMap<>();

    ForceReport(String force) {
        this.force = force;
    }

    void add(Count count, long by) {
        counts.merge(count, by, Long::sum);
    }

    void addFile(ArchiveFile file, long rows) {
        files.add(new FileRead(file, rows));
    }

    void addCrime(YearMonth month, String crimeId) {
        trail(crimeId).crime(month, this::add);
    }

    void addOutcome(String crimeId, OutcomeLabel label) {
        trail(crimeId).outcome(label, this::add);
    }

    private CrimeTrail trail(String crimeId) {
        return trails.computeIfAbsent(crimeId, id -> new CrimeTrail());
    }

    void reject(ArchiveFile file, int line, String reason) {
        add(file.kind() == FileKind.STREET ? Count.STREET_ROWS_REJECTED : Count.OUTCOME_ROWS_REJECTED, 1);
        rejections.merge(
                reason,
                new Rejection(reason, 1, file.name(), line),
                (known, one) -> new Rejection(reason, known.rows + 1, known.firstFile, known.firstLine));
    }

    /** To be called when all files are read. */
    void close() {
        trails.values().forEach(trail -> trail.count(this::add));
        trails.clear();
    }

    /** The force's slug. */
    public String force() {
        return force;
    }

    public long count(Count count) {
        return counts.getOrDefault(count, 0L);
    }

    /** In the order in which the reasons were met. */
    Collection<Rejection> rejections() {
        return rejections.values();
    }

    List<YearMonth> months(FileKind kind) {
        return of(kind).map(read -> read.file.month()).toList();
    }

    /** The month of the force's oldest file. */
    YearMonth firstMonth() {
        return Collections.min(files.stream().map(read -> read.file.month()).toList());
    }

    /** The month of the force's newest file. */
    YearMonth lastMonth() {
        return Collections.max(files.stream().map(read -> read.file.month()).toList());
    }

    /** Months between the first and the last that have no file of the kind. */
    List<YearMonth> gaps(FileKind kind) {
        List<YearMonth> there = months(kind);
        return LondonMonth.between(firstMonth(), lastMonth()).stream()
                .filter(month -> !there.contains(month))
                .toList();
    }

    /** Files with so few rows that the month is not really published. */
    List<FileRead> stubs() {
        return files.stream()
                .filter(read ->
                        read.rows < STUB_ROWS || read.rows * STUB_MEDIAN_FRACTION < medianRows(read.file.kind()))
                .toList();
    }

    private long medianRows(FileKind kind) {
        long[] rows = of(kind).mapToLong(FileRead::rows).sorted().toArray();
        return rows[rows.length / 2];
    }

    private Stream<FileRead> of(FileKind kind) {
        return files.stream().filter(read -> read.file.kind() == kind);
    }
}
