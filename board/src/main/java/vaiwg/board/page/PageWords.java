package vaiwg.board.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vaiwg.board.chart.Icons;
import vaiwg.board.report.AreaKnown;
import vaiwg.board.report.Beside;
import vaiwg.board.report.BlockPoint;
import vaiwg.board.report.Figure;
import vaiwg.board.report.GovernancePage;
import vaiwg.board.report.Judgement;
import vaiwg.board.report.NumberTable;
import vaiwg.board.report.QualityPage;
import vaiwg.board.report.RevisionsPage;
import vaiwg.board.report.ScoreRow;
import vaiwg.board.report.SignalsPage;
import vaiwg.board.report.Target;
import vaiwg.board.report.Unit;
import vaiwg.board.text.Dates;
import vaiwg.board.text.NumberText;

/** What the templates say of records, in words. */
final class PageWords {
    private static final List<String> SMALL = List.of(
            "no",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty");

    private PageWords() {}

    /** A number in a sentence: "seven", "21". */
    static String number(int number) {
        return number >= 0 && number < SMALL.size() ? SMALL.get(number) : NumberText.count(number);
    }

    /** With a capital at its start. */
    static String sentence(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    static String plural(int number, String one, String many) {
        return number == 1 ? one : many;
    }

    /** A day in a table: without its year where that is the report's. */
    static String day(LocalDate day, LocalDate asAt) {
        return day.getYear() == asAt.getYear() ? Dates.brief(day) : Dates.briefWithYear(day);
    }

    /** Which way a signalled figure moved, for who does not see the arrow. */
    static String side(Judgement judgement) {
        return !judgement.verdict().isSignal() || judgement.side() == 0 ? "" : judgement.side() > 0 ? ", up" : ", down";
    }

    /** "concern, up". */
    static String said(Judgement judgement) {
        return judgement.verdict().word() + side(judgement);
    }

    /** The first number of a row: its count where that says more than a share. */
    static String value(ScoreRow row) {
        Figure figure = row.figure();
        return row.asCount() && figure.isShown() ? NumberText.count(figure.numerator()) : NumberText.value(figure);
    }

    /** What stands beside the first number. */
    static String basis(ScoreRow row) {
        Figure figure = row.figure();
        if (row.asCount() && figure.isShown() && figure.denominator() != null) {
            return "of " + NumberText.count(figure.denominator());
        }
        return figure.unit() == Unit.COUNT && figure.denominator() == null && figure.isShown()
                ? window(figure.window())
                : NumberText.basis(figure);
    }

    /** "in 12 months", "in 28 days", "in a month"; empty for a window without a length. */
    static String window(String window) {
        if (window.equals("1m")) {
            return "in a month";
        }
        if (window.equals("365d")) {
            return "in 12 months";
        }
        if (window.matches("\\d+[dm]")) {
            String number = window.substring(0, window.length() - 1);
            return "in " + number + (window.endsWith("d") ? " days" : " months");
        }
        return "";
    }

    /** The columns of a table but those of changes that say nothing, such as those since a last report where there was none. */
    static List<Integer> columns(NumberTable table) {
        return IntStream.range(0, table.columns().size())
                .filter(column -> table.rows().isEmpty()
                        || !table.rows().stream()
                                .map(row -> row.cells().get(column))
                                .allMatch(entry -> entry instanceof NumberTable.Entry.Moved moved
                                        && !moved.change().isKnown()))
                .boxed()
                .toList();
    }

    static String target(Target target, Unit unit) {
        return brief(NumberText.value(target.value(), unit));
    }

    /** Without a decimal of a share that is none. */
    private static String brief(String value) {
        return value.endsWith(".0%") ? value.replace(".0%", "%") : value;
    }

    /** "72%"; in brackets where it is of something else. */
    static String beside(Beside beside) {
        String text = brief(NumberText.value(beside.value(), beside.unit()));
        return beside.comparable() ? text : "(" + text + ")";
    }

    /** "For police forces · Head of the Public Protection Unit · October 2021 · two open matters": what is known of an entry. */
    static String governed(GovernancePage.Item item) {
        StringJoiner said = new StringJoiner(" · ");
        said.add(item.addressed().isEmpty() ? "Paper " + item.section() : "For " + item.addressed());
        if (!item.owner().isEmpty()) {
            said.add("owner: " + item.owner());
        }
        if (!item.when().isEmpty()) {
            said.add(item.when());
        }
        if (item.matters() > 0) {
            said.add(number(item.matters()) + plural(item.matters(), " open matter", " open matters"));
        }
        if (!item.note().isEmpty()) {
            said.add("no figure: " + item.note());
        }
        return said.toString();
    }

    static String assurance(Target.Assurance assurance) {
        return switch (assurance) {
            case MEETS -> "meets";
            case MISSES -> "misses";
            case HIT_OR_MISS -> "hit or miss";
            case UNKNOWN -> "no limits yet";
        };
    }

    /** "4 of 74", or why there is no count. */
    static String counted(Figure figure) {
        return figure.isShown()
                ? NumberText.count(figure.numerator()) + " of " + NumberText.count(figure.denominator())
                : NumberText.missing(figure.state());
    }

    /** A share to whole hundredths, for a table of many; else as it is written elsewhere. */
    static String whole(Figure figure) {
        boolean share = figure.state() == Figure.State.SHOWN && figure.unit() == Unit.SHARE;
        return share ? NumberText.roughly(figure.value(), Unit.SHARE) : NumberText.value(figure);
    }

    /** What a cell of a table of numbers shows. */
    static String cell(NumberTable.Entry entry) {
        if (entry instanceof NumberTable.Entry.Of of) {
            Figure figure = of.figure();
            Integer part =
                    switch (of.part()) {
                        case VALUE -> null;
                        case NUMERATOR -> figure.numerator();
                        case DENOMINATOR -> figure.denominator();
                    };
            if (!figure.isShown()) {
                return NumberText.missing(figure.state(of.part()));
            }
            if (of.part() == NumberTable.Part.VALUE
                    && figure.state() == Figure.State.COUNT_ONLY
                    && figure.denominator() != null) {
                return "too few";
            }
            if (of.part() == NumberTable.Part.VALUE) {
                return NumberText.value(figure);
            }
            return part == null ? NumberText.NOTHING : NumberText.count(part);
        }
        if (entry instanceof NumberTable.Entry.Moved moved) {
            return NumberText.change(moved.change());
        }
        if (entry instanceof NumberTable.Entry.Compared compared) {
            return compared.beside().isEmpty()
                    ? NumberText.NOTHING
                    : compared.beside().stream().map(PageWords::beside).collect(Collectors.joining(", "));
        }
        if (entry instanceof NumberTable.Entry.Apart apart) {
            return NumberText.apart(apart);
        }
        if (entry instanceof NumberTable.Entry.Rest rest) {
            return rest.number().map(NumberText::count).orElseGet(() -> NumberText.missing(Figure.State.SUPPRESSED));
        }
        return ((NumberTable.Entry.Text) entry).text();
    }

    /** The rows of a table that show no counts, so that what their figures rest on stands beside it. */
    static List<NumberTable.Row> ofValuesAlone(NumberTable table) {
        return table.rows().stream()
                .filter(row -> row.cells().stream().allMatch(PageWords::isValue))
                .filter(row ->
                        row.cells().stream().anyMatch(entry -> !counts(entry).isEmpty()))
                .toList();
    }

    /** What the figure of a cell rests on: "1,101 of 1,634"; empty where nothing is shown. */
    static String counts(NumberTable.Entry entry) {
        return NumberText.counts(((NumberTable.Entry.Of) entry).figure());
    }

    /** Whether a cell holds the figure that its row is about. */
    static boolean isValue(NumberTable.Entry entry) {
        return entry instanceof NumberTable.Entry.Of of && of.part() == NumberTable.Part.VALUE;
    }

    /** Whether a cell holds words rather than a number. */
    static boolean isText(NumberTable.Entry entry) {
        return entry instanceof NumberTable.Entry.Text;
    }

    /** How dark a share's ground is: 0 for less than 10 in a hundred, 4 for 80 and more. */
    static int heat(Figure figure) {
        if (figure.state() != Figure.State.SHOWN) {
            return 0;
        }
        double value = figure.value();
        return value >= 0.8 ? 4 : value >= 0.5 ? 3 : value >= 0.25 ? 2 : value >= 0.1 ? 1 : 0;
    }

    /** A chart's signals of two years: "Rape: Concern, up on 20 Aug 2026; usual else". */
    static String signals(SignalsPage.Line line, List<LocalDate> periodEnds) {
        StringJoiner all = new StringJoiner("; ", line.title() + ": ", ".");
        all.setEmptyValue(line.title() + ": no signal.");
        for (int i = 0; i < line.verdicts().size(); i++) {
            Optional<Judgement> judgement = line.verdicts().get(i);
            if (judgement.isPresent() && judgement.get().verdict().isSignal()) {
                all.add(said(judgement.get()) + " on " + Dates.briefWithYear(periodEnds.get(i)));
            }
        }
        return all.toString();
    }

    /** A small chart's name for who does not see it. */
    static String sparkTitle(ScoreRow row) {
        int periods = row.spark().size();
        BlockPoint newest = row.spark().get(periods - 1);
        return row.title() + ", newest " + (periods == 1 ? "period" : periods + " periods") + ": last "
                + NumberText.value(newest.value(), row.figure().unit()) + ". "
                + said(row.judgement());
    }

    /** The values of a small chart, oldest first. */
    static String sparkValues(ScoreRow row) {
        StringJoiner values = new StringJoiner(" · ");
        row.spark()
                .forEach(point ->
                        values.add(NumberText.value(point.value(), row.figure().unit())));
        return values.toString();
    }

    /** A part of a revision: "recorded late: 12 more, 30 more in all". */
    static String cause(RevisionsPage.Cause cause) {
        List<String> moved = new ArrayList<>();
        if (cause.numerator() != 0) {
            moved.add(moreOrFewer(cause.numerator()));
        }
        if (cause.denominator() != 0) {
            moved.add(moreOrFewer(cause.denominator()) + " in all");
        }
        return cause.words() + (moved.isEmpty() ? "" : ": " + String.join(", ", moved));
    }

    /** Of how many figures the policing area is known well enough, of how many it is not and they are not listed, and of how many it is not said. */
    static String areasKnown(QualityPage page, int listed) {
        int enough =
                (int) page.areasKnown().stream().filter(AreaKnown::isEnough).count();
        int less = page.leastKnown().size() - listed;
        int unsaid = page.areasKnown().size() - page.leastKnown().size() - enough;
        StringJoiner said = new StringJoiner(" ");
        if (enough > 0) {
            said.add("Of " + figures(enough, listed > 0 ? " other" : "") + " the area of " + AreaKnown.ENOUGH
                    + "% of the cases or more is known.");
        }
        if (less > 0) {
            said.add("Of " + figures(less, " more") + " it is of fewer; the workbook has them all.");
        }
        if (unsaid > 0) {
            said.add("Of " + figures(unsaid, "")
                    + " it is not shown: the cases are few, or it would reveal what is withheld.");
        }
        return said.toString();
    }

    private static String figures(int number, String which) {
        return number(number) + which + plural(number, " figure", " figures");
    }

    static String icon(QualityPage.Line line) {
        if (line.judgement().isPresent()) {
            return Icons.of(line.judgement().get());
        }
        return line.met() ? Icons.met() : Icons.information();
    }

    /** The word of the icon before a line of data quality, for who does not see it. */
    static String word(QualityPage.Line line) {
        return line.judgement().map(PageWords::said).orElse(line.met() ? "As it should be" : "Information");
    }

    private static String moreOrFewer(int number) {
        return NumberText.count(Math.abs(number)) + (number > 0 ? " more" : " fewer");
    }
}
