package vaiwg.kpis.catalogue.areas;

import static vaiwg.kpis.catalogue.Basis.ASSIGNED;
import static vaiwg.kpis.catalogue.Basis.RECORDED;
import static vaiwg.kpis.catalogue.Basis.STOCK;
import static vaiwg.kpis.catalogue.Basis.settled;
import static vaiwg.kpis.catalogue.Direction.FALLING;
import static vaiwg.kpis.catalogue.Direction.RISING;
import static vaiwg.kpis.catalogue.MeasureBuilder.count;
import static vaiwg.kpis.catalogue.MeasureBuilder.median;
import static vaiwg.kpis.catalogue.MeasureBuilder.populationRate;
import static vaiwg.kpis.catalogue.MeasureBuilder.rate;
import static vaiwg.kpis.catalogue.MeasureBuilder.share;
import static vaiwg.kpis.catalogue.Priority.OFFENDER_MANAGEMENT;
import static vaiwg.kpis.catalogue.SliceFamily.DOMESTIC_ABUSE_AND_LPA;
import static vaiwg.kpis.catalogue.SliceFamily.LPA;
import static vaiwg.kpis.catalogue.SliceFamily.PERPETRATOR_AGE;
import static vaiwg.kpis.catalogue.SliceFamily.PERPETRATOR_RELATIONSHIP;
import static vaiwg.kpis.catalogue.SliceFamily.PERPETRATOR_SEX;
import static vaiwg.kpis.catalogue.SliceFamily.PROGRAMME_ROUTE;
import static vaiwg.kpis.catalogue.SliceFamily.THEME;
import static vaiwg.kpis.catalogue.SliceFamily.THEME_AND_LPA;
import static vaiwg.kpis.catalogue.SliceFamily.TOTAL;
import static vaiwg.kpis.catalogue.SliceFamily.TRIAL_ARM;
import static vaiwg.kpis.facts.Expression.not;
import static vaiwg.kpis.facts.Fact.ACTIVE;
import static vaiwg.kpis.facts.Fact.DOMESTIC_ABUSE;
import static vaiwg.kpis.facts.Fact.DVPO_DECIDED;
import static vaiwg.kpis.facts.Fact.DVPO_DECIDED_GRANTED;
import static vaiwg.kpis.facts.Fact.DVPO_HEARD;
import static vaiwg.kpis.facts.Fact.DVPO_HEARD_WITHIN_48H;
import static vaiwg.kpis.facts.Fact.FOLLOWED_180D;
import static vaiwg.kpis.facts.Fact.FOLLOWED_270D;
import static vaiwg.kpis.facts.Fact.FOLLOWED_30D;
import static vaiwg.kpis.facts.Fact.FOLLOWED_365D;
import static vaiwg.kpis.facts.Fact.FOLLOWED_90D;
import static vaiwg.kpis.facts.Fact.HIGH_RISK_HEARD;
import static vaiwg.kpis.facts.Fact.HIGH_RISK_REFERRED;
import static vaiwg.kpis.facts.Fact.LED_TO_PROGRAMME;
import static vaiwg.kpis.facts.Fact.MARAC_HEARD;
import static vaiwg.kpis.facts.Fact.MARAC_REPEAT;
import static vaiwg.kpis.facts.Fact.OF_SEVERAL_VICTIMS;
import static vaiwg.kpis.facts.Fact.ORDER_APPLIED;
import static vaiwg.kpis.facts.Fact.ORDER_BREACHED;
import static vaiwg.kpis.facts.Fact.ORDER_DECIDED;
import static vaiwg.kpis.facts.Fact.ORDER_GRANTED;
import static vaiwg.kpis.facts.Fact.PERSON_VICTIM;
import static vaiwg.kpis.facts.Fact.PLACE_FILLED;
import static vaiwg.kpis.facts.Fact.PROGRAMME_COMPLETED;
import static vaiwg.kpis.facts.Fact.PROGRAMME_STARTED;
import static vaiwg.kpis.facts.Fact.REFERRAL_DEADLINE_KNOWN;
import static vaiwg.kpis.facts.Fact.REOFFENDED_180D;
import static vaiwg.kpis.facts.Fact.REOFFENDED_270D;
import static vaiwg.kpis.facts.Fact.REOFFENDED_30D;
import static vaiwg.kpis.facts.Fact.REOFFENDED_365D;
import static vaiwg.kpis.facts.Fact.REOFFENDED_90D;
import static vaiwg.kpis.facts.Fact.REPEAT_KNOWN;
import static vaiwg.kpis.facts.Fact.SCREENED_WITHIN_7D;
import static vaiwg.kpis.facts.Fact.STALKING;
import static vaiwg.kpis.facts.Fact.SUPPORT_REFERRED_WITHIN_2D;
import static vaiwg.kpis.facts.Fact.SUSPECT_BEFORE;
import static vaiwg.kpis.facts.Fact.SUSPECT_IDENTIFIED;
import static vaiwg.kpis.facts.Fact.SUSPECT_OF_CRIME;
import static vaiwg.kpis.facts.Fact.UNDER_MANAGEMENT;
import static vaiwg.kpis.facts.Fact.VICTIM_LINKED;
import static vaiwg.kpis.facts.Quantity.DAYS_TO_APPLY;
import static vaiwg.kpis.facts.Quantity.DAYS_TO_DISCLOSE;
import static vaiwg.kpis.facts.Quantity.HOURS_TO_HEARING;
import static vaiwg.kpis.reference.Population.ADULT_FEMALE_RESIDENTS;

import java.util.List;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.MeasureBuilder;
import vaiwg.kpis.facts.Expression;
import vaiwg.kpis.facts.Fact;

/** Offender and Suspect Management: are offenders managed, to protect victims? */
public final class OffenderManagement {
    private static final String SELECTED_AND_ASSESSED =
            "Of people selected for either arm of the trial of the EASI programme so far whose risk was assessed by the "
                    + "selection and again after it, for how many the newest risk is ";
    private static final String SELECTED_AND_SCORED =
            "Of people selected for either arm of the trial of the EASI programme so far of whom an assessment by a validated "
                    + "instrument after the selection says what has become, since the assessment before, of ";
    private static final String ONE_ARM_BESIDE_THE_OTHER =
            "only the treatment arm beside the control arm; it is of those who were assessed again, in the treatment arm most of them completers, "
                    + "and not of all who were selected";

