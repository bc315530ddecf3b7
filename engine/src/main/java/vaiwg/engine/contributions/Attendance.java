package vaiwg.engine.contributions;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import vaiwg.kpis.cases.StepVersion;
import vaiwg.schemas.StalkingStep;

/**
 * The sessions of the EASI programme that a person attended, each number once: a session that was entered twice is one. Those
 * without a number cannot be told apart, and are one each.
 */
final class Attendance {
    private static final Comparator<StepVersion> BY_SESSION =
            Comparator.<StepVersion>comparingInt(step -> step.session).thenComparingLong(step -> step.at);

    private Attendance() {}

    /** When each session was attended first, in ascending order. */
    static long[] times(List<StepVersion> steps) {
        int size = 0;
        for (StepVersion step : steps) {
            size += PerpetratorHistory.is(step, StalkingStep.SESSION_ATTENDED) ? 1 : 0;
        }
        StepVersion[] attended = new StepVersion[size];
        int next = 0;
        for (StepVersion step : steps) {
            if (PerpetratorHistory.is(step, StalkingStep.SESSION_ATTENDED)) {
                attended[next++] = step;
            }
        }
        Arrays.sort(attended, BY_SESSION);
        long[] times = new long[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            boolean isAgain = i > 0 && attended[i].session != 0 && attended[i].session == attended[i - 1].session;
            if (!isAgain) {
                times[count++] = attended[i].at;
            }
        }
        long[] each = count == size ? times : Arrays.copyOf(times, count);
        Arrays.sort(each);
        return each;
    }
}
