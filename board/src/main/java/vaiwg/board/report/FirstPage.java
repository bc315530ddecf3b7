package vaiwg.board.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.PublishedVerdict.State;
import vaiwg.board.figures.PublishedVerdict.TargetState;
import vaiwg.board.figures.Reading;
import vaiwg.board.report.Block.Sentence;
import vaiwg.kpis.catalogue.PageOne;
import vaiwg.kpis.catalogue.Priority;
import vaiwg.kpis.catalogue.Slice;

/** Page 1: what is worst, what improves or meets its target, what the Board is asked to decide, and ten figures: those of people are of women and girls. */
final class FirstPage {
    static final String ID = "summary";
    /** What is asked for is due as soon as an answer to a matter; of a meeting its month is known, and no day. */
    private static final String SOON = " within " + Priority.DAYS_TO_ANSWER + " days of the meeting";

    private static final int WORST = 3;
    private static final int BEST = 2;
    private static final int DECISIONS = 4;
    private static final Reading TWO_YEARS = new Reading("settled_730d", "365d");

    private FirstPage() {}

    static Page of(Facts facts) {
        List<Matter> matters = facts.matters();
        List<Block.Row> ten = ten(facts).toList();
        List<Sentence> worst = worst(matters, ten, facts.asAt());
        Map<Boolean, List<Block.Row>> improving = improving(facts);
        Stream<Block.Row> figures =
                Stream.concat(ten.stream(), improving.values().stream().flatMap(List::stream));
        return Page.of(
                ID,
                "At a glance",
                (lead(facts, matters, figures) + " " + Shortfalls.counted(Shortfalls.of(facts))).strip(),
                new Block.Sentences(title(matters, worst), worst),
                new Block.Sentences(
                        bestTitle(improving.get(false).size()), best(improving.get(false), improving.get(true), ten)),
                new Block.Sentences("Decisions asked of the Board", decisions(facts, matters, ten)),
                YearsChanges.below(StockNote.below(facts.table(title(ten.size()), ten.stream())), facts));
    }

    private static String title(int figures) {
        return figures == 10 ? "Ten figures" : "The main figures";
    }

    private static Stream<Block.Row> ten(Facts facts) {
        return PageOne.FIGURES.stream().flatMap(seen -> line(facts, seen.measure(), seen.slice()));
    }

    private static Stream<Block.Row> line(Facts facts, String kpi, String slice) {
        return switch (kpi) {
            case "recorded_offences" -> facts.people(kpi, slice, "Strategy offences");
            case "da_homicides" -> facts.people(kpi, slice, "Domestic homicides");
            case "victim_attrition" -> people(facts, kpi, slice);
            case "charge_rate" -> people(facts, kpi, slice, FollowUp.A_YEAR_ON, TWO_YEARS);
            case "open_over_90d" -> facts.people(kpi, slice, "Open for more than 90 days");
            case "cps_overdue" -> facts.row(kpi, slice, facts.title(kpi, slice) + ", all submissions");
            case "victims_code" -> facts.people(kpi, slice, "Victims’ Code: all five duties met");
            case "support_referral_2d" -> facts.people(kpi, slice, "Referred in 2 days, contact log");
            default -> facts.row(kpi, slice);
        };
    }

    /** By the name that the figure has on every page. */
    private static Stream<Block.Row> people(Facts facts, String kpi, String slice, Reading... longer) {
        return facts.people(kpi, slice, facts.title(kpi, slice), longer);
    }

    /** @param figures of which some may be judged: where none is, that no matter is open tells nothing */
    private static String lead(Facts facts, List<Matter> matters, Stream<Block.Row> figures) {
        if (matters.isEmpty()) {
            return withoutMatters(figures.map(Block.Row::state));
        }
        long act = matters.stream()
                .filter(matter -> matter.state() == Matter.State.ACT)
                .count();
        return ReportWords.capital(ReportWords.counted((int) act, "matter needs", "matters need")) + " action"
                + (matters.size() == act
                        ? ". "
                        : " and " + ReportWords.counted(matters.size() - (int) act, "is", "are") + " to be watched. ")
                + late(matters.size(), (int) matters.stream()
                        .filter(matter -> matter.isLate(facts.asAt()))
                        .count());
    }

    /** Nothing is said of what improves: it is beyond what is usual too. */
    static String withoutMatters(Stream<State> states) {
        return states.anyMatch(state -> state == State.NO_CHANGE || state == State.IMPROVING)
                ? "Nothing needs action or is to be watched."
                : "The records are too short for anything to be called usual: no figure is judged yet.";
    }

    static String late(int open, int late) {
        if (late == 0) {
            return "No answer to an open matter is late.";
        }
        return "Of " + ReportWords.counted(open, "open matter, ", "open matters, ")
                + ReportWords.counted(late, "answer is late now.", "answers are late now.");
    }

