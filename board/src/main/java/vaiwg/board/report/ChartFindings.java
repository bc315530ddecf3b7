package vaiwg.board.report;

import java.util.List;
import java.util.function.ToIntFunction;
import vaiwg.board.figures.ChartedPeriod;
import vaiwg.board.figures.PublishedVerdict.State;

/** What a chart shows, as what follows the name of what is charted. */
final class ChartFindings {
    private static final int YEAR = 364;
    private static final String TOO_YOUNG = "the record is too young to judge it";

    private ChartFindings() {}

    /**
     * By the state of the figure, where that is published: a rule alone is no finding.
     *
     * @param periods oldest first, at least one
     */
    static String of(List<ChartedPeriod> periods, State state) {
        ChartedPeriod newest = periods.get(periods.size() - 1);
        if (newest.trial()) {
            return "too short a history for limits";
        }
        boolean up = newest.figureSide() > 0;
        if (newest.chart() == ChartedPeriod.Chart.CHANGE) {
            return state == State.TOO_YOUNG ? TOO_YOUNG : ofStock(periods, newest);
        }
        if (newest.rule().isEmpty() || state == State.NO_CHANGE) {
            return withoutRule(state);
        }
        if (newest.chart().isOfTimes()) {
            return up ? "more often than usual" : "less often than usual";
        }
        int outside = running(periods, ChartFindings::sideOfLimits);
        if (outside > 0) {
            return (up ? "above the upper limit" : "below the lower limit") + beyond(periods, outside);
        }
        return switch (newest.rule().get()) {
            case "trend" -> up ? "rising for seven periods" : "falling for seven periods";
            case "outer_third" ->
                up ? "near the upper limit in two of three periods" : "near the lower limit in two of three periods";
            default ->
                (up ? "above the average" : "below the average")
                        + running(running(periods, ChartFindings::sideOfCentre));
        };
    }

    /** The newest periods running that lie beyond one limit; none where the newest does not. */
    static List<ChartedPeriod> newestBeyond(List<ChartedPeriod> periods) {
        int outside = periods.isEmpty() ? 0 : running(periods, ChartFindings::sideOfLimits);
        return periods.subList(periods.size() - outside, periods.size());
    }

    /** What is said of a figure may rest on the daily alarm, or on periods of other days: then its chart says of its latest period alone. */
    private static String withoutRule(State state) {
        return switch (state) {
            case ACT, WATCH, IMPROVING -> "the latest period lies within its limits";
            case NO_CHANGE -> "no change";
            case TOO_FEW -> "too few cases to judge it";
            case TOO_YOUNG -> TOO_YOUNG;
            case NOT_CHARTED -> "not judged";
        };
    }

    /** Its level beside that of the same weeks a year before: what its change of 28 days is, says nothing of it. */
    private static String ofStock(List<ChartedPeriod> periods, ChartedPeriod newest) {
        return periods.stream()
                .filter(period -> period.lastDay().equals(newest.lastDay().minusDays(YEAR)))
                .findFirst()
                .map(before -> switch ((int) Math.signum(newest.level() - before.level())) {
                    case 1 -> "higher than a year before";
                    case -1 -> "lower than a year before";
                    default -> "as a year before";
                })
                .orElse("no year before to compare with");
    }

    /** Periods within the limits are marked too where another rule was completed: then those beyond are counted among the marked. */
    private static String beyond(List<ChartedPeriod> periods, int outside) {
        int marked = marked(periods);
        return marked > outside && marked(periods.subList(periods.size() - outside, periods.size())) == outside
                ? " in the latest " + (outside == 1 ? "" : ReportWords.small(outside) + " ") + "of "
                        + ReportWords.small(marked) + " marked periods"
                : running(outside);
    }

    private static int marked(List<ChartedPeriod> periods) {
        return (int) periods.stream()
                .flatMap(period -> period.state().stream())
                .filter(state -> state == State.ACT || state == State.WATCH)
                .count();
    }

    /** How many of the newest periods running lie on the side of the newest; 0 where that is on none. */
    private static int running(List<ChartedPeriod> periods, ToIntFunction<ChartedPeriod> side) {
        int newest = side.applyAsInt(periods.get(periods.size() - 1));
        int count = 0;
        for (int i = periods.size() - 1; i >= 0; i--) {
            ChartedPeriod period = periods.get(i);
            if (newest == 0 || period.trial() || side.applyAsInt(period) != newest) {
                return count;
            }
            count++;
        }
        return count;
    }

    static int sideOfLimits(ChartedPeriod period) {
        if (period.value() > period.upper()) {
            return 1;
        }
        return period.value() < period.lower() ? -1 : 0;
    }

    private static int sideOfCentre(ChartedPeriod period) {
        return (int) Math.signum(period.value() - period.centre());
    }

    private static String running(int periods) {
        return periods > 1 ? " for the " + ReportWords.ordinal(periods) + " period running" : "";
    }
}
