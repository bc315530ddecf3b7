package vaiwg.verification.oracle;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vaiwg.cli.feed.PureSubjects;
import vaiwg.engine.contributions.DeltaEntry;
import vaiwg.jobs.decode.Rejection;
import vaiwg.kpis.cases.Duty;
import vaiwg.kpis.cases.RecordKind;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.time.PartitionClock;
import vaiwg.schemas.Progress;
import vaiwg.schemas.VictimContact;

/** One force's log as it is read without Flink or Kafka: partitions in turns that chance decides, each with its clock. */
public final class LogReading {
    private static final long FUTURE = 5 * 60_000L;

    private final PureSubjects subjects;
    private final Reader reader;

    /** What becomes of what is read. */
    public interface Reader {
        /** A record of a kind was taken. */
        default void taken(RecordKind kind, long knownAt) {
            // Only figures depend on it.
        }

        /** A delta entry that an event caused. */
        void entry(DeltaEntry entry);

        /** An event that its partition's clock had passed. */
        void late(LogRecord record, long knownAt) throws SQLException;

        /** All that is known by an instant has been read; comes after every turn. */
        void readThrough(long watermark) throws SQLException;
    }

    /** A partition that is being read: how far, and its clock. */
    private static final class Reading {
        final List<LogRecord> records = new ArrayList<>();
        final PartitionClock clock = new PartitionClock(PartitionClock.UNSET);
        int next;
    }

    public LogReading(Catalogue catalogue, Reader reader) {
        this.subjects = new PureSubjects(catalogue);
        this.reader = reader;
    }

    /** @param seed of the turns */
    public void read(List<LogRecord> log, long seed) throws SQLException, Rejection {
        Dice dice = new Dice(seed);
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
            reader.readThrough(partitions.values().stream()
                    .mapToLong(partition -> partition.clock.now())
                    .min()
                    .orElseThrow());
        }
    }

    private static Optional<Duty> dutyOf(LogRecord record) {
        return record.value() instanceof VictimContact contact && contact.getDuty() != null
                ? Stream.of(Duty.values())
                        .filter(duty -> duty.name().equals(contact.getDuty().strip()))
                        .findFirst()
                : Optional.empty();
    }

    /** Histories have dead letters of two kinds, what is dated ahead and what has an unknown outcome: neither moves a clock. */
    private void read(LogRecord record, PartitionClock clock) throws SQLException, Rejection {
        if (record.value() instanceof Progress progress) {
            clock.progress(progress.getCompleteThrough().toEpochMilli());
            return;
        }
        long changedAt = Envelope.changedAt(record.value()).toEpochMilli();
        if (changedAt > record.timestamp() + FUTURE) {
            return;
        }
        boolean late = clock.isLate(changedAt);
        long knownAt = late ? clock.now() + 1 : changedAt;
        List<DeltaEntry> caused;
        try {
            caused = subjects.take(record.stream(), record.key(), record.value(), record.timestamp(), knownAt);
        } catch (Rejection rejected) {
            if (rejected.reason() == Rejection.Reason.UNKNOWN_OUTCOME) {
                return;
            }
            throw rejected;
        }
        clock.admit(changedAt);
        reader.taken(RecordKind.of(record.stream()), knownAt);
        dutyOf(record).ifPresent(duty -> reader.taken(RecordKind.of(duty), knownAt));
        if (late) {
            reader.late(record, knownAt);
        }
        caused.forEach(reader::entry);
    }
}
