package vaiwg.board.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vaiwg.board.figures.PublishedVerdict.State;
import vaiwg.board.report.BlockChart;
import vaiwg.board.report.BlockPoint;
import vaiwg.board.report.EstimatePoint;
import vaiwg.board.report.Unit;

class ControlChartTest {
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    /** How tall letters of 12 px are. */
    private static final double LETTERS = 9;

    @Test
    void each_period_has_the_mark_of_what_was_said_and_the_newest_of_them_its_value() {
        List<BlockPoint> points = points(20);
        points.set(17, signal(points.get(17), State.ACT, 0.5));
        points.set(18, signal(points.get(18), State.IMPROVING, 0.1));
        points.set(19, signal(points.get(19), State.WATCH, 0.45));
        String svg = ControlChart.draw(chart(points, List.of(), 12), 280);
        assertThat(count(svg, "class=\"k-mark-concern\"")).isEqualTo(1);
        assertThat(count(svg, "class=\"k-mark-better-ring\"")).isEqualTo(1);
        assertThat(count(svg, "class=\"k-mark-watch\"")).isEqualTo(1);
        assertThat(count(svg, "class=\"k-point\"")).isEqualTo(17);
        assertThat(svg)
                .contains(">45.0%: 45 of 100<", ">usual 30.0%<", ">upper limit 40.0%<", ">lower limit 20.0%<")
                .contains("limits set from these 12 periods");
    }

    /** The chart has the newest two years; the first of the twelve may be older. */
    @Test
    void limits_say_from_how_many_periods_they_were_set_though_not_all_are_drawn() {
        String svg = ControlChart.draw(chart(points(20), List.of(), 11), 280);
        assertThat(svg).contains("limits set from 12 periods, 11 of them here");
        List<Double> ends = numbers(first(svg, "class=\"k-bracket\"[^>]* d=\"([^\"]*)\""), "[ML]([0-9.]+) ");
        assertThat(numbers(svg, "class=\"k-point\"[^>]* cx=\"([0-9.]+)\""))
                .filteredOn(x -> x > Collections.min(ends) && x < Collections.max(ends))
                .hasSize(11);
    }

    /** Where band and points reach down to the axis; with the bracket of the first periods below the plot, and without. */
    @ParameterizedTest
    @ValueSource(ints = {0, 12})
    void words_of_a_low_chart_cross_neither_its_band_nor_its_points(int baseline) {
        LocalDate day = FIRST.plusDays(20 * 28L);
        List<BlockPoint> points = new ArrayList<>();
        for (BlockPoint point : points(20)) {
            points.add(point(point.firstDay(), 0.2, 0, 0.2, State.NO_CHANGE, false));
        }
        points.set(19, signal(points.get(19), State.ACT, 0));
        List<EstimatePoint> estimates = List.of(new EstimatePoint(day, day.plusDays(27), 0.2, 0, 0.4));
        String svg = ControlChart.draw(chart(points, estimates, baseline), 110);

        List<Double> drawn = new ArrayList<>(numbers(svg, "class=\"k-point\"[^>]* cy=\"([0-9.]+)\""));
        drawn.addAll(numbers(svg, "class=\"k-whisker\"[^>]* y1=\"([0-9.]+)\""));
        for (String drawing : List.of("k-in-band", "k-mark-concern")) {
            drawn.addAll(numbers(first(svg, "class=\"" + drawing + "\"[^>]* d=\"([^\"]*)\""), "[ML][0-9.]+ ([0-9.]+)"));
        }
        double lowest = Collections.max(drawn);
        double axis =
                numbers(svg, "class=\"k-axis-line\"[^>]* y1=\"([0-9.]+)\"").get(0);
        assertThat(numbers(svg, " y=\"([0-9.]+)\"[^>]*>(?:estimate, provisional|limits set from)"))
                .hasSize(baseline == 0 ? 1 : 2)
                .allMatch(y -> y - LETTERS > lowest && y < axis);
    }

