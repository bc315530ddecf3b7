package vaiwg.studies;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vaiwg.demo.synthetic.Draw;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.ChartPlan;
import vaiwg.kpis.catalogue.ChartPlan.Chart;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.SlotValues;
import vaiwg.kpis.catalogue.Variant;
import vaiwg.kpis.reference.Theme;

/**
 * The figures of one block of a force with all its charts, in which nothing changes but the seasons. Cases come to a theme and a policing
 * area, and totals are their sums, so charts that share cases move together as they do in a force. What a measure is of, from a
 * twentieth of the crimes to all, and the share that it counts, differ by measure and stay.
 */
final class SimulatedFigures implements SlotValues {
    /** Of a block, at about a hundred crimes a day. */
    private static final double CASES = 2_800;

    private static final double[] THEMES = {0.09, 0.06, 0.25, 0.60};
    private static final double[] AREAS = {0.34, 0.16, 0.14, 0.12, 0.10, 0.08, 0.06};
    private static final int CELLS = THEMES.length * AREAS.length;
    private static final int DAYS = 28;
    private static final int BLOCKS_A_YEAR = 13;
    /** How much more, or less, comes in the strongest season. */
    private static final double SEASON = 0.12;
    /** What of a stock is still there a block later. */
    private static final double STAYS = 0.8;
    /** From this mean on the normal distribution stands for that of counts. */
    private static final double MANY = 30;

    private final Map<List<Object>, Group> groups = new LinkedHashMap<>();
    private final Map<Integer, Part> parts = new HashMap<>();
    private int cutOff;

    /** Of which cases a slot is: some cells, a bit each. */
    private record Part(Group group, int cells) {}

    SimulatedFigures(Catalogue catalogue, long seed) {
        List<String> themes =
                new ArrayList<>(Theme.MAIN.stream().map(Theme::slug).toList());
        List<String> areas = new ArrayList<>();
        for (Chart chart : ChartPlan.of(catalogue).charts()) {
            if (!chart.isMonthly()) {
                Column column = chart.column();
                Map<String, String> cut = column.dimensionsOfSlot(chart.slot());
                int theme = number(themes, cut.get("theme"));
                int area = number(areas, cut.get("lpa"));
                // Themes beyond those of which a total is the sum have cases of their own.
                int own = theme >= THEMES.length ? theme : -1;
                Group group = groups.computeIfAbsent(List.of(column, own), any -> new Group(column, own, seed));
                parts.put(chart.slot(), new Part(group, mask(own < 0 ? theme : -1, area)));
            }
        }
    }

    private static int number(List<String> known, String value) {
        if (value != null && !known.contains(value)) {
            known.add(value);
        }
        return known.indexOf(value);
    }

    /** The cells of a theme and an area; -1 takes all. */
    private static int mask(int theme, int area) {
        int mask = 0;
        for (int cell = 0; cell < CELLS; cell++) {
            boolean of = (theme < 0 || theme == cell / AREAS.length)
                    && (area < 0 || area % AREAS.length == cell % AREAS.length);
            mask |= of ? 1 << cell : 0;
        }
        return mask;
    }

    /** Draws the figures of the block that ends at a cut-off. */
    void next(int end) {
        cutOff = end;
        double season = 1 + SEASON * StrictMath.sin(2 * Math.PI * end / (DAYS * BLOCKS_A_YEAR));
        groups.values().forEach(group -> group.next(season));
    }

    @Override
    public int numerator(int slot) {
        Part part = parts.get(slot);
        if (part == null) {
            return 0;
        }
        return part.group.column.isPercentile() ? part.group.percentile : sum(part.group.numerator, part.cells);
    }

    @Override
    public int denominator(int slot) {
        Part part = parts.get(slot);
        return part == null ? 0 : sum(part.group.denominator, part.cells);
    }

    @Override
    public int numeratorOn(int slot, int day) {
        Part part = parts.get(slot);
        return part == null ? 0 : sum(part.group.numeratorOn[index(part, day)], part.cells);
    }

    @Override
    public int denominatorOn(int slot, int day) {
        Part part = parts.get(slot);
        return part == null ? 0 : sum(part.group.denominatorOn[index(part, day)], part.cells);
    }

    @Override
    public Figure ofDays(int slot, int firstDay, int days) {
        return new Figure(numerator(slot), denominator(slot));
    }

    private int index(Part part, int day) {
        return day - (cutOff - part.group.column.lag() - DAYS);
    }

    private static int sum(int[] values, int cells) {
        int sum = 0;
        for (int bits = cells; bits != 0; bits &= bits - 1) {
            sum += values[Integer.numberOfTrailingZeros(bits)];
        }
        return sum;
    }

    /** Figures of a measure, of the themes that make up its total or of one that stands beside them. */
    private static final class Group {
        private final Column column;
        private final Draw draw;
        private final double cases;
        private final double share;
        private final int[] numerator = new int[CELLS];
        private final int[] denominator = new int[CELLS];
        private final int[][] numeratorOn = new int[DAYS][CELLS];
        private final int[][] denominatorOn = new int[DAYS][CELLS];
        private int percentile;

        /** @param theme that stands beside the others, else -1 */
        Group(Column column, int theme, long seed) {
            this.column = column;
            long name = column.measure().slug().hashCode();
            Draw measure = Draw.at(1, name);
            this.cases = CASES * StrictMath.pow(20, -measure.unit()) * (theme < 0 ? 1 : THEMES[2]);
            this.share = 0.03 + 0.9 * measure.unit();
            String variant = column.variant().map(Variant::slug).orElse("");
            this.draw = Draw.at(seed, name, column.basis().slug().hashCode(), variant.hashCode(), theme);
        }

        void next(double season) {
            for (int day = 0; day < DAYS; day++) {
                Arrays.fill(numeratorOn[day], 0);
                Arrays.fill(denominatorOn[day], 0);
            }
            for (int cell = 0; cell < CELLS; cell++) {
                int rest = column.isStock() ? kept(denominator[cell] - numerator[cell]) : 0;
                numerator[cell] = column.isStock() ? kept(numerator[cell]) : 0;
                denominator[cell] = numerator[cell] + rest;
                double mean = cases * season * THEMES[cell / AREAS.length] * AREAS[cell % AREAS.length];
                for (int left = count(mean, draw); left > 0; left--) {
                    int counts = draw.chance(share) ? 1 : 0;
                    int day = draw.below(DAYS);
                    denominator[cell]++;
                    denominatorOn[day][cell]++;
                    numerator[cell] += counts;
                    numeratorOn[day][cell] += counts;
                }
            }
            percentile = (int) Math.round(100 * share + 6 * draw.normal());
        }

        private int kept(int of) {
            return ChartStudy.part(of, STAYS, draw);
        }
    }

    /** A number that chance makes about a mean. */
    static int count(double mean, Draw draw) {
        return mean < MANY ? draw.poisson(mean) : (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * draw.normal()));
    }
}
