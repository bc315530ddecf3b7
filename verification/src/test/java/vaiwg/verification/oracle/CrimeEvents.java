package vaiwg.verification.oracle;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.CrimeStatus;
import vaiwg.schemas.DateResolution;
import vaiwg.schemas.PlaceType;
import vaiwg.schemas.Source;
import vaiwg.schemas.Suspect;
import vaiwg.verification.oracle.RandomHistories.Period;

/** The versions of one crime's record, with corrections, conflicts and copies under another event id. */
final class CrimeEvents {
    private static final List<String> CLASSES = List.of(
            "19A", "19C", "19K", "17A", "20B", "88C", "70", "8Q", "8Q", "8Q", "8L", "8M", "8R", "8N", "105A", "8U",
            "17", "19", "N100");
    private static final List<String> STRANDS =
            List.of("HATE_RACE", "HATE_RELIGION", "HATE_ORIENTATION", "HATE_DISABILITY", "HATE_TRANSGENDER");
    /** Homicide, burglary and robbery, and their neighbours. */
    private static final List<String> RARE_CLASSES =
            List.of("1", "4.1", "4.2", "4.10", "4.3", "28E", "30C", "31B", "34A", "34B", "35");

    private static final List<String> UNITS = List.of(
            "birmingham-east",
            "birmingham-west",
            "birmingham",
            "coventry",
            "dudley",
            "sandwell",
            "solihull",
            "nowhere");

    private final String force;
    private final Period period;
    private final Dice dice;
    private final VictimRecords victims;

    CrimeEvents(String force, Period period, Dice dice) {
        this.force = force;
        this.period = period;
        this.dice = dice;
        this.victims = new VictimRecords(dice);
    }

    List<CrimeRecording> of(String reference, boolean monthOnly) {
        List<CrimeRecording> events = new ArrayList<>();
        CrimeRecording current = first(reference, monthOnly);
        events.add(current);
        int changes = dice.mostlyLow(0, 6);
        for (int i = 0; i < changes; i++) {
            CrimeRecording next = changed(current);
            next.setVersion(current.getVersion() + (dice.chance(0.15) ? 2 : 1));
            next.setEventId(dice.eventId());
            next.setChangedAt(nextChange(current));
            events.add(next);
            if (dice.chance(0.1)) {
                events.add(conflicting(next));
            }
            if (dice.chance(0.06)) {
                events.add(sameUnderAnotherId(next));
            }
            current = next;
        }
        return events;
    }

    private CrimeRecording first(String reference, boolean monthOnly) {
        LocalDate start = Dice.day(period.start());
        int days = (int) (Dice.day(period.end()).toEpochDay() - start.toEpochDay());
        Instant changedAt = dice.within(start.plusDays(dice.mostlyLow(0, days - 1)));
        Instant recordedAt = changedAt.minus(Duration.ofMinutes(dice.between(0, 180)));
        if (dice.chance(0.35)) {
            recordedAt = dice.within(Dice.day(changedAt).minusDays(dice.mostlyLow(0, 800)));
        }
        if (monthOnly) {
            recordedAt = monthOf(changedAt);
        }
        CrimeRecording crime = CrimeRecording.newBuilder()
                .setCrimeReference(reference)
                .setForce(force)
                .setEventId(dice.eventId())
                .setVersion(dice.between(1, 3))
                .setChangedAt(changedAt)
                .setSource(dice.chance(0.9) ? Source.SYNTHETIC : dice.oneOf(Source.values()))
                .setDateResolution(monthOnly ? DateResolution.MONTH : DateResolution.DAY)
                .setStatus(dice.chance(0.92) ? CrimeStatus.ACTIVE : dice.oneOf(CrimeStatus.values()))
                .setTransferredIn(dice.chance(0.08))
                .setRecordedAt(recordedAt)
                .setN100(dice.chance(0.25) ? (Boolean) true : dice.chance(0.5) ? false : null)
                .setFlags(flags(dice.chance(0.35), dice.chance(0.3)))
                .setLpa(unit())
                .setVictim(victims.one())
                .setSuspects(suspects())
                .build();
        addStrands(crime);
        ground(crime);
        offence(crime);
        times(crime);
        place(crime);
        atOffence(crime);
        return crime;
    }

    private Instant monthOf(Instant changedAt) {
        LocalDate month = Dice.day(changedAt).withDayOfMonth(1).minusMonths(dice.mostlyLow(0, 18));
        return dice.chance(0.5) ? Dice.midnight(month) : dice.within(month.plusDays(dice.between(0, 27)));
    }

