package vaiwg.engine.signatures;

import java.util.List;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Lane;
import vaiwg.kpis.catalogue.LaneTable;
import vaiwg.kpis.catalogue.PackedNumbers;
import vaiwg.kpis.facts.FactSet;
import vaiwg.kpis.facts.Quantity;

/** Adds signatures of steps to a list, each on a day of its own and with one slice tuple for all. */
final class StepSignatures {
    private final Catalogue catalogue;
    private final long tuple;
    private final List<Signature> signatures;

    StepSignatures(Catalogue catalogue, long tuple, List<Signature> signatures) {
        this.catalogue = catalogue;
        this.tuple = tuple;
        this.signatures = signatures;
    }

    void addStep(int day, FactSet facts) {
        add(Lane.STEP, day, facts, 0);
    }

    /** @param age days from the pane day to what the facts say of an outcome */
    void addStep(int day, FactSet facts, int age) {
        add(Lane.STEP, day, facts, age);
    }

    /** A step on the days of a lane. */
    void add(Lane lane, int day, FactSet facts, int age) {
        LaneTable table = catalogue.lane(lane);
        FactSet[] sets = facts.atHorizons(table.horizons(), days -> age < days);
        long[] part = new long[table.words()];
        long[] whole = new long[table.words()];
        table.evaluate(sets, part, whole);
        addUnlessEmpty(new Signature(lane, day, day, Signature.AT_ONCE, tuple, 0, (byte) 0, part, whole));
    }

    /** A quantity of a step. */
    void addQuantity(Quantity quantity, int day, FactSet facts, long number) {
        LaneTable table = catalogue.lane(Lane.STEP_QUANTITY);
        long[] whole = new long[table.words()];
        if (!table.take(quantity, table.counting(facts), whole)) {
            return;
        }
        int place = table.quantities().indexOf(quantity);
        long kept = PackedNumbers.with(0, place, (int) Math.min(number, Quantity.MOST));
        long[] none = new long[table.words()];
        addUnlessEmpty(
                new Signature(Lane.STEP_QUANTITY, day, day, Signature.AT_ONCE, tuple, kept, (byte) 0, none, whole));
    }

    /** What enters a stock, or turns overdue in it. */
    void addEntry(int day, FactSet facts) {
        add(Lane.STOCK_ENTRY, day, facts, 0);
    }

    /** What leaves a stock, or is overdue in it no more. */
    void addExit(int day, FactSet facts) {
        add(Lane.STOCK_EXIT, day, facts, 0);
    }

    private void addUnlessEmpty(Signature signature) {
        if (!signature.isEmpty()) {
            signatures.add(signature);
        }
    }
}
