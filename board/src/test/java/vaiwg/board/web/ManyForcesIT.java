package vaiwg.board.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import vaiwg.board.report.ReportPublication;
import vaiwg.board.report.SmallForce;

/** What a page costs on a server of all forces of England and Wales, by what it asks and sends: a time would be the machine's. */
class ManyForcesIT {
    private static final int FORCES = 43;
    /** Its line in the list from which a force is chosen. */
    private static final int BYTES_A_FORCE = 150;

    private static final int MOST_QUERIES = 12;
    private static final Set<String> ASKS = Set.of("prepareStatement", "createStatement", "prepareCall");

    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger queries = new AtomicInteger();

    /** @param asked how many queries the answer took */
    private record Answered(int asked, String body) {
        int bytes() {
            return body.getBytes(StandardCharsets.UTF_8).length;
        }
    }

    @Test
    void a_page_asks_no_more_among_all_forces_than_alone_and_sends_but_their_names() throws Exception {
        try (ReportPublication published = SmallForce.published();
                BoardServer server = BoardServer.start(
                        new ServerSettings("127.0.0.1", 0, new Access.Loopback()),
                        () -> counted(published.anotherConnection()),
                        new KeptLog())) {
            summary(server);
            Answered alone = summary(server);
            for (int force = 1; force < FORCES; force++) {
                published.snapshot("force-" + force, SmallForce.AS_AT, LocalDate.of(2023, 11, 26), "all");
            }
            Answered among = summary(server);
            assertThat(alone.asked()).isBetween(1, MOST_QUERIES);
            assertThat(among.asked()).isEqualTo(alone.asked());
            assertThat(among.body()).contains("value=\"force-1\"", "value=\"force-42\"");
            assertThat(among.bytes() - alone.bytes()).isBetween(FORCES, FORCES * BYTES_A_FORCE);
        }
    }

    private Answered summary(BoardServer server) throws Exception {
        int before = queries.get();
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(server.address().resolve("/west-midlands/newest/summary"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return new Answered(queries.get() - before, answer.body());
    }

    /** A connection whose queries are counted, but for those of the threads that make a report once for all who read it. */
    private Connection counted(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (ASKS.contains(method.getName())
                            && !Thread.currentThread().getName().endsWith("reports")) {
                        queries.incrementAndGet();
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
