package vaiwg.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vaiwg.jobs.options.KafkaConnection;

/** A Kafka that is slow is waited for, and that is said; one that is none is told at once. */
@Timeout(60)
class PatienceTest {
    private static final KafkaConnection KAFKA = new KafkaConnection("broker:9092", "vaiwg.");

    private final List<String> said = new ArrayList<>();
    private long seconds;

    @Test
    void after_ten_seconds_without_an_answer_it_is_said_once_and_that_answers_come_again() {
        try (Patience patience = new Patience(KAFKA, () -> seconds * 1_000_000_000L, said::add)) {
            seconds = 100;
            patience.tick();
            assertThat(said).as("nothing was asked").isEmpty();

            patience.asked();
            patience.asked();
            seconds = 105;
            patience.answered();
            seconds = 115;
            patience.tick();
            assertThat(said).as("ten seconds after an answer").isEmpty();
            seconds = 116;
            patience.tick();
            seconds = 200;
            patience.tick();
            assertThat(said)
                    .containsExactly("Kafka at broker:9092 has not answered for 10 seconds; it is waited for, up to"
                            + " 120 seconds in all");
            patience.answered();
            patience.tick();
            assertThat(said).hasSize(2).last().isEqualTo("Kafka at broker:9092 answers again");
        }
    }

    @Test
    void clients_wait_as_long_as_producers_of_kafka_do_and_ask_again_meanwhile() {
        assertThat(Patience.LONGEST).hasSeconds(120);
        assertThat(KAFKA.admin(Patience.LONGEST))
                .containsAllEntriesOf(Map.of("default.api.timeout.ms", 120_000, "request.timeout.ms", 30_000));
    }

    @Test
    void what_hangs_up_on_the_first_question_is_told_at_once() throws Exception {
        try (ServerSocket server = answering("")) {
            assertThatThrownBy(() -> Brokers.requireAnswer(at(server)))
                    .hasMessageContaining(" takes connections and does not answer: correct the address, or, where it"
                            + " asks for TLS or a login, ");
        }
    }

    @Test
    void what_speaks_something_else_is_told_at_once() throws Exception {
        try (ServerSocket server = answering("HTTP/1.1 400 Bad Request\r\n\r\n")) {
            assertThatThrownBy(() -> Brokers.requireAnswer(at(server)))
                    .hasMessageContaining(" takes connections and does not answer: ");
        }
    }

    private static KafkaConnection at(ServerSocket server) {
        return new KafkaConnection("127.0.0.1:" + server.getLocalPort(), "vaiwg.");
    }

    /** Says something to whoever asks, and hangs up. */
    private static ServerSocket answering(String words) throws IOException {
        ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> {
            while (!server.isClosed()) {
                try (Socket socket = server.accept()) {
                    socket.getInputStream().read();
                    socket.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
                } catch (IOException e) {
                    if (!server.isClosed()) {
                        throw new UncheckedIOException(e);
                    }
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
        return server;
    }
}
