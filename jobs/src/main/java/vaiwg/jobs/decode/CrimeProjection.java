package vaiwg.jobs.decode;

import java.util.Arrays;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.kpis.cases.CountedField;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.PersonCode;
import vaiwg.kpis.cases.UnitCode;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.kpis.reference.Deprivation;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Source;

/** A crime in one of its versions. */
final class CrimeProjection extends Projection {
    private static final int LONGEST_CLASS = 3;
    private static final CountedField DEPRIVED_AREA = CountedField.field(EventStream.CRIME_RECORDING, "deprivedArea");

    private final int status = column("status");
    private final int recordedAt = column("recordedAt");
    private final int reportedAt = column("reportedAt");
    private final int committedFrom = column("committedFrom");
    private final int committedTo = column("committedTo");
    private final int offenceCode = column("offenceCode");
    private final int offenceGroup = column("offenceGroup");
    private final int lpa = column("lpa");
    private final int placeType = column("placeType");
    private final int locationCell = column("locationCell");
    private final int addressId = column("addressId");
    private final int lsoa = column("lsoa");
    private final int mergedInto = column("mergedInto");
    private final int n100 = column("n100");
    private final int flags = column("flags");
    private final int flag = column("flags[]");
    private final int suspects = column("suspects");
    private final int suspectPerson = column("suspects[].personId");
    private final int relationship = column("suspects[].relationship");
    private final int policeEmployee = column("suspects[].policeEmployee");
    private final VictimProjection victim;
    private final CodeMaps maps;
    private final Deprivation deprivation;
    private final long earliest;

    /** @param earliest the first instant at which a change can have been made, epoch milliseconds */
    CrimeProjection(CodeMaps maps, long earliest) {
        super(EventStream.CRIME_RECORDING);
        this.victim = new VictimProjection(this, maps);
        this.maps = maps;
        this.deprivation = maps.deprivation();
        this.earliest = earliest;
    }

    @Override
    void project(DecodedRecord record) throws Rejection {
        CrimeVersion crime = new CrimeVersion();
        crime.unit = UnitCode.in(record.force, nameCode(lpa));
        crime.cell = place(locationCell);
        crime.address = person(addressId);
        long smallArea = numberCode(lsoa);
        requireReference(mergedInto);
        crime.victim = victim.person();
        suspects(crime);
        envelope(crime);
        crime.status = (byte) number(status);
        crime.monthOnly = isMonthOnly();
        crime.recordedAt = instant(recordedAt);
        crime.reportedAt = instantIfAny(reportedAt);
        crime.committedFrom = instantIfAny(committedFrom);
        crime.committedTo = instantIfAny(committedTo);
        crime.offence = code(offenceCode);
        crime.offenceGroup = offenceGroup();
        crime.place = (byte) (has(placeType) ? number(placeType) + 1 : 0);
        crime.receivedAt = received(record.timestamp);
        deprivation(crime, smallArea);
        flags(crime);
        int ofVictim = victim.project(crime);
        if (crime.reportedAt != ABSENT && crime.reportedAt - crime.recordedAt > LONGEST_DAY) {
            throw impossible("recordedAt is more than a day before reportedAt");
        }
        record.warnings = warnings(crime) | ofVictim;
        record.version = crime;
    }

    /** Where the record does not say it, the small area does, by the day of recording. */
    private void deprivation(CrimeVersion crime, long smallArea) {
        if (deprivation.isEmpty() || DEPRIVED_AREA.isIn(crime)) {
            return;
        }
        deprivation
                .isMostDeprived(smallArea, LondonDays.dayOf(crime.recordedAt))
                .ifPresent(deprived -> DEPRIVED_AREA.setIn(crime, deprived ? 1 : 0));
    }

    /** What a version keeps of its Kafka record's timestamp: history that is loaded says nothing of how fast a feed is. */
    private long received(long timestamp) {
        long from = number(source);
        return from == Source.FEED.ordinal() || from == Source.SYNTHETIC.ordinal()
                ? timestamp
                : CrimeVersion.UNRECEIVED;
    }

