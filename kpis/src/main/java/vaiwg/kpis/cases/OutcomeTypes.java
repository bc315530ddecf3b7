package vaiwg.kpis.cases;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The outcome types of the Home Office framework, as packed text ({@link PackedCode}). */
public final class OutcomeTypes {
    /** "Not yet assigned": a crime with it has no outcome. */
    public static final long NOT_ASSIGNED = PackedCode.pack("0");

    private static final long[] FRAMEWORK = Stream.concat(
                    IntStream.rangeClosed(1, 22).mapToObj(Integer::toString), Stream.of("1A", "2A", "3A"))
            .mapToLong(PackedCode::pack)
            .sorted()
            .toArray();

    private OutcomeTypes() {}

    /** Whether a type is one by which a case ends: 1 to 22, 1A, 2A, 3A. */
    public static boolean contains(long type) {
        return Arrays.binarySearch(FRAMEWORK, type) >= 0;
    }
}
