package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.cli.feed.Heartbeat;
import vaiwg.demo.DemoProcess;
import vaiwg.demo.WebPage;
import vaiwg.demo.embedded.EmbeddedKafka;
import vaiwg.demo.embedded.FreePorts;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.jobs.store.Database;
import vaiwg.schemas.Progress;
import vaiwg.schemas.TrustedClasses;

/** What runs beside the job is cut off from the one server that it needs: it says so, and goes on by itself once the network is there again. */
@Timeout(900)
@ExtendWith(InstallationExtension.class)
class CutOffIT {
    private static final String PREFIX = "vaiwg.";
    private static final Pattern PORT = Pattern.compile("127\\.0\\.0\\.1:(\\d+)/");

    static {
        TrustedClasses.register();
    }

    @TempDir
    private Path folder;

    /** Which forces have a report is asked of the database with each request. */
    @Test
    void pages_that_are_cut_off_from_the_database_say_so_and_are_served_again(Installation installation)
            throws Exception {
        Database direct = installation.newDatabase();
        Matcher server = PORT.matcher(direct.url());
        assertThat(server.find()).isTrue();
        int port = FreePorts.find(1).get(0);
        String pages = "http://127.0.0.1:" + port;
        try (TcpProxy toPostgres = new TcpProxy(Integer.parseInt(server.group(1)))) {
            String behind = server.replaceFirst("127.0.0.1:" + toPostgres.port() + "/");
            List<String> words = new ArrayList<>(List.of("serve", "--port", Integer.toString(port)));
            words.addAll(DatabaseArguments.of(new Database(behind, direct.user(), direct.password()), folder));
            try (DemoProcess serve = verb(words)) {
                serve.awaitOutput("The report is at " + pages);
                assertThat(WebPage.get(pages + "/").statusCode()).isEqualTo(200);

                toPostgres.cut();
                try {
                    HttpResponse<String> page = WebPage.get(pages + "/");
                    assertThat(page.statusCode()).isEqualTo(503);
                    assertThat(page.body()).contains("The database does not answer. Try again in a minute.");
                    awaitHealth(pages, 503, "The database does not answer.", serve);
                } finally {
                    toPostgres.mend();
                }
                awaitHealth(pages, 200, "The database answers.", serve);
                assertThat(WebPage.get(pages + "/").statusCode()).isEqualTo(200);
            }
        }
    }

    /** As it runs beside a cluster. What was held back by the network may come once it is mended: it says what was true before. */
    @Test
    void a_heartbeat_that_is_cut_off_from_kafka_says_so_and_beats_again_and_calls_nothing_complete_too_early()
            throws Exception {
        int port = FreePorts.find(1).get(0);
        try (TcpProxy toKafka = new TcpProxy(port);
                EmbeddedKafka kafka = EmbeddedKafka.start(
                        folder.resolve("kafka"),
                        port,
                        Map.of("advertised.listeners", "BROKER://127.0.0.1:" + toKafka.port()))) {
            kafka.createTopics(PREFIX, Installation.PARTITIONS);
            EventLog log = new EventLog(new KafkaConnection("127.0.0.1:" + toKafka.port(), PREFIX));
            List<String> words =
                    List.of("heartbeat", "--every", "1", "--kafka", log.bootstrapServers(), "--topic-prefix", PREFIX);
            Instant begun = Instant.now();
            try (DemoProcess heartbeat = verb(words)) {
                heartbeat.awaitOutput("Beating every 1 seconds.");
                heartbeat.awaitEffect("it beats", () -> hasBeatSince(begun, log));

                toKafka.cut();
                try {
                    awaitError("No heartbeat is written, and snapshots wait for one: ", heartbeat);
                } finally {
                    toKafka.mend();
                }
                Instant mended = Instant.now();
                awaitError("Heartbeats are written again", heartbeat);
                heartbeat.awaitEffect("it beats again", () -> hasBeatSince(mended, log));
            }
            for (ConsumerRecord<byte[], byte[]> beat : TopicReader.readAll(log.bootstrapServers(), PREFIX)) {
                assertThat(saidBy(beat))
                        .isBeforeOrEqualTo(
                                Instant.ofEpochMilli(beat.timestamp()).minus(Heartbeat.ALLOWANCE));
            }
        }
    }

    private DemoProcess verb(List<String> words) throws Exception {
        List<String> command = DemoProcess.command(System.getProperty("java.class.path"));
        command.addAll(words);
        return DemoProcess.start(command, folder);
    }

    private static void awaitHealth(String pages, int status, String told, DemoProcess serve) throws Exception {
        serve.awaitEffect("its health is " + told, () -> {
            HttpResponse<String> health = WebPage.get(pages + "/health");
            return health.statusCode() == status && health.body().contains(told);
        });
    }

    private static void awaitError(String told, DemoProcess verb) throws Exception {
        verb.awaitEffect("it says: " + told, () -> verb.errors().contains(told));
    }

    /** Whether what was complete at that time has been told. */
    private static boolean hasBeatSince(Instant time, EventLog log) throws Exception {
        for (ConsumerRecord<byte[], byte[]> beat : TopicReader.readAll(log.bootstrapServers(), log.prefix())) {
            if (saidBy(beat).isAfter(time.minus(Heartbeat.ALLOWANCE))) {
                return true;
            }
        }
        return false;
    }

    private static Instant saidBy(ConsumerRecord<byte[], byte[]> beat) throws Exception {
        return Progress.getDecoder().decode(beat.value()).getCompleteThrough();
    }
}