    static final Measure SPO_APPLIED_RATE = rate("spo_applied_rate")
            .title("Applications for stalking protection orders")
            .shortTitle("Stalking orders sought, per 100")
            .headline(6)
            .in(OFFENDER_MANAGEMENT)
            .definition(
                    "Applications for a stalking protection order, for each stalking crime with a named suspect that was recorded in the "
                            + "same days.")
            .denominator(ACTIVE.and(STALKING, SUSPECT_IDENTIFIED))
            .numerator(ORDER_APPLIED)
            .amongSteps()
            .unit("for each stalking crime with a named suspect")
            .bases(RECORDED)
            .by(TOTAL)
            .onDashboards(RECORDED, 90, 365)
            .polarity(RISING, "many applications follow crimes that were recorded before these days")
            .raisesAlerts()
            .reference("2.2.3")
            .build();

    static final Measure EASI_COMPLETION = share("easi_completion")
            .title("Completed the EASI programme")
            .shortTitle("EASI programme completed")
            .headline(7)
            .in(OFFENDER_MANAGEMENT)
            .definition(
                    "Of people who attended a first session of the EASI programme at least 56 days ago, how many attended "
                            + "six different ones within 56 days of it; in all, and by the route that led to the programme.")
            .denominator(PROGRAMME_STARTED)
            .numerator(PROGRAMME_COMPLETED)
            .amongProgrammePlaces()
            .bases(STOCK)
            .by(TOTAL, PROGRAMME_ROUTE)
            .stockOnDashboards()
            .polarity(RISING, "who was selected and never began is not in it")
            .reference("1.3")
            .build();

    static final Measure SPO_GRANTED_SHARE = share("spo_granted_share")
            .title("Stalking protection orders granted")
            .shortTitle("Stalking orders granted")
            .in(OFFENDER_MANAGEMENT)
            .definition(
                    "Of decisions of the court on a full stalking protection order, by the day of the decision, how many granted it. An "
                            + "interim order is no decision.")
            .denominator(ORDER_DECIDED)
            .numerator(ORDER_GRANTED)
            .amongSteps()
            .bases(ASSIGNED)
            .windows(90, 365)
            .by(TOTAL)
            .onDashboards(ASSIGNED, 365)
            .caveats("No good direction: it falls where more is dared, and where applications get worse.")
            .reference("2.2.3")
            .build();

    static final Measure SPO_BREACH_RATE = share("spo_breach_rate")
            .title("Stalking protection orders breached within a year")
            .shortTitle("Stalking orders breached in a year")
            .in(OFFENDER_MANAGEMENT)
            .definition(
                    "Of full stalking protection orders granted at least 365 days ago, how many had a recorded breach less than 365 days "
                            + "after the day of the grant: about the breaches of 100 order-years, each order counted once. A breach is "
                            + "one of the order that the person was given last before it.")
            .denominator(ORDER_GRANTED)
            .numerator(ORDER_BREACHED)
            .amongSteps()
            .settled(365)
            .windows(365)
            .by(TOTAL)
            .onDashboards(settled(365), 365)
            .polarity(FALLING, "a breach that nobody records is in no figure")
            .reference("2.2.3")
            .build();

    static final Measure EASI_PLACES_FILLED = count("easi_places_filled")
            .aboutNobody()
            .title("Places filled on the EASI programme")
            .shortTitle("EASI programme places filled")
            .in(OFFENDER_MANAGEMENT)
            .definition(
                    "People selected for the treatment arm of the EASI programme so far, each once, whatever became of "
                            + "them; the paper plans 100 places in twelve months. The control arm is not in it. Broken down by the route that led "
                            + "there, a conditional caution or a conviction, and by the age, sex and relationship to the victim that the selection says.")
            .denominator(PLACE_FILLED)
            .amongSteps()
            .ofFixedPlaces()
            .unit("places of 100")
            .bases(STOCK)
            .by(TOTAL, PROGRAMME_ROUTE, PERPETRATOR_AGE, PERPETRATOR_SEX, PERPETRATOR_RELATIONSHIP)
            .stockOnDashboards()
            .polarity(RISING, "against the time elapsed")
            .reference("1.3")
            .build();

    static final Measure EASI_CONSENTED = programmeStage("easi_consented", Fact.PROGRAMME_CONSENTED)
            .title("Consented to the EASI programme")
            .shortTitle("EASI programme: consented")
            .definition(
                    "Of the people selected for the treatment arm of the EASI programme so far, how many consented.")
            .reference("1.3")
            .build();

    static final Measure EASI_STARTED = programmeStage("easi_started", Fact.PROGRAMME_BEGUN)
            .title("Started the EASI programme")
            .shortTitle("EASI programme: started")
            .definition(
                    "Of the people selected for the treatment arm of the EASI programme so far, how many attended a first "
                            + "session.")
            .reference("1.3")
            .build();

    static final Measure EASI_ALL_SIX = programmeStage("easi_all_six", Fact.PROGRAMME_ALL_ATTENDED)
            .title("Attended all six sessions of the EASI programme")
            .shortTitle("EASI programme: all six sessions")
            .definition(
                    "Of the people selected for the treatment arm of the EASI programme so far, how many attended six "
                            + "different sessions, in whatever time.")
            .reference("1.3")
            .build();

    /** One number below another: selected, consented, started, all six sessions. */
    private static MeasureBuilder programmeStage(String slug, Fact reached) {
        return count(slug)
                .in(OFFENDER_MANAGEMENT)
                .annex()
                .denominator(reached)
                .amongSteps()
                .ofFixedPlaces()
                .unit("people")
                .bases(STOCK)
                .by(TOTAL, PROGRAMME_ROUTE)
                .polarity(RISING, "beside the places filled: people who were just selected had no time yet");
    }

