package vaiwg.jobs.panes;

import java.util.Arrays;
import java.util.stream.IntStream;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.Source;

/**
 * The sources of a force's events, as bits by their ordinal in the schema's list, and what follows from them.
 *
 * <p>While all that is known of a force was loaded as history or comes from an archive, nobody was shown its figures at the time: its
 * snapshots are reconstructed. From the first event of a live feed on they are published, for ever; history that is loaded, or
 * corrected, after that does not turn it back.
 */
public final class Sources {
    private static final long NEVER = Long.MAX_VALUE;
    private static final int LIVE = bit(Source.FEED.ordinal()) | bit(Source.SYNTHETIC.ordinal());

    private Sources() {}

    /** Whether a snapshot that knows events of these sources was put together afterwards. */
    public static boolean isReconstructed(int sources) {
        return sources != 0 && (sources & LIVE) == 0;
    }

    /** Whether events of this source are among them. */
    public static boolean has(int sources, Source source) {
        return (sources & bit(source.ordinal())) != 0;
    }

    /** The instants from which sources are known, with one more; the least counts, whichever came first. */
    static long[] known(long[] since, int source, long instant) {
        long[] next = since;
        if (source >= since.length) {
            next = Arrays.copyOf(since, source + 1);
            Arrays.fill(next, since.length, next.length, NEVER);
        }
        next[source] = Math.min(next[source], instant);
        return next;
    }

    /**
     * The first midnight whose snapshot is published, as of one: before it nobody was shown a figure, and no owner was asked. While all
     * are reconstructed it is this one, as for {@code asked_on} of the database.
     *
     * @return the day that it begins; less than every day where no source is known
     */
    static int publishedFrom(long[] since, int cutOff) {
        int known = at(since, LondonDays.startOf(cutOff));
        if (isReconstructed(known)) {
            return cutOff;
        }
        return IntStream.range(0, since.length)
                .filter(source -> (known & LIVE & bit(source)) != 0)
                .map(source -> LondonDays.cutOffFor(since[source]))
                .min()
                .orElse(Integer.MIN_VALUE);
    }

    /** The sources that are known at an instant. */
    static int at(long[] since, long instant) {
        int sources = 0;
        for (int source = 0; source < since.length; source++) {
            if (since[source] <= instant) {
                sources |= bit(source);
            }
        }
        return sources;
    }

    private static int bit(int source) {
        return 1 << source;
    }
}
