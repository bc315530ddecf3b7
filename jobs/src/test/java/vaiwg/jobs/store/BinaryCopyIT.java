package vaiwg.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BinaryCopyIT {
    private static final List<String> TEXTS = List.of("", "plain", "É; \t said\n\\N", "\uD83D\uDE80");
    private static final List<Double> REALS =
            List.of(0.0, 1.0 / 3, -Double.MAX_VALUE, Double.MIN_VALUE, Double.POSITIVE_INFINITY, Double.NaN);

    private final Random random = new Random(4);

    @Test
    void what_is_too_much_for_one_buffer_arrives_to_the_last_digit() throws Exception {
        BinaryCopy copy = new BinaryCopy("taken", "a, b, c, d, e, f, g, h, i");
        List<String> expected = new ArrayList<>();
        try (Connection connection = TestServer.emptyDatabase().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TEMPORARY TABLE taken (number serial, a bigint, b integer, c integer, d smallint,"
                    + " e double precision, f boolean, g date, h text, i integer[])");
            copy.write(connection);
            for (int batch = 0; batch < 2; batch++) {
                for (int row = 0; row < 3_000; row++) {
                    expected.add(tell(copy, row));
                }
                copy.write(connection);
            }
            assertThat(TestServer.rows(
                            connection, "SELECT a, b, c, d, float8send(e), f, g, h, i FROM taken ORDER BY number"))
                    .isEqualTo(expected);
        }
    }

    /** Tells a row, and gives it as it is to be read. */
    private String tell(BinaryCopy copy, int row) {
        long a = random.nextLong();
        int b = random.nextInt();
        boolean there = random.nextBoolean();
        short d = (short) random.nextInt();
        double e = REALS.get(row % REALS.size());
        int day = random.nextInt(100_000) - 50_000;
        String text = row % 5 == 4 ? null : TEXTS.get(row % 5);
        copy.row().bigint(a).integer(b).integer(b, there).smallint(d);
        Integer[] numbers = row % 5 == 4 ? null : new Integer[] {b, there ? row : null, (int) d};
        copy.real(e).flag(there).date(day).text(text).integers(numbers);
        LocalDate date = LocalDate.ofEpochDay(day);
        return String.join(
                "|",
                String.valueOf(a),
                String.valueOf(b),
                there ? String.valueOf(b) : "null",
                String.valueOf(d),
                "\\x" + HexFormat.of().toHexDigits(Double.doubleToLongBits(e)),
                there ? "t" : "f",
                date.toString(),
                String.valueOf(text),
                numbers == null ? "null" : "{" + b + "," + (there ? row : "NULL") + "," + d + "}");
    }
}
