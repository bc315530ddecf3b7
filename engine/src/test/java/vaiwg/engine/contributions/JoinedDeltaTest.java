package vaiwg.engine.contributions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.cases.RecordKind;
import vaiwg.kpis.fields.Fields;
import vaiwg.schemas.EventStream;

class JoinedDeltaTest {
    private static final String FORCE = "west-midlands";
    private static final byte SOURCE = 3;

    @Test
    void what_is_joined_has_all_packs_in_their_order_and_the_earliest_marker() {
        Delta later = new Delta(FORCE, SOURCE, List.of(DeltaEntry.marker(20, 1)));
        Delta unmarked = new Delta(FORCE, SOURCE, List.of());
        Delta earlier = new Delta(FORCE, SOURCE, List.of(DeltaEntry.marker(10, 1)));

        Delta joined = Delta.joined(List.of(unmarked, later, earlier));

        assertThat(joined.force).isEqualTo(FORCE);
        assertThat(joined.source).isEqualTo(SOURCE);
        assertThat(joined.marks).isEqualTo(10);
        assertThat(joined.entries).containsExactly(later.entries[0], earlier.entries[0]);
        assertThat(joined.isOfFigures()).isTrue();
    }

    @Test
    void one_without_a_marker_has_none_when_it_is_joined() {
        Delta unmarked = new Delta(FORCE, SOURCE, List.of());
        assertThat(Delta.joined(List.of(unmarked, unmarked)).marks).isEqualTo(Fields.ABSENT);
    }

    @Test
    void what_says_more_than_figures_is_not_of_figures() {
        assertThat(Delta.ofArrivals(FORCE, EventStream.OUTCOME, 0, 1).isOfFigures()).isFalse();
        assertThat(Delta.ofOrigin(FORCE, SOURCE, RecordKind.of(EventStream.OUTCOME), 0)
                        .isOfFigures())
                .isFalse();
    }
}
