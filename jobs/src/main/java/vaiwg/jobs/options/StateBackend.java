package vaiwg.jobs.options;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Where Flink keeps keyed state while the job runs. Either takes up a savepoint of the other, and its own checkpoints. */
public enum StateBackend {
    /** As objects in the JVM's heap; every checkpoint writes all of it. */
    HEAP("hashmap"),
    /** On local disk, with managed memory as its cache; a checkpoint writes what has changed. */
    ROCKSDB("rocksdb");

    private final String flinkName;

    StateBackend(String flinkName) {
        this.flinkName = flinkName;
    }

    /** The value of Flink's {@code state.backend.type}. */
    public String flinkName() {
        return flinkName;
    }

    /**
     * By its name in lower case.
     *
     * @throws IllegalArgumentException in one sentence, where it is none
     */
    public static StateBackend named(String name) {
        return Arrays.stream(values())
                .filter(backend -> backend.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + name + "' is no state backend: give one of "
                        + Arrays.stream(values()).map(StateBackend::toString).collect(Collectors.joining(", ")) + "."));
    }

    /** Its name in options and variables. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
