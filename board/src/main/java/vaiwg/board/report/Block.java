package vaiwg.board.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vaiwg.board.figures.PublishedVerdict.Sign;
import vaiwg.board.figures.PublishedVerdict.State;
import vaiwg.board.figures.PublishedVerdict.TargetState;

/** What pages are built of. Each kind is written once in each form of the report. */
public sealed interface Block {
    /** What stands above it; may be empty. */
    String title();

    /** Whether it has nothing to show. */
    boolean isEmpty();

    /** Which number of a figure is shown. */
    enum Part {
        VALUE,
        /** The value, and in words what of how many. */
        FRACTION,
        COUNT,
        /** Of how many. */
        WHOLE,
        /** The others of these. */
        REST;

        /** Whether it is a whole number. */
        public boolean isNumber() {
            return this != VALUE && this != FRACTION;
        }

        /** The number of a figure that is shown; null where it has none. */
        public Integer of(Figure figure) {
            return switch (this) {
                case WHOLE -> figure.denominator();
                case REST -> figure.denominator() - figure.numerator();
                case COUNT, VALUE, FRACTION -> figure.numerator();
            };
        }
    }

    /** Sentences that can be minuted. */
    record Sentences(String title, List<Sentence> sentences) implements Block {
        @Override
        public boolean isEmpty() {
            return sentences.isEmpty();
        }
    }

    /**
     * A sentence.
     *
     * @param state whose sign stands before it; empty for none
     * @param headline its first words, which stand out; may be empty
     * @param page the id of the page that says more; empty for none
     */
    record Sentence(Optional<Sign> state, String headline, String text, Optional<String> page) {
        static Sentence of(String headline, String text) {
            return new Sentence(Optional.empty(), headline, text, Optional.empty());
        }
    }

    /**
     * Figures, one a line: fraction and share, change, two years, state and target.
     *
     * @param note what must be said of some of them; may be empty
     */
    record FiguresTable(String title, String note, List<Row> rows) implements Block {
        @Override
        public boolean isEmpty() {
            return rows.isEmpty();
        }

        /** The same with another sentence below it; none where there is nothing more to say. */
        FiguresTable noting(String sentence) {
            return new FiguresTable(title, (note + " " + sentence).strip(), rows);
        }

        /** Whether of any of them it is known how much it moved in a year. */
        public boolean hasChanges() {
            return rows.stream().anyMatch(row -> row.inAYear().isKnown());
        }

        /** Whether any of them has two years, or less, by 28 days. */
        public boolean hasSparks() {
            return rows.stream().anyMatch(row -> !row.spark().isEmpty());
        }

        /** Whether any of them is of women and girls, with the state of all victims. */
        public boolean hasWomen() {
            return rows.stream().anyMatch(row -> !row.beside().isEmpty());
        }

        public boolean hasTargets() {
            return rows.stream().anyMatch(row -> row.target().isPresent());
        }
    }

    /**
     * A figure in a line.
     *
     * @param title what is counted, and whose: "Victim attrition within 90 days (women and girls)"
     * @param whose the people of whom the title says that they are counted; may be empty
     * @param over how long what it counts lasted, "in three years", where that is less than its window since the records are as young; else empty
     * @param asCount whether its count stands first ("4 of 72") and no share is shown
     * @param inAYear how much it differs from the same of a year before
     * @param spark its newest two years by 28 days, oldest first; may be empty
     * @param state what the job says of it
     * @param target in the figure's unit; empty where there is none
     * @param met what the job says of the target
     * @param beside other figures that it is read beside: of all victims, of a longer time; may be empty
     */
    record Row(
            String title,
            String whose,
            Better better,
            Figure figure,
            String over,
            boolean asCount,
            FigureChange inAYear,
            List<BlockPoint> spark,
            State state,
            Optional<Double> target,
            TargetState met,
            List<Bar> beside) {
        /** The title without the people, where they are said elsewhere in the line. */
        public String name() {
            return whose.isEmpty()
                    ? title
                    : title.substring(0, title.length() - inTitle(whose).length());
        }

        /** The same beside another target. */
        Row withTarget(double target, TargetState met) {
            return owing(Optional.of(target), met);
        }

        /** The same beside no target. */
        Row withoutTarget() {
            return owing(Optional.empty(), TargetState.NONE);
        }

        private Row owing(Optional<Double> target, TargetState met) {
            return new Row(title, whose, better, figure, over, asCount, inAYear, spark, state, target, met, beside);
        }

        static String inTitle(String whose) {
            return " (" + whose + ")";
        }
    }

    /** Open matters. */
    record Matters(String title, List<Matter> matters) implements Block {
        @Override
        public boolean isEmpty() {
            return matters.isEmpty();
        }
    }

    /**
     * A control chart.
     *
     * @param height in px
     */
    record Chart(BlockChart chart, int height) implements Block {
        @Override
        public String title() {
            return chart.finding();
        }

