package vaiwg.statistics.streams;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import vaiwg.kpis.Seed;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.kpis.reference.SiteFile;
import vaiwg.kpis.reference.Sites;
import vaiwg.schemas.EventStream;

/** A stream whose records are drawn day by day, and what is said of it at each midnight. */
final class PlayedStream {
    static final RestDays REST = new RestDays(CodeMaps.shipped().workingDays());
    static final String FORCE = "west-midlands";
    /** A Monday, far from every Christmas. */
    static final int START = day("2024-02-05");

    private static final int MANY = 50;

    final StreamArrivals arrivals;
    private final EventStream stream;
    private final Random random;

    PlayedStream(EventStream stream, String seed, String expected) {
        this.stream = stream;
        this.random = Seed.random(seed);
        this.arrivals = new StreamArrivals(
                FORCE,
                REST,
                ExpectedPaces.of(
                        Sites.shipped().with(FORCE, SiteFile.EXPECTED, "stream,events_a_week,from\n" + expected)));
    }

    static PlayedStream of(String seed) {
        return new PlayedStream(EventStream.STALKING, seed, "");
    }

    static int day(String date) {
        return Math.toIntExact(LocalDate.parse(date).toEpochDay());
    }

    /** Draws the records of days from their means. */
    void draw(int from, int to, double onWorkingDays, double onRestDays) {
        for (int day = from; day < to; day++) {
            bring(day, poisson(REST.isRest(day) ? onRestDays : onWorkingDays));
        }
    }

    void bring(int day, int records) {
        if (records > 0) {
            arrivals.add(stream, day, records);
        }
    }

    StreamReading at(int midnight) {
        return arrivals.at(midnight).stream()
                .filter(reading -> reading.stream() == stream)
                .findFirst()
                .orElseThrow();
    }

    /** What is said at the midnights from one on, before another. */
    List<StreamReading> between(int from, int to) {
        return IntStream.range(from, to).mapToObj(this::at).toList();
    }

    /** How many days after a day the first midnight says so of it; more than a thousand where none does. */
    int daysUntil(StreamState state, int from) {
        return IntStream.range(1, 1_000)
                .filter(days -> at(from + days).state() == state)
                .findFirst()
                .orElse(Integer.MAX_VALUE);
    }

    /** Knuth's product for few, the normal for many. */
    private int poisson(double mean) {
        if (mean > MANY) {
            return (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        double least = Math.exp(-mean);
        int drawn = 0;
        for (double product = random.nextDouble(); product > least; product *= random.nextDouble()) {
            drawn++;
        }
        return drawn;
    }
}
