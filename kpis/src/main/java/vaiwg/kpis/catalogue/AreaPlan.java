package vaiwg.kpis.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vaiwg.kpis.cases.Characteristic;

/**
 * Which policing areas are compared: the shares and the rates for people of the report's pages as it reads them, and of its annex those that
 * dashboards show and those of people and places; within each theme, by area. Of protected characteristics it is ethnicity, the least known of
 * those that tell groups apart. Cases whose area is unknown are of no area and compared with none.
 */
public final class AreaPlan {
    private static final Window YEAR = Window.days(365);
    private static final String NO_AREA = "unknown";

    private AreaPlan() {}

    /** Why areas are not compared by a measure. */
    public enum Uncompared {
        RESTRICTED("conduct figures are restricted"),
        NO_AREA("it is not broken down by policing area"),
        COUNT("a count is larger where more people live or more is recorded"),
        PERCENTILE("a median or percentile has no range that goes by the size of an area"),
        DETAIL("it is a detail of the annex");

        private final String words;

        Uncompared(String words) {
            this.words = words;
        }

        /** The reason in words, for the middle of a sentence. */
        public String words() {
            return words;
        }
    }

    /** Why areas are not compared by a measure; empty where they are. */
    public static Optional<Uncompared> uncompared(Measure measure) {
        if (measure.isRestricted()) {
            return Optional.of(Uncompared.RESTRICTED);
        }
        if (measure.slices().stream().noneMatch(SliceFamily::isOfAreas)) {
            return Optional.of(Uncompared.NO_AREA);
        }
        return switch (measure.kind()) {
            case COUNT -> Optional.of(Uncompared.COUNT);
            case PERCENTILE -> Optional.of(Uncompared.PERCENTILE);
            case SHARE, RATE, POPULATION_RATE -> isDetail(measure) ? Optional.of(Uncompared.DETAIL) : Optional.empty();
        };
    }

    private static boolean isDetail(Measure measure) {
        boolean onDashboards = measure.bases().keySet().stream().anyMatch(basis -> measure.isOnDashboards(basis, YEAR));
        return measure.placement().place() == Place.ANNEX && !measure.isPresence() && !onDashboards;
    }

    /** The slots of areas that are compared with one another, one list for each figure and theme. */
    public static List<List<Integer>> of(Catalogue catalogue) {
        return catalogue.columns().stream().flatMap(AreaPlan::ofColumn).toList();
    }

    private static Stream<List<Integer>> ofColumn(Column column) {
        Measure measure = column.measure();
        boolean compared = uncompared(measure).isEmpty()
                && column.variant().orElse(Characteristic.ETHNICITY) == Characteristic.ETHNICITY;
        return measure.readByDay()
                .filter(view -> compared && view.basis().equals(column.basis()))
                .map(view -> byTheme(column, column.windows().indexOf(view.window())))
                .orElse(Stream.empty());
    }

    private static Stream<List<Integer>> byTheme(Column column, int window) {
        Map<String, List<Integer>> slots = new LinkedHashMap<>();
        for (int row = 0; row < column.rows().size(); row++) {
            Map<String, String> dimensions = column.dimensions(row);
            if (column.rows().family(row).isOfAreas() && !dimensions.get("lpa").equals(NO_AREA)) {
                slots.computeIfAbsent(dimensions.get("theme"), theme -> new ArrayList<>())
                        .add(column.slot(window, row));
            }
        }
        return slots.values().stream();
    }
}
