package vaiwg.jobs.knowledge;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import vaiwg.engine.contributions.Delta;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.EventStream;

/**
 * How many records of each stream and force became known on each day, since they were last told. They are told before the watermark and
 * before a barrier goes by: so panes know all of a day when it ends, no checkpoint lacks any, and a replay sends one delta for many records.
 */
final class ArrivalCounts {
    private static final EventStream[] STREAMS = EventStream.values();

    private final Map<Day, Integer> counts = new HashMap<>();

    /** @param number a day number */
    private record Day(String force, byte stream, int number) {}

    /** @param stream its ordinal */
    void add(String force, byte stream, long knownAt) {
        counts.merge(new Day(force, stream, LondonDays.dayOf(knownAt)), 1, Integer::sum);
    }

    /** Tells what was counted, and begins anew. */
    void tell(Consumer<Delta> panes) {
        counts.forEach((day, records) -> panes.accept(
                Delta.ofArrivals(day.force, STREAMS[day.stream], LondonDays.startOf(day.number), records)));
        counts.clear();
    }
}
