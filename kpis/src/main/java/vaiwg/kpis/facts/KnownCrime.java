package vaiwg.kpis.facts;

import java.util.OptionalInt;
import java.util.function.ToLongFunction;
import vaiwg.kpis.cases.Characteristic;
import vaiwg.kpis.cases.CountedField;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.PackedCode;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.kpis.reference.OffenceKind;
import vaiwg.kpis.reference.OffenceTheme;
import vaiwg.kpis.reference.Theme;
import vaiwg.kpis.time.LondonDays;
import vaiwg.kpis.time.PartOfDay;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.PlaceType;

/**
 * What one version of a crime says by itself: the facts that depend on nothing else, its day, its dimensions. A function of the version,
 * of what is asked and of the code maps, so it is worked out once and kept with the version in memory, though never in a checkpoint.
 */
public final class KnownCrime {
    private static final long N100 = PackedCode.pack("N100");
    private static final long HOUR = 3_600_000L;
    private static final int ORIENTATION_FROM = 13;
    private static final int MARRIAGE_FROM = 16;
    private static final int PREGNANCY_FROM = 12;
    private static final int PREGNANCY_TO = 55;
    /** Beyond it an age is taken as unknown. */
    public static final int OLDEST = 120;

    private static final int DAYS_TO_REFER = 2;
    private static final int DAYS_TO_INFORM = 5;
    private static final int DAYS_TO_INFORM_ENHANCED = 1;
    private static final CountedField ENHANCED_RIGHTS =
            CountedField.field(EventStream.CRIME_RECORDING, "victim.enhancedRights");
    private static final CountedField.Test OF_ANOTHER_FORCE =
            CountedField.field(EventStream.CRIME_RECORDING, "statusReason").isOneOf("C1");
    private static final PlaceType[] PLACES = PlaceType.values();

    private final CrimeVersion version;
    private final AskedFacts asked;
    private final OffenceTheme theme;
    private final int recordedDay;
    private final int age;
    private FactSet facts;
    private long dimensions;
    private boolean hasDimensions;

    /** For a version that may still change; {@link #of} for one that is kept. */
    KnownCrime(CrimeVersion version, AskedFacts asked) {
        this.version = version;
        this.asked = asked;
        this.theme = asked.maps().themeOf(version.offence);
        this.recordedDay = LondonDays.dayOf(version.recordedAt);
        this.age = ageAtOffence();
    }

    /** What a version says that does not change any more. */
    public static KnownCrime of(CrimeVersion version, AskedFacts asked) {
        if (version.known instanceof KnownCrime known && known.asked == asked) {
            return known;
        }
        KnownCrime known = new KnownCrime(version, asked);
        version.known = known;
        return known;
    }

    /** Whether it is another force's: its status says so, or C1 is the ground on which it is cancelled. */
    boolean isTransferredOut() {
        return version.status == CrimeVersion.TRANSFERRED
                || version.status == CrimeVersion.CANCELLED
                        && OF_ANOTHER_FORCE.holds().test(version);
    }

    /** Whether it is cancelled on any ground, or on none, but as another force's. */
    boolean isCancelled() {
        return version.status == CrimeVersion.CANCELLED && !isTransferredOut();
    }

    /** Whether the place is of a kind that is public. */
    boolean isInPublic() {
        return version.place != 0 && maps().isPublic(PLACES[version.place - 1]);
    }

    /** Whether the place is of one kind. A version holds the ordinal plus one. */
    boolean isAt(PlaceType kind) {
        return version.place == kind.ordinal() + 1;
    }

    private int ageAtOffence() {
        return version.ageAtOffence > 0
                ? ageIn(0, version.ageAtOffence - 1)
                : ageIn(yearCommitted(), -version.birthYear);
    }

    /** The age by which a question is for the victim when it is asked: with the record, which may be years after the offence. */
    private int ageWhenRecorded() {
        int year = LondonDays.yearOf(version.recordedAt);
        return version.birthYear == 0 && age >= 0
                ? ageIn(year, age - yearCommitted())
                : ageIn(year, -version.birthYear);
    }

