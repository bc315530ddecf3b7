package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AbusePageTest {
    private final Matter matter = SampleReport.usual().matters().get(0);
    private final Block.FiguresTable above = table(Facts.whoAre());

    /** Page 2 said that stalking is to be acted on; its figures on page 4 said nothing of it. */
    @Test
    void beside_the_figures_of_stalking_an_open_matter_is_said_as_on_pages_1_and_2() {
        assertThat(AbusePage.ofMatter(table(""), above, List.of(matter)).note())
                .isEqualTo(matter.title() + ". " + matter.text());
        assertThat(FirstPage.worst(List.of(matter), List.of(), SampleReport.AS_AT))
                .extracting(sentence -> sentence.headline() + " " + sentence.text())
                .containsExactly(matter.title() + ". " + matter.text());
    }

    @Test
    void it_takes_the_place_of_whom_figures_are_of_where_the_table_above_says_that() {
        String other = "Too few: fewer cases than a chart needs.";
        Block.FiguresTable both = table(other + " " + Facts.whoAre());
        assertThat(AbusePage.ofMatter(both, above, List.of(matter)).note()).endsWith(matter.text() + " " + other);
        assertThat(AbusePage.ofMatter(both, table(""), List.of(matter)).note())
                .endsWith(matter.text() + " " + both.note());
    }

    @Test
    void nothing_is_said_where_no_matter_is_open_or_its_numbers_are_withheld() {
        Block.FiguresTable table = table(Facts.whoAre());
        assertThat(AbusePage.ofMatter(table, above, List.of())).isEqualTo(table);
        assertThat(AbusePage.ofMatter(table, above, List.of(matter.withoutNumbers(true))))
                .isEqualTo(table);
    }

    private static Block.FiguresTable table(String note) {
        return new Block.FiguresTable("Stalking and harassment", note, List.of());
    }
}
