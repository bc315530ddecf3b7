package vaiwg.verification.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.board.web.Users;
import vaiwg.demo.embedded.EmbeddedDatabase;
import vaiwg.demo.embedded.EmbeddedKafka;
import vaiwg.jobs.store.Database;
import vaiwg.jobs.store.Migrations;
import vaiwg.kpis.SelfSigned;
import vaiwg.verification.endtoend.PublishedSignal;
import vaiwg.verification.endtoend.TopicReader;

/** {@code docker-compose.board.yml}: its own command, environment and mounts take an owner's answer to a signal. */
@Timeout(300)
class BoardServiceIT {
    private static final String FILE = "docker-compose.board.yml";
    private static final String SERVICE = "board";
    private static final String PREFIX = "vaiwg.";
    private static final String USER = "owner";
    private static final String PASSWORD = "of-the-owner-alone";
    private static final String CAUSE = "Two units shared one specialist.";
    private static final int PAGES = 8090;
    private static final Pattern ONCE = Pattern.compile("name=\"once\" value=\"([^\"]+)\"");

    @TempDir
    private Path folder;

    private Map<String, String> variables;

    @BeforeEach
    void fillIn() {
        variables = new HashMap<>(Map.of(
                "VAIWG_BOARD_FILES",
                folder.toString(),
                "VAIWG_BOARD_DATABASE_PASSWORD",
                ComposeFile.SECRET,
                "VAIWG_BOARD_URL",
                "https://board.example",
                "VAIWG_FORCES",
                PublishedSignal.FORCE));
    }

    @Test
    void it_is_not_there_without_its_file_and_listens_on_loopback_with_no_password_of_another() throws Exception {
        assertThat(ComposeFile.read().json().at("/services").toString()).doesNotContain("vaiwg_board", "board-login");

        ComposeFile compose = ComposeFile.readWith(FILE, variables);
        JsonNode board = compose.service(SERVICE);
        assertThat(board.get("image").asText()).isEqualTo("localhost/vaiwg:" + Project.version());
        assertThat(board.get("cap_drop").toString()).isEqualTo("[\"ALL\"]");
        assertThat(compose.service("board-login").get("image"))
                .isEqualTo(compose.service("postgres").get("image"));
        assertThat(board.get("ports").findValuesAsText("host_ip")).containsExactly("127.0.0.1");
        assertThat(board.get("secrets").findValuesAsText("source")).containsExactly("board_database_password");
        assertThat(board.get("volumes"))
                .allMatch(mount -> mount.get("read_only").asBoolean());
        for (String name :
                List.of("VAIWG_KAFKA", "VAIWG_KAFKA_CONFIG", "VAIWG_FORCES", "VAIWG_EARLIEST_DATE", "VAIWG_SITES")) {
            assertThat(board.at("/environment/" + name))
                    .as("%s, as the job has it", name)
                    .isEqualTo(compose.service("jobmanager").at("/environment/" + name));
        }
    }

    @Test
    void an_owner_who_logs_in_answers_a_signal_and_nobody_else_sees_it() throws Exception {
        ComposeFile compose = ComposeFile.readWith(FILE, variables);
        BuiltJar.requireCommand();
        makeFiles();
        try (EmbeddedDatabase postgres = EmbeddedDatabase.start(folder.resolve("postgres"));
                EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"))) {
            kafka.createTopics(PREFIX, 1);
            DatabaseLogins.make(compose, folder, postgres);
            Migrations.apply(new Database(postgres.database().url(), "vaiwg_owner", ComposeFile.SECRET));
            PublishedSignal.publish(postgres.database());
            Path secret = Files.writeString(folder.resolve("board_database_password"), ComposeFile.SECRET + "\n");
            // At each start.
            makeLogin(compose, secret, postgres);
            makeLogin(compose, secret, postgres);
            LoopbackPorts ports = LoopbackPorts.find(PAGES).with(5432, postgres.port());
            try (NativeService board = start(compose, secret, ports, kafka)) {
                List<String> check = compose.words(SERVICE, "/healthcheck/test", Map.of());
                board.awaitHealth(check.stream().skip(1).map(ports::in).toList());

                answer(URI.create("https://" + ports.address(PAGES) + "/answer"));
            }
            assertThat(TopicReader.readAll(kafka.bootstrapServers(), PREFIX))
                    .singleElement()
                    .satisfies(record -> assertThat(record.topic()).isEqualTo(PREFIX + "note"))
                    .extracting(ConsumerRecord::value)
                    .satisfies(value -> assertThat(new String(value, StandardCharsets.UTF_8))
                            .contains(CAUSE));
        }
    }

