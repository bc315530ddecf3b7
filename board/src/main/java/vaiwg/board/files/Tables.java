package vaiwg.board.files;

import static vaiwg.board.files.Column.Datatype.BOOLEAN;
import static vaiwg.board.files.Column.Datatype.DATE;
import static vaiwg.board.files.Column.Datatype.DOUBLE;
import static vaiwg.board.files.Column.Datatype.INTEGER;
import static vaiwg.board.files.Column.Datatype.STRING;

import java.util.List;

/** The report's two tables. */
final class Tables {
    static final CsvTable<ShownFigure> FIGURES = new CsvTable<>(
            "figures.csv",
            "Figures",
            "Each published figure that the report shows, once, with the place where it shows it first.",
            List.of(
                    new Column<>(
                            "kpi",
                            "Measure",
                            "The measure's identifier.",
                            STRING,
                            f -> f.figure().kpi()),
                    new Column<>(
                            "basis",
                            "Basis",
                            "By what cases are counted.",
                            STRING,
                            f -> f.figure().basis()),
                    new Column<>(
                            "window",
                            "Window",
                            "Length of the time counted.",
                            STRING,
                            f -> f.figure().window()),
                    new Column<>(
                            "slice",
                            "Breakdown",
                            "Such as theme=rape; empty for the total.",
                            STRING,
                            f -> f.figure().slice()),
                    new Column<>(
                            "as_at",
                            "As at",
                            "The snapshot's day; cases as known at its start.",
                            DATE,
                            f -> f.figure().asAt()),
                    new Column<>(
                            "unit",
                            "Unit",
                            "Of the value; a share is between 0 and 1.",
                            STRING,
                            f -> f.figure().unit()),
                    new Column<>(
                            "numerator",
                            "Count",
                            "Of a percentile the value.",
                            INTEGER,
                            f -> FigureNumbers.numerator(f.figure())),
                    new Column<>(
                            "denominator",
                            "Of",
                            "Of a percentile the cases; empty for counts.",
                            INTEGER,
                            f -> FigureNumbers.denominator(f.figure())),
                    new Column<>(
                            "value",
                            "Value",
                            "Empty where only the count is shown.",
                            DOUBLE,
                            f -> FigureNumbers.value(f.figure())),
                    new Column<>(
                            "lower",
                            "Lower bound",
                            "Of the 95% interval where one is shown.",
                            DOUBLE,
                            f -> FigureNumbers.lower(f.figure())),
                    new Column<>(
                            "upper",
                            "Upper bound",
                            "Of the 95% interval where one is shown.",
                            DOUBLE,
                            f -> FigureNumbers.upper(f.figure())),
                    new Column<>(
                            "state",
                            "State",
                            "Whether there is a number, and why not.",
                            STRING,
                            f -> f.figure().state()),
                    new Column<>(
                            "page",
                            "Page",
                            "Title of the page.",
                            STRING,
                            f -> f.position().page()),
                    new Column<>(
                            "table",
                            "Table",
                            "Title of the table or chart.",
                            STRING,
                            f -> f.position().table()),
                    new Column<>(
                            "title",
                            "Row",
                            "Title of the row.",
                            STRING,
                            f -> f.position().row()),
                    new Column<>(
                            "column",
                            "Column",
                            "Head of the column, where the row has several.",
                            STRING,
                            f -> f.position().column())));

    static final CsvTable<ChartLine> CHARTS = new CsvTable<>(
            "charts.csv",
            "Charts",
            "Each number that is drawn: closed periods with their limits, estimates, levels of stocks, parts of a whole, and"
                    + " the ranges in which policing areas of a size lie by chance.",
            List.of(
                    new Column<>(
                            "page",
                            "Page",
                            "Title of the page.",
                            STRING,
                            c -> c.position().page()),
                    new Column<>(
                            "chart",
                            "Chart",
                            "Title of the chart or table.",
                            STRING,
                            c -> c.position().table()),
                    new Column<>(
                            "series",
                            "Series",
                            "The line, bar, row or area.",
                            STRING,
                            c -> c.position().row()),
                    new Column<>(
                            "part",
                            "Part",
                            "Of a whole, or the column of an area.",
                            STRING,
                            c -> c.position().column()),
                    new Column<>("kind", "Kind", "What is drawn.", STRING, ChartLine::kind),
                    new Column<>("unit", "Unit", "Of the value; a share is between 0 and 1.", STRING, ChartLine::unit),
                    new Column<>("first_day", "First day", "Of the period.", DATE, ChartLine::firstDay),
                    new Column<>(
                            "last_day", "Last day", "Of the period, or the day of a level.", DATE, ChartLine::lastDay),
                    new Column<>("value", "Value", "As it is drawn.", DOUBLE, ChartLine::value),
                    new Column<>("lower", "Lower bound", "Limit, or lower end of the range.", DOUBLE, ChartLine::lower),
                    new Column<>("centre", "Centre", "Usual value, or that of all areas.", DOUBLE, ChartLine::centre),
                    new Column<>("upper", "Upper bound", "Limit, or upper end of the range.", DOUBLE, ChartLine::upper),
                    new Column<>(
                            "numerator", "Count", "Empty where only a share is drawn.", INTEGER, ChartLine::numerator),
                    new Column<>("denominator", "Of", "Empty for counts.", INTEGER, ChartLine::denominator),
                    new Column<>(
                            "verdict", "Verdict", "What the chart says of the period.", STRING, ChartLine::verdict),
                    new Column<>(
                            "provisional",
                            "Provisional",
                            "Whether the value is an estimate or its limits are on trial.",
                            BOOLEAN,
                            ChartLine::provisional)));

    private Tables() {}
}
