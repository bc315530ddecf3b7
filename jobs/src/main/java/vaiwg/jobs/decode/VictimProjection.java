package vaiwg.jobs.decode;

import java.util.Arrays;
import vaiwg.kpis.cases.Characteristic;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.PackedCode;
import vaiwg.kpis.cases.PersonCode;
import vaiwg.kpis.facts.KnownCrime;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.CharacteristicStatus;
import vaiwg.schemas.VictimKind;

/** What a crime says of its victim. */
final class VictimProjection {
    private static final Characteristic[] CHARACTERISTICS = Characteristic.values();
    private static final Characteristic[] CODED = Arrays.stream(CHARACTERISTICS)
            .filter(characteristic -> !characteristic.codes().isEmpty())
            .toArray(Characteristic[]::new);
    private static final int[] STATUSES = Arrays.stream(CharacteristicStatus.values())
            .mapToInt(VictimProjection::status)
            .toArray();
    private static final int VALUE = CharacteristicStatus.VALUE.ordinal();
    private static final long NOT_STATED = PackedCode.pack("NS");
    /** The bits by which small letters differ from capital ones, in a code of two. */
    private static final long SMALL = 0x2020;

    private static final int OLDEST = 110;

    private final Row row;
    private final CodeMaps maps;
    private final int person;
    private final int kind;
    private final int birthYear;
    private final int ageAtOffence;
    private final int selfDefined;
    private final int[] statuses;
    private final int[] values;

    VictimProjection(Row row, CodeMaps maps) {
        this.row = row;
        this.maps = maps;
        person = row.column("victim.personId");
        kind = row.column("victim.kind");
        birthYear = row.column("victim.birthYear");
        ageAtOffence = row.column("victim.ageAtOffence");
        selfDefined = row.column("victim.ethnicity.selfDefined");
        statuses = columns("status");
        values = columns("value");
    }

    private int[] columns(String part) {
        return Arrays.stream(CHARACTERISTICS)
                .map(VictimProjection::field)
                .mapToInt(field -> row.column("victim." + field + '.' + part, field))
                .toArray();
    }

