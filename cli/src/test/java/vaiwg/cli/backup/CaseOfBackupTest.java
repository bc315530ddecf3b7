package vaiwg.cli.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import vaiwg.cli.explain.HeardCase;
import vaiwg.cli.explain.LogOptions;
import vaiwg.cli.feed.EventEncoder;
import vaiwg.jobs.explain.Evidence;
import vaiwg.jobs.kafka.ReceivedRecord;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.Forces;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.CrimeStatus;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Source;
import vaiwg.schemas.Victim;
import vaiwg.schemas.VictimKind;

/** Two cases in the first of two partitions: the key of one leads there, and that of the other to the second, as where it was renamed. */
class CaseOfBackupTest {
    private static final Instant AT = Instant.parse("2024-03-01T12:00:00Z");
    private static final String FORCE = "small-force";
    private static final String IN_PLACE = "planted-1";
    private static final String RENAMED = "planted-2";

    @TempDir
    private Path folder;

    private final EventEncoder encoder = new EventEncoder();
    private final StringWriter said = new StringWriter();
    private Path root;

    @BeforeEach
    void make() throws IOException {
        root = folder.resolve("backup");
        SmallBackup.make(
                root, 2, Map.of(EventStream.CRIME_RECORDING, List.of(record(0, IN_PLACE), record(1, RENAMED))));
    }

    private ConsumerRecord<byte[], byte[]> record(long offset, String reference) {
        byte[] key = reference.getBytes(StandardCharsets.UTF_8);
        return ReceivedRecord.of("", 0, offset, AT.toEpochMilli(), key, encoder.encode(crime(reference)));
    }

    private static CrimeRecording crime(String reference) {
        return CrimeRecording.newBuilder()
                .setCrimeReference(reference)
                .setForce(FORCE)
                .setEventId(UUID.nameUUIDFromBytes(reference.getBytes(StandardCharsets.UTF_8))
                        .toString())
                .setVersion(1)
                .setChangedAt(AT)
                .setSource(Source.SYNTHETIC)
                .setStatus(CrimeStatus.ACTIVE)
                .setRecordedAt(AT)
                .setReportedAt(AT)
                .setOffenceCode("8Q")
                .setVictim(Victim.newBuilder().setKind(VictimKind.PERSON).build())
                .build();
    }

    @Test
    void a_case_is_found_where_its_key_leads_and_no_other_partition_of_crimes_is_read() throws IOException {
        Files.delete(root.resolve("log/crime-recording-1.records.gz"));
        assertThat(heard(IN_PLACE)).extracting(Evidence::offset).containsExactly(0L);
        assertThat(said.toString()).doesNotContain("all partitions are read");
    }

    @Test
    void a_case_that_lies_elsewhere_is_found_in_the_whole_log() {
        assertThat(heard(RENAMED)).extracting(Evidence::offset).containsExactly(1L);
        assertThat(said.toString()).contains("all partitions are read");
    }

    private List<Evidence> heard(String reference) {
        LogOptions log = new LogOptions();
        new CommandLine(log).parseArgs("--backup", root.toString());
        return HeardCase.of(
                        log,
                        new KafkaConnection("127.0.0.1:1", "vaiwg."),
                        ShippedCatalogue.get(),
                        EventOptions.of(Forces.any()),
                        FORCE,
                        reference,
                        new PrintWriter(said, true))
                .heard()
                .records();
    }
}
