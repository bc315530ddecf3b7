package vaiwg.jobs.panes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.cases.NoteVersion;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.areas.Recording;
import vaiwg.kpis.panes.ForcePanes;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.kpis.signatures.Delta;
import vaiwg.kpis.time.LondonDays;

class ForceKeeperTest {
    private static final int DAY = 20_000;

    private final Catalogue catalogue = new Catalogue(Recording.all(), CodeMaps.shipped());

    @Test
    void aNoteMakesNoForceKnownAndIsStoredWhetherItsMidnightHasComeOrNot() throws Exception {
        ForceKeeper keeper = keeper();
        keeper.add(Delta.ofNote("a", note(LondonDays.startOf(DAY))));
        keeper.publishThrough(LondonDays.startOf(DAY + 1));
        ForceKeeper.Stored stored = stored(keeper);
        assertThat(stored.boundary).isEqualTo(ForcePanes.NONE);
        assertThat(stored.notes)
                .singleElement()
                .satisfies(note -> assertThat(note.signalId).isEqualTo("signal-1"));
    }

    @Test
    void whatOwnersSaidIsKeptThroughARestartAlsoWhereTheMeasuresChanged() throws Exception {
        ForceKeeper keeper = keeper();
        keeper.add(Delta.ofNote("a", note(LondonDays.startOf(DAY))));
        ForceKeeper.Stored stored = stored(keeper);
        ForceKeeper restored = keeper();
        restored.restore(stored, List.of(), List.of(), List.of());
        assertThat(stored(restored).notes).hasSize(1);
        ForceKeeper begunAnew = keeper();
        begunAnew.restoreEmpty(stored);
        assertThat(stored(begunAnew).notes).hasSize(1);
    }

    private ForceKeeper keeper() {
        PaneOptions options = new PaneOptions(() -> catalogue, DAY, true, Long.MAX_VALUE);
        return new ForceKeeper("a", catalogue, options, new ForceKeeper.Outputs() {
            @Override
            public void snapshot(Snapshot snapshot) {
                throw new AssertionError("nothing is known that could be published");
            }

            @Override
            public void board(BoardSnapshot snapshot) {
                throw new AssertionError("nothing is known that could be shown");
            }

            @Override
            public void day(DayBlock block) {
                throw new AssertionError("nothing is known that could be restated");
            }
        });
    }

    private static ForceKeeper.Stored stored(ForceKeeper keeper) throws Exception {
        AtomicReference<ForceKeeper.Stored> stored = new AtomicReference<>();
        keeper.store(stored::set, (day, bytes) -> {}, (day, bytes) -> {}, (day, bytes) -> {});
        return stored.get();
    }

    private static NoteVersion note(long admittedAt) {
        NoteVersion note = new NoteVersion();
        note.signalId = "signal-1";
        note.version = 1;
        note.admittedAt = admittedAt;
        return note;
    }
}
