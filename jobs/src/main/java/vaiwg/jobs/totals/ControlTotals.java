package vaiwg.jobs.totals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import vaiwg.jobs.records.StatedTotal;
import vaiwg.kpis.time.TotalsReach;
import vaiwg.schemas.EventStream;

/**
 * Compares what the source of a force's stream says that it had with what was received. A total is compared as at the whole hour when it is due,
 * by the first of its copies, and again as at each later hour by which more of its records became known. All of it goes by knowledge time and hours
 * that the watermark has passed, so what is told is a function of the log alone.
 */
public final class ControlTotals extends KeyedCoProcessFunction<String, ReceivedCount, StatedTotal, ComparedTotal> {
    private static final long serialVersionUID = 1L;

    private static final long HOURS_OF_DAY = 24;

    /** For so many hours records are counted and totals are mended: twice what a total may reach back. */
    private static final long KEPT = 2L * TotalsReach.DAYS * HOURS_OF_DAY;

    private static final char SEPARATOR = '/';

    /** How many records of each kind were changed in an hour, of those known by now. */
    private transient MapState<Long, Map<String, Integer>> received;
    /** Those known after the hour of their change, by the hour in which they become known: by hour and kind. */
    private transient MapState<Long, Map<String, Integer>> late;
    /** The totals that are to be compared as at an instant, of each name that which stands. */
    private transient MapState<Long, List<StatedTotal>> due;
    /** Those that were compared, by their names. */
    private transient MapState<String, ComparedTotal> totals;

    private transient ControlTotalMetric metric;

    public static String keyOf(String force, byte stream) {
        return force + SEPARATOR + stream;
    }

