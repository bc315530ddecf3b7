package vaiwg.jobs.subjects;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import vaiwg.kpis.cases.Version;

/**
 * The latest records of a subject that its source counts though they say what the one before them said. The subject need not keep them, so a
 * copy of one is known as a copy by what is kept here.
 */
final class CountedRepeats {
    /** Of a subject; a copy that comes after so many further repeats counts once more. */
    static final int MOST = 8;

    private final ValueState<long[]> counted;

    CountedRepeats(KeyedStateStore store) {
        counted = store.getState(
                new ValueStateDescriptor<>("counted-repeats", PrimitiveArrayTypeInfo.LONG_PRIMITIVE_ARRAY_TYPE_INFO));
    }

    /** Adds one, of the subject at hand; whether it was not there. */
    boolean add(Version repeat) {
        try {
            long added = fingerprint(repeat);
            long[] before = counted.value();
            long[] known = before == null ? new long[0] : before;
            for (long one : known) {
                if (one == added) {
                    return false;
                }
            }
            long[] after = known.length < MOST
                    ? Arrays.copyOf(known, known.length + 1)
                    : Arrays.copyOfRange(known, 1, MOST + 1);
            after[after.length - 1] = added;
            counted.update(after);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of what its copies have in common. */
    private static long fingerprint(Version version) {
        return ((version.eventHigh * 31 + version.eventLow) * 31 + version.version) * 31 + version.changedAt;
    }
}
