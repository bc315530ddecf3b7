package vaiwg.policeuk;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What an import did, for programs.
 *
 * @param events sent; none where the topics hold all of it already
 * @param late how many of them belong before an instant through which the topics had been said to be complete
 */
public record ImportAnswer(long events, long late, List<Release> releases) {
    /**
     * What a release was found to hold.
     *
     * @param published the day from which on its corrections are known
     * @param changes of earlier releases, by force, month and type of crime
     */
    public record Release(String name, String published, List<Force> forces, List<Change> changes) {}

    /**
     * The files of a force.
     *
     * @param counts every {@link Count}, in lower case
     */
    public record Force(String force, String firstMonth, String lastMonth, Map<String, Long> counts) {}

    /** See {@link ReleaseChange}. */
    public record Change(
            String force, String month, String crimeType, String cause, long gained, long lost, long altered) {}

    /** The same as {@link Imported#text}, for programs. */
    public static ImportAnswer of(Imported imported) {
        return new ImportAnswer(
                imported.events(),
                imported.late(),
                imported.releases().stream().map(ImportAnswer::release).toList());
    }

    private static Release release(ImportReport report) {
        return new Release(
                report.name(),
                report.published().toString(),
                report.forces().stream().map(ImportAnswer::force).toList(),
                report.changes().stream().map(ImportAnswer::change).toList());
    }

    private static Force force(ForceReport report) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Count count : Count.values()) {
            counts.put(lower(count), report.count(count));
        }
        return new Force(report.force(), month(report.firstMonth()), month(report.lastMonth()), counts);
    }

    private static Change change(ReleaseChange change) {
        return new Change(
                change.force(),
                month(change.month()),
                change.crimeType(),
                change.cause().slug(),
                change.came(),
                change.went(),
                change.altered());
    }

    private static String month(YearMonth month) {
        return month.toString();
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
