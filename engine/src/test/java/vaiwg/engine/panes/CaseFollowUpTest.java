package vaiwg.engine.panes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vaiwg.engine.contributions.DeltaEntry;
import vaiwg.engine.contributions.RandomDeltas;
import vaiwg.kpis.RandomCases;
import vaiwg.kpis.Seed;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.reference.Cause;
import vaiwg.statistics.attrition.Exit;
import vaiwg.statistics.attrition.FollowUpCode;

class CaseFollowUpTest {
    private static final RowPolicy EVERYTHING = new RowPolicy(Integer.MIN_VALUE, RowPolicy.Totals.DAILY);
    private static final int RECORDED_OVER = 200;
    private static final int LAST = RandomCases.FIRST_DAY + RECORDED_OVER + 100;

    private final Catalogue catalogue = ShippedCatalogue.get();
    private final Random random = Seed.random("case lives");
    private final List<DeltaEntry> entries = RandomDeltas.of(random, catalogue, 500, RECORDED_OVER);

    @Test
    void whatever_came_when_an_estimate_is_a_function_of_what_is_known() {
        ForcePanes moved = new ForcePanes(catalogue);
        ForceEstimates ofMoved = new ForceEstimates(catalogue, moved);
        entries.forEach(moved::add);
        int estimates = 0;
        while (moved.nextCutOff() <= LAST) {
            moved.advance();
            ofMoved.advance();
            moved.followUp().forgetChanges();
            if (moved.cutOff() % 29 == 0) {
                List<EstimateRow> rows = fromFollowUp(ofMoved);
                assertThat(rows).as("boundary " + moved.cutOff()).isEqualTo(atOnce(moved.cutOff()));
                estimates += rows.size();
            }
        }
        assertThat(estimates).isPositive();
    }

    @Test
    void stored_and_restored_at_any_cut_off_estimates_go_on_as_if_nothing_had_been() {
        ForcePanes one = new ForcePanes(catalogue);
        entries.forEach(one::add);
        ForceEstimates ofOne = new ForceEstimates(catalogue, one);
        ForcePanes other = new ForcePanes(catalogue);
        entries.forEach(other::add);
        ForceEstimates ofOther = new ForceEstimates(catalogue, other);
        Map<Integer, byte[]> panes = new HashMap<>();
        Map<Integer, byte[]> followUp = new HashMap<>();
        Map<Long, byte[]> waiting = new HashMap<>();
        while (one.nextCutOff() <= LAST) {
            one.advance();
            ofOne.advance();
            other.advance();
            ofOther.advance();
            if (random.nextInt(30) == 0) {
                panes.putAll(other.takeChangedPanes());
                followUp.putAll(other.takeChangedFollowUp());
                waiting.putAll(other.takeChangedWaiting());
                ForcePanes restored = new ForcePanes(catalogue);
                restored.restore(
                        other.cutOff(), other.historyFrom(), panes.entrySet(), followUp.entrySet(), waiting.entrySet());
                other = restored;
                ofOther = new ForceEstimates(catalogue, other);
                assertThat(ofOther.rows(EVERYTHING)).isEqualTo(ofOne.rows(EVERYTHING));
            }
        }
        assertThat(ofOther.rows(EVERYTHING)).isEqualTo(ofOne.rows(EVERYTHING));
    }

    @Test
    void what_happened_is_one_number_and_comes_back_from_it() {
        for (Cause cause : Cause.values()) {
            Exit exit = new Exit(19_000, 19_417, cause, 19_420);
            int number = FollowUpCode.ends(exit.age(), exit.delay(), cause);
            assertThat(number).isPositive();
            assertThat(FollowUpCode.exit(exit.day(), number)).isEqualTo(exit);
        }
        assertThat(FollowUpCode.ends(1_000_000, 1_000_000, Cause.REMOVED)).isPositive();
    }

    /** From panes that stood at the cut-off before anything came: all is a correction then. */
    private List<EstimateRow> atOnce(int cutOff) {
        ForcePanes panes = new ForcePanes(catalogue);
        panes.restore(cutOff - 1, ForcePanes.NONE, List.of(), List.of(), List.of());
        entries.forEach(panes::add);
        panes.advance();
        return fromFollowUp(new ForceEstimates(catalogue, panes));
    }

    private List<EstimateRow> fromFollowUp(ForceEstimates estimates) {
        return estimates.rows(EVERYTHING).stream()
                .filter(row -> catalogue
                        .estimates()
                        .columnOfSlot(row.slot())
                        .measure()
                        .standard()
                        .isEmpty())
                .toList();
    }
}
