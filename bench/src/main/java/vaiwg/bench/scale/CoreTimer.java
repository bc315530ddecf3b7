package vaiwg.bench.scale;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import vaiwg.bench.stages.CaseLog;
import vaiwg.bench.stages.CoreRun;
import vaiwg.bench.stages.Stage;
import vaiwg.cli.feed.EventEncoder;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;

/** Takes the days of a force through the core, and measures how long this thread was on a core meanwhile: not what makes the records. */
final class CoreTimer {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final CaseTemplates templates;
    private final ScaledForce force;
    private final EventEncoder encoder = new EventEncoder();
    private final CoreRun run = new CoreRun(ShippedCatalogue.get(), Stage.ROWS);
    private int day;
    private long offset;
    private long events;
    private long nanos;

    CoreTimer(CaseTemplates templates, ScaledForce force) {
        this.templates = templates;
        this.force = force;
    }

    /** Plays the next day. */
    void playDay() {
        List<FeedRecord> came = force.events(day);
        events += came.size();
        came.addAll(ScaledForce.progress(templates, day));
        List<ConsumerRecord<byte[], byte[]>> arrivals = new ArrayList<>();
        for (FeedRecord record : came) {
            if (CaseLog.STREAMS.contains(record.stream())) {
                arrivals.add(CaseLog.arrival(record, offset, encoder));
                offset++;
            }
        }
        long begin = THREADS.getCurrentThreadCpuTime();
        run.play(arrivals);
        nanos += THREADS.getCurrentThreadCpuTime() - begin;
        day++;
    }

    void playThrough(int days) {
        while (day < days) {
            playDay();
        }
    }

    int day() {
        return day;
    }

    long events() {
        return events;
    }

    long nanos() {
        return nanos;
    }

    CoreRun run() {
        return run;
    }
}
