package vaiwg.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.demo.Demo.Settings;
import vaiwg.demo.synthetic.LiveForce;
import vaiwg.demo.synthetic.SyntheticForce;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.time.LondonDays;

/** The demonstration with a short history, by a clock that runs fast: its live days are over while a test waits. */
public final class QuickDemo {
    public static final int DAYS = 40;

    /** By which two hours are a second. */
    private static final int RATE = 7_200;
    /** How far behind the wall's clock it begins: farther than any test takes. */
    private static final Duration BEHIND = Duration.ofDays(120);

    private static final long SEED = 7;
    private static final double LIVE_VOLUME = 2;

    private QuickDemo() {}

    /** Runs the demonstration: the folder for its data, when the quick clock was started, in epoch milliseconds, and its rate. */
    public static void main(String[] args) throws Exception {
        DemoInput input = new DemoInput("quick, seed " + SEED, QuickDemo::scenario);
        Settings settings = new Settings(Path.of(args[0]), false, 2, false, Optional.empty(), false);
        System.exit(new Demo(input, settings, clock(args)).run());
    }

    private static QuickClock clock(String[] args) {
        return new QuickClock(Long.parseLong(args[1]), Integer.parseInt(args[2]));
    }

    /**
     * Starts it as a process of its own, with its data in a sub-folder of that folder.
     *
     * @param clock the same for all runs in a folder
     */
    public static DemoProcess start(Path folder, QuickClock clock) throws IOException {
        List<String> command = DemoProcess.command(System.getProperty("java.class.path"), QuickDemo.class.getName());
        command.addAll(List.of(
                DemoProcess.data(folder).toString(), Long.toString(clock.started), Integer.toString(clock.rate)));
        return DemoProcess.start(command, folder);
    }

    private static Scenario scenario(LocalDate end) {
        SyntheticForce history = history(end);
        return new Scenario(
                history,
                Set.of(SyntheticForce.FORCE),
                ShippedCatalogue::get,
                ClosingTable.ofHeadlines(),
                Optional.of(() -> history.live(LIVE_VOLUME)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static SyntheticForce history(LocalDate end) {
        return SyntheticForce.westMidlands(SEED, end.minusDays(DAYS), end);
    }

    /** The day at whose beginning the history of a run ended. */
    public static LocalDate end(Path folder) throws IOException {
        return DemoRecord.read(DemoProcess.data(folder).resolve("run.properties"))
                .orElseThrow()
                .end();
    }

    /** What was made in a folder, up to the last tick of its live phase, tick by tick; the history is the first. */
    public static List<List<FeedRecord>> made(Path folder) throws IOException {
        SyntheticForce history = history(end(folder));
        List<List<FeedRecord>> made = new ArrayList<>();
        made.add(collected(history::play));
        LiveForce live = history.live(LIVE_VOLUME);
        try (LiveTicks ticks = LiveTicks.open(DemoProcess.data(folder).resolve("ticks"))) {
            for (Instant tick : ticks.earlier()) {
                made.add(collected(sink -> live.tick(tick, sink)));
            }
        }
        return made;
    }

    private static List<FeedRecord> collected(Consumer<Consumer<FeedRecord>> source) {
        List<FeedRecord> records = new ArrayList<>();
        source.accept(records::add);
        return records;
    }

    /** Begins at a midnight long ago and runs so fast; started at the same instant it tells the same in every process. */
    public static final class QuickClock extends Clock {
        private final long started;
        private final long begin;
        private final int rate;

        private QuickClock(long started, int rate) {
            this.started = started;
            this.rate = rate;
            int day = LondonDays.dayOf(started - BEHIND.toMillis());
            begin = LondonDays.startOf(day);
        }

        public static QuickClock startingNow() {
            return startingNow(RATE);
        }

        /** @param rate how much faster than the wall's clock */
        public static QuickClock startingNow(int rate) {
            return new QuickClock(System.currentTimeMillis(), rate);
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(begin + rate * (System.currentTimeMillis() - started));
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
