package vaiwg.board.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vaiwg.board.access.Grant;
import vaiwg.board.answer.AnswerException;
import vaiwg.board.answer.OwnerAnswer;
import vaiwg.board.report.ReportPublication;
import vaiwg.board.report.SmallForce;

/** The page on which a signal is answered, through the server as it is. */
class AnswerPagesIT {
    private static final String FORCE = SmallForce.FORCE;
    private static final String PATH = "/answer?force=" + FORCE + "&signal=";
    private static final String HOSTILE = "<script>alert(1)</script> & \"quoted\" 'text' </textarea>";
    private static final Pattern ONCE = Pattern.compile("name=\"once\" value=\"([^\"]+)\"");
    private static final Grant LEAD =
            new Grant(List.of("Head of Crime", HOSTILE), Optional.empty(), Optional.empty(), false);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static ReportPublication published;
    private static BoardServer server;
    private static final List<OwnerAnswer> SENT = new ArrayList<>();
    private static Optional<AnswerException> failure = Optional.empty();

    @BeforeAll
    static void serve() throws Exception {
        published = SmallForce.published();
        published.measure("police_suspect", "our_behaviour", "share", "down", "Conduct");
        signal("stalk", "victim_attrition", "theme=stalking", "2026-10-22", "watch", "raised", "Seen. " + HOSTILE);
        signal(
                "stalk",
                "victim_attrition",
                "theme=stalking",
                "2026-11-19",
                "act",
                "confirmed",
                "More than usual. Find out.");
        published.matter(
                FORCE,
                "stalk",
                SmallForce.CHART.withSlice("theme=stalking"),
                LocalDate.of(2026, 10, 22),
                LocalDate.of(2026, 11, 19),
                SmallForce.AS_AT,
                "act",
                "Stalking: more cases end without the victim's support");
        signal("secret", "police_suspect", "", "2026-11-19", "act", "raised", "Of conduct. Nobody reads it.");
        published.signal(
                FORCE, "s2", SmallForce.CHART.withSlice("lpa=solihull;theme=rape"), SmallForce.AS_AT, "act", "raised");
        published.belongs("s2", "s1");
        server = BoardServer.start(
                new ServerSettings("127.0.0.1", 0, new Access.Loopback("h.crime", LEAD)),
                published::anotherConnection,
                new KeptLog(),
                Optional.of(answer -> {
                    if (failure.isPresent()) {
                        throw failure.get();
                    }
                    SENT.add(answer);
                    return Instant.EPOCH;
                }));
    }

    @AfterAll
    static void close() throws Exception {
        server.close();
        published.close();
    }

    @BeforeEach
    void nothingWritten() throws SQLException {
        SENT.clear();
        failure = Optional.empty();
        published.rewrite("DELETE FROM vaiwg.kpi_note_row");
    }

    @Test
    void a_signal_is_shown_with_its_two_sentences_what_became_of_it_and_a_form() throws Exception {
        HttpResponse<String> page = get(PATH + "stalk");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("<p>Latest judged: 172 of 371, 53 more than the usual 119.</p>", "This signal of it is of ")
                .contains("<p class=\"sentences\">More than usual. Find out.</p>")
                .containsSubsequence("22 Oct 2026: raised, Watch", "Seen. ", "19 Nov 2026: confirmed, Act")
                .contains("Not answered for 35 days.", "As at 26 November 2026".substring(1))
                .contains("name=\"cause\"", "name=\"action\"", "name=\"post\"", "Write no names of victims")
                .doesNotContain("<script");
        assertThat(get("/answer.css").headers().firstValue("Content-Type")).contains("text/css; charset=utf-8");
    }

    /** The days are the matter's, as in its mail and in the report. */
    @Test
    void a_later_signal_of_a_matter_says_from_when_its_days_are_counted() throws Exception {
        assertThat(get(PATH + "s1").body()).contains("Not answered for 7 days.");
        assertThat(get(PATH + "s2").body())
                .contains("Not answered for 7 days, since 19 November 2026, when its matter was first shown.");
    }

