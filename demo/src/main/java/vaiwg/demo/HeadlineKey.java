package vaiwg.demo;

import java.util.Arrays;
import java.util.stream.Collectors;

/** One figure, by its place in the view {@code kpi_value}. */
record HeadlineKey(String kpi, String basis, String window, String slice) {
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
