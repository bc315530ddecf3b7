package vaiwg.bench.scale;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import vaiwg.bench.measure.EventLog;
import vaiwg.bench.stages.CaseLog;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.demo.synthetic.SyntheticForce;

/**
 * The cases of four weeks of the synthetic force, with all that follows each for some time: of them larger and longer logs are made than the
 * force could be played in a reasonable time.
 */
final class CaseTemplates {
    /** Days of recording: whole weeks. */
    static final int CYCLE = 28;

    /** A record that says how far a day is complete comes ten minutes after it: until then the day's records are taken for the day's. */
    private static final long PROGRESS_BEHIND = TimeUnit.MINUTES.toMillis(10);

    private static final long DAY = TimeUnit.DAYS.toMillis(1);

    private final long begin;
    private final int horizon;
    /** By the day of a case's first record, then by days since. */
    private final List<List<List<FeedRecord>>> records = new ArrayList<>();

    private CaseTemplates(long begin, int horizon) {
        this.begin = begin;
        this.horizon = horizon;
        for (int day = 0; day < CYCLE; day++) {
            List<List<FeedRecord>> ofDay = new ArrayList<>();
            for (int age = 0; age < horizon; age++) {
                ofDay.add(new ArrayList<>());
            }
            records.add(ofDay);
        }
    }

    /**
     * Plays the force once.
     *
     * @param horizon how many days of each case are kept, from 1
     */
    static CaseTemplates of(long seed, int horizon) {
        long begin = TimeUnit.DAYS.toMillis(EventLog.FIRST_DAY.toEpochDay());
        CaseTemplates templates = new CaseTemplates(begin, horizon);
        Map<String, Integer> firstDays = new HashMap<>();
        SyntheticForce.westMidlands(seed, EventLog.FIRST_DAY, EventLog.FIRST_DAY.plusDays((long) CYCLE + horizon))
                .play(record -> templates.keep(record, firstDays));
        return templates;
    }

    private void keep(FeedRecord record, Map<String, Integer> firstDays) {
        if (record.key() == null || !CaseLog.STREAMS.contains(record.stream())) {
            return;
        }
        int day = (int) Math.max(0, Math.floorDiv(record.timestamp() - PROGRESS_BEHIND - begin, DAY));
        int first = firstDays.computeIfAbsent(record.key(), key -> day);
        if (first < CYCLE && day - first < horizon) {
            records.get(first).get(day - first).add(record);
        }
    }

    /** The records of the cases of a day, so many days later. */
    List<FeedRecord> records(int day, int age) {
        return age < horizon ? records.get(Math.floorMod(day, CYCLE)).get(age) : List.of();
    }

    int horizon() {
        return horizon;
    }

    /** The midnight (UTC) after a day, epoch milliseconds. */
    long endOf(int day) {
        return begin + (day + 1) * DAY;
    }
}
