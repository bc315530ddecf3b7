package vaiwg.jobs.decode;

import java.time.Instant;
import java.util.BitSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vaiwg.jobs.decode.Refusal.Reason;
import vaiwg.kpis.cases.Characteristic;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.OutcomeTypes;
import vaiwg.kpis.cases.OutcomeVersion;
import vaiwg.kpis.cases.PackedCode;
import vaiwg.kpis.cases.PersonCode;
import vaiwg.kpis.cases.StepVersion;
import vaiwg.kpis.cases.UnitCode;
import vaiwg.kpis.cases.Version;
import vaiwg.schemas.CharacteristicStatus;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.DateResolution;
import vaiwg.schemas.Outcome;
import vaiwg.schemas.ProgrammeArm;
import vaiwg.schemas.Source;
import vaiwg.schemas.Stalking;
import vaiwg.schemas.Suspect;
import vaiwg.schemas.Victim;
import vaiwg.schemas.VictimKind;

/** From an event to the flat version that measures read. A strange but possible value is kept; an impossible one is refused. */
public final class Projection {
    /**
     * What is known by its day alone is dated at that day's first midnight, and may follow what came late on the same day; the day on
     * which the clocks go back has 25 hours.
     */
    static final long LONGEST_DAY = 25 * 3_600_000L;

    private static final long DAY = 86_400_000L;
    /** Days are known for these years; a date outside them is a slip, or a mark for "none" in the source system. */
    private static final long EARLIEST = Instant.parse("1900-01-01T00:00:00Z").toEpochMilli();

    private static final long LATEST = Instant.parse("2200-01-01T00:00:00Z").toEpochMilli();
    private static final String VIOLENCE_AND_SEXUAL = "violence-and-sexual-offences";
    private static final String UNABLE_TO_PROSECUTE = "unable-to-prosecute";
    private static final String CHARGED = "charged";
    private static final String NOT_STATED = "NS";
    private static final int UUID_LENGTH = 36;
    private static final int UUID_MIDDLE = 18;
    private static final BitSet UUID_HYPHENS = BitSet.valueOf(new long[] {1L << 8 | 1L << 13 | 1L << 18 | 1L << 23});
    static final Map<String, Byte> SEXES = Map.of("female", CrimeVersion.FEMALE, "male", CrimeVersion.MALE);
    static final Map<String, Byte> DISABILITIES =
            Map.of("disabled", CrimeVersion.DISABLED, "not_disabled", CrimeVersion.NOT_DISABLED);

    private static final Set<String> PARTNERS_AND_FAMILY = Set.of("EX_INTIMATE", "INTIMATE", "FAMILY");

    /** @throws Refusal where a value is impossible */
    public CrimeVersion crime(CrimeRecording event) throws Refusal {
        CrimeVersion crime = new CrimeVersion();
        envelope(crime, event.getEventId(), event.getVersion(), event.getChangedAt());
        crime.status = (byte) event.getStatus().ordinal();
        crime.monthOnly = event.getDateResolution() == DateResolution.MONTH;
        crime.recordedAt = instant("recordedAt", event.getRecordedAt());
        crime.reportedAt = instantIfAny("reportedAt", event.getReportedAt());
        crime.committedFrom = instantIfAny("committedFrom", event.getCommittedFrom());
        crime.committedTo = instantIfAny("committedTo", event.getCommittedTo());
        crime.transferredIn = event.getTransferredIn();
        crime.offence = code("offenceCode", event.getOffenceCode());
        crime.offenceGroup = offenceGroup(event.getOffenceGroup());
        crime.unit = UnitCode.of(event.getLpa());
        crime.place =
                (byte) (event.getPlaceType() == null ? 0 : event.getPlaceType().ordinal() + 1);
        crime.suspects = (short) Math.min(event.getSuspects().size(), Short.MAX_VALUE);
        crime.policeSuspect = event.getSuspects().stream().anyMatch(Suspect::getPoliceEmployee);
        crime.victim = victimCode(event.getVictim());
        crime.flags = flags(event, crime.victim);
        crime.suspectPersons = event.getSuspects().stream()
                .mapToLong(suspect -> PersonCode.of(suspect.getPersonId()))
                .filter(code -> code != PersonCode.NONE)
                .sorted()
                .distinct()
                .toArray();
        crime.cell = PersonCode.of(event.getLocationCell());
        if (event.getVictim() != null) {
            victim(crime, event.getVictim());
        }
        if (crime.reportedAt != CrimeVersion.ABSENT && crime.reportedAt - crime.recordedAt > LONGEST_DAY) {
            throw new Refusal(Reason.IMPOSSIBLE_VALUE, "recordedAt is more than a day before reportedAt");
        }
        return crime;
    }

