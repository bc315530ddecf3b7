package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vaiwg.board.figures.PublishedChange;

class YearsChangesTest {
    /** "1 of 36" stood on page 1 beside four open matters and one closed, and nothing said where the others are. */
    @Test
    void page_1_says_of_when_the_changes_are_whose_answers_it_counts_and_how_many_stand() {
        List<PublishedChange> ended = Collections.nCopies(33, change(true));
        List<PublishedChange> both = Stream.concat(ended.stream(), Collections.nCopies(3, change(false)).stream())
                .toList();
        assertThat(YearsChanges.note(both, SampleReport.AS_AT))
                .isEqualTo("Changes answered: of 36 found 12 Nov 2025 to 11 Nov 2026, for the better too, three still"
                        + " stand; several can be one matter, and page 2 has the open matters alone.");
        assertThat(YearsChanges.note(both.subList(32, 34), SampleReport.AS_AT))
                .contains(": of two found ", ", one still stands; ");
        assertThat(YearsChanges.note(ended, SampleReport.AS_AT)).contains(", none still stands; ");
    }

    private static PublishedChange change(boolean ended) {
        return new PublishedChange("victim_attrition", "theme=rape", SampleReport.AS_AT.minusDays(40), ended);
    }
}
