package vaiwg.engine.contributions;

import java.util.List;
import vaiwg.kpis.cases.CaseState;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.OutcomeVersion;
import vaiwg.kpis.cases.Version;
import vaiwg.kpis.facts.FactSet;
import vaiwg.kpis.facts.KnownCase;

/**
 * A case as it was judged by what was known at an instant.
 *
 * @param instant until which it is known
 * @param crimes the versions of its record that there were, also those that are known later
 * @param outcomes those of its outcome
 * @param winning those of its record that are believed, the lowest first
 * @param facts that hold of it
 */
record JudgedCase(
        long instant,
        CrimeVersion[] crimes,
        OutcomeVersion[] outcomes,
        List<CrimeVersion> winning,
        KnownCase known,
        FactSet facts) {
    /**
     * Whether only the steps of a state of the case may differ at an instant that is no earlier; states share the arrays of what did not
     * change.
     */
    boolean differsInStepsOnly(CaseState state, long later) {
        return crimes == state.crimes
                && outcomes == state.outcomes
                && noneKnownUntil(later, crimes)
                && noneKnownUntil(later, outcomes);
    }

    private boolean noneKnownUntil(long later, Version[] versions) {
        for (Version version : versions) {
            if (version.knownAt > instant && version.knownAt <= later) {
                return false;
            }
        }
        return true;
    }
}
