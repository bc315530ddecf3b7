package vaiwg.board.report;

import java.util.Map;
import java.util.Optional;
import vaiwg.board.figures.SignalRecord;

/** What a signal is called where it is shown alone. */
public final class SignalTitles {
    private SignalTitles() {}

    /** "Victim attrition: Solihull, rape". */
    public static String of(SignalRecord signal) {
        return of(signal.title(), Map.of(), signal.slice());
    }

    /**
     * The same of a figure.
     *
     * @param title of its measure
     * @param values what the values of its measure's dimension are called, by the slice that names each
     */
    public static String of(String title, Map<String, String> values, String slice) {
        return slice.isEmpty() ? title : title + ": " + SliceTitles.title(values, slice);
    }

    /** The open matter of a report to which a signal belongs. */
    public static Optional<Matter> matter(Report report, String signalId) {
        return report.matters().stream()
                .filter(matter -> matter.signalIds().contains(signalId))
                .findFirst();
    }
}
