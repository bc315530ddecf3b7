package vaiwg.kpis.cases;

import java.util.Arrays;
import vaiwg.kpis.fields.FieldRecord;
import vaiwg.kpis.fields.Fields;
import vaiwg.kpis.time.LondonDays;

/**
 * What a record says of a person, or of a place, while it is known so. Fields are public and flat because it is state and crosses the
 * network. Persons are {@link PersonCode}s; absent instants are {@link CrimeVersion#ABSENT}.
 */
public final class PersonFact implements FieldRecord {
    public static final byte VICTIM = 0;
    public static final byte SUSPECT = 1;
    /** A crime happened at the place. */
    public static final byte PLACE = 2;
    /** A step was taken in the management of the person. */
    public static final byte STEP = 3;
    /** A complaint or conduct matter is about the person. */
    public static final byte STAFF = 4;
    /** The same for a year alone, in which people are counted by what it is. */
    public static final byte STAFF_OF_YEAR = 5;

    private static final long[] NOBODY = {};

    /** From which knowledge time on it is known so, epoch milliseconds. */
    public long from;
    /** From which knowledge time on it is known otherwise; {@link Long#MAX_VALUE} where it is not. */
    public long until = Long.MAX_VALUE;

    /** One of {@link #VICTIM} to {@link #STAFF_OF_YEAR}. */
    public byte role;
    /** When the crime or matter was recorded, when the step was taken. */
    public long at;

    public int day;
    /** The record's own id: a crime's reference, a matter's id; empty of a step, as a perpetrator's id is a pseudonym. */
    public String record = "";

    public long reportedAt = CrimeVersion.ABSENT;
    /** The earliest time at which the crime may have been committed; of its recording where none is known. */
    public long committedAt = CrimeVersion.ABSENT;
    /** The dimension key of the crime, without the victim's characteristics. */
    public long dimensionKey;
    /** The facts of the crime that are asked of somebody in the role, in a code of the catalogue's. */
    public long facts;
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
    /** The values of the five others: {@link Characteristic#value}. */
    public int values;

    /** Of a step: the ordinal of its kind in the schema's list. */
    public byte step;
    /** Of a step of the programme: the ordinal of the arm plus one, 0 where it is not of the programme. */
    public byte arm;
    /** Of a step of the programme: from when follow-up is counted. */
    public long disposalAt = CrimeVersion.ABSENT;

    /** A fact that is known from a knowledge time on. */
    public static PersonFact of(byte role, String record, long at, long from) {
        PersonFact fact = new PersonFact();
        fact.role = role;
        fact.record = record;
        fact.at = at;
        fact.day = LondonDays.dayOf(at);
        fact.from = from;
        return fact;
    }

    public boolean isKnownAt(long instant) {
        return from <= instant && instant < until;
    }

    /** Whether both say the same and are known at the same time. */
    public boolean isLike(PersonFact other) {
        return this == other || (from == other.from && until == other.until && hasSameContent(other));
    }

    /** Whether some facts are the same as others, known at the same times and in the same order. */
    public static boolean areAlike(PersonFact[] some, PersonFact[] others) {
        if (some.length != others.length) {
            return false;
        }
        for (int i = 0; i < some.length; i++) {
            if (!some[i].isLike(others[i])) {
                return false;
            }
        }
        return true;
    }

    /**
     * By role, then in the order in which crimes were recorded, of one instant by their references: 0 where both are of one record in one
     * role, whatever it says and whenever that is known.
     */
    public int compareTo(PersonFact other) {
        if (role != other.role) {
            return Byte.compare(role, other.role);
        }
        return at != other.at ? Long.compare(at, other.at) : record.compareTo(other.record);
    }

    /** Whether both say the same, whenever it was known. */
    public boolean hasSameContent(PersonFact other) {
        return compareTo(other) == 0
                && reportedAt == other.reportedAt
                && committedAt == other.committedAt
                && dimensionKey == other.dimensionKey
                && facts == other.facts
                && outcomeAge == other.outcomeAge
                && birthYear == other.birthYear
                && sex == other.sex
                && disability == other.disability
                && ethnicity == other.ethnicity
                && ethnicityObserved == other.ethnicityObserved
                && values == other.values
                && step == other.step
                && arm == other.arm
                && disposalAt == other.disposalAt
                && Arrays.equals(others, other.others);
    }

    /** The same as known at other times. */
    PersonFact known(long since, long before) {
        PersonFact copy = of(role, record, at, since);
        copy.until = before;
        copy.reportedAt = reportedAt;
        copy.committedAt = committedAt;
        copy.dimensionKey = dimensionKey;
        copy.facts = facts;
        copy.outcomeAge = outcomeAge;
        copy.others = others;
        copy.birthYear = birthYear;
        copy.sex = sex;
        copy.disability = disability;
        copy.ethnicity = ethnicity;
        copy.ethnicityObserved = ethnicityObserved;
        copy.values = values;
        copy.step = step;
        copy.arm = arm;
        copy.disposalAt = disposalAt;
        return copy;
    }

    /** Whether both were told of by one report: their reports have one time. */
    public boolean isOfTheReportOf(PersonFact other) {
        return reportedAt != CrimeVersion.ABSENT && reportedAt == other.reportedAt;
    }

    /** Whether somebody on the other side is on the other side of another crime too. */
    public boolean sharesOneWith(PersonFact other) {
        for (long person : others) {
            if (Arrays.binarySearch(other.others, person) >= 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void pass(Fields fields) {
        from = fields.instant(from, 0);
        until = fields.flag(until != Long.MAX_VALUE) ? fields.instant(until, from) : Long.MAX_VALUE;
        role = fields.number(role);
        at = fields.instant(at, from);
        day = fields.number(day);
        record = fields.text(record);
        reportedAt = fields.instant(reportedAt, at);
        committedAt = fields.instant(committedAt, at);
        dimensionKey = fields.sparse(dimensionKey);
        facts = fields.sparse(facts);
        outcomeAge = fields.flag(outcomeAge != Integer.MAX_VALUE) ? fields.number(outcomeAge) : Integer.MAX_VALUE;
        others = fields.codes(others);
        birthYear = fields.number(birthYear);
        sex = fields.number(sex);
        disability = fields.number(disability);
        ethnicity = fields.number(ethnicity);
        ethnicityObserved = fields.flag(ethnicityObserved);
        values = fields.number(values);
        step = fields.number(step);
        arm = fields.number(arm);
        disposalAt = fields.instant(disposalAt, at);
    }
}
