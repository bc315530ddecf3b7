package vaiwg.kpis.facts;

import java.util.OptionalInt;
import java.util.Set;
import vaiwg.kpis.cases.Characteristic;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.OutcomeVersion;
import vaiwg.kpis.cases.PackedCode;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.kpis.reference.CodeMaps.OffenceTheme;
import vaiwg.kpis.time.LondonDays;
import vaiwg.kpis.time.WorkingDays;
import vaiwg.schemas.ContactKind;
import vaiwg.schemas.StalkingStep;

/**
 * A case as known at an instant: the current version of the crime, of its outcome and of its steps, and what the versions before
 * them tell.
 * What facts are judged on.
 */
public record KnownCase(CrimeVersion crime, OutcomeVersion outcome, KnownSteps steps, Past past, CodeMaps maps) {
    private static final long N100 = PackedCode.pack("N100");
    private static final long HOUR = 3_600_000L;
    private static final long CHARGED = PackedCode.pack("1");
    private static final long CHARGED_ALTERNATE = PackedCode.pack("1A");
    private static final int ORIENTATION_FROM = 13;
    private static final int MARRIAGE_FROM = 16;
    private static final int PREGNANCY_FROM = 12;
    private static final int PREGNANCY_TO = 55;
    private static final int OLDEST = 120;
    private static final int DAYS_TO_REFER = 2;
    private static final Set<Long> REVIEWABLE =
            Set.of(PackedCode.pack("10"), PackedCode.pack("15"), PackedCode.pack("21"));

    /** A case of which nothing but the current versions is asked. */
    public KnownCase(CrimeVersion crime, OutcomeVersion outcome, CodeMaps maps) {
        this(crime, outcome, KnownSteps.NONE, Past.NOTHING, maps);
    }

    /** Day on which the crime was recorded. */
    public int recordedDay() {
        return LondonDays.dayOf(crime.recordedAt);
    }

    /** Whether the case has an outcome now. */
    public boolean hasOutcome() {
        return outcome != null && outcome.isAssigned();
    }

    /** Day on which the current outcome was assigned. */
    public int assignedDay() {
        return LondonDays.dayOf(outcome.assignedAt);
    }

    /** Whether the current outcome is of a type. */
    public boolean outcomeIs(long type) {
        return hasOutcome() && outcome.type == type;
    }

    /** Whether the current outcome is one of some types. */
    public boolean outcomeIsOneOf(Set<Long> types) {
        return hasOutcome() && types.contains(outcome.type);
    }

    /** Assigned less than {@code days} civil days after the day of recording; an outcome before that has age 0. */
    public boolean assignedWithin(int days) {
        return hasOutcome() && assignedDay() - recordedDay() < days;
    }

    /** Outcome 1 with its alternate-offence part 1A, or an archive's group for what follows a charge. */
    public boolean isCharged() {
        return outcomeIs(CHARGED) || outcomeIs(CHARGED_ALTERNATE) || outcomeGroupIs(OutcomeVersion.CHARGED);
    }

    /** Whether the current outcome is of an archive's group. */
    public boolean outcomeGroupIs(byte group) {
        return hasOutcome() && outcome.group == group;
    }

    /** Whether the offence's class belongs to a theme, or to a kind within it. */
    public boolean offenceIn(Theme theme) {
        OffenceTheme found = maps.themeOf(crime.offence);
        return found != null && (found.theme() == theme || found.kind() == theme);
    }

    public boolean isDomesticAbuse() {
        return is(CrimeVersion.DOMESTIC_ABUSE);
    }

    /** Whether one of {@link CrimeVersion#flags} is set. */
    public boolean is(int flag) {
        return (crime.flags & flag) != 0;
    }

    /** Whether the record says no offence yet: no class, or only that a rape was reported. */
    public boolean isUnclassified() {
        return crime.offence == 0 || crime.offence == N100;
    }

    /** Any of the themes of the strategy; a crime in several counts once. */
    public boolean isInScope() {
        return maps.themeOf(crime.offence) != null || isDomesticAbuse();
    }

    /** An archive's bucket: a group without an offence class. */
    public boolean isViolenceSexualBucket() {
        return crime.offence == 0 && crime.offenceGroup == CrimeVersion.VIOLENCE_AND_SEXUAL;
    }

    /** Whether a characteristic applies to the victim; where age or sex is unknown it does. */
    public boolean applies(Characteristic characteristic) {
        if (crime.victimKind != CrimeVersion.PERSON
                || characteristic.status(crime.characteristics) == Characteristic.NOT_APPLICABLE) {
            return false;
        }
        return switch (characteristic) {
            case ORIENTATION -> isAtLeast(ORIENTATION_FROM);
            case MARRIAGE -> isAtLeast(MARRIAGE_FROM);
            case PREGNANCY -> mayBePregnant();
            default -> true;
        };
    }

    /** Whether a characteristic has a status on the record. */
    public boolean status(Characteristic characteristic, int status) {
        return characteristic.status(crime.characteristics) == status;
    }

    /** Victim's age in the year of recording, from the year of birth; -1 where unknown or impossible. */
    public int age() {
        if (crime.victimKind != CrimeVersion.PERSON || crime.birthYear == 0) {
            return -1;
        }
        int age = LondonDays.yearOf(crime.recordedAt) - crime.birthYear;
        return age < 0 || age > OLDEST ? -1 : age;
    }

