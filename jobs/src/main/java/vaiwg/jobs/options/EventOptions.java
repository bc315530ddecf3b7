package vaiwg.jobs.options;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;

/** How records are read as events. */
public final class EventOptions implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Nothing that these systems hold was changed before: what says so has a filler, or seconds for milliseconds. */
    public static final LocalDate DEFAULT_EARLIEST = LocalDate.of(2000, 1, 1);

    private final Forces forces;
    private final LocalDate earliest;
    /** Null where there is none: an Optional cannot be serialized. */
    private final HttpEndpoint schemaRegistry;

    /**
     * @param forces whose events are counted
     * @param earliest the first day, in London, on which a change can have been made
     * @param schemaRegistry where producers that use Confluent's frame keep their schemas; absent where none does
     */
    public EventOptions(Forces forces, LocalDate earliest, Optional<HttpEndpoint> schemaRegistry) {
        this.forces = forces;
        this.earliest = earliest;
        this.schemaRegistry = schemaRegistry.orElse(null);
    }

    /** From {@link #DEFAULT_EARLIEST} on, in single-object encoding only. */
    public static EventOptions of(Forces forces) {
        return new EventOptions(forces, DEFAULT_EARLIEST, Optional.empty());
    }

    public Forces forces() {
        return forces;
    }

    public LocalDate earliest() {
        return earliest;
    }

    public Optional<HttpEndpoint> schemaRegistry() {
        return Optional.ofNullable(schemaRegistry);
    }
}
