package vaiwg.cli.profile;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import vaiwg.kpis.time.LondonDays;

/**
 * What the lines of a source would become, for programs. No value of a field is in it that does not hold codes, and no unknown code of fewer than
 * five records.
 *
 * @param lines every line that was not blank
 * @param versionsWhole whether all versions were remembered, so that those that are there twice are counted in full
 */
public record ProfileAnswer(
        long lines, long rejected, Map<String, Long> rejectedByReason, boolean versionsWhole, List<Stream> streams) {
    /**
     * The records of one stream of a force.
     *
     * @param folder whether there is a folder of the force: without one its areas and codes are unknown
     * @param records those that the job would use
     * @param repeatedVersions of these, versions that were there before
     * @param outOfOrder changed more than ten minutes before a line above: in this order they would be late
     * @param daysWithout days without a record between the first and the last
     */
    public record Stream(
            String force,
            boolean folder,
            String stream,
            long records,
            long rejected,
            long repeatedVersions,
            long outOfOrder,
            String firstDay,
            String lastDay,
            int daysWithout,
            String longestGapFrom,
            int longestGapDays,
            List<Field> fields) {}

    /**
     * A field, in records that would be used and in those that would be rejected.
     *
     * @param with how many records have it
     * @param dates null where it is no date
     * @param codes null where it holds none
     */
    public record Field(String field, long with, long without, Dates dates, Codes codes) {}

    /** @param tooEarly how many lie before the earliest date, which may be right of old crimes */
    public record Dates(String first, String last, long tooEarly, long ahead) {}

    /** @param unknownRecords how often a code is unknown, of which only the most frequent are named */
    public record Codes(List<CodeCounts.Count> known, long unknownRecords, List<CodeCounts.Count> unknown) {}

    static String day(Instant date) {
        return date.atZone(LondonDays.ZONE).toLocalDate().toString();
    }
}
