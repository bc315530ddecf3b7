package vaiwg.statistics.streams;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import vaiwg.schemas.EventStream;

/** When the records of each stream of one force came, and how each comes as of a midnight: a function of the log, and of what the site says. */
public final class StreamArrivals {
    private static final EventStream[] STREAMS = EventStream.values();

    private final String force;
    private final RestDays rest;
    private final ExpectedPaces expected;
    private final Map<EventStream, ArrivalDays> days = new EnumMap<>(EventStream.class);

    public StreamArrivals(String force, RestDays rest, ExpectedPaces expected) {
        this.force = force;
        this.rest = rest;
        this.expected = expected;
    }

    /** Whether a stream is one of records that come by themselves: owners write notes when there is something to say. */
    public static boolean isWatched(EventStream stream) {
        return stream != EventStream.NOTE;
    }

    /**
     * Records of a stream became known.
     *
     * @param day on which, a day number
     */
    public void add(EventStream stream, int day, int records) {
        days.computeIfAbsent(stream, of -> new ArrivalDays()).add(day, records);
    }

    /** How each stream comes as of a midnight, in the order of the streams. */
    public List<StreamReading> at(int midnight) {
        return Arrays.stream(STREAMS)
                .filter(StreamArrivals::isWatched)
                .map(stream -> new StreamPace(
                                stream,
                                days.getOrDefault(stream, new ArrivalDays()),
                                rest,
                                midnight,
                                expected.of(force, stream, midnight))
                        .judge())
                .toList();
    }

    public void forgetBefore(int midnight) {
        days.values().forEach(arrivals -> arrivals.forgetBefore(midnight));
    }

    /** For {@link #restore}: of each stream its ordinal, the length of what follows, and that. */
    public int[] toArray() {
        return days.entrySet().stream()
                .flatMapToInt(stream -> {
                    int[] stored = stream.getValue().toArray();
                    return IntStream.concat(
                            IntStream.of(stream.getKey().ordinal(), stored.length), Arrays.stream(stored));
                })
                .toArray();
    }

    /** Takes over what {@link #toArray} gave. */
    public void restore(int[] stored) {
        days.clear();
        for (int at = 0; at < stored.length; at += 2 + stored[at + 1]) {
            days.put(STREAMS[stored[at]], ArrivalDays.of(Arrays.copyOfRange(stored, at + 2, at + 2 + stored[at + 1])));
        }
    }
}
