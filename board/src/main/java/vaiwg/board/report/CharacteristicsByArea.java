package vaiwg.board.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.Reading;
import vaiwg.kpis.cases.Characteristic;

/**
 * Makes the tables of all nine protected characteristics by policing area: known, and recorded alike each time. One a theme, since areas are
 * published within a theme.
 */
final class CharacteristicsByArea {
    private static final String UNKNOWN = "unknown";

    private final Material material;

    CharacteristicsByArea(Material material) {
        this.material = material;
    }

    List<AnnexTable> tables() {
        return Stream.of(CharacteristicsMaker.KNOWN, CharacteristicsMaker.ALIKE)
                .flatMap(kpi -> material.dictionary().find(kpi).stream())
                .flatMap(measure -> ThemeTable.reading(material, measure).stream()
                        .flatMap(reading ->
                                Slices.THEMES.stream().flatMap(theme -> table(measure, reading, theme).stream())))
                .toList();
    }

    private Optional<AnnexTable> table(MeasureEntry measure, Reading reading, String theme) {
        List<NumberTable.Row> rows = areas(measure, reading, theme).stream()
                .flatMap(area -> row(measure, reading, theme, area).stream())
                .toList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        String title = measure.title() + ", by policing area: " + ReportWords.lower(Slices.themeTitle(theme));
        return Optional.of(new AnnexTable(
                AreaTitles.of(measure.area()),
                title,
                measure.definition(),
                new NumberTable(
                        title,
                        Bases.period(reading, material.asAt()),
                        "Policing area",
                        CharacteristicsMaker.ORDER.stream()
                                .map(characteristic -> ReportWords.capital(characteristic.words()))
                                .toList(),
                        rows,
                        "")));
    }

    /** Of an area; empty where each of its figures rests on too few. */
    private Optional<NumberTable.Row> row(MeasureEntry measure, Reading reading, String theme, String area) {
        List<Figure> figures = CharacteristicsMaker.ORDER.stream()
                .map(characteristic -> Figures.of(
                        measure,
                        reading,
                        slice(characteristic, theme, area),
                        Optional.of(material.now()),
                        material.asAt()))
                .toList();
        return figures.stream().anyMatch(figure -> figure.state() == Figure.State.SHOWN)
                ? Optional.of(new NumberTable.Row(Slices.areaTitle(area), "", cells(figures), false))
                : Optional.empty();
    }

    private static List<NumberTable.Entry> cells(List<Figure> figures) {
        return figures.stream()
                .<NumberTable.Entry>map(figure -> new NumberTable.Entry.Of(figure, NumberTable.Part.VALUE))
                .toList();
    }

    /** The policing areas that have figures within a theme, by name; victims of an unknown one last. */
    private List<String> areas(MeasureEntry measure, Reading reading, String theme) {
        List<String> areas = new ArrayList<>(material.now().slices(measure.kpi(), reading).stream()
                .filter(slice -> Slices.theme(slice).equals(theme)
                        && Slices.part(slice, "characteristic").isPresent())
                .flatMap(slice -> Slices.part(slice, "lpa").stream())
                .distinct()
                .toList());
        areas.sort(Comparator.comparing((String area) -> area.equals(UNKNOWN)).thenComparing(area -> area));
        return areas;
    }

    private static String slice(Characteristic characteristic, String theme, String area) {
        return Slices.cut(Slices.cut(Slices.ofTheme(theme), "lpa", area), "characteristic", characteristic.slug());
    }
}
