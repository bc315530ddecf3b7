package vaiwg.policeuk;

import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an import found in the files of one force. */
public final class ForceReport {
    /** A file with fewer rows is a stub, whatever the force: the smallest, City of London, has hundreds a month. */
    static final int STUB_ROWS = 50;
    /** So is a file with less than one row in this many of the median file of its kind and force. */
    static final int STUB_MEDIAN_FRACTION = 10;

    private final String force;
    private final List<FileReport> files;
    private final Map<Count, Long> counts;
    private final List<RejectedRows> rejections;

    ForceReport(String force, List<FileReport> files, Map<Count, Long> counts, Collection<RejectedRows> rejections) {
        this.force = force;
        this.files = List.copyOf(files);
        this.counts = Map.copyOf(counts);
        this.rejections = List.copyOf(rejections);
    }

    /** The force's slug. */
    public String force() {
        return force;
    }

    public long count(Count count) {
        return counts.getOrDefault(count, 0L);
    }

    /** The reasons for which rows were rejected, in the order in which they were met. */
    public List<RejectedRows> rejections() {
        return rejections;
    }

    /** How many files of the kind there are. */
    public long files(FileKind kind) {
        return files.stream().filter(file -> file.kind() == kind).count();
    }

    /** Whether there is a file of the kind for a month. */
    boolean has(FileKind kind, YearMonth month) {
        return files.stream()
                .anyMatch(file -> file.kind() == kind && file.month().equals(month));
    }

    /** The month of the force's oldest file. */
    public YearMonth firstMonth() {
        return files.stream().map(FileReport::month).min(YearMonth::compareTo).orElseThrow();
    }

    /** The month of the force's newest file. */
    public YearMonth lastMonth() {
        return files.stream().map(FileReport::month).max(YearMonth::compareTo).orElseThrow();
    }

    /** Months between the first and the last that have no file of the kind. */
    public List<YearMonth> gaps(FileKind kind) {
        Set<YearMonth> there = files.stream()
                .filter(file -> file.kind() == kind)
                .map(FileReport::month)
                .collect(Collectors.toSet());
        return Stream.iterate(firstMonth(), month -> !month.isAfter(lastMonth()), month -> month.plusMonths(1))
                .filter(month -> !there.contains(month))
                .toList();
    }

    /** Files with so few rows that the month is not really published. */
    public List<FileReport> stubs() {
        return files.stream()
                .filter(file -> file.rows() < STUB_ROWS || file.rows() * STUB_MEDIAN_FRACTION < medianRows(file.kind()))
                .toList();
    }

    private long medianRows(FileKind kind) {
        long[] rows = files.stream()
                .filter(file -> file.kind() == kind)
                .mapToLong(FileReport::rows)
                .sorted()
                .toArray();
        return rows[rows.length / 2];
    }
}
