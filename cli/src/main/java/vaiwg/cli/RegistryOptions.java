package vaiwg.cli;

import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where producers keep their schemas, if they do. */
final class RegistryOptions {
    @Option(
            names = "--schema-registry",
            paramLabel = "URL",
            defaultValue = "${env:VAIWG_SCHEMA_REGISTRY_URL}",
            description = {
                "Of producers that send Confluent's frame, or VAIWG_SCHEMA_REGISTRY_URL;",
                "without it only Avro's single-object encoding is read."
            })
    private Optional<URI> address = Optional.empty();

    Optional<URI> address() {
        // Set to nothing is not set.
        return address.filter(url -> !url.toString().isEmpty());
    }
}
