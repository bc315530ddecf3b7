package vaiwg.engine.contributions;

import vaiwg.kpis.cases.CaseState;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.OutcomeVersion;
import vaiwg.kpis.cases.Versions;

/**
 * Tells why a case changed at an instant, by what was known of it just before and what from then on. So causes follow from all that is
 * known of the case, in whatever order it arrived.
 */
final class RevisionCauses {
    private RevisionCauses() {}

    static RevisionCause at(CaseState state, long instant) {
        CrimeVersion was = Versions.currentAt(state.crimes, instant - 1);
        CrimeVersion is = Versions.currentAt(state.crimes, instant);
        if (was != is) {
            return ofCrime(was, is);
        }
        OutcomeVersion before = Versions.currentAt(state.outcomes, instant - 1);
        OutcomeVersion after = Versions.currentAt(state.outcomes, instant);
        if (before == after) {
            return RevisionCause.OTHER_RECORD;
        }
        return before == null || !before.isAssigned() ? RevisionCause.LATE : RevisionCause.OUTCOME_CHANGED;
    }

    private static RevisionCause ofCrime(CrimeVersion was, CrimeVersion is) {
        if (was == null) {
            return RevisionCause.LATE;
        }
        if ((was.status == CrimeVersion.ACTIVE) != (is.status == CrimeVersion.ACTIVE)) {
            return RevisionCause.CANCELLED;
        }
        return was.offence != is.offence || was.offenceGroup != is.offenceGroup || was.flags != is.flags
                ? RevisionCause.RECLASSIFIED
                : RevisionCause.CORRECTED;
    }
}
