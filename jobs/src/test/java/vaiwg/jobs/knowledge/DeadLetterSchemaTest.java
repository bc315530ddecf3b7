package vaiwg.jobs.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class DeadLetterSchemaTest {
    private static final int MEBIBYTE = 1024 * 1024;
    private static final int ROOM_FOR_HEADERS = 4 * 1024;

    private final DeadLetterSchema schema = new DeadLetterSchema("vaiwg.dead-letter");

    @Test
    void a_letter_has_key_and_value_as_received_and_the_rest_in_headers() {
        ProducerRecord<byte[], byte[]> record = schema.serialize(letter(new byte[] {1, 2}, new byte[] {3}), null, null);
        assertThat(record.topic()).isEqualTo("vaiwg.dead-letter");
        assertThat(record.key()).containsExactly(1, 2);
        assertThat(record.value()).containsExactly(3);
        assertThat(headers(record))
                .isEqualTo(Map.of(
                        "reason",
                        "undecodable",
                        "detail",
                        "the body does not fit its schema",
                        "topic",
                        "vaiwg.outcome",
                        "partition",
                        "3",
                        "offset",
                        "42",
                        "timestamp",
                        "1780000000000"));
    }

    @Test
    void a_letter_whose_bytes_did_not_travel_says_so() {
        DeadLetter letter = letter(null, null);
        letter.cut = true;
        ProducerRecord<byte[], byte[]> record = schema.serialize(letter, null, null);
        assertThat(record.value()).isNull();
        assertThat(headers(record)).containsEntry("value-bytes", "unknown");
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
    }

    private static String header(ProducerRecord<byte[], byte[]> record, String name) {
        return headers(record).get(name);
    }

    private static Map<String, String> headers(ProducerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        record.headers().forEach(one -> headers.put(one.key(), new String(one.value(), StandardCharsets.UTF_8)));
        return headers;
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
