package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vaiwg.board.figures.PublishedVerdict.State;
import vaiwg.board.figures.PublishedVerdict.TargetState;
import vaiwg.board.figures.SeriesKey;

class VictimsPageTest {
    private static final Optional<Figure> SENT = share(4_111, 115_222);
    private static final Optional<Figure> MET = share(351, 435);
    private static final Optional<Figure> MISSED = share(497, 746);

    /** 71.9% satisfied stood beside 435 and 746 who are not the 1,464 who answered, and nothing said why. */
    @Test
    void below_what_victims_say_it_is_said_for_how_many_that_speaks_and_why_parts_are_fewer() {
        assertThat(VictimsPage.surveyed(SENT, MET, MISSED))
                .isEqualTo("3.6% of victims were sent a survey and not all answer: not representative."
                        + " Rows by duties: the 1,181 answers in audited cases.");
        assertThat(VictimsPage.surveyed(Optional.empty(), MET, MISSED)).startsWith("Rows by duties");
        Optional<Figure> hidden = MET.map(figure -> figure.without(Figure.State.SUPPRESSED));
        assertThat(VictimsPage.surveyed(SENT, hidden, MISSED))
                .as("the sum would tell what is suppressed")
                .endsWith("not representative.");
    }

    @Test
    void a_duty_without_a_target_says_that_none_is_set() {
        assertThat(VictimsPage.informed(false)).isEqualTo("Informed about the Code: no target set");
        assertThat(VictimsPage.informed(true)).isEqualTo("Informed about the Code");
    }

    /** 78.4% of audits and 53.9% of the log had one name, and nothing said which to rely on. */
    @Test
    void where_audits_and_the_contact_log_ask_the_same_it_is_said_which_to_rely_on() {
        assertThat(VictimsPage.twoSources(table("victims_code"), table("support_referral_2d")))
                .contains("Audits judge a sample", "the contact log counts every case: rely on it.");
        assertThat(VictimsPage.twoSources(table("victims_code"), table("review_takeup")))
                .isEmpty();
        assertThat(VictimsPage.twoSources(table("code_informed"), table("decision_told")))
                .isEmpty();
    }

    private static Block.FiguresTable table(String kpi) {
        Figure figure = SampleReport.share(new SeriesKey(kpi, "recorded", "365d", ""), 351, 435);
        return new Block.FiguresTable(
                "", "", List.of(SampleReport.row("A row", "", Better.UP, figure, State.NO_CHANGE, TargetState.NONE)));
    }

    private static Optional<Figure> share(int numerator, int denominator) {
        return Optional.of(SampleReport.share(new SeriesKey("k", "recorded", "365d", ""), numerator, denominator));
    }
}
