package vaiwg.cli.oracle;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vaiwg.cli.PureSubjects;
import vaiwg.jobs.decode.Refusal;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.panes.ForcePanes;
import vaiwg.kpis.panes.RowPolicy;
import vaiwg.kpis.time.LondonDays;
import vaiwg.kpis.time.PartitionClock;
import vaiwg.schemas.Progress;

/**
 * One force's log through the engine without Flink or Kafka: partitions are read in turns that chance decides, and snapshots are
 * taken as soon as the least of the partitions' clocks allows.
 */
final class PureRun {
    private static final long FUTURE = 5 * 60_000L;

    private final Catalogue catalogue;
    private final ActualRows actual;
    private final String force;
    private final List<LocalDate> wanted;
    private final PureSubjects subjects;
    private final ForcePanes panes;

    /** A partition that is being read: how far, and its clock. */
    private static final class Reading {
        final List<LogRecord> records = new ArrayList<>();
        final PartitionClock clock = new PartitionClock(PartitionClock.UNSET);
        int next;
    }

    PureRun(Catalogue catalogue, ActualRows actual, String force, List<LocalDate> wanted) {
        this.catalogue = catalogue;
        this.actual = actual;
        this.force = force;
        this.wanted = wanted;
        this.subjects = new PureSubjects(catalogue);
        this.panes = new ForcePanes(catalogue, force, posting -> {});
    }

    void play(List<LogRecord> log, Dice dice) throws SQLException, Refusal {
        Map<String, Reading> partitions = new HashMap<>();
        for (LogRecord record : log) {
            partitions
                    .computeIfAbsent(record.topic() + '/' + record.partition(), key -> new Reading())
                    .records
                    .add(record);
        }
        List<Reading> unread = new ArrayList<>(partitions.values());
        while (!unread.isEmpty()) {
            Reading reading = dice.oneOf(unread);
            int turn = dice.mostlyLow(1, 40);
            for (int i = 0; i < turn && reading.next < reading.records.size(); i++) {
                read(reading.records.get(reading.next++), reading.clock);
            }
            if (reading.next == reading.records.size()) {
                unread.remove(reading);
            }
            publishThrough(partitions.values().stream()
                    .mapToLong(partition -> partition.clock.now())
                    .min()
                    .orElseThrow());
        }
        actual.days(force, panes.knownDays());
    }

    private void read(LogRecord record, PartitionClock clock) throws SQLException, Refusal {
        if (record.value() instanceof Progress progress) {
            clock.progress(progress.getCompleteThrough().toEpochMilli());
            return;
        }
        long changedAt = Envelope.changedAt(record.value()).toEpochMilli();
        if (changedAt > record.timestamp() + FUTURE) {
            return;
        }
        boolean late = clock.isLate(changedAt);
        long admittedAt = clock.admit(changedAt);
        if (late) {
            actual.late(record, admittedAt);
        }
        subjects.take(record.stream(), record.key(), record.value(), record.timestamp(), admittedAt).forEach(panes::add);
    }

    private void publishThrough(long watermark) throws SQLException {
        for (int next = panes.nextBoundary();
                next != ForcePanes.NONE && LondonDays.startOf(next) <= watermark;
                next = panes.nextBoundary()) {
            panes.advance();
            LocalDate asAt = LocalDate.ofEpochDay(panes.boundary());
            if (wanted.contains(asAt)) {
                RowPolicy everything = new RowPolicy(panes.boundary(), RowPolicy.Totals.AT_MONTH_ENDS);
                actual.snapshot(force, asAt, panes.rows(everything));
                actual.estimates(force, asAt, panes.estimates(everything));
            }
        }
    }
}
