package vaiwg.kpis.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vaiwg.kpis.cases.Characteristic;

/**
 * Which policing areas are compared: the shares of a year that dashboards show, and those of people and places, within each theme, by
 * area; of protected characteristics that of ethnicity, the least known of those that tell groups apart. Cases whose area is unknown
 * are of no area and compared with none.
 */
public final class AreaPlan {
    private static final Window YEAR = Window.days(365);
    private static final String NO_AREA = "unknown";

    private AreaPlan() {}

    /** The slots of areas that are compared with one another, one list for each share and theme. */
    public static List<List<Integer>> of(Catalogue catalogue) {
        return catalogue.columns().stream()
                .filter(AreaPlan::isCompared)
                .flatMap(AreaPlan::byTheme)
                .toList();
    }

    private static boolean isCompared(Column column) {
        Measure measure = column.measure();
        return measure.kind() == Measure.Kind.SHARE
                && column.variant().orElse(Characteristic.ETHNICITY) == Characteristic.ETHNICITY
                && (column.isPresence()
                        || measure.bases().keySet().stream()
                                .filter(basis -> measure.isOnDashboards(basis, YEAR))
                                .findFirst()
                                .equals(Optional.of(column.basis())));
    }

    private static Stream<List<Integer>> byTheme(Column column) {
        Map<String, List<Integer>> slots = new LinkedHashMap<>();
        int year = column.windows().indexOf(YEAR);
        for (int row = 0; row < column.rows().size(); row++) {
            Map<String, String> dimensions = column.dimensions(row);
            if (column.rows().family(row).isOfAreas() && !dimensions.get("lpa").equals(NO_AREA)) {
                slots.computeIfAbsent(dimensions.get("theme"), theme -> new ArrayList<>())
                        .add(column.slot(year, row));
            }
        }
        return slots.values().stream();
    }
}
