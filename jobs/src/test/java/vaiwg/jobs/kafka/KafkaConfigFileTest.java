package vaiwg.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vaiwg.jobs.options.KafkaConnection;

class KafkaConfigFileTest {
    private static final String LOGIN =
            "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"job\" password=\"hush\";";

    @TempDir
    private Path folder;

    @Test
    void every_client_gets_every_property_and_keeps_what_the_program_needs() throws Exception {
        KafkaConnection kafka = new KafkaConnection(
                "broker:9093",
                "vaiwg.",
                KafkaConfigFile.read(file("security.protocol=SASL_SSL\nsasl.jaas.config=" + LOGIN
                        + "\nclient.dns.lookup=use_all_dns_ips\nacks=all\nrequest.timeout.ms=1\n")));

        for (Map<?, ?> client : new Map<?, ?>[] {
            kafka.admin(Duration.ofSeconds(7)),
            kafka.consumer(Duration.ofSeconds(7)),
            kafka.producer(Map.of()),
            kafka.connector()
        }) {
            assertThat(client.get("bootstrap.servers")).isEqualTo("broker:9093");
            assertThat(client.get("security.protocol")).isEqualTo("SASL_SSL");
            assertThat(client.get("sasl.jaas.config")).isEqualTo(LOGIN);
            assertThat(client.get("client.dns.lookup")).isEqualTo("use_all_dns_ips");
        }
        assertThat(kafka.consumer(Duration.ofSeconds(7)))
                .containsEntry("isolation.level", "read_committed")
                .containsEntry("auto.offset.reset", "earliest")
                .containsEntry("request.timeout.ms", 7_000);
        assertThat(kafka.producer(Map.of())).containsEntry("enable.idempotence", true);
        assertThat(kafka.toString()).doesNotContain("hush");
    }

    @Test
    void an_empty_file_is_a_kafka_without_tls_and_login() throws Exception {
        assertThat(KafkaConfigFile.read(file(""))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bootstrap.servers=a:1|sets bootstrap.servers; remove it: the brokers are named by --kafka or VAIWG_KAFKA.",
                "acks=1|sets acks; remove it: the program needs all.",
                "isolation.level=read_uncommitted|sets isolation.level; remove it: the program needs read_committed.",
                "transactional.id=x|sets transactional.id; remove it: the program sets it itself.",
                "sasl.mechanizm=PLAIN|sets sasl.mechanizm; which no Kafka client knows: correct the name."
            })
    void a_property_that_would_break_a_promise_or_protect_nothing_is_rejected(String line, String sentence)
            throws Exception {
        Path file = file(line);

        assertThatThrownBy(() -> KafkaConfigFile.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The Kafka configuration " + file + " " + sentence);
    }

    @Test
    void a_value_that_kafka_does_not_know_is_rejected() throws Exception {
        Path file = file("security.protocol=SASL-SSL");

        assertThatThrownBy(() -> KafkaConfigFile.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("security.protocol")
                .hasMessageEndingWith(": correct it.");
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("kafka.properties"), content);
    }
}
