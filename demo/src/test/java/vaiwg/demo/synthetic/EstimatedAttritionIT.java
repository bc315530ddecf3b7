package vaiwg.demo.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.engine.panes.EstimateRow;
import vaiwg.engine.panes.ForceEstimates;
import vaiwg.engine.panes.ForcePanes;
import vaiwg.engine.panes.RowPolicy;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.Slice;
import vaiwg.kpis.time.LondonDays;
import vaiwg.statistics.attrition.Estimate;

/**
 * What is estimated at the end of a history against what the synthetic force knows will become of its crimes: outcomes entered days
 * after they were assigned, weekdays, cancelled crimes and corrections are in it.
 */
class EstimatedAttritionIT {
    private static final long SEED = 11;
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final LocalDate END = LocalDate.of(2026, 4, 1);
    private static final double MOST = 0.01;

    private final Catalogue catalogue = FollowedUp.CATALOGUE;
    private final ForcePanes panes = new ForcePanes(catalogue);
    private final FedCases cases = new FedCases(catalogue, panes::add);

    @Test
    void at_every_horizon_it_lies_within_a_hundredth_of_the_truth() {
        SyntheticForce force = SyntheticForce.westMidlands(SEED, FIRST, END);
        force.play(this::take);
        while (panes.nextCutOff() <= END.toEpochDay()) {
            panes.advance();
        }
        Map<String, Estimate> estimates = estimates();
        for (Truth.Cohort cohort : force.truth().matured()) {
            if (cohort.theme().equals("vaiwg")) {
                double truth = (double) cohort.outcome16Finally() / cohort.recordedFinally();
                Estimate estimate = estimates.get("incidence_" + cohort.horizonDays() + "d");
                System.out.printf("within %d days: truth %.4f, %s%n", cohort.horizonDays(), truth, estimate);
                assertThat(estimate.value())
                        .as("within %s days, seed %s", cohort.horizonDays(), SEED)
                        .isBetween(truth - MOST, truth + MOST);
            }
        }
        assertThat(estimates).hasSize(Truth.HORIZONS.size());
    }

    /** Of the total, from the events of 90 days. */
    private Map<String, Estimate> estimates() {
        Map<String, Estimate> estimates = new TreeMap<>();
        for (EstimateRow row :
                new ForceEstimates(catalogue, panes).rows(new RowPolicy(panes.cutOff(), RowPolicy.Totals.DAILY))) {
            Column column = catalogue.estimates().columnOfSlot(row.slot());
            boolean total = Slice.of(column.dimensionsOfSlot(row.slot())).isEmpty();
            if (total && column.windowOfSlot(row.slot()).length() == 90) {
                estimates.put(column.basis().slug(), row.estimate());
            }
        }
        return estimates;
    }

    private void take(FeedRecord record) {
        cases.take(record);
        while (panes.nextCutOff() != ForcePanes.NONE && LondonDays.startOf(panes.nextCutOff()) <= cases.through()) {
            panes.advance();
        }
    }
}
