package vaiwg.board.page;

import java.util.Map;
import vaiwg.board.comparison.ForceComparison;

/** Forces side by side as HTML: well-formed, without a script, and the same text for the same comparison. */
public final class ComparisonPage {
    private ComparisonPage() {}

    public static String html(ForceComparison comparison) {
        String foot = comparison.crimeType() + " · " + comparison.period() + " · from data.police.uk";
        return ReportPage.render("comparison.jte", Map.of("c", comparison, "style", Stylesheet.browser(foot)));
    }
}
