package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vaiwg.board.figures.PublishedVerdict.State;
import vaiwg.board.figures.PublishedVerdict.TargetState;

class ShortfallsTest {
    @Test
    void page_2_names_as_many_as_page_1_counts() {
        List<Page> pages = SampleReport.usual().pages();
        List<Block.Row> rows = Walk.find(pages.get(0), Block.Row.class).stream()
                .filter(row -> row.met() == TargetState.SHORT)
                .toList();
        assertThat(rows).hasSize(4);
        assertThat(Shortfalls.counted(rows))
                .isEqualTo("Four figures are short of their targets, not counted again by theme; page 2 names them.");
        assertThat(Shortfalls.list(rows, pages).title())
                .isEqualTo("Short of target: four, not counted again by theme; each target is 100%");
        assertThat(Shortfalls.list(rows, pages).sentences())
                .singleElement()
                .satisfies(list -> assertThat(list.text())
                        .as("two are on page 3 too, where there are more of them than on page 1")
                        .matches("Page 1: Victim attrition 6 .* \\d+\\.\\d%, Victim attrition 9 .*%\\."
                                + " Page 3: Victim attrition 0 .*%, Victim attrition 3 .*%\\."));
        assertThat(Shortfalls.list(rows, List.of()).sentences())
                .extracting(Block.Sentence::text)
                .as("what no page shows is in the workbook")
                .singleElement()
                .asString()
                .startsWith("Workbook, All figures: Victim attrition 0 ");
    }

    /** "The target is 100% where none is said" stood above a list in which none was said. */
    @Test
    void where_every_target_is_all_of_the_cases_that_is_said_of_each() {
        Block.Row all = row(TargetState.SHORT).withTarget(1, TargetState.SHORT);
        Block.Row most = row(TargetState.SHORT).withTarget(0.9, TargetState.SHORT);
        assertThat(Shortfalls.list(List.of(all), List.of()).title()).endsWith("; each target is 100%");
        Block.Sentences list = Shortfalls.list(List.of(all, most), List.of());
        assertThat(list.title()).endsWith("; the target is 100% where none is said");
        assertThat(list.sentences())
                .extracting(Block.Sentence::text)
                .singleElement()
                .asString()
                .endsWith(" of 90%.");
    }

    @Test
    void a_page_counts_those_that_its_tables_show() {
        Block one = new Block.FiguresTable("One", "", List.of(row(TargetState.MEETS), row(TargetState.SHORT)));
        assertThat(Shortfalls.here(one)).isEqualTo("One figure here is short of target.");
        assertThat(Shortfalls.here(one, Page.NOTHING, one)).isEqualTo("Two figures here are short of target.");
        assertThat(Shortfalls.here(new Block.FiguresTable("None", "", List.of(row(TargetState.MEETS)))))
                .isEmpty();
    }

    private static Block.Row row(TargetState met) {
        return SampleReport.row("Referred", "", Better.UP, SampleReport.few(), State.IMPROVING, met);
    }

    @Test
    void where_none_is_short_nothing_is_said() {
        assertThat(Shortfalls.counted(List.of())).isEmpty();
        assertThat(Shortfalls.list(List.of(), List.of()).isEmpty()).isTrue();
    }
}
