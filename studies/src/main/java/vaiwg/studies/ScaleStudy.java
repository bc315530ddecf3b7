package vaiwg.studies;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import vaiwg.bench.measure.EventLog;
import vaiwg.bench.measure.Heap;
import vaiwg.bench.results.Results;
import vaiwg.bench.stages.CaseLog;
import vaiwg.bench.stages.Stage;
import vaiwg.bench.stages.StageRun;
import vaiwg.cli.feed.EventEncoder;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.demo.synthetic.SyntheticForce;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.studies.Studies.Effort;

/** What an event costs in the core of one force with ever more cases and ever more days: time of its threads from bytes to published rows. */
final class ScaleStudy {
    private static final int BATCH = 10_000;
    /** Copies of the cases, and days; the first to warm up. In 60 days the West Midlands have 18,000 cases. */
    private static final int[][] SIZES = {{6, 60}, {6, 60}, {17, 60}, {55, 60}, {1, 28}, {1, 90}, {1, 365}, {1, 1_096}};

    private static final int[][] SMALL = {{1, 3}, {1, 3}, {2, 3}};

    private final StageRun run = new StageRun(ShippedCatalogue.get(), Stage.ROWS);
    private final EventEncoder encoder = new EventEncoder();
    private final List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>();
    private final int copies;
    private long records;
    private long events;
    private long nanos;

    private ScaleStudy(int copies) {
        this.copies = copies;
    }

    static Results measure(Effort effort) {
        Results table = new Results("copies days cases events ns_an_event live_bytes_a_case");
        int[][] sizes = effort.full() ? SIZES : SMALL;
        for (int i = 0; i < sizes.length; i++) {
            long before = Heap.liveBytes();
            ScaleStudy core = new ScaleStudy(sizes[i][0]);
            SyntheticForce.westMidlands(Effort.SEED, EventLog.FIRST_DAY, EventLog.FIRST_DAY.plusDays(sizes[i][1]))
                    .play(core::take);
            core.play();
            if (i > 0) {
                int cases = core.run.cases();
                table.add(List.of(
                        Integer.toString(core.copies),
                        Integer.toString(sizes[i][1]),
                        Integer.toString(cases),
                        Long.toString(core.events),
                        Long.toString(core.nanos / core.events),
                        Long.toString((Heap.liveBytes() - before) / cases)));
            }
        }
        return table;
    }

    private void take(FeedRecord record) {
        if (!CaseLog.STREAMS.contains(record.stream())) {
            return;
        }
        if (record.key() == null) {
            batch.add(CaseLog.arrival(record, records++, encoder));
        } else {
            for (int copy = 0; copy < copies; copy++) {
                batch.add(CaseLog.arrival(Copies.of(record, copy), records++, encoder));
                events++;
            }
        }
        if (batch.size() > BATCH) {
            play();
        }
    }

    private void play() {
        nanos += run.play(batch).nanos();
        batch.clear();
    }
}
