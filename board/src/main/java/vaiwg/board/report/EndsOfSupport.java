package vaiwg.board.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vaiwg.board.figures.Reading;
import vaiwg.board.report.Block.Bar;
import vaiwg.board.report.Block.Part;
import vaiwg.kpis.catalogue.Slice;
import vaiwg.kpis.text.Digits;

/** When, and why, support for the cases of a theme ended: of the outcomes 16 of a year. */
final class EndsOfSupport {
    private static final String NONE_GIVEN = "reason=not_given";

    private EndsOfSupport() {}

    static Block bars(Facts facts, String slice) {
        Block.Bars why = parts(facts, slice, "Why support ended, " + Facts.ALL, "reason", "withdrawal_reason");
        Block.Bars when = parts(facts, slice, "When support ended, " + Facts.ALL, "stage", "withdrawal_stage");
        // A reason is a victim's own words: beside it stands what the figure is about.
        String note = why.bars().isEmpty() ? "" : why.note() + " " + ReportWords.OF_THE_SERVICE;
        return new Block.Pair(new Block.Bars(why.title(), note, why.bars()), when);
    }

    private static Block.Bars parts(Facts facts, String slice, String title, String what, String kpi) {
        List<Bar> bars = facts.measure(kpi).stream()
                .flatMap(measure -> measure.values().entrySet().stream())
                .filter(value -> !value.getKey().equals(NONE_GIVEN))
                .flatMap(value -> facts.figure(kpi, Slice.both(value.getKey(), slice)).stream()
                        .filter(EndsOfSupport::isCounted)
                        .map(figure -> new Bar(value.getValue(), figure, Part.COUNT)))
                .sorted(Comparator.comparingInt(Bar::number).reversed())
                .toList();
        return new Block.Bars(
                title,
                bars.isEmpty() ? "" : note(facts, slice, what, kpi, bars.get(0).figure()),
                bars);
    }

    private static String note(Facts facts, String slice, String what, String kpi, Figure any) {
        Optional<Integer> all = facts.figure("withdrawal_reason_recorded", slice)
                .map(Figure::denominator)
                // How many have none on record is a number too.
                .filter(of -> facts.tells(of - any.denominator()));
        Reading reading = new Reading(any.key().basis(), any.key().window());
        return facts.figure(kpi, Slice.both(NONE_GIVEN, slice))
                .filter(EndsOfSupport::isCounted)
                .map(none -> asked(any.denominator(), all, what, none.numerator()))
                .orElseGet(() -> Bases.brief(reading, facts.asAt()) + ": a " + what + " is on record of "
                        + outcomes(any.denominator(), all) + ".");
    }

    /** That a victim was asked and gave no reason is on record, and is no reason among others. */
    static String asked(int recorded, Optional<Integer> all, String what, int none) {
        return "Asked and recorded: " + outcomes(recorded, all) + "; a " + what + " given: "
                + Digits.count(recorded - none) + ". The other " + Digits.count(none) + " are in no bar.";
    }

    private static String outcomes(int recorded, Optional<Integer> all) {
        return Digits.count(recorded) + all.map(of -> " of " + Digits.count(of)).orElse("") + " outcomes 16";
    }

    private static boolean isCounted(Figure figure) {
        return figure.isShown() && figure.numerator() != null;
    }
}
