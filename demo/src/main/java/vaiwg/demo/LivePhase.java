package vaiwg.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import vaiwg.cli.feed.FeedProducer;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.cli.feed.Heartbeat;
import vaiwg.demo.synthetic.LiveForce;
import vaiwg.jobs.options.KafkaConnection;

/** A made-up force goes on after its history, at the pace of the clock, until the run ends. */
record LivePhase(KafkaConnection kafka, Clock clock) {
    private static final Duration HEARTBEAT_EVERY = Duration.ofSeconds(10);
    private static final long TICK_MILLIS = 1_000;

    /**
     * Goes on for ever, from where an earlier run was left.
     *
     * @param force at the end of its history
     * @param file where the ticks are kept
     */
    void run(LiveForce force, Path file) throws IOException, InterruptedException {
        try (LiveTicks ticks = LiveTicks.open(file);
                FeedProducer producer = new FeedProducer(kafka)) {
            // Before the first heartbeat, which would make late what is sent again.
            catchUp(force, ticks.earlier(), producer::send);
            producer.flush();
            try (Heartbeat heartbeat = Heartbeat.start(kafka, HEARTBEAT_EVERY, clock)) {
                while (true) {
                    Instant tick = Instant.ofEpochMilli(clock.millis());
                    ticks.add(tick);
                    force.tick(tick, producer::send);
                    producer.flush();
                    Thread.sleep(TICK_MILLIS);
                }
            }
        }
    }

    /** What the last tick made may have been sent in part: it is sent again, and a second copy of an event changes nothing. */
    static void catchUp(LiveForce force, List<Instant> earlier, Consumer<FeedRecord> sink) {
        for (int i = 0; i < earlier.size(); i++) {
            boolean last = i == earlier.size() - 1;
            force.tick(earlier.get(i), last ? sink : event -> {});
        }
    }
}
