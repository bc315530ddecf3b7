package vaiwg.statistics.signals.charts;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import vaiwg.kpis.catalogue.ChartPlan.Chart;
import vaiwg.statistics.signals.DataMoves;
import vaiwg.statistics.signals.Signal.Change;

/** A signal of a block chart in a plain paragraph. It speaks of the service and of the figures, and blames nobody. */
final class SignalText {
    /** Of stocks in which nothing changes, as tested. */
    private static final String CHANGES_WATCH =
            "A stock in which nothing changes gives such a signal by chance once in two to ten years, the less often the shorter its"
                    + " cases stay.";

    private static final String CHANGES_ACT =
            "Of forty stocks in which nothing changes, one gives such a signal by chance about once in a year.";

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private SignalText() {}

    /** What was seen, how often chance does the same, and what to look at first. */
    static String of(ChartReading reading, Standing standing, Change change) {
        if (change == Change.ENDED) {
            return seen(reading) + " " + ended(reading, standing);
        }
        return String.join(
                " ",
                seen(reading),
                rule(reading, standing),
                howToTake(standing.state()),
                falseAlarms(reading, standing.state()),
                "It may be a change in the service, in how records are entered, or in the mix of cases: look at these"
                        + " first. It measures the service, never a victim.");
    }

    /** The rate of false alarms in words: of single charts as tested, of what is to be acted upon as in docs/statistics.md. */
    static String falseAlarms(ChartReading reading, SignalState state) {
        if (reading.isOfChanges()) {
            return state == SignalState.ACT ? CHANGES_ACT : CHANGES_WATCH;
        }
        if (reading.isOfTimes()) {
            return state == SignalState.ACT
                    ? "Of forty such charts in which nothing changes, one gives such a signal by chance once in a year at most."
                    : "A chart of days between events in which nothing changes gives such a signal by chance once in one to four"
                            + " years, the less often the rarer they are.";
        }
        if (state == SignalState.ACT) {
            return "Of forty charts in which nothing changes, one gives such a signal by chance about once in seven months.";
        }
        return "A chart in which nothing changes gives such a signal by chance about once in "
                + (reading.blocks().kind() == ChartKind.P ? "four" : "two") + " years.";
    }

    private static String seen(ChartReading reading) {
        Chart chart = reading.chart();
        String slice = chart.slice().isEmpty()
                ? ""
                : ", " + chart.slice().replace('_', ' ').replace("=", " ").replace(";", ", ");
        return String.format(
                Locale.UK,
                "%s%s (%s), %s to %s: %s",
                chart.measure().title(),
                slice,
                chart.column().basis().slug(),
                date(reading.block().firstDay()),
                date(reading.lastDay()),
                reading.isOfChanges() ? StockText.of(reading) : besideLimits(reading));
    }

    private static String besideLimits(ChartReading reading) {
        Limits limits = reading.standingLimits();
        return String.format(
                Locale.UK,
                "%s; usual are %s, and the limits %s and %s.",
                newest(reading),
                figure(reading, limits.centre()),
                figure(reading, limits.lower()),
                figure(reading, limits.upper()));
    }

    private static String newest(ChartReading reading) {
        Block block = reading.block();
        String value = figure(reading, reading.value());
        if (reading.blocks().kind() == ChartKind.T_REST) {
            return String.format(
                    Locale.UK,
                    "%,d of %,d, and so few are not that the days between these are looked at: %s to one of them",
                    block.part(),
                    block.whole(),
                    value);
        }
        if (reading.isOfTimes()) {
            return String.format(
                    Locale.UK,
                    "%,d, so few that the days between them are looked at: %s to one of them",
                    block.part(),
                    value);
        }
        return switch (reading.chart().measure().kind()) {
            case COUNT -> value;
            case SHARE -> String.format(Locale.UK, "%,d of %,d, %s", block.part(), block.whole(), value);
            case RATE, POPULATION_RATE ->
                String.format(Locale.UK, "%,d for %,d, %s", block.part(), block.whole(), value);
            case PERCENTILE -> String.format(Locale.UK, "%s, of %,d cases", value, block.whole());
        };
    }

    private static String figure(ChartReading reading, double value) {
        if (reading.isOfTimes()) {
            return String.format(Locale.UK, value == Math.rint(value) ? "%,.0f days" : "%,.1f days", value);
        }
        Chart chart = reading.chart();
        return switch (chart.measure().kind()) {
            case COUNT -> String.format(Locale.UK, value == Math.rint(value) ? "%,.0f" : "%,.1f", value);
            case SHARE -> String.format(Locale.UK, "%.1f %%", 100 * value);
            case RATE -> String.format(Locale.UK, "%.1f per 100", 100 * value);
            case POPULATION_RATE -> String.format(Locale.UK, "%.2f per 10,000", 10_000 * value);
            case PERCENTILE ->
                String.format(Locale.UK, "%.1f %s", value, chart.measure().unit());
        };
    }

    private static String rule(ChartReading reading, Standing standing) {
        return String.format(
                Locale.UK,
                "The rule that rang: %s. (The limits are those of the first %d blocks%s since %s; \u03c3_z = %.2f.)",
                completed(reading, standing),
                BlockChart.BASELINE,
                reading.isOfTimes() ? ", of so many times at least," : "",
                date(reading.blocks().baseline().get(0).firstDay()),
                reading.dispersion());
    }

    private static String howToTake(SignalState state) {
        return switch (state) {
            case ACT -> "Act: two blocks in a row say so, and it stands out among all charts of its kind.";
            case WATCH -> "Watch: the next block confirms it or not.";
            case DATA_QUALITY -> DataMoves.WORDS;
            case NONE -> throw new IllegalArgumentException("where nothing stands there is nothing to say");
        };
    }

    private static String ended(ChartReading reading, Standing standing) {
        String what = reading.completed().isPresent()
                ? "This block says something else"
                : reading.isTrial() ? "The limits are being made anew" : "This block completes no rule";
        return what + ": the signal of " + date(standing.day()) + " (" + completed(reading, standing) + ") ends.";
    }

    private static String completed(ChartReading reading, Standing standing) {
        return standing.rule().words() + ", " + side(reading, standing.side() > 0);
    }

    private static String side(ChartReading reading, boolean above) {
        return switch (reading.blocks().kind()) {
            case T -> above ? "longer times, so fewer events" : "shorter times, so more events";
            case T_REST -> above ? "longer times, so fewer that are not" : "shorter times, so more that are not";
            case CHANGE ->
                above ? "grown by more, or shrunk by less, than usual" : "shrunk by more, or grown by less, than usual";
            default -> above ? "above" : "below";
        };
    }

    private static String date(int day) {
        return LocalDate.ofEpochDay(day).format(DATE);
    }
}
