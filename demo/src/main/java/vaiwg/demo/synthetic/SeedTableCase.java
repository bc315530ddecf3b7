package vaiwg.demo.synthetic;

import java.util.ArrayList;
import java.util.List;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Suspect;
import vaiwg.schemas.VictimKind;

/** One crime of the seed table: its fate is fixed, the way there is not. All its changes lie before the end of the history. */
final class SeedTableCase {
    /** What a crime comes to by the end. */
    enum Fate {
        OUTCOME_16,
        /** Still open, or with another outcome. */
        OTHERWISE,
        /** Cancelled, transferred or merged: must not count. */
        REMOVED,
        /** In the end neither an offence of a theme nor domestic abuse: must not count. */
        RECLASSIFIED_OUT,
        /** An outcome without its crime: must not count. */
        ORPHAN
    }

    private static final long CASE = 72;
    private static final double DETOUR = 0.04;
    private static final double OPEN = 0.3;
    private static final double MEAN_DAYS_BETWEEN_CHANGES = 20;
    /** A public order offence: in no theme. */
    private static final String OUTSIDE = "66";

    private static final Choice<String> OTHER_OUTCOMES = Choice.of("15", 0.45)
            .or("18", 0.2)
            .or("1", 0.15)
            .or("14", 0.1)
            .or("8", 0.05)
            .or("20", 0.05);

    private final long seed;
    private final ForceCalendar calendar;
    private final CasePlan plan;
    private final boolean domestic;
    private final Fate fate;

    SeedTableCase(long seed, ForceCalendar calendar, CasePlan plan, boolean domestic, Fate fate) {
        this.seed = seed;
        this.calendar = calendar;
        this.plan = plan;
        this.domestic = domestic;
        this.fate = fate;
    }

    SimulatedCase live() {
        Draw draw = Draw.at(seed, CASE, plan.day(), plan.group().ordinal(), plan.index());
        return new Life(draw).live();
    }

    private final class Life {
        private final Draw draw;
        private final SimulatedCase simulated;
        private final CaseFile file;
        private final String code;
        private final CrimeRecord crime;
        private final List<Runnable> corrections = new ArrayList<>();
        private long now;
        private long outcomeVersion;

        Life(Draw draw) {
            this.draw = draw;
            // Not later, so that a day's last crime still has hours for its changes.
            long recordedAt = calendar.hourOf(plan.day(), draw.uniform(0, 18));
            CrimePeople people = CrimePeople.of(seed, plan, calendar, domestic, draw);
            Incident incident = Incident.of(plan, recordedAt, calendar, draw);
            file = new CaseFile(
                    plan,
                    plan.reference(calendar),
                    domestic,
                    people,
                    incident,
                    CaseEnding.NONE,
                    Long.MAX_VALUE,
                    recordedAt,
                    Long.MAX_VALUE,
                    Long.MAX_VALUE,
                    false);
            simulated = new SimulatedCase(file);
            code = OffenceCodes.of(plan.group(), people.victim(), draw);
            crime = new CrimeRecord(
                    simulated.reference(), incident, "101", false, null, code, Flags.of(file, code, draw));
            VictimRecord victim = new VictimRecord(people.victim(), VictimKind.PERSON, recordedAt, domestic, draw);
            crime.victim(victim.at(0));
            crime.suspects(List.of(new Suspect(people.suspect(), people.relationship(), false)));
            crime.matchPlace();
            now = recordedAt + 30 * ForceCalendar.SECOND;
        }

        SimulatedCase live() {
            if (fate == Fate.ORPHAN) {
                simulated.mark(Disturbance.ORPHAN_OUTCOME, outcome("16"));
                return simulated;
            }
            planCorrections();
            saveCrime();
            boolean correctedFirst = draw.chance(0.5);
            if (correctedFirst) {
                corrections.forEach(Runnable::run);
            }
            outcomes();
            if (!correctedFirst) {
                corrections.forEach(Runnable::run);
            }
            leave();
            return simulated;
        }

