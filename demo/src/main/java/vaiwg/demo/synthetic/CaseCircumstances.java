package vaiwg.demo.synthetic;

import java.util.HashMap;
import java.util.Map;
import vaiwg.schemas.CrimeRecording;

/**
 * What goes with a crime, who is suspected and who works on it, by the fields of its record; by chances of their own, so that all else is the same with
 * it and without.
 *
 * @param ofAbuse what is asked where it is marked as domestic abuse
 * @param ofSuspect what is asked where somebody is named
 */
record CaseCircumstances(Map<String, Object> always, Map<String, Object> ofAbuse, Map<String, Object> ofSuspect) {
    private static final long DEMAND = 104;
    private static final long OF_SUSPECT = 105;
    private static final int ADULT = 18;

    static CaseCircumstances of(CaseFile file) {
        CaseCircumstances drawn = new CaseCircumstances(new HashMap<>(), new HashMap<>(), new HashMap<>());
        CaseFigures figures = file.figures();
        OffenceGroup group = file.plan().group();
        Draw own = Draw.at(DEMAND, file.reference().hashCode());
        drawn.ofAbuse.put("reportedBefore", !own.chance(figures.share("first_reports")));
        drawn.ofAbuse.put("alcohol", own.chance(figures.share("alcohol")));
        drawn.ofAbuse.put("drugs", own.chance(figures.share("drugs")));
        drawn.ofAbuse.put("childInCare", own.chance(figures.share("child_in_care")));
        boolean child = file.people().victim().age() < ADULT;
        drawn.always.put("childAbuse", child && own.chance(Figures.of("child_abuse")));
        drawn.always.put("childExploitation", child && own.chance(Figures.of("child_exploitation")));
        drawn.always.put("highCaseLoad", own.chance(figures.share("high_case_load")));
        if (group.isSexual()) {
            drawn.always.put("investigatorTrained", own.chance(figures.share("investigator_trained")));
        }
        drawn.ofSuspect.put("suspectUnderOrder", own.chance(figures.share("under_order")));
        drawn.ofSuspect.put("suspectOnBail", own.chance(figures.share("on_bail")));
        drawn.ofSuspect.put("suspectSupervised", own.chance(figures.share("supervised")));
        Draw ofSuspect = Draw.at(OF_SUSPECT, file.people().suspect().hashCode());
        drawn.ofSuspect.put("suspectMale", ofSuspect.chance(Figures.of("male_stalkers")));
        if (group == OffenceGroup.STALKING) {
            drawn.ofSuspect.put(
                    "suspectAgeBand", Figures.choice("stalkers_ages").draw(ofSuspect));
        }
        return drawn;
    }

    /** Writes what the record says of them as it stands. */
    void addTo(CrimeRecording state) {
        boolean domestic = state.getFlags().contains(CrimeRecord.DOMESTIC_ABUSE);
        boolean named = !state.getSuspects().isEmpty();
        state.setIncidentOnly(false);
        always.forEach((field, value) -> Saved.put(state, field, value));
        ofAbuse.forEach((field, value) -> Saved.put(state, field, domestic ? value : null));
        ofSuspect.forEach((field, value) -> Saved.put(state, field, named ? value : null));
    }
}
