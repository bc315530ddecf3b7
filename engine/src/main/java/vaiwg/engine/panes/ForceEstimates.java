package vaiwg.engine.panes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.Estimates;
import vaiwg.kpis.catalogue.Window;
import vaiwg.kpis.time.LondonDays;
import vaiwg.statistics.attrition.Estimate;
import vaiwg.statistics.attrition.LifeVisitor;

/**
 * The values of one force that are no counts, made of its panes and of the follow-up of its cases: shares estimated from follow-up, and shares that
 * are standardised. What they are is a function of these: nothing of them is stored.
 */
public final class ForceEstimates {
    private static final int DAYS_A_YEAR = 365;
    private static final int MONTHS_A_YEAR = 12;
    private static final long NOTHING = -1;

    private final ForcePanes panes;
    private final Estimates estimates;
    private final RowExposures byDay;
    private final RowExposures byMonth;
    private final StandardisedShares standardised;
    /** Through which change of the follow-up they are read. */
    private long read = NOTHING;
    /** At which the windows of the estimates end. */
    private int cutOff = ForcePanes.NONE;

    /** Those of panes as they are, whenever they began. */
    public ForceEstimates(Catalogue catalogue, ForcePanes panes) {
        this.panes = panes;
        this.estimates = catalogue.estimates();
        this.byDay = exposures(false, DAYS_A_YEAR);
        this.byMonth = exposures(true, MONTHS_A_YEAR);
        this.standardised = new StandardisedShares(catalogue, panes.days());
    }

    /** Goes on to the panes' last cut-off. */
    public void advance() {
        read();
    }

    /** The values at the panes' last cut-off that a policy keeps, in the order of their slots. */
    public List<EstimateRow> rows(RowPolicy policy) {
        read();
        List<EstimateRow> rows = new ArrayList<>();
        estimates.fromFollowUp().forEach(column -> add(column, policy, rows));
        if (policy.keeps(cutOff)) {
            rows.addAll(standardised.rows(cutOff, panes));
        }
        rows.sort(Comparator.comparingInt(EstimateRow::slot));
        return rows;
    }

    /** The share estimated from follow-up at a slot of estimates, as of the last cut-off and what was let count since; empty where there is none. */
    public Optional<Estimate> at(int slot) {
        read();
        Column column = estimates.columnOfSlot(slot);
        if (!panes.tell(column.recordKinds())) {
            return Optional.empty();
        }
        return estimate(column, column.windowIndexOfSlot(slot), column.rowOfSlot(slot));
    }

    /** Reads what the follow-up tells now, and moves to the last cut-off; months move on when one is over. */
    private void read() {
        CaseFollowUp followUp = panes.followUp();
        if (followUp.changes() == read && panes.cutOff() == cutOff) {
            return;
        }
        LifeVisitor take = (stratum, monthly, unit, number, times) ->
                (monthly ? byMonth : byDay).take(stratum, followUp.table(stratum, monthly), unit, number, times);
        if (read == NOTHING) {
            followUp.forEach(take);
        } else {
            followUp.forEachSince(read, take);
        }
        read = followUp.changes();
        cutOff = panes.cutOff();
        byDay.advanceTo(cutOff - 1);
        byMonth.advanceTo(LondonDays.monthOf(cutOff) - 1);
    }

    /** Adds the estimates of a column that a policy keeps; those by months at the first of a month. */
    private void add(Column column, RowPolicy policy, List<EstimateRow> rows) {
        boolean monthly = column.basis().isMonthly();
        if ((monthly && !LondonDays.isFirstOfMonth(cutOff)) || !panes.tell(column.recordKinds())) {
            return;
        }
        int through = monthly ? LondonDays.startOfMonth(byMonth.last() + 1) - 1 : byDay.last();
        for (int window = 0; window < column.windows().size(); window++) {
            for (int row = 0; row < column.rows().size(); row++) {
                if (monthly || policy.keeps(column.rows().family(row).isDaily(), cutOff)) {
                    int slot = column.slot(window, row);
                    estimate(column, window, row)
                            .ifPresent(estimate -> rows.add(new EstimateRow(slot, estimate, through)));
                }
            }
        }
    }

    private Optional<Estimate> estimate(Column column, int window, int row) {
        return (column.basis().isMonthly() ? byMonth : byDay)
                .estimate(window, row, column.measure().causes(), column.basis().ages());
    }

    private RowExposures exposures(boolean monthly, int year) {
        List<Column> columns = estimates.fromFollowUp().stream()
                .filter(column -> column.basis().isMonthly() == monthly)
                .toList();
        List<Integer> lengths = columns.stream().findFirst().map(Column::windows).orElse(List.of()).stream()
                .map(Window::length)
                .toList();
        int ages =
                columns.stream().mapToInt(column -> column.basis().ages()).max().orElse(0);
        return new RowExposures(estimates.rows(monthly), lengths, ages, year);
    }
}
