package vaiwg.board.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vaiwg.board.web.IdentityIT.page;
import static vaiwg.board.web.IdentityIT.signal;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.board.access.AccessLog.Entry;
import vaiwg.board.access.AccessLog.Kind;
import vaiwg.board.access.Grants;
import vaiwg.board.figures.SeriesKey;
import vaiwg.board.report.ReportPublication;
import vaiwg.board.report.SmallForce;
import vaiwg.kpis.catalogue.Priority;

/** Who sees figures of conduct: on the pages of the restricted annex, and on those of the report, which are another process's. */
class ConductPagesIT {
    private static final String FORCE = SmallForce.FORCE;
    private static final String LOGIN = "X-Forwarded-User";
    private static final String GRANTS = """
            [standards]
            conduct = yes

            [standards.kent]
            conduct = yes
            forces = kent

            [lead.ob]
            posts = the lead for Our Behaviour
            tier = internal
            areas = our_behaviour

            [analyst]
            tier = internal
            """;
    private static final String CONDUCT = "4,127";
    private static final String SMALL_OF_JUSTICE = "3 of 407";
    private static final List<String> PAGES = List.of(
            "summary",
            "matters",
            "trust",
            "measure-police-conduct",
            "measure-few-orders",
            "report.html",
            "search?q=conduct");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final KeptLog LOG = new KeptLog();

    @TempDir
    private static Path folder;

    private static ReportPublication published;
    private static Path grants;
    private static BoardServer restricted;
    private static BoardServer ordinary;

    @BeforeAll
    static void serve() throws Exception {
        published = SmallForce.published();
        published
                .measure("police_conduct", "our_behaviour", "count", "none", "Conduct matters")
                .headline(10, "Conduct matters", "");
        published
                .measure("police_complaints", "our_behaviour", "count", "none", "Complaints")
                .set("place = 'restricted_annex'");
        published.measure("few_orders", "criminal_justice", "share", "up", "Orders breached");
        published.value(FORCE, SmallForce.AS_AT, new SeriesKey("police_conduct", "recorded", "365d", ""), 4_127, null);
        published.value(FORCE, SmallForce.AS_AT, new SeriesKey("police_complaints", "recorded", "365d", ""), 3, null);
        published.value(FORCE, SmallForce.AS_AT, new SeriesKey("few_orders", "recorded", "365d", ""), 3, 407);
        grants = Files.writeString(folder.resolve("grants"), GRANTS);
        restricted = start("vaiwg_conduct", true);
        ordinary = start("vaiwg_reader", false);
    }

    private static BoardServer start(String group, boolean isRestricted) throws Exception {
        return BoardServer.start(
                new ServerSettings(
                        "127.0.0.1",
                        0,
                        ProvedProxy.of(folder, LOGIN),
                        Grants.read(grants, Priority.shipped()),
                        ServerSettings.REQUESTS_PER_MINUTE,
                        isRestricted),
                () -> {
                    Connection connection = published.anotherConnection();
                    try (Statement statement = connection.createStatement()) {
                        statement.execute("SET ROLE " + group);
                    }
                    return connection;
                },
                LOG);
    }

    @AfterAll
    static void close() throws Exception {
        restricted.close();
        ordinary.close();
        published.close();
    }

    @BeforeEach
    void nothingYet() {
        LOG.take();
    }