    static final Measure EASI_VICTIMS_REFERRED_2D = share("easi_victims_referred_2d")
            .title("Victims of the programme's perpetrators referred to support in 2 days")
            .shortTitle("EASI programme: victims referred")
            .annex()
            .in(OFFENDER_MANAGEMENT)
            .definition(
                    "Of crimes because of which a suspect was selected for the trial of the EASI programme, with a person as "
                            + "victim, for how many a referral to support, or that it was declined, is on record within two working days of the "
                            + "report.")
            .denominator(ACTIVE.and(PERSON_VICTIM, LED_TO_PROGRAMME, REFERRAL_DEADLINE_KNOWN))
            .numerator(SUPPORT_REFERRED_WITHIN_2D)
            .settled(7)
            .windows(365)
            .by(TOTAL)
            .polarity(RISING, "a selection that names no crime is not seen")
            .reference("1.3")
            .build();

    static final Measure SPO_DAYS_TO_APPLY_MEDIAN = median("spo_days_to_apply_median", DAYS_TO_APPLY)
            .title("Days until a stalking protection order is applied for")
            .shortTitle("Half of stalking orders sought in")
            .in(OFFENDER_MANAGEMENT)
            .definition(
                    "Of applications for a stalking protection order that name a crime, by the day of the application, half were made "
                            + "within so many days of the day on which that crime was recorded.")
            .denominator(ACTIVE.and(ORDER_APPLIED))
            .amongSteps()
            .bases(RECORDED)
            .windows(90, 365)
            .by(TOTAL, LPA)
            .onDashboards(RECORDED, 365)
            .polarity(FALLING, "an application that names no crime is not in it")
            .reference("2.2.3")
            .build();

    static final Measure STALKING_SCREENED_7D = share("stalking_screened_7d")
            .title("Stalking screened within seven days")
            .shortTitle("Stalking screened within 7 days")
            .in(OFFENDER_MANAGEMENT)
            .definition(
                    "Of stalking crimes with a suspect named within seven days of recording, for how many a suspect was screened with a "
                            + "stalking tool by then.")
            .denominator(ACTIVE.and(STALKING, SUSPECT_IDENTIFIED))
            .numerator(SCREENED_WITHIN_7D)
            .settled(7)
            .windows(90, 365)
            .by(TOTAL, THEME_AND_LPA)
            .onDashboards(settled(7), 365)
            .polarity(RISING, "a screening that names no crime is not seen")
            .reference("1.3")
            .build();

    static final Measure DVPN_RATE = perCrimeOfAbuse("dvpn_rate", Fact.DVPN_GIVEN)
            .title("Domestic violence protection notices for each crime of domestic abuse")
            .shortTitle("Domestic violence notices, per 100")
            .definition(
                    "Domestic violence protection notices given, by that day, for each crime marked as domestic abuse that was recorded "
                            + "in the same days.")
            .reference("2.2.1")
            .build();

    static final Measure DVPO_RATE = perCrimeOfAbuse("dvpo_rate", Fact.DVPO_GRANTED)
            .title("Domestic violence protection orders for each crime of domestic abuse")
            .shortTitle("Domestic violence orders, per 100")
            .definition(
                    "Domestic violence protection orders granted, by that day, for each crime marked as domestic abuse that was recorded in "
                            + "the same days.")
            .reference("2.2.1")
            .build();

    private static MeasureBuilder perCrimeOfAbuse(String slug, Fact made) {
        return rate(slug)
                .in(OFFENDER_MANAGEMENT)
                .denominator(ACTIVE.and(DOMESTIC_ABUSE))
                .numerator(made)
                .amongSteps()
                .unit("for each crime marked as domestic abuse")
                .bases(RECORDED)
                .windows(90, 365)
                .by(TOTAL)
                .onDashboards(RECORDED, 365)
                .caveats("No good direction in itself: up to the average of like forces.");
    }

    static final Measure DVPO_WITHIN_48H = share("dvpo_within_48h")
            .aboutNobody()
            .title("Domestic violence protection orders heard within 48 hours")
            .shortTitle("Domestic orders heard in 48 hours")
            .in(OFFENDER_MANAGEMENT)
            .definition(
                    "Of applications for a domestic violence protection order that the court heard, by the day of the hearing, how many "
                            + "were heard at most 48 hours after the notice. Hours of Sundays, Christmas Day, Good Friday and bank holidays "
                            + "are not counted (Crime and Security Act 2010, section 27).")
            .denominator(DVPO_HEARD.and(Fact.DVPO_HEARING_DEADLINE_KNOWN))
            .numerator(DVPO_HEARD_WITHIN_48H)
            .amongSteps()
            .bases(RECORDED)
            .windows(90, 365)
            .by(TOTAL, DOMESTIC_ABUSE_AND_LPA)
            .onDashboards(RECORDED, 365)
            .polarity(RISING, "an application that was never heard is not in it")
            .reference("2.2.1")
            .build();

    static final Measure DVPN_GIVEN = order("dvpn_given", Fact.DVPN_GIVEN)
            .title("Domestic violence protection notices given")
            .shortTitle("Domestic violence notices given")
            .definition("Domestic violence protection notices given by the police, by their day.")
            .unit("notices")
            .caveats("No good direction in itself: up to what like forces give.")
            .reference("2.2.1")
            .build();

    static final Measure DVPO_APPLIED = order("dvpo_applied", Fact.DVPO_APPLIED)
            .aboutNobody()
            .title("Domestic violence protection orders applied for")
            .shortTitle("Domestic violence orders sought")
            .definition(
                    "Applications for a domestic violence protection order, by the day of the notice that they follow, whatever the court "
                            + "said of them.")
            .unit("applications")
            .caveats("No good direction in itself: to be read beside the notices given.")
            .reference("2.2.1")
            .build();

    static final Measure DVPO_GRANTED = order("dvpo_granted", Fact.DVPO_GRANTED)
            .title("Domestic violence protection orders granted")
            .shortTitle("Domestic violence orders granted")
            .definition("Domestic violence protection orders granted by the court, by the day of the grant.")
            .unit("orders")
            .caveats("No good direction in itself: to be read beside the applications.")
            .reference("2.2.1")
            .build();

