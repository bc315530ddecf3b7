package vaiwg.board.grafana;

import java.util.Locale;
import vaiwg.kpis.catalogue.Measure;

/** Titles as a lead would say them. */
final class Words {
    private Words() {}

    static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.UK) + text.substring(1);
    }

    /** What one asks of a measure over time. */
    static String question(Measure measure) {
        return measure.title()
                + switch (measure.direction()) {
                    case RISING -> ": is it rising?";
                    case FALLING -> ": is it falling?";
                    case NONE -> ": how does it move?";
                };
    }
}
