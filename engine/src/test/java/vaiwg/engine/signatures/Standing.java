package vaiwg.engine.signatures;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import vaiwg.kpis.catalogue.Basis;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.Lane;
import vaiwg.kpis.catalogue.LaneTable;
import vaiwg.kpis.catalogue.SliceTuple;
import vaiwg.kpis.facts.Expression;
import vaiwg.kpis.facts.Fact;

/** What postings come to when they are summed: for each place in the panes, how often each column is added to it. */
final class Standing {
    private final Catalogue catalogue;

    /**
     * A place in the panes and one side of a column. How long an exit was not known is no part of it.
     *
     * @param enters 0 where postings of all times are summed
     */
    record Place(
            Lane lane, int day, int recordedDay, long enters, long tuple, int quantity, int bit, boolean numerator) {}

    Standing(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Sums at each stamp apart. */
    Map<Place, Integer> byStamp(Collection<Posting> postings) {
        return sum(postings, true, column -> true);
    }

    /** Sums of what has entered by an instant. */
    Map<Place, Integer> enteredBy(Collection<Posting> postings, long instant) {
        return sum(postings.stream().filter(p -> p.enters <= instant).toList(), false, column -> true);
    }

    /** Sums over all time of what is restated: all but matured figures, which are frozen on purpose. */
    Map<Place, Integer> restated(Collection<Posting> postings) {
        return sum(postings, false, column -> column.basis().kind() != Basis.Kind.MATURED);
    }

    /** Likewise without the measures that are about a record's corrections. */
    Map<Place, Integer> restatedAsIfNeverCorrected(Collection<Posting> postings) {
        return sum(
                postings, false, column -> column.basis().kind() != Basis.Kind.MATURED && !isAboutCorrections(column));
    }

    private static boolean isAboutCorrections(Column column) {
        return Stream.concat(
                        column.measure().whole(column.variant()).facts(),
                        column.measure().part(column.variant()).stream().flatMap(Expression::facts))
                .anyMatch(fact ->
                        fact.at() == Fact.At.HISTORY || fact == Fact.CONFIRMED_AS_RAPE || fact == Fact.UNCLASSIFIED);
    }

    private Map<Place, Integer> sum(Collection<Posting> postings, boolean byStamp, Predicate<Column> counted) {
        Map<Place, Integer> sums = new HashMap<>();
        for (Posting posting : postings) {
            Lane lane = Lane.values()[posting.lane];
            LaneTable table = catalogue.lane(lane);
            for (int bit = 0; bit < posting.part.length * Long.SIZE && bit < table.size(); bit++) {
                if (counted.test(table.column(bit))) {
                    add(posting, posting.day, posting.sign, lane, bit, byStamp, sums);
                    if (isPresence(lane, bit)) {
                        add(posting, posting.day + (int) posting.quantity, -posting.sign, lane, bit, byStamp, sums);
                    }
                }
            }
        }
        sums.values().removeIf(sum -> sum == 0);
        return sums;
    }

    /** Who is present comes on a day and leaves on another, in however many postings that is said. */
    private boolean isPresence(Lane lane, int bit) {
        return catalogue.lane(lane).column(bit).isPresence();
    }

    /** The slices in which a person is alike go together, and with a crime, which has an area. */
    private static long[] singles(long tuple) {
        return LongStream.range(0, Long.SIZE)
                .map(bit -> 1L << bit)
                .filter(bit -> (SliceTuple.themes(tuple) & bit) != 0)
                .toArray();
    }

    /** Of percentiles the number that is meant. */
    private int quantity(Lane lane, int bit, boolean numerator, Posting posting) {
        return isPresence(lane, bit) || catalogue.lane(lane).quantities().isEmpty() || numerator
                ? 0
                : catalogue.lane(lane).number(bit, posting.quantity);
    }

    private void add(
            Posting posting, int day, int times, Lane lane, int bit, boolean byStamp, Map<Place, Integer> sums) {
        int recordedDay = isPresence(lane, bit) ? day : posting.recordedDay;
        long enters = byStamp ? posting.enters : 0;
        for (boolean numerator : new boolean[] {true, false}) {
            long[] bits = numerator ? posting.part : posting.whole;
            if ((bits[bit >>> 6] >>> bit & 1) != 0) {
                int quantity = quantity(lane, bit, numerator, posting);
                boolean ofPeople = lane == Lane.PEOPLE && isPresence(lane, bit);
                for (long slices : ofPeople ? singles(posting.tuple) : new long[] {posting.tuple}) {
                    sums.merge(
                            new Place(lane, day, recordedDay, enters, slices, quantity, bit, numerator),
                            times,
                            Integer::sum);
                }
            }
        }
    }
}
