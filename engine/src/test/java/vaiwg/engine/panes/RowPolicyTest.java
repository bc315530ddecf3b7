package vaiwg.engine.panes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.SliceFamily;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;

class RowPolicyTest {
    private static final int DAILY_FROM = day(2026, 6, 15);

    private static final Column ATTRITION = column("victim_attrition");
    private static final Column KNOWN = column("characteristic_known");

    private final RowPolicy daily = new RowPolicy(DAILY_FROM, RowPolicy.Totals.DAILY);
    private final RowPolicy sparing = new RowPolicy(DAILY_FROM, RowPolicy.Totals.AT_MONTH_ENDS);

    @Test
    void totals_and_themes_are_kept_daily_and_areas_at_month_ends() {
        assertThat(daily.keeps(ATTRITION.isDaily(row(ATTRITION, SliceFamily.THEME)), day(2026, 5, 20)))
                .isTrue();
        assertThat(daily.keeps(ATTRITION.isDaily(row(ATTRITION, SliceFamily.THEME_AND_LPA)), day(2026, 5, 20)))
                .isFalse();
        assertThat(daily.keeps(ATTRITION.isDaily(row(ATTRITION, SliceFamily.THEME_AND_LPA)), day(2026, 5, 1)))
                .isTrue();
        assertThat(daily.keeps(day(2026, 5, 20))).isTrue();
    }

    @Test
    void one_of_nine_characteristics_is_a_cut_as_an_area_is() {
        assertThat(daily.keeps(KNOWN.isDaily(row(KNOWN, SliceFamily.TOTAL)), day(2026, 5, 20)))
                .isFalse();
        assertThat(daily.keeps(KNOWN.isDaily(row(KNOWN, SliceFamily.TOTAL)), day(2026, 5, 1)))
                .isTrue();
    }

    @Test
    void from_the_first_daily_day_on_everything_is_kept() {
        assertThat(daily.keeps(ATTRITION.isDaily(row(ATTRITION, SliceFamily.THEME_AND_LPA)), DAILY_FROM - 1))
                .isFalse();
        assertThat(daily.keeps(ATTRITION.isDaily(row(ATTRITION, SliceFamily.THEME_AND_LPA)), DAILY_FROM))
                .isTrue();
        assertThat(sparing.keeps(ATTRITION.isDaily(row(ATTRITION, SliceFamily.THEME_AND_LPA)), DAILY_FROM + 1))
                .isTrue();
    }

    @Test
    void totals_may_be_kept_at_month_ends_only() {
        assertThat(sparing.keeps(day(2026, 5, 20))).isFalse();
        assertThat(sparing.keeps(ATTRITION.isDaily(row(ATTRITION, SliceFamily.TOTAL)), day(2026, 5, 20)))
                .isFalse();
        assertThat(sparing.keeps(ATTRITION.isDaily(row(ATTRITION, SliceFamily.TOTAL)), day(2026, 6, 1)))
                .isTrue();
        assertThat(sparing.isWhole(day(2026, 6, 1))).isTrue();
    }

    private static Column column(String kpi) {
        return ShippedCatalogue.get().columns().stream()
                .filter(column -> column.measure().slug().equals(kpi))
                .findFirst()
                .orElseThrow();
    }

    private static int row(Column column, SliceFamily family) {
        return IntStream.range(0, column.rows().size())
                .filter(row -> column.rows().family(row) == family)
                .findFirst()
                .orElseThrow();
    }

    private static int day(int year, int month, int day) {
        return Math.toIntExact(LocalDate.of(year, month, day).toEpochDay());
    }
}
