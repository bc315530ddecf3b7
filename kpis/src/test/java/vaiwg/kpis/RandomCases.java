package vaiwg.kpis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import vaiwg.kpis.cases.CaseStep;
import vaiwg.kpis.cases.Characteristic;
import vaiwg.kpis.cases.CodeQuestion;
import vaiwg.kpis.cases.ContactVersion;
import vaiwg.kpis.cases.CountedField;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.Duty;
import vaiwg.kpis.cases.ItemVersion;
import vaiwg.kpis.cases.OutcomeVersion;
import vaiwg.kpis.cases.PackedCode;
import vaiwg.kpis.cases.PersonCode;
import vaiwg.kpis.cases.StepVersion;
import vaiwg.kpis.cases.SubmissionVersion;
import vaiwg.kpis.cases.UnitCode;
import vaiwg.kpis.cases.Version;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.ContactKind;
import vaiwg.schemas.PlaceType;
import vaiwg.schemas.StalkingStep;

/** Random records that a force could send: corrections, conflicts, copies, what comes late, what knows only months. */
public final class RandomCases {
    public static final int FIRST_DAY = Math.toIntExact(LocalDate.of(2023, 1, 1).toEpochDay());

    private static final long HOUR = 3_600_000L;
    private static final List<String> OFFENCES =
            List.of("19C", "19D", "17A", "20A", "8Q", "8L", "8R", "49", "N100", "");
    private static final List<String> UNITS =
            List.of("coventry", "dudley", "birmingham-east", "solihull", "nowhere", "");
    /** Of counted fields: each has some of these. */
    private static final List<String> CODES = List.of(
            "",
            "FEAR_OF_REPRISAL",
            "LENGTH_OF_PROCESS",
            "COURT_CONCERNS",
            "NOT_KEPT_INFORMED",
            "AT_CPS",
            "AFTER_STATEMENT",
            "STANDARD",
            "MEDIUM",
            "HIGH",
            "R1");

    private static final List<String> TYPES =
            List.of("1", "1A", "9", "10", "14", "15", "16", "16", "18", "20", "21", "22", "");

    private final Random random;
    private final int days;
    private final int people;

    /** @param days over how many days from {@link #FIRST_DAY} on crimes are recorded */
    public RandomCases(Random random, int days) {
        this(random, days, 7);
    }

    /** @param people how many people and places there are */
    public RandomCases(Random random, int days, int people) {
        this.random = random;
        this.days = days;
        this.people = people;
    }

    /** The events of one case in the order of their changes: versions of the crime and of its outcome. */
    public List<Version> history() {
        List<Version> events = new ArrayList<>();
        CrimeVersion first = crime();
        boolean byMonth = random.nextInt(8) == 0;
        first.monthOnly = byMonth;
        long changed = first.recordedAt;
        for (int number = 1, versions = random.nextInt(4); number <= versions; number++) {
            CrimeVersion crime = random.nextBoolean() ? crime() : copyOf(first);
            crime.monthOnly = byMonth;
            if (random.nextInt(4) != 0) {
                crime.recordedAt = first.recordedAt;
            }
            if (random.nextInt(3) == 0) {
                crime.status = (byte) random.nextInt(4);
            }
            events.add(envelope(crime, number, changed));
            changed += random.nextLong(20 * 24 * HOUR);
        }
        long decided = first.recordedAt + random.nextLong(60 * 24 * HOUR);
        for (int number = 1, versions = random.nextInt(4); number <= versions; number++) {
            OutcomeVersion outcome = outcome(decided);
            outcome.monthOnly = byMonth;
            events.add(envelope(outcome, number, decided));
            decided += random.nextLong(100 * 24 * HOUR);
        }
        if (random.nextInt(3) == 0) {
            addSteps(first.recordedAt, events);
        }
        return events.isEmpty() ? history() : withCopiesAndConflicts(events);
    }

