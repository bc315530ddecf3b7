package vaiwg.board.files;

import java.util.function.Function;

/**
 * A column of a table, declared once for the table and for its metadata.
 *
 * @param datatype of CSV on the Web; an enum's is {@code string} with its values as its form
 * @param value a String, Integer, Double, Boolean, LocalDate or enum; null or NaN for an empty cell
 */
record CsvColumn<T>(String name, String title, String description, Datatype datatype, Function<T, Object> value) {
    enum Datatype {
        STRING,
        INTEGER,
        DOUBLE,
        DATE,
        BOOLEAN
    }
}
