package vaiwg.demo.synthetic;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vaiwg.schemas.ContactKind;
import vaiwg.schemas.CpsReferral;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.CrimeStatus;
import vaiwg.schemas.DeviceExamination;
import vaiwg.schemas.Outcome;
import vaiwg.schemas.Stalking;
import vaiwg.schemas.StalkingStep;
import vaiwg.schemas.Suspect;
import vaiwg.schemas.VictimContact;
import vaiwg.schemas.VictimKind;

/** How a case stands at the end of a history: of each record the last version, and those before it. */
final class Ending {
    private static final Set<String> PLACEHOLDERS = Set.of("", "unknown");

    final List<CrimeRecording> versions = new ArrayList<>();
    final List<Outcome> outcomes = new ArrayList<>();
    final List<Stalking> steps = new ArrayList<>();
    private Ties ties = Ties.NONE;
    private final Map<String, VictimContact> contacts = new LinkedHashMap<>();
    private final Map<String, CpsReferral> submissions = new LinkedHashMap<>();
    private final Map<String, DeviceExamination> items = new LinkedHashMap<>();

    /** Takes a change; they come in the order in which they are made. */
    void take(Change change) {
        if (change.value() instanceof CrimeRecording version) {
            versions.add(version);
        } else if (change.value() instanceof Outcome version) {
            outcomes.add(version);
        } else if (change.value() instanceof VictimContact contact) {
            contacts.put(contact.getContactId(), contact);
        } else if (change.value() instanceof CpsReferral submission) {
            submissions.put(submission.getSubmissionId(), submission);
        } else if (change.value() instanceof DeviceExamination item) {
            items.put(item.getItemId(), item);
        } else if (change.value() instanceof Stalking step) {
            steps.add(step);
        }
    }

    /** Takes what the record told with one of its changes; they come in their order too. */
    void take(Ties told) {
        ties = told;
    }

    /** Whom the record shares with others. */
    Ties ties() {
        return ties;
    }

    /** The day of an instant in London, counted from 1970. */
    static int day(Instant instant) {
        return (int) LocalDate.ofInstant(instant, ForceCalendar.LONDON).toEpochDay();
    }

    /** The record, or null where none was made. */
    CrimeRecording crime() {
        return versions.isEmpty() ? null : versions.get(versions.size() - 1);
    }

    boolean stands() {
        return crime() != null && crime().getStatus() == CrimeStatus.ACTIVE;
    }

    boolean isOf(Theme theme) {
        return theme.holds(crime().getOffenceCode(), crime().getFlags());
    }

    int recordedDay() {
        return day(crime().getRecordedAt());
    }

    /** The record as it stood when a day began, so many after that of recording. */
    CrimeRecording asOfDay(int days) {
        Instant midnight = LocalDate.ofEpochDay(recordedDay() + days)
                .atStartOfDay(ForceCalendar.LONDON)
                .toInstant();
        CrimeRecording then = null;
        for (CrimeRecording version : versions) {
            if (version.getChangedAt().isBefore(midnight)) {
                then = version;
            }
        }
        return then;
    }

    /** The outcome, or null while the case is open. */
    Outcome outcome() {
        Outcome last = outcomes.isEmpty() ? null : outcomes.get(outcomes.size() - 1);
        return last == null || last.getOutcomeType() == null ? null : last;
    }

    boolean ended(String... types) {
        return outcome() != null && Set.of(types).contains(outcome().getOutcomeType());
    }

    /** Days from recording to the outcome; 0 where it is dated earlier. */
    int age() {
        return Math.max(0, day(outcome().getAssignedAt()) - recordedDay());
    }

    boolean endedWithin(int days, String... types) {
        return ended(types) && age() < days;
    }

    boolean isOfPerson() {
        return crime().getVictim() != null && crime().getVictim().getKind() == VictimKind.PERSON;
    }

    /** In the year of recording; -1 where it is not known. */
    int victimAge() {
        if (!isOfPerson() || crime().getVictim().getBirthYear() == null) {
            return -1;
        }
        return LocalDate.ofEpochDay(recordedDay()).getYear()
                - crime().getVictim().getBirthYear();
    }

    boolean victimIsLinked() {
        return isOfPerson() && isLinked(crime().getVictim().getPersonId());
    }

    boolean suspectsAreLinked() {
        return crime().getSuspects().stream().map(Suspect::getPersonId).allMatch(Ending::isLinked);
    }

    List<VictimContact> contacts(ContactKind kind) {
        return contacts.values().stream()
                .filter(contact -> contact.getKind() == kind && !contact.getWithdrawn())
                .toList();
    }

    List<CpsReferral> submissions() {
        return submissions.values().stream().filter(one -> !one.getWithdrawn()).toList();
    }

    List<DeviceExamination> items() {
        return items.values().stream().filter(one -> !one.getWithdrawn()).toList();
    }

    List<Stalking> steps(StalkingStep kind) {
        return steps.stream().filter(step -> step.getStep() == kind).toList();
    }

    private static boolean isLinked(String personId) {
        return personId != null && !PLACEHOLDERS.contains(personId.strip().toLowerCase(Locale.ROOT));
    }
}