        /** Sets the record up as it was before the corrections that bring it to its part of the table. */
        private void planCorrections() {
            if (draw.chance(DETOUR)) {
                crime.reclassify(origin());
                corrections.add(() -> correct(Disturbance.RECLASSIFIED, () -> crime.reclassify(code)));
            }
            if (domestic && draw.chance(DETOUR)) {
                corrections.add(() -> correct(Disturbance.FLAG_LATE, () -> crime.flag(CrimeRecord.DOMESTIC_ABUSE)));
            } else if (domestic) {
                crime.flag(CrimeRecord.DOMESTIC_ABUSE);
            } else if (draw.chance(DETOUR)) {
                crime.flag(CrimeRecord.DOMESTIC_ABUSE);
                corrections.add(
                        () -> correct(Disturbance.FLAG_CLEARED, () -> crime.clearFlag(CrimeRecord.DOMESTIC_ABUSE)));
            }
        }

        /** An offence of another theme, or of none, as which the crime was first recorded. */
        private String origin() {
            return switch (plan.group()) {
                case RAPE -> "20A";
                case OTHER_SEXUAL -> "19C";
                case STALKING, HARASSMENT -> OUTSIDE;
                case DOMESTIC -> "8L";
            };
        }

        private void outcomes() {
            boolean ends16 = fate == Fate.OUTCOME_16 || (fate != Fate.OTHERWISE && draw.chance(0.6));
            boolean detour = draw.chance(DETOUR);
            if (ends16) {
                if (detour && draw.chance(0.5)) {
                    outcome("15");
                    simulated.mark(Disturbance.OUTCOME_CHANGED, outcome("16"));
                } else if (detour) {
                    outcome("16");
                    simulated.mark(Disturbance.OUTCOME_REOPENED, outcome(null));
                    outcome("16");
                } else {
                    outcome("16");
                }
            } else if (detour) {
                outcome("16");
                boolean reopened = draw.chance(0.5);
                Disturbance kind = reopened ? Disturbance.OUTCOME_REOPENED : Disturbance.OUTCOME_CHANGED;
                simulated.mark(kind, outcome(reopened ? null : "15"));
            } else if (!draw.chance(OPEN)) {
                outcome(OTHER_OUTCOMES.draw(draw));
            }
        }

        private void leave() {
            if (fate == Fate.RECLASSIFIED_OUT) {
                correct(Disturbance.RECLASSIFIED, () -> {
                    crime.reclassify(OUTSIDE);
                    crime.clearFlag(CrimeRecord.DOMESTIC_ABUSE);
                });
            } else if (fate == Fate.REMOVED && draw.chance(0.1)) {
                correct(Disturbance.TRANSFERRED, crime::transfer);
            } else if (fate == Fate.REMOVED) {
                String ground = WestMidlandsFigures.CANCELLATION_GROUNDS.draw(draw);
                correct(Disturbance.CANCELLED, () -> crime.cancel(ground));
            }
        }

        private void correct(Disturbance kind, Runnable amendment) {
            pass();
            amendment.run();
            saveCrime();
            simulated.mark(kind, now);
        }

        private void saveCrime() {
            simulated.add(EventStream.CRIME_RECORDING, crime.reference(), now, crime.save(now, draw.uuid()));
        }

        /** Enters an outcome, or that there is none again; gives the time of the entry. */
        private long outcome(String type) {
            long before = now;
            pass();
            outcomeVersion++;
            Long assignedAt = type == null ? null : (Long) (long) draw.uniform(before, now);
            OutcomeRecord decision = new OutcomeRecord(simulated.reference(), type, assignedAt);
            if (type != null) {
                decision.describe(file, draw);
            }
            simulated.add(
                    EventStream.OUTCOME, simulated.reference(), now, decision.save(outcomeVersion, now, draw.uuid()));
            return now;
        }

        /** Lets some days pass, but never all that are left. */
        private void pass() {
            double left = (calendar.end() - now) * draw.uniform(0.3, 0.8);
            double days = draw.exponential(MEAN_DAYS_BETWEEN_CHANGES) * ForceCalendar.DAY;
            now += ForceCalendar.SECOND + (long) Math.min(days, left);
        }
    }
}