    static final Measure DVPO_NOT_GRANTED = order("dvpo_not_granted", DVPO_DECIDED.and(not(DVPO_DECIDED_GRANTED)))
            .title("Domestic violence protection orders heard and not granted")
            .shortTitle("Domestic orders heard, not granted")
            .definition(
                    "Applications for a domestic violence protection order that the court heard and of which no grant is on record, by the day "
                            + "of the hearing.")
            .unit("applications")
            .caveats(
                    "No good direction in itself: it rises where more is dared. What was adjourned is in it until it is granted.")
            .reference("2.2.1")
            .build();

    private static MeasureBuilder order(String slug, Expression made) {
        return count(slug)
                .in(OFFENDER_MANAGEMENT)
                .annex()
                .concerns("domestic violence orders")
                .denominator(made)
                .amongSteps()
                .bases(RECORDED)
                .windows(90, 365)
                .by(TOTAL, DOMESTIC_ABUSE_AND_LPA);
    }

    static final Measure DVPO_GRANTED_SHARE = share("dvpo_granted_share")
            .title("Domestic violence protection orders granted, of those heard")
            .shortTitle("Domestic orders granted, of heard")
            .annex()
            .concerns("domestic violence orders")
            .in(OFFENDER_MANAGEMENT)
            .definition(
                    "Of applications for a domestic violence protection order that the court heard, by the day of the hearing, how many "
                            + "were granted by now; of the others no grant is on record.")
            .denominator(DVPO_DECIDED)
            .numerator(DVPO_DECIDED_GRANTED)
            .amongSteps()
            .bases(RECORDED)
            .windows(90, 365)
            .by(TOTAL, DOMESTIC_ABUSE_AND_LPA)
            .caveats("No good direction: it falls where more is dared, and where applications get worse.")
            .reference("2.2.1")
            .build();

    static final Measure DVPO_HOURS_TO_HEARING_MEDIAN = median("dvpo_hours_to_hearing_median", HOURS_TO_HEARING)
            .aboutNobody()
            .title("Hours from the notice to the hearing of a domestic violence order")
            .shortTitle("Half of domestic orders heard in")
            .annex()
            .concerns("domestic violence orders")
            .in(OFFENDER_MANAGEMENT)
            .definition(
                    "Of applications for a domestic violence protection order that the court heard, by the day of the hearing, half were "
                            + "heard within so many whole hours of the notice: all hours, also those of Sundays and bank holidays.")
            .denominator(DVPO_HEARD)
            .amongSteps()
            .bases(RECORDED)
            .windows(90, 365)
            .by(TOTAL, DOMESTIC_ABUSE_AND_LPA)
            .polarity(FALLING, "an application that was never heard is not in it")
            .reference("2.2.1")
            .build();

    static final Measure DISCLOSURES_ASKED = disclosures("disclosures_asked", Fact.DISCLOSURE_ASKED)
            .title("Disclosures on domestic violence asked for")
            .shortTitle("Disclosures asked for")
            .definition("Disclosures under the domestic violence disclosure scheme that were asked for, by that day.")
            .reference("2.2.1")
            .build();

    static final Measure DISCLOSURES_MADE = disclosures("disclosures_made", Fact.DISCLOSURE_MADE)
            .title("Disclosures on domestic violence made")
            .shortTitle("Disclosures made")
            .definition("Disclosures under the domestic violence disclosure scheme that were made, by that day.")
            .reference("2.2.1")
            .build();

    private static MeasureBuilder disclosures(String slug, Fact step) {
        return count(slug)
                .in(OFFENDER_MANAGEMENT)
                .annex()
                .concerns("disclosures")
                .denominator(step)
                .amongSteps()
                .unit("disclosures")
                .bases(RECORDED)
                .windows(90, 365)
                .by(TOTAL)
                .caveats(
                        "No good direction: more are asked for where the scheme is known, and not all are to be made.");
    }

    static final Measure DISCLOSURE_DAYS_MEDIAN = median("disclosure_days_median", DAYS_TO_DISCLOSE)
            .title("Days until a disclosure on domestic violence is made")
            .shortTitle("Half of disclosures made within")
            .annex()
            .concerns("disclosures")
            .in(OFFENDER_MANAGEMENT)
            .definition(
                    "Of disclosures under the domestic violence disclosure scheme that were made, by that day, half were made within so "
                            + "many days of the day on which they were asked for.")
            .denominator(Fact.DISCLOSURE_MADE)
            .amongSteps()
            .bases(RECORDED)
            .windows(90, 365)
            .by(TOTAL)
            .polarity(FALLING, "what was asked for and not made yet is not in it")
            .reference("2.2.1")
            .build();

    static final Measure SHPO_GRANTED = count("shpo_granted")
            .title("Sexual harm prevention orders granted")
            .shortTitle("Sexual harm orders granted")
            .concerns("sexual harm prevention orders")
            .in(OFFENDER_MANAGEMENT)
            .definition("Sexual harm prevention orders granted, by the day of the grant.")
            .denominator(Fact.SHPO_GRANTED)
            .amongSteps()
            .unit("orders")
            .bases(RECORDED)
            .windows(90, 365)
            .by(TOTAL, LPA)
            .onDashboards(RECORDED, 365)
            .caveats("No good direction: it follows convictions and applications.")
            .reference("2.3.4")
            .build();

    static final Measure SHPO_INTERIM = shpoKind("shpo_interim", Fact.INTERIM_KNOWN, Fact.INTERIM_ORDER)
            .title("Sexual harm prevention orders that are interim")
            .shortTitle("Sexual harm orders: interim")
            .definition(
                    "Of sexual harm prevention orders granted whose record says it, by the day of the grant, how many are interim; the others "
                            + "are full.")
            .reference("2.3.4")
            .build();