    /**
     * Every matter to act on, and those whose answers are late; what became worse, what is short of its target, and then what moved without
     * being better or worse.
     */
    static List<Sentence> worst(List<Matter> matters, List<Block.Row> ten, LocalDate asAt) {
        Stream<Sentence> shortOf = farthestFirst(ten)
                .map(row -> new Sentence(
                        Optional.of(TargetState.SHORT),
                        row.title() + " is short of its target of " + target(row) + ".",
                        ReportWords.capital(NumberText.sentence(row)),
                        Optional.empty()));
        Map<Boolean, List<Matter>> acts =
                matters.stream().collect(Collectors.partitioningBy(matter -> matter.state() == Matter.State.ACT));
        Map<Boolean, List<Matter>> others =
                acts.get(false).stream().collect(Collectors.partitioningBy(matter -> matter.isLate(asAt)));
        return Stream.of(
                        open(acts.get(true), true),
                        open(acts.get(true), false),
                        open(others.get(true), true),
                        open(others.get(true), false),
                        open(others.get(false), true),
                        shortOf,
                        open(others.get(false), false))
                .flatMap(sentences -> sentences)
                .limit(Math.max(WORST, acts.get(true).size()))
                .toList();
    }

    /** With how many open matters are on page 2 alone. */
    static String title(List<Matter> matters, List<Sentence> worst) {
        int named = (int)
                worst.stream().filter(sentence -> sentence.page().isPresent()).count();
        int more = matters.size() - named;
        return "What is worst, or to be explained"
                + (more == 0
                        ? ""
                        : "; " + ReportWords.counted(more, "more matter is on ", "more matters are on ")
                                + ReportMaker.numbered(MattersPage.ID));
    }

    private static Stream<Sentence> open(List<Matter> matters, boolean worse) {
        return matters.stream()
                .filter(matter -> matter.worse() == worse)
                .map(matter -> new Sentence(
                        Optional.of(matter.state() == Matter.State.ACT ? State.ACT : State.WATCH),
                        matter.title() + ".",
                        matter.text(),
                        Optional.of(MattersPage.ID)));
    }

    /** With how many figures that improve are on their own pages alone. */
    static String bestTitle(int improving) {
        return "What improves, or meets its target"
                + (improving <= BEST
                        ? ""
                        : "; and " + ReportWords.counted(improving - BEST, "more improves", "more improve"));
    }

    /** Headlines first; apart, those that are short of their targets. */
    private static Map<Boolean, List<Block.Row>> improving(Facts facts) {
        return facts.material().dictionary().all().stream()
                .filter(measure -> !measure.restricted() && !measure.direction().equals("none"))
                .sorted(Comparator.comparing(measure -> !measure.isHeadline()))
                .flatMap(measure -> measure.parts().stream().flatMap(part -> improving(facts, measure, part)))
                .collect(Collectors.partitioningBy(Shortfalls::isShort));
    }

    static List<Sentence> best(List<Block.Row> improving, List<Block.Row> improvingButShort, List<Block.Row> ten) {
        Stream<Sentence> better = improving.stream()
                .map(row -> new Sentence(
                        Optional.of(State.IMPROVING),
                        row.title() + ".",
                        ReportWords.capital(NumberText.sentence(row)),
                        Optional.empty()));
        Stream<Sentence> meets = ten.stream()
                .filter(row -> row.met() == TargetState.MEETS)
                .map(row -> new Sentence(
                        Optional.of(TargetState.MEETS),
                        row.title() + " meets its target.",
                        NumberText.sentence(row),
                        Optional.empty()));
        List<Sentence> best = Stream.concat(better, meets).limit(BEST).toList();
        return best.isEmpty() ? List.of(none(improvingButShort)) : best;
    }

    /** What improves and is short of its target is not among the best, but no sentence denies that it improves. */
    private static Sentence none(List<Block.Row> improvingButShort) {
        if (improvingButShort.isEmpty()) {
            return Sentence.of("No figure is better than chance explains.", "");
        }
        int more = improvingButShort.size() - 1;
        String others = ReportWords.counted(more, "more figure.", "more figures.");
        return Sentence.of(
                "Improving, but short of its target:",
                reason(improvingButShort.get(0)) + (more == 0 ? "" : (more == 1 ? " So is " : " So are ") + others));
    }

    /** Of all, or else of the first theme of which it improves; of no theme where all are short of their target. */
    private static Stream<Block.Row> improving(Facts facts, MeasureEntry measure, String part) {
        Stream<String> themes = facts.row(measure.kpi(), part).anyMatch(Shortfalls::isShort)
                ? Stream.empty()
                : SliceTitles.THEMES.stream().map(Slice::ofTheme);
        return Stream.concat(Stream.of(""), themes)
                .map(theme -> Slice.both(part, theme))
                .flatMap(slice ->
                        facts.row(measure.kpi(), slice, facts.title(measure, slice) + ofAll(facts, measure, slice)))
                .filter(row -> row.state() == State.IMPROVING)
                .sorted(Comparator.comparing(Shortfalls::isShort))
                .limit(1);
    }

