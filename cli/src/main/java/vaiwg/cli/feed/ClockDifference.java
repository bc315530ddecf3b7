package vaiwg.cli.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vaiwg.kpis.time.PartitionClock;

/** How far this machine's clock and a server's are apart. */
public final class ClockDifference {
    private ClockDifference() {}

    /**
     * What is to be said where they differ by more than is believed of a record ({@link PartitionClock#AHEAD}).
     *
     * @param before this clock, before the server was asked
     * @param there the server's clock
     * @param after this clock, when it had answered, however long that took
     * @param server which it is: Kafka at its address
     */
    public static Optional<String> sentence(Instant before, Instant there, Instant after, String server) {
        if (there.isBefore(before.minusMillis(PartitionClock.AHEAD))) {
            return Optional.of(sentence(Duration.between(there, before), "ahead of", server));
        }
        if (there.isAfter(after.plusMillis(PartitionClock.AHEAD))) {
            return Optional.of(sentence(Duration.between(after, there), "behind", server));
        }
        return Optional.empty();
    }

    private static String sentence(Duration apart, String where, String server) {
        return "This machine's clock is " + apart.toMinutes() + " minutes " + where + " that of " + server
                + ": correct the one that is wrong; until then nothing is called complete.";
    }
}