    @Override
    public void open(OpenContext context) {
        received = getRuntimeContext().getMapState(counts("received"));
        late = getRuntimeContext().getMapState(counts("late"));
        due = getRuntimeContext()
                .getMapState(
                        new MapStateDescriptor<>("due", Types.LONG, Types.LIST(TypeInformation.of(StatedTotal.class))));
        totals = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("totals", Types.STRING, TypeInformation.of(ComparedTotal.class)));
        metric = new ControlTotalMetric(getRuntimeContext().getMetricGroup());
    }

    private static MapStateDescriptor<Long, Map<String, Integer>> counts(String name) {
        return new MapStateDescriptor<>(name, Types.LONG, Types.MAP(Types.STRING, Types.INT));
    }

    @Override
    public void processElement1(ReceivedCount count, Context context, Collector<ComparedTotal> out) throws Exception {
        if (count.knownHour - count.hour <= KEPT) {
            if (count.knownHour <= count.hour) {
                receive(count.hour, count.kind(), count.records, context.timerService());
            } else {
                add(late, count.knownHour, count.hour + String.valueOf(SEPARATOR) + count.kind(), count.records);
                context.timerService().registerEventTimeTimer((count.knownHour + 1) * StatedTotal.HOUR);
            }
        }
        // After a restart the first that is heard.
        if (!metric.knows(count.force, EventStream.values()[count.stream]) && !totals.isEmpty()) {
            showDifference(context.getCurrentKey(), context.timerService().currentWatermark());
        }
    }

    @Override
    public void processElement2(StatedTotal stated, Context context, Collector<ComparedTotal> out) throws Exception {
        List<StatedTotal> waiting = due.get(stated.dueAt);
        List<StatedTotal> more = new ArrayList<>();
        boolean stands = true;
        for (StatedTotal other : waiting == null ? List.<StatedTotal>of() : waiting) {
            boolean isOfOneName = other.name().equals(stated.name());
            stands &= !isOfOneName || stated.replaces(other);
            if (!isOfOneName || !stated.replaces(other)) {
                more.add(other);
            }
        }
        if (stands) {
            more.add(stated);
            due.put(stated.dueAt, more);
            context.timerService().registerEventTimeTimer(stated.dueAt);
        }
    }

    @Override
    public void onTimer(long instant, OnTimerContext context, Collector<ComparedTotal> out) throws Exception {
        long hour = instant / StatedTotal.HOUR;
        // One row a total: one that is corrected when more of it came is told as corrected.
        Map<String, ComparedTotal> told = new LinkedHashMap<>();
        Map<String, Integer> came = late.get(hour - 1);
        if (came != null) {
            late.remove(hour - 1);
            mend(came, instant, context.timerService()).forEach(total -> told.put(total.stated.name(), total));
        }
        List<StatedTotal> waiting = due.get(instant);
        if (waiting != null) {
            due.remove(instant);
            compare(waiting, instant, context.timerService()).forEach(total -> told.put(total.stated.name(), total));
        }
        // Also where its source says nothing more: else what was missing last would be missing for ever.
        boolean isDaily = hour % HOURS_OF_DAY == 0;
        boolean isAnyForgotten = (isDaily || waiting != null) && forget(instant);
        received.remove(hour - KEPT - 2);
        told.values().forEach(out::collect);
        if (!told.isEmpty() || isAnyForgotten || (isDaily && !totals.isEmpty())) {
            showDifference(context.getCurrentKey(), instant);
        }
    }

    /** Takes in what came late, and adds it to the totals that were compared without it. */
    private List<ComparedTotal> mend(Map<String, Integer> came, long instant, TimerService timers) throws Exception {
        Map<String, Long> more = new HashMap<>();
        for (Map.Entry<String, Integer> some : came.entrySet()) {
            int separator = some.getKey().indexOf(SEPARATOR);
            long hour = Long.parseLong(some.getKey().substring(0, separator));
            String kind = some.getKey().substring(separator + 1);
            receive(hour, kind, some.getValue(), timers);
            for (ComparedTotal total : totals.values()) {
                StatedTotal stated = total.stated;
                if (stated.hasHour(hour) && ReceivedCount.isCounted(kind, stated.status, stated.code)) {
                    more.merge(stated.name(), (long) some.getValue(), Long::sum);
                }
            }
        }
        List<ComparedTotal> told = new ArrayList<>();
        for (Map.Entry<String, Long> some : more.entrySet()) {
            ComparedTotal before = totals.get(some.getKey());
            told.add(
                    keep(ComparedTotal.of(before.stated, before.received + some.getValue(), instant), instant, timers));
        }
        return told;
    }

    private List<ComparedTotal> compare(List<StatedTotal> waiting, long instant, TimerService timers) throws Exception {
        List<ComparedTotal> told = new ArrayList<>();
        for (StatedTotal stated : waiting) {
            ComparedTotal before = totals.get(stated.name());
            // A copy that was due later than another, or a statement that is older than one that was due before it,
            // says nothing new.
            if (before == null || stated.replaces(before.stated)) {
                told.add(keep(ComparedTotal.of(stated, count(stated), instant), instant, timers));
            }
        }
        return told;
    }

    /** Keeps a total, and gives another object of the same: a writer holds what it was given. */
    private ComparedTotal keep(ComparedTotal total, long instant, TimerService timers) throws Exception {
        totals.put(total.stated.name(), total);
        // On the day from which it is not told of any more.
        long day = HOURS_OF_DAY * StatedTotal.HOUR;
        long over = -Math.floorDiv(-(total.stated.to + StatedTotal.TOLD), day) * day;
        if (over > instant) {
            timers.registerEventTimeTimer(over);
        }
        return total.copy();
    }

    private long count(StatedTotal stated) throws Exception {
        long sum = 0;
        for (long hour = stated.from / StatedTotal.HOUR; hour * StatedTotal.HOUR < stated.to; hour++) {
            Map<String, Integer> ofHour = received.get(hour);
            if (ofHour != null) {
                for (Map.Entry<String, Integer> some : ofHour.entrySet()) {
                    sum += ReceivedCount.isCounted(some.getKey(), stated.status, stated.code) ? some.getValue() : 0;
                }
            }
        }
        return sum;
    }

    /** Totals of which nothing can come any more, no copy either; whether there were any. */
    private boolean forget(long instant) throws Exception {
        List<String> old = new ArrayList<>();
        for (ComparedTotal total : totals.values()) {
            if (total.stated.to <= instant - (KEPT + 2) * StatedTotal.HOUR) {
                old.add(total.stated.name());
            }
        }
        for (String name : old) {
            totals.remove(name);
        }
        return !old.isEmpty();
    }

    private void receive(long hour, String kind, int records, TimerService timers) throws Exception {
        add(received, hour, kind, records);
        timers.registerEventTimeTimer((hour + KEPT + 2) * StatedTotal.HOUR);
    }

    private static void add(MapState<Long, Map<String, Integer>> counts, long hour, String kind, int records)
            throws Exception {
        Map<String, Integer> ofHour = counts.get(hour);
        Map<String, Integer> more = ofHour == null ? new HashMap<>() : ofHour;
        more.merge(kind, records, Integer::sum);
        counts.put(hour, more);
    }

    /** @param instant epoch milliseconds; before any is known, that of the least number */
    private void showDifference(String key, long instant) throws Exception {
        int separator = key.lastIndexOf(SEPARATOR);
        metric.show(
                key.substring(0, separator),
                EventStream.values()[Byte.parseByte(key.substring(separator + 1))],
                ControlTotalMetric.Difference.of(totals.values(), instant));
    }
}
