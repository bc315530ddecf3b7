package vaiwg.engine.contributions;

import java.util.List;
import vaiwg.kpis.cases.Version;

/**
 * A step of a subject with everything that its contributions depend on, so that equal ones have equal contributions.
 *
 * @param version compared by identity: the states before and after an event share what did not change
 */
record Step<V extends Version>(V version, Setting<V> setting) {
    /** What a step's contributions depend on beside the step; a record, so that equal ones are known as equal. */
    interface Setting<V extends Version> {
        /** The contributions of a step; all of them count at once. */
        List<Contribution> of(V step);
    }

    List<Contribution> contributions() {
        return setting.of(version);
    }
}
