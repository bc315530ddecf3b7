package vaiwg.board.cases;

/**
 * The cases behind a figure.
 *
 * @param csv a line for each, under a heading
 * @param sentence whether they add up to what was published
 */
public record CaseList(String csv, int cases, String sentence) {}
