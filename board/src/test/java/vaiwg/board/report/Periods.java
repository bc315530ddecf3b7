package vaiwg.board.report;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import vaiwg.board.figures.ChartedPeriod;
import vaiwg.board.figures.ChartedPeriod.Chart;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.PublishedVerdict.State;
import vaiwg.board.figures.Reading;
import vaiwg.board.figures.SeriesKey;

/** Measures and periods made by hand. */
final class Periods {
    static final LocalDate AS_AT = LocalDate.of(2026, 11, 26);

    private Periods() {}

    /**
     * A period of a hundred cases. Limits of fewer than twelve are on trial.
     *
     * @param side of the rule that it completes; 0 for none
     */
    static ChartedPeriod charted(
            SeriesKey key, LocalDate first, int percent, int blocks, Chart chart, Optional<State> state, int side) {
        return new ChartedPeriod(
                key,
                first,
                first.plusDays(27),
                percent,
                100,
                percent / 100.0,
                0.25,
                0.32,
                0.40,
                blocks,
                blocks < 12,
                chart,
                state,
                side == 0 ? Optional.empty() : Optional.of("outside"),
                side);
    }

    static MeasureEntry measure(String kpi, MeasureEntry.Kind kind, String shortTitle, String direction) {
        return measure(kpi, kind, shortTitle, direction, false);
    }

    static MeasureEntry measure(
            String kpi, MeasureEntry.Kind kind, String shortTitle, String direction, boolean asCount) {
        return new MeasureEntry(
                kpi,
                "criminal_justice",
                shortTitle + " in full",
                shortTitle,
                "-",
                kpi.contains("hours") ? "hours" : "days",
                direction,
                "the leads",
                kind,
                false,
                "",
                0,
                "",
                "",
                1,
                Optional.of(new Reading("recorded", "365d")),
                Optional.empty(),
                asCount,
                kpi.equals("signal_response"),
                Map.of());
    }
}
