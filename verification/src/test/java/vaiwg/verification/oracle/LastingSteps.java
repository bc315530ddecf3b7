package vaiwg.verification.oracle;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.DateResolution;
import vaiwg.schemas.Programme;
import vaiwg.schemas.ProgrammeArm;
import vaiwg.schemas.ProgrammeRoute;
import vaiwg.schemas.Source;
import vaiwg.schemas.Stalking;
import vaiwg.schemas.StalkingStep;
import vaiwg.verification.oracle.RandomHistories.Period;

/**
 * The steps of a person who is suspected again and again, about what lasts. Three courses: a place, an order and custody one after the
 * other, with steps of one further kind that begin and end nothing, or just do; a trial of the programme, with six sessions or nearly, and
 * custody about further crimes; orders, granted, breached when a year is over, and granted again.
 */
record LastingSteps(String force, Period period, Dice dice) {
    private static final int SESSIONS = 6;
    private static final List<StalkingStep> KINDS = List.of(StalkingStep.values());

    /** @param crimes of which the person is a suspect */
    List<Stalking> of(String person, List<CrimeRecording> crimes) {
        Course course = new Course(person, crimes);
        int toss = dice.between(0, 9);
        if (toss < 6) {
            course.oneAfterTheOther();
        } else if (toss < 8) {
            course.trial();
        } else {
            course.orders();
        }
        crimes.forEach(course::follow);
        return course.steps;
    }

    /** What becomes of one person. */
    private final class Course {
        private final String person;
        private final List<CrimeRecording> crimes;
        private final List<Stalking> steps = new ArrayList<>();
        private final Programme programme;
        private LocalDate day;

        Course(String person, List<CrimeRecording> crimes) {
            this.person = person;
            this.crimes = crimes;
            day = Dice.day(period.start()).plusDays(dice.between(0, 120));
            programme = Programme.newBuilder()
                    .setArm(dice.chance(0.7) ? ProgrammeArm.TREATMENT : ProgrammeArm.CONTROL)
                    .setRoute(dice.oneOf(ProgrammeRoute.values()))
                    .setDisposalAt(disposal())
                    .build();
        }

        /** So that a crime is on the last of the days that are followed up, or at the very time of the disposal. */
        private Instant disposal() {
            if (crimes.isEmpty() || dice.chance(0.4)) {
                return dice.within(day.minusDays(dice.between(0, 20)));
            }
            Instant crime = committed(dice.oneOf(crimes));
            return dice.chance(0.3)
                    ? crime.plusMillis(dice.between(-1, 1))
                    : dice.within(Dice.day(crime).minusDays(dice.oneOf(1, 179, 180, 181, 364, 365, 366)));
        }

        void oneAfterTheOther() {
            StalkingStep further = dice.oneOf(KINDS);
            StalkingStep order = dice.oneOf(StalkingStep.INTERIM_ORDER_GRANTED, StalkingStep.FULL_ORDER_GRANTED);
            for (StalkingStep begin :
                    dice.shuffled(StalkingStep.PROGRAMME_SELECTED, order, StalkingStep.CUSTODY_FROM)) {
                addUnlessLeftOut(begin);
                addUnlessLeftOut(further);
                addUnlessLeftOut(endOf(begin));
                if (dice.chance(0.4)) {
                    addUnlessLeftOut(further);
                }
            }
        }

        private StalkingStep endOf(StalkingStep begin) {
            return switch (begin) {
                case PROGRAMME_SELECTED -> dice.oneOf(StalkingStep.COMPLETED, StalkingStep.WITHDREW);
                case CUSTODY_FROM -> StalkingStep.CUSTODY_TO;
                default -> dice.oneOf(StalkingStep.ORDER_ENDED, StalkingStep.ORDER_ENDED, StalkingStep.ORDER_REFUSED);
            };
        }

        private void addUnlessLeftOut(StalkingStep kind) {
            if (dice.chance(0.88)) {
                add(kind);
                day = day.plusDays(dice.chance(0.1) ? dice.between(0, 1) : dice.between(15, 60));
            }
        }