    @Test
    void limits_on_trial_are_not_drawn() {
        List<BlockPoint> points = new ArrayList<>();
        for (BlockPoint point : points(8)) {
            points.add(point(point.firstDay(), point.value(), 0.2, 0.3, State.NO_CHANGE, true));
        }
        String svg = ControlChart.draw(chart(points, List.of(), 0), 280);
        assertThat(svg).doesNotContain("k-in-band", "k-limit-line", "usual");
        assertThat(count(svg, "class=\"k-point\"")).isEqualTo(8);
    }

    @Test
    void an_estimate_is_hollow_with_its_range_and_its_word() {
        LocalDate day = FIRST.plusDays(20 * 28L);
        String svg = ControlChart.draw(
                chart(points(20), List.of(new EstimatePoint(day, day.plusDays(27), 0.4, 0.3, 0.5)), 0), 280);
        assertThat(count(svg, "class=\"k-hollow\"")).isEqualTo(1);
        assertThat(count(svg, "class=\"k-whisker\"")).isEqualTo(1);
        assertThat(svg).contains("estimate, provisional");
    }

    @Test
    void a_rebase_interrupts_the_band() {
        List<BlockChart.Rebase> rebases = List.of(new BlockChart.Rebase(FIRST.plusDays(10 * 28L), "†", "reason"));
        String svg = ControlChart.draw(chart(points(20), List.of(), rebases, List.of(), 0), 280);
        assertThat(count(svg, "class=\"k-in-band\"")).isEqualTo(2);
        assertThat(svg).contains("limits set again †");
    }

    @Test
    void what_was_recommended_or_planned_is_a_numbered_line_on_its_day() {
        List<BlockChart.Dated> dated = List.of(
                new BlockChart.Dated(FIRST, 1, "before the first period: a recommendation"),
                new BlockChart.Dated(FIRST.plusDays(100), 2, "posts"),
                new BlockChart.Dated(FIRST.plusDays(101), 3, "a step"),
                new BlockChart.Dated(FIRST.minusDays(1), 4, "too early"),
                new BlockChart.Dated(FIRST.plusDays(20 * 28L), 5, "too late"));
        String svg = ControlChart.draw(chart(points(20), List.of(), List.of(), dated, 0), 280);
        assertThat(count(svg, "class=\"k-dated-line\"")).isEqualTo(3);
        assertThat(svg).contains(">1</text>", ">2</text>", ">3</text>").doesNotContain(">4</text>", ">5</text>");
    }

    @Test
    void whatever_is_drawn_lies_within_the_picture() {
        for (int periods : new int[] {1, 2, 5, 39}) {
            String svg = ControlChart.draw(chart(points(periods), List.of(), 12), 280);
            assertThat(svg).doesNotContain("NaN", "Infinity");
            assertThat(numbers(svg, " (?:x|cx|x1|x2)=\"(-?[0-9.]+)\"")).allMatch(x -> x >= 0 && x <= 703);
            assertThat(numbers(svg, " (?:y|cy|y1|y2)=\"(-?[0-9.]+)\"")).allMatch(y -> y >= 0 && y <= 280);
        }
    }

    /** Room above the upper limit made an axis end at 120%. */
    @Test
    void the_axis_of_a_share_ends_at_all_of_them() {
        List<BlockPoint> shares = List.of(ofAll(0, 0.95), ofAll(1, 0.97));
        Axis axis = ControlChart.axis(chart(shares, List.of(), 0), 5);
        assertThat(axis.high()).isEqualTo(1);
        assertThat(axis.ticks()).allMatch(tick -> tick < 1 + 1e-9);
        assertThat(ControlChart.draw(chart(shares, List.of(), 0), 280))
                .contains(">100%<")
                .doesNotContain(">105%<");
    }

