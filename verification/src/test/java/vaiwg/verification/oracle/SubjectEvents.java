package vaiwg.verification.oracle;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import vaiwg.schemas.Conduct;
import vaiwg.schemas.ConductKind;
import vaiwg.schemas.DateResolution;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Note;
import vaiwg.schemas.NoteKind;
import vaiwg.schemas.OrderKind;
import vaiwg.schemas.ProtectiveOrder;
import vaiwg.schemas.Safeguarding;
import vaiwg.schemas.SafeguardingKind;
import vaiwg.schemas.Source;
import vaiwg.verification.oracle.RandomHistories.Period;

/** Orders, safeguarding cases, conduct matters and notes: each version says afresh what has become of it, about when it is due. */
record SubjectEvents(String force, Period period, Dice dice) {
    private static final List<String> AREAS = List.of(
            "safety_in_public",
            "criminal_justice",
            "offender_management",
            "recording",
            "our_behaviour",
            "intelligence",
            "engagement");

    /** Whom the events of a subject are told. */
    interface Told {
        void of(EventStream stream, String id, List<? extends SpecificRecord> events);
    }

    /** The subjects of a number, one of each stream. */
    void each(int number, Told told) {
        told.of(EventStream.PROTECTIVE_ORDER, "order-" + number, order("order-" + number));
        told.of(EventStream.SAFEGUARDING, "case-" + number, safeguarding("case-" + number));
        told.of(EventStream.CONDUCT, "case-" + number, conduct("case-" + number));
        told.of(EventStream.NOTE, "signal-" + number, notes("signal-" + number));
    }

    private List<ProtectiveOrder> order(String id) {
        List<ProtectiveOrder> events = new ArrayList<>();
        Instant notice = someInstant(600);
        OrderKind kind = dice.oneOf(OrderKind.values());
        String unit = CrimeEvents.unit(dice);
        for (int version = 1, versions = dice.between(1, 4); version <= versions; version++) {
            // With a Sunday between, what is due in 48 hours is due in 72.
            Instant heard = dice.chance(0.85)
                    ? notice.plus(Duration.ofHours(dice.oneOf(0, 48, 48, 72))).plusMillis(dice.between(-1, 1))
                    : notice.plus(Duration.ofMinutes(dice.between(0, 6_000)));
            Instant granted = dice.chance(0.5) ? heard : notice;
            Instant changedAt = entered(heard);
            Instant latest = changedAt.plus(Duration.ofDays(1));
            events.add(ProtectiveOrder.newBuilder()
                    .setOrderId(id)
                    .setForce(force)
                    .setEventId(dice.eventId())
                    .setVersion(number(version))
                    .setChangedAt(changedAt)
                    .setSource(Source.SYNTHETIC)
                    .setDateResolution(resolution())
                    .setKind(dice.chance(0.1) ? dice.oneOf(OrderKind.values()) : kind)
                    .setLpa(dice.chance(0.1) ? CrimeEvents.unit(dice) : unit)
                    .setWithdrawn(dice.chance(0.08))
                    .setNoticeAt(dice.chance(0.15) ? null : ifBefore(latest, notice))
                    .setHeardAt(dice.chance(0.15) ? null : ifBefore(latest, heard))
                    .setGrantedAt(dice.chance(0.2) ? null : ifBefore(latest, granted))
                    .setEndsAt(dice.chance(0.3) ? null : granted.plus(Duration.ofDays(dice.oneOf(0, 1, 28, 90, 400))))
                    .build());
        }
        return events;
    }

    private List<Safeguarding> safeguarding(String id) {
        List<Safeguarding> events = new ArrayList<>();
        Instant referred = someInstant(400);
        for (int version = 1, versions = dice.between(1, 3); version <= versions; version++) {
            Instant heard = dice.within(Dice.day(referred).plusDays(dice.oneOf(0, 5, 27, 28, 29)));
            Instant changedAt = entered(heard);
            Instant latest = changedAt.plus(Duration.ofDays(1));
            events.add(Safeguarding.newBuilder()
                    .setCaseId(id)
                    .setForce(force)
                    .setEventId(dice.eventId())
                    .setVersion(number(version))
                    .setChangedAt(changedAt)
                    .setSource(Source.SYNTHETIC)
                    .setDateResolution(resolution())
                    .setKind(dice.chance(0.8) ? SafeguardingKind.MARAC : SafeguardingKind.DISCLOSURE)
                    .setWithdrawn(dice.chance(0.08))
                    .setHighRisk(dice.chance(0.7))
                    .setReferredAt(Dice.earlier(referred, latest))
                    .setHeardAt(dice.chance(0.2) ? null : ifBefore(latest, heard))
                    .build());
        }
        return events;
    }

