package vaiwg.jobs.panes;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What was put into state, so that only what differs is put again: a checkpoint on disk has what was put since the one before it, changed or not,
 * and most are of a time in which nothing happened.
 */
final class StoredBytes {
    private final Map<String, byte[]> stored = new HashMap<>();

    /** Whether nothing was put yet under a name. */
    boolean isNew(String name) {
        return !stored.containsKey(name);
    }

    /** Whether bytes are others than were put last under a name; they count as put from now on. */
    boolean differ(String name, byte[] bytes) {
        byte[] before = stored.put(name, bytes);
        return before == null || !Arrays.equals(before, bytes);
    }
}
