package vaiwg.grafana;

import java.util.Locale;
import vaiwg.kpis.catalogue.Basis;
import vaiwg.kpis.catalogue.Direction;
import vaiwg.kpis.catalogue.Measure;

/**
 * What a reader must know of a panel's figures; it stands behind the (i) of the panel.
 *
 * @param what the figure in a sentence
 * @param unit of the values
 * @param direction which way is good
 * @param basis by its name, with what that means in a word
 * @param window which days a value covers
 */
record PanelReading(String what, String unit, String direction, String basis, String window) {
    static PanelReading of(Measure measure, Basis basis, String window) {
        return new PanelReading(
                measure.definition(),
                unit(measure),
                direction(measure),
                basis.slug() + " (" + word(basis) + ")",
                window);
    }

    /** With one more sentence on what the figure is. */
    PanelReading andAlso(String sentence) {
        return new PanelReading(what + " " + sentence, unit, direction, basis, window);
    }

    /** With another unit, where a panel shows the cases of a share. */
    PanelReading in(String otherUnit) {
        return new PanelReading(what, otherUnit, direction, basis, window);
    }

    String description(PanelSource source) {
        return what + " Unit: " + unit + ". Direction: " + direction + ". Basis: " + basis + ". Window: " + window
                + ". Source: " + source.words() + ".";
    }

    static String unit(Measure measure) {
        return switch (measure.kind()) {
            case SHARE -> "% of cases";
            case RATE -> measure.meanOfDays() > 0 ? "for 100 order-years" : "for each 100 crimes";
            case POPULATION_RATE -> String.format(Locale.UK, "for each %,d people", measure.readPer());
            case COUNT, PERCENTILE -> measure.unit();
        };
    }

    static String direction(Measure measure) {
        String way = measure.direction() == Direction.NONE
                ? "none"
                : measure.direction().slug() + " is good";
        return measure.caveats().isEmpty()
                ? way
                : way + "; " + measure.caveats().replaceFirst("\\.$", "");
    }

    private static String word(Basis basis) {
        return switch (basis.kind()) {
            case SETTLED -> "revised: each crime has had its time";
            case MATURED -> "frozen: as known when each crime had had its time";
            case RECORDED -> "revised, by day of recording";
            case TO_DATE -> "recent cases still open";
            case ASSIGNED -> "revised, by day of the outcome";
            case STOCK -> "as it stood at each midnight";
            case INCIDENCE -> "estimated from open cases too: provisional";
        };
    }
}
