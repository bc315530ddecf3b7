package vaiwg.demo.synthetic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vaiwg.schemas.CrimeStatus;
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
        crime = new CrimeRecord(file);
        crime.state().setChannel(file.figures().drawn("channels", draw));
        crime.state().setTransferredIn(draw.chance(Figures.of("transferred_in")));
        Boolean n100 = group == OffenceGroup.RAPE ? draw.chance(Figures.of("began_as_n100")) : null;
        crime.state().setN100(n100);
        crime.state().setOffenceCode(Boolean.TRUE.equals(n100) ? OffenceCodes.REPORTED_RAPE : code);
        crime.state().setFlags(Flags.of(file, code, draw));
        VictimKind kind = VictimRecord.kind(group, draw);
        boolean enhanced = file.domestic() || group != OffenceGroup.HARASSMENT;
        victim = kind == null ? null : new VictimRecord(file, kind, enhanced, draw);
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
        if (group != OffenceGroup.HARASSMENT && group != OffenceGroup.DOMESTIC) {
            // Of the others too many to be told by a version of their own.
            crime.statements().stream().filter(at -> at != Long.MAX_VALUE).forEach(at -> amend(at, null, () -> {}));
        }
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
        crime.save(simulated, changedAt, draw.uuid());
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
        crime.state().setVictim(victim.at(0));
        for (int stage = 1; stage < VictimRecord.STAGES; stage++) {
            if (victim.adds(stage)) {
                int reached = stage;
                amend(victim.stageTime(stage), null, () -> crime.state().setVictim(victim.at(reached)));
            }
        }
    }

    private void planSuspect() {
        if (file.suspectAt() == Long.MAX_VALUE) {
            return;
        }
        boolean resolved = file.plan().perpetrator() != null || !draw.chance(Figures.of("suspect_unresolved"));
        List<Suspect> suspects = List.of(new Suspect(
                resolved ? file.people().suspect() : null,
                file.people().relationship(),
                draw.chance(Figures.of("police_employee"))));
        if (file.suspectAt() <= file.incident().recordedAt()) {
            crime.state().setSuspects(suspects);
        } else {
            amend(file.suspectAt(), null, () -> crime.state().setSuspects(suspects));
        }
    }

    private void planDomesticFlag() {
        if (!file.domestic()) {
            return;
        }
        double at = draw.unit();
        if (at < Figures.of("flag_missing") && file.plan().perpetrator() == null) {
            return;
        }
        if (at >= 1 - Figures.of("flag_late")) {
            amend(
                    after(draw.logNormal(Figures.of("flag_late_median_days"), 1)),
                    Disturbance.FLAG_LATE,
                    () -> crime.flag(CrimeRecord.DOMESTIC_ABUSE));
            return;
        }
        crime.flag(CrimeRecord.DOMESTIC_ABUSE);
        if (at < Figures.of("flag_missing") + Figures.of("flag_cleared")) {
            amend(
                    after(draw.logNormal(Figures.of("reclassified_median_days"), 1)),
                    Disturbance.FLAG_CLEARED,
                    () -> crime.clearFlag(CrimeRecord.DOMESTIC_ABUSE));
        }
    }

    private void planPlace() {
        if (file.incident().area() == null) {
            return;
        }
        if (draw.chance(Figures.of("place_matched_later"))) {
            int night = calendar.dayOf(file.incident().recordedAt()) + 1;
            amend(calendar.hourOf(night, draw.uniform(2, 4)), null, crime::matchPlace);
        } else {
            crime.matchPlace();
        }
    }

    /** A reported rape is confirmed, or found to be another offence, before an outcome; some without one stay undecided. */
    private void planConfirmation(String code) {
        if (file.exit().open() && draw.chance(Figures.of("n100_undecided"))) {
            return;
        }
        String found = draw.chance(Figures.of("n100_another_offence"))
                ? OffenceCodes.corrected(
                        code, file.plan().group(), file.people().victim(), draw)
                : code;
        long decidedAt = after(draw.logNormal(Figures.of("n100_median_days"), Figures.of("n100_sigma")));
        amend(
                Math.min(decidedAt, file.assignedAt() - ForceCalendar.HOUR),
                null,
                () -> crime.state().setOffenceCode(found));
    }

    private void planReclassification(String code) {
        if (draw.chance(file.plan().group().figure("reclassified"))) {
            String corrected = OffenceCodes.corrected(
                    code, file.plan().group(), file.people().victim(), draw);
            if (!corrected.equals(code)) {
                amend(
                        after(draw.logNormal(Figures.of("reclassified_median_days"), 1)),
                        Disturbance.RECLASSIFIED,
                        () -> crime.state().setOffenceCode(corrected));
            }
        }
    }

    private void planRemoval() {
        if (file.removedAt() == Long.MAX_VALUE) {
            return;
        }
        double removed = Figures.removed();
        double kind = draw.uniform(0, removed);
        if (kind < Figures.of("merged") && file.plan().index() > 0) {
            String survivor = file.plan().before().reference(calendar);
            steps.add(new Step(
                    file.removedAt(), Disturbance.MERGED, () -> crime.remove(CrimeStatus.MERGED, null, survivor)));
        } else if (kind < Figures.of("merged") + Figures.of("transferred")) {
            steps.add(new Step(
                    file.removedAt(),
                    Disturbance.TRANSFERRED,
                    () -> crime.state().setStatus(CrimeStatus.TRANSFERRED)));
        } else {
            String ground = Figures.choice("cancellation_grounds").draw(draw);
            steps.add(new Step(
                    file.removedAt(), Disturbance.CANCELLED, () -> crime.remove(CrimeStatus.CANCELLED, ground, null)));
        }
        if (file.reinstatedAt() != Long.MAX_VALUE) {
            steps.add(new Step(
                    file.reinstatedAt(), Disturbance.REINSTATED, () -> crime.remove(CrimeStatus.ACTIVE, null, null)));
        }
    }

    private long after(double days) {
        return file.incident().recordedAt() + ForceCalendar.days(days);
    }
}
