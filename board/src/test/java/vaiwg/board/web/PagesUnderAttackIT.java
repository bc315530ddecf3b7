package vaiwg.board.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.board.access.Grants;
import vaiwg.board.report.ReportPublication;
import vaiwg.board.report.SmallForce;
import vaiwg.kpis.SelfSigned;

/** While somebody holds what the server has, others are answered: each test asks for pages as long as its attack lasts. */
@Timeout(300)
class PagesUnderAttackIT {
    private static final String PAGE = "/west-midlands/newest/summary";
    private static final int PAGES = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PASSWORD = "of-the-reader-alone";
    /** Fewer than a site's: that a check takes a third of a second is not what is tested. */
    private static final int ITERATIONS = 10_000;

    private static final String FORM = "Host: 127.0.0.1\r\nSec-Fetch-Site: same-origin\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\n";

    @TempDir
    private static Path folder;

    private static ReportPublication published;
    private static BoardServer open;
    private static BoardServer closed;
    private static SSLContext tls;
    private static final Semaphore KAFKA = new Semaphore(0);
    private static final AtomicInteger BEGUN = new AtomicInteger();

    private final ExecutorService attackers = Executors.newCachedThreadPool();

    @BeforeAll
    static void serve() throws Exception {
        published = SmallForce.published();
        open = BoardServer.start(
                new ServerSettings(
                        "127.0.0.1",
                        0,
                        Access.Loopback.ofSyntheticData(List.of("Lead")),
                        Grants.none(),
                        100_000,
                        false),
                published::anotherConnection,
                new KeptLog(),
                Optional.of(answer -> {
                    BEGUN.incrementAndGet();
                    KAFKA.acquireUninterruptibly();
                    return Instant.EPOCH;
                }));
        Path users = Files.writeString(
                folder.resolve("users"),
                Users.line("reader", PASSWORD.toCharArray(), ITERATIONS) + "\n"
                        + Users.line("lead", PASSWORD.toCharArray(), ITERATIONS) + "\n");
        Access.Basic basic =
                AccountsIT.asking(Users.read(users), new Tls(SelfSigned.store(folder, "board"), SelfSigned.PASSWORD));
        closed = BoardServer.start(
                new ServerSettings("127.0.0.1", 0, basic, Grants.none(), 100_000, false),
                published::anotherConnection,
                new KeptLog());
        tls = SelfSigned.client(folder, "board", Optional.empty());
        assertThat(get(open, "").statusCode()).isEqualTo(200);
    }

    @AfterAll
    static void close() throws Exception {
        open.close();
        closed.close();
        published.close();
    }

    @BeforeEach
    void begin() {
        KAFKA.drainPermits();
        BEGUN.set(0);
    }

    @AfterEach
    void end() {
        KAFKA.release(1_000);
        attackers.shutdownNow();
    }

