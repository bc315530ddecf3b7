package vaiwg.cli.doctor;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import vaiwg.jobs.http.HttpCaller;
import vaiwg.jobs.options.HttpEndpoint;

/** Whether the schema registry answers to the login, where producers have one. */
public final class RegistryCheck implements Check {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int OK = 200;

    private final Supplier<Optional<HttpEndpoint>> registry;

    public RegistryCheck(Supplier<Optional<HttpEndpoint>> registry) {
        this.registry = registry;
    }

    @Override
    public String name() {
        return "schema registry";
    }

    @Override
    public void look(Findings found) throws InterruptedException {
        Optional<HttpEndpoint> endpoint = registry.get();
        if (endpoint.isEmpty()) {
            found.skipped("No --schema-registry is given: producers send Avro's single-object encoding.");
            return;
        }
        try {
            HttpCaller caller = new HttpCaller(endpoint.get(), PATIENCE, 0);
            int status = caller.call(caller.request(endpoint.get().page("/subjects"))
                            .GET()
                            .build())
                    .status();
            if (status == OK) {
                found.ok("The schema registry at " + endpoint.get() + " answers.");
            } else {
                found.todo("The schema registry at " + endpoint.get() + " answers with " + status
                        + ": correct the login or the address; records of a schema that the job does not know wait for"
                        + " it.");
            }
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The schema registry at " + endpoint.get() + " does not answer: start it, or correct the address.",
                    e);
        }
    }
}
