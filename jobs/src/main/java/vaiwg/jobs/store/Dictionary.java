package vaiwg.jobs.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vaiwg.kpis.catalogue.Basis;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Dimension;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.Placement;
import vaiwg.kpis.catalogue.Priority;
import vaiwg.kpis.catalogue.View;

/**
 * The dictionary of measures, kept with the publication whose figures it explains: what was said of a measure stays with the snapshots that
 * were published meanwhile, and what is said otherwise holds from the next as-at on.
 */
final class Dictionary {
    private static final RegisterRows ROWS = new RegisterRows(
            "kpi_dictionary",
            "kpi",
            "priority, title, definition, unit, direction, owner, section, definition_hash, kind, minimum_n, restricted,"
                    + " needs, caveats, place, place_order, place_name, place_slice, row_order, short_title, read_basis,"
                    + " read_window, read_basis_months, read_window_months, shown_as_count, concern, about_nobody,"
                    + " oldest_of, one_of, dimension, dimension_values",
            "true");

    private Dictionary() {}

    /** Writes what is said otherwise than before, in the caller's transaction. */
    static void write(Connection connection, int publication, Catalogue catalogue) throws SQLException {
        ROWS.write(connection, publication, rows(catalogue));
    }

    /** All that is said of each measure, in the order of the table's columns. */
    static List<List<Object>> rows(Catalogue catalogue) {
        List<List<Object>> rows = new ArrayList<>();
        Map<Priority, Integer> rowsOfArea = new HashMap<>();
        for (Measure measure : catalogue.measures()) {
            int row = rowsOfArea.merge(measure.priority(), 1, Integer::sum);
            rows.add(row(measure, catalogue.definition(measure), row));
        }
        return rows;
    }

    private static List<Object> row(Measure measure, String definition, int rowOfArea) {
        Placement placement = measure.placement();
        return Arrays.asList(
                measure.slug(),
                measure.priority().slug(),
                measure.title(),
                measure.definition(),
                measure.unit(),
                measure.direction().slug(),
                measure.priority().owner(),
                measure.section(),
                definition,
                measure.kind().name().toLowerCase(Locale.ROOT),
                measure.minimumN(),
                measure.isRestricted(),
                needs(measure),
                measure.caveats(),
                placement.place().slug(),
                placement.isHeadline() ? placement.order() : null,
                placement.name(),
                placement.slice(),
                rowOfArea,
                measure.shortTitle(),
                of(measure.readByDay(), view -> view.basis().slug()),
                of(measure.readByDay(), view -> view.window().slug()),
                of(measure.readByMonth(), view -> view.basis().slug()),
                of(measure.readByMonth(), view -> view.window().slug()),
                measure.isShownAsCount(),
                measure.concern(),
                measure.countsWork(),
                measure.oldestOf().map(Measure::slug).orElse(null),
                measure.oneOf().map(Dimension::name).orElse(null),
                measure.dimension().map(Dimension::title).orElse(null),
                measure.dimension().map(dimension -> values(measure)).orElse(null));
    }

    /** A line for each value, in the order in which they are shown: its slice, a tabulator, its title. */
    private static String values(Measure measure) {
        return measure.variants().stream()
                .flatMap(Optional::stream)
                .map(value -> value.slice() + "\t" + value.title())
                .collect(Collectors.joining("\n"));
    }

    private static String of(Optional<View> view, Function<View, String> name) {
        return view.map(name).orElse(null);
    }

    /** Measures with no basis by months need days, which archives do not tell. */
    private static String needs(Measure measure) {
        return measure.bases().keySet().stream().anyMatch(Basis::isMonthly) ? null : "days";
    }
}
