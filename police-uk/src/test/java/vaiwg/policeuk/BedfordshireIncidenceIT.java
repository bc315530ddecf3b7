package vaiwg.policeuk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.catalogue.Basis;

/**
 * Twenty real months: the share of a month's crimes that ended as "unable to prosecute" falls towards the last months, because their
 * outcomes have not come yet; the estimate from three months of events does not.
 */
class BedfordshireIncidenceIT {
    private static final int HORIZON = 3;
    private static final YearMonth LAST = YearMonth.of(2022, 12);

    @Test
    void the_estimate_does_not_fall_at_the_right_hand_end_where_the_plain_share_does() throws Exception {
        Played archive = Played.of(SharedArchives.get(SharedArchives.BEDFORDSHIRE));
        Basis settled = new Basis(Basis.Kind.SETTLED, HORIZON, Basis.Unit.MONTH);
        Basis toDate = Basis.of("to_date_by_month");
        IncidenceByMonth found = IncidenceByMonth.of(archive, List.of(toDate, settled), HORIZON);
        NavigableMap<YearMonth, Double> plain = found.known().get(toDate);
        // A month is settled once three more have passed.
        NavigableMap<YearMonth, Double> truth = found.known().get(settled).headMap(LAST.minusMonths(HORIZON), true);

        assertThat(plain.lastKey()).isEqualTo(LAST);
        assertThat(plain.get(LAST))
                .isLessThan(0.7 * mean(plain.headMap(LAST.minusMonths(HORIZON)).values()));
        YearMonth newest = found.estimates().lastKey();
        assertThat(newest).isAfterOrEqualTo(LAST.minusMonths(1));
        double before = found.estimates().headMap(newest).values().stream()
                .mapToDouble(estimate -> estimate.value())
                .average()
                .orElseThrow();
        assertThat(found.estimates().get(newest).value()).isGreaterThan(0.9 * before);
        // What was estimated early is what came of the months that have settled since.
        assertThat(truth.tailMap(newest.minusMonths(7)))
                .hasSize(5)
                .allSatisfy((month, share) -> assertThat(
                                found.estimates().get(month).value())
                        .as("estimated when %s had ended", month)
                        .isBetween(share - 0.03, share + 0.03));
    }

    private static double mean(Collection<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
