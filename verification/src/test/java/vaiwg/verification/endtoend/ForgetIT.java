package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.cli.Answer;
import vaiwg.demo.synthetic.SyntheticForce;
import vaiwg.jobs.kafka.TopicReport;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.jobs.store.Database;

/** Who and what nothing names since a day has another name in the log, and every figure is the same. */
@Timeout(300)
@ExtendWith(InstallationExtension.class)
class ForgetIT {
    private static final PartOf HISTORY =
            new PartOf(SyntheticForce.westMidlands(11, LocalDate.of(2024, 9, 10), LocalDate.of(2024, 12, 20)), 10);
    private static final String NEW = "forgotten.";

    @TempDir
    private Path folder;

    @Test
    void the_same_figures_follow_from_a_log_without_the_old_names(Installation installation) throws Exception {
        EventLog log = installation.logOf(HISTORY);
        Database database = installation.newDatabase();
        Figures named =
                installation.replay(log, RunSettings.of(HISTORY.end(), 2).into(database));

        Answer answer = forget(log, database);
        assertThat(answer.exitCode()).as(answer.errors()).isZero();

        EventLog other = new EventLog(new KafkaConnection(log.bootstrapServers(), NEW));
        Set<String> before = keys(log);
        Set<String> after = keys(other);
        assertThat(after).hasSameSizeAs(before);
        Set<String> lost = new HashSet<>(before);
        lost.removeAll(after);
        assertThat(lost).hasSizeGreaterThan(50).hasSizeLessThan(before.size() - 50);
        assertThat(after.stream().filter(key -> key.startsWith("x-"))).hasSameSizeAs(lost);

        Database anew = installation.newDatabase();
        Figures unnamed =
                installation.replay(other, RunSettings.of(HISTORY.end(), 2).into(anew));
        assertThat(named.values()).hasSizeGreaterThan(10_000);
        assertThat(unnamed.differencesFrom(named)).isEmpty();
        Reconciled.requireSame(other, anew);
        requireOnRecord(log, other, database);
    }

    private Answer forget(EventLog log, Database database) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("forget", "--before", "2024-11-15", "--into", NEW));
        arguments.addAll(List.of("--kafka", log.bootstrapServers(), "--topic-prefix", log.prefix()));
        arguments.addAll(DatabaseArguments.of(database, folder));
        return Answer.to(arguments.toArray(String[]::new));
    }

    /** The tables say when names were replaced, and a comparison with topics that are not the published ones says so. */
    private static void requireOnRecord(EventLog log, EventLog other, Database database) throws Exception {
        ErasedLog erased = new ErasedLog(log, other);
        try (Connection connection = database.connect();
                Statement jdbc = connection.createStatement()) {
            assertThat(Figures.lines(
                            connection,
                            "SELECT old_topics, new_topics, force, array_length(subject, 1), reason FROM erasure"
                                    + " WHERE records > 50 AND late_events = 0"))
                    .singleElement()
                    .asString()
                    .startsWith(log.prefix() + "," + NEW + ",")
                    .contains("./vaiwg forget: names in events that changed before 2024-11-15");
            erased.requireStillToPublish(database);
            // As if they had been published from the new ones.
            jdbc.execute("UPDATE kpi_publication SET topics = '"
                    + TopicReport.of(other.connection()).log() + "'");
        }
        erased.requirePublished(database);
    }

    private static Set<String> keys(EventLog log) {
        return TopicReader.readAll(log.bootstrapServers(), log.connection().topicPrefix()).stream()
                .map(ConsumerRecord::key)
                .filter(Objects::nonNull)
                .map(key -> new String(key, StandardCharsets.UTF_8))
                .collect(Collectors.toSet());
    }
}
