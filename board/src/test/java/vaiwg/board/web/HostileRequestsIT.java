package vaiwg.board.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vaiwg.board.access.Grants;
import vaiwg.board.report.ReportPublication;
import vaiwg.board.report.SmallForce;

/** Requests that no browser sends: each is answered once, with a refusal, and nothing of it is repeated or kept. */
@Timeout(300)
class HostileRequestsIT {
    private static final String PROOF = ProvedProxy.PROOF + ": " + ProvedProxy.SECRET + "\r\n";
    private static final String PAGE = "/west-midlands/newest/summary";
    /** A request that must not be seen, since it is in the body of another. */
    private static final String HIDDEN = "GET " + PAGE + " HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Forwarded-User: forged\r\n"
            + PROOF + "Connection: close\r\n\r\n";

    private static ReportPublication published;
    private static BoardServer server;
    private static BoardServer behindProxy;

    @TempDir
    private static Path folder;

    private static final AtomicInteger WRITTEN = new AtomicInteger();

    @BeforeAll
    static void serve() throws Exception {
        published = SmallForce.published();
        server = start(new Access.Loopback());
        behindProxy = start(ProvedProxy.of(folder, "X-Forwarded-User"));
    }

    @AfterAll
    static void close() throws Exception {
        server.close();
        behindProxy.close();
        published.close();
    }

    @AfterEach
    void nothingIsWritten() {
        assertThat(WRITTEN).hasValue(0);
    }

