package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vaiwg.board.figures.PublishedVerdict.TargetState;

class ShortfallsTest {
    @Test
    void page_2_names_as_many_as_page_1_counts() {
        List<Page> pages = SampleReport.usual().pages();
        List<Block.Row> rows = Walk.find(pages.get(0), Block.Row.class).stream()
                .filter(row -> row.met() == TargetState.SHORT)
                .toList();
        assertThat(rows).hasSize(4);
        assertThat(Shortfalls.counted(rows)).isEqualTo("Four figures are short of their targets; page 2 names them.");
        assertThat(Shortfalls.list(rows, pages).title()).startsWith("Short of target: four,");
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

    @Test
    void where_none_is_short_nothing_is_said() {
        assertThat(Shortfalls.counted(List.of())).isEmpty();
        assertThat(Shortfalls.list(List.of(), List.of()).isEmpty()).isTrue();
    }
}