    /**
     * Some events without those that say what two others of the same thing say: of more repetitions the last one is kept, and the order in
     * which they come decides which that is. Within a partition it is that of the log.
     */
    public static List<Version> withOneRepetitionAtMost(List<Version> events) {
        List<Version> kept = new ArrayList<>();
        for (Version event : events) {
            long alike = kept.stream()
                    .filter(other -> !event.isCopyOf(other) && saysTheSame(event, other))
                    .map(other -> other.version + "/" + other.eventHigh + "/" + other.eventLow)
                    .distinct()
                    .count();
            if (alike < 2) {
                kept.add(event);
            }
        }
        return kept;
    }

    private static boolean saysTheSame(Version one, Version other) {
        return one.hasSameContent(other) && (!(one instanceof CaseStep step) || step.step == ((CaseStep) other).step);
    }

    /** A contact, a submission and an item, each in some versions. */
    private void addSteps(long from, List<Version> events) {
        for (int number = 1, versions = random.nextInt(1, 4); number <= versions; number++) {
            events.add(envelope(contact(from), number, from));
            events.add(envelope(submission(from), number, from));
            events.add(envelope(item(from), number, from));
        }
    }

    private ContactVersion contact(long from) {
        ContactVersion contact = new ContactVersion();
        contact.step = random.nextInt(2);
        contact.kind = (byte) random.nextInt(ContactKind.values().length);
        contact.withdrawn = random.nextInt(6) == 0;
        contact.at = from + random.nextLong(60 * 24 * HOUR);
        for (CodeQuestion question : CodeQuestion.values()) {
            contact.answer(question, random.nextInt(5));
        }
        contact.answeredAt = maybe(contact.at + random.nextLong(40 * 24 * HOUR));
        return maybeOfDuty(counted(contact, contact.at));
    }

    /** Many are of a duty, by their time: so that all else is by the same chances as without. */
    private static ContactVersion maybeOfDuty(ContactVersion contact) {
        boolean isOfDuty = contact.at % 2 == 0;
        contact.kind = isOfDuty ? ContactVersion.DUTY : contact.kind;
        int which = (int) (contact.at / 2 % (Duty.values().length + 1));
        String duty = which == Duty.values().length ? "UPDATE" : Duty.values()[which].name();
        Counted.set(contact, Duty.field().path(), isOfDuty ? UnitCode.of(duty) : 0);
        return contact;
    }

    private SubmissionVersion submission(long from) {
        SubmissionVersion submission = new SubmissionVersion();
        submission.step = random.nextInt(2);
        submission.withdrawn = random.nextInt(6) == 0;
        submission.submittedAt = from + random.nextLong(60 * 24 * HOUR);
        submission.decidedAt = maybe(submission.submittedAt + random.nextLong(60 * 24 * HOUR));
        submission.returnedAt = maybe(submission.submittedAt + random.nextLong(60 * 24 * HOUR));
        submission.resubmittedAt = maybe(submission.submittedAt + random.nextLong(90 * 24 * HOUR));
        return counted(submission, submission.submittedAt);
    }

    private ItemVersion item(long from) {
        ItemVersion item = new ItemVersion();
        item.step = random.nextInt(2);
        item.withdrawn = random.nextInt(6) == 0;
        item.receivedAt = from + random.nextLong(10 * 24 * HOUR);
        item.examinedAt = maybe(item.receivedAt + random.nextLong(10 * 24 * HOUR));
        item.returnedAt = maybe(item.receivedAt + random.nextLong(10 * 24 * HOUR));
        return counted(item, item.receivedAt);
    }

