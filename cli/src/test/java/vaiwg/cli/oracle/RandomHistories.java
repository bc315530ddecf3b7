package vaiwg.cli.oracle;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Outcome;
import vaiwg.schemas.TrustedClasses;
import vaiwg.schemas.VictimKind;

/**
 * Small random histories, full of what goes wrong: corrections of every kind, conflicts, copies, what is late, what is dated at a
 * midnight or on the days on which the clocks change. Likely enough that every measure is met.
 */
public final class RandomHistories {
    private static final int LONGEST_DAYS = 500;
    private static final int SHORTEST_DAYS = 30;
    private static final int LONG_ENOUGH_DAYS = 730;
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
        LocalDate start = end.minusDays(
                isLong(force) ? LONG_ENOUGH_DAYS + SHORTEST_DAYS : dice.between(SHORTEST_DAYS, LONGEST_DAYS));
        Period period = new Period(Dice.midnight(start), Dice.midnight(end));
        List<FeedRecord> records = new ArrayList<>();
        double monthOnly = knowsOnlyMonths(force) ? 1 : force % 7 == 0 ? 0.3 : 0;
        CrimeEvents crimes = new CrimeEvents(slug, period, dice);
        OutcomeEvents outcomes = new OutcomeEvents(slug, period, dice);
        ContactEvents contacts = new ContactEvents(slug, period, dice);
        InquiryEvents inquiries = new InquiryEvents(slug, period, dice);
        List<CrimeRecording> firsts = new ArrayList<>();
        int number = isCrowded(force)
                ? dice.between(80, 120)
                : isSkewed(force)
                        ? dice.between(240, 260)
                        : knowsOnlyMonths(force) || isLong(force) ? dice.between(15, 30) : dice.between(5, 15);
        for (int i = 0; i < number; i++) {
            String reference = "crime-" + i;
            boolean byMonth = dice.chance(monthOnly);
            List<CrimeRecording> versions = crimes.of(reference, byMonth);
            if (isSkewed(force) && dice.chance(SKEW)) {
                versions.forEach(RandomHistories::gather);
            }
            firsts.add(versions.get(0));
            if (!dice.chance(0.06)) {
                send(EventStream.CRIME_RECORDING, reference, versions, records, period, dice);
            }
            Instant told = null;
            if (dice.chance(0.85)) {
                List<Outcome> decisions = outcomes.of(reference, byMonth, versions.get(0));
                told = decisions.get(decisions.size() - 1).getVictimInformedAt();
                send(EventStream.OUTCOME, reference, decisions, records, period, dice);
            }
            send(
                    EventStream.VICTIM_CONTACT,
                    reference,
                    contacts.of(reference, versions.get(0), told),
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
        for (int i = someSubjects(force, dice); i > 0; i--) {
            send(EventStream.PROTECTIVE_ORDER, "order-" + i, subjects.order("order-" + i), records, period, dice);
            String id = "case-" + i;
            send(EventStream.SAFEGUARDING, id, subjects.safeguarding(id), records, period, dice);
            send(EventStream.CONDUCT, id, subjects.conduct(id), records, period, dice);
            send(EventStream.NOTE, "signal-" + i, subjects.notes("signal-" + i), records, period, dice);
        }
        StepEvents steps = new StepEvents(slug, period, dice);
        int perpetrators = someSubjects(force, dice);
        for (int i = 0; i < perpetrators; i++) {
            String id = dice.chance(0.05) ? "unknown-" + i : "person-" + (i + 1);
            send(EventStream.STALKING, id, steps.of(id, firsts), records, period, dice);
        }
        return new History(slug, seed, start, end, records);
    }

    /**
     * The snapshots to look at: the last, in some forces with those that it is compared with, some firsts of a month, days at whose very
     * midnight something changed, and any days.
     */
    public List<LocalDate> snapshots(History history, int force, int number) {
        Dice dice = dice(force, 3);
        List<LocalDate> days = history.start().datesUntil(history.end()).skip(1).toList();
        List<LocalDate> firsts =
                days.stream().filter(day -> day.getDayOfMonth() == 1).toList();
        List<LocalDate> toTheInstant = days.stream()
                .filter(day -> history.changesAt(Dice.midnight(day)))
                .toList();
        List<LocalDate> chosen = new ArrayList<>(List.of(history.end()));
        if (isLong(force) || isCrowded(force)) {
            Stream.of(28, 90)
                    .map(history.end()::minusDays)
                    .filter(days::contains)
                    .forEach(chosen::add);
        }
        if (!toTheInstant.isEmpty()) {
            chosen.add(dice.oneOf(toTheInstant));
        }
        for (int i = chosen.size() - 1; i < number; i++) {
            boolean first = (i % 2 == 0 || knowsOnlyMonths(force)) && !firsts.isEmpty();
            chosen.add(dice.oneOf(first ? firsts : days));
        }
        return chosen.stream().distinct().sorted().toList();
    }

    /** Gives each event the instant at which it reaches its topic; some come twice. */
    private static void send(
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

    /** Every fifth force is like a public archive; such figures appear only at the first of a month. */
    private static boolean knowsOnlyMonths(int force) {
        return force % 5 == 0;
    }

    /** Every tenth force reaches back beyond the longest horizon, and most of its crimes are old enough for it. */
    private static boolean isLong(int force) {
        return force % 10 == 3;
    }

    /** Some forces have so many crimes that at most ages a case is open: what is estimated rests on that. */
    private static boolean isCrowded(int force) {
        return force % 40 == 13 || force % 40 == 25;
    }

    /** In one force of two hundred most crimes are of one victim, one suspect and one place: two hundred records meet in each. */
    private static boolean isSkewed(int force) {
        return force % 200 == 71;
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

    /** Of what is rare a few; where there is time for it so many that one more or less makes a percentile another. */
    private static int someSubjects(int force, Dice dice) {
        return isLong(force) ? dice.between(8, 16) : dice.between(1, 4);
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
