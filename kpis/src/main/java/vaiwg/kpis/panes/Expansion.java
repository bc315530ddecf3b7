package vaiwg.kpis.panes;

import vaiwg.kpis.catalogue.Basis;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.Lane;
import vaiwg.kpis.catalogue.LaneTable;
import vaiwg.kpis.signatures.Posting;
import vaiwg.kpis.time.LondonDays;

/** Expands a posting into the cells that it changes: a bit of a lane, times the rows of its column to which the tuple belongs. */
final class Expansion {
    /** Receives the changes of one column's cells on one day. */
    interface Receiver {
        /**
         * @param rows the rows, of which the first {@code count} are meant
         * @param part what is added to each numerator, -1, 0 or 1
         * @param whole what is added to each denominator
         */
        void add(Column column, int day, int[] rows, int count, int part, int whole);

        /**
         * A case with a number of the quantity of which the column takes a percentile.
         *
         * @param times 1 where the case came, -1 where it went
         */
        void addNumber(Column column, int day, int[] rows, int count, int number, int times);
    }

    private static final Lane[] LANES = Lane.values();

    private final Catalogue catalogue;
    private final Rows[] rowsOfTuple;

    /** The rows of the tuple at hand in one layout of rows, found when first wanted. */
    private static final class Rows {
        final int[] rows;
        int count;
        boolean found;

        Rows(int size) {
            rows = new int[size];
        }
    }

    Expansion(Catalogue catalogue) {
        this.catalogue = catalogue;
        int layouts = 1
                + catalogue.columns().stream()
                        .mapToInt(column -> column.rows().index())
                        .max()
                        .orElse(0);
        this.rowsOfTuple = new Rows[layouts];
        catalogue
                .columns()
                .forEach(column -> rowsOfTuple[column.rows().index()] =
                        new Rows(column.rows().size()));
    }

    /** Whether a posting counts by its date alone, and so is no part of what is known now until that date has come. */
    static boolean isDated(Posting posting) {
        return LANES[posting.lane] == Lane.TOLD;
    }

    void expand(Posting posting, Receiver receiver) {
        LaneTable table = catalogue.lane(LANES[posting.lane]);
        for (Rows rows : rowsOfTuple) {
            rows.found = false;
        }
        for (int word = 0; word < posting.part.length; word++) {
            long bits = posting.part[word] | posting.whole[word];
            while (bits != 0) {
                int bit = Long.numberOfTrailingZeros(bits);
                bits &= bits - 1;
                int part = (int) (posting.part[word] >>> bit & 1) * posting.sign;
                int whole = (int) (posting.whole[word] >>> bit & 1) * posting.sign;
                expand(posting, table, word * Long.SIZE + bit, part, whole, receiver);
            }
        }
    }

    private void expand(Posting posting, LaneTable table, int bit, int part, int whole, Receiver receiver) {
        Column column = table.column(bit);
        if (isFrozen(column, posting)) {
            return;
        }
        Rows rows = rowsOfTuple[column.rows().index()];
        if (!rows.found) {
            rows.count = column.rows().of(posting.tuple, rows.rows);
            rows.found = true;
        }
        if (column.isPercentile()) {
            receiver.addNumber(column, posting.day, rows.rows, rows.count, table.number(bit, posting.quantity), whole);
            return;
        }
        if (column.isPresence()) {
            int sign = table.effect(bit) == LaneTable.Effect.TAKE_OUT ? -1 : 1;
            int left = posting.day + presence(column, posting);
            receiver.add(column, posting.day, rows.rows, rows.count, sign * part, sign * whole);
            receiver.add(column, left, rows.rows, rows.count, -sign * part, -sign * whole);
            return;
        }
        if (!column.isStock()) {
            receiver.add(column, posting.day, rows.rows, rows.count, part, whole);
            return;
        }
        boolean leaves = table.effect(bit) == LaneTable.Effect.LEAVE_STOCK;
        int entered = leaves ? posting.recordedDay : posting.day;
        int moved = Math.max(posting.day, entered);
        int aged = Math.max(posting.day, entered + column.measure().agedDays());
        int sign = leaves ? -1 : 1;
        if (whole != 0) {
            receiver.add(column, moved, rows.rows, rows.count, 0, sign * whole);
        }
        if (part != 0) {
            receiver.add(column, aged, rows.rows, rows.count, sign * part, 0);
        }
    }

    /** For how many days: a crime by itself counts for the whole window. */
    private static int presence(Column column, Posting posting) {
        return LANES[posting.lane] == Lane.RECORDED ? column.windows().get(0).length() : (int) posting.quantity;
    }

    /** A matured pane takes nothing that became known after the midnight that begins day c + k. */
    private static boolean isFrozen(Column column, Posting posting) {
        return column.basis().kind() == Basis.Kind.MATURED
                && posting.enters > LondonDays.startOf(posting.day + column.lag());
    }
}
