package vaiwg.verification.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.cli.feed.FeedProducer;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.cli.feed.Heartbeat;
import vaiwg.demo.Await;
import vaiwg.demo.WebPage;
import vaiwg.demo.embedded.EmbeddedDatabase;
import vaiwg.jobs.kafka.TopicReport;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.jobs.recovery.Checkpoints;
import vaiwg.jobs.rest.OperatorToken;
import vaiwg.jobs.store.Database;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Outcome;
import vaiwg.schemas.Source;
import vaiwg.schemas.TrustedClasses;

/**
 * The whole way of a figure by the commands, environments, mounts and health checks of docker-compose.yml, in the order in which its
 * services wait for each other: broker, topics, database, Prometheus, and the job's own jar on a Flink cluster of two processes. Kafka
 * and Flink come from Maven, the others from Debian; addresses, ports and paths are those of this machine. Without images, which
 * {@link TryImagesIT} starts.
 */
@Timeout(600)
class ComposeClusterIT {
    private static final int CLIENTS = 9092;
    private static final int METRICS = 9249;
    private static final int PAGE = 8081;
    private static final int PROMETHEUS = 9090;
    /** Of Flink's processes among themselves. */
    private static final int RPC = 6123;

    private static final String PREFIX = "vaiwg.";
    private static final String FORCE = ComposeFile.FORCE;

    private static ComposeFile compose;

    @TempDir
    private Path folder;

    private final LoopbackPorts ports;

    ComposeClusterIT() throws IOException {
        ports = LoopbackPorts.find(CLIENTS, 19092, 9093, PAGE, METRICS, RPC, PROMETHEUS);
    }

    @BeforeAll
    static void read() throws Exception {
        TrustedClasses.register();
        compose = ComposeFile.read();
    }

    @Test
    void an_event_becomes_a_published_figure_and_the_job_goes_on_after_a_jobmanagers_end() throws Exception {
        KafkaImage kafka = new KafkaImage(folder.resolve("kafka"));
        Path jobJar = jobJar();
        FlinkImage flink = new FlinkImage(folder.resolve("flink"), jobJar, restJar());
        Map<String, String> inImage = Map.of("/opt/flink/usrlib/vaiwg-jobs.jar", jobJar.toString());
        try (NativeService broker = kafka.start(environment("kafka"));
                EmbeddedDatabase postgres = EmbeddedDatabase.start(folder.resolve("postgres"));
                NativeService prometheus = prometheus()) {
            ports.with(5432, postgres.port());
            broker.awaitHealth(kafka.here(health("kafka")));
            prometheus.awaitHealth(health("prometheus"));
            flink.run(compose.words("topics", "/entrypoint", Map.of()), inImage, environment("topics"));
            holdsTheTopicsAsTheyMustBe();
            DatabaseLogins.make(compose, folder, postgres);
            flink.run(compose.words("migrate", "/entrypoint", Map.of()), inImage, environment("migrate"));
            send();

            int metrics = ports.of(METRICS);
            try (Heartbeat heartbeat = Heartbeat.start(connection(), Duration.ofSeconds(1), Clock.systemUTC());
                    NativeService jobManager = jobManager(flink, metrics);
                    NativeService taskManager = taskManager(flink)) {
                jobManager.awaitHealth(health("jobmanager"));
                taskManager.awaitHealth(health("taskmanager"));
                awaitSnapshot(postgres, jobManager, taskManager);
                isInPrometheus("vaiwg_snapshot_as_at_seconds{force=\"" + FORCE + "\"}");
                Path checkpoints = volumes().get("checkpoints");
                Await.until(
                        "a checkpoint is complete",
                        () -> Checkpoints.newest(checkpoints).isPresent());
                nobodyEndsItByItsPort();
                jobManager.kill();
                goesOnFrom(Checkpoints.newest(checkpoints).orElseThrow().location(), flink, metrics);
            }
        }
    }