    @Test
    void who_answered_and_when_is_shown_and_an_answer_to_another_signal_of_the_matter_counts() throws Exception {
        published.note(FORCE, "s1", 1, "2026-11-20T09:00:00Z", "Staff moved.", HOSTILE);
        for (String signal : List.of("s1", "s2")) {
            assertThat(get(PATH + signal).body())
                    .as(signal)
                    .contains("Answered by the leads, login not recorded, 20 November 2026.", "Staff moved.")
                    .doesNotContain("<script", "Not answered");
        }
    }

    @Test
    void what_is_filled_in_is_written_and_shown() throws Exception {
        HttpResponse<String> answer = post(form("stalk", Map.of("cause", "Staff moved.\r\n\r\nTwice.", "action", "")));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(SENT)
                .containsExactly(new OwnerAnswer(
                        FORCE,
                        "stalk",
                        false,
                        Optional.of("Staff moved.\n\nTwice."),
                        Optional.empty(),
                        Optional.empty(),
                        OwnerAnswer.Terms.NONE,
                        "Head of Crime",
                        "h.crime"));
        assertThat(answer.body())
                .contains("<b>Written.</b>", "Staff moved.\n\nTwice.", "Head of Crime, logged in as h.crime")
                .doesNotContain("<form class=\"answerform\"", "Not answered");
    }

    @Test
    void that_it_was_only_seen_can_be_said() throws Exception {
        post(form("stalk", Map.of("acknowledge", "yes")));
        assertThat(SENT)
                .containsExactly(new OwnerAnswer(
                        FORCE,
                        "stalk",
                        true,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        OwnerAnswer.Terms.NONE,
                        "Head of Crime",
                        "h.crime"));
    }

    @Test
    void a_form_that_is_sent_twice_is_written_once_and_a_changed_one_again() throws Exception {
        Map<String, String> form = form("stalk", Map.of("cause", "Staff moved."));
        assertThat(post(form).body()).contains("<b>Written.</b>");
        assertThat(post(form).body()).contains("<b>Written.</b>", "Staff moved.");
        assertThat(SENT).hasSize(1);
        form.put("cause", "Another cause.");
        post(form);
        assertThat(SENT).hasSize(2);
    }

    @Test
    void what_is_written_is_never_markup() throws Exception {
        for (String field : List.of("cause", "action", "post")) {
            Map<String, String> form = form("stalk", Map.of(field, HOSTILE));
            assertThat(post(form).body())
                    .as(field)
                    .contains("&lt;script&gt;alert(1)")
                    .doesNotContain("<script", "text' </textarea>");
            failure = Optional.of(AnswerException.rejected("No."));
            assertThat(post(form("stalk", form)).body())
                    .as(field)
                    .contains("&lt;script&gt;alert(1)")
                    .doesNotContain("<script", "text' </textarea>");
            failure = Optional.empty();
        }
    }

