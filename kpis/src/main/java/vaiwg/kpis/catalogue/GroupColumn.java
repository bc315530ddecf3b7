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

    /** The others that audits ask of, on the dashboard. */
    public static final List<GroupColumn> FURTHER_DUTIES = List.of(
            new GroupColumn("compensation_told", "Told of compensation"),
            new GroupColumn("disposal_views_asked", "Asked of a disposal out of court"),
            new GroupColumn("interviewer_chosen", "Interviewer as chosen"),
            new GroupColumn("court_visit_offered", "Visit to the court offered"));
}
