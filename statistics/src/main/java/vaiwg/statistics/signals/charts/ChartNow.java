package vaiwg.statistics.signals.charts;

import java.util.Optional;
import java.util.OptionalInt;
import vaiwg.kpis.catalogue.ChartPlan.Chart;
import vaiwg.statistics.signals.Signal;

/** A chart of a force as it stands at a midnight, perhaps days after its newest block. */
public final class ChartNow {
    private final ChartHistory history;
    private final int closed;

    /** @param closed the cut-off at which blocks of its kind ended last */
    ChartNow(ChartHistory history, int closed) {
        this.history = history;
        this.closed = closed;
    }

    /**
     * A signal that was put on record.
     *
     * @param amount 1 where the figure is more than usual, -1 where it is less
     * @param day the last day of the block that raised it
     * @param since the first day of what the rule looked at
     */
    public record PublishedSignal(SpcRule rule, int amount, Signal.State state, int day, int since) {}

    public Chart chart() {
        return history.chart();
    }

    /** Whether it has had a period. */
    public boolean hasBegun() {
        return history.hasBegun();
    }

    /** The cut-off at which its newest period became known. */
    public int closed() {
        return closed;
    }

    /** The newest period of which it has a point, whichever that is. */
    Optional<ChartReading> newest() {
        return history.reading();
    }

    /** Its newest period; empty where that has too few cases. */
    public Optional<ChartReading> reading() {
        return history.readingAt(closed);
    }

    /** The open signal, where it was put on record. */
    public Optional<PublishedSignal> published() {
        return history.signal()
                .filter(SignalStatus::published)
                .map(signal -> new PublishedSignal(
                        signal.rule(), history.amount(signal.side()), signal.state(), signal.day(), signal.since()));
    }

    /** The last day of its newest period, moved back by some periods of days. */
    public int lastDay(int periodsBack) {
        return firstDay(periodsBack) + BlockCalendar.LENGTH - 1;
    }

    /**
     * The last day of the period that was its newest at an earlier midnight: a rule may be completed in one period, and singled out among
     * all charts by what came after it. Empty where periods are months, which are not counted back.
     */
    public OptionalInt lastDayAt(int midnight) {
        int since = Math.max(0, closed - midnight);
        return chart().column().basis().isMonthly()
                ? OptionalInt.empty()
                : OptionalInt.of(lastDay((since + BlockCalendar.LENGTH - 1) / BlockCalendar.LENGTH));
    }

    /** The levels at the end of that period, and of the one a year before. */
    public Optional<Levels> levels(int periodsBack) {
        int firstDay = firstDay(periodsBack);
        return history.block(firstDay)
                .flatMap(now -> history.block(BlockCalendar.aYearBefore(false, firstDay))
                        .map(before -> new Levels(now.level(), before.level())));
    }

    private int firstDay(int periodsBack) {
        return BlockCalendar.firstDay(chart().column().basis(), closed) - periodsBack * BlockCalendar.LENGTH;
    }
}