    private List<Conduct> conduct(String id) {
        List<Conduct> events = new ArrayList<>();
        Instant recorded = someInstant(dice.chance(0.2) ? 2_400 : 700);
        ConductKind kind = dice.oneOf(ConductKind.values());
        String person = dice.idOf(20, 22);
        for (int version = 1, versions = dice.between(1, 4); version <= versions; version++) {
            Instant restricted = dice.within(Dice.day(recorded).plusDays(dice.between(-1, 6)));
            Instant finalised = dice.within(Dice.day(recorded).plusDays(dice.oneOf(0, 20, 90, 364, 365, 366)));
            Instant changedAt = entered(dice.chance(0.5) ? finalised : restricted);
            Instant latest = changedAt.plus(Duration.ofDays(1));
            Conduct matter = Conduct.newBuilder()
                    .setCaseId(id)
                    .setForce(force)
                    .setEventId(dice.eventId())
                    .setVersion(number(version))
                    .setChangedAt(changedAt)
                    .setSource(Source.SYNTHETIC)
                    .setDateResolution(resolution())
                    .setKind(dice.chance(0.1) ? dice.oneOf(ConductKind.values()) : kind)
                    .setWithdrawn(dice.chance(0.08))
                    .setPersonId(dice.chance(0.1) ? dice.idOf(20, 22) : person)
                    .setFlagged(dice.chance(0.85))
                    .setUseOfForceOnly(dice.chance(0.4))
                    .setSuspectOfCrime(dice.chance(0.6))
                    .setProven(dice.chance(0.4))
                    .setRecordedAt(Dice.earlier(recorded, latest))
                    .setRestrictionDecidedAt(dice.chance(0.2) ? null : ifBefore(latest, restricted))
                    .setFinalisedAt(dice.chance(0.3) ? null : ifBefore(latest, finalised))
                    .build();
            matter.setResult(result(matter));
            events.add(matter);
        }
        return events;
    }

    /** How a finalised matter ended: by chance what agrees with whether it was proven. */
    private static String result(Conduct matter) {
        Dice own = Dice.ofItsOwn(matter.getChangedAt());
        if (matter.getFinalisedAt() == null || own.chance(0.2)) {
            return null;
        }
        return matter.getProven()
                ? own.oneOf("CASE_TO_ANSWER", "PROVEN", "DISMISSED", "WOULD_HAVE_BEEN_DISMISSED", "R1", " ")
                : own.oneOf("NO_CASE", "R1", " ");
    }

    /** What an owner says of a signal, some days after it. */
    private List<Note> notes(String signalId) {
        List<Note> events = new ArrayList<>();
        Instant first = someInstant(0);
        for (int version = 1, versions = dice.between(1, 3); version <= versions; version++) {
            Instant changedAt = entered(first.plus(Duration.ofDays(dice.oneOf(0, 1, 13, 14, 15))));
            events.add(note(signalId, number(version), dice.oneOf(NoteKind.values()), changedAt));
        }
        return events;
    }

    /** What leads report to some meetings of the board, about the days between which that is in time. */
    Map<String, List<Note>> reports() {
        Map<String, List<Note>> reports = new TreeMap<>();
        LocalDate end = Dice.day(period.end());
        LocalDate meeting =
                Dice.day(period.start()).plusDays(dice.between(0, 100)).withDayOfMonth(1);
        while (dice.chance(0.9) && meeting.isBefore(end)) {
            if (meeting.getMonthValue() % 2 == 1) {
                String report = "report/" + dice.oneOf(AREAS) + "/" + YearMonth.from(meeting);
                List<Note> notes = new ArrayList<>();
                for (int version = 1, versions = dice.between(1, 2); version <= versions; version++) {
                    Instant changedAt =
                            period.clamp(dice.within(meeting.plusDays(dice.oneOf(-20, -1, 0, 1, 29, 30, 31))));
                    notes.add(note(report, number(version), NoteKind.NOTE, changedAt));
                }
                reports.put(report, notes);
            }
            meeting = dice.chance(0.7) ? meeting : meeting.plusMonths(1);
        }
        return reports;
    }

    private Note note(String subject, long version, NoteKind kind, Instant changedAt) {
        return Note.newBuilder()
                .setSignalId(subject)
                .setForce(force)
                .setEventId(dice.eventId())
                .setVersion(version)
                .setChangedAt(changedAt)
                .setSource(Source.SYNTHETIC)
                .setKind(kind)
                .setCause("A cause")
                .setAt(changedAt)
                .build();
    }

    private Instant someInstant(int mostDaysBefore) {
        LocalDate start = Dice.day(period.start()).minusDays(dice.mostlyLow(0, mostDaysBefore));
        int days = (int) (Dice.day(period.end()).toEpochDay() - start.toEpochDay());
        return dice.within(start.plusDays(dice.between(0, days - 1)));
    }

    private Instant entered(Instant happened) {
        return period.clamp(happened.plus(Duration.ofMinutes(dice.mostlyLow(0, 5_000))));
    }

    private static Instant ifBefore(Instant latest, Instant instant) {
        return instant.isAfter(latest) ? null : instant;
    }

    private long number(int version) {
        return dice.chance(0.1) ? Math.max(1, version - 1) : version;
    }

    private DateResolution resolution() {
        return dice.chance(0.03) ? DateResolution.MONTH : DateResolution.DAY;
    }
}
