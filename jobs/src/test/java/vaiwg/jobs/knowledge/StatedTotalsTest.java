package vaiwg.jobs.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Queue;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.jobs.records.StatedTotal;
import vaiwg.schemas.EventStream;

/** Which control totals admission hands on. */
class StatedTotalsTest {
    private static final long T = 500_000 * StatedTotal.HOUR;

    private OneInputStreamOperatorTestHarness<DecodedRecord, Void> admission;

    @BeforeEach
    void open() throws Exception {
        admission = harness();
        admission.open();
    }

    @AfterEach
    void close() throws Exception {
        admission.close();
    }

    @Test
    void a_total_goes_on_with_the_progress_that_states_it() throws Exception {
        send(progress(0, T, 12));
        assertThat(totals()).containsExactly(12L);
    }

    /** As where a heartbeat writes progress too, which says more than the source can. */
    @Test
    void one_that_its_partition_has_passed_is_due_at_the_hour_after_the_partitions_clock() throws Exception {
        send(progress(0, T + 1, 5));
        send(progress(0, T, 12));
        send(progress(1, T, 12));
        assertThat(totals()).containsExactly(5L, 12L, 12L);
        assertThat(due()).containsExactly(T + StatedTotal.HOUR, T + StatedTotal.HOUR, T);
    }

    @Test
    void one_whose_records_are_no_longer_counted_is_left_out() throws Exception {
        send(progress(0, T + 32 * 24 * StatedTotal.HOUR, 5));
        send(progress(0, T, 12));
        assertThat(totals()).containsExactly(5L);
    }

    @Test
    void progress_that_is_not_believed_states_nothing() throws Exception {
        DecodedRecord ahead = progress(0, T, 12);
        ahead.believed = false;
        send(ahead);
        assertThat(totals()).isEmpty();
    }

    @Test
    void what_was_read_before_a_checkpoint_is_not_stated_again() throws Exception {
        DecodedRecord replayed = progress(0, T, 12);
        replayed.replayed = true;
        send(replayed);
        assertThat(totals()).isEmpty();
    }

    @Test
    void totals_go_on_after_a_restart_also_those_that_begin_before_it() throws Exception {
        send(progress(0, T, 12));
        OperatorSubtaskState checkpoint = admission.snapshot(1, 1);
        admission.close();
        admission = harness();
        admission.initializeState(checkpoint);
        admission.open();
        send(progress(0, T + StatedTotal.HOUR, 13));
        assertThat(totals()).containsExactly(13L);
    }

    private static OneInputStreamOperatorTestHarness<DecodedRecord, Void> harness() throws Exception {
        return new OneInputStreamOperatorTestHarness<>(new KnowledgeTimeOperator());
    }

    private void send(DecodedRecord record) throws Exception {
        admission.processElement(record, 0);
    }

    private List<Long> totals() {
        return sent().stream().map(total -> total.records).toList();
    }

    private List<Long> due() {
        return sent().stream().map(total -> total.dueAt).toList();
    }

    private List<StatedTotal> sent() {
        Queue<StreamRecord<StatedTotal>> sent = admission.getSideOutput(KnowledgeTimeOperator.CONTROL_TOTALS);
        return sent == null
                ? List.of()
                : sent.stream().map(StreamRecord::getValue).toList();
    }

    private static DecodedRecord progress(int partition, long completeThrough, long records) {
        DecodedRecord progress = new DecodedRecord();
        progress.topic = "vaiwg.outcome";
        progress.stream = (byte) EventStream.OUTCOME.ordinal();
        progress.partition = partition;
        progress.timestamp = completeThrough;
        progress.changedAt = completeThrough;
        progress.progress = true;
        progress.believed = true;
        StatedTotal total = new StatedTotal();
        total.force = "f";
        total.stream = progress.stream;
        total.from = T - 6 * StatedTotal.HOUR;
        total.to = T;
        total.records = records;
        total.statedAt = completeThrough;
        progress.totals = List.of(total);
        return progress;
    }
}
