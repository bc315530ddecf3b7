package vaiwg.board.report;

import java.util.List;

/**
 * Page 1.
 *
 * @param changes three to six sentences of what changed since the last report
 * @param groups the headlines by area
 * @param notes what the marks in the table mean
 */
public record Summary(List<Statement> changes, List<Group> groups, List<String> notes) {
    /**
     * The headlines of an area.
     *
     * @param restricted whether its figures are in the restricted annex only
     */
    public record Group(int number, String slug, String title, String owner, List<ScoreRow> rows, boolean restricted) {}
}
