package vaiwg.verification.oracle;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Outcome;
import vaiwg.schemas.Stalking;
import vaiwg.schemas.TrustedClasses;
import vaiwg.schemas.VictimKind;

/**
 * Small random histories, full of what goes wrong: corrections of every kind, conflicts, copies, what is late, what is dated at a
 * midnight or on the days on which the clocks change. Likely enough that every measure is met.
 */
public final class RandomHistories {
    private static final double SKEW = 0.85;
    private static final LocalDate FIRST_END = LocalDate.of(2020, 3, 1);
    private static final int END_DAYS = 4 * 365;

    private final long seed;

    public RandomHistories(long seed) {
        TrustedClasses.register();
        this.seed = seed;
    }

    /** A history that ends on any day of four years. */
    public History of(int force) {
        return of(force, FIRST_END.plusDays(dice(force, 1).between(0, END_DAYS)));
    }

    /** A history that ends at the midnight which begins {@code end}. */
    public History of(int force, LocalDate end) {
        Dice dice = dice(force, 2);
        String slug = "force-%03d".formatted(force);
        KindOfForce kind = KindOfForce.of(force);
        LocalDate start = end.minusDays(kind.days(dice));
        Period period = new Period(Dice.midnight(start), Dice.midnight(end));
        List<FeedRecord> records = new ArrayList<>();
        double monthOnly = kind.knowsOnlyMonths() ? 1 : force % 7 == 0 ? 0.3 : 0;
        CrimeEvents crimes = new CrimeEvents(slug, period, dice);
        OutcomeEvents outcomes = new OutcomeEvents(slug, period, dice);
        ContactEvents contacts = new ContactEvents(slug, period, dice);
        InquiryEvents inquiries = new InquiryEvents(slug, period, dice);
        List<CrimeRecording> firsts = new ArrayList<>();
        FewPersons few = new FewPersons(dice);
        int number = kind.crimes(dice);
        for (int i = 0; i < number; i++) {
            String reference = "crime-" + i;
            boolean byMonth = dice.chance(monthOnly);
            List<CrimeRecording> versions = crimes.of(reference, byMonth);
            if (kind == KindOfForce.SKEWED && dice.chance(SKEW)) {
                versions.forEach(RandomHistories::gather);
            }
            if (kind == KindOfForce.OF_FEW_PERSONS) {
                few.gather(versions);
            }
            firsts.add(versions.get(0));
            if (!dice.chance(0.06)) {
                send(EventStream.CRIME_RECORDING, reference, versions, records, period, dice);
            }
            Outcome decision = null;
            if (dice.chance(0.85)) {
                List<Outcome> decisions = outcomes.of(reference, byMonth, versions.get(0));
                decision = decisions.get(decisions.size() - 1);
                send(EventStream.OUTCOME, reference, decisions, records, period, dice);
            }
            send(
                    EventStream.VICTIM_CONTACT,
                    reference,
                    contacts.of(reference, versions.get(0), decision),
                    records,
                    period,
                    dice);
            send(
                    EventStream.CPS_REFERRAL,
                    reference,
                    inquiries.submissions(reference, versions.get(0)),
                    records,
                    period,
                    dice);
            send(
                    EventStream.DEVICE_EXAMINATION,
                    reference,
                    inquiries.items(reference, versions.get(0)),
                    records,
                    period,
                    dice);
        }
        SubjectEvents subjects = new SubjectEvents(slug, period, dice);
        for (int i = kind.subjects(dice); i > 0; i--) {
            subjects.each(i, (stream, id, events) -> send(stream, id, events, records, period, dice));
        }
        subjects.reports().forEach((report, notes) -> send(EventStream.NOTE, report, notes, records, period, dice));
        StepEvents steps = new StepEvents(slug, period, dice);
        LastingSteps lasting = new LastingSteps(slug, period, dice);
        int perpetrators = kind == KindOfForce.OF_FEW_PERSONS ? FewPersons.SUSPECTS : kind.subjects(dice);
        for (int i = 0; i < perpetrators; i++) {
            String id = dice.chance(0.05) ? "unknown-" + i : "person-" + (i + 1);
            List<Stalking> own = kind == KindOfForce.OF_FEW_PERSONS && dice.chance(0.85)
                    ? lasting.of(id, suspectedOf(firsts, id))
                    : steps.of(id, firsts);
            send(EventStream.STALKING, id, own, records, period, dice);
        }
        FurtherFields.fill(records);
        for (CrimeRecording crime : firsts) {
            String reference = crime.getCrimeReference();
            send(
                    EventStream.DEVICE_EXAMINATION,
                    reference,
                    inquiries.property(reference, crime),
                    records,
                    period,
                    dice);
        }
        return new History(slug, seed, start, end, records);
    }

    /** The snapshots to look at. */
    public List<LocalDate> snapshots(History history, int force, int number) {
        return new SnapshotDays(history, KindOfForce.of(force), dice(force, 3)).some(number);
    }

    /** Gives each event the instant at which it reaches its topic; some come twice. */
    static void send(
            EventStream stream,
            String key,
            List<? extends SpecificRecord> events,
            List<FeedRecord> records,
            Period period,
            Dice dice) {
        for (SpecificRecord event : events) {
            Instant changedAt = Envelope.changedAt(event);
            records.add(new FeedRecord(stream, key, arrival(changedAt, period, dice), event));
            if (dice.chance(0.1)) {
                records.add(new FeedRecord(stream, key, arrival(changedAt, period, dice), event));
            }
        }
    }

    private static long arrival(Instant changedAt, Period period, Dice dice) {
        if (dice.chance(0.01)) {
            return changedAt.minus(Duration.ofMinutes(dice.between(6, 3000))).toEpochMilli();
        }
        if (dice.chance(0.03)) {
            return changedAt.minus(Duration.ofMinutes(dice.between(0, 5))).toEpochMilli();
        }
        Duration delay = Duration.ofMillis(dice.between(0, 9 * 60_000));
        if (dice.chance(0.18)) {
            delay = Duration.ofMinutes(dice.mostlyLow(10, 25 * 24 * 60));
        }
        Instant arrival = changedAt.plus(delay);
        boolean afterTheEnd = arrival.isAfter(period.end()) && dice.chance(0.3);
        return (afterTheEnd ? arrival : Dice.later(changedAt, Dice.earlier(arrival, period.end()))).toEpochMilli();
    }

    private static void gather(CrimeRecording crime) {
        if (crime.getVictim() != null && crime.getVictim().getKind() == VictimKind.PERSON) {
            crime.getVictim().setPersonId("person-6");
        }
        if (!crime.getSuspects().isEmpty()) {
            crime.getSuspects().get(0).setPersonId("person-1");
        }
        crime.setLocationCell("cell-1");
    }

    private static List<CrimeRecording> suspectedOf(List<CrimeRecording> crimes, String person) {
        return crimes.stream()
                .filter(crime -> crime.getSuspects().stream().anyMatch(suspect -> person.equals(suspect.getPersonId())))
                .toList();
    }

    private Dice dice(int force, int purpose) {
        return new Dice(seed * 1_000_003 + force * 31L + purpose);
    }

    /** The period in which a history's changes are made, both midnights in it. */
    record Period(Instant start, Instant end) {
        Instant clamp(Instant instant) {
            return Dice.later(start, Dice.earlier(instant, end));
        }
    }
}
