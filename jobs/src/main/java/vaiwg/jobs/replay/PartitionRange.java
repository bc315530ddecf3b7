package vaiwg.jobs.replay;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which partitions of each topic are played. A subject's records stand in one partition of each topic, so a part of them has whole subjects;
 * persons and places, and what is published, need all.
 *
 * @param first the number of the first, from 0
 * @param last the number of the last
 */
public record PartitionRange(int first, int last) {
    /** Every partition that there is. */
    public static final PartitionRange ALL = new PartitionRange(0, Integer.MAX_VALUE);

    private static final Pattern TEXT = Pattern.compile("(\\d{1,6})(?:-(\\d{1,6}))?");

    public PartitionRange {
        if (first < 0 || last < first) {
            throw new IllegalArgumentException("A range of partitions begins at 0 or later and ends after it begins.");
        }
    }

    /**
     * Reads {@code 0-3}, or {@code 2} for one.
     *
     * @throws IllegalArgumentException in one sentence, where it is neither
     */
    public static PartitionRange parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Write a range of partitions as 0-3, or one as 2.");
        }
        int first = Integer.parseInt(matcher.group(1));
        return new PartitionRange(first, matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2)));
    }

    boolean has(int partition) {
        return first <= partition && partition <= last;
    }
}