    private byte offenceGroup() {
        if (!has(offenceGroup)) {
            return CrimeVersion.NO_GROUP;
        }
        return is(offenceGroup, "violence-and-sexual-offences")
                ? CrimeVersion.VIOLENCE_AND_SEXUAL
                : CrimeVersion.OTHER_GROUP;
    }

    private void suspects(CrimeVersion crime) throws Rejection {
        int count = count(suspects);
        if (count == 0) {
            return;
        }
        long[] persons = new long[count];
        int linked = 0;
        for (int i = 0; i < count; i++) {
            open(suspects, i);
            long person = person(suspectPerson);
            if (person != PersonCode.NONE) {
                persons[linked++] = person;
            }
            crime.policeSuspect |= isSet(policeEmployee);
            if (is(relationship, "EX_INTIMATE") || is(relationship, "INTIMATE") || is(relationship, "FAMILY")) {
                crime.flags |= CrimeVersion.PARTNER_OR_FAMILY;
                crime.flags |= is(relationship, "FAMILY") ? CrimeVersion.FAMILY : CrimeVersion.PARTNER;
            }
        }
        crime.suspects = (short) Math.min(count, Short.MAX_VALUE);
        crime.suspectPersons = eachOnce(persons, linked);
        crime.flags |= linked == count ? CrimeVersion.SUSPECTS_LINKED : 0;
    }

    private static long[] eachOnce(long[] persons, int count) {
        Arrays.sort(persons, 0, count);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || persons[i] != persons[i - 1]) {
                persons[kept++] = persons[i];
            }
        }
        return kept == persons.length ? persons : Arrays.copyOf(persons, kept);
    }

    private void flags(CrimeVersion crime) {
        for (int i = 0; i < count(flags); i++) {
            open(flags, i);
            crime.flags |= is(flag, "DOMESTIC_ABUSE") ? CrimeVersion.DOMESTIC_ABUSE : 0;
            crime.flags |= is(flag, "HATE_GENDER") ? CrimeVersion.GENDER_HATE : 0;
            crime.flags |= is(flag, "HATE_RACE") ? CrimeVersion.RACE_HATE : 0;
            crime.flags |= is(flag, "HATE_RELIGION") ? CrimeVersion.RELIGION_HATE : 0;
            crime.flags |= is(flag, "HATE_ORIENTATION") ? CrimeVersion.ORIENTATION_HATE : 0;
            crime.flags |= is(flag, "HATE_DISABILITY") ? CrimeVersion.DISABILITY_HATE : 0;
            crime.flags |= is(flag, "HATE_TRANSGENDER") ? CrimeVersion.TRANSGENDER_HATE : 0;
        }
        crime.flags |= isSet(n100) ? CrimeVersion.BEGAN_AS_N100 : 0;
    }

    private int warnings(CrimeVersion crime) {
        int found = crime.recordedAt < earliest ? DataQualityWarning.OLD_RECORDING.bit() : 0;
        if (crime.offence != 0 && !maps.knowsOffence(crime.offence) && !isOffenceClass(crime.offence)) {
            found |= DataQualityWarning.OFFENCE_CODE.bit();
        }
        if (crime.unit != 0 && !maps.knowsUnit(crime.unit)) {
            found |= DataQualityWarning.LPA.bit();
        }
        return found;
    }

    /** One to three digits, and a capital letter or none. */
    private static boolean isOffenceClass(long code) {
        int last = (int) (code & 0xFF);
        long number = last >= 'A' && last <= 'Z' ? code >>> Byte.SIZE : code;
        boolean digits = number != 0 && number >>> LONGEST_CLASS * Byte.SIZE == 0;
        for (; digits && number != 0; number >>>= Byte.SIZE) {
            int next = (int) (number & 0xFF);
            digits = next >= '0' && next <= '9';
        }
        return digits;
    }
}
