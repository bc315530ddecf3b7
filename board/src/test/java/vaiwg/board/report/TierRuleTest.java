package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vaiwg.board.Tier;
import vaiwg.board.figures.PublishedVerdict.State;
import vaiwg.board.figures.SeriesKey;
import vaiwg.kpis.suppression.Withheld;

class TierRuleTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);

    @Test
    void leads_see_figures_as_they_are() {
        Figure figure = share(3, 407).of(false, Optional.of(Withheld.SMALL));
        assertThat(new TierRule(Tier.INTERNAL).figure(figure)).isEqualTo(figure);
    }

    @Test
    void the_board_does_not_see_what_was_withheld_when_it_was_published() {
        TierRule board = new TierRule(Tier.BOARD);
        assertThat(board.figure(share(3, 407).of(false, Optional.of(Withheld.SMALL)))
                        .state())
                .isEqualTo(Figure.State.BELOW_FIVE);
        assertThat(board.figure(share(300, 407).of(false, Optional.of(Withheld.PART_OF_A_WHOLE)))
                        .state())
                .isEqualTo(Figure.State.SUPPRESSED);
        assertThat(board.figure(share(404, 407)).state()).as("three are left").isEqualTo(Figure.State.SUPPRESSED);
        assertThat(board.figure(share(300, 407))).isEqualTo(share(300, 407));
        assertThat(board.figure(share(0, 407))).as("nobody is not few").isEqualTo(share(0, 407));
        Figure work = share(3, 407).of(true, Optional.empty());
        assertThat(board.figure(work)).as("work is about nobody").isEqualTo(work);
    }

    /** As it was published: an evaluation whose small numbers are hidden cannot be read. Everybody sees rounded numbers all the same. */
    @Test
    void the_board_sees_each_number_of_an_arm_of_fifty_people() {
        TierRule board = new TierRule(Tier.BOARD);
        String arm = "arm=treatment;days=180d";
        assertThat(board.figure(share(arm, 3, 50))).isEqualTo(share(arm, 3, 50));
        assertThat(board.figure(share(arm, 48, 50))).as("two are left").isEqualTo(share(arm, 48, 50));
        assertThat(board.figure(share(arm, 3, 49)).state()).isEqualTo(Figure.State.BELOW_FIVE);
        assertThat(board.figure(share(arm, 47, 49)).state()).isEqualTo(Figure.State.SUPPRESSED);
        assertThat(board.figure(share("days=180d", 3, 50)).state())
                .as("of no arm")
                .isEqualTo(Figure.State.BELOW_FIVE);
        assertThat(new TierRule(Tier.PUBLIC).figure(share(arm, 3, 50)).state()).isEqualTo(Figure.State.ONE_TO_SEVEN);
    }

    /** NHS Digital's rule below national level. */
    @ParameterizedTest
    @CsvSource({"0, 0", "8, 10", "12, 10", "13, 15", "1203, 1205"})
    void everybody_sees_counts_to_the_nearest_five_and_shares_of_them(int counted, int rounded) {
        Figure seen = new TierRule(Tier.PUBLIC).figure(share(counted, 4_001));
        assertThat(seen.numerator()).isEqualTo(rounded);
        assertThat(seen.denominator()).isEqualTo(4_000);
        assertThat(seen.value())
                .isEqualTo(counted == 0 ? 0 : rounded / 4_000.0, org.assertj.core.api.Assertions.within(1e-12));
        assertThat(seen.lower()).isNaN();
    }

    @ParameterizedTest
    @CsvSource({"1", "7"})
    void one_to_seven_are_a_star(int counted) {
        assertThat(new TierRule(Tier.PUBLIC).figure(share(counted, 407)).state())
                .isEqualTo(Figure.State.ONE_TO_SEVEN);
    }

    @Test
    void points_of_few_are_not_drawn_and_those_of_everybody_have_no_limits() {
        assertThat(new TierRule(Tier.BOARD).point(point(3), Unit.SHARE, false)).isEmpty();
        assertThat(new TierRule(Tier.BOARD).point(point(3), Unit.SHARE, true)).isPresent();
        assertThat(new TierRule(Tier.BOARD).point(point(30), Unit.SHARE, false)).contains(point(30));
        BlockPoint seen =
                new TierRule(Tier.PUBLIC).point(point(33), Unit.SHARE, false).orElseThrow();
        assertThat(seen.numerator()).isEqualTo(35);
        assertThat(seen.upper()).isNaN();
    }

    private static BlockPoint point(int numerator) {
        return new BlockPoint(
                DAY,
                DAY.plusDays(27),
                numerator / 100.0,
                0.2,
                0.3,
                0.4,
                numerator,
                100,
                Optional.of(State.NO_CHANGE),
                false);
    }

    private static Figure share(int numerator, int denominator) {
        return share("", numerator, denominator);
    }

    private static Figure share(String slice, int numerator, int denominator) {
        return SampleReport.share(new SeriesKey("k", "recorded", "365d", slice), numerator, denominator)
                .between(0.1, 0.9);
    }
}
