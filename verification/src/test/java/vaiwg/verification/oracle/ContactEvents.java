package vaiwg.verification.oracle;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vaiwg.schemas.Audit;
import vaiwg.schemas.AuditAnswer;
import vaiwg.schemas.ContactKind;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.DateResolution;
import vaiwg.schemas.Outcome;
import vaiwg.schemas.Review;
import vaiwg.schemas.Source;
import vaiwg.schemas.Survey;
import vaiwg.schemas.VictimContact;
import vaiwg.verification.oracle.RandomHistories.Period;

/** Contacts with one crime's victim, about when each rule's time is over; corrected, taken back, in conflict. */
record ContactEvents(String force, Period period, Dice dice) {
    /** Blank is none, like null. */
    private static final String NO_DUTY = " ";

    private static final String COURT_VISIT = "COURT_VISIT";
    private static final String UPDATE = "UPDATE";
    private static final Set<String> HOMICIDE = Set.of("1", "4.1", "4.2", "4.10");

    private static final String[] DUTIES = {
        "INFORMATION",
        " INFORMATION ",
        "COMPENSATION",
        "DISPOSAL_VIEWS",
        "INTERVIEWER",
        COURT_VISIT,
        "PROPERTY",
        UPDATE,
        "LETTER"
    };

    /** Of how many crimes in one there is a contact of each kind. */
    private static final double OF_EACH_KIND = 0.15;

    /** Which are few, and a duty is owed in them alone. */
    private static boolean isHomicide(CrimeRecording crime) {
        return HOMICIDE.contains(String.valueOf(crime.getOffenceCode()));
    }

    /** @param decision the outcome, or null */
    List<VictimContact> of(String reference, CrimeRecording crime, Outcome decision) {
        List<VictimContact> events = new ArrayList<>();
        ContactKind[] all = ContactKind.values();
        // What several contacts of one crime say together would hardly be met by chance alone.
        boolean ofEachKind = dice.chance(OF_EACH_KIND);
        int contacts = ofEachKind ? all.length : dice.mostlyLow(isHomicide(crime) ? 1 : 0, 4);
        for (int number = 0; number < contacts; number++) {
            VictimContact first = contact(reference, "contact-" + number);
            if (isHomicide(crime) && dice.chance(0.8)) {
                first.setDuty(COURT_VISIT);
            } else if (ofEachKind) {
                first.setKind(all[number]);
            } else if (dice.chance(0.4)) {
                first.setDuty(dice.oneOf(DUTIES));
            } else {
                first.setKind(dice.oneOf(all));
            }
            fill(first, crime, decision);
            events.add(first);
            VictimContact current = first;
            for (int changes = dice.mostlyLow(0, 3); changes > 0; changes--) {
                VictimContact next = changed(current, crime, decision);
                next.setVersion(current.getVersion() + (dice.chance(0.85) ? 1 : 0));
                next.setEventId(dice.eventId());
                events.add(next);
                current = next;
            }
        }
        return events;
    }

    /** An audit, until another kind is set. */
    private VictimContact contact(String reference, String id) {
        return VictimContact.newBuilder()
                .setCrimeReference(reference)
                .setForce(force)
                .setEventId(dice.eventId())
                .setVersion(1)
                .setChangedAt(Instant.EPOCH)
                .setSource(Source.SYNTHETIC)
                .setDateResolution(dice.chance(0.03) ? DateResolution.MONTH : DateResolution.DAY)
                .setContactId(id)
                .setKind(ContactKind.AUDIT)
                .setDuty(NO_DUTY)
                .setAt(Instant.EPOCH)
                .build();
    }

    private VictimContact changed(VictimContact contact, CrimeRecording crime, Outcome decision) {
        VictimContact next = VictimContact.newBuilder(contact).build();
        if (dice.chance(0.15)) {
            next.setWithdrawn(!contact.getWithdrawn());
        } else {
            fill(next, crime, decision);
        }
        Instant later = dice.within(Dice.day(contact.getChangedAt()).plusDays(dice.mostlyLow(0, 30)));
        next.setChangedAt(period.clamp(dice.chance(0.1) ? contact.getChangedAt() : later));
        return possible(next);
    }

    private void fill(VictimContact contact, CrimeRecording crime, Outcome decision) {
        Instant about =
                crime.getReportedAt() == null || dice.chance(0.2) ? crime.getRecordedAt() : crime.getReportedAt();
        boolean isOfDuty = !contact.getDuty().isBlank();
        contact.setAt(
                isOfDuty
                        ? dutyMet(contact.getDuty().strip(), about, crime, decision)
                        : tookPlace(contact.getKind(), about, crime, decision));
        contact.setAudit(contact.getKind() == ContactKind.AUDIT && !isOfDuty ? audit() : null);
        contact.setSurvey(contact.getKind() == ContactKind.SURVEY ? survey(contact.getAt()) : null);
        contact.setReview(contact.getKind() == ContactKind.REVIEW ? review(contact.getAt()) : null);
        contact.setChangedAt(period.clamp(contact.getAt().plus(Duration.ofMinutes(dice.mostlyLow(0, 5_000)))));
        if (UPDATE.equals(contact.getDuty())) {
            update(contact);
        }
        possible(contact);
    }

