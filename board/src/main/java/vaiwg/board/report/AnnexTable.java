package vaiwg.board.report;

/** Figures of a measure that are on no page: by theme, by policing area, or by groups of victims. */
public record AnnexTable(String area, String title, String definition, NumberTable table) {}
