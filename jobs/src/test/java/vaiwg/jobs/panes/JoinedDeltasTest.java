package vaiwg.jobs.panes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import vaiwg.engine.contributions.Delta;
import vaiwg.engine.contributions.DeltaEntry;
import vaiwg.engine.contributions.PackedEntries;
import vaiwg.kpis.catalogue.ContributionType;
import vaiwg.schemas.EventStream;

class JoinedDeltasTest {
    private static final byte SOURCE = 3;
    private static final byte OTHER_SOURCE = 4;

    @Test
    void deltas_of_a_force_leave_as_one_before_the_watermark_and_in_their_order() throws Exception {
        try (var joined = open()) {
            joined.processElement(delta("a", SOURCE, 1), 0);
            joined.processElement(delta("b", SOURCE, 2), 0);
            joined.processElement(delta("a", SOURCE, 3), 0);
            assertThat(joined.extractOutputValues()).as("they wait").isEmpty();

            joined.processWatermark(5);

            assertThat(joined.extractOutputValues())
                    .extracting(JoinedDeltasTest::said)
                    .containsExactly("a 3 [1, 3]", "b 3 [2]");
            assertThat(new ArrayList<>(joined.getOutput()).get(2))
                    .as("the watermark follows them")
                    .isEqualTo(new Watermark(5));
        }
    }

    /** What is sent before the barrier is in no state, and in none it is missed. */
    @Test
    void none_waits_beyond_a_barrier_or_the_end() throws Exception {
        try (var joined = open()) {
            joined.processElement(delta("a", SOURCE, 1), 0);
            joined.prepareSnapshotPreBarrier(1);
            assertThat(joined.extractOutputValues()).hasSize(1);
            joined.processElement(delta("a", SOURCE, 2), 0);
            joined.getOperator().finish();
            assertThat(joined.extractOutputValues())
                    .extracting(JoinedDeltasTest::said)
                    .containsExactly("a 3 [1]", "a 3 [2]");
        }
    }

    @Test
    void without_a_watermark_they_leave_after_a_while_and_those_that_come_then_too() throws Exception {
        try (var joined = open()) {
            joined.processElement(delta("a", SOURCE, 1), 0);
            joined.setProcessingTime(JoinedDeltas.LONGEST - 1);
            assertThat(joined.extractOutputValues()).isEmpty();
            joined.setProcessingTime(JoinedDeltas.LONGEST);
            assertThat(joined.extractOutputValues()).hasSize(1);
            joined.processElement(delta("a", SOURCE, 2), 0);
            joined.setProcessingTime(2 * JoinedDeltas.LONGEST);
            assertThat(joined.extractOutputValues()).hasSize(2);
        }
    }

    @Test
    void no_more_than_so_many_are_joined() throws Exception {
        try (var joined = open()) {
            for (int number = 1; number <= JoinedDeltas.MOST + 1; number++) {
                joined.processElement(delta("a", SOURCE, number), 0);
            }
            assertThat(joined.extractOutputValues())
                    .singleElement()
                    .satisfies(delta -> assertThat(delta.entries).hasSize(JoinedDeltas.MOST));
        }
    }

    /** From when on a source is known is said with the deltas of that source. */
    @Test
    void deltas_of_two_sources_are_not_joined() throws Exception {
        try (var joined = open()) {
            joined.processElement(delta("a", SOURCE, 1), 0);
            joined.processElement(delta("a", OTHER_SOURCE, 2), 0);
            joined.processElement(delta("a", OTHER_SOURCE, 3), 0);
            joined.processWatermark(5);
            assertThat(joined.extractOutputValues())
                    .extracting(JoinedDeltasTest::said)
                    .containsExactly("a 3 [1]", "a 4 [2, 3]");
        }
    }

    @Test
    void what_is_not_of_figures_goes_through_as_it_is() throws Exception {
        try (var joined = open()) {
            joined.processElement(Delta.ofArrivals("a", EventStream.OUTCOME, 0, 7), 0);
            assertThat(joined.extractOutputValues())
                    .singleElement()
                    .satisfies(delta -> assertThat(delta.arrivals).isEqualTo(7));
        }
    }

    private static OneInputStreamOperatorTestHarness<Delta, Delta> open() throws Exception {
        var joined = new OneInputStreamOperatorTestHarness<>(new JoinedDeltas());
        joined.setProcessingTime(0);
        joined.open();
        return joined;
    }

    private static Delta delta(String force, byte source, long enters) {
        DeltaEntry marker = new DeltaEntry();
        marker.contributionType = (byte) ContributionType.MARKER.ordinal();
        marker.enters = enters;
        marker.sign = 1;
        marker.numerator = new long[0];
        marker.denominator = new long[0];
        return new Delta(force, source, List.of(marker));
    }

    /** Force, source, and when each entry enters. */
    private static String said(Delta delta) {
        List<Long> enters = new ArrayList<>();
        PackedEntries.Reader reader = new PackedEntries.Reader();
        Arrays.stream(delta.entries).forEach(packed -> packed.forEach(reader, entry -> enters.add(entry.enters)));
        return delta.force + " " + delta.source + " " + enters;
    }
}