    /** Of what, and when: about the last day on which it is in time. Few contacts are updates, so chance alone would hardly meet one of each. */
    private static void update(VictimContact contact) {
        Dice own = Dice.ofItsOwn(contact.getAt());
        contact.setToldOf(own.oneOf("ARREST", "INTERVIEW", "RELEASE", "BAIL", " BAIL ", "CHARGE", " "));
        Instant told = own.within(Dice.day(contact.getAt()).plusDays(own.oneOf(-1, 0, 1, 2, 4, 5, 6, 7, 8)));
        contact.setToldAt(own.chance(0.2) ? null : told);
    }

    private Instant tookPlace(ContactKind kind, Instant about, CrimeRecording crime, Outcome decision) {
        return switch (kind) {
            case REFERRAL -> dice.within(Dice.day(about).plusDays(dice.between(-1, 6)));
            case SURVEY -> dice.within(Dice.day(crime.getRecordedAt()).plusDays(dice.oneOf(0, 5, 20, 88, 89, 90, 91)));
            case REVIEW -> reviewAsked(about, decision);
            case AUDIT -> dice.within(Dice.day(crime.getRecordedAt()).plusDays(dice.mostlyLow(0, 120)));
        };
    }

    /** From before the decision, or before it was told, to three months after. */
    private Instant reviewAsked(Instant about, Outcome decision) {
        Instant told = decision == null ? null : decision.getVictimInformedAt();
        if (told == null) {
            return dice.within(Dice.day(about).plusDays(dice.between(0, 60)));
        }
        boolean fromDecision = decision.getAssignedAt() != null && dice.chance(0.5);
        return dice.within(Dice.day(fromDecision ? decision.getAssignedAt() : told)
                .plusDays(dice.oneOf(-5, -4, -3, -2, -1, 0, 0, 3, 89, 90, 91, 92, 93)));
    }

    /** About the last day on which it is in time. */
    private Instant dutyMet(String duty, Instant about, CrimeRecording crime, Outcome decision) {
        return switch (duty) {
            case "COMPENSATION" -> dice.within(Dice.day(crime.getRecordedAt()).plusDays(dice.between(26, 29)));
            case "DISPOSAL_VIEWS" ->
                dice.within(Dice.day(decided(decision, about)).plusDays(dice.between(-1, 1)));
            default -> dice.within(Dice.day(about).plusDays(dice.oneOf(-1, 0, 1, 2, 3, 4, 6, 7, 8, 9, 11)));
        };
    }

    private static Instant decided(Outcome decision, Instant otherwise) {
        return decision == null || decision.getAssignedAt() == null ? otherwise : decision.getAssignedAt();
    }

    private Audit audit() {
        AuditAnswer referred = dice.chance(0.25) ? AuditAnswer.LATE : answer();
        return new Audit(answer(), answer(), answer(), referred, answer(), answer());
    }

    private AuditAnswer answer() {
        return dice.chance(0.7) ? AuditAnswer.YES : dice.oneOf(AuditAnswer.NO, AuditAnswer.NOT_APPLICABLE);
    }

    private Survey survey(Instant sent) {
        if (dice.chance(0.1)) {
            return null;
        }
        LocalDate answered = Dice.day(sent).plusDays(dice.oneOf(0, 1, 27, 28, 29));
        return Survey.newBuilder()
                .setAnsweredAt(dice.chance(0.2) ? null : dice.within(answered))
                .setSatisfied(dice.chance(0.2) ? null : dice.chance(0.6))
                .setDemographicsGiven(dice.chance(0.5))
                .build();
    }

    private Review review(Instant asked) {
        LocalDate decided = Dice.day(asked).plusDays(dice.chance(0.4) ? dice.between(40, 46) : dice.between(0, 60));
        return Review.newBuilder()
                .setDecidedAt(dice.chance(0.3) ? null : dice.within(decided))
                .setOverturned(dice.chance(0.4))
                .build();
    }

    /** What is dated more than a day after its entry, or a day before what it answers, is rejected; such a thing has not happened. */
    private static VictimContact possible(VictimContact contact) {
        Instant latest = contact.getChangedAt().plus(Duration.ofDays(1));
        if (contact.getAt().isAfter(latest)) {
            contact.setAt(latest);
        }
        Instant earliest = contact.getAt().minus(Duration.ofDays(1));
        if (contact.getSurvey() != null && isOutside(contact.getSurvey().getAnsweredAt(), earliest, latest)) {
            contact.getSurvey().setAnsweredAt(null);
        }
        if (contact.getReview() != null && isOutside(contact.getReview().getDecidedAt(), earliest, latest)) {
            contact.getReview().setDecidedAt(null);
        }
        return contact;
    }

    private static boolean isOutside(Instant instant, Instant earliest, Instant latest) {
        return instant != null && (instant.isBefore(earliest) || instant.isAfter(latest));
    }
}
