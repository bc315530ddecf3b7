package vaiwg.board.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import vaiwg.board.figures.ChartedPeriod;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.Reading;
import vaiwg.board.figures.SeriesKey;

/** Makes two years of verdicts, one a period, of the figures of page 1. */
final class SignalHistory {
    private static final int PERIODS = 26;

    private final Material material;
    private final ChartChoice choice;

    SignalHistory(Material material) {
        this.material = material;
        this.choice = new ChartChoice(material.charts(), material.asAt());
    }

    /** The midnights at which the newest two years of 28 days became known, or of months where the source knows no days. */
    List<LocalDate> ends() {
        TreeSet<LocalDate> ends = material.dictionary().all().stream()
                .flatMap(measure -> material.charts().keys(measure.kpi()))
                .filter(key -> key.window().equals("1m") == material.edition().byMonth())
                .flatMap(key -> material.charts().of(key).stream())
                .map(ChartedPeriod::asAt)
                .collect(Collectors.toCollection(TreeSet::new));
        return ends.stream().skip(Math.max(0, ends.size() - PERIODS)).toList();
    }

    /** Of each figure its own slice, and the theme that had the most signals. */
    List<SignalsPage.Line> lines(List<LocalDate> ends) {
        List<SignalsPage.Line> lines = new ArrayList<>();
        for (MeasureEntry measure : material.dictionary().onPage1()) {
            Optional<Reading> reading = ThemeTable.reading(material, measure);
            if (reading.isEmpty() || measure.restricted()) {
                continue;
            }
            line(measure, reading.get(), measure.slice(), ends).ifPresent(lines::add);
            Slices.THEMES.stream()
                    .flatMap(theme -> line(measure, reading.get(), Slices.ofTheme(theme), ends).stream())
                    .filter(line -> signals(line) > 0)
                    .max(Comparator.comparingLong(SignalHistory::signals))
                    .ifPresent(lines::add);
        }
        return lines;
    }

    private static long signals(SignalsPage.Line line) {
        return line.verdicts().stream()
                .flatMap(Optional::stream)
                .filter(judged -> judged.verdict().isSignal())
                .count();
    }

    private Optional<SignalsPage.Line> line(MeasureEntry measure, Reading reading, String slice, List<LocalDate> ends) {
        Optional<SeriesKey> key = choice.beside(measure, reading, slice);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        Map<LocalDate, ChartedPeriod> byEnd = material.charts().of(key.get()).stream()
                .collect(Collectors.toMap(ChartedPeriod::asAt, Function.identity()));
        String name = ChartChoice.isOfSameBasis(key.get(), reading)
                ? measure.page1Title()
                : ChartNames.of(measure, key.get());
        String theme = slice.equals(measure.slice()) ? "" : ", " + ReportWords.lower(Slices.title(measure, slice));
        return Optional.of(new SignalsPage.Line(
                name + theme,
                ends.stream()
                        .map(end -> Optional.ofNullable(byEnd.get(end)).map(Judge::of))
                        .toList()));
    }
}
