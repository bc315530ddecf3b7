package vaiwg.engine.panes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vaiwg.engine.signatures.Posting;
import vaiwg.engine.signatures.RandomPostings;
import vaiwg.kpis.RandomCases;
import vaiwg.kpis.Seed;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.reference.Cause;
import vaiwg.statistics.attrition.Exit;
import vaiwg.statistics.attrition.LifeCode;

class CaseLivesTest {
    private static final RowPolicy EVERYTHING = new RowPolicy(Integer.MIN_VALUE, RowPolicy.Totals.DAILY);
    private static final int RECORDED_OVER = 200;
    private static final int LAST = RandomCases.FIRST_DAY + RECORDED_OVER + 100;

    private final Catalogue catalogue = ShippedCatalogue.get();
    private final Random random = Seed.random("case lives");
    private final List<Posting> postings = RandomPostings.of(random, catalogue, 500, RECORDED_OVER);

    @Test
    void whateverCameWhenAnEstimateIsAFunctionOfWhatIsKnown() {
        ForcePanes moved = new ForcePanes(catalogue);
        ForceEstimates ofMoved = new ForceEstimates(catalogue, moved);
        postings.forEach(moved::add);
        int estimates = 0;
        while (moved.nextBoundary() <= LAST) {
            moved.advance();
            ofMoved.advance();
            moved.lives().forgetChanges();
            if (moved.boundary() % 29 == 0) {
                List<EstimateRow> rows = fromLives(ofMoved);
                assertThat(rows).as("boundary " + moved.boundary()).isEqualTo(atOnce(moved.boundary()));
                estimates += rows.size();
            }
        }
        assertThat(estimates).isPositive();
    }

    @Test
    void storedAndRestoredAtAnyBoundaryEstimatesGoOnAsIfNothingHadBeen() {
        ForcePanes one = new ForcePanes(catalogue);
        postings.forEach(one::add);
        ForceEstimates ofOne = new ForceEstimates(catalogue, one);
        ForcePanes other = new ForcePanes(catalogue);
        postings.forEach(other::add);
        ForceEstimates ofOther = new ForceEstimates(catalogue, other);
        Map<Integer, byte[]> panes = new HashMap<>();
        Map<Integer, byte[]> lives = new HashMap<>();
        Map<Long, byte[]> waiting = new HashMap<>();
        while (one.nextBoundary() <= LAST) {
            one.advance();
            ofOne.advance();
            other.advance();
            ofOther.advance();
            if (random.nextInt(30) == 0) {
                panes.putAll(other.takeChangedPanes());
                lives.putAll(other.takeChangedLives());
                waiting.putAll(other.takeChangedWaiting());
                ForcePanes restored = new ForcePanes(catalogue);
                restored.restore(
                        other.boundary(), other.historyFrom(), panes.entrySet(), lives.entrySet(), waiting.entrySet());
                byte[] stored = ofOther.toBytes();
                other = restored;
                ofOther = new ForceEstimates(catalogue, other);
                ofOther.restore(stored);
                assertThat(ofOther.rows(EVERYTHING)).isEqualTo(ofOne.rows(EVERYTHING));
            }
        }
        assertThat(ofOther.rows(EVERYTHING)).isEqualTo(ofOne.rows(EVERYTHING));
    }

    @Test
    void whatHappenedIsOneNumberAndComesBackFromIt() {
        for (Cause cause : Cause.values()) {
            Exit exit = new Exit(19_000, 19_417, cause, 19_420);
            int number = LifeCode.ends(exit.age(), exit.delay(), cause);
            assertThat(number).isPositive();
            assertThat(LifeCode.exit(exit.day(), number)).isEqualTo(exit);
        }
        assertThat(LifeCode.ends(1_000_000, 1_000_000, Cause.REMOVED)).isPositive();
    }

    /** From panes that stood at the boundary before anything came: all is a correction then. */
    private List<EstimateRow> atOnce(int boundary) {
        ForcePanes panes = new ForcePanes(catalogue);
        panes.restore(boundary - 1, ForcePanes.NONE, List.of(), List.of(), List.of());
        postings.forEach(panes::add);
        panes.advance();
        return fromLives(new ForceEstimates(catalogue, panes));
    }

    private List<EstimateRow> fromLives(ForceEstimates estimates) {
        return estimates.rows(EVERYTHING).stream()
                .filter(row -> catalogue.estimates().columnOfSlot(row.slot()).isFromLives())
                .toList();
    }
}
