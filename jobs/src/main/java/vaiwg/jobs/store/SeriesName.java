package vaiwg.jobs.store;

/**
 * A line of values, as tables name it.
 *
 * @param definition the hash of its measure's
 * @param restricted whether it is told to few
 */
public record SeriesName(String kpi, String basis, String window, String slice, String definition, boolean restricted) {
    static SeriesName of(Series series) {
        return new SeriesName(
                series.kpi(),
                series.basis(),
                series.window(),
                series.slice(),
                series.definition(),
                series.restricted());
    }
}
