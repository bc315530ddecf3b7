package vaiwg.board.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vaiwg.board.report.ReportPublication;
import vaiwg.board.report.SmallForce;

class BoardServerIT {
    private static final int MOST_BYTES = 1_000_000;
    private static final int MOST_REQUESTS = 10;
    private static final Pattern FETCHED = Pattern.compile("<(?:link|img|script|iframe)[^>]*(?:href|src)=\"([^\"]+)\"");
    private static final Pattern LINK = Pattern.compile("<a[^>]* href=\"(/[^\"#]*)");

    private static ReportPublication published;
    private static BoardServer server;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void serve() throws Exception {
        published = SmallForce.published();
        server = BoardServer.start(
                new ServerSettings("127.0.0.1", 0, new Access.Loopback()), published::anotherConnection, new KeptLog());
    }

    @AfterAll
    static void close() throws Exception {
        server.close();
        published.close();
    }

    @Test
    void the_first_page_is_the_newest_summary_and_every_page_it_leads_to_is_there() throws Exception {
        HttpResponse<String> first = get("/");
        assertThat(first.statusCode()).isEqualTo(302);
        String summary = first.headers().firstValue("Location").orElseThrow();
        assertThat(summary).isEqualTo("/west-midlands/newest/summary");
        List<String> links = links(get(summary).body());
        assertThat(links).hasSizeGreaterThan(5).contains("/west-midlands/newest/measure-recorded-offences");
        for (String link : links) {
            assertThat(get(link).statusCode()).as(link).isEqualTo(200);
        }
    }

    @Test
    void a_page_is_few_requests_and_little() throws Exception {
        for (String link : links(get("/west-midlands/newest/summary").body())) {
            String page = get(link).body();
            List<String> fetched = found(FETCHED, page);
            int bytes = page.getBytes(StandardCharsets.UTF_8).length;
            for (String one : fetched) {
                assertThat(one).as("from this server").startsWith("/");
                bytes += get(one).body().length();
            }
            assertThat(fetched.size() + 1).as(link).isLessThanOrEqualTo(MOST_REQUESTS);
            assertThat(bytes).as(link).isLessThan(MOST_BYTES);
        }
    }

    @Test
    void an_earlier_day_has_its_own_address_and_the_newest_says_which_is_its_own() throws Exception {
        assertThat(get("/west-midlands/2026-10-01/summary").body()).contains("As at 1 October 2026");
        assertThat(get("/west-midlands/newest/summary").body())
                .contains("As at 26 November 2026")
                .contains("href=\"/west-midlands/2026-11-26/summary\"");
        assertThat(get("/go?force=west-midlands&day=2026-10-01&page=matters")
                        .headers()
                        .firstValue("Location"))
                .contains("/west-midlands/2026-10-01/matters");
    }

    @Test
    void the_newest_page_reloads_often_while_a_history_is_loaded_and_says_how_far_it_is() throws Exception {
        try (ReportPublication own = SmallForce.published();
                BoardServer loading = BoardServer.start(
                        new ServerSettings("127.0.0.1", 0, new Access.Loopback()),
                        own::anotherConnection,
                        new KeptLog())) {
            assertThat(reload(loading, "newest")).contains("300");
            for (int night = 1; night <= 10; night++) {
                own.snapshot(SmallForce.FORCE, SmallForce.AS_AT.minusDays(night), LocalDate.of(2023, 11, 26), "all");
            }
            assertThat(reload(loading, "newest")).contains("10");
            assertThat(send(HttpRequest.newBuilder(loading.address().resolve("/west-midlands/newest/summary")))
                            .body())
                    .containsPattern("Years are being loaded: 1,096( of [0-9,]+)? days\\.");
            assertThat(reload(loading, "2026-11-26")).isEmpty();
        }
    }

    private static Optional<String> reload(BoardServer of, String day) throws Exception {
        return send(HttpRequest.newBuilder(of.address().resolve("/west-midlands/" + day + "/summary")))
                .headers()
                .firstValue("Refresh");
    }

    @Test
    void what_is_not_there_is_said_to_be_missing() throws Exception {
        for (String path : List.of(
                "/west-midlands/2020-01-01/summary",
                "/west-midlands/yesterday/summary",
                "/west-midlands/newest/area-none",
                "/nowhere/newest/summary",
                "/a/b/c/d")) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).as(path).contains("No such page");
        }
    }

    @Test
    void a_search_finds_figures_matters_and_definitions_and_repeats_nothing_as_markup() throws Exception {
        assertThat(get("/west-midlands/newest/search?q=attrition").body())
                .contains("Victim attrition")
                .contains("/west-midlands/newest/measure-victim-attrition");
        assertThat(get("/west-midlands/newest/search?q=%3Cscript%3Ealert(1)%3C/script%3E")
                        .body())
                .doesNotContain("<script")
                .contains("Nothing in this report holds all these words");
    }

    @Test
    void nothing_runs_nothing_comes_from_elsewhere_and_nothing_is_taken() throws Exception {
        HttpResponse<String> page = get("/west-midlands/newest/summary");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; style-src 'self';")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.body())
                .doesNotContain("<script")
                .doesNotContain(" style=\"")
                .doesNotContain("href=\"http")
                .doesNotContain("src=\"http");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
            HttpResponse<String> rejected = CLIENT.send(
                    HttpRequest.newBuilder(server.address().resolve("/west-midlands/newest/summary"))
                            .method(method, HttpRequest.BodyPublishers.ofString("x"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(rejected.statusCode()).as(method).isEqualTo(405);
        }
        HttpResponse<String> document = get("/west-midlands/newest/report.html");
        assertThat(document.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("style-src 'sha256-")
                .doesNotContain("unsafe");
    }

    @Test
    void another_sites_name_that_points_here_is_rejected() throws Exception {
        assertThat(raw("GET / HTTP/1.1\r\nHost: rebound.example:80\r\nConnection: close\r\n\r\n"))
                .contains(" 403 ");
        assertThat(raw("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .contains(" 302 ");
    }

    @Test
    void beyond_this_machine_nothing_is_served_unless_somebody_asks_who_is_there() {
        assertThatThrownBy(() -> new ServerSettings("0.0.0.0", 0, new Access.Loopback()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--users with --tls-key-store, or --proxy-header");
    }

    @Test
    void a_port_in_use_is_said() {
        assertThatThrownBy(() -> BoardServer.start(
                        new ServerSettings("127.0.0.1", server.address().getPort(), new Access.Loopback()),
                        published::anotherConnection,
                        new KeptLog()))
                .isInstanceOf(BoardServerException.class)
                .hasMessageContaining("choose another with --port");
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(server.address().resolve(path)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.address().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> links(String page) {
        return found(LINK, page).stream().distinct().toList();
    }

    private static List<String> found(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
