package vaiwg.cli.published;

import java.time.LocalDate;

/**
 * What a count of a published table is of.
 *
 * @param from the first day of the period
 * @param to the day after its last
 * @param theme slug of the theme that is the table's group
 * @param outcome type of the outcome, empty of recorded crimes
 * @param differs what the group has that the theme has not; empty where they are one
 */
record PublishedCount(
        String force, LocalDate from, LocalDate to, String theme, String outcome, CountedBy by, String differs) {}