    /** The steps of one perpetrator. */
    public List<StepVersion> steps() {
        List<StepVersion> steps = new ArrayList<>();
        long at = anyInstant();
        for (int number = 1, count = random.nextInt(1, 9); number <= count; number++) {
            StepVersion step = new StepVersion();
            step.step = (byte) oneOf(
                            random.nextInt(3) == 0
                                    ? List.of(StalkingStep.values())
                                    : List.of(StalkingStep.SESSION_ATTENDED))
                    .ordinal();
            step.treatment = random.nextBoolean();
            step.arm = (byte) random.nextInt(3);
            step.route = (byte) random.nextInt(3);
            step.disposalAt = maybe(at - random.nextLong(100 * 24 * HOUR));
            step.at = at;
            step.session = (short) number;
            counted(step, at);
            envelope(step, random.nextInt(8) == 0 ? Math.max(1, number - 1) : number, at);
            steps.add(step);
            at += random.nextLong(14 * 24 * HOUR);
        }
        return steps;
    }

    /** A crime in which everything is left to chance. */
    public CrimeVersion crime() {
        CrimeVersion crime = new CrimeVersion();
        crime.recordedAt = anyInstant();
        crime.reportedAt = maybe(crime.recordedAt - random.nextLong(-2 * HOUR, 60 * HOUR));
        crime.committedFrom = maybe(crime.recordedAt - random.nextLong(500 * 24 * HOUR));
        crime.committedTo = maybe(crime.recordedAt - random.nextLong(60 * HOUR));
        crime.offence = PackedCode.pack(oneOf(OFFENCES));
        crime.offenceGroup = (byte) random.nextInt(3);
        crime.flags = random.nextInt(3) == 0 ? random.nextInt(2 * CrimeVersion.ETHNICITY_OBSERVED) : 0;
        crime.unit = UnitCode.in("west-midlands", UnitCode.of(oneOf(UNITS)));
        crime.place = (byte) random.nextInt(PlaceType.values().length + 1);
        crime.victimKind = (byte) (random.nextInt(3) == 0 ? random.nextInt(4) : CrimeVersion.PERSON);
        crime.birthYear = (short) (random.nextInt(4) == 0 ? 0 : random.nextInt(1890, 2030));
        crime.sex = (byte) random.nextInt(4);
        crime.disability = (byte) random.nextInt(3);
        crime.ethnicity = PackedCode.pack(oneOf(List.of("W1", "A3", "B2", "", "X9")));
        for (Characteristic characteristic : Characteristic.values()) {
            crime.characteristics = characteristic.with(crime.characteristics, random.nextInt(5));
        }
        crime.suspects = (short) random.nextInt(3);
        crime.policeSuspect = random.nextInt(10) == 0;
        crime.victim = crime.victimKind == CrimeVersion.PERSON ? person() : PersonCode.NONE;
        crime.suspectPersons = LongStream.generate(this::person)
                .limit(random.nextInt(3))
                .filter(code -> code != PersonCode.NONE)
                .sorted()
                .distinct()
                .toArray();
        crime.ageAtOffence = (byte) (crime.birthYear % 3 == 0 ? Math.floorMod(crime.recordedAt / HOUR, 100) : 0);
        crime.cell = random.nextInt(8) == 0 ? PersonCode.NONE : PersonCode.of("cell-" + random.nextInt(people));
        crime.address = crime.cell;
        return counted(crime, crime.recordedAt);
    }

    /** One of a few people, so that they meet again, or nobody. */
    private long person() {
        return random.nextInt(8) == 0 ? PersonCode.NONE : PersonCode.of("person-" + random.nextInt(people));
    }

    /** An outcome, or none again. */
    public OutcomeVersion outcome(long around) {
        OutcomeVersion outcome = new OutcomeVersion();
        outcome.type = PackedCode.pack(oneOf(TYPES));
        outcome.group = (byte) (random.nextInt(5) == 0 ? random.nextInt(4) : 0);
        outcome.assignedAt = random.nextInt(10) == 0
                ? around - random.nextLong(50 * 24 * HOUR)
                : around - random.nextLong(24 * HOUR);
        return counted(outcome, outcome.assignedAt);
    }

