package vaiwg.verification.oracle;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vaiwg.schemas.CpsReferral;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.DateResolution;
import vaiwg.schemas.DeviceExamination;
import vaiwg.schemas.Source;
import vaiwg.verification.oracle.RandomHistories.Period;

/** Submissions of one case to the CPS, decided and returned about when they are due, and its items at digital kiosks. */
record InquiryEvents(String force, Period period, Dice dice) {
    List<CpsReferral> submissions(String reference, CrimeRecording crime) {
        List<CpsReferral> events = new ArrayList<>();
        int submissions = dice.mostlyLow(0, 2);
        for (int number = 0; number < submissions; number++) {
            Instant submittedAt = dice.within(Dice.day(crime.getChangedAt()).plusDays(dice.mostlyLow(-3, 90)));
            for (int version = 1, versions = dice.between(1, 4); version <= versions; version++) {
                CpsReferral next = CpsReferral.newBuilder()
                        .setCrimeReference(reference)
                        .setForce(force)
                        .setEventId(dice.eventId())
                        .setVersion(dice.chance(0.1) ? Math.max(1, version - 1) : version)
                        .setChangedAt(crime.getChangedAt())
                        .setSource(Source.SYNTHETIC)
                        .setDateResolution(dice.chance(0.03) ? DateResolution.MONTH : DateResolution.DAY)
                        .setSubmissionId("submission-" + number)
                        .setSubmittedAt(submittedAt)
                        .setWithdrawn(dice.chance(0.08))
                        .build();
                answer(next);
                events.add(next);
            }
        }
        return events;
    }

    /** Each version says afresh what has become of it, so that answers come, move and are taken back. */
    private void answer(CpsReferral submission) {
        Instant submitted = submission.getSubmittedAt();
        Instant answered = after(submitted, dice.oneOf(0, 3, 27, 28, 29, 40));
        Instant entered = answered;
        switch (dice.between(0, 3)) {
            case 0 -> submission.setDecidedAt(answered);
            case 1 -> {
                submission.setReturnedAt(answered);
                submission.setActionPlanDueAt(dice.chance(0.1) ? null : after(answered, dice.between(-1, 20)));
                if (dice.chance(0.5)) {
                    entered = after(answered, dice.between(0, 25));
                    submission.setResubmittedAt(entered);
                }
                if (dice.chance(0.2)) {
                    submission.setDecidedAt(after(answered, dice.between(-1, 30)));
                    entered = Dice.later(entered, submission.getDecidedAt());
                }
            }
            default -> entered = submitted;
        }
        submission.setChangedAt(period.clamp(entered.plus(Duration.ofMinutes(dice.mostlyLow(0, 5_000)))));
        Instant latest = submission.getChangedAt().plus(Duration.ofDays(1));
        submission.setSubmittedAt(Dice.earlier(submitted, latest));
        if (entered.isAfter(latest) || answered.isAfter(latest)) {
            submission.setDecidedAt(null);
            submission.setReturnedAt(null);
            submission.setResubmittedAt(null);
        }
    }

    List<DeviceExamination> items(String reference, CrimeRecording crime) {
        List<DeviceExamination> events = new ArrayList<>();
        int items = dice.mostlyLow(0, 2);
        for (int number = 0; number < items; number++) {
            Instant receivedAt = dice.within(Dice.day(crime.getChangedAt()).plusDays(dice.mostlyLow(-3, 60)));
            for (int version = 1, versions = dice.between(1, 3); version <= versions; version++) {
                Instant examined = after(receivedAt, dice.mostlyLow(-1, 12));
                Instant returned = dice.chance(0.3)
                        ? receivedAt
                                .plus(Duration.ofHours(dice.chance(0.3) ? 24 : dice.between(0, 200)))
                                .plusMillis(dice.between(-1, 1))
                        : after(examined, dice.mostlyLow(0, 12));
                Instant changedAt = period.clamp(returned.plus(Duration.ofMinutes(dice.mostlyLow(-3_000, 4_000))));
                Instant latest = changedAt.plus(Duration.ofDays(1));
                events.add(DeviceExamination.newBuilder()
                        .setCrimeReference(reference)
                        .setForce(force)
                        .setEventId(dice.eventId())
                        .setVersion(dice.chance(0.1) ? Math.max(1, version - 1) : version)
                        .setChangedAt(changedAt)
                        .setSource(Source.SYNTHETIC)
                        .setDateResolution(dice.chance(0.03) ? DateResolution.MONTH : DateResolution.DAY)
                        .setItemId("item-" + number)
                        .setReceivedAt(Dice.earlier(receivedAt, latest))
                        .setWithdrawn(dice.chance(0.08))
                        .setExaminedAt(dice.chance(0.2) ? null : Dice.earlier(examined, latest))
                        .setReturnedAt(dice.chance(0.3) ? null : Dice.earlier(returned, latest))
                        .build());
            }
        }
        return events;
    }

    /** Property of some victims, given back about the seventh day after it was no longer needed: by chance alone few cases would have such. */
    List<DeviceExamination> property(String reference, CrimeRecording crime) {
        if (!dice.chance(0.3)) {
            return List.of();
        }
        Instant returned = dice.within(Dice.day(crime.getRecordedAt()).plusDays(dice.mostlyLow(0, 60)));
        Instant changedAt = period.clamp(returned.plus(Duration.ofMinutes(dice.mostlyLow(0, 4_000))));
        returned = Dice.earlier(returned, changedAt);
        LocalDate neededUntil = Dice.day(returned).minusDays(dice.between(6, 9));
        return List.of(DeviceExamination.newBuilder()
                .setCrimeReference(reference)
                .setForce(force)
                .setEventId(dice.eventId())
                .setVersion(1)
                .setChangedAt(changedAt)
                .setSource(Source.SYNTHETIC)
                .setDateResolution(DateResolution.DAY)
                .setItemId("property")
                .setReceivedAt(Dice.midnight(neededUntil))
                .setWithdrawn(false)
                .setReturnedAt(returned)
                .setOtherProperty(true)
                .setNeededUntil(dice.within(neededUntil))
                .build());
    }

    private Instant after(Instant instant, int days) {
        Instant then = dice.within(Dice.day(instant).plusDays(days));
        return then.isBefore(instant) ? instant.minus(Duration.ofMinutes(dice.between(0, 600))) : then;
    }
}