    static final Measure SHPO_CIVIL = shpoKind("shpo_civil", Fact.CIVIL_KNOWN, Fact.CIVIL_ORDER)
            .title("Sexual harm prevention orders made by a civil court")
            .shortTitle("Sexual harm orders: civil")
            .definition(
                    "Of sexual harm prevention orders granted whose record says it, by the day of the grant, how many were made on an "
                            + "application to a civil court; the others were made on conviction.")
            .reference("2.3.4")
            .build();

    private static MeasureBuilder shpoKind(String slug, Fact known, Fact kind) {
        return share(slug)
                .in(OFFENDER_MANAGEMENT)
                .annex()
                .concerns("sexual harm prevention orders")
                .denominator(Fact.SHPO_GRANTED.and(known))
                .numerator(kind)
                .amongSteps()
                .bases(RECORDED)
                .windows(90, 365)
                .by(TOTAL, LPA)
                .caveats("No good direction: it follows convictions and applications. Older records do not say it.");
    }

    static final Measure SHPO_CUMULATIVE = count("shpo_cumulative")
            .title("Sexual harm prevention orders granted so far")
            .shortTitle("Sexual harm orders so far")
            .concerns("sexual harm prevention orders")
            .in(OFFENDER_MANAGEMENT)
            .definition("Sexual harm prevention orders ever granted, as the paper counts them; it can only grow.")
            .denominator(Fact.SHPO_GRANTED)
            .amongSteps()
            .unit("orders")
            .bases(STOCK)
            .by(TOTAL, LPA)
            .stockOnDashboards()
            .caveats("A running total since the first order in the feed: not how many are in force.")
            .reference("2.3.4")
            .build();

    static final Measure SHPO_IN_FORCE = count("shpo_in_force")
            .title("Sexual harm prevention orders in force")
            .shortTitle("Sexual harm orders in force")
            .concerns("sexual harm prevention orders")
            .in(OFFENDER_MANAGEMENT)
            .definition("Sexual harm prevention orders that were granted and have not ended.")
            .denominator(Fact.SHPO_IN_FORCE)
            .amongStepsInStock()
            .unit("orders")
            .by(TOTAL, LPA)
            .stockOnDashboards()
            .caveats("No good direction: each is one more person to be managed.")
            .reference("2.3.4")
            .build();

    static final Measure MARAC_RATE = populationRate("marac_rate", ADULT_FEMALE_RESIDENTS)
            .title("Cases heard at a conference on high risk (MARAC) for 10,000 women")
            .shortTitle("MARAC cases, per 10,000 women")
            .in(OFFENDER_MANAGEMENT)
            .definition(
                    "Cases heard at a multi-agency risk assessment conference in 365 days, by the day of the hearing, for the women of "
                            + "18 and over who live there: as many as the reference file says for the day of the snapshot.")
            .denominator(MARAC_HEARD)
            .amongSteps()
            .bases(RECORDED)
            .by(TOTAL)
            .onDashboards(RECORDED, 365)
            .caveats("No good direction: it rises where more is found, and where more happens.")
            .reference("2.2.1")
            .build();

    static final Measure MARAC_HIGH_RISK_28D = share("marac_high_risk_28d")
            .title("Domestic abuse of high risk heard within 28 days")
            .shortTitle("High risk heard within 28 days")
            .in(OFFENDER_MANAGEMENT)
            .definition(
                    "Of cases of high risk that were referred at least 28 days ago, how many the conference heard less than 28 days "
                            + "after the referral.")
            .denominator(HIGH_RISK_REFERRED)
            .numerator(HIGH_RISK_HEARD)
            .amongSteps()
            .settled(28)
            .windows(90, 365)
            .by(TOTAL)
            .onDashboards(settled(28), 365)
            .polarity(RISING, "a case that nobody referred is not in it")
            .reference("2.2.1")
            .build();

    static final Measure MARAC_REPEAT_SHARE = share("marac_repeat")
            .title("Repeat cases at the conference on high risk (MARAC)")
            .shortTitle("Repeat cases at the MARAC")
            .in(OFFENDER_MANAGEMENT)
            .definition(
                    "Of cases heard at a multi-agency risk assessment conference whose record says whether the same victim's case was "
                            + "heard in the twelve months before, by the day of the hearing, how many are such repeats.")
            .denominator(MARAC_HEARD.and(REPEAT_KNOWN))
            .numerator(MARAC_REPEAT)
            .amongSteps()
            .bases(RECORDED)
            .windows(90, 365)
            .by(TOTAL)
            .caveats(
                    "No good direction: fewer where victims are safer, and where repeats are not referred. Older records do not say it.")
            .reference("2.2.1")
            .build();

    static final Measure MARAC_CASES = conference("marac_cases", MARAC_HEARD)
            .title("Cases heard at a conference on high risk (MARAC)")
            .shortTitle("MARAC cases")
            .definition("Cases heard at a multi-agency risk assessment conference, by the day of the hearing.")
            .caveats("No good direction: more are heard where more of those at high risk are found.")
            .reference("2.2.1")
            .build();

    static final Measure MARAC_REPEAT_CASES = conference(
                    "marac_repeat_cases", MARAC_HEARD.and(REPEAT_KNOWN, MARAC_REPEAT))
            .title("Repeat cases heard at a conference on high risk (MARAC)")
            .shortTitle("MARAC repeat cases")
            .definition(
                    "Cases heard at a multi-agency risk assessment conference whose record says that the same victim's case was heard in "
                            + "the twelve months before, by the day of the hearing.")
            .caveats(
                    "No good direction: fewer where victims are safer, and where repeats are not referred. Older records do not say it.")
            .reference("2.2.1")
            .build();

    /** One of the two numbers behind the rate and the share of repeats. */
    private static MeasureBuilder conference(String slug, Expression heard) {
        return count(slug)
                .in(OFFENDER_MANAGEMENT)
                .detail()
                .denominator(heard)
                .amongSteps()
                .bases(RECORDED)
                .windows(90, 365)
                .by(TOTAL);
    }

