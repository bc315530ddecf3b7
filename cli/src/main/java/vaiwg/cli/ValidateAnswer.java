package vaiwg.cli;

import java.util.List;
import java.util.Map;
import vaiwg.cli.feed.load.LineFindings;
import vaiwg.cli.feed.load.LineFindings.RejectedLine;

/**
 * What was found in JSON lines, for programs.
 *
 * @param lines every line that was not blank: {@code accepted} and {@code rejected} together
 * @param dataQualityWarnings accepted lines with a value that failed a check, by kind
 * @param forcesChecked whether it was known which forces the job takes
 * @param rejectedLines the first of them, as many as {@code --show} says
 */
record ValidateAnswer(
        long lines,
        long accepted,
        long rejected,
        Map<String, Long> acceptedByStream,
        Map<String, Long> rejectedByReason,
        Map<String, Long> dataQualityWarnings,
        boolean forcesChecked,
        List<RejectedLine> rejectedLines) {
    static ValidateAnswer of(LineFindings findings, boolean forcesChecked) {
        return new ValidateAnswer(
                findings.lines(),
                findings.goodLines(),
                findings.badLines(),
                findings.goodByStream(),
                findings.badByReason(),
                findings.warningsByKind(),
                forcesChecked,
                findings.named());
    }
}
