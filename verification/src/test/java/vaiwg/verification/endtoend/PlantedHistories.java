package vaiwg.verification.endtoend;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.Audit;
import vaiwg.schemas.AuditAnswer;
import vaiwg.schemas.Characteristic;
import vaiwg.schemas.CharacteristicStatus;
import vaiwg.schemas.ContactKind;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Outcome;
import vaiwg.schemas.Source;
import vaiwg.schemas.Victim;
import vaiwg.schemas.VictimContact;
import vaiwg.schemas.VictimKind;

/**
 * Three small forces of about ten rapes and stalkings a day for 800 days. In one more rapes end without the victim's support from a day on; in
 * one victims are told of the decision in time more often from a day on, and three of five audits find all duties of the Victims' Code met; in
 * one nothing changes and all audits find them met.
 */
final class PlantedHistories {
    static final String RISING = "west-midlands";
    static final String MENDING = "mending-force";
    static final String QUIET = "quiet-force";
    static final LocalDate END = LocalDate.of(2026, 11, 24);

    private static final int DAYS = 800;
    private static final LocalDate RISES = END.minusDays(230);
    private static final LocalDate MENDS = END.minusDays(150);
    private static final int FEWEST = 6;
    private static final int SPREAD = 9;
    private static final List<String> UNITS = List.of("birmingham", "coventry", "dudley", "a-unit-of-no-area");

    private final Instant end = LondonDays.startOf(END);
    private final List<FeedRecord> records = new ArrayList<>();

    /** In the order of their instants. */
    List<FeedRecord> records() {
        tell(RISING, 1);
        tell(MENDING, 2);
        tell(QUIET, 3);
        records.sort(Comparator.comparingLong(FeedRecord::timestamp));
        return records;
    }

    private void tell(String force, long seed) {
        Random random = new Random(seed);
        for (LocalDate day = END.minusDays(DAYS); day.isBefore(END); day = day.plusDays(1)) {
            int cases = FEWEST + random.nextInt(SPREAD);
            for (int number = 0; number < cases; number++) {
                tell(force, day, number, random);
            }
        }
    }

    private void tell(String force, LocalDate day, int number, Random random) {
        Instant at = day.atTime(LocalTime.of(9, number)).toInstant(ZoneOffset.UTC);
        SmallCase one = new SmallCase(force + "/" + day + "/" + number);
        boolean rape = random.nextBoolean();
        CrimeRecording crime = one.crime(at);
        crime.setForce(force);
        crime.setOffenceCode(rape ? "19C" : "8Q");
        crime.setLpa(UNITS.get(random.nextInt(UNITS.size())));
        crime.setVictim(victim(random));
        records.add(one.delivered(crime, at));

        boolean rises = force.equals(RISING) && rape && !day.isBefore(RISES);
        boolean ended = random.nextDouble() < (rises ? 0.6 : 0.2);
        Instant closed = at.plus(Duration.ofDays(20 + random.nextInt(15)));
        boolean unmended = force.equals(MENDING) && closed.isBefore(LondonDays.startOf(MENDS));
        boolean told = random.nextDouble() < (unmended ? 0.4 : 0.9);
        if (closed.isBefore(end)) {
            Outcome outcome = one.outcome(closed);
            outcome.setForce(force);
            outcome.setOutcomeType(ended ? "16" : "18");
            outcome.setVictimInformedAt(told ? closed : null);
            records.add(one.delivered(outcome, closed));
        }
        Instant audited = at.plus(Duration.ofDays(40));
        boolean met = random.nextDouble() < (force.equals(MENDING) ? 0.6 : 1);
        if (number < FEWEST && !force.equals(RISING) && audited.isBefore(end)) {
            records.add(audit(force, one.reference(), audited, met));
        }
    }

    private static Victim victim(Random random) {
        return Victim.newBuilder()
                .setKind(VictimKind.PERSON)
                .setSex(Characteristic.newBuilder()
                        .setStatus(CharacteristicStatus.VALUE)
                        .setValue(random.nextInt(10) < 8 ? "female" : "male")
                        .build())
                .build();
    }

    private static FeedRecord audit(String force, String reference, Instant at, boolean met) {
        VictimContact contact = VictimContact.newBuilder()
                .setCrimeReference(reference)
                .setForce(force)
                .setEventId(UUID.nameUUIDFromBytes(("audit/" + reference).getBytes(StandardCharsets.UTF_8))
                        .toString())
                .setVersion(1)
                .setChangedAt(at)
                .setSource(Source.SYNTHETIC)
                .setContactId("audit/" + reference)
                .setKind(ContactKind.AUDIT)
                .setAt(at)
                .setAudit(Audit.newBuilder()
                        .setAcknowledged(AuditAnswer.YES)
                        .setUpdatesTimely(met ? AuditAnswer.YES : AuditAnswer.NO)
                        .setStatementOffered(AuditAnswer.YES)
                        .setReferredInTime(AuditAnswer.YES)
                        .setCodeInformed(AuditAnswer.YES)
                        .setEndOfJourneyTold(AuditAnswer.YES)
                        .build())
                .build();
        return new FeedRecord(EventStream.VICTIM_CONTACT, reference, at.toEpochMilli(), contact);
    }
}
