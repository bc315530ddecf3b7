package vaiwg.board.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vaiwg.board.Days;
import vaiwg.board.figures.Reading;
import vaiwg.board.report.Block.Sentence;
import vaiwg.kpis.catalogue.Slice;
import vaiwg.kpis.text.Digits;

/** Why crimes of a year are so many here and so many there: it is another year. Said once, and named below tables in which such totals stand. */
final class YearTotals {
    private static final String ALL = "recorded_offences";
    private static final List<String> FOLLOWED = List.of("victim_attrition", "charge_rate");
    private static final List<String> OF_PEOPLE = List.of("support_referral_2d", "survey_coverage");
    private static final String TIMED = "recorded_within_24h";
    /** Its support half counts crimes with a person as victim and an outcome. */
    private static final String WITH_OUTCOME = "done_by_decision";

    private YearTotals() {}

    /** Where it is said. */
    static String where() {
        return " Why totals differ: " + ReportMaker.numbered(TrustPage.ID) + ".";
    }

    /** Empty where there is one such total. */
    static Optional<Sentence> said(Facts facts) {
        String followed = followed(totals(facts, FOLLOWED), totals(facts, OF_PEOPLE));
        return total(facts, ALL, "").filter(all -> !followed.isEmpty()).map(all -> {
            Reading reading = new Reading(all.key().basis(), all.key().window());
            List<String> said = new ArrayList<>();
            said.add(Bases.brief(reading, facts.asAt()) + ": " + Digits.counted(number(all), "crime", "crimes")
                    + total(facts, TIMED, "")
                            .filter(timed ->
                                    new Reading(timed.key().basis(), timed.key().window()).equals(reading))
                            .map(timed -> ", " + Digits.count(number(timed)) + " with times of report and record")
                            .orElse("")
                    + ".");
            said.add(followed);
            total(facts, WITH_OUTCOME, Slice.of("done", "support")).ifPresent(ended -> said.add(ended(number(ended))));
            weeks(facts).ifPresent(said::add);
            return Sentence.of("Totals of a year differ by the days at which it ends.", String.join(" ", said));
        });
    }

    private static String ended(int number) {
        return "Where the victim is a person, by the day of the outcome: " + Digits.count(number) + ".";
    }

    private static List<Figure> totals(Facts facts, List<String> kpis) {
        return kpis.stream().flatMap(kpi -> total(facts, kpi, "").stream()).toList();
    }

    private static Optional<Figure> total(Facts facts, String kpi, String slice) {
        return facts.figure(kpi, slice)
                .filter(Figure::isShown)
                .filter(figure -> number(figure) != null && number(figure) > 0);
    }

    private static Integer number(Figure figure) {
        return figure.unit() == Unit.COUNT ? figure.numerator() : figure.denominator();
    }

    /** "Where cases are followed, the year ends as much earlier: 115,909 for 90 days; where the victim is a person …"; empty where none are. */
    static String followed(List<Figure> cases, List<Figure> people) {
        String all = followed(cases);
        String ofPeople = followed(people);
        String both = all
                + (all.isEmpty() || ofPeople.isEmpty() ? "" : "; ")
                + (ofPeople.isEmpty() ? "" : "where the victim is a person " + ofPeople);
        return both.isEmpty() ? "" : "Where cases are followed, the year ends as much earlier: " + both + ".";
    }

    /** "115,909 for 90 days, 114,800 for 180 days". */
    private static String followed(List<Figure> figures) {
        return figures.stream()
                .filter(figure -> !Bases.horizon(figure.key().basis()).isEmpty())
                .map(figure -> Digits.count(number(figure)) + " for "
                        + Bases.horizon(figure.key().basis()))
                .collect(Collectors.joining(", "));
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