        @Override
        public boolean isEmpty() {
            return chart.points().isEmpty() && chart.estimates().isEmpty();
        }
    }

    /** Bars of people or cases, one below the other. */
    record Bars(String title, String note, List<Bar> bars) implements Block {
        @Override
        public boolean isEmpty() {
            return bars.isEmpty();
        }
    }

    /** A figure, and which of its numbers is shown. */
    record Bar(String title, Figure figure, Part part) {
        /** How many the bar stands for. */
        public int number() {
            return part.of(figure);
        }
    }

    /** Blocks beside one another: two of half the width. */
    record Pair(Block left, Block right) implements Block {
        @Override
        public String title() {
            return "";
        }

        @Override
        public boolean isEmpty() {
            return left.isEmpty() && right.isEmpty();
        }
    }

    /**
     * A table of figures in two directions, such as places by figures.
     *
     * @param rowHead what its rows are
     * @param sheet what the tab of its own sheet in the workbook says; empty where it is on that of its page alone
     */
    record Grid(
            String title, String note, String rowHead, List<String> columns, List<Line> lines, Optional<String> sheet)
            implements Block {
        private static final int BRIEF = 18;

        /** One without a sheet of its own. */
        Grid(String title, String note, String rowHead, List<String> columns, List<Line> lines) {
            this(title, note, rowHead, columns, lines, Optional.empty());
        }

        @Override
        public boolean isEmpty() {
            return lines.isEmpty();
        }

        /** Whether an area stands apart in any of its cells. */
        public boolean hasSigns() {
            return lines.stream().flatMap(line -> line.cells().stream()).anyMatch(cell -> cell.apart() != 0);
        }

        /** Whether a column has words in each line; a number with its interval, "4.0 (0.2 to 7.8)", is none. */
        public boolean isWords(int column) {
            return texts(column).allMatch(text -> text.replace(" to ", "").matches(".*\\p{L}.*"));
        }

        /** Whether the words of a line in a column are so few that they stand in one line, whatever others of the column do. */
        public boolean isBrief(Line line, int column) {
            return isWords(column) && line.cells().get(column).text().length() <= BRIEF;
        }

        private Stream<String> texts(int column) {
            return lines.stream().map(line -> line.cells().get(column)).map(Cell::text);
        }
    }

    /** A row of a grid; {@code total} for the one that all are in. */
    record Line(String title, List<Cell> cells, boolean total) {}

    /**
     * A cell of a grid: a figure, or words.
     *
     * @param apart 1 where the figure lies above what chance explains for a place of its size, -1 below, else 0
     */
    record Cell(Optional<Figure> figure, Part part, String text, int apart) {
        static Cell of(Figure figure, Part part) {
            return new Cell(Optional.of(figure), part, "", 0);
        }

        static Cell of(String text) {
            return new Cell(Optional.empty(), Part.VALUE, text, 0);
        }
    }

    /**
     * What was promised or recommended, one a line.
     *
     * @param note what else was given, in sentences below them; may be empty
     */
    record Promises(String title, String note, List<Promise> promises) implements Block {
        @Override
        public boolean isEmpty() {
            return promises.isEmpty() && note.isEmpty();
        }

        /** " (B)", by which its owner is named below the table; empty where it has none. */
        public String mark(Promise promise) {
            int place = owners().indexOf(promise.owner());
            return place < 0 ? "" : " (" + letter(place) + ")";
        }

        /** "Owners: A police forces; B the leads for Criminal Justice."; empty where there are none. */
        public String named() {
            List<String> owners = owners();
            return IntStream.range(0, owners.size())
                    .mapToObj(place -> letter(place) + " " + owners.get(place))
                    .reduce((one, other) -> one + "; " + other)
                    .map(named -> "Owners: " + named + ".")
                    .orElse("");
        }

        private List<String> owners() {
            return promises.stream()
                    .map(Promise::owner)
                    .filter(owner -> !owner.isEmpty())
                    .distinct()
                    .toList();
        }

        private static char letter(int place) {
            return (char) ('A' + place);
        }
    }

    /**
     * A promise.
     *
     * @param owner the post that answers for it; may be empty
     * @param when in the words of its source; may be empty
     * @param standing what its owner says; empty where nothing is said
     * @param said the day on which it was said, and whether that is old; empty where nothing is
     * @param figure the figure that shows where it stands, with its name; empty where none does
     * @param words what shows it instead of a figure, or what the figure counts; may be empty
     * @param disagree whether the figure, or the words, contradict the owner
     */
    record Promise(
            String text,
            String owner,
            String when,
            String standing,
            String said,
            Optional<Row> figure,
            String words,
            boolean disagree) {}

    /** Words and what they mean; a word that is a state has its sign. */
    record Definitions(String title, List<Definition> definitions) implements Block {
        @Override
        public boolean isEmpty() {
            return definitions.isEmpty();
        }
    }

    record Definition(Optional<State> state, String word, String text) {}
}
