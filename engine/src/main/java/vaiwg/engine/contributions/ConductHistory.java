package vaiwg.engine.contributions;

import static vaiwg.kpis.cases.CountedField.field;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import vaiwg.kpis.cases.ConductVersion;
import vaiwg.kpis.cases.CountedField;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.VersionLog;
import vaiwg.kpis.cases.Versions;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.DimensionKey;
import vaiwg.kpis.facts.Fact;
import vaiwg.kpis.facts.FactSet;
import vaiwg.kpis.facts.Quantity;
import vaiwg.kpis.time.LondonDays;
import vaiwg.kpis.time.WorkingDays;
import vaiwg.schemas.EventStream;

/** A complaint or conduct matter as a function of what was known when; what is not flagged contributes how it ended alone. */
record ConductHistory(VersionLog<ConductVersion> state, Catalogue catalogue) implements History {
    static final Fact COMPLAINT = Fact.named("complaint");
    static final Fact COMPLAINT_OF_FORCE = Fact.named("complaint_of_force");
    static final Fact CONDUCT_MATTER = Fact.named("conduct_matter");
    private static final Fact RESTRICTION_DUE = Fact.named("restriction_due");
    private static final Fact RESTRICTION_DECIDED_WITHIN_2D = Fact.named("restriction_decided_within_2d");
    private static final Fact CONDUCT_FINALISED = Fact.named("conduct_finalised");
    private static final Fact CONDUCT_CASE_TO_ANSWER = Fact.named("conduct_case_to_answer");
    private static final Fact ANY_CONDUCT_FINALISED = Fact.named("any_conduct_finalised");
    private static final Fact ANY_CONDUCT_CASE_TO_ANSWER = Fact.named("any_conduct_case_to_answer");
    private static final Fact CONDUCT_OPEN = Fact.named("conduct_open");
    private static final Fact CONDUCT_OPEN_12M = Fact.named("conduct_open_12m");
    private static final CountedField USE_OF_FORCE_ONLY = field(EventStream.CONDUCT, "useOfForceOnly");
    private static final CountedField SUSPECT_OF_CRIME = field(EventStream.CONDUCT, "suspectOfCrime");
    private static final CountedField PROVEN = field(EventStream.CONDUCT, "proven");
    private static final int TWELVE_MONTHS = 365;
    private static final int DAYS_TO_RESTRICT = 2;

    @Override
    public Known knownAt(long instant) {
        List<Contribution> found = new ArrayList<>();
        ConductVersion matter = Versions.currentAt(state.versions, instant);
        if (matter != null && !matter.withdrawn && !matter.monthOnly) {
            StepContributions contributions = new StepContributions(catalogue, DimensionKey.scopeOnly(), found);
            addAnyEnd(matter, contributions);
            if (matter.isFlagged()) {
                add(matter, contributions);
            }
        }
        return Known.of(found);
    }

    private void add(ConductVersion matter, StepContributions contributions) {
        int recorded = LondonDays.dayOf(matter.recordedAt);
        contributions.addStep(recorded, FactSet.of(kindOf(matter)).plus(contributions.stated(matter)));
        OptionalInt deadline = catalogue.maps().workingDays().deadline(recorded, DAYS_TO_RESTRICT);
        if (SUSPECT_OF_CRIME.isSetIn(matter) && deadline.isPresent()) {
            FactSet due = FactSet.of(RESTRICTION_DUE);
            contributions.addStep(
                    recorded, due.plusIf(isRestrictedInTime(matter, deadline), RESTRICTION_DECIDED_WITHIN_2D));
        }
        contributions.addEntry(recorded, FactSet.of(CONDUCT_OPEN));
        contributions.addEntry(recorded + TWELVE_MONTHS, FactSet.of(CONDUCT_OPEN_12M));
        if (matter.finalisedAt != CrimeVersion.ABSENT) {
            addEnd(matter, recorded, contributions);
        }
    }

    private static void addAnyEnd(ConductVersion matter, StepContributions contributions) {
        if (matter.finalisedAt != CrimeVersion.ABSENT) {
            FactSet end = FactSet.of(ANY_CONDUCT_FINALISED);
            contributions.addStep(
                    LondonDays.dayOf(matter.finalisedAt),
                    end.plusIf(PROVEN.isSetIn(matter), ANY_CONDUCT_CASE_TO_ANSWER));
        }
    }

    private void addEnd(ConductVersion matter, int recorded, StepContributions contributions) {
        int finalised = LondonDays.dayOf(matter.finalisedAt);
        FactSet end = FactSet.of(CONDUCT_FINALISED).plus(contributions.stated(matter));
        contributions.addStep(finalised, end.plusIf(PROVEN.isSetIn(matter), CONDUCT_CASE_TO_ANSWER));
        contributions.addQuantity(Quantity.DAYS_TO_FINALISE, finalised, end, Math.max(0, finalised - recorded));
        contributions.addExit(Math.max(recorded, finalised), FactSet.of(CONDUCT_OPEN));
        contributions.addExit(Math.max(recorded + TWELVE_MONTHS, finalised), FactSet.of(CONDUCT_OPEN_12M));
    }

    /** A complaint, one of use of force alone, or a conduct matter. */
    static Fact kindOf(ConductVersion matter) {
        if (!matter.complaint) {
            return CONDUCT_MATTER;
        }
        return USE_OF_FORCE_ONLY.isSetIn(matter) ? COMPLAINT_OF_FORCE : COMPLAINT;
    }

    private static boolean isRestrictedInTime(ConductVersion matter, OptionalInt deadline) {
        return matter.restrictionDecidedAt != CrimeVersion.ABSENT
                && WorkingDays.isInTime(LondonDays.dayOf(matter.restrictionDecidedAt), deadline);
    }
}
