package vaiwg.board.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.board.access.AccessLog.Entry;
import vaiwg.board.access.AccessLog.Kind;
import vaiwg.board.access.Grant;
import vaiwg.board.access.Grants;
import vaiwg.board.cases.AskedFigure;
import vaiwg.board.cases.CaseList;
import vaiwg.board.cases.CaseListException;
import vaiwg.board.cases.CaseListRequest;
import vaiwg.board.cases.CaseLists;
import vaiwg.board.report.ReportPublication;
import vaiwg.board.report.SmallForce;

/** The list of the cases behind a signal's figure, from the form to the download, through the server as it is. */
@Timeout(120)
class CasePagesIT {
    private static final String FORCE = SmallForce.FORCE;
    private static final String PAGE = "/answer?force=" + FORCE + "&signal=s1";
    private static final String FIGURE = "victim_attrition settled_90d 365d theme=rape, as at " + SmallForce.AS_AT;
    private static final String WORDS =
            "Victim attrition: Rape; followed 90 days, revised, in 12 months, as at 26 November 2026";
    private static final String WHY = "Query of the lead";
    private static final String LINES = "part,reference\r\n\"In the numerator\",\"planted-1\"\r\n";
    private static final String LOGIN = "X-User";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final KeptLog LOG = new KeptLog();
    private static final Maker MAKER = new Maker();
    private static final Grants GRANTS = Grants.of(Map.of(
            "lead", ofCases(Optional.empty()),
            "registrar", ofCases(Optional.empty()),
            "auditor", ofCases(Optional.empty()),
            "kent", ofCases(Optional.of(Set.of("kent"))),
            "analyst", new Grant(List.of(), Optional.empty(), Optional.empty(), false)));

    @TempDir
    private static Path folder;

    private static ReportPublication published;
    private static BoardServer server;

    @BeforeAll
    static void serve() throws Exception {
        published = SmallForce.published();
        server = start(Optional.of(MAKER));
    }

    @AfterAll
    static void close() throws Exception {
        server.close();
        published.close();
    }

    @BeforeEach
    void nothingYet() {
        LOG.fail(false);
        LOG.take();
        MAKER.away = false;
    }

