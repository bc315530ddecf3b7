package vaiwg.kpis.catalogue.areas;

import static vaiwg.kpis.catalogue.Basis.ASSIGNED;
import static vaiwg.kpis.catalogue.Basis.RECORDED;
import static vaiwg.kpis.catalogue.Direction.FALLING;
import static vaiwg.kpis.catalogue.Direction.RISING;
import static vaiwg.kpis.catalogue.MeasureBuilder.count;
import static vaiwg.kpis.catalogue.MeasureBuilder.median;
import static vaiwg.kpis.catalogue.MeasureBuilder.populationRate;
import static vaiwg.kpis.catalogue.MeasureBuilder.share;
import static vaiwg.kpis.catalogue.Priority.OUR_BEHAVIOUR;
import static vaiwg.kpis.catalogue.SliceFamily.TOTAL;
import static vaiwg.kpis.facts.Expression.anyOf;
import static vaiwg.kpis.facts.Expression.not;
import static vaiwg.kpis.facts.Fact.ABOUT_ABUSE;
import static vaiwg.kpis.facts.Fact.ABOUT_BEHAVIOUR;
import static vaiwg.kpis.facts.Fact.ABOUT_DISCRIMINATION;
import static vaiwg.kpis.facts.Fact.ABOUT_DUTIES;
import static vaiwg.kpis.facts.Fact.ABOUT_SEXUAL;
import static vaiwg.kpis.facts.Fact.ACTIVE;
import static vaiwg.kpis.facts.Fact.CATEGORY_KNOWN;
import static vaiwg.kpis.facts.Fact.CHARGED;
import static vaiwg.kpis.facts.Fact.COMPLAINT;
import static vaiwg.kpis.facts.Fact.COMPLAINT_OF_FORCE;
import static vaiwg.kpis.facts.Fact.CONDUCT_FINALISED;
import static vaiwg.kpis.facts.Fact.CONDUCT_MATTER;
import static vaiwg.kpis.facts.Fact.CONDUCT_OPEN;
import static vaiwg.kpis.facts.Fact.HAS_OUTCOME;
import static vaiwg.kpis.facts.Fact.OF_SEVERAL_MATTERS;
import static vaiwg.kpis.facts.Fact.OUTCOME_16;
import static vaiwg.kpis.facts.Fact.POLICE_SUSPECT;
import static vaiwg.kpis.facts.Fact.RESTRICTION_DECIDED_WITHIN_2D;
import static vaiwg.kpis.facts.Fact.RESTRICTION_DUE;
import static vaiwg.kpis.facts.Fact.RESULT_KNOWN;
import static vaiwg.kpis.facts.Fact.SUBJECT_OF_COMPLAINT;
import static vaiwg.kpis.facts.Fact.SUBJECT_OF_COMPLAINT_OF_FORCE;
import static vaiwg.kpis.facts.Fact.SUBJECT_OF_CONDUCT_MATTER;
import static vaiwg.kpis.facts.Fact.SUBJECT_OF_MATTER;
import static vaiwg.kpis.facts.Quantity.DAYS_TO_FINALISE;
import static vaiwg.kpis.facts.Quantity.DAYS_TO_OUTCOME;
import static vaiwg.kpis.reference.Population.WORKFORCE;

import java.util.List;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.MeasureBuilder;
import vaiwg.kpis.catalogue.Standard;
import vaiwg.kpis.facts.Expression;
import vaiwg.kpis.facts.Fact;

/** Our Behaviour: are we legitimate, and are our own held to the same account? */
public final class OurBehaviour {
    private static final String CASE =
            "by the day of their end, how many ended with a case to answer: with it alone, with misconduct proven, or with dismissal, also "
                    + "where the person had left before.";

    private static final String FOR_STAFF =
            " They are for the officers and staff: as many as the reference file says for the day of the "
                    + "snapshot. Without such a figure there is no rate.";

