package vaiwg.board.report;

import java.util.Optional;
import java.util.Set;
import vaiwg.kpis.catalogue.Slice;
import vaiwg.kpis.text.Digits;

/** What victims are owed, and what they say. */
final class VictimsPage {
    static final String ID = "victims";
    private static final String ABUSE = Slice.ofTheme(SliceTitles.DOMESTIC_ABUSE);
    private static final String INFORMED = "code_informed";
    private static final String BY_DUTIES = "satisfied_service";
    private static final String ALL_MET = "service=code_met";
    private static final String MISSED = "service=code_missed";
    private static final String SENT = "survey_coverage";
    private static final String AUDITED = "victims_code";
    private static final Set<String> LOGGED = Set.of("support_referral_2d", "decision_told");
    /** Why audits and the contact log differ where both ask the same. */
    private static final String TWO_SOURCES =
            "Audits judge a sample, and of the five duties what did not apply counts as met; the contact log counts every case: rely on it.";

    private VictimsPage() {}

    static Page of(Facts facts) {
        Block.FiguresTable duties = facts.table(
                "Duties of the Victims’ Code, of the cases audited",
                facts.values(
                        "victims_code:duty=all_five",
                        "victims_code:duty=acknowledged",
                        "victims_code:duty=updates_timely",
                        "victims_code:duty=vps_offered",
                        "victims_code:duty=referred_2d",
                        "victims_code:duty=end_of_journey_told"));
        Block.FiguresTable further = facts.table(
                "Further duties, of the cases audited",
                facts.values(
                        "victims_code_asked:duty=informed_after_report",
                        "victims_code_asked:duty=interviewer_chosen",
                        "victims_code_asked:duty=compensation_told",
                        "victims_code_asked:duty=disposal_views_asked",
                        "victims_code_asked:duty=court_visit_offered"),
                facts.row(INFORMED, "", informed(facts.hasTarget(INFORMED, ""))));
        Block.FiguresTable support = facts.table(
                "Support, and what victims are told",
                facts.people("support_referral_2d", "", "Referred in 2 days, contact log"),
                facts.row("done_by_decision", "done=support", "Referred before the outcome"),
                facts.people("decision_told", "", "Victim told of outcome in time"),
                facts.rows("", "review_takeup", "review_overturned", "review_decided_30d"));
        Block.FiguresTable said = facts.table(
                "What victims say",
                facts.rows("", "survey_satisfied"),
                facts.row(BY_DUTIES, ALL_MET, "Satisfied: all five duties met"),
                facts.row(BY_DUTIES, MISSED, "Satisfied: a duty missed"),
                facts.values("survey_says:said=listened_to"),
                facts.rows("", SENT),
                facts.row("survey_response", "channel=sms", "Surveys answered, by SMS"));
        return Page.of(
                ID,
                "Victims",
                ("The Victims’ Code is statutory. Duties and surveys are of all victims. "
                                + new OpenMatters(facts.material()).lead(duties, further, support, said))
                        .strip(),
                duties,
                further,
                support.noting(twoSources(duties, support)),
                Groups.grid(
                        facts,
                        facts.title("victim_attrition", ABUSE) + ", by ethnicity",
                        "victim_attrition",
                        ABUSE,
                        "ethnicity"),
                said.noting(surveyed(
                        facts.figure(SENT, ""),
                        facts.figure(BY_DUTIES, ALL_MET).filter(figure -> facts.isExact()),
                        facts.figure(BY_DUTIES, MISSED).filter(figure -> facts.isExact()))));
    }

    /** Said where the same is asked of audits and of the contact log. */
    static String twoSources(Block.FiguresTable audits, Block.FiguresTable support) {
        boolean audited =
                audits.rows().stream().anyMatch(row -> row.figure().kpi().equals(AUDITED));
        boolean logged = support.rows().stream()
                .anyMatch(row -> LOGGED.contains(row.figure().kpi()));
        return audited && logged ? TWO_SOURCES : "";
    }

    /** What a row is called whose column of targets is empty. */
    static String informed(boolean hasTarget) {
        return "Informed about the Code" + (hasTarget ? "" : ": no target set");
    }

    /** For how many victims answers speak, and why those by duties are fewer: only of cases that were audited are these known. */
    static String surveyed(Optional<Figure> sent, Optional<Figure> met, Optional<Figure> missed) {
        String few = sent.filter(VictimsPage::isShare)
                .map(figure -> Digits.percent(figure.value())
                        + " of victims were sent a survey and not all answer: not representative.")
                .orElse("");
        String audited = met.filter(VictimsPage::isShare)
                .flatMap(of -> missed.filter(VictimsPage::isShare)
                        .map(others -> "Rows by duties: the " + Digits.count(of.denominator() + others.denominator())
                                + " answers in audited cases."))
                .orElse("");
        return (few + " " + audited).strip();
    }

    private static boolean isShare(Figure figure) {
        return figure.state() == Figure.State.SHOWN && figure.denominator() != null;
    }
}
