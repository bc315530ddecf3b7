package vaiwg.cli.published;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vaiwg.kpis.catalogue.Slice;

/**
 * The published series beside which a count of a table stands.
 *
 * @param slice without the theme
 */
record Figure(String kpi, String basis, String slice) {
    private static final Map<String, Figure> ALL = read();

    /** The figure of an outcome type, empty for recorded crimes; empty where none is published. */
    static Optional<Figure> of(String outcome, CountedBy by) {
        return Optional.ofNullable(ALL.get(key(outcome, by)));
    }

    /** The slices of themes, with + between them. */
    String[] slicesOf(String themes) {
        return Stream.of(themes.split("\\+", -1))
                .map(theme -> Slice.both(slice, Slice.ofTheme(theme)))
                .toArray(String[]::new);
    }

    private static Map<String, Figure> read() {
        Map<String, Figure> figures = new LinkedHashMap<>();
        for (Map<String, String> row : Layout.file("figures.csv").rows()) {
            figures.put(
                    key(row.get("outcome"), CountedBy.of(row.get("by"))),
                    new Figure(row.get("kpi"), row.get("basis"), row.get("slice")));
        }
        return figures;
    }

    private static String key(String outcome, CountedBy by) {
        return outcome + '/' + by;
    }
}
