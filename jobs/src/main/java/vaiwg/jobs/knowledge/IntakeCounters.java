package vaiwg.jobs.knowledge;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import vaiwg.jobs.decode.DataQualityWarning;
import vaiwg.schemas.EventStream;

/**
 * What became of the records that were read. A restricted stream is in no counter, not even in the sum of all: less the others, that would
 * tell when a matter changed. What was rejected is counted beside ({@link DeadLetterCounters}).
 */
final class IntakeCounters {
    private final MetricGroup group;
    private final Counter admitted;
    private final List<Optional<Counter>> ofStream;
    private final Counter late;
    private final Map<DataQualityWarning, Counter> warnings = new EnumMap<>(DataQualityWarning.class);

    IntakeCounters(MetricGroup group) {
        this.group = group;
        this.admitted = group.counter("vaiwg_events_accepted_total");
        this.ofStream = Stream.of(EventStream.values())
                .map(stream -> stream.isRestricted()
                        ? Optional.<Counter>empty()
                        : Optional.of(group.addGroup("stream", stream.slug()).counter("vaiwg_events_total")))
                .toList();
        this.late = group.counter("vaiwg_events_late_total");
    }

    /**
     * @param stream its ordinal
     * @param dataQualityWarnings bits of {@link DataQualityWarning}: kept, and counted by kind
     */
    void admitted(int stream, int dataQualityWarnings) {
        ofStream.get(stream).ifPresent(counter -> {
            admitted.inc();
            counter.inc();
            if (dataQualityWarnings != 0) {
                DataQualityWarning.of(dataQualityWarnings).forEach(this::warnings);
            }
        });
    }

    private void warnings(DataQualityWarning kind) {
        warnings.computeIfAbsent(
                        kind,
                        found -> group.addGroup("kind", found.slug()).counter("vaiwg_data_quality_warnings_total"))
                .inc();
    }

    /** @param stream its ordinal */
    void late(int stream) {
        ofStream.get(stream).ifPresent(counter -> late.inc());
    }
}
