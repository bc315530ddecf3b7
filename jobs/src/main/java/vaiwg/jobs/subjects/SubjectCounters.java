package vaiwg.jobs.subjects;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import vaiwg.jobs.decode.Rejection.Reason;
import vaiwg.jobs.knowledge.DeadLetterCounters;
import vaiwg.kpis.cases.Versions;
import vaiwg.schemas.EventStream;

/**
 * How events stood to what was known of their subject, and how many differences they sent on. Of a restricted stream only what was rejected
 * is counted: even that an event came twice says that there was one.
 */
final class SubjectCounters {
    private final Counter duplicates;
    private final Counter conflicts;
    private final Counter entries;
    private final DeadLetterCounters deadLetters;

    SubjectCounters(MetricGroup group) {
        duplicates = group.counter("vaiwg_events_duplicate_total");
        conflicts = group.counter("vaiwg_events_conflicting_total");
        entries = group.counter("vaiwg_deltas_total");
        deadLetters = new DeadLetterCounters(group);
    }

    void count(EventStream stream, Versions.VersionStatus arrival) {
        switch (arrival) {
            case DUPLICATE -> countUnlessRestricted(stream, duplicates);
            case CONFLICT -> countUnlessRestricted(stream, conflicts);
            case TOO_MANY -> deadLetters.count(stream, Reason.TOO_MANY_VERSIONS.slug());
            case NEW -> {
                // Admission has counted it.
            }
        }
    }

    private static void countUnlessRestricted(EventStream stream, Counter counter) {
        if (!stream.isRestricted()) {
            counter.inc();
        }
    }

    void posted(int some) {
        entries.inc(some);
    }
}
