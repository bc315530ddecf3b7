package vaiwg.cli.published;

import java.time.LocalDate;

/**
 * What a count of a published table is of.
 *
 * @param from the first day of the period
 * @param to the day after its last
 * @param themes slugs of the themes that are the table's group, with + between them
 * @param outcome type of the outcome, empty of recorded crimes
 * @param differs what the group has that the theme has not; empty where they are one
 */
record PublishedCount(
        String force, LocalDate from, LocalDate to, String themes, String outcome, CountedBy by, String differs) {}