    /** Whether the victim's age is known and lies between two, both included. */
    public boolean isAged(int from, int to) {
        int age = age();
        return age >= from && age <= to;
    }

    /** Hours rule: recorded at most {@code limit} milliseconds after the report, elapsed time. */
    public boolean recordedWithin(long limit) {
        return reportedBeforeRecorded() && crime.recordedAt - crime.reportedAt <= limit;
    }

    /** Both times known and in order. */
    public boolean reportedBeforeRecorded() {
        return crime.reportedAt != CrimeVersion.ABSENT && crime.recordedAt >= crime.reportedAt;
    }

    /** The earliest time at which it may have been committed, in epoch milliseconds; of its recording where none is known. */
    public long committedAt() {
        long committed = committed();
        return committed != CrimeVersion.ABSENT ? committed : crime.recordedAt;
    }

    private long committed() {
        return crime.committedFrom != CrimeVersion.ABSENT ? crime.committedFrom : crime.committedTo;
    }

    /** Committed at most {@code days} civil days before it was recorded; false where no date is known. */
    public boolean committedWithin(int days) {
        long committed = committed();
        return committed != CrimeVersion.ABSENT && recordedDay() - LondonDays.dayOf(committed) <= days;
    }

    /**
     * Whether the time of day at which it began is known: an interval of at most {@code hours}; without an end any time but
     * 00:00:00.000 exactly, which stands for an unknown one.
     */
    public boolean beganWithin(int hours) {
        if (crime.committedFrom == CrimeVersion.ABSENT) {
            return false;
        }
        if (crime.committedTo == CrimeVersion.ABSENT) {
            return crime.committedFrom != LondonDays.startOf(LondonDays.dayOf(crime.committedFrom));
        }
        long interval = crime.committedTo - crime.committedFrom;
        return interval >= 0 && interval <= hours * HOUR;
    }

    /** Whether it began at a clock time of day from {@code evening} on or before {@code morning}, both in whole hours. */
    public boolean beganBetween(int evening, int morning) {
        if (crime.committedFrom == CrimeVersion.ABSENT) {
            return false;
        }
        int hour = LondonDays.hourOf(crime.committedFrom);
        return hour >= evening || hour < morning;
    }

    /** Both the end and the report are known and in order. */
    public boolean endedBeforeReported() {
        return crime.committedTo != CrimeVersion.ABSENT
                && crime.reportedAt != CrimeVersion.ABSENT
                && crime.reportedAt >= crime.committedTo;
    }

    /** Reported less than so many hours after its end, elapsed time. */
    public boolean reportedWithin(int hours) {
        return endedBeforeReported() && crime.reportedAt - crime.committedTo < hours * HOUR;
    }

    /**
     * Last day on which the victim is told of the outcome in time: one working day with enhanced rights, else five; empty where bank
     * holidays are not known that far.
     */
    public OptionalInt tellingDeadline() {
        return maps.workingDays().deadline(assignedDay(), crime.enhancedRights ? 1 : 5);
    }

    /** Whether telling the victim was logged in time. */
    public boolean toldInTime() {
        return hasOutcome()
                && outcome.victimInformedAt != CrimeVersion.ABSENT
                && WorkingDays.isInTime(LondonDays.dayOf(outcome.victimInformedAt), tellingDeadline());
    }

    /** Whether the current outcome may be reviewed at the victim's request: decided by the police after an interview under caution. */
    public boolean isReviewable() {
        return outcomeIsOneOf(REVIEWABLE)
                && !outcome.decidedByCps
                && outcome.interviewed
                && outcome.victimInformedAt != CrimeVersion.ABSENT;
    }

    /** Whether the victim was referred to support, or a referral was declined, within two working days of the report. */
    public boolean referredInTime() {
        OptionalInt deadline = referralDeadline();
        return steps.hasContact(
                ContactKind.REFERRAL, referral -> WorkingDays.isInTime(LondonDays.dayOf(referral.at), deadline));
    }

    /** Last day on which a referral to support is in time; empty where bank holidays are not known that far. */
    public OptionalInt referralDeadline() {
        long reported = crime.reportedAt != CrimeVersion.ABSENT ? crime.reportedAt : crime.recordedAt;
        return maps.workingDays().deadline(LondonDays.dayOf(reported), DAYS_TO_REFER);
    }

    /** Whether the victim was sent a survey less than {@code days} civil days after the day of recording. */
    public boolean surveyedWithin(int days) {
        return steps.hasContact(ContactKind.SURVEY, survey -> LondonDays.dayOf(survey.at) - recordedDay() < days);
    }

    /** Whether a stalking perpetrator was screened for the crime less than {@code days} civil days after the day of recording. */
    public boolean screenedWithin(int days) {
        return steps.management(StalkingStep.SCREENED)
                .anyMatch(screening -> LondonDays.dayOf(screening.at) - recordedDay() < days);
    }

    private boolean isAtLeast(int years) {
        int age = age();
        return age < 0 || age >= years;
    }

    private boolean mayBePregnant() {
        boolean sexKnown = status(Characteristic.SEX, Characteristic.VALUE);
        int age = age();
        return (!sexKnown || crime.sex == CrimeVersion.FEMALE)
                && (age < 0 || (age >= PREGNANCY_FROM && age <= PREGNANCY_TO));
    }
}
