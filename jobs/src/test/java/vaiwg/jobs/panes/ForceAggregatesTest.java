package vaiwg.jobs.panes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import vaiwg.engine.contributions.Delta;
import vaiwg.engine.panes.ForcePanes;
import vaiwg.kpis.cases.NoteVersion;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.files.MeasureFile;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.kpis.time.LondonDays;

class ForceAggregatesTest {
    private static final int DAY = 20_000;

    private final Catalogue catalogue = new Catalogue(MeasureFile.shipped("recording"), CodeMaps.shipped());

    @Test
    void a_note_makes_no_force_known_and_is_stored_whether_its_midnight_has_come_or_not() throws Exception {
        ForceAggregates force = force();
        force.add(Delta.ofNote("a", note(LondonDays.startOf(DAY))));
        force.publishThrough(LondonDays.startOf(DAY + 1));
        ForceAggregates.Stored stored = stored(force);
        assertThat(stored.cutOff).isEqualTo(ForcePanes.NONE);
        assertThat(stored.notes)
                .singleElement()
                .satisfies(note -> assertThat(note.signalId).isEqualTo("signal-1"));
    }

    @Test
    void what_owners_said_is_kept_through_a_restart_also_where_the_measures_changed() throws Exception {
        ForceAggregates force = force();
        force.add(Delta.ofNote("a", note(LondonDays.startOf(DAY))));
        ForceAggregates.Stored stored = stored(force);
        ForceAggregates restored = force();
        restored.restore(stored, Map.of(), List.of(), List.of(), List.of());
        assertThat(stored(restored).notes).hasSize(1);
        ForceAggregates begunAnew = force();
        begunAnew.restoreEmpty(stored, Map.of());
        assertThat(stored(begunAnew).notes).hasSize(1);
    }

    private ForceAggregates force() {
        PaneOptions options = new PaneOptions(() -> catalogue, DAY, true, Long.MAX_VALUE);
        return new ForceAggregates("a", catalogue, options, new ForceAggregates.Outputs() {
            @Override
            public void snapshot(Snapshot snapshot) {
                throw new AssertionError("nothing is known that could be published");
            }

            @Override
            public void reminder(Snapshot reminder) {
                throw new AssertionError("nothing was published before");
            }

            @Override
            public void dashboard(DashboardSnapshot snapshot) {
                throw new AssertionError("nothing is known that could be shown");
            }

            @Override
            public void day(DayBlock block) {
                throw new AssertionError("nothing is known that could be revised");
            }
        });
    }

    private static ForceAggregates.Stored stored(ForceAggregates force) throws Exception {
        AtomicReference<ForceAggregates.Stored> stored = new AtomicReference<>();
        force.store(stored::set, (type, bytes) -> {}, (day, bytes) -> {}, (day, bytes) -> {}, (day, bytes) -> {});
        return stored.get();
    }

    private static NoteVersion note(long knownAt) {
        NoteVersion note = new NoteVersion();
        note.signalId = "signal-1";
        note.version = 1;
        note.knownAt = knownAt;
        return note;
    }
}
