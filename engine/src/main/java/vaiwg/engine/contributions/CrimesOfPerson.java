package vaiwg.engine.contributions;

import java.util.List;
import vaiwg.kpis.cases.PersonFact;
import vaiwg.kpis.catalogue.ContributionType;
import vaiwg.kpis.facts.Fact;
import vaiwg.kpis.facts.FactCode;

/**
 * What each crime of a person contributes, for what went before it too. An earlier crime is one that was recorded before, at most 365 days,
 * and counts now; crimes that one report told of are not before one another.
 */
final class CrimesOfPerson {
    /** For so many days a crime is one that went before. */
    static final int DAYS = 365;

    private final AskedOfPersons asked;
    private final long domesticAbuse;
    private final long stalking;
    private final long victimBefore;
    private final long bySameSuspect;
    private final long byAnotherSuspect;
    private final long byUnknownSuspect;
    private final long firstReport;
    private final long ofEarlier;
    private final long suspectBefore;
    private final long riskCompared;
    private final long riskRose;
    /** The bits of the grades of risk, from the lowest. */
    private final long[] grades;

    private final PersonContribution.Bits old = new PersonContribution.Bits();
    private final PersonContribution.Bits now = new PersonContribution.Bits();

    CrimesOfPerson(AskedOfPersons asked) {
        this.asked = asked;
        FactCode code = asked.code();
        domesticAbuse = code.of(Fact.DOMESTIC_ABUSE);
        stalking = code.of(Fact.STALKING_OR_8L);
        victimBefore = code.of(Fact.VICTIM_BEFORE);
        bySameSuspect = code.of(Fact.BY_THE_SAME_SUSPECT);
        byAnotherSuspect = code.of(Fact.BY_ANOTHER_SUSPECT);
        byUnknownSuspect = code.of(Fact.BY_UNKNOWN_SUSPECT);
        firstReport = code.of(Fact.FIRST_REPORT);
        ofEarlier = code.of(AskedOfPersons.OF_EARLIER);
        suspectBefore = code.of(Fact.SUSPECT_BEFORE);
        riskCompared = code.of(Fact.RISK_COMPARED);
        riskRose = code.of(Fact.RISK_ROSE);
        grades = Fact.RISK_GRADES.stream().mapToLong(code::of).toArray();
    }

    /**
     * Adds the delta entries of what crimes contribute otherwise than they did.
     *
     * @param before the crimes of the person in one role until now, in order
     * @param after from now on, likewise
     */
    void add(byte role, PersonFact[] before, PersonFact[] after, long enters, List<DeltaEntry> entries) {
        PersonContribution contributionType = asked.crimes(role);
        if (contributionType.isEmpty()) {
            return;
        }
        Pairs.forEach(before, after, (was, is) -> {
            evaluate(contributionType, before, was, old);
            evaluate(contributionType, after, is, now);
            PersonFact crime = is < 0 ? before[was] : after[is];
            post(crime, now.numerator & ~old.numerator, now.denominator & ~old.denominator, 1, enters, entries);
            post(crime, old.numerator & ~now.numerator, old.denominator & ~now.denominator, -1, enters, entries);
        });
    }

    private static void post(
            PersonFact crime, long numerator, long denominator, int sign, long enters, List<DeltaEntry> entries) {
        if ((numerator | denominator) != 0) {
            entries.add(Runs.entry(
                    ContributionType.PEOPLE, crime.day, 0, crime.dimensionKey, enters, sign, numerator, denominator));
        }
    }

    /** @param index of the crime among those of the person, less than 0 where it is none of them */
    private void evaluate(
            PersonContribution contributionType, PersonFact[] inOrder, int index, PersonContribution.Bits bits) {
        if (index < 0) {
            contributionType.evaluate(0, bits);
            return;
        }
        PersonFact crime = inOrder[index];
        long code = crime.facts;
        long most = crime.role == PersonFact.VICTIM ? ofEarlier : suspectBefore;
        if (contributionType.counts(code | most)) {
            code |= ofEarlier(inOrder, index);
        }
        contributionType.evaluate(code, bits);
    }

    private long ofEarlier(PersonFact[] inOrder, int index) {
        return inOrder[index].role == PersonFact.SUSPECT
                ? ofEarlierOfSuspect(inOrder, index)
                : ofEarlierOfVictim(inOrder, index);
    }

    private long ofEarlierOfSuspect(PersonFact[] inOrder, int index) {
        PersonFact crime = inOrder[index];
        long code = 0;
        for (int i = index - 1; i >= 0 && crime.day - inOrder[i].day <= DAYS; i--) {
            PersonFact earlier = inOrder[i];
            boolean isAlike = (earlier.facts & stalking) != 0 && !earlier.isOfTheReportOf(crime);
            code |= isAlike && earlier.sharesOneWith(crime) ? suspectBefore : 0;
        }
        return code;
    }

    /** A repeat is by the same suspect where any earlier crime has one of them; where the suspects of either are not known, nothing is. */
    private long ofEarlierOfVictim(PersonFact[] inOrder, int index) {
        PersonFact crime = inOrder[index];
        boolean isRepeat = false;
        boolean isBySame = false;
        boolean isKnown = false;
        int grade = grade(crime);
        int gradeBefore = 0;
        for (int i = index - 1; i >= 0 && crime.day - inOrder[i].day <= DAYS; i--) {
            PersonFact earlier = inOrder[i];
            if ((earlier.facts & domesticAbuse) != 0 && !earlier.isOfTheReportOf(crime)) {
                isRepeat = true;
                isBySame |= earlier.sharesOneWith(crime);
                isKnown |= earlier.others.length > 0 && crime.others.length > 0;
                gradeBefore = gradeBefore == 0 ? grade(earlier) : gradeBefore;
            }
        }
        if (!isRepeat) {
            return firstReport;
        }
        long risk = grade == 0 || gradeBefore == 0 ? 0 : riskCompared | (grade > gradeBefore ? riskRose : 0);
        return victimBefore | risk | (isBySame ? bySameSuspect : isKnown ? byAnotherSuspect : byUnknownSuspect);
    }

    /** How high the risk was assessed, from 1; 0 where it was not. */
    private int grade(PersonFact crime) {
        int grade = grades.length;
        while (grade > 0 && (crime.facts & grades[grade - 1]) == 0) {
            grade--;
        }
        return grade;
    }
}
