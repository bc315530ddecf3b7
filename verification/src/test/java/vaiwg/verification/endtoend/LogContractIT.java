package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.demo.Await;
import vaiwg.jobs.kafka.TopicReport;
import vaiwg.jobs.store.Database;
import vaiwg.schemas.EventStream;

/** The job starts only on a log that keeps everything, and goes on only from places that the log still has. */
@Timeout(300)
@ExtendWith(InstallationExtension.class)
class LogContractIT {
    private static final Instant MORNING = Instant.parse("2024-03-01T10:00:00Z");
    private static final Instant SECOND = Instant.parse("2024-03-02T00:00:00Z");
    private static final Instant THIRD = Instant.parse("2024-03-03T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "outcome, retention.ms, 604800000, needs -1",
        "outcome, retention.bytes, 1000000000, needs -1",
        "crime-recording, cleanup.policy, compact, needs delete",
        "dead-letter, cleanup.policy, compact, needs delete",
        "dead-letter, max.message.bytes, 1000, needs 1048588 at least"
    })
    void a_setting_that_would_make_figures_wrong_stops_the_start(
            String topic, String setting, String value, String need, Installation installation) throws Exception {
        EventLog log = installation.newLog();
        Database database = installation.newDatabase();
        set(log, topic, setting, value);

        assertThatThrownBy(
                        () -> installation.start(log, RunSettings.of(SECOND, 1).into(database)))
                .isInstanceOf(CommandFailure.class)
                .hasMessageStartingWith("The job did not start: Topic " + log.prefix() + topic + " has " + setting + "="
                        + value + ", and " + need + ": ")
                .hasMessageContaining(
                        "kafka-configs.sh --alter --topic " + log.prefix() + topic + " --add-config " + setting + "=");

        assertThat(Figures.lines(database.connect(), "SELECT FROM kpi_publication"))
                .as("publications: nothing is written into the database")
                .isEmpty();
    }

    @Test
    void a_topic_whose_producers_date_their_records_stops_the_start_unless_none_may_be_ahead(Installation installation)
            throws Exception {
        EventLog log = installation.newLog();
        set(log, "note", "message.timestamp.after.max.ms", "3600000");
        String topic = log.topic(EventStream.NOTE);

        assertThatThrownBy(() -> installation.start(log, RunSettings.of(SECOND, 1)))
                .isInstanceOf(CommandFailure.class)
                .hasMessage("The job did not start: Topic " + topic
                        + " has message.timestamp.type=CreateTime, and needs LogAppendTime: a producer whose clock is ahead would"
                        + " make all that follows late; kafka-configs.sh --alter --topic " + topic
                        + " --add-config message.timestamp.type=LogAppendTime corrects it.");

        set(log, "note", "message.timestamp.type", "LogAppendTime");
        assertThat(TopicReport.of(log.connection()).findings()).isEmpty();
    }

    @Test
    void a_missing_topic_of_dead_letters_is_named_and_stops_the_start(Installation installation) throws Exception {
        EventLog log = installation.newLog();
        try (Admin admin = admin(log)) {
            admin.deleteTopics(List.of(log.deadLetterTopic())).all().get();
        }
        Await.until(
                "the topic is gone",
                () -> TopicReport.of(log.connection()).topics().stream().anyMatch(TopicReport.State::isMissing));

        assertThatThrownBy(() -> installation.start(log, RunSettings.of(SECOND, 1)))
                .isInstanceOf(CommandFailure.class)
                .hasMessage("The job did not start: There is no topic " + log.deadLetterTopic()
                        + ": ./vaiwg topics creates what is missing; or correct the topic prefix.");
    }

    @Test
    void a_place_that_the_log_no_longer_has_ends_the_job_and_is_not_skipped(Installation installation)
            throws Exception {
        EventLog log = installation.newLog();
        log.send(List.of(new SmallCase("kept").recorded(MORNING)));
        log.completeThrough(SECOND);
        RunSettings settings = RunSettings.of(THIRD, 1).into(installation.newDatabase());
        String savepoint;
        try (JobRun run = installation.start(log, settings)) {
            run.awaitSnapshot(SECOND);
            savepoint = run.stop();
        }
        log.send(List.of(new SmallCase("lost").recorded(SECOND.plusSeconds(60))));
        log.completeThrough(THIRD);
        deleteAll(log, EventStream.CRIME_RECORDING);

        try (JobRun run = installation.start(log, settings.restoredFrom(savepoint))) {
            assertThat(run.awaitEnd())
                    .startsWith("The log no longer has offset ")
                    .contains(
                            " of " + log.topic(EventStream.CRIME_RECORDING) + "/", "restore the topic from its backup");
            assertThat(run.query("SELECT FROM kpi_snapshot WHERE as_at = '2024-03-03'"))
                    .as("nothing is published without what is missing")
                    .isEmpty();
        }
        assertThat(TopicReport.of(log.connection()).withoutBeginning())
                .singleElement()
                .asString()
                .startsWith("The log of topic " + log.topic(EventStream.CRIME_RECORDING) + " begins at offset ");
    }

    @Test
    void a_checkpoint_of_another_number_of_partitions_ends_the_job(Installation installation) throws Exception {
        EventLog log = installation.newLog();
        log.completeThrough(SECOND);
        log.send(List.of(new SmallCase("kept").recorded(SECOND.plusSeconds(60))));
        log.completeThrough(THIRD);
        RunSettings settings = RunSettings.of(THIRD, 1).into(installation.newDatabase());
        String savepoint;
        try (JobRun run = installation.start(log, settings)) {
            run.awaitSnapshot(THIRD);
            savepoint = run.stop();
        }
        Map<String, NewPartitions> more = new HashMap<>();
        Arrays.stream(EventStream.values())
                .forEach(stream -> more.put(log.topic(stream), NewPartitions.increaseTo(Installation.PARTITIONS + 1)));
        try (Admin admin = admin(log)) {
            admin.createPartitions(more).all().get();
        }
        Await.until(
                "the topics have one more",
                () -> TopicReport.of(log.connection()).partitions() == Installation.PARTITIONS + 1);

        try (JobRun run = installation.start(log, settings.restoredFrom(savepoint))) {
            assertThat(run.awaitEnd())
                    .startsWith("Topic " + log.prefix())
                    .contains(" has 3 partitions and had 2 at the checkpoint: ");
        }
    }

    private static void deleteAll(EventLog log, EventStream stream) throws Exception {
        Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
        for (int partition = 0; partition < Installation.PARTITIONS; partition++) {
            // Kafka's word for all that is there.
            all.put(new TopicPartition(log.topic(stream), partition), RecordsToDelete.beforeOffset(-1));
        }
        try (Admin admin = admin(log)) {
            admin.deleteRecords(all).all().get();
        }
    }

    private static void set(EventLog log, String topic, String setting, String value) throws Exception {
        try (Admin admin = admin(log)) {
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, log.prefix() + topic),
                            List.of(new AlterConfigOp(new ConfigEntry(setting, value), AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
        Await.until("the broker knows the setting", () -> {
            try (Admin admin = admin(log)) {
                ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, log.prefix() + topic);
                return admin.describeConfigs(List.of(resource))
                        .all()
                        .get()
                        .get(resource)
                        .get(setting)
                        .value()
                        .equals(value);
            }
        });
    }

    private static Admin admin(EventLog log) {
        return Admin.create(Map.of("bootstrap.servers", log.bootstrapServers()));
    }
}
