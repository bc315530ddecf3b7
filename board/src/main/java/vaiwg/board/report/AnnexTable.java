package vaiwg.board.report;

/** All figures of a measure that is on no page, by theme. */
public record AnnexTable(String area, String title, String definition, NumberTable table) {}