    @Test
    void a_hundred_slow_bodies_hold_nothing_and_are_ended() throws Exception {
        List<RawConnection> slow = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            RawConnection connection = RawConnection.to(open.address());
            connection.send("POST /answer HTTP/1.1\r\n" + FORM + "Content-Length: 1000\r\n\r\no");
            slow.add(connection);
            if (i % 5 == 0) {
                assertThat(get(open, "").statusCode()).isEqualTo(200);
            }
        }
        for (RawConnection connection : slow) {
            assertThat(RawConnection.statuses(connection.readAll())).containsExactly(408);
            connection.close();
        }
    }

    @Test
    void what_is_sent_without_a_login_is_not_waited_for() throws Exception {
        try (RawConnection stranger = new RawConnection(tls.getSocketFactory(), "127.0.0.4", closed.address())) {
            stranger.send("POST /answer?force=x HTTP/1.1\r\n" + FORM + "Content-Length: 1000\r\n\r\no");
            assertThat(RawConnection.statuses(stranger.readAll())).containsExactly(405);
        }
        try (RawConnection stranger = new RawConnection(tls.getSocketFactory(), "127.0.0.4", closed.address())) {
            stranger.send("GET " + PAGE + " HTTP/1.1\r\n" + FORM + "Content-Length: 1000\r\n\r\no");
            assertThat(RawConnection.statuses(stranger.readAll())).containsExactly(401);
        }
    }

    @Test
    void three_hundred_slow_headers_and_a_hundred_idle_connections_hold_nothing() throws Exception {
        List<RawConnection> slow = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            RawConnection connection = i < 300
                    ? RawConnection.to(open.address())
                    : new RawConnection(tls.getSocketFactory(), "127.0.0.2", closed.address());
            if (i < 300) {
                connection.send("GET " + PAGE + " HTTP/1.1\r\nHost: 127");
            }
            slow.add(connection);
            if (i % 40 == 0) {
                assertThat(get(open, "").statusCode()).isEqualTo(200);
                assertThat(get(closed, "reader").statusCode()).isEqualTo(200);
            }
        }
        for (RawConnection connection : slow) {
            connection.close();
        }
    }

    @Test
    void a_thousand_wrong_passwords_are_hardly_checked_and_whoever_else_logs_in_or_has_reads_on() throws Exception {
        assertThat(get(closed, "reader").statusCode()).isEqualTo(200);
        double failedBefore = failedLogIns();
        AtomicBoolean isOver = new AtomicBoolean();
        Map<Integer, Integer> statuses = new TreeMap<>();
        List<Future<Integer>> attacks = IntStream.range(0, 20)
                .mapToObj(attacker -> attackers.submit(attack(attacker, isOver, statuses)))
                .toList();
        for (int i = 0; i < PAGES; i++) {
            assertThat(get(closed, "reader").statusCode()).isEqualTo(200);
        }
        assertThat(get(closed, "lead").statusCode())
                .as("of another address, for the first time")
                .isEqualTo(200);
        isOver.set(true);
        int tried = 0;
        for (Future<Integer> attack : attacks) {
            tried += attack.get();
        }
        assertThat(tried).isGreaterThanOrEqualTo(1_000);
        assertThat(statuses).containsOnlyKeys(401, 429);
        assertThat(statuses.get(401).doubleValue())
                .as("%s", statuses)
                .isEqualTo(failedLogIns() - failedBefore)
                .isLessThanOrEqualTo(LogInLimits.FREE_BY_ADDRESS + LogInLimits.AT_ONCE_BY_ADDRESS + 8);
        try (RawConnection attacker = attacker()) {
            attacker.send(wrong("nobody", 0));
            assertThat(attacker.readStatus()).isEqualTo(429);
        }
    }

    @Test
    void while_kafka_does_not_answer_pages_do() throws Exception {
        List<Future<Integer>> posts = IntStream.range(0, 40)
                .mapToObj(form -> attackers.submit(() -> {
                    try (RawConnection owner = RawConnection.to(open.address())) {
                        String body =
                                "force=west-midlands&signal=s1&post=Lead&acknowledge=yes&once=%08d-0000-0000-0000-000000000000"
                                        .formatted(form);
                        owner.send("POST /answer HTTP/1.1\r\n" + FORM + "Connection: close\r\nContent-Length: "
                                + body.length() + "\r\n\r\n" + body);
                        return owner.readStatus();
                    }
                }))
                .toList();
        for (int i = 0; i < PAGES; i++) {
            assertThat(get(open, "").statusCode()).isEqualTo(200);
        }
        assertThat(BEGUN).hasValueLessThanOrEqualTo(AnswerSender.AT_ONCE);
        KAFKA.release(posts.size());
        int written = 0;
        for (Future<Integer> post : posts) {
            int status = post.get();
            assertThat(status).isIn(200, 503);
            written += status == 200 ? 1 : 0;
        }
        assertThat(written).isPositive().isEqualTo(BEGUN.get());
    }

    @Test
    void health_says_without_a_login_whether_the_database_answers_and_no_figure() throws Exception {
        for (String path : List.of("/health", "/health/live")) {
            HttpResponse<String> health = send(closed, path, Optional.empty());
            assertThat(health.statusCode()).as(path).isEqualTo(200);
            assertThat(health.headers().firstValue("Content-Type")).contains("text/plain; charset=utf-8");
        }
        AtomicBoolean isAway = new AtomicBoolean(true);
        try (BoardServer server = BoardServer.start(
                new ServerSettings("127.0.0.1", 0, new Access.Loopback(), Grants.none(), 100_000, false),
                () -> {
                    if (isAway.get()) {
                        throw new SQLException("away");
                    }
                    return published.anotherConnection();
                },
                new KeptLog())) {
            assertThat(send(server, "/health", Optional.empty()).statusCode()).isEqualTo(503);
            assertThat(send(server, "/health/live", Optional.empty()).statusCode())
                    .isEqualTo(200);
            isAway.set(false);
            while (send(server, "/health", Optional.empty()).statusCode() != 200) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void a_database_that_takes_too_long_is_not_said_to_be_away() throws Exception {
        try (BoardServer server = BoardServer.start(
                new ServerSettings("127.0.0.1", 0, new Access.Loopback(), Grants.none(), 100_000, false),
                () -> {
                    throw new SQLException("canceling statement due to statement timeout", "57014");
                },
                new KeptLog())) {
            HttpResponse<String> page = send(server, "/", Optional.empty());
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.body())
                    .contains(
                            "The figures could not be read within 30 seconds: the database has too much to do. Try again in a minute.");
        }
    }

    @Test
    void what_it_did_is_counted() throws Exception {
        double before = sample(open, "vaiwg_pages_requests_total", "2xx");
        get(open, "");
        assertThat(sample(open, "vaiwg_pages_requests_total", "2xx")).isGreaterThan(before);
        double refused =
                open.metrics().getSampleValue("vaiwg_pages_refusals_total", new String[] {"status"}, new String[] {"411"
                                })
                                == null
                        ? 0
                        : 1;
        RawConnection.answer(
                open.address(), "POST /answer HTTP/1.1\r\n" + FORM + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        assertThat(open.metrics()
                        .getSampleValue("vaiwg_pages_refusals_total", new String[] {"status"}, new String[] {"411"}))
                .isGreaterThan(refused);
        assertThat(open.metrics().getSampleValue("vaiwg_pages_report_seconds_count"))
                .isPositive();
        assertThat(open.metrics().getSampleValue("vaiwg_pages_request_seconds_count"))
                .isPositive();
    }

    @Test
    void a_requests_too_many_is_told_to_come_later_and_a_proxys_are_not_counted() throws Exception {
        try (BoardServer server = BoardServer.start(
                new ServerSettings("127.0.0.1", 0, new Access.Loopback(), Grants.none(), 8, false),
                published::anotherConnection,
                new KeptLog())) {
            for (int i = 0; i < 2; i++) {
                assertThat(send(server, "/health/live", Optional.empty()).statusCode())
                        .isEqualTo(200);
            }
            HttpResponse<String> refused = send(server, "/health/live", Optional.empty());
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        }
        Access.Proxy proxy = ProvedProxy.of(folder, "X-User");
        try (BoardServer server = BoardServer.start(
                new ServerSettings("127.0.0.1", 0, proxy, Grants.none(), 8, false),
                published::anotherConnection,
                new KeptLog())) {
            for (int i = 0; i < PAGES; i++) {
                assertThat(send(server, "/health/live", Optional.empty()).statusCode())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void tls_is_of_today_and_asked_for_again() throws Exception {
        HttpResponse<String> page = get(closed, "reader");
        assertThat(page.headers().firstValue("Strict-Transport-Security")).contains("max-age=31536000");
        for (String old : List.of("TLSv1", "TLSv1.1")) {
            try (SSLSocket socket = (SSLSocket) tls.getSocketFactory()
                    .createSocket("127.0.0.1", closed.address().getPort())) {
                socket.setEnabledProtocols(new String[] {old});
                assertThat(catchThrowable(socket::startHandshake)).as(old).isInstanceOf(SSLHandshakeException.class);
            }
        }
    }

    @Test
    void a_key_store_that_its_password_does_not_open_is_said() throws Exception {
        Path users = folder.resolve("users");
        Access.Basic basic = AccountsIT.asking(Users.read(users), new Tls(folder.resolve("board.p12"), "another"));
        assertThatThrownBy(() -> BoardServer.start(
                        new ServerSettings("127.0.0.1", 0, basic), published::anotherConnection, new KeptLog()))
                .isInstanceOf(BoardServerException.class)
                .hasMessageContaining("--tls-password-file");
    }

    @Test
    void a_failed_log_in_is_logged_with_its_name_where_it_is_one_and_never_with_a_password() throws Exception {
        try (CapturedLog log = CapturedLog.of(LogIns.class);
                RawConnection stranger = new RawConnection(tls.getSocketFactory(), "127.0.0.3", closed.address())) {
            for (String name : List.of("lead", "typed-into-the-wrong-field")) {
                stranger.send(wrong(name, 1));
                assertThat(stranger.readStatus()).isEqualTo(401);
            }
            assertThat(log.lines())
                    .containsExactly(
                            "A log-in failed: lead at 127.0.0.3.",
                            "A log-in failed: a name that the file of users has not at 127.0.0.3.");
        }
    }

    /** Fifty wrong passwords, and as many more as others need to be answered. */
    private Callable<Integer> attack(int attacker, AtomicBoolean isOver, Map<Integer, Integer> statuses) {
        return () -> {
            int tried = 0;
            try (RawConnection connection = attacker()) {
                while (tried < 50 || !isOver.get()) {
                    connection.send(wrong(tried % 2 == 0 ? "reader" : "name " + attacker, tried));
                    int status = connection.readStatus();
                    tried++;
                    synchronized (statuses) {
                        statuses.merge(status, 1, Integer::sum);
                    }
                }
            }
            return tried;
        };
    }

    private static RawConnection attacker() throws IOException {
        return new RawConnection(tls.getSocketFactory(), "127.0.0.2", closed.address());
    }

    private static String wrong(String name, int number) {
        return "GET " + PAGE + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: " + basic(name, "wrong " + number)
                + "\r\n\r\n";
    }

    private static double failedLogIns() {
        return closed.metrics().getSampleValue("vaiwg_pages_failed_log_ins_total");
    }

    private static double sample(BoardServer server, String name, String status) {
        return server.metrics().getSampleValue(name, new String[] {"status"}, new String[] {status});
    }

    private static HttpResponse<String> get(BoardServer server, String user) throws Exception {
        return send(server, PAGE, Optional.of(user).filter(name -> !name.isEmpty()));
    }

    /** On a connection of its own. */
    private static HttpResponse<String> send(BoardServer server, String path, Optional<String> user) throws Exception {
        HttpClient client = HttpClient.newBuilder()
                .sslContext(tls == null ? SSLContext.getDefault() : tls)
                .connectTimeout(PATIENCE)
                .build();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.address().resolve(path)).timeout(PATIENCE);
        user.ifPresent(name -> request.header("Authorization", basic(name, PASSWORD)));
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
