package vaiwg.demo.synthetic;

import java.util.function.Consumer;
import vaiwg.kpis.reference.Sites;

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
    private final IncidentIntake incidents;
    private final BoardIntake board;

    /**
     * @param sites whose commitments owners speak of
     * @param force whose signals they answer
     */
    Intake(long seed, ForceCalendar calendar, Sites sites, String force) {
        this.seed = seed;
        this.calendar = calendar;
        generator = new CaseGenerator(seed, calendar);
        programme = new StalkingProgramme(seed, calendar);
        subjects = new SubjectIntake(seed, calendar);
        incidents = new IncidentIntake(seed, calendar);
        board = new BoardIntake(seed, calendar, sites, force);
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
        int orphans = draw.poisson(Figures.of("orphans_a_day"));
        for (int index = 0; index < orphans; index++) {
            sink.accept(orphan(day, index));
        }
        subjects.casesOf(day, sink);
        incidents.casesOf(day, sink);
        board.casesOf(day, sink);
    }

    /** The number of crimes of a group that is expected on a day, those that are removed later included. */
    double expected(OffenceGroup group, int day) {
        double years = (day - calendar.days() / 2.0) / DAYS_A_YEAR;
        double growth = StrictMath.pow(1 + Figures.of("growth_a_year"), years);
        var date = calendar.date(day);
        double phase = 2 * Math.PI * (date.getDayOfYear() - PEAK_DAY_OF_YEAR) / DAYS_A_YEAR;
        double season = 1 + Figures.of("summer_peak") * StrictMath.cos(phase);
        double recorded = group.figure("a_month") / DAYS_A_MONTH / (1 - Figures.removed());
        return recorded * growth * season * weekday(group.figure("weekend"), day);
    }

    private double weekday(double weekend, int day) {
        double weekdayMean = 7 / (5 + 2 * weekend);
        if (calendar.date(day).getDayOfWeek().getValue() >= 6) {
            return weekdayMean * weekend;
        }
        return weekdayMean * (calendar.nonWorking(day) ? Figures.of("bank_holiday_intake") : 1);
    }

    /** An outcome whose crime never comes, as when a record is deleted at its source. */
    private SimulatedCase orphan(int day, int index) {
        Draw draw = Draw.at(seed, ORPHAN, day, index);
        String reference = calendar.crimeNumber("X" + (day * 100 + index), day);
        SimulatedCase simulated = new SimulatedCase(day, reference);
        long assignedAt = calendar.hourOf(day, draw.uniform(8, 20));
        long changedAt = assignedAt + ForceCalendar.HOUR;
        OutcomeRecord outcome = new OutcomeRecord(reference, draw.chance(0.5) ? "16" : "15", assignedAt);
        outcome.save(simulated, 0, changedAt, draw.uuid());
        simulated.mark(Disturbance.ORPHAN_OUTCOME, changedAt);
        return simulated;
    }
}
