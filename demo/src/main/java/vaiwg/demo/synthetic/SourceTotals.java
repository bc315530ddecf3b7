package vaiwg.demo.synthetic;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import vaiwg.schemas.ControlTotal;
import vaiwg.schemas.EventStream;

/** What the force's systems count of a day: told when it is a week ago, for what comes late has come by then. */
final class SourceTotals {
    private static final int DAYS_BEHIND = 7;

    private final ForceCalendar calendar;
    /** By stream, day and force. */
    private final Map<EventStream, Map<Integer, SortedMap<String, Long>>> counts = new EnumMap<>(EventStream.class);

    SourceTotals(ForceCalendar calendar) {
        this.calendar = calendar;
    }

    /** Counts a change on its day; owners' notes, of which nothing is counted, are in no total. */
    void count(SyntheticChange change) {
        if (change.stream() != EventStream.NOTE) {
            SpecificRecord event = change.value();
            String force = event.get(event.getSchema().getField("force").pos()).toString();
            counts.computeIfAbsent(change.stream(), stream -> new HashMap<>())
                    .computeIfAbsent(calendar.dayOf(change.changedAt()), day -> new TreeMap<>())
                    .merge(force, 1L, Long::sum);
        }
    }

    /** What is told of a stream at the midnight that begins a day; once. */
    List<ControlTotal> tell(EventStream stream, int today) {
        int day = today - DAYS_BEHIND;
        SortedMap<String, Long> ofDay =
                counts.getOrDefault(stream, new HashMap<>()).remove(day);
        List<ControlTotal> totals = new ArrayList<>();
        if (ofDay != null) {
            ofDay.forEach((force, records) -> totals.add(ControlTotal.newBuilder()
                    .setForce(force)
                    .setFrom(Instant.ofEpochMilli(calendar.midnight(day)))
                    .setTo(Instant.ofEpochMilli(calendar.midnight(day + 1)))
                    .setRecords(records)
                    .build()));
        }
        return totals;
    }
}
