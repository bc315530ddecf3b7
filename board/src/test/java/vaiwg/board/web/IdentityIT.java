package vaiwg.board.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.board.access.AccessLog.Entry;
import vaiwg.board.access.AccessLog.Kind;
import vaiwg.board.access.Grants;
import vaiwg.board.answer.OwnerAnswer;
import vaiwg.board.figures.SeriesKey;
import vaiwg.board.report.ReportPublication;
import vaiwg.board.report.SmallForce;
import vaiwg.kpis.catalogue.Priority;

/** Who answers, who sees what, and what is written down of it: behind a proxy that proves itself. */
class IdentityIT {
    private static final String FORCE = SmallForce.FORCE;
    private static final String SECRET = ProvedProxy.SECRET;
    private static final String LOGIN = "X-Forwarded-User";
    private static final String PROOF = ProvedProxy.PROOF;
    private static final String GRANTS = """
            [lead.cj]
            posts = the lead for Criminal Justice
            tier = internal
            areas = criminal_justice

            [analyst]
            tier = internal

            [kent]
            forces = kent
            """;
    private static final String SMALL_OF_JUSTICE = "3 of 407";
    private static final String SMALL_OF_ENGAGEMENT = "2 of 803";
    private static final String[] PAGES = {
        "summary", "matters", "trust", "measure-few-orders", "measure-few-heard", "report.html"
    };
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final KeptLog LOG = new KeptLog();
    private static final List<OwnerAnswer> SENT = new ArrayList<>();

    @TempDir
    private static Path folder;

    private static ReportPublication published;
    private static BoardServer server;
    private static Path grants;

    @BeforeAll
    static void serve() throws Exception {
        published = SmallForce.published();
        published.measure("few_orders", "criminal_justice", "share", "up", "Orders breached");
        published.measure("few_heard", "engagement", "share", "up", "Victims heard");
        published.value(FORCE, SmallForce.AS_AT, new SeriesKey("few_orders", "recorded", "365d", ""), 3, 407);
        published.value(FORCE, SmallForce.AS_AT, new SeriesKey("few_heard", "recorded", "365d", ""), 2, 803);
        grants = Files.writeString(folder.resolve("grants"), GRANTS);
        server = start(ProvedProxy.of(folder, LOGIN));
    }

    @AfterAll
    static void close() throws Exception {
        server.close();
        published.close();
    }

    @BeforeEach
    void nothingYet() throws Exception {
        Files.writeString(grants, GRANTS);
        LOG.fail(false);
        LOG.take();
        SENT.clear();
    }

    @Test
    void a_header_from_loopback_without_the_proxys_proof_is_not_believed() throws Exception {
        for (String[] headers : new String[][] {
            {},
            {LOGIN, "analyst"},
            {LOGIN, "analyst", PROOF, ""},
            {LOGIN, "analyst", PROOF, SECRET.replace('0', '1')},
            {LOGIN, "analyst", PROOF, SECRET + "0"},
            {LOGIN, "analyst", PROOF, SECRET, PROOF, "x"},
            {LOGIN, "analyst", LOGIN, "lead.cj", PROOF, SECRET},
            {LOGIN, " ", PROOF, SECRET},
            {PROOF, SECRET}
        }) {
            HttpResponse<String> refused = send(page("summary"), headers);
            assertThat(refused.statusCode()).as(String.join(" ", headers)).isEqualTo(403);
        }
        // Of whoever is not known, one row a minute.
        assertThat(LOG.take()).hasSizeLessThanOrEqualTo(1);
        assertThat(LOG.all()).anySatisfy(entry -> {
            assertThat(entry.kind()).isEqualTo(Kind.REFUSAL);
            assertThat(entry.login()).isEqualTo(Entry.NOBODY);
            assertThat(entry.status()).contains(403);
            assertThat(entry.reason().orElseThrow()).contains("proxy");
        });
        assertThat(as("analyst", page("summary")).statusCode()).isEqualTo(200);
    }

    @Test
    void the_address_that_is_kept_is_the_clients_where_the_proxy_has_proved_itself_and_only_there() throws Exception {
        send(page("summary"), LOGIN, "analyst", PROOF, SECRET, "X-Forwarded-For", "203.0.113.9, 198.51.100.7");
        send(page("summary"), LOGIN, "analyst", "X-Forwarded-For", "203.0.113.9");
        assertThat(LOG.take()).extracting(Entry::address).containsExactly("198.51.100.7", "127.0.0.1");
    }

