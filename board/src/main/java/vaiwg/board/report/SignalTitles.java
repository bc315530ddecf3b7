package vaiwg.board.report;

import java.util.Optional;
import vaiwg.board.figures.SignalRecord;

/** What a signal is called where it is shown alone. */
public final class SignalTitles {
    private SignalTitles() {}

    /** "Victim attrition: Solihull, rape". */
    public static String of(SignalRecord signal) {
        return signal.slice().isEmpty() ? signal.title() : signal.title() + ": " + Slices.title(signal.slice());
    }

    /** The open matter of a report to which a signal belongs. */
    public static Optional<Matter> matter(Report report, String signalId) {
        return report.matters().stream()
                .filter(matter -> matter.signalIds().contains(signalId))
                .findFirst();
    }
}