    /** Below a chart it is said that its axis does not begin at 0, where it does not. */
    @Test
    void an_axis_begins_at_0_where_the_values_reach_down_to_it() {
        assertThat(ControlChart.beginsAtZero(chart(List.of(ofAll(0, 0.95)), List.of(), 0), 280))
                .isFalse();
        List<BlockPoint> low = List.of(point(FIRST, 0.02, 0, 0.1, State.NO_CHANGE, false));
        assertThat(ControlChart.beginsAtZero(chart(low, List.of(), 0), 280)).isTrue();
    }

    private static BlockPoint ofAll(int period, double share) {
        LocalDate first = FIRST.plusDays(28L * period);
        int cases = (int) Math.round(100 * share);
        return new BlockPoint(
                first, first.plusDays(27), share, 0.88, 0.94, 1, cases, 100, Optional.of(State.NO_CHANGE), false);
    }

    @Test
    void a_chart_without_points_is_nothing() {
        assertThat(ControlChart.draw(chart(List.of(), List.of(), 0), 280)).isEmpty();
    }

    /** Page 4 had one on which three numbers of the axis lay over one another. */
    @ParameterizedTest
    @ValueSource(doubles = {76, 83, 100, 124, 280})
    void numbers_of_an_axis_have_room(double height) {
        List<Double> lines = Pattern.compile("y=\"([-0-9.]+)\" text-anchor=\"end\">[0-9.]+%?</text>")
                .matcher(ControlChart.draw(chart(points(20), List.of(), 11), height))
                .results()
                .map(found -> Double.valueOf(found.group(1)))
                .sorted()
                .toList();
        assertThat(lines).isNotEmpty();
        for (int i = 1; i < lines.size(); i++) {
            assertThat(lines.get(i) - lines.get(i - 1)).isGreaterThanOrEqualTo(12);
        }
    }

    @Test
    void axes_hold_their_range_and_have_round_ticks() {
        Axis axis = Axis.around(0.247, 0.493, 5);
        assertThat(axis.low()).isLessThanOrEqualTo(0.247);
        assertThat(axis.high()).isGreaterThanOrEqualTo(0.493);
        assertThat(axis.ticks())
                .hasSizeBetween(4, 8)
                .allSatisfy(tick -> assertThat(tick * 1000 % 25).isCloseTo(0, Offset.offset(1e-6)));
        assertThat(Axis.around(0, 0, 5).low()).isZero();
        assertThat(Axis.around(3, 3, 5).high()).isGreaterThan(3);
    }

    private static List<BlockPoint> points(int periods) {
        List<BlockPoint> points = new ArrayList<>();
        for (int i = 0; i < periods; i++) {
            int cases = 27 + i * 7 % 8;
            points.add(point(FIRST.plusDays(28L * i), cases / 100.0, 0.2, 0.3, State.NO_CHANGE, false));
        }
        return points;
    }

    private static BlockPoint signal(BlockPoint point, State state, double value) {
        return point(point.firstDay(), value, 0.2, 0.3, state, false);
    }

    /** Of a hundred cases. */
    private static BlockPoint point(
            LocalDate first, double value, double lower, double centre, State state, boolean trial) {
        int cases = (int) Math.round(100 * value);
        return new BlockPoint(
                first, first.plusDays(27), value, lower, centre, 0.4, cases, 100, Optional.of(state), trial);
    }

    private static BlockChart chart(List<BlockPoint> points, List<EstimatePoint> estimates, int baseline) {
        return chart(points, estimates, List.of(), List.of(), baseline);
    }

    private static BlockChart chart(
            List<BlockPoint> points,
            List<EstimatePoint> estimates,
            List<BlockChart.Rebase> rebases,
            List<BlockChart.Dated> dated,
            int baseline) {
        return new BlockChart(
                "k",
                "",
                "finding",
                "subtitle",
                "name",
                Unit.SHARE,
                points,
                estimates,
                rebases,
                dated,
                baseline,
                Optional.empty(),
                "said");
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    private static String first(String svg, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(svg);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    static List<Double> numbers(String svg, String pattern) {
        return Pattern.compile(pattern)
                .matcher(svg)
                .results()
                .map((MatchResult found) -> Double.valueOf(found.group(1)))
                .toList();
    }
}
