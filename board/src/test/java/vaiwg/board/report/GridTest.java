package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GridTest {
    /** "Better than before" stood in three rows of a narrow column, since another line of it had more to say. */
    @Test
    void a_few_words_stand_in_one_line_whatever_other_lines_of_their_column_say() {
        Block.Line brief = line("Better than before");
        Block.Line wordy = line("Too little before: 12 of 26 periods");
        Block.Line number = line("4.0 (0.2 to 7.8)");
        Block.Grid words = new Block.Grid("", "", "Done", List.of("What it says"), List.of(brief, wordy));
        assertThat(words.isBrief(brief, 0)).isTrue();
        assertThat(words.isBrief(wordy, 0)).isFalse();
        Block.Grid numbers = new Block.Grid("", "", "Done", List.of("Change (95%)"), List.of(number));
        assertThat(numbers.isBrief(number, 0)).as("a number is no word").isFalse();
    }

    private static Block.Line line(String text) {
        return new Block.Line("Letters", List.of(Block.Cell.of(text)), false);
    }
}