    static final Measure POLICE_SUSPECT_ATTRITION = share("police_suspect_attrition")
            .title("Victim attrition where a suspect is a police officer or member of staff")
            .shortTitle("Police suspect: victim attrition")
            .in(OUR_BEHAVIOUR)
            .definition(
                    "Of crimes recorded at least 180 days ago in which a suspect is a police officer or member of staff, how many had "
                            + "ended with outcome 16 within 180 days of recording: the victim does not, or no longer does, support the case.")
            .denominator(ACTIVE.and(POLICE_SUSPECT))
            .numerator(OUTCOME_16)
            .settled(180)
            .matured(180)
            .by(TOTAL)
            .restricted()
            .caveats("Small numbers; to be read beside victim attrition of like cases.")
            .reference("2.1.3")
            .build();

    static final Measure POLICE_SUSPECT_CHARGE = share("police_suspect_charge")
            .title("Charged or summonsed where a suspect is a police officer or member of staff")
            .shortTitle("Police suspect: charged")
            .in(OUR_BEHAVIOUR)
            .definition(
                    "Of crimes recorded at least 180 days ago in which a suspect is a police officer or member of staff, how many had "
                            + "led to a charge or summons within 180 days of recording.")
            .denominator(ACTIVE.and(POLICE_SUSPECT))
            .numerator(CHARGED)
            .settled(180)
            .matured(180)
            .by(TOTAL)
            .restricted()
            .caveats("Small numbers; to be read beside the charge rate of like cases.")
            .reference("2.1.3")
            .build();

    static final Measure POLICE_SUSPECT_ATTRITION_GAP = gap("police_suspect_attrition_gap", OUTCOME_16)
            .title("Victim attrition where a suspect is in the police, less that of like cases")
            .shortTitle("Police suspect: attrition gap")
            .definition(
                    "By how much the share of crimes that ended with outcome 16 within 180 days is higher where a suspect is in the "
                            + "police than among crimes of the same theme, marker of domestic abuse and quarter. It rests on the crimes "
                            + "that have their like; those without are not in it.")
            .caveats("The good gap is none: 0 is inside the interval.")
            .reference("2.1.3")
            .build();

    static final Measure POLICE_SUSPECT_CHARGE_GAP = gap("police_suspect_charge_gap", CHARGED)
            .title("Charged or summonsed where a suspect is in the police, less that of like cases")
            .shortTitle("Police suspect: charge gap")
            .definition(
                    "By how much the share of crimes that led to a charge or summons within 180 days is higher where a suspect is in the "
                            + "police than among crimes of the same theme, marker of domestic abuse and quarter. It rests on the crimes "
                            + "that have their like; those without are not in it.")
            .caveats("The good gap is none: 0 is inside the interval.")
            .reference("2.1.3")
            .build();

    static final Measure POLICE_SUSPECT_OUTCOME = share("police_suspect_outcome")
            .title("Outcome within 180 days where a suspect is a police officer or member of staff")
            .shortTitle("Police suspect: outcome in time")
            .in(OUR_BEHAVIOUR)
            .definition(
                    "Of crimes recorded at least 180 days ago in which a suspect is a police officer or member of staff, how many had an "
                            + "outcome within 180 days of recording.")
            .denominator(ACTIVE.and(POLICE_SUSPECT))
            .numerator(HAS_OUTCOME)
            .settled(180)
            .by(TOTAL)
            .restricted()
            .caveats("Small numbers; to be read beside the gap in time from like cases.")
            .reference("2.1.3")
            .build();

    static final Measure POLICE_SUSPECT_OUTCOME_GAP = gap("police_suspect_outcome_gap", HAS_OUTCOME)
            .title("Outcome within 180 days where a suspect is in the police, less that of like cases")
            .shortTitle("Police suspect: gap in time")
            .definition(
                    "By how much the share of crimes that had an outcome within 180 days is higher where a suspect is in the police than "
                            + "among crimes of the same theme, marker of domestic abuse and quarter. It rests on the crimes that have their "
                            + "like; those without are not in it.")
            .caveats("The good gap is none: 0 is inside the interval. Below 0 outcomes take longer than in like cases.")
            .reference("2.1.3")
            .build();

