package vaiwg.board.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vaiwg.board.figures.PublishedVerdict.State;
import vaiwg.board.figures.PublishedVerdict.TargetState;
import vaiwg.board.figures.SeriesKey;
import vaiwg.board.report.Block;
import vaiwg.board.report.BlockPoint;
import vaiwg.board.report.Figure;
import vaiwg.board.report.SampleReport;

class ChartsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);

    @ParameterizedTest
    @EnumSource(State.class)
    void icons_are_silent_and_say_their_word_to_other_forms(State state) {
        assertThat(Icons.of(state)).contains("aria-hidden=\"true\"", "data-says=\"" + state.word() + "\"");
    }

    @Test
    void states_are_told_apart_by_shape_without_colour() {
        assertThat(Stream.of(State.ACT, State.WATCH, State.NO_CHANGE, State.IMPROVING, State.TOO_FEW)
                        .map(state -> shape(Icons.of(state))))
                .doesNotHaveDuplicates();
        assertThat(Stream.of(TargetState.values()).map(target -> shape(Icons.of(target))))
                .doesNotHaveDuplicates();
    }

    @Test
    void icons_to_act_or_to_watch_alone_have_the_colour_of_concern() {
        String concern = Ink.ICON_CONCERN.className();
        assertThat(Stream.of(State.values()).filter(state -> Icons.of(state).contains(concern)))
                .containsExactlyInAnyOrder(State.ACT, State.WATCH);
        assertThat(Stream.of(TargetState.values()).map(target -> Icons.of(target)))
                .noneMatch(icon -> icon.contains(concern));
    }

    private static String shape(String icon) {
        return icon.replaceAll("(class|fill|stroke|data-says)=\"[^\"]*\"", "");
    }

    @Test
    void a_bar_is_as_long_as_its_part_of_the_whole() {
        Figure figure = SampleReport.share(new SeriesKey("k", "recorded", "12m", ""), 30, 120);
        String svg = BarChart.draw(
                new Block.Bars(
                        "title",
                        "",
                        List.of(
                                new Block.Bar("All", figure, Block.Part.WHOLE),
                                new Block.Bar("Left", figure, Block.Part.REST),
                                new Block.Bar("Charged", figure, Block.Part.COUNT))),
                400);
        assertThat(ControlChartTest.numbers(svg, "<rect class=\"k-bar\"[^>]* width=\"([0-9.]+)\""))
                .containsExactly(400.0, 300.0, 100.0);
        assertThat(svg).contains(">120<", ">90 of 120 · 75.0%<", ">30 of 120 · 25.0%<");
    }

    @Test
    void a_small_chart_has_the_band_of_its_limits_and_the_mark_of_what_is_said_now() {
        assertThat(Sparkline.draw(points(26, 0.2, 0.4), State.ACT, "title")).contains("k-spark-band", "k-mark-concern");
        assertThat(Sparkline.draw(points(26, 0.2, 0.4), State.WATCH, "title")).contains("k-mark-watch");
        assertThat(Sparkline.draw(points(26, 0.2, 0.4), State.NO_CHANGE, "title"))
                .doesNotContain("k-mark");
        assertThat(Sparkline.draw(points(26, Double.NaN, Double.NaN), State.TOO_FEW, "title"))
                .doesNotContain("k-spark-band", "NaN");
        assertThat(Sparkline.draw(points(1, Double.NaN, Double.NaN), State.TOO_FEW, "title"))
                .doesNotContain("NaN");
        assertThat(Sparkline.draw(List.of(), State.TOO_FEW, "title")).isEmpty();
    }

    private static List<BlockPoint> points(int periods, double lower, double upper) {
        List<BlockPoint> points = new ArrayList<>();
        for (int i = 0; i < periods; i++) {
            LocalDate first = DAY.plusDays(28L * i);
            double centre = (lower + upper) / 2;
            Optional<State> usual = Optional.of(State.NO_CHANGE);
            points.add(new BlockPoint(first, first.plusDays(27), 0.3, lower, centre, upper, 30, 100, usual, false));
        }
        return points;
    }
}
