package vaiwg.bench.measure;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The hashes of the right answers.
 *
 * @param atTheEnd as known with the whole log
 * @param inTheMiddle as known at {@link Answer#middle}
 */
public record Expected(String atTheEnd, String inTheMiddle) {
    /** The rows that are disqualified: an answer of theirs, in any run, is not the right one. */
    public Set<Entry> disqualified(Collection<Measurement> measurements) {
        Set<Entry> wrong = new TreeSet<>();
        measurements.stream().filter(measured -> !isRight(measured)).forEach(measured -> wrong.add(measured.entry()));
        return wrong;
    }

    private boolean isRight(Measurement measured) {
        return switch (measured.entry().checked()) {
            case NOTHING -> true;
            case AT_THE_END -> measured.answer().equals(atTheEnd);
            case IN_THE_MIDDLE_TOO ->
                List.of(measured.answer(), measured.middle()).equals(List.of(atTheEnd, inTheMiddle));
        };
    }
}
