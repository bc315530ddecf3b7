package vaiwg.cli.doctor;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vaiwg.jobs.http.HttpCaller;
import vaiwg.jobs.options.HttpEndpoint;

/**
 * Whether the schema registry and the board's pages answer, where there are any; and in how many days the certificates end that servers show.
 *
 * @param pages where readers reach them
 * @param encrypted the servers that show a certificate
 */
public record ServerChecks(
        Supplier<Optional<HttpEndpoint>> registry,
        Supplier<Optional<HttpEndpoint>> pages,
        Supplier<List<TlsServer>> encrypted,
        Clock clock) {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int OK = 200;
    private static final Duration LEAST = Duration.ofDays(30);

    public List<Check> all() {
        return List.of(
                new Check("schema registry", this::schemas),
                new Check("pages", this::board),
                new Check("certificates", this::certificates));
    }

    private void schemas(Findings found) throws InterruptedException {
        Optional<HttpEndpoint> endpoint = registry.get();
        if (endpoint.isEmpty()) {
            found.skipped("No --schema-registry is given: producers send Avro's single-object encoding.");
            return;
        }
        String which = "The schema registry at " + endpoint.get();
        try {
            int status = status(endpoint.get(), "/subjects");
            if (status == OK) {
                found.ok(which + " answers.");
            } else {
                found.todo(which + " answers with " + status
                        + ": correct the login or the address; records of a schema that the job does not know wait for"
                        + " it.");
            }
        } catch (IOException e) {
            found.todo(NoAnswer.sentence(
                    which,
                    e,
                    "--schema-registry-ca-file",
                    " does not answer: start it, or correct --schema-registry."));
        }
    }

    /** Whether they are served, and their database answers. */
    private void board(Findings found) throws InterruptedException {
        Optional<HttpEndpoint> endpoint = pages.get();
        if (endpoint.isEmpty()) {
            found.skipped("No --board-url is given: whether the pages are served is not known.");
            return;
        }
        String which = "The pages at " + endpoint.get();
        try {
            int status = status(endpoint.get(), "/health");
            if (status == OK) {
                found.ok(which + " are served.");
            } else {
                found.todo(which + " answer /health with " + status
                        + ": see in the log of vaiwg serve, or of the proxy, what they lack.");
            }
        } catch (IOException e) {
            found.todo(NoAnswer.sentence(
                    which, e, "--board-ca-file", " do not answer: start vaiwg serve, or correct --board-url."));
        }
    }

    private static int status(HttpEndpoint endpoint, String page) throws IOException, InterruptedException {
        HttpCaller caller = new HttpCaller(endpoint, PATIENCE, 0);
        return caller.call(caller.request(endpoint.page(page)).GET().build()).status();
    }

    private void certificates(Findings found) {
        for (TlsServer server : encrypted.get()) {
            String what = server.what() + " at " + server.host() + ":" + server.port();
            try {
                server.end().ifPresent(end -> say(what, end, found));
            } catch (IOException e) {
                found.todo("No certificate is shown by " + what + ": start it, or correct its address.");
            }
        }
        if (found.lines().isEmpty()) {
            found.skipped("No server that is configured shows a certificate: nothing between them is encrypted.");
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
