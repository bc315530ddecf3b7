package vaiwg.cli.feed.erase;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import vaiwg.kpis.digest.Sha256;

/** What the partitions of a log hold, in their order: keys and values, as a hash of each. */
final class LogDigest {
    private static final int NONE = -1;

    private final Map<String, MessageDigest> partitions = new TreeMap<>();
    private long records;

    /** @param topic without the prefix */
    void add(String topic, int partition, byte[] key, byte[] value) {
        MessageDigest digest = partitions.computeIfAbsent(topic + "/" + partition, place -> Sha256.digest());
        add(digest, key);
        add(digest, value);
        records++;
    }

    private static void add(MessageDigest digest, byte[] bytes) {
        int length = bytes == null ? NONE : bytes.length;
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            digest.update((byte) (length >>> shift));
        }
        if (bytes != null) {
            digest.update(bytes);
        }
    }

    long records() {
        return records;
    }

    /** The hash of each partition that has records; nothing can be added afterwards. */
    Map<String, String> values() {
        Map<String, String> values = new TreeMap<>();
        partitions.forEach((place, digest) -> values.put(place, HexFormat.of().formatHex(digest.digest())));
        return values;
    }
}
