package vaiwg.studies;

import java.util.Arrays;
import vaiwg.demo.synthetic.Draw;

/** Poisson numbers of one mean, drawn from a table: a study draws millions of them for a few means. */
final class PoissonTable {
    private final double[] cumulative;

    /** @param mean 0 to some hundreds */
    PoissonTable(double mean) {
        int size = (int) (mean + 12 * StrictMath.sqrt(mean) + 30);
        cumulative = new double[size];
        double probability = StrictMath.exp(-mean);
        double sum = probability;
        for (int number = 0; number < size; number++) {
            cumulative[number] = sum;
            probability *= mean / (number + 1);
            sum += probability;
        }
    }

    int draw(Draw draw) {
        int place = Arrays.binarySearch(cumulative, draw.unit());
        return place < 0 ? Math.min(-place - 1, cumulative.length - 1) : place + 1;
    }
}
