package vaiwg.statistics.verdict;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vaiwg.kpis.catalogue.Basis;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.SlotValues;
import vaiwg.kpis.reference.PlaceNames;
import vaiwg.kpis.reference.Theme;
import vaiwg.kpis.text.Digits;
import vaiwg.statistics.signals.SignalDays;
import vaiwg.statistics.signals.charts.ChartReading;
import vaiwg.statistics.signals.charts.FigureText;
import vaiwg.statistics.signals.charts.Levels;

/**
 * The sentence of a verdict in two parts: what it says, and the numbers, which some readers may not see. "Rape: more cases end without the
 * victim's support (OC16)" and "165 of 374 (44.1%) recorded 24 July to 20 August 2026 and followed for 90 days, 44 more than the usual 121".
 * What is usual is said wherever it is said how many more there are, and the three numbers add up.
 */
public final class VerdictText {
    private VerdictText() {}

    /** What is said; empty where there is nothing to say. */
    public static Optional<String> what(SeriesVerdict verdict) {
        List<String> lpa = verdict.lpa().isEmpty() ? List.of() : List.of(verdict.lpa());
        List<String> theme = verdict.theme().isEmpty() ? List.of() : List.of(verdict.theme());
        return switch (verdict.verdict().state()) {
            case ACT, WATCH, IMPROVING -> Optional.of(title(lpa, theme, moved(verdict)));
            case TOO_YOUNG -> Optional.of(named(verdict, lpa, theme));
            case NO_CHANGE, TOO_FEW, NOT_CHARTED ->
                isShort(verdict) ? Optional.of(named(verdict, lpa, theme)) : Optional.empty();
        };
    }

    private static String named(SeriesVerdict verdict, List<String> lpa, List<String> theme) {
        return title(lpa, theme, ConcernWords.small(verdict.measure().shortTitle()));
    }

    /** Its numbers; empty where there are none. */
    public static Optional<String> figures(SeriesVerdict verdict) {
        Optional<String> moved =
                switch (verdict.verdict().state()) {
                    case ACT, WATCH -> Optional.of(evidence(verdict) + whyAsked(verdict));
                    case IMPROVING -> Optional.of(evidence(verdict));
                    case TOO_YOUNG -> Optional.of("not judged: the record is too young");
                    case NO_CHANGE, TOO_FEW, NOT_CHARTED -> Optional.empty();
                };
        if (verdict.verdict().state() == Verdict.State.TOO_YOUNG || !isShort(verdict)) {
            return moved;
        }
        String target = read(verdict.measure(), verdict.read().orElseThrow()) + ", short of the target of "
                + number(verdict.measure(), verdict.target().getAsDouble());
        return Optional.of(moved.map(first -> first + "; " + target).orElse(target));
    }

    /** In what way it moved. */
    static String moved(SeriesVerdict verdict) {
        String words = ConcernWords.of(verdict.measure(), verdict.amount());
        return verdict.verdict().why() == Verdict.Why.DATA ? words + " (check the data first)" : words;
    }

    /** "Solihull, rape: …"; a theme with which the words begin is not said before them. */
    static String title(Collection<String> areas, Collection<String> themes, String what) {
        String theme = themes.size() == 1
                ? themes.stream()
                        .filter(one -> !Theme.isNamedFirst(one, what))
                        .map(VerdictText::themeTitle)
                        .findFirst()
                        .orElse("")
                : "";
        String area = areas.size() > 1
                ? areas.size() + " policing areas"
                : String.join("", areas.stream().map(PlaceNames::of).toList());
        String where = area.isEmpty() || theme.isEmpty() ? area + theme : area + ", " + ConcernWords.small(theme);
        return where.isEmpty() ? ConcernWords.capital(what) : where + ": " + what;
    }

    private static String evidence(SeriesVerdict verdict) {
        if (verdict.verdict().why() == Verdict.Why.LEVEL) {
            return level(verdict);
        }
        if (verdict.isDaily() || verdict.reading().isEmpty()) {
            return verdict.speaks()
                    .filter(OpenSignal::daily)
                    .map(alarm -> daily(verdict, alarm))
                    .orElseGet(() -> "too few cases in the latest period, signal of "
                            + SignalDays.day(verdict.speaks().orElseThrow().day()));
        }
        ChartReading reading = verdict.reading().get();
        Basis basis = reading.chart().column().basis();
        return reading.inWords() + " " + cohort(basis) + days(reading.block().firstDay(), reading.lastDay())
                + followed(basis)
                + more(verdict)
                        .map(more -> more.inWords(reading.block().numerator(), "the usual ", "") + before(reading))
                        .orElseGet(() -> ", usual " + reading.usualInWords());
    }

