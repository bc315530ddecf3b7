package vaiwg.jobs.decode;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vaiwg.engine.contributions.SubjectDeltas;
import vaiwg.engine.contributions.SubjectType;
import vaiwg.jobs.Events;
import vaiwg.jobs.decode.Rejection.Reason;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.Forces;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.kpis.Seed;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Suspect;

/** Whatever the bytes, a record is either used or rejected with a reason; nothing is thrown, and no memory is taken on trust. */
class BadBytesTest {
    private static final long RECEIVED = Events.CHANGED.plusSeconds(200_000).toEpochMilli();
    private static final byte[] KEY = "c1".getBytes(StandardCharsets.UTF_8);
    private static final int HEADER = 10;
    private static final int ROUNDS = 60_000;
    /** A byte can at most become an empty text in a list or a record of a few fields: some dozens of bytes. */
    private static final long MOST_MEMORY_A_BYTE = 200;
    /** What Avro and the projection need for the smallest record. */
    private static final long MEMORY_AT_LEAST = 300_000;

    private final EventReader reader = new EventReader(EventOptions.of(Forces.any()), CodeMaps.shipped());
    private final SubjectDeltas entries = new SubjectDeltas(ShippedCatalogue.get());

    @Test
    void whatever_becomes_of_its_bytes_a_record_is_used_or_rejected_with_a_reason() {
        Random random = Seed.random("bad bytes");
        Map<EventStream, byte[]> sound = sound();
        Map<String, Integer> reasons = new TreeMap<>();
        int used = 0;
        for (int round = 0; round < ROUNDS; round++) {
            EventStream stream = EventStream.values()[random.nextInt(EventStream.values().length)];
            byte[] value = BadBytes.mutated(sound.get(stream), HEADER, random);
            byte[] key = random.nextInt(20) == 0 ? BadBytes.mutated(KEY, HEADER, random) : KEY;
            DecodedRecord arrival = reader.read(stream, RECEIVED, key, value);
            if (arrival.rejected == null) {
                assertCountable(arrival);
                used++;
            } else {
                assertThat(arrival.detail).isNotBlank();
                assertThat(arrival.value).isSameAs(value);
                assertThat(arrival.key).isSameAs(key);
                reasons.merge(arrival.rejected, 1, Integer::sum);
            }
        }
        assertThat(used).as("some changes make another sound event").isPositive();
        assertThat(reasons)
                .containsKeys(
                        Reason.UNDECODABLE.slug(),
                        Reason.UNKNOWN_SCHEMA.slug(),
                        Reason.FUTURE_DATED.slug(),
                        Reason.KEY_MISMATCH.slug(),
                        Reason.IMPOSSIBLE_VALUE.slug());
    }

    /** What is used must go all the way: dates far off or flags never seen must not stop the operators behind. */
    private void assertCountable(DecodedRecord arrival) {
        for (DecodedRecord event = arrival; event != null && event.version != null; event = event.ofCase) {
            SubjectType type = SubjectType.of(event.version.versionKind());
            if (type != null) {
                event.version.knownAt = arrival.changedAt;
                assertThat(entries.of(null, type.unknown().with(event.version), arrival.changedAt))
                        .isNotNull();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {Integer.MAX_VALUE - 8, Integer.MAX_VALUE, 1L << 40, Long.MAX_VALUE, -1, Long.MIN_VALUE})
    void a_text_that_claims_to_be_longer_than_the_record_takes_no_memory(long length) throws Exception {
        byte[] header = Arrays.copyOf(Events.encoded(Events.crime("c1").build()), 10);
        assertRejectedCheaply(BadBytes.joined(header, BadBytes.zigzag(length), new byte[] {'x'}));
    }

    @ParameterizedTest
    @ValueSource(longs = {1 << 20, Integer.MAX_VALUE - 8, Long.MAX_VALUE, -(1 << 30), Long.MIN_VALUE})
    void a_list_that_claims_more_than_the_record_holds_takes_no_memory(long items) throws Exception {
        byte[] whole = Events.encoded(Events.crime("c1").build());
        // The last byte ends the empty list of suspects.
        byte[] before = Arrays.copyOf(whole, whole.length - 1);
        assertRejectedCheaply(BadBytes.joined(before, BadBytes.zigzag(items), BadBytes.zigzag(1), new byte[] {0, 0}));
    }

    @Test
    void the_fullest_list_that_fits_is_read_within_its_measure() {
        List<Suspect> suspects = new ArrayList<>();
        for (int i = 0; i < EventReader.LARGEST_RECORD / 3 - 200; i++) {
            suspects.add(Suspect.newBuilder().build());
        }
        byte[] value = Events.encoded(Events.crime("c1").setSuspects(suspects).build());
        assertThat(value.length).isGreaterThan(EventReader.LARGEST_RECORD * 9 / 10);
        long before = allocated();
        DecodedRecord arrival = read(value);
        assertThat(allocated() - before).isLessThan(value.length * MOST_MEMORY_A_BYTE);
        assertThat(((CrimeVersion) arrival.version).suspects).isEqualTo(Short.MAX_VALUE);
    }

    @Test
    void a_record_larger_than_any_event_is_oversized() {
        String text = "x".repeat(EventReader.LARGEST_RECORD);
        byte[] value = Events.encoded(Events.crime("c1").setChannel(text).build());
        DecodedRecord arrival = read(value);
        assertThat(arrival.rejected).isEqualTo(Reason.OVERSIZED.slug());
        assertThat(arrival.value).isSameAs(value);
    }

    @Test
    void a_key_longer_than_any_id_is_oversized() {
        String id = "x".repeat(EventReader.LONGEST_KEY + 1);
        byte[] value = Events.encoded(Events.crime(id).build());
        DecodedRecord arrival =
                reader.read(EventStream.CRIME_RECORDING, RECEIVED, id.getBytes(StandardCharsets.UTF_8), value);
        assertThat(arrival.rejected).isEqualTo(Reason.OVERSIZED.slug());
    }

    @Test
    void bytes_that_follow_an_event_are_not_passed_over() throws Exception {
        byte[] whole = Events.encoded(Events.crime("c1").build());
        assertThat(read(BadBytes.joined(whole, new byte[] {0})).rejected).isEqualTo(Reason.UNDECODABLE.slug());
    }

    @Test
    void a_key_that_is_no_utf8_is_not_taken_for_the_id_it_looks_like() {
        byte[] key = {'c', (byte) 0xFF};
        String looksLike = new String(key, StandardCharsets.UTF_8);
        byte[] value = Events.encoded(Events.crime(looksLike).build());
        assertThat(reader.read(EventStream.CRIME_RECORDING, RECEIVED, key, value).rejected)
                .isEqualTo(Reason.KEY_MISMATCH.slug());
    }

    private void assertRejectedCheaply(byte[] value) {
        long before = allocated();
        DecodedRecord arrival = read(value);
        assertThat(allocated() - before).isLessThan(MEMORY_AT_LEAST + value.length * MOST_MEMORY_A_BYTE);
        assertThat(arrival.rejected).isEqualTo(Reason.UNDECODABLE.slug());
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private static Map<EventStream, byte[]> sound() {
        Map<EventStream, byte[]> sound = new EnumMap<>(EventStream.class);
        Events.ofEachStream("c1").forEach((stream, event) -> sound.put(stream, Events.encoded(event)));
        return sound;
    }

    private DecodedRecord read(byte[] value) {
        return reader.read(EventStream.CRIME_RECORDING, RECEIVED, KEY, value);
    }
}
