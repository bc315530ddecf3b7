package vaiwg.engine.panes;

import vaiwg.engine.signatures.Posting;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.Lane;
import vaiwg.kpis.time.LondonDays;

/** Expands a posting into the cells that it changes: a bit of a lane, times the rows of its column to which the tuple belongs. */
final class Expansion {
    /** Receives what one posting changes, day by day. */
    interface Receiver {
        /** @param changes until the receiver returns */
        void add(Changes changes, int day);

        /**
         * A case with a number of the quantity of which the column takes a percentile.
         *
         * @param rows to which it belongs
         * @param times 1 where the case came, -1 where it went
         */
        void addNumber(Column column, int day, TupleRows.Rows rows, int number, int times);
    }

    private static final Lane[] LANES = Lane.values();
    private static final long[] NONE = new long[Byte.MAX_VALUE];

    private final LanePlan[] plans = new LanePlan[LANES.length];
    private final TupleRows tuples;
    private final Changes changes;
    /** The bits of the posting at hand that count still. */
    private final long[] parts = new long[Byte.MAX_VALUE];

    private final long[] wholes = new long[Byte.MAX_VALUE];
    private TupleRows.Rows[] rows;

    Expansion(Catalogue catalogue, Grid grid) {
        for (Lane lane : LANES) {
            plans[lane.ordinal()] = new LanePlan(catalogue.lane(lane), grid);
        }
        this.tuples = new TupleRows(grid);
        this.changes = new Changes(grid);
    }

    /** Whether a posting counts by its date alone, and so is no part of what is known now until that date has come. */
    static boolean isDated(Posting posting) {
        return posting.lane == Lane.TOLD.ordinal();
    }

    LanePlan plan(Lane lane) {
        return plans[lane.ordinal()];
    }

    /** The rows of a posting's tuple in a layout. */
    TupleRows.Rows rows(Posting posting, int layout) {
        return tuples.in(layout, tuples.of(posting.tuple), posting.tuple);
    }

    void expand(Posting posting, Receiver receiver) {
        LanePlan plan = plans[posting.lane];
        int words = posting.part.length;
        System.arraycopy(posting.part, 0, parts, 0, words);
        System.arraycopy(posting.whole, 0, wholes, 0, words);
        dropFrozen(plan, posting);
        rows = tuples.of(posting.tuple);
        for (LanePlan.Group group : plan.groups) {
            long any = 0;
            for (int word = 0; word < words; word++) {
                any |= (parts[word] | wholes[word]) & group.bits()[word];
            }
            if (any != 0) {
                expand(posting, plan, group, receiver);
            }
        }
    }

    /** A matured pane takes nothing that became known after the midnight that begins day c + k. */
    private void dropFrozen(LanePlan plan, Posting posting) {
        for (LanePlan.Matured matured : plan.matured) {
            if (posting.enters > LondonDays.startOf(posting.day + matured.lag())) {
                for (int word = 0; word < posting.part.length; word++) {
                    parts[word] &= ~matured.bits()[word];
                    wholes[word] &= ~matured.bits()[word];
                }
            }
        }
    }

    private void expand(Posting posting, LanePlan plan, LanePlan.Group group, Receiver receiver) {
        int sign = group.sign() * posting.sign;
        switch (group.kind()) {
            case COUNT -> send(plan, posting, group, parts, wholes, posting.day, sign, receiver);
            case NUMBER -> sendNumbers(plan, posting, group, receiver);
            case PRESENCE -> {
                int left = posting.day + (int) posting.quantity;
                send(plan, posting, group, parts, wholes, posting.day, sign, receiver);
                send(plan, posting, group, parts, wholes, left, -sign, receiver);
            }
            case STOCK -> {
                int entered = group.sign() < 0 ? posting.recordedDay : posting.day;
                int moved = Math.max(posting.day, entered);
                int aged = Math.max(posting.day, entered + group.days());
                send(plan, posting, group, NONE, wholes, moved, sign, receiver);
                send(plan, posting, group, parts, NONE, aged, sign, receiver);
            }
        }
    }

    private void send(
            LanePlan plan,
            Posting posting,
            LanePlan.Group group,
            long[] ofParts,
            long[] ofWholes,
            int day,
            int times,
            Receiver receiver) {
        changes.clear();
        for (int word = 0; word < posting.part.length; word++) {
            long part = ofParts[word] & group.bits()[word];
            long whole = ofWholes[word] & group.bits()[word];
            for (long bits = part | whole; bits != 0; bits &= bits - 1) {
                int shift = Long.numberOfTrailingZeros(bits);
                int bit = word * Long.SIZE + shift;
                int ofPart = (int) (part >>> shift & 1);
                int ofWhole = (int) (whole >>> shift & 1);
                changes.add(plan.layouts[bit], plan.offsets[bit], times * Cells.value(ofPart, ofWhole));
            }
        }
        if (changes.touched > 0) {
            for (int touched = 0; touched < changes.touched; touched++) {
                int layout = changes.layouts[touched];
                changes.rows[layout] = tuples.in(layout, rows, posting.tuple);
            }
            receiver.add(changes, day);
        }
    }

    private void sendNumbers(LanePlan plan, Posting posting, LanePlan.Group group, Receiver receiver) {
        for (int word = 0; word < posting.part.length; word++) {
            for (long bits = wholes[word] & group.bits()[word]; bits != 0; bits &= bits - 1) {
                int bit = word * Long.SIZE + Long.numberOfTrailingZeros(bits);
                TupleRows.Rows ofLayout = tuples.in(plan.layouts[bit], rows, posting.tuple);
                int number = plan.number(bit, posting.quantity);
                receiver.addNumber(plan.columns[bit], posting.day, ofLayout, number, posting.sign);
            }
        }
    }
}
