package vaiwg.jobs.totals;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vaiwg.jobs.records.StatedTotal;
import vaiwg.kpis.time.TotalsReach;
import vaiwg.schemas.EventStream;

/** Hours are numbered from an arbitrary one. */
class ControlTotalsTest {
    private static final long FIRST = 490_000;
    private static final long FOR_EVER = FIRST + 100 * 24;

    private KeyedTwoInputStreamOperatorTestHarness<String, ReceivedCount, StatedTotal, ComparedTotal> totals;

    @BeforeEach
    void open() throws Exception {
        totals = harness();
        totals.open();
    }

    @AfterEach
    void close() throws Exception {
        totals.close();
    }

    @Test
    void a_total_is_compared_as_at_the_hour_at_or_after_its_progress_record() throws Exception {
        receive(5, 5, 3);
        state(total(0, 6, 3, (FIRST + 6) * StatedTotal.HOUR + 1));
        advance(6);
        assertThat(told()).isEmpty();
        advance(7);
        assertThat(told()).containsExactly("3 of 3 as at 7");
    }

    @Test
    void what_is_missing_is_told_again_as_at_each_hour_by_which_more_came() throws Exception {
        receive(1, 1, 10);
        receive(6, 6, 50);
        state(total(0, 6, 14, hour(6)));
        advance(6);
        receive(2, 7, 3);
        receive(7, 7, 9);
        advance(9);
        receive(5, 20, 1);
        advance(21);
        assertThat(told()).containsExactly("10 of 14 as at 6", "13 of 14 as at 8", "14 of 14 as at 21");
    }

    /** Which of them is read first must not matter. */
    @Test
    void what_is_known_later_is_in_no_earlier_comparison_though_it_was_read_before() throws Exception {
        receive(2, 9, 3);
        receive(1, 1, 10);
        state(total(0, 6, 13, hour(6)));
        advance(30);
        assertThat(told()).containsExactly("10 of 13 as at 6", "13 of 13 as at 10");
    }

    @Test
    void more_than_its_source_has_is_told_too() throws Exception {
        receive(1, 1, 11);
        state(total(0, 6, 10, hour(6)));
        advance(6);
        assertThat(told()).containsExactly("11 of 10 as at 6");
    }

    @Test
    void copies_of_a_statement_are_one_and_a_later_statement_corrects_it() throws Exception {
        receive(1, 1, 10);
        state(total(0, 6, 12, hour(6)));
        state(total(0, 6, 12, hour(6)));
        advance(6);
        state(total(0, 6, 10, hour(8)));
        state(total(0, 6, 12, hour(6)));
        advance(8);
        assertThat(told()).containsExactly("10 of 12 as at 6", "10 of 10 as at 8");
    }

    /** The partitions' clocks differ; in a replay the farther one may be read first. */
    @Test
    void of_copies_that_are_due_at_different_hours_the_first_hour_is_told_whichever_is_read_first() throws Exception {
        for (long later : List.of(0L, 1L)) {
            long day = 24 * later;
            receive(day + 1, day + 1, 10);
            StatedTotal first = total(day, day + 6, 12, hour(day + 6));
            StatedTotal second = total(day, day + 6, 12, hour(day + 6));
            assertThat(second.isDueSoon(hour(day + 8) - 1)).isTrue();
            state(later == 0 ? first : second);
            state(later == 0 ? second : first);
            receive(day + 2, day + 6, 1);
            advance(day + 9);
        }
        assertThat(told())
                .containsExactly("10 of 12 as at 6", "11 of 12 as at 7", "10 of 12 as at 30", "11 of 12 as at 31");
    }

    @Test
    void records_are_counted_by_status_and_class_where_the_source_does() throws Exception {
        receive(1, 1, 5, "ACTIVE", "19C");
        receive(1, 1, 2, "CANCELLED", "19C");
        receive(1, 1, 4, "CANCELLED", "8L");
        StatedTotal cancelled = total(0, 6, 6, hour(6));
        cancelled.status = "CANCELLED";
        StatedTotal both = total(0, 6, 2, hour(6));
        both.status = "CANCELLED";
        both.code = "19C";
        state(cancelled);
        state(both);
        state(total(0, 6, 11, hour(6)));
        advance(6);
        assertThat(told()).containsExactlyInAnyOrder("6 of 6 as at 6", "2 of 2 as at 6", "11 of 11 as at 6");
    }

