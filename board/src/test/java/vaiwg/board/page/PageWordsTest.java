package vaiwg.board.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vaiwg.board.figures.PublishedVerdict.State;
import vaiwg.board.figures.PublishedVerdict.TargetState;
import vaiwg.board.figures.SeriesKey;
import vaiwg.board.report.Better;
import vaiwg.board.report.Block;
import vaiwg.board.report.Block.Part;
import vaiwg.board.report.Figure;
import vaiwg.board.report.FigureChange;
import vaiwg.board.report.Matter;
import vaiwg.board.report.SampleReport;
import vaiwg.board.report.Unit;

class PageWordsTest {
    @Test
    void a_cell_of_a_column_of_shares_has_no_bare_count() {
        Figure few = SampleReport.few();
        assertThat(PageWords.cell(cell(few, Part.VALUE))).isEqualTo("8 of 16");
        assertThat(PageWords.cell(cell(few, Part.WHOLE))).isEqualTo("16");
        assertThat(PageWords.cell(cell(few.with(0, 1_200, 0, Figure.State.SHOWN), Part.VALUE)))
                .isEqualTo("0.0%");
    }

    /** Beside an owner's word a figure says of how many it is. */
    @Test
    void a_figure_in_few_words_says_what_it_is_of() {
        Figure few = SampleReport.few();
        assertThat(PageWords.brief(row(few.with(12, 1_200, 0.01, Figure.State.SHOWN), Optional.of(1.0))))
                .isEqualTo("Charged 1.0% (12 of 1,200), target 100%");
        assertThat(PageWords.brief(row(few, Optional.empty()))).isEqualTo("Charged 8 of 16");
        assertThat(PageWords.brief(row(few.without(Figure.State.SUPPRESSED), Optional.of(1.0))))
                .isEqualTo("Charged suppressed, target 100%");
    }

    @Test
    void a_figure_in_few_words_says_that_it_meets_its_target() {
        Block.Row all = row(SampleReport.few().with(1_200, 1_200, 1, Figure.State.SHOWN), Optional.empty());
        Block.Row meets = new Block.Row(
                all.title(),
                all.whose(),
                all.better(),
                all.figure(),
                all.over(),
                all.asCount(),
                all.inAYear(),
                all.spark(),
                all.state(),
                Optional.of(1.0),
                TargetState.MEETS,
                all.beside());
        assertThat(PageWords.brief(meets)).isEqualTo("Charged 100.0% (1,200 of 1,200), target 100%, meets it");
    }

    @Test
    void a_rate_in_few_words_says_for_how_many_it_is() {
        Figure rate = Figure.without(
                        new SeriesKey("devices_examined", "recorded", "365d", ""),
                        LocalDate.of(2026, 12, 1),
                        Unit.PER_100,
                        Figure.State.NONE)
                .with(426, 4_056, 10.5, Figure.State.SHOWN);
        assertThat(PageWords.brief(row(rate, Optional.empty())))
                .startsWith("Charged 10.5 per 100 ")
                .contains("426 for 4,056");
    }

    /** A window of five years is not said of records of three. */
    @Test
    void a_count_says_how_long_what_it_counts_lasted() {
        Figure count = Figure.without(
                        new SeriesKey("da_homicides", "recorded", "1826d", ""),
                        LocalDate.of(2026, 12, 1),
                        Unit.COUNT,
                        Figure.State.NONE)
                .with(14, null, 14, Figure.State.SHOWN);
        assertThat(PageWords.brief(row(count, "", Optional.empty()))).isEqualTo("Charged 14 in five years");
        assertThat(PageWords.brief(row(count, "in three years", Optional.empty())))
                .isEqualTo("Charged 14 in three years");
    }

    /** Page 1 said it once for all of its lines, and by the rule of the last page these were of all victims. */
    @Test
    void each_line_of_people_says_whose_it_is() {
        Figure all = SampleReport.few().with(1_466, 4_043, 0.363, Figure.State.SHOWN);
        Block.Row women = row(all, "women and girls", List.of(new Block.Bar("all victims", all, Part.VALUE)));
        Block.Row others = row(all, "all victims", List.of());
        assertThat(PageWords.below(women)).isEqualTo("women and girls; all victims 36.3% of 4,043");
        assertThat(PageWords.below(others)).isEqualTo("all victims");
    }

    /** An early warning sees in days what a chart sees in months, and each says so. */
    @Test
    void a_matter_says_of_how_many_days_that_is_which_raised_it() {
        Matter matter = SampleReport.usual().matters().get(0);
        assertThat(PageWords.evidence(matter, SampleReport.AS_AT)).isEqualTo("on 87 days to 18 Oct");
    }

    /** "1 days late" stood on page 2. */
    @Test
    void an_answer_is_one_day_late_or_some_days() {
        Matter matter = SampleReport.usual().matters().get(0);
        assertThat(PageWords.late(matter, matter.due().plusDays(1))).isEqualTo("1 day late");
        assertThat(PageWords.late(matter, matter.due().plusDays(110))).isEqualTo("110 days late");
    }

    @Test
    void the_change_of_a_figure_that_is_hidden_is_hidden_too() {
        Figure few = SampleReport.few();
        assertThat(PageWords.moved(row(few.without(Figure.State.SUPPRESSED), Optional.empty())))
                .isEqualTo("suppressed");
        assertThat(PageWords.moved(row(few.without(Figure.State.BELOW_FIVE), Optional.empty())))
                .isEqualTo("suppressed");
        assertThat(PageWords.moved(row(few, Optional.empty()))).isEqualTo("–");
    }

    private static Block.Row row(Figure figure, Optional<Double> target) {
        return row(figure, "", target);
    }

    private static Block.Row row(Figure figure, String over, Optional<Double> target) {
        return row(figure, "", over, target, List.of());
    }

    private static Block.Row row(Figure figure, String whose, List<Block.Bar> beside) {
        return row(figure, whose, "", Optional.empty(), beside);
    }

    private static Block.Row row(
            Figure figure, String whose, String over, Optional<Double> target, List<Block.Bar> beside) {
        return new Block.Row(
                "Charged",
                whose,
                Better.UP,
                figure,
                over,
                false,
                new FigureChange(Double.NaN, Unit.SHARE),
                List.of(),
                State.NOT_CHARTED,
                target,
                TargetState.SHORT,
                beside);
    }

    private static Block.Cell cell(Figure figure, Part part) {
        return new Block.Cell(Optional.of(figure), part, "", 0);
    }
}
