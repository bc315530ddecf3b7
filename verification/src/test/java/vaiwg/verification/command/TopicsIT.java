package vaiwg.verification.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.cli.Answer;
import vaiwg.demo.Await;
import vaiwg.demo.embedded.EmbeddedKafka;
import vaiwg.jobs.kafka.TopicKind;
import vaiwg.jobs.kafka.TopicReport;
import vaiwg.schemas.EventStream;

@Timeout(120)
class TopicsIT {
    private static final int TOPICS = EventStream.values().length + 1;

    @TempDir
    private static Path folder;

    private static EmbeddedKafka kafka;

    @BeforeAll
    static void start() {
        kafka = EmbeddedKafka.start(folder);
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void missing_topics_are_created_with_their_settings_and_found_so_the_next_time() throws Exception {
        Answer created = topics("new.", "--partitions", "3", "--replication-factor", "1");

        assertThat(created.exitCode()).as(created.toString()).isZero();
        assertThat(created.output().lines().skip(1)).hasSize(TOPICS).allMatch(line -> line.endsWith("created"));
        TopicReport report = TopicReport.of(kafka.connection("new."));
        assertThat(report.findings()).isEmpty();
        assertThat(report.partitions()).isEqualTo(3);
        assertThat(setting("new.outcome", "retention.ms")).isEqualTo("-1");
        assertThat(setting("new.outcome", "message.timestamp.type")).isEqualTo("LogAppendTime");
        assertThat(setting("new.dead-letter", "retention.ms"))
                .isEqualTo(Long.toString(TopicKind.DEAD_LETTER_RETENTION.toMillis()));

        Answer found = topics("new.");
        assertThat(found.exitCode()).as(found.toString()).isZero();
        assertThat(found.output().lines().skip(1)).hasSize(TOPICS).allMatch(line -> line.endsWith("as it must be"));
    }

    @Test
    void a_check_names_what_is_missing_and_creates_nothing() throws Exception {
        Answer answer = topics("absent.", "--check");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.output()).contains("Topic absent.dead-letter is missing: ./vaiwg topics creates it.\n");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            assertThat(admin.listTopics().names().get()).noneMatch(name -> name.startsWith("absent."));
        }
    }

    @Test
    void a_wrong_setting_is_named_with_its_cure_and_left_as_it_is() throws Exception {
        topics("wrong.");
        set("wrong.outcome", "retention.ms", "604800000");
        set("wrong.dead-letter", "retention.ms", "-1");

        Answer answer = topics("wrong.");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.output())
                .contains(
                        "Topic wrong.outcome has retention.ms=604800000, and needs -1: every figure is computed from the"
                                + " whole log; kafka-configs.sh --alter --topic wrong.outcome --add-config"
                                + " retention.ms=-1 corrects it.\n",
                        "Topic wrong.dead-letter has retention.ms=-1, and may have 7776000000 at most: ");
        assertThat(setting("wrong.outcome", "retention.ms")).isEqualTo("604800000");
    }

    @Test
    void dead_letters_are_kept_as_long_as_is_said() throws Exception {
        assertThat(topics("short.", "--dead-letter-retention", "30").exitCode()).isZero();

        assertThat(setting("short.dead-letter", "retention.ms")).isEqualTo("2592000000");
        assertThat(topics("short.", "--check", "--dead-letter-retention", "29").exitCode())
                .isEqualTo(1);
    }

    @Test
    void another_number_of_partitions_than_there_are_is_rejected() {
        topics("fixed.", "--partitions", "2");

        assertThat(topics("fixed.", "--partitions", "3"))
                .isEqualTo(new Answer(
                        2,
                        "",
                        "vaiwg: Topic fixed.crime-recording has 2 partitions, not 3; keep 2, or choose another topic"
                                + " prefix.\n"));
    }

    private static Answer topics(String prefix, String... more) {
        return Answer.to(Stream.concat(
                        Stream.of("topics", "--kafka", kafka.bootstrapServers(), "--topic-prefix", prefix),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private static String setting(String topic, String name) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            return admin.describeConfigs(List.of(resource))
                    .all()
                    .get()
                    .get(resource)
                    .get(name)
                    .value();
        }
    }

    private static void set(String topic, String name, String value) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, topic),
                            List.of(new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
        Await.until("the setting is known", () -> setting(topic, name).equals(value));
    }
}
