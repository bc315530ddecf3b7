package vaiwg.board.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vaiwg.board.Days;
import vaiwg.board.Digits;
import vaiwg.board.figures.Reading;
import vaiwg.board.report.Block.Sentence;

/** Why crimes of a year are so many here and so many there: it is another year. Said once, and named below tables in which such totals stand. */
final class YearTotals {
    private static final String ALL = "recorded_offences";
    private static final List<String> FOLLOWED = List.of("victim_attrition", "charge_rate");
    private static final String OF_PEOPLE = "support_referral_2d";

    private YearTotals() {}

    /** Where it is said. */
    static String where() {
        return " Why totals differ: " + ReportMaker.numbered(TrustPage.ID) + ".";
    }

    /** Empty where there is one such total. */
    static Optional<Sentence> said(Facts facts) {
        List<Figure> followed = Stream.concat(FOLLOWED.stream(), Stream.of(OF_PEOPLE))
                .flatMap(kpi -> total(facts, kpi).stream())
                .filter(figure -> !Bases.horizon(figure.key().basis()).isEmpty())
                .toList();
        return total(facts, ALL).filter(all -> !followed.isEmpty()).map(all -> {
            Reading reading = new Reading(all.key().basis(), all.key().window());
            List<String> said = new ArrayList<>();
            said.add(Bases.brief(reading, facts.asAt()) + ": " + Digits.counted(number(all), "crime", "crimes") + ".");
            said.add("Where cases are followed, the year ends as much earlier: "
                    + followed.stream().map(YearTotals::followed).collect(Collectors.joining(", ")) + ".");
            weeks(facts).ifPresent(said::add);
            return Sentence.of("Totals of a year differ by the days at which it ends.", String.join(" ", said));
        });
    }

    private static Optional<Figure> total(Facts facts, String kpi) {
        return facts.figure(kpi, "")
                .filter(Figure::isShown)
                .filter(figure -> number(figure) != null && number(figure) > 0);
    }

    private static Integer number(Figure figure) {
        return figure.unit() == Unit.COUNT ? figure.numerator() : figure.denominator();
    }

    /** "115,909 for 90 days". */
    private static String followed(Figure figure) {
        return Digits.count(number(figure)) + " for "
                + Bases.horizon(figure.key().basis())
                + (figure.kpi().equals(OF_PEOPLE) ? " where the victim is a person" : "");
    }

    /** The thirteen newest periods of the charts, as each was published when it became known. */
    private static Optional<String> weeks(Facts facts) {
        return Optional.of(Backlog.of(facts, ""))
                .filter(backlog -> facts.isExact())
                .flatMap(Backlog::year)
                .filter(year -> year.isTold(facts))
                .map(year -> "Charts: " + Digits.count(year.arrived()) + " in 52 weeks to "
                        + Days.brief(year.end().lastDay()) + ", as first known.");
    }
}
