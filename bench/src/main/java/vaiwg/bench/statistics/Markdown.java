package vaiwg.bench.statistics;

import java.util.Locale;

/** Text of a page in Markdown, piece by piece. */
final class Markdown {
    private final StringBuilder text = new StringBuilder();

    void title(String title) {
        text.append(text.toString().endsWith("|\n") ? "\n" : "")
                .append("## ")
                .append(title)
                .append("\n\n");
    }

    void paragraph(String format, Object... values) {
        if (text.charAt(text.length() - 2) != '\n') {
            text.append('\n');
        }
        text.append(format(format, values)).append("\n\n");
    }

    /** The head of a table. */
    void head(String... cells) {
        row(cells);
        text.append("|").append("---|".repeat(cells.length)).append('\n');
    }

    void row(String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    @Override
    public String toString() {
        return text.toString();
    }

    static String format(String format, Object... values) {
        return String.format(Locale.UK, format.replace("%n", "\n"), values);
    }
}
