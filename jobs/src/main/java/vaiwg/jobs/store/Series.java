package vaiwg.jobs.store;

import java.nio.ByteBuffer;
import vaiwg.kpis.catalogue.Basis;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.Slice;
import vaiwg.kpis.digest.Sha256;

/**
 * All that is constant along a line of values. Its id is a hash of the rest, so that every writer and every rebuild arrives at the
 * same one without asking.
 *
 * @param window the window's label; empty for a line of days
 * @param horizon days after which a day's figure is final, null where it never is
 */
record Series(
        long id,
        String force,
        String kpi,
        String basis,
        String window,
        String slice,
        String definition,
        Integer horizon,
        boolean restricted) {
    /** The line of values of a slot. */
    static Series ofSlot(Catalogue catalogue, String force, int slot) {
        return of(catalogue, force, catalogue.columnOfSlot(slot), slot);
    }

    /** The line of values of a slot of estimates. */
    static Series ofEstimate(Catalogue catalogue, String force, int slot) {
        return of(catalogue, force, catalogue.estimates().columnOfSlot(slot), slot);
    }

    private static Series of(Catalogue catalogue, String force, Column column, int slot) {
        return of(
                catalogue,
                force,
                column,
                column.rowOfSlot(slot),
                column.windowOfSlot(slot).slug());
    }

    /** The line of days of a cell. */
    static Series ofCell(Catalogue catalogue, String force, int cell) {
        Column column = catalogue.columnOfCell(cell);
        return of(catalogue, force, column, cell - column.firstCell(), "");
    }

    private static Series of(Catalogue catalogue, String force, Column column, int row, String window) {
        String kpi = column.measure().slug();
        String basis = column.basis().slug();
        String slice = Slice.of(column.dimensions(row));
        String definition = catalogue.definition(column.measure());
        return new Series(
                hash(String.join("|", force, kpi, basis, window, slice, definition)),
                force,
                kpi,
                basis,
                window,
                slice,
                definition,
                horizon(column.basis()),
                column.measure().isRestricted());
    }

    private static Integer horizon(Basis basis) {
        if (!basis.matures()) {
            return null;
        }
        return basis.isMonthly() ? (basis.horizon() + 1) * 31 : basis.horizon();
    }

    /** The same in every process. */
    static long hash(String key) {
        return ByteBuffer.wrap(Sha256.of(key)).getLong();
    }
}
