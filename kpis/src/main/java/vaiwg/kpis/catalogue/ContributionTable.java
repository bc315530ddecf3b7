package vaiwg.kpis.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import vaiwg.kpis.facts.Fact;
import vaiwg.kpis.facts.FactSet;
import vaiwg.kpis.facts.FactTable;
import vaiwg.kpis.facts.Matcher;
import vaiwg.kpis.facts.Quantity;

/**
 * The columns that a contribution type feeds, one bit each. Evaluating a contribution type turns sets of facts into two sets of bits: for which columns
 * the subject is part of the denominator, and for which of the numerator.
 */
public final class ContributionTable {
    /** What a bit does to its column. */
    public enum Effect {
        /** Adds to the column's pane on the contribution type's day. */
        COUNT,
        /** Takes out of a stock again, on the contribution type's day, what entered it when the crime was recorded. */
        LEAVE_STOCK
    }

    /**
     * @param facts which set of facts decides: 0 as known now, i the i-th horizon of the contribution type
     * @param numerator null where the bit never counts in the numerator
     * @param denominator null where it never counts in the denominator
     */
    record Entry(Column column, Effect effect, int facts, Matcher numerator, Matcher denominator) {}

    /** Stored delta entries keep in one byte of how many words their bits are. */
    static final int MOST_COLUMNS = Byte.MAX_VALUE * Long.SIZE;

    private final List<Entry> entries = new ArrayList<>();
    private final List<Integer> horizons = new ArrayList<>();
    private final List<Quantity> quantities = new ArrayList<>();
    /** The conditions of the numerators, and of the denominators. */
    private FactTable numerators;

    private FactTable denominators;
    private FactSet asked = FactSet.NONE;
    /** By set of facts the bits of which it decides. */
    private long[][] bitsOfSets;

    private int[] compiledHorizons = {};
    private List<Quantity> compiledQuantities = List.of();
    private long[] none = {};
    /** By quantity in the order of their places: the bits of its columns. */
    private long[][] bitsOfQuantities;
    /** By bit the place of its column's quantity, where it has one. */
    private int[] placesOfQuantities;

    void add(Column column, Effect effect, Matcher numerator, Matcher denominator) {
        int facts = isJudgedAtHorizon(column) ? factsAt(column.basis().horizon()) : 0;
        column.measure().quantity().ifPresent(this::add);
        int bit = entries.size();
        if (bit == MOST_COLUMNS) {
            throw new IllegalStateException("a contribution type has room for " + MOST_COLUMNS + " columns: give "
                    + column.measure().slug() + " fewer, or widen the count of words in stored deltas");
        }
        entries.add(new Entry(column, effect, facts, numerator, denominator));
    }

    /** Compiles the conditions of all columns, once all are there. */
    void compile() {
        numerators = table(Entry::numerator);
        denominators = table(Entry::denominator);
        asked = entries.stream()
                .flatMap(entry ->
                        Stream.of(Optional.ofNullable(entry.numerator), Optional.ofNullable(entry.denominator)))
                .flatMap(Optional::stream)
                .map(Matcher::facts)
                .reduce(FactSet.NONE, FactSet::plus);
        none = new long[words()];
        compiledQuantities = List.copyOf(quantities);
        compiledHorizons = horizons.stream().mapToInt(Integer::intValue).toArray();
        bitsOfSets = new long[horizons.size() + 1][words()];
        for (int bit = 0; bit < entries.size(); bit++) {
            bitsOfSets[entries.get(bit).facts][bit >>> 6] |= 1L << bit;
        }
        bitsOfQuantities = new long[quantities.size()][words()];
        placesOfQuantities = new int[entries.size()];
        for (int bit = 0; bit < entries.size(); bit++) {
            Optional<Quantity> quantity = column(bit).measure().quantity();
            if (quantity.isPresent()) {
                placesOfQuantities[bit] = quantities.indexOf(quantity.get());
                bitsOfQuantities[placesOfQuantities[bit]][bit >>> 6] |= 1L << bit;
            }
        }
    }

    private FactTable table(Function<Entry, Matcher> side) {
        return new FactTable(entries.stream().map(side).toList());
    }

    /**
     * A frozen figure takes answers as they are known, and outcomes only of its own time: one that was entered by then and dated
     * later counts in neither basis.
     */
    private static boolean isJudgedAtHorizon(Column column) {
        if (column.basis().kind() != Basis.Kind.MATURED) {
            return column.basis().kind() == Basis.Kind.SETTLED;
        }
        boolean asksOutcomes = column.asks(Fact.At.OUTCOME);
        if (asksOutcomes && column.asks(Fact.At.ANSWER)) {
            throw new IllegalStateException("the measure " + column.measure().slug()
                    + " asks for outcomes and for answers: give it no matured basis, or ask for one of them");
        }
        return asksOutcomes;
    }

