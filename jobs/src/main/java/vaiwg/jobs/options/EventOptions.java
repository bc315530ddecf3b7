package vaiwg.jobs.options;

import java.net.URI;
import java.util.Optional;

/**
 * How records are read as events.
 *
 * @param schemaRegistry where producers that use Confluent's frame keep their schemas; absent where none does
 */
public record EventOptions(Optional<URI> schemaRegistry) {}
