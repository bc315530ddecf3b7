package vaiwg.board.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vaiwg.board.report.AreaDots;
import vaiwg.board.report.Backlog;
import vaiwg.board.report.BlockPoint;
import vaiwg.board.report.Composition;
import vaiwg.board.report.Figure;
import vaiwg.board.report.Judgement;
import vaiwg.board.report.SignalsPage;
import vaiwg.board.report.Target;
import vaiwg.board.report.Unit;
import vaiwg.board.report.Verdict;

class ChartsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void a_signal_has_an_arrow_and_nothing_else_has(Verdict verdict) {
        assertThat(Icons.of(verdict, 1).contains("k-icon-arrow")).isEqualTo(verdict.isSignal());
        assertThat(Icons.of(verdict, 1).equals(Icons.of(verdict, -1))).isEqualTo(!verdict.isSignal());
    }

    @ParameterizedTest
    @EnumSource(Target.Assurance.class)
    void icons_are_silent_and_say_their_word_to_other_forms(Target.Assurance assurance) {
        assertThat(Icons.of(assurance)).contains("aria-hidden=\"true\"", "data-says=\"");
    }

    @Test
    void signals_are_told_apart_by_shape_without_colour() {
        List<String> shapes = new ArrayList<>();
        for (Verdict verdict :
                new Verdict[] {Verdict.CONCERN, Verdict.BETTER, Verdict.CHANGE, Verdict.USUAL, Verdict.NO_LIMITS}) {
            shapes.add(Icons.of(verdict, 0).replaceAll("(class|fill|stroke|data-says)=\"[^\"]*\"", ""));
        }
        assertThat(shapes).doesNotHaveDuplicates();
    }

    @Test
    void parts_are_as_wide_as_their_shares_and_the_last_is_white() {
        Composition composition = new Composition(
                "title",
                "",
                List.of("a", "b", "left"),
                List.of(new Composition.Bar("All", List.of(0.5, 0.0, 0.5), 10, true)),
                "said");
        String svg = CompositionBars.draw(composition);
        List<Double> widths = numbers(svg, "<rect [^>]*width=\"([0-9.]+)\"");
        assertThat(widths).hasSize(2);
        assertThat(widths.get(0)).isEqualTo(widths.get(1));
        assertThat(svg).contains("k-part-left").doesNotContain("k-part2");
        assertThat(CompositionBars.swatch(2, 3)).contains("k-part-left");
    }

    @Test
    void bars_begin_at_0_and_the_newest_has_its_number() {
        List<Backlog.Level> levels = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            levels.add(new Backlog.Level(DAY.minusDays(28L * (13 - i)), i == 13 ? 20 : 10));
        }
        String svg = BacklogBars.draw(new Backlog("title", "", figure(4, 72), levels, Optional.empty(), "", "said"));
        List<Double> heights = numbers(svg, "<rect [^>]*height=\"([0-9.]+)\"");
        assertThat(heights).hasSize(14);
        assertThat(heights.get(13)).isEqualTo(2 * heights.get(0));
        assertThat(svg).contains(">20<", ">26 Nov 2026<");
        assertThat(BacklogBars.draw(new Backlog("title", "", figure(0, 0), List.of(), Optional.empty(), "", "said")))
                .isEmpty();
    }

    @Test
    void every_area_has_its_name_and_value_in_the_order_of_the_record() {
        AreaDots areas = areas(20);
        String all = AreaStrips.draw(areas, 703);
        List<String> names = Pattern.compile(">(Area \\d+)<")
                .matcher(all)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(names)
                .hasSize(20)
                .isEqualTo(areas.columns().get(0).dots().stream()
                        .map(AreaDots.Dot::title)
                        .toList());
        assertThat(all.split("class=\"k-hollow\"", -1)).hasSize(2);
        assertThat(all).doesNotContain("NaN");
    }

    @Test
    void an_area_without_a_figure_has_a_row_without_a_dot() {
        Figure none = new Figure(
                "k",
                "recorded",
                "12m",
                "",
                DAY,
                Unit.SHARE,
                null,
                null,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Figure.State.SUPPRESSED);
        AreaDots areas = new AreaDots(
                "finding",
                "",
                List.of(new AreaDots.Column(
                        "",
                        0.3,
                        List.of(new AreaDots.Dot(
                                "Area", none, Double.NaN, Double.NaN, Double.NaN, Double.NaN, false, false)))),
                "",
                "said");
        assertThat(AreaStrips.draw(areas, 341)).contains(">withheld<").doesNotContain("NaN", "<circle");
    }

    @Test
    void a_small_chart_has_the_band_of_its_limits_and_the_mark_of_its_verdict() {
        String svg = Sparkline.draw(points(26, 0.2, 0.4), "title", Verdict.CONCERN);
        assertThat(svg).contains("k-spark-band", "k-mark-concern");
        assertThat(Sparkline.draw(points(26, Double.NaN, Double.NaN), "title", Verdict.NO_LIMITS))
                .doesNotContain("k-spark-band", "NaN");
        assertThat(Sparkline.draw(points(1, Double.NaN, Double.NaN), "title", Verdict.NO_LIMITS))
                .doesNotContain("NaN");
        assertThat(Sparkline.draw(List.of(), "title", Verdict.NO_LIMITS)).isEmpty();
    }

    @Test
    void verdicts_of_two_years_have_one_column_a_period() {
        List<Optional<Judgement>> verdicts =
                new ArrayList<>(Collections.nCopies(26, Optional.of(Judgement.of(Verdict.USUAL))));
        verdicts.set(0, Optional.empty());
        verdicts.set(1, Optional.of(Judgement.of(Verdict.NO_LIMITS)));
        verdicts.set(25, Optional.of(new Judgement(Verdict.CHANGE, 1)));
        String svg = SignalGrid.row(new SignalsPage.Line("line", verdicts), "said");
        assertThat(numbers(svg, "<circle [^>]*cx=\"([0-9.]+)\"")).hasSize(24);
        assertThat(svg).contains("k-mark-change", "<title>said</title>");
    }

    private static AreaDots areas(int rows) {
        List<AreaDots.Dot> dots = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            dots.add(new AreaDots.Dot("Area " + i, figure(30, 100), 0.2, 0.4, 0.15, 0.45, i == 7, false));
        }
        return new AreaDots("finding", "subtitle", List.of(new AreaDots.Column("All", 0.3, dots)), "", "said");
    }

    private static List<BlockPoint> points(int periods, double lower, double upper) {
        List<BlockPoint> points = new ArrayList<>();
        for (int i = 0; i < periods; i++) {
            points.add(new BlockPoint(
                    DAY.plusDays(28L * i),
                    DAY.plusDays(28L * i + 27),
                    0.3,
                    lower,
                    (lower + upper) / 2,
                    upper,
                    30,
                    100,
                    Judgement.of(Verdict.USUAL),
                    false));
        }
        return points;
    }

    private static Figure figure(int numerator, int denominator) {
        return new Figure(
                "k",
                "recorded",
                "12m",
                "",
                DAY,
                Unit.SHARE,
                numerator,
                denominator,
                (double) numerator / denominator,
                Double.NaN,
                Double.NaN,
                Figure.State.SHOWN);
    }

    private static List<Double> numbers(String svg, String pattern) {
        return Pattern.compile(pattern)
                .matcher(svg)
                .results()
                .map(found -> Double.valueOf(found.group(1)))
                .toList();
    }
}