    /** " (28 a year before)": of what has seasons the usual is made of it. */
    private static String before(ChartReading reading) {
        OptionalInt before = reading.aYearBefore();
        return before.isEmpty() ? "" : " (" + Digits.count(before.getAsInt()) + " a year before)";
    }

    /** Why an owner is asked of what did not become worse: it stands among what did. */
    private static String whyAsked(SeriesVerdict verdict) {
        if (verdict.verdict().why() != Verdict.Why.FIGURE) {
            return "";
        }
        return verdict.speaks()
                .map(signal -> switch (signal.movement()) {
                    case MORE, LESS -> "; what that means is to be explained";
                    case BETTER -> "; better, unless cases end in another way";
                    case WORSE -> "";
                })
                .orElse("");
    }

    private static String daily(SeriesVerdict verdict, OpenSignal alarm) {
        return Digits.decimal(alarm.observed(), 0) + " outcomes " + days(alarm.since(), alarm.day())
                + more(verdict)
                        .map(more -> more.inWords((int) Math.rint(alarm.observed()), "the ", " expected"))
                        .orElse("");
    }

    private static String level(SeriesVerdict verdict) {
        Levels levels = verdict.levels().orElseThrow();
        Measure measure = verdict.measure();
        int now = levels.now().numerator();
        More more = new More(levels.more(measure));
        return read(measure, levels.now()) + " at the end of "
                + SignalDays.day(verdict.chart().orElseThrow().lastDay(0))
                + (measure.isCount()
                        ? more.inWords(now, "the ", " of a year before")
                        : more.inWords(now, "the ", " at the level of a year before, ")
                                + read(measure, levels.before()));
    }

    private static Optional<More> more(SeriesVerdict verdict) {
        return verdict.more().isEmpty()
                ? Optional.empty()
                : Optional.of(new More(verdict.more().getAsInt()));
    }

    /** How many more there are than is usual, fewer where it is negative. */
    private record More(int number) {
        /** ", 44 more than the usual 121" of 165: the three add up. */
        String inWords(int observed, String before, String after) {
            return ", " + Digits.count(Math.abs(number)) + (number < 0 ? " fewer than " : " more than ") + before
                    + Digits.count(observed - number) + after;
        }
    }

    private static String cohort(Basis basis) {
        return switch (basis.kind()) {
            case ASSIGNED -> "with an outcome ";
            case STOCK -> "in the days ";
            default -> "recorded ";
        };
    }

    /** " and followed for 28 days": the chart of another horizon has other numbers of the same cases. */
    private static String followed(Basis basis) {
        return !basis.hasHorizon() || basis.horizon() == 0
                ? ""
                : " and followed for " + basis.horizon() + (basis.isMonthly() ? " months" : " days");
    }

    /** "24 July to 20 August 2026". */
    private static String days(int first, int last) {
        String span = SignalDays.span(first, last);
        return span.substring(span.indexOf(' ') + 1);
    }

    private static String read(Measure measure, SlotValues.Figure figure) {
        double value =
                switch (measure.kind()) {
                    case COUNT, PERCENTILE -> figure.numerator();
                    case SHARE, RATE, POPULATION_RATE -> (double) figure.numerator() / figure.denominator();
                };
        return FigureText.figure(measure, figure, number(measure, value));
    }

    private static String number(Measure measure, double value) {
        return switch (measure.kind()) {
            case COUNT -> Digits.decimal(value, 0);
            case SHARE -> Digits.briefPercent(value);
            case RATE -> Digits.decimal(100 * value, 1) + " per 100";
            case POPULATION_RATE ->
                Digits.decimal(measure.readPer() * value, 2) + " per " + Digits.count(measure.readPer());
            case PERCENTILE -> Digits.decimal(value, 0) + " " + measure.unit();
        };
    }

    private static boolean isShort(SeriesVerdict verdict) {
        return verdict.verdict().target() == Verdict.Target.SHORT;
    }

    private static String themeTitle(String theme) {
        return Theme.of(theme).map(Theme::title).orElseGet(() -> ConcernWords.capital(theme.replace('_', ' ')));
    }
}