    /** A copy in which one to three things are other. */
    private CrimeRecording changed(CrimeRecording crime) {
        CrimeRecording next = CrimeRecording.newBuilder(crime).build();
        int things = dice.between(1, 3);
        for (int i = 0; i < things; i++) {
            switch (dice.between(0, 12)) {
                case 0, 1 -> offence(next);
                case 2 -> next.setFlags(flags(!next.getFlags().contains("DOMESTIC_ABUSE"), dice.chance(0.3)));
                case 3 -> next.setStatus(dice.oneOf(CrimeStatus.values()));
                case 4 -> next.setStatus(CrimeStatus.ACTIVE);
                case 5 -> recordedAnew(next);
                case 6 -> next.setLpa(unit());
                case 7, 8 -> next.setVictim(victims.changed(next.getVictim()));
                case 9 -> next.setSuspects(suspects());
                case 10 -> place(next);
                case 11 -> times(next);
                default -> next.setTransferredIn(!next.getTransferredIn());
            }
        }
        addStrands(next);
        ground(next);
        atOffence(next);
        return next;
    }

    /**
     * The address, some named as a cell is; and the victim's age: none, about where it matters, or any, some impossible.
     */
    private static void atOffence(CrimeRecording crime) {
        Dice own = Dice.ofItsOwn(crime.getChangedAt().plusMillis(7 * crime.getVersion()));
        crime.setAddressId(own.oneOf(null, " ", "Unknown", "address-1", "address-2", "address-2", "cell-1"));
        if (crime.getVictim() != null) {
            Integer age = own.chance(0.7) ? own.between(9, 27) : own.between(-3, 125);
            crime.getVictim().setAgeAtOffence(own.chance(0.5) ? null : age);
        }
    }

    /** The ground of a cancellation, whether the crime is cancelled or not. */
    private static void ground(CrimeRecording crime) {
        Dice own = Dice.ofItsOwn(crime.getChangedAt().plusMillis(crime.getVersion()));
        crime.setStatusReason(own.oneOf(null, "C1", "C2", "C3", "C4", "C5", "C6", "not_in_release"));
    }

    /** Strands of hate, so that a crime has none, one or several. */
    private static void addStrands(CrimeRecording crime) {
        Dice own =
                Dice.ofItsOwn(crime.getChangedAt().plusMillis(crime.getFlags().size()));
        List<String> flags = new ArrayList<>(crime.getFlags());
        for (String strand : STRANDS) {
            if (!flags.contains(strand) && own.chance(0.12)) {
                flags.add(strand);
            }
        }
        crime.setFlags(flags);
    }

    private static List<String> flags(boolean domesticAbuse, boolean genderHate) {
        List<String> flags = new ArrayList<>();
        if (genderHate) {
            flags.add("HATE_GENDER");
        }
        if (domesticAbuse) {
            flags.add("DOMESTIC_ABUSE");
        }
        return flags;
    }

    private void offence(CrimeRecording crime) {
        boolean monthOnly = crime.getDateResolution() == DateResolution.MONTH;
        boolean groupOnly = dice.chance(monthOnly ? 0.9 : 0.05);
        crime.setOffenceCode(groupOnly ? null : dice.oneOf(CLASSES));
        Dice rare = Dice.ofItsOwn(crime.getChangedAt());
        if (!groupOnly && rare.chance(0.12)) {
            crime.setOffenceCode(rare.oneOf(RARE_CLASSES));
        }
        String group = dice.chance(0.8) ? "violence-and-sexual-offences" : "public-order";
        crime.setOffenceGroup(groupOnly || dice.chance(0.1) ? group : null);
    }

    /** The record was dated wrongly: a day or weeks off, or only across a midnight. */
    private void recordedAnew(CrimeRecording crime) {
        if (crime.getDateResolution() == DateResolution.MONTH) {
            crime.setRecordedAt(monthOf(crime.getChangedAt()));
        } else {
            crime.setRecordedAt(dice.within(Dice.day(crime.getRecordedAt()).plusDays(dice.between(-30, 30))));
        }
        times(crime);
    }

    private void times(CrimeRecording crime) {
        Instant recordedAt = crime.getRecordedAt();
        Instant reportedAt = recordedAt.minus(Duration.ofMinutes(dice.mostlyLow(0, 6000)));
        if (dice.chance(0.1)) {
            reportedAt = recordedAt.minus(Duration.ofHours(24)).plusMillis(dice.between(-1, 1));
        }
        if (dice.chance(0.03)) {
            reportedAt = recordedAt.minus(Duration.ofDays(dice.between(410, 460)));
        }
        if (dice.chance(0.08)) {
            reportedAt = recordedAt.plusMillis(dice.between(0, 86_400_000));
        }
        crime.setReportedAt(dice.chance(0.08) ? null : reportedAt);
        LocalDate recorded = Dice.day(recordedAt);
        int daysBefore = dice.chance(0.2) ? dice.between(364, 367) : dice.mostlyLow(1, 500);
        Instant committedFrom = dice.within(recorded.minusDays(daysBefore));
        crime.setCommittedFrom(dice.chance(0.1) ? null : committedFrom);
        crime.setCommittedTo(dice.chance(0.2) ? null : committedFrom.plus(Duration.ofMinutes(dice.between(0, 1400))));
        if (dice.chance(0.4)) {
            committedToTheHour(crime, committedFrom);
        }
        if (dice.chance(0.2) && crime.getReportedAt() != null) {
            endedAboutADayBeforeTheReport(crime);
        }
    }

