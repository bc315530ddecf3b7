package vaiwg.studies;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import vaiwg.bench.contestants.JobWithSinks;
import vaiwg.bench.measure.EventLog;
import vaiwg.bench.measure.Heap;
import vaiwg.bench.measure.RemoteLog;
import vaiwg.bench.results.Results;
import vaiwg.cli.feed.FeedProducer;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.cli.feed.Heartbeat;
import vaiwg.cli.run.LocalJob;
import vaiwg.demo.embedded.EmbeddedDatabase;
import vaiwg.demo.synthetic.SyntheticForce;
import vaiwg.jobs.FigureOutputs;
import vaiwg.jobs.JobOptions;
import vaiwg.jobs.options.StateBackend;
import vaiwg.jobs.store.Migrations;
import vaiwg.jobs.store.Query;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.CrimeStatus;
import vaiwg.schemas.Note;
import vaiwg.schemas.Progress;
import vaiwg.studies.Studies.Effort;

/**
 * The job with PostgreSQL under a steady rate of events, after a history that ended today: how long an event takes until its row of
 * {@code kpi_day} shows it, and whether memory grows. Some of the events are crimes of a day on which nothing else was recorded, so that the
 * day's number says how many of them were counted. The sender is in the job's JVM, and so in its heap.
 */
final class LoadStudy {
    private static final int PROBES_A_SECOND = 5;
    private static final long TICK_MILLIS = 20;
    private static final long SECOND_MILLIS = 1_000;
    private static final long MINUTE_MILLIS = 60_000;
    private static final String COUNTED = "SELECT coalesce(max(numerator), 0) FROM kpi_day"
            + " WHERE kpi = 'recorded_offences' AND basis = 'recorded' AND slice = '' AND day = ?";

    private final Results table = new Results("minute events p50_ms p99_ms most_ms heap_mib");
    private final List<FeedRecord> events = new ArrayList<>();
    /** When each probe was sent, and how long each that was counted took, in order. */
    private final List<Long> sent = new ArrayList<>();

    private final List<Long> latencies = new ArrayList<>();
    private final EventLog log;
    private final LocalDate probed;
    private FeedRecord probe;

    private LoadStudy(EventLog log, long seed) {
        this.log = log;
        this.probed = log.firstDay().minusDays(1);
        SyntheticForce.westMidlands(seed + 1, log.firstDay(), log.endDay()).play(this::keep);
    }

    static Results measure(Effort effort) throws Exception {
        int history = effort.of(3, 30);
        LocalDate today = LocalDate.now(LondonDays.ZONE);
        Path folder = effort.scratch().folder("load");
        try (RemoteLog remote =
                        RemoteLog.start(folder.resolve("kafka"), today.minusDays(history), history, Effort.SEED);
                EmbeddedDatabase postgres = EmbeddedDatabase.start(folder.resolve("postgres"));
                Connection connection = postgres.database().connect()) {
            Migrations.apply(postgres.database());
            JobOptions options = JobWithSinks.options(
                    remote.log(), folder, postgres.database(), FigureOutputs.none(), StateBackend.ROCKSDB);
            LoadStudy study = new LoadStudy(remote.log(), Effort.SEED);
            try (LocalJob job = LocalJob.startOrFail(options)) {
                JobWithSinks.awaitEnd(remote.log(), job);
                study.load(connection, effort.of(200, 1_000), effort.of(1, 60));
                job.stop();
            }
            return study.table.fact("history days", history).fact("state backend", StateBackend.ROCKSDB);
        }
    }

    private void keep(FeedRecord record) {
        // What a note is on exists once: under another name it would be nothing.
        if (!(record.value() instanceof Progress) && !(record.value() instanceof Note)) {
            events.add(record);
        }
        if (probe == null
                && record.value() instanceof CrimeRecording crime
                && crime.getStatus() == CrimeStatus.ACTIVE
                && crime.getVersion() == 1
                && crime.getOffenceCode() != null
                && crime.getFlags().contains("DOMESTIC_ABUSE")) {
            probe = record;
        }
    }

    private void load(Connection connection, int rate, int minutes) throws SQLException, InterruptedException {
        try (FeedProducer producer = new FeedProducer(log.connection());
                Heartbeat heartbeat = Heartbeat.start(log.connection(), Duration.ofSeconds(10), Clock.systemUTC())) {
            long begun = System.currentTimeMillis();
            long count = 0;
            int shown = 0;
            for (int minute = 1; minute <= minutes || latencies.size() < sent.size(); minute++) {
                long end = begun + minute * MINUTE_MILLIS;
                for (long now = begun; now < end; now = System.currentTimeMillis()) {
                    Thread.sleep(TICK_MILLIS);
                    long due = minute > minutes ? 0 : now - begun;
                    while (sent.size() < due * PROBES_A_SECOND / SECOND_MILLIS) {
                        producer.send(probe());
                        sent.add(System.currentTimeMillis());
                    }
                    for (; count < due * rate / SECOND_MILLIS; count++) {
                        FeedRecord event = events.get((int) (count % events.size()));
                        producer.send(now(Copies.of(event, (int) (count / events.size()))));
                    }
                    look(connection);
                }
                table.add(row(minute, count, latencies.subList(shown, latencies.size())));
                shown = latencies.size();
            }
        }
    }

    private void look(Connection connection) throws SQLException {
        long counted = Query.rows(connection, COUNTED, found -> found.getLong(1), probed)
                .get(0);
        long now = System.currentTimeMillis();
        while (latencies.size() < Math.min(counted, sent.size())) {
            latencies.add(now - sent.get(latencies.size()));
        }
    }

    /** A crime that counts on the probes' day. */
    private FeedRecord probe() {
        FeedRecord copy = now(Copies.of(probe, -1 - sent.size()));
        CrimeRecording crime = (CrimeRecording) copy.value();
        crime.setRecordedAt(Instant.ofEpochMilli(LondonDays.startOf((int) probed.toEpochDay()) + 12 * 3_600_000));
        crime.setReportedAt(null);
        crime.setCommittedFrom(null);
        crime.setCommittedTo(null);
        return copy;
    }

    /** Makes it an event of its own, of now. */
    private static FeedRecord now(FeedRecord copy) {
        Instant now = Instant.now();
        SpecificRecord event = copy.value();
        event.put(event.getSchema().getField("changedAt").pos(), now);
        event.put(event.getSchema().getField("eventId").pos(), UUID.randomUUID().toString());
        return new FeedRecord(copy.stream(), copy.key(), now.toEpochMilli(), event);
    }

    private static List<String> row(int minute, long count, List<Long> latencies) {
        long[] sorted = latencies.stream().mapToLong(Long::longValue).sorted().toArray();
        List<String> row = new ArrayList<>(List.of(Integer.toString(minute), Long.toString(count)));
        for (int percent : new int[] {50, 99, 100}) {
            row.add(
                    sorted.length == 0
                            ? ""
                            : Long.toString(sorted[(int) Math.ceil(sorted.length * percent / 100.0) - 1]));
        }
        row.add(Long.toString(Heap.liveBytes() >> 20));
        return row;
    }
}