    static final Measure POLICE_SUSPECT_DAYS_MEDIAN = median("police_suspect_days_median", DAYS_TO_OUTCOME)
            .title("Days to the outcome where a suspect is a police officer or member of staff")
            .shortTitle("Police suspect: half ended within")
            .in(OUR_BEHAVIOUR)
            .definition(
                    "Of crimes with an outcome in which a suspect is a police officer or member of staff, by the day of the outcome, half had "
                            + "it within so many days of recording.")
            .denominator(ACTIVE.and(POLICE_SUSPECT))
            .bases(ASSIGNED)
            .windows(365)
            .by(TOTAL)
            .restricted()
            .polarity(FALLING, "a crime that is still open is not in it; like cases are beside it in the gap in time")
            .reference("2.1.3")
            .build();

    private static MeasureBuilder gap(String slug, Expression numerator) {
        return share(slug)
                .in(OUR_BEHAVIOUR)
                .unit("difference of two shares of 1")
                .denominator(ACTIVE)
                .numerator(numerator)
                .standardised(Standard.POLICE_SUSPECTS, 180)
                .windows(730)
                .restricted();
    }

    static final Measure POLICE_COMPLAINTS = recorded("police_complaints", COMPLAINT)
            .title("Complaints flagged as violence against women and girls")
            .shortTitle("Complaints flagged VAIWG")
            .headline(10, "Complaints, conduct matters")
            .definition(
                    "Complaints of the public about police staff that are flagged as violence against women and girls, without those of "
                            + "use of force alone, by the day of recording.")
            .caveats("No good direction: more may mean more confidence to complain.")
            .reference("2.1.3")
            .build();

    static final Measure POLICE_COMPLAINTS_FORCE = recorded("police_complaints_force", COMPLAINT_OF_FORCE)
            .title("Complaints so flagged that are of use of force alone")
            .shortTitle("Complaints, use of force alone")
            .definition(
                    "Complaints of the public about police staff that are so flagged and of use of force alone, by the day of "
                            + "recording.")
            .caveats("Listed apart: nationally they were most of the complaints that bear the flag.")
            .reference("2.1.3")
            .build();

    static final Measure POLICE_CONDUCT = recorded("police_conduct", CONDUCT_MATTER)
            .title("Conduct matters flagged as violence against women and girls")
            .shortTitle("Conduct matters flagged VAIWG")
            .definition(
                    "Conduct matters about police staff that are flagged as violence against women and girls, by day of recording.")
            .caveats("No good direction: more may mean that colleagues come forward.")
            .reference("2.1.3")
            .build();

    static final Measure POLICE_COMPLAINTS_RATE = forStaff("police_complaints_rate", COMPLAINT)
            .title("Complaints so flagged for 1,000 officers and staff")
            .shortTitle("Complaints, per 1,000 staff")
            .definition(
                    "Complaints of the public about police staff in 365 days that are flagged as violence against women and girls, without "
                            + "those of use of force alone, for the officers and staff: as many as the reference file says for the day "
                            + "of the snapshot. Without such a figure there is no rate.")
            .caveats("No good direction: more may mean more confidence to complain.")
            .reference("2.1.3")
            .build();

    static final Measure POLICE_CONDUCT_RATE = forStaff("police_conduct_rate", CONDUCT_MATTER)
            .title("Conduct matters so flagged for 1,000 officers and staff")
            .shortTitle("Conduct matters, per 1,000 staff")
            .definition(
                    "Conduct matters about police staff in 365 days that are flagged as violence against women and girls, for the officers "
                            + "and staff: as many as the reference file says for the day of the snapshot. Without such a figure there is "
                            + "no rate.")
            .caveats("No good direction: more may mean that colleagues come forward.")
            .reference("2.1.3")
            .build();

    private static MeasureBuilder forStaff(String slug, Expression kind) {
        return populationRate(slug, WORKFORCE)
                .readPer(1_000)
                .in(OUR_BEHAVIOUR)
                .denominator(kind)
                .amongSteps()
                .bases(RECORDED)
                .by(TOTAL)
                .restricted();
    }

    static final Measure COMPLAINTS_PEOPLE = people("police_complaints_people", SUBJECT_OF_COMPLAINT)
            .title("Officers and staff whom complaints so flagged are about")
            .shortTitle("People: complaints")
            .definition(ofPeople("complaint of the public", ", and not of use of force alone"))
            .caveats("No good direction: more may mean more confidence to complain. A complaint is not a finding.")
            .reference("2.1.3")
            .build();

