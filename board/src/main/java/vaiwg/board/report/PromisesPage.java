package vaiwg.board.report;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.PublishedNote;
import vaiwg.board.figures.PublishedVerdict.State;
import vaiwg.board.figures.PublishedVerdict.TargetState;
import vaiwg.board.figures.SeriesKey;
import vaiwg.board.report.Block.Promise;
import vaiwg.board.report.Block.Row;
import vaiwg.kpis.catalogue.BoardSubject;
import vaiwg.kpis.catalogue.Commitment;
import vaiwg.kpis.catalogue.Slice;
import vaiwg.schemas.Standing;
import vaiwg.statistics.verdict.Verdict;

/** Recommendations and steps of the plan, one line each: what is behind first, the owner's word beside the figure. */
final class PromisesPage {
    static final String ID = "promises";
    /** As many characters as a short title may have. */
    private static final int ROOM = 34;

    static final String RULE =
            "≠: what is on course or done is short of its target or to be acted on; what is done shows in under half its cases, where more is better; what is behind meets its target in time.";

    /** Of a count of all time, which does not say by when what it counts was reached. */
    private static final String ALL_TIME = "counted since the start";

    /** Of a low share which nothing says how high it is to be. */
    private static final String NO_TARGET = "no target set";

    /** As many days later what was said is no longer taken for how it stands: six months, of which meetings are three. */
    private static final int DAYS_OF_A_WORD = 183;

    /** After the day on which it was said; the lead says what it means. */
    static final String OLD = " (old)";

    /** What owners say, in the order of the page. */
    static final List<String> STANDINGS = Stream.of(Standing.BEHIND, Standing.ON_COURSE, Standing.DONE)
            .map(PromisesPage::word)
            .toList();

    private PromisesPage() {}

    static Page of(Facts facts) {
        List<Promise> promises = promises(facts);
        long disagree = promises.stream().filter(Promise::disagree).count();
        return Page.of(
                ID,
                "Promises",
                promises.isEmpty() ? "" : lead(promises, old(facts), (int) disagree),
                new Block.Promises("", posts(facts), promises));
    }

    private static String lead(List<Promise> promises, int old, int disagree) {
        String said = STANDINGS.stream()
                .map(standing -> ReportWords.small((int) promises.stream()
                                .filter(promise -> promise.standing().equals(standing))
                                .count())
                        + " " + ReportWords.lower(standing))
                .collect(Collectors.joining(", "));
        return "Their owners say: " + said + ". "
                + old(old)
                + (disagree == 0
                        ? "No figure contradicts them."
                        : "Of " + ReportWords.small(disagree) + " the figures disagree. " + RULE);
    }

    /** How many of the words were said so long ago that nobody says how it stands today; empty where none was. */
    static String old(int words) {
        String were = ReportWords.capital(ReportWords.counted(words, "was", "were"));
        return words == 0 ? "" : were + " said over six months ago:" + OLD + ". ";
    }

    /** The day on which an owner said how it stands, and whether that is old; a meeting asks for it every two months. */
    static String saidOn(LocalDate day, LocalDate asAt) {
        return ReportWords.shortDay(day, asAt) + (isOld(day, asAt) ? OLD : "");
    }

    private static boolean isOld(LocalDate day, LocalDate asAt) {
        return day.isBefore(asAt.minusDays(DAYS_OF_A_WORD));
    }

    private static int old(Facts facts) {
        return (int) promised(facts).filter(entry -> isOld(facts, entry)).count();
    }

    private static boolean isOld(Facts facts, Commitment entry) {
        return note(facts, entry).filter(note -> isOld(note.on(), facts.asAt())).isPresent();
    }

    /** Posts are no promises: they are there or not, and no figure says so. */
    private static String posts(Facts facts) {
        return Posts.said(
                facts.material().commitments(), entry -> said(facts, entry), entry -> isOld(facts, entry));
    }

    /** Promises that the figures do not show to be as well as their owner says. */
    static Stream<Promise> overstated(Facts facts) {
        return promises(facts).stream()
                .filter(Promise::disagree)
                .filter(promise -> !promise.standing().equals(word(Standing.BEHIND)));
    }

    private static List<Promise> promises(Facts facts) {
        return promised(facts)
                .map(entry -> promise(facts, entry))
                .sorted(Comparator.comparingInt(PromisesPage::place))
                .toList();
    }

