package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.demo.Await;
import vaiwg.demo.DemoProcess;
import vaiwg.demo.synthetic.SyntheticForce;
import vaiwg.jobs.store.Database;
import vaiwg.kpis.Seed;
import vaiwg.kpis.time.LondonDays;

/**
 * The job is killed once at every {@link CrashPoint}, each time while it reads some more days, and each start goes on from what the kill
 * before it left: what is published in the end is what an undisturbed run publishes, nothing is missing, and nothing was said twice.
 */
@Timeout(900)
@ExtendWith(InstallationExtension.class)
class CrashPointsIT {
    /** By then there is something of everything. */
    private static final int DAYS_BEFORE = 12;

    private static final int DAYS_EACH = 3;
    private static final LocalDate FIRST = LocalDate.of(2024, 9, 20);
    private static final LocalDate END = endOf(CrashPoint.values().length - 1);
    private static final String NIGHTS = "SELECT as_at, row_count, digest FROM kpi_snapshot ORDER BY force, as_at";
    private static final String FIGURES = "vaiwg_kpi_value";

    @TempDir
    private Path folder;

    private final RunSettings settings = RunSettings.of(
                    LondonDays.startOf(endOf(CrashPoint.DAYS_WRITTEN.ordinal() - 1)), 2)
            .withRows(END.minusDays(2), true);
    private final List<FeedRecord> records = records();

    @Test
    void killed_at_each_point_it_publishes_what_an_undisturbed_run_does(Installation installation) throws Exception {
        EventLog whole = installation.newLog();
        EventLog log = installation.newLog();
        Database undisturbed = installation.newDatabase();
        Database database = installation.newDatabase();
        try (SampleReceiver expected = new SampleReceiver();
                SampleReceiver prometheus = new SampleReceiver()) {
            whole.send(records);
            try (JobRun run =
                    installation.start(whole, settings.into(undisturbed).withRemoteWrite(expected.address()))) {
                run.awaitSnapshot(LondonDays.startOf(END));
                run.stop();
            }
            List<String> nights = Figures.lines(undisturbed, NIGHTS);

            Random random = Seed.random("crash points");
            int sent = 0;
            for (CrashPoint point : CrashPoint.values()) {
                int next = sentBefore(endOf(point.ordinal()));
                log.send(records.subList(sent, next));
                sent = next;
                killAt(point, 1 + random.nextInt(point.within()), log, database, prometheus.address());
                List<String> published = Figures.lines(database, NIGHTS);
                assertThat(published)
                        .as("published when it was killed at " + point)
                        .isEqualTo(nights.subList(0, published.size()));
            }
            log.send(records.subList(sent, records.size()));
            finish(log, database, prometheus.address());

            assertThat(Figures.read(database).differencesFrom(Figures.read(undisturbed)))
                    .isEmpty();
            assertThat(nights).hasSize(Math.toIntExact(FIRST.datesUntil(END).count()));
            assertThat(prometheus.contradictions()).isEmpty();
            assertThat(prometheus.values(FIGURES)).isNotEmpty().isEqualTo(expected.values(FIGURES));
            assertThat(lettersOf(log)).hasSizeGreaterThan(DAYS_BEFORE).isEqualTo(lettersOf(whole));
            Reconciled.requireSame(log, database);
        }
    }

    private void killAt(CrashPoint point, int time, EventLog log, Database database, URI prometheus) throws Exception {
        List<String> command = command(log, database, prometheus);
        command.add(command.indexOf("-cp"), CrashAgent.argument(folder, point, time));
        try (DemoProcess job = DemoProcess.start(command, folder)) {
            assertThat(job.awaitEnd())
                    .as("exit code of the job that is killed at " + point + ", time " + time + "; it said "
                            + job.errors())
                    .isEqualTo(CrashAgent.HALTED);
        }
    }

    private void finish(EventLog log, Database database, URI prometheus) throws Exception {
        try (DemoProcess job = DemoProcess.start(command(log, database, prometheus), folder)) {
            job.awaitEffect(
                    "the last midnight is published",
                    () -> !Figures.lines(database, "SELECT FROM kpi_snapshot WHERE as_at = '" + END + "'")
                            .isEmpty());
            job.endInput();
            assertThat(job.awaitEnd()).as(job.errors()).isZero();
        }
    }

    private List<String> command(EventLog log, Database database, URI prometheus) throws Exception {
        Path password = Files.writeString(folder.resolve("database-password"), database.password());
        return CrashingJob.command(log, database, password, folder.resolve("checkpoints"), prometheus, settings);
    }

    /** The day at whose beginning the log ends while the job is killed at a point. */
    private static LocalDate endOf(int ordinal) {
        return FIRST.plusDays(DAYS_BEFORE + (long) DAYS_EACH * ordinal);
    }

    /** A small force, and a dead letter each noon: an event that is dated ahead of its time. */
    private static List<FeedRecord> records() {
        List<FeedRecord> records =
                new ArrayList<>(new PartOf(SyntheticForce.westMidlands(42, FIRST, END), 10).records());
        for (LocalDate day = FIRST; day.isBefore(END); day = day.plusDays(1)) {
            Instant noon = LondonDays.startOf(day).plus(Duration.ofHours(12));
            SmallCase ahead = new SmallCase("ahead-" + day);
            records.add(before(noon, records), ahead.delivered(ahead.crime(noon.plus(Duration.ofDays(9))), noon));
        }
        return records;
    }

    private int sentBefore(LocalDate day) {
        return before(LondonDays.startOf(day), records);
    }

    /** How many of the first records have reached the topics before an instant. */
    private static int before(Instant instant, List<FeedRecord> records) {
        return Math.toIntExact(records.stream()
                .takeWhile(next -> next.timestamp() < instant.toEpochMilli())
                .count());
    }

    /** The places in the log of which there are dead letters; some may have two. */
    private static SortedSet<String> lettersOf(EventLog log) throws Exception {
        SortedSet<String> places = new TreeSet<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", log.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(log.deadLetterTopic()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Await.until("all dead letters are read", () -> {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(letter -> places.add(String.join(
                                "/",
                                header(letter, "topic").substring(log.prefix().length()),
                                header(letter, "partition"),
                                header(letter, "offset"))));
                return partitions.stream().allMatch(one -> consumer.position(one) >= ends.get(one));
            });
        }
        return places;
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