    static final Measure COMPLAINTS_FORCE_PEOPLE = people(
                    "police_complaints_force_people", SUBJECT_OF_COMPLAINT_OF_FORCE)
            .title("Officers and staff whom complaints so flagged of use of force alone are about")
            .shortTitle("People: use of force alone")
            .definition(ofPeople("complaint of the public", " and of use of force alone"))
            .caveats("Listed apart, as the complaints are. A complaint is not a finding.")
            .reference("2.1.3")
            .build();

    static final Measure CONDUCT_PEOPLE = people("police_conduct_people", SUBJECT_OF_CONDUCT_MATTER)
            .title("Officers and staff whom conduct matters so flagged are about")
            .shortTitle("People: conduct matters")
            .definition(ofPeople("conduct matter", ""))
            .caveats(
                    "No good direction: more may mean that colleagues come forward. A conduct matter is not a finding.")
            .reference("2.1.3")
            .build();

    static final Measure COMPLAINTS_PEOPLE_RATE = peopleForStaff("police_complaints_people_rate", SUBJECT_OF_COMPLAINT)
            .title("People whom complaints so flagged are about, for 1,000 officers and staff")
            .shortTitle("People: complaints, per 1,000")
            .definition(ofPeople("complaint of the public", ", and not of use of force alone") + FOR_STAFF)
            .caveats("No good direction: more may mean more confidence to complain.")
            .reference("2.1.3")
            .build();

    static final Measure CONDUCT_PEOPLE_RATE = peopleForStaff("police_conduct_people_rate", SUBJECT_OF_CONDUCT_MATTER)
            .title("People whom conduct matters so flagged are about, for 1,000 officers and staff")
            .shortTitle("People: conduct, per 1,000")
            .definition(ofPeople("conduct matter", "") + FOR_STAFF)
            .caveats("No good direction: more may mean that colleagues come forward.")
            .reference("2.1.3")
            .build();

    private static String ofPeople(String matter, String which) {
        return "Officers and staff whom a " + matter
                + " recorded in 365 days is about that is flagged as violence against women and girls" + which
                + ", each counted once. Matters without a pseudonym of the person are not in it, and a record names one person.";
    }

    private static MeasureBuilder people(String slug, Fact subject) {
        return count(slug)
                .in(OUR_BEHAVIOUR)
                .denominator(subject)
                .amongPeople()
                .bases(RECORDED)
                .windows(365)
                .by(TOTAL)
                .restricted();
    }

    private static MeasureBuilder peopleForStaff(String slug, Fact subject) {
        return populationRate(slug, WORKFORCE)
                .readPer(1_000)
                .in(OUR_BEHAVIOUR)
                .denominator(subject)
                .amongPeople()
                .bases(RECORDED)
                .by(TOTAL)
                .restricted();
    }

    /** Small numbers: never cut by area, never in Prometheus. */
    private static MeasureBuilder recorded(String slug, Expression kind) {
        return count(slug)
                .in(OUR_BEHAVIOUR)
                .denominator(kind)
                .amongSteps()
                .bases(RECORDED)
                .windows(90, 365)
                .by(TOTAL)
                .restricted();
    }

    static final Measure COMPLAINTS_DUTIES =
            about("complaints_duties", ABOUT_DUTIES, "the delivery of duties and service", "duties, service");

    static final Measure COMPLAINTS_DISCRIMINATION =
            about("complaints_discrimination", ABOUT_DISCRIMINATION, "discrimination", "discrimination");

    static final Measure COMPLAINTS_ABUSE =
            about("complaints_abuse", ABOUT_ABUSE, "abuse of position", "abuse of position");

    static final Measure COMPLAINTS_BEHAVIOUR =
            about("complaints_behaviour", ABOUT_BEHAVIOUR, "individual behaviours", "behaviours");

    static final Measure COMPLAINTS_SEXUAL =
            about("complaints_sexual", ABOUT_SEXUAL, "sexual conduct", "sexual conduct");

