package vaiwg.demo.synthetic;

import java.time.Duration;
import java.time.Instant;
import vaiwg.kpis.cases.PackedCode;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.kpis.reference.OutcomeGroup;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.Outcome;

/**
 * The contacts that the force logs where it met a duty of the Victims' Code.
 *
 * @param draw of its own, so that all else is the same with these contacts and without
 */
record DutyCourse(CaseFile file, SimulatedCase simulated, Draw draw) {
    private static final String HOMICIDE = "1";

    void add() {
        long reported = file.incident().reportedAt();
        met("INFORMATION", Figures.of("information_logged"), reported + daysOf(Figures.of("days_to_inform")));
        met("COMPENSATION", Figures.of("compensation_logged"), reported + daysOf(Figures.of("days_to_compensation")));
        simulated
                .versions(CrimeRecording.class)
                .filter(crime -> crime.getStatementAt() != null)
                .findFirst()
                .filter(crime -> file.domestic() || file.plan().group().isSexual())
                .ifPresent(crime -> before("INTERVIEWER", Figures.of("interviewer_logged"), crime.getStatementAt()));
        simulated
                .versions(Outcome.class)
                .filter(outcome -> outcome.getOutcomeType() != null
                        && CodeMaps.shipped()
                                .isOutcomeIn(PackedCode.pack(outcome.getOutcomeType()), OutcomeGroup.OUT_OF_COURT))
                .findFirst()
                .ifPresent(outcome -> before("DISPOSAL_VIEWS", Figures.of("views_logged"), outcome.getAssignedAt()));
        if (file.suspectAt() != Long.MAX_VALUE
                && simulated
                        .versions(CrimeRecording.class)
                        .anyMatch(crime -> Boolean.TRUE.equals(crime.getArrested()))) {
            long arrestedAt = Math.max(file.suspectAt(), file.incident().recordedAt());
            update("ARREST", arrestedAt);
            update("INTERVIEW", arrestedAt + 6 * ForceCalendar.HOUR);
            update(
                    draw.chance(Figures.of("released_on_bail")) ? "BAIL" : "RELEASE",
                    arrestedAt + 12 * ForceCalendar.HOUR);
        }
        if (simulated.versions(CrimeRecording.class).anyMatch(crime -> HOMICIDE.equals(crime.getOffenceCode()))) {
            simulated
                    .versions(Outcome.class)
                    .filter(outcome -> outcome.getTrialAt() != null)
                    .findFirst()
                    .ifPresent(charge -> before(
                            "COURT_VISIT",
                            Figures.of("court_visit_logged"),
                            charge.getTrialAt().minus(Duration.ofDays(7))));
        }
    }

    /** A step of the investigation, and when the victim was told of it. */
    private void update(String step, long at) {
        long toldAt = at + daysOf(Figures.of("days_to_update"));
        if (draw.chance(Figures.of("updates_logged")) && !file.goneAt(toldAt)) {
            ContactRecord.ofUpdate(simulated, step, at, toldAt, draw).save(toldAt + 10 * ForceCalendar.MINUTE);
        }
    }

    private void before(String duty, double share, Instant event) {
        long day = event.toEpochMilli() - (long) draw.uniform(0, ForceCalendar.DAY);
        met(duty, share, Math.max(day, file.incident().reportedAt()));
    }

    private void met(String duty, double share, long at) {
        long enteredAt = Math.max(at, file.incident().recordedAt()) + 10 * ForceCalendar.MINUTE;
        if (draw.chance(share) && !file.goneAt(enteredAt)) {
            ContactRecord.ofDuty(simulated, duty, at, draw).save(enteredAt);
        }
    }

    private long daysOf(double mean) {
        return ForceCalendar.days(draw.exponential(mean));
    }
}
