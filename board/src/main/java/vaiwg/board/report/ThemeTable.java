package vaiwg.board.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.Reading;

/** Makes the table of a measure by theme, or by other slices: number, of how many, value, changes. */
final class ThemeTable {
    private final Material material;
    private final BesideMaker beside;

    ThemeTable(Material material) {
        this.material = material;
        this.beside = new BesideMaker(material);
    }

    /**
     * @param slices of the rows in order; the total is the empty one
     * @param overlap the mark behind domestic abuse, whose row overlaps the others; empty for none
     */
    NumberTable of(MeasureEntry measure, Reading reading, List<String> slices, String overlap, String conclusion) {
        boolean counts = measure.kind() == MeasureEntry.Kind.COUNT;
        boolean compared =
                slices.stream().anyMatch(slice -> !beside.of(measure, slice).isEmpty());
        List<NumberTable.Row> rows = slices.stream()
                .map(slice -> row(measure, reading, slice, overlap, counts, compared))
                .toList();
        List<String> columns = columns(measure, reading, counts);
        if (compared) {
            columns.add("Baseline");
        }
        return new NumberTable(
                ChartNames.of(measure, reading.of(measure.kpi(), "")) + ", by theme",
                Bases.period(reading, material.asAt()) + changes(measure),
                "Theme",
                columns,
                rows,
                conclusion);
    }

    private static String changes(MeasureEntry measure) {
        return measure.kind() == MeasureEntry.Kind.SHARE ? "; changes in points" : "";
    }

    private List<String> columns(MeasureEntry measure, Reading reading, boolean counts) {
        List<String> columns = new ArrayList<>();
        if (!counts) {
            columns.add(
                    switch (reading.basis()) {
                        case "assigned" -> "Of outcomes";
                        case "stock" -> "Of";
                        default -> "Recorded";
                    });
            if (measure.kind() != MeasureEntry.Kind.PERCENTILE) {
                columns.add(measure.kpi().equals(Compositions.ATTRITION) ? "Outcome 16" : "Number");
            }
        }
        columns.add(
                switch (measure.kind()) {
                    case COUNT -> "Number";
                    case SHARE -> "%";
                    case RATE, POPULATION_RATE -> "Per " + Figures.unit(measure).whole();
                    case PERCENTILE -> ReportWords.unit(Figures.unit(measure));
                });
        columns.add(material.edition()
                .previous()
                .map(day -> "Since " + ReportWords.shortDay(day, material.asAt()))
                .orElse("Since last report"));
        columns.add("In a year");
        return columns;
    }

    /** What its cells are read beside, each remark once. */
    List<String> remarks(MeasureEntry measure, List<String> slices) {
        return slices.stream()
                .flatMap(slice -> beside.of(measure, slice).stream())
                .map(Beside::remark)
                .distinct()
                .toList();
    }

    private NumberTable.Row row(
            MeasureEntry measure, Reading reading, String slice, String overlap, boolean counts, boolean compared) {
        Figure now = Figures.of(measure, reading, slice, Optional.of(material.now()), material.asAt());
        Figure previous = Figures.of(measure, reading, slice, material.previous(), material.asAt());
        Figure year = Figures.of(measure, reading, slice, material.aYearBefore(slice), material.asAt());
        List<NumberTable.Entry> cells = new ArrayList<>();
        if (!counts) {
            cells.add(new NumberTable.Entry.Of(now, NumberTable.Part.DENOMINATOR));
            if (measure.kind() != MeasureEntry.Kind.PERCENTILE) {
                cells.add(new NumberTable.Entry.Of(now, NumberTable.Part.NUMERATOR));
            }
        }
        cells.add(new NumberTable.Entry.Of(now, NumberTable.Part.VALUE));
        cells.add(new NumberTable.Entry.Moved(
                Figures.change(measure, now, material.now(), previous, material.previous())));
        cells.add(new NumberTable.Entry.Moved(
                Figures.change(measure, now, material.now(), year, material.aYearBefore(slice))));
        if (compared) {
            cells.add(new NumberTable.Entry.Compared(beside.of(measure, slice)));
        }
        String title = slice.isEmpty() ? "All, each once" : Slices.title(measure, slice);
        String note = slice.equals("theme=" + Slices.DOMESTIC_ABUSE) ? overlap : "";
        return new NumberTable.Row(title, note, cells, slice.isEmpty());
    }

    /** The slices of a measure in the order of rows: themes, then others of one dimension but areas, the total last. */
    static List<String> slices(Material material, MeasureEntry measure, Reading reading, boolean themesOnly) {
        var published = material.now().slices(measure.kpi(), reading);
        List<String> slices = new ArrayList<>();
        List<String> themes = new ArrayList<>(Slices.THEMES);
        themes.add(Slices.ARCHIVE_THEME);
        themes.stream().map(Slices::ofTheme).filter(published::contains).forEach(slices::add);
        if (!themesOnly) {
            measure.values().keySet().stream().filter(published::contains).forEach(slices::add);
            published.stream()
                    .filter(slice -> !measure.values().containsKey(slice))
                    .filter(slice -> !slice.isEmpty() && !slice.contains(";"))
                    .filter(slice -> !slice.startsWith("theme=") && !slice.startsWith("lpa="))
                    .sorted()
                    .forEach(slices::add);
        }
        if (published.contains("") || slices.isEmpty()) {
            slices.add("");
        }
        return slices;
    }

    static Optional<Reading> reading(Material material, MeasureEntry measure) {
        return measure.reading(material.edition().byMonth());
    }
}