    static final Measure REPEAT_STALKING_SUSPECT = share("repeat_stalking_suspect")
            .title("Repeat stalking: the same suspect, the same victim")
            .shortTitle("Stalking: same suspect and victim")
            .in(OFFENDER_MANAGEMENT)
            .definition(
                    "Of crimes of stalking with a suspect and a victim who have person ids, once for each such suspect, for how many "
                            + "the suspect is also one of an earlier crime of stalking or harassment (8Q, 8L) against the same victim, recorded "
                            + "in the 365 days before and told of by another report.")
            .denominator(ACTIVE.and(SUSPECT_OF_CRIME, STALKING, VICTIM_LINKED))
            .numerator(SUSPECT_BEFORE)
            .amongCrimesOfPersons()
            .bases(RECORDED)
            .windows(90, 365)
            .by(TOTAL, THEME, THEME_AND_LPA)
            .onDashboards(RECORDED, 365)
            .polarity(FALLING, "in a history's first year what went before is not in it; only linked records are seen")
            .reference("2.2.3")
            .build();

    static final Measure SERIAL_PERPETRATORS = share("serial_perpetrators")
            .title("Suspects of crimes against several victims")
            .shortTitle("Suspects with several victims")
            .in(OFFENDER_MANAGEMENT)
            .definition(
                    "Of people who were suspects of crimes recorded in 365 days, each counted once, how many were so in crimes against two "
                            + "victims or more. People and victims without a person id that links records are not seen.")
            .denominator(ACTIVE.and(SUSPECT_OF_CRIME))
            .numerator(OF_SEVERAL_VICTIMS)
            .amongPeople()
            .bases(RECORDED)
            .windows(365)
            .by(TOTAL, THEME)
            .caveats("No good direction: more are seen where records are linked better.")
            .reference("2.2.3")
            .build();

    static final Measure SERIAL_MANAGED = share("serial_managed")
            .title("Suspects of crimes against several victims under management")
            .shortTitle("Several victims: under management")
            .in(OFFENDER_MANAGEMENT)
            .definition(
                    "Of people who were suspects of crimes recorded in 365 days against two victims or more, each counted once, on how "
                            + "many a stalking protection order is in force, or a place on the EASI programme is open. Where the court does not grant a "
                            + "full order, an interim one is over, and no full one.")
            .denominator(ACTIVE.and(SUSPECT_OF_CRIME, OF_SEVERAL_VICTIMS))
            .numerator(UNDER_MANAGEMENT)
            .amongPeople()
            .bases(RECORDED)
            .windows(365)
            .by(TOTAL, THEME)
            .onDashboards(RECORDED, 365)
            .polarity(RISING, "other orders and plans carry no person id here, and are not in it")
            .reference("2.2.3")
            .build();

    static final Measure EASI_REOFFENDING_30D = reoffending(30, FOLLOWED_30D, REOFFENDED_30D);

    static final Measure EASI_REOFFENDING_90D = reoffending(90, FOLLOWED_90D, REOFFENDED_90D);

    static final Measure EASI_REOFFENDING_180D = reoffending(180, FOLLOWED_180D, REOFFENDED_180D);

    static final Measure EASI_REOFFENDING_270D = reoffending(270, FOLLOWED_270D, REOFFENDED_270D);

    static final Measure EASI_REOFFENDING_365D = reoffending(365, FOLLOWED_365D, REOFFENDED_365D);

    /** Read at the planned evaluations, and one beside another as curves by arm: no signals, no ranking, nothing in Prometheus. */
    private static Measure reoffending(int days, Expression followed, Expression reoffended) {
        return share("easi_reoffending_" + days + "d")
                .title("Suspected again within " + days + " days of the disposal, by arm")
                .shortTitle("Suspected again in " + days + " days")
                .in(OFFENDER_MANAGEMENT)
                .annex()
                .definition("Of people selected for the trial of the EASI programme who have had " + days
                        + " days at risk since their disposal, how many were suspects of stalking, harassment or domestic abuse"
                        + " committed in these days. Days in custody before the first such crime are no days at risk; after it every day is"
                        + " one, so that remand for the crime does not take the person out.")
                .denominator(followed)
                .numerator(reoffended)
                .amongProgrammePlaces()
                .bases(STOCK)
                .by(TRIAL_ARM)
                .polarity(FALLING, "only the treatment arm beside the control arm, with the interval of the difference")
                .reference("1.3")
                .build();
    }

    static final Measure SUSPECT_ARRESTED = detail(
                    "suspect_arrested", ACTIVE.and(SUSPECT_IDENTIFIED, Fact.ARREST_KNOWN), Fact.ARRESTED)
            .bases(RECORDED)
            .by(TOTAL, THEME, THEME_AND_LPA)
            .title("Somebody arrested")
            .definition(
                    "Of crimes with a named suspect of which the record says whether somebody was arrested, in how many "
                            + "somebody was.")
            .caveats("No good direction: an arrest has to be necessary.")
            .reference("2.2.1")
            .build();

    static final Measure DA_ARRESTS = count("da_arrests")
            .in(OFFENDER_MANAGEMENT)
            .detail()
            .denominator(ACTIVE.and(DOMESTIC_ABUSE, Fact.ARREST_KNOWN, Fact.ARRESTED))
            .bases(RECORDED)
            .by(TOTAL, THEME, THEME_AND_LPA)
            .title("Arrests for domestic abuse")
            .definition(
                    "Crimes marked as domestic abuse for which somebody was arrested, by the day on which they were recorded.")
            .caveats("No good direction: it moves with how much is recorded; of one crime several may be arrested.")
            .reference("2.2.1")
            .build();

    static final Measure DVPN_BREACHED = breached("dvpn_breached", Fact.DVPN_GIVEN)
            .title("Domestic violence protection notices breached")
            .shortTitle("Domestic violence notices breached")
            .definition(
                    "Of domestic violence protection notices given of which the record says whether they were breached, by their day, how "
                            + "many were.")
            .reference("2.2.1")
            .build();