        void trial() {
            add(StalkingStep.PROGRAMME_SELECTED);
            day = day.plusDays(dice.between(0, 10));
            add(StalkingStep.CONSENTED);
            LocalDate first = day.plusDays(dice.between(1, 10));
            int attended = dice.oneOf(SESSIONS - 1, SESSIONS, SESSIONS, SESSIONS + 1);
            int lastButOne = dice.chance(0.2) ? 54 : dice.between(20, 54);
            for (int session = 0; session < attended; session++) {
                day = first.plusDays(
                        session == SESSIONS - 1 ? dice.between(55, 57) : (long) lastButOne * session / (SESSIONS - 2));
                add(StalkingStep.SESSION_ATTENDED);
                if (lastButOne % 2 == 0) {
                    numbered(session);
                }
                if (dice.chance(0.2)) {
                    add(StalkingStep.SESSION_MISSED);
                }
            }
            if (dice.chance(0.8)) {
                day = day.plusDays(dice.between(1, 90));
                add(dice.chance(0.7) ? StalkingStep.COMPLETED : StalkingStep.WITHDREW);
            }
            for (int times = dice.between(0, 2); times > 0; times--) {
                custody();
            }
        }

        /** The session by its number; one beyond the last is the last, entered once more. */
        private void numbered(int session) {
            steps.get(steps.size() - 1)
                    .setProgramme(Programme.newBuilder(programme)
                            .setSession(Math.min(session + 1, SESSIONS))
                            .build());
        }

        /** About a further crime, or at any time in the days that are followed up; some are not over yet. */
        private void custody() {
            day = crimes.isEmpty() || dice.chance(0.4)
                    ? Dice.day(period.start()).plusDays(dice.between(0, 400))
                    : Dice.day(committed(dice.oneOf(crimes))).plusDays(dice.between(-3, 1));
            add(StalkingStep.CUSTODY_FROM);
            if (dice.chance(0.85)) {
                day = day.plusDays(dice.mostlyLow(0, 40));
                add(StalkingStep.CUSTODY_TO);
            }
        }

        void orders() {
            if (dice.chance(0.5)) {
                add(StalkingStep.PROGRAMME_SELECTED);
            }
            add(StalkingStep.ORDER_APPLIED);
            day = day.plusDays(dice.between(0, 30));
            for (int orders = dice.between(1, 3); orders > 0; orders--) {
                add(StalkingStep.FULL_ORDER_GRANTED);
                day = day.plusDays(dice.chance(0.6) ? dice.between(363, 366) : dice.between(0, 90));
                if (dice.chance(0.8)) {
                    add(StalkingStep.ORDER_BREACHED);
                    day = day.plusDays(dice.mostlyLow(0, 60));
                }
                if (dice.chance(0.3)) {
                    add(dice.oneOf(StalkingStep.ORDER_ENDED, StalkingStep.ORDER_REFUSED));
                }
            }
        }

        /** A screening or an application after some crimes, about a week after their record. */
        void follow(CrimeRecording crime) {
            if (dice.chance(0.4)) {
                day = Dice.day(crime.getRecordedAt()).plusDays(dice.oneOf(0, 6, 7, 7, 8));
                add(dice.chance(0.8) ? StalkingStep.SCREENED : StalkingStep.ORDER_APPLIED);
                steps.get(steps.size() - 1).setCrimeReference(crime.getCrimeReference());
            }
        }

        /** On the day that has come; sometimes at the very time of the step before. */
        private void add(StalkingStep kind) {
            boolean atOnce = !steps.isEmpty() && dice.chance(0.1);
            Instant at = atOnce ? steps.get(steps.size() - 1).getAt() : dice.within(day);
            steps.add(Stalking.newBuilder()
                    .setPerpetratorId(person)
                    .setForce(force)
                    .setEventId(dice.eventId())
                    .setVersion(steps.size() + 1)
                    .setChangedAt(period.clamp(at.plus(Duration.ofMinutes(dice.mostlyLow(0, 5_000)))))
                    .setSource(Source.SYNTHETIC)
                    .setDateResolution(dice.chance(0.02) ? DateResolution.MONTH : DateResolution.DAY)
                    .setStep(kind)
                    .setAt(at)
                    .setProgramme(kind == StalkingStep.PROGRAMME_SELECTED || dice.chance(0.6) ? programme : null)
                    .build());
        }

        private static Instant committed(CrimeRecording crime) {
            return crime.getCommittedFrom() == null ? crime.getRecordedAt() : crime.getCommittedFrom();
        }
    }
}