    /** The same version with any value of each of its counted fields, or none. */
    public <V extends Version> V counted(V version, long around) {
        for (CountedField field : version.versionKind().counted().fields()) {
            long value =
                    switch (field.kind()) {
                        case FLAG -> oneOf(List.of(field.kind().none(), 0L, 1L));
                        case CODE -> UnitCode.of(oneOf(CODES));
                        case INSTANT -> maybe(around + random.nextLong(-24 * HOUR, 12 * 24 * HOUR));
                    };
            Counted.set(version, field.path(), value);
        }
        return version;
    }

    private List<Version> withCopiesAndConflicts(List<Version> events) {
        List<Version> more = new ArrayList<>(events);
        for (Version event : events) {
            if (event instanceof CaseStep) {
                continue;
            }
            if (random.nextInt(6) == 0) {
                Version copy = event instanceof CrimeVersion crime ? copyOf(crime) : copyOf((OutcomeVersion) event);
                sameEnvelope(event, copy);
                copy.knownAt = event.changedAt + random.nextLong(90 * 24 * HOUR);
                more.add(copy);
            }
            if (random.nextInt(10) == 0) {
                Version other = event instanceof CrimeVersion ? crime() : outcome(event.changedAt);
                more.add(envelope(other, event.version, event.changedAt + (random.nextBoolean() ? 0 : HOUR)));
            }
        }
        return Collections.unmodifiableList(more);
    }

    private <V extends Version> V envelope(V version, long number, long changedAt) {
        version.version = number;
        version.changedAt = changedAt;
        version.eventHigh = random.nextLong();
        version.eventLow = random.nextLong();
        version.knownAt = random.nextInt(5) == 0 ? changedAt + random.nextLong(40 * 24 * HOUR) : changedAt;
        return version;
    }

    /** A version of a number, known from its change. */
    public static <V extends Version> V stamped(V version, long number, long changedAt) {
        version.version = number;
        version.changedAt = changedAt;
        version.knownAt = changedAt;
        return version;
    }

    private static void sameEnvelope(Version from, Version to) {
        to.version = from.version;
        to.changedAt = from.changedAt;
        to.eventHigh = from.eventHigh;
        to.eventLow = from.eventLow;
    }

    /** The same record again, without its envelope. */
    public static CrimeVersion copyOf(CrimeVersion from) {
        CrimeVersion copy = new CrimeVersion();
        copy.status = from.status;
        copy.monthOnly = from.monthOnly;
        copy.recordedAt = from.recordedAt;
        copy.reportedAt = from.reportedAt;
        copy.committedFrom = from.committedFrom;
        copy.committedTo = from.committedTo;
        copy.offence = from.offence;
        copy.offenceGroup = from.offenceGroup;
        copy.flags = from.flags;
        copy.unit = from.unit;
        copy.place = from.place;
        copy.victimKind = from.victimKind;
        copy.birthYear = from.birthYear;
        copy.ageAtOffence = from.ageAtOffence;
        copy.characteristics = from.characteristics;
        copy.sex = from.sex;
        copy.ethnicity = from.ethnicity;
        copy.disability = from.disability;
        copy.suspects = from.suspects;
        copy.policeSuspect = from.policeSuspect;
        copy.victim = from.victim;
        copy.suspectPersons = from.suspectPersons;
        copy.cell = from.cell;
        copy.address = from.address;
        copy.counted = from.counted;
        return copy;
    }

    /** The same outcome again, without its envelope. */
    public static OutcomeVersion copyOf(OutcomeVersion from) {
        OutcomeVersion copy = new OutcomeVersion();
        copy.type = from.type;
        copy.group = from.group;
        copy.monthOnly = from.monthOnly;
        copy.assignedAt = from.assignedAt;
        copy.decidedByPolice = from.decidedByPolice;
        copy.counted = from.counted;
        return copy;
    }

    private long anyInstant() {
        long midnight = LondonDays.startOf(FIRST_DAY + random.nextInt(days));
        return random.nextInt(10) == 0 ? midnight : midnight + random.nextLong(23 * HOUR);
    }

    private long maybe(long instant) {
        return random.nextInt(4) == 0 ? CrimeVersion.ABSENT : instant;
    }

    private <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
