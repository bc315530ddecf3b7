package vaiwg.board.files;

import static vaiwg.board.files.CsvColumn.Datatype.BOOLEAN;
import static vaiwg.board.files.CsvColumn.Datatype.DATE;
import static vaiwg.board.files.CsvColumn.Datatype.DOUBLE;
import static vaiwg.board.files.CsvColumn.Datatype.INTEGER;
import static vaiwg.board.files.CsvColumn.Datatype.STRING;

import java.util.List;

/** The report's two tables. */
final class Tables {
    static final CsvTable<ShownFigure> FIGURES = new CsvTable<>(
            "figures.csv",
            "Figures",
            "Each published figure that the report shows, once, with the place where it shows it first.",
            List.of(
                    new CsvColumn<>(
                            "kpi",
                            "Measure",
                            "The measure's identifier.",
                            STRING,
                            f -> f.figure().kpi()),
                    new CsvColumn<>(
                            "basis",
                            "Basis",
                            "By what cases are counted.",
                            STRING,
                            f -> f.figure().basis()),
                    new CsvColumn<>(
                            "window",
                            "Window",
                            "Length of the time counted.",
                            STRING,
                            f -> f.figure().window()),
                    new CsvColumn<>(
                            "slice",
                            "Breakdown",
                            "Such as theme=rape; empty for the total.",
                            STRING,
                            f -> f.figure().slice()),
                    new CsvColumn<>(
                            "as_at",
                            "As at",
                            "The snapshot's day; cases as known at its start.",
                            DATE,
                            f -> f.figure().asAt()),
                    new CsvColumn<>(
                            "unit",
                            "Unit",
                            "Of the value; a share is between 0 and 1.",
                            STRING,
                            f -> f.figure().unit()),
                    new CsvColumn<>(
                            "numerator",
                            "Count",
                            "Of a percentile the value.",
                            INTEGER,
                            f -> FigureNumbers.numerator(f.figure())),
                    new CsvColumn<>(
                            "denominator",
                            "Of",
                            "Of a percentile the cases; empty for counts.",
                            INTEGER,
                            f -> FigureNumbers.denominator(f.figure())),
                    new CsvColumn<>(
                            "value",
                            "Value",
                            "Empty where only the count is shown.",
                            DOUBLE,
                            f -> FigureNumbers.value(f.figure())),
                    new CsvColumn<>(
                            "lower",
                            "Lower bound",
                            "Of the 95% interval where one is shown.",
                            DOUBLE,
                            f -> FigureNumbers.lower(f.figure())),
                    new CsvColumn<>(
                            "upper",
                            "Upper bound",
                            "Of the 95% interval where one is shown.",
                            DOUBLE,
                            f -> FigureNumbers.upper(f.figure())),
                    new CsvColumn<>(
                            "state",
                            "State",
                            "Whether there is a number, and why not.",
                            STRING,
                            f -> f.figure().state()),
                    new CsvColumn<>(
                            "page",
                            "Page",
                            "Title of the page.",
                            STRING,
                            f -> f.position().page()),
                    new CsvColumn<>(
                            "table",
                            "Table",
                            "Title of the table or chart.",
                            STRING,
                            f -> f.position().table()),
                    new CsvColumn<>(
                            "title",
                            "Row",
                            "Title of the row.",
                            STRING,
                            f -> f.position().row()),
                    new CsvColumn<>(
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
                    new CsvColumn<>(
                            "page",
                            "Page",
                            "Title of the page.",
                            STRING,
                            c -> c.position().page()),
                    new CsvColumn<>(
                            "chart",
                            "Chart",
                            "Title of the chart or table.",
                            STRING,
                            c -> c.position().table()),
                    new CsvColumn<>(
                            "series",
                            "Series",
                            "The line, bar, row or area.",
                            STRING,
                            c -> c.position().row()),
                    new CsvColumn<>(
                            "part",
                            "Part",
                            "Of a whole, or the column of an area.",
                            STRING,
                            c -> c.position().column()),
                    new CsvColumn<>("kind", "Kind", "What is drawn.", STRING, ChartLine::kind),
                    new CsvColumn<>(
                            "unit", "Unit", "Of the value; a share is between 0 and 1.", STRING, ChartLine::unit),
                    new CsvColumn<>("first_day", "First day", "Of the period.", DATE, ChartLine::firstDay),
                    new CsvColumn<>(
                            "last_day", "Last day", "Of the period, or the day of a level.", DATE, ChartLine::lastDay),
                    new CsvColumn<>("value", "Value", "As it is drawn.", DOUBLE, ChartLine::value),
                    new CsvColumn<>(
                            "lower", "Lower bound", "Limit, or lower end of the range.", DOUBLE, ChartLine::lower),
                    new CsvColumn<>(
                            "centre", "Centre", "Usual value, or that of all areas.", DOUBLE, ChartLine::centre),
                    new CsvColumn<>(
                            "upper", "Upper bound", "Limit, or upper end of the range.", DOUBLE, ChartLine::upper),
                    new CsvColumn<>(
                            "numerator", "Count", "Empty where only a share is drawn.", INTEGER, ChartLine::numerator),
                    new CsvColumn<>("denominator", "Of", "Empty for counts.", INTEGER, ChartLine::denominator),
                    new CsvColumn<>(
                            "verdict", "Verdict", "What the chart says of the period.", STRING, ChartLine::verdict),
                    new CsvColumn<>(
                            "provisional",
                            "Provisional",
                            "Whether the value is an estimate or its limits are provisional.",
                            BOOLEAN,
                            ChartLine::provisional)));

    private Tables() {}
}
