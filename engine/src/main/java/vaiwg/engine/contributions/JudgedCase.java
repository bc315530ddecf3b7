package vaiwg.engine.contributions;

import java.util.List;
import vaiwg.kpis.cases.CaseState;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.OutcomeVersion;
import vaiwg.kpis.facts.FactSet;
import vaiwg.kpis.facts.KnownCase;

/**
 * A case as it was judged when all of its versions were known.
 *
 * @param crimes the versions of its record that there were
 * @param outcomes those of its outcome
 * @param winning those of its record that are believed, the lowest first
 * @param facts that hold of it
 */
record JudgedCase(
        CrimeVersion[] crimes, OutcomeVersion[] outcomes, List<CrimeVersion> winning, KnownCase known, FactSet facts) {
    /** Whether only the steps of a later state of the case may differ; states share the arrays of what did not change. */
    boolean differsInStepsOnly(CaseState later) {
        return crimes == later.crimes && outcomes == later.outcomes;
    }
}
