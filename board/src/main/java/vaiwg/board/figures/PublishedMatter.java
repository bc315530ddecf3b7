package vaiwg.board.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vaiwg.kpis.catalogue.Movement;
import vaiwg.statistics.signals.alarm.AlarmSignals;

/**
 * Figures that are taken to have one cause, of which an owner is asked once.
 *
 * @param asAt the newest midnight at which it was open
 * @param id stable as long as the signal that was raised first stands
 * @param area the slug of the priority area
 * @param movement better, worse, or where neither direction is good, more or less
 * @param why figure, data or level
 * @param asked when its owner was asked, who answers by the day on which it is {@code due}
 * @param day the last day of what raised it
 * @param kpi of the figure that shows it best, in {@code slice}
 * @param basis how that is counted; by day where the daily alarm raised it
 * @param what without numbers
 * @param figuresRaised what of how many its figure was when it was raised
 * @param figuresNow the newest period of the chart since an early warning
 * @param text what raised it and what its figure is now, as dashboards say it
 * @param charts how many figures of other cases show it, its own among them
 * @param howSure "Fair: early warning", as dashboards say it
 * @param nextStep "Act: find the cause", as dashboards say it
 * @param suppressed whether its numbers are of too few
 */
public record PublishedMatter(
        LocalDate asAt,
        String id,
        String area,
        String state,
        Movement movement,
        String why,
        LocalDate raised,
        LocalDate asked,
        LocalDate due,
        LocalDate since,
        LocalDate day,
        String kpi,
        String basis,
        String slice,
        String what,
        Optional<String> figuresRaised,
        Optional<String> figuresNow,
        String text,
        List<String> signals,
        int charts,
        String howSure,
        String nextStep,
        boolean suppressed) {
    /** Whether the daily alarm raised it: of outcomes by their day, where charts are of cases by the day of recording. */
    public boolean isEarlyWarning() {
        return basis.equals(AlarmSignals.BASIS);
    }

    /** Whether it is this matter, also where the signal that was raised first has ended since. */
    public boolean isOf(PublishedMatter other) {
        return id.equals(other.id) || signals.stream().anyMatch(other.signals::contains);
    }
}
