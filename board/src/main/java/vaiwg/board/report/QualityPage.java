package vaiwg.board.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Data quality in six lines, how to read, and the definitions of what the report shows.
 *
 * @param areasKnown of each figure by policing area, in the order of the areas' pages
 */
public record QualityPage(
        String owner,
        List<Line> lines,
        List<AreaKnown> areasKnown,
        List<Definition> words,
        List<Definition> definitions) {
    /** Of one aspect; the judgement is empty for plain information. */
    public record Line(Optional<Judgement> judgement, boolean met, String title, String text) {}

    public record Definition(String title, String text) {}

    /** The figures whose policing areas are known of too few cases, the worst first. */
    public List<AreaKnown> leastKnown() {
        return areasKnown.stream()
                .filter(row -> row.isShown() && !row.isEnough())
                .sorted(Comparator.comparing(AreaKnown::percent))
                .toList();
    }
}
