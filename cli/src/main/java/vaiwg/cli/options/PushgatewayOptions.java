package vaiwg.cli.options;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.jobs.options.HttpEndpoint;

/** The Pushgateway at which the newest figures are left, if they are. */
public final class PushgatewayOptions {
    @Option(
            names = "--pushgateway",
            paramLabel = "URL",
            description = {
                "For a Prometheus that takes no remote write: leave the newest snapshot at this Pushgateway.",
                "The last value only; history is in PostgreSQL alone."
            })
    private Optional<URI> address = Optional.empty();

    @Option(
            names = "--pushgateway-user",
            paramLabel = "NAME",
            defaultValue = "${env:VAIWG_PUSHGATEWAY_USER}",
            description = "For basic authentication there, or VAIWG_PUSHGATEWAY_USER.")
    private Optional<String> user = Optional.empty();

    @Option(
            names = "--pushgateway-password-file",
            paramLabel = "FILE",
            defaultValue = "${env:VAIWG_PUSHGATEWAY_PASSWORD_FILE}",
            description = "File with this user's password, or VAIWG_PUSHGATEWAY_PASSWORD_FILE.")
    private Optional<Path> passwordFile = Optional.empty();

    @Option(
            names = "--pushgateway-header",
            paramLabel = "NAME=VALUE",
            description = {
                "Sent with every request there; with NAME=@FILE the value is the content of the file: for secrets.",
                "Or VAIWG_PUSHGATEWAY_HEADERS, several separated by semicolons."
            })
    private Map<String, String> headers = Map.of();

    @Option(
            names = "--pushgateway-ca-file",
            paramLabel = "FILE",
            defaultValue = "${env:VAIWG_PUSHGATEWAY_CA_FILE}",
            description =
                    "Certificates (PEM) that sign the server's, instead of those that Java trusts; or VAIWG_PUSHGATEWAY_CA_FILE.")
    private Optional<Path> caFile = Optional.empty();

    /** @throws CommandFailure in one sentence, where a file cannot be read or there is no such endpoint */
    public Optional<HttpEndpoint> endpoint() {
        return Endpoints.of("VAIWG_PUSHGATEWAY", address, user, passwordFile, headers, caFile);
    }
}