    /** What the five leave of the whole: police powers, discreditable conduct, and codes of which the catalogue knows nothing. */
    static final Measure COMPLAINTS_OTHERS = about(
            "complaints_others",
            not(anyOf(ABOUT_DUTIES, ABOUT_DISCRIMINATION, ABOUT_ABUSE, ABOUT_BEHAVIOUR, ABOUT_SEXUAL)),
            "another category, such as police powers or discreditable conduct",
            "other categories");

    private static Measure about(String slug, Expression category, String what, String shortly) {
        return share(slug)
                .title("Complaints so flagged about " + what)
                .shortTitle("Complaints: " + shortly)
                .in(OUR_BEHAVIOUR)
                .definition(
                        "Of complaints of the public about police staff that are flagged as violence against women and girls, without those of "
                                + "use of force alone, and of which the record gives the category, by the day of recording, how many are about "
                                + what + ".")
                .denominator(COMPLAINT.and(CATEGORY_KNOWN))
                .numerator(category)
                .amongSteps()
                .bases(RECORDED)
                .windows(90, 365)
                .by(TOTAL)
                .restricted()
                .caveats("No good direction: more may mean more confidence to complain. A complaint is not a finding.")
                .reference("2.1.3")
                .build();
    }

    static final Measure CONDUCT_DAYS_MEDIAN = median("conduct_days_median", DAYS_TO_FINALISE)
            .title("Days until a complaint or conduct matter is finalised")
            .shortTitle("Half of matters finalised within")
            .in(OUR_BEHAVIOUR)
            .definition(
                    "Of flagged complaints and conduct matters finalised, by the day of their end, half took at most so many days.")
            .denominator(CONDUCT_FINALISED)
            .amongSteps()
            .bases(RECORDED)
            .windows(365)
            .by(TOTAL)
            .restricted()
            .polarity(FALLING, "a matter that is still open is not in it")
            .reference("2.1.3")
            .build();

    static final Measure CONDUCT_OPEN_12M = share("conduct_open_12m")
            .title("Complaints and conduct matters open for over twelve months")
            .shortTitle("Matters open over twelve months")
            .shownAsCount()
            .in(OUR_BEHAVIOUR)
            .definition(
                    "Of flagged complaints and conduct matters that are open, how many were recorded more than 365 days ago.")
            .denominator(CONDUCT_OPEN)
            .numerator(Fact.CONDUCT_OPEN_12M)
            .amongStepsInStock()
            .by(TOTAL)
            .restricted()
            .polarity(FALLING, "small numbers; one long matter can be a careful one")
            .reference("2.1.3")
            .build();

    static final Measure CONDUCT_RESTRICTED_2D = share("conduct_restricted_2d")
            .title("Restriction or suspension decided on within two working days")
            .shortTitle("Restriction decided in two days")
            .in(OUR_BEHAVIOUR)
            .definition(
                    "Of flagged matters whose person is suspected of a crime of the strategy, recorded at least seven days ago, for how "
                            + "many it was decided within two working days whether to restrict duties or suspend.")
            .denominator(RESTRICTION_DUE)
            .numerator(RESTRICTION_DECIDED_WITHIN_2D)
            .amongSteps()
            .settled(7)
            .windows(365)
            .by(TOTAL)
            .restricted()
            .polarity(RISING, "small numbers; it asks whether it was decided, not what")
            .reference("2.1.3")
            .build();

    /** Its slug is older than {@link #MISCONDUCT_PROVEN}: logs and tables have it. */
    static final Measure CASE_TO_ANSWER = ended("conduct_proven", CONDUCT_FINALISED, Fact.CONDUCT_CASE_TO_ANSWER)
            .title("Complaints and conduct matters with a case to answer")
            .shortTitle("Matters: case to answer")
            .definition("Of flagged complaints and conduct matters finalised, " + CASE)
            .caveats("No good direction; to be read beside the share of all matters, flagged or not.")
            .reference("2.1.3")
            .build();

