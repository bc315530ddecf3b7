package vaiwg.board.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vaiwg.board.figures.ChartedPeriod;
import vaiwg.board.figures.ChartedPeriod.Chart;
import vaiwg.board.figures.ChartedPeriod.Variation;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.Reading;
import vaiwg.board.figures.SeriesKey;

/** Measures and charted periods made by hand. */
final class Periods {
    static final LocalDate AS_AT = LocalDate.of(2026, 11, 26);

    private Periods() {}

    static MeasureEntry measure(String kpi, MeasureEntry.Kind kind, String shortTitle, String direction) {
        return measure(kpi, kind, shortTitle, direction, kpi, false);
    }

    static MeasureEntry measure(
            String kpi, MeasureEntry.Kind kind, String shortTitle, String direction, String concern, boolean asCount) {
        return new MeasureEntry(
                kpi,
                "criminal_justice",
                shortTitle + " in full",
                shortTitle,
                "-",
                kpi.contains("hours") ? "hours" : "days",
                direction,
                "the leads",
                "h1",
                kind,
                30,
                false,
                "",
                MeasureEntry.Place.AREA,
                0,
                "",
                "",
                1,
                Optional.of(new Reading("recorded", "365d")),
                Optional.empty(),
                asCount,
                concern,
                kpi.equals("signal_response"),
                Map.of());
    }

    /** A period of 28 days; {@code rule} empty where none is completed. */
    static ChartedPeriod period(
            SeriesKey key,
            LocalDate first,
            Chart chart,
            int numerator,
            Integer denominator,
            double value,
            double[] limits,
            String rule,
            int side) {
        Variation variation = rule.isEmpty() ? Variation.COMMON_CAUSE : Variation.CONCERN;
        return new ChartedPeriod(
                key,
                first.plusDays(28),
                first,
                first.plusDays(27),
                numerator,
                denominator,
                value,
                limits[0],
                limits[1],
                limits[2],
                20,
                false,
                chart,
                Optional.of(variation),
                rule.isEmpty() ? Optional.empty() : Optional.of(rule),
                side,
                Optional.empty());
    }

    /** The same period so many times, each 28 days after the one before; the last begins on {@code first}. */
    static List<ChartedPeriod> running(ChartedPeriod newest, int times) {
        List<ChartedPeriod> periods = new ArrayList<>();
        for (int i = times - 1; i >= 0; i--) {
            periods.add(new ChartedPeriod(
                    newest.key(),
                    newest.asAt().minusDays(28L * i),
                    newest.firstDay().minusDays(28L * i),
                    newest.lastDay().minusDays(28L * i),
                    newest.numerator(),
                    newest.denominator(),
                    newest.value(),
                    newest.lower(),
                    newest.centre(),
                    newest.upper(),
                    newest.blocks() - i,
                    newest.trial(),
                    newest.chart(),
                    newest.variation(),
                    newest.rule(),
                    newest.side(),
                    newest.assurance()));
        }
        return periods;
    }
}