    private int yearCommitted() {
        return LondonDays.yearOf(committedAt());
    }

    /** The sum of both where the record says how old the victim is, who is a person, and that is possible; else -1. */
    private int ageIn(int year, int before) {
        boolean isSaid = version.birthYear != 0 || version.ageAtOffence > 0;
        int years = year + before;
        return version.victimKind == CrimeVersion.PERSON && isSaid && years >= 0 && years <= OLDEST ? years : -1;
    }

    public CrimeVersion version() {
        return version;
    }

    public CodeMaps maps() {
        return asked.maps();
    }

    /** The asked facts that hold of the version by itself. */
    FactSet facts() {
        if (facts == null) {
            facts = asked.of(this);
        }
        return facts;
    }

    public int recordedDay() {
        return recordedDay;
    }

    /**
     * The dimensions by which figures are cut, packed.
     *
     * @param rule which packs them, always the same one
     */
    public long dimensions(ToLongFunction<KnownCrime> rule) {
        if (!hasDimensions) {
            dimensions = rule.applyAsLong(this);
            hasDimensions = true;
        }
        return dimensions;
    }

    /** Whether the offence's class belongs to a theme, or to a kind within it. */
    public boolean offenceIn(Theme sought) {
        return theme != null && (theme.theme() == sought || theme.kind() == sought);
    }

    /** Whether the offence's class is of a kind for which measures ask beside its theme. */
    boolean isOf(OffenceKind kind) {
        return maps().isOffenceOf(version.offence, kind);
    }

    /** A crime that is marked as domestic abuse; a record that says no offence yet is none. */
    public boolean isDomesticAbuse() {
        return is(CrimeVersion.DOMESTIC_ABUSE) && !isUnclassified();
    }

    /** Whether one of {@link CrimeVersion#flags} is set. */
    public boolean is(int flag) {
        return (version.flags & flag) != 0;
    }

    /** Whether the record says no offence yet: no class, or only that a rape was reported. */
    public boolean isUnclassified() {
        return version.offence == 0 || version.offence == N100;
    }

    /** Any of the themes of the strategy; a crime in several counts once, and a record that says no offence yet is in none. */
    public boolean isInScope() {
        return theme != null || isDomesticAbuse();
    }

    /** An archive's bucket: a group without an offence class. */
    public boolean isViolenceSexualBucket() {
        return version.offence == 0 && version.offenceGroup == CrimeVersion.VIOLENCE_AND_SEXUAL;
    }

    /** Whether a characteristic applies to the victim; where age or sex is unknown it does. */
    public boolean applies(Characteristic characteristic) {
        if (version.victimKind != CrimeVersion.PERSON
                || characteristic.status(version.characteristics) == Characteristic.NOT_APPLICABLE) {
            return false;
        }
        return switch (characteristic) {
            case ORIENTATION -> isAtLeast(ORIENTATION_FROM);
            case MARRIAGE -> isAtLeast(MARRIAGE_FROM);
            case PREGNANCY -> mayBePregnant();
            default -> true;
        };
    }

    /** Whether a characteristic has a status on the record; only persons have characteristics. */
    public boolean status(Characteristic characteristic, int status) {
        return version.victimKind == CrimeVersion.PERSON && characteristic.status(version.characteristics) == status;
    }

    /**
     * The victim's age at the offence, in whole years: as the record gives it, else the year in which it was committed (recorded, where
     * that is not known) less the year of birth; -1 where unknown or impossible.
     */
    public int age() {
        return age;
    }

    /** Hours rule: recorded at most {@code limit} milliseconds after the report, elapsed time. */
    public boolean recordedWithin(long limit) {
        return reportedBeforeRecorded() && version.recordedAt - version.reportedAt <= limit;
    }

    /** Both times known and in order. */
    public boolean reportedBeforeRecorded() {
        return version.reportedAt != CrimeVersion.ABSENT && version.recordedAt >= version.reportedAt;
    }

