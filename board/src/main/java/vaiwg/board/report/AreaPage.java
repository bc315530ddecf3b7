package vaiwg.board.report;

import java.util.List;
import java.util.Optional;

/**
 * An area's page or two, with all its measures that are not in an annex.
 *
 * @param lead its first sentence
 * @param main the chart that proves it
 * @param multiples the same by theme
 * @param followed further tables: when and why support ended, satisfaction by the day and time of the answer, the trial of the EASI programme
 * @param areas policing areas beside one another: of the main figure, and of places that come back
 * @param notes what the marks on the page mean: rebases, overlaps
 * @param basis what its figures are read by, for the foot of the page
 */
public record AreaPage(
        int number,
        String slug,
        String title,
        String owner,
        Statement lead,
        Optional<BlockChart> main,
        List<BlockChart> multiples,
        Optional<NumberTable> table,
        Optional<Composition> composition,
        List<NumberTable> followed,
        List<AreaDots> areas,
        List<Backlog> backlogs,
        List<ScoreRow> figures,
        List<OwnerComment> comments,
        List<String> notes,
        String basis) {}
