package vaiwg.cli.published;

import java.util.List;

/**
 * A count of a published table beside the same figure here.
 *
 * @param yearEnding the last day of its year
 * @param theme the theme that the table's group is, or several with + between them
 * @param outcome type of the outcome, or CONVICTED at court; empty of recorded crimes
 * @param countedBy recorded: crimes recorded in the year; assigned: outcomes assigned in it, and results at court of it
 * @param there the table's count
 * @param then as published here at the end of the year; null where it was not
 * @param now of the same days as known now; null where nothing is
 * @param difference {@code there} less {@code now}, or less {@code then} where there is no other; null where there is neither
 * @param reasons what is known of why they differ
 */
public record ComparedCount(
        String force,
        String yearEnding,
        String theme,
        String outcome,
        String countedBy,
        long there,
        Long then,
        Long now,
        Long difference,
        List<String> reasons) {}
