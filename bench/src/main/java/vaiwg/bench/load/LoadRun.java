package vaiwg.bench.load;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import vaiwg.bench.measure.ChildJvm;
import vaiwg.bench.measure.EventLog;
import vaiwg.bench.results.ResultsFile;
import vaiwg.cli.feed.FeedProducer;
import vaiwg.cli.feed.Heartbeat;
import vaiwg.demo.embedded.EmbeddedDatabase;
import vaiwg.jobs.options.StateBackend;
import vaiwg.jobs.store.Database;
import vaiwg.jobs.store.Migrations;
import vaiwg.kpis.time.LondonDays;

/**
 * Sends events at a steady rate to the job, after a history that ended today, and watches when rows of {@code kpi_day} show them: some of
 * the events are crimes of a day on which nothing else was recorded, so that the day's number counts them.
 */
public final class LoadRun {
    private static final String HEADER = "minute,events,p50_ms,p99_ms,most_ms,heap_mib,cores";
    private static final int PROBES_A_SECOND = 5;
    private static final long TICK_MILLIS = 50;
    private static final long POLL_MILLIS = 20;
    private static final long MINUTE_MILLIS = 60_000;
    private static final Duration HEARTBEAT_EVERY = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final double MEBI = 1 << 20;
    private static final double NANOS_A_MILLI = 1e6;

    private final EventLog log;
    private final int rate;
    private final int minutes;
    private final StateBackend backend;
    private final long seed;
    private final Consumer<String> progress;
    private final Latencies latencies = new Latencies();
    private final List<String> rows = new ArrayList<>();
    private int shown;
    private LoadJob.Reading before;

    /** @param log with a history that ends at the midnight that began today */
    public LoadRun(EventLog log, int rate, int minutes, StateBackend backend, long seed, Consumer<String> progress) {
        this.log = log;
        this.rate = rate;
        this.minutes = minutes;
        this.backend = backend;
        this.seed = seed;
        this.progress = progress;
    }

    /** Runs for its minutes; returns what was measured. */
    public ResultsFile run(Path folder) throws Exception {
        Path ofDatabase = folder.resolve("postgres");
        try (EmbeddedDatabase server = EmbeddedDatabase.start(ofDatabase)) {
            Database database = server.database();
            Migrations.apply(database);
            try (ChildJvm job = startJob(database, ofDatabase, folder);
                    Connection connection = database.connect()) {
                progress.accept("The job counts the history ...");
                awaitHistory(connection, job);
                load(job, database);
            }
        }
        return results();
    }

    private ChildJvm startJob(Database database, Path ofDatabase, Path folder) throws IOException {
        return ChildJvm.start(
                LoadJob.class,
                List.of(
                        log.bootstrapServers(),
                        EventLog.PREFIX,
                        database.url(),
                        database.user(),
                        EmbeddedDatabase.passwordFile(ofDatabase).toString(),
                        log.end().toString(),
                        log.endDay().toString(),
                        folder.resolve("checkpoints").toString(),
                        backend.toString()));
    }

    private void awaitHistory(Connection connection, ChildJvm job) throws Exception {
        long begun = System.nanoTime();
        String counted = "SELECT count(*) FROM kpi_snapshot WHERE as_at = ?";
        while (ProbeWatch.number(connection, counted, log.endDay()) == 0) {
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new TimeoutException("The history was not counted within " + PATIENCE.toMinutes() + " minutes.");
            }
            job.requireAlive("The job");
            Thread.sleep(POLL_MILLIS);
        }
    }

    private void load(ChildJvm job, Database database) throws Exception {
        LocalDate probed = log.firstDay().minusDays(1);
        Waves waves = new Waves(
                seed + 1,
                log.firstDay(),
                log.days(),
                Instant.ofEpochMilli(LondonDays.startOf((int) probed.toEpochDay()) + TimeUnit.HOURS.toMillis(12)));
        try (ProbeWatch watch = ProbeWatch.start(database, probed, latencies);
                FeedProducer producer = new FeedProducer(log.connection());
                Heartbeat heartbeat = Heartbeat.start(log.connection(), HEARTBEAT_EVERY, Clock.systemUTC())) {
            before = read(job);
            long begun = System.currentTimeMillis();
            long ticks = minutes * MINUTE_MILLIS / TICK_MILLIS;
            long sent = 0;
            long probes = 0;
            for (long tick = 1; tick <= ticks; tick++) {
                long now = begun + tick * TICK_MILLIS;
                Thread.sleep(Math.max(0, now - System.currentTimeMillis()));
                long due = rate * tick * TICK_MILLIS / 1_000;
                long probesDue = PROBES_A_SECOND * tick * TICK_MILLIS / 1_000;
                for (; probes < probesDue; probes++, sent++) {
                    long instant = System.currentTimeMillis();
                    producer.send(waves.probe(instant));
                    latencies.sent(instant);
                }
                for (; sent < due; sent++) {
                    producer.send(waves.next(System.currentTimeMillis()));
                }
                if (tick * TICK_MILLIS % MINUTE_MILLIS == 0) {
                    minute(job, tick * TICK_MILLIS / MINUTE_MILLIS, sent);
                }
            }
            watch.awaitAll();
        }
    }

    private void minute(ChildJvm job, long minute, long sent) throws IOException {
        long[] ofMinute = latencies.from(shown);
        shown = latencies.count();
        LoadJob.Reading now = read(job);
        rows.add(String.format(
                Locale.ROOT,
                "%d,%d,%d,%d,%d,%.0f,%.2f",
                minute,
                sent,
                Latencies.percentile(ofMinute, 50),
                Latencies.percentile(ofMinute, 99),
                Latencies.most(ofMinute),
                now.heapBytes() / MEBI,
                (now.cpuNanos() - before.cpuNanos()) / NANOS_A_MILLI / MINUTE_MILLIS));
        before = now;
        progress.accept(HEADER + ": " + rows.get(rows.size() - 1));
    }

    private static LoadJob.Reading read(ChildJvm job) throws IOException {
        job.ask();
        return LoadJob.Reading.of(job.readLine());
    }

    private ResultsFile results() {
        long[] all = latencies.from(0);
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("rate", Integer.toString(rate));
        facts.put("minutes", Integer.toString(minutes));
        facts.put("state backend", backend.toString());
        facts.put("history days", Integer.toString(log.days()));
        facts.put(
                "heap MiB",
                String.format(Locale.ROOT, "%.0f", Runtime.getRuntime().maxMemory() / MEBI));
        facts.put("probes", Integer.toString(all.length));
        facts.put("p50 ms", Long.toString(Latencies.percentile(all, 50)));
        facts.put("p99 ms", Long.toString(Latencies.percentile(all, 99)));
        facts.put("most ms", Long.toString(Latencies.most(all)));
        return new ResultsFile(facts, HEADER, rows);
    }
}
