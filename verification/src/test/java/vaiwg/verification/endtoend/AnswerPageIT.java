package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.cli.Answer;
import vaiwg.cli.feed.EventDecoder;
import vaiwg.demo.DemoProcess;
import vaiwg.jobs.store.Database;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Note;
import vaiwg.verification.command.SiteAccounts;

/** An answer on the page of a signal, as {@code vaiwg serve --answers} shows it, is what {@code vaiwg note} writes. */
@Timeout(300)
@ExtendWith(InstallationExtension.class)
class AnswerPageIT {
    private static final String FORCE = PublishedSignal.FORCE;
    private static final String SIGNAL = PublishedSignal.SIGNAL;
    private static final String CAUSE = "Two units shared one specialist; since Monday they have two.";
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final String POST = "Head of Criminal Justice";
    private static final Pattern ADDRESS = Pattern.compile("The report is at (\\S+/)\\.");
    private static final Pattern ONCE = Pattern.compile("name=\"once\" value=\"([^\"]+)\"");

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void the_page_writes_what_the_verb_writes_and_rejects_what_it_rejects(Installation installation) throws Exception {
        EventLog log = installation.newLog();
        Database database = installation.newDatabase();
        PublishedSignal.publish(database);
        try (DemoProcess serve = serve(log, database)) {
            serve.awaitOutput(". Ctrl-C ends it");
            Matcher address = ADDRESS.matcher(serve.output());
            assertThat(address.find()).as(serve.output()).isTrue();
            URI page = URI.create(address.group(1)).resolve("/answer?force=" + FORCE + "&signal=" + SIGNAL);

            HttpResponse<String> empty = post(page, "&post=Lead");
            assertThat(empty.statusCode()).isEqualTo(400);
            assertThat(empty.body()).contains(afterName(verb(log, "--post", "Lead")));
            HttpResponse<String> noPost = post(page, "&cause=x&post=+");
            assertThat(noPost.statusCode()).isEqualTo(403);
            assertThat(noPost.body()).contains("post is not granted to this login");
            assertThat(afterName(verb(log, "--cause", "x", "--post", " ")))
                    .contains("post is not granted to this login");

            HttpResponse<String> written = post(
                    page, "&cause=" + CAUSE.replace(" ", "+").replace(";", "%3B") + "&post=" + POST.replace(" ", "+"));
            assertThat(written.statusCode()).as(written.body()).isEqualTo(200);
            assertThat(written.body()).contains("<b>Written.</b>", CAUSE);
        }
        assertThat(verb(log, "--cause", CAUSE, "--post", POST).exitCode()).isZero();

        List<ConsumerRecord<byte[], byte[]>> records = TopicReader.readAll(log.bootstrapServers(), log.prefix());
        assertThat(records).hasSize(2).allSatisfy(record -> {
            assertThat(record.topic()).isEqualTo(log.topic(EventStream.NOTE));
            assertThat(record.key()).asString().isEqualTo(SIGNAL);
        });
        assertThat(records.get(0).partition()).isEqualTo(records.get(1).partition());
        assertThat(withoutItsInstant(records.get(0))).isEqualTo(withoutItsInstant(records.get(1)));
    }

    /** A note but for what differs from one to the next, which is checked. */
    private static Note withoutItsInstant(ConsumerRecord<byte[], byte[]> record) {
        Note note = (Note) new EventDecoder().decode(record.value()).orElseThrow();
        Instant said = note.getAt();
        assertThat(said.toEpochMilli()).isEqualTo(record.timestamp()).isEqualTo(note.getVersion());
        assertThat(note.getChangedAt()).isEqualTo(said);
        assertThat(UUID.fromString(note.getEventId())).hasToString(note.getEventId());
        assertThat(note.getCause()).isEqualTo(CAUSE);
        assertThat(note.getPost()).isEqualTo(POST);
        assertThat(note.getLogin()).isEqualTo(SiteAccounts.LOGIN);
        return Note.newBuilder(note)
                .setEventId("")
                .setVersion(0)
                .setChangedAt(Instant.EPOCH)
                .setAt(Instant.EPOCH)
                .build();
    }

    private HttpResponse<String> post(URI page, String fields) throws Exception {
        String form = client.send(asLead(page).build(), BodyHandlers.ofString()).body();
        Matcher once = ONCE.matcher(form);
        assertThat(once.find()).as(form).isTrue();
        return client.send(
                asLead(page.resolve("/answer"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", "http://" + page.getAuthority())
                        .POST(BodyPublishers.ofString(
                                "force=" + FORCE + "&signal=" + SIGNAL + "&once=" + once.group(1) + fields))
                        .build(),
                BodyHandlers.ofString());
    }

    /** As the proxy passes it on. */
    private static HttpRequest.Builder asLead(URI page) {
        return HttpRequest.newBuilder(page)
                .header("X-Forwarded-User", SiteAccounts.LOGIN)
                .header("X-Proxy-Secret", SECRET);
    }

    private Answer verb(EventLog log, String... words) {
        List<String> arguments = new ArrayList<>(List.of("note", "--force", FORCE, "--signal", SIGNAL));
        arguments.addAll(SiteAccounts.options(folder, "Lead", POST));
        arguments.addAll(List.of("--kafka", log.bootstrapServers(), "--topic-prefix", log.prefix()));
        arguments.addAll(List.of(words));
        return Answer.to(arguments.toArray(String[]::new));
    }

    private static String afterName(Answer rejected) {
        assertThat(rejected.exitCode()).isEqualTo(2);
        return rejected.errors().replaceFirst("^vaiwg: ", "").strip();
    }

    private DemoProcess serve(EventLog log, Database database) throws Exception {
        List<String> command = DemoProcess.command(System.getProperty("java.class.path"));
        command.addAll(List.of("serve", "--port", "0", "--answers"));
        command.addAll(
                List.of("--grants", SiteAccounts.grants(folder, "Lead", POST).toString()));
        command.addAll(List.of("--proxy-header", "X-Forwarded-User", "--proxy-secret-file"));
        command.add(Files.writeString(folder.resolve("secret"), SECRET).toString());
        command.addAll(List.of("--kafka", log.bootstrapServers(), "--topic-prefix", log.prefix()));
        command.addAll(DatabaseArguments.of(database, folder));
        return DemoProcess.start(command, folder);
    }
}
