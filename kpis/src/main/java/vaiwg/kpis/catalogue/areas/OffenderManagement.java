package vaiwg.kpis.catalogue.areas;

import static vaiwg.kpis.catalogue.Basis.RECORDED;
import static vaiwg.kpis.catalogue.Basis.STOCK;
import static vaiwg.kpis.catalogue.Direction.RISING;
import static vaiwg.kpis.catalogue.MeasureBuilder.rate;
import static vaiwg.kpis.catalogue.MeasureBuilder.share;
import static vaiwg.kpis.catalogue.Priority.OFFENDER_MANAGEMENT;
import static vaiwg.kpis.catalogue.SliceFamily.TOTAL;
import static vaiwg.kpis.facts.Fact.ACTIVE;
import static vaiwg.kpis.facts.Fact.ORDER_APPLIED;
import static vaiwg.kpis.facts.Fact.PROGRAMME_COMPLETED;
import static vaiwg.kpis.facts.Fact.PROGRAMME_STARTED;
import static vaiwg.kpis.facts.Fact.STALKING;
import static vaiwg.kpis.facts.Fact.SUSPECT_IDENTIFIED;

import java.util.List;
import vaiwg.kpis.catalogue.Measure;

/** Offender and Suspect Management: are offenders managed, to protect victims? */
public final class OffenderManagement {
    static final Measure SPO_APPLIED_RATE = rate("spo_applied_rate")
            .title("Applications for stalking protection orders")
            .in(OFFENDER_MANAGEMENT)
            .means(
                    "Applications for a stalking protection order, for each stalking crime recorded with a named suspect.")
            .of(ACTIVE.and(STALKING, SUSPECT_IDENTIFIED))
            .counting(ORDER_APPLIED)
            .amongSteps()
            .unit("for each stalking crime with a named suspect")
            .bases(RECORDED)
            .by(TOTAL)
            .onBoards(RECORDED, 90, 365)
            .goodWhen(RISING)
            .answersTo("2.3.1");

    static final Measure EASI_COMPLETION = share("easi_completion")
            .title("Completed the early awareness programme")
            .in(OFFENDER_MANAGEMENT)
            .means(
                    "Of people who attended a first session at least 56 days ago, how many attended six within 56 days of it.")
            .of(PROGRAMME_STARTED)
            .counting(PROGRAMME_COMPLETED)
            .amongProgrammePlaces()
            .bases(STOCK)
            .by(TOTAL)
            .stockOnBoards()
            .goodWhen(RISING)
            .answersTo("1.3");

    private OffenderManagement() {}

    public static List<Measure> all() {
        return List.of(SPO_APPLIED_RATE, EASI_COMPLETION);
    }
}
