package vaiwg.board.files;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vaiwg.board.report.Figure;
import vaiwg.board.report.FigureChange;
import vaiwg.board.report.NumberText;
import vaiwg.board.report.Unit;

/**
 * A sheet of the workbook.
 *
 * @param name as its tab has it
 * @param title its first line; empty for a sheet that is one table alone, whose head is its first line then
 * @param widths of its columns in characters; those behind the last have the last one's
 */
record Sheet(String name, Optional<String> title, List<Integer> widths, List<Block> blocks) {
    int width(int column) {
        return widths.get(Math.min(column, widths.size() - 1));
    }

    /**
     * A table with its title above it and a note below it.
     *
     * @param title empty for none, as {@code note} is and {@code heads} may be
     */
    record Block(String title, String note, List<String> heads, List<List<Cell>> rows) {}

    /** How a number is written. */
    enum Format {
        GENERAL("General"),
        COUNT("#,##0"),
        SHARE("0.0%"),
        RATE("#,##0.0"),
        CHANGE_OF_COUNT("+#,##0.#;\u2212#,##0.#;0"),
        POINTS("+0.0;\u22120.0;0.0"),
        DATE("d mmm yyyy");

        private final String code;

        Format(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }

        static Format of(Unit unit) {
            return switch (unit) {
                case SHARE -> SHARE;
                case COUNT -> COUNT;
                case PER_100, PER_1_000, PER_10_000, DAYS, HOURS -> RATE;
            };
        }
    }

    /** What a cell holds: a String, a Number that is none of those that there are not, a LocalDate, or null for nothing. */
    record Cell(Object value, Format format) {
        static final Cell EMPTY = new Cell(null, Format.GENERAL);

        static Cell of(String text) {
            return new Cell(text, Format.GENERAL);
        }

        static Cell of(LocalDate day) {
            return new Cell(day, Format.DATE);
        }

        static Cell of(Integer count) {
            return new Cell(count, Format.COUNT);
        }

        static Cell of(double number, Unit unit) {
            return Double.isNaN(number) ? EMPTY : new Cell(number, Format.of(unit));
        }

        static Cell of(FigureChange change) {
            boolean inPoints = change.unit() != Unit.COUNT && change.unit() != Unit.DAYS && change.unit() != Unit.HOURS;
            return change.isKnown()
                    ? new Cell(change.amount(), inPoints ? Format.POINTS : Format.CHANGE_OF_COUNT)
                    : EMPTY;
        }

        /** A figure's value, or in words why it has none. */
        static Cell ofValue(Figure figure) {
            return figure.state() == Figure.State.SHOWN
                    ? of(figure.value(), figure.unit())
                    : of(FigureNumbers.reason(figure.state()));
        }

        static Cell of(vaiwg.board.report.Block.Cell cell) {
            if (cell.figure().isEmpty()) {
                return of(cell.text());
            }
            Figure figure = cell.figure().get();
            if (!figure.isShown() || !cell.part().isNumber()) {
                return figure.state() == Figure.State.COUNT_ONLY ? of(NumberText.alone(figure)) : ofValue(figure);
            }
            return of(cell.part().of(figure));
        }
    }
}