    static final Measure CASE_TO_ANSWER_ALL = ended(
                    "conduct_proven_all", Fact.ANY_CONDUCT_FINALISED, Fact.ANY_CONDUCT_CASE_TO_ANSWER)
            .title("Complaints and conduct matters with a case to answer, flagged or not")
            .shortTitle("Case to answer, flagged or not")
            .definition("Of all complaints and conduct matters finalised, flagged or not, " + CASE)
            .caveats("No good direction; it is what the share of the flagged ones is read beside, and these are in it.")
            .reference("2.1.3")
            .build();

    static final Measure MISCONDUCT_PROVEN = ended(
                    "misconduct_proven", CONDUCT_FINALISED.and(RESULT_KNOWN), Fact.MISCONDUCT_PROVEN)
            .title("Complaints and conduct matters with misconduct proven")
            .shortTitle("Matters: misconduct proven")
            .definition(
                    "Of flagged complaints and conduct matters finalised of which the record gives the result, by the day of their end, "
                            + "how many ended with misconduct proven, whether or not dismissal followed.")
            .caveats("No good direction; it is among those with a case to answer.")
            .reference("2.1.3")
            .build();

    static final Measure DISMISSED = ended("conduct_dismissed", CONDUCT_FINALISED.and(RESULT_KNOWN), Fact.DISMISSED)
            .title("Complaints and conduct matters that led to dismissal")
            .shortTitle("Matters: dismissed")
            .definition(
                    "Of flagged complaints and conduct matters finalised of which the record gives the result, by the day of their end, "
                            + "how many ended with dismissal, or would have had the person not left before.")
            .caveats("No good direction; it is among those with misconduct proven.")
            .reference("2.1.3")
            .build();

    private static MeasureBuilder ended(String slug, Expression finalised, Fact result) {
        return share(slug)
                .in(OUR_BEHAVIOUR)
                .denominator(finalised)
                .numerator(result)
                .amongSteps()
                .bases(RECORDED)
                .windows(365)
                .by(TOTAL)
                .restricted();
    }

    static final Measure CONDUCT_REPEAT_PEOPLE = share("conduct_repeat_people")
            .title("Officers and staff with several complaints or conduct matters")
            .shortTitle("People with several matters")
            .in(OUR_BEHAVIOUR)
            .definition(
                    "Of officers and staff whom a flagged complaint or conduct matter recorded in five years is about, each counted once, on "
                            + "how many there were two or more. Matters without a pseudonym of the person are not in it.")
            .denominator(SUBJECT_OF_MATTER)
            .numerator(OF_SEVERAL_MATTERS)
            .amongPeople()
            .bases(RECORDED)
            .windows(1826)
            .by(TOTAL)
            .restricted()
            .polarity(FALLING, "small numbers; a complaint is not a finding")
            .reference("2.1.3")
            .build();

    private OurBehaviour() {}

    public static List<Measure> all() {
        return List.of(
                POLICE_SUSPECT_ATTRITION,
                POLICE_SUSPECT_CHARGE,
                POLICE_SUSPECT_ATTRITION_GAP,
                POLICE_SUSPECT_CHARGE_GAP,
                POLICE_SUSPECT_OUTCOME,
                POLICE_SUSPECT_OUTCOME_GAP,
                POLICE_SUSPECT_DAYS_MEDIAN,
                POLICE_COMPLAINTS,
                POLICE_COMPLAINTS_FORCE,
                POLICE_CONDUCT,
                POLICE_COMPLAINTS_RATE,
                POLICE_CONDUCT_RATE,
                COMPLAINTS_PEOPLE,
                COMPLAINTS_FORCE_PEOPLE,
                CONDUCT_PEOPLE,
                COMPLAINTS_PEOPLE_RATE,
                CONDUCT_PEOPLE_RATE,
                COMPLAINTS_DUTIES,
                COMPLAINTS_DISCRIMINATION,
                COMPLAINTS_ABUSE,
                COMPLAINTS_BEHAVIOUR,
                COMPLAINTS_SEXUAL,
                COMPLAINTS_OTHERS,
                CONDUCT_DAYS_MEDIAN,
                CONDUCT_OPEN_12M,
                CONDUCT_RESTRICTED_2D,
                CASE_TO_ANSWER,
                CASE_TO_ANSWER_ALL,
                MISCONDUCT_PROVEN,
                DISMISSED,
                CONDUCT_REPEAT_PEOPLE);
    }
}
