package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.demo.Await;
import vaiwg.demo.DemoProcess;
import vaiwg.jobs.store.Database;
import vaiwg.verification.command.SiteAccounts;

/** The list of the cases behind a signal's figure, as {@code vaiwg serve --cases} makes it of the log of which the figure was published. */
@Timeout(300)
@ExtendWith(InstallationExtension.class)
class CaseListPageIT {
    private static final Instant NOON = Instant.parse("2024-03-01T12:00:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2024-03-02T00:00:00Z");
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final String WHY = "Query of the lead";
    private static final Pattern ADDRESS = Pattern.compile("The report is at (\\S+/)\\.");

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void a_list_that_is_asked_for_on_the_pages_has_the_cases_and_is_on_record_before_and_after(
            Installation installation) throws Exception {
        EventLog log = installation.newLog();
        log.send(List.of(new SmallCase("planted-1").recorded(NOON), new SmallCase("planted-2").recorded(NOON)));
        log.completeThrough(MIDNIGHT);
        try (JobRun run = installation.start(log, RunSettings.of(MIDNIGHT, 2))) {
            run.awaitSnapshot(MIDNIGHT);
            run.stop();
            signal(run.database());
            try (DemoProcess serve = serve(log, run.database())) {
                serve.awaitOutput(". Ctrl-C ends it");
                Matcher address = ADDRESS.matcher(serve.output());
                assertThat(address.find()).as(serve.output()).isTrue();
                URI pages = URI.create(address.group(1));

                HttpResponse<String> asked = ask(pages);
                assertThat(asked.statusCode()).as(asked.body()).isEqualTo(302);
                assertThat(ExplainCommandIT.audited(log))
                        .singleElement()
                        .asString()
                        .contains("\"login\":\"" + SiteAccounts.LOGIN + "\"", "\"reason\":\"" + WHY + "\"");
                URI list = pages.resolve(asked.headers().firstValue("Location").orElseThrow());
                Await.until(
                        "the list is made",
                        () -> get(list).headers().firstValue("Refresh").isEmpty());
                assertThat(get(list).body())
                        .as(serve.output())
                        .contains("<b>Ready.</b> As at 2024-03-02, published: 2. The cases of the list add up to it.");
                String lines = get(list.resolve(list.getPath() + "/cases.csv")).body();
                assertThat(lines.lines())
                        .hasSize(3)
                        .anyMatch(line -> line.startsWith("\"Counted\",\"case\",\"planted-1\",\"2024-03-01\""))
                        .anyMatch(line -> line.startsWith("\"Counted\",\"case\",\"planted-2\",\"2024-03-01\""));
                assertThat(serve.output()).doesNotContain("planted");
            }
            assertThat(run.query(
                            "SELECT status, login, reason FROM board_access WHERE kind = 'explanation' ORDER BY at"))
                    .containsExactly(
                            "," + SiteAccounts.LOGIN + "," + WHY,
                            "302," + SiteAccounts.LOGIN + ",",
                            "200," + SiteAccounts.LOGIN + ",");
            assertThat(ExplainCommandIT.columnsWithPlanted(run.database())).isEmpty();
        }
    }

    private static void signal(Database database) throws Exception {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO vaiwg.kpi_signal_row VALUES (2, 1, 1, '2024-03-02', '2024-03-01', '2024-02-03', 2, 1, false, '%s', 's1',
                        'recorded_offences', 'recorded', '28d', 'theme=stalking_harassment', 'outside', 'act', 'raised', '-', 'Seen. Find out.')
                    """.formatted(SmallCase.FORCE));
        }
    }

    private HttpResponse<String> ask(URI pages) throws Exception {
        String figure = "recorded_offences recorded 28d theme=stalking_harassment, as at 2024-03-02";
        return client.send(
                asLead(pages.resolve("/cases"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Sec-Fetch-Site", "same-origin")
                        .POST(BodyPublishers.ofString("signal=s1&force=" + SmallCase.FORCE + "&figure="
                                + encoded(figure) + "&why=" + encoded(WHY)))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(URI page) throws Exception {
        return client.send(asLead(page).build(), BodyHandlers.ofString());
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** As the proxy passes it on. */
    private static HttpRequest.Builder asLead(URI page) {
        return HttpRequest.newBuilder(page)
                .header("X-Forwarded-User", SiteAccounts.LOGIN)
                .header("X-Proxy-Secret", SECRET);
    }

    private DemoProcess serve(EventLog log, Database database) throws Exception {
        List<String> command = DemoProcess.command(System.getProperty("java.class.path"));
        command.addAll(List.of("serve", "--port", "0", "--cases", "--forces", SmallCase.FORCE, "--grants"));
        command.add(Files.writeString(folder.resolve("grants.txt"), "[" + SiteAccounts.LOGIN + "]\ncases = yes\n")
                .toString());
        command.addAll(List.of("--proxy-header", "X-Forwarded-User", "--proxy-secret-file"));
        command.add(Files.writeString(folder.resolve("secret"), SECRET).toString());
        command.addAll(List.of("--kafka", log.bootstrapServers(), "--topic-prefix", log.prefix()));
        command.addAll(DatabaseArguments.of(database, folder));
        return DemoProcess.start(command, folder);
    }
}
