package vaiwg.jobs.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vaiwg.jobs.FigureOutputs;
import vaiwg.jobs.JobOptions;
import vaiwg.jobs.VaiwgJob;
import vaiwg.jobs.options.CheckpointOptions;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.Forces;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.jobs.options.LocalPorts;
import vaiwg.jobs.options.PublicationOptions;
import vaiwg.jobs.store.Database;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;

/** A job on a cluster with the settings of ours: by its REST port nobody changes it but an operator. */
@Timeout(900)
class RestPortIT {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private int port;
    private JobClient job;

    @BeforeEach
    void start() throws Exception {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironmentWithWebUI(
                new VaiwgJob(options(), ShippedCatalogue::get).localConfiguration());
        environment.setParallelism(1);
        environment
                .fromSequence(0, Long.MAX_VALUE)
                .uid("numbers")
                .sinkTo(new DiscardingSink<>())
                .uid("nowhere");
        job = environment.executeAsync("endless");
        while (!tasksRun()) {
            Thread.onSpinWait();
        }
    }

    @AfterEach
    void end() throws Exception {
        if (!job.getJobExecutionResult().isDone()) {
            job.cancel().get();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PATCH /jobs/JOB?mode=cancel",
                "PATCH /v1/jobs/JOB",
                "DELETE /cluster",
                "DELETE /v1/cluster",
                "GET /jobs/JOB/yarn-cancel",
                "GET /v1/jobs/JOB/yarn-stop",
                "GET /jobs/JOB/%79arn-cancel",
                "POST /jobs/JOB/stop",
                "POST /jobs/JOB/savepoints",
                "POST /jars/upload",
                "POST /savepoint-disposal",
                "PUT /jobs/JOB/resource-requirements",
                "BREW /overview"
            })
    void what_would_change_the_job_is_refused_and_the_job_runs(String attack) throws Exception {
        Files.writeString(tokenFile(), TOKEN);
        Files.setPosixFilePermissions(tokenFile(), PosixFilePermissions.fromString("rw-------"));

        HttpResponse<String> answer = send(attack, null);
        HttpResponse<String> guess = send(attack, TOKEN.replace('f', 'e'));

        assertThat(Stream.of(answer, guess)).allSatisfy(one -> {
            assertThat(one.statusCode()).isEqualTo(405);
            assertThat(one.body()).contains("answers what reads");
        });
        assertThat(statusOnThePort()).isEqualTo("RUNNING");
        assertThat(job.getJobStatus().get()).isEqualTo(JobStatus.RUNNING);
    }

    @Test
    void what_is_uploaded_by_nobody_leaves_no_file() throws Exception {
        assertThat(send("POST /jars/upload", null, "multipart/form-data; boundary=x", multipart())
                        .statusCode())
                .isEqualTo(405);

        assertThat(temporaryFiles()).doesNotContain("attack.jar");
    }

    /** The names of files down to the third level, and of the folders there; those of other processes may go meanwhile. */
    private static Set<String> temporaryFiles() throws IOException {
        Set<String> names = new HashSet<>();
        Path top = Path.of(System.getProperty("java.io.tmpdir"));
        Files.walkFileTree(top, Set.of(), 3, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                names.add(file.getFileName().toString());
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                return goOn(failure);
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
                return goOn(failure);
            }

            private FileVisitResult goOn(IOException failure) throws IOException {
                if (failure == null || failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
        assertThat(names).as("files beside one another").isNotEmpty();
        return names;
    }

    @Test
    void an_operator_who_shows_the_words_of_the_file_stops_it_with_a_savepoint() throws Exception {
        String stop = "POST /jobs/JOB/stop";

        assertThat(send(stop, TOKEN).statusCode()).as("without the file").isEqualTo(405);
        Files.writeString(tokenFile(), TOKEN);
        Files.setPosixFilePermissions(tokenFile(), PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(send(stop, TOKEN).statusCode()).as("a file that others read").isEqualTo(405);
        Files.setPosixFilePermissions(tokenFile(), PosixFilePermissions.fromString("rw-------"));
        Files.writeString(tokenFile(), "short");
        assertThat(send(stop, "short").statusCode()).as("a guess away").isEqualTo(405);

        HttpResponse<String> taken = new OperatorToken(tokenFile()).lend(token -> {
            assertThat(Files.getPosixFilePermissions(tokenFile()))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            return send(stop, token);
        });

        assertThat(taken.statusCode()).isEqualTo(202);
        assertThat(tokenFile()).doesNotExist();
        Path savepoint = Path.of(URI.create(savepoint(
                new ObjectMapper().readTree(taken.body()).get("request-id").asText())));
        assertThat(savepoint).hasParent(folder);
        assertThat(savepoint.resolve("_metadata")).isRegularFile();
        job.getJobExecutionResult().get();
    }

    /** Where it is, once it is complete. */
    private String savepoint(String request) throws Exception {
        JsonNode told;
        do {
            told = new ObjectMapper()
                    .readTree(send("GET /jobs/JOB/savepoints/" + request, null).body());
        } while (!told.at("/status/id").asText().equals("COMPLETED"));
        assertThat(told.at("/operation/failure-cause").toString()).isEmpty();
        return told.at("/operation/location").asText();
    }

    private boolean tasksRun() throws Exception {
        JsonNode tasks =
                new ObjectMapper().readTree(send("GET /jobs/JOB", null).body()).path("vertices");
        return !tasks.isEmpty()
                && StreamSupport.stream(tasks.spliterator(), false)
                        .allMatch(task -> task.get("status").asText().equals("RUNNING"));
    }

    private Path tokenFile() {
        return folder.resolve(OperatorToken.FILE);
    }

    private String statusOnThePort() throws Exception {
        return new ObjectMapper()
                .readTree(send("GET /jobs/JOB", null).body())
                .get("state")
                .asText();
    }

    private HttpResponse<String> send(String request, String token) throws IOException, InterruptedException {
        return send(request, token, "application/json", request.startsWith("POST") ? "{}" : "");
    }

    private HttpResponse<String> send(String request, String token, String type, String body)
            throws IOException, InterruptedException {
        String[] words = request.replace("JOB", job.getJobID().toString()).split(" ");
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + words[1]))
                .header("Content-Type", type)
                .method(words[0], body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        Optional.ofNullable(token).ifPresent(shown -> builder.header(OperatorToken.HEADER, shown));
        return http.send(builder.build(), BodyHandlers.ofString());
    }

    private static String multipart() {
        return "--x\r\nContent-Disposition: form-data; name=\"jarfile\"; filename=\"attack.jar\"\r\n"
                + "Content-Type: application/x-java-archive\r\n\r\n" + "a".repeat(10_000) + "\r\n--x--\r\n";
    }

    private JobOptions options() {
        return new JobOptions(
                new KafkaConnection("127.0.0.1:1", "vaiwg."),
                EventOptions.of(Forces.any()),
                new Database("jdbc:postgresql://127.0.0.1:1/vaiwg", "nobody", "nothing"),
                FigureOutputs.none(),
                new PublicationOptions(LocalDate.of(2026, 1, 1), true, Optional.empty(), false),
                new CheckpointOptions(folder, Duration.ofMinutes(10), Optional.empty()),
                1,
                new LocalPorts(port, 0));
    }
}
