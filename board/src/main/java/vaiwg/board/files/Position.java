package vaiwg.board.files;

/**
 * Where a number is in the report.
 *
 * @param page the title of its page
 * @param table the title of its table or chart
 * @param row the title of its row
 * @param column the head of its column; empty where the row shows one figure
 */
public record Position(String page, String table, String row, String column) {}
