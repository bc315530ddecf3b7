package vaiwg.kpis.suppression;

import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vaiwg.kpis.cases.PerpetratorTrait;
import vaiwg.kpis.catalogue.Slice;

/**
 * Which figure numbers of people are of.
 *
 * @param measure its slug
 * @param read names what figures share that are read together: basis, window, day
 * @param slice such as {@code lpa=dudley;theme=rape}, its dimensions in order; empty for the total
 */
public record FigureKey(String measure, String read, String slice) implements Comparable<FigureKey> {
    private static final Comparator<FigureKey> ORDER = Comparator.comparing(FigureKey::measure)
            .thenComparing(FigureKey::read)
            .thenComparing(FigureKey::slice);

    /** Who somebody is: a figure that is broken down by one of these is about people, whatever its measure counts. */
    private static final Set<String> OF_PEOPLE = Stream.concat(
                    Stream.of("sex", "age", "ethnicity", "disability"),
                    Stream.of(PerpetratorTrait.values()).map(PerpetratorTrait::slug))
            .collect(Collectors.toUnmodifiableSet());

    /** An arm of the trial: chance put people into it, and nobody is told by what of so many became of few. */
    private static final String ARM = "arm";

    private static final int LARGE_ARM = 50;

    @Override
    public int compareTo(FigureKey other) {
        return ORDER.compare(this, other);
    }

    /** Whether it is of what somebody is, such as of an age. */
    public boolean isOfPeople() {
        return Slice.dimensions(slice).keySet().stream().anyMatch(OF_PEOPLE::contains);
    }

    /**
     * Whether it is of an arm of the trial that is large enough for each of its numbers to be shown: an evaluation of a hundred people whose
     * small numbers are withheld cannot be read.
     *
     * @param whole of how many people
     */
    public boolean isOfLargeArm(int whole) {
        return whole >= LARGE_ARM && Slice.value(slice, ARM).isPresent();
    }

    /** The same figure of another slice. */
    FigureKey ofSlice(String otherSlice) {
        return new FigureKey(measure, read, otherSlice);
    }

    /** The same slice of another measure. */
    FigureKey of(String otherMeasure) {
        return new FigureKey(otherMeasure, read, slice);
    }
}