    /** What a version keeps of its Kafka record's timestamp: history that is loaded says nothing of how fast a feed is. */
    public static long received(Source source, long timestamp) {
        return source == Source.FEED || source == Source.SYNTHETIC ? timestamp : CrimeVersion.UNRECEIVED;
    }

    /** @throws Refusal where a value is impossible */
    public OutcomeVersion outcome(Outcome event) throws Refusal {
        OutcomeVersion outcome = new OutcomeVersion();
        envelope(outcome, event.getEventId(), event.getVersion(), event.getChangedAt());
        outcome.monthOnly = event.getDateResolution() == DateResolution.MONTH;
        outcome.type = outcomeType(event.getOutcomeType());
        outcome.group = outcomeGroup(event.getOutcomeGroup());
        outcome.assignedAt = instantIfAny("assignedAt", event.getAssignedAt());
        outcome.decidedByCps = "CPS".equals(event.getDecidedBy());
        outcome.stageAndReason = event.getSupportEnded() != null
                && event.getSupportEnded().getStage() != null
                && event.getSupportEnded().getReason() != null;
        outcome.earlyAdviceRecorded =
                event.getEarlyAdvice() != null && !event.getEarlyAdvice().isBlank();
        outcome.interviewed = Boolean.TRUE.equals(event.getInterviewedUnderCaution());
        outcome.victimInformedAt = instantIfAny("victimInformedAt", event.getVictimInformedAt());
        boolean named = outcome.type != 0 || outcome.group != OutcomeVersion.NO_GROUP;
        if (named && outcome.assignedAt == CrimeVersion.ABSENT) {
            throw new Refusal(Reason.IMPOSSIBLE_VALUE, "an outcome without assignedAt");
        }
        if (named && outcome.assignedAt - outcome.changedAt > DAY) {
            throw new Refusal(Reason.IMPOSSIBLE_VALUE, "assignedAt is more than a day after changedAt");
        }
        return outcome;
    }

    /** @throws Refusal where a value is impossible */
    public StepVersion step(Stalking event) throws Refusal {
        StepVersion step = new StepVersion();
        envelope(step, event.getEventId(), event.getVersion(), event.getChangedAt());
        step.step = (byte) event.getStep().ordinal();
        step.monthOnly = event.getDateResolution() == DateResolution.MONTH;
        step.at = instant("at", event.getAt());
        if (event.getProgramme() != null && event.getProgramme().getSession() != null) {
            int session = event.getProgramme().getSession();
            if (session < 1 || session > Short.MAX_VALUE) {
                throw new Refusal(Reason.IMPOSSIBLE_VALUE, "session is no number of a session");
            }
            step.session = (short) session;
        }
        if (event.getProgramme() != null) {
            step.arm = (byte) (event.getProgramme().getArm().ordinal() + 1);
            step.route = (byte) (event.getProgramme().getRoute().ordinal() + 1);
            step.disposalAt = instantIfAny("disposalAt", event.getProgramme().getDisposalAt());
        }
        step.treatment = event.getProgramme() != null && event.getProgramme().getArm() == ProgrammeArm.TREATMENT;
        return step;
    }