    @Test
    void small_counts_are_seen_by_whom_they_are_granted_to_and_by_nobody_else() throws Exception {
        assertThat(all("analyst")).contains(SMALL_OF_JUSTICE, SMALL_OF_ENGAGEMENT);
        assertThat(all("lead.cj")).contains(SMALL_OF_JUSTICE).doesNotContain(SMALL_OF_ENGAGEMENT);
        assertThat(all("anybody")).doesNotContain(SMALL_OF_JUSTICE, SMALL_OF_ENGAGEMENT);
        assertThat(as("lead.cj", page("summary")).body())
                .contains("Logged in as lead.cj. Figures of Criminal Justice are shown as they are, others as the");
    }

    @Test
    void a_signals_sentences_are_seen_by_whom_its_area_is_granted_to() throws Exception {
        String sentences = "<p class=\"sentences\">Of s1.";
        published.run("SET session_replication_role = replica");
        published.run("UPDATE vaiwg.kpi_signal_row SET paragraph = 'Of s1.' WHERE signal_id = 's1'");
        published.run("SET session_replication_role = origin");
        assertThat(as("lead.cj", signal()).body()).contains(sentences);
        assertThat(as("anybody", signal()).body())
                .doesNotContain("Of s1.")
                .contains(
                        "is in the <a href=\"/west-midlands/newest/matters\">report</a>, as the Strategy Board has it");
    }

    @Test
    void a_force_that_is_not_granted_is_not_there() throws Exception {
        assertThat(as("kent", page("summary")).statusCode()).isEqualTo(404);
        assertThat(as("kent", signal()).statusCode()).isEqualTo(404);
        assertThat(as("kent", "/").body()).doesNotContain(FORCE);
    }

    @Test
    void nobody_answers_in_the_name_of_a_post_that_is_not_granted() throws Exception {
        for (String login : List.of("reader1", "analyst", "lead.cj")) {
            LOG.take();
            HttpResponse<String> refused = answer(login, "Chief Constable");
            assertThat(refused.statusCode()).as(login).isEqualTo(403);
            assertThat(refused.body()).contains("That post is not granted to this login");
            assertThat(LOG.take()).singleElement().satisfies(entry -> {
                assertThat(entry.login()).isEqualTo(login);
                assertThat(entry.kind()).isEqualTo(Kind.REFUSAL);
                assertThat(entry.what()).isEqualTo("/answer " + FORCE + " s1");
            });
        }
        assertThat(SENT).isEmpty();
        assertThat(as("reader1", signal()).body())
                .contains("No post is granted to this login")
                .doesNotContain("<form class=\"answerform\"");
    }

