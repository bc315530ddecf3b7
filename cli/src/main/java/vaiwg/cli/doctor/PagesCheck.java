package vaiwg.cli.doctor;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import vaiwg.jobs.http.HttpCaller;
import vaiwg.jobs.options.HttpEndpoint;

/** Whether the board's pages are served, and their database answers. */
public final class PagesCheck implements Check {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int OK = 200;

    private final Supplier<Optional<HttpEndpoint>> pages;

    /** @param pages where readers reach them, if anybody serves them */
    public PagesCheck(Supplier<Optional<HttpEndpoint>> pages) {
        this.pages = pages;
    }

    @Override
    public String name() {
        return "pages";
    }

    @Override
    public void look(Findings found) throws InterruptedException {
        Optional<HttpEndpoint> endpoint = pages.get();
        if (endpoint.isEmpty()) {
            found.skipped("No --board-url is given: whether the pages are served is not known.");
            return;
        }
        try {
            HttpCaller caller = new HttpCaller(endpoint.get(), PATIENCE, 0);
            int status = caller.call(
                            caller.request(endpoint.get().page("/health")).GET().build())
                    .status();
            if (status == OK) {
                found.ok("The pages at " + endpoint.get() + " are served.");
            } else {
                found.todo("The pages at " + endpoint.get() + " answer /health with " + status
                        + ": see in the log of vaiwg serve, or of the proxy, what they lack.");
            }
        } catch (IOException e) {
            boolean untrusted = Stream.iterate((Throwable) e, cause -> cause != null, Throwable::getCause)
                    .anyMatch(SSLException.class::isInstance);
            throw new IllegalStateException(
                    "The pages at " + endpoint.get()
                            + (untrusted
                                    ? " show a certificate that is not trusted here: name its authority's with"
                                            + " --board-ca-file, or give them one of the name by which they are reached."
                                    : " do not answer: start vaiwg serve, or correct --board-url."),
                    e);
        }
    }
}
