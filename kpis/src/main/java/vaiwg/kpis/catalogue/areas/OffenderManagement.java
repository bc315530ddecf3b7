package vaiwg.kpis.catalogue.areas;

import static vaiwg.kpis.catalogue.Basis.ASSIGNED;
import static vaiwg.kpis.catalogue.Basis.RECORDED;
import static vaiwg.kpis.catalogue.Basis.STOCK;
import static vaiwg.kpis.catalogue.Basis.settled;
import static vaiwg.kpis.catalogue.Direction.FALLING;
import static vaiwg.kpis.catalogue.Direction.RISING;
import static vaiwg.kpis.catalogue.MeasureBuilder.count;
import static vaiwg.kpis.catalogue.MeasureBuilder.rate;
import static vaiwg.kpis.catalogue.MeasureBuilder.share;
import static vaiwg.kpis.catalogue.Priority.OFFENDER_MANAGEMENT;
import static vaiwg.kpis.catalogue.SliceFamily.TOTAL;
import static vaiwg.kpis.facts.Fact.ACTIVE;
import static vaiwg.kpis.facts.Fact.ORDER_APPLIED;
import static vaiwg.kpis.facts.Fact.ORDER_BREACHED;
import static vaiwg.kpis.facts.Fact.ORDER_DECIDED;
import static vaiwg.kpis.facts.Fact.ORDER_GRANTED;
import static vaiwg.kpis.facts.Fact.PLACE_FILLED;
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

    static final Measure SPO_GRANTED_SHARE = share("spo_granted_share")
            .title("Stalking protection orders granted")
            .in(OFFENDER_MANAGEMENT)
            .means(
                    "Of decisions of the court on a full stalking protection order, by the day of the decision, how many granted it. An "
                            + "interim order is no decision.")
            .of(ORDER_DECIDED)
            .counting(ORDER_GRANTED)
            .amongSteps()
            .bases(ASSIGNED)
            .windows(90, 365)
            .by(TOTAL)
            .onBoards(ASSIGNED, 365)
            .caution("No good direction: it falls where more is dared, and where applications get worse.")
            .answersTo("2.3.1");

    static final Measure SPO_BREACH_RATE = share("spo_breach_rate")
            .title("Stalking protection orders breached within a year")
            .in(OFFENDER_MANAGEMENT)
            .means(
                    "Of full stalking protection orders granted at least 365 days ago, how many had a recorded breach less than 365 "
                            + "days after the day of the grant: about the breaches of 100 order-years, each order counted once. A breach "
                            + "is one of the order that the person was given last before it.")
            .of(ORDER_GRANTED)
            .counting(ORDER_BREACHED)
            .amongSteps()
            .settled(365)
            .windows(365)
            .by(TOTAL)
            .onBoards(settled(365), 365)
            .goodWhen(FALLING, "a breach that nobody records is in no figure")
            .answersTo("2.3.1");

    static final Measure EASI_PLACES_FILLED = count("easi_places_filled")
            .title("Places filled on the early awareness programme")
            .in(OFFENDER_MANAGEMENT)
            .means(
                    "People selected for the treatment arm of the programme so far, each once, whatever became of them; the paper "
                            + "plans 100 places in twelve months. The control arm is not in it.")
            .of(PLACE_FILLED)
            .amongSteps()
            .unit("places of 100")
            .bases(STOCK)
            .by(TOTAL)
            .stockOnBoards()
            .goodWhen(RISING, "against the time elapsed")
            .answersTo("1.3");

    private OffenderManagement() {}

    public static List<Measure> all() {
        return List.of(SPO_APPLIED_RATE, SPO_GRANTED_SHARE, SPO_BREACH_RATE, EASI_PLACES_FILLED, EASI_COMPLETION);
    }
}
