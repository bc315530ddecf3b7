package vaiwg.verification.oracle;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vaiwg.kpis.reference.ReferenceFile;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.DateResolution;
import vaiwg.schemas.Outcome;
import vaiwg.schemas.Source;
import vaiwg.schemas.SupportEnded;
import vaiwg.verification.oracle.RandomHistories.Period;

/** The outcomes of one crime: assigned, changed, withdrawn and assigned again; some before the crime, or before its record. */
record OutcomeEvents(String force, Period period, Dice dice) {
    private static final List<String> TYPES = List.of(
            "16", "16", "16", "16", "16", "1", "1", "1A", "14", "14", "15", "15", "18", "20", "21", "22", "9", "10",
            "23", "0", "0", "NFA", "1a", " 16", "2", "2A", "3", "3A", "4", "6", "7", "8");
    private static final List<String> STAGES =
            List.of("BEFORE_STATEMENT", "AFTER_STATEMENT", "AT_CPS", "AFTER_CHARGE", "AT_COURT");
    /** All that the map knows, and one that it does not. */
    private static final List<String> REASONS = Stream.concat(
                    ReferenceFile.read("ends-of-support.csv").rows().stream().map(row -> row.get("code")),
                    Stream.of("R1"))
            .toList();

    private static final List<String> GROUPS = List.of(
            "unable-to-prosecute", "unable-to-prosecute", "charged", "charged", "cautioned", "local-resolution");

    List<Outcome> of(String reference, boolean monthOnly, CrimeRecording crime) {
        List<Outcome> events = new ArrayList<>();
        Outcome current = first(reference, monthOnly, crime);
        events.add(current);
        int changes = dice.mostlyLow(0, 4);
        for (int i = 0; i < changes; i++) {
            Outcome next = changed(current, crime);
            next.setVersion(current.getVersion() + 1);
            next.setEventId(dice.eventId());
            events.add(next);
            if (dice.chance(0.12)) {
                Outcome conflicting = changed(next, crime);
                conflicting.setEventId(dice.eventId());
                conflicting.setChangedAt(dice.chance(0.5) ? next.getChangedAt() : conflicting.getChangedAt());
                events.add(possible(conflicting));
            }
            if (dice.chance(0.06)) {
                events.add(Outcome.newBuilder(next).setEventId(dice.eventId()).build());
            }
            current = next;
        }
        return events;
    }

    private Outcome first(String reference, boolean monthOnly, CrimeRecording crime) {
        Outcome outcome = Outcome.newBuilder()
                .setCrimeReference(reference)
                .setForce(force)
                .setEventId(dice.eventId())
                .setVersion(1)
                .setChangedAt(crime.getChangedAt())
                .setSource(Source.SYNTHETIC)
                .setDateResolution(monthOnly ? DateResolution.MONTH : DateResolution.DAY)
                .build();
        assign(outcome, crime);
        int minutesLater = dice.chance(0.2) ? -dice.between(0, 24 * 60) : dice.mostlyLow(0, 3 * 24 * 60);
        Instant entered = outcome.getAssignedAt().plus(Duration.ofMinutes(minutesLater));
        boolean beforeTheCrime = dice.chance(0.12);
        Instant changedAt = beforeTheCrime
                ? crime.getChangedAt().minus(Duration.ofMinutes(dice.between(1, 20_000)))
                : Dice.later(entered, crime.getChangedAt());
        outcome.setChangedAt(period.clamp(changedAt));
        if (!monthOnly && dice.chance(0.05)) {
            enteredAheadOfItsDate(outcome, crime);
        }
        return possible(outcome);
    }

    /** Known when a horizon ends, but dated on the day after it. */
    private void enteredAheadOfItsDate(Outcome outcome, CrimeRecording crime) {
        LocalDate horizon = Dice.day(crime.getRecordedAt()).plusDays(dice.oneOf(28, 90, 180, 365));
        outcome.setChangedAt(period.clamp(Dice.midnight(horizon)));
        outcome.setAssignedAt(outcome.getChangedAt().plus(Duration.ofMinutes(dice.between(0, 24 * 60))));
    }