    private static String field(Characteristic characteristic) {
        StringBuilder field = new StringBuilder();
        for (String word : characteristic.slug().split("_")) {
            field.append(field.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return field.toString();
    }

    private static int status(CharacteristicStatus status) {
        return switch (status) {
            case VALUE -> Characteristic.VALUE;
            case DECLINED -> Characteristic.DECLINED;
            case NOT_POSSIBLE -> Characteristic.NOT_POSSIBLE;
            case NOT_APPLICABLE -> Characteristic.NOT_APPLICABLE;
            case UNKNOWN -> Characteristic.UNKNOWN;
        };
    }

    /**
     * The code of the victim where the victim is a person: organisations and the state are none.
     *
     * @throws Rejection where the pseudonym is too long, or personal
     */
    long person() throws Rejection {
        long code = row.person(person);
        return row.number(kind) == VictimKind.PERSON.ordinal() ? code : PersonCode.NONE;
    }

    /**
     * Puts the victim into a crime, where there is one.
     *
     * @return what is strange: bits of {@link DataQualityWarning}
     * @throws Rejection where a value is impossible
     */
    int project(CrimeVersion crime) throws Rejection {
        if (!row.has(kind)) {
            return 0;
        }
        crime.victimKind = (byte) (row.number(kind) + 1);
        crime.flags |= crime.victim != PersonCode.NONE ? CrimeVersion.VICTIM_LINKED : 0;
        if (crime.victim != PersonCode.NONE) {
            crime.values = values();
        }
        return birthYear(crime)
                | ageAtOffence(crime)
                | ethnicity(crime)
                | characteristics(crime)
                | sex(crime)
                | disability(crime);
    }

    private int birthYear(CrimeVersion crime) throws Rejection {
        if (!row.has(birthYear)) {
            return 0;
        }
        long year = row.number(birthYear);
        if (year < 1 || year > Short.MAX_VALUE) {
            throw Projection.impossible("birthYear is no year");
        }
        crime.birthYear = (short) year;
        long age = LondonDays.yearOf(crime.recordedAt) - year;
        return age < 0 || age > OLDEST ? DataQualityWarning.AGE.bit() : 0;
    }

    private int ageAtOffence(CrimeVersion crime) {
        if (!row.has(ageAtOffence)) {
            return 0;
        }
        long age = row.number(ageAtOffence);
        boolean isPossible = age >= 0 && age <= KnownCrime.OLDEST;
        crime.ageAtOffence = (byte) (isPossible ? age + 1 : 0);
        return isPossible ? 0 : DataQualityWarning.AGE.bit();
    }

    private int ethnicity(CrimeVersion crime) throws Rejection {
        if (!hasValue(Characteristic.ETHNICITY)) {
            return 0;
        }
        crime.flags |= row.isUnset(selfDefined) ? CrimeVersion.ETHNICITY_OBSERVED : 0;
        long code = row.code(values[Characteristic.ETHNICITY.ordinal()]);
        if (isNotStated(code)) {
            return 0;
        }
        crime.ethnicity = code;
        return maps.ethnicityOf(code) == maps.ethnicities().size() - 1 ? DataQualityWarning.ETHNICITY.bit() : 0;
    }

    /** "Not stated" stands in the list of codes and is no value: nothing tells that anybody asked. */
    private static boolean isNotStated(long code) {
        return (code | SMALL) == (NOT_STATED | SMALL);
    }

    private int characteristics(CrimeVersion crime) {
        int warnings = 0;
        for (Characteristic characteristic : CHARACTERISTICS) {
            int status = statuses[characteristic.ordinal()];
            if (!row.has(status)) {
                continue;
            }
            boolean isNone = row.number(status) == VALUE && !row.isNamed(values[characteristic.ordinal()]);
            if (isNone && !(characteristic == Characteristic.AGE && hasAge(crime))) {
                // It says that there is a value, and gives none: nothing is known. Of age the year of birth is one too.
                warnings |= DataQualityWarning.EMPTY_CHARACTERISTIC.bit();
            } else if (!(characteristic == Characteristic.ETHNICITY && isNotStatedEthnicity(crime))) {
                crime.characteristics = characteristic.with(crime.characteristics, STATUSES[(int) row.number(status)]);
            }
        }
        return warnings;
    }

    private static boolean hasAge(CrimeVersion crime) {
        return crime.birthYear != 0 || crime.ageAtOffence != 0;
    }

    private boolean isNotStatedEthnicity(CrimeVersion crime) {
        return crime.ethnicity == 0 && hasValue(Characteristic.ETHNICITY);
    }

    private int sex(CrimeVersion crime) {
        if (!hasValue(Characteristic.SEX)) {
            return 0;
        }
        int value = values[Characteristic.SEX.ordinal()];
        crime.sex = row.isInAnyCase(value, "female")
                ? CrimeVersion.FEMALE
                : row.isInAnyCase(value, "male") ? CrimeVersion.MALE : CrimeVersion.SEX_OTHER;
        return crime.sex == CrimeVersion.SEX_OTHER ? DataQualityWarning.SEX.bit() : 0;
    }

    private int disability(CrimeVersion crime) {
        if (!hasValue(Characteristic.DISABILITY)) {
            return 0;
        }
        int value = values[Characteristic.DISABILITY.ordinal()];
        crime.disability = row.isInAnyCase(value, "disabled")
                ? CrimeVersion.DISABLED
                : row.isInAnyCase(value, "not_disabled") ? CrimeVersion.NOT_DISABLED : CrimeVersion.DISABILITY_UNKNOWN;
        return crime.disability == CrimeVersion.DISABILITY_UNKNOWN ? DataQualityWarning.DISABILITY.bit() : 0;
    }

    /** Values are told apart only where a person's records are linked; one that no list knows is none. */
    private int values() {
        int packed = 0;
        for (Characteristic characteristic : CODED) {
            if (hasValue(characteristic)) {
                packed = characteristic.withValue(packed, place(characteristic));
            }
        }
        return packed;
    }

    /** The place of its code in the list, from 1; 0 where it is not in it. */
    private int place(Characteristic characteristic) {
        int place = characteristic.codes().size();
        while (place > 0
                && !row.isInAnyCase(
                        values[characteristic.ordinal()], characteristic.codes().get(place - 1))) {
            place--;
        }
        return place;
    }

    private boolean hasValue(Characteristic characteristic) {
        int place = characteristic.ordinal();
        return row.number(statuses[place]) == VALUE && row.isNamed(values[place]);
    }
}
