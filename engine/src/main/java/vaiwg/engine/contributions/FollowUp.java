package vaiwg.engine.contributions;

import java.util.ArrayList;
import java.util.List;
import vaiwg.kpis.cases.PersonFact;
import vaiwg.kpis.cases.PersonState;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.ContributionType;
import vaiwg.kpis.catalogue.DimensionKey;
import vaiwg.kpis.facts.Fact;
import vaiwg.kpis.facts.FactSet;
import vaiwg.kpis.reference.Theme;
import vaiwg.kpis.time.LondonDays;

/**
 * What a person contributes to the evaluation of the EASI programme, in the row of the arm to which the person was allocated
 * (intention to treat). Follow-up begins on the day after the disposal in both arms; an offence on the day of the disposal counts where it
 * was committed after it. Days in custody are no days at risk and are not
 * followed up, up to the first further offence; what comes after it does not matter.
 */
record FollowUp(Catalogue catalogue) {
    private static final int NEVER = Integer.MAX_VALUE;
    private static final List<Horizon> HORIZONS = Fact.FOLLOW_UP_DAYS.stream()
            .map(days ->
                    new Horizon(days, Fact.named("followed_" + days + "d"), Fact.named("reoffended_" + days + "d")))
            .toList();

    /** So many days at risk, that they are over, and that the person was a suspect again in them. */
    private record Horizon(int days, Fact followed, Fact reoffended) {}

    /** Adds the delta entries of what a person contributes as known at an instant. */
    void add(PersonState person, long instant, int sign, List<DeltaEntry> entries) {
        PersonFact selected = new StepsOfPerson(person, instant).selection();
        if (selected == null) {
            return;
        }
        List<Contribution> contributions = new ArrayList<>(HORIZONS.size());
        StepContributions ofArm = new StepContributions(catalogue, DimensionKey.ofArm(selected.arm), contributions);
        follow(person, instant, selected, ofArm);
        contributions.forEach(contribution -> entries.add(new DeltaEntry(contribution, instant, sign)));
    }

    static boolean isOf(Fact fact) {
        return HORIZONS.stream().anyMatch(horizon -> horizon.followed() == fact);
    }

    /** The day of the first crime of stalking, harassment or domestic abuse after the disposal; {@link #NEVER} where there is none. */
    private static int firstOffence(PersonState person, long instant, PersonFact selected) {
        int first = NEVER;
        for (int i = person.firstFrom(PersonFact.SUSPECT, Integer.MIN_VALUE);
                i < person.facts.length && person.facts[i].role == PersonFact.SUSPECT;
                i++) {
            PersonFact crime = person.facts[i];
            boolean isAlike = DimensionKey.isIn(crime.dimensionKey, Theme.STALKING_HARASSMENT)
                    || DimensionKey.isIn(crime.dimensionKey, Theme.DOMESTIC_ABUSE);
            if (isAlike && crime.isKnownAt(instant) && crime.committedAt > selected.disposalAt) {
                first = Math.min(first, LondonDays.dayOf(crime.committedAt));
            }
        }
        return first;
    }

    /**
     * A contribution for each horizon, on the day that completes so many days at risk after the day of the disposal; none while custody without
     * an end is before it: once the last step is past, and the first offence, every day is at risk or none is.
     */
    private static void follow(PersonState person, long instant, PersonFact selected, StepContributions ofArm) {
        int offended = firstOffence(person, instant, selected);
        StepsOfPerson steps = new StepsOfPerson(person, instant);
        int atRisk = 0;
        int day = LondonDays.dayOf(selected.disposalAt);
        for (Horizon horizon : HORIZONS) {
            while (atRisk < horizon.days()) {
                day++;
                steps.advanceTo(day);
                boolean isInCustody = day < offended && steps.isInCustody();
                if (isInCustody && steps.nextDay() == NEVER && offended == NEVER) {
                    return;
                }
                if (!isInCustody) {
                    atRisk++;
                }
            }
            FactSet facts = FactSet.of(horizon.followed()).plusIf(offended <= day, horizon.reoffended());
            ofArm.add(ContributionType.PROGRAMME, day, facts, 0);
        }
    }
}
