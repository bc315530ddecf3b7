package vaiwg.engine.signatures;

import java.util.List;
import vaiwg.kpis.cases.Version;

/**
 * A step of a subject with everything that its signatures depend on, so that equal ones have equal signatures.
 *
 * @param version compared by identity: the states before and after an event share what did not change
 */
record Step<V extends Version>(V version, Setting<V> setting) {
    /** What a step's signatures depend on beside the step; a record, so that equal ones are known as equal. */
    interface Setting<V extends Version> {
        /** The signatures of a step; all of them count at once. */
        List<Signature> of(V step);
    }

    List<Signature> signatures() {
        return setting.of(version);
    }
}
