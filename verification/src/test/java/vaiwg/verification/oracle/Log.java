package vaiwg.verification.oracle;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Progress;

/** Histories as they come to lie in the topics of one prefix, two partitions each, in the order of their arrival. */
public final class Log {
    public static final int PARTITIONS = 2;

    /** Beyond the end, so that a reader can tell that all has been read. */
    public static final Duration A_LITTLE_MORE = Duration.ofHours(1);

    private Log() {}

    /**
     * The log of histories that end on the same day. Each partition is told now and then that it is complete, and that it is
     * so to the end; some events arrive after that. The last record says that an hour more is complete, which ends no day.
     */
    public static List<LogRecord> of(String prefix, List<History> histories) {
        History any = histories.get(0);
        Instant end = Dice.midnight(any.end());
        LocalDate start = histories.stream()
                .map(History::start)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Dice dice = new Dice(any.seed() * 7919 + histories.size());
        List<LogRecord> log = new ArrayList<>();
        for (EventStream stream : EventStream.values()) {
            for (int partition = 0; partition < PARTITIONS; partition++) {
                List<FeedRecord> arrivals = new ArrayList<>(progress(stream, start, end, dice));
                for (History history : histories) {
                    for (FeedRecord event : history.records()) {
                        if (event.stream() == stream && partitionOf(event) == partition) {
                            arrivals.add(event);
                        }
                    }
                }
                arrivals.sort(Comparator.comparingLong(FeedRecord::timestamp)
                        .thenComparing(record -> record.value() instanceof Progress));
                long last = arrivals.get(arrivals.size() - 1).timestamp();
                arrivals.add(progress(
                        stream,
                        end.plus(A_LITTLE_MORE),
                        Dice.later(Instant.ofEpochMilli(last), end.plus(A_LITTLE_MORE))));
                for (int offset = 0; offset < arrivals.size(); offset++) {
                    FeedRecord arrival = arrivals.get(offset);
                    log.add(new LogRecord(
                            stream.topic(prefix),
                            stream,
                            partition,
                            offset,
                            arrival.timestamp(),
                            arrival.key(),
                            arrival.value()));
                }
            }
        }
        return log;
    }

    /** A subject's partition: by force and id, so that it stays the same in every stream and run. */
    private static int partitionOf(FeedRecord event) {
        SpecificRecord value = event.value();
        return Math.floorMod((Envelope.force(value) + event.key()).hashCode(), PARTITIONS);
    }

    private static List<FeedRecord> progress(EventStream stream, LocalDate start, Instant end, Dice dice) {
        List<FeedRecord> records = new ArrayList<>();
        int rarely = dice.oneOf(2, 10, 60, 900);
        for (LocalDate day = start.plusDays(dice.between(1, rarely));
                Dice.midnight(day).isBefore(end); ) {
            Instant complete = dice.within(day);
            records.add(progress(stream, complete, Dice.earlier(complete.plus(Duration.ofMinutes(10)), end)));
            day = day.plusDays(dice.between(1, rarely));
        }
        records.add(progress(stream, end, end));
        return records;
    }

    private static FeedRecord progress(EventStream stream, Instant completeThrough, Instant arrival) {
        Progress progress =
                Progress.newBuilder().setCompleteThrough(completeThrough).build();
        return new FeedRecord(stream, null, arrival.toEpochMilli(), progress);
    }
}
