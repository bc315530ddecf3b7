package vaiwg.board.comparison;

import java.util.List;
import vaiwg.board.report.Unit;
import vaiwg.statistics.signals.charts.Funnel;

/** What forces are compared by: all that public archives tell of a crime. */
public enum ForceMeasure {
    RECORDED("Recorded", "Crimes recorded, for each 10,000 residents", Unit.PER_10_000, "residents"),
    OUTCOME_RECORDED("Outcome recorded", "Of crimes recorded, those with any outcome", Unit.SHARE, "crimes recorded"),
    UNABLE_TO_PROSECUTE(
            "Unable to prosecute",
            "Of crimes recorded, those with the outcome “unable to prosecute suspect”",
            Unit.SHARE,
            "crimes recorded"),
    CHARGED("Charged", "Of crimes recorded, those with a suspect charged", Unit.SHARE, "crimes recorded");

    private static final int PEOPLE = 10_000;

    private final String title;
    private final String definition;
    private final Unit unit;
    private final String sizes;

    ForceMeasure(String title, String definition, Unit unit, String sizes) {
        this.title = title;
        this.definition = definition;
        this.unit = unit;
        this.sizes = sizes;
    }

    public String title() {
        return title;
    }

    public String definition() {
        return definition;
    }

    public Unit unit() {
        return unit;
    }

    /** What its denominators are, in the plural. */
    public String sizes() {
        return sizes;
    }

    /** Whether it is of crimes that are followed up, and not of residents. */
    public boolean isOfOutcomes() {
        return unit == Unit.SHARE;
    }

    /** A share or a rate for one person as it is shown. */
    double shown(double value) {
        return isOfOutcomes() ? value : PEOPLE * value;
    }

    Funnel funnel(List<Funnel.Unit> units) {
        return isOfOutcomes() ? Funnel.of(units) : Funnel.ofRates(units);
    }
}
