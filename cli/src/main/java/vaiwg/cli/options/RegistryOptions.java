package vaiwg.cli.options;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import vaiwg.jobs.options.HttpEndpoint;

/** Where producers keep their schemas, if they do. */
public final class RegistryOptions {
    @Option(names = "--schema-registry", paramLabel = "URL", defaultValue = "${env:VAIWG_SCHEMA_REGISTRY_URL}")
    private Optional<URI> address = Optional.empty();

    @Option(names = "--schema-registry-user", paramLabel = "NAME", defaultValue = "${env:VAIWG_SCHEMA_REGISTRY_USER}")
    private Optional<String> user = Optional.empty();

    @Option(
            names = "--schema-registry-password-file",
            paramLabel = "FILE",
            defaultValue = "${env:VAIWG_SCHEMA_REGISTRY_PASSWORD_FILE}")
    private Optional<Path> passwordFile = Optional.empty();

    @Option(names = "--schema-registry-header", paramLabel = "NAME=VALUE")
    private Map<String, String> headers = Map.of();

    @Option(
            names = "--schema-registry-ca-file",
            paramLabel = "FILE",
            defaultValue = "${env:VAIWG_SCHEMA_REGISTRY_CA_FILE}")
    private Optional<Path> caFile = Optional.empty();

    public Optional<HttpEndpoint> endpoint() {
        return Endpoints.of("VAIWG_SCHEMA_REGISTRY", address, user, passwordFile, headers, caFile);
    }
}
