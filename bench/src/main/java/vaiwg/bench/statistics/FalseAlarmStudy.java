package vaiwg.bench.statistics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vaiwg.demo.synthetic.Draw;
import vaiwg.statistics.signals.alarm.AlarmChange;
import vaiwg.statistics.signals.alarm.AlarmState;
import vaiwg.statistics.signals.alarm.OutcomeSeries;
import vaiwg.statistics.signals.alarm.Shift;

/** How often the daily alarms of a force fire in which nothing changes. */
final class FalseAlarmStudy {
    private static final long PURPOSE = 3;
    private static final double DAYS_A_MONTH = 365.25 / 12;

    private final int years;
    /** Rises a day by series, falls a day of all series, and what a force hears of all of it a month. */
    private final Map<String, MeanOfRuns> rises = new LinkedHashMap<>();

    private final Map<String, MeanOfRuns> dispersions = new LinkedHashMap<>();
    private final Map<String, MeanOfRuns> daily = new LinkedHashMap<>();
    private final MeanOfRuns falls = new MeanOfRuns();
    private final MeanOfRuns alarmsAMonth = new MeanOfRuns();
    private final MeanOfRuns withdrawnShare = new MeanOfRuns();

    FalseAlarmStudy(Conditions conditions, int runs, int years, long seed) {
        this.years = years;
        List<CrimeKind> crimes = CrimeKind.force();
        for (int run = 0; run < runs; run++) {
            Draw draw = Draw.at(seed, PURPOSE, run);
            decade(new Watch(crimes, new SimulatedCases(crimes, conditions, draw)));
        }
    }

    /** Rises a day, by series. */
    Map<String, MeanOfRuns> rises() {
        return rises;
    }

    /** σ_z, by series. */
    Map<String, MeanOfRuns> dispersions() {
        return dispersions;
    }

    /** Outcomes a day in the reference year, by series. */
    Map<String, MeanOfRuns> daily() {
        return daily;
    }

    /** Falls a day, of an average series. */
    MeanOfRuns falls() {
        return falls;
    }

    /** Alarms a month of the whole force, those of one cause counted once. */
    MeanOfRuns alarmsAMonth() {
        return alarmsAMonth;
    }

    /** Share of alarms that a correction took back. */
    MeanOfRuns withdrawnShare() {
        return withdrawnShare;
    }

    private void decade(Watch watch) {
        int days = (int) (years * 365.25);
        watch.quietlyThrough(Watch.WATCHED_FROM - 1);
        Map<String, Integer> counts = new LinkedHashMap<>();
        int alarms = 0;
        int fallCount = 0;
        int raised = 0;
        int withdrawn = 0;
        for (int day = 0; day < days; day++) {
            watch.advance();
            for (AlarmChange change : watch.judge()) {
                watch.acknowledge(change);
                if (change.state() == AlarmState.WITHDRAWN) {
                    withdrawn++;
                }
                if (change.state() == AlarmState.RAISED) {
                    raised++;
                    alarms += change.alarm().joined() ? 0 : 1;
                    if (change.alarm().shift() == Shift.FALL) {
                        fallCount++;
                    } else {
                        counts.merge(
                                name(
                                        change.alarm().stratum().slug(),
                                        change.alarm().outcomes().slug()),
                                1,
                                Integer::sum);
                    }
                }
            }
        }
        for (OutcomeSeries series : watch.alarms().series()) {
            String name = name(series.stratum().slug(), series.outcomes().slug());
            sample(rises, name).add((double) counts.getOrDefault(name, 0) / days);
            sample(dispersions, name).add(series.days().baseline().dispersion());
            sample(daily, name).add(series.days().baseline().daily());
        }
        falls.add((double) fallCount / days / watch.alarms().series().size());
        alarmsAMonth.add(alarms * DAYS_A_MONTH / days);
        withdrawnShare.add(raised == 0 ? 0 : (double) withdrawn / raised);
    }

    private static String name(String stratum, String outcomes) {
        return stratum + ", " + outcomes;
    }

    private static MeanOfRuns sample(Map<String, MeanOfRuns> samples, String name) {
        return samples.computeIfAbsent(name, key -> new MeanOfRuns());
    }
}
