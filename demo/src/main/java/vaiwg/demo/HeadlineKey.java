package vaiwg.demo;

import java.util.Arrays;
import java.util.stream.Collectors;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.View;

/** One figure, by its place in the view {@code kpi_value}. */
record HeadlineKey(String kpi, String basis, String window, String slice) {
    /** The slice of a measure that page 1 of the report shows, as it is read there. */
    static HeadlineKey of(Measure measure, View view) {
        return new HeadlineKey(
                measure.slug(),
                view.basis().slug(),
                view.window().slug(),
                measure.placement().slice());
    }

    /** The slice as words, such as {@code ethnicity, rape}; empty for the total. */
    String cut() {
        return Arrays.stream(slice.split(";"))
                .map(pair -> pair.substring(pair.indexOf('=') + 1).replace('_', ' '))
                .collect(Collectors.joining(", "));
    }

    /** The basis and window as the tables name them. */
    String reading() {
        return basis + ", " + window;
    }
}
