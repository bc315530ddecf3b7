package vaiwg.board.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vaiwg.board.Digits;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.Reading;
import vaiwg.kpis.catalogue.Priority;

/** Says what waits for somebody: cases beyond their time, and signals for the answer of their owners. */
final class WaitingStatements {
    private static final String RESPONSE = "signal_response";

    private final Material material;

    WaitingStatements(Material material) {
        this.material = material;
    }

    /** Everything that is shown as a count of what waits, on whatever page. */
    Optional<Statement> counts() {
        List<String> parts = new ArrayList<>();
        Optional<String> area = Optional.empty();
        for (MeasureEntry measure : material.dictionary().all()) {
            Optional<Reading> reading = measure.reading(material.edition().byMonth());
            if (!measure.shownAsCount() || measure.restricted() || reading.isEmpty()) {
                continue;
            }
            ScoreRow row = new ScoreRows(material).row(measure, reading.get(), measure.slice(), measure.shortTitle());
            if (row.figure().isShown()) {
                String last = row.sincePrevious().isKnown()
                        ? " ("
                                + Digits.count(row.figure().numerator()
                                        - Math.round(row.sincePrevious().amount())) + " in the last report)"
                        : "";
                parts.add(ReportWords.lower(row.title()) + " " + ValueText.of(row.figure(), true) + last);
                area = Optional.of(measure.area());
            }
        }
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Statement(
                        Optional.of(Judgement.of(Verdict.TOO_FEW)), "Waiting:", String.join("; ", parts) + ".", area));
    }

    /**
     * How many signals were answered.
     *
     * @param rows of page 1
     * @param open how many matters are open
     */
    Optional<Statement> unanswered(List<ScoreRow> rows, int open) {
        Optional<Figure> response = rows.stream()
                .map(ScoreRow::figure)
                .filter(figure -> figure.kpi().equals(RESPONSE) && figure.isShown())
                .findFirst();
        if (response.isEmpty()) {
            return Optional.empty();
        }
        int answered = response.get().numerator();
        int of = response.get().denominator();
        String headline = answered == 0
                ? "No signal was answered by its owner within " + Priority.DAYS_TO_ANSWER + " days:"
                : ReportWords.capital(ReportWords.small(answered)) + " of " + Digits.count(of)
                        + " signals were answered by their owners within " + Priority.DAYS_TO_ANSWER + " days:";
        String today = ReportWords.capital(ReportWords.counted(open, "matter is", "matters are")) + " open today"
                + (open > 1 ? ", each for its own lead." : ".");
        return Optional.of(new Statement(
                Optional.of(Judgement.of(Verdict.NO_LIMITS)),
                headline,
                Digits.count(answered) + " of " + Digits.count(of) + " in the year. " + today,
                Optional.of("signals")));
    }
}
