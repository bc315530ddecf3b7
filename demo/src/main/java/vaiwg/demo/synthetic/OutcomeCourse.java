package vaiwg.demo.synthetic;

/**
 * The outcomes of a case in their order: the first one, perhaps another in its place, perhaps none again and then another. An
 * outcome is entered days after it is assigned; when the victim is told later still, that is a version of its own.
 */
final class OutcomeCourse {

    private static final long RESULT = 77;

    private final CaseFile file;
    private final ForceCalendar calendar;
    private final Draw draw;
    private OutcomeRecord newest;
    private long version;
    private long latest;

    OutcomeCourse(CaseFile file, ForceCalendar calendar, Draw draw) {
        this.file = file;
        this.calendar = calendar;
        this.draw = draw;
        latest = file.incident().recordedAt();
    }

    void addTo(SimulatedCase simulated) {
        addDecisions(simulated);
        if (newest != null && newest.courtAt() != Long.MAX_VALUE && !file.goneAt(newest.courtAt())) {
            // Last, so that all else is the same with it and without.
            Draw own = Draw.at(RESULT, file.reference().hashCode());
            newest.decidedByCourt(file, own);
            save(simulated, newest, newest.courtAt(), own);
        }
    }

    private void addDecisions(SimulatedCase simulated) {
        if (PlantedError.befalls(file, calendar, draw)) {
            mistake(simulated);
        }
        if (file.assignedAt() == Long.MAX_VALUE) {
            return;
        }
        String type = withAlternate(file.exit().type());
        if (file.outcomeFirst()) {
            long changedAt = latest + ForceCalendar.SECOND;
            if (decide(simulated, type, file.assignedAt(), changedAt)) {
                simulated.mark(Disturbance.OUTCOME_BEFORE_CRIME, changedAt);
            }
            return;
        }
        if (!decide(simulated, type, file.assignedAt(), entered(file.assignedAt()))) {
            return;
        }
        boolean swaps = type.equals("15") || type.equals("16");
        if (swaps && draw.chance(Figures.of("outcome_changed"))) {
            change(simulated, type.equals("15") ? "16" : "15");
        } else if (file.plan().exit() == null && draw.chance(Figures.of("reopened"))) {
            reopen(simulated);
        }
    }

    private void mistake(SimulatedCase simulated) {
        long enteredAt = calendar.hourOf(Figures.whole("error_day"), draw.uniform(9, 11));
        save(simulated, new OutcomeRecord(file.reference(), "16", enteredAt), enteredAt);
        simulated.mark(Disturbance.OUTCOME_BY_ERROR, enteredAt);
        long correctedAt = calendar.hourOf(Figures.whole("error_corrected_day"), draw.uniform(14, 16));
        save(simulated, new OutcomeRecord(file.reference(), null, null), correctedAt);
    }

    private void change(SimulatedCase simulated, String type) {
        long assignedAt = later();
        if (assignedAt == Long.MAX_VALUE) {
            return;
        }
        long changedAt = entered(assignedAt);
        if (decide(simulated, type, assignedAt, changedAt)) {
            simulated.mark(Disturbance.OUTCOME_CHANGED, changedAt);
        }
    }

    private void reopen(SimulatedCase simulated) {
        long reopenedAt = later();
        if (reopenedAt == Long.MAX_VALUE || file.goneAt(reopenedAt)) {
            return;
        }
        save(simulated, new OutcomeRecord(file.reference(), null, null), reopenedAt);
        simulated.mark(Disturbance.OUTCOME_REOPENED, reopenedAt);
        if (draw.chance(Figures.of("reopened_stays_open"))) {
            return;
        }
        long assignedAt = later();
        if (assignedAt != Long.MAX_VALUE) {
            decide(simulated, Figures.choice("after_reopening").draw(draw), assignedAt, entered(assignedAt));
        }
    }

    /** False where the record is gone before the outcome is entered. */
    private boolean decide(SimulatedCase simulated, String type, long assignedAt, long changedAt) {
        if (file.goneAt(changedAt)) {
            return false;
        }
        OutcomeRecord decision = new OutcomeRecord(file.reference(), type, assignedAt);
        decision.describe(file, draw);
        long toldAt = told(assignedAt);
        decision.told(toldAt <= changedAt ? toldAt : Long.MAX_VALUE);
        save(simulated, decision, changedAt);
        long amendedAt = toldAt == Long.MAX_VALUE ? toldAt : toldAt + 5 * ForceCalendar.MINUTE;
        if (toldAt > changedAt && toldAt != Long.MAX_VALUE && !file.goneAt(amendedAt)) {
            decision.told(toldAt);
            save(simulated, decision, amendedAt);
        }
        if (new CaseEnding(type, 1, 1).charge() && draw.chance(file.figures().share("ended_after_charge"))) {
            long endedAt = calendar.closingTime(latest, 1 + draw.exponential(Figures.of("days_from_charge")), draw);
            if (endedAt != Long.MAX_VALUE && !file.goneAt(endedAt)) {
                decision.endedAfterCharge(file, endedAt, draw);
                save(simulated, decision, endedAt);
            }
        }
        return true;
    }

    private void save(SimulatedCase simulated, OutcomeRecord decision, long changedAt) {
        save(simulated, decision, changedAt, draw);
    }

    private void save(SimulatedCase simulated, OutcomeRecord decision, long changedAt, Draw ids) {
        newest = decision;
        latest = Math.max(latest + ForceCalendar.SECOND, changedAt);
        decision.save(simulated, version++, latest, ids.uuid());
    }

    private long entered(long assignedAt) {
        return assignedAt + ForceCalendar.days(draw.exponential(Figures.of("entry_delay_days"))) + ForceCalendar.MINUTE;
    }

    /** A decision some weeks after the newest entry. */
    private long later() {
        return calendar.closingTime(latest, 1 + draw.exponential(Figures.of("days_to_change")), draw);
    }

    private long told(long assignedAt) {
        double late = Figures.whole("told_late_from_days") * ForceCalendar.DAY;
        double at = draw.unit();
        if (at < file.figures().share("told_same_day")) {
            return assignedAt + (long) draw.uniform(0, 4 * ForceCalendar.HOUR);
        }
        if (at < file.figures().share("told_in_time")) {
            return assignedAt + (long) draw.uniform(0.5 * ForceCalendar.DAY, late);
        }
        return at < file.figures().share("told_at_all")
                ? assignedAt + (long) draw.uniform(late, 40 * ForceCalendar.DAY)
                : Long.MAX_VALUE;
    }

    private String withAlternate(String type) {
        boolean hasAlternate = type.equals("1") || type.equals("2") || type.equals("3");
        return hasAlternate && draw.chance(Figures.of("alternate_offence")) ? type + "A" : type;
    }
}
