package vaiwg.kpis.catalogue;

import java.util.List;

/**
 * A measure as one of the columns or rows of a table.
 *
 * @param slug the measure's
 * @param name what it is called beside the others
 */
public record GroupColumn(String slug, String name) {
    /** The duties of the Victims' Code, on the dashboard and in the report's annex: all five first, of all audits. */
    public static final List<GroupColumn> DUTIES = List.of(
            new GroupColumn("victims_code_all_five", "All five"),
            new GroupColumn("acknowledged", "Acknowledged"),
            new GroupColumn("updates_timely", "Timely updates"),
            new GroupColumn("vps_offered", "Statement offered"),
            new GroupColumn("referred_2d", "Referred in 2 days"),
            new GroupColumn("end_of_journey_told", "End told"),
            new GroupColumn("code_informed", "Told of the Code"),
            new GroupColumn("informed_after_report", "Informed in time"));

    /** At which stage support for a case ended, in the order of a case: parts of the outcomes 16 that record one. */
    public static final List<GroupColumn> STAGES = List.of(
            new GroupColumn("withdrawal_before_statement", "Before a statement"),
            new GroupColumn("withdrawal_after_statement", "After a statement"),
            new GroupColumn("withdrawal_at_cps", "At the CPS"),
            new GroupColumn("withdrawal_at_another_stage", "Another stage"));

    /** For which reason: parts of the outcomes 16 that record one. */
    public static final List<GroupColumn> REASONS = List.of(
            new GroupColumn("withdrawal_for_fear", "Fear of reprisal"),
            new GroupColumn("withdrawal_for_length", "Length of the process"),
            new GroupColumn("withdrawal_for_court", "Concern about court"),
            new GroupColumn("withdrawal_uninformed", "Not kept informed"),
            new GroupColumn("withdrawal_for_other_support", "Other support chosen"),
            new GroupColumn("withdrawal_for_device", "Request for a device"),
            new GroupColumn("withdrawal_reason_not_given", "None given"),
            new GroupColumn("withdrawal_for_another_reason", "Another reason"));

    /** What complaints are about: parts of those that record a category. */
    public static final List<GroupColumn> COMPLAINTS = List.of(
            new GroupColumn("complaints_duties", "Duties, service"),
            new GroupColumn("complaints_discrimination", "Discrimination"),
            new GroupColumn("complaints_abuse", "Abuse of position"),
            new GroupColumn("complaints_behaviour", "Behaviours"),
            new GroupColumn("complaints_sexual", "Sexual conduct"),
            new GroupColumn("complaints_others", "Other categories"));
}
