package vaiwg.demo.synthetic;

import java.util.function.Consumer;
import vaiwg.schemas.EventStream;

/**
 * What the force records day by day: ordinary crimes by weekday, season and growth, those of the programme, orphans, what is no crime, and
 * what is reported to the board.
 */
final class Intake implements CaseSource {
    private static final long INTAKE = 41;
    private static final long ORPHAN = 42;
    private static final double DAYS_A_YEAR = 365.25;
    private static final double DAYS_A_MONTH = DAYS_A_YEAR / 12;
    private static final int PEAK_DAY_OF_YEAR = 187;

    private final long seed;
    private final ForceCalendar calendar;
    private final CaseGenerator generator;
    private final StalkingProgramme programme;
    private final SubjectIntake subjects;
    private final BoardIntake board;

    Intake(long seed, ForceCalendar calendar) {
        this.seed = seed;
        this.calendar = calendar;
        generator = new CaseGenerator(seed, calendar);
        programme = new StalkingProgramme(seed, calendar);
        subjects = new SubjectIntake(seed, calendar);
        board = new BoardIntake(seed, calendar);
    }

    @Override
    public void casesOf(int day, Consumer<SimulatedCase> sink) {
        Draw draw = Draw.at(seed, INTAKE, day);
        for (OffenceGroup group : OffenceGroup.values()) {
            int crimes = draw.poisson(expected(group, day));
            for (int index = 0; index < crimes; index++) {
                sink.accept(generator.generate(CasePlan.ordinary(day, group, index)));
            }
        }
        for (CasePlan plan : programme.plansOf(day)) {
            SimulatedCase simulated = generator.generate(plan);
            programme.addTo(simulated, plan);
            sink.accept(simulated);
        }
        int orphans = draw.poisson(WestMidlandsFigures.ORPHANS_A_DAY);
        for (int index = 0; index < orphans; index++) {
            sink.accept(orphan(day, index));
        }
        subjects.casesOf(day, sink);
        board.casesOf(day, sink);
    }

    /** The number of crimes of a group that is expected on a day, those that are removed later included. */
    double expected(OffenceGroup group, int day) {
        GroupFigures figures = WestMidlandsFigures.of(group);
        double years = (day - calendar.days() / 2.0) / DAYS_A_YEAR;
        double growth = StrictMath.pow(1 + WestMidlandsFigures.GROWTH_A_YEAR, years);
        var date = calendar.date(day);
        double phase = 2 * Math.PI * (date.getDayOfYear() - PEAK_DAY_OF_YEAR) / DAYS_A_YEAR;
        double season = 1 + WestMidlandsFigures.SUMMER_PEAK * StrictMath.cos(phase);
        double recorded = figures.aMonth() / DAYS_A_MONTH / (1 - WestMidlandsFigures.REMOVED);
        return recorded * growth * season * weekday(figures, day);
    }

    private double weekday(GroupFigures figures, int day) {
        double weekdayMean = 7 / (5 + 2 * figures.weekend());
        if (calendar.date(day).getDayOfWeek().getValue() >= 6) {
            return weekdayMean * figures.weekend();
        }
        return weekdayMean * (calendar.nonWorking(day) ? WestMidlandsFigures.BANK_HOLIDAY_INTAKE : 1);
    }

    /** An outcome whose crime never comes, as when a record is deleted at its source. */
    private SimulatedCase orphan(int day, int index) {
        Draw draw = Draw.at(seed, ORPHAN, day, index);
        String reference = WestMidlandsFigures.FORCE_NUMBER + "/X" + (day * 100 + index) + "/"
                + calendar.date(day).getYear() % 100;
        SimulatedCase simulated = new SimulatedCase(day, reference);
        long assignedAt = calendar.hourOf(day, draw.uniform(8, 20));
        long changedAt = assignedAt + ForceCalendar.HOUR;
        OutcomeRecord outcome = new OutcomeRecord(reference, draw.chance(0.5) ? "16" : "15", assignedAt);
        simulated.add(EventStream.OUTCOME, reference, changedAt, outcome.save(1, changedAt, draw.uuid()));
        simulated.mark(Disturbance.ORPHAN_OUTCOME, changedAt);
        return simulated;
    }
}
