package vaiwg.kpis.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The dashboard and alert set: the slots whose values go to Prometheus. Totals and themes of the values that measures name; cuts by
 * area or characteristic of the victim stay in PostgreSQL.
 */
public final class DashboardSeries {
    private final Set<Measure> measures = new LinkedHashSet<>();
    private final List<Integer> slots = new ArrayList<>();
    private final List<Integer> estimates = new ArrayList<>();

    private DashboardSeries() {}

    public static DashboardSeries of(Catalogue catalogue) {
        DashboardSeries set = new DashboardSeries();
        catalogue.columns().forEach(column -> set.add(column, set.slots));
        catalogue.estimates().columns().forEach(column -> set.add(column, set.estimates));
        return set;
    }

    private void add(Column column, List<Integer> into) {
        for (int window = 0; window < column.windows().size(); window++) {
            if (column.measure().isOnDashboards(column.basis(), column.windows().get(window))) {
                measures.add(column.measure());
                for (int row = 0; row < column.rows().size(); row++) {
                    if (column.rows().family(row).isDaily()) {
                        into.add(column.slot(window, row));
                    }
                }
            }
        }
    }

    public Set<Measure> measures() {
        return Collections.unmodifiableSet(measures);
    }

    public int size() {
        return slots.size();
    }

    public int slot(int index) {
        return slots.get(index);
    }

    /** All of them, in their order. */
    public int[] slots() {
        return slots.stream().mapToInt(Integer::intValue).toArray();
    }

    public List<Integer> estimates() {
        return Collections.unmodifiableList(estimates);
    }
}
