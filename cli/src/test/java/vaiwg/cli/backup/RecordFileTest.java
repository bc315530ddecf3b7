package vaiwg.cli.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

/** The records of a partition come out of their file as they went in, or not at all. */
class RecordFileTest {
    private static final String TOPIC = "vaiwg.outcome";

    @Test
    void a_record_keeps_offset_time_key_value_and_headers_and_what_is_absent_stays_absent() throws Exception {
        RecordHeaders headers = new RecordHeaders();
        headers.add("reason", "empty".getBytes(UTF_8));
        headers.add("reason", null);
        byte[] file = written(
                record(7, 1_700_000_000_000L, "key", "value", headers),
                record(9, 5, null, "progress", new RecordHeaders()),
                record(10, 6, "key", null, new RecordHeaders()));

        List<ConsumerRecord<byte[], byte[]>> read = read(file);

        assertThat(read).extracting(ConsumerRecord::offset).containsExactly(7L, 9L, 10L);
        assertThat(read).extracting(ConsumerRecord::timestamp).containsExactly(1_700_000_000_000L, 5L, 6L);
        assertThat(read.get(0).topic()).isEqualTo(TOPIC);
        assertThat(read.get(0).partition()).isEqualTo(3);
        assertThat(read.get(0).key()).isEqualTo("key".getBytes(UTF_8));
        assertThat(read.get(0).value()).isEqualTo("value".getBytes(UTF_8));
        assertThat(read.get(0).headers()).isEqualTo(headers);
        assertThat(read.get(1).key()).isNull();
        assertThat(read.get(2).value()).isNull();
    }

    @Test
    void a_partition_without_records_is_a_file_without_records() throws Exception {
        assertThat(read(written())).isEmpty();
    }

    @Test
    void a_file_that_lost_its_end_or_a_record_is_not_read_as_a_whole_one() throws Exception {
        byte[] plain;
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(
                written(record(0, 1, "a", "b", new RecordHeaders()), record(1, 2, "c", "d", new RecordHeaders()))))) {
            plain = in.readAllBytes();
        }
        assertThat(read(zipped(plain))).hasSize(2);
        for (int length = 8; length < plain.length; length++) {
            byte[] cut = zipped(Arrays.copyOf(plain, length));
            assertThatThrownBy(() -> read(cut)).as(length + " bytes").isInstanceOf(IOException.class);
        }
        byte[] oneMore = plain.clone();
        oneMore[plain.length - 1]++;
        assertThatThrownBy(() -> read(zipped(oneMore))).hasMessageContaining("another number of records");
    }

    @Test
    void another_file_is_not_taken_for_records() {
        assertThatThrownBy(() -> read(zipped("0123456789".getBytes(UTF_8)))).hasMessageContaining("no file of records");
    }

    private static ConsumerRecord<byte[], byte[]> record(
            long offset, long timestamp, String key, String value, RecordHeaders headers) {
        byte[] keyBytes = key == null ? null : key.getBytes(UTF_8);
        byte[] valueBytes = value == null ? null : value.getBytes(UTF_8);
        return new ConsumerRecord<>(
                TOPIC,
                3,
                offset,
                timestamp,
                TimestampType.CREATE_TIME,
                0,
                0,
                keyBytes,
                valueBytes,
                headers,
                Optional.empty());
    }

    @SafeVarargs
    private static byte[] written(ConsumerRecord<byte[], byte[]>... records) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (RecordWriter writer = new RecordWriter(out)) {
            for (ConsumerRecord<byte[], byte[]> next : records) {
                writer.write(next);
            }
            writer.finish();
            assertThat(writer.records()).isEqualTo(records.length);
        }
        return out.toByteArray();
    }

    private static byte[] zipped(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(plain);
        }
        return out.toByteArray();
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(byte[] file) throws IOException {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (RecordReader reader = new RecordReader(TOPIC, 3, new ByteArrayInputStream(file))) {
            for (Optional<ConsumerRecord<byte[], byte[]>> next = reader.next();
                    next.isPresent();
                    next = reader.next()) {
                records.add(next.get());
            }
        }
        return records;
    }
}
