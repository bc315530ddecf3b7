package vaiwg.jobs.decode;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vaiwg.jobs.Events;
import vaiwg.jobs.decode.Refusal.Reason;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.Forces;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.kpis.Seed;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.signatures.SubjectPostings;
import vaiwg.kpis.signatures.SubjectType;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Suspect;

/** Whatever the bytes, a record is either used or refused with a reason; nothing is thrown, and no memory is taken on trust. */
class BadBytesTest {
    private static final String PREFIX = "vaiwg.";
    private static final long RECEIVED = Events.CHANGED.plusSeconds(200_000).toEpochMilli();
    private static final byte[] KEY = "c1".getBytes(StandardCharsets.UTF_8);
    private static final int ROUNDS = 60_000;
    /** A byte can at most become an empty text in a list or a record of a few fields: some dozens of bytes. */
    private static final long MOST_MEMORY_A_BYTE = 200;
    /** What Avro and the projection need for the smallest record. */
    private static final long MEMORY_AT_LEAST = 300_000;

    private final EventReader reader = new EventReader(EventOptions.of(Forces.any()));
    private final SubjectPostings postings = new SubjectPostings(Catalogue.shipped());

    @Test
    void whateverBecomesOfItsBytesARecordIsUsedOrRefusedWithAReason() {
        Random random = Seed.random("bad bytes");
        Map<EventStream, byte[]> sound = sound();
        Map<String, Integer> reasons = new TreeMap<>();
        int used = 0;
        for (int round = 0; round < ROUNDS; round++) {
            EventStream stream = EventStream.values()[random.nextInt(EventStream.values().length)];
            byte[] value = mutated(sound.get(stream), random);
            byte[] key = random.nextInt(20) == 0 ? mutated(KEY, random) : KEY;
            DecodedRecord arrival = reader.read(stream, received(stream, key, value));
            if (arrival.refused == null) {
                assertCountable(arrival);
                used++;
            } else {
                assertThat(arrival.detail).isNotBlank();
                assertThat(arrival.value).isSameAs(value);
                assertThat(arrival.key).isSameAs(key);
                reasons.merge(arrival.refused, 1, Integer::sum);
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
                event.version.admittedAt = arrival.changedAt;
                assertThat(postings.of(null, type.unknown().with(event.version), arrival.changedAt))
                        .isNotNull();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {Integer.MAX_VALUE - 8, Integer.MAX_VALUE, 1L << 40, Long.MAX_VALUE, -1, Long.MIN_VALUE})
    void aTextThatClaimsToBeLongerThanTheRecordTakesNoMemory(long length) throws Exception {
        byte[] header = Arrays.copyOf(Events.encoded(Events.crime("c1").build()), 10);
        assertRefusedCheaply(joined(header, zigzag(length), new byte[] {'x'}));
    }

    @ParameterizedTest
    @ValueSource(longs = {1 << 20, Integer.MAX_VALUE - 8, Long.MAX_VALUE, -(1 << 30), Long.MIN_VALUE})
    void aListThatClaimsMoreThanTheRecordHoldsTakesNoMemory(long items) throws Exception {
        byte[] whole = Events.encoded(Events.crime("c1").build());
        // The last byte ends the empty list of suspects.
        byte[] before = Arrays.copyOf(whole, whole.length - 1);
        assertRefusedCheaply(joined(before, zigzag(items), zigzag(1), new byte[] {0, 0}));
    }

    @Test
    void theFullestListThatFitsIsReadWithinItsMeasure() {
        List<Suspect> suspects = new ArrayList<>();
        for (int i = 0; i < EventReader.LARGEST_RECORD / 3 - 200; i++) {
            suspects.add(Suspect.newBuilder().build());
        }
        byte[] value = Events.encoded(Events.crime("c1").setSuspects(suspects).build());
        assertThat(value.length).isGreaterThan(EventReader.LARGEST_RECORD * 9 / 10);
        long before = allocated();
        DecodedRecord arrival = reader.read(EventStream.CRIME_RECORDING, received(EventStream.CRIME_RECORDING, value));
        assertThat(allocated() - before).isLessThan(value.length * MOST_MEMORY_A_BYTE);
        assertThat(((CrimeVersion) arrival.version).suspects).isEqualTo(Short.MAX_VALUE);
    }

    @Test
    void aRecordLargerThanAnyEventIsOversized() {
        String text = "x".repeat(EventReader.LARGEST_RECORD);
        byte[] value = Events.encoded(Events.crime("c1").setChannel(text).build());
        DecodedRecord arrival = reader.read(EventStream.CRIME_RECORDING, received(EventStream.CRIME_RECORDING, value));
        assertThat(arrival.refused).isEqualTo(Reason.OVERSIZED.slug());
        assertThat(arrival.value).isSameAs(value);
    }

    @Test
    void aKeyLongerThanAnyIdIsOversized() {
        String id = "x".repeat(EventReader.LONGEST_KEY + 1);
        byte[] value = Events.encoded(Events.crime(id).build());
        DecodedRecord arrival = reader.read(
                EventStream.CRIME_RECORDING,
                received(EventStream.CRIME_RECORDING, id.getBytes(StandardCharsets.UTF_8), value));
        assertThat(arrival.refused).isEqualTo(Reason.OVERSIZED.slug());
    }

    @Test
    void bytesThatFollowAnEventAreNotPassedOver() throws Exception {
        byte[] whole = Events.encoded(Events.crime("c1").build());
        assertThat(reader.read(
                                EventStream.CRIME_RECORDING,
                                received(EventStream.CRIME_RECORDING, joined(whole, new byte[] {0})))
                        .refused)
                .isEqualTo(Reason.UNDECODABLE.slug());
    }

    @Test
    void aKeyThatIsNoUtf8IsNotTakenForTheIdItLooksLike() {
        byte[] key = {'c', (byte) 0xFF};
        String looksLike = new String(key, StandardCharsets.UTF_8);
        byte[] value = Events.encoded(Events.crime(looksLike).build());
        assertThat(reader.read(EventStream.CRIME_RECORDING, received(EventStream.CRIME_RECORDING, key, value)).refused)
                .isEqualTo(Reason.KEY_MISMATCH.slug());
    }

    private void assertRefusedCheaply(byte[] value) {
        long before = allocated();
        DecodedRecord arrival = reader.read(EventStream.CRIME_RECORDING, received(EventStream.CRIME_RECORDING, value));
        assertThat(allocated() - before).isLessThan(MEMORY_AT_LEAST + value.length * MOST_MEMORY_A_BYTE);
        assertThat(arrival.refused).isEqualTo(Reason.UNDECODABLE.slug());
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private static Map<EventStream, byte[]> sound() {
        Map<EventStream, byte[]> sound = new EnumMap<>(EventStream.class);
        Events.ofEachStream("c1").forEach((stream, event) -> sound.put(stream, Events.encoded(event)));
        return sound;
    }

    /** Bits turned, bytes put in or taken out, parts doubled, ends cut off: one to four of them. */
    private static byte[] mutated(byte[] sound, Random random) {
        byte[] bytes = sound.clone();
        for (int changes = 1 + random.nextInt(4); changes > 0 && bytes.length > 0; changes--) {
            // Mostly in the body: behind another fingerprint nothing is looked at.
            int at = random.nextInt(10) == 0
                    ? random.nextInt(bytes.length)
                    : Math.max(0, bytes.length - 1) - random.nextInt(Math.max(1, bytes.length - 10));
            at = Math.max(0, at);
            switch (random.nextInt(6)) {
                case 0, 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes[at] = (byte) random.nextInt(256);
                case 3 -> bytes = joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at + 1, bytes.length));
                case 4 ->
                    bytes = joined(
                            Arrays.copyOf(bytes, at),
                            zigzag(random.nextLong() >> random.nextInt(64)),
                            Arrays.copyOfRange(bytes, at, bytes.length));
                default -> bytes = Arrays.copyOf(bytes, at);
            }
        }
        return bytes;
    }

    private static byte[] zigzag(long number) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
            encoder.writeLong(number);
            encoder.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Stream.of(parts).forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }

    private static ConsumerRecord<byte[], byte[]> received(EventStream stream, byte[] value) {
        return received(stream, KEY, value);
    }

    private static ConsumerRecord<byte[], byte[]> received(EventStream stream, byte[] key, byte[] value) {
        return new ConsumerRecord<>(
                stream.topic(PREFIX),
                0,
                0,
                RECEIVED,
                TimestampType.CREATE_TIME,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                key,
                value,
                new RecordHeaders(),
                Optional.empty());
    }
}