    private int factsAt(int horizon) {
        if (!horizons.contains(horizon)) {
            horizons.add(horizon);
        }
        return horizons.indexOf(horizon) + 1;
    }

    private void add(Quantity quantity) {
        if (!quantities.contains(quantity)) {
            quantities.add(quantity);
            quantities.sort(Comparator.naturalOrder());
        }
    }

    /**
     * The horizons, in days or months after recording, whose sets of facts {@link #evaluate} wants after the one as known now; the table's
     * own array.
     */
    public int[] horizons() {
        return compiledHorizons;
    }

    /** Whether it feeds no column: nothing of it is asked, and nothing need be worked out for it. */
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** How many columns the contribution type feeds. */
    public int size() {
        return entries.size();
    }

    /** How many words of bits that takes. */
    public int words() {
        return (entries.size() + Long.SIZE - 1) / Long.SIZE;
    }

    /** The bits of no column; shared, and never changed. */
    public long[] none() {
        return none;
    }

    public Column column(int bit) {
        return entries.get(bit).column;
    }

    public Effect effect(int bit) {
        return entries.get(bit).effect;
    }

    /** On which condition a column counts in its numerator; null where it never does. */
    public Matcher numerator(int bit) {
        return entries.get(bit).numerator;
    }

    /** On which condition it counts in its denominator, likewise. */
    public Matcher denominator(int bit) {
        return entries.get(bit).denominator;
    }

    /** Which set of facts decides of it: 0 as known now, i as of the i-th of {@link #horizons}. */
    public int facts(int bit) {
        return entries.get(bit).facts;
    }

    /** The quantities of which the contribution type's columns take percentiles, in the order of their places in {@link PackedNumbers}. */
    public List<Quantity> quantities() {
        return compiledQuantities;
    }

    /** The facts that the contribution type's columns ask for: no others make a difference to {@link #evaluate}. */
    FactSet facts() {
        return asked;
    }

    /** Whether two sets of facts differ in one that the columns ask for. */
    public boolean tellsApart(FactSet one, FactSet other) {
        return one.differsIn(asked, other);
    }

    /** The number for one of the contribution type's columns among those of a delta entry. */
    public int number(int bit, long numbers) {
        return PackedNumbers.at(numbers, placesOfQuantities[bit]);
    }

    /**
     * The bits of the columns in whose denominator a subject is.
     *
     * @param known the facts as known now
     */
    public long[] counting(FactSet known) {
        long[] denominator = new long[words()];
        denominators.evaluate(known, bitsOfSets, 1, denominator);
        return denominator;
    }

    /**
     * Takes over those bits that are of a quantity, one of {@link #quantities}.
     *
     * @param counting as {@link #counting} gives them
     * @return whether there is any
     */
    public boolean take(Quantity quantity, long[] counting, long[] into) {
        long[] bits = bitsOfQuantities[quantities.indexOf(quantity)];
        long any = 0;
        for (int word = 0; word < bits.length; word++) {
            long taken = bits[word] & counting[word];
            into[word] |= taken;
            any |= taken;
        }
        return any != 0;
    }

    /**
     * Sets the bits of both sides.
     *
     * @param facts as known now, then one set for each of {@link #horizons}
     * @param numerator receives the numerators' bits, {@link #words} words, cleared by the caller
     * @param denominator receives the denominators' bits, likewise
     */
    public void evaluate(FactSet[] facts, long[] numerator, long[] denominator) {
        // Most sets are alike: each is looked up once, for all that it decides.
        for (long rest = -1L >>> Long.SIZE - facts.length; rest != 0; ) {
            FactSet one = facts[Long.numberOfTrailingZeros(rest)];
            long alike = alike(one, facts, rest);
            numerators.evaluate(one, bitsOfSets, alike, numerator);
            denominators.evaluate(one, bitsOfSets, alike, denominator);
            rest &= ~alike;
        }
    }

    /** Which of some sets are like one, a bit each. */
    private static long alike(FactSet one, FactSet[] facts, long some) {
        long alike = 0;
        for (long rest = some; rest != 0; rest &= rest - 1) {
            if (facts[Long.numberOfTrailingZeros(rest)].equals(one)) {
                alike |= Long.lowestOneBit(rest);
            }
        }
        return alike;
    }
}
