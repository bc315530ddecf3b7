package vaiwg.cli.options;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.jobs.http.HttpCaller;
import vaiwg.jobs.options.HttpEndpoint;

/** A server as options name it. What is wrong with them is said before any server is asked. */
final class Endpoints {
    private Endpoints() {}

    /** @param environment with what the names of variables begin */
    static Optional<HttpEndpoint> of(
            String environment,
            Optional<URI> address,
            Optional<String> user,
            Optional<Path> passwordFile,
            Map<String, String> headers,
            Optional<Path> caFile) {
        return CommandFailure.orWrongUsage(() -> {
            HttpEndpoint.requireNoSecretIn(headers);
            Optional<String> more =
                    Optional.ofNullable(System.getenv(environment + "_HEADERS")).filter(text -> !text.isBlank());
            Map<String, String> all =
                    headers.isEmpty() ? more.map(HttpEndpoint::headers).orElse(headers) : headers;
            Optional<HttpEndpoint> endpoint = OptionValues.named(address)
                    .map(url -> HttpEndpoint.of(
                            url,
                            OptionValues.named(user),
                            OptionValues.named(passwordFile),
                            all,
                            OptionValues.named(caFile)));
            endpoint.ifPresent(HttpCaller::requireUsable);
            return endpoint;
        });
    }
}
