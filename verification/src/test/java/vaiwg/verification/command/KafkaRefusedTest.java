package vaiwg.verification.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vaiwg.cli.Answer;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.policeuk.TopicLedger;

/** A Kafka that is not there, and a file of client properties that is of no use, are said at once: a client alone tries for 30 seconds. */
@Timeout(25)
class KafkaRefusedTest {
    private static final String NOBODY = "127.0.0.1:1";
    private static final String SENTENCE = "Kafka at " + NOBODY + " does not answer: start it, or correct the address.";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "heartbeat",
                "load --forces kent %s",
                "load --forces kent --live %s",
                "note --forces kent --force kent --signal s --acknowledge --post p %2$s",
                "topics"
            })
    void a_broker_that_rejects_connections(String verb) throws Exception {
        Path lines = Files.createFile(folder.resolve("outcome.jsonl"));

        assertThat(answer(String.format(verb, lines, String.join(" ", SiteAccounts.options(folder, "p")))))
                .isEqualTo(new Answer(3, "", "vaiwg: " + SENTENCE + "\n"));
    }

    @Test
    void a_broker_that_rejects_connections_of_run() {
        Answer answer = answer("run --forces kent --checkpoints " + folder.resolve("checkpoints"));

        assertThat(answer).isEqualTo(new Answer(3, "", "vaiwg: The job did not start: " + SENTENCE + "\n"));
    }

    @Test
    void a_broker_that_rejects_connections_of_the_topics_memory() {
        assertThatThrownBy(() -> new TopicLedger(new KafkaConnection(NOBODY, "vaiwg.")))
                .isInstanceOf(CommandFailure.class)
                .hasMessage(SENTENCE);
    }

    @Test
    void an_address_that_is_none() {
        assertThat(Answer.to("topics", "--kafka", "broker"))
                .isEqualTo(new Answer(
                        3,
                        "",
                        "vaiwg: 'broker' is no address of a Kafka broker: write HOST:PORT, several separated by"
                                + " commas.\n"));
    }

    @Test
    void a_file_of_properties_that_is_missing() {
        Path missing = folder.resolve("missing.properties");

        assertThat(answer("topics --kafka-config " + missing))
                .isEqualTo(new Answer(
                        2,
                        "",
                        "vaiwg: The Kafka configuration " + missing
                                + " cannot be read: check that it is there, readable,"
                                + " and a Java properties file in UTF-8.\n"));
    }

    private static Answer answer(String verb) {
        List<String> arguments = new ArrayList<>(List.of(verb.split(" ")));
        arguments.addAll(List.of("--kafka", NOBODY));
        return Answer.to(arguments.toArray(String[]::new));
    }
}
