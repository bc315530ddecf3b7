package vaiwg.verification.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.schemas.EventStream;
import vaiwg.verification.oracle.RandomHistories.Period;

/**
 * Some records once more each hour, unchanged and with new numbers, as exports send them; then perhaps as they were at first, and the same
 * again. They come in their order: of several repetitions the engine keeps the last only, so the oracle would know more of what comes between.
 */
final class RepeatedVersions {
    private static final double CHANCE = 0.15;
    private static final double RETURN = 0.5;
    /** Their numbers are steps, or notes, of their own. */
    private static final Set<EventStream> OF_STEPS = Set.of(EventStream.STALKING, EventStream.NOTE);

    private final Period period;
    private final List<FeedRecord> repeated = new ArrayList<>();
    private final Dice dice;
    private Instant changedAt;
    private long arrival;
    private long version;

    private RepeatedVersions(List<FeedRecord> sent, Period period) {
        this.period = period;
        FeedRecord last = sent.stream()
                .max(Comparator.comparing(record -> Envelope.changedAt(record.value())))
                .orElseThrow();
        changedAt = Envelope.changedAt(last.value());
        dice = Dice.ofItsOwn(changedAt.plusMillis(last.key().hashCode()));
        arrival = sent.stream().mapToLong(FeedRecord::timestamp).max().orElseThrow();
        version =
                sent.stream().mapToLong(record -> version(record.value())).max().orElseThrow();
    }

    /** A history with repetitions in it. */
    static History in(History history) {
        Period period = new Period(Dice.midnight(history.start()), Dice.midnight(history.end()));
        Map<String, List<FeedRecord>> bySubject = history.records().stream()
                .filter(record -> !OF_STEPS.contains(record.stream()))
                .collect(Collectors.groupingBy(
                        record -> record.stream() + "/" + record.key(), LinkedHashMap::new, Collectors.toList()));
        List<FeedRecord> records = new ArrayList<>(history.records());
        bySubject.values().forEach(sent -> records.addAll(of(sent, period)));
        return history.with(records);
    }

    /** @param sent what is sent of one subject in one stream */
    private static List<FeedRecord> of(List<FeedRecord> sent, Period period) {
        RepeatedVersions repeated = new RepeatedVersions(sent, period);
        if (repeated.dice.chance(CHANCE)) {
            FeedRecord highest = sent.stream()
                    .max(Comparator.comparingLong(record -> version(record.value())))
                    .orElseThrow();
            repeated.add(highest);
            if (repeated.dice.chance(RETURN)) {
                repeated.add(sent.get(0));
            }
        }
        return repeated.repeated;
    }

    private void add(FeedRecord said) {
        for (int i = dice.between(1, 4); i > 0; i--) {
            SpecificRecord again = SpecificData.get().deepCopy(said.value().getSchema(), said.value());
            changedAt = period.clamp(changedAt.plus(Duration.ofHours(1)));
            arrival = Math.max(arrival, changedAt.toEpochMilli());
            put(again, "eventId", dice.eventId());
            put(again, "version", ++version);
            put(again, "changedAt", changedAt);
            repeated.add(new FeedRecord(said.stream(), said.key(), arrival, again));
        }
    }

    private static long version(SpecificRecord event) {
        return (long) event.get(event.getSchema().getField("version").pos());
    }

    private static void put(SpecificRecord event, String field, Object value) {
        event.put(event.getSchema().getField(field).pos(), value);
    }
}
