package vaiwg.kpis.catalogue.areas;

import static vaiwg.kpis.catalogue.Basis.ASSIGNED;
import static vaiwg.kpis.catalogue.Direction.RISING;
import static vaiwg.kpis.catalogue.MeasureBuilder.share;
import static vaiwg.kpis.catalogue.Priority.ENGAGEMENT;
import static vaiwg.kpis.catalogue.SliceFamily.AGE_BAND;
import static vaiwg.kpis.catalogue.SliceFamily.DISABILITY;
import static vaiwg.kpis.catalogue.SliceFamily.ETHNICITY;
import static vaiwg.kpis.catalogue.SliceFamily.THEME;
import static vaiwg.kpis.catalogue.SliceFamily.THEME_AND_LPA;
import static vaiwg.kpis.catalogue.SliceFamily.THEME_DETAIL;
import static vaiwg.kpis.catalogue.SliceFamily.TOTAL;
import static vaiwg.kpis.catalogue.SliceFamily.VICTIM_SEX;
import static vaiwg.kpis.facts.Fact.ACTIVE;
import static vaiwg.kpis.facts.Fact.NOT_PROCEEDED;
import static vaiwg.kpis.facts.Fact.PERSON_VICTIM;
import static vaiwg.kpis.facts.Fact.TOLD_IN_TIME;

import java.util.List;
import vaiwg.kpis.catalogue.Measure;

/** Engagement, Insight and Communications: are victims told, heard and helped? */
public final class Engagement {
    static final Measure DECISION_TOLD = share("decision_told")
            .title("Told of the decision in time")
            .in(ENGAGEMENT)
            .means(
                    "Of decisions not to proceed with a person as victim, once the time to tell is over, how many have the telling "
                            + "logged within five working days, or one where the victim has enhanced rights.")
            .of(ACTIVE.and(PERSON_VICTIM, NOT_PROCEEDED))
            .counting(TOLD_IN_TIME)
            .onceTheTimeToTellIsOver()
            .bases(ASSIGNED)
            .by(TOTAL, THEME, THEME_DETAIL, THEME_AND_LPA, VICTIM_SEX, AGE_BAND, ETHNICITY, DISABILITY)
            .onBoards(ASSIGNED, 28, 365)
            .goodWhen(RISING)
            .answersTo("2.2.2");

    private Engagement() {}

    public static List<Measure> all() {
        return List.of(DECISION_TOLD);
    }
}
