package vaiwg.board.report;

import java.util.stream.Stream;
import vaiwg.kpis.catalogue.Slice;

/** What victims are owed, and what they say. */
final class VictimsPage {
    static final String ID = "victims";
    private static final String ABUSE = Slice.ofTheme(SliceTitles.DOMESTIC_ABUSE);

    private VictimsPage() {}

    static Page of(Facts facts) {
        Block duties = facts.table(
                "Duties of the Victims’ Code, of the cases audited: the five, then further ones",
                facts.values(
                        "victims_code:duty=all_five",
                        "victims_code:duty=acknowledged",
                        "victims_code:duty=updates_timely",
                        "victims_code:duty=vps_offered",
                        "victims_code:duty=referred_2d",
                        "victims_code:duty=end_of_journey_told",
                        "victims_code_asked:duty=informed_after_report",
                        "victims_code_asked:duty=interviewer_chosen",
                        "victims_code_asked:duty=compensation_told",
                        "victims_code_asked:duty=disposal_views_asked",
                        "victims_code_asked:duty=court_visit_offered"));
        Block support = facts.table(
                "Support, and what victims are told",
                Stream.of(
                                facts.people("support_referral_2d", "", "Referred in 2 days, contact log"),
                                facts.row("done_by_decision", "done=support", "Referred before the outcome"),
                                facts.row("code_informed", "", "Informed about the Code (audits)"),
                                facts.people("decision_told", "", "Victim told of outcome in time"),
                                facts.rows("", "review_takeup", "review_overturned", "review_decided_30d"))
                        .flatMap(rows -> rows));
        Block said = facts.table(
                "What victims say",
                Stream.of(
                                facts.rows("", "survey_satisfied"),
                                facts.row("satisfied_service", "service=code_met", "Satisfied: all five duties met"),
                                facts.row("satisfied_service", "service=code_missed", "Satisfied: a duty missed"),
                                facts.values("survey_says:said=listened_to"),
                                facts.rows("", "survey_coverage"),
                                facts.row("survey_response", "channel=sms", "Surveys answered, by SMS"))
                        .flatMap(rows -> rows));
        return Page.of(
                ID,
                "Victims",
                ("The Victims’ Code is statutory. Duties and surveys are of all victims. "
                                + new OpenMatters(facts.material()).lead(duties, support, said))
                        .strip(),
                duties,
                support,
                Groups.grid(
                        facts,
                        facts.title("victim_attrition", ABUSE) + ", by ethnicity",
                        "victim_attrition",
                        ABUSE,
                        "ethnicity"),
                said);
    }
}
