package vaiwg.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is written for a table is read back as a table gives it. */
class CopyRowsTest {
    private static final int DAY = 20_000;

    private final BinaryCopy copy = new BinaryCopy("some_table", "id, day, words, numbers");

    @Test
    void each_field_of_each_row_is_there_and_what_is_missing_is_missing() throws Exception {
        copy.row().bigint(-7).date(DAY).text("£").integers(new Integer[] {1, null, 3});
        copy.row().bigint(8).date(DAY + 1).text(null).integers(null);

        List<StoredRow> rows = read();

        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).bigint(0)).isEqualTo(-7);
        assertThat(rows.get(0).day(1)).isEqualTo(DAY);
        assertThat(rows.get(0).text(2)).isEqualTo("£");
        assertThat(rows.get(0).integers(3)).containsExactly(1, null, 3);
        assertThat(rows.get(1).integers(3)).isEmpty();
        assertThat(read()).as("it is empty again").isEmpty();
    }

    @Test
    void rows_of_equal_fields_have_the_same_bytes_and_others_have_not() throws Exception {
        copy.row().bigint(1).date(DAY).text("a").integers(new Integer[] {1});
        copy.row().bigint(1).date(DAY).text("b").integers(new Integer[] {1});

        List<StoredRow> rows = read();

        assertThat(rows.get(0).hasSame(0, rows.get(1))).isTrue();
        assertThat(rows.get(0).hasSame(2, rows.get(1))).isFalse();
    }

    private List<StoredRow> read() throws Exception {
        List<StoredRow> rows = new ArrayList<>();
        CopyRows.read(copy.take(), rows::add);
        return rows;
    }
}