    /**
     * Starts the JobManager whenever it has ended, as the engine does: the first may find that the TaskManager has not yet let go of the
     * lock on the database.
     */
    private void goesOnFrom(String checkpoint, FlinkImage flink, int metrics) throws Exception {
        assertThat(compose.service("jobmanager").get("restart").asText()).isEqualTo("unless-stopped");
        NativeService[] next = {jobManager(flink, metrics)};
        try {
            Await.until("the job goes on from " + checkpoint, () -> {
                if (next[0].hasEnded()) {
                    next[0] = jobManager(flink, metrics);
                }
                return Optional.of(Path.of(URI.create(checkpoint))).equals(restoredFrom());
            });
            anOperatorStopsIt(flink);
        } finally {
            next[0].close();
        }
    }

    private NativeService jobManager(FlinkImage flink, int metrics) throws Exception {
        return flink.jobManager(
                properties("jobmanager", metrics),
                words("jobmanager", "/command").stream().skip(1).toList(),
                environment("jobmanager"));
    }

    /** The checkpoint from which the one job of the cluster went on; empty where it has not yet, or nobody answers, or not to the end. */
    private Optional<Path> restoredFrom() throws Exception {
        try {
            String job = page("/jobs").at("/jobs/0/id").asText();
            String restored = page("/jobs/" + job + "/checkpoints")
                    .at("/latest/restored/external_path")
                    .asText();
            return restored.isEmpty() ? Optional.empty() : Optional.of(Path.of(URI.create(restored)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void nobodyEndsItByItsPort() throws Exception {
        String job = page("/jobs").at("/jobs/0/id").asText();
        for (String attack :
                List.of("PATCH /jobs/" + job + "?mode=cancel", "DELETE /cluster", "POST /jobs/" + job + "/stop")) {
            String[] words = attack.split(" ");
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + ports.address(PAGE) + words[1]))
                    .method(words[0], BodyPublishers.noBody())
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .as(attack)
                    .isEqualTo(405);
        }
        assertThat(page("/jobs").at("/jobs/0/status").asText()).isEqualTo("RUNNING");
    }

    /** As the runbook says, in the container, whose /checkpoints only the job's user can read. */
    private void anOperatorStopsIt(FlinkImage flink) throws Exception {
        Path checkpoints = volumes().get("checkpoints");
        String job = page("/jobs").at("/jobs/0/id").asText();
        Await.until(
                "all its tasks run",
                () -> page("/jobs/" + job).path("vertices").findValuesAsText("status").stream()
                        .allMatch("RUNNING"::equals));
        List<String> stop = List.of("stop", "--type", "canonical", "--savepointPath", checkpoints.toString(), job);

        String stopped = new OperatorToken(checkpoints.resolve(OperatorToken.FILE)).lend(token -> {
            try {
                return flink.client(stop, Map.of("FLINK_REST_CLIENT_HEADERS", OperatorToken.HEADER + ":" + token));
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });

        assertThat(stopped).contains("Savepoint completed.");
    }

    private JsonNode page(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + ports.address(PAGE) + path))
                .build();
        return Project.json(HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body());
    }

    private static Path jobJar() throws IOException {
        Path jar = BuiltJar.ofJobs("all");
        BuiltJar.require(jar, "jobs", "jobs");
        return jar;
    }

    private static Path restJar() throws IOException {
        Path jar = BuiltJar.ofJobs("rest");
        BuiltJar.require(jar, "jobs", "vaiwg/jobs/rest", "jobs");
        return jar;
    }

    private NativeService prometheus() throws IOException {
        Path volume = Files.createDirectories(folder.resolve("prometheus-volume"));
        List<String> command = new ArrayList<>(List.of("prometheus"));
        command.addAll(compose.words("prometheus", "/command", Map.of("prometheus", volume)));
        command.add("--web.listen-address=" + ports.address(PROMETHEUS));
        return NativeService.start("prometheus", command, Map.of(), folder);
    }

    /** On one machine the two processes of the cluster cannot both have the port of the metrics. */
    private NativeService taskManager(FlinkImage flink) throws Exception {
        assertThat(words("taskmanager", "/command")).containsExactly("taskmanager");
        ports.with(METRICS, LoopbackPorts.find(METRICS).of(METRICS));
        return flink.taskManager(properties("taskmanager", ports.of(METRICS)), environment("taskmanager"));
    }

    private String properties(String service, int metrics) {
        String told =
                compose.service(service).at("/environment/FLINK_PROPERTIES").asText();
        assertThat(told)
                .contains(
                        "jobmanager.rpc.address: jobmanager\n",
                        "prometheus.port: " + METRICS + "\n",
                        "operator-token-file: /checkpoints/" + OperatorToken.FILE + "\n");
        return told.replace("jobmanager.rpc.address: jobmanager\n", "jobmanager.rpc.address: 127.0.0.1\n")
                        .replace("prometheus.port: " + METRICS, "prometheus.port: " + metrics)
                        .replace(
                                "token-file: /checkpoints",
                                "token-file: " + volumes().get("checkpoints"))
                + "jobmanager.bind-host: 127.0.0.1\ntaskmanager.bind-host: 127.0.0.1\ntaskmanager.host: 127.0.0.1\n"
                + "jobmanager.rpc.port: " + ports.of(RPC) + "\nrest.bind-address: 127.0.0.1\nrest.address: 127.0.0.1\n"
                + "rest.port: " + ports.of(PAGE) + "\n";
    }

    private List<String> words(String service, String... pointers) {
        return Stream.of(pointers)
                .flatMap(pointer -> compose.words(service, pointer, volumes()).stream())
                .map(ports::in)
                .toList();
    }

    private List<String> health(String service) {
        List<String> check = words(service, "/healthcheck/test");
        assertThat(check.get(0)).isEqualTo("CMD");
        return check.subList(1, check.size());
    }

    private Map<String, String> environment(String service) {
        Map<String, String> environment = new HashMap<>();
        for (Map.Entry<String, JsonNode> variable :
                compose.service(service).get("environment").properties()) {
            environment.put(
                    variable.getKey(),
                    ports.in(compose.onThisMachine(service, variable.getValue().asText(), volumes())));
        }
        return environment;
    }

    private Map<String, Path> volumes() {
        return Map.of(
                "kafka", folder.resolve("kafka-volume"),
                "checkpoints", folder.resolve("checkpoints-volume"),
                "prometheus", folder.resolve("prometheus-volume"));
    }

    private void holdsTheTopicsAsTheyMustBe() throws Exception {
        TopicReport topics = TopicReport.of(connection());

        assertThat(topics.topics()).noneMatch(TopicReport.State::isMissing);
        assertThat(topics.findings()).isEmpty();
        assertThat(topics.partitions()).isEqualTo(4);
    }

    private KafkaConnection connection() {
        return new KafkaConnection(ports.address(CLIENTS), PREFIX);
    }

    /** An outcome of three days ago: three midnights have passed since. */
    private void send() throws Exception {
        Instant at = Instant.now().minus(Duration.ofDays(3));
        Outcome outcome = Outcome.newBuilder()
                .setCrimeReference("crime")
                .setForce(FORCE)
                .setEventId("6b0f7c1e-0000-4000-8000-000000000001")
                .setVersion(1)
                .setChangedAt(at)
                .setSource(Source.SYNTHETIC)
                .setOutcomeType("16")
                .setAssignedAt(at)
                .build();
        try (FeedProducer producer = new FeedProducer(connection())) {
            producer.send(new FeedRecord(EventStream.OUTCOME, outcome.getCrimeReference(), at.toEpochMilli(), outcome));
            producer.flush();
        }
    }

    /** What the job publishes Grafana can see. */
    private static void awaitSnapshot(EmbeddedDatabase postgres, NativeService... cluster) throws Exception {
        await(
                "a snapshot is published",
                new Database(postgres.database().url(), "vaiwg_grafana", ComposeFile.SECRET),
                "SELECT FROM vaiwg.kpi_snapshot WHERE force = '" + FORCE + "' AND complete AND row_count > 0",
                cluster);
    }

    private static void await(String what, Database database, String query, NativeService... cluster) throws Exception {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            Await.until(what, () -> {
                for (NativeService process : cluster) {
                    process.failIfEnded();
                }
                try (ResultSet found = statement.executeQuery(query)) {
                    return found.next();
                }
            });
        }
    }

    private void isInPrometheus(String series) throws Exception {
        String query = "http://" + ports.address(PROMETHEUS) + "/api/v1/query?query="
                + URLEncoder.encode("last_over_time(" + series + "[7d])", StandardCharsets.UTF_8);
        Await.until(
                "Prometheus has " + series,
                () -> !Project.json(WebPage.get(query).body())
                        .at("/data/result")
                        .isEmpty());
    }
}
