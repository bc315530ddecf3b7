package vaiwg.verification.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vaiwg.jobs.ClusterJob;
import vaiwg.jobs.ClusterVariable;

/** Needs the Debian package {@code docker-compose}, but no engine; fails where it is missing. */
class ComposeTest {
    private static final String POM = Project.text(Project.ROOT.resolve("pom.xml"));
    private static final String BOARD = "docker-compose.board.yml";
    private static JsonNode compose;

    static List<String> secrets() {
        return ComposeFile.secrets();
    }

    @BeforeAll
    static void read() throws Exception {
        compose = ComposeFile.read().json();
    }

    @Test
    void images_are_the_versions_that_the_build_uses() {
        Map<String, String> images = new TreeMap<>();
        compose.get("services")
                .fields()
                .forEachRemaining(service -> images.put(
                        service.getKey(), service.getValue().get("image").asText()));

        String job = "localhost/vaiwg-job:" + Project.version();
        String kafka = "apache/kafka:" + version("kafka.version");
        assertThat(images)
                .containsEntry("kafka", kafka)
                .containsEntry("topics", job)
                .containsEntry("jobmanager", job)
                .containsEntry("taskmanager", job)
                .containsEntry("migrate", job)
                .containsEntry(
                        "postgres",
                        "postgres:"
                                + version("embedded.postgres.binaries.version").replaceFirst("\\.0$", ""));
        assertThat(images.values()).allMatch(image -> image.matches("[a-z/-]+:v?\\d+\\.\\d+(\\.\\d+)?(-SNAPSHOT)?"));
    }

    @Test
    void what_is_ours_runs_without_rights_and_writes_only_where_something_is_mounted() {
        for (String service : List.of("topics", "migrate", "jobmanager", "taskmanager")) {
            JsonNode ours = compose.at("/services/" + service);
            assertThat(ours.get("read_only").asBoolean()).as(service).isTrue();
            assertThat(ours.get("cap_drop").toString()).as(service).isEqualTo("[\"ALL\"]");
            assertThat(ours.get("security_opt").toString()).as(service).contains("no-new-privileges:true");
            assertThat(ours.has("user")).as(service).isFalse();
        }
    }

    @Test
    void the_jobs_main_class_and_all_that_it_asks_of_the_environment_are_there() throws Exception {
        JsonNode jobManager = compose.at("/services/jobmanager");
        assertThat(jobManager.get("command").get(2).asText()).isEqualTo(ClusterJob.class.getName());
        assertThat(ClusterVariable.values())
                .filteredOn(ClusterVariable::isRequired)
                .isNotEmpty()
                .allMatch(variable ->
                        !jobManager.at("/environment/" + variable).asText().isBlank());
    }

    @Test
    void all_that_the_job_may_be_told_comes_from_the_environment_of_both_its_services() throws Exception {
        // Of the file itself: what compose mounts, and its own topics; and what the migration alone reads.
        Set<ClusterVariable> fixed = EnumSet.of(
                ClusterVariable.VAIWG_BOARD_URL,
                ClusterVariable.VAIWG_KAFKA_CONFIG,
                ClusterVariable.VAIWG_TOPIC_PREFIX);
        List<String> asked = Arrays.stream(ClusterVariable.values())
                .filter(variable -> !variable.isRequired() && !fixed.contains(variable))
                .map(ClusterVariable::name)
                .toList();
        assertThat(asked).contains("VAIWG_REMOTE_WRITE_PASSWORD_FILE", "VAIWG_SCHEMA_REGISTRY_CA_FILE");
        Map<String, String> environment = ComposeFile.filledIn();
        asked.forEach(name -> environment.put(name, "told-" + name));
        environment.put("VAIWG_FILES", Project.ROOT.toString());

        JsonNode told =
                Project.json(ComposeFile.config(environment, "--format", "json").output());

        for (String service : List.of("jobmanager", "taskmanager")) {
            for (String name : asked) {
                assertThat(told.at("/services/" + service + "/environment/" + name)
                                .asText())
                        .as(service)
                        .isEqualTo("told-" + name);
            }
            assertThat(told.at("/services/" + service + "/volumes"))
                    .anySatisfy(mount -> assertThat(mount.toString())
                            .contains("\"source\":\"" + Project.ROOT + "\"", "\"target\":\"/etc/vaiwg/files\"")
                            .contains("\"read_only\":true"));
        }
    }

    @Test
    void the_address_of_the_boards_pages_reaches_alerts_and_dashboards_and_may_be_missing() throws Exception {
        Map<String, String> environment = ComposeFile.filledIn();
        for (String address : List.of("", "https://board.example")) {
            environment.put("VAIWG_BOARD_URL", address);
            JsonNode told = Project.json(
                    ComposeFile.config(environment, "--format", "json").output());
            for (String service : List.of("prometheus", "migrate")) {
                assertThat(told.at("/services/" + service + "/environment/VAIWG_BOARD_URL")
                                .asText())
                        .as(service)
                        .isEqualTo(address);
            }
        }
    }

