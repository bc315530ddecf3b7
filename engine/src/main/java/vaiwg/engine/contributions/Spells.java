package vaiwg.engine.contributions;

import java.util.Set;
import vaiwg.kpis.cases.PersonFact;
import vaiwg.schemas.StalkingStep;

/**
 * Whether something lasts that may begin and end often, as steps are taken in the order of their times. What ends it ends all that had
 * begun by then.
 */
final class Spells {
    private static final StalkingStep[] KINDS = StalkingStep.values();
    /** Of every arm. */
    static final byte ANY_ARM = -1;

    private final Set<StalkingStep> begins;
    private final byte arm;
    private final Set<StalkingStep> ends;
    private boolean lasts;
    private long ended = Long.MIN_VALUE;

    /** @param arm of the programme that what begins it must be of, or {@link #ANY_ARM} */
    Spells(Set<StalkingStep> begins, byte arm, Set<StalkingStep> ends) {
        this.begins = begins;
        this.arm = arm;
        this.ends = ends;
    }

    void take(PersonFact step) {
        if (ends.contains(KINDS[step.step])) {
            lasts = false;
            ended = step.at;
        } else if (begins.contains(KINDS[step.step]) && (arm == ANY_ARM || arm == step.arm)) {
            // What begins and ends at one instant is over, in whatever order the two are taken.
            lasts |= step.at != ended;
        }
    }

    boolean last() {
        return lasts;
    }
}
