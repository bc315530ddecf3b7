package vaiwg.board.report;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A report of one snapshot of one force.
 *
 * @param summary page 1
 * @param areas the seven areas, in the strategy's order
 * @param characteristics the protected characteristics of victims; empty where the source has none
 * @param governance recommendations, steps of the plan and posts; empty where there is no register of them
 * @param revisions what was published before and is known to be otherwise now
 * @param restricted whether this is the restricted annex, which holds conduct figures and nothing else
 */
public record Report(
        Edition edition,
        Summary summary,
        List<AreaPage> areas,
        Optional<CharacteristicsPage> characteristics,
        SignalsPage signals,
        Optional<GovernancePage> governance,
        RevisionsPage revisions,
        QualityPage quality,
        List<AnnexTable> annex,
        boolean restricted) {
    public Report {
        Objects.requireNonNull(edition, "edition");
    }

    /** The same of another edition. */
    public Report with(Edition other) {
        return new Report(
                other, summary, areas, characteristics, signals, governance, revisions, quality, annex, restricted);
    }
}