    private Outcome changed(Outcome outcome, CrimeRecording crime) {
        Outcome next = Outcome.newBuilder(outcome).build();
        Instant later = dice.within(Dice.day(outcome.getChangedAt()).plusDays(dice.mostlyLow(0, 60)));
        next.setChangedAt(period.clamp(
                dice.chance(0.08)
                        ? outcome.getChangedAt().minus(Duration.ofMinutes(dice.between(1, 9_000)))
                        : Dice.later(later, outcome.getChangedAt())));
        switch (dice.between(0, 5)) {
            case 0 -> {
                next.setOutcomeType(null);
                next.setOutcomeGroup(null);
                next.setAssignedAt(dice.chance(0.3) ? next.getAssignedAt() : null);
            }
            case 1, 2 -> {
                assign(next, crime);
                next.setAssignedAt(dice.chance(0.5) ? next.getChangedAt() : next.getAssignedAt());
            }
            case 3 -> supportEnded(next);
            default -> informed(next);
        }
        return possible(next);
    }

    private void assign(Outcome outcome, CrimeRecording crime) {
        LocalDate recorded = Dice.day(crime.getRecordedAt());
        if (outcome.getDateResolution() == DateResolution.MONTH) {
            outcome.setAssignedAt(Dice.midnight(recorded.withDayOfMonth(1).plusMonths(dice.mostlyLow(-1, 13))));
        } else {
            int horizon = dice.oneOf(0, 7, 28, 90, 180, 365);
            int days = dice.chance(0.45) ? horizon + dice.between(-1, 1) : dice.mostlyLow(-3, 250);
            outcome.setAssignedAt(dice.within(recorded.plusDays(days)));
        }
        boolean groupOnly = dice.chance(outcome.getDateResolution() == DateResolution.MONTH ? 0.6 : 0.06);
        outcome.setOutcomeType(groupOnly ? null : dice.oneOf(TYPES));
        outcome.setOutcomeGroup(groupOnly ? dice.oneOf(GROUPS) : null);
        if ("1".equals(outcome.getOutcomeType()) && dice.chance(0.3)) {
            outcome.setOutcomeGroup("charged");
        }
        outcome.setVictimInformedAt(null);
        outcome.setDecidedBy(dice.oneOf("POLICE", "POLICE", "CPS", null));
        outcome.setInterviewedUnderCaution(dice.chance(0.1) ? null : dice.chance(0.7));
        outcome.setEarlyAdvice(dice.oneOf("SOUGHT", "SUSPECT_NOT_IDENTIFIED", " ", null));
        if ("SUSPECT_NOT_IDENTIFIED".equals(outcome.getEarlyAdvice())) {
            outcome.setEarlyAdvice(Dice.ofItsOwn(outcome.getChangedAt())
                    .oneOf("SUSPECT_NOT_IDENTIFIED", "THRESHOLD_NOT_MET", "FILE_SENT_WITHOUT", "R1"));
        }
        supportEnded(outcome);
        informed(outcome);
    }

    private void supportEnded(Outcome outcome) {
        outcome.setSupportEnded(
                dice.chance(0.4)
                        ? null
                        : SupportEnded.newBuilder()
                                .setStage(dice.chance(0.2) ? null : dice.oneOf(STAGES))
                                .setReason(dice.chance(0.2) ? null : dice.oneOf(REASONS))
                                .build());
    }

    /** Told about when it is due: from before the decision to ten days after it. */
    private void informed(Outcome outcome) {
        if (outcome.getAssignedAt() != null && dice.chance(0.7)) {
            int days = dice.chance(0.7) ? dice.oneOf(1, 2, 3, 4, 5, 6, 7, 8, 9) : dice.mostlyLow(-1, 12);
            outcome.setVictimInformedAt(
                    dice.within(Dice.day(outcome.getAssignedAt()).plusDays(days)));
        }
    }

    /** An outcome assigned more than a day after it was entered is rejected; such a one is dated at its entry instead. */
    private Outcome possible(Outcome outcome) {
        Instant latest = outcome.getChangedAt().plus(Duration.ofDays(1));
        if (outcome.getAssignedAt() != null && outcome.getAssignedAt().isAfter(latest)) {
            outcome.setAssignedAt(dice.chance(0.5) ? outcome.getChangedAt() : latest);
            informed(outcome);
        }
        return outcome;
    }
}
