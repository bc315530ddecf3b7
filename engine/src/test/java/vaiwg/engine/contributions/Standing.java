package vaiwg.engine.contributions;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import vaiwg.kpis.catalogue.Basis;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.ContributionTable;
import vaiwg.kpis.catalogue.ContributionType;
import vaiwg.kpis.catalogue.DimensionKey;
import vaiwg.kpis.facts.Expression;
import vaiwg.kpis.facts.Fact;

/** What delta entries come to when they are summed: for each place in the panes, how often each column is added to it. */
final class Standing {
    private final Catalogue catalogue;
    private final Set<Column> aboutCorrections;

    /**
     * A place in the panes and one side of a column. How long an exit was not known is no part of it.
     *
     * @param enters 0 where delta entries of all times are summed
     */
    record Place(
            ContributionType contributionType,
            int day,
            int recordedDay,
            long enters,
            long dimensionKey,
            int quantity,
            int bit,
            boolean numerator) {}

    Standing(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.aboutCorrections = catalogue.columns().stream()
                .filter(Standing::isAboutCorrections)
                .collect(Collectors.toSet());
    }

    /** Sums at each knowledge time apart. */
    Map<Place, Integer> byKnowledgeTime(Collection<DeltaEntry> entries) {
        return sum(entries, true, column -> true);
    }

    /** Sums of what has entered by an instant. */
    Map<Place, Integer> enteredBy(Collection<DeltaEntry> entries, long instant) {
        return sum(entries.stream().filter(p -> p.enters <= instant).toList(), false, column -> true);
    }

    /** Sums over all time of what is revised: all but matured figures, which are frozen on purpose. */
    Map<Place, Integer> revised(Collection<DeltaEntry> entries) {
        return sum(entries, false, column -> column.basis().kind() != Basis.Kind.MATURED);
    }

    /** Likewise without the measures that are about a record's corrections. */
    Map<Place, Integer> revisedAsIfNeverCorrected(Collection<DeltaEntry> entries) {
        return sum(
                entries,
                false,
                column -> column.basis().kind() != Basis.Kind.MATURED && !aboutCorrections.contains(column));
    }

    private static boolean isAboutCorrections(Column column) {
        return Stream.concat(
                        column.measure().denominator(column.variant()).facts(),
                        column.measure().numerator(column.variant()).stream().flatMap(Expression::facts))
                .anyMatch(fact -> fact.at() == Fact.At.HISTORY
                        || fact == Fact.named("CONFIRMED_AS_RAPE")
                        || fact == Fact.named("UNCLASSIFIED"));
    }

    private Map<Place, Integer> sum(
            Collection<DeltaEntry> entries, boolean byKnowledgeTime, Predicate<Column> counted) {
        Map<Place, Integer> sums = new HashMap<>();
        for (DeltaEntry entry : entries) {
            ContributionType contributionType = ContributionType.values()[entry.contributionType];
            ContributionTable table = catalogue.contributionType(contributionType);
            for (int bit = 0; bit < entry.numerator.length * Long.SIZE && bit < table.size(); bit++) {
                boolean isSet = has(entry.numerator, bit) || has(entry.denominator, bit);
                if (isSet && counted.test(table.column(bit))) {
                    add(entry, entry.day, entry.sign, contributionType, bit, byKnowledgeTime, sums);
                    if (isPresence(contributionType, bit)) {
                        add(
                                entry,
                                entry.day + (int) entry.quantity,
                                -entry.sign,
                                contributionType,
                                bit,
                                byKnowledgeTime,
                                sums);
                    }
                }
            }
        }
        sums.values().removeIf(sum -> sum == 0);
        return sums;
    }

    /** Who is present comes on a day and leaves on another, in however many delta entries that is said. */
    private boolean isPresence(ContributionType contributionType, int bit) {
        return catalogue.contributionType(contributionType).column(bit).isPresence();
    }

    /** The slices in which a person is alike go together, and with a crime, which has an area. */
    private static long[] singles(long dimensionKey, long area) {
        return LongStream.range(0, Long.SIZE)
                .map(bit -> 1L << bit)
                .filter(bit -> (DimensionKey.themes(dimensionKey) & bit) != 0)
                .map(bit -> bit | area)
                .toArray();
    }

    /** Of percentiles the number that is meant. */
    private int quantity(ContributionType contributionType, int bit, boolean numerator, DeltaEntry entry) {
        return isPresence(contributionType, bit)
                        || catalogue
                                .contributionType(contributionType)
                                .quantities()
                                .isEmpty()
                        || numerator
                ? 0
                : catalogue.contributionType(contributionType).number(bit, entry.quantity);
    }

    private void add(
            DeltaEntry entry,
            int day,
            int times,
            ContributionType contributionType,
            int bit,
            boolean byKnowledgeTime,
            Map<Place, Integer> sums) {
        int recordedDay = isPresence(contributionType, bit) ? day : entry.recordedDay;
        long enters = byKnowledgeTime ? entry.enters : 0;
        for (boolean numerator : new boolean[] {true, false}) {
            long[] bits = numerator ? entry.numerator : entry.denominator;
            if (has(bits, bit)) {
                int quantity = quantity(contributionType, bit, numerator, entry);
                long area =
                        contributionType == ContributionType.PEOPLE_OF_AREA ? DimensionKey.area(entry.dimensionKey) : 0;
                boolean ofPeople = contributionType != ContributionType.PLACE && isPresence(contributionType, bit);
                for (long slices : ofPeople ? singles(entry.dimensionKey, area) : new long[] {entry.dimensionKey}) {
                    sums.merge(
                            new Place(contributionType, day, recordedDay, enters, slices, quantity, bit, numerator),
                            times,
                            Integer::sum);
                }
            }
        }
    }

    private static boolean has(long[] bits, int bit) {
        return (bits[bit >>> 6] >>> bit & 1) != 0;
    }
}
