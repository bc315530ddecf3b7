package vaiwg.kpis.panes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.catalogue.SliceFamily;

class RowPolicyTest {
    private static final int DAILY_FROM = day(2026, 6, 15);

    private final RowPolicy daily = new RowPolicy(DAILY_FROM, RowPolicy.Totals.DAILY);
    private final RowPolicy sparing = new RowPolicy(DAILY_FROM, RowPolicy.Totals.AT_MONTH_ENDS);

    @Test
    void totalsAndThemesAreKeptDailyAndAreasAtMonthEnds() {
        assertThat(daily.keeps(SliceFamily.THEME, day(2026, 5, 20))).isTrue();
        assertThat(daily.keeps(SliceFamily.THEME_AND_LPA, day(2026, 5, 20))).isFalse();
        assertThat(daily.keeps(SliceFamily.THEME_AND_LPA, day(2026, 5, 1))).isTrue();
        assertThat(daily.keeps(day(2026, 5, 20))).isTrue();
    }

    @Test
    void fromTheFirstDailyDayOnEverythingIsKept() {
        assertThat(daily.keeps(SliceFamily.THEME_AND_LPA, DAILY_FROM - 1)).isFalse();
        assertThat(daily.keeps(SliceFamily.THEME_AND_LPA, DAILY_FROM)).isTrue();
        assertThat(sparing.keeps(SliceFamily.THEME_AND_LPA, DAILY_FROM + 1)).isTrue();
    }

    @Test
    void totalsMayBeKeptAtMonthEndsOnly() {
        assertThat(sparing.keeps(day(2026, 5, 20))).isFalse();
        assertThat(sparing.keeps(SliceFamily.TOTAL, day(2026, 5, 20))).isFalse();
        assertThat(sparing.keeps(SliceFamily.TOTAL, day(2026, 6, 1))).isTrue();
        assertThat(sparing.isWhole(day(2026, 6, 1))).isTrue();
    }

    private static int day(int year, int month, int day) {
        return Math.toIntExact(LocalDate.of(year, month, day).toEpochDay());
    }
}