    private static int flags(CrimeRecording event, long victimCode) {
        Victim victim = event.getVictim();
        boolean linkedSuspects = !event.getSuspects().isEmpty();
        boolean close = false;
        for (Suspect suspect : event.getSuspects()) {
            linkedSuspects &= PersonCode.of(suspect.getPersonId()) != PersonCode.NONE;
            close |= suspect.getRelationship() != null && PARTNERS_AND_FAMILY.contains(suspect.getRelationship());
        }
        boolean observed = victim != null && hasValue(victim.getEthnicity()) && isObserved(victim.getEthnicity());
        return flag(event.getFlags().contains("DOMESTIC_ABUSE"), CrimeVersion.DOMESTIC_ABUSE)
                | flag(event.getFlags().contains("HATE_GENDER"), CrimeVersion.GENDER_HATE)
                | flag(Boolean.TRUE.equals(event.getN100()), CrimeVersion.BEGAN_AS_N100)
                | flag(close, CrimeVersion.PARTNER_OR_FAMILY)
                | flag(victimCode != PersonCode.NONE, CrimeVersion.VICTIM_LINKED)
                | flag(linkedSuspects, CrimeVersion.SUSPECTS_LINKED)
                | flag(observed, CrimeVersion.ETHNICITY_OBSERVED);
    }

    /** Organisations and the state are no persons. */
    private static long victimCode(Victim victim) {
        return victim != null && victim.getKind() == VictimKind.PERSON
                ? PersonCode.of(victim.getPersonId())
                : PersonCode.NONE;
    }

    private static boolean isObserved(vaiwg.schemas.Characteristic recorded) {
        return Boolean.FALSE.equals(recorded.getSelfDefined());
    }

    private static int flag(boolean set, int flag) {
        return set ? flag : 0;
    }

    private void victim(CrimeVersion crime, Victim victim) throws Refusal {
        crime.victimKind = (byte) (victim.getKind().ordinal() + 1);
        if (victim.getBirthYear() != null) {
            if (victim.getBirthYear() < 1 || victim.getBirthYear() > Short.MAX_VALUE) {
                throw new Refusal(Reason.IMPOSSIBLE_VALUE, "birthYear is no year");
            }
            crime.birthYear = victim.getBirthYear().shortValue();
        }
        crime.enhancedRights = Boolean.TRUE.equals(victim.getEnhancedRights());
        for (Characteristic characteristic : Characteristic.values()) {
            vaiwg.schemas.Characteristic recorded = recorded(victim, characteristic);
            if (recorded != null && !isEmptyValue(victim, characteristic)) {
                crime.characteristics = characteristic.with(crime.characteristics, status(recorded.getStatus()));
            }
        }
        crime.sex = (byte) valueOf(victim.getSex(), SEXES, CrimeVersion.SEX_UNKNOWN, CrimeVersion.SEX_OTHER);
        crime.disability = (byte) valueOf(
                victim.getDisability(), DISABILITIES, CrimeVersion.DISABILITY_UNKNOWN, CrimeVersion.DISABILITY_UNKNOWN);
        vaiwg.schemas.Characteristic ethnicity = statedEthnicity(victim);
        crime.ethnicity = hasValue(ethnicity) ? code("ethnicity", ethnicity.getValue()) : 0;
    }

    /** "Not stated" stands in the list of codes and is no value: nothing tells that anybody asked. */
    static vaiwg.schemas.Characteristic statedEthnicity(Victim victim) {
        vaiwg.schemas.Characteristic recorded = victim.getEthnicity();
        return hasValue(recorded) && recorded.getValue().strip().equalsIgnoreCase(NOT_STATED) ? null : recorded;
    }

    static void envelope(Version version, String eventId, long number, Instant changedAt) throws Refusal {
        version.eventHigh = uuidWord(eventId, 0);
        version.eventLow = uuidWord(eventId, UUID_MIDDLE);
        version.version = number;
        version.changedAt = instant("changedAt", changedAt);
    }

