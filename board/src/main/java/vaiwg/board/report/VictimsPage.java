package vaiwg.board.report;


/** What victims are owed, and what they say. */
final class VictimsPage {
    static final String ID = "victims";

    private VictimsPage() {}

    static Page of(Facts facts) {
        return Page.of(
                ID,
                "Victims",
                "The Victims’ Code is law: each duty is owed to every victim.",
                facts.table(
                        "Duties of the Victims’ Code, of the cases audited",
                        "",
                        "victims_code_all_five",
                        "acknowledged",
                        "code_informed",
                        "informed_after_report",
                        "updates_timely",
                        "vps_offered",
                        "interviewer_chosen",
                        "compensation_told",
                        "disposal_views_asked",
                        "end_of_journey_told",
                        "court_visit_offered"),
                facts.table(
                        "Support, and what victims are told",
                        "",
                        "support_referral_2d",
                        "support_before_decision",
                        "decision_told",
                        "review_takeup",
                        "review_overturned",
                        "review_decided_30d"),
                facts.chart("decision_told", "", 150),
                facts.table(
                        "What victims say",
                        "",
                        "survey_satisfied",
                        "satisfied_service_met:service=code",
                        "satisfied_service_missed:service=code",
                        "survey_says:said=listened_to",
                        "survey_says:said=report_again",
                        "survey_coverage",
                        "survey_response:channel=sms"));
    }
}
