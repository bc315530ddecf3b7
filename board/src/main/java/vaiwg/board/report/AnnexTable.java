package vaiwg.board.report;

/** Figures of a measure that are on no page: by theme, or by policing area. */
public record AnnexTable(String area, String title, String definition, NumberTable table) {}
