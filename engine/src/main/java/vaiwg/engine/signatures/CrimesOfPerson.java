package vaiwg.engine.signatures;

import java.util.List;
import vaiwg.kpis.cases.PersonFact;
import vaiwg.kpis.catalogue.Lane;
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
    private final long suspectBefore;
    private final PersonLane.Bits old = new PersonLane.Bits();
    private final PersonLane.Bits now = new PersonLane.Bits();

    CrimesOfPerson(AskedOfPersons asked) {
        this.asked = asked;
        FactCode code = asked.code();
        domesticAbuse = code.of(Fact.DOMESTIC_ABUSE);
        stalking = code.of(Fact.STALKING_OR_8L);
        victimBefore = code.of(Fact.VICTIM_BEFORE);
        bySameSuspect = code.of(Fact.BY_THE_SAME_SUSPECT);
        suspectBefore = code.of(Fact.SUSPECT_BEFORE);
    }

    /**
     * Adds the postings of what crimes contribute otherwise than they did.
     *
     * @param before the crimes of the person in one role until now, in order
     * @param after from now on, likewise
     */
    void add(byte role, PersonFact[] before, PersonFact[] after, long enters, List<Posting> postings) {
        PersonLane lane = asked.crimes(role);
        if (lane.isEmpty()) {
            return;
        }
        Pairs.forEach(before, after, (was, is) -> {
            evaluate(lane, before, was, old);
            evaluate(lane, after, is, now);
            PersonFact crime = is < 0 ? before[was] : after[is];
            post(crime, now.part & ~old.part, now.whole & ~old.whole, 1, enters, postings);
            post(crime, old.part & ~now.part, old.whole & ~now.whole, -1, enters, postings);
        });
    }

    private static void post(PersonFact crime, long part, long whole, int sign, long enters, List<Posting> postings) {
        if ((part | whole) != 0) {
            postings.add(Runs.posting(Lane.PEOPLE, crime.day, 0, crime.tuple, enters, sign, part, whole));
        }
    }

    /** @param index of the crime among those of the person, less than 0 where it is none of them */
    private void evaluate(PersonLane lane, PersonFact[] inOrder, int index, PersonLane.Bits bits) {
        if (index < 0) {
            lane.evaluate(0, bits);
            return;
        }
        PersonFact crime = inOrder[index];
        long code = crime.facts;
        long most = crime.role == PersonFact.VICTIM ? victimBefore | bySameSuspect : suspectBefore;
        if (lane.counts(code | most)) {
            code |= ofEarlier(inOrder, index);
        }
        lane.evaluate(code, bits);
    }

    private long ofEarlier(PersonFact[] inOrder, int index) {
        PersonFact crime = inOrder[index];
        long code = 0;
        for (int i = index - 1; i >= 0 && crime.day - inOrder[i].day <= DAYS; i--) {
            PersonFact earlier = inOrder[i];
            if (earlier.isOfTheReportOf(crime)) {
                continue;
            }
            if (crime.role == PersonFact.SUSPECT) {
                code |= (earlier.facts & stalking) != 0 && earlier.sharesOneWith(crime) ? suspectBefore : 0;
            } else if ((earlier.facts & domesticAbuse) != 0) {
                code |= earlier.sharesOneWith(crime) ? victimBefore | bySameSuspect : victimBefore;
            }
        }
        return code;
    }
}
