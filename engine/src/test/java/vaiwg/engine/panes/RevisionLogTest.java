package vaiwg.engine.panes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vaiwg.engine.contributions.RevisionCause;
import vaiwg.kpis.catalogue.Basis;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.Slice;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;

class RevisionLogTest {
    private static final Catalogue CATALOGUE = ShippedCatalogue.get();
    private static final Column RECORDED = column("recorded_offences", Basis.RECORDED);
    private static final Column ATTRITION = column("victim_attrition", Basis.settled(90));
    private static final int PUBLISHED = 20_000;

    private final RevisionLog log = new RevisionLog(CATALOGUE);

    @Test
    void a_day_of_a_published_window_that_changes_is_told_by_cause_and_one_that_was_in_none_is_not() {
        add(RECORDED, PUBLISHED - 1, 1, RevisionCause.LATE);
        add(RECORDED, PUBLISHED - 1, 1, RevisionCause.LATE);
        add(RECORDED, PUBLISHED - 1, -1, RevisionCause.CANCELLED);
        add(RECORDED, PUBLISHED, 1, RevisionCause.LATE);
        assertThat(log.take())
                .extracting(RevisionRow::day, RevisionRow::cause, RevisionRow::denominator)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(PUBLISHED - 1, RevisionCause.LATE, 2),
                        org.assertj.core.groups.Tuple.tuple(PUBLISHED - 1, RevisionCause.CANCELLED, -1));
        assertThat(log.take()).as("told once").isEmpty();
    }

    @Test
    void a_cohort_that_has_not_had_its_time_was_in_no_window() {
        add(ATTRITION, PUBLISHED - 90, 1, RevisionCause.LATE);
        assertThat(log.take()).isEmpty();
        add(ATTRITION, PUBLISHED - 91, 1, RevisionCause.OUTCOME_CHANGED);
        assertThat(log.take()).hasSize(1);
    }

    @Test
    void what_was_taken_back_before_the_next_snapshot_is_not_told() {
        add(RECORDED, PUBLISHED - 5, 1, RevisionCause.LATE);
        add(RECORDED, PUBLISHED - 5, -1, RevisionCause.LATE);
        assertThat(log.take()).isEmpty();
    }

    @Test
    void nothing_is_told_of_what_is_only_repeated_nor_before_the_first_snapshot() {
        add(RECORDED, PUBLISHED - 5, 1, RevisionCause.NOT_RECORDED);
        log.add(RECORDED, 5, total(RECORDED), 1, 1, 1, RevisionCause.LATE, ForcePanes.NONE);
        assertThat(log.take()).isEmpty();
    }

    @Test
    void stored_and_restored_it_tells_the_same() {
        add(RECORDED, PUBLISHED - 5, 1, RevisionCause.LATE);
        add(ATTRITION, PUBLISHED - 100, -1, RevisionCause.RECLASSIFIED);
        RevisionLog restored = new RevisionLog(CATALOGUE);
        restored.restore(log.toArray());
        assertThat(restored.take()).isEqualTo(log.take()).hasSize(2);
    }

    @Test
    void only_the_slices_of_page_1_are_followed() {
        int[] rows = new int[RECORDED.rows().size()];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = row;
        }
        log.add(RECORDED, PUBLISHED - 5, rows, rows.length, 1, 1, RevisionCause.LATE, PUBLISHED);
        assertThat(log.take()).hasSize(1);
    }

    private void add(Column column, int day, int sign, RevisionCause cause) {
        log.add(column, day, total(column), 1, sign, sign, cause, PUBLISHED);
    }

    private static int[] total(Column column) {
        int row = 0;
        while (!Slice.of(column.dimensions(row)).isEmpty()) {
            row++;
        }
        return new int[] {row};
    }

    private static Column column(String slug, Basis basis) {
        return CATALOGUE.columns().stream()
                .filter(column ->
                        column.measure().slug().equals(slug) && column.basis().equals(basis))
                .findFirst()
                .orElseThrow();
    }
}