    private static vaiwg.schemas.Characteristic recorded(Victim victim, Characteristic characteristic) {
        return switch (characteristic) {
            case AGE -> victim.getAge();
            case DISABILITY -> victim.getDisability();
            case GENDER_REASSIGNMENT -> victim.getGenderReassignment();
            case MARRIAGE -> victim.getMarriage();
            case PREGNANCY -> victim.getPregnancy();
            case ETHNICITY -> statedEthnicity(victim);
            case RELIGION -> victim.getReligion();
            case SEX -> victim.getSex();
            case ORIENTATION -> victim.getOrientation();
        };
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

    private static int valueOf(
            vaiwg.schemas.Characteristic recorded, Map<String, Byte> values, byte unknown, byte strange) {
        if (!hasValue(recorded)) {
            return unknown;
        }
        return values.getOrDefault(recorded.getValue().toLowerCase(Locale.ROOT), strange);
    }

    private static boolean hasValue(vaiwg.schemas.Characteristic recorded) {
        return recorded != null && recorded.getStatus() == CharacteristicStatus.VALUE && isNamed(recorded.getValue());
    }

    /** Whether a record says that there is a value and gives none: nothing is known then. Of age the year of birth is one too. */
    static boolean isEmptyValue(Victim victim, Characteristic characteristic) {
        vaiwg.schemas.Characteristic recorded = recorded(victim, characteristic);
        boolean bornInAYear = characteristic == Characteristic.AGE && victim.getBirthYear() != null;
        return recorded != null
                && recorded.getStatus() == CharacteristicStatus.VALUE
                && !isNamed(recorded.getValue())
                && !bornInAYear;
    }

    static boolean isNamed(String text) {
        return text != null && !text.isBlank();
    }

    /** "Not yet assigned" says what an outcome without a type says. */
    private static long outcomeType(String text) throws Refusal {
        long type = code("outcomeType", text);
        if (type == 0 || type == OutcomeTypes.NOT_ASSIGNED) {
            return 0;
        }
        if (!OutcomeTypes.contains(type)) {
            throw new Refusal(
                    Reason.UNKNOWN_OUTCOME, "outcomeType is not in the Home Office framework: 1 to 22, 1A, 2A, 3A");
        }
        return type;
    }

    private static byte offenceGroup(String group) {
        if (group == null) {
            return CrimeVersion.NO_GROUP;
        }
        return VIOLENCE_AND_SEXUAL.equals(group) ? CrimeVersion.VIOLENCE_AND_SEXUAL : CrimeVersion.OTHER_GROUP;
    }

    private static byte outcomeGroup(String group) {
        if (group == null) {
            return OutcomeVersion.NO_GROUP;
        }
        return switch (group) {
            case UNABLE_TO_PROSECUTE -> OutcomeVersion.UNABLE_TO_PROSECUTE;
            case CHARGED -> OutcomeVersion.CHARGED;
            default -> OutcomeVersion.OTHER_GROUP;
        };
    }

    private static long code(String field, String code) throws Refusal {
        try {
            return PackedCode.pack(code);
        } catch (IllegalArgumentException e) {
            throw new Refusal(Reason.IMPOSSIBLE_VALUE, field + ": " + e.getMessage());
        }
    }

    /** Half of a UUID, in full: Java would also take one with digits missing, and two spellings would then be one event. */
    private static long uuidWord(String eventId, int from) throws Refusal {
        long word = 0;
        boolean valid = eventId.length() == UUID_LENGTH;
        for (int i = from; valid && i < from + UUID_MIDDLE; i++) {
            char character = eventId.charAt(i);
            if (UUID_HYPHENS.get(i)) {
                valid = character == '-';
            } else {
                int digit = character < 0x80 ? Character.digit(character, 16) : -1;
                valid = digit >= 0;
                word = word << 4 | digit & 0xF;
            }
        }
        if (!valid) {
            throw new Refusal(Reason.IMPOSSIBLE_VALUE, "eventId is no UUID");
        }
        return word;
    }

    static long instantIfAny(String field, Instant instant) throws Refusal {
        return instant == null ? CrimeVersion.ABSENT : instant(field, instant);
    }

    /** In epoch milliseconds. */
    static long instant(String field, Instant instant) throws Refusal {
        long millis = instant.toEpochMilli();
        if (millis < EARLIEST || millis >= LATEST) {
            throw new Refusal(Reason.IMPOSSIBLE_VALUE, field + " lies outside the years 1900 to 2199");
        }
        return millis;
    }
}
