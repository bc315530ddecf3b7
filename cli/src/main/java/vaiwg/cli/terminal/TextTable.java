package vaiwg.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/** Columns of plain text: the first column left, the numbers right, headings of up to two lines above them. */
public final class TextTable {
    private static final String HEADING_BREAK = "\n";
    private static final String BETWEEN_COLUMNS = "  ";

    private final List<List<String>> lines = new ArrayList<>();
    private final int headingLines;

    /** @param headings one a column; a line break in one puts its words on two lines */
    public TextTable(List<String> headings) {
        headingLines = headings.stream()
                .mapToInt(heading -> heading.split(HEADING_BREAK).length)
                .max()
                .orElse(1);
        for (int i = 0; i < headingLines; i++) {
            int line = i;
            lines.add(
                    headings.stream().map(heading -> headingLine(heading, line)).toList());
        }
    }

    /** Short headings stand on the line next to the numbers. */
    private String headingLine(String heading, int line) {
        String[] words = heading.split(HEADING_BREAK);
        int word = line - (headingLines - words.length);
        return word < 0 ? "" : words[word];
    }

    public void row(List<String> cells) {
        lines.add(cells);
    }

    /** Every line, each ending with a line break and without blanks at its end. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder row = new StringBuilder(pad(line.get(0), width(0), false));
            for (int column = 1; column < line.size(); column++) {
                row.append(BETWEEN_COLUMNS).append(pad(line.get(column), width(column), true));
            }
            text.append(row.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private int width(int column) {
        return lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0);
    }

    private static String pad(String cell, int width, boolean right) {
        String blanks = " ".repeat(width - cell.length());
        return right ? blanks + cell : cell + blanks;
    }
}