    /** About where the night begins and ends, and about as long as a time still counts as known. */
    private void committedToTheHour(CrimeRecording crime, Instant about) {
        LocalDate day = Dice.day(about);
        Instant from = day.atTime(dice.oneOf(0, 0, 5, 6, 19, 20), 0)
                .atZone(Dice.LONDON)
                .toInstant()
                .plusMillis(dice.chance(0.5) ? 0 : dice.between(-1, 1));
        crime.setCommittedFrom(from);
        Duration length = dice.chance(0.6)
                ? Duration.ofHours(dice.oneOf(0, 4)).plusMillis(dice.between(-1, 1))
                : Duration.ofMinutes(dice.between(-30, 300));
        crime.setCommittedTo(dice.chance(0.4) ? null : from.plus(length));
    }

    private void endedAboutADayBeforeTheReport(CrimeRecording crime) {
        Duration before = dice.chance(0.7)
                ? Duration.ofHours(dice.oneOf(0, 24)).plusMillis(dice.between(-1, 1))
                : Duration.ofMinutes(dice.between(-60, 2_000));
        crime.setCommittedTo(crime.getReportedAt().minus(before));
        crime.setCommittedFrom(crime.getCommittedTo().minus(Duration.ofMinutes(dice.between(0, 300))));
    }

    private void place(CrimeRecording crime) {
        SmallAreas.place(crime);
        crime.setLocationCell(dice.chance(0.1) ? dice.oneOf(null, "", " ", "unknown") : "cell-" + dice.mostlyLow(1, 3));
        if (dice.chance(0.2)) {
            crime.setPlaceType(PlaceType.EDUCATION);
            return;
        }
        crime.setPlaceType(
                dice.chance(0.5)
                        ? dice.oneOf(
                                PlaceType.STREET,
                                PlaceType.TRANSPORT,
                                PlaceType.LICENSED_PREMISES,
                                PlaceType.OPEN_SPACE)
                        : dice.chance(0.2) ? null : dice.oneOf(PlaceType.values()));
    }

    private String unit() {
        return unit(dice);
    }

    /** A policing unit as records name it. */
    static String unit(Dice dice) {
        return dice.chance(0.1) ? null : dice.oneOf(UNITS);
    }

    private List<Suspect> suspects() {
        List<Suspect> suspects = new ArrayList<>();
        int number = dice.mostlyLow(0, 2);
        for (int i = 0; i < number; i++) {
            suspects.add(Suspect.newBuilder()
                    .setPersonId(dice.idOf(1, 5))
                    .setRelationship(dice.oneOf("EX_INTIMATE", "INTIMATE", "FAMILY", "ACQUAINTANCE", "STRANGER", null))
                    .setPoliceEmployee(dice.chance(0.4))
                    .build());
        }
        return suspects;
    }

    /** Later, but for a few whose version rises while changedAt falls; often about when a time that counts is over, or just then. */
    private Instant nextChange(CrimeRecording crime) {
        Instant changedAt = crime.getChangedAt();
        LocalDate horizon = Dice.day(crime.getRecordedAt()).plusDays(dice.oneOf(7, 7, 28, 90, 180, 365));
        if (dice.chance(0.15)) {
            return period.clamp(dice.chance(0.6) ? Dice.midnight(horizon) : dice.within(horizon.minusDays(1)));
        }
        if (dice.chance(0.1)) {
            return period.clamp(crime.getRecordedAt().plus(Duration.ofHours(24)).plusMillis(dice.between(-1, 1)));
        }
        if (dice.chance(0.08)) {
            return period.clamp(changedAt.minus(Duration.ofMinutes(dice.between(1, 30_000))));
        }
        return period.clamp(dice.within(Dice.day(changedAt).plusDays(dice.mostlyLow(0, 120))));
    }

    private CrimeRecording conflicting(CrimeRecording crime) {
        CrimeRecording other = changed(crime);
        other.setEventId(dice.eventId());
        if (dice.chance(0.5)) {
            other.setChangedAt(period.clamp(crime.getChangedAt().plus(Duration.ofMinutes(dice.between(-3000, 3000)))));
        }
        return other;
    }

    private CrimeRecording sameUnderAnotherId(CrimeRecording crime) {
        CrimeRecording copy =
                CrimeRecording.newBuilder(crime).setEventId(dice.eventId()).build();
        if (dice.chance(0.4)) {
            copy.setChangedAt(period.clamp(crime.getChangedAt().plus(Duration.ofMinutes(dice.between(-3000, 3000)))));
        }
        return copy;
    }
}