    static final Measure DVPO_BREACHED = breached("dvpo_breached", Fact.DVPO_GRANTED)
            .title("Domestic violence protection orders breached")
            .shortTitle("Domestic violence orders breached")
            .definition(
                    "Of domestic violence protection orders granted of which the record says whether they were breached, by "
                            + "the day of the grant, how many were.")
            .reference("2.2.1")
            .build();

    static final Measure DVPO_HEARD_VIRTUALLY = detail(
                    "dvpo_heard_virtually", DVPO_DECIDED.and(Fact.HEARD_VIRTUALLY_KNOWN), Fact.HEARD_VIRTUALLY)
            .aboutNobody()
            .amongSteps()
            .bases(RECORDED)
            .windows(365)
            .by(TOTAL, DOMESTIC_ABUSE_AND_LPA)
            .title("Domestic violence protection orders heard by video link")
            .shortTitle("Domestic orders heard by video")
            .definition(
                    "Of applications for a domestic violence protection order that the court heard and of which the record says whether it was "
                            + "by video link, by the day of the hearing, how many were.")
            .caveats("No good direction: it says how the courts sit, which the force does not decide.")
            .reference("2.2.1")
            .build();

    private static MeasureBuilder breached(String slug, Fact made) {
        return detail(slug, made.and(Fact.PROTECTION_BREACH_KNOWN), Fact.PROTECTION_BREACHED)
                .amongSteps()
                .bases(RECORDED)
                .by(TOTAL, DOMESTIC_ABUSE_AND_LPA)
                .polarity(FALLING, "a breach that nobody records is in no figure");
    }

    static final Measure EASI_PLACES_12M = count("easi_places_12m")
            .aboutNobody()
            .in(OFFENDER_MANAGEMENT)
            .detail()
            .denominator(PLACE_FILLED)
            .amongSteps()
            .unit("places of 100")
            .bases(RECORDED)
            .windows(28, 365)
            .by(TOTAL, PROGRAMME_ROUTE)
            .title("Places filled on the EASI programme in twelve months")
            .shortTitle("EASI programme: places in a year")
            .definition("People selected for the treatment arm of the EASI programme in the last 365 days, by the day "
                    + "of the selection: the paper plans 100 in twelve months.")
            .polarity(RISING, "in the first year against the time elapsed")
            .reference("1.3")
            .build();

    static final Measure EASI_CONTROLS_12M = count("easi_controls_12m")
            .in(OFFENDER_MANAGEMENT)
            .detail()
            .denominator(Fact.CONTROL_SELECTED)
            .amongSteps()
            .unit("people of 100")
            .bases(RECORDED)
            .windows(365)
            .by(TOTAL)
            .title("Selected for the control arm of the EASI programme in twelve months")
            .shortTitle("EASI trial: control arm")
            .definition(
                    "People selected for the control arm of the trial of the EASI programme in the last 365 days, by the "
                            + "day of the selection, where it is the person's first for either arm: the paper plans a control group of 100.")
            .polarity(RISING, "in the first year against the time elapsed")
            .reference("1.3")
            .build();

    private static MeasureBuilder detail(String slug, Expression denominator, Expression numerator) {
        return MeasureBuilder.detail(slug, OFFENDER_MANAGEMENT, denominator, numerator);
    }

    static final Measure EASI_REFERRED = count("easi_referred")
            .in(OFFENDER_MANAGEMENT)
            .detail()
            .denominator(Fact.PROGRAMME_REFERRED)
            .amongSteps()
            .unit("people")
            .bases(STOCK)
            .by(TOTAL)
            .title("Referred to the EASI programme")
            .shortTitle("EASI programme: referred")
            .definition("People referred to the EASI programme so far, each once, on the day of the first step that "
                    + "says so.")
            .polarity(RISING, "beside the places filled: not everybody who is eligible can have one")
            .reference("1.3")
            .build();

    static final Measure EASI_ELIGIBLE = count("easi_eligible")
            .in(OFFENDER_MANAGEMENT)
            .detail()
            .denominator(Fact.PROGRAMME_ELIGIBLE)
            .amongSteps()
            .unit("people")
            .bases(STOCK)
            .by(TOTAL)
            .title("Eligible for the EASI programme")
            .shortTitle("EASI programme: eligible")
            .definition("People found eligible for the EASI programme so far, each once, on the day of the first step "
                    + "that says so.")
            .polarity(RISING, "beside the places filled: not everybody who is eligible can have one")
            .reference("1.3")
            .build();

    static final Measure EASI_RISK_FELL = detail(
                    "easi_risk_fell", Fact.RISK_KNOWN_BEFORE_AND_AFTER, Fact.RISK_FELL_AFTER)
            .amongProgrammePlaces()
            .bases(STOCK)
            .by(TOTAL, PROGRAMME_ROUTE)
            .title("Risk lower after the EASI programme")
            .shortTitle("EASI programme: risk fell")
            .definition("Of people who attended a first session of the EASI programme at least 56 days ago, and whose "
                    + "risk was assessed by that session and after it, for how many the newest risk is lower than the last one "
                    + "by that session.")
            .polarity(RISING, "officers assess it, and know who is on the programme; small numbers")
            .reference("1.3")
            .build();

    static final Measure EASI_RISK_ROSE = detail(
                    "easi_risk_rose", Fact.RISK_KNOWN_BEFORE_AND_AFTER, Fact.RISK_ROSE_AFTER)
            .amongProgrammePlaces()
            .bases(STOCK)
            .by(TOTAL, PROGRAMME_ROUTE)
            .title("Risk higher after the EASI programme")
            .shortTitle("EASI programme: risk rose")
            .definition("Of people who attended a first session of the EASI programme at least 56 days ago, and whose "
                    + "risk was assessed by that session and after it, for how many the newest risk is higher than the last one "
                    + "by that session.")
            .polarity(FALLING, "officers assess it, and know who is on the programme; small numbers")
            .reference("1.3")
            .build();

    static final Measure EASI_TRIAL_RISK_FELL = inTrial(
                    "easi_trial_risk_fell", Fact.TRIAL_RISK_KNOWN, Fact.TRIAL_RISK_FELL)
            .title("Of those assessed again: risk lower since the selection, by arm")
            .shortTitle("EASI trial: risk fell")
            .definition(SELECTED_AND_ASSESSED + "lower than the last one by the selection.")
            .polarity(RISING, ONE_ARM_BESIDE_THE_OTHER)
            .reference("1.3")
            .build();