    @Test
    void a_request_that_is_hidden_in_the_extension_of_a_chunk_is_not_answered() throws Exception {
        String said = RawConnection.answer(
                behindProxy.address(),
                chunked("POST /answer", "Transfer-Encoding: chunked\r\n") + "1;ext=\"val\r\nX\r\n0\r\n\r\n" + HIDDEN
                        + "\"\r\nX\r\n0\r\n\r\n");
        assertThat(RawConnection.statuses(said)).containsExactly(411);
        assertThat(said).containsIgnoringCase("Connection: close").doesNotContain("West Midlands");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: chunked\r\n",
                "Transfer-Encoding: Chunked\r\n",
                "Transfer-Encoding: chunked, chunked\r\n",
                "Transfer-Encoding: gzip, chunked\r\n",
                "Transfer-Encoding: identity\r\n",
                "Transfer-Encoding: xchunked\r\n",
                "Transfer-Encoding : chunked\r\n",
                "Transfer-Encoding:\tchunked\r\n",
                "Transfer-Encoding: \u000bchunked\r\n",
                "X: y\r\n Transfer-Encoding: chunked\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n",
                "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
                "Content-Length: 0\r\nContent-Length: 5\r\n",
                "Content-Length: +5\r\n",
                "Content-Length: 5, 6\r\n",
                "Content-Length: 0x5\r\n",
                "Content-Length: -1\r\n"
            })
    void where_two_readers_could_disagree_how_long_a_request_is_there_is_one_answer_and_the_connection_ends(
            String lengths) throws Exception {
        for (String chunks :
                List.of("0\r\n\r\n", "5\r\nonce=\r\n0\r\n\r\n", "5 ;x\nonce=\n0\n\n", "-5\r\n\r\n", "FFFFFFFF5\r\n")) {
            String said =
                    RawConnection.answer(behindProxy.address(), chunked("POST /answer", lengths) + chunks + HIDDEN);
            assertThat(RawConnection.statuses(said))
                    .as(chunks)
                    .singleElement()
                    .satisfies(status -> assertThat(status).isBetween(400, 501));
            assertThat(said).as(chunks).doesNotContain("West Midlands");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS", "DELETE"})
    void what_is_sent_with_a_request_that_takes_nothing_is_no_request_of_its_own(String method) throws Exception {
        String body = HIDDEN;
        String said = RawConnection.answer(
                server.address(),
                method + " /nowhere HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: " + body.length()
                        + "\r\nConnection: close\r\n\r\n" + body);
        assertThat(RawConnection.statuses(said)).hasSize(1);
        assertThat(said).doesNotContain("West Midlands");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://rebound.example/",
                "http://rebound.example",
                "http://127.0.0.1@rebound.example/",
                "http://rebound.example\\@127.0.0.1/",
                "http://rebound.example#@127.0.0.1/",
                "http://rebound.example?@127.0.0.1/",
                "http://[::1]rebound.example/",
                "http://[::1/",
                "http:///",
                "//rebound.example/"
            })
    void an_address_whose_server_two_readers_see_differently_leads_nowhere(String target) throws Exception {
        String said = RawConnection.answer(
                server.address(), "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
        assertThat(RawConnection.statuses(said))
                .singleElement()
                .satisfies(status -> assertThat(status).isBetween(400, 404));
        assertThat(said).doesNotContain("West Midlands", "Location:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rebound.example",
                "rebound.example:80",
                "127.0.0.1@rebound.example",
                "rebound.example#127.0.0.1",
                "rebound.example/127.0.0.1",
                "127.0.0.1.rebound.example",
                "[::1]rebound.example",
                "127.0.0.1:80:90",
                "",
                "127.0.0.1\r\nHost: rebound.example",
                "rebound.example\r\nX-Forwarded-Host: 127.0.0.1"
            })
    void a_name_that_is_none_of_this_machines_is_refused(String host) throws Exception {
        String said = RawConnection.answer(
                server.address(), "GET " + PAGE + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
        assertThat(RawConnection.statuses(said))
                .singleElement()
                .satisfies(status -> assertThat(status).isIn(400, 403));
    }

    @Test
    void a_request_without_a_name_is_refused() throws Exception {
        assertThat(status("GET " + PAGE + " HTTP/1.1\r\nConnection: close\r\n\r\n"))
                .isEqualTo(400);
        assertThat(status("GET " + PAGE + " HTTP/1.0\r\n\r\n")).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%2Fevil.example",
                "/%2fevil.example",
                "/%5Cevil.example",
                "/%5cevil.example",
                "/\\evil.example",
                "//evil.example",
                "///evil.example",
                "/.%2F/evil.example",
                "/evil.example",
                "/go?force=&day=evil.example",
                "/go?force=/evil.example",
                "/go?force=%2Fevil.example",
                "/go?force=%5Cevil.example&day=x",
                "/go?force=evil.example",
                "/go"
            })
    void no_address_leads_to_another_server(String target) throws Exception {
        String said = page(target);
        assertThat(RawConnection.statuses(said)).singleElement().isIn(400, 404);
        assertThat(said).doesNotContain("Location:");
    }

    @Test
    void what_is_asked_for_is_encoded_where_it_leads() throws Exception {
        assertThat(page("/west-midlands")).contains("\r\nLocation: /west-midlands/newest/summary\r\n");
        assertThat(page("/go?force=west-midlands&day=%0d%0aSet-Cookie:x&page=%2F..%2F%22"))
                .contains("\r\nLocation: /west-midlands/%0D%0ASet-Cookie%3Ax/%2F..%2F%22\r\n")
                .doesNotContain("\nSet-Cookie");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../../etc/passwd",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/west-midlands/../../../etc/passwd",
                "/west-midlands/newest/..%2F..%2Fetc%2Fpasswd",
                "/west-midlands/newest/%252e%252e%252fpasswd",
                "/west-midlands/newest/..;/..;/etc/passwd",
                "/west-midlands/newest/%00",
                "/west-midlands/newest/report.html%00.txt",
                "/west-midlands/newest/..%5C..%5Cetc%5Cpasswd",
                "/west-midlands/newest/%c0%ae%c0%ae/passwd",
                "/west-midlands'%20OR%201=1--/newest/summary",
                "/west-midlands/2026-11-26'/summary",
                "/answer?force=west-midlands'--&signal=s1'%20OR%20'1'='1",
                "/%zz",
                "/answer?force=%zz",
                "*"
            })
    void what_is_no_page_is_missing_and_is_not_repeated(String target) throws Exception {
        String said = page(target);
        assertThat(RawConnection.statuses(said)).singleElement().isIn(400, 404);
        assertThat(said)
                .doesNotContain("root:", "etc/passwd", "OR 1=1", "'1'='1", "Exception", "jetty", "Jetty", "Server:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get"})
    void no_method_but_reading_is_taken(String method) throws Exception {
        String said = RawConnection.answer(
                server.address(),
                method + " " + PAGE + " HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Echo: repeated\r\nConnection: close\r\n\r\n");
        assertThat(RawConnection.statuses(said)).singleElement().isIn(400, 405);
        assertThat(said).doesNotContain("repeated", "West Midlands");
    }

    @Test
    void what_is_too_long_is_refused() throws Exception {
        assertThat(status("GET " + PAGE + " HTTP/1.1\r\nHost: 127.0.0.1\r\nX: " + "x".repeat(9_000) + "\r\n\r\n"))
                .isEqualTo(431);
        assertThat(status("GET /" + "x".repeat(9_000) + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"))
                .isIn(414, 431);
        assertThat(status("POST /answer HTTP/1.1\r\nHost: 127.0.0.1\r\nSec-Fetch-Site: same-origin\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 150000\r\n\r\n"
                        + "x".repeat(150_000)))
                .isEqualTo(413);
        assertThat(status("POST /answer HTTP/1.1\r\nHost: 127.0.0.1\r\nSec-Fetch-Site: same-origin\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 9000000000\r\n\r\n"))
                .as("said to be long, and not sent")
                .isEqualTo(413);
    }

    @Test
    void every_answer_tells_browsers_to_keep_nothing_and_run_nothing() throws Exception {
        for (String target : List.of(
                PAGE, "/", "/nowhere/newest/summary", "/answer", "/health", "/west-midlands/newest/styles.css")) {
            assertThat(page(target))
                    .as(target)
                    .contains("Cache-Control: no-store\r\n")
                    .contains("Content-Security-Policy: default-src 'none'")
                    .contains("X-Content-Type-Options: nosniff")
                    .doesNotContain("ETag:", "Last-Modified:");
        }
    }

    private static BoardServer start(Access access) {
        return BoardServer.start(
                new ServerSettings("127.0.0.1", 0, access, Grants.none(), 100_000, false),
                published::anotherConnection,
                new KeptLog(),
                Optional.of(answer -> {
                    WRITTEN.incrementAndGet();
                    return Instant.EPOCH;
                }));
    }

    private static String chunked(String line, String lengths) {
        return line + " HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Forwarded-User: reader\r\n" + PROOF
                + "Sec-Fetch-Site: same-origin\r\n" + "Content-Type: application/x-www-form-urlencoded\r\n" + lengths
                + "\r\n";
    }

    private static String page(String target) throws Exception {
        return RawConnection.answer(
                server.address(), "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
    }

    private static int status(String request) throws Exception {
        URI address = server.address();
        List<Integer> statuses = RawConnection.statuses(RawConnection.answer(address, request));
        assertThat(statuses).hasSize(1);
        return statuses.get(0);
    }
}