    @Test
    void the_boards_pages_read_folders_of_forces_where_the_job_does_and_none_of_its_passwords() throws Exception {
        Map<String, String> environment = new HashMap<>();
        required(BOARD).forEach(name -> environment.put(name, "/given"));
        environment.put("VAIWG_FILES", "/job");
        environment.put("VAIWG_BOARD_SITES", "/job/sites");
        environment.put("VAIWG_SITES", "/etc/vaiwg/files/sites/kent");

        ComposeFile told = ComposeFile.readWith(BOARD, environment);

        for (String service : List.of("jobmanager", "board")) {
            assertThat(told.service(service).at("/environment/VAIWG_SITES").asText())
                    .as(service)
                    .isEqualTo("/etc/vaiwg/files/sites/kent");
        }
        assertThat(told.service("jobmanager").get("volumes"))
                .anyMatch(mount -> mount.path("source").asText().equals("/job")
                        && mount.path("target").asText().equals("/etc/vaiwg/files"));
        assertThat(told.service("board").get("volumes"))
                .anyMatch(mount -> mount.get("source").asText().equals("/job/sites")
                        && mount.get("target").asText().equals("/etc/vaiwg/files/sites")
                        && mount.get("read_only").asBoolean())
                .noneMatch(mount -> mount.get("source").asText().equals("/job"));
    }

    @Test
    void every_port_is_on_loopback() {
        compose.get("services")
                .forEach(service -> service.path("ports")
                        .forEach(
                                port -> assertThat(port.get("host_ip").asText()).isEqualTo("127.0.0.1")));
        assertThat(compose.findValues("host_ip")).hasSize(6);
    }

    @Test
    void every_server_tells_its_health_and_waits_for_what_it_needs() {
        compose.get("services").fields().forEachRemaining(service -> {
            boolean runsOn = !List.of("topics", "migrate").contains(service.getKey());
            assertThat(service.getValue().has("healthcheck"))
                    .as(service.getKey())
                    .isEqualTo(runsOn);
            service.getValue()
                    .path("depends_on")
                    .fields()
                    .forEachRemaining(needed -> assertThat(
                                    needed.getValue().get("condition").asText())
                            .as("%s needs %s", service.getKey(), needed.getKey())
                            .isEqualTo(
                                    List.of("topics", "migrate").contains(needed.getKey())
                                            ? "service_completed_successfully"
                                            : "service_healthy"));
        });
    }

    @Test
    void prometheus_keeps_years_in_long_blocks_and_can_be_written_to() {
        assertThat(compose.at("/services/prometheus/command").toString())
                .contains(
                        "--web.enable-remote-write-receiver",
                        "--storage.tsdb.retention.time=10y",
                        "--storage.tsdb.min-block-duration=30d",
                        "--storage.tsdb.max-block-duration=30d");
    }

    @Test
    void grafana_finds_boards_where_they_are_mounted_and_keeps_them_as_they_are() {
        String provider = Project.text(Project.ROOT.resolve("grafana/provisioning/dashboards/vaiwg.yml"));

        assertThat(provider).contains("allowUiUpdates: false");
        assertThat(compose.at("/services/grafana/volumes").findValuesAsText("target"))
                .containsAll(Project.all("path: (\\S+)", provider));
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void a_secret_that_is_not_set_stops_everything_with_a_sentence(String name) throws Exception {
        Map<String, String> environment = ComposeFile.filledIn();
        environment.put(name, "");

        Project.Answer answer = ComposeFile.config(environment, "--quiet");

        assertThat(answer.exitCode()).isNotZero();
        assertThat(answer.output()).contains("required variable " + name + " is missing a value: set it to ");
    }

    @ParameterizedTest
    @MethodSource("requiredOfFilesBeside")
    void what_a_file_beside_it_requires_stops_it_likewise(String file, String name) throws Exception {
        Map<String, String> environment = new HashMap<>();
        required(file).forEach(other -> environment.put(other, "/given"));
        environment.put(name, "");

        Project.Answer answer = ComposeFile.configWith(file, environment);

        assertThat(answer.exitCode()).isNotZero();
        assertThat(answer.output()).contains("required variable " + name + " is missing a value: set it to ");
    }

    private static List<Arguments> requiredOfFilesBeside() {
        return Stream.of(BOARD, "docker-compose.conduct.yml")
                .flatMap(file -> required(file).stream().map(name -> Arguments.of(file, name)))
                .toList();
    }

    @Test
    void the_example_lists_every_variable_that_is_required() {
        assertThat(required("docker-compose.yml")).containsExactlyInAnyOrderElementsOf(secrets());
    }

    private static Set<String> required(String file) {
        return new TreeSet<>(Project.all("\\$\\{(\\w+):\\?", Project.text(Project.ROOT.resolve(file))));
    }

    private static String version(String property) {
        return Project.all("<" + Pattern.quote(property) + ">([^<]+)<", POM).get(0);
    }
}