    /** The earliest time at which it may have been committed, in epoch milliseconds; of its recording where none is known. */
    public long committedAt() {
        long committed = committed();
        return committed != CrimeVersion.ABSENT ? committed : version.recordedAt;
    }

    private long committed() {
        return version.committedFrom != CrimeVersion.ABSENT ? version.committedFrom : version.committedTo;
    }

    /** Committed at most {@code days} civil days before it was recorded; false where no date is known. */
    public boolean committedWithin(int days) {
        long committed = committed();
        return committed != CrimeVersion.ABSENT && recordedDay - LondonDays.dayOf(committed) <= days;
    }

    /**
     * Whether the time of day at which it began is known: an interval of at most {@code hours}; without an end any time but
     * 00:00:00.000 exactly, which stands for an unknown one.
     */
    public boolean beganWithin(int hours) {
        if (version.committedFrom == CrimeVersion.ABSENT) {
            return false;
        }
        if (version.committedTo == CrimeVersion.ABSENT) {
            return !LondonDays.isMidnight(version.committedFrom);
        }
        long interval = version.committedTo - version.committedFrom;
        return interval >= 0 && interval <= hours * HOUR;
    }

    /** Whether it began at a clock time of day from {@code evening} on or before {@code morning}, both in whole hours. */
    public boolean beganBetween(int evening, int morning) {
        if (version.committedFrom == CrimeVersion.ABSENT) {
            return false;
        }
        int hour = LondonDays.hourOf(version.committedFrom);
        return hour >= evening || hour < morning;
    }

    public boolean beganIn(PartOfDay part) {
        return version.committedFrom != CrimeVersion.ABSENT && PartOfDay.of(version.committedFrom) == part;
    }

    /** Whether it began on a Saturday or a Sunday. */
    public boolean beganAtWeekend() {
        return version.committedFrom != CrimeVersion.ABSENT
                && LondonDays.isWeekend(LondonDays.dayOf(version.committedFrom));
    }

    /** Both the end and the report are known and in order. */
    public boolean endedBeforeReported() {
        return version.committedTo != CrimeVersion.ABSENT
                && version.reportedAt != CrimeVersion.ABSENT
                && version.reportedAt >= version.committedTo;
    }

    /** Reported less than so many hours after its end, elapsed time. */
    public boolean reportedWithin(int hours) {
        return endedBeforeReported() && version.reportedAt - version.committedTo < hours * HOUR;
    }

    /** Last day on which a referral to support is in time; empty where bank holidays are not known that far. */
    public OptionalInt referralDeadline() {
        return deadlineFromReport(DAYS_TO_REFER);
    }

    /** In how many working days the victim has to be informed: after the report, and of a decision. */
    public int daysToInform() {
        return ENHANCED_RIGHTS.isSetIn(version) ? DAYS_TO_INFORM_ENHANCED : DAYS_TO_INFORM;
    }

    /** Last day on which the victim is informed after the report in time; empty likewise. */
    OptionalInt informationDeadline() {
        return deadlineFromReport(daysToInform());
    }

    private OptionalInt deadlineFromReport(int days) {
        return maps().workingDays().deadline(LondonDays.dayOf(reportedAt()), days);
    }

    /** When it was reported; recorded, where that is not known. */
    public long reportedAt() {
        return version.reportedAt != CrimeVersion.ABSENT ? version.reportedAt : version.recordedAt;
    }

    private boolean isAtLeast(int years) {
        int age = ageWhenRecorded();
        return age < 0 || age >= years;
    }

    private boolean mayBePregnant() {
        boolean sexKnown = status(Characteristic.SEX, Characteristic.VALUE);
        int age = ageWhenRecorded();
        return (!sexKnown || version.sex == CrimeVersion.FEMALE)
                && (age < 0 || (age >= PREGNANCY_FROM && age <= PREGNANCY_TO));
    }
}
