package vaiwg.cli.feed;

import java.time.Instant;
import java.util.function.Consumer;

/** A finite history of events in the order in which they reach the topics: a synthetic force, or an archive. */
public interface Feed {
    /** One line for the person who waits, for example {@code a synthetic force, seed 7, three years}. */
    String describe();

    /** About how many records {@link #play} will hand over; only for a progress bar. */
    long expectedRecords();

    /** The London midnight at which the last day of the history ends: the newest snapshot that can be complete. */
    Instant end();

    /** Hands over every record, in order of {@link FeedRecord#timestamp}, ending with progress records to {@link #end}. */
    void play(Consumer<FeedRecord> sink);
}
