package vaiwg.kpis.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vaiwg.schemas.EventStream;

/**
 * Which policing areas are compared: the shares and the rates of the report's pages as it reads them, and of its annex those that
 * dashboards show and those of people and places; within each theme, or as a whole where a figure is not broken down by theme and area. Of protected characteristics it is ethnicity, the least known of
 * those that tell groups apart. Cases whose area is unknown are of no area and compared with none.
 */
public final class AreaPlan {
    private static final Window YEAR = Window.days(365);

    private AreaPlan() {}

    /** Why areas are not compared by a measure. */
    public enum Uncompared {
        RESTRICTED("conduct figures are restricted"),
        CALCULATED("it is calculated from figures of the whole force"),
        PEOPLE("it counts people, whose cases may lie in several areas"),
        NO_AREA("its records name no policing area"),
        OLDER_ORDERS("older orders name no policing area, and the crimes that they are divided by do"),
        COUNT("a count is larger where more people live or more is recorded"),
        PERCENTILE("a median or percentile has no range that goes by the size of an area"),
        FEW("an area has too few of them"),
        DETAIL("it is a detail");

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
        boolean byArea = measure.slices().stream().anyMatch(SliceFamily::isOfAreas);
        Optional<Uncompared> noAreas = byArea ? Optional.empty() : withoutAreas(measure);
        if (noAreas.isPresent()) {
            return noAreas;
        }
        return switch (measure.kind()) {
            case COUNT -> Optional.of(Uncompared.COUNT);
            case PERCENTILE -> Optional.of(Uncompared.PERCENTILE);
            case RATE -> byArea ? Optional.empty() : Optional.of(Uncompared.OLDER_ORDERS);
            case SHARE, POPULATION_RATE -> {
                if (!byArea) {
                    yield Optional.of(Uncompared.FEW);
                }
                yield isDetail(measure) ? Optional.of(Uncompared.DETAIL) : Optional.empty();
            }
        };
    }

    /** Why a measure is not broken down by area, where it cannot be. */
    private static Optional<Uncompared> withoutAreas(Measure measure) {
        if (measure.standard().isPresent()) {
            return Optional.of(Uncompared.CALCULATED);
        }
        if (measure.subject() == Measure.Subject.PEOPLE) {
            return Optional.of(Uncompared.PEOPLE);
        }
        boolean ofMonths = measure.bases().keySet().stream().allMatch(Basis::isMonthly);
        boolean named = measure.streams().stream().anyMatch(AreaPlan::namesAreas);
        boolean ofOthers = measure.subject() != Measure.Subject.CASE
                && measure.streams().stream().anyMatch(AreaPlan::isOfNoArea);
        return ofMonths || !named || ofOthers ? Optional.of(Uncompared.NO_AREA) : Optional.empty();
    }

    private static boolean namesAreas(EventStream stream) {
        return stream.schema().getField("lpa") != null;
    }

    /** What follows a crime lies in the crime's area. */
    private static boolean isOfNoArea(EventStream stream) {
        return !namesAreas(stream) && !stream.subject().equals(EventStream.CRIME_RECORDING.subject());
    }

    private static boolean isDetail(Measure measure) {
        boolean onDashboards = measure.bases().keySet().stream().anyMatch(basis -> measure.isOnDashboards(basis, YEAR));
        return measure.placement().place() == Place.ANNEX && !measure.isPresence() && !onDashboards;
    }

    /** The slots of areas that are compared with one another, one list for each figure, and theme where it is broken down by both. */
    public static List<List<Integer>> of(Catalogue catalogue) {
        return catalogue.columns().stream().flatMap(AreaPlan::ofColumn).toList();
    }

    private static Stream<List<Integer>> ofColumn(Column column) {
        Measure measure = column.measure();
        boolean compared = uncompared(measure).isEmpty()
                && (!column.isCut()
                        || column.variant().equals(measure.dimension().flatMap(Dimension::forAll)));
        return measure.readByDay()
                .filter(view -> compared && view.basis().equals(column.basis()))
                .map(view -> byTheme(column, column.windows().indexOf(view.window())))
                .orElse(Stream.empty());
    }

    private static Stream<List<Integer>> byTheme(Column column, int window) {
        Map<String, List<Integer>> slots = new LinkedHashMap<>();
        for (int row = 0; row < column.rows().size(); row++) {
            Map<String, String> dimensions = column.dimensions(row);
            if (column.rows().family(row).isOfAreas() && !dimensions.get("lpa").equals(Slice.UNKNOWN)) {
                slots.computeIfAbsent(dimensions.getOrDefault("theme", ""), theme -> new ArrayList<>())
                        .add(column.slot(window, row));
            }
        }
        return slots.values().stream();
    }
}