    /** What is told of women and girls too is said here of all, whose state it is. */
    private static String ofAll(Facts facts, MeasureEntry measure, String slice) {
        return facts.figure(measure.kpi(), Slice.ofWomen(slice))
                .filter(Figure::isShown)
                .map(women -> Block.Row.inTitle(Facts.ALL))
                .orElse("");
    }

    private static List<Sentence> decisions(Facts facts, List<Matter> matters, List<Block.Row> ten) {
        Stream<Sentence> answers = matters.stream()
                .filter(matter -> matter.isLate(facts.asAt()))
                .limit(2)
                .map(matter -> new Sentence(
                        Optional.empty(),
                        "Ask " + matter.owner() + " to answer" + SOON + ".",
                        "“" + matter.title() + "” was to be answered by "
                                + ReportWords.shortDay(matter.due(), facts.asAt()) + ".",
                        Optional.of(MattersPage.ID)));
        Stream<Sentence> late = BoardActions.of(facts.material()).stream()
                .filter(action -> action.isOverdue(facts.asAt()))
                .limit(1)
                .map(action -> new Sentence(
                        Optional.empty(),
                        "Ask " + (action.owner().isEmpty() ? "who does it" : action.owner()) + " to say" + SOON
                                + " what came of an action.",
                        "“" + BoardActions.title(action) + "” was due on "
                                + ReportWords.shortDay(action.due().orElseThrow(), facts.asAt()) + ".",
                        Optional.of(MattersPage.ID)));
        List<Block.Promise> overstated = PromisesPage.overstated(facts).toList();
        Stream<Sentence> disagree = overstated.stream()
                .limit(1)
                .map(promise -> new Sentence(
                        Optional.empty(),
                        "Ask " + (promise.owner().isEmpty() ? "its owner" : promise.owner())
                                + " to show" + SOON + " that this is "
                                + ReportWords.lower(promise.standing()) + ", as is said.",
                        "“" + promise.text() + ".” "
                                + promise.figure().map(FirstPage::reason).orElseGet(() -> promise.words() + ".")
                                + firstOf(overstated.size()),
                        Optional.of(PromisesPage.ID)));
        Optional<Sentence> trial = WhatWorksPage.recommendation(facts)
                .map(text ->
                        new Sentence(Optional.empty(), text.headline(), text.text(), Optional.of(WhatWorksPage.ID)));
        Stream<Sentence> duties = farthestFirst(ten)
                .map(row -> new Sentence(
                        Optional.empty(),
                        "Ask " + owner(facts, row) + " to name" + SOON + " a day on which a target is met.",
                        reason(row),
                        Optional.empty()));
        List<Sentence> asked = new ArrayList<>(Stream.of(answers, late, duties.limit(1), disagree, trial.stream())
                .flatMap(sentences -> sentences)
                .limit(DECISIONS)
                .toList());
        Optional<String> trialLeft =
                trial.filter(sentence -> !asked.contains(sentence)).map(Sentence::headline);
        WhatWorksPage.left(trialLeft, WhatWorksPage.hasPilot(facts)).ifPresent(asked::add);
        return asked.isEmpty() ? List.of(Sentence.of("None.", "")) : List.copyOf(asked);
    }

    /** Why this promise is asked about: it is the first of those that the page of promises marks as said to be better than they are. */
    static String firstOf(int overstated) {
        return overstated == 1
                ? ""
                : " It is the first of " + ReportWords.small(overstated) + " that figures contradict.";
    }

    /** Who promised what the figure counts, as the page of promises names the post, or else the lead of its area. */
    private static String owner(Facts facts, Block.Row row) {
        return PromisesPage.owner(facts.material().commitments(), row.figure().key())
                .or(() -> facts.measure(row.figure().kpi())
                        .map(MeasureEntry::owner)
                        .filter(owner -> !owner.isEmpty()))
                .orElse("its owner");
    }

    /** Why something is asked: by how much a figure is short of its target, else what it is. */
    private static String reason(Block.Row row) {
        return row.title() + ": "
                + (Shortfalls.isShort(row)
                        ? NumberText.inWords(row.figure(), row.asCount())
                                + row.target()
                                        .map(target -> ", target "
                                                + NumberText.target(
                                                        target, row.figure().unit()))
                                        .orElse("")
                                + "."
                        : NumberText.sentence(row));
    }

    /** Those that are short of their targets: what people are owed before how work is done, of each the farthest. */
    private static Stream<Block.Row> farthestFirst(List<Block.Row> ten) {
        return ten.stream()
                .filter(Shortfalls::isShort)
                .sorted(Comparator.comparing((Block.Row row) -> row.figure().countsWork())
                        .thenComparingDouble(FirstPage::ahead));
    }

    private static double ahead(Block.Row row) {
        double ahead = row.figure().value() - row.target().orElse(Double.NaN);
        return row.better() == Better.DOWN ? -ahead : ahead;
    }

    private static String target(Block.Row row) {
        return NumberText.target(row.target().orElseThrow(), row.figure().unit());
    }
}
