package vaiwg.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vaiwg.jobs.options.HttpEndpoint;
import vaiwg.jobs.options.StateBackend;

class ClusterJobTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Map<String, String> COMPLETE = Map.of(
            "VAIWG_KAFKA", "kafka:19092",
            "VAIWG_DATABASE", "jdbc:postgresql://postgres:5432/vaiwg",
            "VAIWG_DATABASE_USER", "vaiwg_job",
            "VAIWG_DATABASE_PASSWORD", "of the test",
            "VAIWG_REMOTE_WRITE", "http://prometheus:9090/api/v1/write",
            "VAIWG_CHECKPOINTS", "/checkpoints",
            "VAIWG_PARALLELISM", "3",
            "VAIWG_FORCES", "west-midlands, bedfordshire");

    @Test
    void reads_what_the_job_needs_from_the_environment() {
        JobOptions options = ClusterJob.options(COMPLETE, TODAY);

        assertThat(options.kafka().bootstrapServers()).isEqualTo("kafka:19092");
        assertThat(options.kafka().topicPrefix()).isEqualTo("vaiwg.");
        assertThat(options.database().url()).isEqualTo("jdbc:postgresql://postgres:5432/vaiwg");
        assertThat(options.database().user()).isEqualTo("vaiwg_job");
        assertThat(options.database().password()).isEqualTo("of the test");
        assertThat(options.outputs().remoteWrite())
                .contains(HttpEndpoint.of(URI.create("http://prometheus:9090/api/v1/write")));
        assertThat(options.checkpoints().folder()).isEqualTo(Path.of("/checkpoints"));
        assertThat(options.parallelism()).isEqualTo(3);
        assertThat(options.events().forces().slugs()).contains(Set.of("bedfordshire", "west-midlands"));
        assertThat(options.events().earliest()).isEqualTo(LocalDate.of(2000, 1, 1));
        assertThat(options.publication().dailyFrom()).isEqualTo(LocalDate.of(2026, 10, 27));
    }

    @Test
    void goes_on_from_a_checkpoint_only_where_one_is_named() {
        assertThat(ClusterJob.options(COMPLETE, TODAY).checkpoints().restoreFrom())
                .isEmpty();
        assertThat(ClusterJob.options(with("VAIWG_RESTORE_FROM", ""), TODAY)
                        .checkpoints()
                        .restoreFrom())
                .isEmpty();
        assertThat(ClusterJob.options(with("VAIWG_RESTORE_FROM", "file:///checkpoints/chk-7"), TODAY)
                        .checkpoints()
                        .restoreFrom())
                .contains("file:///checkpoints/chk-7");
    }

    @Test
    void begins_a_new_publication_with_definitions_that_are_not_newer_only_where_that_is_said() {
        assertThat(ClusterJob.options(COMPLETE, TODAY).publication().evenIfNotNewer())
                .isFalse();
        assertThat(ClusterJob.options(with("VAIWG_NEW_PUBLICATION", ""), TODAY)
                        .publication()
                        .evenIfNotNewer())
                .isFalse();
        assertThat(ClusterJob.options(with("VAIWG_NEW_PUBLICATION", "true"), TODAY)
                        .publication()
                        .evenIfNotNewer())
                .isTrue();
    }

    @Test
    void gives_every_kafka_client_the_properties_of_a_file_where_one_is_named(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("kafka.properties"), "security.protocol=SSL\n");

        assertThat(ClusterJob.options(COMPLETE, TODAY).kafka().properties()).isEmpty();
        assertThat(ClusterJob.options(with("VAIWG_KAFKA_CONFIG", file.toString()), TODAY)
                        .kafka()
                        .properties())
                .isEqualTo(Map.of("security.protocol", "SSL"));
        assertThatThrownBy(() -> ClusterJob.options(with("VAIWG_KAFKA_CONFIG", folder + "/none"), TODAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot be read: check that it is there");
    }

    @Test
    void keeps_state_on_disk_unless_another_backend_is_named() {
        assertThat(ClusterJob.options(COMPLETE, TODAY).checkpoints().backend()).isEqualTo(StateBackend.ROCKSDB);
        assertThat(ClusterJob.options(with("VAIWG_STATE_BACKEND", "heap"), TODAY)
                        .checkpoints()
                        .backend())
                .isEqualTo(StateBackend.HEAP);
        assertThatThrownBy(() -> ClusterJob.options(with("VAIWG_STATE_BACKEND", "disk"), TODAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'disk' is no state backend: give one of heap, rocksdb.");
    }

    @Test
    void takes_a_checkpoint_every_half_minute_unless_other_seconds_are_named() {
        assertThat(ClusterJob.options(COMPLETE, TODAY).checkpoints().every()).hasSeconds(30);
        assertThat(ClusterJob.options(with("VAIWG_CHECKPOINT_SECONDS", "300"), TODAY)
                        .checkpoints()
                        .every())
                .hasMinutes(5);
        for (String wrong : new String[] {"0", "601", "5m"}) {
            assertThatThrownBy(() -> ClusterJob.options(with("VAIWG_CHECKPOINT_SECONDS", wrong), TODAY))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Set VAIWG_CHECKPOINT_SECONDS to a number from 1 to 600; it is '" + wrong + "'.");
        }
    }

    @Test
    void keeps_all_slices_daily_from_a_day_that_may_be_named() {
        assertThat(ClusterJob.options(COMPLETE, TODAY).publication().dailyFrom())
                .isEqualTo(TODAY.minusDays(28));
        assertThat(ClusterJob.options(with("VAIWG_DAILY_FROM", "2026-03-01"), TODAY)
                        .publication()
                        .dailyFrom())
                .isEqualTo("2026-03-01");
        assertThatThrownBy(() -> ClusterJob.options(with("VAIWG_DAILY_FROM", "March"), TODAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Set VAIWG_DAILY_FROM to a date such as 2000-01-01, or to nothing.");
    }

    @Test
    void asks_a_schema_registry_only_where_one_is_named() {
        assertThat(ClusterJob.options(COMPLETE, TODAY).events().schemaRegistry())
                .isEmpty();
        assertThat(ClusterJob.options(with("VAIWG_SCHEMA_REGISTRY_URL", ""), TODAY)
                        .events()
                        .schemaRegistry())
                .isEmpty();
        assertThat(ClusterJob.options(with("VAIWG_SCHEMA_REGISTRY_URL", "http://registry:8081"), TODAY)
                        .events()
                        .schemaRegistry())
                .contains(HttpEndpoint.of(URI.create("http://registry:8081")));
    }

    @Test
    void says_who_it_is_where_servers_ask() {
        Map<String, String> environment = new HashMap<>(COMPLETE);
        environment.put("VAIWG_SCHEMA_REGISTRY_URL", "https://registry");
        for (String name : List.of("VAIWG_SCHEMA_REGISTRY", "VAIWG_REMOTE_WRITE")) {
            environment.put(name + "_USER", "job");
            environment.put(name + "_PASSWORD_FILE", "/run/secrets/password");
            environment.put(name + "_HEADERS", "X-Scope-OrgID=force; X-Api-Key=@/run/secrets/key");
            environment.put(name + "_CA_FILE", "/etc/ca.pem");
        }
        Map<String, String> headers = Map.of("X-Scope-OrgID", "force", "X-Api-Key", "@/run/secrets/key");

        JobOptions options = ClusterJob.options(environment, TODAY);

        assertThat(options.events().schemaRegistry())
                .contains(new HttpEndpoint(
                        URI.create("https://registry"), "job", "/run/secrets/password", headers, "/etc/ca.pem"));
        assertThat(options.outputs().remoteWrite())
                .contains(new HttpEndpoint(
                        URI.create(COMPLETE.get("VAIWG_REMOTE_WRITE")),
                        "job",
                        "/run/secrets/password",
                        headers,
                        "/etc/ca.pem"));
    }

    @Test
    void takes_the_databases_password_from_a_file_where_one_is_named(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("password"), "of the file\n");
        Map<String, String> environment = with("VAIWG_DATABASE_PASSWORD_FILE", file.toString());
        environment.remove("VAIWG_DATABASE_PASSWORD");
        assertThat(ClusterJob.options(environment, TODAY).database().password()).isEqualTo("of the file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "VAIWG_KAFKA",
                "VAIWG_DATABASE",
                "VAIWG_DATABASE_USER",
                "VAIWG_DATABASE_PASSWORD",
                "VAIWG_REMOTE_WRITE",
                "VAIWG_CHECKPOINTS",
                "VAIWG_PARALLELISM"
            })
    void says_which_variable_is_missing(String name) {
        assertThatThrownBy(() -> ClusterJob.options(with(name, " "), TODAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Set the environment variable " + name + "; the job needs it.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "West Midlands", "west-midlands,,bedfordshire"})
    void says_what_to_set_where_the_forces_are_not_named(String value) {
        assertThatThrownBy(() -> ClusterJob.options(with("VAIWG_FORCES", value), TODAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Set VAIWG_FORCES to the forces whose events are counted, separated by commas, such as west-midlands,bedfordshire.");
    }

    @Test
    void reads_the_earliest_date_where_one_is_named() {
        assertThat(ClusterJob.options(with("VAIWG_EARLIEST_DATE", "2019-04-01"), TODAY)
                        .events()
                        .earliest())
                .isEqualTo(LocalDate.of(2019, 4, 1));
        assertThat(ClusterJob.options(with("VAIWG_EARLIEST_DATE", ""), TODAY)
                        .events()
                        .earliest())
                .isEqualTo(LocalDate.of(2000, 1, 1));
        assertThatThrownBy(() -> ClusterJob.options(with("VAIWG_EARLIEST_DATE", "1 April"), TODAY))
                .hasMessage("Set VAIWG_EARLIEST_DATE to a date such as 2000-01-01, or to nothing.");
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "two", "1000"})
    void rejects_a_parallelism_that_is_no_number_from_one_on(String value) {
        assertThatThrownBy(() -> ClusterJob.options(with("VAIWG_PARALLELISM", value), TODAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Set VAIWG_PARALLELISM to a number from 1 to 999; it is '" + value + "'.");
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> changed = new HashMap<>(COMPLETE);
        changed.put(name, value);
        return changed;
    }
}
