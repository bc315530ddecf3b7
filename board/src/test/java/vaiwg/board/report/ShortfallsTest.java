package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vaiwg.board.figures.PublishedVerdict.TargetState;

class ShortfallsTest {
    @Test
    void page_2_names_as_many_as_page_1_counts() {
        List<Block.Row> rows = Walk.find(SampleReport.usual().pages().get(0), Block.Row.class).stream()
                .filter(row -> row.met() == TargetState.SHORT)
                .toList();
        assertThat(rows).hasSize(4);
        assertThat(Shortfalls.counted(rows)).isEqualTo("Four figures are short of their targets; page 2 names them.");
        assertThat(Shortfalls.list(rows).title()).startsWith("Short of target: four,");
        assertThat(Shortfalls.list(rows).sentences()).singleElement().satisfies(list -> {
            assertThat(list.text()).endsWith("%.");
            assertThat(list.text().replaceFirst("\\.$", "").split(", ", -1))
                    .hasSize(4)
                    .allMatch(named -> named.matches("Victim attrition \\d.* \\d+\\.\\d%"));
        });
    }

    @Test
    void where_none_is_short_nothing_is_said() {
        assertThat(Shortfalls.counted(List.of())).isEmpty();
        assertThat(Shortfalls.list(List.of()).isEmpty()).isTrue();
    }
}
