package vaiwg.kpis.cases;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import vaiwg.schemas.EventStream;

/**
 * What a force may send or not: the events of a stream, and among its contacts those of one duty, as a force may log some duties and not
 * others. A measure that needs a kind has no figure before the first record of it.
 *
 * @param number under which it is sent and kept: of a stream its ordinal
 */
public record RecordKind(byte number) {
    /** From here on are the duties, so that a further stream leaves their numbers as they are. */
    private static final int DUTIES = 32;

    /** Greater than every number. */
    public static final int ROOM = DUTIES + Duty.values().length;

    public static RecordKind of(EventStream stream) {
        return new RecordKind((byte) stream.ordinal());
    }

    public static RecordKind of(Duty duty) {
        return new RecordKind((byte) (DUTIES + duty.ordinal()));
    }

    /** Every kind that there may be. */
    public static Stream<RecordKind> all() {
        return IntStream.range(0, ROOM).mapToObj(number -> new RecordKind((byte) number));
    }
}
