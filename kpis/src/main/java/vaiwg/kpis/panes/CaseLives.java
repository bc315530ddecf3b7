package vaiwg.kpis.panes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vaiwg.kpis.attrition.Cause;
import vaiwg.kpis.attrition.Estimate;
import vaiwg.kpis.attrition.LifeReceiver;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Estimates;
import vaiwg.kpis.catalogue.Lane;
import vaiwg.kpis.catalogue.SliceTuple;
import vaiwg.kpis.catalogue.Window;
import vaiwg.kpis.signatures.Posting;
import vaiwg.kpis.time.ByDay;
import vaiwg.kpis.time.LondonDays;

/**
 * The lives of all cases of one force, from which shares are estimated that cannot be counted yet. What is kept in state is what
 * happened on each day, by themes and area, once; tables and windows by row are made of it.
 */
final class CaseLives {
    private static final Lane[] LANES = Lane.values();
    private static final Cause[] CAUSES = Cause.values();
    private static final int DAYS_A_YEAR = 365;
    private static final int MONTHS_A_YEAR = 12;
    /** Marks what a source that knows only months tells: the bit that the tuple's themes and area leave free. */
    private static final int MONTHLY = 1 << 24;

    private final Estimates catalogue;
    private final RowLives byDay;
    private final RowLives byMonth;
    private final ByDay<Numbers> days = new ByDay<>(Numbers::new);

    CaseLives(Catalogue catalogue) {
        this.catalogue = catalogue.estimates();
        this.byDay = none(false, DAYS_A_YEAR);
        this.byMonth = none(true, MONTHS_A_YEAR);
    }

    /** Takes what a posting tells of a life. */
    void add(Posting posting) {
        if (posting.life == 0) {
            return;
        }
        boolean monthly = LANES[posting.lane].isMonthly();
        int stratum = (int) SliceTuple.withoutVictim(posting.tuple) | (monthly ? MONTHLY : 0);
        if (posting.begins()) {
            add(posting.day, stratum, LifeCode.BEGINS, posting.sign);
        }
        for (Cause cause : CAUSES) {
            if (posting.leavesFor(cause)) {
                int left = Math.max(posting.day, posting.recordedDay);
                int age = monthly
                        ? LondonDays.monthOf(left) - LondonDays.monthOf(posting.recordedDay)
                        : left - posting.recordedDay;
                add(left, stratum, LifeCode.ends(age, (int) posting.quantity, cause), posting.sign);
            }
        }
    }

    private void add(int day, int stratum, int number, int times) {
        days.at(day).add(stratum, number, times);
        take(day, stratum, number, times);
    }

    /** Moves to a boundary; months move on when one is over. */
    void advanceTo(int boundary) {
        byDay.advanceTo(boundary - 1);
        byMonth.advanceTo(LondonDays.monthOf(boundary) - 1);
    }

    /** The estimates at a boundary that a policy keeps; those by months at the first of a month. */
    List<EstimateRow> rows(RowPolicy policy, int boundary) {
        List<EstimateRow> rows = new ArrayList<>();
        for (Estimates.Column column : catalogue.fromLives()) {
            boolean monthly = column.basis().isMonthly();
            if (monthly && !LondonDays.isFirstOfMonth(boundary)) {
                continue;
            }
            for (int window = 0; window < column.windows().size(); window++) {
                for (int row = 0; row < column.rows().size(); row++) {
                    if (monthly || policy.keeps(column.rows().family(row).isDaily(), boundary)) {
                        int slot = column.slot(window, row);
                        estimate(column, window, row)
                                .ifPresent(estimate -> rows.add(new EstimateRow(slot, estimate, through(monthly))));
                    }
                }
            }
        }
        return rows;
    }

    /** The estimate at a slot, as of the last boundary with what was let count since. */
    Optional<Estimate> estimate(int slot) {
        Estimates.Column column = catalogue.columnOfSlot(slot);
        int place = slot - column.firstSlot();
        return estimate(
                column, place / column.rows().size(), place % column.rows().size());
    }

    /** The days that changed since the last call, encoded. */
    Map<Integer, byte[]> takeChanged() {
        Map<Integer, byte[]> encoded = new HashMap<>();
        days.forEach((day, numbers) -> {
            if (numbers.isChanged) {
                encoded.put(day, PaneCodec.encode(numbers));
                numbers.isChanged = false;
            }
        });
        return encoded;
    }

    /** Tells of all lives that count now, of sources that know days. */
    void tell(LifeReceiver receiver) {
        days.forEach((day, numbers) -> numbers.forEach((stratum, number, times) -> {
            if ((stratum & MONTHLY) == 0) {
                if (number == LifeCode.BEGINS) {
                    receiver.began(stratum, day, times);
                } else {
                    receiver.ended(stratum, LifeCode.exit(day, number), times);
                }
            }
        }));
    }

    /** Takes over stored days; the tables are made anew from them. */
    void restore(Iterable<Map.Entry<Integer, byte[]>> stored) {
        stored.forEach(entry -> {
            Numbers day = days.at(entry.getKey());
            PaneCodec.decode(entry.getValue(), day);
            day.isChanged = false;
            day.forEach((stratum, number, times) -> take(entry.getKey(), stratum, number, times));
        });
    }

    private void take(int day, int stratum, int number, int times) {
        if ((stratum & MONTHLY) == 0) {
            byDay.add(stratum, day, number, times);
        } else {
            byMonth.add(stratum & ~MONTHLY, LondonDays.monthOf(day), number, times);
        }
    }

    private Optional<Estimate> estimate(Estimates.Column column, int window, int row) {
        return lives(column.basis().isMonthly())
                .estimate(window, row, column.measure().causes(), column.basis().ages());
    }

    private int through(boolean monthly) {
        return monthly ? LondonDays.startOfMonth(byMonth.last() + 1) - 1 : byDay.last();
    }

    private RowLives lives(boolean monthly) {
        return monthly ? byMonth : byDay;
    }

    private RowLives none(boolean monthly, int year) {
        List<Estimates.Column> columns = catalogue.fromLives().stream()
                .filter(column -> column.basis().isMonthly() == monthly)
                .toList();
        List<Integer> lengths = columns.stream().findFirst().map(Estimates.Column::windows).orElse(List.of()).stream()
                .map(Window::length)
                .toList();
        int ages =
                columns.stream().mapToInt(column -> column.basis().ages()).max().orElse(0);
        return new RowLives(catalogue.rows(monthly), lengths, ages, year);
    }
}
