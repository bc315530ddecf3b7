package vaiwg.jobs.panes;

import java.util.function.BiFunction;

/**
 * An output that is asked for by its name, as its own class declares it.
 *
 * @param name for example {@code scrape}
 * @param example a value that it can be told
 * @param maker makes it of the address on which this job's own servers listen, and of the value that it is told; throws an {@link
 *     IllegalArgumentException} in one sentence, where it cannot be told that
 */
public record NamedOutput(String name, String example, BiFunction<String, String, FigureOutput> maker) {}
