package vaiwg.kpis.facts;

import java.util.List;
import vaiwg.kpis.cases.CaseState;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.OutcomeVersion;
import vaiwg.kpis.cases.PackedCode;
import vaiwg.kpis.cases.Versions;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.kpis.reference.OffenceTheme;

/**
 * What the versions of a case tell that the current ones do not, as known at an instant: a function of the versions known by
 * then and not of the order in which they came.
 *
 * @param hadOutcome16 a version of the outcome was 16, the current one or any before it
 * @param reopenedFrom16 a version of the outcome was 16 and the one after it none
 * @param flaggedLate the first version marked as domestic abuse was made more than 24 hours after recording
 * @param otherKind stalking now and harassment in the first version, or the other way round
 */
public record Past(boolean hadOutcome16, boolean reopenedFrom16, boolean flaggedLate, boolean otherKind) {
    public static final Past NOTHING = new Past(false, false, false, false);

    private static final long OUTCOME_16 = PackedCode.pack("16");
    private static final long DAY = 86_400_000L;

    /**
     * The past of a case whose crime is known.
     *
     * @param crimes the versions of its record as {@link Versions#winningAt} gives them; the last one is current
     */
    public static Past of(CaseState state, List<CrimeVersion> crimes, long instant, CodeMaps maps) {
        CrimeVersion crime = crimes.get(crimes.size() - 1);
        boolean had16 = false;
        boolean reopened = false;
        boolean was16 = false;
        List<OutcomeVersion> outcomes =
                state.outcomes.length == 0 ? List.of() : Versions.winningAt(state.outcomes, instant);
        for (int i = 0; i < outcomes.size(); i++) {
            OutcomeVersion outcome = outcomes.get(i);
            reopened |= was16 && !outcome.isAssigned();
            was16 = outcome.isAssigned() && outcome.type == OUTCOME_16;
            had16 |= was16;
        }
        return new Past(
                had16,
                reopened,
                isFlaggedAfter(crime.recordedAt + DAY, crimes),
                crimes.size() > 1 && kindsDiffer(crimes.get(0), crime, maps));
    }

    /** The first version with the marker was made when it says, or when a version below it does: history never runs backwards. */
    private static boolean isFlaggedAfter(long instant, List<CrimeVersion> crimes) {
        long madeAt = Long.MIN_VALUE;
        for (int i = 0; i < crimes.size(); i++) {
            CrimeVersion version = crimes.get(i);
            madeAt = Math.max(madeAt, version.changedAt);
            if ((version.flags & CrimeVersion.DOMESTIC_ABUSE) != 0) {
                return madeAt > instant;
            }
        }
        return false;
    }

    private static boolean kindsDiffer(CrimeVersion one, CrimeVersion other, CodeMaps maps) {
        OffenceTheme first = maps.themeOf(one.offence);
        OffenceTheme now = maps.themeOf(other.offence);
        return first != null && now != null && first.kind() != null && now.kind() != null && first.kind() != now.kind();
    }
}