    @Test
    void to_whom_conduct_is_granted_the_restricted_annex_is_shown_and_nothing_else() throws Exception {
        HttpResponse<String> summary = as("standards", restricted, page("summary"));
        assertThat(summary.statusCode()).as(summary.body()).isEqualTo(200);
        assertThat(summary.body())
                .contains("RESTRICTED: figures of conduct", CONDUCT, "Complaints", "suppressed")
                .contains("Logged in as standards. Figures of conduct are shown, without those of fewer than five.");
        assertThat(summary.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(as("standards", restricted, page("measure-police-conduct")).body())
                .contains(CONDUCT);
        assertThat(as("standards", restricted, page("report.html")).body())
                .contains("RESTRICTED: figures of conduct", CONDUCT);
        assertThat(as("standards", restricted, page("styles.css")).statusCode()).isEqualTo(200);
        assertThat(as("standards", restricted, page("search?q=conduct")).body())
                .contains("/" + FORCE + "/newest/measure-police-conduct");
        assertThat(all("standards", restricted))
                .doesNotContain("Victim attrition", "Orders breached", SMALL_OF_JUSTICE, "/answer");
        assertThat(as("standards", restricted, signal()).statusCode()).isEqualTo(404);
    }

    @Test
    void whoever_else_comes_is_told_nothing_of_it_and_that_is_written_down() throws Exception {
        List<String> addresses =
                new ArrayList<>(PAGES.stream().map(IdentityIT::page).toList());
        addresses.addAll(List.of("/", "/" + FORCE, "/go?force=" + FORCE, page("styles.css"), page("none"), signal()));
        for (String login : List.of("lead.ob", "analyst", "anybody")) {
            for (String address : addresses) {
                HttpResponse<String> refused = as(login, restricted, address);
                assertThat(refused.statusCode()).as(login + " " + address).isEqualTo(403);
                assertThat(refused.body()).isEqualTo("The restricted annex is not granted to this login.");
            }
            assertThat(LOG.take()).hasSameSizeAs(addresses).allSatisfy(entry -> {
                assertThat(entry.login()).isEqualTo(login);
                assertThat(entry.kind()).isEqualTo(Kind.REFUSAL);
                assertThat(entry.what()).endsWith(", restricted annex");
                assertThat(entry.status()).contains(403);
                assertThat(entry.reason()).contains("The restricted annex is not granted to this login.");
            });
        }
        for (String address : addresses) {
            HttpResponse<String> unproved = send(restricted, address, LOGIN, "standards");
            assertThat(unproved.statusCode()).as(address).isEqualTo(403);
            assertThat(unproved.body()).contains("proxy");
        }
        assertThat(LOG.take()).hasSizeLessThanOrEqualTo(1);
        assertThat(LOG.all()).anySatisfy(entry -> {
            assertThat(entry.login()).isEqualTo(Entry.NOBODY);
            assertThat(entry.kind()).isEqualTo(Kind.REFUSAL);
            assertThat(entry.what()).endsWith(", restricted annex");
        });
    }

    @Test
    void pages_and_exports_of_the_restricted_annex_are_written_down_as_such() throws Exception {
        as("standards", restricted, page("summary"));
        as("standards", restricted, page("report.html"));
        as("standards", ordinary, page("summary"));
        assertThat(LOG.take())
                .extracting(entry -> entry.kind() + " " + entry.what())
                .containsExactly(
                        "PAGE " + page("summary") + ", restricted annex",
                        "EXPORT " + page("report.html") + ", restricted annex",
                        "PAGE " + page("summary"));
    }

    @Test
    void on_the_pages_of_the_report_nobody_sees_conduct_and_with_conduct_alone_one_sees_what_the_board_does()
            throws Exception {
        for (String login : List.of("standards", "lead.ob", "analyst", "anybody")) {
            assertThat(all(login, ordinary))
                    .as(login)
                    .doesNotContain(CONDUCT, "RESTRICTED")
                    .contains("They are in the restricted annex for Professional Standards.");
        }
        assertThat(all("analyst", ordinary)).contains(SMALL_OF_JUSTICE);
        assertThat(all("standards", ordinary).replace("Logged in as standards.", "Logged in as anybody."))
                .isEqualTo(all("anybody", ordinary))
                .doesNotContain(SMALL_OF_JUSTICE);
    }

    @Test
    void of_a_force_that_is_not_granted_there_is_no_annex() throws Exception {
        for (String page : PAGES) {
            assertThat(as("standards.kent", restricted, page(page)).statusCode())
                    .as(page)
                    .isEqualTo(404);
        }
    }

    @Test
    void without_logins_or_without_a_grant_of_conduct_its_pages_do_not_start() throws Exception {
        Grants some = Grants.read(grants, Priority.shipped());
        for (ThrowingCallable settings : List.<ThrowingCallable>of(
                () -> settings(new Access.Loopback(), some),
                () -> settings(Access.Loopback.ofSyntheticData(List.of()), some),
                () -> settings(ProvedProxy.of(folder, LOGIN), Grants.none()))) {
            assertThatThrownBy(settings)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("The restricted annex is for logins that it is granted to: give --grants with"
                            + " conduct = yes for one, and --users or --proxy-header.");
        }
    }

    private static ServerSettings settings(Access access, Grants grants) {
        return new ServerSettings("127.0.0.1", 0, access, grants, 1_000, true);
    }

    private static String all(String login, BoardServer server) throws Exception {
        StringBuilder all = new StringBuilder();
        for (String page : PAGES) {
            all.append(as(login, server, page(page)).body());
        }
        return all.toString();
    }

    private static HttpResponse<String> as(String login, BoardServer server, String path) throws Exception {
        return send(server, path, LOGIN, login, ProvedProxy.PROOF, ProvedProxy.SECRET);
    }

    private static HttpResponse<String> send(BoardServer server, String path, String... headers) throws Exception {
        URI address = server.address().resolve(path);
        return CLIENT.send(HttpRequest.newBuilder(address).headers(headers).build(), BodyHandlers.ofString());
    }
}
