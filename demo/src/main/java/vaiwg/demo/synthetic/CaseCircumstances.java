package vaiwg.demo.synthetic;

import vaiwg.schemas.CrimeRecording;

/** What goes with a crime, who is suspected and who works on it; by chances of their own, so that all else is the same with it and without. */
final class CaseCircumstances {
    private static final long DEMAND = 104;
    private static final long OF_SUSPECT = 105;
    private static final int ADULT = 18;

    private final boolean reportedBefore;
    private final boolean alcohol;
    private final boolean drugs;
    private final boolean childInCare;
    private final boolean childAbuse;
    private final boolean childExploitation;
    private final boolean highCaseLoad;
    /** Null where the offence is none for which there are specialists. */
    private final Boolean investigatorTrained;

    private final boolean suspectMale;
    /** Null where it is no stalking: of others nobody asks. */
    private final String suspectAge;

    private final boolean underOrder;
    private final boolean onBail;
    private final boolean supervised;

    CaseCircumstances(CaseFile file) {
        CaseFigures figures = file.figures();
        OffenceGroup group = file.plan().group();
        Draw own = Draw.at(DEMAND, file.reference().hashCode());
        reportedBefore = !own.chance(figures.share("first_reports"));
        alcohol = own.chance(figures.share("alcohol"));
        drugs = own.chance(figures.share("drugs"));
        childInCare = own.chance(figures.share("child_in_care"));
        boolean child = file.people().victim().age() < ADULT;
        childAbuse = child && own.chance(Figures.of("child_abuse"));
        childExploitation = child && own.chance(Figures.of("child_exploitation"));
        highCaseLoad = own.chance(figures.share("high_case_load"));
        boolean sexual = group == OffenceGroup.RAPE || group == OffenceGroup.OTHER_SEXUAL;
        investigatorTrained = sexual ? (Boolean) own.chance(figures.share("investigator_trained")) : null;
        underOrder = own.chance(figures.share("under_order"));
        onBail = own.chance(figures.share("on_bail"));
        supervised = own.chance(figures.share("supervised"));
        Draw ofSuspect = Draw.at(OF_SUSPECT, file.people().suspect().hashCode());
        suspectMale = ofSuspect.chance(Figures.of("male_stalkers"));
        suspectAge =
                group == OffenceGroup.STALKING ? Figures.choice("stalkers_ages").draw(ofSuspect) : null;
    }

    /** Writes what the record says of them as it stands: whether it is marked as domestic abuse, and whether somebody is named. */
    void addTo(CrimeRecording state) {
        boolean domestic = state.getFlags().contains(CrimeRecord.DOMESTIC_ABUSE);
        boolean named = !state.getSuspects().isEmpty();
        state.setIncidentOnly(false);
        state.setReportedBefore(domestic ? (Boolean) reportedBefore : null);
        state.setAlcohol(domestic ? (Boolean) alcohol : null);
        state.setDrugs(domestic ? (Boolean) drugs : null);
        state.setChildInCare(domestic ? (Boolean) childInCare : null);
        state.setChildAbuse(childAbuse);
        state.setChildExploitation(childExploitation);
        state.setHighCaseLoad(highCaseLoad);
        state.setInvestigatorTrained(investigatorTrained);
        state.setSuspectMale(named ? (Boolean) suspectMale : null);
        state.setSuspectAgeBand(named ? suspectAge : null);
        state.setSuspectUnderOrder(named ? (Boolean) underOrder : null);
        state.setSuspectOnBail(named ? (Boolean) onBail : null);
        state.setSuspectSupervised(named ? (Boolean) supervised : null);
    }
}
