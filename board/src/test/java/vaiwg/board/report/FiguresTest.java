package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.MeasureEntry.Kind;
import vaiwg.board.figures.PublishedSnapshot;
import vaiwg.board.figures.PublishedValue;
import vaiwg.board.figures.Reading;
import vaiwg.board.figures.SeriesKey;
import vaiwg.board.figures.SnapshotValues;

class FiguresTest {
    private static final Reading READING = new Reading("recorded", "365d");
    private static final LocalDate AS_AT = Periods.AS_AT;
    private static final LocalDate BEFORE = AS_AT.minusDays(56);

    @Test
    @Tag("pitfall-18")
    void thirty_cases_are_enough_and_of_twenty_nine_there_is_the_count_alone() {
        MeasureEntry share = Periods.measure("k", Kind.SHARE, "Share", "up");
        assertThat(figure(share, values(AS_AT, value(15, 30, false, false))).value())
                .isEqualTo(0.5);
        Figure few = figure(share, values(AS_AT, value(15, 29, true, false)));
        assertThat(few.state()).isEqualTo(Figure.State.COUNT_ONLY);
        assertThat(few.value()).isNaN();
        assertThat(few.lower()).isNaN();
        assertThat(NumberText.inWords(few, false)).isEqualTo("15 of 29");
    }

    @Test
    void a_percentile_of_few_has_no_number() {
        MeasureEntry hours = Periods.measure("hours", Kind.PERCENTILE, "Half within", "down");
        Figure figure =
                figure(hours, values(AS_AT, new SeriesKey("hours", "recorded", "365d", ""), 3, 29, true, false));
        assertThat(figure.state()).isEqualTo(Figure.State.TOO_FEW);
        assertThat(figure.numerator()).isNull();
        assertThat(figure.unit()).isEqualTo(Unit.HOURS);
    }

    @Test
    void a_group_that_may_not_be_compared_has_its_count_and_that_reason() {
        Figure group = ofGroup(Kind.SHARE, 100);
        assertThat(group.state()).isEqualTo(Figure.State.NOT_COMPARED);
        assertThat(group.value()).isNaN();
        assertThat(NumberText.inWords(group, false)).isEqualTo("15 of 100");
        Figure median = ofGroup(Kind.PERCENTILE, 100);
        assertThat(median.state()).isEqualTo(Figure.State.NOT_COMPARED);
        assertThat(median.isShown()).isFalse();
        assertThat(NumberText.inWords(median, false)).isEqualTo("not compared");
        Figure count = ofGroup(Kind.COUNT, null);
        assertThat(count.state()).as("a count compares nothing").isEqualTo(Figure.State.SHOWN);
        assertThat(count.value()).isEqualTo(15);
    }

    private static Figure ofGroup(Kind kind, Integer denominator) {
        PublishedValue known = value(15, denominator, false, false);
        PublishedValue group = new PublishedValue(
                known.key(),
                "h1",
                15,
                denominator,
                kind == Kind.COUNT ? 15 : Double.NaN,
                Double.NaN,
                Double.NaN,
                false,
                false,
                false,
                false,
                Optional.empty());
        return figure(Periods.measure("k", kind, "Of groups", "up"), values(AS_AT, group));
    }

    @Test
    void a_figure_of_signals_is_about_nobody_whether_it_has_a_number_or_not() {
        MeasureEntry signals = Periods.measure("signal_response", Kind.SHARE, "Signals answered", "up");
        SeriesKey key = new SeriesKey("signal_response", "recorded", "365d", "");
        assertThat(figure(signals, values(AS_AT, key, 2, 130, false, false)).countsWork())
                .isTrue();
        assertThat(figure(signals, values(AS_AT, value(15, 30, false, false))).countsWork())
                .isTrue();
        MeasureEntry share = Periods.measure("k", Kind.SHARE, "Share", "up");
        assertThat(figure(share, values(AS_AT, value(15, 30, false, false))).countsWork())
                .isFalse();
    }

    @Test
    void zero_of_zero_has_no_row() {
        SnapshotValues other =
                values(AS_AT, new SeriesKey("k", "recorded", "365d", "theme=rape"), 1, null, false, false);
        assertThat(figure(Periods.measure("k", Kind.COUNT, "Count", "none"), other)
                        .numerator())
                .isZero();
        assertThat(figure(Periods.measure("k", Kind.SHARE, "Share", "up"), other)
                        .state())
                .isEqualTo(Figure.State.NONE);
        assertThat(figure(Periods.measure("other", Kind.COUNT, "Count", "none"), other)
                        .state())
                .as("not published at all")
                .isEqualTo(Figure.State.NOT_KEPT);
    }

    @Test
    void a_change_is_not_told_between_two_definitions_nor_from_a_window_that_was_not_whole() {
        MeasureEntry share = Periods.measure("k", Kind.SHARE, "Share", "up");
        SnapshotValues now = values(AS_AT, value(40, 100, false, false));
        assertThat(change(share, now, values(BEFORE, value(30, 100, false, false))))
                .isEqualTo(new FigureChange(10.000000000000003, Unit.SHARE));
        assertThat(change(share, now, values(BEFORE, value(30, 100, false, true)))
                        .isKnown())
                .isFalse();
        PublishedValue before = value(30, 100, false, false);
        PublishedValue otherwise = new PublishedValue(
                before.key(), "h2", 30, 100, 0.3, Double.NaN, Double.NaN, false, false, false, true, Optional.empty());
        assertThat(change(share, now, values(BEFORE, otherwise)).isKnown()).isFalse();
    }

    private static FigureChange change(MeasureEntry measure, SnapshotValues now, SnapshotValues before) {
        return Figures.change(measure, figure(measure, now), now, figure(measure, before), Optional.of(before));
    }

    private static Figure figure(MeasureEntry measure, SnapshotValues values) {
        return Figures.of(measure, READING, "", Optional.of(values), AS_AT);
    }

    private static PublishedValue value(int numerator, Integer denominator, boolean small, boolean partial) {
        return value(new SeriesKey("k", "recorded", "365d", ""), numerator, denominator, small, partial);
    }

    private static PublishedValue value(
            SeriesKey key, int numerator, Integer denominator, boolean small, boolean partial) {
        double value = denominator == null ? numerator : (double) numerator / denominator;
        return new PublishedValue(
                key, "h1", numerator, denominator, value, 0.1, 0.9, small, partial, false, true, Optional.empty());
    }

    private static SnapshotValues values(
            LocalDate asAt, SeriesKey key, int numerator, Integer denominator, boolean small, boolean partial) {
        return values(asAt, value(key, numerator, denominator, small, partial));
    }

    private static SnapshotValues values(LocalDate asAt, PublishedValue value) {
        PublishedSnapshot snapshot =
                new PublishedSnapshot("f", asAt, 1, false, false, true, "c", Optional.empty(), new TreeMap<>());
        return new SnapshotValues(snapshot, Map.of(value.key(), value));
    }
}
