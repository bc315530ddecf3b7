package vaiwg.kpis.cases;

import java.util.Arrays;
import vaiwg.kpis.fields.Fields;

/** A crime record in one of its versions, projected to what measures read. Absent instants are {@link #ABSENT}. */
public final class CrimeVersion extends Version {
    public static final long ABSENT = Fields.ABSENT;
    /** No time of receipt: the version was loaded as history. */
    public static final long UNRECEIVED = 0;

    public static final byte ACTIVE = 0;
    public static final byte CANCELLED = 1;
    public static final byte TRANSFERRED = 2;
    public static final byte MERGED = 3;

    public static final byte PERSON = 1;

    public static final byte NO_GROUP = 0;
    public static final byte VIOLENCE_AND_SEXUAL = 1;
    public static final byte OTHER_GROUP = 2;

    public static final byte SEX_UNKNOWN = 0;
    public static final byte FEMALE = 1;
    public static final byte MALE = 2;
    public static final byte SEX_OTHER = 3;

    public static final byte DISABILITY_UNKNOWN = 0;
    public static final byte DISABLED = 1;
    public static final byte NOT_DISABLED = 2;

    public static final int DOMESTIC_ABUSE = 1;
    /** Marked as a hate crime because of the victim's gender. */
    public static final int GENDER_HATE = 1 << 1;
    /** The record began as a reported incident of rape. */
    public static final int BEGAN_AS_N100 = 1 << 2;
    /** A suspect is a present or former partner of the victim, or family. */
    public static final int PARTNER_OR_FAMILY = 1 << 3;
    /** The victim is a person whose pseudonym links her records. */
    public static final int VICTIM_LINKED = 1 << 4;
    /** At least one suspect is named, and the pseudonym of each links their records. */
    public static final int SUSPECTS_LINKED = 1 << 5;
    /** The ethnicity is what an officer saw, and not what the victim said. */
    public static final int ETHNICITY_OBSERVED = 1 << 6;

    /** Marked as a hate crime because of race, religion, sexual orientation, disability, or for a transgender victim. */
    public static final int RACE_HATE = 1 << 7;

    public static final int RELIGION_HATE = 1 << 8;
    public static final int ORIENTATION_HATE = 1 << 9;
    public static final int DISABILITY_HATE = 1 << 10;
    public static final int TRANSGENDER_HATE = 1 << 11;
    /** A suspect is a present or former partner of the victim. */
    public static final int PARTNER = 1 << 12;
    /** A suspect is of the victim's family, and no partner. */
    public static final int FAMILY = 1 << 13;
    /** Any of the strands of hate, gender among them. */
    public static final int ANY_HATE =
            GENDER_HATE | RACE_HATE | RELIGION_HATE | ORIENTATION_HATE | DISABILITY_HATE | TRANSGENDER_HATE;

    private static final long[] NOBODY = {};

    /** One of {@link #ACTIVE}, {@link #CANCELLED}, {@link #TRANSFERRED}, {@link #MERGED}. */
    public byte status;
    /** Whether the source knows only months. */
    public boolean monthOnly;

    public long recordedAt;
    public long reportedAt = ABSENT;
    public long committedFrom = ABSENT;
    public long committedTo = ABSENT;
    /** Home Office class as packed text ({@link PackedCode}), 0 where the source gives only a group. */
    public long offence;

    public byte offenceGroup;
    /** Bits: {@link #DOMESTIC_ABUSE} to {@link #FAMILY}. */
    public int flags;
    /** The unit on the record ({@link UnitCode#in}), 0 where blank; whether the area map knows it is not asked here. */
    public long unit;
    /** Ordinal of the place type plus one, 0 where absent. */
    public byte place;

    /** Ordinal of the victim's kind plus one, 0 where there is no victim; {@link #PERSON}. */
    public byte victimKind;
    /** Calendar year of birth, 0 where unknown. */
    public short birthYear;
    /** The victim's age at the offence as the record gives it, in whole years, plus one; 0 where it does not. */
    public byte ageAtOffence;
    /** Three bits a characteristic: {@link Characteristic#status}. */
    public int characteristics;
    /** Packed characteristics of a linked victim that are codes of a list: {@link Characteristic#value}. */
    public int values;

    public byte sex;
    /** Self-defined ethnicity code as packed text, 0 where not known. */
    public long ethnicity;

    public byte disability;
    /** How many suspects are named. */
    public short suspects;

    public boolean policeSuspect;
    /** The victim's {@link PersonCode}, where the victim is a person. */
    public long victim;
    /** The {@link PersonCode}s of the suspects, each once, in ascending order. */
    public long[] suspectPersons = NOBODY;
    /** The code of the cell in which it happened, made as a person's. */
    public long cell;
    /** The code of the address at which it happened, likewise. */
    public long address;
    /**
     * The Kafka record's own timestamp, epoch milliseconds; {@link #UNRECEIVED} where no live feed brought it. Not said of the crime:
     * copies of an event differ in it.
     */
    public long receivedAt;
    /** What rules make of it, kept with it in memory by who asks; in no checkpoint. */
    public transient Object known;

    @Override
    public VersionKind versionKind() {
        return VersionKind.CRIME;
    }

    @Override
    void content(Fields fields) {
        status = fields.number(status);
        monthOnly = fields.flag(monthOnly);
        recordedAt = fields.instant(recordedAt, changedAt);
        reportedAt = fields.instant(reportedAt, recordedAt);
        committedFrom = fields.instant(committedFrom, recordedAt);
        committedTo = fields.instant(committedTo, recordedAt);
        offence = fields.number(offence);
        offenceGroup = fields.number(offenceGroup);
        flags = fields.number(flags);
        unit = fields.code(unit);
        place = fields.number(place);
        victimKind = fields.number(victimKind);
        birthYear = fields.number(birthYear);
        ageAtOffence = fields.number(ageAtOffence);
        characteristics = fields.number(characteristics);
        values = fields.number(values);
        sex = fields.number(sex);
        ethnicity = fields.number(ethnicity);
        disability = fields.number(disability);
        suspects = fields.number(suspects);
        policeSuspect = fields.flag(policeSuspect);
        victim = fields.code(victim);
        cell = fields.code(cell);
        address = fields.code(address);
        suspectPersons = fields.codes(suspectPersons);
    }

    @Override
    public void pass(Fields fields) {
        super.pass(fields);
        receivedAt = fields.instant(receivedAt, knownAt);
    }

    @Override
    void shareWith(Version other) {
        super.shareWith(other);
        long[] others = ((CrimeVersion) other).suspectPersons;
        suspectPersons = Arrays.equals(suspectPersons, others) ? others : suspectPersons;
    }

    @Override
    long receivedAt() {
        return receivedAt;
    }
}
