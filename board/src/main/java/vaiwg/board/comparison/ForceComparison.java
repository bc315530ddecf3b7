package vaiwg.board.comparison;

import java.util.List;

/**
 * Forces side by side, from public archives.
 *
 * @param crimeType what is compared, as the publisher calls it
 * @param period the months of recording: "January to December 2022"
 * @param followUp after how many months a crime's outcome is read
 * @param measures in the order of {@link ForceMeasure}
 * @param remarks on these archives: what else limits the comparison, a sentence each
 */
public record ForceComparison(
        String crimeType, String period, int followUp, List<ComparedMeasure> measures, List<String> remarks) {
    public ForceComparison {
        measures = List.copyOf(measures);
        remarks = List.copyOf(remarks);
    }
}