    private static Stream<Commitment> promised(Facts facts) {
        return facts.material().commitments().stream()
                .filter(entry -> entry.register().isPromised() && isSomebodys(entry));
    }

    /** What is asked of nobody, and seen by no figure, is no promise of the force. */
    private static boolean isSomebodys(Commitment entry) {
        return !entry.owner().isEmpty()
                || !entry.addressed().isEmpty()
                || !entry.measures().isEmpty();
    }

    /** The newest note of its owner, where that says how it stands. */
    private static Optional<PublishedNote> note(Facts facts, Commitment entry) {
        return facts.material()
                .newestNote(BoardSubject.commitment(entry.id()))
                .filter(note -> note.standing().isPresent());
    }

    /** The same without the day on which it was said. */
    private static Optional<Standing> standing(Facts facts, Commitment entry) {
        return note(facts, entry).flatMap(PublishedNote::standing);
    }

    /** How it stands as its owner says; empty where nothing is said. */
    private static String said(Facts facts, Commitment entry) {
        return standing(facts, entry).map(PromisesPage::word).orElse("");
    }

    /** What is behind first, what nothing is said of last; of those of which the same is said first where the figure disagrees. */
    static int place(Promise promise) {
        int said = STANDINGS.indexOf(promise.standing());
        return 2 * (said < 0 ? STANDINGS.size() : said) + (promise.disagree() ? 0 : 1);
    }

    private static Promise promise(Facts facts, Commitment entry) {
        Optional<Standing> standing = standing(facts, entry);
        Optional<LeadReport.Given> given = given(facts, entry);
        if (given.isPresent()) {
            boolean disagree =
                    standing.filter(said -> contradicts(said, given.get())).isPresent()
                            && given.get().wasDue(facts.asAt());
            return promise(facts, entry, Optional.empty(), given.get().words(), disagree);
        }
        List<Row> rows = entry.measures().stream()
                .flatMap(seen -> facts.measure(seen.measure()).stream()
                        .flatMap(measure -> facts.row(seen.measure(), seen.slice(), title(facts, measure, seen))
                                .map(row -> owed(facts, measure, row))))
                .toList();
        Optional<Row> shown = standing.flatMap(said -> contradiction(said, rows));
        Optional<Row> against = rows.stream().filter(PromisesPage::isAgainst).findFirst();
        Optional<Row> figure = shown.or(() -> against).or(() -> rows.stream().findFirst());
        // One arm of a trial says nothing of it: what both say together is said, as on the page of the trial.
        Optional<String> found =
                figure.filter(row -> shown.isEmpty() && isOfArm(row)).flatMap(row -> WhatWorksPage.finding(facts));
        if (found.isPresent()) {
            return promise(facts, entry, Optional.empty(), found.get(), false);
        }
        String words = figure.map(PromisesPage::counts)
                .filter(counts -> !counts.isEmpty())
                .orElseGet(() -> askedOf(entry));
        return promise(facts, entry, figure.map(PromisesPage::inTime), words, shown.isPresent());
    }

    /** What must be said of a figure: that it counts more than a promise's time, or is low and has no target; else empty. */
    static String counts(Row row) {
        if (row.target().isPresent()) {
            return isOfAllTime(row) ? ALL_TIME : "";
        }
        return isSeldom(row) ? NO_TARGET : "";
    }

    /** A line without its target where a count of all time meets it: it was to be reached by a day, and the count does not say when it was. */
    static Row inTime(Row row) {
        return isOfAllTime(row) && row.met() == TargetState.MEETS ? row.withoutTarget() : row;
    }

    /** A line of a theme that has no target itself beside what is owed in every case. Rounded numbers do not say whether it is met. */
    private static Row owed(Facts facts, MeasureEntry measure, Row row) {
        if (row.target().isPresent() || !facts.isExact()) {
            return row;
        }
        OptionalDouble owed = facts.material()
                .benchmarks()
                .owedInTheme(measure.kpi(), row.figure().key().slice(), facts.asAt());
        return owed.isEmpty() ? row : judged(row, Figures.unit(measure).of(owed.getAsDouble()));
    }