    private NativeService start(ComposeFile compose, Path secret, LoopbackPorts ports, EmbeddedKafka kafka)
            throws Exception {
        Map<String, String> environment = new HashMap<>();
        for (Map.Entry<String, JsonNode> variable :
                compose.service(SERVICE).get("environment").properties()) {
            environment.put(
                    variable.getKey(),
                    compose.onThisMachine(SERVICE, ports.in(variable.getValue().asText()), Map.of())
                            .replace("/run/secrets/board_database_password", secret.toString()));
        }
        // Every interface of the container, of which only loopback is led into it.
        assertThat(environment.put("VAIWG_PAGES_HOST", "127.0.0.1")).isEqualTo("0.0.0.0");
        assertThat(environment.put("VAIWG_PAGES_PORT", Integer.toString(ports.of(PAGES))))
                .isEqualTo(Integer.toString(PAGES));
        environment.put("VAIWG_KAFKA", kafka.bootstrapServers());
        List<String> command = Stream.concat(
                        ContainerFile.entryPoint("vaiwg").stream()
                                .map(word -> word.replace("/opt/vaiwg/lib", BuiltJar.COMMAND.toString())),
                        compose.words(SERVICE, "/command", Map.of()).stream())
                .toList();
        return NativeService.start(SERVICE, command, environment, folder);
    }

    private void answer(URI page) throws Exception {
        HttpClient client = HttpClient.newBuilder()
                .sslContext(SelfSigned.client(folder, "board", Optional.empty()))
                .build();
        URI signal = URI.create(page + "?force=" + PublishedSignal.FORCE + "&signal=" + PublishedSignal.SIGNAL);
        assertThat(client.send(HttpRequest.newBuilder(signal).build(), BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(401);

        HttpResponse<String> form = client.send(asOwner(signal).build(), BodyHandlers.ofString());
        assertThat(form.statusCode()).as(form.body()).isEqualTo(200);
        Matcher once = ONCE.matcher(form.body());
        assertThat(once.find()).as(form.body()).isTrue();
        HttpResponse<String> written = client.send(
                asOwner(page)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", "https://" + page.getAuthority())
                        .POST(BodyPublishers.ofString(signal.getQuery() + "&once=" + once.group(1) + "&post=Lead&cause="
                                + CAUSE.replace(' ', '+')))
                        .build(),
                BodyHandlers.ofString());
        assertThat(written.statusCode()).as(written.body()).isEqualTo(200);
        assertThat(written.body()).contains("<b>Written.</b>");
    }

    private static HttpRequest.Builder asOwner(URI page) {
        return HttpRequest.newBuilder(page)
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((USER + ':' + PASSWORD).getBytes(StandardCharsets.UTF_8)));
    }

    /** The service's script, as its command runs it. */
    private void makeLogin(ComposeFile compose, Path secret, EmbeddedDatabase postgres) throws Exception {
        Path script = Files.writeString(
                folder.resolve("board-login.sql"),
                compose.json()
                        .at("/configs/board-login/content")
                        .asText()
                        .replace("$$", "$")
                        .replace("/run/secrets/board_database_password", secret.toString()));
        DatabaseLogins.run(script, postgres);
    }

    /** What the site makes, as docs/go-live.md says. */
    private void makeFiles() throws Exception {
        Files.writeString(folder.resolve("users.txt"), Users.line(USER, PASSWORD.toCharArray()) + "\n");
        Files.writeString(folder.resolve("grants.txt"), "[" + USER + "]\nposts = Lead\n");
        Files.writeString(folder.resolve("board.password"), SelfSigned.PASSWORD + "\n");
        SelfSigned.store(folder, "board");
    }
}
