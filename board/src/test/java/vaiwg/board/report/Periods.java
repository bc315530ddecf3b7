package vaiwg.board.report;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.Reading;

/** Measures made by hand. */
final class Periods {
    static final LocalDate AS_AT = LocalDate.of(2026, 11, 26);

    private Periods() {}

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
                MeasureEntry.Place.AREA,
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
