package vaiwg.bench;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;
import vaiwg.bench.measure.EventLog;
import vaiwg.bench.measure.Heap;
import vaiwg.bench.measure.Laps;
import vaiwg.bench.measure.Measurement;
import vaiwg.bench.results.Results;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.Forces;
import vaiwg.jobs.panes.PaneOptions;
import vaiwg.jobs.panes.Snapshot;
import vaiwg.jobs.replay.KafkaReplayLog;
import vaiwg.jobs.replay.LogPlayer;
import vaiwg.jobs.replay.ReplayListener;
import vaiwg.jobs.replay.ReplayLog;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;

/**
 * The log through the job's own code without Flink, as {@code explain} and {@code reconcile} play it, until every snapshot is put together.
 *
 * @param say what is done next, for who waits
 */
record Replay(EventLog log, Consumer<String> say) {
    private static final String COLUMNS = "run seconds records_s processor_s";
    private static final double MILLIS_A_SECOND = 1_000;
    private static final long MEBIBYTE = 1L << 20;

    /**
     * What was played, which is the same each time.
     *
     * @param values in all snapshots
     */
    record Played(long records, int snapshots, long values) {}

    /** Counts what is published. */
    private static final class Published implements ReplayListener {
        private int snapshots;
        private long values;

        @Override
        public void snapshot(Snapshot snapshot) {
            snapshots++;
            values += snapshot.count;
        }
    }

    /** A log at whose end somebody looks. */
    private record Watched(ReplayLog log, Runnable atEnd) implements ReplayLog {
        @Override
        public Set<TopicPartition> partitions() {
            return log.partitions();
        }

        @Override
        public void read(Receiver receiver) {
            log.read(receiver);
            atEnd.run();
        }
    }

    /** Plays it cold and warm, and once more to see what is kept. */
    Results measure() throws Exception {
        Results table = new Results(COLUMNS).fact("days", log.days());
        for (boolean warm : new boolean[] {false, true}) {
            String run = warm ? "warm" : "cold";
            say.accept("The log is played, " + run + " ...");
            AtomicLong records = new AtomicLong();
            new Laps(warm, measured -> table.add(row(run, records.get(), measured))).time(() -> {
                Played played = play(() -> {});
                records.set(played.records());
                table.fact("records", played.records())
                        .fact("snapshots", played.snapshots())
                        .fact("values", played.values());
                return Optional.empty();
            });
        }
        say.accept("Once more, to see what it keeps ...");
        return table.fact("live heap at the end, MiB", kept() / MEBIBYTE);
    }

    private static List<String> row(String run, long records, Measurement measured) {
        return List.of(
                run,
                Results.number("%.1f", measured.wallMillis() / MILLIS_A_SECOND),
                Results.number("%.0f", records * MILLIS_A_SECOND / Math.max(1, measured.wallMillis())),
                Results.number("%.1f", measured.cpuMillis() / MILLIS_A_SECOND));
    }

    /** Bytes of subjects, persons and panes when all was read. */
    private long kept() {
        AtomicLong kept = new AtomicLong();
        long before = Heap.liveBytes();
        play(() -> kept.set(Heap.liveBytes() - before));
        return kept.get();
    }

    Played play(Runnable atEnd) {
        Catalogue catalogue = ShippedCatalogue.get();
        PaneOptions panes = new PaneOptions(
                        ShippedCatalogue::get, Math.toIntExact(log.endDay().toEpochDay()), true, Long.MAX_VALUE)
                .shown(false);
        Published published = new Published();
        LogPlayer player = new LogPlayer(
                catalogue,
                EventLog.PREFIX,
                EventOptions.of(Forces.any()),
                Optional.of(panes),
                published,
                Clock.systemUTC());
        try (KafkaReplayLog read = KafkaReplayLog.open(log.connection())) {
            player.play(new Watched(read, atEnd));
        }
        return new Played(player.records(), published.snapshots, published.values);
    }
}
