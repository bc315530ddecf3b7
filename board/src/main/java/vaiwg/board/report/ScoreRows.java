package vaiwg.board.report;

import java.util.List;
import java.util.Optional;
import vaiwg.board.Days;
import vaiwg.board.Digits;
import vaiwg.board.figures.ChartedPeriod;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.PublishedValue;
import vaiwg.board.figures.Reading;
import vaiwg.board.figures.SeriesKey;
import vaiwg.board.figures.SnapshotValues;
import vaiwg.kpis.reference.Theme;

/** Makes one line of each figure: value, changes, two years by 28 days, what the chart says. */
final class ScoreRows {
    private static final int SPARK = 26;
    private static final String OFFENCES = "recorded_offences";

    private final Material material;
    private final ChartChoice choice;
    private final BesideMaker beside;

    ScoreRows(Material material) {
        this.material = material;
        this.choice = new ChartChoice(material.charts(), material.asAt());
        this.beside = new BesideMaker(material);
    }

    ScoreRow row(MeasureEntry measure, Reading reading, String slice, String title) {
        Figure now = Figures.of(measure, reading, slice, Optional.of(material.now()), material.asAt());
        Figure previous = Figures.of(measure, reading, slice, material.previous(), material.asAt());
        Figure yearBefore = Figures.of(measure, reading, slice, material.aYearBefore(slice), material.asAt());
        Optional<SeriesKey> chart = choice.beside(measure, reading, slice);
        List<ChartedPeriod> periods = choice.periods(measure, reading, slice);
        Optional<ChartedPeriod> newest = choice.newest(periods);
        return new ScoreRow(
                title,
                Figures.better(measure),
                now,
                measure.shownAsCount(),
                Figures.change(measure, now, material.now(), previous, material.previous()),
                Figures.change(measure, now, material.now(), yearBefore, material.aYearBefore(slice)),
                BlockPoints.of(periods.subList(Math.max(0, periods.size() - SPARK), periods.size()), now.unit()),
                Judge.of(measure, newest, chart.isPresent()),
                beside.target(measure, slice, newest),
                beside.of(measure, slice),
                (material.onStreams(measure.kpi()) + " " + note(measure, reading, slice, chart)).strip());
    }

    private String note(MeasureEntry measure, Reading reading, String slice, Optional<SeriesKey> chart) {
        String others = aboutTheReading(measure, reading, slice, chart);
        return measure.kpi().equals(OFFENCES) && slice.isEmpty() ? (female(reading) + " " + others).strip() : others;
    }

    /** Of all offences of the strategy how many have a victim recorded as female; empty where that is not known. */
    private String female(Reading reading) {
        SnapshotValues now = material.now();
        Optional<PublishedValue> all = now.find(reading.of(OFFENCES, ""));
        return now.find(reading.of(OFFENCES, Slices.ofTheme(Theme.VAIWG_FEMALE.slug())))
                .filter(part ->
                        part.numerator() != null && all.isPresent() && all.get().numerator() != null)
                .map(part -> "With a victim recorded as female: " + Digits.count(part.numerator()) + " ("
                        + Digits.percent(part.numerator(), all.get().numerator()) + ").")
                .orElse("");
    }

    private String aboutTheReading(MeasureEntry measure, Reading reading, String slice, Optional<SeriesKey> chart) {
        if (chart.isPresent() && !ChartChoice.isOfSameBasis(chart.get(), reading)) {
            return "Its icon and band are of cases " + Bases.judged(chart.get().basis()) + ", which is known sooner.";
        }
        boolean partial = material.now()
                .find(reading.of(measure.kpi(), slice))
                .map(PublishedValue::partial)
                .orElse(false);
        if (partial && material.edition().historyFrom().isPresent()) {
            return "It holds less than " + Bases.window(reading.window()) + ": the history begins on "
                    + Days.full(material.edition().historyFrom().get()) + ".";
        }
        return "";
    }
}
