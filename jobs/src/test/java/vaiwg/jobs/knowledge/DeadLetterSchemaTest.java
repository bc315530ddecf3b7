package vaiwg.jobs.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadLetterSchemaTest {
    private static final int MEBIBYTE = 1024 * 1024;
    private static final int ROOM_FOR_HEADERS = 4 * 1024;

    private final DeadLetterSchema schema = new DeadLetterSchema("vaiwg.dead-letter");

    @Test
    void a_letter_is_read_again_as_it_was_written() {
        DeadLetter letter = letter(new byte[] {1, 2}, new byte[] {3});
        assertThat(read(schema.serialize(letter, null, null)))
                .get()
                .usingRecursiveComparison()
                .isEqualTo(letter);
    }

    @Test
    void a_letter_without_key_or_value_is_read_again() {
        DeadLetter letter = letter(null, null);
        assertThat(read(schema.serialize(letter, null, null)))
                .get()
                .usingRecursiveComparison()
                .isEqualTo(letter);
    }

    @Test
    void a_letter_whose_bytes_did_not_travel_is_not_whole() {
        DeadLetter letter = letter(null, null);
        letter.cut = true;
        assertThat(read(schema.serialize(letter, null, null)))
                .get()
                .usingRecursiveComparison()
                .isEqualTo(letter);
    }

    @Test
    void a_record_without_a_reason_is_no_letter() {
        assertThat(read(new ProducerRecord<>("vaiwg.dead-letter", null, new byte[] {1})))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "reason, none",
                "detail, none",
                "topic, none",
                "partition, none",
                "partition, x",
                "partition, -1",
                "partition, 2147483648",
                "offset, none",
                "offset, -1",
                "offset, 99999999999999999999",
                "timestamp, none",
                "timestamp, now"
            })
    void a_forged_record_is_no_letter(String header, String value) {
        ProducerRecord<byte[], byte[]> record = schema.serialize(letter(null, new byte[] {1}), null, null);
        record.headers().remove(header);
        if (value != null) {
            record.headers().add(header, value.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(read(record)).isEmpty();
        record.headers().remove(header).add(header, null);
        assertThat(read(record)).isEmpty();
    }

    @Test
    void what_is_too_long_is_cut_with_its_length_and_digest_and_fits_into_a_topic_with_defaults() throws Exception {
        byte[] key = filled(3 * MEBIBYTE);
        byte[] value = filled(20 * MEBIBYTE);
        ProducerRecord<byte[], byte[]> record = schema.serialize(letter(key, value), null, null);
        assertThat(record.value()).isEqualTo(Arrays.copyOf(value, DeadLetterSchema.LONGEST_VALUE));
        assertThat(record.key()).isEqualTo(Arrays.copyOf(key, DeadLetterSchema.LONGEST_KEY));
        assertThat(header(record, "value-bytes")).isEqualTo(Integer.toString(value.length));
        assertThat(header(record, "key-bytes")).isEqualTo(Integer.toString(key.length));
        assertThat(header(record, "value-sha256"))
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(value)));
        assertThat(record.key().length + record.value().length).isLessThan(MEBIBYTE - ROOM_FOR_HEADERS);
        assertThat(read(record)).get().matches(letter -> letter.cut);
    }

    @Test
    void a_record_without_a_timestamp_is_a_letter_too() {
        DeadLetter letter = letter(null, new byte[] {1});
        letter.timestamp = ConsumerRecord.NO_TIMESTAMP;
        ProducerRecord<byte[], byte[]> record = schema.serialize(letter, null, null);
        assertThat(read(record)).get().matches(read -> read.timestamp == ConsumerRecord.NO_TIMESTAMP);
    }

    private static Optional<DeadLetter> read(ProducerRecord<byte[], byte[]> written) {
        return DeadLetterSchema.read(new ConsumerRecord<>(
                written.topic(),
                0,
                7,
                1_000,
                TimestampType.CREATE_TIME,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                written.key(),
                written.value(),
                new RecordHeaders(written.headers()),
                Optional.empty()));
    }

    private static String header(ProducerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static byte[] filled(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }

    private static DeadLetter letter(byte[] key, byte[] value) {
        DeadLetter letter = new DeadLetter();
        letter.reason = "undecodable";
        letter.detail = "the body does not fit its schema";
        letter.topic = "vaiwg.outcome";
        letter.partition = 3;
        letter.offset = 42;
        letter.timestamp = 1_780_000_000_000L;
        letter.key = key;
        letter.value = value;
        return letter;
    }
}
