package vaiwg.jobs.panes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.Movement;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.statistics.verdict.Matter;
import vaiwg.statistics.verdict.SeriesVerdict;
import vaiwg.statistics.verdict.Verdict;

class SnapshotVerdictsTest {
    @Test
    void a_matter_with_a_figure_of_conduct_is_told_to_no_output() {
        SeriesVerdict conduct = watched(ShippedCatalogue.get().columns().stream()
                .filter(column -> column.measure().isRestricted())
                .findFirst()
                .orElseThrow());
        SeriesVerdict other = watched(ShippedCatalogue.get().columns().stream()
                .filter(column -> !column.measure().isRestricted())
                .findFirst()
                .orElseThrow());

        assertThat(SnapshotVerdicts.shown(List.of(matter(conduct, List.of()), matter(other, List.of(conduct)))))
                .isEmpty();
    }

    private static SeriesVerdict watched(Column column) {
        return new SeriesVerdict(
                column.firstSlot(),
                column,
                new Verdict(Verdict.State.WATCH, Verdict.Target.NONE, Verdict.Why.FIGURE, OptionalInt.of(1)),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty());
    }

    private static Matter matter(SeriesVerdict main, List<SeriesVerdict> shownAlso) {
        return new Matter(
                "id",
                main,
                List.of(),
                "",
                Movement.MORE,
                Verdict.State.WATCH,
                2,
                1,
                1,
                List.of("signal"),
                shownAlso,
                List.of());
    }
}
