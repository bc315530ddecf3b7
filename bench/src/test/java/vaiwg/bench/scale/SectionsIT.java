package vaiwg.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vaiwg.bench.measure.Scratch;
import vaiwg.bench.results.ResultsFile;

/** The cheap sections at their small size: what they count, not what it costs. */
class SectionsIT {
    @Test
    void twice_the_copies_are_twice_the_cases() throws Exception {
        List<String[]> rows = rows(new CasesSection());
        assertThat(rows).hasSize(2);
        assertThat(number(rows.get(1), 0)).isEqualTo(2 * number(rows.get(0), 0));
        assertThat(number(rows.get(1), 1)).isEqualTo(2 * number(rows.get(0), 1));
    }

    @Test
    void four_weeks_bring_as_many_cases_as_the_four_before() throws Exception {
        List<String[]> rows = rows(new DaysSection());
        assertThat(number(rows.get(1), 1)).isEqualTo(2 * number(rows.get(0), 1));
        assertThat(number(rows.get(1), 2))
                .as("outcomes of the four before come too")
                .isGreaterThan(number(rows.get(0), 2));
    }

    @Test
    void the_heap_backend_writes_all_again_and_rocksdb_what_changed() throws Exception {
        List<String[]> rows = rows(new StateSection());
        assertThat(rows).extracting(row -> row[0]).containsExactly("rocksdb", "heap");
        // Not beside the live heap, which is moved by whatever else the JVM lets go meanwhile.
        assertThat(number(rows.get(1), 5)).as("checkpoint").isPositive();
        assertThat(number(rows.get(1), 7)).as("the heap backend writes all").isEqualTo(number(rows.get(1), 5));
        assertThat(number(rows.get(0), 7)).isBetween(1L, number(rows.get(0), 5) / 2);
    }

    private List<String[]> rows(Section section) throws Exception {
        try (Scratch scratch = new Scratch()) {
            ResultsFile measured = section.measure(new Trial(false, 7, scratch));
            return measured.rows().stream().map(row -> row.split(",")).toList();
        }
    }

    private static long number(String[] row, int index) {
        return Long.parseLong(row[index]);
    }
}
