package vaiwg.board.figures;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Something said of a signal at a midnight.
 *
 * @param basis {@code daily} for the alarm on open cases, else the chart's
 * @param rule which it completes
 * @param state {@code watch}, {@code act} or {@code data_quality}
 * @param change {@code raised}, {@code confirmed}, {@code turned}, {@code acknowledged}, {@code ended} or {@code withdrawn}
 * @param since the first day of what it rests on
 * @param day the last day of it
 * @param n the number of cases
 * @param observed the figure, and {@code expected} what is usual; of rare events in days between two of them
 * @param period the chart's period that became known that night; empty for the daily alarm
 */
public record SignalChange(
        String signalId,
        SeriesKey key,
        LocalDate asAt,
        String rule,
        String state,
        String change,
        LocalDate since,
        LocalDate day,
        int n,
        double observed,
        double expected,
        Optional<ChartedPeriod> period) {
    public boolean isDaily() {
        return key.basis().equals("daily");
    }

    public boolean closes() {
        return change.equals("ended") || change.equals("withdrawn");
    }
}
