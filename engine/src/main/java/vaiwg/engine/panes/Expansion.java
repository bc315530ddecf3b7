package vaiwg.engine.panes;

import vaiwg.engine.contributions.DeltaEntry;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.ContributionType;
import vaiwg.kpis.time.LondonDays;

/** Expands a delta entry into the cells that it changes: a bit of a contribution type, times the rows of its column to which the dimension key belongs. */
final class Expansion {
    /** Receives what one delta entry changes, day by day. */
    interface Receiver {
        /** @param changes until the receiver returns */
        void add(Changes changes, int day);

        /**
         * A case with a number of the quantity of which the column takes a percentile.
         *
         * @param rows to which it belongs
         * @param number of a column of ages the day from which the case's age counts
         * @param times 1 where the case came, -1 where it went
         */
        void addNumber(Column column, int day, DimensionRows.Rows rows, int number, int times);
    }

    private static final ContributionType[] TYPES = ContributionType.values();
    private static final long[] NONE = new long[Byte.MAX_VALUE];

    private final ContributionPlan[] plans = new ContributionPlan[TYPES.length];
    private final DimensionRows dimensionRows;
    private final Changes changes;
    /** The bits of the delta entry at hand that count still. */
    private final long[] numerators = new long[Byte.MAX_VALUE];

    private final long[] denominators = new long[Byte.MAX_VALUE];

    Expansion(Catalogue catalogue, Grid grid) {
        for (ContributionType contributionType : TYPES) {
            plans[contributionType.ordinal()] =
                    new ContributionPlan(catalogue.contributionType(contributionType), grid);
        }
        this.dimensionRows = new DimensionRows(grid);
        this.changes = new Changes(grid);
    }

    /** Whether a delta entry counts by its date alone, and so is no part of what is known now until that date has come. */
    static boolean isDated(DeltaEntry entry) {
        return entry.contributionType == ContributionType.TOLD.ordinal();
    }

    ContributionPlan plan(ContributionType contributionType) {
        return plans[contributionType.ordinal()];
    }

    DimensionRows.Rows rows(DeltaEntry entry, int layout) {
        return dimensionRows.of(layout, entry.dimensionKey);
    }

    void expand(DeltaEntry entry, Receiver receiver) {
        ContributionPlan plan = plans[entry.contributionType];
        int words = entry.numerator.length;
        System.arraycopy(entry.numerator, 0, numerators, 0, words);
        System.arraycopy(entry.denominator, 0, denominators, 0, words);
        dropFrozen(plan, entry);
        for (ContributionPlan.Group group : plan.groups) {
            long any = 0;
            for (int word = 0; word < words; word++) {
                any |= (numerators[word] | denominators[word]) & group.bits()[word];
            }
            if (any != 0) {
                expand(entry, plan, group, receiver);
            }
        }
    }

    /** A matured pane takes nothing that became known after the midnight that begins day c + k. */
    private void dropFrozen(ContributionPlan plan, DeltaEntry entry) {
        for (ContributionPlan.Matured matured : plan.matured) {
            if (entry.enters > LondonDays.startOf(entry.day + matured.lag())) {
                for (int word = 0; word < entry.numerator.length; word++) {
                    numerators[word] &= ~matured.bits()[word];
                    denominators[word] &= ~matured.bits()[word];
                }
            }
        }
    }

    private void expand(DeltaEntry entry, ContributionPlan plan, ContributionPlan.Group group, Receiver receiver) {
        int sign = group.sign() * entry.sign;
        switch (group.kind()) {
            case COUNT -> send(plan, entry, group, numerators, denominators, entry.day, sign, receiver);
            case NUMBER -> sendNumbers(plan, entry, group, sign, receiver);
            case PRESENCE -> {
                int left = entry.day + (int) entry.quantity;
                send(plan, entry, group, numerators, denominators, entry.day, sign, receiver);
                send(plan, entry, group, numerators, denominators, left, -sign, receiver);
            }
            case STOCK -> {
                int entered = group.sign() < 0 ? entry.recordedDay : entry.day;
                int moved = Math.max(entry.day, entered);
                int aged = Math.max(entry.day, entered + group.days());
                send(plan, entry, group, NONE, denominators, moved, sign, receiver);
                send(plan, entry, group, numerators, NONE, aged, sign, receiver);
            }
        }
    }

    private void send(
            ContributionPlan plan,
            DeltaEntry entry,
            ContributionPlan.Group group,
            long[] inNumerators,
            long[] inDenominators,
            int day,
            int times,
            Receiver receiver) {
        changes.clear();
        for (int word = 0; word < entry.numerator.length; word++) {
            long numerator = inNumerators[word] & group.bits()[word];
            long denominator = inDenominators[word] & group.bits()[word];
            for (long bits = numerator | denominator; bits != 0; bits &= bits - 1) {
                int shift = Long.numberOfTrailingZeros(bits);
                int bit = word * Long.SIZE + shift;
                int countsInNumerator = (int) (numerator >>> shift & 1);
                int countsInDenominator = (int) (denominator >>> shift & 1);
                changes.add(
                        plan.layouts[bit],
                        plan.offsets[bit],
                        times * Cells.value(countsInNumerator, countsInDenominator));
            }
        }
        if (changes.touched > 0) {
            for (int touched = 0; touched < changes.touched; touched++) {
                int layout = changes.layouts[touched];
                changes.rows[layout] = dimensionRows.of(layout, entry.dimensionKey);
            }
            receiver.add(changes, day);
        }
    }

    private void sendNumbers(
            ContributionPlan plan, DeltaEntry entry, ContributionPlan.Group group, int times, Receiver receiver) {
        for (int word = 0; word < entry.numerator.length; word++) {
            for (long bits = denominators[word] & group.bits()[word]; bits != 0; bits &= bits - 1) {
                int bit = word * Long.SIZE + Long.numberOfTrailingZeros(bits);
                DimensionRows.Rows ofLayout = dimensionRows.of(plan.layouts[bit], entry.dimensionKey);
                int number = plan.number(bit, entry);
                receiver.addNumber(plan.columns[bit], entry.day, ofLayout, number, times);
            }
        }
    }
}
