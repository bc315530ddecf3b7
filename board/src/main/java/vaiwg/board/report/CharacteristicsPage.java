package vaiwg.board.report;

import java.util.List;
import java.util.Optional;

/**
 * Protected characteristics of victims: of how many each is known.
 *
 * @param themes heads of the columns, the last for all
 * @param rows one a characteristic, ethnicity first
 * @param chart ethnicity known, by period
 * @param record what is on record of ethnicity: known, prefers not to say, nothing
 * @param areas by policing area: ethnicity known, and recorded alike each time
 */
public record CharacteristicsPage(
        String owner,
        Statement lead,
        String subtitle,
        List<String> themes,
        List<Row> rows,
        Optional<BlockChart> chart,
        Optional<Composition> record,
        List<AreaDots> areas,
        List<String> notes) {
    /**
     * A characteristic: known by theme, and of all victims asked, who prefers not to say, whose records agree, and how known changed in a
     * year.
     */
    public record Row(
            String title,
            String note,
            List<Figure> known,
            Figure asked,
            Figure declined,
            Figure alike,
            FigureChange inAYear) {}
}
