package vaiwg.board.page;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vaiwg.board.Days;
import vaiwg.board.figures.PublishedVerdict;
import vaiwg.board.report.Block;
import vaiwg.board.report.BlockPoint;
import vaiwg.board.report.Figure;
import vaiwg.board.report.Matter;
import vaiwg.board.report.NumberText;
import vaiwg.board.report.Unit;
import vaiwg.kpis.text.Digits;

/** What the templates say of records, in words. */
final class PageWords {
    private PageWords() {}

    static String plural(int number, String one, String many) {
        return number == 1 ? one : many;
    }

    /** A day in a table: without its year where that is the report's. */
    static String day(LocalDate day, LocalDate asAt) {
        return day.getYear() == asAt.getYear() ? Days.brief(day) : Days.briefWithYear(day);
    }

    /** The first number of a row: its count where that says more than a share. */
    static String value(Block.Row row) {
        Figure figure = row.figure();
        return row.asCount() && figure.isShown() ? Digits.count(figure.numerator()) : NumberText.value(figure);
    }

    /** What stands beside the first number. */
    static String basis(Block.Row row) {
        Figure figure = row.figure();
        if (row.asCount() && figure.isShown() && figure.denominator() != null) {
            return "of " + Digits.count(figure.denominator());
        }
        return figure.unit() == Unit.COUNT && figure.denominator() == null && figure.isShown()
                ? over(row)
                : NumberText.basis(figure);
    }

    private static String over(Block.Row row) {
        return row.over().isEmpty() ? window(row.figure().key().window()) : row.over();
    }

    /** How a figure moved in a year, which is hidden where it is hidden itself. */
    static String moved(Block.Row row) {
        Figure.State state = row.figure().state();
        return state.isHidden() ? NumberText.missing(state) : NumberText.change(row.inAYear());
    }

    /** What stands below a line: whose it is, and what it is read beside. */
    static String below(Block.Row row) {
        return Stream.of(row.whose(), NumberText.beside(row))
                .filter(said -> !said.isEmpty())
                .collect(Collectors.joining("; "));
    }

    /** A figure in few words: "Crimes recorded within 24 hours 71.2% (712 of 1,000), target 100%", with ", meets it" where it does, "Devices 10.5 per 100 (426 for 4,056)". */
    static String brief(Block.Row row) {
        Figure figure = row.figure();
        String basis = figure.isShown() ? basis(row) : "";
        boolean reads = row.asCount() || figure.isCountAlone() || figure.denominator() == null;
        boolean rate = figure.isShown() && figure.unit() == Unit.PER_100 && !row.asCount();
        return row.title() + " " + value(row)
                + (rate ? " per 100" : "")
                + (basis.isEmpty() ? "" : reads ? " " + basis : " (" + basis + ")")
                + (row.target().isPresent() ? ", target " + target(row) : "")
                + (row.met() == PublishedVerdict.TargetState.MEETS ? ", meets it" : "");
    }

    static String target(Block.Row row) {
        return NumberText.target(row.target().orElseThrow(), row.figure().unit());
    }

    /** The sign before a matter. */
    static PublishedVerdict.State state(Matter matter) {
        return matter.state() == Matter.State.ACT ? PublishedVerdict.State.ACT : PublishedVerdict.State.WATCH;
    }

    /** "1 day late", "110 days late". */
    static String late(Matter matter, LocalDate asAt) {
        return Digits.counted(ChronoUnit.DAYS.between(matter.due(), asAt), "day late", "days late");
    }

    /** Of how many days that is which raised a matter: an early warning has any, a chart's periods have 28 each, a level has one. */
    static String evidence(Matter matter, LocalDate asAt) {
        int days = (int) ChronoUnit.DAYS.between(matter.since(), matter.evidenceTo()) + 1;
        return (days == 1 ? "as on " : "on " + Digits.count(days) + " days to ") + day(matter.evidenceTo(), asAt);
    }

    /** What a cell of a table shows. */
    static String cell(Block.Cell cell) {
        if (cell.figure().isEmpty()) {
            return cell.text();
        }
        Figure figure = cell.figure().get();
        if (cell.part() == Block.Part.FRACTION && figure.state() == Figure.State.SHOWN) {
            return NumberText.alone(figure) + " (" + NumberText.counts(figure) + ")";
        }
        if (!cell.part().isNumber() || !figure.isShown()) {
            return NumberText.alone(figure);
        }
        Integer number = cell.part().of(figure);
        return number == null ? Digits.NONE : Digits.count(number);
    }

    /** "in 12 months", "in five years", "in 28 days", "in a month", "in the financial year"; empty for a window without a length. */
    static String window(String window) {
        if (window.equals("1m")) {
            return "in a month";
        }
        if (window.equals("fytd")) {
            return "in the financial year";
        }
        if (window.equals("365d")) {
            return "in 12 months";
        }
        if (window.equals("1826d")) {
            return "in five years";
        }
        if (window.matches("\\d+[dm]")) {
            String number = window.substring(0, window.length() - 1);
            return "in " + number + (window.endsWith("d") ? " days" : " months");
        }
        return "";
    }

    /** A small chart's name for who does not see it. */
    static String sparkTitle(Block.Row row) {
        int periods = row.spark().size();
        BlockPoint newest = row.spark().get(periods - 1);
        return row.title() + ", latest " + (periods == 1 ? "period" : periods + " periods") + ": last "
                + NumberText.value(newest.value(), row.figure().unit()) + ". "
                + row.state().word();
    }
}
