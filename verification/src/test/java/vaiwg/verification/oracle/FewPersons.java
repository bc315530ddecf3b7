package vaiwg.verification.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.Suspect;
import vaiwg.schemas.VictimKind;

/**
 * Makes a force's crimes those of a few: the same suspects, victims and squares meet again and again, in the classes of offences that are
 * asked for, often about a year after one another, and sometimes told of by one report.
 */
final class FewPersons {
    /** So many suspects: {@code person-1} and on. */
    static final int SUSPECTS = 10;

    private static final int VICTIMS = 8;
    private static final int CELLS = 5;
    private static final List<String> CLASSES = List.of("8Q", "8Q", "8Q", "8L", "8M", "8N", "8R", "105A");

    private final Dice dice;
    private final List<CrimeRecording> before = new ArrayList<>();

    FewPersons(Dice dice) {
        this.dice = dice;
    }

    /** Changes nearly all versions of a crime, which comes after those before. */
    void gather(List<CrimeRecording> versions) {
        List<Suspect> suspects = suspects();
        String victim = "person-" + (SUSPECTS + dice.between(1, VICTIMS));
        String cell = "cell-" + dice.between(1, CELLS);
        Duration earlier = Duration.ZERO;
        if (!before.isEmpty() && dice.chance(0.5)) {
            CrimeRecording another = dice.oneOf(before);
            earlier = aYearAfter(another, versions.get(0));
            suspects = another.getSuspects();
            victim = victimOf(another, victim);
            cell = another.getLocationCell();
        }
        String offence = dice.oneOf(CLASSES);
        boolean ofOneReport = dice.chance(0.15);
        for (CrimeRecording version : versions) {
            move(version, earlier);
            if (dice.chance(0.9)) {
                version.setSuspects(suspects);
                version.setOffenceCode(offence);
                version.setLocationCell(cell);
                if (isPerson(version)) {
                    version.getVictim().setPersonId(victim);
                }
            }
            if (ofOneReport) {
                reportWithAnother(version);
            }
        }
        before.add(versions.get(0));
    }

    /** The id of a victim who is a person, or another. */
    private static String victimOf(CrimeRecording crime, String otherwise) {
        return isPerson(crime) ? crime.getVictim().getPersonId() : otherwise;
    }

    private static boolean isPerson(CrimeRecording crime) {
        return crime.getVictim() != null && crime.getVictim().getKind() == VictimKind.PERSON;
    }

    private List<Suspect> suspects() {
        List<Suspect> suspects = new ArrayList<>();
        for (int number = dice.between(1, 3); number > 0; number--) {
            suspects.add(Suspect.newBuilder()
                    .setPersonId("person-" + dice.between(1, SUSPECTS))
                    .setRelationship(dice.oneOf("EX_INTIMATE", "STRANGER", null))
                    .setPoliceEmployee(dice.chance(0.3))
                    .build());
        }
        return suspects;
    }

    /** How much earlier a crime was recorded for that; nothing where it would not have been recorded by then. */
    private Duration aYearAfter(CrimeRecording another, CrimeRecording crime) {
        Instant recordedAt = dice.within(Dice.day(another.getRecordedAt()).plusDays(dice.oneOf(364, 365, 365, 366)));
        return recordedAt.isAfter(crime.getChangedAt())
                ? Duration.ZERO
                : Duration.between(recordedAt, crime.getRecordedAt());
    }

    private static void move(CrimeRecording crime, Duration earlier) {
        crime.setRecordedAt(crime.getRecordedAt().minus(earlier));
        crime.setReportedAt(minus(crime.getReportedAt(), earlier));
        crime.setCommittedFrom(minus(crime.getCommittedFrom(), earlier));
        crime.setCommittedTo(minus(crime.getCommittedTo(), earlier));
    }

    private static Instant minus(Instant instant, Duration earlier) {
        return instant == null ? null : instant.minus(earlier);
    }

    private void reportWithAnother(CrimeRecording crime) {
        before.stream()
                .map(CrimeRecording::getReportedAt)
                .filter(report -> report != null && !report.isAfter(crime.getRecordedAt()))
                .max(Instant::compareTo)
                .ifPresent(crime::setReportedAt);
    }
}
