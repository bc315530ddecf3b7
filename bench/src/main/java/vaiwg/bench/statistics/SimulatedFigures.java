package vaiwg.bench.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vaiwg.demo.synthetic.Draw;
import vaiwg.kpis.cases.Characteristic;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.ChartPlan;
import vaiwg.kpis.catalogue.ChartPlan.Chart;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.SlotValues;
import vaiwg.kpis.reference.Theme;

/**
 * The figures of one block of a force with all its charts, in which nothing changes but the seasons. Cases come to a theme and a policing
 * area, and totals are their sums, so charts that share cases move together as they do in a force. What a measure is of, from a
 * twentieth of the crimes to all, and the share that it counts, differ by measure and stay.
 */
final class SimulatedFigures implements SlotValues {
    /** About a hundred crimes a day. */
    private static final double CASES = 2_800;

    private static final double[] THEMES = {0.09, 0.06, 0.25, 0.60};
    private static final double[] AREAS = {0.34, 0.16, 0.14, 0.12, 0.10, 0.08, 0.06};
    private static final int DAYS = 28;
    private static final int BLOCKS_A_YEAR = 13;
    /** How much more, or less, comes in the strongest season. */
    private static final double SEASON = 0.12;
    /** What of a stock is still there a block later. */
    private static final double STAYS = 0.8;

    private final Map<Column, List<Group>> groups = new LinkedHashMap<>();
    private final Group[] ofSlot;
    private final int[] cellsOfSlot;
    private int cutOff;

    SimulatedFigures(Catalogue catalogue, long seed) {
        this.ofSlot = new Group[catalogue.slots()];
        this.cellsOfSlot = new int[catalogue.slots()];
        Map<String, Integer> themes = numbered(catalogue, "theme");
        Map<String, Integer> areas = numbered(catalogue, "lpa");
        for (Chart chart : ChartPlan.of(catalogue).charts()) {
            if (!chart.isMonthly()) {
                Column column = chart.column();
                Map<String, String> cut = column.dimensions(column.rowOfSlot(chart.slot()));
                int theme = cut.containsKey("theme") ? themes.get(cut.get("theme")) : -1;
                int area = cut.containsKey("lpa") ? areas.get(cut.get("lpa")) % AREAS.length : -1;
                // Themes beyond those of which a total is the sum have cases of their own.
                int own = theme >= THEMES.length ? theme : -1;
                ofSlot[chart.slot()] = group(column, own, seed);
                cellsOfSlot[chart.slot()] = own >= 0 ? mask(-1, area) : mask(theme, area);
            }
        }
    }

    /** Draws the figures of the block that ends at a cut-off. */
    void next(int end) {
        cutOff = end;
        double season = 1 + SEASON * StrictMath.sin(2 * Math.PI * end / (DAYS * BLOCKS_A_YEAR));
        groups.values().forEach(list -> list.forEach(group -> group.next(season)));
    }

    @Override
    public int numerator(int slot) {
        return ofSlot[slot] == null ? 0 : ofSlot[slot].numerator(cellsOfSlot[slot]);
    }

    @Override
    public int denominator(int slot) {
        return ofSlot[slot] == null ? 0 : ofSlot[slot].sum(ofSlot[slot].denominator, cellsOfSlot[slot]);
    }

    @Override
    public int partOn(int slot, int day) {
        return on(slot, day, true);
    }

    @Override
    public int wholeOn(int slot, int day) {
        return on(slot, day, false);
    }

    @Override
    public Figure ofDays(int slot, int firstDay, int days) {
        return new Figure(numerator(slot), denominator(slot));
    }

    /** Of few cases, each on the day that it drew; of more, about as many on each day. */
    private int on(int slot, int day, boolean counted) {
        Group group = ofSlot[slot];
        if (group == null) {
            return 0;
        }
        int index = day - (cutOff - group.column.lag() - DAYS);
        return group.sum(counted ? group.partOn[index] : group.wholeOn[index], cellsOfSlot[slot]);
    }

