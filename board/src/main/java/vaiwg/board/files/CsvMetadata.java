package vaiwg.board.files;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import vaiwg.board.Tier;
import vaiwg.board.report.Edition;
import vaiwg.board.report.Figure;

/** What a table's columns are, as <a href="https://www.w3.org/TR/tabular-metadata/">CSV on the Web</a> says it beside the table. */
final class CsvMetadata {
    /** Where a reader of {@code figures.csv} looks for its metadata by itself. */
    static final String SUFFIX = "-metadata.json";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private CsvMetadata() {}

    static byte[] of(CsvTable<?> table, Edition edition) {
        ObjectNode metadata = JSON.objectNode();
        metadata.putArray("@context")
                .add("http://www.w3.org/ns/csvw")
                .add(JSON.objectNode().put("@language", "en"));
        metadata.put("url", table.name());
        metadata.put("dc:title", table.title() + ", " + edition.forceTitle() + ", as at " + edition.asAt());
        metadata.put("dc:description", table.description());
        metadata.put("dc:publisher", edition.forceTitle());
        metadata.put("dc:date", edition.asAt().toString());
        metadata.put("dc:language", "en-GB");
        metadata.put("dc:rights", rights(edition.tier()));
        metadata.put(
                "dc:type",
                edition.synthetic()
                        ? "Synthetic data: invented records of no real person or case"
                        : "Management information, provisional; not official statistics");
        notes(metadata.putArray("notes"));
        metadata.set("dialect", dialect());
        ArrayNode columns = metadata.putObject("tableSchema").putArray("columns");
        table.columns().forEach(column -> columns.add(column(column)));
        return Json.bytes(metadata);
    }

    private static String rights(Tier tier) {
        return switch (tier) {
            case INTERNAL -> "Internal to the strategy's owners: do not pass on.";
            case BOARD -> "For the Strategy Board: do not publish.";
            case PUBLIC -> "For everybody; name the force and the day when you use it.";
        };
    }

    private static void notes(ArrayNode notes) {
        notes.addObject().put("text", "An empty field is a number that is not shown; the state says why.");
        StringBuilder states = new StringBuilder("States:");
        for (Figure.State state : Figure.State.values()) {
            states.append(' ').append(state).append(" = ").append(FigureNumbers.reason(state));
            states.append(state.ordinal() + 1 < Figure.State.values().length ? ";" : ".");
        }
        notes.addObject().put("text", states.toString());
        notes.addObject()
                .put("text", "Before a text that a spreadsheet would take for a formula there is an apostrophe.");
    }

    private static ObjectNode dialect() {
        ObjectNode dialect = JSON.objectNode();
        dialect.put("encoding", "utf-8");
        dialect.put("delimiter", ",");
        dialect.put("quoteChar", "\"");
        dialect.put("doubleQuote", true);
        dialect.put("header", true);
        dialect.putArray("lineTerminators").add("\r\n");
        return dialect;
    }

    private static ObjectNode column(CsvColumn<?> column) {
        ObjectNode node = JSON.objectNode();
        node.put("name", column.name());
        node.putArray("titles").add(column.name()).add(column.title());
        node.put("dc:description", column.description());
        node.put("datatype", column.datatype().name().toLowerCase(Locale.ROOT));
        return node;
    }
}