    static final Measure EASI_TRIAL_RISK_ROSE = inTrial(
                    "easi_trial_risk_rose", Fact.TRIAL_RISK_KNOWN, Fact.TRIAL_RISK_ROSE)
            .title("Of those assessed again: risk higher since the selection, by arm")
            .shortTitle("EASI trial: risk rose")
            .definition(SELECTED_AND_ASSESSED + "higher than the last one by the selection.")
            .polarity(FALLING, ONE_ARM_BESIDE_THE_OTHER)
            .reference("1.3")
            .build();

    static final Measure EASI_TRIAL_FACTORS_BETTER = inTrial(
                    "easi_trial_factors_better", Fact.FACTORS_SCORED, Fact.FACTORS_BETTER)
            .title("Of those assessed again: risk factors better since the selection, by arm")
            .shortTitle("EASI trial: factors better")
            .definition(
                    SELECTED_AND_SCORED + "the risk factors, for how many the newest one says that they are better.")
            .polarity(RISING, ONE_ARM_BESIDE_THE_OTHER)
            .reference("1.3")
            .build();

    static final Measure EASI_TRIAL_DISTRESS_BETTER = inTrial(
                    "easi_trial_distress_better", Fact.DISTRESS_SCORED, Fact.DISTRESS_BETTER)
            .title("Of those assessed again: distress better since the selection, by arm")
            .shortTitle("EASI trial: distress better")
            .definition(SELECTED_AND_SCORED + "the distress, for how many the newest one says that it is better.")
            .polarity(RISING, ONE_ARM_BESIDE_THE_OTHER)
            .reference("1.3")
            .build();

    static final Measure EASI_TRIAL_FUNCTIONING_BETTER = inTrial(
                    "easi_trial_functioning_better", Fact.FUNCTIONING_SCORED, Fact.FUNCTIONING_BETTER)
            .title("Of those assessed again: functioning better since the selection, by arm")
            .shortTitle("EASI trial: functions better")
            .definition(SELECTED_AND_SCORED + "the functioning, for how many the newest one says that it is better.")
            .polarity(RISING, ONE_ARM_BESIDE_THE_OTHER)
            .reference("1.3")
            .build();

    private static MeasureBuilder inTrial(String slug, Expression known, Expression moved) {
        return detail(slug, known, moved).amongProgrammePlaces().bases(STOCK).by(TRIAL_ARM);
    }

    static final Measure SPO_BREACHES_ORDER_YEARS = rate("spo_breaches_order_years")
            .title("Breaches of stalking protection orders for each year of an order")
            .shortTitle("Breaches per 100 order-years")
            .in(OFFENDER_MANAGEMENT)
            .detail()
            .definition(
                    "Breaches of stalking protection orders recorded in 365 days, each one, for each person who in the mean of these days was "
                            + "under a full order: breaches of an order-year. A person is under one from a grant until the next end; the "
                            + "mean is rounded to whole people.")
            .denominator(Fact.STALKING_ORDER_IN_FORCE)
            .numerator(Fact.STALKING_ORDER_BREACH)
            .amongStepsInStock()
            .inTheMeanOf(365)
            .unit("for each order-year")
            .by(TOTAL)
            .polarity(
                    FALLING,
                    "a breach that nobody looks for is not recorded; an order whose end is not sent stays in force")
            .reference("2.2.3")
            .build();

    private OffenderManagement() {}

    public static List<Measure> all() {
        return List.of(
                REPEAT_STALKING_SUSPECT,
                SERIAL_PERPETRATORS,
                SERIAL_MANAGED,
                SPO_APPLIED_RATE,
                SPO_GRANTED_SHARE,
                SPO_BREACH_RATE,
                SPO_DAYS_TO_APPLY_MEDIAN,
                STALKING_SCREENED_7D,
                EASI_PLACES_FILLED,
                EASI_CONSENTED,
                EASI_STARTED,
                EASI_ALL_SIX,
                EASI_COMPLETION,
                EASI_VICTIMS_REFERRED_2D,
                EASI_REOFFENDING_30D,
                EASI_REOFFENDING_90D,
                EASI_REOFFENDING_180D,
                EASI_REOFFENDING_270D,
                EASI_REOFFENDING_365D,
                DVPN_RATE,
                DVPO_RATE,
                DVPO_WITHIN_48H,
                DVPN_GIVEN,
                DVPO_APPLIED,
                DVPO_GRANTED,
                DVPO_NOT_GRANTED,
                DVPO_GRANTED_SHARE,
                DVPO_HOURS_TO_HEARING_MEDIAN,
                DISCLOSURES_ASKED,
                DISCLOSURES_MADE,
                DISCLOSURE_DAYS_MEDIAN,
                SHPO_GRANTED,
                SHPO_INTERIM,
                SHPO_CIVIL,
                SHPO_CUMULATIVE,
                SHPO_IN_FORCE,
                MARAC_RATE,
                MARAC_HIGH_RISK_28D,
                MARAC_REPEAT_SHARE,
                MARAC_CASES,
                MARAC_REPEAT_CASES,
                SUSPECT_ARRESTED,
                DA_ARRESTS,
                DVPN_BREACHED,
                DVPO_BREACHED,
                DVPO_HEARD_VIRTUALLY,
                EASI_PLACES_12M,
                EASI_CONTROLS_12M,
                EASI_REFERRED,
                EASI_ELIGIBLE,
                EASI_RISK_FELL,
                EASI_RISK_ROSE,
                EASI_TRIAL_RISK_FELL,
                EASI_TRIAL_RISK_ROSE,
                EASI_TRIAL_FACTORS_BETTER,
                EASI_TRIAL_DISTRESS_BETTER,
                EASI_TRIAL_FUNCTIONING_BETTER,
                SPO_BREACHES_ORDER_YEARS);
    }
}
