package vaiwg.studies;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import vaiwg.bench.results.Results;
import vaiwg.demo.synthetic.Draw;
import vaiwg.statistics.signals.Signal;
import vaiwg.statistics.signals.alarm.AlarmChange;
import vaiwg.statistics.signals.alarm.Baseline;
import vaiwg.statistics.signals.alarm.OutcomeSeries;
import vaiwg.statistics.signals.alarm.OutcomeSet;
import vaiwg.statistics.signals.alarm.Shift;
import vaiwg.statistics.signals.alarm.Stratum;
import vaiwg.studies.SimulatedCases.Conditions;
import vaiwg.studies.SimulatedCases.Kind;
import vaiwg.studies.Studies.Effort;

/** The daily alarm: how often it fires where nothing changes, and how soon it tells a rise of the hazard of outcome 16 by a fifth. */
final class AlarmStudy {
    private static final int FALSE_ALARMS = 3;
    private static final int RISES = 1;

    private static final double DAYS_A_YEAR = 365.25;
    private static final int MONTHS_A_YEAR = 12;
    /** Watched days before anything is measured. */
    private static final int SETTLING = 60;

    private static final int PATIENCE = 1_500;
    private static final double[] CRIMES_A_DAY = {5, 25, 50, 200};

    private static final DelayCurve RAPE = new DelayCurve(0.50, 0.04, 0.36);
    private static final DelayCurve DOMESTIC = new DelayCurve(0.55, 0.05, 0.38);
    /** About the size of a large force: a hundred crimes a day in six overlapping strata. */
    private static final List<Kind> FORCE = List.of(
            new Kind(6, RAPE, List.of(Stratum.VAIWG, Stratum.RAPE)),
            new Kind(2, RAPE, List.of(Stratum.VAIWG, Stratum.RAPE, Stratum.DOMESTIC_ABUSE)),
            new Kind(8, DelayCurve.USUAL, List.of(Stratum.VAIWG, Stratum.OTHER_SEXUAL)),
            new Kind(
                    10,
                    DOMESTIC,
                    List.of(Stratum.VAIWG, Stratum.STALKING_HARASSMENT, Stratum.STALKING, Stratum.DOMESTIC_ABUSE)),
            new Kind(4, DelayCurve.USUAL, List.of(Stratum.VAIWG, Stratum.STALKING_HARASSMENT, Stratum.STALKING)),
            new Kind(25, DelayCurve.USUAL, List.of(Stratum.VAIWG, Stratum.STALKING_HARASSMENT)),
            new Kind(45, DOMESTIC, List.of(Stratum.VAIWG, Stratum.DOMESTIC_ABUSE)));

    private AlarmStudy() {}

    static Results measure(Effort effort) {
        int runs = effort.of(2, 500);
        int years = effort.of(1, 10);
        Means table = new Means();
        table.add(
                runs,
                (run, tell) -> falseAlarms(
                        new Alarms(
                                new SimulatedCases(FORCE, Conditions.STEADY, Draw.at(Effort.SEED, FALSE_ALARMS, run))),
                        (int) (years * DAYS_A_YEAR),
                        tell));
        for (double perDay : effort.full() ? CRIMES_A_DAY : new double[] {25}) {
            for (int after : effort.full() ? new int[] {3, 0} : new int[] {0}) {
                table.add(
                        runs,
                        (run, tell) ->
                                rise(perDay, after, Draw.at(Effort.SEED, RISES, (long) perDay, after, run), tell));
            }
        }
        return table.table().fact("years of false alarms", years);
    }

    private static void falseAlarms(Alarms force, int days, BiConsumer<String, Double> tell) {
        force.seenThrough(Alarms.WATCHED_FROM - 1);
        Map<String, Integer> rises = new HashMap<>();
        int causes = 0;
        int falls = 0;
        for (int day = 0; day < days; day++) {
            for (AlarmChange change : force.nextSeen()) {
                if (change.state() == Signal.Change.RAISED) {
                    causes += change.alarm().joined() ? 0 : 1;
                    if (change.alarm().shift() == Shift.FALL) {
                        falls++;
                    } else {
                        rises.merge(
                                name(change.alarm().stratum(), change.alarm().outcomes()), 1, Integer::sum);
                    }
                }
            }
        }
        List<? extends OutcomeSeries> all = List.copyOf(force.alarms().series());
        for (OutcomeSeries series : all) {
            String name = name(series.stratum(), series.outcomes());
            tell.accept("outcomes a day, " + name, series.days().baseline().daily());
            tell.accept("sigma_z, " + name, series.days().baseline().dispersion());
            tell.accept("false rises a day, " + name, (double) rises.getOrDefault(name, 0) / days);
        }
        tell.accept("false falls a day of an average series", (double) falls / days / all.size());
        tell.accept("alarms a month, those of one cause counted once", causes * DAYS_A_YEAR / MONTHS_A_YEAR / days);
    }

    private static String name(Stratum stratum, OutcomeSet outcomes) {
        return stratum.slug() + ", " + outcomes.slug();
    }

    /** From some day of the year after so many; told where no alarm stands then. */
    private static void rise(double perDay, int years, Draw draw, BiConsumer<String, Double> tell) {
        int from = Alarms.WATCHED_FROM + SETTLING + years * Baseline.DAYS + draw.below(Baseline.DAYS);
        Conditions conditions = new Conditions(0, from);
        Alarms force =
                new Alarms(new SimulatedCases(Kind.one(perDay / (1 - SimulatedCases.REMOVED)), conditions, draw));
        force.seenThrough(from - 1);
        if (!force.stands()) {
            tell.accept(
                    String.format(
                            Locale.ROOT, "days until a rise is told, %.0f crimes a day, year %d", perDay, 1 + years),
                    (double) force.daysUntilRise(from, PATIENCE));
        }
    }
}
