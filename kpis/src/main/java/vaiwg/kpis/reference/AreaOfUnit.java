package vaiwg.kpis.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * In which policing area a unit lay.
 *
 * @param lpa its index
 * @param from the first day, since 1970-01-01
 * @param to the last day, since 1970-01-01
 */
record AreaOfUnit(int lpa, int from, int to) {
    static AreaOfUnit of(Map<String, String> row, List<String> lpas) {
        return new AreaOfUnit(
                lpas.indexOf(row.get("lpa")),
                day(row.get("valid_from"), Integer.MIN_VALUE),
                day(row.get("valid_to"), Integer.MAX_VALUE));
    }

    private static int day(String date, int without) {
        return date.isEmpty() ? without : (int) LocalDate.parse(date).toEpochDay();
    }
}
