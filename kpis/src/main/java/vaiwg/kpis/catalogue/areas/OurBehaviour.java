package vaiwg.kpis.catalogue.areas;

import static vaiwg.kpis.catalogue.MeasureBuilder.share;
import static vaiwg.kpis.catalogue.Priority.OUR_BEHAVIOUR;
import static vaiwg.kpis.catalogue.SliceFamily.TOTAL;
import static vaiwg.kpis.facts.Fact.ACTIVE;
import static vaiwg.kpis.facts.Fact.CHARGED;
import static vaiwg.kpis.facts.Fact.OUTCOME_16;
import static vaiwg.kpis.facts.Fact.POLICE_SUSPECT;

import java.util.List;
import vaiwg.kpis.catalogue.Measure;

/** Our Behaviour: are we legitimate, and are our own held to the same account? */
public final class OurBehaviour {
    static final Measure POLICE_SUSPECT_ATTRITION = share("police_suspect_attrition")
            .title("Victim attrition where a suspect is a police officer or member of staff")
            .in(OUR_BEHAVIOUR)
            .means(
                    "Of crimes with a suspect in the police, how many ended with outcome 16. Not matched with other cases yet.")
            .of(ACTIVE.and(POLICE_SUSPECT))
            .counting(OUTCOME_16)
            .settled(180)
            .matured(180)
            .by(TOTAL)
            .restricted()
            .caution("Small numbers; to be read beside victim attrition of like cases.")
            .answersTo("2.1.3");

    static final Measure POLICE_SUSPECT_CHARGE = share("police_suspect_charge")
            .title("Charged or summonsed where a suspect is a police officer or member of staff")
            .in(OUR_BEHAVIOUR)
            .means(
                    "Of crimes with a suspect in the police, how many led to a charge or summons. Not matched with other cases yet.")
            .of(ACTIVE.and(POLICE_SUSPECT))
            .counting(CHARGED)
            .settled(180)
            .matured(180)
            .by(TOTAL)
            .restricted()
            .caution("Small numbers; to be read beside the charge rate of like cases.")
            .answersTo("2.1.3");

    private OurBehaviour() {}

    public static List<Measure> all() {
        return List.of(POLICE_SUSPECT_ATTRITION, POLICE_SUSPECT_CHARGE);
    }
}