    @Test
    void an_answer_has_the_login_and_is_written_down_before_it_is_sent_and_with_how_it_ended() throws Exception {
        assertThat(as("lead.cj", signal()).body())
                .contains("<option value=\"the lead for Criminal Justice\">", "In the name of");
        LOG.take();
        HttpResponse<String> written = answer("lead.cj", "the lead for Criminal Justice");
        assertThat(written.statusCode()).as(written.body()).isEqualTo(200);
        assertThat(written.body()).contains("the lead for Criminal Justice, logged in as lead.cj");
        assertThat(SENT).singleElement().satisfies(answer -> {
            assertThat(answer.login()).isEqualTo("lead.cj");
            assertThat(answer.post()).isEqualTo("the lead for Criminal Justice");
        });
        assertThat(LOG.take())
                .allSatisfy(entry -> assertThat(entry.kind()).isEqualTo(Kind.ANSWER))
                .extracting(Entry::status, Entry::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                Optional.empty(), Optional.of("as the lead for Criminal Justice")),
                        org.assertj.core.groups.Tuple.tuple(Optional.of(200), Optional.empty()));
    }

    @Test
    void pages_exports_and_what_is_missing_are_written_down_and_style_sheets_and_words_are_not() throws Exception {
        as("analyst", page("summary"));
        as("analyst", page("report.html"));
        as("analyst", page("search?q=somebody"));
        as("analyst", page("none"));
        as("analyst", page("styles.css"));
        assertThat(LOG.take())
                .extracting(entry -> entry.login() + " " + entry.kind() + " " + entry.what() + " "
                        + entry.status().orElseThrow())
                .containsExactly(
                        "analyst PAGE " + page("summary") + " 200",
                        "analyst EXPORT " + page("report.html") + " 200",
                        "analyst PAGE " + page("search") + " 200",
                        "analyst PAGE " + page("none") + " 404");
    }

    @Test
    void what_cannot_be_written_down_is_neither_shown_nor_taken() throws Exception {
        LOG.fail(true);
        for (String page : PAGES) {
            HttpResponse<String> refused = as("analyst", page(page));
            assertThat(refused.statusCode()).as(page).isEqualTo(503);
            assertThat(refused.body())
                    .isEqualTo("Who sees these pages is recorded, and that cannot be done now: try again in a minute.");
        }
        assertThat(answer("lead.cj", "the lead for Criminal Justice").statusCode())
                .isEqualTo(503);
        assertThat(SENT).isEmpty();
        LOG.fail(false);
        assertThat(as("analyst", page("summary")).statusCode()).isEqualTo(200);
    }

    @Test
    void who_loses_a_grant_loses_it_at_once_and_a_broken_file_lets_nobody_in() throws Exception {
        assertThat(all("analyst")).contains(SMALL_OF_ENGAGEMENT);
        Files.writeString(grants, GRANTS.replace("[analyst]\ntier = internal\n", ""));
        assertThat(all("analyst")).doesNotContain(SMALL_OF_ENGAGEMENT);
        Files.writeString(grants, "[lead.cj]\npost = typing error\n");
        HttpResponse<String> refused = as("lead.cj", page("summary"));
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body()).contains("Who may see these pages cannot be told now");
    }

    @Test
    void without_a_login_the_boards_tier_is_shown_and_nothing_is_taken() throws Exception {
        try (BoardServer loopback = start(new Access.Loopback())) {
            StringBuilder pages = new StringBuilder();
            for (String page : PAGES) {
                pages.append(CLIENT.send(
                                HttpRequest.newBuilder(loopback.address().resolve(page(page)))
                                        .header(LOGIN, "analyst")
                                        .build(),
                                BodyHandlers.ofString())
                        .body());
            }
            assertThat(pages).doesNotContain(SMALL_OF_JUSTICE, SMALL_OF_ENGAGEMENT);
            assertThat(CLIENT.send(
                                    answerAt(loopback.address(), "Chief Constable")
                                            .build(),
                                    BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(403);
            assertThat(SENT).isEmpty();
        }
    }

    @Test
    void a_secret_that_could_be_guessed_and_a_proxy_elsewhere_without_tls_are_refused_at_the_start() throws Exception {
        Path guessed = Files.writeString(folder.resolve("guessed"), "secret\n");
        assertThatThrownBy(() -> ProxyProof.Secret.read(PROOF, guessed))
                .hasMessageContaining(
                        "is not one line of 32 characters or more: write what openssl rand -hex 32 prints");
        Path good = Files.writeString(folder.resolve("good"), SECRET);
        Access.Proxy proxy = new Access.Proxy(LOGIN, Set.of(), ProxyProof.Secret.read(PROOF, good), Optional.empty());
        assertThatThrownBy(() -> new ServerSettings("0.0.0.0", 0, proxy))
                .hasMessageContaining("over TLS alone: give --tls-key-store");
    }

    private static BoardServer start(Access access) throws Exception {
        return BoardServer.start(
                new ServerSettings(
                        "127.0.0.1",
                        0,
                        access,
                        Grants.read(grants, Priority.shipped()),
                        ServerSettings.REQUESTS_PER_MINUTE,
                        false),
                published::anotherConnection,
                LOG,
                Optional.of(answer -> {
                    SENT.add(answer);
                    return Instant.EPOCH;
                }));
    }

    private static String all(String login) throws Exception {
        StringBuilder all = new StringBuilder();
        for (String page : PAGES) {
            HttpResponse<String> answer = as(login, page(page));
            all.append(answer.body());
        }
        return all.toString();
    }

    static String page(String name) {
        return "/" + FORCE + "/newest/" + name;
    }

    static String signal() {
        return "/answer?force=" + FORCE + "&signal=s1";
    }

    private static HttpResponse<String> as(String login, String path) throws Exception {
        return send(path, LOGIN, login, PROOF, SECRET);
    }

    private static HttpResponse<String> send(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.address().resolve(path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> answer(String login, String post) throws Exception {
        return CLIENT.send(
                answerAt(server.address(), post)
                        .header(LOGIN, login)
                        .header(PROOF, SECRET)
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpRequest.Builder answerAt(URI address, String post) {
        return HttpRequest.newBuilder(address.resolve("/answer"))
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("force=" + FORCE + "&signal=s1&once=" + UUID.randomUUID()
                        + "&cause=Staff+moved&post=" + URLEncoder.encode(post, StandardCharsets.UTF_8)));
    }
}