    @Test
    void what_was_not_written_stays_in_the_form_with_a_sentence() throws Exception {
        failure = Optional.of(AnswerException.rejected("The job would reject the note: so it is."));
        HttpResponse<String> rejected = post(form("stalk", Map.of("cause", "Staff moved.", "acknowledge", "yes")));
        assertThat(rejected.statusCode()).isEqualTo(400);
        assertThat(rejected.body())
                .contains("<b>Not written.</b> The job would reject the note: so it is.")
                .contains(">Staff moved.</textarea>", "value=\"Head of Crime\" selected", " checked");
        failure = Optional.of(AnswerException.undelivered("Kafka does not answer: start it.", null));
        Map<String, String> form = form("stalk", Map.of("cause", "Staff moved."));
        HttpResponse<String> undelivered = post(form);
        assertThat(undelivered.statusCode()).isEqualTo(503);
        assertThat(undelivered.body()).contains("Kafka does not answer: start it.", ">Staff moved.</textarea>");
        failure = Optional.empty();
        form.put("once", once(undelivered.body()));
        post(form);
        assertThat(SENT).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/answer",
                "/answer?force=west-midlands",
                PATH + "none",
                PATH + "secret",
                PATH + "%00",
                PATH + "%3Cscript%3E",
                "/answer?force=nowhere&signal=stalk",
                "/answer?force=west-midlands&kpi=none&basis=%00"
            })
    void a_signal_that_there_is_not_is_said_to_be_missing(String path) throws Exception {
        HttpResponse<String> page = get(path);
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body())
                .contains("These figures have no such matter: open the link")
                .doesNotContain("<script");
    }

    @Test
    void nothing_is_written_of_a_signal_that_there_is_not() throws Exception {
        for (String signal : List.of("none", "secret", "\0", "")) {
            Map<String, String> form = form("stalk", Map.of("cause", "Staff moved."));
            form.put("signal", signal);
            assertThat(post(form).statusCode()).as(signal).isEqualTo(404);
        }
        assertThat(SENT).isEmpty();
    }

    @Test
    void a_form_of_another_site_or_of_nobody_is_not_taken() throws Exception {
        Map<String, String> form = form("stalk", Map.of("cause", "Staff moved."));
        for (String[] headers : new String[][] {
            {},
            {"Origin", "https://other.example"},
            {"Origin", "null"},
            {"Origin", "not an address"},
            {"Sec-Fetch-Site", "cross-site"},
            {"Sec-Fetch-Site", "same-site"},
            {"Sec-Fetch-Site", "cross-site", "Origin", origin()}
        }) {
            HttpResponse<String> answer = send(request(form, headers));
            assertThat(answer.statusCode()).as(List.of(headers).toString()).isEqualTo(403);
            assertThat(answer.body()).contains("open it there");
        }
        assertThat(SENT).isEmpty();
        assertThat(send(request(form, "Origin", origin())).statusCode()).isEqualTo(200);
        assertThat(SENT).hasSize(1);
    }

    @Test
    void what_is_no_form_of_the_page_or_too_long_is_not_taken() throws Exception {
        assertThat(post(form("stalk", Map.of("cause", "x".repeat(100_000)))).statusCode())
                .isEqualTo(413);
        assertThat(send(own().POST(BodyPublishers.ofInputStream(
                                () -> new java.io.ByteArrayInputStream("x=y".getBytes(StandardCharsets.UTF_8)))))
                        .statusCode())
                .as("without a length")
                .isEqualTo(411);
        assertThat(send(own().setHeader("Content-Type", "application/json").POST(BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(415);
        assertThat(send(own().POST(BodyPublishers.ofString("once=%zz"))).statusCode())
                .isEqualTo(400);
        Map<String, String> form = form("stalk", Map.of("cause", "Staff moved."));
        form.put("once", "x");
        assertThat(post(form).statusCode()).isEqualTo(400);
        assertThat(SENT).isEmpty();
    }

    @Test
    void any_other_method_is_rejected_and_without_a_topic_a_form_too_and_the_page_names_the_command() throws Exception {
        for (String method : List.of("PUT", "DELETE", "PATCH")) {
            HttpResponse<String> rejected = send(own().method(method, BodyPublishers.ofString("x")));
            assertThat(rejected.statusCode()).as(method).isEqualTo(405);
            assertThat(rejected.headers().firstValue("Allow")).contains("GET, HEAD, POST");
        }
        try (BoardServer readOnly = BoardServer.start(
                new ServerSettings("127.0.0.1", 0, new Access.Loopback("h.crime", LEAD)),
                published::anotherConnection,
                new KeptLog())) {
            URI page = readOnly.address().resolve(PATH + "stalk");
            assertThat(send(HttpRequest.newBuilder(page)).body())
                    .containsSubsequence("./vaiwg note", "--force west-midlands", "--signal stalk", "--post")
                    .doesNotContain("<form");
            HttpResponse<String> rejected = send(HttpRequest.newBuilder(page).POST(BodyPublishers.ofString("x")));
            assertThat(rejected.statusCode()).isEqualTo(405);
            assertThat(rejected.headers().firstValue("Allow")).contains("GET, HEAD");
            assertThat(rejected.body()).contains("./vaiwg note");
        }
    }

    @Test
    void an_alert_leads_to_the_newest_signal_of_its_series() throws Exception {
        String series = "/answer?force=" + FORCE
                + "&kpi=victim_attrition&basis=matured_90d&window=28d&rule=outside&lpa=all&theme=";
        assertThat(get(series + "stalking").headers().firstValue("Location")).contains(PATH + "stalk");
        assertThat(get(series + "rape").headers().firstValue("Location")).contains(PATH + "s1");
        assertThat(get(series + "all").statusCode()).isEqualTo(404);
    }

    @Test
    void the_report_leads_to_the_page_of_each_matter() throws Exception {
        String matters = get("/" + FORCE + "/newest/matters").body();
        Matcher link = Pattern.compile("href=\"(/answer[^\"]+)\"").matcher(matters);
        List<String> links = link.results()
                .map(found -> found.group(1).replace("&amp;", "&"))
                .toList();
        assertThat(links).contains(PATH + "s1", PATH + "stalk");
        for (String one : links) {
            assertThat(get(one).statusCode()).as(one).isEqualTo(200);
        }
        assertThat(get("/" + FORCE + "/newest/report.html").body()).doesNotContain("/answer?");
    }

    @Test
    void the_page_runs_nothing_is_kept_nowhere_and_lets_its_form_name_its_origin() throws Exception {
        HttpResponse<String> page = get(PATH + "stalk");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; style-src 'self';")
                .contains("form-action 'self'");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(page.body()).doesNotContain("href=\"http", " style=\"", "<script");
    }

    private static void signal(
            String id, String kpi, String slice, String asAt, String state, String change, String text)
            throws SQLException {
        published.run("""
                INSERT INTO vaiwg.kpi_signal_row VALUES (0.46, 0.32, 1, '%1$s', date '%1$s' - 91, date '%1$s' - 118, 100, 1, false,
                    '%2$s', '%3$s', '%4$s', 'matured_90d', '28d', '%5$s', 'outside', '%6$s', '%7$s', '-', '%8$s')
                """.formatted(asAt, FORCE, id, kpi, slice, state, change, text.replace("'", "''")));
    }

    /** The form of a signal's page as a browser would send it, filled in. */
    private static Map<String, String> form(String signal, Map<String, String> filled) throws Exception {
        Map<String, String> form = new LinkedHashMap<>(Map.of("post", "Head of Crime"));
        form.putAll(filled);
        form.put("force", FORCE);
        form.put("signal", signal);
        form.put("once", once(get(PATH + signal).body()));
        return form;
    }

    private static String once(String page) {
        Matcher once = ONCE.matcher(page);
        assertThat(once.find()).isTrue();
        return UUID.fromString(once.group(1)).toString();
    }

    private static HttpResponse<String> post(Map<String, String> form) throws Exception {
        return send(request(form, "Sec-Fetch-Site", "same-origin", "Origin", origin()));
    }

    private static String origin() {
        return server.address().toString().replaceFirst("/$", "");
    }

    private static HttpRequest.Builder own() {
        return HttpRequest.newBuilder(server.address().resolve("/answer"))
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", "application/x-www-form-urlencoded");
    }

    private static HttpRequest.Builder request(Map<String, String> form, String... headers) {
        BodyPublisher body = BodyPublishers.ofString(form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&")));
        HttpRequest.Builder request = HttpRequest.newBuilder(server.address().resolve("/answer"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(body);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(server.address().resolve(path)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }
}
