package vaiwg.bench.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The lines of a page that is being written. */
final class PageLines {
    private final List<String> lines = new ArrayList<>();

    /** Adds one: as it stands, or as a format where there are values. */
    void add(String format, Object... values) {
        lines.add(values.length == 0 ? format : String.format(Locale.ROOT, format, values));
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }
}
