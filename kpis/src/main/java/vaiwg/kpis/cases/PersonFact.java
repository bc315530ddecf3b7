package vaiwg.kpis.cases;

import java.util.Arrays;
import java.util.List;
import vaiwg.kpis.fields.FieldRecord;
import vaiwg.kpis.fields.Fields;

/**
 * What a record says of a person, or of a place, while it is known so. Fields are public and flat because it is state and crosses the
 * network. Persons are {@link PersonCode}s; absent instants are {@link CrimeVersion#ABSENT}.
 */
public final class PersonFact implements FieldRecord {
    /** The person is the victim of a crime. */
    public static final byte VICTIM = 0;
    /** The person is a suspect of a crime. */
    public static final byte SUSPECT = 1;
    /** A crime happened at the place. */
    public static final byte PLACE = 2;
    /** A step was taken in the management of the person. */
    public static final byte STEP = 3;
    /** A complaint or conduct matter is about the person. */
    public static final byte STAFF = 4;

    private static final long[] NOBODY = {};

    /** From which stamp on it is known so, epoch milliseconds. */
    public long from;
    /** From which stamp on it is known otherwise; {@link Long#MAX_VALUE} where it is not. */
    public long until = Long.MAX_VALUE;

    /** One of {@link #VICTIM} to {@link #STAFF}. */
    public byte role;
    /** When the crime or matter was recorded, when the step was taken. */
    public long at;

    public long reportedAt = CrimeVersion.ABSENT;
    /** The earliest time at which the crime may have been committed; of its recording where none is known. */
    public long committedAt = CrimeVersion.ABSENT;
    /** The slice tuple of the crime, without the victim's characteristics. */
    public long tuple;
    /** The facts of the crime that are asked of persons, in a code of the catalogue's. */
    public long facts;
    /** Whether the crime's own posting counts the person, or the place: of several suspects the first only. */
    public boolean counted;
    /** Days from the day of recording to that of the outcome; {@link Integer#MAX_VALUE} where there is none. */
    public int outcomeAge = Integer.MAX_VALUE;
    /** Of a victim the crime's suspects, of a suspect its victim; in ascending order, only those that are known. */
    public long[] others = NOBODY;

    /** What the record says of the victim, 0 where it says nothing: the year of birth. */
    public short birthYear;

    public byte sex;
    public byte disability;
    public long ethnicity;
    /** Whether the ethnicity is what an officer saw, and not what the person said. */
    public boolean ethnicityObserved;

    /** Of a step: the ordinal of its kind in the schema's list. */
    public byte step;
    /** Of a step of the programme: the ordinal of the arm plus one, 0 where it is not of the programme. */
    public byte arm;
    /** Of a step of the programme: from when follow-up is counted. */
    public long disposalAt = CrimeVersion.ABSENT;

    /** Whether it is known at an instant. */
    public boolean isKnownAt(long instant) {
        return from <= instant && instant < until;
    }

    /** Whether some facts are the same as others, known at the same times and in the same order. */
    public static boolean areAlike(List<PersonFact> some, List<PersonFact> others) {
        if (some.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < some.size(); i++) {
            if (!some.get(i).isLike(others.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether both say the same and are known at the same time. */
    public boolean isLike(PersonFact other) {
        return this == other || (from == other.from && until == other.until && saysTheSameAs(other));
    }

    /**
     * From which stamp on it adds something to other facts of its record, epoch milliseconds: the end of one that says the same and
     * begins with it, if that is not its own end too; {@link Long#MAX_VALUE} where it adds nothing.
     */
    public long differsFrom(List<PersonFact> others) {
        for (PersonFact other : others) {
            if (from == other.from && saysTheSameAs(other)) {
                return until == other.until ? Long.MAX_VALUE : Math.min(until, other.until);
            }
        }
        return from;
    }

    /** Whether both say the same, whenever it was known; a person's facts are compared very often. */
    public boolean saysTheSameAs(PersonFact other) {
        return role == other.role
                && at == other.at
                && reportedAt == other.reportedAt
                && committedAt == other.committedAt
                && tuple == other.tuple
                && facts == other.facts
                && counted == other.counted
                && outcomeAge == other.outcomeAge
                && birthYear == other.birthYear
                && sex == other.sex
                && disability == other.disability
                && ethnicity == other.ethnicity
                && ethnicityObserved == other.ethnicityObserved
                && step == other.step
                && arm == other.arm
                && disposalAt == other.disposalAt
                && Arrays.equals(others, other.others);
    }

    @Override
    public void pass(Fields fields) {
        from = fields.instant(from, 0);
        until = fields.flag(until != Long.MAX_VALUE) ? fields.instant(until, from) : Long.MAX_VALUE;
        role = fields.number(role);
        at = fields.instant(at, from);
        reportedAt = fields.instant(reportedAt, at);
        committedAt = fields.instant(committedAt, at);
        tuple = fields.sparse(tuple);
        facts = fields.sparse(facts);
        counted = fields.flag(counted);
        outcomeAge = fields.flag(outcomeAge != Integer.MAX_VALUE) ? fields.number(outcomeAge) : Integer.MAX_VALUE;
        others = fields.codes(others);
        birthYear = fields.number(birthYear);
        sex = fields.number(sex);
        disability = fields.number(disability);
        ethnicity = fields.number(ethnicity);
        ethnicityObserved = fields.flag(ethnicityObserved);
        step = fields.number(step);
        arm = fields.number(arm);
        disposalAt = fields.instant(disposalAt, at);
    }
}
