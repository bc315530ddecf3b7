package vaiwg.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import vaiwg.cli.terminal.TextTable;

/** Figures of the paper beside what is counted, as the file of a scenario lists them. */
record PaperTable(String title, List<String> header, List<Shown> columns, List<List<String>> rows, List<String> note)
        implements ClosingTable {
    /** The last texts of a row are the place of a figure. */
    private static final int KEY = 4;

    /** What a column shows of the figure. */
    enum Shown {
        PART(figure -> TextTable.number(figure.numerator())),
        WHOLE(figure -> TextTable.number(figure.denominator())),
        PART_OF_WHOLE(figure -> TextTable.number(figure.numerator())
                + (figure.denominator() == 0 ? "" : " of " + TextTable.number(figure.denominator()))),
        VALUE(HeadlineFigure::value);

        private final Function<HeadlineFigure, String> text;

        Shown(Function<HeadlineFigure, String> text) {
            this.text = text;
        }
    }

    static PaperTable of(JsonNode closing) {
        return new ObjectMapper().convertValue(closing, PaperTable.class);
    }

    @Override
    public String text(PublishedFigures figures) throws SQLException {
        TextTable table = new TextTable(header);
        for (List<String> row : rows) {
            int key = row.size() - KEY;
            HeadlineFigure figure =
                    figures.figure(new HeadlineKey(row.get(key), row.get(key + 1), row.get(key + 2), row.get(key + 3)));
            table.row(Stream.concat(
                            row.subList(0, key).stream(), columns.stream().map(column -> column.text.apply(figure)))
                    .toList());
        }
        return table + "\n" + String.join("\n", note) + "\n";
    }
}