    /** A line beside a target, met or not as the job decides it; what has no value is neither. */
    static Row judged(Row row, double target) {
        double value = row.figure().value();
        if (!row.figure().isShown() || Double.isNaN(value) || row.better() == Better.NEITHER) {
            return row;
        }
        boolean met = Verdict.isMet(value, target, row.better() == Better.UP);
        return row.withTarget(target, met ? TargetState.MEETS : TargetState.SHORT);
    }

    /** Of whom it was asked, where no measure shows it: a post of the force says how it stands that the Home Office does it. */
    static String askedOf(Commitment entry) {
        return entry.measures().isEmpty()
                        && !entry.owner().isEmpty()
                        && !entry.addressed().isEmpty()
                ? "asked of " + entry.addressed() + "; no figure"
                : "";
    }

    private static Promise promise(
            Facts facts, Commitment entry, Optional<Row> figure, String words, boolean disagree) {
        return new Promise(
                entry.text().replaceFirst("^\\d+ ", ""),
                entry.owner().isEmpty() ? entry.addressed() : entry.owner(),
                entry.when().replaceFirst("^published ", ""),
                said(facts, entry),
                note(facts, entry)
                        .map(note -> saidOn(note.on(), facts.asAt()))
                        .orElse(""),
                figure,
                words,
                disagree);
    }

    /** How many leads reported, as page 2 has it, where that is what was promised and readers are told. */
    private static Optional<LeadReport.Given> given(Facts facts, Commitment entry) {
        return entry.isSeenByReports() && facts.isExact() ? new LeadReport(facts.material()).given() : Optional.empty();
    }

    /** Who says that leads report is contradicted where one did not, who says that this is behind where all did. */
    static boolean contradicts(Standing said, LeadReport.Given given) {
        return (said == Standing.BEHIND) == given.isAll();
    }

    /** The post that promised what a figure counts; empty where none did. */
    static Optional<String> owner(List<Commitment> commitments, SeriesKey key) {
        return commitments.stream()
                .filter(entry -> entry.register().isPromised() && !entry.owner().isEmpty())
                .filter(entry -> entry.measures().stream()
                        .anyMatch(seen -> seen.measure().equals(key.kpi())
                                && Stream.of(seen.slice(), Slice.ofWomen(seen.slice()))
                                        .anyMatch(key.slice()::equals)))
                .map(Commitment::owner)
                .findFirst();
    }

    /** With for how long its cases are followed, as on other pages, where there is room for it. */
    private static String title(Facts facts, MeasureEntry measure, Commitment.Seen seen) {
        return facts.followed(measure).length() <= ROOM
                ? facts.title(measure, seen.slice())
                : Facts.named(measure, seen.slice());
    }

    /** The figure that contradicts an owner: it is worse than is said, or a target is met of what is said to be behind, and none is missed. */
    static Optional<Row> contradiction(Standing said, List<Row> rows) {
        Predicate<Row> contradicts =
                switch (said) {
                    case ON_COURSE -> PromisesPage::isAgainst;
                    case DONE -> row -> isAgainst(row) || isSeldom(row);
                    case BEHIND ->
                        row -> row.met() == TargetState.MEETS
                                && !isOfAllTime(row)
                                && rows.stream().noneMatch(PromisesPage::isAgainst);
                };
        return rows.stream().filter(contradicts).findFirst();
    }

    /** Whether a figure says that what was promised is not kept. */
    private static boolean isAgainst(Row row) {
        return Shortfalls.isShort(row) || row.state() == State.ACT;
    }

    /** Whether what is said to be done is so in fewer than half of the cases. What an arm of a trial came to is no promise. */
    private static boolean isSeldom(Row row) {
        Figure figure = row.figure();
        return row.better() == Better.UP
                && !isOfArm(row)
                && figure.unit() == Unit.SHARE
                && figure.isShown()
                && figure.numerator() != null
                && 2 * figure.numerator() < figure.denominator();
    }

    /** A number that was reached at some time says nothing of a promise that names one. */
    private static boolean isOfAllTime(Row row) {
        return row.figure().unit() == Unit.COUNT && row.figure().key().window().equals("all");
    }

    private static boolean isOfArm(Row row) {
        return SliceTitles.arm(row.figure().key().slice()).isPresent();
    }

    private static String word(Standing standing) {
        return switch (standing) {
            case ON_COURSE -> "On course";
            case BEHIND -> "Behind";
            case DONE -> "Done";
        };
    }
}
