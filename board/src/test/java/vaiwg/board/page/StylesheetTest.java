package vaiwg.board.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vaiwg.board.chart.Palette;

class StylesheetTest {
    private static final Pattern OF_CONCERN =
            Pattern.compile("([^{};]+)\\{[^{}]*" + Pattern.quote(Palette.CONCERN.reference()));

    /** As on dashboards: a warning and what could not be done are in the colour of text. */
    @Test
    void the_colour_of_concern_is_of_marks_to_act_or_to_watch_and_of_nothing_else() {
        assertThat(OF_CONCERN
                        .matcher(Stylesheet.browser("") + Stylesheet.live())
                        .results()
                        .map(rule -> rule.group(1).strip()))
                .containsExactlyInAnyOrder(".k-mark-concern", ".k-mark-watch", ".k-icon-concern");
        assertThat(Stylesheet.pdf("", "")).doesNotContain(Palette.CONCERN.paper());
    }
}
