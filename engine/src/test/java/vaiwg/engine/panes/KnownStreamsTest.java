package vaiwg.engine.panes;

import static org.assertj.core.api.Assertions.assertThat;
import static vaiwg.kpis.OneMeasure.shipped;

import org.junit.jupiter.api.Test;
import vaiwg.kpis.cases.Duty;
import vaiwg.kpis.cases.RecordKind;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.EventStream;

/** A measure has figures from the first event of the last of its streams on. */
class KnownStreamsTest {
    private static final int DAY = 19_000;
    private static final Measure SCREENED = shipped("stalking_screened_7d");
    private static final Measure INFORMED = shipped("informed_in_time");
    private static final Measure RECORDED = shipped("recorded_offences");

    private final KnownStreams streams = new KnownStreams();

    @Test
    void nothing_is_told_of_a_force_that_has_sent_nothing() {
        streams.goTo(LondonDays.startOf(DAY));
        assertThat(streams.tell(RECORDED.recordKinds())).isFalse();
        assertThat(streams.tellByNow(RECORDED.recordKinds())).isFalse();
    }

    @Test
    void what_two_streams_tell_is_told_when_both_are_known() {
        streams.add(RecordKind.of(EventStream.CRIME_RECORDING), LondonDays.startOf(DAY));
        streams.goTo(LondonDays.startOf(DAY));
        assertThat(streams.tell(RECORDED.recordKinds())).isTrue();
        assertThat(streams.tell(SCREENED.recordKinds())).isFalse();

        streams.add(RecordKind.of(EventStream.STALKING), LondonDays.startOf(DAY + 1) + 1);
        streams.goTo(LondonDays.startOf(DAY + 1));
        assertThat(streams.tell(SCREENED.recordKinds()))
                .as("a millisecond before it is known")
                .isFalse();
        assertThat(streams.tellByNow(SCREENED.recordKinds())).isTrue();
        assertThat(streams.firstDay(SCREENED.recordKinds())).isEqualTo(DAY + 1);
        streams.goTo(LondonDays.startOf(DAY + 1) + 1);
        assertThat(streams.tell(SCREENED.recordKinds())).isTrue();
    }

    @Test
    void contacts_of_another_duty_do_not_tell_one() {
        streams.add(RecordKind.of(EventStream.CRIME_RECORDING), LondonDays.startOf(DAY));
        streams.add(RecordKind.of(EventStream.VICTIM_CONTACT), LondonDays.startOf(DAY));
        streams.add(RecordKind.of(Duty.COMPENSATION), LondonDays.startOf(DAY));
        streams.goTo(LondonDays.startOf(DAY + 1));
        assertThat(streams.tell(shipped("support_referral_2d").recordKinds())).isTrue();
        assertThat(streams.tell(INFORMED.recordKinds())).isFalse();

        streams.add(RecordKind.of(Duty.INFORMATION), LondonDays.startOf(DAY + 1));
        assertThat(streams.tell(INFORMED.recordKinds())).isTrue();
        assertThat(streams.firstDay(INFORMED.recordKinds())).isEqualTo(DAY + 1);
    }

    @Test
    void the_least_instant_counts_whichever_came_first() {
        assertThat(streams.add(RecordKind.of(EventStream.CRIME_RECORDING), LondonDays.startOf(DAY + 9)))
                .isTrue();
        assertThat(streams.add(RecordKind.of(EventStream.CRIME_RECORDING), LondonDays.startOf(DAY)))
                .isFalse();
        assertThat(streams.add(RecordKind.of(EventStream.CRIME_RECORDING), LondonDays.startOf(DAY + 3)))
                .isFalse();
        assertThat(streams.firstDay(RECORDED.recordKinds())).isEqualTo(DAY);
    }

    @Test
    void what_no_stream_tells_is_always_told() {
        assertThat(streams.tell(shipped("signal_response").recordKinds())).isTrue();
    }

    @Test
    void what_was_kept_is_taken_over() {
        streams.add(RecordKind.of(EventStream.CRIME_RECORDING), LondonDays.startOf(DAY));
        KnownStreams restored = new KnownStreams();
        restored.restore(streams.toArray());
        restored.goTo(LondonDays.startOf(DAY));
        assertThat(restored.tell(RECORDED.recordKinds())).isTrue();
        assertThat(restored.tell(SCREENED.recordKinds())).isFalse();
    }
}
