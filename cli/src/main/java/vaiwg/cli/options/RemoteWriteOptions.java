package vaiwg.cli.options;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import vaiwg.jobs.options.HttpEndpoint;

/** Where the newest figures are pushed, if they are. */
public final class RemoteWriteOptions {
    @Option(names = "--remote-write", paramLabel = "URL", defaultValue = "${env:VAIWG_REMOTE_WRITE}")
    private Optional<URI> address = Optional.empty();

    @Option(names = "--remote-write-user", paramLabel = "NAME", defaultValue = "${env:VAIWG_REMOTE_WRITE_USER}")
    private Optional<String> user = Optional.empty();

    @Option(
            names = "--remote-write-password-file",
            paramLabel = "FILE",
            defaultValue = "${env:VAIWG_REMOTE_WRITE_PASSWORD_FILE}")
    private Optional<Path> passwordFile = Optional.empty();

    @Option(names = "--remote-write-header", paramLabel = "NAME=VALUE")
    private Map<String, String> headers = Map.of();

    @Option(names = "--remote-write-ca-file", paramLabel = "FILE", defaultValue = "${env:VAIWG_REMOTE_WRITE_CA_FILE}")
    private Optional<Path> caFile = Optional.empty();

    public Optional<HttpEndpoint> endpoint() {
        return Endpoints.of("VAIWG_REMOTE_WRITE", address, user, passwordFile, headers, caFile);
    }
}
