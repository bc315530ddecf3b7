package vaiwg.board.report;

import java.util.List;
import java.util.Optional;

/** Data quality in five lines, how to read, and the definitions of what the report shows. */
public record QualityPage(String owner, List<Line> lines, List<Definition> words, List<Definition> definitions) {
    /** Of one aspect; the judgement is empty for plain information. */
    public record Line(Optional<Judgement> judgement, boolean met, String title, String text) {}

    public record Definition(String title, String text) {}
}
