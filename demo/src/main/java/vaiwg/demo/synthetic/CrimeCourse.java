package vaiwg.demo.synthetic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Suspect;
import vaiwg.schemas.VictimKind;

/** The life of a crime record: its first version, and the amendments that follow over hours and months. */
final class CrimeCourse {
    private final CaseFile file;
    private final ForceCalendar calendar;
    private final Draw draw;
    private final CrimeRecord crime;
    private final VictimRecord victim;
    private final List<Step> steps = new ArrayList<>();

    /** An amendment; the disturbance that it is, or null. */
    private record Step(long at, Disturbance kind, Runnable amendment) {}

    CrimeCourse(CaseFile file, ForceCalendar calendar, Draw draw) {
        this.file = file;
        this.calendar = calendar;
        this.draw = draw;
        String code = OffenceCodes.of(file.plan().group(), file.people().victim(), draw);
        OffenceGroup group = file.plan().group();
        String channel = WestMidlandsFigures.CHANNELS.draw(draw);
        boolean transferredIn = draw.chance(WestMidlandsFigures.TRANSFERRED_IN);
        Boolean n100 = group == OffenceGroup.RAPE ? draw.chance(WestMidlandsFigures.BEGAN_AS_N100) : null;
        crime = new CrimeRecord(
                file.reference(),
                file.incident(),
                channel,
                transferredIn,
                n100,
                Boolean.TRUE.equals(n100) ? OffenceCodes.REPORTED_RAPE : code,
                Flags.of(file, code, draw));
        VictimKind kind = VictimRecord.kind(group, draw);
        boolean enhanced = file.domestic() || group != OffenceGroup.HARASSMENT;
        victim = kind == null
                ? null
                : new VictimRecord(file.people().victim(), kind, file.incident().recordedAt(), enhanced, draw);
        planVictim();
        planSuspect();
        planDomesticFlag();
        planPlace();
        if (Boolean.TRUE.equals(n100)) {
            planConfirmation(code);
        } else {
            planReclassification(code);
        }
        planRemoval();
    }

    void addTo(SimulatedCase simulated) {
        long changedAt = file.incident().recordedAt()
                + (file.outcomeFirst()
                        ? ForceCalendar.MINUTE + (long) draw.uniform(0, 4 * ForceCalendar.MINUTE)
                        : (long) draw.uniform(5 * ForceCalendar.SECOND, 90 * ForceCalendar.SECOND));
        save(simulated, changedAt);
        steps.sort(Comparator.comparingLong(Step::at));
        for (Step step : steps) {
            changedAt = Math.max(step.at(), changedAt + ForceCalendar.SECOND);
            step.amendment().run();
            save(simulated, changedAt);
            if (step.kind() != null) {
                simulated.mark(step.kind(), changedAt);
            }
        }
    }

    private void save(SimulatedCase simulated, long changedAt) {
        simulated.add(EventStream.CRIME_RECORDING, crime.reference(), changedAt, crime.save(changedAt, draw.uuid()));
    }

    private void amend(long at, Disturbance kind, Runnable amendment) {
        if (!file.goneAt(at)) {
            steps.add(new Step(at, kind, amendment));
        }
    }

    private void planVictim() {
        if (victim == null) {
            return;
        }
        crime.victim(victim.at(0));
        for (int stage = 1; stage < VictimRecord.STAGES; stage++) {
            if (victim.adds(stage)) {
                int reached = stage;
                amend(victim.stageTime(stage), null, () -> crime.victim(victim.at(reached)));
            }
        }
    }

    private void planSuspect() {
        if (file.suspectAt() == Long.MAX_VALUE) {
            return;
        }
        boolean resolved = file.plan().perpetrator() != null || !draw.chance(WestMidlandsFigures.SUSPECT_UNRESOLVED);
        List<Suspect> suspects = List.of(new Suspect(
                resolved ? file.people().suspect() : null,
                file.people().relationship(),
                draw.chance(WestMidlandsFigures.POLICE_EMPLOYEE)));
        if (file.suspectAt() <= file.incident().recordedAt()) {
            crime.suspects(suspects);
        } else {
            amend(file.suspectAt(), null, () -> crime.suspects(suspects));
        }
    }