    @Test
    void after_a_restart_the_counts_are_those_of_the_checkpoint() throws Exception {
        receive(1, 1, 10);
        receive(2, 8, 1);
        state(total(0, 6, 12, hour(6)));
        advance(6);
        OperatorSubtaskState checkpoint = totals.snapshot(1, 1);
        totals.close();
        totals = harness();
        totals.initializeState(checkpoint);
        totals.open();
        receive(3, 8, 1);
        advance(9);
        assertThat(told()).containsExactly("12 of 12 as at 9");
    }

    @Test
    void nothing_is_kept_for_ever() throws Exception {
        receive(1, 1, 10);
        receive(2, 8, 1);
        state(total(0, 6, 12, hour(6)));
        advance(FOR_EVER - FIRST);
        state(total(FOR_EVER - FIRST - 6, FOR_EVER - FIRST, 0, hour(FOR_EVER - FIRST)));
        advance(FOR_EVER - FIRST + 100 * 24);
        assertThat(totals.numKeyedStateEntries())
                .as("of the one total that is left")
                .isLessThanOrEqualTo(1);
        assertThat(totals.numEventTimeTimers()).isZero();
    }

    @Test
    void what_was_missing_is_forgotten_also_where_its_source_says_nothing_more() throws Exception {
        for (long hour = 0; hour < 48; hour++) {
            receive(hour, hour, 1);
        }
        state(total(0, 6, 12, hour(6)));
        advance(FOR_EVER - FIRST);
        assertThat(told()).containsExactly("6 of 12 as at 6");
        assertThat(totals.numKeyedStateEntries()).isZero();
    }

    /** Pages tell of it as long: {@code kpi_feed} and the report. */
    @Test
    void a_total_calls_for_as_many_days_as_it_is_told_of() throws Exception {
        long end = hour(6);
        List<ComparedTotal> all = List.of(ComparedTotal.of(total(0, 6, 12, end), 10, end));
        long last = end + TotalsReach.DAYS * 24 * StatedTotal.HOUR;
        assertThat(ControlTotalMetric.Difference.of(all, Long.MIN_VALUE).missing())
                .isEqualTo(2);
        assertThat(ControlTotalMetric.Difference.of(all, last - 1).missing()).isEqualTo(2);
        assertThat(ControlTotalMetric.Difference.of(all, last).missing()).isZero();
        assertThat(new String(
                        getClass().getResourceAsStream("/database/R__views.sql").readAllBytes(),
                        StandardCharsets.UTF_8))
                .contains("- interval '" + TotalsReach.DAYS + " days'");
    }

    private static KeyedTwoInputStreamOperatorTestHarness<String, ReceivedCount, StatedTotal, ComparedTotal> harness()
            throws Exception {
        return new KeyedTwoInputStreamOperatorTestHarness<>(
                new KeyedCoProcessOperator<>(new ControlTotals()),
                count -> ControlTotals.keyOf(count.force, count.stream),
                stated -> ControlTotals.keyOf(stated.force, stated.stream),
                Types.STRING);
    }

    private static long hour(long hour) {
        return (FIRST + hour) * StatedTotal.HOUR;
    }

    private void receive(long hour, long knownHour, int records) throws Exception {
        receive(hour, knownHour, records, "", "");
    }

    private void receive(long hour, long knownHour, int records, String status, String code) throws Exception {
        ReceivedCount count = new ReceivedCount();
        count.force = "f";
        count.stream = (byte) EventStream.CRIME_RECORDING.ordinal();
        count.hour = FIRST + hour;
        count.knownHour = FIRST + knownHour;
        count.status = status;
        count.code = code;
        count.records = records;
        totals.processElement1(count, 0);
    }

    private static StatedTotal total(long from, long to, long records, long statedAt) {
        StatedTotal total = new StatedTotal();
        total.force = "f";
        total.stream = (byte) EventStream.CRIME_RECORDING.ordinal();
        total.from = hour(from);
        total.to = hour(to);
        total.records = records;
        total.statedAt = statedAt;
        assertThat(total.isUsable()).isTrue();
        assertThat(total.isDueSoon(statedAt)).isTrue();
        return total;
    }

    private void state(StatedTotal total) throws Exception {
        totals.processElement2(total, 0);
    }

    private void advance(long hour) throws Exception {
        totals.processBothWatermarks(new Watermark(hour(hour)));
    }

    private List<String> told() {
        return totals.extractOutputValues().stream()
                .map(total -> total.received + " of " + total.stated.records + " as at "
                        + (total.knownAt / StatedTotal.HOUR - FIRST))
                .toList();
    }
}
