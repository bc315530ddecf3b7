package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vaiwg.board.figures.SeriesKey;

/** The same numbers as of the view {@code kpi_group} in {@code DashboardViewsIT}: 40 of 100, of 51 who are unknown 20, of all 90 of 251. */
class GroupsTest {
    private static final Figure UNKNOWN = share(20, 51);
    private static final Figure ALL = share(90, 251);

    @Test
    void the_bounds_are_those_of_all_or_none_of_the_unknown() {
        assertThat(Groups.bounds(share(40, 100), UNKNOWN)).isEqualTo("30.5 to 50.0");
        assertThat(Groups.bounds(share(40, 100), share(0, 0))).isEqualTo("40.0 to 40.0");
    }

    @Test
    void the_relative_risk_is_beside_all_others_who_are_known() {
        assertThat(Groups.ratio(share(40, 100), ALL, UNKNOWN)).isEqualTo("1.33 (0.91 to 1.96)");
        assertThat(Groups.ratio(share(0, 100), ALL, UNKNOWN)).isEqualTo("–");
        assertThat(Groups.ratio(share(70, 200), ALL, UNKNOWN)).as("no others").isEqualTo("–");
    }

    /** Of victims whose sex is always on record there is no row of those of whom it is not. */
    @Test
    void where_all_are_known_the_bounds_are_the_share_itself_and_what_is_hidden_stays_so() {
        Figure none = Figure.without(
                new SeriesKey("k", "settled_90d", "365d", "sex=unknown;theme=rape"),
                LocalDate.of(2026, 11, 26),
                Unit.SHARE,
                Figure.State.NONE);
        assertThat(Groups.bounds(share(40, 100), Groups.noneIsZero(none))).isEqualTo("40.0 to 40.0");
        Figure hidden = none.without(Figure.State.SUPPRESSED);
        assertThat(Groups.noneIsZero(hidden)).isEqualTo(hidden);
        assertThat(Groups.noneIsZero(UNKNOWN)).isEqualTo(UNKNOWN);
    }

    @Test
    void of_how_many_it_is_known_is_said_where_both_numbers_are_told() {
        assertThat(Groups.known("ethnicity", Optional.of(ALL), Optional.of(UNKNOWN)))
                .isEqualTo("Ethnicity is known of 79.7% of these victims (200 of 251)");
        assertThat(Groups.known("ethnicity", Optional.of(ALL), Optional.empty()))
                .isEmpty();
    }

    /** Ethnicity was unknown of 57%, and each group had a relative risk to two decimals. */
    @Test
    void groups_are_not_compared_where_more_than_half_are_unknown() {
        assertThat(Groups.isLittleKnown(Optional.of(ALL), Optional.of(UNKNOWN))).isFalse();
        assertThat(Groups.isLittleKnown(Optional.of(ALL), Optional.of(share(50, 125))))
                .isFalse();
        assertThat(Groups.isLittleKnown(Optional.of(ALL), Optional.of(share(50, 126))))
                .isTrue();
        assertThat(Groups.isLittleKnown(Optional.of(ALL), Optional.empty())).isFalse();
        String known = "Ethnicity is known of 49.8% of these victims (125 of 251)";
        assertThat(Groups.note(known, true, false)).isEqualTo(known + ": too little is known to compare groups.");
        assertThat(Groups.note(known, false, false))
                .isEqualTo(known + ". Relative risk: beside all others who are known;"
                        + " it holds only if those unknown are like them.");
        assertThat(Groups.note(known, false, true)).as("enough are known").isEmpty();
    }

    @Test
    void a_share_of_those_known_is_no_comparison() {
        Figure group = Figure.without(
                        new SeriesKey("k", "settled_90d", "365d", "sex=female;theme=rape"),
                        LocalDate.of(2026, 11, 26),
                        Unit.SHARE,
                        Figure.State.NOT_COMPARED)
                .with(40, 100, Double.NaN, Figure.State.NOT_COMPARED);
        assertThat(group.ofThoseKnown().state()).isEqualTo(Figure.State.SHOWN);
        assertThat(group.ofThoseKnown().value()).isEqualTo(0.4);
        Figure none = group.without(Figure.State.SUPPRESSED);
        assertThat(none.ofThoseKnown()).isEqualTo(none);
    }

    @Test
    void what_is_calculated_of_a_hidden_group_is_hidden_and_has_no_dash() {
        Figure hidden = share(3, 9).without(Figure.State.SUPPRESSED);
        assertThat(Groups.line("Mixed", hidden, Optional.of(ALL), Optional.of(UNKNOWN))
                        .cells())
                .extracting(Block.Cell::text)
                .containsExactly("", "", "", "suppressed", "suppressed");
        assertThat(Groups.line("Not on record", UNKNOWN, Optional.empty(), Optional.of(UNKNOWN))
                        .cells())
                .extracting(Block.Cell::text)
                .containsExactly("", "", "", "–", "–");
    }

    private static Figure share(int numerator, int denominator) {
        return SampleReport.share(new SeriesKey("k", "settled_90d", "365d", ""), numerator, denominator);
    }
}