    @Test
    void a_list_is_asked_for_with_a_purpose_made_and_taken_and_each_step_is_on_record() throws Exception {
        HttpResponse<String> page = get(server, "lead", PAGE);
        assertThat(page.body())
                .contains("<h2>Cases behind the figure</h2>", "<option value=\"" + FIGURE + "\">", "name=\"why\" rows")
                .doesNotContain("<script");
        LOG.take();
        HttpResponse<String> asked = ask("lead", FORCE, FIGURE, WHY);
        assertThat(asked.statusCode()).isEqualTo(302);
        String list = asked.headers().firstValue("Location").orElseThrow();
        assertThat(list).matches("/cases/[0-9a-f-]{36}");
        assertThat(MAKER.begun.take().series().slice()).isEqualTo("theme=rape");
        assertThat(MAKER.recorded.take().why()).isEqualTo(WHY);

        HttpResponse<String> being = get(server, "lead", list);
        assertThat(being.body()).contains("Being made", WORDS).doesNotContain("cases.csv");
        assertThat(being.headers().firstValue("Refresh")).contains("5");
        assertThat(get(server, "lead", list + "/cases.csv").statusCode()).isEqualTo(404);

        letTheFirstBeReady();
        HttpResponse<String> ready = get(server, "lead", list);
        assertThat(ready.body())
                .contains("<b>Ready.</b> It adds up.", "href=\"" + list + "/cases.csv\">Download 1 line<")
                .doesNotContain("planted");
        assertThat(ready.headers().firstValue("Refresh")).isEmpty();
        for (String other : List.of("registrar", "kent", "analyst")) {
            assertThat(get(server, other, list).statusCode()).as(other).isEqualTo(404);
            assertThat(get(server, other, list + "/cases.csv").statusCode())
                    .as(other)
                    .isEqualTo(404);
        }
        LOG.take();
        HttpResponse<String> taken = get(server, "lead", list + "/cases.csv");
        assertThat(taken.body()).isEqualTo(LINES);
        assertThat(taken.headers().firstValue("Content-Type")).contains("text/csv; charset=utf-8");
        assertThat(taken.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(taken.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"cases.csv\"");
        assertThat(LOG.take()).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(Kind.EXPLANATION);
            assertThat(entry.login()).isEqualTo("lead");
            assertThat(entry.status()).contains(200);
            assertThat(entry.what()).isEqualTo(list + "/cases.csv " + FORCE + " " + FIGURE);
        });
        LOG.fail(true);
        HttpResponse<String> unrecorded = get(server, "lead", list + "/cases.csv");
        assertThat(unrecorded.statusCode()).isEqualTo(503);
        assertThat(unrecorded.body()).doesNotContain("planted");
        LOG.fail(false);
        assertThat(LOG.all()).extracting(Entry::toString).noneMatch(entry -> entry.contains("planted"));
    }

    @Test
    void who_is_shown_no_cases_is_offered_none_and_refused_them() throws Exception {
        assertThat(get(server, "analyst", PAGE).body()).doesNotContain("Cases behind the figure");
        for (String login : List.of("analyst", "kent")) {
            assertThat(ask(login, FORCE, FIGURE, WHY).statusCode()).as(login).isEqualTo(403);
        }
        assertThat(LOG.take()).filteredOn(entry -> entry.kind() == Kind.REFUSAL).hasSize(2);
        assertThat(MAKER.refused).containsExactly("analyst " + FORCE + " " + FIGURE, "kent " + FORCE + " " + FIGURE);
        MAKER.refused.clear();
        assertThat(MAKER.begun).isEmpty();
    }

    @Test
    void without_a_purpose_or_with_a_figure_that_is_not_offered_nothing_is_made() throws Exception {
        assertThat(ask("lead", FORCE, FIGURE, " ").statusCode()).isEqualTo(400);
        assertThat(ask("lead", FORCE, FIGURE, "x".repeat(251)).statusCode()).isEqualTo(400);
        assertThat(ask("lead", FORCE, "recorded_offences recorded 365d, as at 2026-11-26", WHY)
                        .statusCode())
                .isEqualTo(400);
        assertThat(ask("lead", "\0", FIGURE, WHY).statusCode()).isEqualTo(400);
        assertThat(MAKER.recorded).isEmpty();
    }

    @Test
    void what_cannot_be_put_on_record_is_not_made() throws Exception {
        MAKER.away = true;
        HttpResponse<String> asked = ask("auditor", FORCE, FIGURE, WHY);
        assertThat(asked.statusCode()).isEqualTo(503);
        assertThat(asked.body()).isEqualTo("It cannot be put on record now.");
        assertThat(MAKER.begun).isEmpty();
    }

    @Test
    void a_form_of_another_site_asks_for_nothing() throws Exception {
        HttpRequest.Builder foreign = form("lead", FORCE, FIGURE, WHY).setHeader("Sec-Fetch-Site", "cross-site");
        assertThat(send(foreign).statusCode()).isEqualTo(403);
        assertThat(MAKER.recorded).isEmpty();
    }

    @Test
    void a_server_that_makes_no_lists_names_the_command() throws Exception {
        try (BoardServer other = start(Optional.empty())) {
            assertThat(get(other, "lead", PAGE).body())
                    .containsSubsequence(
                            "This server lists no cases.",
                            "./vaiwg explain",
                            "--kpi victim_attrition",
                            "--window 365d",
                            "--as-at " + SmallForce.AS_AT)
                    .doesNotContain("action=\"/cases\"");
            HttpRequest.Builder form =
                    HttpRequest.newBuilder(other.address().resolve("/cases")).POST(BodyPublishers.ofString("why=x"));
            assertThat(send(as("lead", form)).statusCode()).isEqualTo(405);
        }
    }

    /** The next is begun once it is known what became of the first. */
    private static void letTheFirstBeReady() throws Exception {
        assertThat(ask("registrar", FORCE, FIGURE, "Another").statusCode()).isEqualTo(302);
        MAKER.log.release();
        MAKER.begun.take();
        MAKER.recorded.take();
        MAKER.log.release();
    }

    private static Grant ofCases(Optional<Set<String>> forces) {
        return new Grant(List.of(), Optional.empty(), forces, false, true);
    }

    private static BoardServer start(Optional<CaseLists> maker) throws Exception {
        return BoardServer.start(
                new ServerSettings(
                        "127.0.0.1",
                        0,
                        ProvedProxy.of(folder, LOGIN),
                        GRANTS,
                        ServerSettings.REQUESTS_PER_MINUTE,
                        false),
                published::anotherConnection,
                LOG,
                Optional.empty(),
                maker);
    }

    private static HttpResponse<String> get(BoardServer from, String login, String path) throws Exception {
        return send(as(login, HttpRequest.newBuilder(from.address().resolve(path))));
    }

    private static HttpResponse<String> ask(String login, String force, String figure, String why) throws Exception {
        return send(form(login, force, figure, why));
    }

    private static HttpRequest.Builder form(String login, String force, String figure, String why) {
        URI address = server.address().resolve("/cases");
        return as(login, HttpRequest.newBuilder(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.ofString(
                        "signal=s1&force=" + encoded(force) + "&figure=" + encoded(figure) + "&why=" + encoded(why)));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static HttpRequest.Builder as(String login, HttpRequest.Builder request) {
        return request.header(LOGIN, login).header(ProvedProxy.PROOF, ProvedProxy.SECRET);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    /** Takes a permit for each list. */
    private static final class Maker implements CaseLists {
        private final BlockingQueue<CaseListRequest> recorded = new LinkedBlockingQueue<>();
        private final BlockingQueue<String> refused = new LinkedBlockingQueue<>();
        private final BlockingQueue<AskedFigure> begun = new LinkedBlockingQueue<>();
        private final Semaphore log = new Semaphore(0);
        private volatile boolean away;

        @Override
        public boolean explains(AskedFigure figure) {
            return true;
        }

        @Override
        public void putOnRecord(CaseListRequest request) {
            if (away) {
                throw new CaseListException("It cannot be put on record now.", null);
            }
            recorded.add(request);
        }

        @Override
        public void putRefusalOnRecord(String login, String address, String what) {
            refused.add(login + " " + what);
        }

        @Override
        public CaseList make(AskedFigure figure) {
            begun.add(figure);
            log.acquireUninterruptibly();
            return new CaseList(LINES, 1, "It adds up.");
        }
    }
}