    private void planDomesticFlag() {
        if (!file.domestic()) {
            return;
        }
        double at = draw.unit();
        if (at < WestMidlandsFigures.FLAG_MISSING && file.plan().perpetrator() == null) {
            return;
        }
        if (at >= 1 - WestMidlandsFigures.FLAG_LATE) {
            amend(
                    after(draw.logNormal(WestMidlandsFigures.FLAG_LATE_MEDIAN_DAYS, 1)),
                    Disturbance.FLAG_LATE,
                    () -> crime.flag(CrimeRecord.DOMESTIC_ABUSE));
            return;
        }
        crime.flag(CrimeRecord.DOMESTIC_ABUSE);
        if (at < WestMidlandsFigures.FLAG_MISSING + WestMidlandsFigures.FLAG_CLEARED) {
            amend(
                    after(draw.logNormal(WestMidlandsFigures.RECLASSIFIED_MEDIAN_DAYS, 1)),
                    Disturbance.FLAG_CLEARED,
                    () -> crime.clearFlag(CrimeRecord.DOMESTIC_ABUSE));
        }
    }

    private void planPlace() {
        if (file.incident().area() == null) {
            return;
        }
        if (draw.chance(WestMidlandsFigures.PLACE_MATCHED_LATER)) {
            int night = calendar.dayOf(file.incident().recordedAt()) + 1;
            amend(calendar.hourOf(night, draw.uniform(2, 4)), null, crime::matchPlace);
        } else {
            crime.matchPlace();
        }
    }

    /** A reported rape is confirmed, or found to be another offence, before an outcome; some without one stay undecided. */
    private void planConfirmation(String code) {
        if (file.exit().open() && draw.chance(WestMidlandsFigures.N100_UNDECIDED)) {
            return;
        }
        String found = draw.chance(WestMidlandsFigures.N100_ANOTHER_OFFENCE)
                ? OffenceCodes.corrected(
                        code, file.plan().group(), file.people().victim(), draw)
                : code;
        long decidedAt = after(draw.logNormal(WestMidlandsFigures.N100_MEDIAN_DAYS, WestMidlandsFigures.N100_SIGMA));
        amend(Math.min(decidedAt, file.assignedAt() - ForceCalendar.HOUR), null, () -> crime.reclassify(found));
    }

    private void planReclassification(String code) {
        if (draw.chance(WestMidlandsFigures.RECLASSIFIED.get(file.plan().group()))) {
            String corrected = OffenceCodes.corrected(
                    code, file.plan().group(), file.people().victim(), draw);
            if (!corrected.equals(code)) {
                amend(
                        after(draw.logNormal(WestMidlandsFigures.RECLASSIFIED_MEDIAN_DAYS, 1)),
                        Disturbance.RECLASSIFIED,
                        () -> crime.reclassify(corrected));
            }
        }
    }

    private void planRemoval() {
        if (file.removedAt() == Long.MAX_VALUE) {
            return;
        }
        double removed = WestMidlandsFigures.CANCELLED + WestMidlandsFigures.TRANSFERRED + WestMidlandsFigures.MERGED;
        double kind = draw.uniform(0, removed);
        if (kind < WestMidlandsFigures.MERGED && file.plan().index() > 0) {
            String survivor = file.plan().before().reference(calendar);
            steps.add(new Step(file.removedAt(), Disturbance.MERGED, () -> crime.mergeInto(survivor)));
        } else if (kind < WestMidlandsFigures.MERGED + WestMidlandsFigures.TRANSFERRED) {
            steps.add(new Step(file.removedAt(), Disturbance.TRANSFERRED, crime::transfer));
        } else {
            String ground = WestMidlandsFigures.CANCELLATION_GROUNDS.draw(draw);
            steps.add(new Step(file.removedAt(), Disturbance.CANCELLED, () -> crime.cancel(ground)));
        }
        if (file.reinstatedAt() != Long.MAX_VALUE) {
            steps.add(new Step(file.reinstatedAt(), Disturbance.REINSTATED, crime::reinstate));
        }
    }

    private long after(double days) {
        return file.incident().recordedAt() + (long) (days * ForceCalendar.DAY);
    }
}
