package vaiwg.statistics.signals.alarm;

import java.util.List;
import java.util.Map;
import vaiwg.kpis.reference.ReferenceFile;

/**
 * The score beyond which a series rings, in days, by its information ({@link Baseline#information}). The table is computed once, by
 * a seeded bootstrap that draws another reference year each time: a threshold for a baseline known exactly would fire too often.
 * Larger days carry the score further beyond, so a lower threshold rings as rarely there.
 */
public final class Thresholds {
    /** A rise rings by chance at most once in so many days on average. */
    public static final int DAYS_TO_FALSE_RISE = 720;
    /** A fall, which asks for a second look and not for action, once in so many. */
    public static final int DAYS_TO_FALSE_FALL = 7_200;

    /** The table's name among the reference files. */
    public static final String FILE = "alarm-thresholds.csv";

    private static final Thresholds SHIPPED = of(ReferenceFile.read(FILE));

    private final double[] information;
    private final Map<Shift, double[]> thresholds;

    private Thresholds(double[] information, Map<Shift, double[]> thresholds) {
        this.information = information;
        this.thresholds = thresholds;
    }

    /** The table shipped with this build. */
    public static Thresholds shipped() {
        return SHIPPED;
    }

    /** The table in a reference file with columns {@code information}, rising, and one for each {@link Shift}. */
    public static Thresholds of(ReferenceFile file) {
        List<Map<String, String>> rows = file.rows();
        return new Thresholds(
                column(rows, "information"),
                Map.of(Shift.RISE, column(rows, Shift.RISE.slug()), Shift.FALL, column(rows, Shift.FALL.slug())));
    }

    /** The threshold of a series: between the table's rows by the logarithm of the information, beyond its ends that of the end. */
    public double of(double informationADay, Shift shift) {
        double[] column = thresholds.get(shift);
        int last = information.length - 1;
        if (informationADay <= information[0]) {
            return column[0];
        }
        if (informationADay >= information[last]) {
            return column[last];
        }
        int above = 1;
        while (information[above] < informationADay) {
            above++;
        }
        double share = StrictMath.log(informationADay / information[above - 1])
                / StrictMath.log(information[above] / information[above - 1]);
        return column[above - 1] + share * (column[above] - column[above - 1]);
    }

    private static double[] column(List<Map<String, String>> rows, String name) {
        return rows.stream()
                .mapToDouble(row -> Double.parseDouble(row.get(name)))
                .toArray();
    }
}
