package vaiwg.cli.feed.json;

import vaiwg.schemas.EventStream;

/**
 * An event that the job will use, as it goes to its topic.
 *
 * @param stream whose topic receives it
 * @param changedAt when the source system made the change, epoch milliseconds
 * @param key the subject's id
 * @param value the encoded event
 * @param warnings kinds of strange but possible values in it: bits of {@link vaiwg.jobs.decode.DataQualityWarning}
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody, and copied a million times a minute.
public record ReadyEvent(EventStream stream, long changedAt, byte[] key, byte[] value, int warnings) {
    /** About how many bytes of memory it takes. */
    public int size() {
        return key.length + value.length + 80;
    }
}
