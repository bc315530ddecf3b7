package vaiwg.statistics.attrition;

import java.util.Set;
import vaiwg.kpis.reference.Cause;

/**
 * Who was at risk of leaving at which age, and who left.
 *
 * @param atRisk by age, how many cases were open at that age in the window
 * @param exits by cause and age, how many of them left
 */
public record Exposure(int[] atRisk, int[][] exits) {
    /** Nobody, at so many ages. */
    public static Exposure none(int ages) {
        return new Exposure(new int[ages], new int[Cause.COUNT][ages]);
    }

    /** How many left at an age for one of some causes. */
    public int exits(Set<Cause> causes, int age) {
        int sum = 0;
        for (Cause cause : causes) {
            sum += exits[cause.ordinal()][age];
        }
        return sum;
    }

    /** How many left at an age. */
    public int exits(int age) {
        int sum = 0;
        for (int[] ofCause : exits) {
            sum += ofCause[age];
        }
        return sum;
    }
}