    private Group group(Column column, int theme, long seed) {
        List<Group> of = groups.computeIfAbsent(column, c -> new ArrayList<>());
        return of.stream().filter(group -> group.theme == theme).findFirst().orElseGet(() -> {
            Group made = new Group(column, theme, seed);
            of.add(made);
            return made;
        });
    }

    /** The cells of a theme and an area, a bit each; -1 takes all. */
    private static int mask(int theme, int area) {
        int mask = 0;
        for (int t = 0; t < THEMES.length; t++) {
            for (int a = 0; a < AREAS.length; a++) {
                mask |= (theme < 0 || t == theme) && (area < 0 || a == area) ? 1 << t * AREAS.length + a : 0;
            }
        }
        return mask;
    }

    private static Map<String, Integer> numbered(Catalogue catalogue, String dimension) {
        Map<String, Integer> numbers = new HashMap<>();
        if (dimension.equals("theme")) {
            Theme.MAIN.forEach(theme -> numbers.put(theme.slug(), numbers.size()));
        }
        for (Chart chart : ChartPlan.of(catalogue).charts()) {
            Column column = chart.column();
            String value = column.dimensions(column.rowOfSlot(chart.slot())).get(dimension);
            if (value != null) {
                numbers.putIfAbsent(value, numbers.size());
            }
        }
        return numbers;
    }

    /** Figures of a measure, of the themes that make up its total or of one that stands beside them. */
    private static final class Group {
        private final Column column;
        private final int theme;
        private final Draw draw;
        private final double cases;
        private final double share;
        private final int[] numerator = new int[THEMES.length * AREAS.length];
        private final int[] denominator = new int[numerator.length];
        private final int[][] partOn = new int[DAYS][numerator.length];
        private final int[][] wholeOn = new int[DAYS][numerator.length];
        private int percentile;

        Group(Column column, int theme, long seed) {
            this.column = column;
            this.theme = theme;
            long name = column.measure().slug().hashCode();
            Draw measure = Draw.at(1, name);
            this.cases = CASES * StrictMath.pow(20, -measure.unit()) * (theme < 0 ? 1 : THEMES[2]);
            this.share = 0.03 + 0.9 * measure.unit();
            this.draw = Draw.at(
                    seed,
                    name,
                    column.basis().slug().hashCode(),
                    column.variant().map(Characteristic::slug).orElse("").hashCode(),
                    theme);
        }

        void next(double season) {
            boolean stock = column.isStock();
            for (int[] day : partOn) {
                Arrays.fill(day, 0);
            }
            for (int[] day : wholeOn) {
                Arrays.fill(day, 0);
            }
            for (int cell = 0; cell < numerator.length; cell++) {
                double mean = cases * season * THEMES[cell / AREAS.length] * AREAS[cell % AREAS.length];
                int keptPart = stock ? binomial(numerator[cell], STAYS) : 0;
                int keptRest = stock ? binomial(denominator[cell] - numerator[cell], STAYS) : 0;
                numerator[cell] = keptPart;
                denominator[cell] = keptPart + keptRest;
                for (int left = poisson(mean); left > 0; left--) {
                    boolean counts = draw.chance(share);
                    int day = draw.below(DAYS);
                    denominator[cell]++;
                    wholeOn[day][cell]++;
                    if (counts) {
                        numerator[cell]++;
                        partOn[day][cell]++;
                    }
                }
            }
            percentile = (int) Math.round(100 * share + 6 * draw.normal());
        }

        int numerator(int cells) {
            return column.isPercentile() ? percentile : sum(numerator, cells);
        }

        int sum(int[] values, int cells) {
            int sum = 0;
            for (int bits = cells; bits != 0; bits &= bits - 1) {
                sum += values[Integer.numberOfTrailingZeros(bits)];
            }
            return sum;
        }

        private int binomial(int of, double probability) {
            int kept = 0;
            for (int i = 0; i < of; i++) {
                kept += draw.chance(probability) ? 1 : 0;
            }
            return kept;
        }

        /** By the normal distribution where there are many. */
        private int poisson(double mean) {
            return mean < 30
                    ? draw.poisson(mean)
                    : (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * draw.normal()));
        }
    }
}
