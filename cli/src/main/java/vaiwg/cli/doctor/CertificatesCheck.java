package vaiwg.cli.doctor;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import vaiwg.jobs.options.HttpEndpoint;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.jobs.store.Database;

/** In how many days the certificates end that the servers show. */
public final class CertificatesCheck implements Check {
    private static final Duration LEAST = Duration.ofDays(30);

    private final Supplier<KafkaConnection> kafka;
    private final Supplier<Database> database;
    private final Map<String, Supplier<Optional<HttpEndpoint>>> pages;
    private final Clock clock;

    /** @param pages servers that are asked by HTTP, by what each is */
    public CertificatesCheck(
            Supplier<KafkaConnection> kafka,
            Supplier<Database> database,
            Map<String, Supplier<Optional<HttpEndpoint>>> pages,
            Clock clock) {
        this.kafka = kafka;
        this.database = database;
        this.pages = new LinkedHashMap<>(pages);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "certificates";
    }

    @Override
    public void look(Findings found) {
        Map<String, Optional<HttpEndpoint>> asked = new LinkedHashMap<>();
        pages.forEach((what, endpoint) -> asked.put(what, endpoint.get()));
        List<TlsServer> servers = TlsServers.of(kafka.get(), database.get(), asked);
        for (TlsServer server : servers) {
            look(server, found);
        }
        if (found.lines().isEmpty()) {
            found.skipped("No server that is configured shows a certificate: nothing between them is encrypted.");
        }
    }

    private void look(TlsServer server, Findings found) {
        String what = server.what() + " at " + server.host() + ":" + server.port();
        try {
            server.end().ifPresent(end -> say(what, end, found));
        } catch (IOException e) {
            found.todo(what + " shows no certificate: start it, or correct its address.");
        }
    }

    private void say(String what, Instant end, Findings found) {
        Duration left = Duration.between(clock.instant(), end);
        if (left.isNegative()) {
            found.todo("The certificate of " + what + " ended on " + Spans.words(end) + ": renew it.");
        } else if (left.compareTo(LEAST) < 0) {
            found.todo("The certificate of " + what + " ends in " + Spans.words(left) + ": renew it.");
        } else {
            found.ok("The certificate of " + what + " holds for another " + Spans.words(left) + ".");
        }
    }
}
