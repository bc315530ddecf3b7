package vaiwg.kpis.catalogue;

import java.util.ArrayList;
import java.util.List;

/**
 * The board and alert set: the slots whose values go to Prometheus. Totals and themes of the values that measures name; cuts by
 * area or characteristic of the victim stay in PostgreSQL.
 */
public final class BoardSet {
    private final List<Integer> slots;
    private final List<Integer> estimates;

    private BoardSet(List<Integer> slots, List<Integer> estimates) {
        this.slots = slots;
        this.estimates = estimates;
    }

    public static BoardSet of(Catalogue catalogue) {
        List<Integer> slots = new ArrayList<>();
        for (Column column : catalogue.columns()) {
            for (int window = 0; window < column.windows().size(); window++) {
                if (column.measure().isOnBoards(column.basis(), column.windows().get(window))) {
                    for (int row = 0; row < column.rows().size(); row++) {
                        if (column.rows().family(row).isDaily()) {
                            slots.add(column.slot(window, row));
                        }
                    }
                }
            }
        }
        return new BoardSet(List.copyOf(slots), estimates(catalogue.estimates()));
    }

    private static List<Integer> estimates(Estimates all) {
        List<Integer> slots = new ArrayList<>();
        for (Estimates.Column column : all.columns()) {
            for (int window = 0; window < column.windows().size(); window++) {
                if (column.measure().isOnBoards(column.basis(), column.windows().get(window))) {
                    for (int row = 0; row < column.rows().size(); row++) {
                        if (column.rows().family(row).isDaily()) {
                            slots.add(column.slot(window, row));
                        }
                    }
                }
            }
        }
        return List.copyOf(slots);
    }

    public int size() {
        return slots.size();
    }

    public int slot(int index) {
        return slots.get(index);
    }

    /** The slots of estimates. */
    public List<Integer> estimates() {
        return estimates;
    }
}
