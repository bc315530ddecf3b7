package vaiwg.kpis.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vaiwg.kpis.reference.CodeMaps;

/**
 * The values that are no counts: shares that are estimated from the follow-up of open and closed cases, and shares that are standardised.
 * The estimated ones share two lists of rows, the strategy's themes and areas for days and the one bucket of public archives for
 * months; the standardised ones have a total only, one of each value of a dimension. Their slots are counted apart from those of cells.
 */
public final class Estimates {
    private static final List<SliceFamily> BY_DAY =
            List.of(SliceFamily.TOTAL, SliceFamily.THEME, SliceFamily.THEME_DETAIL, SliceFamily.THEME_AND_LPA);
    private static final List<SliceFamily> BY_MONTH = List.of(SliceFamily.ARCHIVE_THEME);
    private static final List<Window> WINDOWS = List.of(Window.days(28), Window.days(90));
    private static final List<Window> WINDOWS_IN_MONTHS = List.of(Window.months(3), Window.months(12));

    private static final int WITHOUT_CELLS = -1;

    private final SliceRows days;
    private final SliceRows months;
    private final SliceRows totals;
    private final List<Column> columns = new ArrayList<>();
    private final int slots;

    Estimates(List<Measure> measures, CodeMaps maps) {
        days = new SliceRows(0, BY_DAY, maps);
        months = new SliceRows(1, BY_MONTH, maps);
        totals = new SliceRows(2, List.of(SliceFamily.TOTAL), maps);
        int slot = 0;
        for (Measure measure : measures) {
            for (Basis basis : measure.estimates()) {
                SliceRows rows = rows(basis.isMonthly());
                slot = add(new Column(measure, Optional.empty(), basis, windows(basis), rows, WITHOUT_CELLS, slot));
            }
            if (measure.standard().isPresent()) {
                for (Optional<Variant> variant : measure.variants()) {
                    for (Basis basis : measure.bases().keySet()) {
                        slot = add(new Column(
                                measure, variant, basis, measure.standardWindows(), totals, WITHOUT_CELLS, slot));
                    }
                }
            }
        }
        slots = slot;
    }

    private int add(Column column) {
        columns.add(column);
        return column.firstSlot() + column.slots();
    }

    /** Over how many days or months of events a horizon is estimated. */
    static List<Window> windows(Basis basis) {
        return basis.isMonthly() ? WINDOWS_IN_MONTHS : WINDOWS;
    }

    /** The rows of all that is estimated from follow-up by days, or by months. */
    public SliceRows rows(boolean monthly) {
        return monthly ? months : days;
    }

    public List<Column> columns() {
        return List.copyOf(columns);
    }

    public List<Column> fromFollowUp() {
        return columns.stream()
                .filter(column -> column.measure().standard().isEmpty())
                .toList();
    }

    /** How many values a snapshot of a force can have. */
    public int slots() {
        return slots;
    }

    public Column columnOfSlot(int slot) {
        Column found = columns.get(0);
        for (Column column : columns) {
            if (column.firstSlot() <= slot) {
                found = column;
            }
        }
        return found;
    }
}
