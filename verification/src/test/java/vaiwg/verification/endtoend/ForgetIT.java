package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import vaiwg.cli.Answer;
import vaiwg.demo.synthetic.SyntheticForce;
import vaiwg.jobs.options.KafkaConnection;

/** Who and what nothing names since a day has another name in the log, and every figure is the same. */
@Timeout(300)
@ExtendWith(InstallationExtension.class)
class ForgetIT {
    private static final PartOf HISTORY =
            new PartOf(SyntheticForce.westMidlands(11, LocalDate.of(2024, 9, 10), LocalDate.of(2024, 12, 20)), 10);
    private static final String NEW = "forgotten.";

    @Test
    void the_same_figures_follow_from_a_log_without_the_old_names(Installation installation) throws Exception {
        EventLog log = installation.logOf(HISTORY);

        Answer answer = Answer.to(
                "forget",
                "--kafka",
                log.bootstrapServers(),
                "--topic-prefix",
                log.connection().topicPrefix(),
                "--before",
                "2024-11-15",
                "--into",
                NEW);
        assertThat(answer.exitCode()).as(answer.errors()).isZero();

        EventLog other = new EventLog(new KafkaConnection(log.bootstrapServers(), NEW));
        Set<String> before = keys(log);
        Set<String> after = keys(other);
        assertThat(after).hasSameSizeAs(before);
        Set<String> lost = new HashSet<>(before);
        lost.removeAll(after);
        assertThat(lost).hasSizeGreaterThan(50).hasSizeLessThan(before.size() - 50);
        assertThat(after.stream().filter(key -> key.startsWith("x-"))).hasSameSizeAs(lost);

        Figures named = installation.replay(log, RunSettings.of(HISTORY.end(), 2));
        Figures unnamed = installation.replay(other, RunSettings.of(HISTORY.end(), 2));
        assertThat(named.values()).hasSizeGreaterThan(10_000);
        assertThat(unnamed.differencesFrom(named)).isEmpty();
    }

    private static Set<String> keys(EventLog log) {
        return TopicReader.readAll(log.bootstrapServers(), log.connection().topicPrefix()).stream()
                .map(ConsumerRecord::key)
                .filter(Objects::nonNull)
                .map(key -> new String(key, StandardCharsets.UTF_8))
                .collect(Collectors.toSet());
    }
}
