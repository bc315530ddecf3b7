package vaiwg.board.report;

import java.util.Comparator;
import java.util.List;
import vaiwg.board.Digits;
import vaiwg.board.report.Block.Bar;
import vaiwg.board.report.Block.Part;

/** When, and why, support for the cases of a theme ended: of the outcomes 16 of a year. */
final class EndsOfSupport {
    private static final String NONE_GIVEN = "reason=not_given";

    private EndsOfSupport() {}

    static Block bars(Facts facts, String slice) {
        Block.Bars why = parts(facts, slice, "Why support ended, " + Facts.ALL, "reason", "withdrawal_reason");
        Block.Bars when = parts(facts, slice, "When support ended, " + Facts.ALL, "stage", "withdrawal_stage");
        return new Block.Pair(why, when);
    }

    private static Block.Bars parts(Facts facts, String slice, String title, String what, String kpi) {
        List<Bar> bars = facts.measure(kpi).stream()
                .flatMap(measure -> measure.values().entrySet().stream())
                .filter(value -> !value.getKey().equals(NONE_GIVEN))
                .flatMap(value -> facts.figure(kpi, Slices.both(value.getKey(), slice)).stream()
                        .filter(figure -> figure.isShown() && figure.numerator() != null)
                        .map(figure -> new Bar(value.getValue(), figure, Part.COUNT)))
                .sorted(Comparator.comparingInt(Bar::number).reversed())
                .toList();
        return new Block.Bars(title, bars.isEmpty() ? "" : note(facts, slice, what, kpi, bars.get(0)), bars);
    }

    /** That a victim was asked and gave no reason is no reason among others. */
    private static String note(Facts facts, String slice, String what, String kpi, Bar any) {
        String recorded = recorded(facts, slice, what, any.figure().denominator());
        String these = recorded.isEmpty() ? "Of those with a " + what + " on record " : recorded + " Of these ";
        return facts.figure(kpi, Slices.both(NONE_GIVEN, slice))
                .filter(figure -> figure.isShown() && figure.numerator() != null)
                .map(figure ->
                        these + Digits.count(figure.numerator()) + " say that none was given, and are in no bar.")
                .orElse(recorded);
    }

    /** Of how many it is on record; nothing where that would tell of how few it is not. */
    private static String recorded(Facts facts, String slice, String what, int with) {
        return facts.figure("withdrawal_reason_recorded", slice)
                .map(Figure::denominator)
                .filter(all -> facts.tells(all - with))
                .map(all -> "A " + what + " is on record of " + Digits.count(with) + " of " + Digits.count(all)
                        + " outcomes 16.")
                .orElse("");
    }
}
